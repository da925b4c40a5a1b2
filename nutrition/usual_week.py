"""The usual week: how often somebody eats the main sources → habitual calcium and magnesium.

A short frequency list, kept by hand in `data/usual_week_foods.csv`; each portion is a household
measure of a food of the table. The estimate is habitual intake, without a number of days, and is
never mixed with diary days. How far such lists are off was measured: `limits`.
"""

import csv
import functools
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foods.errors import MgcaError
from foods.measures import weigh
from foods.nutrients import MINERALS
from nutrition.frequency import DAYS_A_MONTH, DAYS_A_WEEK
from nutrition.supplements import MineralTaken, Supplement, minerals_of
from nutrition.usual_week_limits import Limit, limits

if TYPE_CHECKING:
    import pandas as pd

    from foods.composition import FoodTable

DATA = Path(__file__).parent / "data"
DAYS_IN = {"day": 1.0, "week": DAYS_A_WEEK, "month": DAYS_A_MONTH}
KIND = "habitual"


class UsualWeekError(MgcaError, ValueError):
    """An answer of the usual week that cannot be counted, or a list that is not in order."""


@dataclass(frozen=True)
class Question:
    """One line of the list.

    Attributes:
        question_id: Its id: "hard_cheese".
        food_id: The food whose values stand for it.
        portion: How many of ``measure`` one portion is.
        measure: A household measure of that food.
        kind: ``food`` or ``water``.
        examples: What belongs to it.
    """

    question_id: str
    food_id: str
    portion: float
    measure: str
    kind: str
    examples: str


@dataclass(frozen=True)
class HabitAnswer:
    """How often a line is eaten.

    Attributes:
        times: How many times; 0 is never, a true zero. A line without an answer is unknown.
        per: ``day``, ``week`` or ``month``.
        portions: Portions at a time.
        food_id: Another food that stands for it, such as one's own water or plant drink.
        measure: A household measure of that other food; the question's own where None.
    """

    times: float
    per: str = "week"
    portions: float = 1.0
    food_id: str | None = None
    measure: str | None = None


@dataclass(frozen=True)
class Habit:
    """One line, worked out.

    Attributes:
        question_id: The line.
        food_id: The food that stands for it.
        answered: Whether it was answered.
        portion_g: Weight of a portion [g].
        times_a_day: How often a day; None where it was not answered.
        grams_a_day: Weight a day [g].
        calcium_mg: Calcium a day [mg]; None where it is unknown.
        magnesium_mg: Magnesium a day [mg].
        source: Table and release of the food and of its measure.
    """

    question_id: str
    food_id: str
    answered: bool
    portion_g: float
    times_a_day: float | None
    grams_a_day: float | None
    calcium_mg: float | None
    magnesium_mg: float | None
    source: str


@dataclass(frozen=True)
class UsualWeek:
    """Habitual intake of the foods on the list.

    Attributes:
        habits: Every line, in the list's order.
        calcium_mg: Calcium from foods and water [mg/d]; what is known, None where nothing is.
        magnesium_mg: Magnesium from foods and water [mg/d].
        calcium_supplement_mg: From supplements and medicines [mg/d]; zero where none are
            taken, None where unknown or nobody asked.
        magnesium_supplement_mg: The same for magnesium [mg/d].
        unknown_items: For each mineral, lines and supplements without a value.
        supplements: What each supplement gives, in order; None where nobody asked.
        limits: Published limits of such lists.
        notes: Ids of what must be said beside it: ``habitual_no_days``, ``list_is_partial``
            (foods that are not on the list are not counted), ``short_lists_are_far_off``,
            ``lines_unanswered``.
        kind: Always ``habitual``: never mixed with diary days.
    """

    habits: tuple[Habit, ...]
    calcium_mg: float | None
    magnesium_mg: float | None
    calcium_supplement_mg: float | None
    magnesium_supplement_mg: float | None
    unknown_items: Mapping[str, int]
    supplements: tuple[Mapping[str, MineralTaken], ...] | None
    limits: tuple[Limit, ...]
    notes: tuple[str, ...]
    kind: str = KIND

    def days(self, person_id: str) -> "pd.DataFrame":
        """Give it as a Days table of one row without a day, as questionnaires are read.

        `nutrition.assess` shows it as habitual intake, without a probability or a verdict.

        Args:
            person_id: Who.

        Returns:
            Columns `nutrition.intake.DAY_COLUMNS`; ``day`` and what a list cannot know are null.
        """
        import pandas as pd

        from nutrition.diary import SCHEMA_VERSION
        from nutrition.intake import DAY_COLUMNS

        row: dict[str, Any] = dict.fromkeys(DAY_COLUMNS)
        row |= {"person_id": person_id, "day_state": "complete", "schema_version": SCHEMA_VERSION}
        taken = self.supplements or ()
        row |= {"items": len(self.habits) + len(taken), "supplement_items": len(taken)}
        for mineral in MINERALS:
            stem = mineral.removesuffix("_mg")
            food, supplied = getattr(self, mineral), getattr(self, f"{stem}_supplement_mg")
            row |= {
                mineral: _added([food, supplied]),
                f"{stem}_food_mg": food,
                f"{stem}_supplement_mg": supplied,
                f"{stem}_unknown_items": self.unknown_items[mineral],
                f"{stem}_supplement_unknown_items": sum(
                    given[mineral].average_mg is None for given in taken
                ),
            }
        frame = pd.DataFrame([row])
        texts = ("person_id", "day", "day_state")
        return frame.astype({c: "str" if c in texts else "float64" for c in frame.columns}).assign(
            day=pd.Series([None], dtype="str")
        )


@functools.cache
def questions() -> tuple[Question, ...]:
    """Give the list, in the order in which it is asked."""
    return tuple(
        Question(
            row["question_id"],
            row["food_id"],
            float(row["portion"]),
            row["measure"],
            row["kind"],
            row["examples"],
        )
        for row in _rows("usual_week_foods.csv")
    )


def portion_grams(question: Question, table: "FoodTable") -> float:
    """Weigh one portion of a line by its food's own measure.

    Returns:
        Grams [g].

    Raises:
        UsualWeekError: The food has no such measure.
        UnknownFoodError: The table has no such food.
    """
    return _grams(question.question_id, question.food_id, question.measure, table) * (
        question.portion
    )


def usual_week(
    answers: Mapping[str, HabitAnswer],
    table: "FoodTable",
    *,
    supplements: Iterable[Supplement] | None = None,
) -> UsualWeek:
    """Work out habitual intake from how often each line is eaten.

    Args:
        answers: By question id. A line left out is unknown; 0 times is never.
        table: The food table, own foods layered in where answers name them.
        supplements: Supplements and medicines that are taken, with their frequency; empty where
            none are, None where nobody asked (then they are unknown).

    Returns:
        Both minerals a day, per line and in total.

    Raises:
        UsualWeekError: An answer to no line, or one that is no frequency.
        SupplementError: A supplement that cannot be counted.
    """
    known = {question.question_id for question in questions()}
    wrong = sorted(set(answers) - known)
    if wrong:
        raise UsualWeekError(
            f"The usual week does not ask about {', '.join(wrong)}.",
            hint=f"It asks about {', '.join(q.question_id for q in questions())}.",
            questions=wrong,
        )
    habits = tuple(_habit(q, answers.get(q.question_id), table) for q in questions())
    taken = None if supplements is None else tuple(minerals_of(s) for s in supplements)
    notes = ["habitual_no_days", "list_is_partial", "short_lists_are_far_off"]
    if len(answers) < len(habits):
        notes.append("lines_unanswered")
    return UsualWeek(
        habits,
        _added([habit.calcium_mg for habit in habits]),
        _added([habit.magnesium_mg for habit in habits]),
        _supplied("calcium_mg", taken),
        _supplied("magnesium_mg", taken),
        {
            mineral: sum(getattr(habit, mineral) is None for habit in habits)
            + sum(given[mineral].average_mg is None for given in taken or ())
            for mineral in MINERALS
        },
        taken,
        limits(),
        tuple(notes),
    )


def _habit(question: Question, answer: HabitAnswer | None, table: "FoodTable") -> Habit:
    food_id = question.food_id
    measure, portion = question.measure, question.portion
    if answer is not None:
        _check(question, answer)
        food_id = answer.food_id or food_id
        if answer.measure is not None:
            measure, portion = answer.measure, 1.0
    portion_g = _grams(question.question_id, food_id, measure, table) * portion
    food = table.food(food_id)
    times = None if answer is None else answer.times * answer.portions / DAYS_IN[answer.per]
    grams = None if times is None else times * portion_g

    def daily(per_100_g: float | None) -> float | None:
        if grams == 0:
            return 0.0
        return None if grams is None or per_100_g is None else per_100_g * grams / 100.0

    return Habit(
        question.question_id,
        food_id,
        answer is not None,
        portion_g,
        times,
        grams,
        daily(food.calcium_mg),
        daily(food.magnesium_mg),
        f"{food.source}, {food.release}; {measure} = {portion_g / portion:.4g} g",
    )


def _check(question: Question, answer: HabitAnswer) -> None:
    right = 0 <= answer.times < math.inf and 0 < answer.portions < math.inf
    if not right or answer.per not in DAYS_IN:
        raise UsualWeekError(
            f"{question.question_id}: {answer.times:g} times a {answer.per}, "
            f"{answer.portions:g} portions, is no frequency.",
            hint=f"Give 0 for never, or times a {', a '.join(DAYS_IN)}, and portions above zero.",
            question=question.question_id,
        )


def _grams(question_id: str, food_id: str, measure: str, table: "FoodTable") -> float:
    weight = weigh(table, food_id, measure)
    if weight.grams_per_unit is None:
        raise UsualWeekError(
            f"{question_id}: {weight.reason}",
            hint="Choose one of the food's own measures, or grams.",
            question=question_id,
        )
    return weight.grams_per_unit


def _added(amounts: Iterable[float | None]) -> float | None:
    known = [amount for amount in amounts if amount is not None]
    return math.fsum(known) if known else None


def _supplied(mineral: str, taken: tuple[Mapping[str, MineralTaken], ...] | None) -> float | None:
    if taken is None:
        return None
    return _added([given[mineral].average_mg for given in taken]) if taken else 0.0


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
