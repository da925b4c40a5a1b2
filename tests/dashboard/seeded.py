"""A diary for the browser tests: foods, one complete day, one client, a supplement, a water."""

import datetime as dt
from pathlib import Path

from nutrition.store import (
    Entry,
    OwnFood,
    Supplement,
    add,
    add_entries,
    add_person,
    change,
    keep_setting,
    mark_day,
    open_store,
    self_person,
)

MEAL = (
    ("breakfast", "boiled spinach", "sr28:11458", 2.0, "cup"),
    ("lunch", "whole milk", "sr28:01077", 1.0, "cup"),
    ("snack", "soy milk", None, 1.0, "cup"),
    ("dinner", "almonds", "sr28:12061", 30.0, "g"),
)


def seed(path: Path, *, days: int = 3) -> None:
    """Fill a diary: every day but today complete, today with one line that has a question."""
    path.parent.mkdir(parents=True, exist_ok=True)
    today = dt.date.today()  # noqa: DTZ011 - as the page reads it
    with open_store(path) as store:
        me = change(store, self_person(store), sex="female", age_years=34.0, age_as_of=str(today))
        client = add_person(store, name="K-01", sex="male", age_years=51.0, age_as_of=str(today))
        for person in (me, client):
            for back in range(days):
                day = str(today - dt.timedelta(days=back))
                add_entries(store, person.id, [line(person.id, day, *one) for one in MEAL])
                if back:
                    mark_day(store, person.id, day, state="complete", typical=True)
        add(store, Supplement(person_id=me.id, name="Magnesium 200", magnesium_mg=200.0))
        add(store, OwnFood(food_id="user:oat-bar", description="Oat bar", calcium_mg=120.0))
        keep_setting(store, "tour", "done")


def line(person_id: int, day: str, occasion: str, food: str, food_id, amount: float, unit: str):
    """Return a line of a day."""
    return Entry(
        person_id=person_id, day=day, occasion=occasion, food=food, food_id=food_id,
        amount=amount, unit=unit,
    )  # fmt: skip
