"""One edit: rows added, changed, removed in one transaction, with what undoes them.

An edit's number is the version of every row that it writes. Numbers are never given twice, so
a version that a window saw names one state of the row and no other.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

import sqlalchemy as sa

from nutrition.store.cells import decode, encode
from nutrition.store.errors import Changed, MissingError, RecordError
from nutrition.store.kinds import NAMES, OfPerson, Person, Record
from nutrition.store.schema import edits, tables

R = TypeVar("R", bound=Record)
KEPT = 500
"""Edits that can be undone; older ones are forgotten."""


class Edit:
    """An edit under way; made by `nutrition.store.store.Store.editing`.

    Args:
        connection: In a transaction that writes.
        owner: Whose edit.
        what: A word for the undo log.
    """

    def __init__(self, connection: sa.Connection, owner: str, what: str) -> None:
        self.connection = connection
        self.owner = owner
        self.undoes: int | None = None
        self._changes: list[dict[str, Any]] = []
        self._persons: set[int] = set()
        self._known: set[int] = set()
        values = {"owner": owner, "what": what, "changes": "[]", "undone": False}
        made = connection.execute(edits.insert().values(values))
        key: Any = made.inserted_primary_key
        self.number = int(key[0])

    def add(self, records: Sequence[R]) -> tuple[R, ...]:
        """Add records; return them with their ids and version."""
        added: list[R] = []
        for name in dict.fromkeys(NAMES[type(record)] for record in records):
            kind = [one for one in records if NAMES[type(one)] == name]
            first = self._next_id(name)
            for number, record in enumerate(kind, start=first):
                if isinstance(record, OfPerson):
                    self._check_person(record.person_id)
                added.append(replace(record, id=number, version=self.number))
            self.put(name, [{"id": one.id, **encode(one)} for one in added[-len(kind) :]])
        return tuple(self._as_kept(one) for one in added)

    def put(self, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert plain rows with the ids they have."""
        if not rows:
            return
        stamp = {"owner": self.owner, "version": self.number}
        self.connection.execute(tables[name].insert(), [{**row, **stamp} for row in rows])
        for row in rows:
            self._log(name, None, row)

    def change(self, record: R, wanted: R) -> R:
        """Write ``wanted`` over ``record``, which must stand as it was read.

        Raises:
            Changed: It does not.
        """
        name = NAMES[type(record)]
        before, version = self._current(record)
        after = {"id": record.id, **encode(wanted)}
        if before == after:
            return decode(type(record), {**before, "version": version})
        if before is None or version != record.version:
            raise self._moved(record, wanted, before, version)
        if before.get("person_id") != after.get("person_id"):
            raise RecordError("A record stays with its person.", hint="Add a new one instead.")
        self.write(name, after, before)
        return decode(type(record), {**after, "version": self.number})

    def settle(self, record: R, wanted: R) -> R:
        """Write on a record what it meant all along, and in the undo log too.

        Undo still takes back the edits before it: they are found to have written this.

        Raises:
            Changed: The record does not stand as it was read.
        """
        name = NAMES[type(record)]
        before, _ = self._current(record)
        settled = self.change(record, wanted)
        after = {"id": record.id, **encode(wanted)}
        sign = f'%"table": "{name}", "id": {record.id},%'
        query = sa.select(edits.c.id, edits.c.changes).where(edits.c.changes.like(sign))
        for number, text in self.connection.execute(query).all():
            changes = json.loads(text)
            for one in changes:
                if one["table"] == name and one["after"] == before:
                    one["after"] = after
            told = json.dumps(changes, ensure_ascii=False)
            if told != text:
                here = edits.c.id == number
                self.connection.execute(edits.update().where(here).values(changes=told))
        return settled

    def remove(self, record: Record) -> None:
        """Remove a record, which must stand as it was read.

        Raises:
            Changed: It does not.
        """
        if isinstance(record, Person):
            raise RecordError(
                "A person is not removed by an edit.", hint="Archive them, or delete for good."
            )
        before, version = self._current(record)
        if before is None or version != record.version:
            raise self._moved(record, None, before, version)
        self.write(NAMES[type(record)], None, before)

    def write(
        self, name: str, after: Mapping[str, Any] | None, before: Mapping[str, Any] | None
    ) -> None:
        """Replace one plain row by another, whatever stands there; None is no row."""
        if before is None:
            self.put(name, [after] if after is not None else [])
            return
        _, update, delete = _statements(name)
        here = {"row_id": before["id"], "row_owner": self.owner}
        if after is None:
            self.connection.execute(delete, here)
        else:
            self.connection.execute(update, {**after, "version": self.number, **here})
        self._log(name, before, after)

    def current(self, name: str, number: int) -> tuple[dict[str, Any] | None, int | None]:
        """Return the plain row that stands under an id, and its version."""
        here = {"row_id": number, "row_owner": self.owner}
        row = self.connection.execute(_statements(name)[0], here).mappings().one_or_none()
        if row is None:
            return None, None
        plain = dict(row)
        version = plain.pop("version")
        del plain["owner"]
        return plain, version

    def finish(self, *, logged: bool) -> None:
        """Write the undo log's row, or take it away where there is nothing to undo."""
        here = edits.c.id == self.number
        if not logged or not self._changes:
            self.connection.execute(edits.delete().where(here))
            return
        if len(self._persons) > 1:
            raise RecordError(
                "One edit is of one person.", hint="Edit the records of each person apart."
            )
        values = {
            "changes": json.dumps(self._changes, ensure_ascii=False),
            "person_id": next(iter(self._persons), None),
            "undoes": self.undoes,
        }
        self.connection.execute(edits.update().where(here).values(values))
        old = (edits.c.owner == self.owner) & (edits.c.id <= self.number - KEPT)
        self.connection.execute(edits.delete().where(old))

    def _current(self, record: Record) -> tuple[dict[str, Any] | None, int | None]:
        if record.id is None:
            raise MissingError("The record is not stored.", hint="Add it first.")
        return self.current(NAMES[type(record)], record.id)

    def _moved(
        self, record: Record, mine: Record | None, row: dict[str, Any] | None, version: int | None
    ) -> Changed:
        theirs = None if row is None else decode(type(record), {**row, "version": version})
        return changed(mine, theirs)

    def _as_kept(self, record: R) -> R:
        row = {"id": record.id, "version": record.version, **encode(record)}
        return decode(type(record), row)

    def _next_id(self, name: str) -> int:
        query = sa.text("SELECT seq FROM sqlite_sequence WHERE name = :name")
        return int(self.connection.execute(query, {"name": name}).scalar() or 0) + 1

    def _check_person(self, number: int) -> None:
        if number in self._known:
            return
        if self.current("persons", number)[0] is None:
            raise MissingError(
                f"There is no person {number}.", hint="Reload the roster.", person_id=number
            )
        self._known.add(number)

    def _log(
        self, name: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
    ) -> None:
        row: Mapping[str, Any] = after if after is not None else before or {}
        if name == "persons":
            self._persons.add(row["id"])
        elif "person_id" in row:
            self._persons.add(row["person_id"])
        self._changes.append({"table": name, "id": row["id"], "before": before, "after": after})


@cache
def _statements(name: str) -> tuple[Any, Any, Any]:
    """Return how one row is read, changed and deleted; built once, which is most of the cost."""
    table = tables[name]
    mine = table.c.owner == sa.bindparam("row_owner")
    here = (table.c.id == sa.bindparam("row_id")) & mine
    return sa.select(table).where(here), table.update().where(here), table.delete().where(here)


def changed(mine: Any, theirs: Any) -> Changed:
    """Return the error of a record that moved."""
    gone = "removed" if theirs is None else "changed"
    return Changed(
        f"This was {gone} in another window. Nothing was overwritten.",
        hint="Reload to see what stands there now, then edit it again.",
        mine=mine,
        theirs=theirs,
    )


def select_records(
    connection: sa.Connection, owner: str, kind: type[R], *where: Any, order: Iterable[Any] = ()
) -> tuple[R, ...]:
    """Return an owner's records of a kind, in the order given, then of their ids."""
    table = tables[NAMES[kind]]
    query = sa.select(table).where(table.c.owner == owner, *where).order_by(*order, table.c.id)
    return tuple(decode(kind, dict(row)) for row in connection.execute(query).mappings())
