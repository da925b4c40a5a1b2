"""The fields of a client, added or changed; two windows never overwrite each other."""

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import desk, kept, parts
from foods.errors import MgcaError

if TYPE_CHECKING:
    from nutrition.store import Changed, Person

SEXES = ("female", "male")
CONDITIONS = ("none", "pregnant", "lactating")
OLDEST_BIRTH = dt.date(1900, 1, 1)
LINES = ("medicines", "disliked")


def add() -> None:
    """Show the empty form and add who is written into it."""
    from nutrition.store import add_person
    from nutrition.views import clients

    number = st.session_state.get("client_new", 0)
    with st.form(f"client_add_{number}"):
        values = _fields(f"new{number}", None)
        wanted = st.form_submit_button(kept.say("pages-clients-add"), type="primary")
    if not wanted:
        return
    taken = {one.name.strip() for one in clients.clients(kept.store(), archived=None)}
    if values["name"].strip() and values["name"].strip() in taken:
        st.error(kept.say("pages-clients-name-taken"))
        return
    try:
        person = add_person(kept.store(), kind="client", **values)
    except MgcaError as error:
        desk.failure(error)
        return
    st.session_state["client_new"] = number + 1
    st.session_state["client_told"] = kept.say("pages-clients-added", name=desk.title(person))
    st.rerun()


def edit(person: "Person") -> None:
    """Show the form of a client; the record as it was when the form was opened is what counts."""
    from nutrition.store import Changed, change

    form = f"client_edit_{person.id}"
    seen: Person = st.session_state.setdefault(f"{form}_seen", person)
    turn = st.session_state.setdefault(f"{form}_turn", 0)
    with st.form(f"{form}_{turn}"):
        values = _fields(f"{form}_{turn}", seen)
        wanted = st.form_submit_button(kept.say("pages-clients-save"), type="primary")
    if wanted:
        st.session_state.pop(f"{form}_clash", None)
        try:
            saved = change(kept.store(), seen, **values)
        except Changed as error:
            st.session_state[f"{form}_clash"] = error
        except MgcaError as error:
            desk.failure(error)
        else:
            st.session_state[f"{form}_seen"] = saved
            st.session_state["client_told"] = kept.say("pages-clients-saved")
            st.rerun()
    clash: Changed | None = st.session_state.get(f"{form}_clash")
    if clash is not None:
        _clash(clash, form)


def forget(person: "Person") -> None:
    """Forget how a client was when their form was opened: it is opened anew."""
    for part in ("seen", "clash"):
        st.session_state.pop(f"client_edit_{person.id}_{part}", None)


def _clash(error: "Changed", form: str) -> None:
    """Show both versions; mine stays in the fields until one of them is chosen."""
    from nutrition.store import change
    from nutrition.views.clients import differences

    if error.theirs is None:
        st.error(kept.say("pages-clients-gone"))
        return
    st.error(kept.say("pages-clients-changed"))
    rows = [
        (desk.field(one.field), _words(one.mine), _words(one.theirs)) for one in differences(error)
    ]
    heads = [kept.say(f"pages-clients-changed-{name}") for name in ("field", "mine", "theirs")]
    parts.table(parts.frame(rows, heads), kept.say("pages-clients-changed"))
    first, second = st.columns(2)
    if first.button(kept.say("pages-clients-keep-mine"), key=f"{form}_mine", width="stretch"):
        mine = error.mine
        fields = {d.field: getattr(mine, d.field) for d in differences(error)}
        try:
            saved = change(kept.store(), error.theirs, **fields)
        except MgcaError as another:
            desk.failure(another)
            return
        _settle(form, saved)
    if second.button(kept.say("pages-clients-take-theirs"), key=f"{form}_theirs", width="stretch"):
        _settle(form, error.theirs)


def _settle(form: str, person: "Person") -> None:
    st.session_state.pop(f"{form}_clash", None)
    st.session_state[f"{form}_seen"] = person
    st.session_state[f"{form}_turn"] += 1
    st.rerun()


def _words(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    text = "" if value is None else str(value)
    return text if len(text) <= 300 else text[:300] + " …"  # noqa: PLR2004 - enough to tell apart


def _fields(key: str, seen: "Person | None") -> dict[str, Any]:
    """Show every field and return what they hold now."""
    from nutrition.screening import all_contexts
    from nutrition.views.clients import FILTERS, listed

    def say(name: str) -> str:
        return kept.say(f"pages-clients-field-{name}")

    first, second = st.columns(2)
    name = first.text_input(
        say("name"),
        "" if seen is None else seen.name,
        key=f"{key}_name",
        help=kept.say("pages-clients-field-name-help"),
    )
    sex = second.selectbox(
        say("sex"),
        SEXES,
        None if seen is None or seen.sex is None else SEXES.index(seen.sex),
        format_func=lambda one: kept.say(f"pages-clients-group-{one}"),
        placeholder=kept.say("pages-clients-not-said"),
        key=f"{key}_sex",
    )
    birth = first.date_input(
        say("birth-date"),
        None if seen is None or seen.birth_date is None else dt.date.fromisoformat(seen.birth_date),
        min_value=OLDEST_BIRTH,
        max_value=desk.today(),
        format=kept.date_format(),
        key=f"{key}_birth",
    )
    age = second.number_input(
        say("age-years"),
        0.0,
        120.0,
        None if seen is None else seen.age_years,
        1.0,
        format="%g",
        key=f"{key}_age",
        placeholder=kept.say("pages-clients-not-said"),
    )
    condition = first.selectbox(
        say("condition"),
        CONDITIONS,
        0 if seen is None else CONDITIONS.index(seen.condition),
        format_func=lambda one: kept.say(f"pages-clients-condition-{one}"),
        key=f"{key}_condition",
    )
    trimester = second.selectbox(
        say("trimester"),
        (1, 2, 3),
        None if seen is None or seen.trimester is None else seen.trimester - 1,
        placeholder=kept.say("pages-clients-not-said"),
        key=f"{key}_trimester",
    )
    weight = first.number_input(
        say("weight-kg"),
        0.0,
        500.0,
        None if seen is None else seen.weight_kg,
        1.0,
        format="%g",
        key=f"{key}_weight",
        placeholder=kept.say("pages-clients-not-said"),
    )
    contexts = second.multiselect(
        say("contexts"),
        [one.id for one in all_contexts()],
        [] if seen is None else list(seen.contexts),
        format_func=lambda one: kept.say(f"context-{one}"),
        placeholder=kept.say("pages-clients-choose"),
        key=f"{key}_contexts",
    )
    filters = first.multiselect(
        say("filters"),
        FILTERS,
        [] if seen is None else [one.replace("_", "-") for one in seen.filters],
        format_func=lambda one: kept.say(f"pages-clients-filter-{one}"),
        placeholder=kept.say("pages-clients-choose"),
        key=f"{key}_filters",
    )
    lines = {
        one: place.text_area(
            say(one),
            "" if seen is None else "\n".join(getattr(seen, one)),
            key=f"{key}_{one}",
            height=90,
        )
        for one, place in zip(LINES, (second, first), strict=True)
    }
    notes = second.text_area(
        say("notes"), "" if seen is None else seen.notes, key=f"{key}_notes", height=90
    )
    told = seen is not None and seen.age_years == age
    return {
        "name": name or "",
        "sex": sex,
        "birth_date": None if birth is None else birth.isoformat(),
        "age_years": age,
        "age_as_of": (
            None if age is None else seen.age_as_of if told else desk.today().isoformat()
        ),
        "condition": condition if sex != "male" else "none",
        "trimester": trimester if condition == "pregnant" and sex != "male" else None,
        "weight_kg": weight or None,
        "contexts": tuple(contexts),
        "filters": tuple(filters),
        "notes": notes or "",
        **{one: listed(text or "") for one, text in lines.items()},
    }


def leave(person: "Person") -> None:
    """Show what ends a client's stay: export, archive, and deleting for good in two steps."""
    from nutrition.store import archive_person, delete_person
    from nutrition.views.clients import export_client, file_name

    first, second, third = st.columns(3)
    if first.button(kept.say("pages-clients-export-make"), key="client_export", width="stretch"):
        st.session_state["client_zip"] = (person, export_client(kept.store(), person))
    word = "unarchive" if person.archived else "archive"
    if second.button(kept.say(f"pages-clients-{word}"), key="client_archive", width="stretch"):
        _try(lambda: archive_person(kept.store(), person, archived=not person.archived))
    if third.button(kept.say("pages-clients-delete"), key="client_delete", width="stretch"):
        st.session_state["client_deleting"] = person
    whose, content = st.session_state.get("client_zip", (None, b""))
    if whose is not None and whose.id == person.id:
        st.download_button(
            kept.say("pages-clients-export"),
            content,
            file_name(person, ".zip"),
            "application/zip",
            on_click="ignore",
            key="client_zip_download",
        )
    doomed: Person | None = st.session_state.get("client_deleting")
    if doomed is None or doomed.id != person.id:
        return
    st.warning(parts.plain(kept.say("pages-clients-delete-ask", name=desk.title(person))))
    first, second = st.columns(2)
    if first.button(kept.say("pages-clients-delete-no"), key="client_spare", width="stretch"):
        st.session_state.pop("client_deleting")
        st.rerun()
    if second.button(kept.say("pages-clients-delete-yes"), key="client_doom", width="stretch"):
        st.session_state.pop("client_deleting")
        try:
            delete_person(kept.store(), doomed)
        except MgcaError as error:
            desk.failure(error)
            return
        for key in [one for one in st.session_state if str(one).startswith("client_")]:
            del st.session_state[key]
        st.session_state["client_told"] = kept.say("pages-clients-deleted")
        st.query_params.clear()
        st.rerun()


def _try(step: Any) -> None:
    try:
        saved = step()
    except MgcaError as error:
        desk.failure(error)
        return
    form = f"client_edit_{saved.id}"
    if f"{form}_seen" in st.session_state:
        seen = st.session_state[f"{form}_seen"]
        if replace(seen, archived=saved.archived, version=saved.version) == saved:
            st.session_state[f"{form}_seen"] = saved
    st.rerun()
