"""Sourced densities of drinks that come without a measure."""

import csv
import functools
import re
from dataclasses import dataclass
from pathlib import Path

from foods.measures import Density

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class DensityRule:
    """One row of `data/densities.csv`.

    Attributes:
        food_id: Pattern that the whole id must match; None fits all.
        group: Pattern that the whole food group must match; None fits all.
        description: Pattern to be found in the description; None fits all.
        density: Density [g/ml] and source; None where the rule says that there is none.
    """

    food_id: re.Pattern[str] | None
    group: re.Pattern[str] | None
    description: re.Pattern[str] | None
    density: Density | None

    def fits(self, food_id: str, group: str, description: str) -> bool:
        """Tell whether a food falls under this rule."""
        return (
            (self.food_id is None or self.food_id.fullmatch(food_id) is not None)
            and (self.group is None or self.group.fullmatch(group) is not None)
            and (self.description is None or self.description.search(description) is not None)
        )


@functools.cache
def density_rules() -> tuple[DensityRule, ...]:
    """Give the rules, first to be tried first."""
    with (DATA / "densities.csv").open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: int(row["priority"]))
    return tuple(
        DensityRule(
            _pattern(row["food_id"]),
            _pattern(row["food_group"]),
            _pattern(row["description_pattern"]),
            Density(float(row["g_per_ml"]), row["source"]) if row["g_per_ml"] else None,
        )
        for row in rows
    )


def _pattern(text: str) -> re.Pattern[str] | None:
    return re.compile(text, re.IGNORECASE) if text else None
