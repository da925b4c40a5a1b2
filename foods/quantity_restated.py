"""A second amount that says the first again: "1 can (400 g)", "2 yogurts, 125 g each"."""

from dataclasses import replace

from foods.quantity_food import food_text, nutrient_name
from foods.quantity_measure import Measure, read_measure, same_amount
from foods.quantity_text import ELSEWHERE, Token, attached
from foods.quantity_words import amount_words, low, not_food_unit, read_unit

TOTALS = frozenset(["total", "altogether", "overall", "together", "all"])
EACH = frozenset(["each", "apiece", "ea"])


def restated(
    cut: list[Token], main: Measure, used: set[int], locale: str
) -> tuple[Measure, set[int]]:
    """Take in a second amount that says the same otherwise: "1 can (400 g)", "2 eggs, 50 g each".

    One weighed household measure becomes its weight; several only where "each" or "in total"
    is said; a weighed cup becomes its weight; two that contradict each other are a doubt.

    Args:
        cut: The tokens of a phrase.
        main: The first amount.
        used: Indices of the tokens it took; the second amount's are added.
        locale: One of `foods.units.LOCALES`.

    Returns:
        The amount that holds, and `used`.
    """
    index = main.end
    while index < len(cut):
        bracket = low(cut, index) in {"(", "["}
        start = index + bracket
        start += bracket and low(cut, start) == "="
        digit = start < len(cut) and (cut[start].kind == "number" or low(cut, start) == "~")
        worded = bracket and start < len(cut) and cut[start].kind == "word"
        if not (digit or worded) or (digit and not bracket and attached(cut, index)):
            index += 1
            continue
        if not bracket and low(cut, index - 1) in ELSEWHERE:
            break
        second = read_measure(cut, start, locale)
        if second is None or (worded and second.implied):
            index += 1
            continue
        close = _closing(cut, index) if bracket else second.end
        if not second.sized:
            nutrient = not_food_unit(cut, second.end) is not None
            if bracket and (second.unit is None or nutrient or not worded):
                used.update(range(index, close))
                index = close
                continue
            index += 1
            continue
        if bracket and nutrient_name(food_text(cut[second.end : close], 0, set())):
            used.update(range(index, close))
            index = close
            continue
        inside, end = _each_or_total(cut, second.end, close if bracket else len(cut))
        if not bracket and low(cut, index - 1) in {"of", "x", "@", "at"} and main.unit is not None:
            inside = inside or "each"
        stated = index - (low(cut, index - 1) in {"/", "="})
        stop = close if bracket else end
        used.update(range(stated, stop))
        if main.unit is None and bracket and index == main.end:
            main, after = _pack_after(cut, main, stop, locale)
            used.update(range(stop, after))
        return _settle(main, second, inside), used
    return main, used


def _pack_after(cut: list[Token], main: Measure, index: int, locale: str) -> tuple[Measure, int]:
    """Read the pack after its content in brackets: "1 (15-ounce) can black beans"."""
    found = read_unit(cut, index, locale)
    if found is None or found[0].name not in amount_words("pack"):
        return main, index
    return replace(main, unit=found[0], unit_text=found[1]), found[2]


def _each_or_total(cut: list[Token], index: int, stop: int) -> tuple[str, int]:
    word = low(cut, index) if index < stop else ""
    if word in EACH:
        return "each", index + 1
    if word in TOTALS:
        return "total", index + 1
    if word in {"per", "a"} and index + 1 < stop and cut[index + 1].kind == "word":
        return "each", index + 2
    if word == "in" and low(cut, index + 1) in TOTALS:
        return "total", index + 2
    return "", index


def _settle(  # noqa: PLR0911 - one return a case
    main: Measure, second: Measure, said: str
) -> Measure:
    doubt = main.doubt or second.doubt
    second = replace(second, approximate=second.approximate or main.approximate)
    if main.vague:
        return replace(second, doubt=second.doubt)
    if main.sized and main.unit is not None and second.unit is not None:
        if main.unit.kind == second.unit.kind:
            if same_amount(main, second):
                return replace(main, doubt=doubt)
            return replace(main, doubt=doubt or "Two amounts stand there; which one holds?")
        if main.unit.kind == "mass":
            return replace(main, doubt=doubt, beside=second)
        many = main.low if said == "each" else 1.0
        low_end, high_end = second.low * many, second.high * many
        return replace(second, low=low_end, high=high_end, doubt=doubt, beside=main)
    packed = bool(second.pack)
    second = replace(second, beside=main)
    if main.unit is not None and main.unit.name in amount_words("pack"):
        second = replace(second, pack=second.pack or main.unit.name)
    one = main.low == main.high == 1
    if said == "each" or (packed and not one):
        return replace(second, low=second.low * main.low, high=second.high * main.high, doubt=doubt)
    if one or said == "total":
        return replace(second, doubt=doubt)
    return replace(main, doubt=doubt or "Is that amount for each or for all together?")


def _closing(cut: list[Token], index: int) -> int:
    """Give the index after the bracket that closes the one here."""
    for position in range(index + 1, len(cut)):
        if cut[position].text in {")", "]"}:
            return position + 1
    return len(cut)
