"""The food table to look around in: richest foods, and one food's record with its sources."""

import csv
import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from foods.composition import DATA, FoodTable
from foods.errors import TableError
from foods.nutrients import BY_COLUMN, MINERALS

if TYPE_CHECKING:
    import pandas as pd

BASES = ("100 g", "serving", "100 kcal")
LEAST_ENERGY = 10.0
"""Energy under which a value per 100 kcal rests on rounding and is left out [kcal/100 g]."""


@dataclass(frozen=True)
class Revision:
    """A value that a newer release replaced; units as in the column's name, per 100 g."""

    column: str
    old_value: float | None
    old_source: str
    new_value: float | None
    new_source: str


@dataclass(frozen=True)
class Richest:
    """Foods in order of a mineral.

    Attributes:
        frame: ``food_id, description, food_group, per, calcium_mg, magnesium_mg, source``,
            richest first; ``per`` says what the two values are per.
        shown_from: Foods of the group that have a value on this base.
        unknown: Foods of the group whose value of the mineral is not known.
        left_out: Foods of the group that have the value but no such base (no household
            measure, or too little energy).
    """

    frame: "pd.DataFrame"
    shown_from: int
    unknown: int
    left_out: int


def richest(
    table: FoodTable,
    nutrient: str,
    *,
    base: str = "100 g",
    group: str | None = None,
    limit: int = 25,
) -> Richest:
    """Return the foods richest in a mineral.

    Args:
        table: The food table.
        nutrient: ``calcium_mg`` or ``magnesium_mg``.
        base: ``100 g``, ``serving`` (one of the first household measure that the food's source
            lists), or ``100 kcal`` (foods with `LEAST_ENERGY` or more).
        group: A food group; all when None.
        limit: How many to return.

    Returns:
        The foods, with counts of those that have no value or no such base.

    Raises:
        TableError: No such base or mineral.
    """
    if base not in BASES or nutrient not in MINERALS:
        raise TableError(
            f"There is no list of {nutrient} per {base}.",
            hint=f"Bases: {', '.join(BASES)}; minerals: {', '.join(MINERALS)}.",
        )
    frame = table.frame()
    if group is not None:
        frame = frame[frame["food_group"] == group]
    known = frame[frame[nutrient].notna()]
    scale: Any
    per: Any
    if base == "serving":
        firsts = table.measures_arrow().to_pandas().drop_duplicates("food_id")
        based = known.merge(firsts[["food_id", "measure", "grams"]], on="food_id", how="inner")
        scale = based["grams"] / 100
        per = based["measure"] + " (" + based["grams"].map("{:g} g".format) + ")"
    elif base == "100 kcal":
        based = known[known["energy_kcal"] >= LEAST_ENERGY]
        scale = 100 / based["energy_kcal"]
        per = base
    else:
        based, scale, per = known, 1.0, base
    result = based.assign(per=per, **{n: based[n] * scale for n in MINERALS})
    result = result.sort_values([nutrient, "description"], ascending=[False, True], kind="stable")
    columns = ["food_id", "description", "food_group", "per", *MINERALS, "source"]
    return Richest(
        frame=result[columns].head(limit).reset_index(drop=True),
        shown_from=len(based),
        unknown=len(frame) - len(known),
        left_out=len(known) - len(based),
    )


def groups_present(table: FoodTable) -> list[str]:
    """Return the food groups of a table, in alphabetical order."""
    return sorted(set(table.arrow()["food_group"].to_pylist()))


def record(table: FoodTable, food_id: str) -> "pd.DataFrame":
    """Return one food's nutrients with what is known about each value.

    Args:
        table: The food table.
        food_id: The food.

    Returns:
        Columns ``nutrient, per_100_g, unit, samples, standard_error, derivation``, a row for
        each nutrient; null where not known or not stated.

    Raises:
        UnknownFoodError: The table has no such food.
    """
    import pandas as pd

    food = table.food(food_id)
    rows = []
    for column, nutrient in BY_COLUMN.items():
        stem = column.rpartition("_")[0]
        rows.append(
            {
                "nutrient": nutrient.name,
                "per_100_g": getattr(food, column),
                "unit": "µg" if nutrient.unit == "ug" else nutrient.unit,
                "samples": getattr(food, f"{stem}_n", None),
                "standard_error": getattr(food, f"{stem}_se", None),
                "derivation": getattr(food, f"{stem}_derivation", None),
            }
        )
    frame = pd.DataFrame.from_records(rows)
    return frame.astype({"per_100_g": "float64", "samples": "Int64", "standard_error": "float64"})


def revisions_of(food_id: str) -> tuple[Revision, ...]:
    """Return the values of a food that a newer release replaced, both on record.

    Args:
        food_id: The food.

    Returns:
        The revisions; empty where nothing was replaced.
    """
    return _revisions().get(food_id, ())


@functools.cache
def _revisions() -> dict[str, tuple[Revision, ...]]:
    found: dict[str, tuple[Revision, ...]] = {}
    with (DATA / "revisions.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            one = Revision(
                row["column"],
                _number(row["old_value"]),
                row["old_source"],
                _number(row["new_value"]),
                row["new_source"],
            )
            found[row["food_id"]] = (*found.get(row["food_id"], ()), one)
    return found


def _number(text: str) -> float | None:
    return float(text) if text else None
