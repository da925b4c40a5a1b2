"""What is answered: portions with their minerals, or the reason why there are none."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nutrition.suggest.everyday import EverydayFood
    from nutrition.suggest.person import Filters, Needs, Person

WARFARIN_NOTE = "vitamin-k-warfarin"
LEVOTHYROXINE_NOTE = "calcium-levothyroxine"
OXALATE_NOTE = "oxalate-calcium-not-counted"
FORTIFIED_NOTE = "fortified-check-label"
LABEL_NOTE = "filters-by-name-check-label"
NOTES = (WARFARIN_NOTE, LEVOTHYROXINE_NOTE, OXALATE_NOTE, FORTIFIED_NOTE, LABEL_NOTE)


@dataclass(frozen=True)
class Portion:
    """Some portions of one food.

    Attributes:
        food: The food.
        portions: How many portions.
        measures: How many of the food's measure that is.
        grams: Edible grams [g].
        calcium_mg: Calcium [mg].
        calcium_low_mg: Least calcium, by the range of the measure's weight [mg].
        calcium_high_mg: Most calcium [mg].
        calcium_counted_mg: Calcium the answer counts on [mg]; 0 for high-oxalate foods.
        magnesium_mg: Magnesium [mg].
        magnesium_low_mg: Least magnesium [mg].
        magnesium_high_mg: Most magnesium [mg].
        energy_kcal: Energy [kcal].
        notes: Ids of `NOTES` that stand beside this food.
    """

    food: EverydayFood
    portions: float
    measures: float
    grams: float
    calcium_mg: float
    calcium_low_mg: float
    calcium_high_mg: float
    calcium_counted_mg: float
    magnesium_mg: float
    magnesium_low_mg: float
    magnesium_high_mg: float
    energy_kcal: float
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """Foods that are eaten on top of the day.

    Attributes:
        portions: The foods, most energy first.
        calcium_mg: Calcium of all [mg], high-oxalate foods included; the upper level counts it.
        calcium_low_mg: Least calcium [mg].
        calcium_high_mg: Most calcium [mg].
        calcium_counted_mg: Calcium that is counted on to close the gap [mg].
        magnesium_mg: Magnesium of all [mg].
        magnesium_low_mg: Least magnesium [mg].
        magnesium_high_mg: Most magnesium [mg].
        energy_kcal: Energy of all [kcal].
        calcium_short_mg: Calcium still missing [mg]; None where no reference is defined.
        magnesium_short_mg: Magnesium still missing [mg], as above.
        notes: Ids of `NOTES` for the answer, those beside its foods included.
    """

    portions: tuple[Portion, ...]
    calcium_mg: float
    calcium_low_mg: float
    calcium_high_mg: float
    calcium_counted_mg: float
    magnesium_mg: float
    magnesium_low_mg: float
    magnesium_high_mg: float
    energy_kcal: float
    calcium_short_mg: float | None
    magnesium_short_mg: float | None
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Offer:
    """Different ways to close both gaps, lowest energy first; one or more."""

    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class NothingToClose:
    """No foods are named: "already-met", or "not-defined" where no reference is set."""

    reason: str


@dataclass(frozen=True)
class NotOffered:
    """None is offered; the page says to ask a professional.

    Attributes:
        reasons: "kidney-disease", "kidney-stones", "eating-disorder", "refeeding-risk",
            "under-two", "age-unknown".
    """

    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Infeasible:
    """No choice closes both gaps within the limits.

    Attributes:
        binding: The smallest sets of limits that make it possible when lifted together:
            "energy", "upper-level", "filters", "portions" (portion caps, number of foods and
            portions, one food of a group). Empty where foods of the list cannot do it at all.
        best: The choice that comes nearest within all limits; None where the upper level is
            passed already.
    """

    binding: tuple[tuple[str, ...], ...]
    best: Answer | None


def answer_of(
    chosen: Mapping[str, float],
    foods: Sequence[EverydayFood],
    needs: Needs,
    person: Person,
    filters: Filters,
) -> Answer:
    """Work out what chosen portions do to both minerals.

    Args:
        chosen: Food id → portions.
        foods: The everyday foods.
        needs: What was missing.
        person: Who would eat it; decides on notes.
        filters: What is not eaten; decides on notes.

    Returns:
        The answer; what stays short is counted from the least amounts.
    """
    portions = tuple(
        sorted(
            (
                _portion(food, chosen[food.food_id], person, filters)
                for food in foods
                if food.food_id in chosen
            ),
            key=lambda portion: (-portion.energy_kcal, portion.food.name),
        )
    )
    counted = math.fsum(p.calcium_counted_mg * p.food.lightest for p in portions)
    magnesium = math.fsum(p.magnesium_low_mg for p in portions)
    calcium_all = math.fsum(p.calcium_mg for p in portions)
    notes = {note for portion in portions for note in portion.notes}
    if calcium_all > 0 and _takes(person, "levothyroxine"):
        notes.add(LEVOTHYROXINE_NOTE)
    return Answer(
        portions=portions,
        calcium_mg=calcium_all,
        calcium_low_mg=math.fsum(p.calcium_low_mg for p in portions),
        calcium_high_mg=math.fsum(p.calcium_high_mg for p in portions),
        calcium_counted_mg=math.fsum(p.calcium_counted_mg for p in portions),
        magnesium_mg=math.fsum(p.magnesium_mg for p in portions),
        magnesium_low_mg=magnesium,
        magnesium_high_mg=math.fsum(p.magnesium_high_mg for p in portions),
        energy_kcal=math.fsum(p.energy_kcal for p in portions),
        calcium_short_mg=_short(needs.calcium_mg, counted),
        magnesium_short_mg=_short(needs.magnesium_mg, magnesium),
        notes=tuple(note for note in NOTES if note in notes),
    )


def notes_of(food: EverydayFood, person: Person, filters: Filters) -> tuple[str, ...]:
    """Give the ids of the notes that stand beside a food for this person."""
    notes = (
        (WARFARIN_NOTE, food.vitamin_k and _takes(person, "warfarin")),
        (OXALATE_NOTE, food.high_oxalate),
        (FORTIFIED_NOTE, food.fortified),
        (LABEL_NOTE, filters.by_label),
    )
    return tuple(note for note, stands in notes if stands)


def _portion(food: EverydayFood, portions: float, person: Person, filters: Filters) -> Portion:
    calcium, magnesium = food.calcium_mg * portions, food.magnesium_mg * portions
    return Portion(
        food=food,
        portions=portions,
        measures=food.amount * portions,
        grams=food.grams * portions,
        calcium_mg=calcium,
        calcium_low_mg=calcium * food.lightest,
        calcium_high_mg=calcium * food.heaviest,
        calcium_counted_mg=food.calcium_counted_mg * portions,
        magnesium_mg=magnesium,
        magnesium_low_mg=magnesium * food.lightest,
        magnesium_high_mg=magnesium * food.heaviest,
        energy_kcal=food.energy_kcal * portions,
        notes=notes_of(food, person, filters),
    )


def _short(need: float | None, brought: float) -> float | None:
    if need is None:
        return None
    short = need - brought
    return short if short > 1e-6 else 0.0  # noqa: PLR2004 - the solver's tolerance [mg]


def _takes(person: Person, medicine: str) -> bool:
    return person.medicines is None or medicine in person.medicines
