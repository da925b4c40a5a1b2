"""How well a food answers a name: parts that can be read, and their weighted sum."""

import csv
import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from foods.search_index import Entry, Index
from foods.search_lists import DATA, stem
from foods.search_words import LIGHT, Reading

PARTS = ("cover", "head", "core", "extra", "state", "open", "alike", "measured", "source")
SWAP = -1.0
"""Agreement of two states that exclude each other."""
HARD_FACETS = frozenset(("heat", "keep", "fortified", "sweet", "caffeine", "grow"))
"""Facets in which a disagreement makes another food of it."""
MOST_EXTRA = 4.0
SWEETENED = frozenset(
    ("plant drinks", "yogurt", "cakes and pastries", "sweets", "breakfast cereals", "dishes")
)
"""Food groups that are often sweetened without saying so."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A food and how it was ranked.

    Attributes:
        entry: The food.
        parts: Part → value before weighting.
        score: Weighted sum of the parts.
        swap: Facet in which it contradicts the name, "" for none.
        missing: Facets that the name states and the food does not.
        unmet: Words of the name that the food does not have.
        unsaid: What the dearest word costs that names the food and is not in the name.
    """

    entry: Entry
    parts: Mapping[str, float]
    score: float
    swap: str
    missing: tuple[str, ...]
    unmet: tuple[str, ...]
    unsaid: float


def rank(reading: Reading, index: Index) -> list[Ranked]:
    """Rank the foods of an index for a name.

    Args:
        reading: What was read in the name.
        index: Where to look.

    Returns:
        Best first; those that contradict a state come after all others.
    """
    if not reading.stems:
        return []
    said = {**reading.assumed, **reading.states}
    boost = [stem(w) for value in said.values() for w in value.split()]
    rarities = [w * index.rarity(s) for s, w in zip(reading.stems, reading.weights, strict=True)]
    telling = [s for s, w in zip(reading.stems, reading.weights, strict=True) if w > LIGHT]
    found = index.candidates(telling or reading.stems, boost)
    text = " ".join(sorted(reading.stems))
    ranked = [score(reading, entry, rarities, text) for entry in found]
    ranked.sort(key=lambda r: (r.swap != "", -r.score, r.entry.source, r.entry.food_id))
    return ranked


def score(reading: Reading, entry: Entry, rarities: Sequence[float], text: str) -> Ranked:
    """Score one food.

    Args:
        reading: What was read in the name.
        entry: The food.
        rarities: Weight of each stem of the reading.
        text: Its stems, sorted, with a space between.

    Returns:
        Its parts and their sum.
    """
    found = total = paid = 0.0
    unmet: tuple[str, ...] = ()
    costs = entry.costs
    for of_it, rarity, weight in zip(reading.stems, rarities, reading.weights, strict=True):
        total += rarity
        cost = costs.get(of_it)
        if cost is not None:
            found += rarity
            paid += cost
        elif weight >= 1:
            unmet = (*unmet, of_it)
    state, swap, missing = states_of(reading, entry)
    unsaid = entry.telling.difference(reading.stems)
    telling = len(entry.telling)
    extra = entry.total_cost - paid
    parts = {
        "cover": found / total if total else 0.0,
        "head": _head(reading, entry),
        "core": 1 - len(unsaid) / telling if telling else 0.5,
        "extra": min(MOST_EXTRA, extra),
        "state": state,
        "open": _open_cost(reading, entry) if entry.states else 0.0,
        "alike": fuzz.ratio(text, entry.text) / 100,
        "measured": 1.0 if entry.measured else 0.0,
        "source": float(entry.source),
    }
    summed = 0.0
    for name, weight in weights().items():
        summed += weight * parts[name]
    dearest = max([costs[s] for s in unsaid]) if unsaid else 0.0
    return Ranked(entry, parts, summed, swap, missing, unmet, dearest)


def _head(reading: Reading, entry: Entry) -> float:
    if reading.head:
        if reading.head in entry.heads:
            return 1.0
        return 0.5 if reading.head in entry.core else 0.0
    return 0.0 if entry.heads.isdisjoint(reading.stems) else 1.0


def states_of(reading: Reading, entry: Entry) -> tuple[float, str, tuple[str, ...]]:
    """Compare the states of a name and a food.

    Returns:
        Agreement (negative for contradiction), the facet that is contradicted or "", and the
        facets that the name states and the food does not.
    """
    if not (reading.states or reading.assumed):
        return 0.0, "", ()
    total = 0.0
    swap = ""
    missing: list[str] = []
    for stated, share in ((reading.states, 1.0), (reading.assumed, 0.5)):
        for facet, value in stated.items():
            found = state_of(entry, facet)
            if found is None:
                agreement = _unstated(facet, value, entry)
                if share == 1.0 and agreement < 0 and facet in HARD_FACETS:
                    missing.append(facet)
            elif found == value:
                agreement = 1.0
            else:
                agreement = _pairs().get((facet, value, found), SWAP)
                if share == 1.0 and agreement <= SWAP and facet in HARD_FACETS:
                    swap = facet
            total += share * agreement
    return total, swap, tuple(missing)


def state_of(entry: Entry, facet: str) -> str | None:
    """Give a food's state in a facet, None where it says none.

    Pulses and grains that are raw are dried ones, and the other way round.
    """
    if facet == "fortified" and entry.fortified is not None:
        return "yes" if entry.fortified else "no"
    found = entry.states.get(facet)
    if (
        facet == "keep"
        and found is None
        and entry.group in ("legumes", "whole grains", "refined grains")
        and entry.states.get("heat") == "raw"
    ):
        return "dried"
    if facet == "heat" and found is None and entry.states.get("keep") == "dried":
        return "raw" if entry.group in ("legumes", "whole grains", "refined grains") else None
    return found


def _unstated(facet: str, value: str, entry: Entry) -> float:
    if value == "fresh":
        return 0.3
    if value in ("unsalted", "none"):
        return 0.5
    if value == "unsweetened" and entry.group not in SWEETENED:
        return 0.1
    if value == "raw":
        return 0.2 if "keep" not in entry.states and "heat" not in entry.states else -0.2
    if facet in ("heat", "keep"):
        return -0.5
    return -0.2


def _open_cost(reading: Reading, entry: Entry) -> float:
    costs = _costs()
    total = 0.0
    for facet, value in entry.states.items():
        if facet in reading.states or facet in reading.assumed:
            continue
        group = entry.group
        for key in (
            (group, facet, value),
            (group, facet, "*"),
            ("*", facet, value),
            ("*", facet, "*"),
        ):
            if key in costs:
                total += costs[key]
                break
    return total


@functools.cache
def weights() -> dict[str, float]:
    """Give the weight of each part, from `data/search_weights.csv`."""
    found = {row["part"]: float(row["weight"]) for row in _read("search_weights.csv")}
    return {name: found[name] for name in PARTS}


@functools.cache
def _costs() -> dict[tuple[str, str, str], float]:
    rows = _read("search_states.csv")
    return {(r["food_group"], r["facet"], r["value"]): float(r["cost"]) for r in rows}


@functools.cache
def _pairs() -> dict[tuple[str, str, str], float]:
    rows = _read("search_state_pairs.csv")
    return {(r["facet"], r["said"], r["found"]): float(r["agreement"]) for r in rows}


def _read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
