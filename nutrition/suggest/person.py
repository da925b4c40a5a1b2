"""What has to be closed, for whom, and what is not eaten."""

from __future__ import annotations

import csv
import functools
import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from foods.errors import MgcaError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nutrition.references import PersonReferences
    from nutrition.suggest.everyday import EverydayFood

CONTEXTS = Path(__file__).parents[1] / "data" / "contexts.csv"
NOT_OFFERED = ("kidney-disease", "kidney-stones", "eating-disorder", "refeeding-risk")
"""Contexts in which no food is offered; a professional is to be asked."""

UNDER_TWO_MONTHS = 24
WHOLE_NUTS_MONTHS = 60
MONTHS = 12


class SuggestionError(MgcaError, ValueError):
    """A gap, allowance or context that cannot be worked with."""


@dataclass(frozen=True)
class Needs:
    """What is missing to the recommended or adequate intake.

    Attributes:
        calcium_mg: Missing calcium [mg/d]; 0 or less: met; None: no reference is defined.
        magnesium_mg: Missing magnesium [mg/d], as above.
        calcium_room_mg: Calcium left below the upper level [mg/d], below 0 where it is passed;
            None: none is set. Magnesium in food has no upper level.
    """

    calcium_mg: float | None
    magnesium_mg: float | None
    calcium_room_mg: float | None = None

    @property
    def defined(self) -> bool:
        """Whether a reference is set for at least one of the two."""
        return self.calcium_mg is not None or self.magnesium_mg is not None

    @property
    def met(self) -> bool:
        """Whether nothing is missing of what is defined."""
        return (self.calcium_mg or 0.0) <= 0 and (self.magnesium_mg or 0.0) <= 0


@dataclass(frozen=True)
class Person:
    """Who would eat it.

    Attributes:
        age_months: Age [months]; None: unknown, then nothing is offered.
        contexts: Ids of `nutrition/data/contexts.csv` that are ticked.
        medicines: Ids of medicines taken; "warfarin" and "levothyroxine" matter here. None: not
            asked, then their notes always stand.
    """

    age_months: float | None
    contexts: frozenset[str] = frozenset()
    medicines: frozenset[str] | None = None


@dataclass(frozen=True)
class Filters:
    """What is not eaten.

    Attributes:
        vegan: Only foods without anything of animals.
        lactose_free: No milk but lactose-free milk.
        without_nuts: No nuts or peanuts by name; labels must still be read.
        without_gluten: No gluten grain or oats by name; labels must still be read.
        disliked: Words of names ("kale"), whole names, or food ids.
    """

    vegan: bool = False
    lactose_free: bool = False
    without_nuts: bool = False
    without_gluten: bool = False
    disliked: frozenset[str] = frozenset()

    @property
    def by_label(self) -> bool:
        """Whether a filter is set that only the label can settle."""
        return self.vegan or self.lactose_free or self.without_nuts or self.without_gluten

    def keep(self, food: EverydayFood) -> bool:
        """Tell whether a food may be eaten."""
        return not (
            (self.vegan and not food.vegan)
            or (self.lactose_free and not food.lactose_free)
            or (self.without_nuts and food.nuts)
            or (self.without_gluten and food.gluten)
            or any(_named(word, food) for word in self.disliked)
        )


def needs_from(
    calcium: PersonReferences,
    magnesium: PersonReferences,
    *,
    calcium_mg: float,
    magnesium_mg: float,
) -> Needs:
    """Work out what is missing to the recommended intake, else to the adequate intake.

    Args:
        calcium: The body's references for this person and calcium.
        magnesium: The same for magnesium.
        calcium_mg: Calcium of all food, water, supplements and medicines [mg/d].
        magnesium_mg: Magnesium of the same [mg/d].

    Returns:
        The needs. A target of the user's own file goes before both. The upper level of calcium
        leaves room only where its body counts total intake.
    """
    upper = calcium.ul if calcium.ul is not None and calcium.ul.base == "total" else None
    return Needs(
        calcium_mg=_missing(calcium, calcium_mg),
        magnesium_mg=_missing(magnesium, magnesium_mg),
        calcium_room_mg=None if upper is None else upper.value - calcium_mg,
    )


def refusals(person: Person) -> tuple[str, ...]:
    """Give the ids of the reasons for which nothing may be offered.

    Args:
        person: Who would eat it.

    Returns:
        "under-two", "age-unknown" and contexts of `NOT_OFFERED`; empty where none applies.

    Raises:
        SuggestionError: A context that is not on the list: it might be one of these, misspelt.
    """
    unknown = sorted(person.contexts - _contexts())
    if unknown:
        raise SuggestionError(
            f"There is no context {', '.join(unknown)}.",
            hint=f"There are {', '.join(sorted(_contexts()))}.",
            contexts=unknown,
        )
    reasons = [context for context in NOT_OFFERED if context in person.contexts]
    if person.age_months is None or math.isnan(person.age_months):
        reasons.append("age-unknown")
    elif person.age_months < UNDER_TWO_MONTHS:
        reasons.append("under-two")
    return tuple(reasons)


def suited_to(
    foods: Iterable[EverydayFood], age_months: float, filters: Filters
) -> tuple[EverydayFood, ...]:
    """Keep the foods that are offered at an age; no whole nuts under five.

    Milk made lactose-free is kept only for those who avoid lactose. Other filters wait.

    Args:
        foods: Everyday foods.
        age_months: Age [months].
        filters: What is not eaten.

    Returns:
        Those foods, in the same order.
    """
    return tuple(
        food
        for food in foods
        if age_months >= food.from_age_years * MONTHS
        and not (food.whole_nuts and age_months < WHOLE_NUTS_MONTHS)
        and (filters.lactose_free or not food.only_lactose_free)
    )


def check(needs: Needs, allowance_kcal: float | None) -> None:
    """Refuse needs and an allowance that are no numbers.

    Raises:
        SuggestionError: Naming the one that is wrong.
    """
    given = {
        "calcium_mg": needs.calcium_mg,
        "magnesium_mg": needs.magnesium_mg,
        "calcium_room_mg": needs.calcium_room_mg,
        "allowance_kcal": allowance_kcal,
    }
    wrong = [
        name for name, value in given.items() if value is not None and not math.isfinite(value)
    ]
    if allowance_kcal is not None and allowance_kcal < 0:
        wrong.append("allowance_kcal")
    if wrong:
        raise SuggestionError(
            f"Not usable: {', '.join(f'{name} = {given[name]}' for name in wrong)}.",
            hint="Give milligrams, and kilocalories of 0 or more; None where there is no limit.",
            names=wrong,
        )


def _missing(of: PersonReferences, intake_mg: float) -> float | None:
    aim = of.target or of.rda or of.ai
    return None if aim is None else aim.value - intake_mg


def _named(word: str, food: EverydayFood) -> bool:
    plain = " ".join(word.casefold().split())
    if not plain:
        return False
    return (
        food.food_id == word
        or re.search(rf"\b{re.escape(plain)}(s|es)?\b", food.name.casefold()) is not None
    )


@functools.cache
def _contexts() -> frozenset[str]:
    with CONTEXTS.open(encoding="utf-8", newline="") as file:
        return frozenset(row["context"] for row in csv.DictReader(file))
