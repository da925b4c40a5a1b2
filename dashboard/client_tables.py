"""Many clients and their records from tables, and what became of them."""

import datetime as dt
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import desk, kept, parts
from dashboard.client_records import about_days, refused, tell
from foods.errors import MgcaError

if TYPE_CHECKING:
    from nutrition.store import Person
    from nutrition.views.client_enrolment import Enrolled, Unlike

NAMED = {
    "sex": "pages-clients-group",
    "condition": "pages-clients-condition",
    "contexts": "context",
    "filters": "pages-clients-filter",
}
"""Fields that hold ids → the start of the texts that name them."""
SHOWN = 200


def bring() -> None:
    """Bring in many clients and their records from tables."""
    st.caption(kept.say("pages-clients-many-help"))
    first, second = st.columns(2)
    people = first.file_uploader(kept.say("pages-clients-many-people"), key="many_people")
    files = second.file_uploader(
        kept.say("pages-clients-many-records"), accept_multiple_files=True, key="many_records"
    )
    first_day, whole = about_days("many")
    if st.button(
        kept.say("pages-clients-many-run"),
        type="primary",
        disabled=not people and not files,
        key="many_run",
    ):
        take(people, list(files or []), first_day, whole=whole)
        st.rerun()


def was_first() -> bool:
    """Tell whether nobody was in the roster before the last tables were brought in."""
    return bool(st.session_state.get("many_first"))


def tell_all() -> None:
    """Say what became of the last tables brought in, until it is put away."""
    told = st.session_state.get("many_told", ())
    for kind, found in told:
        _tell(kind, found)
    if told and st.button(kept.say("pages-clients-many-close"), key="many_close"):
        del st.session_state["many_told"]
        st.rerun()


def take(people: Any, files: list[Any], first_day: dt.date | None, *, whole: bool) -> None:
    """Take in people, then records; what happened is kept to be told after the next run."""
    from nutrition.views import client_codes, client_enrolment, client_files, clients
    from nutrition.views.uploads import Upload

    told: list[tuple[str, Any]] = []
    st.session_state["many_told"] = told
    st.session_state["many_first"] = not clients.clients(kept.store())
    records = [Upload(one.name, one.getvalue()) for one in files]
    rosters = [Upload(people.name, people.getvalue())] if people else []
    rosters += [one for one in records if not rosters and client_enrolment.says_people(one)]
    named: dict[str, Person] = {}
    contested: set[str] = set()
    for roster in rosters:
        try:
            enrolled = client_enrolment.enrol(kept.store(), roster, today=desk.today())
        except MgcaError as error:
            told.append(("error", error))
            continue
        told.append(("people", enrolled))
        named |= enrolled.by_key
        contested |= enrolled.contested
    everyone = clients.clients(kept.store(), archived=None)
    by_key = client_codes.by_key(everyone, client_codes.codes(kept.store())) | named
    by_key = {key: person for key, person in by_key.items() if key not in contested}
    for one in records:
        if not by_key:
            told.append(("words", kept.say("pages-clients-many-needs-people")))
            break
        try:
            found = client_files.keep_upload(
                kept.store(), one, by_key, first_day=first_day, whole_days=whole
            )
        except MgcaError as error:
            told.append(("error", error))
            continue
        told.append(("records", found))


def _tell(kind: str, found: Any) -> None:
    if kind == "error":
        desk.failure(found)
    elif kind == "words":
        st.warning(found)
    elif kind == "people":
        _tell_people(found)
    else:
        tell(found)


def _tell_people(found: "Enrolled") -> None:
    st.success(kept.say("pages-clients-enrolled", added=len(found.added), known=len(found.known)))
    if found.signs:
        listed = "; ".join(
            f"{desk.title(person)}: {', '.join(kept.say(f'red-flag-{flag}') for flag in flags)}"
            for person, flags in found.signs
        )
        st.warning(parts.plain(kept.say("pages-clients-enrolled-signs", signs=listed)))
    _unlike(found.unlike)
    refused(found.refused)


def _unlike(rows: "tuple[Unlike, ...]") -> None:
    """Show what a file says otherwise of clients who were known."""
    if not rows:
        return
    said = kept.say("pages-clients-unlike", count=len(rows))
    st.markdown(f"**{parts.plain(said)}**")
    shown = [
        (
            desk.title(one.person),
            desk.field(one.field),
            _words(one.field, one.file),
            _words(one.field, one.kept),
        )
        for one in rows[:SHOWN]
    ]
    heads = [kept.say(f"pages-clients-unlike-{name}") for name in ("client", "field", "file")]
    heads.append(kept.say("pages-clients-changed-theirs"))
    parts.table(parts.frame(shown, heads), said)


def _words(field: str, value: Any) -> str:
    """Return what a field of a person holds, in words."""
    if field in NAMED and value:
        values = value if isinstance(value, tuple) else (value,)
        return "; ".join(kept.say(f"{NAMED[field]}-{one}") for one in values)
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, float):
        return kept.number(value, 1)
    return "" if value is None else str(value)[:300]
