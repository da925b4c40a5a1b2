"""Names that mean one of several foods, or several foods at once.

An entry of `synonyms.csv` may give several foods (";"): "fish and chips" is fish and chips, and
"chips" are fries or crisps. Where no food has all the words of a name that joins foods ("sausage
and mash", "beans on toast"), each part is looked up by itself, and the name is asked about.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest

from foods.search_lists import spelt, stem, tokens, words
from foods.search_rank import Ranked
from foods.search_words import Reading, read_as

JOINTS = frozenset(("on", "with", "and", "n", "plus"))
MOST_PARTS = 4
SANDWICH = "sandwich"
FAR = 6.0
"""Score behind the best from which a food is no sensible answer to a question."""
ITS_PARTS = "No entry has all of it: enter its parts on lines of their own, or choose the nearest."


def alternatives(reading: Reading) -> tuple[Reading, ...]:
    """Give the other foods that an entry of the synonym file says a name may mean.

    Args:
        reading: What was read in the name.

    Returns:
        A reading for each of them; empty where there is one food only.
    """
    if not reading.synonyms:
        return ()
    others = words().alternatives.get(reading.synonyms[-1][0], ())
    return tuple(read_as(reading, to) for to in others)


def parts_of(name: str) -> list[str]:
    """Cut a name at the words that join foods: "sausage and mash" → "sausage", "mash".

    Args:
        name: As somebody wrote it.

    Returns:
        At least two parts, or none: "cheese and onion crisps" are one food; a sandwich has bread.
        "Mushroom omelette" is cut too: it is asked about only where no food has all of it.
    """
    found = tokens(name)
    filled = len(found) > 1 and found[-1].removesuffix("es") == SANDWICH
    if filled:
        found = [*found[:-1], "and", "bread"]
    if "and" in found and stem(found[-1]) in words().shared and not filled:
        return []
    parts: list[list[str]] = [[]]
    for word in found:
        if word in JOINTS:
            parts.append([])
        else:
            parts[-1].append(word)
    if len(parts) == 1 and len(found) > 1 and stem(found[-1]) in words().carriers:
        parts = [found[-1:], found[:-1]]
    if not 1 < len(parts) <= MOST_PARTS or not all(parts):
        return []
    return [" ".join(part) for part in parts]


def of_its_parts(
    name: str,
    reading: Reading,
    ranked: Sequence[Ranked],
    ranking: Callable[[str], tuple[Reading, Sequence[Ranked]]],
) -> tuple[Reading, list[Ranked]] | None:
    """Rank the foods of each part of a name that no food has all of.

    Args:
        name: As somebody wrote it.
        reading: What was read in it.
        ranked: The foods of the whole name, best first.
        ranking: Ranks the foods of a part.

    Returns:
        The reading with its question, and the foods of the parts in turn; None where a part has
        no food that says all of it.
    """
    joined = not JOINTS.isdisjoint(tokens(name)) and not reading.synonyms
    if ranked and not ranked[0].unmet and (not joined or _joins(ranked[0])):
        return None
    rankings: list[Sequence[Ranked]] = []
    spelt_name = " ".join(spelt(tokens(name), words().spelling))
    for part in parts_of(spelt_name):
        read, foods = ranking(part)
        found = [r for r in foods if not r.swap]
        if not found or found[0].unmet or (found[0].parts["cover"] < 1 and not read.synonyms):
            return None
        rankings.append(found)
    if not rankings:
        return None
    several = len(rankings)
    return replace(reading, question=ITS_PARTS, several=several), in_turn(rankings)


def _joins(food: Ranked) -> bool:
    """Tell whether a description joins foods itself: "ice cream, strawberry" does not."""
    return not {*JOINTS, "or", "in"}.isdisjoint(tokens(food.entry.description))


def in_turn(rankings: Sequence[Sequence[Ranked]]) -> list[Ranked]:
    """Put the best of each ranking first, then the second of each, each food once.

    Args:
        rankings: Foods, best first; those far behind the best of theirs are left out.

    Returns:
        The foods; those that contradict a stated state come last.
    """
    kept = [near(found) for found in rankings]
    merged = [r for turn in zip_longest(*kept) for r in turn if r is not None]
    once = {r.entry.food_id: r for r in reversed(merged)}
    unique = [r for r in merged if once.pop(r.entry.food_id, None) is not None]
    return sorted(unique, key=lambda r: r.swap != "")


def near(found: Sequence[Ranked]) -> list[Ranked]:
    """Keep the foods that are not far behind the first."""
    return [r for r in found if r.score >= found[0].score - FAR]
