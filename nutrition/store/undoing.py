"""Undo: an edit taken back exactly, unless somebody has edited the same rows since."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import sqlalchemy as sa

from nutrition.store.cells import columns, decode
from nutrition.store.edits import changed
from nutrition.store.errors import MissingError, RecordError
from nutrition.store.kinds import NAMES, TABLES, OfPerson, Record
from nutrition.store.schema import edits, tables
from nutrition.store.store import Store

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Done:
    """An edit of the undo log.

    Attributes:
        number: Its number: the version of the rows it wrote.
        what: What it did, as a word and a table.
        person_id: Whose records; None where they are the owner's.
        rows: How many rows.
        undoes: The edit that it took back, where it is an undo.
    """

    number: int
    what: str
    person_id: int | None
    rows: int
    undoes: int | None = None


def done(store: Store, *, person_id: int | None = None, limit: int = 20) -> tuple[Done, ...]:
    """Return the latest edits that can be undone, latest first.

    Args:
        store: The open diary.
        person_id: Only of this person; everything when None.
        limit: How many.
    """
    where = [edits.c.owner == store.owner, ~edits.c.undone, edits.c.undoes.is_(None)]
    if person_id is not None:
        where.append(edits.c.person_id == person_id)
    query = sa.select(edits).where(*where).order_by(edits.c.id.desc()).limit(limit)
    with store.reading() as connection:
        return tuple(_done(row) for row in connection.execute(query).mappings())


def last_removed(store: Store, kind: type[R], *, among: int = 50) -> tuple[int, R] | None:
    """Find the latest deletion of a kind that can still be undone, whichever window made it.

    Args:
        store: The open diary.
        kind: A class of `nutrition.store.kinds`, such as ``OwnFood``.
        among: How many of the latest edits are looked at.

    Returns:
        The edit for `undo`, and the record as it was; None where there is none.
    """
    where = (edits.c.owner == store.owner) & ~edits.c.undone & edits.c.undoes.is_(None)
    query = sa.select(edits).where(where).order_by(edits.c.id.desc()).limit(among)
    name = NAMES[kind]
    with store.reading() as connection:
        found = connection.execute(query).mappings().all()
    for row in found:
        for one in json.loads(row["changes"]):
            before, after = one["before"], one["after"]
            if one["table"] != name or before is None or before.get("archived"):
                continue
            if after is None or after.get("archived"):
                return row["id"], decode(kind, before)
    return None


def undo(store: Store, number: int | None = None, *, person_id: int | None = None) -> Done:
    """Take back an edit: deleted rows come back with their ids, changed ones as they were.

    Args:
        store: The open diary.
        number: The edit: ``version`` of a record, or what `remove` returned; the latest that
            was not undone when None. An undo has a number too, and can be undone.
        person_id: Of whom, where ``number`` is None.

    Returns:
        The undo, itself an edit.

    Raises:
        Changed: A row was edited since; nothing is undone.
        MissingError: There is nothing to undo.
    """
    if number is None:
        latest = done(store, person_id=person_id, limit=1)
        if not latest:
            raise MissingError("There is nothing to undo.", hint="Only edits saved here can be.")
        number = latest[0].number
    with store.editing(f"undo {number}") as edit:
        where = (edits.c.id == number) & (edits.c.owner == store.owner) & ~edits.c.undone
        row = edit.connection.execute(sa.select(edits).where(where)).mappings().one_or_none()
        if row is None:
            raise MissingError(
                f"Edit {number} cannot be undone: it was, or it is too long ago.",
                hint="Reload and change the records by hand.",
            )
        changes = json.loads(row["changes"])
        for one in reversed(changes):
            now, version = edit.current(one["table"], one["id"])
            before, after = (_whole(one["table"], one[end]) for end in ("before", "after"))
            if now != after:
                mine = _record(one["table"], before, None)
                raise changed(mine, _record(one["table"], now, version))
            if one["table"] == "persons" and one["before"] is None:
                _check_childless(edit.connection, one["id"])
            edit.write(one["table"], before, now)
        edit.undoes = number
        edit.connection.execute(edits.update().where(where).values(undone=True))
        if row["undoes"] is not None:  # what it had taken back stands again
            again = edits.c.id == row["undoes"]
            edit.connection.execute(edits.update().where(again).values(undone=False))
    return Done(edit.number, f"undo {number}", row["person_id"], len(changes), number)


def _done(row: Any) -> Done:
    rows = len(json.loads(row["changes"]))
    return Done(row["id"], row["what"], row["person_id"], rows, row["undoes"])


def _whole(name: str, row: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Return a row of the log with the columns that a later revision added."""
    if row is None:
        return None
    return {column.name: column.default for column in columns(TABLES[name])} | dict(row)


def _record(name: str, row: Mapping[str, Any] | None, version: int | None) -> Record | None:
    return None if row is None else decode(TABLES[name], {**row, "version": version})


def _check_childless(connection: Any, person_id: int) -> None:

    for name, kind in TABLES.items():
        if issubclass(kind, OfPerson):
            table = tables[name]
            query = sa.select(table.c.id).where(table.c.person_id == person_id).limit(1)
            if connection.execute(query).first():
                raise RecordError(
                    "This person has records by now.", hint="Archive them, or delete for good."
                )
