"""Medicines written in free text, found in the list by whole word; a misspelling only asks."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from nutrition.screening.notices import rows

if TYPE_CHECKING:
    from collections.abc import Iterable

ALIKE_PERCENT = 82
"""Similarity from which a word may be a misspelling; it then only asks."""

SHORTEST_GUESS = 6
"""Letters below which no misspelling is guessed: short names are too alike."""


SEPARATORS = r",(?!\d)|[;\n+&]|\s(?:and|und)\s"
"""What divides one medicine from the next; a decimal comma does not."""


@dataclass(frozen=True)
class Medicine:
    """A medicine or class that has to do with calcium, magnesium or vitamin B12.

    Attributes:
        id: As in `data/medicines.csv`.
        effects: lowers-magnesium, raises-magnesium, lowers-magnesium-or-raises,
            matters-magnesium, lowers-calcium, lowers-calcium-uptake, raises-calcium, lowers-b12,
            binds, binds-others, never-with-drip-calcium.
        text_id: The message that names it.
        advice_text_id: A further sentence; empty where there is none.
        names: Generic, class and brand names, English and German.
        source: Where it comes from.
        confidence: seen or recalled.
    """

    id: str
    effects: tuple[str, ...]
    text_id: str
    advice_text_id: str
    names: tuple[str, ...]
    source: str
    confidence: str


@dataclass(frozen=True)
class MedicineMatch:
    """What became of one thing that somebody wrote.

    Attributes:
        written: As it was written.
        medicine: The row of the list; None where nothing is like it.
        name: The name of the list that it met.
        certain: False where it is only similar: ask.
    """

    written: str
    medicine: Medicine | None
    name: str = ""
    certain: bool = False


@cache
def all_medicines() -> tuple[Medicine, ...]:
    """Every row of the list, in the order of the data file."""
    return tuple(
        Medicine(
            row["medicine"],
            tuple(row["effects"].split("|")),
            f"medicine-{row['medicine']}",
            row["advice"],
            tuple(row["names"].split("|")),
            row["source"],
            row["confidence"],
        )
        for row in rows("medicines.csv")
    )


def find_medicines(written: Iterable[str]) -> tuple[MedicineMatch, ...]:
    """Look up medicines as people write them.

    Args:
        written: Lines of free text; commas, semicolons, line breaks, "+" and "and" divide further.

    Returns:
        For each entry, in order: one match a medicine that it names by whole word, or
        the likeliest misspelling as a question, or one without a medicine. Blank entries fall away.
    """
    entries = [part.strip() for line in written for part in re.split(SEPARATORS, line)]
    return tuple(match for entry in entries if entry for match in _matches(entry))


def _matches(entry: str) -> list[MedicineMatch]:
    words = _words(entry)
    found: dict[str, tuple[int, MedicineMatch]] = {}
    longest: list[tuple[int, int]] = []
    for name_words, name, medicine in _names():
        place = _place(name_words, words)
        if place is None:
            continue
        inside = any(start <= place and place + len(name_words) <= end for start, end in longest)
        # "magnesium hydroxide" is one name: a shorter name inside a longer one says nothing new.
        if inside:
            continue
        longest.append((place, place + len(name_words)))
        found.setdefault(medicine.id, (place, MedicineMatch(entry, medicine, name, True)))
    if found:
        return [match for _, match in sorted(found.values(), key=lambda each: each[0])]
    return [_guess(entry, words)]


def _guess(entry: str, words: tuple[str, ...]) -> MedicineMatch:
    from rapidfuzz import fuzz

    best: tuple[float, str, Medicine] | None = None
    for name_words, name, medicine in _names():
        wanted = " ".join(name_words)
        if len(wanted) < SHORTEST_GUESS:
            continue
        for start in range(len(words) - len(name_words) + 1):
            given = " ".join(words[start : start + len(name_words)])
            alike = fuzz.ratio(given, wanted) if len(given) >= SHORTEST_GUESS else 0
            if alike >= ALIKE_PERCENT and (best is None or alike > best[0]):
                best = (alike, name, medicine)
    if best is None:
        return MedicineMatch(entry, None)
    return MedicineMatch(entry, best[2], best[1])


@cache
def _names() -> tuple[tuple[tuple[str, ...], str, Medicine], ...]:
    """Every name as words, longest first."""
    every = [
        (_words(name), name, medicine) for medicine in all_medicines() for name in medicine.names
    ]
    return tuple(sorted(every, key=lambda each: (-len(each[0]), -len(each[1]))))


def _words(text: str) -> tuple[str, ...]:
    """Lower case without accents; a closing e is dropped, so that furosemid is furosemide."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = re.findall(r"[a-z0-9]+", plain)
    return tuple(
        word[:-1] if len(word) > SHORTEST_GUESS and word.endswith("e") else word for word in words
    )


def _place(name: tuple[str, ...], words: tuple[str, ...]) -> int | None:
    for start in range(len(words) - len(name) + 1):
        if words[start : start + len(name)] == name:
            return start
    return None
