"""A line keeps what it was entered with: the food and the weight written on it.

A name means something only while nothing changes: another default water, another remembered
answer, an own food that is deleted or new would give old days other values. So a line is settled
when it is entered with an own food, a water or an answer, when its question is answered, and at
the latest before what its name means is changed: `settle_words` does that. It changes no value;
a line that is open stays open, and takes the first answer there is.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from nutrition.diary import SUPPLEMENTS
from nutrition.factors import Answer, Answers, settle
from nutrition.own_foods import OWN

if TYPE_CHECKING:
    from foods.composition import FoodTable
    from nutrition.store import Entry, Store

FOUND = ("exact", "matched")
GLASS = "glass"


def as_entered(
    row: "Entry", table: "FoodTable", *, locale: str = "us", answers: Answers | None = None
) -> "Entry":
    """Return a new line with its food on it where that is an own food, a water or an answer.

    A food of the table is found by its name again, in whichever release is open.
    """
    answer = _answer(answers, row)
    factor = settle(row.food_id or row.food, row.unit, table, locale=locale, answers=answers)
    own = (factor["f_food_id"] or "").startswith(OWN)
    return _settled(row, factor, answer, table) if own or answer is not None else row


def settle_words(
    store: "Store",
    table: "FoodTable",
    means: Callable[[str], bool],
    *,
    locale: str = "us",
    person_id: int | None = None,
    unless: "FoodTable | None" = None,
) -> int:
    """Write on the lines of some names what they come to now, before the names mean another.

    Args:
        store: The open diary.
        table: The food table with own foods, dishes and waters.
        means: Whether a food as written, or a food id that a line has, is among the names.
        locale: Sizes of cups, pints and spoons.
        person_id: Whose lines; everybody's when None.
        unless: A table to come; lines that mean the same food in it are left as they are.

    Returns:
        How many lines were settled; those that are open stay open.
    """
    from nutrition.store.lines import settle_entries
    from nutrition.store.remembered import answers_of
    from nutrition.views.waters import water_answers

    answers = answers_of(store, locale)
    by_person: dict[int, Answers] = {}
    found = []
    for row in open_lines(store, means, person_id):
        if row.person_id not in by_person:
            by_person[row.person_id] = {**water_answers(store, row.person_id), **answers}
        known = by_person[row.person_id]
        factor = settle(row.food_id or row.food, row.unit, table, locale=locale, answers=known)
        settled = _settled(row, factor, _answer(known, row), table)
        if unless is not None:
            later = settle(row.food_id or row.food, row.unit, unless, locale=locale, answers=known)
            if later["f_food_id"] == factor["f_food_id"]:
                continue
        if settled != row:
            found.append((row, settled))
    return settle_entries(store, found)


def lines_of(
    store: "Store",
    table: "FoodTable",
    food_id: str,
    *,
    means: Callable[[str], bool] | None = None,
    locale: str = "us",
) -> int:
    """Count the lines that have a food: by its id, or by a name that means it now."""
    from nutrition.store import Entry, answers_of, records

    count = len(records(store, Entry, food_id=food_id))
    if means is None:
        return count
    answers = answers_of(store, locale)
    meant = (
        settle(row.food, row.unit, table, locale=locale, answers=answers)["f_food_id"]
        for row in open_lines(store, means)
        if row.food_id is None
    )
    return count + sum(1 for found in meant if found == food_id)


def open_lines(
    store: "Store", means: Callable[[str], bool], person_id: int | None = None
) -> "Iterable[Entry]":
    """Return lines that are looked up by their name, or whose unit an answer may weigh."""
    from nutrition.store import Entry, records

    whose = {} if person_id is None else {"person_id": person_id}
    known: dict[str, bool] = {}
    for row in records(store, Entry, **whose):
        key = row.food_id or row.food
        if row.carried or row.kind in SUPPLEMENTS:
            continue
        if key not in known:
            known[key] = means(key)
        if known[key]:
            yield row


def _answer(answers: Answers | None, row: "Entry") -> Answer | None:
    key = row.food_id or row.food
    known = answers or {}
    return known.get((key, row.unit)) or known.get((key, "*"))


def _settled(row: "Entry", factor: Any, answer: Answer | None, table: "FoodTable") -> "Entry":
    if factor["f_food_status"] not in FOUND:
        return row
    food_id = factor["f_food_id"]
    if answer is not None and answer.grams is not None:
        if row.amount is None:
            return row  # the weight of one unit is asked again with the amount
        return replace(row, food_id=food_id, **_times(row, answer.grams), unit="g")
    glass = _of(table, food_id, GLASS)
    ml = _of(table, food_id, "ml")
    if food_id.startswith(OWN) and glass and ml and factor["f_grams"] == glass:
        # How much a glass holds is a setting; it may be another one tomorrow.
        return replace(row, food_id=food_id, **_times(row, glass / ml), unit="ml")
    return replace(row, food_id=food_id)


def _times(row: "Entry", factor: float) -> dict[str, Any]:
    amounts = {name: getattr(row, name) for name in ("amount", "amount_low", "amount_high")}
    return {name: None if one is None else one * factor for name, one in amounts.items()}


def _of(table: "FoodTable", food_id: str, measure: str) -> float | None:
    """Return what one measure of a food weighs [g]."""
    measures = table.measures_of(food_id)
    return next((one.grams for one in measures if one.measure == measure), None)
