"""A whole meal on one line, split into the phrases of its foods.

Names that contain a connecting word ("mac and cheese") are in `data/whole_names.csv`; a comma
before a state ("egg, boiled") or before "and" splits no name from its qualifier.
"""

import csv
import functools
import re
from collections.abc import Callable

from foods.quantity_number import read_number
from foods.quantity_text import (
    LONGEST_TEXT,
    Token,
    clean,
    misleading_names,
    name_length,
    tokens,
    whole_names,
)
from foods.units import DATA, unit_word

CONNECTORS = frozenset(["and", "with", "&", "plus", "+", "then", "n"])
PREPARED = frozenset(["made", "served", "topped", "mixed", "filled", "eaten"])
"""Words that belong to the "with" after them: "porridge made with milk"."""

MEASURES_BEFORE = frozenset(["x", "*"])
LONGEST_NAME_TESTED = 12
"""Tokens of the longest stretch that `is_food` is asked about."""


def split(text: str, is_food: Callable[[str], bool] | None = None) -> list[str]:
    """Split what somebody ate into one phrase a food.

    Args:
        text: "2 slices wholemeal toast with peanut butter and a flat white".
        is_food: Tells whether a text without its amount is a known name, so that it stays
            whole; without it only the names in `whole_names.csv` do.

    Returns:
        The phrases in order, each as it was written; an empty list for an empty text. A text
        longer than `LONGEST_TEXT` characters stays one phrase, which `quantity.parse` refuses.
    """
    if len(text) > LONGEST_TEXT:
        return [text]
    phrases: list[str] = []
    for line in re.split(r"[\n\r;•\u2028\u2029]+", text):
        phrases.extend(_split_line(clean(line), is_food))
    return phrases


def _split_line(plain: str, is_food: Callable[[str], bool] | None) -> list[str]:
    cut = tokens(plain)
    if not any(token.kind != "sign" for token in cut):
        return []
    kept = _kept(cut)
    breaks = _breaks(cut, kept)
    if is_food is not None:
        breaks = [
            one
            for place, one in enumerate(breaks)
            if not _one_name(plain, cut, breaks, place, is_food)
        ]
    return _cut_at(plain, cut, breaks)


def _cut_at(plain: str, cut: list[Token], breaks: list[tuple[int, int]]) -> list[str]:
    pieces: list[str] = []
    start = 0
    for first, after in breaks:
        pieces.append(plain[start : cut[first].start])
        start = cut[after].start if after < len(cut) else len(plain)
    pieces.append(plain[start:])
    trimmed = (piece.strip(" ,;.+&") for piece in pieces)
    return [piece for piece in trimmed if any(character.isalnum() for character in piece)]


def _breaks(cut: list[Token], kept: list[bool]) -> list[tuple[int, int]]:
    """Find where to split: index of the first connecting token and of the one after the last."""
    found: list[tuple[int, int]] = []
    depth = 0
    index = 0
    while index < len(cut):
        text = cut[index].low
        depth += (text in {"(", "["}) - (text in {")", "]"} and depth > 0)
        if kept[index] or depth or not (text == "," or text in CONNECTORS):
            index += 1
            continue
        after = index + 1
        while after < len(cut) and not kept[after] and cut[after].low in CONNECTORS | {","}:
            after += 1
        begins = index == 0 or after >= len(cut)
        if not begins and _separates(cut, index, after):
            prepared = index > 1 and text == "with" and cut[index - 1].low in PREPARED
            found.append((index - prepared, after))
        index = after
    return found


def _separates(cut: list[Token], index: int, after: int) -> bool:
    """Tell whether the connecting tokens stand between two foods."""
    only_comma = after == index + 1 and cut[index].text == ","
    following = cut[after]
    if only_comma and (following.low in _words("opens") or _only_states(cut, after)):
        return False
    if only_comma and _amount_follows(cut, after) and not _amount_and_food(cut, after):
        return False
    if cut[index].text != "," and _joins_amounts(cut, index, after):
        return False
    both_states = cut[index - 1].low in _words("state") and following.low in _words("state")
    return not (both_states and (_only_states(cut, after) or index <= 1))


def _only_states(cut: list[Token], index: int) -> bool:
    """Tell whether nothing but states follows up to the next comma: ", low fat", ", 2%"."""
    end = index
    while end < len(cut) and (
        cut[end].low in _words("state") or cut[end].text in {"-", "%"} or cut[end].kind == "name"
    ):
        end += 1
    if end == index:
        return False
    return (
        end >= len(cut)
        or cut[end].text in {",", "(", "."}
        or cut[end].kind == "number"
        or (cut[end].low in CONNECTORS)
    )


def _joins_amounts(cut: list[Token], index: int, after: int) -> bool:
    """Keep "1 cup + 2 tbsp milk", "one and a half cups" and "2 and 1/2 cups" whole."""
    before = cut[index - 1]
    unit_before = before.kind == "word" and unit_word(before.text) is not None
    number_before = before.kind == "number" or read_number(cut, index - 1, "us") is not None
    number = read_number(cut, after, "us")
    if number is None:
        return False
    if number_before:
        return True
    unit_after = (
        number.end < len(cut)
        and cut[number.end].kind == "word"
        and unit_word(cut[number.end].text) is not None
    )
    short_sum = index <= 3 and unit_before  # noqa: PLR2004 - a number and a unit before it
    return short_sum and (unit_after or number.fraction)


def _amount_follows(cut: list[Token], index: int) -> bool:
    return cut[index].kind == "number" or read_number(cut, index, "us") is not None


def _amount_and_food(cut: list[Token], index: int) -> bool:
    """Tell whether words for a food follow an amount: ", 2 eggs" but not in ", 250 ml"."""
    number = read_number(cut, index, "us")
    if number is None:
        return True
    end = number.end
    if end < len(cut) and cut[end].low in MEASURES_BEFORE:
        return _amount_and_food(cut, end + 1) if end + 1 < len(cut) else False
    while end < len(cut):
        token = cut[end]
        if token.text in {",", ".", "("} or token.low in CONNECTORS:
            return False
        unit = token.kind == "word" and unit_word(token.text) is not None
        filler = token.low in {"each", "of", "small", "medium", "large", "fl", "heaped", "level"}
        between = token.text in {"-", "/"} or token.kind == "number"
        if not (unit or filler or between or token.low in _words("state")):
            return True
        end += 1
    return False


def _kept(cut: list[Token]) -> list[bool]:
    """Mark the tokens inside names that are kept whole.

    "Ham and cheese" is one name only before a further word: "ham and cheese sandwich".
    """
    flavours = whole_names("flavours")
    names, firsts = misleading_names(("connector", "number", "flavours"))
    kept = [False] * len(cut)
    for index, token in enumerate(cut):
        if token.low not in firsts:
            continue
        length = name_length(cut, index, names)
        end = index + length
        words = tuple(one.low for one in cut[index:end])
        if words in flavours and not (
            end < len(cut) and cut[end].kind == "word" and cut[end].low not in CONNECTORS
        ):
            continue
        kept[index:end] = [True] * length
    return kept


def _one_name(
    plain: str,
    cut: list[Token],
    breaks: list[tuple[int, int]],
    place: int,
    is_food: Callable[[str], bool],
) -> bool:
    """Ask whether the stretch around one break, its amount left out, is a known name."""
    here = breaks[place]
    first = breaks[place - 1][1] if place else 0
    last = breaks[place + 1][0] if place + 1 < len(breaks) else len(cut)
    if last - first > LONGEST_NAME_TESTED:
        return False
    number = read_number(cut, first, "us")
    start = first if number is None else number.end
    if number is not None and start < here[0] and unit_word(cut[start].text) is not None:
        start += 1
    start += start < here[0] and cut[start].low == "of"
    if number is not None and start < len(cut) and start >= here[0]:
        return False
    name = plain[cut[start].start : cut[last - 1].end]
    return bool(name) and is_food(name)


@functools.cache
def _words(kind: str) -> frozenset[str]:
    """Give the words after a comma that name a state, or that open a qualifier ("in oil")."""
    with (DATA / "qualifier_words.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file) if row["kind"] == kind)
