"""A meal as somebody enters it: rows, questions, choices, and the day they make.

The pages keep a tuple of `MealRow` and a mapping of answers; everything else is computed here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Unpack

from foods.measures import Measure, weigh
from nutrition.diary import SUPPLEMENTS
from nutrition.factors import Answer, Answers, settle
from nutrition.views.day import Day, Terms, compute_day
from nutrition.views.phrases import Settled, settle_phrase

if TYPE_CHECKING:
    from foods.composition import FoodTable

OPEN = ("ask", "unknown")
"""Statuses that a person has to answer before the row has a value."""


@dataclass(frozen=True)
class MealRow:
    """One line of a meal.

    Attributes:
        row_id: Number of the row, never given twice.
        food: The food as written, or the description of the food that was chosen.
        amount: How many units; None where it was not said.
        unit: Household measure or unit of mass or volume, as written.
        food_id: The food, where it was chosen from the table.
        amount_low: Lower end of a range [units].
        amount_high: Upper end of a range [units].
        kind: ``food``, ``supplement`` or ``medicine``.
        calcium_mg: What the label of a supplement states for the amount taken [mg]; None
            where it states none.
        magnesium_mg: The same for magnesium [mg].
    """

    row_id: int
    food: str
    amount: float | None
    unit: str = ""
    food_id: str | None = None
    amount_low: float | None = None
    amount_high: float | None = None
    kind: str = "food"
    calcium_mg: float | None = None
    magnesium_mg: float | None = None

    @property
    def key(self) -> str:
        """What is looked up: the food id where one was chosen, else the food as written."""
        return self.food_id or self.food

    @property
    def is_supplement(self) -> bool:
        """Whether it counts toward the upper level of magnesium."""
        return self.kind in SUPPLEMENTS


@dataclass(frozen=True)
class FoodChoice:
    """A food that may be meant; minerals per 100 g, None where unknown."""

    food_id: str
    description: str
    calcium_mg: float | None
    magnesium_mg: float | None


@dataclass(frozen=True)
class Question:
    """What a row asks.

    Attributes:
        row: The row.
        about: ``food``, ``measure`` or ``amount``.
        reason: Why, as sentences.
        foods: Foods to choose from, for ``food``.
        measures: Measures to choose from, for ``measure``; grams can always be given.
        food_id: The food that is settled, for ``measure``.
    """

    row: MealRow
    about: str
    reason: str
    foods: tuple[FoodChoice, ...] = ()
    measures: tuple[Measure, ...] = ()
    food_id: str | None = None


def read_meal(
    text: str,
    table: "FoodTable",
    *,
    first_id: int = 0,
    locale: str = "us",
    answers: Answers | None = None,
) -> tuple[list[MealRow], list[Settled]]:
    """Read lines, or a whole meal on one line, into rows.

    Args:
        text: "2 cups cooked spinach", one food a line or several joined by "and" and commas.
        table: The food table.
        first_id: Number of the first row.
        locale: Sizes of cups, pints and spoons.
        answers: Choices made before.

    Returns:
        The rows, and the phrases that name no food, each with its reason.
    """
    from foods import meal, search

    def is_food(name: str) -> bool:
        return bool(search.decide(name, table).status == "exact")

    rows: list[MealRow] = []
    refused: list[Settled] = []
    for phrase in meal.split(text, is_food):
        settled = settle_phrase(phrase, table, locale=locale, answers=answers)
        if settled.row is None:
            refused.append(settled)
        else:
            rows.append(MealRow(first_id + len(rows), **settled.row))
    return rows, refused


def meal_day(rows: Sequence[MealRow], table: "FoodTable", **terms: Unpack[Terms]) -> Day:
    """Compute the day that the rows make.

    Args:
        rows: The meal.
        table: The food table.
        **terms: See `nutrition.views.day.Terms`.

    Returns:
        The day; its items have ``row_id`` and stand in the order of the rows.
    """
    import pandas as pd

    return compute_day(pd.DataFrame.from_records([asdict(row) for row in rows]), table, **terms)


def questions(
    rows: Iterable[MealRow],
    table: "FoodTable",
    *,
    locale: str = "us",
    answers: Answers | None = None,
) -> list[Question]:
    """Return what has to be asked, in the order of the rows; one question a row.

    Args:
        rows: The meal.
        table: The food table.
        locale: Sizes of cups, pints and spoons.
        answers: Choices made before.

    Returns:
        First which food, then which measure or amount.
    """
    found = (_question(row, table, locale, answers) for row in rows if not row.is_supplement)
    return [question for question in found if question is not None]


def answered_food(answers: Answers, row: MealRow, food_id: str) -> dict[tuple[str, str], Answer]:
    """Return the answers with the food of a row chosen."""
    return {**answers, (row.key, row.unit): Answer(food_id=food_id)}


def answered_grams(
    answers: Answers, row: MealRow, food_id: str | None, grams: float
) -> dict[tuple[str, str], Answer]:
    """Return the answers with the weight of one unit of a row given [g]."""
    return {**answers, (row.key, row.unit): Answer(food_id=food_id, grams=grams)}


def units_of(table: "FoodTable", food_id: str) -> list[str]:
    """Return the units in which a food can be entered: its own measures, then grams.

    A volume is among them only where a measure or a sourced density weighs it.
    """
    own = [measure.measure for measure in table.measures_of(food_id)]
    found = list(dict.fromkeys(unit for unit in own if _weighed(table, food_id, unit)))
    volumes = [unit for unit in ("cup", "tbsp", "ml") if _weighed(table, food_id, unit)]
    return list(dict.fromkeys([*found, "g", *volumes, "oz"]))


def status_words(item: Mapping[str, Any]) -> str:
    """Say the state of an item in a word or two, with a sign that needs no colour."""
    food, amount = item["food_status"], item["amount_status"]
    if food in OPEN:
        return "? food"
    if amount in OPEN:
        return "? amount"
    if amount == "flag":
        return "! amount"
    return "≈ about" if amount == "estimated" else "✓ settled"


def _weighed(table: "FoodTable", food_id: str, unit: str) -> bool:
    return weigh(table, food_id, unit).grams_per_unit is not None


def _question(
    row: MealRow, table: "FoodTable", locale: str, answers: Answers | None
) -> Question | None:
    factor = settle(row.key, row.unit, table, locale=locale, answers=answers)
    if factor["f_food_status"] in OPEN:
        return Question(row, "food", factor["f_reason"], foods=_foods(row, table))
    food_id = factor["f_food_id"]
    if factor["f_amount_status"] in OPEN:
        weight = weigh(table, food_id, row.unit, locale=locale)
        return Question(row, "measure", weight.reason, measures=weight.choices, food_id=food_id)
    if row.amount is None:
        return Question(row, "amount", "Say how much.", food_id=food_id)
    return None


def _foods(row: MealRow, table: "FoodTable") -> tuple[FoodChoice, ...]:
    from foods import search

    found = search.decide(row.key, table, unit=row.unit).candidates
    found = found or search.search(row.key, table, limit=5)
    return tuple(FoodChoice(c.food_id, c.description, c.calcium_mg, c.magnesium_mg) for c in found)
