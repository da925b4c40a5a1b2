"""What a batch is asked to do, and what it says it did."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nutrition.population.options import GroupOptions
from nutrition.readers import Options

ENGINES = ("duckdb", "polars", "pandas", "dask")


@dataclass(frozen=True)
class Job:
    """What a batch is asked to do.

    Attributes:
        paths: Diary files.
        out: Folder for the results.
        people: CSV with sex, age and life stage; what the diary files say of people when None.
        format: Reader; detected when None.
        options: Column mapping, unit, recompute.
        locale: ``us``, ``uk`` or ``metric``.
        engine: One of `ENGINES`.
        answers: A questions file, filled in.
        body: Reference body.
        sd_source: Source of the day-to-day standard deviation.
        items: Write ``items.parquet`` too.
        parquet: Write every table as Parquet beside the CSV.
        memory: DuckDB memory limit, such as ``1GB``; of each worker with Dask.
        scheduler: Address of a Dask scheduler; workers of this machine when None.
        names: What to call each file in reports; its path when None.
        groups: How groups are formed and their usual intake is estimated.
    """

    paths: tuple[Path, ...]
    out: Path
    people: Path | None = None
    format: str | None = None
    options: Options = field(default_factory=Options)
    locale: str = "us"
    engine: str = "duckdb"
    answers: Path | None = None
    body: str = "NASEM"
    sd_source: str = "IOM 2000"
    items: bool = False
    parquet: bool = False
    memory: str | None = None
    scheduler: str | None = None
    names: tuple[str, ...] | None = None
    groups: GroupOptions = field(default_factory=GroupOptions)


@dataclass(frozen=True)
class Summary:
    """What a batch did.

    Attributes:
        out: Folder of the results.
        files: How each file was read.
        items: Rows that became items.
        rejects: Rows that could not be read; a file that could not be opened is none.
        people: Number of people.
        days: Number of person-days.
        questions: Distinct foods and units that nobody has answered yet.
        known: Share of items with a value, by mineral; null without items.
        day_rows: Rows that state a day's total.
        dropped: Rows that the format itself leaves out, such as recalls that are not reliable.
        notes: What to look at in the totals; nothing is left out for it.
    """

    out: Path
    files: list[dict[str, Any]]
    items: int
    rejects: int
    people: int
    days: int
    questions: int
    known: dict[str, float | None]
    day_rows: int = 0
    dropped: int = 0
    notes: tuple[str, ...] = ()
