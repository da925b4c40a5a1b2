"""Files in, tables out: the road for whole diaries, on DuckDB unless another engine is named."""

import csv
import hashlib
import platform
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from foods.errors import DiaryError, MgcaError
from foods.nutrients import BY_COLUMN
from nutrition import intake, output
from nutrition.batch_notes import notes_of, people_in_short
from nutrition.counted import counted
from nutrition.diary import REJECT_COLUMNS, SCHEMA_VERSION
from nutrition.factors import QUESTION_COLUMNS, Answers
from nutrition.output_columns import ASSESSMENT, GROUPS
from nutrition.population.day_order import add_day_order, add_empty_order
from nutrition.population.options import GroupOptions
from nutrition.readers import Options
from nutrition.readers.source import literal
from nutrition.reading import day_totals
from nutrition.reading.files import Reading
from nutrition.reading.unread import NOTE_COLUMNS
from nutrition.several import SeveralTotals
from nutrition.side_files import check_unit, readable
from nutrition.spreadsheet import inert, inert_sql
from nutrition.totals import Totals

if TYPE_CHECKING:
    from foods.composition import FoodTable
    from nutrition.cluster import ClusterTotals

    AnyTotals = Totals | SeveralTotals | ClusterTotals

KEYS = ("person_id", "day")
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
        rejects: Rows that could not be read.
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
    if job.options.unit is not None:
        check_unit(job.options.unit, table, job.locale)
    with readable(job.people, job.answers) as (people, answered):
        answers = read_answers(answered) if answered else None
        found = _people_among_files(replace(job, people=people), named=job.people)
        try:
            return _run(found, job, table, answers, watch)
        except duckdb.InterruptException as error:
            raise KeyboardInterrupt from error
        except duckdb.Error as error:
            raise _in_words(error, job.memory) from error


def _in_words(error: duckdb.Error, memory: str | None) -> DiaryError:
    """Return what the database ran into as an error that says what to do."""
    said = str(error).strip().splitlines()[0]
    if isinstance(error, duckdb.OutOfMemoryException):
        limit = f"--memory {memory}" if memory else "this machine's memory"
        return DiaryError(
            f"{limit} is too little for these files: {said}",
            hint="Raise it, such as --memory 1GB; what does not fit goes to the disk.",
            memory=memory,
        )
    hint = "Save the file as CSV again, in UTF-8 and with one kind of line ends; is it damaged?"
    return DiaryError(f"The files cannot be read: {said}", hint=hint)


def _run(
    job: Job,
    asked: Job,
    table: "FoodTable",
    answers: Answers | None,
    watch: Callable[[duckdb.DuckDBPyConnection], Any] | None,
) -> Summary:
    """Carry out a job whose people and answers can be read; ``asked`` names them for the record."""
    with _totals(job, table, answers, watch) as totals, ThreadPoolExecutor(1) as pool:
        hashes = pool.submit(_hashes, asked)
        _check_people(job, totals)
        totals.compute()
        marks = _day_marks(totals)
        if marks is None and job.people is None and totals.people() is None:
            # Nobody asks, and the days' names go on telling: half a million days take a second.
            add_empty_order(totals.connection, "days")
        else:
            add_day_order(totals.connection, "days", marks, adjust=job.groups.adjust_order)
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


def _check_people(job: Job, totals: "AnyTotals") -> None:
    """Refuse groups that the people do not have before the first row of a diary is read."""
    from nutrition.population.options import GROUPING

    asked = set(job.groups.by) - set(GROUPING) or job.groups.replicate_weights
    people: Any = job.people
    if people is None and asked and isinstance(totals, Totals | SeveralTotals):
        reading = totals.reading if isinstance(totals, Totals) else totals.sets[0].reading
        people = reading.people()
    if people is None:
        return
    from nutrition.judgement import check_grouping  # pandas

    check_grouping(people, job.groups)


@contextmanager
def _totals(
    job: Job,
    table: "FoodTable",
    answers: Answers | None,
    watch: Callable[[duckdb.DuckDBPyConnection], Any] | None,
) -> "Iterator[AnyTotals]":
    """Open the files on this machine, or hand them to workers."""
    if job.engine == "dask":
        from nutrition.cluster import ClusterTotals

        with ClusterTotals(job, table, answers) as totals:
            yield totals
        return
    with ExitStack() as stack:
        made: list[Totals] = []
        for reading in _readings(job, stack):
            if watch is not None and not made:
                watch(reading.connection)
            made.append(
                Totals(reading, table, engine=job.engine, locale=job.locale, answers=answers)
            )
        yield made[0] if len(made) == 1 else SeveralTotals(made, parts=job.options.parts)


def _readings(job: Job, stack: ExitStack) -> list[Reading]:
    """Open the files together, or in sets where they state different minerals."""

    def opened(places: Sequence[int]) -> Reading:
        reading = Reading(
            [job.paths[place] for place in places],
            format=job.format,
            options=job.options,
            memory=job.memory,
            names=None if job.names is None else [job.names[place] for place in places],
        )
        return stack.enter_context(reading)

    try:
        return [opened(range(len(job.paths)))]
    except DiaryError as error:
        sets = error.fields.get("sets")
        if sets is None:
            raise
    return [opened(places) for places in sets]


def _write(
    draft: Path,
    totals: "AnyTotals",
    job: Job,
    hashes: "Future[dict[str, str]]",
) -> Summary:
    connection = totals.connection
    _copy(connection, "SELECT * FROM days ORDER BY person_id, day", draft / "day_totals", job)
    rejects = totals.reject_rows() if totals.rejects else []
    _rows(draft / "rejects.csv", REJECT_COLUMNS, rejects)
    odd = totals.value_notes()
    if odd:
        _rows(draft / "notes.csv", NOTE_COLUMNS, odd)
    questions = totals.questions()
    _rows(draft / "questions.csv", QUESTION_COLUMNS, questions)
    notes = _assess(draft, totals, job)
    if job.items and totals.has_diary:
        items = totals.items_relation(rows=True)
        items.write_parquet(str(draft / "items.parquet"), compression="zstd")
    summary = _summary(totals, job, rejects, len(questions), notes)
    output.finish(draft, _run_record(totals, job, summary, hashes.result()))
    return summary


def _copy(connection: duckdb.DuckDBPyConnection, query: str, stem: Path, job: Job) -> None:
    keys = ", ".join(f"{inert_sql(key)} AS {key}" for key in ("person_id", "day"))
    connection.execute(
        f"COPY (SELECT * REPLACE ({keys}) FROM ({query})) "
        f"TO {literal(str(stem.with_suffix('.csv')))} (HEADER, DELIMITER ',')"
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
            cells = {k: inert(v) for k, v in row.items()}
            writer.writerow({"schema_version": SCHEMA_VERSION, **cells})


def _assess(draft: Path, totals: "AnyTotals", job: Job) -> tuple[str, ...]:
    """Write what people make of the days; return what to say of them."""
    people = job.people if job.people is not None else totals.people()
    if people is None:
        _rows(draft / "assessment.csv", tuple(ASSESSMENT), [])
        _rows(draft / "groups.csv", (*job.groups.by, *GROUPS), [])
        return ()
    from nutrition.judgement import judge, write_tables  # pandas and scipy

    tables = judge(
        totals.connection.table("days").df(),
        people,
        body=job.body,
        sd_source=job.sd_source,
        options=job.groups,
    )
    write_tables(tables, draft, parquet=job.parquet)
    rejected = counted(len(tables["people_rejects"]), "person", "people")
    said = (
        [f"{rejected} rejected: see people_rejects.csv."] if len(tables["people_rejects"]) else []
    )
    lost = tables["assessment"].groupby("nutrient")["days_without_value"].sum()
    for nutrient, days in lost[lost > 0].items():
        name = BY_COLUMN[str(nutrient)].name.lower()
        some = counted(days, "complete day", "complete days")
        said.append(f"{some} without a {name} value left out of the means.")
    return tuple(said)


def _people_among_files(job: Job, *, named: Path | None) -> Job:
    """Read a people file of a survey with the diaries: weights stand in the recalls' files."""
    if job.people is None or job.groups.people_columns or job.engine == "dask":
        return job
    from tempfile import TemporaryDirectory

    from nutrition.readers import nhanes_people
    from nutrition.readers.source import open_source

    scratch = TemporaryDirectory(prefix="mgca-")
    with scratch:
        header = open_source(job.people, scratch).header
    if "person_id" in header or not nhanes_people.detect(header):
        return job
    names = (*(job.names or map(str, job.paths)), str(named))
    return replace(job, paths=(*job.paths, job.people), names=names, people=None)


def _day_marks(totals: "AnyTotals") -> str | None:
    """Return the SQL of what the files say of each day; None where only its name tells."""
    if isinstance(totals, SeveralTotals):
        found = []
        for number, one in enumerate(totals.sets):
            told = _told_by(one.reading)
            if told is not None:
                table = one.connection.sql(told).to_arrow_table()
                totals.connection.register(f"mgca_told_{number}", table)
                found.append(f"SELECT * FROM mgca_told_{number}")
        return " UNION ALL ".join(found) or None
    return _told_by(totals.reading) if isinstance(totals, Totals) else None


def _told_by(reading: Reading) -> str | None:
    """Return the SQL of person, day, date and recall number in the files of a reading."""
    parts = []
    if reading.has_diary and {"date", "recall_no"} & set(reading.columns):
        reading.typed().create_view("mgca_typed", replace=True)
        parts.append(("mgca_typed", "reason IS NULL", set(reading.columns)))
    if reading.has_days:
        test = "reason IS NULL AND mgca_drop IS NULL"
        parts.append((day_totals.ROWS, test, {"date", "recall_no"}))
    keys = ", ".join(rf"regexp_replace(trim({c}), '^(-?\d+)\.0+$', '\1') AS {c}" for c in KEYS)
    selects = []
    for table, test, columns in parts:
        told = (c if c in columns else f"NULL::VARCHAR AS {c}" for c in ("date", "recall_no"))
        selects.append(f"SELECT {keys}, {', '.join(told)} FROM {table} WHERE {test}")
    return " UNION ALL ".join(selects) or None


def _summary(
    totals: "AnyTotals",
    job: Job,
    rejects: list[dict[str, Any]],
    questions: int,
    notes: tuple[str, ...],
) -> Summary:
    counts = ", ".join(
        f"1 - sum({intake.stem(n)}_unknown_items) / nullif(sum(items), 0)"
        for n in ("calcium_mg", "magnesium_mg")
    )
    (row,) = totals.connection.execute(
        f"SELECT count(DISTINCT person_id), count(*), {counts} FROM days"
    ).fetchall()
    files = [people_in_short(file) for file in totals.report(rejects)]
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
        notes=(*notes_of(totals), *notes),
    )


def _run_record(
    totals: "AnyTotals",
    job: Job,
    summary: Summary,
    hashes: dict[str, str],
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
            "groups": asdict(job.groups),
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
        "notes": list(summary.notes),
    }


def _hashes(job: Job) -> dict[str, str]:
    found = {}
    own = Path(job.body) if job.body.lower().endswith(".csv") else None
    for path in (*job.paths, *(p for p in (job.people, job.answers, own) if p is not None)):
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
