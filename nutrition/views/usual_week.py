"""The usual week as it is kept: answers by the day they were given, and what they come to.

Fillings stand beside the diary and are never mixed with its days.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from foods.nutrients import MINERALS
from nutrition.usual_week import DAYS_IN, Habit, HabitAnswer, UsualWeek, questions, usual_week

if TYPE_CHECKING:
    import pandas as pd

    from foods.composition import FoodTable
    from nutrition.store import Frequency, Person, Store
    from nutrition.store import Supplement as KeptSupplement

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "dairy": ("milk", "yogurt", "hard_cheese", "soft_cheese", "fresh_cheese"),
    "fortified": ("fortified_plant_drink", "fortified_juice", "tofu_calcium_set"),
    "vegetables": ("leafy_greens_cooked", "spinach_cooked", "broccoli", "pulses", "potatoes"),
    "nuts": ("nuts", "peanut_butter", "seeds", "tahini"),
    "grains": (
        *("wholegrain_bread", "white_bread", "oatmeal", "bran_cereal", "whole_grains"),
        "pasta_or_rice",
    ),
    "fish": ("fish_with_bones", "fish", "meat", "eggs"),
    "fruit": ("banana", "orange", "dried_figs", "avocado", "chocolate", "cocoa"),
    "drinks": ("tap_water", "bottled_water", "coffee", "tea", "beer"),
}
"""The lines of the list in the groups in which they are asked."""
Often = tuple[float, str]
"""How many portions, and ``day``, ``week`` or ``month``."""
OFTEN: tuple[Often, ...] = (
    (0.0, "week"),
    *((float(times), "month") for times in (1, 2)),
    *((float(times), "week") for times in (1, 2, 3, 4, 5, 6)),
    *((float(times), "day") for times in (1, 2, 3, 4, 5, 6, 8, 10)),
)
"""The answers that are offered, seldom first; 0 is never."""
SUPPLEMENTS = "supplements"
"""The line under which it is kept whether supplements count."""
NONE_TAKEN, AS_LISTED = "none", "listed"


@dataclass(frozen=True)
class Filling:
    """The answers of one day.

    Attributes:
        filled: The day they were given, YYYY-MM-DD.
        rows: The kept answers, as this window sees them.
    """

    filled: str
    rows: tuple["Frequency", ...] = ()

    def row(self, line: str) -> "Frequency | None":
        """Return the kept answer of a line; None where there is none."""
        return next((one for one in self.rows if one.food == line), None)

    def often(self, line: str) -> Often | None:
        """Return how often a line is eaten, in portions; None where it was not answered."""
        found = self.row(line)
        if found is None or found.times is None:
            return None
        return found.times * portions(found), found.per

    @property
    def answers(self) -> dict[str, HabitAnswer]:
        """The answers as `nutrition.usual_week.usual_week` takes them."""
        known = {question.question_id for question in questions()}
        return {
            row.food: HabitAnswer(row.times, row.per, portions(row))
            for row in self.rows
            if row.food in known and row.times is not None
        }

    @property
    def supplements(self) -> str | None:
        """`NONE_TAKEN`, `AS_LISTED`, or None where it was not answered."""
        found = self.row(SUPPLEMENTS)
        return found.portion if found and found.portion in (NONE_TAKEN, AS_LISTED) else None


def portions(row: "Frequency") -> float:
    """Return the portions at a time of a kept answer; one where it says no number."""
    try:
        found = float(row.portion)
    except ValueError:
        return 1.0
    return found if 0 < found < float("inf") else 1.0


def fillings(store: "Store", person_id: int) -> list[Filling]:
    """Return all fillings of a person, the latest first."""
    from nutrition.store import Frequency, records

    by_day: dict[str, list[Frequency]] = {}
    for row in records(store, Frequency, person_id=person_id):
        by_day.setdefault(row.filled, []).append(row)
    return [Filling(day, tuple(by_day[day])) for day in sorted(by_day, reverse=True)]


def keep_answer(
    store: "Store", person_id: int, filling: Filling, line: str, often: Often | None
) -> None:
    """Keep how often a line is eaten; at once.

    Args:
        store: The open diary.
        person_id: Whose.
        filling: What this window saw.
        line: A question id.
        often: Portions and per what; None takes the answer back: it is unknown again.

    Raises:
        Changed: Another window answered since; nothing is overwritten.
    """
    times, per = often if often is not None else (None, "week")
    _keep(store, person_id, filling, line, {"times": times, "per": per, "portion": "1"})


def keep_supplements(store: "Store", person_id: int, filling: Filling, said: str | None) -> None:
    """Keep whether supplements and medicines count: `NONE_TAKEN`, `AS_LISTED` or None.

    Raises:
        Changed: Another window answered since.
    """
    _keep(store, person_id, filling, SUPPLEMENTS, {"portion": said or ""})


def _keep(
    store: "Store", person_id: int, filling: Filling, line: str, values: dict[str, Any]
) -> None:
    from nutrition.store import Frequency, add, change, remove

    seen = filling.row(line)
    emptied = values.get("times") is None and values["portion"] in ("", "1")
    if seen is None:
        if not emptied:
            add(store, Frequency(person_id=person_id, filled=filling.filled, food=line, **values))
    elif emptied:
        remove(store, seen)
    else:
        change(store, seen, **values)


def begin_from(store: "Store", person_id: int, earlier: Filling, filled: str) -> None:
    """Copy the answers of an earlier filling to a new day, all or none.

    Raises:
        RecordError: That day has answers already.
    """
    with store.editing("copy usual week") as edit:
        new = [replace(row, id=None, version=None, filled=filled) for row in earlier.rows]
        edit.add([replace(row, person_id=person_id) for row in new])


def estimate(
    filling: Filling,
    table: "FoodTable",
    kept: Iterable["KeptSupplement"] = (),
    *,
    water_id: str | None = None,
) -> UsualWeek:
    """Work out what a filling comes to.

    Args:
        filling: The answers.
        table: The food table, own waters laid over it.
        kept: Supplements and medicines of the person; those taken on that day count, where
            the filling says so.
        water_id: Food of the person's own tap water; that of the list when None.

    Returns:
        Habitual intake; see `nutrition.usual_week.UsualWeek`.
    """
    from nutrition.views.taken import described

    taken = None
    if filling.supplements == NONE_TAKEN:
        taken = []
    elif filling.supplements == AS_LISTED:
        day = filling.filled
        now = [one for one in kept if (one.first_day or day) <= day <= (one.last_day or day)]
        taken = [described(one) for one in now]
    answers = filling.answers
    if water_id is not None and "tap_water" in answers:
        answers["tap_water"] = replace(answers["tap_water"], food_id=water_id)
    return usual_week(answers, table, supplements=taken)


def total(week: UsualWeek, nutrient: str) -> float | None:
    """Return foods, water and supplements of a mineral together [mg/d]; None where none is known.

    Args:
        week: What a filling comes to.
        nutrient: ``calcium_mg`` or ``magnesium_mg``.
    """
    parts = (
        getattr(week, nutrient),
        getattr(week, f"{nutrient.removesuffix('_mg')}_supplement_mg"),
    )
    known = [part for part in parts if part is not None]
    return sum(known) if known else None


def at_least(week: UsualWeek, nutrient: str) -> bool:
    """Say whether a total is a lower bound: a line or the supplements are not known."""
    return week.unknown_items[nutrient] > 0 or week.supplements is None


def assessed(
    week: UsualWeek, person: "Person", *, filled: str, body: str, sd_source: str
) -> dict[str, dict[str, Any]]:
    """Assess habitual intake: references and reason ``habitual``, no verdict and no days.

    Args:
        week: What a filling comes to.
        person: Whose; the age on the day of the filling counts.
        filled: That day.
        body: Reference body.
        sd_source: Source of the day-to-day standard deviation.

    Returns:
        For each mineral its row of `nutrition.assess`; empty where sex or age is unknown.
    """
    from nutrition.adequacy import assess
    from nutrition.people import read_people
    from nutrition.store.people import people_frame
    from nutrition.views.history import known_person

    if not known_person(person) or all(total(week, n) is None for n in MINERALS):
        return {}
    people = read_people(people_frame([person], dt.date.fromisoformat(filled)))
    found = assess(week.days(str(person.id)), people, body=body, sd_source=sd_source)
    return {
        str(row["nutrient"]): {str(key): value for key, value in row.items()}
        for row in found.to_dict("records")
    }


def largest(week: UsualWeek, nutrient: str, *, limit: int = 6) -> list[Habit]:
    """Return the answered lines that bring most of a mineral, the most first."""
    known = [habit for habit in week.habits if (getattr(habit, nutrient) or 0) > 0]
    return sorted(known, key=lambda habit: -getattr(habit, nutrient))[:limit]


def compared(earlier: Filling, later: Filling) -> list[tuple[str, Often | None, Often | None]]:
    """Return the lines that two fillings answer differently, in the list's order.

    Args:
        earlier: One filling.
        later: The other.

    Returns:
        Question id, how often in the one, how often in the other; None is not answered. The
        same frequency said in other words (7 a week, 1 a day) is not a difference.
    """

    def daily(often: Often | None) -> float | None:
        return None if often is None else round(often[0] / DAYS_IN[often[1]], 9)

    lines = [question.question_id for question in questions()]
    pairs = [(line, earlier.often(line), later.often(line)) for line in lines]
    return [pair for pair in pairs if daily(pair[1]) != daily(pair[2])]


def fillings_frame(weeks: Mapping[str, UsualWeek]) -> "pd.DataFrame":
    """Return fillings side by side.

    Args:
        weeks: What each came to, by its day.

    Returns:
        Columns ``filled, answered`` (lines), ``calcium_mg, calcium_at_least, magnesium_mg,
        magnesium_at_least`` [mg/d], in the order given.
    """
    import pandas as pd

    rows = [
        {
            "filled": day,
            "answered": sum(habit.answered for habit in week.habits),
            **{n: total(week, n) for n in MINERALS},
            **{f"{n.removesuffix('_mg')}_at_least": at_least(week, n) for n in MINERALS},
        }
        for day, week in weeks.items()
    ]
    return pd.DataFrame(rows)
