"""Ask the programme: several different answers, or which limit stands in the way."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from nutrition.suggest.answers import Infeasible, NothingToClose, NotOffered, Offer, answer_of
from nutrition.suggest.everyday import everyday_foods
from nutrition.suggest.person import Filters, Needs, Person, check, refusals, suited_to
from nutrition.suggest.programme import Limits, can_close, least_energy, least_shortfall

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutrition.suggest.everyday import EverydayFood

APPEARANCES = 2
"""Answers in which one food may appear: who dislikes it still has a choice.

Once nothing else is left, it may appear in one more, and so on."""


def suggest(
    needs: Needs,
    person: Person,
    *,
    allowance_kcal: float | None = None,
    filters: Filters | None = None,
    answers: int = 3,
    different_foods: int = 4,
    portions: float = 6,
    foods: Sequence[EverydayFood] | None = None,
) -> Offer | NothingToClose | NotOffered | Infeasible:
    """Suggest foods, in household portions, that close both gaps.

    Each answer is an exact optimum: least energy (to 0.1 kcal), then fewest different foods,
    under the energy allowance and the upper level of calcium, which counts all calcium. Answers
    differ from every earlier one in two foods and one food group; a food appears in at most
    `APPEARANCES` of them, in more only where no other answer is left.

    Calcium of high-oxalate foods (spinach: 5 % absorbed where milk has 32 %, Weaver,
    PMC5442193 table 1; chard and beet greens by analogy) is not counted on to close the gap, though
    it is shown and counts towards the upper level. Other differences in absorption are
    information beside the total and change nothing here: recommended intakes already assume
    ordinary mixed diets.

    Args:
        needs: What is missing, and the room below the upper level.
        person: Age, ticked contexts, medicines.
        allowance_kcal: Energy the additions may bring [kcal/d]; None: no limit.
        filters: What is not eaten; nothing is left out when None.
        answers: Answers at most; each further one takes longer and has more excluded.
        different_foods: Different foods an answer may have.
        portions: Portions an answer may have in all.
        foods: Everyday foods; the bundled list when None.

    Returns:
        `NotOffered` where a professional is to be asked; `NothingToClose` where nothing is
        missing or no reference is defined; `Offer`; or `Infeasible` with what binds.

    Raises:
        SuggestionError: A number that is none, or a context that is not on the list.
    """
    check(needs, allowance_kcal)
    reasons = refusals(person)
    if reasons or person.age_months is None:
        return NotOffered(reasons)
    if not needs.defined:
        return NothingToClose("not-defined")
    if needs.met:
        return NothingToClose("already-met")
    filters = filters or Filters()
    listed = everyday_foods() if foods is None else foods
    suited = suited_to(listed, person.age_months, filters)
    eaten = [food for food in suited if filters.keep(food)]
    limits = Limits(allowance_kcal, needs.calcium_room_mg, different_foods, portions)
    found = _different(eaten, needs, limits, answers)
    if not found:
        best = least_shortfall(eaten, needs, limits)
        return Infeasible(
            _binding(suited, eaten, needs, limits),
            None if best is None else answer_of(best, eaten, needs, person, filters),
        )
    offered = (answer_of(chosen, eaten, needs, person, filters) for chosen in found)
    return Offer(tuple(sorted(offered, key=lambda answer: answer.energy_kcal)))


def _different(
    foods: Sequence[EverydayFood], needs: Needs, limits: Limits, answers: int
) -> list[dict[str, float]]:
    found: list[dict[str, float]] = []
    appearances = APPEARANCES
    while len(found) < answers:
        seen = Counter(food_id for chosen in found for food_id in chosen)
        left = [food for food in foods if seen[food.food_id] < appearances]
        chosen = least_energy(left, needs, limits, [frozenset(one) for one in found])
        if chosen is not None:
            found.append(chosen)
        elif len(left) < len(foods):
            appearances += 1
        else:
            break
    return found


def _binding(
    suited: Sequence[EverydayFood], eaten: Sequence[EverydayFood], needs: Needs, limits: Limits
) -> tuple[tuple[str, ...], ...]:
    """Lift limits one by one, then in pairs and more, until both gaps can be closed."""
    set_ones = {
        "energy": limits.energy_kcal is not None,
        "upper-level": limits.calcium_room_mg is not None,
        "filters": len(eaten) < len(suited),
        "portions": True,
    }
    names = [name for name, is_set in set_ones.items() if is_set]
    for size in range(1, len(names) + 1):
        enough = []
        for lifted in combinations(names, size):
            freed = limits
            for name in lifted:
                freed = freed.without(name)
            choice = suited if "filters" in lifted else eaten
            if can_close(choice, needs, freed):
                enough.append(lifted)
        if enough:
            return tuple(enough)
    return ()
