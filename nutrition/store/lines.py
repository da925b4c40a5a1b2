"""The lines of a diary: read, added, changed, copied, and given as Diary frames."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from nutrition.diary import SUPPLEMENTS
from nutrition.store.basic import change, remove
from nutrition.store.cells import check_day
from nutrition.store.edits import Edit, select_records
from nutrition.store.errors import MissingError
from nutrition.store.kinds import Day, Entry
from nutrition.store.schema import tables
from nutrition.store.store import Store

LABEL = ("calcium_mg", "magnesium_mg")
"""What the label of a supplement states: blank is unknown there."""


@dataclass(frozen=True)
class Recent:
    """A food that was entered lately.

    Attributes:
        food: As typed.
        food_id: The food, where it was chosen.
        unit: The unit it was entered in.
        amount: The latest amount [units].
        kind: As of an `Entry`.
        times: How often it was entered.
    """

    food: str
    food_id: str | None
    unit: str
    amount: float | None
    kind: str
    times: int


def entries(store: Store, person_id: int, first: str, last: str | None = None) -> tuple[Entry, ...]:
    """Return the lines of a day, or of every day from ``first`` to ``last``, in their order."""
    with store.reading() as connection:
        return entries_in(connection, store.owner, [person_id], first, last or first)


def add_entries(store: Store, person_id: int, new: Iterable[Entry]) -> tuple[Entry, ...]:
    """Add lines to a person's diary, all or none.

    Args:
        store: The open diary.
        person_id: Whose; the entries' own ``person_id`` is not read.
        new: The lines; one with position 0 goes to the end of its day. A supplement or
            medicine that carries nothing carries its label's calcium and magnesium.

    Returns:
        The lines with their ids; the ``version`` of any is the edit for `undo`.
    """
    with store.editing("add entries") as edit:
        return _append(edit, person_id, list(new))


def change_entry(store: Store, entry: Entry, **values: Any) -> Entry:
    """Change a line that was read; arguments and errors as of `change`."""
    return change(store, entry, **values)


def settle_entries(store: Store, settled: Iterable[tuple[Entry, Entry]]) -> int:
    """Write on lines the food and weight that they came to; return how many.

    A line keeps what it was entered with: afterwards another default water, another answer or
    another food of the same name is none of its business. It is no edit of its own: nothing
    that a day shows is changed, and `undo` takes back the edits before it as ever.

    Args:
        store: The open diary.
        settled: Each line as it was read, and as it is to stand.

    Raises:
        Changed: Another window changed a line since; none is settled.
    """
    count = 0
    with store.editing("settle", logged=False) as edit:
        for seen, wanted in settled:
            edit.settle(seen, wanted)
            count += 1
    return count


def remove_entries(store: Store, gone: Iterable[Entry]) -> int:
    """Remove lines that were read; return the edit for `undo`. Errors as of `remove`."""
    return remove(store, *gone)


def copy_meal(
    store: Store,
    person_id: int,
    day: str,
    occasion: str,
    to_day: str,
    to_occasion: str | None = None,
) -> tuple[Entry, ...]:
    """Copy one meal to another day, behind what is there; return the new lines.

    Raises:
        MissingError: There is no such meal.
    """
    found = [one for one in entries(store, person_id, day) if one.occasion == occasion]
    there = occasion if to_occasion is None else to_occasion
    return _copy(store, "copy meal", person_id, found, to_day, there)


def copy_day(store: Store, person_id: int, day: str, to_day: str) -> tuple[Entry, ...]:
    """Copy every line of a day to another, behind what is there; return the new lines.

    Raises:
        MissingError: The day is empty.
    """
    return _copy(store, "copy day", person_id, entries(store, person_id, day), to_day, None)


def recents(store: Store, person_id: int, *, limit: int = 20) -> tuple[Recent, ...]:
    """Return the foods entered lately, the latest first, each once a unit."""
    table = tables["entries"]
    same = (table.c.food, table.c.food_id, table.c.unit, table.c.kind)
    latest = (
        sa.select(sa.func.max(table.c.id).label("id"), sa.func.count().label("times"))
        .where(table.c.owner == store.owner, table.c.person_id == person_id)
        .group_by(*same)
        .order_by(sa.desc("id"))
        .limit(limit)
        .subquery()
    )
    query = (
        sa.select(*same, table.c.amount, latest.c.times)
        .join(latest, table.c.id == latest.c.id)
        .order_by(table.c.id.desc())
    )
    with store.reading() as connection:
        return tuple(Recent(**row) for row in connection.execute(query).mappings())


def entries_in(
    connection: "sa.Connection",
    owner: str,
    person_ids: Sequence[int] | None,
    first: str | None,
    last: str | None,
) -> tuple[Entry, ...]:
    """Return lines by person, day and position, within a transaction; None is no bound."""
    table = tables["entries"]
    where = within(table, person_ids, first, last)
    order = (table.c.person_id, table.c.day, table.c.position)
    return select_records(connection, owner, Entry, *where, order=order)


def days_in(
    connection: "sa.Connection",
    owner: str,
    person_ids: Sequence[int] | None,
    first: str | None,
    last: str | None,
) -> tuple[Day, ...]:
    """Return what was said about days, within a transaction; None is no bound."""
    table = tables["days"]
    where = within(table, person_ids, first, last)
    return select_records(connection, owner, Day, *where, order=(table.c.person_id, table.c.day))


def within(
    table: sa.Table, person_ids: Sequence[int] | None, first: str | None, last: str | None
) -> list[Any]:
    """Return the conditions that bound a table of days to people and days."""
    where: list[Any] = []
    if person_ids is not None:
        where.append(table.c.person_id.in_(person_ids))
    if first is not None:
        where.append(table.c.day >= check_day(first))
    if last is not None:
        where.append(table.c.day <= check_day(last))
    return where


def _copy(
    store: Store,
    what: str,
    person_id: int,
    found: Sequence[Entry],
    to_day: str,
    occasion: str | None,
) -> tuple[Entry, ...]:
    if not found:
        raise MissingError("There is nothing to copy.", hint="Choose a day that has entries.")
    new = [
        replace(
            one,
            day=to_day,
            occasion=one.occasion if occasion is None else occasion,
            position=0,
            source="copied",
        )
        for one in found
    ]
    with store.editing(what) as edit:
        return _append(edit, person_id, new)


def _append(edit: "Edit", person_id: int, new: Sequence[Entry]) -> tuple[Entry, ...]:
    ends: dict[str, int] = {}
    placed = []
    for one in new:
        day = check_day(one.day)
        if day not in ends:
            ends[day] = _end(edit, person_id, day)
        position = one.position or ends[day] + 1
        ends[day] = max(ends[day], position)
        carried = one.carried or (LABEL if one.kind in SUPPLEMENTS else ())
        placed.append(
            replace(one, person_id=person_id, day=day, position=position, carried=carried)
        )
    return edit.add(placed)


def _end(edit: "Edit", person_id: int, day: str) -> int:

    table = tables["entries"]
    query = sa.select(sa.func.max(table.c.position)).where(
        table.c.person_id == person_id, table.c.day == day
    )
    return int(edit.connection.execute(query).scalar() or 0)
