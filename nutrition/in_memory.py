"""A file or a frame → Diary, for pages and notebooks; `nutrition.batch` streams instead."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from foods.errors import DiaryError
from nutrition.diary import Diary
from nutrition.readers import Options
from nutrition.reading.files import Reading
from nutrition.reading.states import LONE, STATES


def read(
    source: Any,
    *,
    format: str | None = None,  # noqa: A002 - the command's own word
    columns: Mapping[str, str] | None = None,
    unit: str | None = None,
    recompute: bool = False,
    engine: str = "pandas",
    name: str | None = None,
    choices: Mapping[str, str] | None = None,
    parts: bool = False,
) -> Diary:
    """Read a diary.

    Args:
        source: Path of a CSV (``.gz``, ``.zip``) or Parquet file, a list of paths, or a pandas or
            Polars frame with the same columns as such a file.
        format: Reader; detected from the header when None.
        columns: Diary column → the file's column.
        unit: One unit for the whole file.
        recompute: Ignore nutrients that the file carries.
        engine: ``pandas`` or ``polars``: the kind of frame to return.
        name: What to call the file in reports.
        choices: Answers to what a format leaves open, such as ``{"calcium": "dv1300"}``; see
            `nutrition.readers.Options`.
        parts: Files that share a person and a day are parts of one diary.

    Returns:
        The diary; rows in = rows of its frame + its rejects + rows that the format drops, which
        its report counts. Files that hold totals only give ``days`` instead of a frame.

    Raises:
        DiaryError: The source cannot be read at all; the message says what to do.
    """
    if engine not in ("pandas", "polars"):
        raise DiaryError(f"{engine!r} is not an engine.", hint="Use pandas or polars.")
    options = Options(columns or {}, unit, recompute, choices or {}, parts)
    with TemporaryDirectory(prefix="mgca-") as folder:
        paths = _paths(source, Path(folder))
        names = [name] if name is not None and len(paths) == 1 else None
        with Reading(paths, format=format, options=options, names=names) as reading:
            return _diary(reading, engine)


def _paths(source: Any, folder: Path) -> list[Path]:
    if isinstance(source, str | Path):
        return [Path(source)]
    if isinstance(source, list | tuple):
        return [Path(path) for path in source]
    path = folder / "frame.parquet"
    if hasattr(source, "write_parquet"):
        source.write_parquet(path)
    elif hasattr(source, "to_parquet"):
        source.to_parquet(path)
    else:
        raise DiaryError(
            f"A {type(source).__name__} is not a diary.", hint="Give a path or a data frame."
        )
    return [path]


def _diary(reading: Reading, engine: str) -> Diary:
    reading.check_overlap()
    frame = _frame(reading, engine) if reading.has_diary else None
    days = None
    if reading.has_days:
        reading.add_days("stated_days", alone=True)
        days = _native(
            reading.connection.sql("SELECT * FROM stated_days ORDER BY person_id, day"), engine
        )
    rejects = reading.rejects()
    reading.look_at_values(every=True)
    if reading.has_states and reading.has_diary and reading.find_days_without_foods("rows_read"):
        lone = f"SELECT * FROM {LONE}"
        stated = f"SELECT * FROM stated_days UNION ALL BY NAME {lone}" if reading.has_days else lone
        days = _native(
            reading.connection.sql(f"SELECT * FROM ({stated}) ORDER BY person_id, day"), engine
        )
    return Diary(
        frame=frame,
        rejects=rejects,
        carried=reading.carried,
        people=reading.people(),
        report={
            "files": reading.report(rejects),
            "failures": [str(e) for e in reading.failures],
            "notes": reading.value_notes(),
        },
        days=days,
    )


def _frame(reading: Reading, engine: str) -> Any:
    relation = reading.typed(rows=True)
    relation.create("rows_read")
    again = reading.recover_encoding() if reading.parse_error_count() else False
    ((unread,),) = reading.connection.execute(
        "SELECT count(*) FROM rows_read WHERE reason LIKE 'amount is not a number%'"
    ).fetchall()
    again = reading.prove_amount_signs(odd=bool(unread)) or again
    if unread:
        again = bool(reading.learn_amount_words()) or again
    if again:
        reading.connection.execute("DROP TABLE rows_read")
        reading.typed(rows=True).create("rows_read")
    query = (
        "SELECT * EXCLUDE (reason, raw, amount_text) REPLACE ("
        r"regexp_replace(person_id, '^(-?\d+)\.0+$', '\1') AS person_id, "
        r"regexp_replace(day, '^(-?\d+)\.0+$', '\1') AS day) "
        "FROM rows_read WHERE reason IS NULL"
    )
    if reading.has_states:
        marks = f"SELECT * EXCLUDE (file) FROM {STATES}"
        query = f"SELECT * FROM ({query}) LEFT JOIN ({marks}) USING (person_id, day)"
    return _native(reading.connection.sql(query), engine)


def _native(relation: Any, engine: str) -> Any:
    return relation.pl() if engine == "polars" else relation.df()
