"""The tables and the record of a run, written into one folder."""

import csv
import hashlib
import platform
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from foods.nutrients import BY_COLUMN
from nutrition import intake, output
from nutrition.batch_job import Job, Summary
from nutrition.batch_notes import notes_of, people_in_short
from nutrition.counted import counted
from nutrition.csv_writer import write_csv
from nutrition.diary import REJECT_COLUMNS, SCHEMA_VERSION
from nutrition.factors import QUESTION_COLUMNS
from nutrition.output_columns import ASSESSMENT, GROUPS
from nutrition.readers.source import literal
from nutrition.reading.unread import NOTE_COLUMNS
from nutrition.spreadsheet import inert, inert_sql

if TYPE_CHECKING:
    from concurrent.futures import Future

    from nutrition.batch_notes import AnyTotals


def write(
    draft: Path,
    totals: "AnyTotals",
    job: Job,
    hashes: "Future[dict[str, str]]",
) -> Summary:
    """Write every table of a run into a draft folder, ``run.json`` last.

    Args:
        draft: The folder.
        totals: After `compute`, the days with their order.
        job: What was asked; names the inputs where these were copied.
        hashes: Of the inputs, by path.
    """
    connection = totals.connection
    _days(connection, draft / "day_totals", parquet=job.parquet)
    rejects = totals.reject_rows() if totals.rejects else []
    _rows(draft / "rejects.csv", REJECT_COLUMNS, rejects)
    odd = totals.value_notes()
    if odd:
        _rows(draft / "notes.csv", NOTE_COLUMNS, odd)
    questions = totals.questions()
    _rows(draft / "questions.csv", QUESTION_COLUMNS, questions)
    notes = _assess(draft, totals, job)
    if job.items and totals.has_diary:
        _items(totals, draft / "items.parquet")
    summary = _summary(totals, job, rejects, len(questions), notes)
    output.finish(draft, _run_record(totals, job, summary, hashes.result()))
    return summary


def _days(connection: duckdb.DuckDBPyConnection, stem: Path, *, parquet: bool) -> None:
    query = "SELECT * FROM days ORDER BY person_id, day"
    keys = ", ".join(f"{inert_sql(key)} AS {key}" for key in ("person_id", "day"))
    write_csv(
        connection, f"SELECT * REPLACE ({keys}) FROM ({query})", "days", stem.with_suffix(".csv")
    )
    if parquet:
        connection.execute(
            f"COPY ({query}) TO {literal(str(stem.with_suffix('.parquet')))} (COMPRESSION zstd)"
        )


def _items(totals: "AnyTotals", path: Path) -> None:
    """Write the items; a food that was given by its code has the name that the table has."""
    items = totals.items_relation(rows=True)
    foods = totals.table.arrow().select(["food_id", "description"])
    totals.connection.register("mgca_foods", foods.rename_columns(["mgca_id", "mgca_name"]))
    totals.connection.sql(
        "SELECT * EXCLUDE (mgca_id, mgca_name) "
        "REPLACE (coalesce(nullif(description, ''), mgca_name) AS description), "
        f"{SCHEMA_VERSION!r} AS schema_version "
        "FROM items LEFT JOIN mgca_foods ON items.food_id = mgca_id"
    ).write_parquet(str(path), compression="zstd")
    del items
    totals.connection.unregister("mgca_foods")


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
        rejects=sum(row["source_row"] is not None for row in rejects),
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


def input_hashes(job: Job) -> dict[str, str]:
    """Return the hash of each input that can be read, by path."""
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
