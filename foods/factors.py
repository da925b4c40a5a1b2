"""Ready-made factors: grams and nutrients of one unit, for every food and each unit it has."""

from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from foods.composition import FACTORS_SCHEMA, FoodTable
from foods.measures import heads, normal, volume_of, weigh_by
from foods.nutrients import COLUMNS
from foods.units import VOLUME_UNITS

FACTOR_MASSES = ("g", "kg", "oz", "lb")


def factors(table: FoodTable, food_ids: Iterable[str]) -> pa.Table:
    """Make the factors of some foods, with US cups and spoons.

    A unit that must be asked about, or that has a range, has no factor: it goes through
    `foods.measures.weigh`, which lists the choices or gives the range.

    Args:
        table: The foods.
        food_ids: Which of them.

    Returns:
        Table of `FACTORS_SCHEMA`, sorted by food_id and unit; nutrients null where unknown.

    Raises:
        UnknownFoodError: The table has no such food.
    """
    columns: dict[str, list[Any]] = {name: [] for name in FACTORS_SCHEMA.names}
    for food_id in sorted(food_ids):
        food = table.food(food_id)
        per_100_g = [getattr(food, column) for column in COLUMNS]
        for unit, grams, status in _units_of(table, food_id, food.description):
            columns["food_id"].append(food_id)
            columns["unit"].append(unit)
            columns["grams"].append(grams)
            columns["amount_status"].append(status)
            for column, value in zip(COLUMNS, per_100_g, strict=True):
                columns[column].append(None if value is None else value * grams / 100.0)
    return pa.table(columns, schema=FACTORS_SCHEMA)


def _units_of(table: FoodTable, food_id: str, description: str) -> list[tuple[str, float, str]]:
    measures = table.measures_of(food_id)
    density = table.density_of(food_id)
    units = {normal(measure.measure) for measure in measures}
    units.update(key for measure in measures for key in heads(measure.measure))
    units.update(FACTOR_MASSES)
    units.add("piece")
    if density is not None or any(volume_of(measure.measure) for measure in measures):
        units.update(VOLUME_UNITS)
    found = []
    for unit in sorted(units):
        weight = weigh_by(measures, unit, density=lambda: density, description=description)
        if weight.grams_per_unit is not None and weight.low == weight.high:
            found.append((unit, weight.grams_per_unit, weight.status))
    return found
