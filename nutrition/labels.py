"""Own foods from a label: milligrams or percent Daily Value → a food per 100 g.

A label rounds, so each value is an interval: 20 % of 1,300 mg is 228 to 293 mg. What a label is
silent on is unknown; a declared zero is an interval that begins at zero, not a zero.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from foods.densities import density_rules
from foods.nutrients import COLUMNS, MINERALS
from nutrition.label_rounding import (
    ERAS,
    LabelError,
    daily_value,
    mg_interval,
    percent_interval,
    printed,
)
from nutrition.own_foods import UNKNOWN, NutrientValue, OwnFood

KJ_PER_KCAL = 4.184
PLAUSIBLE_PER_100_G = {"calcium_mg": 3_000.0, "magnesium_mg": 1_000.0, "energy_kcal": 902.0}
"""More is asked about: of 13,177 USDA foods five hold more calcium (leavening, rennin, one cereal)
and none more magnesium; 902 kcal is pure fat."""
MOST_MG_PER_100_G = 100_000.0
"""Nothing holds more of a mineral than it weighs, so that no second look can make it right."""
MACROS_AT_MOST_G = 101.0
BASES = ("100 g", "100 ml", "serving")


@dataclass(frozen=True)
class Declared:
    """What a label states of one mineral, for the basis of the label.

    Attributes:
        mg: Milligrams as printed [mg]; text keeps trailing zeros ("260", "1.50").
        percent: Percent Daily Value or NRV as printed [%].
    """

    mg: float | str | None = None
    percent: float | str | None = None


@dataclass(frozen=True)
class Label:
    """A label as somebody copies it.

    Attributes:
        name: What the food is called.
        basis: ``100 g``, ``100 ml`` or ``serving``: what the amounts are for.
        calcium: Calcium as declared; None where the label is silent.
        magnesium: The same for magnesium.
        era: Whose Daily Value the percents mean, one of `ERAS`; None where it is not known.
        serving_g: Weight of a serving [g].
        serving_ml: Volume of a serving [ml].
        g_per_ml: Density [g/ml], where it is known.
        energy_kcal: Energy for the basis [kcal].
        energy_kj: Energy for the basis [kJ], where no kilocalories are given.
        others: Further nutrients for the basis, by column name of the food table.
        macros_g: Fat, carbohydrate, protein, fibre and salt for the basis [g], only to check.
        food_group: Food group; drinks of the groups milk, juices, beverages … have a density.
    """

    name: str
    basis: str
    calcium: Declared | None = None
    magnesium: Declared | None = None
    era: str | None = None
    serving_g: float | None = None
    serving_ml: float | None = None
    g_per_ml: float | None = None
    energy_kcal: float | None = None
    energy_kj: float | None = None
    others: Mapping[str, float | None] = field(default_factory=dict)
    macros_g: Mapping[str, float] = field(default_factory=dict)
    food_group: str = "own foods"


def declared_value(declared: Declared | None, nutrient: str, era: str | None) -> NutrientValue:
    """Work out what a label says of one mineral, for the label's own basis.

    Milligrams come before percents, which only narrow them. A percent without an era is a
    question: the interval covers every era. A declared zero has no value, only an interval.

    Args:
        declared: As printed; None where the label is silent.
        nutrient: ``calcium_mg`` or ``magnesium_mg``.
        era: One of `ERAS`, None where it is not known.

    Returns:
        Value and interval [mg]; reason ``declared_mg``, ``declared_percent``,
        ``declared_zero``, ``which_era``, ``mg_and_percent_disagree`` or ``not_declared``.

    Raises:
        LabelError: An amount that is negative or no number, or an unknown era.
    """
    if era is not None and era not in ERAS:
        daily_value(era, nutrient)
    if declared is None or (declared.mg is None and declared.percent is None):
        return UNKNOWN
    if declared.mg is None:
        assert declared.percent is not None
        return _from_percent(declared.percent, nutrient, era)
    value, _ = printed(declared.mg)
    low, high = mg_interval(declared.mg, nutrient, era)
    source, reason = "label, mg", "declared_mg"
    if declared.percent is not None and era is not None:
        other = _from_percent(declared.percent, nutrient, era)
        if other.low is not None and other.high is not None:
            if other.low <= high and low <= other.high:
                low, high = max(low, other.low), min(high, other.high)
            else:
                reason = "mg_and_percent_disagree"
    if value == 0:
        return NutrientValue(None, low, high, "declared_zero", source)
    return NutrientValue(min(max(value, low), high), low, high, reason, source)


def own_food(label: Label, food_id: str) -> OwnFood:
    """Make a food per 100 g of a label.

    Args:
        label: As copied.
        food_id: Its id, "user:…".

    Returns:
        The food, with ``serving`` and ``ml`` among its measures where they can be weighed, and
        questions: ``calcium_implausible``, ``magnesium_implausible``, ``energy_implausible``,
        ``macros_over_100_g``, ``which_era``, ``mg_and_percent_disagree``.

    Raises:
        LabelError: The basis cannot be weighed, an amount is negative or no number, both minerals
            together weigh more than the food, or the era is unknown.
    """
    density, density_source = _density(label, food_id)
    basis_g = _basis_g(label, density)
    factor = 100.0 / basis_g
    found = dict.fromkeys(COLUMNS, UNKNOWN)
    for nutrient, declared in (("calcium_mg", label.calcium), ("magnesium_mg", label.magnesium)):
        found[nutrient] = declared_value(declared, nutrient, label.era).times(factor)
    _check_weight(label, found)
    for nutrient, amount in _others(label).items():
        value = _amount(amount, nutrient) * factor
        found[nutrient] = NutrientValue(value, value, value, "declared", "label")
    measures = {}
    serving = label.serving_g
    if serving is None and label.serving_ml is not None and density is not None:
        serving = label.serving_ml * density
    if serving is not None:
        measures["serving"] = serving
    if density is not None:
        measures["ml"] = density
    source = f"own entry: label for {label.basis}"
    if density_source and label.basis != "100 g":
        source += f"; {density_source}"
    return OwnFood(
        food_id,
        label.name,
        label.food_group,
        found,
        measures,
        source,
        questions=_questions(label, found, factor),
    )


def _from_percent(percent: float | str, nutrient: str, era: str | None) -> NutrientValue:
    value, _ = printed(percent)
    intervals = []
    for candidate in ERAS if era is None else (era,):
        of = daily_value(candidate, nutrient).value_mg / 100
        low, high = percent_interval(percent, candidate)
        intervals.append((low * of, high * of))
    low, high = min(i[0] for i in intervals), max(i[1] for i in intervals)
    if era is None:
        return NutrientValue(None, low, high, "which_era", "label, percent")
    mg = daily_value(era, nutrient)
    source = f"label, {value:g} % of {mg.value_mg:g} mg ({mg.source})"
    if value == 0:
        return NutrientValue(None, low, high, "declared_zero", source)
    return NutrientValue(value * mg.value_mg / 100, low, high, "declared_percent", source)


def _others(label: Label) -> dict[str, float]:
    energy = label.energy_kcal
    if energy is None and label.energy_kj is not None:
        energy = label.energy_kj / KJ_PER_KCAL
    amounts = {"energy_kcal": energy, **label.others}
    wrong = sorted(set(amounts) - (set(COLUMNS) - set(MINERALS)))
    if wrong:
        raise LabelError(
            f"{label.name}: {', '.join(wrong)} are no further nutrients of the food table.",
            hint=f"Use {', '.join(c for c in COLUMNS if c not in MINERALS)}.",
            nutrients=wrong,
        )
    return {nutrient: amount for nutrient, amount in amounts.items() if amount is not None}


def _basis_g(label: Label, density: float | None) -> float:
    if label.basis not in BASES:
        raise LabelError(
            f"{label.name}: {label.basis!r} is no basis of a label.",
            hint=f"Choose one of {', '.join(BASES)}.",
        )
    if label.basis == "100 g":
        return 100.0
    if label.basis == "serving" and label.serving_g is not None:
        return label.serving_g
    volume = 100.0 if label.basis == "100 ml" else label.serving_ml
    if volume is None or density is None:
        what = "a serving" if label.basis == "serving" else "100 ml"
        raise LabelError(
            f"{label.name}: it is not known what {what} weighs.",
            hint=f"Weigh {what} and give the grams.",
            basis=label.basis,
        )
    return volume * density


def _density(label: Label, food_id: str) -> tuple[float | None, str]:
    for given in (label.serving_g, label.serving_ml, label.g_per_ml):
        if given is not None and not 0 < given < math.inf:
            raise LabelError(
                f"{label.name}: {given:g} is no weight, volume or density.",
                hint="Give grams, millilitres and g/ml above zero, or leave them out.",
            )
    if label.g_per_ml is not None:
        return label.g_per_ml, "density as entered"
    if label.serving_g is not None and label.serving_ml is not None:
        return label.serving_g / label.serving_ml, "weight and volume of a serving"
    for rule in density_rules():
        if rule.fits(food_id, label.food_group, label.name):
            found = rule.density
            return (None, "") if found is None else (found.g_per_ml, f"density: {found.source}")
    return None, ""


def _check_weight(label: Label, found: Mapping[str, NutrientValue]) -> None:
    least = math.fsum(found[mineral].low or 0.0 for mineral in MINERALS)
    if least > MOST_MG_PER_100_G:
        raise LabelError(
            f"{label.name}: {least / 1000:,.0f} g of minerals in 100 g is more than it weighs.",
            hint="Look at the unit and the decimal point: the label states milligrams. Check the "
            "weight of a serving too.",
            mg_per_100_g=least,
        )


def _questions(label: Label, found: Mapping[str, NutrientValue], factor: float) -> tuple[str, ...]:
    questions = []
    for nutrient, most in PLAUSIBLE_PER_100_G.items():
        value = found[nutrient]
        stated = value.value if value.value is not None else value.low
        if stated is not None and stated > most:
            questions.append(f"{nutrient.rpartition('_')[0]}_implausible")
    if math.fsum(label.macros_g.values()) * factor > MACROS_AT_MOST_G:
        questions.append("macros_over_100_g")
    asked = ("which_era", "mg_and_percent_disagree")
    reasons = {found[mineral].reason for mineral in MINERALS}
    return (*questions, *(reason for reason in asked if reason in reasons))


def _amount(amount: float, nutrient: str) -> float:
    if not 0 <= amount < math.inf:
        raise LabelError(
            f"{nutrient} of {amount:g} is no amount.",
            hint="Give zero or more, or leave it out where the label does not state it.",
        )
    return amount
