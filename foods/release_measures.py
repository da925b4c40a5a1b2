"""Portions as the survey words them → household measures of ONE.

    "1 cup, NFS", 244 g        cup, 244 g
    "1/2 bagel", 52 g          bagel, 104 g
    "10 chips", 20 g           chips, 2 g: `foods.measures.normal` keys it as chip
    "6 oz container", 170 g    6 oz container, 170 g: the number belongs to the container
    "1/4 of a 9-inch pie"      kept as it is

"NFS" (not further specified) at the end is left out: the survey's own portion of a plain cup.
"Quantity not specified" is a measure where it weighs something; 0 g is the survey's "none".
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from foods.measures import normal

UNDETERMINED = "undetermined"
_COUNTED = re.compile(r"(?P<amount>\d+(?:\.\d+)?|\d+/\d+)\s+(?P<thing>\S.*)", re.DOTALL)
_BELONGS = re.compile(r"of\b|(?:fl )?oz\b.*\w|lb\b|inch\b|calorie|\d|x\b|-", re.IGNORECASE)
"""Words after a number that make it a size and not a count: "6 oz container", "2 of 5"."""
_TOLD = re.compile(r"\((?:makes|equivalent|\d+ pieces)")
"""The bracket speaks of the whole amount, so the portion cannot be cut into ones."""
_PLAIN_UNIT = re.compile(r"(?:fl )?oz(?: \(|,|$)", re.IGNORECASE)
_NFS = re.compile(r"(?:,\s*NFS|\s*\(NFS\))$")


@dataclass(frozen=True, slots=True)
class Portion:
    """One portion as a source states it.

    Attributes:
        text: In the source's words; with the amount in it where `amount` is None.
        grams: What the whole of it weighs [g].
        amount: How many of `text`, where the source has a column for it.
    """

    text: str
    grams: float
    amount: float | None = None

    @property
    def weighs(self) -> bool:
        """Whether it is a measure at all: it has a name and a weight."""
        counted = self.amount is None or 0 < self.amount < math.inf
        return bool(self.text) and 0 < self.grams < math.inf and counted


def portion_of(
    grams: float, *, description: str, amount: float | None, unit: str, modifier: str
) -> Portion:
    """Put together a portion from the four fields that FoodData Central spreads it over.

    Args:
        grams: What the whole of it weighs [g].
        description: FNDDS: the portion in words, amount included; "" elsewhere.
        amount: How many; None in FNDDS.
        unit: Foundation: "cup"; "undetermined" where there is none.
        modifier: SR: "cup, chopped"; Foundation: "chopped"; FNDDS: a number that names nothing.

    Returns:
        The portion.
    """
    if description and amount is None:
        return Portion(description, grams)
    parts = ["" if unit == UNDETERMINED else unit, "" if modifier.isdigit() else modifier]
    text = description or ", ".join(part for part in parts if part)
    return Portion(text, grams, amount or 1.0)


def one_of(text: str, grams: float) -> tuple[str, float, bool]:
    """Give what one of a portion is called and weighs.

    Args:
        text: The portion in the source's words: "1 cup, diced".
        grams: What the whole of it weighs [g].

    Returns:
        The measure, grams of one [g], and whether the source itself states one of it.
    """
    plain = _NFS.sub("", " ".join(text.split()))
    found = _COUNTED.fullmatch(plain)
    if found is None:
        return plain, grams, True
    amount, thing = Fraction(found["amount"]), found["thing"]
    if amount == 1:
        return thing, grams, True
    sized = _BELONGS.match(thing) and not _PLAIN_UNIT.match(thing)
    if amount <= 0 or sized or _TOLD.search(thing):
        return plain, grams, True
    return thing, grams / float(amount), False


def measures_of_one(portions: Iterable[Portion]) -> list[tuple[str, float]]:
    """Give a food's measures, each for one, each once.

    Args:
        portions: What the source states.

    Returns:
        Measure and grams of one [g], in the source's order. Portions that weigh nothing are left
        out; a measure that the source states for one is not worked out from several.
    """
    made = [_one(portion) for portion in portions if portion.weighs]
    stated = {normal(measure) for measure, _, direct in made if direct}
    seen: set[tuple[str, float]] = set()
    kept: list[tuple[str, float]] = []
    for measure, grams, direct in made:
        key = normal(measure)
        if (key, grams) in seen or (not direct and key in stated):
            continue
        seen.add((key, grams))
        kept.append((measure, grams))
    return kept


def _one(portion: Portion) -> tuple[str, float, bool]:
    if portion.amount is None:
        return one_of(portion.text, portion.grams)
    return portion.text, portion.grams / portion.amount, portion.amount == 1
