"""The hand-kept list of everyday foods: `nutrition/data/everyday_foods.csv`.

A row names a food of the bundled table, one portion in a measure of that very food, how many
portions a day are sensible, and who may eat it. Grams and minerals are taken from the food table
when the list is read; only where the table has no measure for a food does a row state the grams
of one measure, with their source. Rows whose `max_portions` is 0 are there to be swapped away
from, never offered.

Foods are in the state in which people eat them, so cooked where they are eaten cooked. Left out
on purpose: water, coffee and tea, seasonings and baking agents, foods with so much added
calcium that one portion is a supplement (over 500 mg), Brazil nuts (selenium), seaweed (iodine),
liver, grapefruit (medicines), mould-ripened and raw-milk cheese (pregnancy). Almond, rice, coconut
and light drinks stand from 18 years: fortified, yet too low in protein or energy to be the drink
of someone who grows.
"""

import csv
import functools
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from foods.composition import FoodTable
from foods.errors import TableError, UnknownFoodError
from foods.measures import weigh

LIST = Path(__file__).parents[1] / "data" / "everyday_foods.csv"
YES_OR_NO = (
    "half_portions",
    "vegan",
    "lactose_free",
    "only_lactose_free",
    "nuts",
    "gluten",
    "whole_nuts",
    "vitamin_k",
    "high_oxalate",
    "fortified",
)


@dataclass(frozen=True, slots=True)
class EverydayFood:
    """One food of the list and what one portion of it holds.

    Attributes:
        name: What people call it.
        food_id: Food of the table.
        amount: How many measures make one portion.
        measure: The measure: "cup, chopped".
        grams: Edible grams of one portion [g]; the middle where the measure has a range.
        grams_low: Least grams of one portion [g].
        grams_high: Most grams of one portion [g].
        grams_source: Where the grams of the measure come from.
        max_portions: Sensible portions a day; 0: only to be swapped away from.
        half_portions: Whether 1½ portions can be served.
        group: Food group for variety; an answer has one food of a group.
        role: Foods of one role stand for one another on the plate.
        vegan: Nothing of animals by its name.
        lactose_free: No milk by its name, or milk sold as lactose-free: plants, fish,
            shellfish, eggs and meat hold no lactose. Ripened hard cheese, though low in
            lactose, is not counted as free of it.
        only_lactose_free: A product for people who avoid lactose, offered to no one else.
        nuts: Has nuts or peanuts by its name.
        gluten: Has wheat, rye, barley, spelt or oats by its name.
        whole_nuts: Whole nuts, on which a child under five can choke.
        vitamin_k: Rich in vitamin K, which matters to people who take warfarin.
        high_oxalate: Its calcium is hardly absorbed and is not counted on.
        fortified: Calcium was added (or the tofu set with it); other brands may have none.
        from_age_years: Youngest age it is offered at [years].
        calcium_mg: Calcium of one portion [mg].
        magnesium_mg: Magnesium of one portion [mg].
        energy_kcal: Energy of one portion [kcal].
    """

    name: str
    food_id: str
    amount: float
    measure: str
    grams: float
    grams_low: float
    grams_high: float
    grams_source: str
    max_portions: int
    half_portions: bool
    group: str
    role: str
    vegan: bool
    lactose_free: bool
    only_lactose_free: bool
    nuts: bool
    gluten: bool
    whole_nuts: bool
    vitamin_k: bool
    high_oxalate: bool
    fortified: bool
    from_age_years: int
    calcium_mg: float
    magnesium_mg: float
    energy_kcal: float

    @property
    def calcium_counted_mg(self) -> float:
        """Calcium of one portion that an answer counts on [mg]: none of high-oxalate foods."""
        return 0.0 if self.high_oxalate else self.calcium_mg

    @property
    def lightest(self) -> float:
        """Least weight of a portion as a share of its middle weight."""
        return self.grams_low / self.grams

    @property
    def heaviest(self) -> float:
        """Most weight of a portion as a share of its middle weight."""
        return self.grams_high / self.grams


def everyday_foods(
    table: FoodTable | None = None, path: str | Path | None = None
) -> tuple[EverydayFood, ...]:
    """Read the list of everyday foods.

    Args:
        table: The food table; the bundled one when None.
        path: A list of one's own with the columns of `everyday_foods.csv`; the bundled when None.

    Returns:
        The foods in the order of the list, swap-only ones included.

    Raises:
        TableError: Naming every row that cannot be used and why: food or measure not in the
            table, mineral or energy unknown, grams without a source, a column that is wrong.
    """
    if table is None and path is None:
        return _bundled()
    return _read(table or FoodTable.bundled(), Path(path) if path is not None else LIST)


@functools.cache
def _bundled() -> tuple[EverydayFood, ...]:
    return _read(FoodTable.bundled(), LIST)


def _read(table: FoodTable, path: Path) -> tuple[EverydayFood, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found, wrong = [], []
    for line, row in enumerate(rows, start=2):
        try:
            found.append(_food(table, row))
        except (KeyError, ValueError, UnknownFoodError) as error:
            wrong.append(f"line {line} ({row.get('name', '?')}): {error}")
    wrong += [f"{name!r} stands twice" for name in _twice(food.name for food in found)]
    wrong += [f"{food_id} stands twice" for food_id in _twice(food.food_id for food in found)]
    if wrong:
        raise TableError(
            f"{path.name} cannot be used: {'; '.join(wrong)}.",
            hint="Mend these rows; the columns are described in nutrition/suggest/everyday.py.",
            rows=wrong,
        )
    return tuple(found)


def _food(table: FoodTable, row: dict[str, str]) -> EverydayFood:
    food = table.food(row["food_id"])
    if food.calcium_mg is None or food.magnesium_mg is None or food.energy_kcal is None:
        raise ValueError("calcium, magnesium or energy is not known")
    low, middle, high, source = _grams(table, row)
    amount = float(row["amount"])
    for column in YES_OR_NO:
        if row[column] not in ("yes", "no"):
            raise ValueError(f"{column} is {row[column]!r}, neither yes nor no")
    hundreds = middle * amount / 100
    return EverydayFood(
        name=row["name"],
        food_id=food.food_id,
        amount=amount,
        measure=row["measure"],
        grams=middle * amount,
        grams_low=low * amount,
        grams_high=high * amount,
        grams_source=source,
        max_portions=int(row["max_portions"]),
        group=row["group"],
        role=row["role"],
        from_age_years=int(row["from_age_years"]),
        calcium_mg=food.calcium_mg * hundreds,
        magnesium_mg=food.magnesium_mg * hundreds,
        energy_kcal=food.energy_kcal * hundreds,
        **{column: row[column] == "yes" for column in YES_OR_NO},
    )


def _grams(table: FoodTable, row: dict[str, str]) -> tuple[float, float, float, str]:
    if row["measure_grams"]:
        if not row["measure_source"]:
            raise ValueError("grams without a source")
        grams = float(row["measure_grams"])
        return grams, grams, grams, row["measure_source"]
    weight = weigh(table, row["food_id"], row["measure"])
    if weight.grams_per_unit is None or weight.low is None or weight.high is None:
        raise ValueError(weight.reason)
    return weight.low, weight.grams_per_unit, weight.high, weight.source


def _twice(values: Iterable[str]) -> list[str]:
    return sorted(value for value, count in Counter(values).items() if count > 1)
