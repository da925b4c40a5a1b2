"""How well a food answers a name: parts that can be read, and their weighted sum."""

import csv
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import fuzz

from foods.search_entry import Entry
from foods.search_index import Index
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


class Ranked(NamedTuple):
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
    telling = [s for s, w in zip(reading.stems, reading.weights, strict=True) if w > LIGHT]
    found = index.candidates(telling or reading.stems, boost)
    asked = _asked(reading, index)
    ranked = [score(asked, entry) for entry in found]
    ranked.sort(key=lambda r: (r.swap != "", -r.score, r.entry.source, r.entry.food_id))
    return ranked


@dataclass(frozen=True, slots=True)
class _Asked:
    """A reading, with what is the same for every food that it is compared with."""

    reading: Reading
    stems: tuple[tuple[str, float, bool], ...]
    said: frozenset[str]
    beside: tuple[str, ...]
    total: float
    text: str
    facets: tuple[tuple[str, str, float], ...]
    settled: frozenset[str]
    by: tuple[float, ...]


def _asked(reading: Reading, index: Index) -> _Asked:
    rarities = [w * index.rarity(s) for s, w in zip(reading.stems, reading.weights, strict=True)]
    total = 0.0
    for rarity in rarities:
        total += rarity
    written = () if reading.synonyms else dict.fromkeys(map(stem, reading.text.split()))
    beside = tuple(s for s in written if s not in reading.stems)
    each = zip(reading.stems, rarities, reading.weights, strict=True)
    stated = [(facet, value, 1.0) for facet, value in reading.states.items()]
    assumed = [(facet, value, 0.5) for facet, value in reading.assumed.items()]
    return _Asked(
        reading,
        tuple((s, rarity, weight >= 1) for s, rarity, weight in each),
        frozenset((*reading.stems, *beside)),
        beside,
        total,
        " ".join(sorted(reading.stems)),
        (*stated, *assumed),
        frozenset((*reading.states, *reading.assumed)),
        weighing(),
    )


def score(asked: _Asked, entry: Entry) -> Ranked:
    """Score one food.

    Args:
        asked: What was read in the name.
        entry: The food.

    Returns:
        Its parts and their sum.
    """
    found = paid = 0.0
    unmet: tuple[str, ...] = ()
    costs = entry.costs
    for of_it, rarity, heavy in asked.stems:
        cost = costs.get(of_it)
        if cost is not None:
            found += rarity
            paid += cost
        elif heavy:
            unmet = (*unmet, of_it)
    for of_it in asked.beside:
        paid += costs.get(of_it, 0.0)
    state, swap, missing = _compared(asked.facets, entry) if asked.facets else (0.0, "", ())
    telling = entry.telling
    unsaid = telling - asked.said
    extra = entry.total_cost - paid
    total = asked.total
    cover = found / total if total else 0.0
    head = _head(asked, entry)
    core = 1 - len(unsaid) / len(telling) if telling else 0.5
    extra = min(MOST_EXTRA, extra)
    left_open = _open_cost(asked.settled, entry) if entry.states else 0.0
    alike = fuzz.ratio(asked.text, entry.text) / 100
    measured = 1.0 if entry.measured else 0.0
    source = float(entry.source)
    by = asked.by
    summed = (
        by[0] * cover
        + by[1] * head
        + by[2] * core
        + by[3] * extra
        + by[4] * state
        + by[5] * left_open
        + by[6] * alike
        + by[7] * measured
        + by[8] * source
    )
    parts = {
        "cover": cover,
        "head": head,
        "core": core,
        "extra": extra,
        "state": state,
        "open": left_open,
        "alike": alike,
        "measured": measured,
        "source": source,
    }
    dearest = max([costs[s] for s in unsaid]) if unsaid else 0.0
    return Ranked(entry, parts, summed, swap, missing, unmet, dearest)


def _head(asked: _Asked, entry: Entry) -> float:
    head = asked.reading.head
    if head:
        if head in entry.heads:
            return 1.0
        return 0.5 if head in entry.core else 0.0
    return 0.0 if entry.heads.isdisjoint(asked.said) else 1.0


def states_of(reading: Reading, entry: Entry) -> tuple[float, str, tuple[str, ...]]:
    """Compare the states of a name and a food.

    Returns:
        Agreement (negative for contradiction), the facet that is contradicted or "", and the
        facets that the name states and the food does not.
    """
    stated = [(facet, value, 1.0) for facet, value in reading.states.items()]
    assumed = [(facet, value, 0.5) for facet, value in reading.assumed.items()]
    return _compared((*stated, *assumed), entry)


def _compared(
    facets: tuple[tuple[str, str, float], ...], entry: Entry
) -> tuple[float, str, tuple[str, ...]]:
    total = 0.0
    swap = ""
    missing: tuple[str, ...] = ()
    known = entry.known
    for facet, value, share in facets:
        found = known.get(facet)
        if found is None:
            agreement = _unstated(facet, value, entry)
            if share == 1.0 and agreement < 0 and facet in HARD_FACETS:
                missing = (*missing, facet)
        elif found == value:
            agreement = 1.0
        else:
            agreement = _pairs().get((facet, value, found), SWAP)
            if share == 1.0 and agreement <= SWAP and facet in HARD_FACETS:
                swap = facet
        total += share * agreement
    return total, swap, missing


def state_of(entry: Entry, facet: str) -> str | None:
    """Give a food's state in a facet, None where it says none."""
    return entry.known.get(facet)


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


def _open_cost(settled: frozenset[str], entry: Entry) -> float:
    total = 0.0
    for facet, value in entry.states.items():
        if facet not in settled:
            total += _cost_of(entry.group, facet, value)
    return total


@functools.cache
def _cost_of(group: str, facet: str, value: str) -> float:
    costs = _costs()
    keys = ((group, facet, value), (group, facet, "*"), ("*", facet, value), ("*", facet, "*"))
    return next((costs[key] for key in keys if key in costs), 0.0)


@functools.cache
def weights() -> dict[str, float]:
    """Give the weight of each part, from `data/search_weights.csv`."""
    found = {row["part"]: float(row["weight"]) for row in _read("search_weights.csv")}
    return {name: found[name] for name in PARTS}


@functools.cache
def weighing() -> tuple[float, ...]:
    """Give the weights in the order of `PARTS`."""
    by = weights()
    return tuple(by[name] for name in PARTS)


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
