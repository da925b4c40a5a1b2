"""What a person says about a day, and the calendar of days."""

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from nutrition.store.cells import check_day
from nutrition.store.edits import changed, select_records
from nutrition.store.kinds import Day
from nutrition.store.lines import days_in
from nutrition.store.schema import tables
from nutrition.store.store import Store

if TYPE_CHECKING:
    import pandas as pd


def marked_day(store: Store, person_id: int, day: str) -> Day | None:
    """Return what was said about a day; None where nothing was."""
    with store.reading() as connection:
        found = days_in(connection, store.owner, [person_id], day, day)
    return found[0] if found else None


def mark_day(
    store: Store, person_id: int, day: str, *, seen: Day | None = None, **values: Any
) -> Day:
    """Say something about a day.

    Args:
        store: The open diary.
        person_id: Whose day.
        day: The day.
        seen: What this window saw (`marked_day`); None where nothing had been said.
        **values: ``state`` (complete, partial, empty), ``typical`` (yes, no, None), ``note``.

    Returns:
        What stands now.

    Raises:
        Changed: Another window said something since.
    """
    table = tables["days"]
    wanted = Day(person_id=person_id, day=check_day(day), **values)
    with store.editing("mark day") as edit:
        if seen is not None:
            return edit.change(seen, replace(seen, **values))
        here = (table.c.person_id == person_id, table.c.day == wanted.day)
        found = select_records(edit.connection, store.owner, Day, *here)
        if found and replace(found[0], id=None, version=None) != wanted:
            raise changed(wanted, found[0])
        return found[0] if found else edit.add([wanted])[0]


def calendar(store: Store, person_id: int, first: str, last: str) -> "pd.DataFrame":
    """Return every day of a range with its state.

    Args:
        store: The open diary.
        person_id: Whose.
        first: The first day.
        last: The last day.

    Returns:
        Columns ``day, state`` (as it was marked; else partial where there are entries, empty
        where there are none), ``typical`` (True, False, NA), ``note, entries`` (how many),
        ``marked`` (whether the person said the state).
    """
    import pandas as pd

    start, end = (dt.date.fromisoformat(check_day(day)) for day in (first, last))
    table = tables["entries"]
    query = (
        sa.select(table.c.day, sa.func.count())
        .where(
            table.c.owner == store.owner,
            table.c.person_id == person_id,
            table.c.day.between(start.isoformat(), end.isoformat()),
        )
        .group_by(table.c.day)
    )
    with store.reading() as connection:
        counts = {day: int(count) for day, count in connection.execute(query)}
        said = {one.day: one for one in days_in(connection, store.owner, [person_id], first, last)}
    rows = []
    for number in range((end - start).days + 1):
        day = (start + dt.timedelta(days=number)).isoformat()
        one, count = said.get(day), counts.get(day, 0)
        rows.append(
            {
                "day": day,
                "state": one.state if one else "partial" if count else "empty",
                "typical": one.typical if one else None,
                "note": one.note if one else "",
                "entries": count,
                "marked": one is not None,
            }
        )
    frame = pd.DataFrame(rows, columns=["day", "state", "typical", "note", "entries", "marked"])
    return frame.astype({"typical": "boolean", "entries": "int64", "marked": "bool"})
