"""The lines of a day with what each was taken as."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from foods.nutrients import MINERALS
from nutrition.adequacy.wording import missing
from nutrition.records import KNOWN

if TYPE_CHECKING:
    from nutrition.views.day import Day

OPEN = ("ask", "unknown")
"""Statuses of a food that is not settled."""
LINE = (
    *("food", "amount", "unit", "description", "grams", "food_status", "amount_status"),
    *MINERALS,
    *KNOWN.values(),
)
"""What of an item its line tells."""


@dataclass(frozen=True)
class Line:
    """One line of a day with what it was taken as.

    Attributes:
        food: As it was entered.
        amount: How much; None where not said.
        unit: Of what.
        description: The food of the table; "" where it is none.
        kind: What it is instead: ``label`` (states its own minerals) or ``open``.
        grams: Weight [g]; None where not known.
        estimated: The weight is an estimate.
        calcium_mg: What is known of its calcium [mg]; None where nothing is.
        magnesium_mg: As above.
        calcium_at_least: A dish, of which only a part is known.
        magnesium_at_least: As above.
    """

    food: str
    amount: float | None
    unit: str
    description: str
    kind: str
    grams: float | None
    estimated: bool
    calcium_mg: float | None
    magnesium_mg: float | None
    calcium_at_least: bool
    magnesium_at_least: bool

    @property
    def digits(self) -> int:
        """Digits after the decimal mark that the amount needs, two at most."""
        amount = self.amount or 0.0
        return next((digits for digits in (0, 1) if round(amount, digits) == amount), 2)


def lines_of(day: "Day") -> list[Line]:
    """Return every line of a day with what it was taken as, in order."""
    needed = [column for column in LINE if column in day.items]
    return [_line(item) for item in day.items[needed].to_dict("records")]


def _line(item: Mapping[Any, Any]) -> Line:
    def value(name: str) -> float | None:
        return None if missing(item.get(name)) else float(item[name])

    description = item["description"] if isinstance(item.get("description"), str) else ""
    stated = item.get("food_status") not in OPEN
    calcium, magnesium = (value(KNOWN[nutrient]) for nutrient in MINERALS)
    return Line(
        str(item["food"]),
        value("amount"),
        item["unit"] if isinstance(item.get("unit"), str) else "",
        description,
        "label" if stated else "open",
        value("grams"),
        item.get("amount_status") == "estimated",
        calcium,
        magnesium,
        calcium is not None and value("calcium_mg") is None,
        magnesium is not None and value("magnesium_mg") is None,
    )
