"""Which days are complete, where one export holds the foods and another says so of the days.

Days that only the other knows keep the totals that it states.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import duckdb

from foods.errors import DiaryError
from nutrition.diary import DAY_STATES
from nutrition.readers.source import literal

if TYPE_CHECKING:
    from pathlib import Path
from nutrition.reading import day_totals
from nutrition.reading.rows import one_of, text
from nutrition.reading.scans import Group, ReadFile, raw_rows

STATES = "mgca_day_states"
"""The DuckDB table of person, day and state."""
LONE = "mgca_lone_days"
"""The DuckDB table of days that only a summary knows."""
DAYS_SHOWN = 5
NOTE = (
    "Which days are complete is taken from this file, and totals only of days without foods in "
    "{foods}."
)


def paired(files: Sequence[ReadFile]) -> list[ReadFile]:
    """Return the files, summaries that lie beside the foods of the same person set apart.

    A summary of days (totals, with a mark for complete days) and a diary of the same program in
    the same folder, neither naming a person, are one person's: the foods are read, and of the
    summary the marks, and the totals of days without foods.

    Raises:
        DiaryError: Several such files in one folder, so that nobody can tell whose is whose.
    """
    folders: dict[tuple[str, Path, str | None], list[ReadFile]] = defaultdict(list)
    for file in files:
        own = file.plan.columns.get("person_id")
        if own is None or not own.startswith('"'):
            folders[file.reader, file.source.path.parent, own].append(file)
    changed = {}
    for group in folders.values():
        foods = [f for f in group if _foods(f)]
        summaries = [f for f in group if _summary(f)]
        if not foods or not summaries:
            continue
        if len(foods) > 1 or len(summaries) > 1:
            names = ", ".join(f.source.name for f in (*foods[:2], *summaries[:2]))
            raise DiaryError(
                f"{names}: foods and summaries of days, and nothing says which belong together.",
                hint="Give each person a folder, or leave the summaries out.",
            )
        changed[summaries[0].number] = _marks(summaries[0], foods[0])
        told = replace(foods[0].plan, lone_notes=())
        changed[foods[0].number] = replace(foods[0], plan=told)
    return [changed.get(file.number, file) for file in files]


def _foods(file: ReadFile) -> bool:
    return file.plan.shape == "diary" and "day_state" not in file.plan.columns


def _summary(file: ReadFile) -> bool:
    return file.plan.shape == "days" and "day_state" in file.plan.columns


def nobodys_summary(file: ReadFile) -> bool:
    """Say whether a file marks complete days and names no person."""
    return _summary(file) and "person_id" not in file.plan.columns


def _marks(summary: ReadFile, foods: ReadFile) -> ReadFile:
    plan = summary.plan
    person = plan.columns.get("person_id") or literal(foods.source.name)
    columns = {**plan.columns, "person_id": person}
    note = NOTE.format(foods=foods.source.name)
    return replace(
        summary, plan=replace(plan, columns=columns, shape="states", notes=(note, *plan.notes))
    )


def collect(connection: duckdb.DuckDBPyConnection, groups: Sequence[Group]) -> bool:
    """Write the marks of the summaries set apart to the table `STATES`, if there are any."""
    selects = [
        f"SELECT {text(g.plan, 'person_id')} AS person_id, {text(g.plan, 'day')} AS day, "
        f"{one_of(g.plan, 'day_state', DAY_STATES, 'NULL')} AS day_state, mgca_number "
        f"FROM ({raw_rows(g, named=True)})"
        for g in groups
        if g.plan.shape == "states"
    ]
    if not selects:
        return False
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {STATES} AS SELECT person_id, day, "
        "max(day_state) AS day_state, min(mgca_number) AS file "
        f"FROM ({' UNION ALL '.join(selects)}) GROUP BY ALL"
    )
    return True


def without_foods(
    connection: duckdb.DuckDBPyConnection, groups: Sequence[Group], table: str
) -> dict[int, list[str]]:
    """Write the days on which only a summary has anything to the table `LONE`, as Days.

    Args:
        connection: Where the marks are.
        groups: All groups of the call.
        table: Days, or rows, of the diaries.

    Returns:
        By number of the summary, these days.
    """
    stated = " UNION ALL BY NAME ".join(
        day_totals.rows_sql(group) for group in groups if group.plan.shape == "states"
    )
    rows = (
        f"SELECT * FROM ({stated}) ANTI JOIN {table} USING (person_id, day) "
        "WHERE reason IS NULL AND mgca_drop IS NULL"
    )
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {LONE} AS {day_totals.combined(rows)}")
    return dict(
        connection.execute(
            f"SELECT file, list(day ORDER BY day) FROM {STATES} "
            f"SEMI JOIN {LONE} USING (person_id, day) GROUP BY file"
        ).fetchall()
    )


def lone_note(days: Sequence[str]) -> str:
    """Return the sentence about days of a summary without any food beside it."""
    shown = ", ".join(days[:DAYS_SHOWN]) + (", …" if len(days) > DAYS_SHOWN else "")
    which = f"{len(days):,} days ({shown}) have" if len(days) > 1 else f"1 day ({shown}) has"
    return f"{which} a total here and no food beside it: the total is taken as this file states it."


def mark(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    """Mark the days of ``table``; a day that the summary does not know stays as it is."""
    connection.execute(
        f"UPDATE {table} SET day_state = {STATES}.day_state FROM {STATES} WHERE "
        f"{table}.person_id = {STATES}.person_id AND {table}.day = {STATES}.day"
    )
