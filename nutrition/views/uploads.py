"""Files that somebody hands over in a page: run as a batch in a folder that is gone afterwards."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from foods.errors import DiaryError
from nutrition.batch import Job, Summary, run
from nutrition.intake import stem
from nutrition.readers import Options
from nutrition.readers.source import open_source

if TYPE_CHECKING:
    import pandas as pd

    from foods.composition import FoodTable

MAPPED = ("person_id", "day", "food", "amount", "unit", "food_id", "kind", "day_state")
"""Diary columns that a page offers to map; the others keep their house names."""

DESCRIPTIONS = {
    "day_totals.csv": "Totals of each person and day",
    "assessment.csv": "Each person beside the reference intakes",
    "groups.csv": "Usual intake and prevalence by group",
    "people.csv": "The people as they were understood",
    "questions.csv": "Foods and units to be answered",
    "rejects.csv": "Rows that could not be read, with the reason",
    "people_rejects.csv": "People who could not be used, with the reason",
    "run.json": "Settings, versions, seeds and hashes of this run",
}


@dataclass(frozen=True)
class Upload:
    """A file as it was handed over."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Results:
    """What a run came to.

    Attributes:
        summary: The counts.
        tables: File name → content of every file that the run wrote.
        people: The people file, where one was given.
    """

    summary: Summary
    tables: Mapping[str, bytes]
    people: Upload | None = field(default=None)

    def frame(self, name: str, *, rows: int | None = None) -> "pd.DataFrame":
        """Return a table of the run; keys stay text.

        Args:
            name: Such as ``day_totals.csv``.
            rows: At most so many rows.
        """
        import pandas as pd

        keys = dict.fromkeys(("person_id", "day", "food", "unit", "source_row"), "str")
        content = self.tables.get(name, b"")
        return pd.read_csv(BytesIO(content), dtype=keys, nrows=rows) if content else pd.DataFrame()


def run_uploads(
    diaries: Sequence[Upload],
    *,
    table: "FoodTable | None" = None,
    people: Upload | None = None,
    answers: Upload | None = None,
    columns: Mapping[str, str] | None = None,
    unit: str | None = None,
    recompute: bool = False,
    settings: Mapping[str, Any] | None = None,
) -> Results:
    """Run `nutrition.batch.run` on files held in memory.

    Args:
        diaries: Diary files.
        table: The food table; the bundled one when None.
        people: People file; no assessment without it.
        answers: A filled-in questions file.
        columns: Diary column → the files' column; house names are recognised when empty.
        unit: One unit for all rows.
        recompute: Ignore nutrients that the files carry.
        settings: ``locale``, ``body``, ``sd_source`` and ``groups``, as `nutrition.batch.Job`
            has them.

    Returns:
        The counts and every table.

    Raises:
        MgcaError: Nothing could be read; where every row was rejected, its ``fields["results"]``
            hold the tables with the reasons.
    """
    with TemporaryDirectory(prefix="mgca-") as folder:
        out = Path(folder) / "out"
        chosen: dict[str, Any] = dict(settings or {})
        job = Job(
            paths=tuple(_written(diaries, Path(folder) / "diaries")),
            names=tuple(one.name for one in diaries),
            out=out,
            people=_one(people, Path(folder) / "people"),
            answers=_one(answers, Path(folder) / "answers"),
            options=Options(dict(columns or {}), unit, recompute),
            **chosen,
        )
        try:
            summary = run(job, table)
        except DiaryError as error:
            if isinstance(error.fields.get("summary"), Summary):
                found = Results(error.fields["summary"], _tables(out), people)
                raise DiaryError(
                    error.message, hint="The reasons are in rejects.csv.", results=found
                ) from error
            raise
        return Results(summary, _tables(out), people)


def header_of(upload: Upload) -> tuple[str, ...]:
    """Return the column names of a file.

    Raises:
        DiaryError: It is no table.
    """
    scratch = TemporaryDirectory(prefix="mgca-")
    try:
        (path,) = _written([upload], Path(scratch.name) / "file")
        return open_source(path, scratch, upload.name).header
    finally:
        scratch.cleanup()


def known_words(summary: Summary) -> str:
    """Say for what share of items each mineral is known, rounded down; '' without items."""
    said = [
        f"{stem(nutrient)} known for {math.floor(share * 1000) / 10:g} % of items"
        for nutrient, share in summary.known.items()
        if share is not None
    ]
    return "; ".join(said).capitalize()


def reading_report(summary: Summary) -> list[dict[str, Any]]:
    """Return how each file was read, as records of one line each.

    Returns:
        ``file, format, columns, minerals, notes``: which of the file's columns became which
        diary column, and whether minerals come from the file or from the food table.
    """
    rows = []
    for file in summary.files:
        used = ", ".join(f"{house} ← {column}" for house, column in file["columns"].items())
        stated = file.get("nutrients", {})
        carried = ", ".join(file["carried"] or [n for n in stated if "carried" in str(stated[n])])
        rows.append(
            {
                "file": file["file"],
                "format": file["title"],
                "columns": used,
                "minerals": f"{carried} from the file" if carried else "from the food table",
                "notes": " ".join(file["notes"]),
            }
        )
    return rows


def _written(uploads: Sequence[Upload], folder: Path) -> list[Path]:
    """Write each file into a folder of its own, under the last part of its name."""
    paths = []
    for number, one in enumerate(uploads):
        place = folder / str(number)
        place.mkdir(parents=True)
        path = place / (Path(one.name.replace("\\", "/")).name or "file.csv")
        path.write_bytes(one.content)
        paths.append(path)
    return paths


def _one(upload: Upload | None, folder: Path) -> Path | None:
    return _written([upload], folder)[0] if upload is not None else None


def _tables(out: Path) -> dict[str, bytes]:
    if not out.is_dir():
        return {}
    order = list(DESCRIPTIONS)
    files = [path for path in out.iterdir() if path.is_file()]
    files.sort(key=lambda p: (order.index(p.name) if p.name in order else len(order), p.name))
    return {path.name: path.read_bytes() for path in files}
