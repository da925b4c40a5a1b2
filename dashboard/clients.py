"""Clients: who needs attention first, and everybody in the roster."""

import datetime as dt
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import client, client_form, client_tables, desk, kept, parts, tables
from foods.errors import MgcaError

if TYPE_CHECKING:
    import pandas as pd

    from nutrition.store import Person

GROUPS = ("none", "level", "sex", "stage")
COLUMNS = {
    "name": "name",
    "priority": "priority",
    "level": "level",
    "reasons": "reasons",
    "days": "days",
    "calcium": "calcium",
    "magnesium": "magnesium",
    "data_quality": "quality",
    "changed": "changed",
}
SHOWN = 100  # the others stand in the download


def page() -> None:
    """Show one client where one is open, else all."""
    from nutrition.views import client_codes
    from nutrition.views.clients import clients

    everyone = clients(kept.store(), archived=None)
    chosen = next((one for one in everyone if str(one.id) == _opened()), None)
    if chosen is not None:
        client.show(chosen)
        return
    parts.page_top(kept.say("pages-clients-title"), kept.say("pages-clients-line"))
    if _opened() is not None:
        st.warning(kept.say("pages-clients-missing"))
    told = st.session_state.pop("client_told", None)
    if told:
        st.success(parts.plain(told))
    above = st.container()
    everyone = client_codes.told_apart(everyone, client_codes.codes(kept.store()))
    in_roster = tuple(one for one in everyone if not one.archived)
    if in_roster:
        _need(in_roster)
    else:
        st.info(kept.say("pages-clients-none"))
    with st.expander(kept.say("pages-clients-add-title"), expanded=not in_roster):
        client_form.add()
    # Held here: a fold that the browser alone holds closes when the page is built anew.
    many = st.expander(kept.say("pages-clients-many-title"), key="clients_many", on_change="rerun")
    with many:
        client_tables.bring()
    # In sight either way: beside the button that was pressed; above everything where the page is
    # another one than that on which it was pressed, and starts at its top.
    with many if many.open and not client_tables.was_first() else above:
        client_tables.tell_all()
    with st.expander(kept.say("pages-clients-roster-title")):
        _roster(everyone)


def _opened() -> str | None:
    return st.query_params.get(desk.OPEN_CLIENT)


def _open(person: "Person") -> None:
    st.query_params[desk.OPEN_CLIENT] = str(person.id)
    st.rerun()


def _need(people: "tuple[Person, ...]") -> None:
    """Show the clients sorted by need, filtered and grouped as chosen."""
    from nutrition.triage import LEVELS
    from nutrition.views import client_need, clients

    st.subheader(kept.say("pages-clients-need-title"))
    st.caption(kept.say("pages-clients-need-caption"))
    _choose_client(people)
    first, second, third, fourth = st.columns(4)
    search = first.text_input(kept.say("pages-clients-need-search"), key="need_search")
    levels = second.multiselect(
        kept.say("pages-clients-need-filter"),
        LEVELS,
        format_func=lambda one: kept.say(f"triage-level-{one}"),
        placeholder=kept.say("pages-clients-need-filter-hint"),
        key="need_levels",
    )
    group = third.selectbox(
        kept.say("pages-clients-need-group"),
        GROUPS,
        format_func=lambda one: kept.say(f"pages-clients-need-group-{one}"),
        key="need_group",
    )
    last = fourth.date_input(
        kept.say("pages-clients-need-last"),
        None,
        max_value=desk.today(),
        help=kept.say("pages-clients-need-last-help"),
        format=kept.date_format(),
        key="need_last",
    )
    try:
        records = desk.recorded(people)
        table = client_need.need(
            people,
            records,
            clients.ticked(kept.store()),
            desk.terms(),
            today=desk.today(),
            last_time=last if isinstance(last, dt.date) else None,
        )
    except MgcaError as error:
        desk.failure(error)
        return
    fitting = client_need.fitting(table, kept.language(), levels, search or "")
    st.caption(kept.say("pages-clients-need-count", count=len(fitting)))
    if fitting.empty:
        st.info(kept.say("pages-clients-need-nobody"))
        return
    if group == "none":
        _need_table(fitting)
    else:
        by = client_need.grouped(fitting, people, group, today=desk.today())
        for name, part in by.items():
            start = "triage-level" if group == "level" else "pages-clients-group"
            words = kept.say(f"{start}-{name}")
            count = kept.say("pages-clients-need-count", count=len(part))
            st.markdown(f"**{parts.plain(words)}** · {parts.plain(count)}")
            _need_table(part)
    parts.download(
        kept.say("pages-clients-need-download"),
        client_need.need_download(fitting, kept.language()),
        "triage.csv",
        key="need_download",
    )


def _need_table(table: "pd.DataFrame") -> None:
    from nutrition.views.client_need import need_table

    shown = need_table(table, kept.language())
    if not shown["changed"].any():
        shown = shown.drop(columns="changed")
    shown["name"] = [
        name or kept.say("pages-clients-unnamed", number=number)
        for name, number in zip(shown["name"], shown["person_id"], strict=True)
    ]
    # The name comes first: it is what names a row aloud.
    names = {name: of for name, of in COLUMNS.items() if name in shown}
    heads = [kept.say(f"pages-clients-column-{of}") for of in names.values()]
    rows = [[str(cell) for cell in row] for row in shown[list(names)].head(SHOWN).to_numpy()]
    tables.words(kept.say("pages-clients-need-alt"), heads, rows)
    if len(shown) > SHOWN:
        st.caption(kept.say("pages-clients-need-more", count=len(shown) - SHOWN))


def _choose_client(people: "tuple[Person, ...]") -> None:
    first, second = st.columns([4, 1], vertical_alignment="bottom")
    names = {str(one.id): desk.title(one) for one in people}
    chosen = first.selectbox(
        kept.say("pages-clients-open"),
        list(names),
        None,
        format_func=lambda one: names.get(one, one),
        placeholder=kept.say("pages-clients-open-hint"),
        key="client_chosen",
    )
    wanted = second.button(
        kept.say("pages-clients-open-button"), type="primary", key="client_open", width="stretch"
    )
    if wanted and chosen is not None:
        _open(next(one for one in people if str(one.id) == chosen))


def _roster(everyone: "tuple[Person, ...]") -> None:
    """Show the roster as a table, or the archive."""
    from nutrition.views import client_codes, clients

    archived = st.toggle(kept.say("pages-clients-archived"), key="roster_archived")
    people = tuple(one for one in everyone if one.archived == archived)
    if not people:
        st.caption(kept.say("pages-clients-none-archived" if archived else "pages-clients-none"))
        return
    if archived:
        names = {str(one.id): desk.title(one) for one in people}
        chosen = st.selectbox(
            kept.say("pages-clients-open"),
            list(names),
            None,
            format_func=lambda one: names.get(one, one),
            placeholder=kept.say("pages-clients-open-hint"),
            key="archive_chosen",
        )
        opening = st.button(kept.say("pages-clients-open-button"), key="archive_open")
        if opening and chosen is not None:
            _open(next(one for one in people if str(one.id) == chosen))
    flags = clients.ticked(kept.store())
    codes = client_codes.codes(kept.store())
    real = clients.clients(kept.store(), archived=None)
    table = clients.roster_table(
        [one for one in real if one.archived == archived], flags, on=desk.today(), codes=codes
    )
    rows = [
        (
            desk.title(one),
            client.age_words(one),
            kept.say(f"pages-clients-group-{one.sex}") if one.sex else "",
            kept.say(f"pages-clients-condition-{one.condition}") if one.condition != "none" else "",
            "; ".join(kept.say(f"context-{each}") for each in one.contexts),
            "; ".join(one.medicines),
            "; ".join(kept.say(f"pages-clients-filter-{each}") for each in one.filters),
            len(flags.get(one.id or 0, ())) or None,
            one.notes[:200],
        )
        for one in people
    ]
    fields = ("name", "age", "sex", "condition", "contexts", "medicines", "filters", "red-flags")
    heads = [kept.say(f"pages-clients-roster-{name}") for name in (*fields, "notes")]
    parts.table(parts.frame(rows, heads), kept.say("pages-clients-roster-alt"))
    parts.download(
        kept.say("pages-clients-roster-download"), table, "roster.csv", key="roster_download"
    )


page()
