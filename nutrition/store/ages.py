"""How old a person is on a day: by the day of birth, or by an age told on a day."""

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nutrition.store.kinds import Person

MONTHS = 12


def age_months(person: "Person", on: dt.date) -> int | None:
    """Return a person's completed months of age [months]; None where no age is told.

    Args:
        person: With a day of birth, or an age told on a day.
        on: The day.
    """
    if person.birth_date is not None:
        return months_between(dt.date.fromisoformat(person.birth_date), on)
    if person.age_years is None:
        return None
    told = int(person.age_years * MONTHS + 1e-6)
    if person.age_as_of is None:
        return told
    return told + months_between(dt.date.fromisoformat(person.age_as_of), age_day(person, on))


def age_day(person: "Person", day: dt.date) -> dt.date:
    """Return the day of which a person's age is, for a record of a day.

    "8 years" told today is true of last week too: an age told up to a year after the record is
    taken as it was told.
    """
    if person.birth_date is not None or person.age_as_of is None:
        return day
    told = dt.date.fromisoformat(person.age_as_of)
    return told if day < told and months_between(told, day) > -MONTHS else day


def months_between(then: dt.date, now: dt.date) -> int:
    """Return the completed months between two days, negative where the second is earlier."""
    return (now.year - then.year) * MONTHS + now.month - then.month - (now.day < then.day)
