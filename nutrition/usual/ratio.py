"""The variance ratio from outside: what counts as one."""

import math

from foods.errors import MgcaError


class VarianceRatioError(MgcaError, ValueError):
    """A ratio of variances that is not a positive number."""


def checked_ratio(ratio: float | None) -> float | None:
    """Return a variance ratio that a model can take; None where none is given.

    Args:
        ratio: Variance within persons over variance between, transformed scale.

    Raises:
        VarianceRatioError: It is not a positive number.
    """
    if ratio is not None and not (math.isfinite(ratio) and ratio > 0):
        raise VarianceRatioError(
            f"The variance ratio is {ratio:g}.",
            hint="Give the variance within persons over the variance between persons of another "
            "survey, a number above 0; leave it out where people have two or more days.",
            ratio=ratio,
        )
    return ratio
