"""The lines of a day with what each was taken as."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from foods.nutrients import MINERALS
from nutrition.adequacy.wording import missing
from nutrition.intake import stem
from nutrition.records import KNOWN

if TYPE_CHECKING:
    from nutrition.store import Entry
    from nutrition.views.day import Day

OPEN = ("ask", "unknown")
"""Statuses of a food that is not settled."""
LINE = (
    *("food", "description", "grams", "food_status", "amount_status"),
    *MINERALS,
    *KNOWN.values(),
)
"""What of an item its line tells."""


@dataclass(frozen=True)
class Line:
    """One line of a day with what it was taken as.

    Attributes:
        food: As it was entered.
        description: The food of the table; "" where it is none.
        kind: What it is instead: ``label`` (states its own minerals) or ``open``.
        grams: Weight [g]; None where not known.
        estimated: The weight is an estimate.
        calcium_mg: What is known of its calcium [mg]; None where nothing is.
        magnesium_mg: As above.
        calcium_at_least: A dish, of which only a part is known.
        magnesium_at_least: As above.
        state: Of the item: ``food``, ``amount`` (both ask), ``check``, ``about``, ``settled``.
    """

    food: str
    description: str
    kind: str
    grams: float | None
    estimated: bool
    calcium_mg: float | None
    magnesium_mg: float | None
    calcium_at_least: bool
    magnesium_at_least: bool
    state: str

    @property
    def grams_at_least(self) -> bool:
        """One line weighs what it weighs."""
        return False


@dataclass(frozen=True)
class Sums:
    """What the lines of a day come to; attributes as of `Line`.

    Attributes:
        grams: Weight of what is known [g].
        estimated: The weight of a line is an estimate.
        calcium_mg: Total of what is known [mg]; None where nothing is.
        magnesium_mg: As above.
        grams_at_least: The weight of a line is not known.
        calcium_at_least: A line has no value, or a part of it has none.
        magnesium_at_least: As above.
    """

    grams: float | None
    estimated: bool
    calcium_mg: float | None
    magnesium_mg: float | None
    grams_at_least: bool
    calcium_at_least: bool
    magnesium_at_least: bool


def lines_of(day: "Day") -> list[Line]:
    """Return every line of a day with what it was taken as, in order."""
    if day.items.empty:
        return []
    needed = [column for column in LINE if column in day.items]
    rows = zip(*(day.items[column].tolist() for column in needed), strict=True)
    return [_line(dict(zip(needed, row, strict=True))) for row in rows]


def sums_of(day: "Day") -> Sums:
    """Return what the lines of a day come to; nothing known where there is no line."""
    if day.totals is None:
        return Sums(None, False, None, None, False, False, False)
    totals: Mapping[Any, Any] = day.totals.to_dict()
    unknown = [bool(totals.get(f"{one}_unknown_items")) for one in ("grams", *map(stem, MINERALS))]
    estimated = bool((day.items["amount_status"] == "estimated").any())
    calcium, magnesium = (_number(totals, nutrient) for nutrient in MINERALS)
    return Sums(_number(totals, "grams"), estimated, calcium, magnesium, *unknown)


def amount_words(row: "Entry", decimal: str) -> str:
    """Return the amount of a line as it can be typed again: "0.25", "1-2", "" where not said.

    Args:
        row: The line.
        decimal: The decimal sign of the language.
    """
    if row.amount is None:
        return ""
    ends = [row.amount]
    low, high = row.amount_low, row.amount_high
    # A range that was typed has its amount in the middle; what a handful may weigh has not.
    if low is not None and high is not None and math.isclose((low + high) / 2, row.amount):
        ends = list(dict.fromkeys((low, high)))
    return "-".join(f"{end:.10g}" for end in ends).replace(".", decimal)


def state_of(item: Mapping[Any, Any]) -> str:
    """Return the state of an item: ``food``, ``amount``, ``check``, ``about`` or ``settled``."""
    food, amount = item["food_status"], item["amount_status"]
    if food in OPEN:
        return "food"
    if amount in OPEN:
        return "amount"
    if amount == "flag":
        return "check"
    return "about" if amount == "estimated" else "settled"


def _number(values: Mapping[Any, Any], name: str) -> float | None:
    return None if missing(values.get(name)) else float(values[name])


def _line(item: Mapping[Any, Any]) -> Line:
    description = item["description"] if isinstance(item.get("description"), str) else ""
    stated = item.get("food_status") not in OPEN
    calcium, magnesium = (_number(item, KNOWN[nutrient]) for nutrient in MINERALS)
    return Line(
        str(item["food"]),
        description,
        "label" if stated else "open",
        _number(item, "grams"),
        item.get("amount_status") == "estimated",
        calcium,
        magnesium,
        calcium is not None and _number(item, "calcium_mg") is None,
        magnesium is not None and _number(item, "magnesium_mg") is None,
        state_of(item),
    )
