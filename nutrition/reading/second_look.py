"""A refused row as it stands in its file: its line and its text, found by a second look."""

import csv
from collections.abc import Collection
from pathlib import Path

from nutrition.readers.source import WHOLE_CHECK_BYTES, Source

UNSET = ("NA", "N/A")
"""Cells that the CSV parser gives as empty."""


def standing(source: Source, wanted: Collection[int]) -> dict[int, tuple[int, str]]:
    """Return the line and the text of rows, by their place (the header is 1).

    Blank lines are no rows, and a cell in quotation marks may run over several lines: a place is
    then no line. Nothing is found in large files, and in those from which lines were taken out.
    """
    if not wanted or source.kind != "csv" or source.set_aside:
        return {}
    if source.readable.stat().st_size > WHOLE_CHECK_BYTES:
        return {}
    return _looked_up(source.readable, wanted)


def same(source: Source, text: str, raw: str) -> bool:
    """Say whether a text of the file is the row that the parser gave, its cells joined."""
    try:
        (cells,) = csv.reader([text], delimiter=source.delimiter)
    except (csv.Error, ValueError):
        return False
    return source.delimiter.join("" if cell in UNSET else cell for cell in cells) == raw


def _looked_up(path: Path, wanted: Collection[int]) -> dict[int, tuple[int, str]]:
    found = {}
    last, place, begun, quotes = max(wanted, default=0), 0, 0, 0
    parts: list[bytes] = []
    with path.open("rb") as file:
        for line, text in enumerate(file, start=1):
            if not parts:
                if not text.strip(b"\r\n"):
                    continue
                place, begun = place + 1, line
            parts.append(text)
            quotes += text.count(b'"')
            if quotes % 2:
                continue
            if place in wanted:
                found[place] = (begun, b"".join(parts).decode("utf-8-sig").rstrip("\r\n"))
            parts.clear()
            if place >= last:
                break
    return found
