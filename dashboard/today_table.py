"""The lines of the day as a table; every change is saved as it is made."""

from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import kept, parts, state, today_day, today_who
from dashboard.browser_parts import component
from foods.errors import MgcaError
from nutrition.views import day, meal
from nutrition.views.editing import Editing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from nutrition.store import Changed, Entry
    from nutrition.views.day import Day
    from nutrition.views.lines import Line, Sums

KEY, EDITING = "day_table", "day_editing"
DRAWN, OF_DAY = "day_table_drawn", "day_table_of"
CACHE, CACHED = "computed_days", 16
HEADS = ("food", "amount", "unit", "occasion")
FIGURES = ("weight", "calcium", "magnesium")
SIGNS = {"settled": "✓", "about": "≈"}
"""What needs no words; the line below the table explains them."""

_TABLE = component(KEY)


def totalled() -> "Day":
    """Return the day that is shown with its totals, computed once for each state of its lines."""
    return kept.once("totalled", _totalled)[1]


def computed() -> "Day":
    """Return the day that is shown beside reference intakes, judged once for each state."""
    return kept.once("computed", _computed)


def _totalled() -> "tuple[Any, Day]":
    rows, marked = today_day.rows(), today_day.marked()
    terms: dict[str, Any] = {
        "locale": kept.setting("locale"),
        "complete": marked is not None and marked.state == "complete",
        "answers": today_day.answers(),
    }
    table = kept.table()
    key = (tuple((row.id, row.version) for row in rows), id(table), repr(terms))
    return key, _cached(key, lambda: day.totalled(meal.meal_records(rows), table, **terms))


def _computed() -> "Day":
    key, found = kept.once("totalled", _totalled)
    profile = today_who.profile()
    terms = {"body": kept.setting("references"), "sd_source": kept.setting("sd_source")}
    return _cached((key, profile, *terms.values()), lambda: day.judged(found, profile, **terms))


def _cached(key: Any, compute: "Callable[[], Day]") -> "Day":
    cache: dict[Any, Day] = st.session_state.setdefault(CACHE, {})
    if key not in cache:
        found = compute()
        for old in list(cache)[: len(cache) + 1 - CACHED]:
            del cache[old]
        cache[key] = found
    return cache[key]


def show() -> None:
    """Show the lines, or what to do where there are none."""
    for place, error in enumerate(_editing().conflicts):
        _conflict(place, error)
    st.subheader(kept.say("pages-today-lines", day=kept.date(today_day.day())))
    if not today_day.rows():
        st.info(kept.say("pages-today-nothing"), icon=":material/restaurant:")
        return
    st.session_state[OF_DAY] = today_day.day()
    _lines()


@st.fragment
def _lines() -> None:
    """Show the table; an edit draws it alone, with its totals, and then the page around it."""
    # A click on another day may come in the same message as an edit, and then the page is behind.
    if st.session_state.pop(DRAWN, False) or st.session_state[OF_DAY] != today_day.day():
        st.rerun()
    with kept.reading_once():
        rows = today_day.rows()
        _editing().show(rows)
        _TABLE(
            key=KEY, data=_data(rows, totalled()),
            on_edits_change=_take, on_drawn_change=_follow,
        )  # fmt: skip
    st.caption(kept.say("pages-today-table-help"))


def _follow() -> None:
    st.session_state[DRAWN] = True


def _editing() -> Editing:
    found: Editing = st.session_state.setdefault(EDITING, Editing())
    return found


def _take() -> None:
    edits = st.session_state[KEY].get("edits") or ()
    _editing().take(kept.store(), edits, decimal=kept.decimal_sign())


def last_edit(number: int) -> int:
    """Return the edit that undo takes back: what was typed into a cell before it was clicked.

    Args:
        number: The last edit when the page was drawn.
    """
    from nutrition.store import done

    if KEY in st.session_state:
        _take()
    latest = done(kept.store(), person_id=kept.me().id, limit=1)
    typed = latest and latest[0].number == _editing().last
    return max(number, _editing().last) if typed else number


def _data(rows: "Sequence[Entry]", found: "Day") -> dict[str, Any]:
    from nutrition.views.lines import lines_of, sums_of

    editing = _editing()
    lines = lines_of(found)
    heads = {name: kept.say(f"pages-today-{name}") for name in HEADS}
    heads |= {name: kept.say(f"pages-today-as-{name}") for name in FIGURES}
    return {
        "window": editing.window,
        "taken": editing.taken,
        "language": kept.language(),
        "heads": {
            **heads,
            "caption": kept.say("pages-today-table"),
            "remove": kept.say("pages-today-remove"),
            "total": kept.say("pages-today-table-total"),
            "skip": kept.say("pages-today-table-skip"),
        },
        "occasions": [[one, today_day.occasion_words(one)] for one in ("", *today_day.OCCASIONS)],
        "lines": [_line(row, line) for row, line in zip(rows, lines, strict=True)],
        "totals": _figures(sums_of(found)),
    }


def _line(row: "Entry", line: "Line") -> dict[str, Any]:
    from nutrition.views.lines import amount_words

    refused = _editing().refused
    return {
        "id": row.id,
        "version": row.version,
        "food": row.food,
        "amount": amount_words(row, kept.decimal_sign()),
        "unit": row.unit,
        "occasion": row.occasion,
        "taken": _taken(line),
        "open": line.state in ("food", "amount"),
        "refused": {
            cell: {"typed": one.typed, "message": one.message}
            for (number, cell), one in refused.items()
            if number == row.id
        },
        **_figures(line),
    }


def _taken(line: "Line") -> str:
    """Say in what state a line is, and as what it was taken."""
    taken = line.description or kept.say(f"pages-today-as-{line.kind}")
    if line.state in SIGNS:
        return f"{SIGNS[line.state]} {taken}"
    return f"{kept.say(f'pages-today-state-{line.state}')} · {taken}"


def _figures(of: "Line | Sums") -> dict[str, str]:
    about = "≈ " if of.estimated else ""
    return {
        "weight": about + _figure(of.grams, at_least=of.grams_at_least),
        "calcium": _figure(of.calcium_mg, at_least=of.calcium_at_least),
        "magnesium": _figure(of.magnesium_mg, at_least=of.magnesium_at_least),
    }


def _figure(value: float | None, *, at_least: bool) -> str:
    if value is None:
        return "?"
    return f"{'≥ ' if at_least else ''}{kept.number(value)}"


def _conflict(place: int, error: "Changed") -> None:
    with st.container(border=True, key=f"conflict_{place}"):
        st.warning(parts.plain(kept.say("pages-today-changed")))
        st.markdown(
            f"- {parts.plain(kept.say('pages-today-changed-mine', row=_row(error.mine)))}\n"
            f"- {parts.plain(kept.say('pages-today-changed-theirs', row=_row(error.theirs)))}"
        )
        with st.container(horizontal=True):
            st.button(
                kept.say("pages-today-changed-keep"), key=f"keep_{place}", on_click=_settled,
                args=(place, error, False),
            )  # fmt: skip
            st.button(
                kept.say("pages-today-changed-use"), key=f"use_{place}", on_click=_settled,
                args=(place, error, True),
            )  # fmt: skip


def _row(row: "Entry | None") -> str:
    if row is None:
        return kept.say("pages-today-changed-removed")
    amount = "?" if row.amount is None else kept.amount(row.amount)
    return " ".join(part for part in (amount, row.unit, row.food) if part)


def _settled(place: int, error: "Changed", mine: bool) -> None:
    from nutrition.store import Changed
    from nutrition.views.editing import settle_conflict

    conflicts = _editing().conflicts
    if mine:
        try:
            settle_conflict(kept.store(), error)
        except Changed as newer:
            conflicts[place] = newer
            return
        except MgcaError as failed:
            st.session_state.setdefault(state.FAILED, []).append(failed)
    del conflicts[place]
