"""Household words that hold no fixed amount: a handful, a glass, a bowl.

Only sizes with a source are here (`data/household_sizes.csv`); all others have to be asked.
"""

import csv
import functools
from dataclasses import dataclass

from foods.units import DATA


@dataclass(frozen=True, slots=True)
class HouseholdSize:
    """What one household measure of a food holds, as a source states it.

    Attributes:
        low: Lower end of the range [g or ml, see `of`].
        value: The usual amount [g or ml].
        high: Upper end of the range [g or ml].
        of: "g" or "ml".
        source: Where the numbers stand, and what low and high are.
    """

    low: float
    value: float
    high: float
    of: str
    source: str


def household_size(unit: str, food: str) -> HouseholdSize | None:
    """Look up the sourced size of a household measure of one food.

    Args:
        unit: Canonical household word: "handful", "glass".
        food: The food as it was written.

    Returns:
        The size, or None where no source is known: then ask.
    """
    name = " ".join(food.casefold().split())
    sizes = _sizes()
    return sizes.get((unit, name)) or sizes.get((unit, f"{name}s"))


@functools.cache
def _sizes() -> dict[tuple[str, str], HouseholdSize]:
    with (DATA / "household_sizes.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["unit"], name.strip()): HouseholdSize(
                float(row["low"]), float(row["value"]), float(row["high"]), row["of"], row["source"]
            )
            for row in csv.DictReader(file)
            for name in row["foods"].split("|")
        }
