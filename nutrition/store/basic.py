"""What every kind of record can do: be listed, added, changed, removed."""

from dataclasses import replace
from typing import Any, TypeVar

from nutrition.store.edits import select_records
from nutrition.store.errors import MissingError
from nutrition.store.kinds import NAMES, Record
from nutrition.store.schema import tables
from nutrition.store.store import Store

R = TypeVar("R", bound=Record)


def records(store: Store, kind: type[R], **equal: Any) -> tuple[R, ...]:
    """Return records of a kind, oldest first.

    Args:
        store: The open diary.
        kind: A class of `nutrition.store.kinds`, such as ``Water``.
        **equal: Columns that must have a value, such as ``person_id=1``.
    """
    table = tables[NAMES[kind]]
    where = [table.c[column] == value for column, value in equal.items()]
    with store.reading() as connection:
        return select_records(connection, store.owner, kind, *where)


def get(store: Store, kind: type[R], number: int) -> R:
    """Return the record with an id, as it stands now.

    Raises:
        MissingError: There is none.
    """
    found = records(store, kind, id=number)
    if not found:
        raise MissingError(
            f"There is no {kind.__name__} {number}.", hint="Reload: it may have been removed."
        )
    return found[0]


def add(store: Store, record: R) -> R:
    """Save a new record; return it with its id and version.

    Raises:
        RecordError: A value cannot be kept, or the record stands there already.
        MissingError: The person is not there.
    """
    with store.editing(f"add {NAMES[type(record)]}") as edit:
        (added,) = edit.add([record])
    return added


def change(store: Store, record: R, **values: Any) -> R:
    """Change a record that was read.

    Args:
        store: The open diary.
        record: As this window saw it: its version decides.
        **values: Fields with their new values.

    Returns:
        The record as it stands now.

    Raises:
        Changed: Another window changed or removed it; carries ``mine`` and ``theirs``.
        RecordError: A value cannot be kept.
    """
    with store.editing(f"change {NAMES[type(record)]}") as edit:
        return edit.change(record, replace(record, **values))


def remove(store: Store, *gone: Record) -> int:
    """Remove records that were read, of one person; `undo` brings them back.

    Args:
        store: The open diary.
        *gone: As this window saw them: their versions decide.

    Returns:
        The number of the edit.

    Raises:
        Changed: Another window changed or removed one; none is removed.
    """
    with store.editing("remove") as edit:
        for record in gone:
            edit.remove(record)
        return edit.number
