"""Files in, tables out: the road for whole diaries, on DuckDB unless another engine is named."""

import csv
import hashlib
import platform
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from foods.errors import DiaryError, MgcaError
from nutrition import intake, output
from nutrition.diary import REJECT_COLUMNS, SCHEMA_VERSION
from nutrition.factors import QUESTION_COLUMNS, Answers
from nutrition.readers import Options
from nutrition.readers.source import literal
from nutrition.reading.files import Reading
from nutrition.totals import Totals

if TYPE_CHECKING:
    from foods.composition import FoodTable
    from nutrition.cluster import ClusterTotals

ENGINES = ("duckdb", "polars", "pandas", "dask")
ASSESSMENT_COLUMNS = (
    *("person_id", "nutrient", "days", "intake_mg", "known_share", "ear_mg", "rda_mg", "ai_mg"),
    *("ul_mg", "ul_base", "ul_intake_mg", "gap_ear_mg", "gap_rda_mg", "sd_day_mg", "z"),
    *("probability_adequate", "verdict", "reference", "sd_source", "schema_version"),
)


GROUP_COLUMNS = (
    *("sex", "age_group", "nutrient", "n_people", "n_people_replicate", "n_days"),
    *("people_unknown", "days_unknown", "people_excluded", "mean_mg", "se", "p5", "p25", "p50"),
    *("p75", "p95", "share_below_ear", "share_below_se", "share_below_low", "share_below_high"),
    *("people_without_ear", "cut", "share_above_ul", "ul_base", "reference", "method", "power"),
    *("within_to_between", "n_simulations", "n_replicates", "replicate_kind", "seed", "reliable"),
    *("note", "schema_version"),
)
"""Those of `nutrition.judgement`, written here too: importing them costs two seconds."""


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


@dataclass(frozen=True)
class Summary:
    """What a batch did.

    Attributes:
        out: Folder of the results.
        files: How each file was read.
        items: Rows that became items.
        rejects: Rows that could not be read.
        people: Number of people.
        days: Number of person-days.
        questions: Distinct foods and units that nobody has answered yet.
        known: Share of items with a value, by mineral; null without items.
        day_rows: Rows that state a day's total.
        dropped: Rows that the format itself leaves out, such as recalls that are not reliable.
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


def run(
    job: Job,
    table: "FoodTable | None" = None,
    *,
    watch: Callable[[duckdb.DuckDBPyConnection], Any] | None = None,
) -> Summary:
    """Read diaries, total them by person and day, and write every table.

    Args:
        job: What to do.
        table: Food table; the bundled one when None.
        watch: Called once with the connection whose ``query_progress`` may be shown.

    Returns:
        The counts: rows in = items + rejects.

    Raises:
        MgcaError: Nothing could be read, or the folder cannot be written.
    """
    from nutrition.factors import read_answers

    if job.engine not in ENGINES:
        raise DiaryError(
            f"{job.engine!r} is not an engine.", hint=f"Engines: {', '.join(ENGINES)}."
        )
    from foods.composition import FoodTable

    table = table or FoodTable.bundled()
    output.check(job.out)
    output.recover(job.out)
    answers = read_answers(job.answers) if job.answers else None
    with _totals(job, table, answers, watch) as totals, ThreadPoolExecutor(1) as pool:
        hashes = pool.submit(_hashes, job)
        totals.compute()
        if totals.items + totals.day_rows + totals.rejects == 0:
            names = ", ".join(str(path) for path in job.paths)
            raise DiaryError(
                f"{names}: the column names are there, but no row.",
                hint="Export the diary again; each line after the first is one food.",
            )
        with output.replacing(job.out) as draft:
            summary = _write(draft, totals, job, hashes)
    if summary.items + summary.day_rows == 0:
        raise DiaryError(
            f"None of {summary.rejects} rows could be read.",
            hint=f"The reasons are in {job.out / 'rejects.csv'}.",
            summary=summary,
        )
    return summary


@contextmanager
def _totals(
    job: Job,
    table: "FoodTable",
    answers: Answers | None,
    watch: Callable[[duckdb.DuckDBPyConnection], Any] | None,
) -> "Iterator[Totals | ClusterTotals]":
    """Open the files on this machine, or hand them to workers."""
    if job.engine == "dask":
        from nutrition.cluster import ClusterTotals

        with ClusterTotals(job, table, answers) as totals:
            yield totals
        return
    with Reading(
        job.paths, format=job.format, options=job.options, memory=job.memory, names=job.names
    ) as reading:
        if watch is not None:
            watch(reading.connection)
        yield Totals(reading, table, engine=job.engine, locale=job.locale, answers=answers)


def _write(
    draft: Path, totals: "Totals | ClusterTotals", job: Job, hashes: "Future[dict[str, str]]"
) -> Summary:
    connection = totals.connection
    _copy(connection, "SELECT * FROM days ORDER BY person_id, day", draft / "day_totals", job)
    rejects = totals.reject_rows() if totals.rejects else []
    _rows(draft / "rejects.csv", REJECT_COLUMNS, rejects)
    questions = totals.questions()
    _rows(draft / "questions.csv", QUESTION_COLUMNS, questions)
    _assess(draft, totals, job)
    if job.items and totals.has_diary:
        items = totals.items_relation(rows=True)
        items.write_parquet(str(draft / "items.parquet"), compression="zstd")
    summary = _summary(totals, job, rejects, len(questions))
    output.finish(draft, _run_record(totals, job, summary, hashes.result()))
    return summary


def _copy(connection: duckdb.DuckDBPyConnection, query: str, stem: Path, job: Job) -> None:
    connection.execute(
        f"COPY ({query}) TO {literal(str(stem.with_suffix('.csv')))} (HEADER, DELIMITER ',')"
    )
    if job.parquet:
        connection.execute(
            f"COPY ({query}) TO {literal(str(stem.with_suffix('.parquet')))} (COMPRESSION zstd)"
        )


def _rows(path: Path, columns: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        for row in rows:
            cells = {k: _inert(v) for k, v in row.items()}
            writer.writerow({"schema_version": SCHEMA_VERSION, **cells})


def _inert(value: Any) -> Any:
    """Keep a cell from running as a formula when the CSV is opened in a spreadsheet."""
    if isinstance(value, str) and re.match(r"[=+@\t\r-]", value):
        return "'" + value
    return value


def _assess(draft: Path, totals: "Totals | ClusterTotals", job: Job) -> None:
    people = job.people if job.people is not None else totals.people()
    if people is None:
        _rows(draft / "assessment.csv", ASSESSMENT_COLUMNS, [])
        _rows(draft / "groups.csv", GROUP_COLUMNS, [])
        return
    from nutrition.judgement import judge, write_tables  # pandas and scipy

    tables = judge(
        totals.connection.table("days").df(), people, body=job.body, sd_source=job.sd_source
    )
    write_tables(tables, draft, parquet=job.parquet)


def _summary(
    totals: "Totals | ClusterTotals", job: Job, rejects: list[dict[str, Any]], questions: int
) -> Summary:
    counts = ", ".join(
        f"1 - sum({intake.stem(n)}_unknown_items) / nullif(sum(items), 0)"
        for n in ("calcium_mg", "magnesium_mg")
    )
    (row,) = totals.connection.execute(
        f"SELECT count(DISTINCT person_id), count(*), {counts} FROM days"
    ).fetchall()
    files = totals.report(rejects)
    return Summary(
        out=job.out,
        files=files,
        items=totals.items,
        rejects=len(rejects),
        people=row[0],
        days=row[1],
        questions=questions,
        known={"calcium_mg": row[2], "magnesium_mg": row[3]},
        day_rows=totals.day_rows,
        dropped=sum(sum(file.get("dropped", {}).values()) for file in files),
    )


def _run_record(
    totals: "Totals | ClusterTotals", job: Job, summary: Summary, hashes: dict[str, str]
) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "settings": {
            "engine": job.engine,
            "locale": job.locale,
            "format": job.format,
            "columns": dict(job.options.columns),
            "unit": job.options.unit,
            "recompute": job.options.recompute,
            "choices": dict(job.options.choices),
            "parts": job.options.parts,
            "references": job.body,
            "sd_source": job.sd_source,
            "seed": 1,
            "memory": job.memory,
        },
        "versions": {
            "mgca": _version("mgca"),
            "python": platform.python_version(),
            **{name: _version(name) for name in ("duckdb", "narwhals", job.engine)},
        },
        "inputs_blake2b_256": hashes,
        "foods": totals.table.info(),
        "rows": {"items": summary.items, "rejects": summary.rejects},
        "rows_of_day_totals": summary.day_rows,
        "rows_dropped_by_the_format": summary.dropped,
        "people": summary.people,
        "days": summary.days,
        "questions": summary.questions,
        "known_share_of_items": summary.known,
        "files": summary.files,
        "notes": _notes(totals),
    }


def _notes(totals: "Totals | ClusterTotals") -> list[str]:
    if totals.says_completeness:
        return []
    return ["The diary does not say which days are complete; every day is taken as complete."]


def _hashes(job: Job) -> dict[str, str]:
    found = {}
    for path in (*job.paths, *(p for p in (job.people, job.answers) if p is not None)):
        try:
            with path.open("rb") as file:
                found[str(path)] = hashlib.file_digest(file, _checksum).hexdigest()
        except OSError:
            continue
    return found


def _checksum() -> Any:
    return hashlib.blake2b(digest_size=32)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


__all__ = ["ENGINES", "Job", "MgcaError", "Summary", "run"]
