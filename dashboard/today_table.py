"""The lines of the day as a table; every change is saved as it is made."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from dashboard import kept, parts, state, today_day, today_lines, today_who
from foods.errors import MgcaError
from nutrition.views import day, meal

if TYPE_CHECKING:
    from nutrition.store import Changed, Entry
    from nutrition.views.day import Day

CELLS = {"Food": "food", "Amount": "amount", "Unit": "unit", "Occasion": "occasion"}
VERSION, KNOWN, SHOWN, TAKEN = "table_version", "table_known", "table_shown", "table_taken"
CONFLICTS = "conflicts"
CACHE, CACHED = "computed_days", 16


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
    for place, error in enumerate(st.session_state.get(CONFLICTS, ())):
        _conflict(place, error)
    st.subheader(kept.say("pages-today-lines", day=kept.date(today_day.day())))
    rows = today_day.rows()
    if not rows:
        st.info(kept.say("pages-today-nothing"), icon=":material/restaurant:")
        return
    with st.container(key="screen_table"):
        _editor(rows, totalled().items)
    today_lines.show(totalled(), rows)


def _editor(rows: "Sequence[Entry]", items: pd.DataFrame) -> None:
    frame = pd.DataFrame(
        {
            "Remove": [False] * len(rows),
            "Food": pd.Series([row.food for row in rows], dtype="str"),
            "Amount": pd.Series([row.amount for row in rows], dtype="float64"),
            "Unit": pd.Series([row.unit for row in rows], dtype="str"),
            "Calcium": items["calcium_mg"],
            "Magnesium": items["magnesium_mg"],
            "Occasion": pd.Series([row.occasion for row in rows], dtype="str"),
            "State": [
                kept.say(f"pages-today-state-{meal.state_of(item)}")
                for item in items.to_dict("records")
            ],
        }
    )
    frame.index = pd.Index([row.id for row in rows])
    occasions = list(dict.fromkeys(["", *today_day.OCCASIONS, *(row.occasion for row in rows)]))
    config = st.column_config
    st.data_editor(
        frame,
        key=_shown(rows),
        hide_index=True,
        width="stretch",
        height="content",
        disabled=["State", "Calcium", "Magnesium"],
        placeholder="?",
        alt=kept.say("pages-today-table"),
        column_config={
            # On a phone, what is changed most stands within its width, and what removes a row.
            "Remove": config.CheckboxColumn(kept.say("pages-today-remove"), width=44),
            "Food": config.TextColumn(kept.say("pages-today-food"), width=128),
            "Amount": config.NumberColumn(
                kept.say("pages-today-amount"), width=90, min_value=0, format="%g"
            ),
            "Unit": config.TextColumn(kept.say("pages-today-unit"), width=88),
            "Calcium": config.NumberColumn("Ca mg", width=58, format="%.0f"),
            "Magnesium": config.NumberColumn("Mg mg", width=58, format="%.0f"),
            "Occasion": config.SelectboxColumn(
                kept.say("pages-today-occasion"),
                width=100,
                options=occasions,
                format_func=today_day.occasion_words,
            ),
            "State": config.TextColumn(kept.say("pages-today-state"), width=80),
        },
    )
    st.caption(kept.say("pages-today-table-help"))


def _shown(rows: "Sequence[Entry]") -> str:
    """Remember which lines the table shows, and return its key.

    A table keeps its edits over what it is given; lines that another window, an undo or another
    day changed get a new table, so that it shows what stands in the diary.
    """
    known: Mapping[int, Entry] = st.session_state.get(KNOWN, {})
    moved = any(row.id in known and known[row.id or 0].version != row.version for row in rows)
    gone = bool(known) and not set(known) <= {row.id for row in rows}
    if moved or gone:
        _fresh()
    st.session_state[KNOWN] = {row.id: row for row in rows}
    key = f"meal_table_{st.session_state.get(VERSION, 0)}"
    st.session_state[SHOWN] = {key: tuple(row.id for row in rows)}
    return key


def _fresh() -> None:
    st.session_state[VERSION] = st.session_state.get(VERSION, 0) + 1


def take_edits() -> None:
    """Save new edits of the table.

    The table shows the diary, so its edits are never fed back as its own input: each is taken
    over once, by the line it was made on, as this window saw it.
    """
    key = f"meal_table_{st.session_state.get(VERSION, 0)}"
    edits: Mapping[Any, Mapping[str, Any]] = st.session_state.get(key, {}).get("edited_rows", {})
    shown = st.session_state.get(SHOWN, {}).get(key, ())
    taken = dict(st.session_state.get(TAKEN, {}).get(key, {}))
    for place, cells in edits.items():
        number = int(place)
        if number >= len(shown):
            continue
        before = taken.get((shown[number], number), {})
        new = {c: v for c, v in cells.items() if c not in before or before[c] != v}
        taken[shown[number], number] = {**before, **cells}
        if new:
            _save(shown[number], new)
    st.session_state[TAKEN] = {key: taken}


def _save(number: int, cells: Mapping[str, Any]) -> None:
    from nutrition.store import Changed, change_entry, remove_entries

    known: dict[int, Entry] = st.session_state.get(KNOWN, {})
    seen = known.get(number)
    if seen is None:
        return
    try:
        if cells.get("Remove"):
            remove_entries(kept.store(), [seen])
            return
        named = {CELLS[name]: value for name, value in cells.items() if name in CELLS}
        wanted = meal.edited(seen, named)
        fields = ("food", "food_id", "amount", "amount_low", "amount_high", "amount_text", "unit")
        values = {n: getattr(wanted, n) for n in (*fields, "occasion", *seen.carried)}
        known[number] = change_entry(kept.store(), seen, **values)
    except Changed as error:
        st.session_state.setdefault(CONFLICTS, []).append(error)
        _fresh()
    except MgcaError as error:
        st.session_state.setdefault(state.FAILED, []).append(error)
        _fresh()


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
    amount = "?" if row.amount is None else f"{row.amount:g}"
    return " ".join(part for part in (amount, row.unit, row.food) if part)


def _settled(place: int, error: "Changed", mine: bool) -> None:
    from dataclasses import replace

    from nutrition.store import add_entries, change_entry, remove_entries

    conflicts = list(st.session_state.get(CONFLICTS, ()))
    del conflicts[place]
    st.session_state[CONFLICTS] = conflicts
    if not mine:
        return
    ours, theirs = error.mine, error.theirs
    with state.saving():
        if ours is None and theirs is not None:
            remove_entries(kept.store(), [theirs])
        elif theirs is None and ours is not None:
            add_entries(kept.store(), ours.person_id, [replace(ours, id=None, version=None)])
        elif ours is not None:
            names = ("food", "food_id", "amount", "amount_low", "amount_high", "unit", "occasion")
            values = {name: getattr(ours, name) for name in (*names, *ours.carried)}
            change_entry(kept.store(), theirs, **values)
