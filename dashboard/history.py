"""History: the calendar of days, and many days in charts."""

import datetime as dt

import streamlit as st

from dashboard import history_calendar, history_charts, history_read, kept, parts
from nutrition.views import history_days

LONGEST_DAYS = 731
RANGES = ("28", "90", "365", "own")


def show() -> None:
    """Show the page."""
    parts.page_top(kept.say("pages-history-title"), kept.say("pages-history-line"))
    me = kept.me()
    spread = history_days.span(kept.store(), me.id or 0)
    if spread is None:
        _empty()
        return
    left, right = st.columns([5, 7], gap="large")
    with left:
        history_calendar.show(spread)
    with right:
        chosen = _range(spread)
        if chosen is None:
            return
        data = history_read.read(*chosen)
        if not data.days["entries"].gt(0).any():
            words = {"first": chosen[0], "last": chosen[1], "start": spread[0], "end": spread[1]}
            said = {name: kept.date(day) for name, day in words.items()}
            st.info(kept.say("pages-history-none-in-range", **said))
            return
        history_charts.show(data)


def _range(spread: tuple[dt.date, dt.date]) -> tuple[dt.date, dt.date] | None:
    """Let a range be chosen; None where it is none, with what to do."""
    today = dt.date.today()  # noqa: DTZ011 - the user's day
    recent = spread[1] > today - dt.timedelta(days=28)
    end = max(today, spread[1]) if recent else spread[1]
    choice = st.segmented_control(
        kept.say("pages-history-range"),
        RANGES,
        default="28",
        required=True,
        format_func=lambda one: kept.say(f"pages-history-range-{one}"),
        key="history_range",
    )
    if choice != "own":
        return end - dt.timedelta(days=int(choice or 28) - 1), end
    before, after = st.columns(2)
    month = end - dt.timedelta(days=27)
    first = before.date_input(
        kept.say("pages-history-from"), month, format=kept.date_format(), key="history_first"
    )
    last = after.date_input(
        kept.say("pages-history-to"), end, format=kept.date_format(), key="history_last"
    )
    days = (last - first).days + 1
    if days < 1:
        st.warning(kept.say("pages-history-backwards"))
        return None
    if days > LONGEST_DAYS:
        st.warning(kept.say("pages-history-too-long", days=days, most=LONGEST_DAYS))
        return None
    return first, last


def _empty() -> None:
    with st.container(border=True):
        st.subheader(kept.say("pages-history-empty-title"))
        st.markdown(kept.say("pages-history-empty"))
        items = ("calendar", "charts", "chance")
        st.markdown("\n".join(f"- {kept.say(f'pages-history-empty-{one}')}" for one in items))
        st.caption(kept.say("pages-history-empty-why"))
        if st.button(kept.say("pages-history-to-today"), type="primary", key="history_to_today"):
            st.switch_page("dashboard/today.py")


show()
