"""The owner and the clients."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from nutrition.store.ages import MONTHS, age_day, months_between
from nutrition.store.basic import add, change, records
from nutrition.store.cells import check_day
from nutrition.store.edits import select_records
from nutrition.store.kinds import Person
from nutrition.store.schema import tables
from nutrition.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd


def persons(store: Store, *, archived: bool | None = False) -> tuple[Person, ...]:
    """Return the owner and the clients, the oldest record first.

    Args:
        store: The open diary.
        archived: Only those in the archive, only those not in it, or all when None.
    """
    found = records(store, Person)
    return tuple(one for one in found if archived is None or one.archived == archived)


def self_person(store: Store) -> Person:
    """Return the owner's own person, made when it is first asked for."""
    mine = tables["persons"].c.kind == "self"
    with store.reading() as connection:
        found = select_records(connection, store.owner, Person, mine)
    if found:
        return found[0]
    with store.editing("add persons", logged=False) as edit:
        # Another window may have been first: look again while nobody else can write.
        found = select_records(edit.connection, store.owner, Person, mine)
        return found[0] if found else edit.add([Person(kind="self")])[0]


def add_person(store: Store, **values: Any) -> Person:
    """Add a client; fields as of `Person`."""
    return add(store, Person(**values))


def archive_person(store: Store, person: Person, *, archived: bool = True) -> Person:
    """Take a client out of the roster, or back into it; every record stays."""
    return change(store, person, archived=archived)


def people_frame(people: "Iterable[Person]", on: "dt.date | str | None" = None) -> "pd.DataFrame":
    """Return people as `nutrition.people.read_people` takes them.

    Args:
        people: As `persons` returns them.
        on: The day of which the ages are; today when None.

    Returns:
        Columns ``person_id`` (text), ``sex, age_years`` [years; of an age told on a day, with
        the time since; an age told up to a year after ``on`` is taken as it was told],
        ``birth_date, record_date, condition, trimester, weight_kg`` [kg].
        People without sex or age are rows that `read_people_and_rejects` rejects by name.
    """
    import pandas as pd

    day = check_day(on if on is not None else dt.date.today())  # noqa: DTZ011 - the user's day
    columns = ("person_id", "sex", "age_years", "birth_date", "record_date", "condition")
    rows = [
        {
            "person_id": str(one.id),
            "sex": one.sex or "",
            "age_years": "" if one.birth_date else _age(one, day),
            "birth_date": one.birth_date or "",
            "record_date": day,
            "condition": one.condition,
            "trimester": "" if one.trimester is None else str(one.trimester),
            "weight_kg": "" if one.weight_kg is None else repr(one.weight_kg),
        }
        for one in people
    ]
    return pd.DataFrame(rows, columns=[*columns, "trimester", "weight_kg"], dtype="str")


def _age(person: Person, day: str) -> str:
    if person.age_years is None:
        return ""
    if person.age_as_of is None:
        return repr(person.age_years)
    on = age_day(person, dt.date.fromisoformat(day))
    since = months_between(dt.date.fromisoformat(person.age_as_of), on)
    return repr(person.age_years + since / MONTHS)
