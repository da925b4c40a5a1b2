"""A number with its unit in a phrase: "2 x 125 g", "1 lb 4 oz", "a cup and a half"."""

import math
from dataclasses import dataclass, replace

from foods.quantity_number import (
    ARTICLES,
    RANGE_SIGNS,
    Number,
    join,
    mixed_fraction,
    read_number,
    read_range,
)
from foods.quantity_text import Token, attached
from foods.quantity_words import (
    amount_words,
    is_sign,
    limit_length,
    low,
    read_size,
    read_unit,
    stated_system,
)
from foods.units import Unit


@dataclass(frozen=True, slots=True)
class Measure:
    """An amount and its unit as they stand in a phrase.

    Attributes:
        low: Lower end [units].
        high: Upper end [units].
        start: Index of its first token.
        end: Index of the first token after it.
        unit: The unit; None for a count.
        unit_text: The unit as it was written.
        size: "large", "heaped" and the like, or "".
        doubt: Why it has to be asked; "" where it is plain.
        approximate: "about" or the like stands before it.
        implied: No number stands there: "slice of bread", "a banana".
        pack: The word for what held it, where it was given as "400 g can".
        vague: It names no number: "a few".
        stated: The system was written out: "imperial", "US".
        beside: What else the line says about the same amount: the cup in "1 cup (244 g)".
        note: What was assumed, as a sentence.
    """

    low: float
    high: float
    start: int
    end: int
    unit: Unit | None = None
    unit_text: str = ""
    size: str = ""
    doubt: str = ""
    approximate: bool = False
    implied: bool = False
    pack: str = ""
    vague: bool = False
    stated: str = ""
    beside: "Measure | None" = None
    note: str = ""

    @property
    def sized(self) -> bool:
        """It is a mass or a volume."""
        return self.unit is not None and self.unit.size is not None

    @property
    def said_beside(self) -> tuple[float, str] | None:
        """What else the line says of the amount, as amount and unit; None where nothing."""
        other = self.beside
        if other is None or other.unit is None or not math.isfinite(other.high):
            return None
        return (other.low + other.high) / 2, f"{other.stated} {other.unit.name}".strip()


def read_measure(cut: list[Token], index: int, locale: str) -> Measure | None:
    """Read an amount with its unit that begins at a token.

    Args:
        cut: The tokens of a phrase.
        index: Where to begin.
        locale: One of `foods.units.LOCALES`.

    Returns:
        The measure, or None where none stands there.
    """
    begin, approximate, bound = _before(cut, index)
    found = _read(cut, begin, locale)
    if found is None:
        return None
    if bound and not found.doubt:
        found = replace(found, doubt="This says a limit and not how much it was.")
    if found.implied and found.unit is None and begin != index and not approximate:
        return None
    return replace(found, start=index, approximate=approximate)


def same_amount(first: Measure, second: Measure) -> bool:
    """Tell whether two sized measures say nearly the same (within a tenth)."""
    if first.unit is None or second.unit is None or first.unit.kind != second.unit.kind:
        return False
    one = (first.low + first.high) * (first.unit.size or 0)
    other = (second.low + second.high) * (second.unit.size or 0)
    return abs(one - other) <= 0.1 * max(one, other)


def _read(cut: list[Token], index: int, locale: str) -> Measure | None:
    number = _spaced_thousands(cut, index) or read_range(cut, index, locale)
    if number is None:
        return _vague(cut, index) or _implied(cut, index, locale)
    if number.article:
        vague = _vague(cut, index + 1)
        if vague is not None:
            return vague
    end = number.end
    if number.fraction:
        end += low(cut, end) == "of"
        end += low(cut, end) in ARTICLES or low(cut, end) == "the"
    packed = _pack(cut, number, end, locale)
    if packed is not None:
        return packed
    if low(cut, end) == "x" and low(cut, end + 1) != "-":
        end += 1
    return _with_unit(cut, number, end, locale)


def _before(cut: list[Token], index: int) -> tuple[int, bool, bool]:
    """Skip "about" and "less than": where the number begins, and which of them stood there."""
    approximate = bound = False
    for _ in range(3):
        word = low(cut, index)
        if word in amount_words("about"):
            approximate = True
            index += 1
            index += is_sign(cut, index, ".")
            continue
        if word == "c" and is_sign(cut, index + 1, ".") and cut[index + 1].glued:
            after = index + 2
            if after < len(cut) and cut[after].kind == "number":
                approximate = True
                index = after
                continue
        if word == "just" and low(cut, index + 1) in {"under", "over", "about"}:
            approximate = True
            index += 2
            continue
        length = limit_length(cut, index)
        if not length:
            break
        bound = True
        index += length
    return index, approximate, bound


def _spaced_thousands(cut: list[Token], index: int) -> Number | None:
    """Read "1 000" and "10 000"; other figures after a space are a second number."""
    if index + 1 >= len(cut) or cut[index].kind != "number" or cut[index + 1].text != "000":
        return None
    if attached(cut, index) or not cut[index].text.isdecimal() or len(cut[index].text) > 3:  # noqa: PLR2004
        return None
    value = float(cut[index].text) * 1000
    return Number(value, value, index + 2)


def _vague(cut: list[Token], index: int) -> Measure | None:
    end = index
    if low(cut, end) in ARTICLES:
        end += 1
    if low(cut, end) in {"good", "whole"} and low(cut, end + 1) in amount_words("vague"):
        end += 1
    word = low(cut, end)
    if word not in amount_words("vague"):
        return None
    end += 1
    end += low(cut, end) == "of"
    doubt = f"How much is {'a ' if word in {'few', 'little', 'bit', 'lot'} else ''}{word}?"
    return Measure(0.0, 0.0, index, end, doubt=doubt, vague=True)


def _implied(cut: list[Token], index: int, locale: str) -> Measure | None:
    """Read "slice of bread", "large glass of milk": one of them."""
    size, end = read_size(cut, index)
    found = read_unit(cut, end, locale)
    spooned = size in {"heaped", "rounded", "level", "scant"}
    if found is None or found[0].name in {"g", "mg", "ug", "kg"}:
        return None
    if low(cut, found[2]) != "of" and not spooned:
        return None
    unit, text, end = found
    one = Measure(1.0, 1.0, index, end, unit, text, size, implied=True, stated=stated_system(text))
    return _fill(one)


def _pack(cut: list[Token], number: Number, end: int, locale: str) -> Measure | None:
    """Read what follows a number of packs: "x 125 g pot", " 7-oz cans"."""
    times = low(cut, end) in {"x", "*"} and end + 1 < len(cut) and cut[end + 1].kind == "number"
    if times:
        end += 1
    elif end >= len(cut) or cut[end].kind != "number" or attached(cut, end):
        return None
    each = read_range(cut, end, locale)
    if each is None:
        return None
    inner = _with_unit(cut, each, each.end, locale)
    doubt = number.doubt or inner.doubt
    if (
        inner.unit is None
        or (inner.unit.size is None and not times)
        or (not times and not inner.pack and not number.article)
    ):
        doubt = doubt or "Two numbers stand there; how much was it in all?"
    return replace(
        inner, low=number.low * inner.low, high=number.high * inner.high, start=0, doubt=doubt
    )


def _with_unit(cut: list[Token], number: Number, end: int, locale: str) -> Measure:
    """Read size and unit after a number, then what belongs to them."""
    end += _hyphen_before_unit(cut, end, locale)
    size, after_size = read_size(cut, end)
    found = read_unit(cut, after_size, locale)
    if found is None:
        return _count(cut, number, end, size, after_size)
    unit, text, after = found
    if not size and unit.kind == "volume":
        size, after = _filled_after(cut, after)
    doubt = number.doubt
    small = unit.name in {"g", "ml", "mg", "ug"}
    if not doubt and number.grouped and (small or locale == "metric"):
        doubt = "Is the dot a decimal sign or a thousands sign?"
    if text.casefold() == "pack" and number.high > 1:
        doubt = doubt or "Was it that many packs, or one pack of that many?"
    measure = Measure(
        number.low, number.high, 0, after, unit, text, size, doubt, stated=stated_system(text)
    )
    measure = _fill(measure)
    measure = _and_a_half(cut, measure)
    measure = _further(cut, measure, locale)
    measure = _packed(cut, measure, locale)
    return _times_after(cut, measure, locale)


def _count(cut: list[Token], number: Number, end: int, size: str, after_size: int) -> Measure:
    """Make a count of the food itself: "2 eggs", "1 large egg"."""
    fills = size in amount_words("fill")
    unit = Unit(size, "count", None) if size and not fills else None
    doubt = number.doubt
    if not doubt and number.grouped:
        doubt = "Is the dot a decimal sign or a thousands sign?"
    stop = after_size if unit else end
    glued = stop < len(cut) and cut[stop].glued and cut[stop].kind == "word"
    if not doubt and glued and not unit and cut[stop - 1].kind == "number":
        doubt = f"{cut[stop].text!r} is not a unit on our list."
    tied = is_sign(cut, stop, "-") and cut[stop].glued and stop + 1 < len(cut)
    if not doubt and tied and cut[stop + 1].glued and not unit:
        doubt = "A number tied to a word by a hyphen is part of a name; say how much it was."
    name = size if unit else ""
    return Measure(
        number.low, number.high, 0, stop, unit, name, name, doubt, implied=number.article
    )


def _fill(measure: Measure) -> Measure:
    """Widen a heaped spoon: between one and two level ones; no source says more."""
    if measure.size in {"heaped", "rounded"} and measure.sized:
        return replace(measure, high=2 * measure.high, approximate=True)
    return measure


def _filled_after(cut: list[Token], index: int) -> tuple[str, int]:
    """Read how full a spoon is after it: "1 tsp heaped", "1 tbsp (level)"."""
    opened = low(cut, index) in {",", "("}
    size = amount_words("fill").get(low(cut, index + opened), "")
    if size not in {"heaped", "rounded", "level"}:
        return "", index
    end = index + opened + 1
    return size, end + (low(cut, end) == ")")


def _and_a_half(cut: list[Token], measure: Measure) -> Measure:
    part = mixed_fraction(cut, measure.end) if low(cut, measure.end) in {"and", "&"} else None
    if part is None or measure.low != measure.high or not measure.low.is_integer():
        return measure
    if read_unit(cut, part[1], "us") is not None:
        return measure
    whole = measure.low + part[0]
    return replace(measure, low=whole, high=whole, end=part[1])


def _further(cut: list[Token], measure: Measure, locale: str) -> Measure:
    """Add up "1 lb 4 oz" and "1 cup + 2 tbsp"; join "100 g to 150 g"; at most three parts."""
    for _ in range(3):
        joined = low(cut, measure.end)
        sums = joined in {"+", "plus", "and", "&"}
        spans = joined in RANGE_SIGNS
        start = measure.end + (sums or spans)
        number = read_number(cut, start, locale)
        if number is None or (number.article and not spans):
            break
        after = number.end
        if number.fraction:
            after += low(cut, after) == "of"
            after += low(cut, after) in ARTICLES
        found = read_unit(cut, after, locale)
        if found is None or measure.unit is None or found[0].kind != measure.unit.kind:
            break
        if spans and found[0].name == measure.unit.name:
            span = join(
                Number(measure.low, measure.high, 0, measure.doubt),
                replace(number, end=found[2]),
            )
            return replace(measure, high=span.high, end=found[2], doubt=span.doubt)
        if measure.unit.size is None or found[0].size is None:
            break
        ratio = found[0].size / measure.unit.size
        if spans:
            return _span(measure, number, ratio, found[2])
        if not sums and ratio >= 1:
            break
        measure = replace(
            measure,
            low=measure.low + number.low * ratio,
            high=measure.high + number.high * ratio,
            end=found[2],
            doubt=measure.doubt or number.doubt,
        )
    return measure


def _span(measure: Measure, number: Number, ratio: float, end: int) -> Measure:
    """Join "1 tsp to 1 tbsp"; "1 cup - 240 ml" says the same twice."""
    high = number.high * ratio
    doubt = measure.doubt or number.doubt
    if abs(high - measure.low) <= 0.1 * measure.low:
        return replace(measure, end=end, doubt=doubt)
    if high < measure.low:
        doubt = "A range runs from the smaller to the larger amount."
    return replace(measure, high=high, end=end, doubt=doubt)


def _packed(cut: list[Token], measure: Measure, locale: str) -> Measure:
    """Take the pack after its content: "8-oz glass", "125 g pots"."""
    if not measure.sized or low(cut, measure.end) in {"each", "ea"}:
        return measure
    start = measure.end + (low(cut, measure.end) == "-")
    found = read_unit(cut, read_size(cut, start)[1], locale)
    if found is None or found[0].name not in amount_words("pack"):
        return measure
    return replace(measure, end=found[2], pack=found[0].name)


def _times_after(cut: list[Token], measure: Measure, locale: str) -> Measure:
    """Multiply "125 g x 2"."""
    if low(cut, measure.end) not in {"x", "*"} or not measure.sized:
        return measure
    number = read_number(cut, measure.end + 1, locale)
    if number is None:
        return measure
    after = read_unit(cut, number.end, locale)
    end = number.end
    if after is not None and after[0].size is None:
        end = after[2]
    return replace(
        measure,
        low=measure.low * number.low,
        high=measure.high * number.high,
        end=end,
        doubt=measure.doubt or number.doubt,
    )


def _hyphen_before_unit(cut: list[Token], index: int, locale: str) -> int:
    """Give 1 where a hyphen ties a number to its unit: "8-oz"."""
    if not is_sign(cut, index, "-") or not cut[index].glued:
        return 0
    return int(read_unit(cut, index + 1, locale) is not None)
