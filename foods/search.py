"""A name as people say it → ranked foods → accept, ask, or none.

    search("steamed kale", table)       ranked foods, also while somebody is still typing
    decide("spinach", table)            one food, a question with its candidates, or none
    explain("steamed kale", table)      how the ranking came about

A name is read into words and states (`search_words`), foods that share its words are looked up
(`search_index`), ranked by parts that can be read (`search_rank`), and taken only where that is
safe (`search_confidence`).
"""

import functools
import re
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, inf
from types import MappingProxyType

from foods.composition import FoodTable
from foods.measures import weigh
from foods.search_confidence import (
    confidence,
    differs,
    features,
    in_another_state,
    rivals_of,
    states_left_open,
    thresholds,
)
from foods.search_entry import Entry
from foods.search_index import Index, build_index, index_of
from foods.search_lists import plain, stem, words
from foods.search_lists import tokens as words_of
from foods.search_own import LONGER_NAME, SAME_NAME, is_whole, namesakes, told_apart, with_all_words
from foods.search_questions import (
    PLANT_DRINKS,
    differ,
    difference,
    dry_beside,
    middle,
    of_own_brand,
    question,
    state_settled,
)
from foods.search_rank import PARTS, Ranked, rank, weights
from foods.search_several import alternatives, in_turn, near, of_its_parts
from foods.search_words import Reading, read, read_inside

__all__ = ["Candidate", "Decision", "build_index", "decide", "explain", "search"]


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
        found = _coded(name, table) or _of_one_name(name, table, limit)
        found = found or _own_first(name, _decide(name, table, unit, limit), table, limit)
        cache[key] = found
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
    qualified = bool(found) and _qualified(found[0], table)
    reading, ranked = (Reading(""), []) if qualified else _ranked(name, table)
    if qualified or (found and not _leaves_open(found[0], reading, ranked, table, unit)):
        return Decision("exact", found[0].food_id, tuple(map(_sure, found[:limit])), "", 1.0)
    if not reading.stems:
        return Decision("none", None, (), "No food is named.", 0.0)
    usable = _with_measure_first([r for r in ranked if not r.swap], table, unit)
    sure = confidence(reading, usable)
    best = max(usable, key=_stateless, default=None)
    least = -inf if best is None else _stateless(best) + BETTER
    better = next((r for r in ranked if r.swap and _stateless(r) > least), None)
    if better is not None:
        reason = f"The table has it in another state: {better.entry.description}."
        return _asking([*usable[: limit - 1], better], reason, sure)
    if not usable or (sure < thresholds()["none"] and not reading.question):
        reason = "The table has no such food."
        return Decision("none", None, _candidates(usable[:limit], sure), reason, sure)
    first = usable[0]
    plausible = [r for r in usable if r.score >= first.score - thresholds()["close"]]
    rivals = rivals_of(first, plausible[1:])
    states = [] if state_settled(reading) else states_left_open(first, usable)
    reason = question(reading, first, sure)
    if not reason and not states:
        first = middle(first, rivals, table, unit)
    reason = reason or difference([first, *rivals, *states], table, unit)
    if reason:
        nearest = [first, *states, *rivals]
        shown = _to_choose_from(nearest, [*plausible, *near(usable)], limit)
        return _asking(usable[:limit] if reading.several > 1 else shown, reason, sure)
    remark = "".join(f"Read {wrong!r} as {right!r}. " for wrong, right in reading.corrected)
    if states:
        remark += "Raw or cooked is not said; they differ little."
    taken = _candidates([first, *(r for r in usable if r is not first)][:limit], sure)
    return Decision("matched", first.entry.food_id, taken, remark.strip(), sure)


def _coded(name: str, table: FoodTable) -> Decision | None:
    """Read a code that somebody typed for a name: "sr28:1077", "01077"; None for no code."""
    written = _CODE.fullmatch(name.strip().lower())
    if written is None:
        return None
    code = f"sr28:{int(written['number']):05d}"
    if code not in table:
        return Decision("none", None, (), "The table has no food with that code.", 0.0)
    food = table.food(code)
    parts = MappingProxyType({"code": 1.0})
    found = Candidate(code, food.description, 1.0, food.calcium_mg, food.magnesium_mg, parts)
    if written["source"] or len(written["number"]) == CODE_DIGITS:
        return Decision("exact", code, (found,), "", 1.0)
    reason = f"Is the food with the code {code} meant?"
    return Decision("ask", None, (found,), reason, thresholds()["none"])


def _of_one_name(name: str, table: FoodTable, limit: int) -> Decision | None:
    """Ask where several own foods or dishes have the very name; None where they do not."""
    same = namesakes(_exact(name, table), table) if table.own else []
    if not same:
        return None
    called = told_apart(same)
    shown = tuple(replace(_sure(e), description=called(e), score=1 / len(same)) for e in same)
    return Decision("ask", None, shown[:limit], SAME_NAME, 1 / len(same))


def _own_first(name: str, decision: Decision, table: FoodTable, limit: int) -> Decision:
    """Show own foods first that have all words of a name which is asked about, or has no food.

    A longer name is asked about, not taken: "oat bar" may mean the oat bar of this maker.
    """
    if decision.status == "exact" or (decision.food_id and decision.food_id not in table.own):
        return decision
    longer = with_all_words(name, table)
    if not longer or any(e.food_id == decision.food_id and is_whole(name, e) for e in longer):
        return decision
    sure = decision.confidence
    called = told_apart(longer)
    first = [replace(_sure(e), description=called(e), score=sure) for e in longer]
    ids = {one.food_id for one in first}
    others = (one for one in decision.candidates if one.food_id not in ids)
    reason = decision.reason if decision.status == "ask" else LONGER_NAME
    return Decision("ask", None, (*first, *others)[:limit], reason, sure)


CODE_DIGITS = 5
_CODE = re.compile(r"(?P<source>sr28:)?(?P<number>[0-9]{4,5})", re.ASCII)


def _with_measure_first(usable: list[Ranked], table: FoodTable, unit: str) -> list[Ranked]:
    """Put first, of foods that answer equally well, one that has a measure for the unit.

    Only a food in the same state that agrees in calcium and magnesium may take the place.
    """
    if not usable or unit in WEIGHED or _has_measure(usable[0], table, unit):
        return usable
    first = usable[0]
    near = [
        r
        for r in usable[1:]
        if r.score >= first.score - TWIN_SCORE
        and r.parts["cover"] >= first.parts["cover"]
        and not in_another_state(first.entry, r.entry)
        and not differs(first, r)
        and _has_measure(r, table, unit)
    ]
    return [near[0], *(r for r in usable if r is not near[0])] if near else usable


WEIGHED = frozenset(("", "g", "kg", "mg", "gram", "grams"))
"""Units that need no measure of a food."""


TWIN_SCORE = 3.0
"""Score within which a food that agrees may stand in for one without the measure asked for."""


def _has_measure(r: Ranked, table: FoodTable, unit: str) -> bool:
    return weigh(table, r.entry.food_id, unit).grams_per_unit is not None


def _asking(shown: Sequence[Ranked], reason: str, sure: float) -> Decision:
    return Decision("ask", None, _candidates(shown, sure), reason, sure)


BETTER = 2.0
"""Score by which a food in another state fits better, states aside, so that it is shown."""


def _stateless(r: Ranked) -> float:
    by = weights()
    parts = r.parts
    return r.score - by["state"] * parts["state"] - by["open"] * parts["open"]


def _to_choose_from(
    plausible: Sequence[Ranked], usable: Sequence[Ranked], limit: int
) -> list[Ranked]:
    """Keep the best of each kind that differs in what matters, then the next best."""
    kept: list[Ranked] = []
    for r in [*plausible, *usable]:
        if len(kept) == limit:
            break
        if all(differs(r, k) for k in kept):
            kept.append(r)
    kept += [r for r in usable if r not in kept][: limit - len(kept)]
    return kept


def _qualified(entry: Entry, table: FoodTable) -> bool:
    """Tell whether a description can only have been taken from the table: "Leeks, raw".

    A plain word ("leeks") is a description of the survey's table and an everyday name.
    """
    plant = entry.group == PLANT_DRINKS
    return not plant and ("," in entry.description or entry.food_id in table.own)


def _leaves_open(
    entry: Entry, reading: Reading, ranked: Sequence[Ranked], table: FoodTable, unit: str
) -> bool:
    """Tell whether a name that is a description letter for letter still settles nothing."""
    if entry.group == PLANT_DRINKS:
        return "fortified" not in reading.states
    if reading.question:
        return True
    nearest = next((r for r in ranked if not r.swap and r.entry.group == entry.group), None)
    mine = next((r for r in ranked if r.entry.food_id == entry.food_id), nearest)
    if mine is None:
        return False
    settled = state_settled(reading)
    others = [] if settled else [*states_left_open(mine, ranked), *dry_beside(mine, ranked)]
    if any(differ(mine, r, table, unit) for r in others):
        return True
    return unit not in WEIGHED and not _has_measure(mine, table, unit)


def _exact(name: str, table: FoodTable) -> list[Entry]:
    key = plain(name)
    if not key:
        return []
    key = words().exact.get(key, key)
    found = [e for index in index_of(table) for e in index.exact(key)]
    return sorted(found, key=lambda e: (not e.measured, e.source, e.food_id))


def _ranked(name: str, table: FoodTable) -> tuple[Reading, list[Ranked]]:
    return _ranking(name, index_of(table))


@functools.lru_cache(maxsize=256)
def _ranking(name: str, indexes: tuple[Index, ...]) -> tuple[Reading, list[Ranked]]:
    def correct(word: str) -> str | None:
        for index in indexes[1:]:
            if index.correct(word) == word:
                return word
        return indexes[0].correct(word)

    def known(word: str) -> bool:
        return any(index.has_word(word) for index in indexes)

    reading = read(name, correct, known)
    ranked = _ranked_in(reading, indexes)
    if reading.brand:
        ranked.sort(key=lambda r: (r.swap != "", not of_own_brand(reading, r.entry)))
    others = alternatives(reading)
    if others:
        rankings = [ranked, *(_ranked_in(other, indexes) for other in others)]
        return replace(reading, several=len(rankings)), in_turn([r for r in rankings if r])
    several = of_its_parts(name, reading, ranked, lambda part: _ranking(part, indexes))
    if several is None and (not ranked or ranked[0].unmet):
        inside = read_inside(reading)
        again = _ranked_in(inside, indexes) if inside is not None else []
        if inside is not None and again and _better_read(inside, again[0], ranked):
            return inside, again
    return several or (reading, ranked)


def _better_read(inside: Reading, first: Ranked, ranked: Sequence[Ranked]) -> bool:
    """Tell whether a name read in another way has a better food, or at least its last word.

    "Fruit and nut muesli" is a muesli, though no muesli of the table says fruit and nut.
    """
    if not first.unmet:
        return True
    last = stem(inside.text.split()[-1])
    meant = set(map(stem, words_of(inside.synonyms[-1][1])))
    misses_it = not ranked or last in ranked[0].unmet
    return misses_it and not meant.intersection(first.unmet)


def _ranked_in(reading: Reading, indexes: tuple[Index, ...]) -> list[Ranked]:
    ranked = rank(reading, indexes[0])
    for index in indexes[1:]:
        ranked = _merged(ranked, rank(reading, index))
    return ranked


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
