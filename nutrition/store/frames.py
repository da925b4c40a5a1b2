"""Stored lines as Diary frames, and as Items: what the road of the program takes on."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd
import sqlalchemy as sa

from foods.nutrients import COLUMNS, MINERALS
from nutrition.diary import DIARY_COLUMNS
from nutrition.store.lines import days_in, within
from nutrition.store.schema import tables
from nutrition.store.store import Store

if TYPE_CHECKING:
    from foods.composition import FoodTable
    from nutrition.factors import Answers

EXTRA = ("entry_id", "version", "position", "amount_text", "source")
"""Columns of a stored diary beside those of the Diary table."""
_NUMBERS = ("amount", "amount_low", "amount_high", "grams", *COLUMNS)
_WHOLE = ("entry_id", "version", "position", "source_row")


def diary(
    store: Store,
    person_ids: Sequence[int] | int | None = None,
    first: str | None = None,
    last: str | None = None,
) -> pd.DataFrame:
    """Return stored lines as one Diary frame, to show or to save.

    To compute with, take `items` or `diaries`: a nutrient column is a diary's only source, and
    here it is blank on every food that is looked up.

    Args:
        store: The open diary.
        person_ids: Whose; everybody's when None.
        first: From this day on.
        last: To this day.

    Returns:
        Columns ``person_id`` (text), ``day`` … of `nutrition.diary.DIARY_COLUMNS`, then
        `EXTRA`; ``day_state`` as it was marked, ``partial`` where it was not.
    """
    return _rows(store, person_ids, first, last).drop(columns="carried")


def diaries(
    store: Store,
    person_ids: Sequence[int] | int | None = None,
    first: str | None = None,
    last: str | None = None,
) -> list[pd.DataFrame]:
    """Return stored lines as Diary frames that `nutrition.resolve` takes, one after another.

    Returns:
        A frame for each set of nutrients that lines carry themselves (most diaries: foods,
        which carry none, and supplements); each has those nutrient columns and no other.
        Arguments and other columns as of `diary`.
    """
    whole = _rows(store, person_ids, first, last)
    parts = whole.groupby("carried", sort=False)
    return [_part(part, set(json.loads(str(carried)))) for carried, part in parts]


def items(
    store: Store,
    table: "FoodTable | None" = None,
    *,
    person_ids: Sequence[int] | int | None = None,
    first: str | None = None,
    last: str | None = None,
    locale: str = "us",
    answers: "Answers | None" = None,
) -> pd.DataFrame:
    """Resolve stored lines: the Items table of `nutrition.resolve`, ready for `total`.

    Args:
        store: The open diary.
        table: The food table, own foods layered (`food_table`); the bundled one when None.
        person_ids: Whose; everybody's when None.
        first: From this day on.
        last: To this day.
        locale: Sizes of cups, pints and spoons.
        answers: Choices; the store's own when None.

    Returns:
        Items by person, day and position, with ``entry_id`` and ``version``; empty where
        nothing is stored.
    """
    from nutrition.items import resolve
    from nutrition.store.remembered import answers_of

    settled = answers_of(store, locale) if answers is None else answers
    parts = [
        resolve(part, table, locale=locale, answers=settled)
        for part in diaries(store, person_ids, first, last)
    ]
    if not parts:
        return pd.DataFrame()
    # Columns wholly null in one part would change type; records keep each cell.
    rows = [row for part in parts for row in part.to_dict("records")]
    found = _typed(pd.DataFrame.from_records(rows))
    order = found["person_id"].astype("int64")
    found = found.assign(_order=order).sort_values(["_order", "day", "position", "entry_id"])
    return found.drop(columns="_order").reset_index(drop=True)


def _part(part: pd.DataFrame, carried: set[str]) -> pd.DataFrame:
    looked_up = [name for name in COLUMNS if name not in carried]
    return part.drop(columns=["carried", *looked_up]).reset_index(drop=True)


def _rows(
    store: Store, person_ids: Sequence[int] | int | None, first: str | None, last: str | None
) -> pd.DataFrame:
    """Return plain rows as a frame: no record is made of each line, which would cost the most."""
    wanted = [person_ids] if isinstance(person_ids, int) else person_ids
    table = tables["entries"]
    query = (
        sa.select(table)
        .where(table.c.owner == store.owner, *within(table, wanted, first, last))
        .order_by(table.c.person_id, table.c.day, table.c.position, table.c.id)
    )
    with store.reading() as connection:
        found = connection.execute(query)
        names, rows = list(found.keys()), [tuple(row) for row in found]
        days = days_in(connection, store.owner, wanted, first, last)
    frame = pd.DataFrame(rows, columns=names, dtype=object)
    states = {(one.person_id, one.day): one.state for one in days}
    keys = zip(frame["person_id"], frame["day"], strict=True)
    frame = frame.rename(columns={"id": "entry_id"}).assign(
        day_state=[states.get(key, "partial") for key in keys],
        date=frame["day"],
        recall_no=None,
    )
    return _typed(frame[[*DIARY_COLUMNS, *EXTRA, "carried"]])


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    bounds = [f"{n}_{bound}" for n in MINERALS for bound in ("low", "high")]
    numbers = {*_NUMBERS, *bounds}
    types: dict[str, Any] = {
        column: "Int64" if column in _WHOLE else "float64" if column in numbers else "str"
        for column in map(str, frame.columns)
    }
    return frame.astype(types)
