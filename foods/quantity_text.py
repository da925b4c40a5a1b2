"""What somebody typed, made plain and cut into numbers, words and signs.

Every step is linear in the length of the text.
"""

import csv
import functools
import re
import unicodedata
from dataclasses import dataclass, replace

from foods.units import DATA, unit_word

LONGEST_TEXT = 10_000
"""Characters of a phrase; a longer text is refused unread."""

LONGEST_NAME = 6
"""Tokens of the longest name in `whole_names.csv`."""

ELSEWHERE = frozenset(["with", "and", "in", "plus", "&", "+", "from", "w", "per", "than", "every"])
"""Words after which a number belongs to another food."""


CURRENCY = frozenset("$£€¥₹")

VULGAR_FRACTIONS = {
    character: f" {unicodedata.normalize('NFKC', character).replace('⁄', '/')} "
    for character in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
}

SIGNS = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
        **dict.fromkeys("⁄∕", "/"),
        **dict.fromkeys("×✕✖⨯", "x"),
        **dict.fromkeys("≈∼〜～≅", "~"),
        **dict.fromkeys("’‘ʼ`´", "'"),
        **dict.fromkeys("“”„«»", '"'),
        "٫": ".",
        "٬": ",",
        "，": ",",
        "；": ";",
        "：": ":",
    }
)

_AS_ONE = re.compile(r"\+/-|±")
_EACH_OF = re.compile(r"(?<=\d)\s+[àáÀÁ@]\s+(?=\d)")
_NUMBERED = re.compile(r"(?<=\d)\s?nos?\.\s", re.IGNORECASE)
_NUMBERED_PLURAL = re.compile(r"^(\s*\d+)\s?no\s+(?=[^\W\d_]+s\s*$)", re.IGNORECASE)
_ORDINAL = re.compile(r"(/[1-9]\d?)(?:ths?|rds?|nd)\b", re.IGNORECASE)

_HYPHENED = re.compile(r"(?:(?<=[a-z])-and)?-(an?)-(?=[a-z])", re.IGNORECASE)
_GLUED_TO = re.compile(r"(?<=\d )to(?=\d)")

_OR_SO = re.compile(r" or so\b|(?<=\d)ish\b|-ish\b", re.IGNORECASE)

_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*(?:e[+-]?\d+(?!\w))?"
    r"|(?<![\w.,])[.,]\d+)"
    r"|(?P<times>(?<![^\W\d])[x*](?=\s*[\d.]))"
    r"|(?P<word>[^\W\d_](?:\w|(?<=\w)'(?=\w))*)"
    r"|(?P<sign>\S)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One number, word or sign.

    Attributes:
        kind: "number", "word", "sign" or "name" (part of a name that is kept whole).
        text: As it stands in the cleaned text.
        start: Where it begins there.
        end: Where it ends.
        glued: Nothing stands between it and the token before.
        low: The text without regard to case.
    """

    kind: str
    text: str
    start: int
    end: int
    glued: bool
    low: str


def clean(text: str) -> str:
    """Write a text with one kind of digit, dash, quote, space and fraction.

    Digits of every script become 0-9, "1½" becomes "1 1/2", invisible characters go.

    Args:
        text: Any text of at most `LONGEST_TEXT` characters.

    Returns:
        The plain text, case kept.
    """
    if text.isascii():
        plain = text
    else:
        kept = []
        for character in text:
            category = unicodedata.category(character)
            if character in VULGAR_FRACTIONS:
                kept.append(VULGAR_FRACTIONS[character])
            elif category == "Nd":
                kept.append(str(unicodedata.digit(character)))
            elif category in {"No", "Nl", "Cf", "Cs", "Co", "Cn"}:
                kept.append("" if category == "Cf" else f" {character} ")
            else:
                kept.append(unicodedata.normalize("NFKC", character.translate(SIGNS)))
        plain = "".join(kept).translate(SIGNS)
        plain = unicodedata.normalize("NFC", plain)
    plain = re.sub(r"(?<=\d)'(?=\d{3}\b)", "", plain)
    plain = _AS_ONE.sub("~", plain)
    plain = _OR_SO.sub("", plain)
    plain = _EACH_OF.sub(" x ", plain)
    plain = _NUMBERED.sub(" pieces ", plain)
    plain = _NUMBERED_PLURAL.sub(r"\1 pieces ", plain)
    plain = _ORDINAL.sub(r"\1", plain)
    plain = _HYPHENED.sub(_unhyphened, plain)
    plain = _GLUED_TO.sub("to ", plain)
    plain = re.sub(r"\b([uU])\.\s?([sSkK])\.?(?=\s)", r"\1\2", plain)
    return " ".join(plain.split())


def _unhyphened(found: re.Match[str]) -> str:
    """Write "one-and-a-half" and "half-a-cup" without hyphens."""
    return f" {found.group().replace('-', ' ').strip()} "


def tokens(plain: str) -> list[Token]:
    """Cut a cleaned text into tokens and mark the names that hold numbers or unit words.

    Args:
        plain: What `clean` gave.

    Returns:
        The tokens in order; "7 up", "2%", "pot noodle" and the like have the kind "name".
    """
    found: list[Token] = []
    end = -1
    for match in _TOKEN.finditer(plain):
        kind = match.lastgroup or "sign"
        found.append(
            Token(
                "sign" if kind == "times" else kind,
                match.group(),
                match.start(),
                match.end(),
                match.start() == end,
                match.group().casefold(),
            )
        )
        end = match.end()
    return _with_names(found)


def attached(found: list[Token], index: int) -> bool:
    """Tell whether a number belongs to the word before it: "omega-3"; not "100 g-150 g"."""
    here = found[index]
    if not here.glued or index == 0:
        return False
    before = found[index - 1]
    if before.text in CURRENCY or before.kind == "word":
        return True
    if before.text not in {"-", "'", "_", "#"}:
        return False
    word = found[index - 2] if before.glued and index > 1 else before
    if word.kind == "word" and index > 2 and found[index - 3].kind == "number":  # noqa: PLR2004
        return unit_word(word.text) is None
    return word.kind in {"word", "name"}


def _with_names(found: list[Token]) -> list[Token]:
    marked = [False] * len(found)
    names, firsts = misleading_names(("number", "unit"))
    for index, token in enumerate(found):
        if token.low in firsts:
            length = name_length(found, index, names)
            marked[index : index + length] = [True] * length
        if token.kind == "number":
            for position in _percentage(found, index):
                marked[position] = True
    if not any(marked):
        return found
    return [
        replace(token, kind="name") if mark else token
        for token, mark in zip(found, marked, strict=True)
    ]


def name_length(found: list[Token], index: int, names: frozenset[tuple[str, ...]]) -> int:
    """Count the tokens of the longest kept name that begins at a token; 0 where none does."""
    words = tuple(token.low for token in found[index : index + LONGEST_NAME])
    for length in range(len(words), 1, -1):
        last = words[length - 1]
        for ending in (last, last.removesuffix("s"), last.removesuffix("es")):
            if (*words[: length - 1], ending) in names:
                return length
    return 0


def _percentage(found: list[Token], index: int) -> list[int]:
    """Find the tokens of "2%", "1.5 percent", "70-85%", "80/20" that begin at a number."""
    after = [token.low for token in found[index + 1 : index + 5]]
    if after[:1] in (["%"], ["percent"], ["pct"]):
        return [index, index + 1]
    if after[:2] == ["per", "cent"]:
        return [index, index + 1, index + 2]
    if len(after) >= 2 and after[0] == "/" and found[index + 2].kind == "number":  # noqa: PLR2004 - two tokens
        whole = (found[index].text, found[index + 2].text)
        lean = all(len(part) <= 2 and part.isdecimal() for part in whole)  # noqa: PLR2004 - percent
        if lean and int(whole[0]) + int(whole[1]) == 100:  # noqa: PLR2004 - lean and fat add up
            return [index, index + 1, index + 2]
    if len(after) >= 3 and after[0] in {"-", "to", "/"} and after[2] == "%":  # noqa: PLR2004
        return [index, index + 1]
    return []


@functools.cache
def whole_names(holds: str) -> frozenset[tuple[str, ...]]:
    """Give the names to keep whole, as the words they are cut into.

    Args:
        holds: What the name holds that would mislead: "number", "unit" or "connector".

    Returns:
        Tuples of lower-case tokens.
    """
    with (DATA / "whole_names.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(
            tuple(match.group() for match in _TOKEN.finditer(row["name"]))
            for row in csv.DictReader(file)
            if row["holds"] == holds
        )


@functools.cache
def misleading_names(
    kinds: tuple[str, ...],
) -> tuple[frozenset[tuple[str, ...]], frozenset[str]]:
    """Give the names that hold any of several things, and the words they begin with."""
    names = frozenset(name for holds in kinds for name in whole_names(holds))
    return names, frozenset(name[0] for name in names)
