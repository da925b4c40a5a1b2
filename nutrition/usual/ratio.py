"""The variance ratio from outside: what counts as one."""

import math

from foods.errors import MgcaError

MOST_RATIO = 100.0
"""Largest variance ratio taken. The intake of one day then tells 1 / (1 + 100), under 1 %, of the
variance between people: nothing of a distribution is left to estimate, and a typing mistake is
likelier. Ratios of calcium and magnesium in NHANES 2015-2016 reach 2.6
(nutrition/data/within_person_sd.csv)."""


class VarianceRatioError(MgcaError, ValueError):
    """A ratio of variances that is not a positive number, or beyond any that is known."""


def checked_ratio(ratio: float | None) -> float | None:
    """Return a variance ratio that a model can take; None where none is given.

    Args:
        ratio: Variance within persons over variance between, transformed scale.

    Raises:
        VarianceRatioError: It is not a positive number, or above `MOST_RATIO`.
    """
    if ratio is not None and not (math.isfinite(ratio) and 0 < ratio <= MOST_RATIO):
        raise VarianceRatioError(
            f"The variance ratio is {ratio:g}.",
            hint="Give the variance within persons over the variance between persons of another "
            f"survey, above 0 and up to {MOST_RATIO:g}; leave it out where people have two or more "
            "days.",
            ratio=ratio,
        )
    return ratio
