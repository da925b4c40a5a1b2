"""Amounts that nobody eats in one line of a diary: flagged for a second look, never changed.

The limits stand in `data/amount_limits.csv`, by unit and by food, each with its reason; most
are above the 99.9th percentile of the lines of a national survey. A food's limit is found by
the last words of its name ("cooked spinach", "spinach, cooked"), so that butter chicken is no
butter.
"""

import csv
import functools
import re
from dataclasses import dataclass

from foods.quantity_food import is_drink
from foods.units import DATA

LEAST_GRAMS = 0.05
LEAST_MILLILITRES = 0.1
LONGEST_WORDS = 3

NOT_COUNTED = frozenset(["piece", "clove"])
"""Units that count the food itself or a small part of it."""

_HEAD_ENDS = re.compile(r"[,(:;\[]|\b(?:with|in|from|on|without|for|made|of)\b")


@dataclass(frozen=True, slots=True)
class Limit:
    """The most of one kind of food in one line.

    Attributes:
        grams: Most grams [g].
        millilitres: Most millilitres [ml].
        count: Most of them, counted.
        reason: Where the limit comes from.
    """

    grams: float
    millilitres: float
    count: float
    reason: str


def implausible(
    unit: str,
    size: str,
    high: float,
    grams: float | None,
    millilitres: float | None,
    food: str = "",
) -> str:
    """Say why an amount is implausible.

    Args:
        unit: Canonical unit or household word.
        size: Size word, or "".
        high: Upper end of the amount [units].
        grams: Upper end of a mass [g]; None for anything else.
        millilitres: Upper end of a volume [ml]; None for anything else.
        food: The food's name, states included.

    Returns:
        A sentence, or "" where it is plausible.
    """
    if unit in {"mg", "ug"}:
        return f"A food in {unit} is unusual; is it a supplement?"
    limit = limit_of(food)
    of_it = f" of {food[:60]}" if food else ""
    if grams is not None:
        plausible = LEAST_GRAMS <= grams <= limit.grams
        said = f"{grams:g} g{of_it}"
    elif millilitres is not None:
        plausible = LEAST_MILLILITRES <= millilitres <= limit.millilitres
        said = f"{millilitres:g} ml{of_it}"
    else:
        plausible = unit not in {"", "piece", size} or high <= limit.count
        said = f"{high:g}{of_it}"
    if plausible and unit in _units() and high > _units()[unit]:
        plausible = False
        said = f"{high:g} {unit}{of_it}"
    if plausible and unit not in _units() and unit not in {"", size} and unit not in NOT_COUNTED:
        plausible = grams is not None or millilitres is not None or high <= MOST_HOUSEHOLD
        said = f"{high:g} {unit}{of_it}"
    return "" if plausible else f"{said} in one line is implausible; look again."


MOST_HOUSEHOLD = 30.0


def limit_of(food: str) -> Limit:
    """Find the limit of a food by the last words of its name.

    Args:
        food: The name as it was written.

    Returns:
        The food's own limit, or that of drinks, or that of all foods.
    """
    by_words, drink, any_food = _foods()
    head = _HEAD_ENDS.split(food.casefold(), maxsplit=1)[0].split()
    for length in range(min(LONGEST_WORDS, len(head)), 0, -1):
        found = by_words.get(" ".join(head[-length:]))
        if found is not None:
            return found
    return drink if is_drink(food) else any_food


@functools.cache
def _units() -> dict[str, float]:
    return {
        word.strip(): float(row["count"])
        for row in _rows()
        if row["kind"] == "unit"
        for word in row["words"].split("|")
    }


@functools.cache
def _foods() -> tuple[dict[str, Limit], Limit, Limit]:
    made: dict[str, dict[str, Limit]] = {"food": {}, "drink": {}, "any": {}}
    for row in _rows():
        if row["kind"] == "unit":
            continue
        limit = Limit(
            float(row["grams"]), float(row["millilitres"]), float(row["count"]), row["reason"]
        )
        for word in row["words"].split("|"):
            made[row["kind"]][word.strip()] = limit
    return made["food"], made["drink"][""], made["any"][""]


@functools.cache
def _rows() -> list[dict[str, str]]:
    with (DATA / "amount_limits.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
