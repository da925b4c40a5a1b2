"""Rows that could not be read: lines that the CSV parser set aside, and rows with a reason."""

from collections.abc import Sequence
from typing import Any

import duckdb

from foods.errors import DiaryError
from nutrition.reading import second_look
from nutrition.reading.scans import STRAY, Group, ReadFile, line_of, parse_errors, parse_reason

Row = tuple[str, int, str, str]
"""File, place among its rows, reason, raw text."""


def lost_lines(
    connection: duckdb.DuckDBPyConnection, files: Sequence[ReadFile], groups: Sequence[Group]
) -> dict[str, list[int]]:
    """Return, by file, the lines that the CSV parser did not give as rows."""
    lost: dict[str, list[int]] = {}
    for file in files:
        for line, _ in file.source.set_aside:
            lost.setdefault(file.source.name, []).append(line)
    for group in groups:
        for name, line, *_ in parse_errors(connection, group):
            lost.setdefault(name, []).append(line)
    return {name: sorted(lines) for name, lines in lost.items()}


def refused_rows(relation: duckdb.DuckDBPyRelation) -> list[Row]:
    """Return the rows of a typed relation that have a reason."""
    refused = relation.filter("reason IS NOT NULL")
    return refused.project("source_file, source_row, reason, raw").fetchall()


def listed(
    connection: duckdb.DuckDBPyConnection,
    files: Sequence[ReadFile],
    groups: Sequence[Group],
    failures: Sequence[DiaryError],
    rows: Sequence[Row],
    *,
    look_again: bool = True,
) -> list[dict[str, Any]]:
    """Return all that could not be read, by file and line.

    Args:
        connection: Where the files were read.
        files: All files of a call.
        groups: The same in groups, after a whole scan of each.
        failures: Files that could not be opened.
        rows: What `refused_rows` returned.
        look_again: Find rows in their files; not for a block, whose place in its file is told.
    """
    found = [_reject(e.fields.get("file", ""), None, str(e), "") for e in failures]
    lost = lost_lines(connection, files, groups)
    for file in files:
        for line, text in file.source.set_aside:
            found.append(_reject(file.source.name, line, STRAY, text))
    for group in groups:
        for name, line, kind, raw, message in parse_errors(connection, group):
            found.append(_reject(name, line, parse_reason(kind, message, raw), raw))
    sources = {file.source.name: file.source for file in files}
    by_file: dict[str, list[tuple[int, str, str]]] = {}
    for name, row, reason, raw in rows:
        place = line_of(row, lost.get(name, []))
        by_file.setdefault(name, []).append((place, reason, raw))
    for name, refused in by_file.items():
        source = sources[name]
        places = {place for place, *_ in refused} if look_again else set()
        there = second_look.standing(source, places)
        for place, reason, raw in refused:
            line, text = there.get(place, (place, raw))
            if not second_look.same(source, text, raw):
                line, text = place, raw
            found.append(_reject(name, line, reason, text))
    return sorted(found, key=lambda r: (r["source_file"], r["source_row"] or 0))


def _reject(file: str, row: int | None, reason: str, raw: str) -> dict[str, Any]:
    return {"source_file": file, "source_row": row, "reason": reason, "raw": raw}
