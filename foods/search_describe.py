"""What a description says: its words and what each is worth, what it is, its states.

A word that a name does not say costs more the nearer it stands to the front of the description;
brands, and words that make another food of it ("oil", "neck"), cost wherever they stand.
"""

import re
from collections import Counter
from dataclasses import dataclass

from foods.search_lists import Key, Words, negated, spelt, stem, take_states, tokens

PLACE_COST = (1.0, 0.6, 0.4, 0.25)
"""What a word costs that the name does not say, by the part of the description it stands in."""
NEUTRAL_COST = 0.03
TAXON_COST = 0.08
BRACKET_COST = 0.08
BRAND_COST = 1.2
ANOTHER_COST = 0.7
TELLING = 0.05
"""A word that costs more than this tells one food from another."""
NOT_BRANDS = frozenset(("NFS", "USDA", "DHA", "ARA", "BBQ", "UHT", "TVP", "USA", "GRAS"))


MADE_UP = re.compile(r"\b(prepared (with|from)|reconstituted|, prepared|\(prepared)")
"""A powder or mix that the description says has been made up."""


@dataclass(frozen=True, slots=True)
class Description:
    """What a description says; see `Entry`. `named` is what follows a kind ("Soup, gazpacho")."""

    costs: dict[str, float]
    heads: frozenset[str]
    core: frozenset[str]
    states: dict[str, str]
    brand: bool
    text: str
    named: frozenset[str]


def describe(description: str, lists: Words, *, understood: bool = False) -> Description:
    """Read a description.

    Args:
        description: As its source writes it: "Spinach, cooked, boiled, drained, without salt".
        lists: The word lists.
        understood: Whether its first part need not be said, as in "Soup, gazpacho".

    Returns:
        Its words, what each costs, its head and its states.
    """
    parts, brackets = _parts(description)
    brand = _brands(description)
    _, states = take_states(spelt(tokens(description), lists.spelling), lists.states)
    if states.get("keep") == "dried" and MADE_UP.search(description.lower()):
        states["keep"] = "ready"
    rests = [negated(take_states(spelt(tokens(p), lists.spelling), lists.states)[0]) for p in parts]
    stems = [[stem(w) for w in rest] for rest in rests]
    stems = [part for part in stems if part] or [[]]
    taxon = len(stems) > 1 and (understood or " ".join(stems[0]) in lists.taxa)
    costs: dict[str, float] = dict.fromkeys(stems[0], TAXON_COST) if understood else {}
    for place, part in enumerate(stems):
        for s in part:
            costs.setdefault(s, _cost(s, place, lists, taxon=taxon))
    for s in brand:
        costs[s] = BRAND_COST
    for bracket in brackets:
        for word in spelt(tokens(bracket), lists.spelling):
            costs.setdefault(stem(word), 0.02 if stem(word) in lists.neutral else BRACKET_COST)
    for s in [s for s in costs if s.endswith("%")]:
        costs.setdefault(s.removesuffix("%"), 0.0)
    for word in _state_words(description, lists):
        costs.setdefault(stem(word), 0.0)
    core = frozenset(s for part in stems[: 2 if taxon else 1] for s in part)
    heads = {_before_with(part)[-1] for part in stems[: 2 if taxon else 1] if part}
    if taxon:
        second = _before_with(stems[1])
        heads |= set(second) if second[-1] in {*lists.light, *stems[0]} else set()
    text = " ".join(s for part in stems for s in part)
    kind = stems[0][0] if len(stems) > 1 and len(stems[0]) == 1 else ""
    named = stems[1] if kind in lists.kinds else ()
    return Description(costs, frozenset(heads), core, states, bool(brand), text, frozenset(named))


def _cost(of_it: str, place: int, lists: Words, *, taxon: bool) -> float:
    """Give what a word costs that stands in this part of a description."""
    if taxon and not place:
        return ANOTHER_COST if of_it in lists.another else TAXON_COST
    if of_it in lists.neutral or of_it.startswith("without"):
        return NEUTRAL_COST
    cost = PLACE_COST[min(place - taxon, len(PLACE_COST) - 1)]
    return max(cost, ANOTHER_COST) if of_it in lists.another else cost


def _before_with(part: list[str]) -> list[str]:
    """Give what stands before "with": "pasta with tomato sauce" is no sauce."""
    ends = [at for at, s in enumerate(part) if s in ("with", "in", "on", "made") and at]
    return part[: ends[0]] if ends else part


def _state_words(description: str, lists: Words) -> list[str]:
    """Give the words of a description that are states: "fried rice" may name what it is."""
    found = spelt(tokens(description), lists.spelling)
    left = Counter(take_states(found, lists.states)[0])
    return [w for w in found if not left[w] and (w,) in lists.states]


def _parts(description: str) -> tuple[list[str], list[str]]:
    brackets = re.findall(r"\(([^)]*)\)?", description)
    plainer = re.sub(r"\([^)]*\)?", " ", description)
    return re.split(r",(?!\d)|;", plainer), brackets


def _brands(description: str) -> Key:
    if description.isupper():
        return ()
    found = re.findall(r"\b[A-Z][A-Z'’.&-]{2,}[A-Z]\b", description)
    named = re.findall(r"\(([A-Z][\w']+|Burger King|Taco Bell)\)", description)
    loud = [w for w in found if w not in NOT_BRANDS]
    return tuple(dict.fromkeys(stem(t) for w in (*loud, *named) for t in tokens(w)))
