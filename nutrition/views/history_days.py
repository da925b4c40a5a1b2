"""Stored days, each computed once and kept until one of its lines or its surroundings change."""

import datetime as dt
from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd
import sqlalchemy as sa

from foods.nutrients import MINERALS
from nutrition.intake import DAY_COLUMNS, total
from nutrition.items import resolve
from nutrition.records import KNOWN, ORDER, by_ingredients, with_known_parts
from nutrition.store.frames import diaries
from nutrition.store.lines import within
from nutrition.store.schema import tables

if TYPE_CHECKING:
    from foods.composition import FoodTable
    from nutrition.factors import Answers
    from nutrition.store import Store

MOST_DAYS = 4_000
"""Days kept at most, about ten years; then the memory begins anew."""
FOOD_COLUMNS = ("day", "food", *MINERALS)


@dataclass(frozen=True)
class ComputedDay:
    """One day, computed.

    Attributes:
        signature: Which lines in which versions, and under which surroundings.
        totals: Its row of the Days table; ``day_state`` is not part of it.
        foods: What each food brought: name, calcium and magnesium [mg; None where unknown; of a
            dish what is known of it].
    """

    signature: str
    totals: Mapping[str, Any]
    foods: tuple[tuple[str, float | None, float | None], ...]


Kept = MutableMapping[tuple[int, str], ComputedDay]
"""Computed days by person and day."""


def surroundings(store: "Store", *further: str) -> str:
    """Return what every day's totals rest on beside its own lines, as one word.

    Args:
        store: The open diary: its own foods, recipes, waters and choices count.
        *further: Settings that count, such as the locale and the name of the food table.
    """
    parts = list(further)
    with store.reading() as connection:
        for name in ("own_foods", "recipes", "waters", "choices"):
            table = tables[name]
            query = sa.select(sa.func.count(), sa.func.max(table.c.version)).where(
                table.c.owner == store.owner
            )
            count, version = connection.execute(query).one()
            parts.append(f"{count}.{version}")
    return "|".join(parts)


def span(store: "Store", person_id: int) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day that has entries or was marked; None where none is."""
    found: list[str] = []
    with store.reading() as connection:
        for name in ("entries", "days"):
            table = tables[name]
            query = sa.select(sa.func.min(table.c.day), sa.func.max(table.c.day)).where(
                table.c.owner == store.owner, table.c.person_id == person_id
            )
            found += [day for day in connection.execute(query).one() if day]
    if not found:
        return None
    return dt.date.fromisoformat(min(found)), dt.date.fromisoformat(max(found))


def months(first: dt.date, last: dt.date) -> list[dt.date]:
    """Return the first day of each month from the one of ``last`` back to that of ``first``."""
    numbers = range(last.year * 12 + last.month - 1, first.year * 12 + first.month - 2, -1)
    return [dt.date(number // 12, number % 12 + 1, 1) for number in numbers]


def whole_month(day: dt.date) -> tuple[str, str]:
    """Return the first and the last day of a day's month."""
    after = (day.replace(day=1) + dt.timedelta(days=31)).replace(day=1)
    return day.replace(day=1).isoformat(), (after - dt.timedelta(days=1)).isoformat()


def signatures(store: "Store", person_id: int, first: str, last: str) -> dict[str, str]:
    """Return the lines of each day with their versions, as one word a day; days without none.

    Args:
        store: The open diary.
        person_id: Whose.
        first: The first day.
        last: The last day.
    """
    table = tables["entries"]
    lines = (
        sa.select(table.c.day, table.c.id, table.c.version)
        .where(table.c.owner == store.owner, *within(table, [person_id], first, last))
        .order_by(table.c.day, table.c.position, table.c.id)
        .subquery()
    )
    word = sa.func.group_concat(
        sa.cast(lines.c.id, sa.Text).concat(":").concat(sa.cast(lines.c.version, sa.Text))
    )
    query = sa.select(lines.c.day, word).group_by(lines.c.day).order_by(lines.c.day)
    with store.reading() as connection:
        return {str(day): str(said) for day, said in connection.execute(query)}


def computed_days(
    store: "Store",
    person_id: int,
    first: str,
    last: str,
    table: "FoodTable",
    *,
    locale: str = "us",
    answers: "Answers | None" = None,
    around: str = "",
    kept: Kept | None = None,
) -> list[tuple[str, ComputedDay]]:
    """Compute the days of a range that have entries; those that are kept are not computed again.

    Args:
        store: The open diary.
        person_id: Whose.
        first: The first day.
        last: The last day.
        table: The food table, own foods laid over it.
        locale: Sizes of cups, pints and spoons.
        answers: Choices made before.
        around: What `surroundings` said; another word computes everything anew.
        kept: Where computed days are kept; nowhere when None.

    Returns:
        Each day with what it came to, oldest first.
    """
    wanted = {
        day: f"{around}|{lines}" for day, lines in signatures(store, person_id, first, last).items()
    }
    memory: Kept = {} if kept is None else kept
    missing = [
        day
        for day, signature in wanted.items()
        if (held := memory.get((person_id, day))) is None or held.signature != signature
    ]
    if missing:
        if len(memory) + len(missing) > MOST_DAYS:
            memory.clear()
            missing = list(wanted)
        parts = diaries(store, person_id, min(missing), max(missing))
        new = _computed(parts, missing, table, locale=locale, answers=answers)
        for day, (totals, foods) in new.items():
            memory[person_id, day] = ComputedDay(wanted[day], totals, foods)
    # A line that went between the two looks leaves its day out until the next one.
    return [(day, memory[person_id, day]) for day in wanted if (person_id, day) in memory]


def day_frame(computed: Iterable[tuple[str, ComputedDay]]) -> pd.DataFrame:
    """Return computed days as a Days table of `nutrition.intake.DAY_COLUMNS`, oldest first."""
    records = [dict(one.totals) for _, one in computed]
    frame = pd.DataFrame.from_records(records, columns=list(DAY_COLUMNS))
    texts = ("person_id", "day", "day_state")
    return frame.astype({name: "str" if name in texts else "float64" for name in frame.columns})


def food_frame(computed: Iterable[tuple[str, ComputedDay]]) -> pd.DataFrame:
    """Return what each food brought on each day.

    Returns:
        Columns ``day, food, calcium_mg, magnesium_mg`` [mg; null where unknown].
    """
    rows = [(day, *food) for day, one in computed for food in one.foods]
    frame = pd.DataFrame.from_records(rows, columns=list(FOOD_COLUMNS))
    return frame.astype({"day": "str", "food": "str", **dict.fromkeys(MINERALS, "float64")})


def _computed(
    parts: Iterable[pd.DataFrame],
    days: list[str],
    table: "FoodTable",
    *,
    locale: str,
    answers: "Answers | None",
) -> dict[str, tuple[dict[str, Any], tuple[tuple[str, float | None, float | None], ...]]]:
    import pyarrow as pa

    found = [
        resolve(_arrow(rows), table, locale=locale, answers=answers)
        for part in parts
        if len(rows := part[part["day"].isin(days)])
    ]
    if not found:
        return {}
    items: Any = pa.concat_tables(found, promote_options="permissive")
    if table.dishes:
        items = items.append_column(ORDER, pa.array(range(len(items)), pa.int64()))
    counted = by_ingredients(items, table)
    summed: Any = total(counted)
    items = with_known_parts(items, counted)
    names = items.column("description").to_pylist(), items.column("food").to_pylist()
    minerals = (items.column(KNOWN[name]).to_pylist() for name in MINERALS)
    foods: dict[str, list[tuple[str, float | None, float | None]]] = {}
    for day, known, typed, *amounts in zip(
        items.column("day").to_pylist(), *names, *minerals, strict=True
    ):
        foods.setdefault(day, []).append((known or typed, amounts[0], amounts[1]))
    return {row["day"]: (row, tuple(foods[row["day"]])) for row in summed.to_pylist()}


def _arrow(rows: pd.DataFrame) -> Any:
    """Return rows as PyArrow, which takes a third of the time that pandas needs for a few."""
    import pyarrow as pa

    columns = {}
    for name in rows.columns:
        values = rows[name]
        if values.dtype == "str":
            columns[name] = pa.array(values, pa.string(), from_pandas=True)
        else:
            columns[name] = pa.array(values, from_pandas=True)
    return pa.table(columns)
