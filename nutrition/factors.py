"""One unit of a food as it was written → grams and nutrients: each distinct pair settled once."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foods.errors import DiaryError
from foods.nutrients import COLUMNS, MINERALS
from nutrition.spreadsheet import revived

if TYPE_CHECKING:
    from foods.composition import FoodTable
    from foods.measures import Weight
    from foods.search import Decision

OWN = "user:"
"""What ids of own foods begin with; one that is gone is no name to search for."""
FACTOR_PREFIX = "f_"
FACTOR_COLUMNS = (
    "key",
    "unit",
    "f_food_id",
    "f_description",
    "f_grams",
    "f_grams_low",
    "f_grams_high",
    *(f"f_{n}" for n in COLUMNS),
    "f_food_status",
    "f_amount_status",
    "f_reason",
)
RANGE_FACTORS = tuple(f"f_{n}_{bound}" for n in MINERALS for bound in ("low", "high"))
"""Least and most mineral of one unit, where the food's own value is a range (own foods); else null.
"""
FOOD_STATUSES = ("exact", "matched", "ask", "unknown", "not_needed")
AMOUNT_STATUSES = ("exact", "estimated", "flag", "ask", "unknown")

QUESTION_COLUMNS = (
    "food",
    "unit",
    "rows",
    "question",
    "candidates",
    "measures",
    "answer_food_id",
    "answer_grams",
    "schema_version",
)


@dataclass(frozen=True)
class Answer:
    """A choice somebody made.

    Attributes:
        food_id: The food meant; None where only the weight is answered.
        grams: Weight of one unit [g]; None where the food's own measure serves.
    """

    food_id: str | None = None
    grams: float | None = None


ALIKE = 5
"""Ranked foods among which the same food with a household measure is looked for."""
AGREE = 0.1
"""Two entries of one food agree where both minerals are within this share of each other."""

Answers = Mapping[tuple[str, str], Answer]
"""(food as written, unit as written) → choice; unit ``*`` serves every unit of the food."""


def factors_for(
    pairs: Iterable[tuple[str, str]],
    table: "FoodTable",
    *,
    locale: str = "us",
    answers: Answers | None = None,
) -> Any:
    """Settle each distinct pair of food text (or food id) and unit.

    Args:
        pairs: ``(key, unit)`` as the diary writes them; key ``''`` where no food is looked up.
        table: The food table.
        locale: Sizes of cups, pints and spoons: ``us``, ``uk`` or ``metric``.
        answers: Choices made before.

    Returns:
        PyArrow table with columns `FACTOR_COLUMNS`: nutrients and grams [g] of ONE unit, null
        where unknown, with a status for the food and one for the amount; then `RANGE_FACTORS`.
    """
    import pyarrow as pa  # not in the batch path until a pair is unknown

    rows = [settle(key, unit, table, locale=locale, answers=answers) for key, unit in pairs]
    return pa.Table.from_pylist([dict(row) for row in rows], schema=_schema())


def settle(
    key: str,
    unit: str,
    table: "FoodTable",
    *,
    locale: str = "us",
    answers: Answers | None = None,
) -> Mapping[str, Any]:
    """Settle one pair: the record of `FACTOR_COLUMNS` that `factors_for` makes a table of."""
    return _settled(key, unit, table, locale, _answer(answers, key, unit))


def question(
    key: str, unit: str, table: "FoodTable", *, locale: str = "us", rows: int = 1
) -> dict[str, Any]:
    """Return what to ask about a pair that could not be settled, with its candidates.

    Returns:
        A record with `QUESTION_COLUMNS`; the two answer columns are blank, to be filled in.
    """
    from foods import measures

    choices = ""
    food_id: str | None = None
    if key in table:
        food_id = key
    else:
        from foods import search

        decision = search.decide(key, table, unit=unit)
        food_id = decision.food_id
        reason = _reason(key, decision, table)
        candidates = "; ".join(f"{c.food_id} = {c.description}" for c in decision.candidates)
    if food_id is not None:
        weight = measures.weigh(table, food_id, unit, locale=locale)
        reason = weight.reason
        choices = "; ".join(f"{m.measure} = {m.grams:g} g" for m in weight.choices)
        candidates = f"{food_id} = {table.food(food_id).description}"
    return {
        "food": key,
        "unit": unit,
        "rows": rows,
        "question": reason,
        "candidates": candidates,
        "measures": choices,
        "answer_food_id": "",
        "answer_grams": "",
    }


def asked_of(settled: Any) -> list[tuple[str, str]]:
    """Return the pairs of a settled factor table that still need an answer."""
    if settled is None:
        return []
    wanted = ["key", "unit", "f_food_status", "f_amount_status"]
    return [
        (row["key"], row["unit"])
        for row in settled.select(wanted).to_pylist()
        if row["key"] and ({row["f_food_status"], row["f_amount_status"]} & {"ask", "unknown"})
    ]


def read_answers(path: Path) -> dict[tuple[str, str], Answer]:
    """Read a filled-in questions file.

    Args:
        path: CSV with ``food, unit, answer_food_id, answer_grams`` (grams of one unit);
            rows without an answer are passed over.

    Raises:
        DiaryError: A column is missing or a weight is not a positive number.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError) as error:
        raise DiaryError(
            f"The answers {path} cannot be read: {error}.", hint="Give a questions.csv filled in."
        ) from error
    answers = {}
    for line, row in enumerate(rows, start=2):
        missing = {"food", "unit", "answer_food_id", "answer_grams"} - set(row)
        if missing:
            raise DiaryError(
                f"{path} has no column {', '.join(sorted(missing))}.",
                hint="Fill in the questions.csv that a batch wrote.",
            )
        food_id, grams = (row["answer_food_id"] or "").strip(), (row["answer_grams"] or "").strip()
        if not food_id and not grams:
            continue
        answers[revived(row["food"]), revived(row["unit"] or "")] = Answer(
            food_id or None, _grams(grams, path, line) if grams else None
        )
    return answers


def _grams(text: str, path: Path, line: int) -> float:
    try:
        grams = float(text.replace(",", "."))
    except ValueError:
        grams = float("nan")
    if not 0 < grams < float("inf"):
        raise DiaryError(
            f"{path}, line {line}: answer_grams is {text!r}.",
            hint="Write the weight of one unit in grams, such as 30.",
        )
    return grams


def _answer(answers: Answers | None, key: str, unit: str) -> Answer | None:
    if not answers:
        return None
    return answers.get((key, unit)) or answers.get((key, "*"))


@lru_cache(maxsize=50_000)
def _settled(
    key: str, unit: str, table: "FoodTable", locale: str, answer: Answer | None
) -> Mapping[str, Any]:
    from foods import measures

    row: dict[str, Any] = dict.fromkeys((*FACTOR_COLUMNS, *RANGE_FACTORS))
    row |= {"key": key, "unit": unit, "f_reason": ""}
    if key == "":
        return row | _mass_only(unit, locale) | {"f_food_status": "not_needed"}
    food_id, status, reason, alike = _found(key, unit, table, answer)
    if food_id is None:
        status = "unknown" if status == "none" else status
        return row | _mass_only(unit, locale) | {"f_food_status": status, "f_reason": reason}
    weight = measures.weigh(table, food_id, unit, locale=locale)
    if weight.grams_per_unit is None and alike:
        food_id, weight = _alike_with_measure(food_id, weight, alike, unit, table, locale)
    food = table.food(food_id)
    grams, low, high = weight.grams_per_unit, weight.low, weight.high
    amount_status, why = weight.status, "" if weight.status == "exact" else weight.reason
    if answer is not None and answer.grams is not None:
        grams = low = high = answer.grams
        amount_status, why = "exact", "answered"
    row |= {
        "f_food_id": food_id,
        "f_description": food.description,
        "f_grams": grams,
        "f_grams_low": low,
        "f_grams_high": high,
        "f_food_status": status,
        "f_amount_status": amount_status,
        "f_reason": " ".join(part for part in (reason, why) if part),
    }
    for nutrient in COLUMNS:
        per_100_g = getattr(food, nutrient)
        known = per_100_g is not None and grams is not None
        row[f"f_{nutrient}"] = per_100_g * grams / 100 if known else None
        bounds = table.bounds.get((food_id, nutrient))
        if known and bounds is not None and low is not None and high is not None:
            row[f"f_{nutrient}_low"] = bounds[0] * low / 100
            row[f"f_{nutrient}_high"] = bounds[1] * high / 100
    return row


def _found(
    key: str, unit: str, table: "FoodTable", answer: Answer | None
) -> tuple[str | None, str, str, tuple[str, ...]]:
    """Return the food meant, how sure that is, why, and foods that are much like it."""
    if answer is not None and answer.food_id is not None:
        table.food(answer.food_id)
        return answer.food_id, "matched", "answered", ()
    if key in table:
        return key, "exact", "", ()
    if key.startswith(OWN):
        return None, "unknown", f"{key} is no longer among the own foods and waters", ()
    from foods import search

    decision = search.decide(key, table, unit=unit)
    near = decision.candidates
    if decision.status == "exact":
        near = (*near, *search.search(key, table, limit=ALIKE))
    alike = tuple(c.food_id for c in near)
    return decision.food_id, decision.status, _reason(key, decision, table), alike


def _reason(key: str, decision: "Decision", table: "FoodTable") -> str:
    """Say why a text is asked about: a code that no table has is not a name that none has."""
    if decision.status == "none" and _is_code(key):
        return f"code {key} is not in {_called(table)}"
    return decision.reason


def _is_code(key: str) -> bool:
    """Say whether a text is the number of a food in some table, not a name."""
    return re.fullmatch(r"([a-z]+[0-9]*:)?[0-9]{3,}", key.strip()) is not None


@lru_cache(maxsize=8)
def _called(table: "FoodTable") -> str:
    return " or ".join(table.info()["releases"]) or "the food table"


def _alike_with_measure(
    food_id: str,
    weight: "Weight",
    alike: tuple[str, ...],
    unit: str,
    table: "FoodTable",
    locale: str,
) -> tuple[str, "Weight"]:
    """Take the same food from another release where only that one has the measure.

    Both minerals must agree within 10 %; food and measure then come from one entry.
    """
    from foods import measures

    for other in alike:
        if other != food_id and _agree(table.food(food_id), table.food(other)):
            found = measures.weigh(table, other, unit, locale=locale)
            if found.grams_per_unit is not None:
                return other, found
    return food_id, weight


def _agree(one: Any, other: Any) -> bool:
    for nutrient in MINERALS:
        a, b = getattr(one, nutrient), getattr(other, nutrient)
        if a is None or b is None or abs(a - b) > AGREE * max(a, b):
            return False
    return True


def _mass_only(unit: str, locale: str) -> dict[str, Any]:
    """Weigh a unit that needs no food: grams of a mass; anything else is unknown."""
    from foods import units

    word = units.unit_word(unit, locale)
    if word is None or word.kind != "mass":
        return {"f_amount_status": "unknown"}
    grams = units.grams(word)
    return {
        "f_grams": grams,
        "f_grams_low": grams,
        "f_grams_high": grams,
        "f_amount_status": "exact",
    }


@lru_cache(maxsize=1)
def _schema() -> Any:
    import pyarrow as pa

    text = ("key", "unit", "f_food_id", "f_description", "f_food_status", "f_amount_status")
    return pa.schema(
        [
            (c, pa.string() if c in (*text, "f_reason") else pa.float64())
            for c in (*FACTOR_COLUMNS, *RANGE_FACTORS)
        ]
    )
