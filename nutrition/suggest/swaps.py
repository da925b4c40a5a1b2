"""One food of the day for its neighbour: the same amount, more of what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutrition.suggest.answers import NotOffered, notes_of
from nutrition.suggest.everyday import everyday_foods
from nutrition.suggest.person import Filters, Needs, Person, check, refusals, suited_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutrition.suggest.everyday import EverydayFood

LEAST_SHARE = 0.02
"""A swap that closes less of what is missing is not worth a line."""

LOSS_OF_GAIN = 0.1
"""What a swap may lose of one mineral, as a part of what it gains of the other (both shares)."""


@dataclass(frozen=True)
class Swap:
    """The same grams of another food.

    Attributes:
        away: The food that was eaten.
        towards: The food instead.
        grams: The amount [g], the same for both.
        calcium_mg: Change in calcium [mg].
        calcium_counted_mg: Change in the calcium that is counted on [mg].
        magnesium_mg: Change in magnesium [mg].
        energy_kcal: Change in energy [kcal].
        share_closed: Shares of what is missing that it closes, both minerals added.
        notes: Ids of notes beside the food instead.
    """

    away: EverydayFood
    towards: EverydayFood
    grams: float
    calcium_mg: float
    calcium_counted_mg: float
    magnesium_mg: float
    energy_kcal: float
    share_closed: float
    notes: tuple[str, ...]


def swaps(
    items: Iterable[tuple[str, float]],
    needs: Needs,
    person: Person,
    *,
    allowance_kcal: float | None = None,
    filters: Filters | None = None,
    per_item: int = 3,
    foods: Sequence[EverydayFood] | None = None,
) -> tuple[Swap, ...] | NotOffered:
    """Find what could be eaten instead.

    Only between foods of the list that have the same role, so never raw for cooked or a
    spread for a drink; what is eaten now need not pass the filters, what is named instead must.

    Args:
        items: Foods of the day: food id and grams [g]. Foods that are not on the list have no
            swap; items of the same food are taken one by one.
        needs: What is missing, and the room below the upper level.
        person: Who eats it.
        allowance_kcal: Energy a swap may add [kcal]; None: any.
        filters: What is not eaten.
        per_item: Swaps for one item at most.
        foods: Everyday foods; the bundled list when None.

    Returns:
        Swaps, those that close most first; `NotOffered` where a professional is to be asked.

    Raises:
        SuggestionError: As for `suggest`.
    """
    check(needs, allowance_kcal)
    reasons = refusals(person)
    if reasons or person.age_months is None:
        return NotOffered(reasons)
    filters = filters or Filters()
    listed = everyday_foods() if foods is None else foods
    suited = [
        food
        for food in suited_to(listed, person.age_months, filters)
        if food.max_portions > 0 and filters.keep(food)
    ]
    by_id = {food.food_id: food for food in listed}
    found: list[Swap] = []
    for food_id, grams in items:
        away = by_id.get(food_id)
        if away is None:
            continue
        of_item = [
            swap
            for towards in suited
            if towards.role == away.role and towards.food_id != away.food_id
            for swap in [_swap(away, towards, grams, needs, notes_of(towards, person, filters))]
            if _worth(swap, needs, allowance_kcal)
        ]
        found += sorted(of_item, key=_order)[:per_item]
    return tuple(sorted(found, key=_order))


def _swap(
    away: EverydayFood,
    towards: EverydayFood,
    grams: float,
    needs: Needs,
    notes: tuple[str, ...],
) -> Swap:
    old, new = grams / away.grams, grams / towards.grams
    counted = towards.calcium_counted_mg * new - away.calcium_counted_mg * old
    magnesium = towards.magnesium_mg * new - away.magnesium_mg * old
    return Swap(
        away=away,
        towards=towards,
        grams=grams,
        calcium_mg=towards.calcium_mg * new - away.calcium_mg * old,
        calcium_counted_mg=counted,
        magnesium_mg=magnesium,
        energy_kcal=towards.energy_kcal * new - away.energy_kcal * old,
        share_closed=sum(_shares(counted, magnesium, needs)),
        notes=notes,
    )


def _shares(calcium: float, magnesium: float, needs: Needs) -> list[float]:
    changes = ((calcium, needs.calcium_mg), (magnesium, needs.magnesium_mg))
    return [min(change / need, 1.0) for change, need in changes if need is not None and need > 0]


def _worth(swap: Swap, needs: Needs, allowance_kcal: float | None) -> bool:
    shares = _shares(swap.calcium_counted_mg, swap.magnesium_mg, needs)
    gain = sum(share for share in shares if share > 0)
    loss = -sum(share for share in shares if share < 0)
    room = needs.calcium_room_mg
    return (
        swap.share_closed >= LEAST_SHARE
        and loss <= LOSS_OF_GAIN * gain
        and (room is None or swap.calcium_mg <= max(room, 0.0))
        and (allowance_kcal is None or swap.energy_kcal <= allowance_kcal)
    )


def _order(swap: Swap) -> tuple[float, float, str, str]:
    return (-swap.share_closed, swap.energy_kcal, swap.towards.name, swap.away.name)
