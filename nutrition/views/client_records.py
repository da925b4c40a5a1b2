"""Records of a client as they are typed in: phrases, supplements, and the state of days."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from foods.nutrients import MINERALS
from nutrition.store import Day, Entry, Person, Store, add_entries, entries, records
from nutrition.views.clients import Refused

if TYPE_CHECKING:
    from foods.composition import FoodTable
    from nutrition.factors import Answers
    from nutrition.views.meal import Question

FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"


@dataclass(frozen=True)
class Kept:
    """What became of records that were handed over.

    Attributes:
        entries: Lines that were kept.
        again: Lines of the file that stood in the diary already; not kept twice.
        days: Days that they are about, by client.
        totals: Days of which the file states totals only; each is kept as one line.
        renamed: The file's word for a day → the day it is kept as, where that is no date.
        refused: Rows and lines that were not kept, with their reasons.
        habits: Clients whose file states habitual intake of no day, which a diary cannot keep.
        strangers: Persons of the file who are no clients; their rows were not kept.
    """

    entries: int
    again: int
    days: Mapping[int, tuple[str, ...]]
    totals: int = 0
    renamed: Mapping[str, str] | None = None
    refused: tuple[Refused, ...] = ()
    habits: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()


def keep_phrases(
    store: Store,
    person: Person,
    text: str,
    table: "FoodTable",
    *,
    day: dt.date,
    occasion: str = "",
    whole_day: bool = False,
    locale: str = "us",
    answers: "Answers | None" = None,
) -> Kept:
    """Keep what is typed, a phrase a line.

    Args:
        store: The open diary.
        person: Whose.
        text: "2 cups cooked spinach", one food a line or a meal on one line.
        table: The food table.
        day: The day it was eaten.
        occasion: Breakfast, lunch …
        whole_day: With these lines the day is complete.
        locale: Sizes of cups, pints and spoons.
        answers: Choices made before.

    Returns:
        What was kept; a line that names no food is refused with its reason, the others stand.
    """
    from nutrition.views.meal import read_meal

    assert person.id is not None
    new, refused = read_meal(
        text,
        table,
        person_id=person.id,
        day=day.isoformat(),
        occasion=occasion,
        locale=locale,
        answers=answers,
    )
    if new:
        add_entries(store, person.id, new)
        mark_days(store, person.id, {day.isoformat(): "complete" if whole_day else "partial"})
    return Kept(
        len(new),
        0,
        {person.id: (day.isoformat(),)} if new else {},
        refused=(
            *(Refused(one.phrase.text, None, one.reason) for one in refused),
            *(Refused(line, None, "It names no food.") for line in _wordless(text)),
        ),
    )


def _wordless(text: str) -> list[str]:
    """Return lines of signs only, which the parser passes over."""
    lines = [line.strip() for line in text.splitlines()]
    return [line for line in lines if line and not any(sign.isalnum() for sign in line)]


def keep_supplement(
    store: Store,
    person: Person,
    name: str,
    *,
    day: dt.date,
    calcium_mg: float | None,
    magnesium_mg: float | None,
    medicine: bool = False,
) -> Kept:
    """Keep what was taken of a supplement or medicine on a day.

    Args:
        store: The open diary.
        person: Whose.
        name: Its name.
        day: The day.
        calcium_mg: Elemental calcium of all that was taken [mg]; None: the label does not say.
        magnesium_mg: Elemental magnesium of the same [mg].
        medicine: It is a medicine.

    Returns:
        What was kept.
    """
    assert person.id is not None
    line = Entry(
        person_id=person.id,
        day=day.isoformat(),
        food=name,
        amount=1.0,
        kind="medicine" if medicine else "supplement",
        carried=MINERALS,
        calcium_mg=calcium_mg,
        magnesium_mg=magnesium_mg,
    )
    add_entries(store, person.id, [line])
    return Kept(1, 0, {person.id: (line.day,)})


def mark_days(store: Store, person_id: int, states: Mapping[str, str]) -> None:
    """Say the state of days of which nothing was said; a complete day is never taken back.

    Args:
        store: The open diary.
        person_id: Whose days.
        states: Day → ``complete``, ``partial`` or ``empty``.
    """
    said = {one.day: one for one in records(store, Day, person_id=person_id)}
    with store.editing("mark days") as edit:
        for day, state in states.items():
            if day not in said:
                edit.add([Day(person_id=person_id, day=day, state=state)])
            elif said[day].state != "complete" and state == "complete":
                edit.change(said[day], replace(said[day], state=state))


@dataclass(frozen=True)
class RecordDay:
    """One day of a record.

    Attributes:
        day: The day.
        state: ``complete``, ``partial`` or ``empty``.
        lines: How many lines it has.
    """

    day: str
    state: str
    lines: int


def record_days(store: Store, person: Person) -> tuple[RecordDay, ...]:
    """Return the days of which a client has lines or said something, the latest first."""
    assert person.id is not None
    counts: dict[str, int] = {}
    for line in entries(store, person.id, FIRST_DAY, LAST_DAY):
        counts[line.day] = counts.get(line.day, 0) + 1
    said = {one.day: one.state for one in records(store, Day, person_id=person.id)}
    return tuple(
        RecordDay(day, said.get(day, "partial"), counts.get(day, 0))
        for day in sorted({*counts, *said}, reverse=True)
    )


def open_questions(
    store: Store,
    person: Person,
    table: "FoodTable",
    *,
    locale: str = "us",
    answers: "Answers | None" = None,
) -> "list[Question]":
    """Return what has to be asked about a client's record, each food and unit once.

    Args:
        store: The open diary.
        person: Whose record.
        table: The food table.
        locale: Sizes of cups, pints and spoons.
        answers: Choices made before.

    Returns:
        Questions which food is meant or what a unit weighs; an amount that was not said is not
        asked here.
    """
    from nutrition.views.meal import questions, states_minerals

    assert person.id is not None
    lines = {
        (line.food_id or line.food, line.unit): line
        for line in entries(store, person.id, FIRST_DAY, LAST_DAY)
        if not line.carried and not states_minerals(line)
    }
    found = questions(lines.values(), table, locale=locale, answers=answers)
    return [one for one in found if one.foods or one.about == "measure"]
