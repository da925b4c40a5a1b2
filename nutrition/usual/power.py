"""Power transformation of intakes: choosing it, undoing it without bias.

Box and Cox (1964), J R Stat Soc B 26:211: ``x = (y**power - 1) / power``, ``log(y)`` at zero.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from scipy.special import ndtri

Floats: TypeAlias = npt.NDArray[np.float64]

POWERS: Floats = np.round(np.arange(0.0, 1.0001, 0.05), 2)
"""Powers tried for normality: logarithm, 0.05, … 1."""


def box_cox(intake: Floats, power: float) -> Floats:
    """Transform positive intakes.

    Args:
        intake: Intakes above zero, any unit.
        power: Exponent; 0 is the natural logarithm.

    Returns:
        Transformed intakes.
    """
    logged = np.log(intake)
    if power == 0:
        return logged
    return np.asarray(np.expm1(power * logged) / power)


def inverse_box_cox(transformed: Floats, power: float) -> Floats:
    """Undo `box_cox`; what lies below the transformed zero comes back as 0."""
    if power == 0:
        return np.exp(transformed)
    return np.asarray(np.maximum(power * transformed + 1.0, 0.0) ** (1.0 / power))


@dataclass(frozen=True)
class Nodes:
    """Points and weights that stand for a standard normal error.

    Attributes:
        points: Standard deviations from the mean.
        weights: Weight of each point.
        name: What the report calls them.
    """

    points: Floats
    weights: Floats
    name: str


@cache
def gauss_hermite() -> Nodes:
    """Gauss–Hermite quadrature with 15 points, exact for polynomials up to degree 29."""
    points, weights = np.polynomial.hermite_e.hermegauss(15)
    return Nodes(points, weights / weights.sum(), "15-point Gauss-Hermite")


@cache
def nine_point() -> Nodes:
    """The nine points of the NCI macros (DISTRIB 2.2), from ``data/nci_nine_point.csv``."""
    source = Path(__file__).parents[1] / "data" / "nci_nine_point.csv"
    table = np.loadtxt(source, delimiter=",", skiprows=1, encoding="utf-8")
    return Nodes(table[:, 1], table[:, 2], "NCI nine-point")


def expected_intake(
    usual: Floats, power: float, within: float, nodes: Nodes, *, floor: float = 0.0
) -> Floats:
    """Mean intake over days of people whose transformed usual level is known.

    The back-transform of the level alone is like a median and biases the mean low; so the
    error between days is integrated out (METHODS section 3, NRC step 5; NCI DISTRIB 2.2).

    Args:
        usual: Transformed usual level of each person.
        power: Exponent of `box_cox`.
        within: Variance between the days of one person, transformed scale.
        nodes: Points that stand for the error between days; not used where the power is 0,
            which has the closed form ``exp(x + within / 2)``.
        floor: Least intake that a point may come back as, in the unit of intake.

    Returns:
        Usual intakes, in the unit that was transformed.
    """
    if power == 0:
        return np.asarray(np.maximum(np.exp(usual + within / 2.0), floor))
    deviation = np.sqrt(within)
    total = np.zeros_like(usual)
    for point, weight in zip(nodes.points, nodes.weights, strict=True):
        back = inverse_box_cox(usual + point * deviation, power)
        total += weight * np.maximum(back, floor)
    return total


def blom_scores(sorted_weights: Floats) -> Floats:
    """Normal scores of sorted values: (i − 3/8) / (n + 1/4), Blom (1958), and with weights.

    Args:
        sorted_weights: Weights of the values in rising order of value, along the last axis.

    Returns:
        Expected standard normal value of each rank.
    """
    total = sorted_weights.sum(axis=-1, keepdims=True)
    mean = total / np.maximum((sorted_weights > 0).sum(axis=-1, keepdims=True), 1)
    reached = np.cumsum(sorted_weights, axis=-1)
    return np.asarray(ndtri((reached - 0.375 * sorted_weights) / (total + 0.25 * mean)))


def normality(sorted_values: Floats, sorted_weights: Floats) -> Floats:
    """Squared correlation of sorted values with their Blom scores, row by row (1 = normal).

    Largest where the squared deviation of the standardised values from the scores is least.
    """
    used = np.where(sorted_weights > 0, 1.0, 0.0)
    scores = np.where(used > 0, blom_scores(sorted_weights), 0.0)
    total = sorted_weights.sum(axis=-1)
    scores = scores - ((sorted_weights * scores).sum(axis=-1) / total)[..., None]
    mean = (sorted_values * sorted_weights).sum(axis=-1) / total
    spread = (sorted_values**2 * sorted_weights).sum(axis=-1) / total - mean**2
    score_spread = (sorted_weights * scores**2).sum(axis=-1) / total
    together = (sorted_values * (sorted_weights * scores)).sum(axis=-1) / total
    return np.asarray(together**2 / np.maximum(spread * score_spread, 1e-300))


def best_power(criterion: Floats, powers: Floats = POWERS) -> float:
    """The power where the criterion is largest, refined by the parabola through its neighbours."""
    top = int(np.argmax(criterion))
    if top in (0, len(powers) - 1):
        return float(powers[top])
    before, here, after = (float(value) for value in criterion[top - 1 : top + 2])
    bend = before - 2.0 * here + after
    if bend >= 0:
        return float(powers[top])
    step = float(powers[1] - powers[0])
    return float(powers[top]) + 0.5 * step * (before - after) / bend
