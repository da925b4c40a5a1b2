"""The calcium of one meal as one load, and the share of it that is absorbed; information only."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from numbers import Real
from typing import Any

LOAD_INTERCEPT = 0.889
LOAD_SLOPE = -0.0964
LOAD_STUDIED_MG = (15.0, 500.0)
LOAD_SOURCE = (
    "Heaney 1990, fraction = 0.889 - 0.0964 ln(load in mg), one meal, 15 to 500 mg; printed in the "
    "footnotes of PMC5442193 and PMC9306636"
)


@dataclass(frozen=True)
class LoadFraction:
    """Share absorbed of the calcium of one meal by its load.

    Attributes:
        load_mg: Calcium of the meal [mg].
        fraction: Share absorbed [fraction]; None outside the loads that were studied.
        reason: ``within_range``, ``below_studied`` or ``above_studied``.
        source: The equation.
    """

    load_mg: float
    fraction: float | None
    reason: str
    source: str = LOAD_SOURCE

    @property
    def absorbed_mg(self) -> float | None:
        """What is absorbed of the load [mg]; None outside the loads that were studied."""
        return None if self.fraction is None else self.fraction * self.load_mg


@dataclass(frozen=True)
class MealLoad:
    """Calcium of one occasion as one load.

    Attributes:
        occasion: Breakfast, lunch …; "" for what was entered without one, which is no meal.
        calcium_mg: What is known of its calcium [mg]; None where nothing is.
        unknown_items: Items whose calcium is not, or not wholly, known.
        fraction: Share absorbed [fraction]; None where it cannot be said.
        absorbed_mg: What that is [mg].
        reason: As of `LoadFraction`; ``no_occasion``, ``unknown``, or ``lower_bound`` where the
            load is higher by what is not known.
    """

    occasion: str
    calcium_mg: float | None
    unknown_items: int
    fraction: float | None
    absorbed_mg: float | None
    reason: str


def load_fraction(load_mg: float) -> LoadFraction:
    """Give the share absorbed of a meal's calcium by its load, within the studied range.

    Heaney 1990. The table's 32.1 % for 290 mg of milk is 34 % by this equation: the two are
    different fits and neither reproduces the other.

    Args:
        load_mg: Calcium of one meal [mg].

    Returns:
        The share, or None below 15 and above 500 mg: it is not extrapolated.
    """
    low, high = LOAD_STUDIED_MG
    if not load_mg >= low:
        return LoadFraction(load_mg, None, "below_studied")
    if load_mg > high:
        return LoadFraction(load_mg, None, "above_studied")
    return LoadFraction(load_mg, LOAD_INTERCEPT + LOAD_SLOPE * math.log(load_mg), "within_range")


def meal_loads(items: Iterable[Mapping[Any, Any]]) -> tuple[MealLoad, ...]:
    """Give the calcium of each occasion with the share absorbed of such a load.

    Args:
        items: Rows of the Items table: ``occasion, calcium_mg`` [mg], optional
            ``calcium_known_mg`` [mg], what is known of a dish. Supplements are part of a load.

    Returns:
        One load an occasion, in the order of the items; what has none comes last.
    """
    meals: dict[str, list[Mapping[Any, Any]]] = {}
    for item in items:
        meals.setdefault(str(item.get("occasion") or ""), []).append(item)
    return tuple(_meal_load(name, meals[name]) for name in sorted(meals, key=lambda one: not one))


def _meal_load(occasion: str, items: list[Mapping[Any, Any]]) -> MealLoad:
    known = [amount for item in items if (amount := known_calcium(item)) is not None]
    unknown = sum(missing(item.get("calcium_mg")) for item in items)
    if not known:
        return MealLoad(occasion, None, unknown, None, None, "unknown")
    found = load_fraction(math.fsum(known))
    reason = "no_occasion" if not occasion else found.reason
    if occasion and unknown and reason != "above_studied":
        reason = "lower_bound"
    if reason != "within_range":
        return MealLoad(occasion, found.load_mg, unknown, None, None, reason)
    return MealLoad(occasion, found.load_mg, 0, found.fraction, found.absorbed_mg, reason)


def known_calcium(item: Mapping[Any, Any]) -> float | None:
    """Return what is known of the calcium of an item [mg], of a dish by its ingredients."""
    value = item.get("calcium_known_mg", item.get("calcium_mg"))
    return None if missing(value) else float(value)


def missing(value: Any) -> bool:
    """Say whether a value of whichever engine is null."""
    # Every engine has a null of its own; none of them is a real number.
    return not isinstance(value, Real) or math.isnan(value)
