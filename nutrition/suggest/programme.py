"""The integer programme: everyday foods × portions → least energy that closes both gaps.

One binary variable for each food and number of portions, at most one of a food group; solved
exactly. Before that, what another choice of the same group beats in every respect is left out,
which changes no optimum.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from nutrition.suggest.solver import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from nutrition.suggest.everyday import EverydayFood
    from nutrition.suggest.person import Needs

HALF = 0.5
PER_KCAL = 10
"""Energy is minimised to 0.1 kcal; what is equal to that is settled by fewer foods."""

MOST_FOODS = 9
"""Different foods an answer can be allowed: the count must stay below one step of energy."""

ROUNDED_KCAL = 1.0
"""More than rounding to 0.1 kcal can move the energy of `MOST_FOODS` foods."""

NEARNESS = 0.01
"""How far above the least shortfall the nearest choice may be, as a part of it."""

TOLERANCE = 1e-6
"""By how much the solver may miss a limit [mg, kcal]."""


@dataclass(frozen=True)
class Limits:
    """What an answer must keep to.

    Attributes:
        energy_kcal: Energy it may bring [kcal]; None: any.
        calcium_room_mg: Calcium it may bring [mg], all of it counted; None: any.
        different_foods: Different foods, `MOST_FOODS` at most.
        portions: Portions in all.
        capped: Whether these two, the cap of each food and one food of a group hold.
    """

    energy_kcal: float | None
    calcium_room_mg: float | None
    different_foods: int
    portions: float
    capped: bool = True

    def without(self, limit: str) -> Limits:
        """Lift one limit: "energy", "upper-level" or "portions"; others change nothing here."""
        if limit == "energy":
            return replace(self, energy_kcal=None)
        if limit == "upper-level":
            return replace(self, calcium_room_mg=None)
        return replace(self, capped=False) if limit == "portions" else self


@dataclass(frozen=True, slots=True)
class Choice:
    """Some portions of one food, as the programme sees them.

    Attributes:
        food: The food.
        portions: How many.
        brings: What it surely brings of each mineral that is needed, the need at most [mg].
        calcium_high_mg: Most calcium it may bring [mg].
        energy_kcal: Energy [kcal].
        cost: Energy in steps of 0.1 kcal, before one for the food.
        seen_in: Numbers of the earlier answers that have this food.
    """

    food: EverydayFood
    portions: float
    brings: tuple[float, ...]
    calcium_high_mg: float
    energy_kcal: float
    cost: int
    seen_in: frozenset[int] = frozenset()

    def beats(self, other: Choice, *, room: bool) -> bool:
        """Tell whether this can stand for a choice of the same group in every answer."""
        return (
            self.cost <= other.cost
            and self.energy_kcal <= other.energy_kcal
            and self.portions <= other.portions
            and self.seen_in <= other.seen_in
            and not (room and self.calcium_high_mg > other.calcium_high_mg)
            and all(own >= its for own, its in zip(self.brings, other.brings, strict=True))
        )


def least_energy(
    foods: Sequence[EverydayFood],
    needs: Needs,
    limits: Limits,
    earlier: Sequence[frozenset[str]] = (),
) -> dict[str, float] | None:
    """Find the portions of least energy, then of fewest foods, that close both gaps.

    Args:
        foods: What may be chosen.
        needs: What is missing; None and 0 or less need nothing. The room is that of `limits`.
        limits: What the answer must keep to, portion caps always.
        earlier: Food ids of answers given before. The new one lacks at least two foods of each
            (all, where it has fewer) and at least one of its food groups.

    Returns:
        Food id → portions, or None where no choice closes both gaps within the limits.
    """
    free = limits.without("energy").without("upper-level")
    found = _choose(foods, needs, free, earlier)
    if found is None:
        return None
    if _energy(found) > (limits.energy_kcal or 0) + ROUNDED_KCAL and limits.energy_kcal is not None:
        return None  # least energy only grows with the upper level
    if not _keeps(found, limits):
        found = _choose(foods, needs, limits, earlier)
    return None if found is None else _portions(found)


def least_shortfall(
    foods: Sequence[EverydayFood], needs: Needs, limits: Limits
) -> dict[str, float] | None:
    """Find the portions that come nearest to both needs: the least sum of shares still missing.

    Least to within `NEARNESS`: to the milligram it would be a puzzle without a use.

    Args:
        foods: What may be chosen.
        needs: What is missing.
        limits: What the choice must keep to, portion caps always.

    Returns:
        Food id → portions, empty where nothing can be eaten; None where even nothing breaks a
        limit (the upper level is passed already).
    """
    found = _choose(foods, needs, limits.without("upper-level"), short=True)
    if found is None or not _keeps(found, limits):
        found = _choose(foods, needs, limits, short=True)
    return None if found is None else _portions(found)


def can_close(foods: Sequence[EverydayFood], needs: Needs, limits: Limits) -> bool:
    """Tell whether any choice closes both gaps, portion caps lifted where `limits` says so."""
    if limits.capped:
        return least_energy(foods, needs, limits) is not None
    return _uncapped(foods, needs, limits)


def _choose(
    foods: Sequence[EverydayFood],
    needs: Needs,
    limits: Limits,
    earlier: Sequence[frozenset[str]] = (),
    *,
    short: bool = False,
) -> list[Choice] | None:
    wanted = _wanted(needs)
    room = limits.calcium_room_mg is not None
    choices = list(_unbeaten(_choices(foods, wanted, earlier), room=room))
    rows = Rows(len(choices) + (len(wanted) if short else 0))
    for at, need in enumerate(need for _, need in wanted):
        row = rows.row(choice.brings[at] for choice in choices)
        if short:
            row[len(choices) + at] = 1.0
        rows.add(row, least=need)
    if limits.energy_kcal is not None:
        rows.add(rows.row(choice.energy_kcal for choice in choices), most=limits.energy_kcal)
    if limits.calcium_room_mg is not None:
        row = rows.row(choice.calcium_high_mg for choice in choices)
        rows.add(row, most=limits.calcium_room_mg)
    rows.add(rows.row(choice.portions for choice in choices), most=limits.portions)
    rows.add(rows.row(1.0 for _ in choices), most=min(limits.different_foods, MOST_FOODS))
    for group in sorted({choice.food.group for choice in choices}):
        rows.add(rows.row(choice.food.group == group for choice in choices), most=1)
    for number, ids in enumerate(earlier):
        groups = {food.group for food in foods if food.food_id in ids}
        row = rows.row(number in choice.seen_in for choice in choices)
        rows.add(row, most=max(len(ids) - 2, 0))
        row = rows.row(choice.food.group in groups for choice in choices)
        rows.add(row, most=max(len(groups) - 1, 0))
    costs = [float(choice.cost) for choice in choices]
    if short:
        # A share of 0.0001 outweighs 10 kcal: nearness first, then energy.
        costs = [cost / 1e3 for cost in costs] + [1e6 / need for _, need in wanted]
    bounds = [1.0] * len(choices) + ([need for _, need in wanted] if short else [])
    whole = [1] * len(choices) + ([0] * len(wanted) if short else [])
    found = rows.minimise(costs, bounds, whole, gap=NEARNESS) if short else rows.least_cost(costs)
    if found is None:
        return None
    return [choice for choice, taken in zip(choices, found, strict=False) if taken > HALF]


def _uncapped(foods: Sequence[EverydayFood], needs: Needs, limits: Limits) -> bool:
    """Tell whether any number of any foods closes both gaps under energy and upper level.

    Whole portions and, where a food has them, one half more once there is a whole one.
    """
    wanted = _wanted(needs)
    ones = [one for one in _choices(foods, wanted, ()) if one.portions == 1]
    halves = [one for one in ones if one.food.half_portions]
    rows = Rows(len(ones) + len(halves))

    def both(values: Iterable[tuple[float, Choice]]) -> Any:
        listed = list(values)
        return rows.row(
            [value for value, _ in listed]
            + [value * HALF for value, one in listed if one.food.half_portions]
        )

    for mineral, need in wanted:
        rows.add(both((_surely(one.food, mineral), one) for one in ones), least=need)
    if limits.energy_kcal is not None:
        rows.add(both((one.energy_kcal, one) for one in ones), most=limits.energy_kcal)
    if limits.calcium_room_mg is not None:
        rows.add(both((one.calcium_high_mg, one) for one in ones), most=limits.calcium_room_mg)
    for at, half in enumerate(halves):
        row = rows.row(-1.0 if one is half else 0.0 for one in ones)
        row[len(ones) + at] = 1.0
        rows.add(row, most=0)
    bounds = [math.inf] * len(ones) + [1.0] * len(halves)
    width = len(ones) + len(halves)
    return rows.minimise([0.0] * width, bounds, [1] * width) is not None


def _choices(
    foods: Sequence[EverydayFood],
    wanted: Sequence[tuple[str, float]],
    earlier: Sequence[frozenset[str]],
) -> Iterator[Choice]:
    for food in foods:
        seen = frozenset(number for number, ids in enumerate(earlier) if food.food_id in ids)
        portions = 1.0
        while portions <= food.max_portions:
            energy = food.energy_kcal * portions
            yield Choice(
                food=food,
                portions=portions,
                brings=tuple(min(_surely(food, m) * portions, need) for m, need in wanted),
                calcium_high_mg=food.calcium_mg * food.heaviest * portions,
                energy_kcal=energy,
                cost=round(energy * PER_KCAL) * (MOST_FOODS + 1) + 1,
                seen_in=seen,
            )
            portions += HALF if food.half_portions else 1.0


def _unbeaten(choices: Iterable[Choice], *, room: bool) -> Iterator[Choice]:
    by_group: dict[str, list[Choice]] = {}
    for choice in choices:
        by_group.setdefault(choice.food.group, []).append(choice)
    for group in by_group.values():
        kept: list[Choice] = []
        for choice in sorted(group, key=lambda one: (one.cost, one.portions)):
            if any(one.beats(choice, room=room) for one in kept):
                continue
            kept = [one for one in kept if not choice.beats(one, room=room)]
            kept.append(choice)
        yield from kept


def _wanted(needs: Needs) -> list[tuple[str, float]]:
    pairs = (("calcium", needs.calcium_mg), ("magnesium", needs.magnesium_mg))
    return [(mineral, need) for mineral, need in pairs if need is not None and need > 0]


def _surely(food: EverydayFood, mineral: str) -> float:
    """Give the least of a mineral that one portion brings and that is counted on [mg]."""
    brought = food.calcium_counted_mg if mineral == "calcium" else food.magnesium_mg
    return brought * food.lightest


def _energy(chosen: Iterable[Choice]) -> float:
    return math.fsum(choice.energy_kcal for choice in chosen)


def _keeps(chosen: Sequence[Choice], limits: Limits) -> bool:
    calcium = math.fsum(choice.calcium_high_mg for choice in chosen)
    energy, room = limits.energy_kcal, limits.calcium_room_mg
    return (energy is None or _energy(chosen) <= energy + TOLERANCE) and (
        room is None or calcium <= room + TOLERANCE
    )


def _portions(chosen: Iterable[Choice]) -> dict[str, float]:
    return {choice.food.food_id: choice.portions for choice in chosen}
