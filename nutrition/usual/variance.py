"""Variance between people and between the days of one person, by one-way analysis of variance."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nutrition.usual.power import Floats


@dataclass(frozen=True)
class Components:
    """Result of a one-way analysis of variance with unequal numbers of days.

    Attributes:
        mean: Mean over days, in the unit of the values.
        within: Variance between days of one person (mean square error), unit squared.
        between: Variance between people, unit squared; never below 0.
        between_unclipped: The same before it is cut at 0.
        days_per_person: k0, the effective number of days a person.
        people: Number of people.
        people_replicated: People with two or more days.
        days: Number of days.
        person_means: Mean of each person.
        person_days: Number of days of each person.
    """

    mean: float
    within: float
    between: float
    between_unclipped: float
    days_per_person: float
    people: int
    people_replicated: int
    days: int
    person_means: Floats
    person_days: Floats


def components(
    values: Floats,
    person: npt.NDArray[np.intp],
    weights: Floats | None = None,
    *,
    ratio: float | None = None,
) -> Components:
    """Split the variance of daily values into between and within persons.

    Without weights: within = MSE, between = (MSB − MSE) / k0,
    k0 = (M − Σk²/M) / (N − 1) (Searle, Casella, McCulloch 1992, section 3.6; METHODS
    section 3). With weights the same moments, with E[SSB] worked out for fixed weights.
    People with a single day add to the variance between; the variance within comes from
    people with two or more.

    Args:
        values: One value a day.
        person: Number of the person of each day, 0 … N−1.
        weights: Weight of each person; all 1 when absent. A weight of 0 leaves a person out.
        ratio: Variance within over variance between from an outside source; when given,
            the data supply only the total variance.

    Returns:
        The components. `within` is NaN where no person has two days and no ratio is given.
    """
    count = int(person.max()) + 1 if len(person) else 0
    weight = np.ones(count) if weights is None else weights
    days = np.bincount(person, minlength=count).astype(float)
    means = np.bincount(person, values, minlength=count) / np.maximum(days, 1.0)
    squares = np.bincount(person, (values - means[person]) ** 2, minlength=count)
    mass = weight * days
    total = mass.sum()
    mean = float((mass * means).sum() / total)
    freedom = float((weight * np.maximum(days - 1.0, 0.0)).sum())
    within = float((weight * squares).sum() / freedom) if freedom > 0 else float("nan")
    spread = float((mass * (means - mean) ** 2).sum())
    per_between = float(total - (mass**2).sum() / total)
    per_within = float(weight.sum() - (weight * mass).sum() / total)
    if ratio is None:
        between = (spread - within * per_within) / per_between if per_between > 0 else float("nan")
    else:
        share = per_between + ratio * per_within
        between = spread / share if share > 0 else float("nan")
        within = ratio * between
    there = weight > 0
    return Components(
        mean=mean,
        within=within,
        between=max(between, 0.0) if between == between else between,  # noqa: PLR0124 - NaN stays NaN
        between_unclipped=between,
        days_per_person=per_between / per_within if per_within > 0 else float("nan"),
        people=int(there.sum()),
        people_replicated=int((there & (days >= 2)).sum()),  # noqa: PLR2004
        days=int(days[there].sum()),
        person_means=means,
        person_days=days,
    )
