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
    import pandas as pd

    from foods.composition import FoodTable
    from nutrition.factors import Answers

NUMBERS = ("amount", *OPTIONAL_NUMBERS, *COLUMNS)


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
            Diary; other columns are kept). A row that states calcium or magnesium [mg], and
            every supplement and medicine, is taken at its own word: blank is unknown. All other
            rows are looked up.
        table: The food table.
        locale: Sizes of cups, pints and spoons.
        answers: Choices made before.

    Returns:
        Items in the order of the records, and their Days.
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
    items = pa.concat_tables(parts, promote_options="default").sort_by("_order")
    days: Any = total(items)
    return items.drop_columns(["_order"]).to_pandas(), days.to_pandas()


def _own(records: "pd.DataFrame") -> "pd.Series[bool]":
    import pandas as pd

    own = pd.Series(False, index=records.index)
    for column in MINERALS:
        if column in records:
            own |= records[column].notna()
    if "kind" in records:
        own |= records["kind"].isin(SUPPLEMENTS)
    return own


def _arrow(part: "pd.DataFrame", chosen: "pd.Series[bool]") -> Any:
    """Return a part as PyArrow, wholly empty columns with the type that they ought to have."""
    import numpy as np
    import pyarrow as pa

    columns = {"_order": pa.array(np.flatnonzero(chosen), pa.int64())}
    for name in part.columns:
        values = part[name]
        if name in NUMBERS:
            columns[name] = pa.array(values, pa.float64(), from_pandas=True)
        elif values.dtype.kind in "iufbM":
            columns[name] = pa.array(values, from_pandas=True)
        else:
            columns[name] = pa.array(values, pa.string(), from_pandas=True)
    return pa.table(columns)
