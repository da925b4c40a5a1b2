"""A food of one's own: values per 100 g with their interval, and its row in a food table."""

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from foods.errors import TableError
from foods.nutrients import COLUMNS, MINERALS

if TYPE_CHECKING:
    from foods.composition import FoodTable, Portion

OWN = "user:"


@dataclass(frozen=True)
class NutrientValue:
    """One nutrient, with the interval that it is known to lie in.

    Attributes:
        value: The value; None where it is unknown or a question.
        low: Least it may be; None where nothing is known.
        high: Most it may be; None where nothing bounds it: then ``low`` reads "at least".
        reason: Id of how the value was come by, or why there is none.
        source: Where it comes from.
    """

    value: float | None
    low: float | None
    high: float | None
    reason: str
    source: str = ""

    def times(self, factor: float) -> "NutrientValue":
        """Scale value and interval; what is None stays None."""

        def scaled(number: float | None) -> float | None:
            return None if number is None else number * factor

        return NutrientValue(
            scaled(self.value), scaled(self.low), scaled(self.high), self.reason, self.source
        )


UNKNOWN = NutrientValue(None, None, None, "not_declared")


@dataclass(frozen=True)
class OwnFood:
    """A food of one's own.

    Attributes:
        food_id: "user:…".
        description: What it is called.
        food_group: A food group, "own foods" where none is chosen.
        nutrients: Per 100 g by column name of the food table.
        measures: Grams of one household measure [g]: ``serving``, ``ml``.
        source: Where the values come from.
        status: ``exact`` or ``estimated``.
        reasons: Ids of what was assumed.
        questions: Ids of what looks implausible or is open.
        aliases: Other names, joined by "; ".
        fortified: Whether calcium or magnesium was added; None where it was not said.
    """

    food_id: str
    description: str
    food_group: str
    nutrients: Mapping[str, NutrientValue]
    measures: Mapping[str, float] = field(default_factory=dict)
    source: str = "own entry"
    status: str = "exact"
    reasons: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    aliases: str = ""
    fortified: bool | None = None

    def row(self) -> dict[str, Any]:
        """Give the row of the food table; null where a value is unknown or a question.

        The derivation says the interval in words; `bounds` gives it in numbers.
        """
        row: dict[str, Any] = {
            "food_id": self.food_id,
            "description": self.description,
            "aliases": self.aliases,
            "food_group": self.food_group,
            "fortified": self.fortified,
            "source": "own entry",
            "release": self.source,
        }
        for column in COLUMNS:
            row[column] = self.nutrients[column].value if column in self.nutrients else None
        for mineral in MINERALS:
            found = self.nutrients.get(mineral, UNKNOWN)
            row[f"{mineral.removesuffix('_mg')}_derivation"] = _derivation(found, self.status)
        return row

    def bounds(self) -> dict[tuple[str, str], tuple[float, float]]:
        """Give least and most per 100 g of the minerals that have a value and a range around it."""
        found = {}
        for mineral in MINERALS:
            of = self.nutrients.get(mineral, UNKNOWN)
            known = of.value is not None and of.low is not None and of.high is not None
            if known and of.low != of.high:
                assert of.low is not None
                assert of.high is not None
                found[self.food_id, mineral] = (of.low, of.high)
        return found

    def record(self) -> dict[str, Any]:
        """Give the values as a saved record holds them, the minerals' intervals among them.

        Returns:
            ``food_id, description, food_group, source``, nutrients per 100 g, and ``_low`` and
            ``_high`` of calcium and magnesium [mg]; null where unknown.
        """
        row = self.row()
        found = {key: row[key] for key in ("food_id", "description", "food_group", *COLUMNS)}
        for mineral in MINERALS:
            value = self.nutrients.get(mineral, UNKNOWN)
            found |= {f"{mineral}_low": value.low, f"{mineral}_high": value.high}
        return found | {"source": self.source}

    def measure_rows(self) -> list[dict[str, Any]]:
        """Give the rows of the measures table."""
        return [
            {"food_id": self.food_id, "measure": name, "grams": grams, "source": self.source}
            for name, grams in self.measures.items()
        ]


def layer(
    foods: Iterable[OwnFood],
    table: "FoodTable",
    *,
    dishes: "Mapping[str, tuple[Portion, ...]] | None" = None,
) -> "FoodTable":
    """Lay own foods over a food table.

    Args:
        foods: Own foods.
        table: The food table.
        dishes: What the ingredients of those that are dishes give to 100 g.

    Returns:
        A new table that has both; totals of a day show the ranges of own foods.

    Raises:
        TableError: An id does not begin with "user:", or `FoodTable.layered` refuses a food.
    """
    import pyarrow as pa

    from foods.composition import FOODS_SCHEMA, MEASURES_SCHEMA

    own = list(foods)
    wrong = sorted(food.food_id for food in own if not food.food_id.startswith(OWN))
    if wrong:
        raise TableError(
            f"These own foods have ids of other tables: {', '.join(wrong)}.",
            hint="Begin the ids of own foods with user:.",
            food_ids=wrong,
        )
    if not own:
        return table
    measures = [row for food in own for row in food.measure_rows()]
    # Columns that are left out become null when the rows are read into the schema.
    return table.layered(
        pa.Table.from_pylist([food.row() for food in own], schema=FOODS_SCHEMA),
        pa.Table.from_pylist(measures, schema=MEASURES_SCHEMA) if measures else None,
        bounds={key: value for food in own for key, value in food.bounds().items()},
        dishes=dishes,
    )


def out_of_sight(table: "FoodTable", food_ids: Iterable[str]) -> "FoodTable":
    """Return a table in which some own foods are found by their id and by no name any more.

    Lines of a diary that were entered with them keep their values; a search offers them no more.
    """
    gone = table.own & set(food_ids)
    if not gone:
        return table
    found = copy(table)
    found.own = table.own - gone
    return found


def _derivation(found: NutrientValue, status: str) -> str | None:
    if found.low is None:
        return None
    said = f"{status}; {found.reason.replace('_', ' ')}"
    if found.source:
        said += f"; {found.source}"
    if found.high is None:
        return f"{said}; at least {found.low:.4g} mg per 100 g"
    if found.low < found.high:
        return f"{said}; {found.low:.4g} to {found.high:.4g} mg per 100 g"
    return said
