"""Absorbable calcium, as information beside a total; never inside adequacy.

Reference intakes already assume the absorption of a mixed diet, so what is absorbed is shown and
not judged. Fractions were measured for 36 foods (`data/calcium_absorption.csv`); which foods of the
table they speak for is kept by hand in `data/calcium_absorption_foods.csv`.
"""

import csv
import functools
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nutrition.calcium_load import known_calcium, missing
from nutrition.diary import SUPPLEMENTS

if TYPE_CHECKING:
    from foods.composition import Food, FoodTable

DATA = Path(__file__).parent / "data"
EVIDENCE = ("measured", "analogy", "unknown")
MILK = "Milk"

RATIO_STUDIED = (1.7, 2.8)
RATIO_SOURCE = (
    "Dai 2013 (1.7), Tennessee (2.78), PCaP (2.50), WEB (2.59), NHANES (1.70 to 2.60): "
    "observational, inconsistent"
)


@dataclass(frozen=True)
class StudyFood:
    """One food whose calcium absorption was measured.

    Attributes:
        name: The study's own name.
        serving_g: Serving [g].
        calcium_mg: Calcium of the serving [mg].
        fraction: Share absorbed [fraction].
        milk_fraction: Share of milk's calcium absorbed in the same study [fraction].
        show_as: ``fraction``, or ``ratio_to_milk`` where only that is a fair reading.
        source: Where it stands.
        confidence: How sure it is.
    """

    name: str
    serving_g: float
    calcium_mg: float
    fraction: float
    milk_fraction: float
    show_as: str
    source: str
    confidence: str

    @property
    def ratio_to_milk(self) -> float:
        """Share absorbed over milk's share in the same study."""
        return self.fraction / self.milk_fraction

    @property
    def fair_fraction(self) -> float:
        """Share absorbed on the scale of the table's milk [fraction].

        A study in which milk itself came out lower is read by its ratio to milk.
        """
        if self.show_as == "ratio_to_milk":
            return self.ratio_to_milk * study_food(MILK).fraction
        return self.fraction


@dataclass(frozen=True)
class Rule:
    """Which foods of the table a study food speaks for."""

    study_food: str
    evidence: str
    food_group: re.Pattern[str]
    description: re.Pattern[str]
    but_not: re.Pattern[str] | None
    why: str

    def fits(self, food: "Food") -> bool:
        """Tell whether a food falls under this rule."""
        return (
            self.food_group.fullmatch(food.food_group) is not None
            and self.description.search(food.description) is not None
            and (self.but_not is None or self.but_not.search(food.description) is None)
        )


@dataclass(frozen=True)
class Absorbable:
    """Absorbable calcium of an amount of one food.

    Attributes:
        food_id: The food; None where none is known, or it is a supplement.
        calcium_mg: Its calcium [mg], of a dish what is known of it; None where unknown.
        absorbable_mg: What is absorbed of it [mg]; None where that is not known.
        fraction: Share absorbed [fraction], on the scale of the table's milk.
        ratio_to_milk: That share over milk's in the same study.
        evidence: One of `EVIDENCE`.
        show_as: ``fraction`` or ``ratio_to_milk``; "" where unknown.
        study_food: The food that was measured; "" where unknown.
        above_studied_load: There is more calcium than in the serving that was measured; the
            share of a larger amount is lower.
        why: Why the measured food speaks for this one, or ``supplement``, ``no_study``,
            ``no_food``.
        source: Where the fraction stands.
    """

    food_id: str | None
    calcium_mg: float | None
    absorbable_mg: float | None
    fraction: float | None
    ratio_to_milk: float | None
    evidence: str
    show_as: str
    study_food: str
    above_studied_load: bool
    why: str
    source: str


@dataclass(frozen=True)
class DayAbsorption:
    """A day's calcium by what is known of its absorption; a part without items is None.

    Attributes:
        measured_calcium_mg: Calcium of foods that were measured [mg].
        measured_absorbable_mg: What is absorbed of it [mg].
        analogy_calcium_mg: Calcium of foods read by analogy [mg].
        analogy_absorbable_mg: What is absorbed of it [mg].
        unknown_calcium_mg: Calcium of which nothing is known [mg], supplements included.
        items_without_calcium: Items whose calcium itself is unknown, wholly or in part.
        items: Every item, in order.
        caveats: Ids of what must be said beside it.
    """

    measured_calcium_mg: float | None
    measured_absorbable_mg: float | None
    analogy_calcium_mg: float | None
    analogy_absorbable_mg: float | None
    unknown_calcium_mg: float | None
    items_without_calcium: int
    items: tuple[Absorbable, ...]
    caveats: tuple[str, ...] = ("not_in_adequacy", "sum_of_single_foods")


@dataclass(frozen=True)
class MineralRatio:
    """Calcium over magnesium, a descriptive figure.

    Attributes:
        value: The ratio [mg/mg]; None where it cannot be said.
        base: ``total`` or ``food``: what was divided.
        reason: ``usual_means``, ``unknown``, ``lower_bound`` or ``no_magnesium``.
        studied_low: Lowest ratio that studies divided people at.
        studied_high: Highest of these.
        caveat: Id of what must be said beside it.
        source: The studies.
    """

    value: float | None
    base: str
    reason: str
    studied_low: float = RATIO_STUDIED[0]
    studied_high: float = RATIO_STUDIED[1]
    caveat: str = "ratio_is_no_target"
    source: str = RATIO_SOURCE


@functools.cache
def study_foods() -> tuple[StudyFood, ...]:
    """Give every food that was measured."""
    return tuple(
        StudyFood(
            row["study_food"],
            float(row["serving_g"]),
            float(row["calcium_mg"]),
            float(row["fraction_percent"]) / 100,
            float(row["milk_fraction_percent"]) / 100,
            row["show_as"],
            row["source"],
            row["confidence"],
        )
        for row in _rows("calcium_absorption.csv")
    )


@functools.cache
def rules() -> tuple[Rule, ...]:
    """Give the rules by which study foods speak for foods of the table, first to be tried first."""
    return tuple(
        Rule(
            row["study_food"],
            row["evidence"],
            re.compile(row["food_group"]),
            re.compile(row["description_pattern"], re.IGNORECASE),
            re.compile(row["except_pattern"], re.IGNORECASE) if row["except_pattern"] else None,
            row["why"],
        )
        for row in _rows("calcium_absorption_foods.csv")
    )


@functools.cache
def study_food(name: str) -> StudyFood:
    """Look up a measured food by the study's name.

    Raises:
        KeyError: There is none; the two data files disagree.
    """
    return {food.name: food for food in study_foods()}[name]


def rule_for(food: "Food") -> Rule | None:
    """Give the first rule that a food falls under, None where no study speaks for it."""
    return next((rule for rule in rules() if rule.fits(food)), None)


def absorbable(food: "Food", calcium_mg: float | None) -> Absorbable:
    """Say what is absorbed of an amount of one food.

    Args:
        food: The food.
        calcium_mg: Calcium of the amount eaten [mg]; None where unknown.

    Returns:
        Absorbable calcium with its evidence; what no study speaks for is unknown, not zero.
    """
    rule = rule_for(food)
    if rule is None:
        return _unknown(food.food_id, calcium_mg, "no_study")
    study = study_food(rule.study_food)
    fraction = study.fair_fraction
    return Absorbable(
        food.food_id,
        calcium_mg,
        None if calcium_mg is None else calcium_mg * fraction,
        fraction,
        study.ratio_to_milk,
        rule.evidence,
        study.show_as,
        study.name,
        calcium_mg is not None and calcium_mg > study.calcium_mg,
        rule.why,
        f"{study.source} ({study.confidence})",
    )


def day_absorption(items: Iterable[Mapping[Any, Any]], table: "FoodTable") -> DayAbsorption:
    """Divide a day's calcium by what is known of its absorption.

    Args:
        items: Rows of the Items table: ``food_id, calcium_mg`` [mg], optional ``kind`` and
            ``calcium_known_mg`` [mg], what is known of a dish.
        table: The food table.

    Returns:
        Three parts that add up to the known calcium of the day.
    """
    rows = list(items)
    found = tuple(_item(item, table) for item in rows)

    def part(evidence: str, values: str) -> float | None:
        of = [getattr(f, values) for f in found if f.evidence == evidence]
        known = [value for value in of if value is not None]
        return math.fsum(known) if known else None

    return DayAbsorption(
        part("measured", "calcium_mg"),
        part("measured", "absorbable_mg"),
        part("analogy", "calcium_mg"),
        part("analogy", "absorbable_mg"),
        part("unknown", "calcium_mg"),
        sum(missing(item.get("calcium_mg")) for item in rows),
        found,
    )


def calcium_to_magnesium(
    calcium_mg: float | None,
    magnesium_mg: float | None,
    *,
    base: str = "total",
    values_missing: bool = False,
) -> MineralRatio:
    """Divide usual calcium by usual magnesium; no body sets a target for it.

    Args:
        calcium_mg: Mean calcium [mg/d]; None where unknown.
        magnesium_mg: Mean magnesium [mg/d].
        base: ``total`` or ``food``: what the means count.
        values_missing: Either mean is a lower bound, so that the ratio is not known.

    Returns:
        The ratio, or None with the reason.
    """
    if missing(calcium_mg) or missing(magnesium_mg):
        return MineralRatio(None, base, "unknown")
    assert calcium_mg is not None
    assert magnesium_mg is not None
    if values_missing:
        return MineralRatio(None, base, "lower_bound")
    if magnesium_mg <= 0:
        return MineralRatio(None, base, "no_magnesium")
    return MineralRatio(calcium_mg / magnesium_mg, base, "usual_means")


def _item(item: Mapping[Any, Any], table: "FoodTable") -> Absorbable:
    calcium = known_calcium(item)
    if item.get("kind") in SUPPLEMENTS:
        return _unknown(None, calcium, "supplement")
    food_id = item.get("food_id")
    if not isinstance(food_id, str) or food_id not in table:
        return _unknown(None, calcium, "no_food")
    return absorbable(table.food(food_id), calcium)


def _unknown(food_id: str | None, calcium_mg: float | None, why: str) -> Absorbable:
    return Absorbable(
        food_id, calcium_mg, None, None, None, "unknown", "", "", above_studied_load=False,
        why=why, source="",
    )  # fmt: skip


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
