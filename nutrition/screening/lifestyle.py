"""Published values for sleep, caffeine and vitamin B12, and what the diary says beside them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nutrition.screening.notices import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MONTHS = 12
PER_KILOGRAM = "mg/kg/d"
CONDITIONS = {"pregnant": "pregnancy", "lactating": "lactation"}


@dataclass(frozen=True)
class Limit:
    """One published value.

    Attributes:
        body: Who says so, with the year.
        statistic: no_safety_concern_max, recommended_range or RDA.
        low: Lower end, for a range.
        high: Upper end, or the value.
        unit: h/d, mg/d, mg/kg/d or ug/d.
        source: Where it is printed.
        confidence: seen or recalled.
    """

    body: str
    statistic: str
    low: float | None
    high: float
    unit: str
    source: str
    confidence: str


def limits(topic: str, age_years: float | None, condition: str | None = None) -> tuple[Limit, ...]:
    """The published values that apply to a person.

    Args:
        topic: sleep, caffeine or vitamin_b12.
        age_years: Age [years]; None where it is not known.
        condition: As in the people table: none, pregnant, lactating, or pregnancy_T1 and so on.

    Returns:
        Rows of `data/lifestyle_limits.csv`: those of the life stage, with those that always
        apply. Empty where age is not known or no value is set.
    """
    if age_years is None or math.isnan(age_years):
        return ()
    months = math.floor(age_years * MONTHS + 1e-9)
    stage = _stage(condition)
    return tuple(
        Limit(
            row["body"],
            row["statistic"],
            float(row["low"]) if row["low"] else None,
            float(row["high"]),
            row["unit"],
            row["source"],
            row["confidence"],
        )
        for row in rows("lifestyle_limits.csv")
        if row["topic"] == topic
        and row["condition"] in (stage, "any")
        and int(row["age_min_months"]) <= months <= int(row["age_max_months"] or months)
    )


def limit(topic: str, age_years: float | None, condition: str | None = None) -> Limit | None:
    """The first published value that applies to a person; see `limits`."""
    found = limits(topic, age_years, condition)
    return found[0] if found else None


def _stage(condition: str | None) -> str:
    word = (condition or "none").split("_")[0]
    return CONDITIONS.get(word, word)


@dataclass(frozen=True)
class Reported:
    """The mean of the complete days for one nutrient.

    Attributes:
        amount: Mean a day, in the unit of the column; None where no complete day has a value.
        days: Complete days; 0 for habitual intake from a questionnaire.
        at_least: Whether something has no value, so that the amount is a lower bound.
    """

    amount: float | None
    days: int
    at_least: bool


def reported(days: Iterable[Mapping[str, Any]], column: str) -> Reported:
    """What the complete days say of a nutrient.

    Args:
        days: Rows of one person's Days table.
        column: Like caffeine_mg or vitamin_b12_ug; its count of unknown items is read beside it.

    Returns:
        The mean. A day without a value, an item without one, or a table that does not count
        them makes it a lower bound: unknown is not zero.
    """
    unknown_column = f"{column.rsplit('_', 1)[0]}_unknown_items"
    complete = [row for row in days if _missing(row.get("day_state")) or _is_complete(row)]
    known = [float(row[column]) for row in complete if not _missing(row.get(column))]
    if not known:
        return Reported(None, len(complete), at_least=True)
    habitual = any("day" in row and _missing(row["day"]) for row in complete)
    at_least = len(known) < len(complete) or any(
        _missing(row.get(unknown_column)) or row[unknown_column] > 0 for row in complete
    )
    mean = math.fsum(known) / len(complete)
    return Reported(mean, 0 if habitual else len(complete), at_least)


def _is_complete(row: Mapping[str, Any]) -> bool:
    return str(row["day_state"]) in ("", "complete")


def _missing(value: object) -> bool:
    return value is None or str(value) in ("<NA>", "nan", "None", "NaT")


@dataclass(frozen=True)
class Compared:
    """Caffeine beside what a body calls of no concern.

    Attributes:
        status: above, not_above, at_least (cannot be told), needs_weight, no_limit, no_record.
        reported: The mean of the complete days [mg].
        limit_mg: The smallest value that applies [mg/d]; None where none can be computed.
        limit: The row it comes from.
    """

    status: str
    reported: Reported
    limit_mg: float | None
    limit: Limit | None


def compare_caffeine(
    days: Iterable[Mapping[str, Any]],
    age_years: float | None,
    condition: str | None = None,
    weight_kg: float | None = None,
) -> Compared:
    """Caffeine of the diary beside 400 mg a day, 200 in pregnancy and lactation, 3 mg/kg under 18.

    Args:
        days: Rows of one person's Days table.
        age_years: Age [years].
        condition: As in the people table.
        weight_kg: Body weight [kg], for values per kilogram.

    Returns:
        Never `not_above` while any item has no caffeine value or any value that applies cannot
        be computed. A lower bound above a value is above it.
    """
    said = reported(days, "caffeine_mg")
    applying = limits("caffeine", age_years, condition)
    sized = [
        (each.high * (weight_kg or 1) if each.unit == PER_KILOGRAM else each.high, each)
        for each in applying
        if each.unit != PER_KILOGRAM or weight_kg
    ]
    amount_mg, strictest = min(sized, key=lambda pair: pair[0]) if sized else (None, None)
    if said.amount is None:
        return Compared("no_record", said, amount_mg, strictest)
    if not applying:
        return Compared("no_limit", said, None, None)
    if amount_mg is not None and said.amount > amount_mg:
        return Compared("above", said, amount_mg, strictest)
    if len(sized) < len(applying):
        per_kilogram = next(each for each in applying if each.unit == PER_KILOGRAM)
        return Compared("needs_weight", said, None, per_kilogram)
    return Compared("at_least" if said.at_least else "not_above", said, amount_mg, strictest)
