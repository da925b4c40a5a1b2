"""What stands beside a day's totals as information only: absorbable calcium, the ratio."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from nutrition.absorption import MineralRatio, calcium_to_magnesium, day_absorption
from nutrition.calcium_load import MealLoad, meal_loads

if TYPE_CHECKING:
    from foods.composition import FoodTable
    from nutrition.views.day import Day


@dataclass(frozen=True)
class AbsorptionRows:
    """Absorbable calcium of a day.

    Attributes:
        parts: ``measured``, ``analogy``, ``unknown``; calcium [mg]; what is absorbed of it [mg].
        foods: Columns ``food, calcium_mg, absorbable_mg`` [mg]``, ratio_to_milk, evidence,
            above_studied_load, source``; one row an item with calcium.
    """

    parts: tuple[tuple[str, float | None, float | None], ...]
    foods: pd.DataFrame


def absorption_rows(day: "Day", table: "FoodTable") -> AbsorptionRows:
    """Return what is known of the absorption of a day's calcium; see `nutrition.absorption`."""
    items = day.items.to_dict("records")
    found = day_absorption(items, table)
    rows = [
        {
            "food": item["food"],
            "calcium_mg": one.calcium_mg,
            "absorbable_mg": one.absorbable_mg,
            "ratio_to_milk": one.ratio_to_milk,
            "evidence": one.evidence,
            "above_studied_load": one.above_studied_load,
            "source": one.source,
        }
        for item, one in zip(items, found.items, strict=True)
        if one.calcium_mg
    ]
    return AbsorptionRows(
        (
            ("measured", found.measured_calcium_mg, found.measured_absorbable_mg),
            ("analogy", found.analogy_calcium_mg, found.analogy_absorbable_mg),
            ("unknown", found.unknown_calcium_mg, None),
        ),
        pd.DataFrame(rows),
    )


def loads(day: "Day", occasions: Sequence[str]) -> tuple[MealLoad, ...]:
    """Return the calcium of each meal as one load; see `nutrition.absorption.meal_loads`.

    Args:
        day: A computed day.
        occasions: The occasion of each item, in their order; "" where none was said.
    """
    items = day.items.to_dict("records")
    return meal_loads(
        {**item, "occasion": occasion} for item, occasion in zip(items, occasions, strict=True)
    )


def ratio(day: "Day") -> MineralRatio:
    """Return calcium over magnesium of a day, a descriptive figure without a target."""
    totals = day.totals
    if totals is None:
        return calcium_to_magnesium(None, None)
    unknown = int(totals["calcium_unknown_items"]) + int(totals["magnesium_unknown_items"])
    return calcium_to_magnesium(
        totals["calcium_mg"], totals["magnesium_mg"], values_missing=unknown > 0
    )
