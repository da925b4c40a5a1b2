"""Accept, ask, or none: how far a ranking can be taken at its word."""

import csv
import functools
from collections.abc import Mapping, Sequence
from math import exp

from foods.composition import FoodTable
from foods.measures import weigh
from foods.search_describe import TELLING
from foods.search_index import Entry
from foods.search_lists import DATA
from foods.search_rank import Ranked, state_of
from foods.search_words import Reading

AGREE = 0.10
"""Foods whose calcium and magnesium differ by at most this share need not be told apart."""
FLOOR_MG = {"calcium": 5.0, "magnesium": 3.0}
"""Differences below this [mg/100 g] do not matter either."""
PLAINLY_COOKED = frozenset(("boiled", "steamed", "microwaved"))
"""What one table calls boiled, another calls cooked."""
FEATURES = ("constant", "cover", "head", "core", "extra", "state", "alike", "lead", "corrected")


def confidence(reading: Reading, ranked: Sequence[Ranked]) -> float:
    """Give the probability that the first food is a right answer.

    Args:
        reading: What was read in the name.
        ranked: Foods, best first.

    Returns:
        Probability, 0 to 1, calibrated on the development list in `benchmarks/matching`.
    """
    if not ranked:
        return 0.0
    weights = _weights()
    total = sum(weights[k] * v for k, v in features(reading, ranked).items())
    return 1 / (1 + exp(-max(min(total, 30.0), -30.0)))


def features(reading: Reading, ranked: Sequence[Ranked]) -> dict[str, float]:
    """Give what the confidence is made from; see `FEATURES`."""
    first = ranked[0]
    rival = next((r for r in ranked[1:] if not r.swap and differs(first, r)), None)
    lead = 3.0 if rival is None else first.score - rival.score
    return {
        "constant": 1.0,
        "cover": first.parts["cover"],
        "head": first.parts["head"],
        "core": first.parts["core"],
        "extra": first.parts["extra"],
        "state": min(first.parts["state"], 1.0),
        "alike": first.parts["alike"],
        "lead": min(lead, 3.0),
        "corrected": float(len(reading.corrected)),
    }


def thresholds() -> Mapping[str, float]:
    """Give the confidence above which to accept, below which to say none, and the close lead."""
    return _thresholds()


def differs(one: Ranked, other: Ranked) -> bool:
    """Tell whether two foods differ in what matters, per 100 g.

    Args:
        one: A food.
        other: Another.

    Returns:
        True where calcium or magnesium differ by more than 10 %, or only one is known.
    """
    a, b = one.entry, other.entry
    if same_food(a, b):
        return False
    return _apart(a.calcium_mg, b.calcium_mg, FLOOR_MG["calcium"]) or _apart(
        a.magnesium_mg, b.magnesium_mg, FLOOR_MG["magnesium"]
    )


@functools.lru_cache(maxsize=65536)
def _identity(entry: Entry) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    telling = frozenset(s for s, cost in entry.costs.items() if cost > 2 * TELLING)
    heat = state_of(entry, "heat") or ""
    heat = "cooked" if heat in PLAINLY_COOKED else heat.removeprefix("raw")
    keep = entry.states.get("keep", "").removeprefix("fresh")
    return telling, frozenset([("heat", heat), ("keep", keep)])


def same_food(one: Entry, other: Entry) -> bool:
    """Tell whether two entries are one food in the same state, as two tables have it."""
    return one.source != other.source and _identity(one) == _identity(other)


def differs_in_unit(one: Ranked, other: Ranked, table: FoodTable, unit: str) -> bool:
    """Tell whether one unit of two foods differs in what matters.

    Args:
        one: A food.
        other: Another.
        table: Where their measures are.
        unit: The unit given.

    Returns:
        True where calcium or magnesium of one unit differ by more than 10 %; False where the
        weight of a unit is not known for both.
    """
    weights = [weigh(table, r.entry.food_id, unit).grams_per_unit for r in (one, other)]
    grams = [g for g in weights if g is not None]
    if len(grams) < len(weights):
        return False
    pairs = (
        (one.entry.calcium_mg, other.entry.calcium_mg, FLOOR_MG["calcium"]),
        (one.entry.magnesium_mg, other.entry.magnesium_mg, FLOOR_MG["magnesium"]),
    )
    return any(
        _apart(
            None if a is None else a * grams[0] / 100,
            None if b is None else b * grams[1] / 100,
            floor * max(grams) / 100,
        )
        for a, b, floor in pairs
    )


def _apart(a: float | None, b: float | None, floor: float) -> bool:
    if a is None or b is None:
        return (a is None) != (b is None)
    return abs(a - b) > max(AGREE * max(a, b), floor)


@functools.cache
def _weights() -> dict[str, float]:
    return {k: v for k, v in _table().items() if k in FEATURES}


@functools.cache
def _thresholds() -> dict[str, float]:
    return {k: v for k, v in _table().items() if k not in FEATURES}


@functools.cache
def _table() -> dict[str, float]:
    with (DATA / "search_confidence.csv").open(encoding="utf-8", newline="") as file:
        return {row["part"]: float(row["weight"]) for row in csv.DictReader(file)}
