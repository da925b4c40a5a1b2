"""Everything out (one JSON file, a CSV a table) and back in, unchanged.

Both hold the same plain rows. In CSV an empty cell is null where a column can be unknown, else
empty text; text that a spreadsheet would run gets an apostrophe, which the import takes away.
"""

import csv
import io
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from nutrition.store.cells import columns, decode, encode, from_csv, json_text, to_csv
from nutrition.store.database import translated
from nutrition.store.errors import NewerError, RecordError, StoreError
from nutrition.store.kinds import TABLES, Record
from nutrition.store.schema import REVISION, edits, tables
from nutrition.store.store import Store

FILE = "diary.json"
PROGRAM = "mgca"
_EXPORT_HINT = "Give a diary.json, or the folder that an export wrote."


def export_files(store: Store) -> dict[str, str]:
    """Return the files of an export by name: ``diary.json``, and a CSV a table.

    The same records give the same text, byte by byte.
    """
    kept = _rows(store)
    return {FILE: _json(kept)} | {f"{name}.csv": _csv(name, rows) for name, rows in kept.items()}


def export_all(store: Store, path: str | Path) -> tuple[Path, ...]:
    """Write everything the owner has.

    Args:
        store: The open diary.
        path: A ``.json`` file; or a folder, for ``diary.json`` and a CSV a table.

    Returns:
        The files written.

    Raises:
        StoreError: There is something at the path that is no export of ours.
    """
    path = Path(path)
    with translated(path):
        if path.suffix.lower() == ".json":
            if path.exists():
                _check_ours(path)
            return (_write(path, export_files(store)[FILE]),)
        path.mkdir(parents=True, exist_ok=True)
        if any(path.iterdir()):
            _check_ours(path / FILE)
        return tuple(_write(path / name, text) for name, text in export_files(store).items())


def import_all(store: Store, path: str | Path, *, replace: bool = False, called: str = "") -> int:
    """Read an export back: the same records under the same ids.

    Args:
        store: The open diary.
        path: A ``.json`` file; or a folder with ``diary.json``, else with the CSV files.
        replace: Delete what the owner has first; otherwise there must be nothing.
        called: What errors call the file, where it was given as another one.

    Returns:
        How many records.

    Raises:
        NewerError: A newer program wrote it.
        RecordError: A row cannot be kept; nothing was changed.
        StoreError: It is no export of ours, or there is something in the diary already.
    """
    path = Path(path)
    with translated(path):
        source = path / FILE if path.is_dir() and (path / FILE).exists() else path
        name = called or str(source)
        found = _read_csv(path, name) if source.is_dir() else _read_json(source, name)
    rows = {name: _checked(name, found.get(name, [])) for name in TABLES}
    with store.editing("import", logged=False) as edit:
        for name, table in reversed(tables.items()):
            mine = table.c.owner == store.owner
            if replace:
                edit.connection.execute(table.delete().where(mine))
            elif edit.connection.execute(sa.select(table.c.id).where(mine).limit(1)).first():
                raise StoreError(
                    f"The diary has {name} already; an import would mix the two.",
                    hint="Export what is there, then import with replace.",
                )
        others = (edits.c.owner == store.owner) & (edits.c.id != edit.number)
        edit.connection.execute(edits.delete().where(others))
        for name, kept in rows.items():
            edit.put(name, kept)
    return sum(map(len, rows.values()))


def _rows(store: Store) -> dict[str, list[dict[str, Any]]]:
    kept = {}
    with store.reading() as connection:
        for name, kind in TABLES.items():
            table = tables[name]
            wanted = [table.c.id, *(table.c[column.name] for column in columns(kind))]
            query = sa.select(*wanted).where(table.c.owner == store.owner).order_by(table.c.id)
            kept[name] = [dict(row) for row in connection.execute(query).mappings()]
    return kept


def _json(kept: Mapping[str, Sequence[Mapping[str, Any]]]) -> str:
    opened = {
        name: [
            row
            | {c.name: json.loads(row[c.name]) for c in columns(TABLES[name]) if c.kind == "json"}
            for row in map(dict, rows)
        ]
        for name, rows in kept.items()
    }
    whole = {"program": PROGRAM, "schema": REVISION, "tables": opened}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _csv(name: str, rows: Sequence[Mapping[str, Any]]) -> str:
    names = ["id", *(column.name for column in columns(TABLES[name]))]
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(names)
    writer.writerows([to_csv(row[column]) for column in names] for row in rows)
    return "\ufeff" + text.getvalue()  # without the mark, spreadsheets misread µ and é


def _write(path: Path, text: str) -> Path:
    """Write beside and put in place whole."""
    draft = path.with_name(path.name + ".new")
    with draft.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    return path


def _check_ours(path: Path) -> None:
    try:
        _read_json(path, str(path))
    except (StoreError, OSError) as error:
        raise StoreError(
            f"{path.parent} holds something that is no export of mgca.",
            hint="Export to an empty folder, or to a file that does not exist yet.",
            path=str(path),
        ) from error


def _read_json(path: Path, called: str) -> dict[str, list[dict[str, Any]]]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        ours = found["program"] == PROGRAM and isinstance(found["tables"], dict)
        rows = [row for kept in found["tables"].values() for row in kept]
        ours = ours and all(isinstance(row, dict) for row in rows)
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{called} is no export of mgca.", hint=_EXPORT_HINT) from error
    if not ours:
        raise StoreError(f"{called} is no export of mgca.", hint=_EXPORT_HINT)
    if str(found.get("schema")) > REVISION:
        raise NewerError(
            f"{called} was exported by a newer version of mgca (schema {found['schema']}).",
            hint="Install the newer version of mgca.",
        )
    return {
        name: [_closed(row, TABLES[name]) for row in rows]
        for name, rows in found["tables"].items()
        if name in TABLES
    }


def _closed(row: Mapping[str, Any], kind: type[Record]) -> dict[str, Any]:
    """Return a row of the JSON file with its lists as JSON text again."""
    texts = {c.name for c in columns(kind) if c.kind == "json"}
    return {name: json_text(cell) if name in texts else cell for name, cell in row.items()}


def _read_csv(folder: Path, called: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for name, kind in TABLES.items():
        path = folder / f"{name}.csv"
        if not path.exists():
            continue
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        known = {column.name: column for column in columns(kind)}
        found[name] = []
        for line, row in enumerate(rows, start=2):
            if None in row or not (row.get("id") or "").isdigit():
                raise RecordError(
                    f"{path.name}, line {line} is no row of an export.", hint=_EXPORT_HINT
                )
            cells = {c: from_csv(text or "", known[c]) for c, text in row.items() if c in known}
            found[name].append({"id": int(row["id"]), **cells})
    if "persons" not in found:
        raise StoreError(f"{called} holds no export of mgca.", hint=_EXPORT_HINT)
    return found


def _checked(name: str, rows: Any) -> list[dict[str, Any]]:
    """Return rows as they are kept, every value looked at."""
    kept = []
    for number, row in enumerate(rows, start=1):
        try:
            record = decode(TABLES[name], row)
            kept.append({"id": _id_of(record), **encode(record)})
        except (TypeError, ValueError, AttributeError, RecordError) as error:
            raise RecordError(
                f"Record {number} of {name} cannot be read: {error}", hint="Nothing was changed."
            ) from error
    return kept


def _id_of(record: Record) -> int:
    number: Any = record.id
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise RecordError("It has no id.", hint=_EXPORT_HINT)
    return number
