"""From a distribution of usual intake to a share of people: two ways, one upper level."""

from typing import TYPE_CHECKING

import numpy as np
from scipy.special import ndtr

from nutrition.usual.distribution import UsualIntake, weighted_mean
from nutrition.usual.power import Floats

if TYPE_CHECKING:
    import pandas as pd


def ear_cut_point(usual: UsualIntake, ear: "float | pd.Series[float]") -> float:
    """Share of people with a usual intake below their average requirement (0 to 1).

    Estimates the share whose intake does not meet their own requirement when intake and
    requirement are independent, requirements are about symmetric and vary less than intakes
    (IOM 2000, chapter 4): so for calcium and magnesium. Only an EAR or AR serves; an AI, RDA
    or RNI does not.

    Args:
        usual: Usual intake.
        ear: Average requirement, mg a day; one, or each person's own by `person_id`.
    """
    return usual.share_below(ear)


def full_probability(
    usual: UsualIntake,
    ear: "float | pd.Series[float]",
    requirement_cv: "float | pd.Series[float]",
) -> float:
    """Mean probability that usual intake does not meet the requirement (NRC 1986).

    Args:
        usual: Usual intake.
        ear: Average requirement, mg a day; one, or each person's own by `person_id`.
        requirement_cv: Coefficient of variation of the requirement (0.10 = 10 %), taken as
            normal; one, or each person's own. 0 gives the EAR cut-point.

    Returns:
        Share from 0 to 1; people without a requirement do not count.
    """
    if not usual.identifiable:
        return float("nan")
    return probability_share(
        usual.intakes, usual.weights, usual.per_person(ear), usual.per_person(requirement_cv)
    )


def probability_share(values: Floats, weights: Floats, ear: Floats, cv: Floats) -> float:
    """Weighted mean of 1 − Φ((intake − EAR) / (CV × EAR)); rows without an EAR do not count."""
    known = ~(np.isnan(ear) | np.isnan(cv)) & (weights > 0)
    if not known.any():
        return float("nan")
    need, spread = ear[known, None], (ear * cv)[known, None]
    distance = need - values[known]
    fixed = np.where(distance > 0, 1.0, 0.0)
    risk = np.where(spread > 0, ndtr(distance / np.where(spread > 0, spread, 1.0)), fixed)
    return weighted_mean(risk.mean(axis=1), weights[known])
