"""Accept, ask, or none: how far a ranking can be taken at its word."""

import csv
import functools
import re
from collections.abc import Callable, Mapping, Sequence
from math import exp

from foods.composition import FoodTable
from foods.measures import weigh
from foods.search_describe import TELLING
from foods.search_entry import Entry
from foods.search_lists import DATA, stem
from foods.search_rank import Ranked, state_of
from foods.search_words import Reading

AGREE = 0.10
"""Foods whose calcium and magnesium differ by at most this share need not be told apart."""
FLOOR_MG = {"calcium": 5.0, "magnesium": 3.0}
"""Differences below this [mg/100 g] do not matter either."""
KIND_FLOOR_MG = {"calcium": 10.0, "magnesium": 4.0}
"""The same for kinds of one food in the same state: 1 % of what an adult needs in a day."""
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
    is_rival = _rival_test(first)
    rival = next(
        (r for r in ranked[1:] if not r.swap and differs(first, r) and is_rival(r)),
        None,
    )
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
    calcium, magnesium = FLOOR_MG["calcium"], FLOOR_MG["magnesium"]
    apart = _apart(a.calcium_mg, b.calcium_mg, calcium)
    if not (apart or _apart(a.magnesium_mg, b.magnesium_mg, magnesium)):
        return False
    if not in_another_state(a, b):
        calcium, magnesium = KIND_FLOOR_MG["calcium"], KIND_FLOOR_MG["magnesium"]
        apart = _apart(a.calcium_mg, b.calcium_mg, calcium)
        if not (apart or _apart(a.magnesium_mg, b.magnesium_mg, magnesium)):
            return False
    return not same_food(a, b) and not _less_known(b, a)


@functools.lru_cache(maxsize=65536)
def _identity(entry: Entry) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    telling = frozenset(s for s, cost in entry.costs.items() if cost > 2 * TELLING)
    heat = state_of(entry, "heat") or ""
    heat = "cooked" if heat in PLAINLY_COOKED else heat.removeprefix("raw")
    keep = entry.states.get("keep", "").removeprefix("fresh")
    return telling, frozenset([("heat", heat), ("keep", keep)])


def rivals_of(first: Ranked, plausible: Sequence[Ranked]) -> list[Ranked]:
    """Keep the plausible foods that a name leaves open beside the first.

    A food that says less of the name, or more than it, is no rival of one that says just the
    name, unless they differ in a state; nor is anything one of "not further specified".

    Args:
        first: The best food.
        plausible: The others, not far behind.

    Returns:
        Those that have to be told apart from the first.
    """
    is_rival = _rival_test(first)
    seldom = SELDOM.search(first.entry.description) is not None
    return [
        r for r in plausible if is_rival(r) and (seldom or not SELDOM.search(r.entry.description))
    ]


SELDOM = re.compile(
    r"calcium reduced|\b(low|reduced) sodium|\bunenriched\b|Navajo|Alaska Native|Puerto Rican"
)
"""Kinds that somebody who means them says."""


def _rival_test(first: Ranked) -> Callable[[Ranked], bool]:
    if first.parts["cover"] < 1 or first.unmet:
        return lambda _: True
    mine = first.entry
    unspecified = UNSPECIFIED.search(mine.description) is not None and not first.unsaid
    ready = mine.group not in EATEN_BOTH_WAYS or not READY_MEATS.isdisjoint(mine.core)
    as_eaten = unspecified and "heat" not in mine.states and ready
    if as_eaten:
        return lambda _: False
    just_that = unspecified or (first.parts["alike"] == 1 and not first.unsaid)
    made_up = mine.group in MADE_UP_GROUPS and "heat" not in mine.states
    most = first.parts["extra"] + MORE_SAID
    least = first.parts["state"] - LESS_AGREED

    def is_rival(r: Ranked) -> bool:
        if r.parts["state"] < least:
            return False
        if in_another_state(mine, r.entry) and not (made_up and _not_made_up(r.entry)):
            return True
        return not (just_that or r.parts["cover"] < 1 or r.parts["extra"] > most)

    return is_rival


def _not_made_up(entry: Entry) -> bool:
    heated, kept = entry.states.get("heat"), entry.states.get("keep")
    return heated in ("raw", "microwaved") or kept in ("dried", "canned", "frozen")


MADE_UP_GROUPS = frozenset(("dishes", "soups", "beverages", "snacks", "cakes and pastries"))
"""Groups of foods that nobody eats as the powder, mix or frozen piece that they are sold as."""
READY_MEATS = frozenset(
    map(stem, ("salami", "ham", "bologna", "frankfurter", "pepperoni", "pastrami", "luncheon"))
)
"""Meats that are sold ready to eat."""
UNSPECIFIED = re.compile(r"\bNFS\b|\bNS as to\b")
LESS_AGREED = 0.15
"""Agreement with a stated state by which a food is behind one that has it: roasted, not baked."""
MORE_SAID = 0.25
"""Cost of words from which a description says more than another."""


def in_another_state(one: Entry, other: Entry) -> bool:
    """Tell whether two foods differ in a state that people leave out."""
    if one.usual != other.usual:
        return True
    return one.group not in JUICES and one.known.get("fortified") != other.known.get("fortified")


JUICES = frozenset(("juices", "beverages"))
"""Groups in which something added would be said."""
EATEN_BOTH_WAYS = frozenset(
    (
        "vegetables",
        "leafy greens",
        "starchy vegetables",
        "legumes",
        "whole grains",
        "refined grains",
        "meat",
        "poultry",
        "fish and seafood",
    )
)
"""Groups of foods that are weighed raw by some people and cooked by others."""
SWELLING_GROUPS = frozenset(("legumes", "whole grains", "refined grains"))
"""Groups that take up water: cooked and dry differ threefold, so the state is never assumed."""
PLAIN_HEAT = frozenset(
    ("raw", "boiled", "cooked", "steamed", "baked", "roasted", "grilled", "microwaved")
)


def states_left_open(first: Ranked, ranked: Sequence[Ranked]) -> list[Ranked]:
    """Give the same food in other states, raw beside plainly cooked.

    Args:
        first: The food that would be taken.
        ranked: All foods found for the name.

    Returns:
        At most one food for each other state.
    """
    unspecified = UNSPECIFIED.search(first.entry.description) is not None
    if unspecified or first.entry.group not in EATEN_BOTH_WAYS or "keep" in first.entry.states:
        return []
    mine = state_of(first.entry, "heat")
    telling = _identity(first.entry)[0]
    found: dict[str, Ranked] = {}
    for r in ranked:
        heat = state_of(r.entry, "heat")
        if heat not in PLAIN_HEAT or heat == mine or "keep" in r.entry.states or r is first:
            continue
        if "fat" in r.entry.states and r.entry.states["fat"] == "added":
            continue
        alike = _identity(r.entry)[0] <= telling
        if mine is None or first.entry.source != r.entry.source:
            alike = alike or r.parts["extra"] <= first.parts["extra"] + 1
        same = r.parts["cover"] >= first.parts["cover"] and alike
        if same and r.entry.group in EATEN_BOTH_WAYS and "raw" in (mine or "raw", heat):
            found.setdefault(heat, r)
    return list(found.values())


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


def _less_known(other: Entry, than: Entry) -> bool:
    """Tell whether another food lacks a value that this one has: nobody would choose it."""
    if other.calcium_mg is not None and other.magnesium_mg is not None:
        return False
    pairs = ((other.calcium_mg, than.calcium_mg), (other.magnesium_mg, than.magnesium_mg))
    lacking = any(a is None and b is not None for a, b in pairs)
    return lacking and not any(a is not None and b is None for a, b in pairs)


def _apart(a: float | None, b: float | None, floor: float) -> bool:
    if a is None or b is None:
        return (a is None) != (b is None)
    apart = a - b if a > b else b - a
    return apart > floor and apart > AGREE * max(a, b)


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
