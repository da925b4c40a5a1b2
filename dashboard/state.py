"""What one visitor has entered, kept for the length of the visit and nowhere else."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st

if TYPE_CHECKING:
    from foods.composition import FoodTable
    from nutrition.factors import Answer
    from nutrition.views.day import Profile
    from nutrition.views.meal import MealRow

EDITABLE = {"Food": "food", "Amount": "amount", "Unit": "unit"}


@st.cache_resource(show_spinner="Opening the food table …")
def food_table() -> "FoodTable":
    """Open the food table once for all visitors."""
    from foods.installed import open_table
    from nutrition.commands.config import settings

    return open_table(settings()["foods"].value)


def setting(name: str) -> str:
    """Return a setting: what was chosen on the page, else the user's configuration."""
    from nutrition.commands.config import settings

    chosen = st.session_state.get(f"setting_{name}")
    return chosen or settings()[name].value


def rows() -> tuple["MealRow", ...]:
    """Return the meal."""
    found: tuple[MealRow, ...] = st.session_state.get("rows", ())
    return found


def answers() -> dict[tuple[str, str], "Answer"]:
    """Return the choices made so far."""
    found: dict[tuple[str, str], Answer] = st.session_state.get("answers", {})
    return found


def set_answers(new: dict[tuple[str, str], "Answer"]) -> None:
    """Keep a choice."""
    st.session_state["answers"] = new


def next_id() -> int:
    """Return a row number that was never given."""
    return int(st.session_state.get("next_id", 0))


def add(new: "list[MealRow]") -> None:
    """Append rows; each must be numbered from `next_id` on."""
    st.session_state["rows"] = (*rows(), *new)
    st.session_state["next_id"] = max([next_id() - 1, *(row.row_id for row in new)]) + 1


def clear() -> None:
    """Begin an empty meal; choices made stay."""
    st.session_state["rows"] = ()
    st.session_state["day_complete"] = False


def set_amount(row_id: int, amount: float) -> None:
    """Give a row its amount."""
    st.session_state["rows"] = tuple(
        replace(row, amount=amount, amount_low=None, amount_high=None)
        if row.row_id == row_id
        else row
        for row in rows()
    )
    st.session_state["table_version"] = table_version() + 1


def table_version() -> int:
    """Return the version of the meal table; a new one forgets the edits of the old."""
    return int(st.session_state.get("table_version", 0))


def take_edits() -> None:
    """Move new edits of the meal table into the rows.

    The table shows the rows, so its edits are never fed back as its own input: each is taken
    over once, by the row it was made on.
    """
    key = f"meal_table_{table_version()}"
    edits: Mapping[int, Mapping[str, Any]] = st.session_state.get(key, {}).get("edited_rows", {})
    shown, taken = st.session_state.get("table_shown", {}).get(key, ()), taken_edits(key)
    fresh: dict[int, dict[str, Any]] = {}
    for place, cells in edits.items():
        number = int(place)
        if number >= len(shown):
            continue
        known = taken.get((shown, number), {})
        new = {c: v for c, v in cells.items() if c not in known or known[c] != v}
        taken[shown, number] = {**known, **cells}
        if new:
            fresh[shown[number]] = new
    st.session_state["table_taken"] = {key: taken}
    if fresh:
        changed = (edited(row, fresh.get(row.row_id, {})) for row in rows())
        st.session_state["rows"] = tuple(row for row in changed if row is not None)


def taken_edits(key: str) -> dict[tuple[tuple[int, ...], int], dict[str, Any]]:
    """Return the edits of a table that were taken over before."""
    found: dict[tuple[tuple[int, ...], int], dict[str, Any]] = st.session_state.get(
        "table_taken", {}
    ).get(key, {})
    return dict(found)


def table_shown(ids: tuple[int, ...]) -> str:
    """Remember which rows the table shows, and return its key."""
    key = f"meal_table_{table_version()}"
    st.session_state["table_shown"] = {key: ids}
    return key


def edited(row: "MealRow", cells: Mapping[str, Any]) -> "MealRow | None":
    """Return a row with cells of the table changed; None where it was removed."""
    if cells.get("Remove"):
        return None
    changes = {EDITABLE[name]: value for name, value in cells.items() if name in EDITABLE}
    if "food" in changes:
        changes["food"] = str(changes["food"] or "").strip() or row.food
        changes["food_id"] = None
    if "unit" in changes:
        changes["unit"] = str(changes["unit"] or "").strip()
    if "amount" in changes:
        value = changes["amount"]
        changes["amount"] = float(value) if value is not None and float(value) > 0 else None
        changes |= {"amount_low": None, "amount_high": None}
    return replace(row, **changes)


def profile() -> "Profile | None":
    """Return whose day it is; None until sex and age are given."""
    from nutrition.views.day import Profile

    sex, age = st.session_state.get("sex"), st.session_state.get("age")
    if sex is None or age is None:
        return None
    condition = st.session_state.get("condition") or "none"
    if sex == "male":
        condition = "none"
    trimester = st.session_state.get("trimester") if condition == "pregnant" else None
    return Profile(sex, float(age), condition, trimester)
