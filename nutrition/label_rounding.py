"""How labels round: a printed number → the interval of amounts behind it.

Daily Values by label era are in `data/daily_values.csv`, rounding rules in
`data/label_rounding.csv` (21 CFR 101.9; Commission guidance of 2012).
"""

import csv
import functools
import math
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from foods.errors import MgcaError
from foods.nutrients import MINERALS

DATA = Path(__file__).parent / "data"
ERAS = ("fda_old", "fda_new", "eu_nrv")
EU_DIGITS = 3


class LabelError(MgcaError, ValueError):
    """A label that cannot be turned into a food per 100 g."""


@dataclass(frozen=True)
class DailyValue:
    """One Daily Value or nutrient reference value of labels.

    Attributes:
        era: One of `ERAS`.
        nutrient: ``calcium_mg`` or ``magnesium_mg``.
        life_stage: Whom it is for.
        value_mg: The value [mg/d].
        source: The rule.
        confidence: How sure it is.
    """

    era: str
    nutrient: str
    life_stage: str
    value_mg: float
    source: str
    confidence: str


@dataclass(frozen=True)
class Step:
    """One rounding rule: amounts above ``above`` and up to ``up_to`` in steps of ``step``."""

    rule: str
    nutrient: str
    above: float
    up_to: float
    step: float
    source: str


def daily_value(era: str, nutrient: str) -> DailyValue:
    """Look up the Daily Value that a label for adults means.

    Args:
        era: One of `ERAS`.
        nutrient: ``calcium_mg`` or ``magnesium_mg``.

    Returns:
        The value [mg].

    Raises:
        LabelError: There is no such era or mineral.
    """
    for value in daily_values():
        if (value.era, value.nutrient) == (era, nutrient) and value.life_stage.startswith("adults"):
            return value
    raise LabelError(
        f"There is no daily value {era!r} for {nutrient!r}.",
        hint=f"Choose one of {', '.join(ERAS)} and one of {', '.join(MINERALS)}.",
        era=era,
    )


def percent_interval(percent: float | str, era: str) -> tuple[float, float]:
    """Give the true percents that a label rounds to the one it prints.

    21 CFR 101.9(c)(8)(iii): to 2 % up to 10 %, to 5 % up to 50 %, to 10 % above; under 2 % may
    be declared as zero. A number off that grid, and any European percent, is rounded in its
    last digit.

    Args:
        percent: As printed [%].
        era: One of `ERAS`.

    Returns:
        Low and high [%].
    """
    value, half = printed(percent)
    if era == "eu_nrv":
        return max(0.0, value - half), value + half
    if value == 0:
        return 0.0, _step("fda_zero_percent", "", 1.0)
    below = _step("fda_percent", "", value)
    if not _on_grid(value, below):
        return max(0.0, value - half), value + half
    above = _step("fda_percent", "", math.nextafter(value, math.inf))
    return max(0.0, value - below / 2), value + above / 2


def mg_interval(mg: float | str, nutrient: str, era: str | None) -> tuple[float, float]:
    """Give the true milligrams that a label rounds to the ones it prints.

    New FDA labels: calcium to 10 mg, magnesium to 5 mg, and under 2 % of the Daily Value may be
    zero. European labels: three significant digits, at least the last printed one.

    Args:
        mg: As printed [mg].
        nutrient: ``calcium_mg`` or ``magnesium_mg``.
        era: One of `ERAS`, None where it is not known.

    Returns:
        Low and high [mg].
    """
    value, half = printed(mg)
    if era in ("fda_new", "fda_old"):
        step = _step("fda_mg", nutrient, max(value, 1.0))
        if value == 0:
            share = _step("fda_zero_percent", "", 1.0) / 100
            return 0.0, share * daily_value(era, nutrient).value_mg
        half = step / 2 if _on_grid(value, step) else half
    elif value >= 10**EU_DIGITS:
        half = max(half, 10 ** (math.floor(math.log10(value)) - EU_DIGITS + 1) / 2)
    return max(0.0, value - half), value + half


@functools.cache
def daily_values() -> tuple[DailyValue, ...]:
    """Give every Daily Value on record."""
    return tuple(
        DailyValue(
            row["era"],
            row["nutrient"],
            row["life_stage"],
            float(row["value_mg"]),
            row["source"],
            row["confidence"],
        )
        for row in _rows("daily_values.csv")
    )


@functools.cache
def rounding_steps() -> tuple[Step, ...]:
    """Give every rounding rule on record."""
    return tuple(
        Step(
            row["rule"],
            row["nutrient"],
            float(row["above"]),
            float(row["up_to"] or "inf"),
            float(row["step"]),
            row["source"],
        )
        for row in _rows("label_rounding.csv")
    )


def printed(text: float | str) -> tuple[float, float]:
    """Read a printed number.

    Args:
        text: As printed; text keeps trailing zeros ("1.50").

    Returns:
        Its value, and half of its last digit's place.

    Raises:
        LabelError: It is negative or no number.
    """
    try:
        number = Decimal(str(text).replace(",", "."))
        value = float(number)
    except ArithmeticError:
        value = math.nan
    if not 0 <= value < math.inf:
        raise LabelError(
            f"{text!r} is no amount on a label.",
            hint="Write the number as the label prints it, without its unit; leave out what it "
            "does not state.",
            text=str(text),
        )
    exponent = number.as_tuple().exponent
    # 20.0 given as a number prints no decimal.
    decimals = -int(exponent) if isinstance(text, str) or value != int(value) else 0
    return value, 0.5 * 10.0 ** -max(decimals, 0)


def _step(rule: str, nutrient: str, value: float) -> float:
    for step in rounding_steps():
        if step.rule == rule and step.nutrient == nutrient and step.above < value <= step.up_to:
            return step.step
    raise LabelError(
        f"No rounding rule {rule} for {nutrient or 'percents'}.",
        hint="Add a row to nutrition/data/label_rounding.csv.",
    )


def _on_grid(value: float, step: float) -> bool:
    return math.isclose(value / step, round(value / step), abs_tol=1e-9)


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
