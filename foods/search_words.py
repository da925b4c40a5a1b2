"""A name as people write it → the words that name the food, and the states it is in.

Names and descriptions go through the same steps (`search_lists`), so that they meet; a name also
has synonyms, misspellings, amounts and words that tell nothing.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from foods.search_lists import (
    LEAST_PLURAL,
    LONGEST_NAME,
    LONGEST_PHRASE,
    Key,
    Words,
    bag,
    negated,
    ordered_stems,
    spelt,
    stem,
    take_states,
    tokens,
    words,
)

LIGHT = 0.3
"""Weight of a word that tells little, beside others that tell more."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a name.

    Attributes:
        text: The name as `plain` writes it.
        stems: Stems of the words that name the food, in order.
        weights: Share of the meaning that each stem carries; the words a synonym adds carry less.
        head: Stem of the word that says what it is ("milk" in "chocolate milk").
        states: Facet → value, as the name states them: "heat" → "boiled".
        assumed: Facet → value that a synonym brought along, not stated by the name.
        corrected: Misspelt words and what they were taken for.
        synonyms: Entries of the synonym file that were used.
        question: Reason to ask in any case, "" where there is none.
        several: How many foods it may mean, or is made of, as the synonym file or the name says.
        brand: Stems of the brand in it, "" for none, with a space between.
    """

    text: str
    stems: Key = ()
    weights: tuple[float, ...] = ()
    head: str = ""
    states: Mapping[str, str] = field(default_factory=dict)
    assumed: Mapping[str, str] = field(default_factory=dict)
    corrected: tuple[tuple[str, str], ...] = ()
    synonyms: tuple[tuple[str, str], ...] = ()
    question: str = ""
    several: int = 1
    brand: str = ""


Correct = Callable[[str], str | None]
"""Gives a known word for an unknown one, the word itself where it is known, None for neither."""


Known = Callable[[str], bool]
"""Tells whether a word is one of the table's or of the lists."""


def read(name: str, correct: Correct, known: Known) -> Reading:
    """Read a name.

    Args:
        name: As somebody wrote it.
        correct: Spelling correction over the words of the table.
        known: Tells the words that need none.

    Returns:
        What it names; no stems where it names no food.
    """
    lists = words()
    found = tokens(name[:LONGEST_NAME])
    text = " ".join(found)
    found = _without_amount(found, lists)
    head_first = "," in name and not re.search(r"\d,\d", name)
    first = tokens(name[:LONGEST_NAME].split(",", maxsplit=1)[0]) if head_first else []
    found = _spaced(found, correct, known, lists)
    found, corrected = _corrected(found, correct, lists)
    found = _without_fat(spelt(found, lists.spelling), lists)
    made = _of_brand(text, found, corrected, lists)
    made = made or _by_name(text, found, found, corrected, (), lists)
    if made is not None:
        return made
    if all(_names_nothing(w, lists) for w in found):
        return Reading(text)
    replaced = spelt(found, lists.parts)
    used: tuple[tuple[str, str], ...] = ()
    if replaced != found:
        used = ((" ".join(found), " ".join(replaced)),)
        made = _by_name(text, replaced, found, corrected, used, lists)
        if made is not None:
            return made
    rest, states = take_states(replaced, lists.name_states)
    rest = _without(rest, lists.filler)
    if not rest:
        rest = [w for w in _without(replaced, lists.filler) if w not in lists.vague]
        states = {} if rest else states
    rest = negated(rest)
    if not rest:
        return Reading(text, corrected=corrected)
    head = ""
    if first:
        kept = take_states(spelt(spelt(first, lists.spelling), lists.parts), lists.name_states)[0]
        kept = _without(kept, lists.filler)
        head = stem(kept[-1]) if kept else ""
    stems = tuple(dict.fromkeys(map(stem, rest)))
    light = [s in lists.light or s.isdigit() or len(s) == 1 for s in stems]
    weights = tuple(LIGHT if small and not all(light) else 1.0 for small in light)
    heavy = [s for s, small in zip(stems, light, strict=True) if not small] or [stem(rest[-1])]
    before = set(map(stem, _before_joint(replaced)))
    last = [s for s in heavy if s in before] or heavy
    return Reading(
        text, stems, weights, head if head in stems else last[-1], states, {}, corrected, used, ""
    )


def read_inside(reading: Reading) -> Reading | None:
    """Read a name again, with what the synonym file says of some of its words in their place.

    "Masoor dhal" has a word that the table does not have, and that the file has as a whole name.

    Args:
        reading: What was read in the name, where no food has all of its words.

    Returns:
        The other reading; None where the file has no part of the name.
    """
    lists = words()
    found = spelt(reading.text.split(), lists.spelling)
    span = _longest_name(found, lists)
    if span is None:
        return None
    begin, end = span
    to, entry = lists.names[ordered_stems(found[begin:end])]
    made = [*found[:begin], *to, *found[end:]]
    used = (*reading.synonyms, (" ".join(found[begin:end]), " ".join(to)))
    whole = _by_name(reading.text, made, found, reading.corrected, used, lists)
    if whole is not None:
        return whole
    rest, states = take_states(made, lists.name_states)
    rest = negated(_without(rest, lists.filler))
    stems = tuple(dict.fromkeys(map(stem, rest)))
    said = set(map(stem, found))
    weights = tuple(1.0 if s in said else 0.5 for s in stems)
    question = lists.left_open.get(entry) or NOT_IN_TABLE
    return Reading(reading.text, stems, weights, "", states, {}, reading.corrected, used, question)


def _longest_name(found: list[str], lists: Words) -> tuple[int, int] | None:
    """Find the longest words in a row, not all of them, that the file has as a whole name."""
    for length in range(min(LONGEST_PHRASE, len(found) - 1), 0, -1):
        for begin in range(len(found) - length + 1):
            hit = lists.names.get(ordered_stems(found[begin : begin + length]))
            if hit is not None and list(hit[0]) != found[begin : begin + length]:
                return begin, begin + length
    return None


def _before_joint(found: list[str]) -> list[str]:
    """Give what stands before "in" or "with": "mackerel in tomato sauce" is no sauce."""
    ends = [at for at, word in enumerate(found) if word in ("in", "with", "without", "made") and at]
    return found[: ends[0]] if ends else found


def _without_fat(found: list[str], lists: Words) -> list[str]:
    """Leave out the fat that something was fried in, and what kind of oil a fish lies in."""
    for at in range(1, len(found) - 1):
        if found[at] != "in":
            continue
        length = next(
            (n for n in range(1, MOST_FAT_WORDS + 1) if found[at + n : at + n + 1] in FATS), 0
        )
        if not length:
            continue
        fat = found[at + 1 : at + length + 1]
        if any(lists.states.get((w,), ("", ""))[0] == "heat" for w in found[:at]):
            return [*found[:at], *found[at + length + 1 :]]
        if fat[-1] == "oil":
            return [*found[:at], "in", "oil", *found[at + length + 1 :]]
    return found


MOST_FAT_WORDS = 4
FATS = (["oil"], ["butter"], ["ghee"], ["lard"], ["dripping"], ["margarine"], ["fat"])
"""Last words of the fats that foods are fried in or lie in."""


def read_as(reading: Reading, to: Sequence[str]) -> Reading:
    """Read a name as another food that it may mean.

    Args:
        reading: What was read in the name.
        to: The words of the other food, as the table has them.

    Returns:
        The reading of that food, with the states that the name states.
    """
    own = reading.text.split()
    return _made(
        reading.text,
        list(to),
        own,
        reading.states,
        reading.corrected,
        reading.synonyms,
        reading.question,
        words(),
    )


def _of_brand(
    text: str, found: list[str], corrected: tuple[tuple[str, str], ...], lists: Words
) -> Reading | None:
    """Read a name that has a brand in it; None for a name without one."""
    brand = None if _is_a_name(found, lists) else _brand(found, lists)
    if brand is None:
        return None
    found, entry = brand
    stems = " ".join(map(stem, tokens(entry)))
    question = f"{entry.title()} is a brand: say which kind it is."
    used = ((entry, " ".join(found)),)
    if not lists.questions[tuple(tokens(entry))][0]:
        made = _by_name(text, found, found, corrected, used, lists)
        if made is not None:
            return replace(made, question=question, brand=stems)
        found = spelt(found, lists.parts)
    if not _without(found, lists.filler):
        return Reading(text)
    made = _made(text, found, found, {}, corrected, used, question, lists)
    return replace(made, brand=stems)


def _by_name(
    text: str,
    found: list[str],
    own: list[str],
    corrected: tuple[tuple[str, str], ...],
    used: tuple[tuple[str, str], ...],
    lists: Words,
) -> Reading | None:
    """Read a name that the synonym file has, with states and fillers around it."""
    stems = ordered_stems(found)
    spans = [
        (begin, begin + length)
        for length in range(min(LONGEST_PHRASE, len(found)), 0, -1)
        for begin in range(len(found) - length + 1)
    ]
    for begin, end in spans:
        hit = lists.names.get(stems[begin:end])
        if hit is None:
            continue
        rest, states = take_states([*found[:begin], *found[end:]], lists.name_states)
        if _without(rest, lists.filler):
            continue
        to, entry = hit
        used = (*used, (entry, " ".join(to)))
        asked = _left_open(entry, states, lists)
        if _answers([*found[:begin], *found[end:]], asked):
            asked = ""
        return _made(text, list(to), [*own, *found], states, corrected, used, asked, lists)
    rest, states = take_states(found, lists.name_states)
    bare = _without(found, lists.filler)
    for kept, taken in ((found, {}), (bare, {}), (_without(rest, lists.filler), states)):
        hit = lists.names.get(bag(kept)) if len(kept) > 1 else None
        if hit is not None:
            to, entry = hit
            used = (*used, (entry, " ".join(to)))
            asked = _left_open(entry, taken, lists)
            return _made(text, list(to), [*own, *found], taken, corrected, used, asked, lists)
    return None


def _answers(rest: list[str], asked: str) -> bool:
    """Tell whether the rest of a name answers a question: "in syrup" to "in juice, or syrup?"."""
    offered = set(map(stem, tokens(asked.split("?", maxsplit=1)[0]))) if "?" in asked else set()
    telling = [w for w in rest if len(w) >= LEAST_PLURAL and w not in STATES_ONLY]
    return any(stem(w) in offered for w in telling)


def _names_nothing(word: str, lists: Words) -> bool:
    vague = word in lists.vague or (word,) in lists.filler
    return vague or len(word) == 1 or word.isdigit()


def _left_open(entry: str, states: Mapping[str, str], lists: Words) -> str:
    """Give the question of an entry that leaves something open, "" where the name answers it."""
    question = lists.left_open.get(entry)
    if question is None:
        return ""
    of_state = STATES_ONLY.issuperset(tokens(question.split("?", maxsplit=1)[0]))
    answered = of_state and bool({"heat", "keep"} & states.keys())
    return "" if question and answered else question or NOT_IN_TABLE


STATES_ONLY = frozenset(("raw", "dry", "dried", "fresh", "boiled", "fried", "cooked", "or"))
"""Words of a question about the state alone, which a stated state answers."""


NOT_IN_TABLE = "The table has no such food by that name: is one of these near enough?"


def _made(
    text: str,
    to: list[str],
    own: Sequence[str],
    stated: Mapping[str, str],
    corrected: tuple[tuple[str, str], ...],
    synonyms: tuple[tuple[str, str], ...],
    question: str,
    lists: Words,
) -> Reading:
    rest, assumed = take_states(to, lists.states)
    stems = tuple(dict.fromkeys(map(stem, rest)))
    said = set(map(stem, own))
    own_states = dict(stated)
    written = take_states(own, lists.name_states)[1]
    for facet, value in written.items():
        own_states.setdefault(facet, assumed.get(facet, value))
    if {"heat", "keep"} & stated.keys():
        assumed = {k: v for k, v in assumed.items() if k not in ("heat", "keep")}
    return Reading(
        text,
        stems,
        tuple(1.0 if s in said else 0.5 for s in stems),
        "",
        own_states,
        {k: v for k, v in assumed.items() if k not in own_states},
        corrected,
        synonyms,
        question,
    )


def _is_a_name(found: Sequence[str], lists: Words) -> bool:
    """Tell whether the file has all of a name, a brand or a number in it too: "rum and coke"."""
    return ordered_stems(found) in lists.names


def _begins_a_brand(found: Sequence[str], lists: Words) -> bool:
    """Tell whether a number at the beginning belongs to a brand: "7 up"."""
    return any(tuple(found[:length]) in lists.questions for length in (1, 2, 3))


def _brand(found: Sequence[str], lists: Words) -> tuple[list[str], str] | None:
    for length in range(min(LONGEST_PHRASE, len(found)), 0, -1):
        for at in range(len(found) - length + 1):
            hit = lists.questions.get(tuple(found[at : at + length]))
            if hit is not None:
                to, brand = hit
                others = [
                    w
                    for w in (*found[:at], *found[at + length :])
                    if w not in to and (w,) not in lists.filler
                ]
                return [*others, *to], brand
    return None


def _without(found: Sequence[str], filler: frozenset[Key]) -> list[str]:
    return [w for w in found if (w,) not in filler]


def _without_amount(found: list[str], lists: Words) -> list[str]:
    if _begins_a_brand(found, lists) or _is_a_name(found, lists):
        return found
    at = 0
    while at < len(found) and (found[at][0].isdigit() and not found[at].endswith("%")):
        at += 1
        while at < len(found) and found[at] in lists.units:
            at += 1
        if at < len(found) and found[at] == "of":
            at += 1
    if at == 0 and len(found) > 2 and found[0] in lists.units and found[1] == "of":  # noqa: PLR2004
        at = 2
    return found[at:]


def _spaced(found: list[str], correct: Correct, known: Known, lists: Words) -> list[str]:
    """Set spaces right around words that are none: "cole slaw", "icecream"."""
    if all(map(known, found)):
        return found
    made: list[str] = []
    for word in found:
        before = made[-1] if made else ""
        odd = not (known(before) and known(word)) and (before,) not in lists.filler
        if odd and before.isalpha() and word.isalpha() and known(before + word):
            made[-1] = before + word
        else:
            made.append(word)
    return [part for word in made for part in _cut(word, correct, known, lists)]


def _cut(word: str, correct: Correct, known: Known, lists: Words) -> tuple[str, ...]:
    """Cut a word that is near no other into two that are known."""
    if len(word) < 2 * LEAST_CUT or not word.isalpha() or word in lists.vague:
        return (word,)
    if correct(word) is None:
        for at in range(len(word) - LEAST_CUT, LEAST_CUT - 1, -1):
            if known(word[:at]) and known(word[at:]):
                return word[:at], word[at:]
    return (word,)


LEAST_CUT = 3
"""Letters of the shortest word that is cut off another."""


def _corrected(
    found: list[str], correct: Correct, lists: Words
) -> tuple[list[str], tuple[tuple[str, str], ...]]:
    made: list[str] = []
    corrections: list[tuple[str, str]] = []
    for word in found:
        if not word.isalpha() or (word,) in lists.filler or word in lists.vague:
            made.append(word)
            continue
        better = correct(word)
        if better is not None and _names_nothing(better, lists):
            better = word
        if better is not None and better != word:
            corrections.append((word, better))
        made.append(better or word)
    return made, tuple(corrections)
