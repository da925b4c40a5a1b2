"""Numbers as people write them: "1 1/2", "1,5", "two and a half", "half a dozen", "2-3"."""

import csv
import functools
import math
import re
from dataclasses import dataclass

from foods.errors import QuantityError
from foods.quantity_text import Token, attached, clean, tokens
from foods.units import DATA

ARTICLES = frozenset({"a", "an"})
RANGE_SIGNS = frozenset({"-", "to", "or", "til", "till", "until"})
USUAL_DENOMINATORS = frozenset({2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 16.0})
HUNDRED = 100.0
LONGEST_CELL = 100

_THOUSANDS_COMMA = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_THOUSANDS_DOT = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?\Z")
_ONE_GROUP = re.compile(r"[1-9]\d{0,2}\.\d{3}\Z")


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from tokens.

    Attributes:
        low: The number, or the lower end of a range.
        high: The same, or the upper end.
        end: Index of the first token after it.
        doubt: Why it can be read in two ways; "" where it cannot.
        grouped: It is written like "1.250": one thousand or one and a quarter.
        article: It is only "a" or "an".
        fraction: It is a part of one, so that "of a" may follow.
    """

    low: float
    high: float
    end: int
    doubt: str = ""
    grouped: bool = False
    article: bool = False
    fraction: bool = False


def parse_amount(text: str, *, decimal: str | None = None) -> tuple[float, float, float]:
    """Read the amount cell of a table.

    Args:
        text: "1,5", "½", "1 1/2", "2-3", "1e3" (as spreadsheets write it).
        decimal: The file's decimal sign, "." or ",", where it is known.

    Returns:
        The amount, its lower and its upper end, all the same but for a range, whose amount
        is its middle; in the unit of the cell beside it.

    Raises:
        QuantityError: It is no number, not above zero, or can be read in two ways
            ("1,234" and "1.000,5" where the decimal sign is not known).
    """
    if len(text) > LONGEST_CELL:
        raise _refused(text[:20] + "…", "is too long for an amount", "Give one number.")
    plain = clean(text)
    cut = tokens(plain)
    if plain.startswith("-"):
        raise _refused(text, "is negative", "An amount is above zero.")
    exact = _scientific(plain)
    if exact is not None:
        found: Number | None = Number(exact, exact, len(cut))
    elif decimal is not None and len(cut) == 1 and cut[0].kind == "number":
        value = _with_decimal_sign(plain, decimal)
        found = None if value is None else Number(value, value, 1)
    else:
        found = read_range(cut, 0, "metric")
    if found is None or found.end != len(cut) or found.article:
        raise _refused(text, "is not a number", "Write it as 1.5, 1 1/2 or 1-2.")
    if found.doubt:
        raise _refused(text, "can be read in two ways", found.doubt)
    if not (found.low > 0 and math.isfinite(found.high)):
        raise _refused(text, "is not an amount", "An amount is above zero and finite.")
    return (found.low + found.high) / 2, found.low, found.high


def read_range(cut: list[Token], index: int, locale: str) -> Number | None:
    """Read a number or a range of two without units between them.

    Args:
        cut: The tokens of a phrase.
        index: Where to begin.
        locale: One of `foods.units.LOCALES`; settles "1,234".

    Returns:
        The number, or None where none stands there.
    """
    opening = _low(cut, index)
    inside = opening in {"between", "from"}
    first = read_number(cut, index + inside, locale)
    if first is None:
        return None
    middle = _low(cut, first.end)
    if middle not in RANGE_SIGNS and not (opening == "between" and middle == "and"):
        return None if inside else first
    second = read_number(cut, first.end + 1, locale)
    if second is None or second.article:
        return None if inside else first
    return join(first, second)


def join(first: Number, second: Number) -> Number:
    """Make a range of two numbers; doubtful where it runs downwards."""
    doubt = first.doubt or second.doubt
    if second.high < first.low:
        doubt = "A range runs from the smaller to the larger number."
    return Number(first.low, second.high, second.end, doubt, first.grouped or second.grouped)


def read_number(cut: list[Token], index: int, locale: str) -> Number | None:
    """Read one number in figures or words, with its fraction.

    Args:
        cut: The tokens of a phrase.
        index: Where to begin.
        locale: One of `foods.units.LOCALES`; settles "1,234".

    Returns:
        The number, or None where none stands there.
    """
    if index >= len(cut):
        return None
    if cut[index].kind == "number":
        return None if attached(cut, index) else _figures(cut, index, locale)
    if cut[index].kind == "word":
        return _words(cut, index, locale)
    return None


def read_decimal(text: str, locale: str) -> tuple[float, str]:
    """Read figures with their decimal and thousands signs.

    A comma before three figures is a thousands sign in the us and uk locales, and where
    the figures are 000; otherwise it is a decimal sign.

    Args:
        text: Figures, dots and commas only.
        locale: One of `foods.units.LOCALES`.

    Returns:
        The value, and the doubt about it or "".
    """
    both = "Write it without a thousands sign."
    dots, commas = text.count("."), text.count(",")
    if not commas and dots <= 1:
        return float(text), ""
    if dots <= 1 and _THOUSANDS_COMMA.match(text):
        value = float(text.replace(",", ""))
        if commas > 1 or dots or text.endswith(",000") or text.startswith("0"):
            return (float(text.replace(",", ".")), "") if text.startswith("0,") else (value, "")
        return value, "" if locale != "metric" else both
    if commas == 1 and not dots:
        return float(text.replace(",", ".")), ""
    if _THOUSANDS_DOT.match(text):
        return float(text.replace(".", "").replace(",", ".")), both
    return math.nan, "The dots and commas do not make a number."


def _figures(  # noqa: PLR0911 - one return a spelling
    cut: list[Token], index: int, locale: str
) -> Number:
    text = cut[index].text
    if "e" in text.casefold():
        return Number(math.nan, math.nan, index + 1, "Write the number out, without an e.")
    value, doubt = read_decimal(text, locale)
    end = index + 1
    grouped = bool(_ONE_GROUP.match(text))
    below = _slash_fraction(cut, index)
    if below is not None:
        value, doubt, end = below
        return Number(value, value, end, doubt, fraction=value < 1)
    mixed = mixed_fraction(cut, end) if value.is_integer() else None
    if mixed is not None:
        return Number(value + mixed[0], value + mixed[0], mixed[1], doubt)
    word = _low(cut, end)
    if word in _fractions():
        part = value * _fractions()[word]
        return Number(part, part, end + 1, doubt, fraction=True)
    if word in {"dozen", "doz", "dz"}:
        return Number(value * 12, value * 12, end + 1, doubt)
    if word in {"hundred", "thousand"}:
        scale = _numbers()[word]
        return Number(value * scale, value * scale, end + 1, doubt)
    return Number(value, value, end, doubt, grouped)


def _slash_fraction(cut: list[Token], index: int) -> tuple[float, str, int] | None:
    """Read "2/3" at a number: its value, its doubt and where it ends."""
    if _low(cut, index + 1) != "/" or index + 2 >= len(cut) or cut[index + 2].kind != "number":
        return None
    above, first_doubt = read_decimal(cut[index].text, "us") if _plain(cut[index]) else (0.0, "?")
    below, second_doubt = (
        read_decimal(cut[index + 2].text, "us") if _plain(cut[index + 2]) else (0.0, "?")
    )
    if first_doubt or second_doubt or below not in USUAL_DENOMINATORS or not _whole(above):
        return math.nan, "No kitchen uses this fraction; write the number out.", index + 3
    return above / below, "", index + 3


def mixed_fraction(cut: list[Token], index: int) -> tuple[float, int] | None:
    """Read the fraction of a mixed number: " 1/2", "-1/2", " and a half", " & 1/2".

    Returns:
        The fraction, below one, and the index after it; None where none stands there.
    """
    here = _low(cut, index)
    joined = here in {"and", "&", "n"}
    hyphen = here == "-" and cut[index].glued
    start = index + (joined or hyphen)
    if start < len(cut) and cut[start].kind == "number":
        below = _slash_fraction(cut, start)
        if below is not None and not below[1] and below[0] < 1:
            # "1-1/2" is one and a half as recipes write it; "1/2-3/4" never gets here
            return below[0], below[2]
        return None
    if not joined:
        return None
    many = 1.0
    if _low(cut, start) in ARTICLES:
        start += 1
    elif _low(cut, start) in _numbers():
        many = _numbers()[_low(cut, start)]
        start += 1 + (_low(cut, start + 1) == "-")
    part = _fractions().get(_low(cut, start))
    if part is None or many * part >= 1:
        return None
    return many * part, start + 1


def _words(  # noqa: PLR0911 - one return a spelling
    cut: list[Token], index: int, locale: str
) -> Number | None:
    first = _low(cut, index)
    if first in ARTICLES:
        return _after_article(cut, index, locale)
    if first in _fractions():
        return _part(cut, index, 1.0)
    if first in {"couple", "dozen", "pair"}:
        return _grouped_words(cut, index, 1.0)
    cardinal = _cardinal(cut, index)
    if cardinal is None:
        return None
    value, end = cardinal
    part = end + (_low(cut, end) == "-")
    if _low(cut, part) in _fractions():
        return _part(cut, part, value)
    if _low(cut, end) == "dozen":
        return _grouped_words(cut, end, value)
    mixed = mixed_fraction(cut, end)
    if mixed is None:
        return Number(value, value, end)
    if _low(cut, mixed[1]) == "dozen":
        return _grouped_words(cut, mixed[1], value + mixed[0])
    return Number(value + mixed[0], value + mixed[0], mixed[1])


def _after_article(cut: list[Token], index: int, locale: str) -> Number | None:
    following = _low(cut, index + 1)
    if following in _fractions():
        return _part(cut, index + 1, 1.0)
    if following in {"couple", "dozen", "pair"}:
        return _grouped_words(cut, index + 1, 1.0)
    if following == "baker's" and _low(cut, index + 2) == "dozen":
        return Number(13.0, 13.0, index + 3)
    if following in {"hundred", "thousand"}:
        return read_number(cut, index + 1, locale)
    return Number(1.0, 1.0, index + 1, article=True)


def _part(cut: list[Token], index: int, many: float) -> Number:
    value = many * _fractions()[_low(cut, index)]
    end = index + 1
    beyond = end + (_low(cut, end) == "of")
    beyond += _low(cut, beyond) in ARTICLES
    if _low(cut, beyond) == "dozen":
        return _grouped_words(cut, beyond, value)
    return Number(value, value, end, fraction=True)


def _grouped_words(cut: list[Token], index: int, many: float) -> Number:
    """Read "dozen", "couple of", "pair of" at a token."""
    value = many * _groups()[_low(cut, index)]
    end = index + 1
    return Number(value, value, end + (_low(cut, end) == "of"))


def _cardinal(cut: list[Token], index: int) -> tuple[float, int] | None:
    """Read "two hundred and fifty" or "one point five"; bounded by a dozen words."""
    numbers = _numbers()
    total, part, end = 0.0, 0.0, index
    last = math.inf
    while end < min(len(cut), index + 12) and cut[end].kind == "word":
        word = _low(cut, end)
        if word in {"hundred", "thousand"}:
            part = max(part, 1.0) * numbers[word]
            if word == "thousand":
                total, part = total + part, 0.0
            last = HUNDRED
        elif word in numbers and _fits(numbers[word], last):
            part += numbers[word]
            last = numbers[word]
        else:
            break
        end += 1
        if _low(cut, end) in {"-", "and"} and _low(cut, end + 1) in numbers:
            joins = last == HUNDRED if _low(cut, end) == "and" else 20 <= last < HUNDRED  # noqa: PLR2004
            if joins and _fits(numbers[_low(cut, end + 1)], last):
                end += 1
    if end == index:
        return None
    if _low(cut, end) == "point" and _low(cut, end + 1) in numbers:
        figure = numbers[_low(cut, end + 1)]
        if figure < 10:  # noqa: PLR2004 - one figure after the point
            return total + part + figure / 10, end + 2
    return total + part, end


def _fits(value: float, last: float) -> bool:
    """Tell whether a number word may follow the one before: "twenty" then "five"."""
    if last == math.inf:
        return True
    if last == HUNDRED:
        return value < HUNDRED
    return 20 <= last < HUNDRED and 0 < value < 10  # noqa: PLR2004 - tens, then ones


def _whole(value: float) -> bool:
    """Tell whether a value may stand above the line: "1.1/2" is no eleven twentieths."""
    return value > 0 and value.is_integer()


def _plain(token: Token) -> bool:
    return "e" not in token.text.casefold()


def _low(cut: list[Token], index: int) -> str:
    """Give the token's text in lower case; "" beyond the end and inside kept names."""
    if index >= len(cut) or cut[index].kind == "name":
        return ""
    return cut[index].low


def _scientific(plain: str) -> float | None:
    """Read "1e3" and "2.5E-1", as spreadsheets and programs write a cell."""
    return float(plain) if re.fullmatch(r"\d+(?:\.\d+)?[eE][+-]?\d{1,4}", plain) else None


def _with_decimal_sign(plain: str, decimal: str) -> float | None:
    other = "," if decimal == "." else "."
    thousands = re.escape(other)
    sign = re.escape(decimal)
    if re.fullmatch(rf"(?:\d+|\d{{1,3}}(?:{thousands}\d{{3}})+)?(?:{sign}\d+)?", plain):
        return float(plain.replace(other, "").replace(decimal, "."))
    return None


def _refused(text: str, why: str, hint: str) -> QuantityError:
    return QuantityError(f"The amount {text!r} {why}.", hint=hint, amount=text)


@functools.cache
def _rows() -> list[dict[str, str]]:
    with (DATA / "number_words.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@functools.cache
def _numbers() -> dict[str, float]:
    return {
        row["word"]: float(row["value"]) for row in _rows() if row["kind"] in {"number", "scale"}
    }


@functools.cache
def _groups() -> dict[str, float]:
    return {row["word"]: float(row["value"]) for row in _rows() if row["kind"] == "group"}


@functools.cache
def _fractions() -> dict[str, float]:
    pairs = {row["word"]: row["value"].split("/") for row in _rows() if row["kind"] == "fraction"}
    return {word: float(above) / float(below) for word, (above, below) in pairs.items()}
