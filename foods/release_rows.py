"""What every reader of a release gives, and what they have in common."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from foods import groups
from foods.build_sr28 import conversion
from foods.errors import TableError
from foods.nutrients import MINERALS, NUTRIENTS
from foods.release_measures import Portion, measures_of_one

Row = dict[str, Any]

VITAMIN_D_IU = 1110
"""Branded foods state vitamin D in IU alone; 1 IU is 0.025 µg."""
NO_CATEGORY = "Not included in a food category"
OTHER_NAMES = {
    "Burgers (single code)": "Burgers",
    "Milk substitutes": "Plant-based milk",
    "Nutritional beverages": "Protein and nutritional powders",
    "Processed soy products": "Soy and meat-alternative products",
    "Soups": "Soups, broth-based",
}
"""WWEIA categories of earlier cycles → the name that `data/food_groups.csv` has a rule for."""


@dataclass
class Contents:
    """A release, read.

    Attributes:
        foods: Rows of `FOODS_SCHEMA` with `code` instead of `food_id`, `source` and `release`.
        measures: Rows of `MEASURES_SCHEMA`, the same way.
        notes: What was left out, and how often.
    """

    foods: list[Row] = field(default_factory=list)
    measures: list[Row] = field(default_factory=list)
    notes: dict[str, Any] = field(default_factory=dict)

    def add(self, food: Row, category: str, portions: Iterable[Portion]) -> None:
        """Add one food, with its food group, fortification and measures.

        Args:
            food: `code`, `description`, nutrients per 100 g; `aliases` where there are any.
            category: The source's own category.
            portions: The food's portions.
        """
        food["food_group"] = self._group(category, food["description"])
        food["fortified"] = groups.fortified(
            food["food_group"], food["description"], food.get("calcium_mg")
        )
        food.setdefault("aliases", "")
        self.foods.append(food)
        stated = list(portions)
        self.count("portions_without_weight", sum(not portion.weighs for portion in stated))
        self.measures.extend(
            {"code": food["code"], "measure": measure, "grams": grams}
            for measure, grams in measures_of_one(stated)
        )

    def count(self, note: str, more: int = 1) -> None:
        """Count something that was left out."""
        if more:
            self.notes[note] = self.notes.get(note, 0) + more

    def _group(self, category: str, description: str) -> str:
        try:
            return groups.food_group(OTHER_NAMES.get(category, category), description)
        except TableError:
            unknown = self.notes.setdefault("categories_without_rule", [])
            if category not in unknown:
                unknown.append(category)
            return groups.food_group(NO_CATEGORY, description)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One of a source's nutrients that is ours.

    Attributes:
        column: Our column.
        rank: 0 is preferred where a food states several.
        factor: From the source's unit to the column's.
    """

    column: str
    rank: int
    factor: float

    def of(self, value: float) -> float:
        """Give a value in the column's unit."""
        return value if self.factor == 1.0 else value * self.factor


def wanted(nutrient_id: int, unit: str) -> Wanted | None:
    """Say which column a FoodData Central nutrient belongs to.

    Args:
        nutrient_id: FoodData Central id: 1087 is calcium.
        unit: Its unit as the source writes it: "MG", "µg", "KCAL".

    Returns:
        The column and the factor by pint, or None for nutrients that are not ours.

    Raises:
        TableError: The unit is not one of that nutrient.
    """
    for nutrient in NUTRIENTS:
        if nutrient_id in nutrient.fdc_ids:
            rank = nutrient.fdc_ids.index(nutrient_id)
            return Wanted(nutrient.column, rank, _factor(unit, nutrient.column))
    if nutrient_id == VITAMIN_D_IU:
        return Wanted("vitamin_d_ug", 1, _factor(unit, "vitamin_d_ug"))
    return None


def _factor(unit: str, column: str) -> float:
    try:
        return conversion(unit, column)
    except (AttributeError, ValueError, TypeError) as error:  # pint's errors are these
        raise TableError(
            f"{column} is stated in {unit!r}, which is no unit of it.",
            hint="Is it an official release, unchanged?",
            column=column,
            unit=unit,
        ) from error


def number(text: Any) -> float | None:
    """Read a value of a table; None where it is blank, no number, negative or endless."""
    try:
        value = float(text)
    except (TypeError, ValueError):
        return None
    return value if 0 <= value < math.inf else None


def code(text: Any) -> str:
    """Give a code as text, without the ".0" that spreadsheets and R add."""
    plain = str(text).strip()
    whole, dot, rest = plain.partition(".")
    return whole if dot and whole.isdigit() and not rest.strip("0") else plain


def derivations(food: Row, source: str) -> None:
    """State where the minerals come from, where the source gives no derivation of its own.

    Args:
        food: A row; changed.
        source: Table and release.
    """
    for column in MINERALS:
        key = f"{column.removesuffix('_mg')}_derivation"
        if food.get(column) is not None and not food.get(key):
            food[key] = f"as {source} states it"
