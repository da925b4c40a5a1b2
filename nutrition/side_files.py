"""What stands beside the diaries of a call: people, answers, one unit for all rows."""

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from foods.errors import DiaryError
from nutrition.readers.quotes import MOST_BYTES
from nutrition.readers.source import Source, open_source

if TYPE_CHECKING:
    from foods.composition import FoodTable


@contextmanager
def readable(*paths: Path | None) -> Iterator[tuple[Path | None, ...]]:
    """Give tables as comma-separated UTF-8, whatever spreadsheet wrote them.

    Args:
        *paths: Tables of people or answers; None stays None.

    Yields:
        The files themselves where they are so already, else copies that are gone afterwards;
        tables that are no CSV are given as they are.

    Raises:
        DiaryError: A file is missing, empty, or no table; or a quotation mark opens a cell of which
            no rule tells where it ends. A diary sets such a line aside and says so; here it would
            take a person's sex, age or warning signs along.
    """
    with TemporaryDirectory(prefix="mgca-") as folder:
        yield tuple(
            None if path is None else _plain(path, Path(folder) / str(place))
            for place, path in enumerate(paths)
        )


def _plain(path: Path, folder: Path) -> Path:
    folder.mkdir()
    scratch = TemporaryDirectory(dir=folder)
    try:
        source = _opened(path, scratch)
        if source.set_aside:
            row, text = source.set_aside[0]
            raise DiaryError(
                f"{source.name}, row {row} ({text[:60]!r}): a quotation mark opens a cell that has "
                f"no sure end: it is not closed, runs on for more than {MOST_BYTES:,} bytes, or "
                "holds lines that could be rows.",
                hint="Close the quotation mark, or shorten the text in it.",
                file=source.name,
                row=row,
            )
        plain = source.readable == path and source.delimiter == ","
        if plain or source.kind != "csv":
            return path
        return _copied(source, folder / f"{path.name.partition('.')[0]}.csv")
    finally:
        scratch.cleanup()


def _opened(path: Path, scratch: TemporaryDirectory[str]) -> Source:
    try:
        return open_source(path, scratch)
    except DiaryError as error:
        if not path.is_file() or path.stat().st_size:
            raise
        raise DiaryError(
            error.message,
            hint="A people or answers file holds the column names in its first line; fill it, or "
            "leave it out.",
            file=str(path),
        ) from error


def _copied(source: Source, target: Path) -> Path:
    with (
        source.readable.open(encoding="utf-8-sig", newline="") as text,
        target.open("w", encoding="utf-8", newline="") as out,
    ):
        try:
            csv.writer(out).writerows(csv.reader(text, delimiter=source.delimiter))
        except csv.Error as error:
            raise DiaryError(
                f"{source.name} cannot be read: {error}.",
                hint="Save it as CSV again, one row a line.",
                file=source.name,
            ) from error
    return target


def check_unit(unit: str, table: "FoodTable", locale: str) -> None:
    """Refuse one unit for all rows that is neither a unit nor a measure of any food.

    Raises:
        DiaryError: As said.
    """
    from foods.units import unit_word

    if unit_word(unit, locale) is not None:
        return
    word = re.escape(unit.strip().lower().rstrip("s"))
    found = re.compile(rf"\b{word}s?\b")
    measures = table.measures_arrow()["measure"].unique().to_pylist()
    if word and any(found.search(str(measure).lower()) for measure in measures):
        return
    raise DiaryError(
        f"--unit {unit}: no food has a measure of that name, and it is no unit.",
        hint="Give g, ml, oz, cup, slice or another that foods have.",
        unit=unit,
    )
