"""Household measures: this food's cup, slice or large one → grams.

A volume or a household word becomes grams only by a measure of that very food, in that food's
own state (a cup of spinach weighs 30 g raw and 180 g boiled), or by a sourced density. Where
neither is there the answer is to ask, with the measures that the food has; the measure of
another food is never borrowed.
"""

import functools
import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foods.units import VOLUME_UNITS, Unit, unit_word

if TYPE_CHECKING:
    from foods.composition import FoodTable

CLOSE = 1.10
"""Measures whose heaviest is at most this many times the lightest stand for one another."""

VOLUME_APART = 0.15
"""A weight that differs by a larger share from the food's own cup contradicts it."""

HOUSEHOLD_APART = 2.0
"""Slices and cans differ from brand to brand: only a weight this many times off contradicts."""

FLAT_BREADS = frozenset(("naan", "chapati", "roti", "paratha", "puri", "pita", "tortilla"))
"""Breads of which one is one piece; a piece of cake is not one cake."""

CUT_UP = frozenset(
    [
        "cake",
        "pie",
        "pizza",
        "crust",
        "entree",
        "chicken",
        "turkey",
        "duck",
        "goose",
        "guinea",
        "pheasant",
        "squab",
        "fish",
    ]
)
"""Foods of which "one" may be a piece as well as the whole."""

SIZES = frozenset(("small", "medium", "large", "extra large", "extra small", "jumbo"))
MASS_SOURCE = "definition of the unit"
SINGULAR_IN_IE = frozenset(("cookies", "brownies", "pies", "smoothies", "hoagies"))


@dataclass(frozen=True, slots=True)
class Measure:
    """One household measure of one food.

    Attributes:
        food_id: The food it weighs.
        measure: What one of it is: "cup, chopped", 'large (3-1/4" dia)'.
        grams: Edible grams of one [g].
        source: Table and release that states it.
    """

    food_id: str
    measure: str
    grams: float
    source: str


@dataclass(frozen=True, slots=True)
class Density:
    """Grams of one millilitre.

    Attributes:
        g_per_ml: Density [g/ml].
        source: Where it comes from, in words.
    """

    g_per_ml: float
    source: str


@dataclass(frozen=True, slots=True)
class Weight:
    """What one unit of a food weighs, or why that cannot be said.

    Attributes:
        grams_per_unit: Edible grams of one unit [g]; None for "ask" and "unknown".
        low: Lightest it may be [g].
        high: Heaviest it may be [g].
        status: "exact", "estimated", "ask" or "unknown" (no such unit at all).
        reason: One sentence for the person who entered it.
        source: Table and release, or the density's source; "" where there is no weight.
        choices: For "ask", the measures this food has.
    """

    grams_per_unit: float | None
    low: float | None
    high: float | None
    status: str
    reason: str
    source: str = ""
    choices: tuple[Measure, ...] = ()


def normal(unit_text: str) -> str:
    """Write a unit or measure the one way that the factor table keys it.

    A word on the allow-list becomes its canonical name ("Tablespoons" → "tbsp", "slices" →
    "slice"); other text is put in lower case with single spaces, a lone word in the singular.

    Args:
        unit_text: What a diary, a page or a source wrote.

    Returns:
        The key.
    """
    found = unit_word(unit_text)
    plain = " ".join(unit_text.lower().split())
    if found is not None:
        said = found.system if found.system not in ("", "us") else ""
        return f"{said} {found.name}".strip()
    return plain if " " in plain else _singular(plain)


def weigh(table: "FoodTable", food_id: str, unit: str, *, locale: str = "us") -> Weight:
    """Find what one unit of a food weighs.

    Args:
        table: The foods.
        food_id: Which food.
        unit: The unit as written: "g", "cups", "large", "cup, chopped"; "" or "piece" counts.
        locale: Whose cups and spoons: "us", "uk" or "metric". USDA's measures are US ones.

    Returns:
        The weight of one unit, or status "ask" with the food's own measures.

    Raises:
        UnknownFoodError: The table has no such food.
        UnitError: There is no such locale.
    """
    return weigh_by(
        table.measures_of(food_id),
        unit,
        locale=locale,
        density=lambda: table.density_of(food_id),
        description=table.food(food_id).description,
    )


def weigh_by(
    measures: Sequence[Measure],
    unit: str,
    *,
    locale: str = "us",
    density: Callable[[], Density | None] = lambda: None,
    description: str = "",
) -> Weight:
    """Find what one unit weighs, given a food's measures and density.

    In this order: a unit of mass; the measure's own text; measures that begin with the unit's
    word (one is exact; several within 10 % give a range); a volume through another volume
    measure of the same food; a sourced density. Else ask.

    Args:
        measures: The food's own measures.
        unit: The unit as written.
        locale: Whose cups and spoons: "us", "uk" or "metric".
        density: Gives the food's density, called only where it is needed.
        description: The food's description, to count almonds as almonds.

    Returns:
        The weight of one unit.

    Raises:
        UnitError: There is no such locale.
    """
    found = unit_word(unit, locale)
    if found is not None and found.kind == "mass" and found.size is not None:
        return Weight(found.size, found.size, found.size, "exact", "A unit of mass.", MASS_SOURCE)
    key = normal(unit)
    volume = found if found is not None and found.kind == "volume" else None
    if volume is None or volume.system in ("", "us"):
        own = [m for m in measures if normal(m.measure) == key]
        own = own or [m for m in measures if key in heads(m.measure)]
        if own:
            return _settled(unit, own)
    if volume is not None:
        return _by_volume(unit, volume, measures, density())
    if key in ("", "piece"):
        return _counted(measures, description)
    return _ask(unit, measures, known=found is not None or key in SIZES)


def misfit(
    table: "FoodTable", food_id: str, grams: float, also: tuple[float, str], *, locale: str = "us"
) -> str:
    """Say that a stated weight and a household measure of one food do not fit together.

    Args:
        table: The foods.
        food_id: Which food.
        grams: The weight that was taken [g].
        also: Amount and unit that the same line states beside it: (1, "cup").
        locale: Whose cups and spoons: "us", "uk" or "metric".

    Returns:
        A question where they differ by more than `VOLUME_APART` for a volume or by more than
        `HOUSEHOLD_APART` times for a slice, a can or a size; "" where they fit, or where the
        food has no such measure.

    Raises:
        UnknownFoodError: The table has no such food.
        UnitError: There is no such locale.
    """
    amount, unit = also
    weight = weigh(table, food_id, unit, locale=locale)
    known = [measure.grams for measure in weight.choices if normal(unit) in heads(measure.measure)]
    low = weight.low if weight.low is not None else min(known, default=None)
    high = weight.high if weight.high is not None else max(known, default=None)
    if low is None or high is None:
        return ""
    found = unit_word(unit, locale)
    volume = found is not None and found.kind == "volume"
    apart = 1 + VOLUME_APART if volume else HOUSEHOLD_APART
    if amount * low / apart <= grams <= amount * high * apart:
        return ""
    own = _g(amount * low) if low == high else f"{_g(amount * low)} to {_g(amount * high)}"
    return f"{amount:g} {unit} of this food weighs {own}, not {_g(grams)}; which one holds?"


@functools.lru_cache(maxsize=16384)
def heads(measure: str) -> frozenset[str]:
    """Give the keys that a measure's text begins with.

    "large (3-1/4 in dia)" answers to "large", "cup slices" to "cup slices" and "cup". A measure
    that weighs what remains of something else ("package (10 oz) yields") answers to none.

    Args:
        measure: Text of the measure.

    Returns:
        Keys as `normal` writes them.
    """
    plain = " ".join(measure.lower().split())
    if re.search(r"(?<!\()\byields?\b|\(yield\b", plain):
        return frozenset()
    phrase = re.split(r"[,(]", plain)[0].strip().removeprefix("nlea ")
    words = phrase.split()
    found = {phrase and normal(phrase), words[0] and normal(words[0])} if words else set()
    if words[:2] == ["fl", "oz"]:
        found = {"fl oz", normal(phrase)}
    return frozenset(key for key in found if key)


@functools.lru_cache(maxsize=16384)
def volume_of(measure: str) -> tuple[float, bool] | None:
    """Give the volume that a measure states by its own head word, in US size.

    Args:
        measure: Text of the measure: "cup, chopped", "fl oz".

    Returns:
        Millilitres [ml] and whether it is plain (nothing about chopping or packing), or None
        where it states no volume.
    """
    named = [key for key in heads(measure) if key in VOLUME_UNITS]
    if not named:
        return None
    unit = unit_word(named[0])
    if unit is None or unit.size is None:
        return None
    rest = re.sub(r"\((?:[\d./ ]*(?:nlea )?servings?|[\d./ ]*fl oz)\)", "", measure.lower())
    return unit.size, normal(rest) == unit.name


def _settled(unit: str, found: Sequence[Measure]) -> Weight:
    grams = [m.grams for m in found]
    low, high = min(grams), max(grams)
    source = found[0].source
    if math.isclose(low, high, rel_tol=1e-6):
        reason = f"{found[0].measure}: {_g(grams[0])}."
        return Weight(grams[0], grams[0], grams[0], "exact", reason, source)
    if high <= CLOSE * low:
        middle = math.fsum(grams) / len(grams)
        reason = f"{len(found)} measures of this food begin with {unit!r}: {_g(low)} to {_g(high)}."
        return Weight(middle, low, high, "estimated", reason, source)
    reason = f"{unit!r} may be {_listed(found)}: say which."
    return Weight(None, None, None, "ask", reason, choices=tuple(found))


def _by_volume(
    unit: str, volume: Unit, measures: Sequence[Measure], density: Density | None
) -> Weight:
    millilitres = volume.size or 0.0
    known = [(m, *stated) for m in measures if (stated := volume_of(m.measure)) is not None]
    plain = [(m, ml) for m, ml, is_plain in known if is_plain]
    if plain:
        largest, ml = max(plain, key=lambda pair: pair[1])  # least touched by rounding
        reason = f"Converted from this food's {largest.measure}, {_g(largest.grams)}."
        return _converted(millilitres, [largest.grams / ml], reason, largest.source)
    if known:
        per_mls = [m.grams / ml for m, ml, _ in known]
        found = [m for m, _, _ in known]
        if max(per_mls) <= CLOSE * min(per_mls):
            reason = f"Converted from this food's {_listed(found)}."
            return _converted(millilitres, per_mls, reason, found[0].source)
        reason = f"{unit!r} depends on how it is filled: {_listed(found)}. Say which."
        return Weight(None, None, None, "ask", reason, choices=tuple(found))
    if density is not None:
        reason = f"Converted by density, {density.g_per_ml:g} g/ml."
        return _converted(millilitres, [density.g_per_ml], reason, density.source)
    return _ask(unit, measures, known=True)


def _converted(millilitres: float, per_mls: list[float], reason: str, source: str) -> Weight:
    grams = [millilitres * per_ml for per_ml in per_mls]
    middle = math.fsum(grams) / len(grams)
    return Weight(middle, min(grams), max(grams), "estimated", reason, source)


def _counted(measures: Sequence[Measure], description: str) -> Weight:
    # Only plurals can be counted: one of "Nuts, almonds", never one of "Chicken, meat only".
    words = re.findall(r"[a-z]+", description.lower())
    whole = {_singular(word) for word in words if _singular(word) != word} | {"fruit", "whole"}
    found = [m for m in measures if heads(m.measure) & whole]
    found = found or [m for m in measures if _is_one(m.measure, description)]
    found = found or [m for m in measures if heads(m.measure) & SIZES]
    if FLAT_BREADS & set(words):
        found = found or [m for m in measures if "piece" in heads(m.measure)]
    return _settled("one", found) if found else _ask("one", measures, known=True)


def _is_one(measure: str, description: str) -> bool:
    """Tell whether a measure is the food's own name and at most its size: 'cucumber (8-1/4")'."""
    own = re.findall(r"[a-z]+", description.lower().split(",")[0])
    named = measure.lower().split("(")[0].strip()
    return bool(own) and named in {own[0], own[-1]} - CUT_UP


def _ask(unit: str, measures: Sequence[Measure], *, known: bool) -> Weight:
    if not known:
        reason = f"{unit!r} is neither a unit nor a measure of this food. "
        status = "unknown"
    else:
        reason = f"This food has no measure {unit!r}. "
        status = "ask"
    reason += f"It has {_listed(measures)}, or grams." if measures else "Give grams."
    return Weight(None, None, None, status, reason, choices=tuple(measures))


def _listed(measures: Iterable[Measure]) -> str:
    return "; ".join(f"{m.measure} = {_g(m.grams)}" for m in measures)


def _g(grams: float) -> str:
    return f"{grams:.4g} g"


def _singular(word: str) -> str:
    if word in SINGULAR_IN_IE:
        return word[:-1]
    if len(word) > 4 and word.endswith("ies"):  # noqa: PLR2004
        return word[:-3] + "y"
    if word.endswith(("oes", "ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if len(word) > 2 and word.endswith("s") and word[-2] not in "su" else word  # noqa: PLR2004
