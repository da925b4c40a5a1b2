"""The words of a name and of a description: spelling, stems, states, and the lists of them.

The lists stand in `data/search_words.csv` and `data/synonyms.csv`, which a dietitian can edit.
"""

import csv
import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
LONGEST_NAME = 300
"""Characters of a name that are read; a longer one is no food name."""
LONGEST_PHRASE = 7
"""Words of the longest entry in the word lists that is looked for."""

Key = tuple[str, ...]
_TOKEN = re.compile(r"\d+(?:\.\d+)?%?|[^\W\d_]+")
_PER_CENT = re.compile(r"(?<=\d) ?per ?cent\b", re.IGNORECASE)
_HAN = re.compile(r"['’`´]")


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists, ready for look-up.

    Attributes:
        states: Words of a state → facet and value, in names and descriptions.
        name_states: The same, in names only.
        neutral: Words of descriptions that tell nothing apart.
        filler: Words of names that tell nothing.
        vague: Words of names that are no food.
        light: Words of names that tell little ("fillet", "leaves").
        another: Words of descriptions that make another food of it ("neck", "oil").
        units: Unit words.
        taxa: First words of descriptions that are a heading ("Beverages", "Nuts").
        kinds: Such headings that go without saying where all foods with the rest have them.
        spelling: Words → the one way they are spelt, in names and descriptions.
        parts: Words of a name → the table's words, wherever they stand in it.
        names: Whole names → the table's words; keys are stems in order, and sorted where only
            one name has them.
        left_open: Whole names that leave the kind open → the question, "" for the usual one.
        alternatives: Whole names → the other foods that they may mean (";" in the file).
        carriers: Last words of a dish that are a food without the rest: "mushroom omelette".
        shared: Last words that both sides of an "and" share: "ham and cheese sandwich".
        questions: Brands → their generic kind, to be asked.
        exact: Whole names → a description.
    """

    states: Mapping[Key, tuple[str, str]]
    name_states: Mapping[Key, tuple[str, str]]
    neutral: frozenset[str]
    filler: frozenset[Key]
    vague: frozenset[str]
    light: frozenset[str]
    another: frozenset[str]
    units: frozenset[str]
    taxa: frozenset[str]
    kinds: frozenset[str]
    spelling: Mapping[Key, Key]
    parts: Mapping[Key, Key]
    names: Mapping[Key, tuple[Key, str]]
    left_open: Mapping[str, str]
    alternatives: Mapping[str, tuple[Key, ...]]
    carriers: frozenset[str]
    shared: frozenset[str]
    questions: Mapping[Key, tuple[Key, str]]
    exact: Mapping[str, str]
    known: frozenset[str]


def plain(text: str) -> str:
    """Write text the one way that names are compared.

    Args:
        text: Any text.

    Returns:
        Lower case, no accents, single spaces for everything that is no letter or number.
    """
    return " ".join(tokens(text))


def tokens(text: str) -> list[str]:
    """Cut text into words and numbers, in lower case and without accents."""
    text = text[: 4 * LONGEST_NAME]
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not unicodedata.combining(c))
    if "cent" in text.lower():
        text = _PER_CENT.sub("%", text)
    return _TOKEN.findall(_HAN.sub("", text.lower()).replace("&", " and "))


@functools.lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Give the stem of an English word: "tomatoes" → "tomato"."""
    irregular = _stems().get(word)
    if irregular is not None:
        return irregular
    if not word.isalpha() or len(word) < 3:  # noqa: PLR2004 - nothing to take off
        return word
    return str(_stemmer().stemWord(word))


@functools.cache
def words() -> Words:
    """Load the word lists."""
    rows = _rows("search_words.csv")
    synonyms = [
        (tuple(tokens(r["from"])), tuple(tokens(r["to"].split(";")[0])), r)
        for r in _rows("synonyms.csv")
    ]
    spelling = _plurals({key: to for key, to, r in synonyms if r["kind"] == "word"})

    def of(kind: str) -> list[dict[str, str]]:
        return [row for row in rows if row["class"] == kind]

    def facets(found: Iterable[dict[str, str]]) -> dict[Key, tuple[str, str]]:
        return {tuple(tokens(r["word"])): _facet(r["value"]) for r in found}

    def whole(*kinds: str) -> dict[Key, tuple[Key, str]]:
        ordered = {
            ordered_stems(spelt(list(key), spelling)): (to, r["from"])
            for kind in kinds
            for key, to, r in synonyms
            if r["kind"] == kind
        }
        sorted_keys = Counter(tuple(sorted(key)) for key in ordered)
        unordered = {
            tuple(sorted(key)): to
            for key, to in ordered.items()
            if sorted_keys[tuple(sorted(key))] == 1
        }
        return unordered | ordered

    states = facets(of("state"))
    return Words(
        states=states,
        name_states=states | facets(of("state in names")),
        neutral=frozenset(stem(t) for r in of("neutral") for t in tokens(r["word"])),
        filler=frozenset(tuple(tokens(r["word"])) for r in of("filler")),
        vague=frozenset(r["word"] for r in of("vague")),
        light=frozenset(stem(r["word"]) for r in of("light")),
        another=frozenset(stem(r["word"]) for r in of("another")),
        units=frozenset(r["word"] for r in of("unit")),
        taxa=frozenset(" ".join(map(stem, tokens(r["word"]))) for r in of("taxon")),
        kinds=frozenset(stem(r["word"]) for r in of("kind")),
        spelling=spelling,
        parts=_plurals({key: to for key, to, r in synonyms if r["kind"] == "part"}),
        names=_followed(whole("part", "name", "open"), spelling),
        left_open={r["from"]: r["note"] for _, _, r in synonyms if r["kind"] == "open"},
        alternatives={
            r["from"]: tuple(tuple(tokens(of_it)) for of_it in r["to"].split(";")[1:])
            for _, _, r in synonyms
            if ";" in r["to"]
        },
        carriers=frozenset(stem(r["word"]) for r in of("carrier")),
        shared=frozenset(stem(r["word"]) for r in of("shared")),
        questions={key: (to, r["from"]) for key, to, r in synonyms if r["kind"] == "ask"},
        exact={plain(r["from"]): plain(r["to"]) for _, _, r in synonyms if r["kind"] == "exact"},
        known=frozenset(word for key, to, _ in synonyms for word in (*key, *to)),
    )


def _plurals(found: Mapping[Key, Key]) -> dict[Key, Key]:
    """Add the plural of entries that lack it: "yoghurts" beside "yoghurt"."""
    plurals = {
        (*key[:-1], key[-1] + "s"): to
        for key, to in found.items()
        if key[-1].isalpha() and not key[-1].endswith("s") and len(key[-1]) >= LEAST_PLURAL
    }
    return {**plurals, **found}


LEAST_PLURAL = 4
"""Letters of the shortest word whose plural is read like it."""


def _followed(
    names: Mapping[Key, tuple[Key, str]], spelling: Mapping[Key, Key]
) -> dict[Key, tuple[Key, str]]:
    """Follow entries that lead to another entry: courgette → zucchini → the table's words."""
    made = {}
    for key, (to, entry) in names.items():
        further = names.get(ordered_stems(spelt(list(to), spelling)))
        made[key] = (to, entry) if further is None else (further[0], entry)
    return made


def ordered_stems(found: Iterable[str]) -> Key:
    """Give the stems of words, in order."""
    return tuple(map(stem, found))


def bag(found: Iterable[str]) -> Key:
    """Give the stems of words without their order."""
    return tuple(sorted(map(stem, found)))


def spelt(found: list[str], spelling: Mapping[Key, Key]) -> list[str]:
    """Replace the longest entries first, each word once."""
    made: list[str] = []
    at = 0
    while at < len(found):
        for length in range(min(LONGEST_PHRASE, len(found) - at), 0, -1):
            to = spelling.get(tuple(found[at : at + length]))
            if to is not None:
                made.extend(to)
                at += length
                break
        else:
            made.append(found[at])
            at += 1
    return made


def take_states(
    found: Sequence[str], known: Mapping[Key, tuple[str, str]]
) -> tuple[list[str], dict[str, str]]:
    """Separate states from the other words.

    Args:
        found: Words.
        known: State words → facet and value.

    Returns:
        The other words, and facet → value; "cooked" gives way to how it was cooked.
    """
    rest: list[str] = []
    states: dict[str, str] = {}
    at = 0
    while at < len(found):
        for length in range(min(LONGEST_PHRASE, len(found) - at), 0, -1):
            state = known.get(tuple(found[at : at + length]))
            if state is not None:
                facet, value = state
                if states.get(facet, "cooked") == "cooked" or value == "raw":
                    states[facet] = value
                at += length
                break
        else:
            rest.append(found[at])
            at += 1
    return rest, states


def negated(found: Sequence[str]) -> list[str]:
    """Mark the words that "without" and "no" take back, so that they meet no food that has them.

    Args:
        found: Words of one part of a description or of a name.

    Returns:
        The words; "without skin and bones" → "withoutskin", "withoutbones".
    """
    made: list[str] = []
    taken_back = False
    for word in found:
        if word in ("without", "no", "than"):
            taken_back = True
        elif word == "with" and taken_back:
            taken_back = False
        else:
            kept = not taken_back or word in ("and", "or", "added")
            made.append(word if kept else f"without{stem(word)}")
    return made


def _facet(value: str) -> tuple[str, str]:
    facet, _, of_it = value.partition("=")
    return facet, of_it


@functools.cache
def _rows_cached(name: str) -> tuple[dict[str, str], ...]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def _rows(name: str) -> tuple[dict[str, str], ...]:
    return _rows_cached(name)


@functools.cache
def _stems() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in _rows("search_words.csv"):
        if row["class"] == "stem":
            found.update(dict.fromkeys(tokens(row["word"]), row["value"]))
    return found


@functools.cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")
