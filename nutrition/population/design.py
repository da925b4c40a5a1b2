"""Standard errors of means and ratios from a stratified, clustered sample.

Taylor linearisation with sampling of first-stage units with replacement, as NCHS recommends
for the masked variance units of NHANES (METHODS section 3; Wolter 2007, *Introduction to
Variance Estimation*, chapter 6). Compared with R's `survey` in the tests.
"""

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import stdtrit

from foods.errors import MgcaError
from nutrition.counted import counted
from nutrition.usual.power import Floats

Lonely: TypeAlias = Literal["fail", "certainty", "adjust"]


class SurveyDesignError(MgcaError, ValueError):
    """Strata, sampling units or weights that do not make a design."""


@dataclass(frozen=True)
class Estimate:
    """A mean or ratio with its design-based error.

    Attributes:
        value: The estimate, in the unit of the column.
        se: Standard error, same unit; 0 when there is a single value, NaN when undefined.
        degrees_of_freedom: Sampling units less strata, among those that hold people of the
            domain.
        low: Lower end of the 95 % interval (Student's t).
        high: Upper end.
        people: People in the domain with known values and a positive weight.
        people_unknown: People in the domain left out because a value is unknown.
        sampling_units: Units that hold people of the domain.
        strata: Strata that hold people of the domain.
        note: What was done with strata of a single unit; empty when there are none.
    """

    value: float
    se: float
    degrees_of_freedom: int
    low: float
    high: float
    people: int
    people_unknown: int
    sampling_units: int
    strata: int
    note: str


def design_mean(
    people: pd.DataFrame,
    column: str,
    *,
    weight: str | None = None,
    stratum: str | None = None,
    psu: str | None = None,
    domain: "pd.Series[bool] | None" = None,
    lonely: Lonely = "fail",
) -> Estimate:
    """Weighted mean of a column with its Taylor standard error.

    Args:
        people: A row for each person of the whole sample, not only of the domain.
        column: Column to average, any unit; empty is unknown.
        weight: Column of survey weights; all equal when absent.
        stratum: Column of strata; one stratum when absent.
        psu: Column of first-stage units, numbered within strata; each person one when absent.
        domain: True for the people the mean is about. The others keep their place in the
            design with a weight of zero, so that strata and units do not vanish.
        lonely: Stratum of a single unit: `fail`; `certainty`, it adds no variance;
            `adjust`, it is centred at the mean of all units (conservative).

    Returns:
        The estimate.

    Raises:
        SurveyDesignError: A column is missing or empty, or a stratum has one unit and
            `lonely` is `fail`.
    """
    return _linearised(
        people,
        numerator=column,
        denominator=None,
        weight=weight,
        stratum=stratum,
        psu=psu,
        domain=domain,
        lonely=lonely,
    )


def design_ratio(
    people: pd.DataFrame,
    numerator: str,
    denominator: str,
    *,
    weight: str | None = None,
    stratum: str | None = None,
    psu: str | None = None,
    domain: "pd.Series[bool] | None" = None,
    lonely: Lonely = "fail",
) -> Estimate:
    """Ratio of two weighted totals with its Taylor standard error: see `design_mean`."""
    return _linearised(
        people,
        numerator=numerator,
        denominator=denominator,
        weight=weight,
        stratum=stratum,
        psu=psu,
        domain=domain,
        lonely=lonely,
    )


def _linearised(
    people: pd.DataFrame,
    *,
    numerator: str,
    denominator: str | None,
    weight: str | None,
    stratum: str | None,
    psu: str | None,
    domain: "pd.Series[bool] | None",
    lonely: Lonely,
) -> Estimate:
    _require(people, [numerator, denominator, weight, stratum, psu], [weight, stratum, psu])
    top = people[numerator].to_numpy(dtype=float)
    bottom = np.ones(len(people))
    if denominator is not None:
        bottom = people[denominator].to_numpy(dtype=float)
    weights = np.ones(len(people)) if weight is None else people[weight].to_numpy(dtype=float)
    asked = np.ones(len(people), bool) if domain is None else domain.to_numpy(dtype=bool)
    known = ~(np.isnan(top) | np.isnan(bottom))
    counted = asked & known & (weights > 0)
    strata, units, unit_stratum = first_stage_units(people, stratum, psu)
    used = np.where(counted, weights, 0.0)
    total = float((used * np.where(known, bottom, 0.0)).sum())
    holding = np.unique(units[counted])
    held_strata = len(np.unique(unit_stratum[holding]))
    freedom = len(holding) - held_strata
    value, se, note = float("nan"), float("nan"), ""
    if total != 0:
        value = float((used * np.where(known, top, 0.0)).sum()) / total
        residual = used * np.where(known, top - value * bottom, 0.0) / total
        totals: Floats = np.bincount(units, residual, minlength=len(unit_stratum)).astype(float)
        variance, note = _between_units(totals, unit_stratum, strata, lonely)
        se = float(np.sqrt(variance))
    reach = float(stdtrit(freedom, 0.975)) * se if freedom > 0 else float("nan")
    return Estimate(
        value=value,
        se=se,
        degrees_of_freedom=freedom,
        low=value - reach,
        high=value + reach,
        people=int(counted.sum()),
        people_unknown=int((asked & ~known).sum()),
        sampling_units=len(holding),
        strata=held_strata,
        note=note,
    )


def first_stage_units(
    people: pd.DataFrame, stratum: str | None, psu: str | None
) -> tuple[npt.NDArray[Any], npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Number strata and first-stage units.

    Returns:
        Names of the strata, the unit of each person, the stratum of each unit.
    """
    count = len(people)
    if stratum is None:
        of_person, names = np.zeros(count, dtype=np.intp), np.array(["all"], dtype=object)
    else:
        of_person, index = pd.factorize(people[stratum], sort=True)
        names = np.asarray(index)
    if psu is None:
        return names, np.arange(count, dtype=np.intp), of_person
    within, _ = pd.factorize(people[psu], sort=True)
    pairs = np.stack([of_person, within], axis=1)
    unique, units = np.unique(pairs, axis=0, return_inverse=True)
    return names, units.ravel(), unique[:, 0]


def _between_units(
    totals: Floats,
    unit_stratum: npt.NDArray[np.intp],
    strata: npt.NDArray[Any],
    lonely: Lonely,
) -> tuple[float, str]:
    sizes = np.bincount(unit_stratum, minlength=len(strata)).astype(float)
    single = sizes == 1
    note = ""
    if single.any():
        names = ", ".join(str(name) for name in strata[single][:5])
        if lonely == "fail":
            raise SurveyDesignError(
                f"{counted(int(single.sum()), 'stratum has', 'strata have')} a single sampling "
                f"unit ({names}).",
                hint='Merge them with a neighbour, or choose lonely="certainty" or "adjust".',
                strata=strata[single].tolist(),
            )
        done = "adding no variance" if lonely == "certainty" else "centred at the mean of all"
        few = counted(int(single.sum()), "stratum", "strata")
        note = f"{few} with a single sampling unit ({names}) {done}."
    centres = np.bincount(unit_stratum, totals, minlength=len(strata)) / np.maximum(sizes, 1.0)
    scale = sizes / np.maximum(sizes - 1.0, 1.0)
    if lonely == "adjust":
        centres = np.where(single, totals.mean(), centres)
    squares = (totals - centres[unit_stratum]) ** 2 * scale[unit_stratum]
    return float(squares.sum()), note


def _require(people: pd.DataFrame, columns: list[str | None], complete: list[str | None]) -> None:
    missing = [column for column in columns if column and column not in people.columns]
    if missing:
        raise SurveyDesignError(
            f"The people have no column {', '.join(missing)}.",
            hint=f"They have: {', '.join(map(str, people.columns))}.",
            missing=missing,
        )
    empty = [column for column in complete if column and people[column].isna().any()]
    if empty:
        raise SurveyDesignError(
            f"Empty cells in {', '.join(empty)}.",
            hint="Every person of the sample needs a weight, a stratum and a sampling unit; "
            "give people without data a weight of 0.",
            empty=empty,
        )
