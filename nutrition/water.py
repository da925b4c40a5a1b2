"""Calcium and magnesium of drinking water, from a supplier's figures or its hardness.

Hardness counts calcium and magnesium together, so one number does not split into the two; each is
then unknown, with the most that it may be. Units are converted with pint from their definitions in
`data/hardness_units.csv`.
"""

import csv
import functools
import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from foods import units
from foods.densities import density_rules
from foods.errors import MgcaError
from nutrition.label_rounding import printed
from nutrition.own_foods import UNKNOWN, NutrientValue, OwnFood

if TYPE_CHECKING:
    from collections.abc import Mapping

    from foods.composition import Food

DATA = Path(__file__).parent / "data"
AMOUNT = "amount"
AGREE = 0.1
"""A hardness and a supplier's calcium and magnesium agree within this share of the hardness."""
WATER_GROUP = "water"
RICHEST_MG_PER_L = {"Ca": 1_134.0, "Mg": 1_060.0}
"""Most calcium and magnesium among 1,903 bottled waters of 41 European countries [mg/l]; more is
asked about, never refused. Calcium and Magnesium in Groundwater (CRC Press 2014), the chapter on
European bottled waters, doi 10.1201/b17085-20."""
MOST_MG_PER_L = 10_000.0
"""With so much dissolved, water is highly saline and drunk by nobody [mg/l of one mineral]: US
Geological Survey, Saline Water and Salinity (10,000 to 35,000 ppm of salts)."""


class WaterError(MgcaError, ValueError):
    """Figures of a water that cannot be right, or a hardness unit that is not on record."""


@dataclass(frozen=True)
class HardnessUnit:
    """One unit of water hardness.

    Attributes:
        unit: Its name: "°dH".
        words: Other ways to write it.
        quantity: How many of ``pint_unit`` one is.
        pint_unit: Unit as pint reads it.
        counted_as: What it weighs: "CaCO3", "CaO", "Ca", "Mg", or "amount" for a molar unit.
        molar_mass: Of what it weighs [g/mol]; None for a molar unit.
        definition: In words.
        source: Who defines it so.
    """

    unit: str
    words: tuple[str, ...]
    quantity: float
    pint_unit: str
    counted_as: str
    molar_mass: float | None
    definition: str
    source: str


@dataclass(frozen=True)
class WaterMinerals:
    """Calcium and magnesium of a water.

    Attributes:
        calcium: In a litre [mg/l], with its interval.
        magnesium: In a litre [mg/l].
        hardness_mmol_per_l: Calcium and magnesium together [mmol/l], where both or it are known.
        warnings: Ids: ``hardness_does_not_split`` (ask the supplier for both minerals),
            ``hardness_disagrees`` (the supplier's two figures make another hardness),
            ``hardness_below_mineral`` (the one mineral alone makes more than the hardness),
            ``hardness_reached`` (it makes about all of it: the other is only a range).
        questions: Ids of what is to be looked at again before it is kept:
            ``calcium_beyond_bottled``, ``magnesium_beyond_bottled`` or
            ``hardness_beyond_bottled``: more than in any bottled water (`RICHEST_MG_PER_L`).
    """

    calcium: NutrientValue
    magnesium: NutrientValue
    hardness_mmol_per_l: float | None
    warnings: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True)
class WaterRule:
    """Whether a food's own values already hold the water it is taken with.

    Attributes:
        holds: True: add no water for it. False: it is dry or concentrated, so water taken with
            it is entered apart.
        reason: ``is_water``, ``prepared``, ``dry_or_concentrated``, ``ready_to_drink`` or
            ``as_eaten``.
    """

    holds: bool
    reason: str


NOT_DRY = re.compile(
    r"\b(?:undiluted|not reconstituted|unprepared|from concentrate|wine.*)\b", re.IGNORECASE
)
"""Words that hold "diluted", "concentrate" or "dry" and mean something else."""
DRY = re.compile(
    r"\b(?:powder(?:ed)?|dry|mix|condensed|concentrate|cubes?|syrup|"
    r"(?:coffee|tea|beverages), instant|instant (?:coffee|tea))\b",
    re.IGNORECASE,
)
PREPARED = re.compile(
    r"\b(?:(?:prepared|made|cooked) (?:with|from)|brewed|reconstituted|diluted|water added)\b",
    re.IGNORECASE,
)
READY = re.compile(r"\bready[- ]to[- ](?:drink|serve|eat|feed)\b", re.IGNORECASE)
DRUNK = ("beverages", "soups", "juices", "plant drinks", "milk", "fortified milk", "baby foods")
MAY_BE_DRY = (*DRUNK, "breakfast cereals", "sauces and condiments", "cream and frozen dairy")


@functools.cache
def hardness_units() -> tuple[HardnessUnit, ...]:
    """Give every hardness unit on record."""
    with (DATA / "hardness_units.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            HardnessUnit(
                row["unit"],
                tuple(row["words"].split("|")),
                float(row["quantity"]),
                row["pint_unit"],
                row["counted_as"],
                float(row["molar_mass_g_mol"]) if row["molar_mass_g_mol"] else None,
                row["definition"],
                row["source"],
            )
            for row in csv.DictReader(file)
        )


def hardness_unit(text: str) -> HardnessUnit:
    """Look up a hardness unit by its name or a word for it.

    Raises:
        WaterError: It is not on record.
    """
    key = " ".join(text.split()).casefold()
    for unit in hardness_units():
        if key == unit.unit.casefold() or key in unit.words:
            return unit
    raise WaterError(
        f"{text!r} is no unit of hardness.",
        hint=f"Use one of {', '.join(unit.unit for unit in hardness_units())}.",
        unit=text,
    )


def hardness(value: float, unit: str, to: str = "mmol/L") -> float:
    """Convert a water hardness.

    Args:
        value: Hardness [in ``unit``].
        unit: A unit on record: "mg/L CaCO3", "°dH", "°f", "°Clark", "gpg", "mmol/L".
        to: The unit wanted.

    Returns:
        Hardness [in ``to``].

    Raises:
        WaterError: A unit is not on record, or the hardness is negative or no number.
    """
    _checked(value, "hardness")
    return value * _mmol_per_litre(hardness_unit(unit)) / _mmol_per_litre(hardness_unit(to))


def water_minerals(
    calcium_mg_per_l: float | None = None,
    magnesium_mg_per_l: float | None = None,
    *,
    hardness_value: float | None = None,
    unit: str = "mg/L CaCO3",
    source: str = "water supplier or bottle, as entered",
) -> WaterMinerals:
    """Work out what a water holds from what is known of it.

    Args:
        calcium_mg_per_l: Calcium [mg/l], None where it is not stated.
        magnesium_mg_per_l: Magnesium [mg/l], None where it is not stated.
        hardness_value: Total hardness [in ``unit``], None where it is not stated.
        unit: Unit of the hardness.
        source: Where the figures come from.

    Returns:
        Both minerals. Reason ``stated``, ``from_hardness`` (the other one is stated, this is
        what remains of the hardness, as near as both figures were given), ``hardness_reached``
        (unknown, between zero and what the tolerance `AGREE` leaves), ``hardness_only``
        (unknown, between zero and all of the hardness), ``not_stated``, or
        ``hardness_below_mineral``.

    Raises:
        WaterError: A figure is negative or no number, or more than water that is drunk can hold;
            or the unit is not on record.
    """
    stated = {"Ca": calcium_mg_per_l, "Mg": magnesium_mg_per_l}
    for name, amount in stated.items():
        if amount is not None:
            _checked(amount, f"mg of {name} in a litre")
            _checked_salt(amount, f"{amount:g} mg of {name} in a litre")
    total = None if hardness_value is None else hardness(hardness_value, unit)
    one_mg = {name: _mmol_per_litre(hardness_unit(f"mg/L {name}")) for name in stated}
    if total is not None:
        _checked_salt(total / one_mg["Ca"], f"A hardness of {hardness_value:g} {unit}")
    known = {name: amount * one_mg[name] for name, amount in stated.items() if amount is not None}
    made = math.fsum(known.values())
    warning = _warning(made, len(known), total)
    rounded = _rounded(stated, hardness_value, unit, one_mg)

    def mineral(name: str) -> NutrientValue:
        amount = stated[name]
        if amount is not None:
            return NutrientValue(amount, amount, amount, "stated", source)
        if total is None:
            return NutrientValue(None, None, None, "not_stated")
        if not known:
            return NutrientValue(None, 0.0, total / one_mg[name], "hardness_only", source)
        left = _left(total, made, rounded, warning)
        return NutrientValue(*left, warning or "from_hardness", source).times(1 / one_mg[name])

    together = made if len(known) == len(stated) else total
    asked = _questions(stated, total, one_mg)
    warnings = (warning,) if warning else ()
    return WaterMinerals(mineral("Ca"), mineral("Mg"), together, warnings, asked)


def water_food(minerals: WaterMinerals, food_id: str, name: str) -> OwnFood:
    """Make a food of a water, so that a diary enters it by the glass or the litre.

    Its group is "water": its minerals count as food, never toward the magnesium upper level.

    Args:
        minerals: What it holds.
        food_id: Its id, "user:…".
        name: "Tap water at home".

    Returns:
        The food per 100 g, with ``ml`` and ``liter`` among its measures.
    """
    density = next(
        rule.density for rule in density_rules() if rule.fits(food_id, WATER_GROUP, name)
    )
    assert density is not None
    per_100_g = 0.1 / density.g_per_ml
    zero = NutrientValue(0.0, 0.0, 0.0, "plain_water", "water holds no energy")
    return OwnFood(
        food_id,
        name,
        WATER_GROUP,
        {
            "calcium_mg": minerals.calcium.times(per_100_g),
            "magnesium_mg": minerals.magnesium.times(per_100_g),
            "energy_kcal": zero,
            "caffeine_mg": UNKNOWN,
        },
        {"ml": density.g_per_ml, "liter": 1_000.0 * density.g_per_ml},
        f"own entry: minerals in a litre; density: {density.source}",
        questions=minerals.warnings,
    )


def water_rule(food: "Food") -> WaterRule:
    """Say whether the water that a food is prepared with is already in its values.

    A brewed tea, a prepared soup and a boiled grain hold their water; so do tap and bottled
    water themselves. Only what is dry, powdered or condensed is taken with water of its own.

    Args:
        food: The food of the table.

    Returns:
        The rule, with its reason.
    """
    if food.food_group == WATER_GROUP:
        return WaterRule(holds=True, reason="is_water")
    said = NOT_DRY.sub("", food.description)
    # A powder that is prepared is no powder any more.
    if PREPARED.search(said):
        return WaterRule(holds=True, reason="prepared")
    ready = READY.search(said) is not None
    if not ready and DRY.search(said) and food.food_group in MAY_BE_DRY:
        return WaterRule(holds=False, reason="dry_or_concentrated")
    if food.food_group in DRUNK:
        return WaterRule(holds=True, reason="ready_to_drink")
    return WaterRule(holds=True, reason="as_eaten")


@functools.cache
def _mmol_per_litre(unit: HardnessUnit) -> float:
    registry = units.registry()
    one = registry.Quantity(unit.quantity, unit.pint_unit)
    if unit.molar_mass is not None:
        one = one / registry.Quantity(unit.molar_mass, "gram / mole")
    return float(one.to("millimole / liter").magnitude)


def _left(
    total: float, made: float, rounded: float, warning: str
) -> tuple[float | None, float | None, float | None]:
    """Give what a hardness leaves to the other mineral, with its least and most [mmol/l]."""
    if warning == "hardness_below_mineral":
        return None, None, None
    left = total - made
    if warning:
        return None, 0.0, max(left + rounded, total * (1 + AGREE) - made)
    return left, max(0.0, left - rounded), left + rounded


def _rounded(
    stated: "Mapping[str, float | None]",
    hardness_value: float | None,
    unit: str,
    one_mg: "Mapping[str, float]",
) -> float:
    """Add up half a unit of the last digit of each figure that was given [mmol/l]."""
    given = [(amount, one_mg[name]) for name, amount in stated.items()]
    if hardness_value is not None:
        given.append((hardness_value, _mmol_per_litre(hardness_unit(unit))))
    return math.fsum(printed(amount)[1] * size for amount, size in given if amount is not None)


def _warning(made: float, known: int, total: float | None) -> str:
    if total is None:
        return ""
    if known == 0:
        return "hardness_does_not_split"
    if known == 1:
        if made > total * (1 + AGREE):
            return "hardness_below_mineral"
        return "hardness_reached" if made >= total > 0 else ""
    return "hardness_disagrees" if abs(made - total) > AGREE * max(made, total) else ""


def _questions(
    stated: "Mapping[str, float | None]", total: float | None, one_mg: "Mapping[str, float]"
) -> tuple[str, ...]:
    """Name what is more than any bottled water holds."""
    names = {"Ca": "calcium", "Mg": "magnesium"}
    asked = [
        f"{names[name]}_beyond_bottled"
        for name, amount in stated.items()
        if amount is not None and amount > RICHEST_MG_PER_L[name]
    ]
    richest = math.fsum(most * one_mg[name] for name, most in RICHEST_MG_PER_L.items())
    if total is not None and total > richest:
        asked.append("hardness_beyond_bottled")
    return tuple(asked)


def _checked_salt(amount: float, what: str) -> None:
    if amount > MOST_MG_PER_L:
        raise WaterError(
            f"{what}: water with so much dissolved in it is brine, and nobody drinks it.",
            hint="Look at the unit and the decimal point: figures are milligrams in one litre.",
        )


def _checked(amount: float, what: str) -> None:
    if not 0 <= amount < math.inf:
        raise WaterError(
            f"{amount:g} is no {what}.",
            hint="Give the supplier's figure, or leave it out where it is not stated.",
        )
