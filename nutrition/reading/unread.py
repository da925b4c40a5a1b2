"""Cells of readable rows that hold no number: their value is unknown, and each is told."""

from collections.abc import Sequence
from typing import Any

import duckdb

from nutrition.reading.day_totals import ROWS
from nutrition.reading.numbers import file_columns
from nutrition.reading.reports import ROWS_SHOWN, used
from nutrition.reading.rows import diary_rows, numbers_of, quick
from nutrition.reading.scans import Group, ReadFile

NOTE_COLUMNS = ("source_file", "source_row", "column", "reason", "value", "schema_version")
MOST_NOTES = 100_000
"""Cells of a call that are listed one by one; all are counted."""
FOUND = "mgca_unread"


def collect(
    connection: duckdb.DuckDBPyConnection,
    groups: Sequence[Group],
    columns: Sequence[str],
    carried: Sequence[str],
    *,
    words: bool,
    careful: bool,
) -> bool:
    """Write the cells to the table `FOUND`: a row each, with the house column.

    Args:
        connection: Where the files are read.
        groups: All groups of a call.
        columns: Diary columns that any file has.
        carried: Nutrients that the files state.
        words: Amounts that are no number were learned.
        careful: Look at every file. Otherwise files that the quick reading took are passed over:
            they hold no such cell.

    Returns:
        Whether there is any.
    """
    selects = []
    where = "reason IS NULL AND len(unread) > 0"
    for group in groups:
        if group.plan.shape == "diary":
            if not numbers_of(group.plan, columns, carried):
                continue
            if not careful and quick(group, columns, carried) is not None:
                continue
            rows = diary_rows(group, columns, carried, words=words, unread=True)
            ((some,),) = connection.execute(
                f"SELECT EXISTS (SELECT 1 FROM ({rows}) WHERE {where})"
            ).fetchall()
            if some:
                rows = diary_rows(group, columns, carried, rows=True, words=words, unread=True)
                selects.append(
                    f"SELECT source_file, source_row, unread FROM ({rows}) WHERE {where}"
                )
    if any(group.plan.shape in ("days", "habitual") for group in groups):
        selects.append(
            f"SELECT source_file, source_row, unread FROM {ROWS} "
            f"WHERE mgca_drop IS NULL AND {where}"
        )
    if not selects:
        return False
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {FOUND} AS SELECT source_file, source_row, cell.* FROM "
        f"(SELECT source_file, source_row, unnest(unread) AS cell FROM "
        f"({' UNION ALL '.join(selects)}))"
    )
    ((count,),) = connection.execute(f"SELECT count(*) FROM {FOUND}").fetchall()
    return bool(count)


def notes(connection: duckdb.DuckDBPyConnection, files: Sequence[ReadFile]) -> list[dict[str, Any]]:
    """Return the cells, at most `MOST_NOTES`, with the column's name in its file."""
    named = {file.source.name: file for file in files}
    return [
        {
            "source_file": name,
            "source_row": row,
            "column": _column(named.get(name), house),
            "reason": reason,
            "value": value,
        }
        for name, row, house, reason, value in connection.execute(
            f"SELECT source_file, source_row, house, reason, value FROM {FOUND} "
            f"ORDER BY ALL LIMIT {MOST_NOTES}"
        ).fetchall()
    ]


def counts(
    connection: duckdb.DuckDBPyConnection, files: Sequence[ReadFile]
) -> dict[str, list[dict[str, Any]]]:
    """Return, by file, each column and reason with its count and first rows."""
    named = {file.source.name: file for file in files}
    found: dict[str, list[dict[str, Any]]] = {}
    for name, house, reason, count, first, example in connection.execute(
        "SELECT source_file, house, reason, count(*), "
        f"list(source_row ORDER BY source_row)[1:{ROWS_SHOWN}], min_by(value, source_row) "
        f"FROM {FOUND} GROUP BY ALL ORDER BY ALL"
    ).fetchall():
        told = {
            "column": _column(named.get(name), house),
            "reason": reason,
            "rows": count,
            "first": first,
            "example": example,
        }
        found.setdefault(name, []).append(told)
    return found


def _column(file: ReadFile | None, house: str) -> str:
    if file is None:
        return house
    return used(file_columns(file.plan.columns[house], file.source))
