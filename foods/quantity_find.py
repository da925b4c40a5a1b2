"""Where in a line the amount stands: at its head, behind a name, in brackets."""

from foods.quantity_measure import Measure, read_measure
from foods.quantity_restated import EACH
from foods.quantity_text import ELSEWHERE, Token, attached
from foods.quantity_words import low, not_food_unit, read_unit

SEPARATORS = frozenset([",", ":", ";", "(", "-", "=", "|", "[", "x", "*"])
NOT_NUMBERS = frozenset(["nan", "inf", "infinity", "infinite", "∞", "null"])
LEADS = frozenset(["i", "had", "ate", "drank", "have", "eaten", "we", "also", "then"])
MEALS = frozenset(["breakfast", "lunch", "dinner", "supper", "snack", "snacks", "brunch"])


def after_lead(cut: list[Token]) -> int:
    """Skip a bullet, "1.", "I had" and "Breakfast:"."""
    begin = 0
    while begin < len(cut) - 1 and cut[begin].text in {'"', "'"}:
        begin += 1
    if len(cut) > 1 and cut[0].text in {"-", "*", "•", "·", "+", "–"} and not cut[1].glued:
        begin = 1
    numbered = len(cut) > begin + 2 and cut[begin].kind == "number"
    if (
        numbered
        and cut[begin].text.isdecimal()
        and cut[begin + 1].text in {".", ")"}
        and cut[begin + 1].glued
        and not cut[begin + 2].glued
    ):
        begin += 2
    if low(cut, begin) in MEALS and low(cut, begin + 1) in {":", "-"}:
        begin += 2
    while begin < len(cut) - 1 and low(cut, begin) in LEADS:
        begin += 1
    return begin


def not_positive(cut: list[Token], begin: int, locale: str) -> str:
    """Give the reason to refuse a line that begins with no amount at all, or ""."""
    first = low(cut, begin)
    number_next = begin + 1 < len(cut) and cut[begin + 1].kind == "number"
    if first == "minus" or (first == "-" and number_next and cut[begin + 1].glued):
        return "An amount is above zero." if number_next or first == "minus" else ""
    sign = 1 if first in {"-", "+"} else 0
    if low(cut, begin + sign) in NOT_NUMBERS and (
        low(cut, begin + sign) == "∞" or read_unit(cut, begin + sign + 1, locale) is not None
    ):
        return f"{cut[begin + sign].text!r} is not an amount."
    return ""


def negative(cut: list[Token], index: int) -> bool:
    """Tell whether a minus sign stands before a number in the middle: " -250 ml"."""
    return (
        low(cut, index - 1) == "-"
        and cut[index].glued
        and cut[index].kind == "number"
        and not cut[index - 1].glued
    )


def main_measure(cut: list[Token], begin: int, locale: str) -> Measure | None:
    """Find the amount of the line: at its head, else the first that stands plainly elsewhere."""
    head = read_measure(cut, begin, locale)
    if head is not None:
        return head
    for index in range(begin + 1, len(cut)):
        before = low(cut, index - 1)
        figure = cut[index].kind == "number" and not attached(cut, index)
        figure = figure or cut[index].text == "~"
        if before in {"a", "an", "the"} and low(cut, index - 2) == "of":
            continue  # the rest of a 400 g tin is not 400 g
        if before in ELSEWHERE or not (figure or cut[index].kind in {"word", "sign"}):
            continue
        found = read_measure(cut, index, locale)
        if found is not None and _stands(cut, found, index, before, figure=figure):
            return found
    return None


def _stands(cut: list[Token], found: Measure, index: int, before: str, *, figure: bool) -> bool:
    """Tell whether a measure away from the head is the amount of the line."""
    ends = found.end >= len(cut) or low(cut, found.end) in {")", "]", ",", *EACH}
    parted = before in SEPARATORS
    if found.unit is None and not_food_unit(cut, found.end) is not None:
        return figure
    if found.vague:
        return parted and ends
    if before == "of":
        return False
    if found.unit is None:
        return ends and not found.implied and (figure or parted)
    if found.implied and cut[index].low not in {"a", "an"}:
        return False
    return figure or ((parted or found.end >= len(cut)) and not _about_word(cut, index, before))


def _about_word(cut: list[Token], index: int, before: str) -> bool:
    """Keep "coke zero can" and the like from being an amount."""
    return not before or cut[index].low == "zero"
