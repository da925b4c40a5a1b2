"""One person against a reference: the arithmetic of IOM 2000, on numbers or arrays.

Institute of Medicine (2000). Dietary Reference Intakes: Applications in Dietary Assessment.
Washington: National Academies Press, doi 10.17226/9956; chapter 3 and appendix B.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Numbers = float | npt.NDArray[np.float64]
    Floats = npt.NDArray[np.float64]

_ERFC = np.frompyfunc(math.erfc, 1, 1)
"""Loading SciPy for one function would cost the page a third of a second at its start."""

REASONABLE_Z = 1.0
"""|z| from which IOM 2000 speaks of reasonable certainty: about 85 % (p. 54)."""

HIGH_Z = 2.0
"""|z| of the 97.5 % of IOM 2000, which takes D/SD of D = 2, not 1.96 (p. 54-57)."""

UNRELIABLE_CV_PERCENT = 60.0
"""Within-person CV of the group above which the method is unreliable (p. 194: 60-70 %)."""

MANY_DAYS = 7
"""Days from which a qualitative comparison carries a verdict. IOM 2000 says "a large number
of days" (p. 57, Tables 3-3 and 3-5) without a figure; its worked examples end at 7."""


def z_average_requirement(
    intake_mg: Numbers,
    ear_mg: Numbers,
    sd_requirement_mg: Numbers,
    sd_day_mg: Numbers,
    days: Numbers,
) -> Floats:
    """Give z of the difference between mean intake and average requirement (IOM 2000, p. 53-54).

    D = intake - EAR; SD of D = sqrt(SD_r^2 + SD_w^2 / n); z = D / SD of D.

    Args:
        intake_mg: Mean of n days [mg/d].
        ear_mg: Average requirement [mg/d].
        sd_requirement_mg: Standard deviation of the requirement [mg/d].
        sd_day_mg: Pooled within-person standard deviation [mg/d].
        days: Number of days n.

    Returns:
        z; its normal probability is that of an adequate usual intake.
    """
    sd_difference = np.hypot(sd_requirement_mg, sd_day_mg / np.sqrt(days))
    return np.asarray((np.asarray(intake_mg) - ear_mg) / sd_difference)


def z_single_value(
    intake_mg: Numbers, reference_mg: Numbers, sd_day_mg: Numbers, days: Numbers
) -> Floats:
    """Give z against a value without a distribution: an adequate intake or an upper level.

    z = (intake - reference) / (SD_w / sqrt(n)) (IOM 2000, Tables 3-2 and 3-4). Its normal
    probability is the confidence that usual intake exceeds the value. Table 3-2 prints 1.69
    for n = 7 and SD 325 where the arithmetic gives 1.63: a misprint, its 95 % fits 1.63.

    Args:
        intake_mg: Mean of n days [mg/d].
        reference_mg: AI or UL [mg/d].
        sd_day_mg: Pooled within-person standard deviation [mg/d].
        days: Number of days n.

    Returns:
        z.
    """
    standard_error = np.asarray(sd_day_mg) / np.sqrt(days)
    return np.asarray((np.asarray(intake_mg) - reference_mg) / standard_error)


def probability(z: Numbers) -> Floats:
    """Normal probability below z; null stays null.

    IOM 2000 Table B-1 rounds up: it prints 0.85 for z = 1 where this gives 0.841.
    """
    return np.asarray(0.5 * _ERFC(-np.asarray(z, dtype=float) / math.sqrt(2)), dtype=float)


def requirement_cv(ear_mg: float, rda_mg: float) -> float:
    """CV of a requirement from a body's own pair: (RDA - EAR) / (2 x EAR) [fraction].

    Args:
        ear_mg: Average requirement [mg/d].
        rda_mg: Recommended intake, two standard deviations above it [mg/d].
    """
    return (rda_mg - ear_mg) / (2 * ear_mg)


def requirement_sensitivity(
    intake_mg: float,
    ear_mg: float,
    sd_day_mg: float,
    days: int,
    requirement_cvs: tuple[float, ...] = (0.10, 0.125, 0.15, 0.20),
) -> dict[float, float]:
    """Probability of adequacy under several CVs of the requirement.

    Args:
        intake_mg: Mean of the days [mg/d].
        ear_mg: Average requirement [mg/d].
        sd_day_mg: Pooled within-person standard deviation [mg/d].
        days: Number of days.
        requirement_cvs: CVs to try [fraction of the EAR].

    Returns:
        The probability for each CV.
    """
    return {
        cv: float(
            probability(z_average_requirement(intake_mg, ear_mg, cv * ear_mg, sd_day_mg, days))
        )
        for cv in requirement_cvs
    }


def days_for_precision(
    cv_within_percent: Numbers, precision_percent: float = 20.0, z: float = 1.96
) -> Floats:
    """Days until a person's mean lies within a margin of the usual intake.

    n = (z x CV_w / margin)^2, rounded up (Beaton 1979, Black 1983).

    Args:
        cv_within_percent: Within-person CV of the group [%].
        precision_percent: Margin on either side [% of usual intake].
        z: Normal deviate of the confidence; 1.96 for 95 %.

    Returns:
        Number of days.
    """
    return np.ceil(np.asarray((z * np.asarray(cv_within_percent) / precision_percent) ** 2))


def days_for_correlation(r: float, variance_ratio: float) -> int:
    """Days until means of days correlate r with usual intake.

    n = r^2 / (1 - r^2) x within-person / between-person variance, rounded up (Black 1983).

    Args:
        r: Wanted correlation, above 0 and below 1.
        variance_ratio: Within-person over between-person variance.

    Raises:
        ValueError: r is not between 0 and 1.
    """
    if not 0 < r < 1:
        raise ValueError(f"A correlation to reach lies between 0 and 1, not {r}.")
    return math.ceil(r**2 / (1 - r**2) * variance_ratio)


def days_to_decide(
    intake_mg: Numbers, ear_mg: Numbers, sd_requirement_mg: Numbers, sd_day_mg: Numbers
) -> Floats:
    """Days after which this mean, unchanged, would lie beyond |z| = 1 of the EAR.

    From z = D / sqrt(SD_r^2 + SD_w^2 / n): n = SD_w^2 / (D^2 - SD_r^2), rounded up.

    Args:
        intake_mg: Mean intake [mg/d].
        ear_mg: Average requirement [mg/d].
        sd_requirement_mg: Standard deviation of the requirement [mg/d].
        sd_day_mg: Pooled within-person standard deviation [mg/d].

    Returns:
        Number of days; null where no number of days would do.
    """
    room = (np.asarray(intake_mg) - ear_mg) ** 2 - np.asarray(sd_requirement_mg) ** 2
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(room > 0, np.ceil(np.asarray(sd_day_mg) ** 2 / room), np.nan)


def certainty(z: Numbers) -> npt.NDArray[np.int64]:
    """How far z bears a statement: 2 or -2 high, 1 or -1 reasonable certainty, 0 none.

    Bounds: |z| >= `HIGH_Z`, |z| > `REASONABLE_Z`. Null gives 0.
    """
    size = np.abs(np.nan_to_num(np.asarray(z, dtype="float64")))
    grade = np.select([size >= HIGH_Z, size > REASONABLE_Z], [2, 1], 0)
    return np.asarray(grade * np.sign(np.nan_to_num(np.asarray(z))), dtype="int64")
