"""What one person has recorded: foods that are looked up beside rows that state their own minerals.

In a diary file a nutrient column is that nutrient's only source. Somebody's own records mix both:
a supplement's label or a water report states its minerals, a slice of bread does not.
"""

from typing import TYPE_CHECKING, Any

from foods.nutrients import COLUMNS, MINERALS
from nutrition.diary import OPTIONAL_NUMBERS, SUPPLEMENTS
from nutrition.intake import total
from nutrition.items import resolve

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from foods.composition import FoodTable, Portion
    from nutrition.factors import Answers

NUMBERS = ("amount", *OPTIONAL_NUMBERS, *COLUMNS)
STATED = "states_minerals"
"""Column of records: the row states its minerals itself, even where both are blank."""
ORDER = "_order"
"""Column that numbers items while they are resolved in parts."""
KNOWN = {mineral: mineral.replace("_mg", "_known_mg") for mineral in MINERALS}
"""Columns of items: what of each mineral counts in the total of the day [mg]."""
_OF_RECORD = ("person_id", "day", "day_state", "kind")
_DAY_NEEDS = (
    *_OF_RECORD,
    "grams",
    *COLUMNS,
    *(f"{mineral}_{bound}" for mineral in MINERALS for bound in ("low", "high")),
)


def total_records(
    records: "pd.DataFrame",
    table: "FoodTable",
    *,
    locale: str = "us",
    answers: "Answers | None" = None,
) -> "tuple[pd.DataFrame, pd.DataFrame]":
    """Resolve and total records, whichever way each row comes by its minerals.

    Args:
        records: Diary rows (``person_id, day, food, amount, unit`` and optional columns of the
            Diary; other columns are kept). A row that states calcium or magnesium [mg], one marked
            ``states_minerals``, and every supplement and medicine is taken at its own word: blank
            is unknown. All other rows are looked up.
        table: The food table.
        locale: Sizes of cups, pints and spoons.
        answers: Choices made before.

    Returns:
        Items in the order of the records, and their Days. An own dish of which a mineral is not
        known counts in its day by its ingredients: what is known of it stays. The items have it
        as ``calcium_known_mg, magnesium_known_mg`` [mg; null where nothing is known].
    """
    import pandas as pd
    import pyarrow as pa

    if records.empty:
        return pd.DataFrame(), pd.DataFrame()
    own = _own(records)
    looked_up = records.loc[~own].drop(columns=[c for c in COLUMNS if c in records])
    stated = records.loc[own].reindex(columns=list(dict.fromkeys([*records, *MINERALS])))
    # PyArrow takes a third of the time that pandas needs for a day's few rows.
    parts = [
        resolve(_arrow(part, order), table, locale=locale, answers=answers)
        for part, order in ((looked_up, ~own), (stated, own))
        if len(part)
    ]
    items = pa.concat_tables(parts, promote_options="default").sort_by(ORDER)
    counted = by_ingredients(items, table)
    days: Any = total(counted)
    items = with_known_parts(items, counted)
    return items.drop_columns([ORDER]).to_pandas(), days.to_pandas()


def by_ingredients(items: Any, table: "FoodTable") -> Any:
    """Put the ingredients of a dish in its place where one of its minerals is not known.

    Args:
        items: Resolved items as PyArrow, numbered in ``_order``.
        table: The food table with its dishes.

    Returns:
        The same table where no dish has to be opened; else what a total needs, each ingredient
        under the number of its dish.
    """
    import pandas as pd
    import pyarrow as pa

    if not table.dishes:
        return items
    opened: list[int] = []
    parts: list[dict[str, Any]] = []
    dishes: list[int] = []
    waters: list[float | None] = []
    for row in items.to_pylist():
        portions = table.dishes.get(row["food_id"] or "", ())
        if portions and row["grams"] and any(row[mineral] is None for mineral in MINERALS):
            opened.append(row[ORDER])
            parts += [_ingredient(row, portion) for portion in portions]
            dishes += [row[ORDER]] * len(portions)
            waters += _water(row, portions)
    if not parts:
        return items
    frame = pd.DataFrame.from_records(parts)
    in_table = frame["food_id"].notna()
    nowhere = frame.loc[~in_table].assign(**dict.fromkeys(MINERALS))
    columns = [name for name in items.column_names if name in (ORDER, *_DAY_NEEDS)]
    resolved = []
    for part, order in ((frame.loc[in_table], in_table), (nowhere, ~in_table)):
        if len(part):
            found = resolve(_arrow(part, order), table)
            places = found[ORDER].to_pylist()
            own = {
                "water_g": pa.array([waters[place] for place in places], pa.float64()),
                ORDER: pa.array([dishes[place] for place in places], pa.int64()),
            }
            for name, values in own.items():
                found = found.drop_columns([name]).append_column(name, values)
            resolved.append(found)
    kept = pa.array([order not in opened for order in items[ORDER].to_pylist()])
    listed = [part.select(columns) for part in (items.filter(kept), *resolved)]
    return pa.concat_tables(listed, promote_options="permissive")


def with_known_parts(items: Any, counted: Any) -> Any:
    """Add the columns of `KNOWN` to items: the value, or of an opened dish what is known of it.

    Args:
        items: Resolved items as PyArrow, numbered in ``_order``.
        counted: Of `by_ingredients`.
    """
    if counted is items:
        for mineral, column in KNOWN.items():
            items = items.append_column(column, items.column(mineral))
        return items
    import pyarrow as pa

    sums = counted.group_by(ORDER).aggregate([(mineral, "sum") for mineral in MINERALS])
    order = sums.column(ORDER).to_pylist()
    for mineral, column in KNOWN.items():
        known = dict(zip(order, sums.column(f"{mineral}_sum").to_pylist(), strict=True))
        values = [known[number] for number in items.column(ORDER).to_pylist()]
        items = items.append_column(column, pa.array(values, pa.float64()))
    return items


def _ingredient(row: "Mapping[str, Any]", portion: "Portion") -> dict[str, Any]:
    """Return an ingredient of a dish as a record of grams."""
    share = row["grams"] / 100
    grams = None if portion.grams is None else portion.grams * share
    found = {name: row[name] for name in _OF_RECORD if name in row}
    found |= {"food": portion.name, "food_id": portion.food_id, "amount": grams, "unit": "g"}
    for bound in ("low", "high"):
        given, amount = row.get(f"amount_{bound}"), row["amount"]
        spread = given / amount if given is not None and amount else 1.0
        found[f"amount_{bound}"] = None if grams is None else grams * spread
    return found


def _water(row: "Mapping[str, Any]", portions: "Sequence[Portion]") -> list[float | None]:
    """Share out the water of a dish by weight [g]: its ingredients held more before cooking."""
    weights = [portion.grams for portion in portions]
    known = [weight for weight in weights if weight is not None]
    if row["water_g"] is None or len(known) < len(weights):
        return [None] * len(weights)
    return [row["water_g"] * weight / sum(known) for weight in known]


def _own(records: "pd.DataFrame") -> "pd.Series[bool]":
    import pandas as pd

    own = pd.Series(False, index=records.index)
    for column in MINERALS:
        if column in records:
            own |= records[column].notna()
    if "kind" in records:
        own |= records["kind"].isin(SUPPLEMENTS)
    if STATED in records:
        own |= records[STATED].astype("bool")
    return own


def _arrow(part: "pd.DataFrame", chosen: "pd.Series[bool]") -> Any:
    """Return a part as PyArrow, wholly empty columns with the type that they ought to have."""
    import numpy as np
    import pyarrow as pa

    columns = {ORDER: pa.array(np.flatnonzero(chosen), pa.int64())}
    for name in part.columns:
        values = part[name]
        if name in NUMBERS:
            columns[name] = pa.array(values, pa.float64(), from_pandas=True)
        elif values.dtype.kind in "iufbM":
            columns[name] = pa.array(values, from_pandas=True)
        else:
            columns[name] = pa.array(values, pa.string(), from_pandas=True)
    return pa.table(columns)
