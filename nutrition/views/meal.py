"""A meal as somebody enters it: lines of the stored diary, questions, and the day they make."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Unpack

from foods.errors import QuantityError
from foods.measures import Measure, weigh
from foods.nutrients import MINERALS
from foods.quantity import parse_amount
from nutrition.diary import SUPPLEMENTS
from nutrition.factors import Answers, settle
from nutrition.records import STATED
from nutrition.views.day import Day, Terms, compute_day
from nutrition.views.phrases import Settled, settle_phrase
from nutrition.views.settled import as_entered
from nutrition.views.taken import scaled

if TYPE_CHECKING:
    import pandas as pd

    from foods.composition import FoodTable
    from nutrition.store import Entry

OPEN = ("ask", "unknown")
"""Statuses that a person has to answer before the row has a value."""
RECORD = ("food", "amount", "amount_low", "amount_high", "unit", "food_id", "kind", "grams")
EDITABLE = ("food", "amount", "unit", "occasion")
"""Columns of a line that the table of a page changes."""


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
        reason: Why: ``which_food``, ``no_food``, ``which_measure`` or ``how_much``.
        foods: Foods to choose from, for ``food``.
        measures: Measures to choose from, for ``measure``; grams can always be given.
        units: Units to choose from, for ``amount`` where the unit says nothing yet.
        food_id: The food that is settled, for ``measure`` and ``amount``.
    """

    row: "Entry"
    about: str
    reason: str
    foods: tuple[FoodChoice, ...] = ()
    measures: tuple[Measure, ...] = ()
    units: tuple[str, ...] = ()
    food_id: str | None = None


def read_meal(
    text: str,
    table: "FoodTable",
    *,
    person_id: int,
    day: str,
    occasion: str = "",
    locale: str = "us",
    answers: Answers | None = None,
) -> "tuple[list[Entry], list[Settled]]":
    """Read lines, or a whole meal on one line, into lines of the diary.

    Args:
        text: "2 cups cooked spinach", one food a line or several joined by "and" and commas.
        table: The food table.
        person_id: Whose they are.
        day: The day.
        occasion: Breakfast, lunch …; empty where it is not said.
        locale: Sizes of cups, pints and spoons.
        answers: Choices made before.

    Returns:
        The lines, not yet saved, and the phrases that name no food, each with its reason. A
        line of an own food, a water or an answer has it on it (`nutrition.views.settled`).
    """
    from foods import meal, search
    from nutrition.store.kinds import Entry

    def is_food(name: str) -> bool:
        return bool(search.decide(name, table).status == "exact")

    rows: list[Entry] = []
    refused: list[Settled] = []
    for phrase in meal.split(text, is_food):
        settled = settle_phrase(phrase, table, locale=locale, answers=answers)
        if settled.row is None:
            refused.append(settled)
            continue
        row = Entry(
            person_id=person_id,
            day=day,
            occasion=occasion,
            amount_text=settled.phrase.text,
            **settled.row,
        )
        rows.append(as_entered(row, table, locale=locale, answers=answers))
    return rows, refused


def key_of(row: "Entry") -> str:
    """Return what is looked up: the food id where one was chosen, else the food as written."""
    return row.food_id or row.food


def states_minerals(row: "Entry") -> bool:
    """Whether a line states its own minerals, so that nothing is asked about it."""
    return row.kind in SUPPLEMENTS or any(getattr(row, name) is not None for name in MINERALS)


def edited(row: "Entry", cells: Mapping[str, str], *, decimal: str = ".") -> "Entry":
    """Return a line with cells of a table changed.

    Args:
        row: The line.
        cells: Column of `EDITABLE` → text as typed. Another name forgets the food that was
            chosen, another name or unit the weight that was stated. No amount is an open one; a
            line that states its own minerals or weight keeps them per unit.
        decimal: The decimal sign of the language.

    Raises:
        QuantityError: The amount is no number above zero, or can be read in two ways.
    """
    changes: dict[str, Any] = {
        name: text.strip() for name, text in cells.items() if name in EDITABLE
    }
    if not changes.get("food", "-") or changes.get("food") == row.food:
        del changes["food"]
    if "food" in changes:
        changes["food_id"] = None
    if "food" in changes or changes.get("unit", row.unit) != row.unit:
        changes["grams"] = None
    if "amount" in changes:
        text = changes.pop("amount")
        amount, low, high = _amount(text, decimal) if text else (None, None, None)
        row = scaled(row, amount)
        ranged = low != high
        changes |= {"amount_low": low if ranged else None, "amount_high": high if ranged else None}
        changes["amount_text"] = ""
    return replace(row, **changes)


def _amount(text: str, decimal: str) -> tuple[float, float, float]:
    """Read an amount; where the decimal sign is a comma, both signs change their parts."""
    if decimal != ",":
        return parse_amount(text)
    turned = text.translate(str.maketrans(".,", ",."))
    try:
        return parse_amount(turned)
    except QuantityError as error:
        raise QuantityError(error.message.replace(turned, text), hint=error.hint) from error


def meal_day(rows: "Sequence[Entry]", table: "FoodTable", **terms: Unpack[Terms]) -> Day:
    """Compute the day that the lines make.

    Args:
        rows: Lines of one day.
        table: The food table.
        **terms: See `nutrition.views.day.Terms`.

    Returns:
        The day; its items have ``row_id`` and stand in the order of the lines.
    """
    return compute_day(meal_records(rows), table, **terms)


def meal_records(rows: "Sequence[Entry]") -> "pd.DataFrame":
    """Return the lines as records of `nutrition.views.day.totalled`, with their ``row_id``."""
    import pandas as pd

    carried = list(dict.fromkeys(name for row in rows for name in row.carried))
    names = (*RECORD, *MINERALS, *(name for name in carried if name not in MINERALS))
    records = [
        {
            "row_id": row.id,
            STATED: not set(MINERALS).isdisjoint(row.carried),
            **{n: getattr(row, n) for n in names},
        }
        for row in rows
    ]
    return pd.DataFrame.from_records(records)


def questions(
    rows: "Iterable[Entry]",
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
    found = (_question(row, table, locale, answers) for row in rows if not states_minerals(row))
    return [question for question in found if question is not None]


def units_of(table: "FoodTable", food_id: str) -> list[str]:
    """Return the units in which a food can be entered: its own measures, then grams.

    A volume is among them only where a measure or a sourced density weighs it.
    """
    own = [measure.measure for measure in table.measures_of(food_id)]
    found = list(dict.fromkeys(unit for unit in own if _weighed(table, food_id, unit)))
    volumes = [unit for unit in ("cup", "tbsp", "ml") if _weighed(table, food_id, unit)]
    return list(dict.fromkeys([*found, "g", *volumes, "oz"]))


def _weighed(table: "FoodTable", food_id: str, unit: str) -> bool:
    return weigh(table, food_id, unit).grams_per_unit is not None


def _question(
    row: "Entry", table: "FoodTable", locale: str, answers: Answers | None
) -> Question | None:
    factor = settle(key_of(row), row.unit, table, locale=locale, answers=answers)
    if factor["f_food_status"] in OPEN:
        foods = _foods(row, table)
        return Question(row, "food", "which_food" if foods else "no_food", foods=foods)
    food_id = factor["f_food_id"]
    if factor["f_amount_status"] in OPEN and row.amount is not None:
        weight = weigh(table, food_id, row.unit, locale=locale)
        return Question(row, "measure", "which_measure", measures=weight.choices, food_id=food_id)
    if row.amount is None:
        weighed = factor["f_amount_status"] not in OPEN
        units = () if weighed else tuple(units_of(table, food_id))
        return Question(row, "amount", "how_much", units=units, food_id=food_id)
    return None


def _foods(row: "Entry", table: "FoodTable") -> tuple[FoodChoice, ...]:
    from foods import search

    found = search.decide(row.food, table, unit=row.unit).candidates
    found = found or search.search(row.food, table, limit=5)
    return tuple(FoodChoice(c.food_id, c.description, c.calcium_mg, c.magnesium_mg) for c in found)
