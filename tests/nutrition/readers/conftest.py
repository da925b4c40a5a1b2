"""What the tests of readers ask for: the samples, and the days of files in memory."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from nutrition.readers import Options
from nutrition.reading.files import Reading
from nutrition.totals import Totals

FORMATS = Path(__file__).resolve().parents[1] / "data" / "formats"


@dataclass(frozen=True)
class Outcome:
    """The days of files, by person and day, and how they were read."""

    days: pd.DataFrame
    report: list[dict[str, Any]]
    rejects: list[dict[str, Any]]
    items: int
    day_rows: int
    people: Any


@pytest.fixture(scope="session")
def formats():
    return FORMATS


@pytest.fixture(scope="session")
def totals_of(table):
    """Total files as a batch does, without writing anything."""

    def call(*paths, format=None, names=None, **options):  # noqa: A002 - the command's own word
        with Reading(
            [Path(path) for path in paths], format=format, options=Options(**options), names=names
        ) as reading:
            totals = Totals(reading, table)
            totals.compute()
            rejects = reading.rejects()
            days = reading.connection.sql("SELECT * FROM days ORDER BY person_id, day").df()
            return Outcome(
                days,
                reading.report(rejects, days="days"),
                rejects,
                totals.items,
                totals.day_rows,
                reading.people("days"),
            )

    return call


@pytest.fixture(scope="session")
def rows_of_file():
    """Read files without looking up foods: their rows, or the days that they state."""
    from nutrition.in_memory import read

    def call(path, **options):
        diary = read(path, **options)
        frame = diary.days if diary.frame is None else diary.frame
        rows = 0 if diary.frame is None else len(diary.frame)
        stated = 0 if diary.days is None else len(diary.days)
        return Outcome(
            frame.drop(columns=["source_file", "source_row"], errors="ignore"),
            diary.report["files"],
            diary.rejects,
            rows,
            stated,
            diary.people,
        )

    return call
