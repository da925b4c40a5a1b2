"""Deleting for good: the records, what undo remembers of them, and their bytes in the file."""

import sqlalchemy as sa

from nutrition.store.cells import decode
from nutrition.store.database import pend_scrub, scrub
from nutrition.store.edits import changed
from nutrition.store.errors import MissingError
from nutrition.store.kinds import Person
from nutrition.store.schema import edits, tables
from nutrition.store.store import Store


def delete_person(store: Store, person: Person) -> None:
    """Delete a person and every record of theirs for good; no undo.

    The file is written anew, so that no byte of it is left in the database or its log. What is
    the owner's stays: choices, own foods, recipes, favourites.

    Args:
        store: The open diary.
        person: As this window saw them: their version decides.

    Raises:
        Changed: Another window changed them since; nothing is deleted.
        StoreError: It is deleted, but another window holds the file and bytes may remain.
    """
    if person.id is None:
        raise MissingError("The person is not stored.", hint="There is nothing to delete.")
    with store.editing("delete person", logged=False) as edit:
        row, version = edit.current("persons", person.id)
        if row is None:
            raise changed(None, None)
        if version != person.version:
            raise changed(None, decode(Person, {**row, "version": version}))
        table = tables["persons"]
        edit.connection.execute(sa.delete(table).where(table.c.id == person.id))
        edit.connection.execute(sa.delete(edits).where(edits.c.person_id == person.id))
        pend_scrub(edit.connection)
    scrub(store.engine, store.path)


def delete_everything(store: Store) -> None:
    """Delete every record of the owner for good; no undo. The empty file stays and serves on.

    Raises:
        StoreError: It is deleted, but another window holds the file and bytes may remain.
    """
    with store.editing("delete everything", logged=False) as edit:
        for table in (*reversed(tables.values()), edits):
            mine = table.c.owner == store.owner
            if table is edits:
                mine &= table.c.id != edit.number
            edit.connection.execute(sa.delete(table).where(mine))
        pend_scrub(edit.connection)
    scrub(store.engine, store.path)
    store.engine.dispose()  # the last connection takes the log files with it
