"""The record of a group's usual intake, and what can be read from it."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from nutrition.usual.power import Floats
from nutrition.usual.recalls import RecallError


@dataclass(frozen=True)
class UsualIntake:
    """Distribution of usual intake in a group.

    Attributes:
        method: `NRC`, `NCI` or `person means`.
        identifiable: Whether the data carry the distribution. If not, `intakes` is empty,
            every statistic is NaN and `reason` says why.
        reason: Why not, in words; empty otherwise.
        person_ids: Key of each person.
        intakes: Usual intakes, mg a day: a row for each person, a column for each draw (NCI)
            or one column (NRC). A person's row stands for the group and is no statement
            about that person.
        weights: Weight of each person.
        within: Variance between days of one person, on the scale of ``box_cox(mg, power)``.
        between: Variance between people, same scale.
        power: Exponent of the transformation.
        effects: Estimated nuisance and group effects, transformed scale.
        people: People with a known day.
        people_replicated: People with two or more known days.
        days: Known days.
        people_unknown: People with a day of unknown intake (that day is left out).
        people_excluded: People without any known day.
        simulations: Draws for each person; 0 where nothing is drawn.
        seed: Seed of the draws, or None.
        notes: What a reader has to know, in sentences.
        zero_days: Days with an intake of 0, put at half the least positive intake.
    """

    method: str
    identifiable: bool
    reason: str
    person_ids: npt.NDArray[Any]
    intakes: Floats
    weights: Floats
    within: float
    between: float
    power: float
    effects: dict[str, float]
    people: int
    people_replicated: int
    days: int
    people_unknown: int
    people_excluded: int
    simulations: int
    seed: int | None
    notes: tuple[str, ...]
    zero_days: int = 0

    @property
    def mean(self) -> float:
        """Weighted mean usual intake, mg a day."""
        if not self.identifiable:
            return float("nan")
        return weighted_mean(self.intakes.mean(axis=1), self.weights)

    def percentiles(self, percents: Floats | list[float] | tuple[float, ...]) -> Floats:
        """Weighted percentiles of usual intake, mg a day.

        Args:
            percents: Which, 0 to 100.
        """
        if not self.identifiable:
            return np.full(len(percents), np.nan)
        return weighted_percentiles(self.intakes, self.weights, np.asarray(percents, dtype=float))

    def share_below(self, reference: "float | pd.Series[float]") -> float:
        """Share of people whose usual intake is below a reference (0 to 1).

        Args:
            reference: mg a day; one value, or each person's own, indexed by `person_id`.
                People with an empty reference are left out of the share.
        """
        if not self.identifiable:
            return float("nan")
        return share_below(self.intakes, self.weights, self.per_person(reference))

    def share_above(self, reference: "float | pd.Series[float]") -> float:
        """Share of people whose usual intake is above a reference (0 to 1)."""
        if not self.identifiable:
            return float("nan")
        return share_below(-self.intakes, self.weights, -self.per_person(reference))

    def per_person(self, values: "float | pd.Series[float]") -> Floats:
        """Spread a single value, or align values by `person_id`, over the people.

        Raises:
            RecallError: A person is not in the index, or twice.
        """
        if not isinstance(values, pd.Series):
            return np.full(len(self.person_ids), float(values))
        people = pd.Index(self.person_ids)
        if values.index.has_duplicates or not people.isin(values.index).all():
            absent = people[~people.isin(values.index)][:3].tolist()
            raise RecallError(
                f"The values by person do not hold every person once (absent: {absent}).",
                hint="Index them by person_id; leave what is not defined empty.",
            )
        return np.asarray(values.reindex(people), dtype=np.float64)


def weighted_mean(values: Floats, weights: Floats) -> float:
    """Weighted mean."""
    return float((values * weights).sum() / weights.sum())


def weighted_percentiles(values: Floats, weights: Floats, percents: Floats) -> Floats:
    """Percentiles where each value stands at the middle of its weight (Hazen with equal weights).

    Args:
        values: People in rows, draws in columns.
        weights: Weight of each person.
        percents: 0 to 100.
    """
    flat = values.ravel()
    spread = np.repeat(weights, values.shape[1])
    used = spread > 0
    flat, spread = flat[used], spread[used]
    order = np.argsort(flat, kind="stable")
    reached = np.cumsum(spread[order])
    position = (reached - 0.5 * spread[order]) / reached[-1]
    found: Floats = np.asarray(np.interp(percents / 100.0, position, flat[order]), dtype=float)
    return found


def share_below(values: Floats, weights: Floats, reference: Floats) -> float:
    """Weighted share of rows below each row's reference; rows without one do not count."""
    known = ~np.isnan(reference)
    total = weights[known].sum()
    if total == 0:
        return float("nan")
    below = (values[known] < reference[known, None]).mean(axis=1)
    return float((below * weights[known]).sum() / total)
