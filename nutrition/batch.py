"""Files in, tables out: the road for whole diaries, on DuckDB unless another engine is named."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from foods.errors import DiaryError
from nutrition import output
from nutrition.batch_job import ENGINES, Job, Summary
from nutrition.batch_tables import input_hashes, write
from nutrition.factors import Answers
from nutrition.population.day_order import add_day_order, add_empty_order
from nutrition.reading import day_totals
from nutrition.reading.files import Reading
from nutrition.several import SeveralTotals
from nutrition.side_files import check_unit, readable
from nutrition.totals import Totals

if TYPE_CHECKING:
    from foods.composition import FoodTable
    from nutrition.cluster import ClusterTotals

    AnyTotals = Totals | SeveralTotals | ClusterTotals

KEYS = ("person_id", "day")


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
    from nutrition.references import load

    if job.engine not in ENGINES:
        raise DiaryError(
            f"{job.engine!r} is not an engine.", hint=f"Engines: {', '.join(ENGINES)}."
        )
    from foods.composition import FoodTable

    table = table or FoodTable.bundled()
    output.prepare(job.out)
    load(job.body)
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
        hashes = pool.submit(input_hashes, asked)
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
        kept: list[str] = []
        with output.replacing(job.out, kept=kept) as draft:
            summary = write(draft, totals, job, hashes)
        summary = replace(summary, notes=(*summary.notes, *kept))
    if summary.items + summary.day_rows == 0:
        some = f"None of {summary.rejects} rows" if summary.rejects else "No row"
        raise DiaryError(
            f"{some} could be read.",
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


__all__ = ["ENGINES", "Job", "Summary", "run"]
