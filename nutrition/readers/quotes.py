"""A stray quotation mark: the line that opens a cell and never closes it is set aside alone.

By the rules of CSV a cell in quotation marks may run over several lines, so one mark too many
takes the lines after it along. Here such a line is told from a cell that is meant to be long: the
lines inside it are rows of their own, or it never ends as a cell must.
"""

from collections import deque
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import IO

QUOTE = b'"'
MOST_BYTES = 1 << 20
"""A cell that runs on for longer is not meant to be one; ten times the longest note kept."""
WHOLE, OPEN, BROKEN = "whole", "open", "broken"


def runs_over(data: bytes) -> bool:
    """Say whether a cell in quotation marks runs over a line end, meant or not."""
    return QUOTE in data and any(b"\n" in piece for piece in data.split(QUOTE)[1::2])


def without_strays(
    path: Path, target: Path, delimiter: str, cells: int
) -> tuple[tuple[int, str], ...]:
    """Copy a UTF-8 table without the lines that open a cell and never close it.

    Args:
        path: The table, its header in the first line.
        target: Where the copy goes.
        delimiter: One character.
        cells: Cells of a whole row.

    Returns:
        Place among the rows (the header is 1) and text of each line left out.
    """
    mark = delimiter.encode()
    strays: list[tuple[int, str]] = []
    with path.open("rb") as file, target.open("wb") as out:
        out.write(file.readline())
        number = 1
        ahead: deque[bytes] = deque()
        while line := ahead.popleft() if ahead else file.readline():
            number += 1
            if QUOTE not in line or _walk(line, mark)[0] != OPEN:
                out.write(line)
                continue
            more = _rest(line, chain(_taken(ahead), file), mark, cells)
            if more.closed:
                out.write(line)
                out.writelines(more.lines)
            else:
                strays.append((number, line.decode("utf-8", "replace").rstrip("\r\n")))
                ahead.extendleft(reversed(more.lines))
    return tuple(strays)


class _Rest:
    """The lines after one that is open, and whether they end its cell as they must."""

    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self.closed = False


def _taken(ahead: deque[bytes]) -> Iterator[bytes]:
    while ahead:
        yield ahead.popleft()


def _rest(line: bytes, following: "Iterator[bytes] | IO[bytes]", mark: bytes, cells: int) -> _Rest:
    rest = _Rest()
    length = len(line)
    row_like = line.count(mark) + 1 >= cells
    for text in following:
        rest.lines.append(text)
        length += len(text)
        row = (row_like or QUOTE not in text) and _walk(text, mark) == (WHOLE, cells)
        if row or length > MOST_BYTES:
            return rest
        state, _ = _walk(text, mark, inside=True)
        if state != OPEN:
            rest.closed = state == WHOLE
            return rest
    return rest


def _walk(line: bytes, mark: bytes, *, inside: bool = False) -> tuple[str, int]:
    """Return how a line ends, and its cells: whole, open (in quotation marks) or broken."""
    text = line.rstrip(b"\r\n")
    at, cells = 0, 1
    while True:
        if not inside:
            start = at
            while text[start : start + 1] == b" ":
                start += 1
            if text[start : start + 1] != QUOTE:
                at = text.find(mark, at) + 1
                if at == 0:
                    return WHOLE, cells
                cells += 1
                continue
            at = start + 1
        end = text.find(QUOTE, at)
        if end < 0:
            return OPEN, cells
        if text[end + 1 : end + 2] == QUOTE:
            at, inside = end + 2, True
            continue
        after = text[end + 1 :].lstrip(b" ")
        if not after:
            return WHOLE, cells
        if not after.startswith(mark):
            return BROKEN, cells
        at, inside = len(text) - len(after) + 1, False
        cells += 1
