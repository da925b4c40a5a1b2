"""What somebody wrote about an amount of food, read or refused with a reason.

`parse` never guesses: what can be read in two ways is asked, what is no amount of food is
refused, what is implausible is flagged and its value kept. Volumes stay volumes here; grams of
a cup are the food's own matter.
"""

import math
from dataclasses import dataclass, replace
from decimal import Decimal

from foods.household import HouseholdSize, household_size
from foods.quantity_doubt import (
    NEGATIONS,
    contradicted,
    drained_or_not,
    left_over,
    odd_size,
    undecided,
)
from foods.quantity_find import (
    NOT_NUMBERS,
    SEPARATORS,
    after_lead,
    main_measure,
    negative,
    not_positive,
)
from foods.quantity_food import cut_in_sticks, food_text, is_drink, nutrient_name
from foods.quantity_limits import implausible
from foods.quantity_measure import Measure, read_measure
from foods.quantity_number import parse_amount
from foods.quantity_restated import restated
from foods.quantity_text import (
    CURRENCY,
    ELSEWHERE,
    LONGEST_TEXT,
    Token,
    clean,
    tokens,
)
from foods.quantity_words import holds_drink, low, not_food_unit, read_unit
from foods.units import check_locale, unit_word, units_after_food, vague_units

__all__ = ["Phrase", "parse", "parse_amount", "print_quantity"]

STATUSES = ("ok", "flag", "ask", "refuse")

SUPPLEMENT_UNITS = frozenset(["tablet", "capsule", "pill"])
MOST_TABLETS = 12
EXACT_FILLS = frozenset(["level", "packed", "full"])
FLUID = "Ounces of a drink are taken as fluid ounces."


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of a diary, read.

    Attributes:
        text: The line as it was given.
        status: "ok", "flag" (implausible, value kept), "ask" or "refuse".
        reason: Why it is not simply ok, as a sentence; also what was assumed where it is.
        kind: "food", "nutrient" ("350 mg calcium") or "supplement" ("2 tablets").
        amount: The amount, the middle of a range [units]; None where there is none.
        low: Lower end [units].
        high: Upper end [units].
        unit: Canonical unit, a household word ("slice"), a size ("large"), or "" for a count.
        unit_text: The unit as it was written.
        size: "small", "medium", "large", "heaped" and the like, or "".
        food: What is left, states kept: "cooked spinach".
        grams: Grams of the amount where the unit is a mass [g].
        millilitres: Millilitres of the amount where the unit is a volume [ml].
        system: "us", "uk", "metric", "imperial" or "australian" where the text says so.
        nutrient: The nutrient's name where the kind is "nutrient".
        household: The sourced size of one household measure; grams from it are estimated.
        approximate: It says "about", or the measure is heaped.
        also: What else the line says of the same amount, as amount and unit: 1 and "cup" in
            "1 cup (244 g)"; None where it says one thing only.
        vague_unit: It asks only because a bowl or a handful has no fixed size; a measure of
            that name that the food itself has settles it.
        locale: Whose cups and spoons were taken.
    """

    text: str
    status: str
    reason: str = ""
    kind: str = "food"
    amount: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    unit_text: str = ""
    size: str = ""
    food: str = ""
    grams: float | None = None
    millilitres: float | None = None
    system: str = ""
    nutrient: str = ""
    household: HouseholdSize | None = None
    approximate: bool = False
    also: tuple[float, str] | None = None
    vague_unit: bool = False
    locale: str = "us"


def parse(text: str, *, locale: str = "us") -> Phrase:
    """Read one line: how much of which food.

    Args:
        text: "2 cups cooked spinach", "milk 250 ml", "½ a 400 g tin of beans".
        locale: Whose cups, pints, spoons and fluid ounces: one of `foods.units.LOCALES`.

    Returns:
        What was read, with its status; never an exception for any text.

    Raises:
        UnitError: The locale is none of `LOCALES`.
    """
    check_locale(locale)
    if len(text) > LONGEST_TEXT:
        return Phrase(
            text, "refuse", f"The text is longer than {LONGEST_TEXT:,} characters.", locale=locale
        )
    cut = tokens(clean(text))
    begin = after_lead(cut)
    blank = Phrase(text, "ask", "Say how much.", locale=locale)
    infinite = len(cut) - begin == 1 and low(cut, begin) in NOT_NUMBERS - {"nan", "null"}
    if infinite or not any(token.kind != "sign" for token in cut):
        why = "Infinity is not an amount." if infinite else "There is no food and no amount in it."
        return replace(blank, status="refuse", reason=why)
    refusal = not_positive(cut, begin, locale)
    if refusal:
        return replace(blank, status="refuse", reason=refusal)
    main = main_measure(cut, begin, locale)
    if main is None:
        return _without_amount(cut, begin, blank)
    if main.start > begin and negative(cut, main.start):
        blank = replace(blank, food=food_text(cut, begin, set()))
        return replace(blank, status="refuse", reason="An amount is above zero.")
    return _phrase(cut, begin, main, blank)


def print_quantity(phrase: Phrase) -> str:
    """Write a phrase's quantity and food so that `parse` reads the same again.

    Args:
        phrase: A phrase with an amount.

    Returns:
        "2-3 large egg", "1.5 imperial pint milk"; "" where there is no finite amount, or where
        no order of its parts reads the same, as with a food called "plus about x".
    """
    if phrase.low is None or phrase.high is None or not math.isfinite(phrase.low + phrase.high):
        return ""
    low_text, high_text = _figures(phrase.low), _figures(phrase.high)
    size = "" if phrase.unit == phrase.size else phrase.size
    if size in {"heaped", "rounded"}:
        number = low_text
    else:
        number = low_text if low_text == high_text else f"{low_text}-{high_text}"
    about = "about" if phrase.approximate else ""
    head = " ".join(part for part in (about, number, size, phrase.system, phrase.unit) if part)
    forms = (f"{head} {phrase.food}".strip(), f"{head} of {phrase.food}", f"{phrase.food}, {head}")
    return next((form for form in forms if _says(form, phrase)), "")


def _says(form: str, phrase: Phrase) -> bool:
    """Tell whether a printed form reads as the same quantity and food."""
    again = parse(form, locale=phrase.locale)
    same = (again.low, again.high, again.unit, again.size, again.food, again.system)
    return same == (
        phrase.low,
        phrase.high,
        phrase.unit,
        phrase.size,
        phrase.food,
        phrase.system,
    )


def _figures(value: float) -> str:
    """Write a number without exponent, and never like "1.250", which could be a thousand."""
    text = format(Decimal(repr(float(value))), "f")
    whole, _, decimals = text.partition(".")
    if not decimals.strip("0"):
        return whole
    return f"{text}0" if len(decimals) == 3 else text  # noqa: PLR2004 - looks like thousands


def _without_amount(cut: list[Token], begin: int, blank: Phrase) -> Phrase:
    blank = replace(blank, food=food_text(cut, begin, set()))
    if low(cut, begin) in NEGATIONS and len(cut) > begin + 1:
        return replace(blank, reason="It reads as if none was eaten; if some was, say how much.")
    if begin < len(cut) and any(token.text in CURRENCY for token in cut):
        return replace(blank, reason="A price is not an amount; say how much it was.")
    found = read_unit(cut, begin, blank.locale)
    if found is not None and found[2] >= len(cut):
        unit, text, _ = found
        reason = f"How many {text}?"
        return replace(blank, reason=reason, unit=unit.name, unit_text=text, food="")
    if nutrient_name(blank.food):
        return replace(
            blank,
            status="refuse",
            kind="nutrient",
            nutrient=nutrient_name(blank.food),
            reason=f"{blank.food} is a nutrient; enter it as a supplement.",
        )
    return blank


def _phrase(  # noqa: PLR0911 - one return a verdict
    cut: list[Token], begin: int, main: Measure, blank: Phrase
) -> Phrase:
    used = set(range(main.start, main.end))
    other = not_food_unit(cut, main.end) if main.unit is None else None
    if other is not None:
        return _not_food(cut, begin, main, other, blank)
    main, used = restated(cut, main, used, blank.locale)
    main, used = _after_food(cut, begin, main, used, blank.locale)
    food = food_text(cut, begin, used)
    main, food = _drink(main, food, blank.locale)
    vegetable = cut_in_sticks(food) if main.unit is None else ""
    if vegetable:
        main, food = replace(main, unit=unit_word("stick"), unit_text="sticks"), vegetable
    doubt = (
        main.doubt
        or undecided(cut, begin, main, used)
        or left_over(cut, begin, main, used)
        or contradicted(main, food)
        or drained_or_not(main.pack, food)
        or odd_size(main)
    )
    phrase = _filled(main, food, blank)
    nutrient = nutrient_name(food)
    if nutrient:
        return replace(
            phrase,
            status="refuse",
            kind="nutrient",
            nutrient=nutrient,
            reason=f"This is an amount of {nutrient} and not of a food; enter it as a supplement.",
        )
    if main.unit is not None and main.unit.name in SUPPLEMENT_UNITS:
        reason = "Tablets and capsules are no food; enter them as a supplement."
        if main.high > MOST_TABLETS:
            reason = f"{reason} {main.high:g} at once is implausible."
        return replace(phrase, status="refuse", kind="supplement", reason=reason)
    if main.vague:
        return replace(blank, reason=doubt, food=food)
    if doubt:
        return replace(
            phrase,
            status="ask",
            reason=doubt,
            amount=None,
            low=None,
            high=None,
            grams=None,
            millilitres=None,
        )
    if not (main.low > 0 and main.high > 0):
        return replace(blank, status="refuse", reason="An amount is above zero.", food=food)
    if not math.isfinite(main.high):
        return replace(blank, status="refuse", reason="The number is too large.", food=food)
    return _judged(phrase, main)


def _filled(main: Measure, food: str, blank: Phrase) -> Phrase:
    """Fill in amount, unit, size and, for a mass or a volume, grams or millilitres."""
    finite = math.isfinite(main.low) and math.isfinite(main.high) and not main.vague
    spoon = main.size in {"heaped", "rounded"} and main.low != main.high
    middle = main.low if spoon else (main.low + main.high) / 2
    size = main.unit.size if main.unit is not None else None
    value = middle * size if finite and size is not None else None
    kind = main.unit.kind if main.unit is not None else ""
    return replace(
        blank,
        amount=middle if finite else None,
        low=main.low if finite else None,
        high=main.high if finite else None,
        unit=main.unit.name if main.unit is not None else "",
        unit_text=main.unit_text,
        size=main.size,
        food=food,
        grams=value if kind == "mass" else None,
        millilitres=value if kind == "volume" else None,
        system=main.unit.system if main.unit is not None and main.stated else "",
        approximate=main.approximate,
        also=main.said_beside,
    )


def _judged(phrase: Phrase, main: Measure) -> Phrase:
    """Set the status of a phrase whose amount is plain."""
    if not phrase.food and (not phrase.unit or (main.implied and not phrase.size)):
        reason = "Say of what, and in which unit." if not phrase.unit else "Say how much of what."
        return replace(phrase, status="ask", reason=reason)
    if phrase.unit in vague_units():
        size = household_size(phrase.unit, phrase.food) if not phrase.size else None
        if size is None:
            return replace(
                phrase,
                status="ask",
                vague_unit=True,
                reason=f"How much is one {phrase.unit}? Give grams, millilitres or cups.",
            )
        reason = f"One {phrase.unit} is taken as {size.low:g}-{size.high:g} {size.of}."
        phrase = replace(phrase, household=size, reason=reason)
    share = main.high / phrase.amount if phrase.amount else 1.0
    absurd = implausible(
        phrase.unit,
        phrase.size,
        main.high,
        None if phrase.grams is None else phrase.grams * share,
        None if phrase.millilitres is None else phrase.millilitres * share,
        phrase.food,
    )
    if absurd:
        return replace(phrase, status="flag", reason=absurd)
    return replace(phrase, status="ok", reason=_assumed(phrase, main))


def _assumed(phrase: Phrase, main: Measure) -> str:
    """Say what was assumed in reading a plain amount; "" where nothing was."""
    if phrase.household:
        return phrase.reason
    if phrase.size in {"heaped", "rounded"} and main.low != main.high:
        return f"A {phrase.size} {phrase.unit} is taken as one to two level ones."
    if phrase.size and phrase.unit != phrase.size and phrase.size not in EXACT_FILLS:
        return f"Taken as the usual {phrase.unit}, though it says {phrase.size}."
    return main.note


def _not_food(
    cut: list[Token], begin: int, main: Measure, other: tuple[str, str], blank: Phrase
) -> Phrase:
    """Refuse or ask for an amount in a unit that measures no food: IU, kcal, inches."""
    kind, reason = other
    word = " ".join(token.low for token in cut[main.end : main.end + 2])
    length = 2 if word in {"international unit", "international units", "daily value"} else 1
    used = set(range(main.start, main.end + length))
    food = food_text(cut, begin, used)
    phrase = replace(_filled(main, food, blank), unit="IU" if kind == "nutrient" else "")
    unit_text = cut[main.end].text
    if kind == "nutrient":
        nutrient = nutrient_name(food) or food
        return replace(
            phrase,
            status="refuse",
            kind="nutrient",
            nutrient=nutrient,
            unit_text=unit_text,
            reason=reason,
        )
    status = "refuse" if kind in {"energy", "substance", "share"} else "ask"
    return replace(
        blank, status=status, reason=reason, food=food, unit_text=unit_text, kind=blank.kind
    )


def _after_food(
    cut: list[Token], begin: int, main: Measure, used: set[int], locale: str
) -> tuple[Measure, set[int]]:
    """Read what a bare count counts after the food: "3 garlic cloves", "1 banana, large"."""
    sized = main.unit is not None and main.unit.name == main.size
    if main.unit is not None and not sized:
        return main, used
    rest = [position for position in range(begin, len(cut)) if position not in used]
    while rest and cut[rest[-1]].text in {")", "."}:
        rest.pop()
    if len(rest) < 2:  # noqa: PLR2004 - a food and a word after it
        return main, used
    last = rest[-1]
    found = read_unit(cut, last, locale)
    if found is not None and found[0].name in units_after_food() and found[2] >= len(cut):
        if cut[last].low != found[1].casefold() or low(cut, rest[-2]) in SEPARATORS | ELSEWHERE:
            return main, used
        return replace(main, unit=found[0], unit_text=found[1]), used | {last}
    if main.unit is None and low(cut, rest[-2]) in {",", "("}:
        one = replace(cut[last], kind="number", text="1", low="1")
        trailing = read_measure([one, cut[last]], 0, locale)
        if trailing is not None and trailing.unit is not None and trailing.unit.kind == "count":
            size = trailing.size
            if size:
                return replace(main, unit=trailing.unit, unit_text=size, size=size), used | {last}
    return main, used


def _drink(main: Measure, food: str, locale: str) -> tuple[Measure, str]:
    """Read ounces of a drink as fluid ounces: "8 oz milk" of an American, "8-oz glass"."""
    if main.unit is None or main.unit.name != "oz":
        return main, food
    holds = holds_drink(main.pack)
    drunk = holds == "only" or (is_drink(food) and (locale == "us" or holds != ""))
    if drunk or (holds and not food):
        return replace(main, unit=unit_word("fl oz", locale), note=FLUID), food
    return main, food
