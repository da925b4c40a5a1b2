"""Whose day it is: kept with the diary, used to choose reference intakes."""

import datetime as dt
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import kept, parts, state, today_day
from foods.errors import MgcaError

if TYPE_CHECKING:
    from nutrition.store import Person
    from nutrition.views.day import Profile

SEXES = ("female", "male")
OPEN_AT_FIRST = "who_open_at_first"
CONDITIONS = ("none", "pregnant", "lactating")


def profile() -> "Profile | None":
    """Return whose day is shown; None until sex and age are told, or where they cannot be."""
    from nutrition.views.day import profile_of

    try:
        return profile_of(kept.me(), today_day.day())
    except MgcaError:
        return None


def show() -> None:
    """Show the person; open until sex and age are told."""
    from nutrition.store import people_frame

    person = kept.me()
    known = person.sex is not None and bool(person.birth_date or person.age_years is not None)
    title = kept.say("pages-today-who")
    if known:
        age = str(people_frame([person])["age_years"].iloc[0]) or _years(person.birth_date)
        sex = kept.say(f"pages-today-sex-{person.sex}")
        title = kept.say("pages-today-who-known", sex=sex, age=kept.number(float(age)))
    # It stays as it was at first: nothing closes while somebody tells the rest.
    to_tell = st.session_state.setdefault(OPEN_AT_FIRST, not known or profile() is None)
    fold = parts.unfolded(title, "who_is_it", ":material/person:", expanded=to_tell)
    if fold is None:
        return
    with fold:
        _fields(person)
        _refused(person)
        if not known:
            st.caption(kept.say("pages-today-who-why"))


def _refused(person: "Person") -> None:
    """Say why no reference can be chosen: a birth after the day, another trimester."""
    from nutrition.views.day import profile_of

    try:
        profile_of(person, today_day.day())
    except MgcaError as error:
        parts.failure(error)


def _years(birth: str | None) -> float:
    today = dt.date.today()  # noqa: DTZ011 - the user's day
    born = dt.date.fromisoformat(birth or today.isoformat())
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _fields(person: "Person") -> None:
    born = dt.date.fromisoformat(person.birth_date) if person.birth_date else None
    state.seed(
        "person",
        person.version,
        {
            "sex": person.sex,
            "age": person.age_years,
            "birth_date": born,
            "condition": person.condition,
            "trimester": person.trimester,
            "weight": person.weight_kg,
        },
    )
    told: dict[str, Any] = {"on_change": _keep, "args": (person,)}
    first, second, third = st.columns(3)
    sex = first.selectbox(
        kept.say("pages-today-sex"), list(SEXES), None, _said("sex"), key="sex",
        placeholder=kept.say("pages-today-choose"), **told,
    )  # fmt: skip
    second.number_input(
        kept.say("pages-today-age"), 0.0, 120.0, None, 1.0, "%g", key="age",
        disabled=person.birth_date is not None, **told,
    )  # fmt: skip
    third.date_input(
        kept.say("pages-today-birth"),
        None,
        dt.date(1900, 1, 1),
        "today",
        format=kept.date_format(),
        key="birth_date",
        **told,
    )
    first, second = st.columns(2)
    if sex == "female":
        condition = first.selectbox(
            kept.say("pages-today-condition"), list(CONDITIONS),
            format_func=_said("condition"), key="condition", **told,
        )  # fmt: skip
        if condition == "pregnant":
            first.segmented_control(
                kept.say("pages-today-trimester"), [1, 2, 3], key="trimester", **told
            )
    second.number_input(
        kept.say("pages-today-weight"), 0.0, 400.0, None, 1.0, "%g", key="weight", **told
    )


def _said(kind: str) -> Any:
    return lambda one: kept.say(f"pages-today-{kind}-{one}")


def _keep(seen: "Person") -> None:
    from nutrition.store import change

    told = st.session_state
    sex, born, age = told.get("sex"), told.get("birth_date"), told.get("age")
    condition = (told.get("condition") or "none") if sex == "female" else "none"
    values: dict[str, Any] = {
        "sex": sex,
        "birth_date": born.isoformat() if born else None,
        "condition": condition,
        "trimester": told.get("trimester") if condition == "pregnant" else None,
        "weight_kg": told.get("weight") or None,
    }
    if born is None and age != seen.age_years:
        today = dt.date.today().isoformat()  # noqa: DTZ011 - the user's day
        values |= {"age_years": age, "age_as_of": None if age is None else today}
    with state.saving():
        change(kept.store(), seen, **values)
    state.reseed("person")
