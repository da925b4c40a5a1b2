"""Which day is shown, what the person says about it, copying into it, and undo."""

import datetime as dt
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import kept, parts, state

if TYPE_CHECKING:
    from nutrition.factors import Answer
    from nutrition.store import Day, Entry

SHOWN = "day_shown"
OCCASIONS = ("breakfast", "lunch", "dinner", "snack")
UNDONE = "last_undo"


def day() -> str:
    """Return the day that is shown, YYYY-MM-DD."""
    found: dt.date = st.session_state.get(SHOWN) or dt.date.today()  # noqa: DTZ011 - the user's
    return found.isoformat()


def rows() -> "tuple[Entry, ...]":
    """Return the lines of the day that is shown."""
    from nutrition.store import entries

    person, shown = kept.me().id or 0, day()
    return kept.once(("rows", person, shown), lambda: entries(kept.store(), person, shown))


def marked() -> "Day | None":
    """Return what the person said about the day."""
    from nutrition.store import marked_day

    person, shown = kept.me().id or 0, day()
    return kept.once(("marked", person, shown), lambda: marked_day(kept.store(), person, shown))


def answers() -> "dict[tuple[str, str], Answer]":
    """Return the choices that are remembered, the default water among them."""
    return kept.once("answers", _answers)


def _answers() -> "dict[tuple[str, str], Answer]":
    from nutrition.store import answers_of
    from nutrition.views.waters import water_answers

    store = kept.store()
    waters = water_answers(store, kept.me().id or 0)
    return {**waters, **answers_of(store, kept.setting("locale"))}


def occasion_words(occasion: str | None) -> str:
    """Say an occasion; one that a file brought along is said as it is."""
    if not occasion:
        return kept.say("pages-today-occasion-none")
    known = occasion in OCCASIONS
    return kept.say(f"pages-today-occasion-{occasion}") if known else occasion


def bar() -> None:
    """Show the day with the ones before and after it."""
    today = dt.date.today()  # noqa: DTZ011 - the user's day
    st.session_state.setdefault(SHOWN, today)
    with st.container(horizontal=True, vertical_alignment="bottom", key="screen_day"):
        st.button(
            kept.say("pages-today-before"), key="day_before", on_click=_move, args=(-1,),
            icon=":material/chevron_left:",
        )  # fmt: skip
        st.date_input(
            kept.say("pages-today-day"), key=SHOWN, width=190, format=kept.date_format(),
            persist_state="session",
        )  # fmt: skip
        st.button(
            kept.say("pages-today-after"), key="day_after", on_click=_move, args=(1,),
            icon=":material/chevron_right:", icon_position="right",
        )  # fmt: skip
        if st.session_state[SHOWN] != today:
            st.button(kept.say("pages-today-to-today"), key="day_today", on_click=_move, args=(0,))
        _undo()


def _move(days: int) -> None:
    today = dt.date.today()  # noqa: DTZ011 - the user's day
    shown = st.session_state[SHOWN] or today
    st.session_state[SHOWN] = shown + dt.timedelta(days=days) if days else today


def _undo() -> None:
    from nutrition.store import done

    latest = done(kept.store(), person_id=kept.me().id, limit=1)
    if latest:
        st.button(
            kept.say("pages-today-undo", what=_what(latest[0].what), rows=latest[0].rows),
            key="undo", on_click=_take_back, args=(latest[0].number,), icon=":material/undo:",
        )  # fmt: skip
    redo = st.session_state.get(UNDONE)
    if redo:
        st.button(
            kept.say("pages-today-redo"), key="redo", on_click=_take_back,
            args=(redo, True), icon=":material/redo:",
        )  # fmt: skip


def _what(words: str) -> str:
    known = {
        "add entries": "added",
        "change entries": "changed",
        "remove": "removed",
        "copy day": "copied",
        "copy meal": "copied",
        "mark day": "marked",
        "change persons": "person",
    }
    return kept.say(f"pages-today-done-{known.get(words, 'edit')}")


def _take_back(number: int, again: bool = False) -> None:
    from dashboard.today_table import last_edit
    from nutrition.store import undo

    if not again:
        number = last_edit(number)
    st.session_state[UNDONE] = None
    with state.saving():
        undone = undo(kept.store(), number)
        st.session_state[UNDONE] = None if again else undone.number


def close() -> None:
    """Show what the person says about the day, and copying."""
    found = marked()
    state.seed(
        "day",
        (day(), found.version if found else None),
        {
            "day_complete": found is not None and found.state == "complete",
            "day_typical": {None: None, True: "yes", False: "no"}[found.typical if found else None],
        },
    )
    with st.container(border=True, key="day_state"):
        st.checkbox(
            kept.say("pages-today-complete"), key="day_complete", on_change=_mark, args=(found,),
            help=kept.say("pages-today-complete-help"),
        )  # fmt: skip
        st.segmented_control(
            kept.say("pages-today-typical"), ["yes", "no"], key="day_typical",
            format_func=lambda one: kept.say(f"pages-today-typical-{one}"),
            on_change=_mark, args=(found,),
        )  # fmt: skip
    with st.container(key="screen_copy"):
        fold = parts.unfolded(kept.say("pages-today-copy"), "copy_fold", ":material/content_copy:")
        if fold is not None:
            with fold:
                _copy()


def _mark(seen: "Day | None") -> None:
    from nutrition.store import mark_day

    typical = {None: None, "yes": True, "no": False}[st.session_state["day_typical"]]
    values: dict[str, Any] = {
        "state": "complete" if st.session_state["day_complete"] else "partial",
        "typical": typical,
    }
    with state.saving():
        mark_day(kept.store(), kept.me().id or 0, day(), seen=seen, **values)
    state.reseed("day")


def _copy() -> None:
    from nutrition.store import entries

    here = dt.date.fromisoformat(day())
    from_day = st.date_input(
        kept.say("pages-today-copy-from"), here - dt.timedelta(days=1),
        format=kept.date_format(), key=f"copy_from_{here}",
    )  # fmt: skip
    if from_day is None:
        return
    found = entries(kept.store(), kept.me().id or 0, from_day.isoformat())
    if not found:
        st.caption(kept.say("pages-today-copy-empty", day=kept.date(from_day)))
        return
    meals = list(dict.fromkeys(one.occasion for one in found if one.occasion))
    what = st.selectbox(
        kept.say("pages-today-copy-what"), ["*", *meals],
        format_func=lambda one: kept.say("pages-today-copy-day", rows=len(found))
        if one == "*" else occasion_words(one),
        key=f"copy_what_{from_day}",
    )  # fmt: skip
    st.button(
        kept.say("pages-today-copy-do", day=kept.date(here)), key="copy_do",
        on_click=_copied, args=(from_day.isoformat(), what),
    )  # fmt: skip


def _copied(from_day: str, what: str) -> None:
    from nutrition.store import copy_day, copy_meal

    person = kept.me().id or 0
    with state.saving():
        if what == "*":
            copy_day(kept.store(), person, from_day, day())
        else:
            copy_meal(kept.store(), person, from_day, what, day())
