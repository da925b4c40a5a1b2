"""The calendar of History: a month of days to choose from, and what can be done with one."""

import datetime as dt
import math
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import history_read, kept, parts, state
from dashboard.today_day import SHOWN
from foods.nutrients import MINERALS
from nutrition.intake import stem
from nutrition.views import history_days

if TYPE_CHECKING:
    import pandas as pd

    from nutrition.store import Day

SIGNS = {"complete": "●", "partial": "◐", "empty": "○"}
UNUSUAL = "≠"
STATES = tuple(SIGNS)
TYPICAL = {"yes": True, "no": False, "unsaid": None}
GRID = """<style>
.st-key-history_days [data-testid="stButtonGroup"],
.st-key-history_days [data-testid="stButtonGroup"] > div {{ width: 100%; max-width: none; }}
.st-key-history_days [role="radiogroup"], .st-key-history_days [role="group"] {{
  display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)); gap: 0.25rem; width: 100%;
  max-width: none; }}
.st-key-history_days button {{ width: 100%; min-width: 0; padding: 0.3rem 0; max-width: none; }}
.st-key-history_days button:first-of-type {{ grid-column-start: {start}; }}
.st-key-history_days button p {{ overflow: visible; text-overflow: clip; }}
.history-weekdays {{ display: grid; grid-template-columns: repeat(7, minmax(0, 1fr));
  gap: 0.25rem; text-align: center; font-size: 0.85rem; }}
@media (max-width: 640px) {{
  .st-key-history_days button p {{ font-size: 0.72rem; letter-spacing: -0.03em; }}
}}
{dark}</style>"""
DARK = """.st-key-history_days button[data-selected="true"],
.st-key-history_days button[data-selected="true"] p { color: #7fd3cb; }
"""


@st.fragment
def show(spread: tuple[dt.date, dt.date]) -> None:
    """Show the calendar and the chosen day; after a change the whole page is run.

    Args:
        spread: The first and the last day that have entries or marks.
    """
    if st.session_state.pop("history_changed", False):
        st.rerun()
    for error in state.failures():
        parts.failure(error)
    st.subheader(kept.say("pages-history-calendar"))
    day = _chosen(spread)
    _copied()
    if day is not None:
        _day(day)


def _chosen(spread: tuple[dt.date, dt.date]) -> str | None:
    from nutrition.store import calendar

    today = dt.date.today()  # noqa: DTZ011 - the user's day
    months = history_days.months(min(spread[0], today), max(spread[1], today))
    start = min(today, spread[1]).strftime("%Y-%m")
    listed = [f"{one:%Y-%m}" for one in months]
    month = st.selectbox(
        kept.say("pages-history-month"),
        listed,
        index=listed.index(start),
        format_func=_month,
        key="history_month",
    )
    first = dt.date.fromisoformat(f"{month}-01")
    days = calendar(kept.store(), kept.me().id or 0, *history_days.whole_month(first))
    signs = {
        str(row.day): SIGNS[str(row.state)] + (UNUSUAL if row.typical is False else "")
        for row in days.astype({"typical": "object"}).itertuples()
    }
    dark = DARK if st.context.theme.type == "dark" else ""
    st.html(GRID.format(start=first.weekday() + 1, dark=dark) + _weekdays())
    with st.container(key="history_days"):
        found = st.pills(
            kept.say("pages-history-choose-day", month=_month(month)),
            list(signs),
            format_func=lambda one: f"{int(one[-2:])} {signs[one]}",
            key=f"history_day_{month}",
            label_visibility="collapsed",
            width="stretch",
        )
    st.caption(kept.say("pages-history-legend"))
    return found


def _month(month: str) -> str:
    from babel.dates import format_skeleton

    first = dt.date.fromisoformat(f"{month}-01")
    return str(format_skeleton("yMMMM", first, locale=kept.language()))


def _weekdays() -> str:
    from babel.dates import get_day_names

    names = get_day_names("abbreviated", "stand-alone", locale=kept.language())
    cells = "".join(f"<span>{str(names[place]).rstrip('.')}</span>" for place in range(7))
    return f'<div class="history-weekdays" aria-hidden="true">{cells}</div>'


def _day(day: str) -> None:
    from nutrition.store import marked_day

    one = dt.date.fromisoformat(day)
    row = history_read.read(one, one).days.iloc[0]
    said = marked_day(kept.store(), kept.me().id or 0, day)
    st.session_state["history_shown"] = (day, said)
    with st.container(border=True):
        st.markdown(f"**{parts.plain(kept.date(day))}**")
        lines = [kept.say("pages-history-day-entries", entries=int(row["entries"]))]
        if row["entries"]:
            lines += [_amount(row, nutrient) for nutrient in MINERALS]
        st.markdown("  \n".join(lines))
        if row["state"] == "complete" and not row["entries"]:
            st.caption(kept.say("pages-history-complete-without-entries"))
        _marks(day, said, str(row["state"]))
        _actions(day, empty=not row["entries"])


def _amount(row: "pd.Series", nutrient: str) -> str:
    name = kept.say(f"mineral-{stem(nutrient)}")
    mineral = name[:1].upper() + name[1:]
    unknown = int(row[f"{stem(nutrient)}_unknown_items"])
    if unknown and math.isnan(row[nutrient]):
        return kept.say("pages-history-day-amount-unknown", mineral=mineral)
    amount = kept.number(row[nutrient])
    if unknown:
        return kept.say(
            "pages-history-day-amount-at-least", mineral=mineral, amount=amount, unknown=unknown
        )
    return kept.say("pages-history-day-amount", mineral=mineral, amount=amount)


def _marks(day: str, said: "Day | None", standing: str) -> None:
    typical = {value: key for key, value in TYPICAL.items()}[said.typical if said else None]
    values = {
        "history_state": standing,
        "history_typical": typical,
        "history_note": said.note if said else "",
    }
    state.seed("history_day", (day, said.version if said else None, standing), values)
    with st.form("history_marks", border=False):
        st.radio(
            kept.say("pages-history-state"),
            STATES,
            format_func=lambda one: kept.say(f"pages-history-state-{one}"),
            key="history_state",
            horizontal=True,
            help=kept.say("pages-history-state-help"),
        )
        st.radio(
            kept.say("pages-history-typical"),
            list(TYPICAL),
            format_func=lambda one: kept.say(f"pages-history-typical-{one}"),
            key="history_typical",
            horizontal=True,
        )
        st.text_input(kept.say("pages-history-note"), key="history_note", max_chars=2_000)
        st.form_submit_button(kept.say("pages-history-save"), on_click=_save, type="primary")


def _save() -> None:
    from nutrition.store import mark_day

    day, seen = st.session_state["history_shown"]
    with state.saving():
        mark_day(
            kept.store(),
            kept.me().id or 0,
            day,
            seen=seen,
            state=st.session_state["history_state"],
            typical=TYPICAL[st.session_state["history_typical"]],
            note=st.session_state["history_note"],
        )
        st.session_state["history_changed"] = True


def _actions(day: str, *, empty: bool) -> None:
    if st.button(kept.say("pages-history-open"), key="history_open", width="stretch"):
        st.session_state[SHOWN] = dt.date.fromisoformat(day)
        st.switch_page("dashboard/today.py")
    if empty:
        return
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    left.date_input(
        kept.say("pages-history-copy-to"),
        dt.date.today(),  # noqa: DTZ011 - the user's day
        format=kept.date_format(),
        key="history_copy_to",
    )
    right.button(
        kept.say("pages-history-copy"), key="history_copy", on_click=_copy, width="stretch"
    )


def _copy() -> None:
    from nutrition.store import copy_day

    day, _ = st.session_state["history_shown"]
    target = st.session_state["history_copy_to"].isoformat()
    with state.saving():
        new = copy_day(kept.store(), kept.me().id or 0, day, target)
        st.session_state["history_copied"] = (new[0].version, len(new), target)
        st.session_state["history_changed"] = True


def _copied() -> None:
    if st.session_state.pop("history_undone", False):
        st.caption(kept.say("pages-history-undone"))
    if "history_copied" not in st.session_state:
        return
    _, count, target = st.session_state["history_copied"]
    st.success(kept.say("pages-history-copied", entries=count, day=kept.date(target)))
    st.button(kept.say("pages-history-undo"), key="history_undo", on_click=_undo)


def _undo() -> None:
    from nutrition.store import undo

    number, _, _ = st.session_state.pop("history_copied")
    with state.saving():
        undo(kept.store(), number)
        st.session_state["history_undone"] = True
        st.session_state["history_changed"] = True
