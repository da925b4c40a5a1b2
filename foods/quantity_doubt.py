"""Why a line that could be read is asked about all the same."""

import unicodedata

from foods.quantity_food import is_drink
from foods.quantity_measure import Measure
from foods.quantity_text import CURRENCY, Token, attached
from foods.quantity_words import amount_words, low, read_size
from foods.units import unit_word

NEGATIONS = frozenset(["no", "not", "without", "never", "none", "skipped", "didn't", "don't"])
"""First words that say that it was not eaten."""

OFTEN = frozenset(["twice", "thrice", "daily", "nightly", "weekly", "monthly"])
SPANS = frozenset(["day", "week", "month", "morning", "evening", "night", "afternoon", "hour"])

KEPT_IN_LIQUID = frozenset(["can", "tin", "jar"])
"""Packs whose stated weight is most often that with the liquid."""

DRINK_DENSITY = (0.85, 1.2)
"""Grams of a millilitre of a drink: between spirits (0.94) and juices and syrups, with room."""

FOOD_DENSITY = (0.02, 1.7)
"""Grams of a millilitre of any food: between popcorn (0.03) and honey (1.4), with room."""


def left_over(cut: list[Token], begin: int, main: Measure, used: set[int]) -> str:
    """Say what in the line was not understood.

    Args:
        cut: The tokens of a phrase.
        begin: Index of the first token that counts.
        main: The amount that was read.
        used: Indices of the tokens that belong to amounts.

    Returns:
        A sentence, or "".
    """
    for index in range(begin, len(cut)):
        token = cut[index]
        if index in used or token.kind == "name":
            continue
        if token.kind == "number" and not attached(cut, index):
            return f"The number {token.text[:20]} is not understood; write one food a line."
        if token.text in CURRENCY:
            return "A price is not an amount; say how much it was."
        if len(token.text) == 1 and unicodedata.category(token.text) in {"No", "Nl"}:
            return f"The sign {token.text} is not understood."
    if low(cut, main.end) == "each" and any(token.low == "and" for token in cut[main.end :]):
        return "It is an amount of each of several foods; write one food a line."
    if low(cut, main.end) in {"/", "per"} and main.end not in used and main.sized:
        return "An amount per something is not an amount; say how much it was."
    return ""


def undecided(cut: list[Token], begin: int, main: Measure, used: set[int]) -> str:
    """Say what the line leaves open: one of two foods or sizes, eaten or not.

    Args:
        cut: The tokens of a phrase.
        begin: Index of the first token that counts.
        main: The amount that was read.
        used: Indices of the tokens that belong to amounts.

    Returns:
        A question, or "".
    """
    if main.start > begin and low(cut, begin) in NEGATIONS:
        return "It reads as if it was not eaten; was it, and how much?"
    if any(_two_sizes(cut, index) for index in range(begin, len(cut))):
        return "Which of the two sizes was it?"
    rest = [index for index in range(begin, len(cut)) if index not in used]
    if any(_how_often(cut, index) for index in rest):
        return "Say how much it was in all, on the day it was eaten."
    if any(_either(cut, index, begin) for index in rest):
        return "One or the other is named; say which it was."
    return _miscounted(cut, main)


def _miscounted(cut: list[Token], main: Measure) -> str:
    """Say what is counted that may be no food: "2 wodges of", '6" sub', "2/3 biscuits"."""
    if _one_to_two(cut, main):
        return "Is that a part of one, or one number to the next?"
    sign = low(cut, main.end)
    quoted = sign in {'"', "'"} and any(t.text == sign for t in cut[main.end + 1 :])
    if main.unit is None and sign in {'"', "'"} and (cut[main.end].glued or not quoted):
        return "A length does not say how much was eaten; give a weight or a measure."
    measure = _unknown_measure(cut, main)
    return f"How much is one {measure[:30]}? Give grams, millilitres or cups." if measure else ""


def _either(cut: list[Token], index: int, begin: int) -> bool:
    """Tell whether "or" stands between two names: not in "with or without"."""
    before, after = low(cut, index - 1), low(cut, index + 1)
    joined = before in {"with", "more"} and after in {"without", "less"}
    return low(cut, index) == "or" and not joined and begin < index < len(cut) - 1


def _one_to_two(cut: list[Token], main: Measure) -> bool:
    """Tell whether "2/3 biscuits" stands there: more than one of them is two or three."""
    parts = [token.text for token in cut[main.start : main.start + 3]]
    if len(parts) < 3 or parts[1] != "/" or main.high >= 1:  # noqa: PLR2004 - over, line, under
        return False
    if not (parts[0].isdecimal() and parts[2].isdecimal() and int(parts[0]) + 1 == int(parts[2])):
        return False
    if main.unit is not None:
        return main.unit.kind == "household" and main.unit_text.casefold().endswith("s")
    rest = cut[main.end :]
    ends = (at for at, token in enumerate(rest) if token.kind not in {"word", "name"})
    words = rest[: next(ends, len(rest))]
    return bool(words) and words[-1].low.endswith("s") and not words[-1].low.endswith(("ss", "us"))


def _unknown_measure(cut: list[Token], main: Measure) -> str:
    """Give the words of "a steel glass of" or "2 wodges of", which count no food; else ""."""
    if main.unit is not None:
        return ""
    for end in range(main.end + 1, main.end + 4):
        if low(cut, end) != "of":
            continue
        head = [token.text for token in cut[main.end : end] if token.kind == "word"]
        named = low(cut, main.end) in amount_words("name") and len(head) == 1
        measures = len(head) == 1 or unit_word(head[-1] if head else "") is not None
        return " ".join(head) if head and measures and not named else ""
    return ""


def _two_sizes(cut: list[Token], index: int) -> bool:
    """Tell whether "small to medium" or "small/large" stands at a token."""
    sizes = amount_words("size")
    between = low(cut, index + 1) in {"to", "-", "/", "or", "and"}
    return low(cut, index) in sizes and between and read_size(cut, index + 2)[0] != ""


def _how_often(cut: list[Token], index: int) -> bool:
    """Tell whether "twice", "daily" or "per day" stands at a token."""
    word = low(cut, index)
    return word in OFTEN or (word in {"a", "per", "every", "each"} and low(cut, index + 1) in SPANS)


def contradicted(main: Measure, food: str) -> str:
    """Say that a weight and a volume of the same line cannot both hold of that food.

    Args:
        main: The amount that was taken, with the statement `beside` it.
        food: The food's name.

    Returns:
        A question, or "".
    """
    other = main.beside
    if other is None or main.unit is None or other.unit is None:
        return ""
    if not main.unit.size or not other.unit.size:
        return ""
    lightest, heaviest = DRINK_DENSITY if is_drink(food) else FOOD_DENSITY
    least, most = main.low * main.unit.size, main.high * main.unit.size
    volume_least, volume_most = other.low * other.unit.size, other.high * other.unit.size
    if main.unit.kind == "volume":
        least, most, volume_least, volume_most = volume_least, volume_most, least, most
    if most >= lightest * volume_least and least <= heaviest * volume_most:
        return ""
    return "The two amounts do not fit together; which one holds?"


def drained_or_not(pack: str, food: str) -> str:
    """Ask whether a can's weight counts the liquid, where the food is said to be drained.

    Args:
        pack: The pack whose weight was stated, or "".
        food: The food's name.

    Returns:
        A question, or "".
    """
    if pack in KEPT_IN_LIQUID and "drained" in food.casefold().replace(",", " ").split():
        return f"Is that the weight of the whole {pack}, or drained?"
    return ""


def odd_size(main: Measure) -> str:
    """Ask what a "large cup" holds: the size makes a measure with a fixed content doubtful."""
    sized = main.size in amount_words("size").values() or main.size.startswith("extra ")
    if sized and main.unit is not None and main.unit.kind == "volume":
        return f"How much is one {main.size} {main.unit.name}? Give millilitres."
    return ""
