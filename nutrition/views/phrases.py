"""Lines as people say them → Diary rows, each with what could not be settled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from foods.household import HouseholdSize
from foods.measures import misfit
from foods.quantity import Phrase, parse
from nutrition.factors import Answers, settle

if TYPE_CHECKING:
    from foods.composition import FoodTable

PARSE_COLUMNS = (
    "phrase",
    "food_id",
    "description",
    "amount",
    "unit",
    "grams",
    "status",
    "reason",
)
_SEVERITY = ("ok", "flag", "ask", "refuse")
_FOOD = {"exact": "ok", "matched": "ok", "not_needed": "ok", "ask": "ask", "unknown": "refuse"}
_AMOUNT = {"exact": "ok", "estimated": "ok", "flag": "flag", "ask": "ask", "unknown": "ask"}


@dataclass(frozen=True)
class Settled:
    """A phrase with the food and the weight it came to.

    Attributes:
        phrase: What was read.
        row: The row of the Diary table it makes, or None where it is no food.
        food_id: The food, or None.
        description: Its description, or ''.
        grams: Weight of the whole amount [g], or None.
        status: ``ok``, ``flag``, ``ask`` or ``refuse``: the worse of food and amount.
        reason: Why, as sentences; '' where all is settled.
    """

    phrase: Phrase
    row: dict[str, Any] | None
    food_id: str | None
    description: str
    grams: float | None
    status: str
    reason: str


def unit_of(phrase: Phrase) -> str:
    """Return the unit as the Diary table writes it: 'imperial pint', 'large', 'cup'."""
    unit = phrase.unit or phrase.size
    return f"{phrase.system} {unit}" if phrase.system and unit else unit


def diary_row(phrase: Phrase) -> dict[str, Any] | None:
    """Return the phrase as a row of the Diary table, or None where it is no food.

    An amount that was not said stays null: the row is asked about, never guessed.
    """
    if phrase.kind != "food" or phrase.status == "refuse" or not phrase.food:
        return None
    return {
        "food": phrase.food,
        "amount": phrase.amount,
        "amount_low": phrase.low,
        "amount_high": phrase.high,
        "unit": unit_of(phrase),
    }


def _range(row: dict[str, Any], factor: Mapping[str, Any]) -> str:
    """Say the weight's range where an amount was vague: heaped, a handful, one to two."""
    low, high = row["amount_low"], row["amount_high"]
    if factor["f_grams"] is None or low is None or high is None or low == high:
        return ""
    return f"Estimated: {low * factor['f_grams']:.0f} to {high * factor['f_grams']:.0f} g."


def _by_household_size(row: dict[str, Any], size: HouseholdSize) -> dict[str, Any]:
    """Write a glass or a handful as the sourced amount it holds, with its range."""
    return row | {
        "amount": row["amount"] * size.value,
        "amount_low": row["amount_low"] * size.low,
        "amount_high": row["amount_high"] * size.high,
        "unit": size.of,
    }


def settle_phrase(
    text: str,
    table: "FoodTable",
    *,
    locale: str = "us",
    answers: Answers | None = None,
) -> Settled:
    """Read one line and settle its food and weight.

    Args:
        text: "2 cups cooked spinach".
        table: The food table.
        locale: Sizes of cups, pints and spoons.
        answers: Choices made before.

    Returns:
        What it came to; a question or a refusal is an answer, not an exception.
    """
    phrase = parse(text, locale=locale)
    row = diary_row(phrase)
    if row is None:
        status = "refuse" if phrase.kind != "food" else phrase.status
        status = "refuse" if status == "ok" else status
        return Settled(phrase, None, None, "", None, status, phrase.reason or "It names no food.")
    factor = settle(row["food"], row["unit"], table, locale=locale, answers=answers)
    if factor["f_grams"] is None and phrase.household is not None:
        row = _by_household_size(row, phrase.household)
        factor = settle(row["food"], row["unit"], table, locale=locale, answers=answers)
    amount_eaten = row["amount"]
    has_weight = amount_eaten is not None and factor["f_grams"] is not None
    grams = amount_eaten * factor["f_grams"] if has_weight else None
    # A bowl or handful is asked about only where the food has no measure of that name.
    read = "ok" if phrase.vague_unit and grams is not None else phrase.status
    amount = _AMOUNT[factor["f_amount_status"]] if phrase.amount is not None else "ask"
    clash = ""
    if phrase.also is not None and grams is not None and factor["f_food_id"] is not None:
        clash = misfit(table, factor["f_food_id"], grams, phrase.also, locale=locale)
    amount = "ask" if clash else amount
    status = max(read, _FOOD[factor["f_food_status"]], amount, key=_SEVERITY.index)
    said = phrase.reason if read == phrase.status else ""
    parts = (said, clash, _range(row, factor), factor["f_reason"])
    reason = " ".join(part for part in parts if part)
    return Settled(
        phrase,
        row,
        factor["f_food_id"],
        factor["f_description"] or "",
        grams,
        status,
        reason,
    )


def parse_table(
    texts: Iterable[str],
    table: "FoodTable",
    *,
    locale: str = "us",
    answers: Answers | None = None,
) -> list[dict[str, Any]]:
    """Settle many lines: the rows of ``mgca parse``, columns `PARSE_COLUMNS`."""
    rows = []
    for text in texts:
        settled = settle_phrase(text, table, locale=locale, answers=answers)
        rows.append(
            {
                "phrase": text,
                "food_id": settled.food_id or "",
                "description": settled.description,
                "amount": settled.phrase.amount,
                "unit": unit_of(settled.phrase),
                "grams": settled.grams,
                "status": settled.status,
                "reason": settled.reason,
            }
        )
    return rows
