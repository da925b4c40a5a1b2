"""One food of the table as a page shows it: values per measure, what is absorbed, favourites."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foods.nutrients import MINERALS
from nutrition.absorption import Absorbable, absorbable

if TYPE_CHECKING:
    import pandas as pd

    from foods.composition import FoodTable
    from nutrition.store import Favourite, Store

HUNDRED = 100.0


@dataclass(frozen=True)
class PerMeasure:
    """What one measure of a food holds; None where a value is unknown.

    Attributes:
        measure: The measure; "100 g" for the table's own base.
        grams: Its weight [g].
        calcium_mg: Calcium [mg].
        magnesium_mg: Magnesium [mg].
        energy_kcal: Energy [kcal].
        source: Where the weight is from.
    """

    measure: str
    grams: float
    calcium_mg: float | None
    magnesium_mg: float | None
    energy_kcal: float | None
    source: str


def per_measure(table: "FoodTable", food_id: str) -> tuple[PerMeasure, ...]:
    """Give a food's minerals and energy for 100 g and each of its measures.

    Args:
        table: The food table.
        food_id: The food.

    Raises:
        UnknownFoodError: The table has no such food.
    """
    food = table.food(food_id)
    measures = [("100 g", HUNDRED, food.source)]
    measures += [(one.measure, one.grams, one.source) for one in table.measures_of(food_id)]

    def share(value: float | None, grams: float) -> float | None:
        return None if value is None else value * grams / HUNDRED

    return tuple(
        PerMeasure(
            measure,
            grams,
            share(food.calcium_mg, grams),
            share(food.magnesium_mg, grams),
            share(food.energy_kcal, grams),
            source,
        )
        for measure, grams, source in measures
    )


def absorbed(table: "FoodTable", food_id: str) -> Absorbable:
    """Say what is absorbed of the calcium in 100 g of a food, as information only."""
    food = table.food(food_id)
    return absorbable(food, food.calcium_mg)


def ranges(table: "FoodTable", food_id: str) -> dict[str, tuple[float, float]]:
    """Give least and most per 100 g of the minerals that a label rounded."""
    found = {n: table.bounds.get((food_id, n)) for n in MINERALS}
    return {n: of for n, of in found.items() if of is not None}


def favourite_of(store: "Store", food_id: str) -> "Favourite | None":
    """Give the favourite that a food is; None where it is none."""
    from nutrition.store import favourites

    return next((one for one in favourites(store) if one.food_id == food_id), None)


def found(text: str, table: "FoodTable", *, limit: int = 20) -> "dict[str, str]":
    """Search foods as somebody types: id → description, own foods marked by their id."""
    from foods import search

    return {one.food_id: one.description for one in search.search(text, table, limit=limit)}


def measures_frame(rows: "tuple[PerMeasure, ...]") -> "pd.DataFrame":
    """Give the rows of `per_measure` as a frame."""
    import pandas as pd

    frame = pd.DataFrame.from_records([vars(one) for one in rows])
    return frame.astype(dict.fromkeys(("calcium_mg", "magnesium_mg", "energy_kcal"), "float64"))


def toggle_favourite(store: "Store", table: "FoodTable", food_id: str) -> bool:
    """Make a food a favourite, or none where it is one; say which it is now.

    Its usual amount is one of its first measure, else 100 g: Today offers it so.

    Raises:
        Changed: Another window changed it since.
    """
    from nutrition.store import Favourite, add, remove

    there = favourite_of(store, food_id)
    if there is not None:
        remove(store, there)
        return False
    measures = table.measures_of(food_id)
    amount, unit = (1.0, measures[0].measure) if measures else (HUNDRED, "g")
    name = table.food(food_id).description
    add(store, Favourite(food=name, food_id=food_id, amount=amount, unit=unit))
    return True
