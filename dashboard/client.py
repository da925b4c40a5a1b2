"""One client: warning signs before everything, then results, records, and what to look at."""

import datetime as dt
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import (
    client_form,
    client_records,
    client_signs,
    desk,
    kept,
    parts,
    tables,
    twitch_parts,
)
from foods.errors import MgcaError

if TYPE_CHECKING:
    from nutrition.report import Sheet
    from nutrition.store import Person
    from nutrition.views.client_results import Recorded

VIEWS = ("results", "records", "before", "twitch", "details")
FIGURES = ("results", "before")
"""Views with results: the warning signs are gone through before them."""
PAPERS = ("a4", "letter")


def show(person: "Person") -> None:
    """Show the page of one client."""
    from nutrition.views.twitch import said

    if st.button(f"← {kept.say('pages-clients-back')}", key="client_back", type="tertiary"):
        st.query_params.clear()
        st.rerun()
    parts.page_top(parts.plain(desk.title(person)), parts.plain(_about(person)))
    told = st.session_state.pop("client_told", None)
    if told:
        st.success(parts.plain(told))
    answered = said(kept.store(), person)
    flags = answered.ticked
    client_signs.answer(flags)
    view = st.segmented_control(
        kept.say("pages-clients-view"),
        VIEWS,
        default="results",
        required=True,
        format_func=lambda one: kept.say(f"pages-clients-view-{one}"),
        key=f"client_view_{person.id}",
        label_visibility="collapsed",
    )
    if view != "details":
        client_form.forget(person)
    if flags is None and view in FIGURES and not client_signs.ask(person, answered):
        return
    if flags is None and view not in (*FIGURES, "twitch"):
        st.warning(kept.say("pages-clients-signs-open"))
    if view == "records":
        client_records.show(person)
    elif view == "twitch":
        twitch_parts.show(person, desk.recorded([person])[person.id or 0].days, key="client")
    elif view == "details":
        client_form.edit(person)
        st.divider()
        client_form.leave(person)
    elif view == "before":
        _before(person, flags)
    else:
        _results(person, flags)


def age_words(person: "Person") -> str:
    """Return a client's age in words; empty where it is not told."""
    from nutrition.store.ages import MONTHS, age_months

    months = age_months(person, desk.today())
    if months is None:
        return ""
    if months < 2 * MONTHS:
        return kept.say("sheet-age-months", months=months)
    return kept.say("sheet-age-years", years=months // MONTHS)


def _about(person: "Person") -> str:
    told = [
        kept.say(f"sheet-sex-{person.sex or 'unknown'}"),
        age_words(person) or kept.say("sheet-age-unknown"),
    ]
    if person.condition != "none":
        told.append(kept.say(f"sheet-condition-{person.condition}"))
    if person.archived:
        told.append(kept.say("pages-clients-field-archived"))
    return ", ".join(told)


def _results(person: "Person", flags: "frozenset[str] | None") -> None:
    records = desk.recorded([person])[person.id or 0]
    if not len(records.days):
        st.info(kept.say("pages-clients-no-records"))
        _look(person)
        return
    sheet = _sheet(person, records, flags)
    if sheet is None:
        return
    _page(sheet)
    _files(sheet, person, "results")


def _sheet(
    person: "Person",
    records: "Recorded",
    flags: "frozenset[str] | None",
    earlier: "Recorded | None" = None,
) -> "Sheet | None":
    from nutrition.views import client_results

    try:
        return client_results.sheet(
            person,
            records,
            desk.table(),
            desk.terms(),
            flags=None if flags is None else sorted(flags),
            today=desk.today(),
            earlier=earlier,
            country=kept.country(),
        )
    except MgcaError as error:
        desk.failure(error)
        return None


def _page(sheet: "Sheet") -> None:
    """Show what the sheet says, in the language of the pages."""
    from nutrition.report import spoken

    page = spoken(sheet, kept.language())
    st.caption(parts.plain(" · ".join(page["about"][1:2])))
    _lines(page["contexts"])
    figures = page["figures"]
    st.subheader(figures["title"])
    tables.words(figures["title"], figures["headers"], figures["rows"], narrow=True)
    if page["comparison"] is not None:
        _comparison(page["comparison"])
    first, second = st.columns(2)
    for place, source in zip((first, second), page["sources"], strict=True):
        with place:
            st.markdown(f"**{parts.plain(source['title'])}**")
            if source["rows"]:
                tables.words(source["title"], source["headers"], source["rows"], narrow=True)
            else:
                st.caption(parts.plain(source["none"]))
    for name in ("unknown", "absorption"):
        _lines(page[name])
    _offers(page["offers"])
    days = page["days"]
    st.subheader(days["title"])
    if days["rows"]:
        tables.words(days["title"], days["headers"], days["rows"], narrow=True)
    for line in days["lines"]:
        st.caption(parts.plain(line))
    _lines(page["medicines"])
    with st.expander(page["method"]["title"]):
        for line in page["method"]["lines"]:
            st.markdown(parts.plain(line))


def _lines(part: dict[str, Any]) -> None:
    if not part["lines"]:
        return
    st.subheader(part["title"])
    st.markdown("\n".join(f"- {parts.plain(line)}" for line in part["lines"]))


def _comparison(found: dict[str, Any]) -> None:
    st.subheader(found["title"])
    tables.words(found["title"], found["headers"], found["rows"], narrow=True)
    for line in found["lines"]:
        st.markdown(parts.plain(line))


def _offers(found: dict[str, Any]) -> None:
    st.subheader(found["title"])
    if found["lead"]:
        st.markdown(parts.plain(found["lead"]))
    columns = st.columns(len(found["answers"]) or 1)
    for place, answer in zip(columns, found["answers"], strict=False):
        with place.container(border=True):
            st.markdown(f"**{parts.plain(answer['title'])}**")
            st.markdown("\n".join(f"- {parts.plain(food)}" for food in answer["foods"]))
            st.caption(parts.plain(answer["brings"]))
    for line in found["lines"]:
        st.caption(parts.plain(line))


def _look(person: "Person") -> None:
    """Show circumstances and medicines to talk about."""
    from nutrition.screening import prompts
    from nutrition.store.ages import MONTHS, age_months

    months = age_months(person, desk.today())
    age = None if months is None else months / MONTHS
    try:
        notices = prompts(person.medicines, person.contexts, age, person.condition)
    except MgcaError as error:
        desk.failure(error)
        return
    if not notices:
        return
    st.subheader(kept.say("pages-clients-look-title"))
    for title, kinds in (("prompts-contexts", ("context",)), ("prompts-medicines", None)):
        said = [
            one.say(kept.language())
            for one in notices
            if (one.kind in kinds if kinds else one.kind != "context")
        ]
        if said:
            st.markdown(f"**{parts.plain(kept.say(title))}**")
            st.markdown("\n".join(f"- {parts.plain(line)}" for line in said))


def _before(person: "Person", flags: "frozenset[str] | None") -> None:
    """Compare two periods of the record."""
    records = desk.recorded([person])[person.id or 0]
    dates = records.dates
    if len(dates) < 2:  # noqa: PLR2004 - one period each
        st.info(kept.say("pages-clients-before-two-days"))
        return
    st.caption(kept.say("pages-clients-before-help"))
    middle = len(dates) // 2
    halves = ((dates[0], dates[middle - 1]), (dates[middle], dates[-1]))
    chosen = []
    for column, name, ends in zip(st.columns(2), ("before", "after"), halves, strict=True):
        with column:
            st.markdown(f"**{parts.plain(kept.say(f'pages-clients-{name}-title'))}**")
            chosen.append(
                [
                    st.date_input(
                        kept.say(f"pages-clients-{end}"),
                        dt.date.fromisoformat(day),
                        format=kept.date_format(),
                        key=f"{name}_{end}_{person.id}",
                    )
                    for end, day in zip(("first", "last"), ends, strict=True)
                ]
            )
    (first, last), (start, end) = chosen
    if last >= start:
        st.warning(kept.say("pages-clients-before-overlap"))
        return
    earlier = records.between(first.isoformat(), last.isoformat())
    later = records.between(start.isoformat(), end.isoformat())
    if not len(earlier.days) or not len(later.days):
        st.warning(kept.say("pages-clients-before-empty"))
        return
    sheet = _sheet(person, later, flags, earlier)
    if sheet is None:
        return
    from nutrition.report import spoken

    page = spoken(sheet, kept.language())
    if page["comparison"] is not None:
        _comparison(page["comparison"])
    _files(sheet, person, "before")


def _files(sheet: "Sheet", person: "Person", key: str) -> None:
    """Offer the sheet in the language and on the paper chosen."""
    from nutrition.report import ReportError, html, pdf, spoken, to_json
    from nutrition.texts import languages, say
    from nutrition.views.clients import file_name

    st.subheader(kept.say("pages-clients-sheet-title"))
    first, second, third = st.columns(3, vertical_alignment="bottom")
    language = first.selectbox(
        kept.say("pages-clients-sheet-language"),
        languages(),
        languages().index(kept.language()),
        format_func=lambda code: say("language-name", code),
        key=f"sheet_language_{key}",
    )
    paper = second.selectbox(
        kept.say("pages-clients-sheet-paper"),
        PAPERS,
        format_func=lambda one: kept.say(f"pages-clients-paper-{one}"),
        key=f"sheet_paper_{key}",
    )
    place = f"client_sheet_{key}"
    if third.button(kept.say("pages-clients-sheet-make"), type="primary", key=f"make_{key}"):
        st.session_state[place] = (person.id, sheet, language, paper)
    made = st.session_state.get(place)
    if made != (person.id, sheet, language, paper):
        return
    page = spoken(sheet, language)
    columns = st.columns(3)
    try:
        printed = pdf(page, paper=paper)
    except ReportError as error:
        if isinstance(error.__cause__, ImportError):
            columns[0].warning(parts.plain(kept.say("pages-clients-sheet-no-pdf")))
        else:
            desk.failure(error)
    else:
        _offer(columns[0], "pdf", printed, file_name(person, ".pdf"), "application/pdf", key)
    _offer(
        columns[1], "html", html(page, paper=paper), file_name(person, ".html"), "text/html", key
    )
    _offer(
        columns[2],
        "json",
        to_json(sheet, language),
        file_name(person, ".json"),
        "application/json",
        key,
    )


def _offer(place: Any, kind: str, content: Any, name: str, mime: str, key: str) -> None:
    place.download_button(
        kept.say(f"pages-clients-sheet-{kind}"),
        content,
        name,
        mime,
        on_click="ignore",
        key=f"sheet_{kind}_{key}",
        width="stretch",
    )
