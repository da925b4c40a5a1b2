"""Records of many clients → the triage table and a report each, swapped in whole."""

from __future__ import annotations

import csv
import json
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self

from nutrition import batch, output
from nutrition.diary import SCHEMA_VERSION
from nutrition.report.build import plain, sheet_of
from nutrition.report.facts import Client, Sheet
from nutrition.report.file_names import file_names
from nutrition.report.offers import Offers
from nutrition.report.page import html
from nutrition.report.pdf import PAPERS, ReportError, pdf, require_typst
from nutrition.report.record import to_json
from nutrition.report.records import Records
from nutrition.report.roster import clients_of
from nutrition.report.spoken import spoken
from nutrition.spreadsheet import inert
from nutrition.texts import ENGLISH, languages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    import duckdb
    import pandas as pd

    from foods.composition import FoodTable

FORMATS = ("json", "html")
"""What stands beside the PDF, or without it."""

TABLES, REPORTS = "tables", "reports"
"""Folders of a run: the tables of `nutrition.batch`, and a file or more for each client."""

WAITING = 16
"""Pages said and not yet printed: more would only take memory."""

PRINTERS = 1
"""A thread beside the reckoning: a second one waits for it, and takes 100 MB more."""


@dataclass(frozen=True)
class ScreenJob:
    """What a screening is asked to do.

    Attributes:
        job: The records and how to read, total and assess them; its ``out`` is the folder.
        pdf: Print a PDF a client.
        formats: Of `FORMATS`, written for each client.
        language: A code of `nutrition.texts.languages()`.
        paper: a4 or letter.
        country: Country or locale, for the emergency number.
        previous: Folder of an earlier screening, for before and after.
    """

    job: batch.Job
    pdf: bool = True
    formats: tuple[str, ...] = ("json",)
    language: str = ENGLISH
    paper: str = "a4"
    country: str | None = None
    previous: Path | None = None


@dataclass(frozen=True)
class Screened:
    """What a screening did.

    Attributes:
        out: Folder of the results.
        summary: What the reading did.
        clients: Clients in the triage table.
        reports: Files written for them.
        levels: Clients by level of `nutrition.triage.LEVELS`.
    """

    out: Path
    summary: batch.Summary
    clients: int
    reports: int
    levels: Mapping[str, int] = field(default_factory=dict)


def screen(
    asked: ScreenJob,
    table: FoodTable | None = None,
    *,
    watch: Callable[[duckdb.DuckDBPyConnection], Any] | None = None,
    step: Callable[[int, int], None] | None = None,
) -> Screened:
    """Total and assess records, sort the clients by need, and write a report for each.

    Args:
        asked: What to do.
        table: Food table; the bundled one when None.
        watch: As for `nutrition.batch.run`.
        step: Called after each client with how many are done and how many there are.

    Returns:
        The counts. The folder holds ``triage.csv``, ``reports/``, ``tables/`` (what
        `nutrition.batch` writes) and ``run.json``; it stands whole or not at all.

    Raises:
        MgcaError: Nothing could be read, a warning sign or circumstance is on no list, typst is
            missing, or the folder cannot be written or is not ours.
    """
    from foods.composition import FoodTable

    _check(asked)
    table = table or FoodTable.bundled()
    out = asked.job.out
    output.prepare(out)
    earlier = _earlier(asked.previous)
    kept: list[str] = []
    with output.replacing(out, kept=kept) as draft:
        inner = replace(
            asked.job,
            out=draft / TABLES,
            items=True,
            parquet=True,
            groups=replace(asked.job.groups, by=(), replicates=0),
        )
        summary = batch.run(inner, table, watch=watch)
        records = Records(draft / TABLES)
        clients = {one.person_id: one for one in clients_of(records.people, country=asked.country)}
        triaged = _triaged(records, clients, earlier)
        files = dict(zip(triaged["person_id"], file_names(triaged["person_id"]), strict=True))
        _write_triage(draft / "triage.csv", triaged, files, asked)
        (draft / REPORTS).mkdir()
        written = 0
        with _Printer(asked) as printer:
            sheets = _sheets(records, clients, list(triaged["person_id"]), table, earlier)
            for done, (person, sheet) in enumerate(sheets, start=1):
                written += printer.write(sheet, draft / REPORTS / files[person])
                if step is not None:
                    step(done, len(triaged))
        _finish(draft, asked, summary, len(triaged), written)
    levels = {str(k): int(n) for k, n in triaged["level"].value_counts().items()}
    summary = replace(summary, out=out / TABLES, notes=(*summary.notes, *kept))
    return Screened(out, summary, len(triaged), written, levels)


class _Printer:
    """Writes the files of a sheet; PDFs in threads, since typst works outside Python's lock."""

    def __init__(self, asked: ScreenJob) -> None:
        self._asked = asked
        self._pool = ThreadPoolExecutor(PRINTERS, thread_name_prefix="mgca-print")
        self._waiting: set[Future[None]] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=kind is not None)
        if kind is None:
            for one in self._waiting:
                one.result()

    def write(self, sheet: Sheet, stem: Path) -> int:
        """Write or hand over every file of one sheet, and say how many they are."""
        asked = self._asked
        page = spoken(sheet, asked.language)
        if "json" in asked.formats:
            _save(stem, ".json", to_json(sheet).encode())
        if "html" in asked.formats:
            _save(stem, ".html", html(page, paper=asked.paper).encode("utf-8", "replace"))
        if asked.pdf:
            self._waiting.add(self._pool.submit(_print, page, asked.paper, stem))
            if len(self._waiting) >= WAITING:
                done, self._waiting = wait(self._waiting, return_when=FIRST_COMPLETED)
                for one in done:
                    one.result()
        return len(asked.formats) + asked.pdf


def _print(page: Mapping[str, Any], paper: str, stem: Path) -> None:
    _save(stem, ".pdf", pdf(page, paper=paper))


def _save(stem: Path, ending: str, content: bytes) -> None:
    stem.with_name(stem.name + ending).write_bytes(content)


def _check(asked: ScreenJob) -> None:
    if asked.language not in languages():
        raise ReportError(
            f"There are no texts in the language {asked.language!r}.",
            hint=f"There are: {', '.join(languages())}.",
        )
    if asked.paper not in PAPERS:
        raise ReportError(f"{asked.paper!r} is no paper.", hint=f"Choose {' or '.join(PAPERS)}.")
    strange = sorted(set(asked.formats) - set(FORMATS))
    if strange or not (asked.pdf or asked.formats):
        raise ReportError(
            f"{', '.join(strange)} is no format." if strange else "No format was chosen.",
            hint=f"Formats beside the PDF: {', '.join(FORMATS)}.",
        )
    if asked.pdf:
        require_typst()


def _earlier(folder: Path | None) -> Records | None:
    if folder is None:
        return None
    inner = folder / TABLES if (folder / TABLES).is_dir() else folder
    if not (inner / "assessment.parquet").exists():
        raise ReportError(
            f"{folder} holds no earlier screening.",
            hint="Give the folder that an earlier mgca screen wrote.",
        )
    return Records(inner)


def _triaged(
    records: Records, clients: Mapping[str, Client], earlier: Records | None
) -> pd.DataFrame:
    import pandas as pd

    from nutrition.triage import SEPARATOR, triage

    people = pd.DataFrame(
        {
            "person_id": [one.person_id for one in clients.values()],
            "name": [one.name for one in clients.values()],
            "age_months": [one.age_months for one in clients.values()],
            "condition": [one.condition for one in clients.values()],
            "contexts": [SEPARATOR.join(one.contexts) for one in clients.values()],
            "red_flags": [SEPARATOR.join(one.red_flags or ()) for one in clients.values()],
        },
        dtype=object,
    )
    before = None if earlier is None else earlier.assessment
    return triage(records.days, records.assessment, people, before)


def _sheets(
    records: Records,
    clients: Mapping[str, Client],
    order: list[str],
    table: FoodTable,
    earlier: Records | None,
) -> Iterator[tuple[str, Sheet]]:
    offers = Offers()
    for person in order:
        before = earlier.assessment_of(person) if earlier is not None else []
        sheet = sheet_of(
            clients.get(person) or Client(person),
            records.items_of(person),
            records.days_of(person),
            records.assessment_of(person),
            table,
            earlier=before or None,
            earlier_days=earlier.days_of(person) if earlier is not None and before else (),
            offering=offers,
        )
        yield person, sheet


def _write_triage(
    path: Path, triaged: pd.DataFrame, files: Mapping[str, str], asked: ScreenJob
) -> None:
    from nutrition.triage import COLUMNS, told

    said = ("level_in_words", "reasons_in_words", "data_quality_in_words", "changed_in_words")
    ending = "pdf" if asked.pdf else asked.formats[0]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*COLUMNS, *said, "report", "schema_version"])
        for row in map(plain, triaged.to_dict("records")):
            words = told(row, asked.language)
            cells = [*(row[column] for column in COLUMNS), *words.values()]
            report = f"{REPORTS}/{files[str(row['person_id'])]}.{ending}"
            writer.writerow([_cell(cell) for cell in (*cells, report, SCHEMA_VERSION)])


def _cell(value: Any) -> Any:
    """Return a cell for a spreadsheet; half a surrogate pair cannot be written as it is."""
    if isinstance(value, str):
        return inert(value.encode("utf-8", "replace").decode("utf-8"))
    return value


def _finish(
    draft: Path, asked: ScreenJob, summary: batch.Summary, clients: int, files: int
) -> None:
    inner = json.loads((draft / TABLES / output.RUN_FILE).read_text(encoding="utf-8"))
    record = {
        "command": "screen",
        **{key: value for key, value in inner.items() if key != "program"},
        "reports": {
            "clients": clients,
            "files": files,
            "pdf": asked.pdf,
            "formats": list(asked.formats),
            "language": asked.language,
            "paper": asked.paper,
            "previous": None if asked.previous is None else str(asked.previous),
        },
        "rejects": summary.rejects,
    }
    output.finish(draft, record)
