"""A name as people say it → ranked foods → accept, ask, or none.

    search("steamed kale", table)       ranked foods, also while somebody is still typing
    decide("spinach", table)            one food, a question with its candidates, or none
    explain("steamed kale", table)      how the ranking came about

A name is read into words and states (`search_words`), foods that share its words are looked up
(`search_index`), ranked by parts that can be read (`search_rank`), and taken only where that is
safe (`search_confidence`).
"""

import functools
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from types import MappingProxyType

from foods.composition import FoodTable
from foods.search_confidence import confidence, differs, differs_in_unit, features, thresholds
from foods.search_describe import ANOTHER_COST, BRAND_COST
from foods.search_index import Entry, Index, build_index, index_of, slips
from foods.search_lists import plain, words
from foods.search_rank import PARTS, Ranked, rank, weights
from foods.search_words import Reading, read

__all__ = ["Candidate", "Decision", "build_index", "decide", "explain", "search"]

FORTIFIED_OR_NOT = "Is calcium added? Plant drinks with and without differ tenfold."
PLANT_DRINKS = "plant drinks"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A food that a name may mean.

    Attributes:
        food_id: Its id.
        description: Its source's description.
        score: Confidence that it is the one meant, 0 to 1.
        calcium_mg: Calcium [mg/100 g], None where unknown.
        magnesium_mg: Magnesium [mg/100 g], None where unknown.
        parts: What the ranking is made of → its contribution.
    """

    food_id: str
    description: str
    score: float
    calcium_mg: float | None
    magnesium_mg: float | None
    parts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Decision:
    """What is made of a name.

    Attributes:
        status: "exact", "matched", "ask" or "none".
        food_id: The food; None unless the status is "exact" or "matched".
        candidates: Foods to choose from, best first.
        reason: A sentence on why it asks or gives none, or what was assumed; "" otherwise.
        confidence: Probability that the first candidate is right, 0 to 1.
    """

    status: str
    food_id: str | None
    candidates: tuple[Candidate, ...]
    reason: str
    confidence: float


def search(name: str, table: FoodTable, *, limit: int = 10) -> tuple[Candidate, ...]:
    """Rank foods for a name, or for the beginning of one.

    Args:
        name: As somebody writes it; its last word may be unfinished.
        table: The food table.
        limit: Most foods to return.

    Returns:
        Best first; empty where nothing shares a word with the name.
    """
    found = _exact(name, table)
    ids = {r.food_id for r in found}
    typed = _ranked_while_typing(name, table)
    rest = [r for r in typed if r.entry.food_id not in ids][:limit]
    sure = confidence(Reading(""), rest)
    return (*map(_sure, found), *_candidates(rest, sure))[:limit]


def decide(name: str, table: FoodTable, *, unit: str = "", limit: int = 5) -> Decision:
    """Take a food for a name, ask which, or say that there is none.

    Args:
        name: As somebody writes it.
        table: The food table.
        unit: The unit its amount is in; states are told apart by what one of it holds.
        limit: Most candidates to return.

    Returns:
        The decision; never an exception for any text.
    """
    cache = _decisions.setdefault(table, {})
    key = (name, unit, limit)
    found = cache.get(key)
    if found is None:
        if len(cache) > MOST_REMEMBERED:
            cache.clear()
        found = cache[key] = _decide(name, table, unit, limit)
    return found


MOST_REMEMBERED = 20_000
_decisions: "weakref.WeakKeyDictionary[FoodTable, dict[tuple[str, str, int], Decision]]" = (
    weakref.WeakKeyDictionary()
)


def explain(name: str, table: FoodTable) -> str:
    """Say how a name was read and why the foods rank as they do.

    Args:
        name: As somebody writes it.
        table: The food table.

    Returns:
        Lines of text.
    """
    reading, ranked = _ranked(name, table)
    decision = decide(name, table)
    lines = [
        f"{name!r}: {decision.status}, confidence {decision.confidence:.2f}. {decision.reason}",
        f"words: {', '.join(reading.stems) or 'none'}",
    ]
    states = [f"{k} {v}" for k, v in reading.states.items()]
    states += [f"{k} {v} (assumed)" for k, v in reading.assumed.items()]
    lines += [f"states: {', '.join(states)}"] if states else []
    lines += [f"spelling: {wrong} → {right}" for wrong, right in reading.corrected]
    lines += [f"synonym: {said} → {meant}" for said, meant in reading.synonyms]
    for r in ranked[:10]:
        parts = " ".join(f"{part} {r.parts[part]:.2f}" for part in PARTS)
        swap = f" CONTRADICTS {r.swap}" if r.swap else ""
        lines.append(f"{r.score:6.2f} {r.entry.food_id} {r.entry.description}{swap}")
        lines.append(f"       {parts}")
    if ranked:
        said = " ".join(f"{k} {v:.2f}" for k, v in features(reading, ranked).items())
        lines.append(f"confidence from: {said}")
    return "\n".join(lines)


def _decide(name: str, table: FoodTable, unit: str, limit: int) -> Decision:
    found = _exact(name, table)
    if found and not _leaves_fortification_open(name, found[0], table):
        return Decision("exact", found[0].food_id, tuple(map(_sure, found[:limit])), "", 1.0)
    reading, ranked = _ranked(name, table)
    if not reading.stems:
        coded = name.strip().replace(".", "").isdigit()
        reason = "The table has no food with that code." if coded else "No food is named."
        return Decision("none", None, (), reason, 0.0)
    usable = [r for r in ranked if not r.swap]
    sure = confidence(reading, usable)
    best = max(usable, key=_stateless, default=None)
    better = [
        r for r in ranked if r.swap and (best is None or _stateless(r) > _stateless(best) + BETTER)
    ]
    if better:
        reason = f"The table has it in another state: {better[0].entry.description}."
        return _asking([*usable[: limit - 1], better[0]], reason, sure)
    if not usable or sure < thresholds()["none"]:
        reason = "The table has no such food."
        return Decision("none", None, _candidates(usable[:limit], sure), reason, sure)
    first = usable[0]
    plausible = [r for r in usable if r.score >= first.score - thresholds()["close"]]
    reason = _question(reading, first, sure) or _difference(plausible, table, unit)
    if reason:
        return _asking(_to_choose_from(plausible, usable, limit), reason, sure)
    remark = "".join(f"Read {wrong!r} as {right!r}. " for wrong, right in reading.corrected)
    shown = _candidates(usable[:limit], sure)
    return Decision("matched", first.entry.food_id, shown, remark.strip(), sure)


def _asking(shown: Sequence[Ranked], reason: str, sure: float) -> Decision:
    return Decision("ask", None, _candidates(shown, sure), reason, sure)


def _question(reading: Reading, first: Ranked, sure: float) -> str:
    """Give the reason to ask that lies in the name or in the first food, or ""."""
    entry = first.entry
    drink = entry.group == PLANT_DRINKS and "fortified" not in reading.states
    missing = ", ".join(reading.states[facet] for facet in first.missing)
    guessed = [f"{w!r} as {right!r}" for w, right in reading.corrected if _doubtful(w, right)]
    another = first.unsaid >= NAMES_ANOTHER or _another(reading, entry)
    said = _state_said(reading)
    uncooked = entry.group in COOKED_GROUPS and _raw_or_dry(entry) and not said
    swells = entry.group in SWELLING_GROUPS and "heat" in entry.states and not said
    reasons = (
        (bool(reading.question), reading.question),
        (uncooked or swells, "Raw or dry, or cooked? It is mostly eaten cooked."),
        (drink, FORTIFIED_OR_NOT),
        (bool(missing), f"No entry says {missing}: choose the nearest, or none."),
        (bool(first.unmet), "Part of the name fits no food: choose the nearest, or none."),
        (another, f"The nearest is {entry.description!r}: is that what is meant?"),
        (
            entry.brand and not _brand_said(reading, entry),
            "Only a brand's food fits: is that the one?",
        ),
        (bool(guessed), f"Read {' and '.join(guessed)}: is that what is meant?"),
        (sure < thresholds()["accept"], "Not sure enough to choose: say which."),
    )
    return next((reason for applies, reason in reasons if applies), "")


def _difference(plausible: Sequence[Ranked], table: FoodTable, unit: str) -> str:
    """Give the question that tells plausible foods apart where that matters, or ""."""
    first = plausible[0]
    others = [r for r in plausible[1:] if _differ(first, r, table, unit)]
    return _which(first, others) if others else ""


COOKED_GROUPS = frozenset(
    ("legumes", "whole grains", "refined grains", "meat", "poultry", "fish and seafood")
)
"""Groups eaten cooked: a raw or dry food of these is never meant unless somebody says so."""


SWELLING_GROUPS = frozenset(("legumes", "whole grains", "refined grains"))
"""Groups that take up water: cooked and dry differ threefold, so the state is never assumed."""


def _raw_or_dry(entry: Entry) -> bool:
    return entry.states.get("heat") == "raw" or entry.states.get("keep") == "dried"


def _state_said(reading: Reading) -> bool:
    return bool({"heat", "keep"} & set(reading.states))


NAMES_ANOTHER = 0.9
"""Cost from which a word that the name does not say makes another food of it."""


BETTER = 2.0
"""Score by which a food in another state fits better, states aside, so that it is shown."""


def _stateless(r: Ranked) -> float:
    by = weights()
    return r.score - by["state"] * r.parts["state"] - by["open"] * r.parts["open"]


def _another(reading: Reading, entry: Entry) -> bool:
    return any(c >= ANOTHER_COST and s not in reading.stems for s, c in entry.costs.items())


def _brand_said(reading: Reading, entry: Entry) -> bool:
    return any(cost >= BRAND_COST and s in reading.stems for s, cost in entry.costs.items())


def _doubtful(wrong: str, right: str) -> bool:
    """Tell whether a correction is a guess: short words have many neighbours."""
    count = slips(wrong, right)
    return count > 0 and (len(wrong) < SURE_LETTERS or count > len(wrong) / SLIP_LETTERS)


SURE_LETTERS = 6
SLIP_LETTERS = 5


def _differ(one: Ranked, other: Ranked, table: FoodTable, unit: str) -> bool:
    if differs(one, other):
        return True
    return unit not in ("", "g") and differs_in_unit(one, other, table, unit)


def _which(first: Ranked, others: Sequence[Ranked]) -> str:
    for facet, question in (
        ("heat", "Raw or cooked, and how?"),
        ("keep", "Fresh, canned, frozen or dried?"),
        ("liquid", "Drained or with its liquid?"),
        ("fortified", "Is calcium added?"),
        ("sweet", "Sweetened or not?"),
    ):
        mine = first.entry.states.get(facet)
        if any(r.entry.states.get(facet) != mine for r in others):
            return question + " Calcium or magnesium differ by more than 10 %."
    return "Several kinds fit, and their calcium or magnesium differ by more than 10 %."


def _to_choose_from(
    plausible: Sequence[Ranked], usable: Sequence[Ranked], limit: int
) -> list[Ranked]:
    """Keep the best of each kind that differs in what matters."""
    kept: list[Ranked] = []
    for r in [*plausible, *usable]:
        if len(kept) == limit:
            break
        if all(differs(r, k) for k in kept):
            kept.append(r)
    kept += [r for r in usable if r not in kept][: limit - len(kept)]
    return kept


def _leaves_fortification_open(name: str, entry: Entry, table: FoodTable) -> bool:
    if entry.group != PLANT_DRINKS:
        return False
    return "fortified" not in read(name, index_of(table)[0].correct).states


def _exact(name: str, table: FoodTable) -> list[Entry]:
    key = plain(name)
    if not key:
        return []
    key = words().exact.get(key, key)
    found = [e for index in index_of(table) for e in index.exact(key)]
    return sorted(found, key=lambda e: (not e.measured, e.source, e.food_id))


def _ranked(name: str, table: FoodTable) -> tuple[Reading, list[Ranked]]:
    return _ranking(name, index_of(table))


@functools.lru_cache(maxsize=4096)
def _ranking(name: str, indexes: tuple[Index, ...]) -> tuple[Reading, list[Ranked]]:
    def correct(word: str) -> str | None:
        for index in indexes[1:]:
            if index.correct(word) == word:
                return word
        return indexes[0].correct(word)

    reading = read(name, correct)
    ranked = rank(reading, indexes[0])
    for index in indexes[1:]:
        ranked = _merged(ranked, rank(reading, index))
    return reading, ranked


def _merged(ranked: list[Ranked], more: list[Ranked]) -> list[Ranked]:
    both = [*more, *ranked]
    both.sort(key=lambda r: (r.swap != "", -r.score))
    return both


def _ranked_while_typing(name: str, table: FoodTable) -> list[Ranked]:
    indexes = index_of(table)
    begun = plain(name).split()
    last = begun[-1] if begun else ""
    whole = name.endswith((" ", ",")) or indexes[0].correct(last) == last
    if not last or whole:
        return _ranked(name, table)[1]
    completions = [w for index in indexes for w in index.completions(last)]
    if not completions:
        return _ranked(name, table)[1]
    head = " ".join(begun[:-1])
    best: dict[str, Ranked] = {}
    for word in completions:
        for r in _ranked(f"{head} {word}", table)[1]:
            known = best.get(r.entry.food_id)
            if known is None or known.score < r.score:
                best[r.entry.food_id] = r
    return sorted(best.values(), key=lambda r: (r.swap != "", -r.score, r.entry.food_id))


def _candidates(shown: Sequence[Ranked], sure: float) -> tuple[Candidate, ...]:
    """Give foods their share of the first one's confidence, by how far they score behind it."""
    top = max((r.score for r in shown), default=0.0)
    return tuple(
        Candidate(
            r.entry.food_id,
            r.entry.description,
            sure * exp(r.score - top),
            r.entry.calcium_mg,
            r.entry.magnesium_mg,
            MappingProxyType(dict(r.parts)),
        )
        for r in shown
    )


def _sure(e: Entry) -> Candidate:
    parts = MappingProxyType({"exact": 1.0})
    return Candidate(e.food_id, e.description, 1.0, e.calcium_mg, e.magnesium_mg, parts)
