"""Usual intake of a group by the NRC / best-power method, on arrays.

National Research Council (1986), *Nutrient Adequacy*; Nusser et al. (1996), J Am Stat Assoc
91:1440; IOM (2003), *DRI: Applications in Dietary Planning*, appendix E. Steps as in METHODS
section 3. Departures: the error between days is integrated out on back-transformation (the
1986 method takes the plain inverse, which biases the mean low); people with a single day
take part in the analysis of variance, where they inform the variance between people only.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nutrition.counted import counted
from nutrition.usual.power import (
    POWERS,
    Floats,
    best_power,
    box_cox,
    expected_intake,
    gauss_hermite,
    normality,
)
from nutrition.usual.recalls import Recalls
from nutrition.usual.variance import Components, components

MOST_RANKS = 50_000
"""Days beyond which the power is chosen on evenly spaced ranks, to bound memory."""

SAME = 1e-9
"""Difference of logarithms below which two intakes are the same."""

MINIMUM_REPLICATED = 30
"""People with two or more days that the variance within persons asks for (IOM 2000, p. 99)."""


@dataclass(frozen=True)
class NrcFit:
    """One fit.

    Attributes:
        reason: Why the distribution is not identifiable; empty when it is.
        intakes: Usual intake, a row for each person, unit of the intake.
        power: Exponent.
        effects: Nuisance effects, scale of the transformed scaled intake.
        components: Variance components on the same scale.
    """

    reason: str
    intakes: Floats
    power: float
    effects: Floats
    components: Components


@dataclass(frozen=True)
class NrcModel:
    """What all fits on the same recalls share, so that a replicate costs little.

    Attributes:
        recalls: The recalls.
        scaled: Intake over its geometric mean; this makes the method indifferent to the unit.
        scale: The geometric mean.
        order: Days on which the power is chosen, in rising order of intake.
        table: Their transformed intakes, a row for each power.
    """

    recalls: Recalls
    scaled: Floats
    scale: float
    order: npt.NDArray[np.intp]
    table: Floats

    def fit(
        self,
        weights: Floats | None = None,
        *,
        power: float | None = None,
        ratio: float | None = None,
    ) -> NrcFit:
        """Fit with the given weights of people (survey, bootstrap or BRR).

        Args:
            weights: Weight of each person; the recalls' own when absent.
            power: Exponent, where it is not to be chosen.
            ratio: Variance within over between from an outside source.
        """
        recalls = self.recalls
        weight = recalls.weights if weights is None else weights
        daily = weight[recalls.person]
        same = no_variation(recalls, ratio)
        if same:
            nothing = components(self.scaled, recalls.person, weight, ratio=ratio)
            effects = np.full(len(recalls.effect_names), np.nan)
            return NrcFit(same, np.empty((0, 1)), float("nan"), effects, nothing)
        exponent = self._power(daily) if power is None else power
        transformed = box_cox(self.scaled, exponent)
        effects = self._effects(transformed, daily)
        adjusted = transformed - recalls.effects @ effects
        parts = components(adjusted, recalls.person, weight, ratio=ratio)
        # The rule on numbers is for the sample; a resample holds two thirds of its people.
        asked = recalls.weights > 0
        twice = np.bincount(recalls.person, minlength=len(asked)) > 1
        reason = too_few(int(asked.sum()), int((asked & twice).sum()), ratio)
        reason = reason or not_identifiable(parts, ratio)
        if reason:
            return NrcFit(reason, np.empty((0, 1)), exponent, effects, parts)
        centre = float((weight * parts.person_means).sum() / weight.sum())
        observed = parts.between + parts.within / parts.person_days
        shrunken = centre + (parts.person_means - centre) * np.sqrt(parts.between / observed)
        usual = np.zeros_like(shrunken)
        for share, shift in recalls.mix(effects):
            usual += share * expected_intake(
                shrunken + shift, exponent, parts.within, gauss_hermite()
            )
        return NrcFit("", (usual * self.scale)[:, None], exponent, effects, parts)

    def _power(self, daily: Floats) -> float:
        ranked = daily[self.order]
        if not self.recalls.effect_names:
            return best_power(normality(self.table, ranked))
        effects = self.recalls.effects[self.order]
        coefficients = regression(self.table.T, effects, ranked)
        residuals = self.table - coefficients[1:].T @ effects.T
        order = np.argsort(residuals, axis=1, kind="stable")
        ordered = np.take_along_axis(residuals, order, axis=1)
        return best_power(normality(ordered, ranked[order]))

    def _effects(self, transformed: Floats, daily: Floats) -> Floats:
        if not self.recalls.effect_names:
            return np.empty(0)
        return regression(transformed, self.recalls.effects, daily)[1:]


def regression(values: Floats, effects: Floats, weights: Floats) -> Floats:
    """Weighted least squares of one or more columns: intercept, then effects."""
    design = np.column_stack([np.ones(len(effects)), effects])
    weighted = design * weights[:, None]
    solution = np.linalg.lstsq(weighted.T @ design, weighted.T @ values, rcond=None)[0]
    return np.asarray(solution)


def nrc_model(recalls: Recalls) -> NrcModel:
    """Prepare recalls for `NrcModel.fit`."""
    logged = np.log(recalls.intake)
    middle = float(logged.mean())
    scaled = np.exp(logged - middle)
    order = np.argsort(scaled, kind="stable")
    if len(order) > MOST_RANKS:
        order = order[np.linspace(0, len(order) - 1, MOST_RANKS).astype(np.intp)]
    table = np.stack([box_cox(scaled[order], power) for power in POWERS])
    return NrcModel(recalls, scaled, float(np.exp(middle)), order, table)


def too_few(people: int, people_replicated: int, ratio: float | None) -> str:
    """Why there are too few people for a distribution, or nothing."""
    if ratio is not None and people < MINIMUM_REPLICATED:
        who = counted(people, "person", "people")
        return f"Only {who}; a distribution needs at least {MINIMUM_REPLICATED}."
    if ratio is None and people_replicated < MINIMUM_REPLICATED:
        who = counted(people_replicated, "person has", "people have")
        return (
            f"Only {who} two or more known days; the variation from "
            f"day to day needs at least {MINIMUM_REPLICATED}. Collect a second day, or give a "
            "variance ratio from another survey."
        )
    return ""


def no_variation(recalls: Recalls, ratio: float | None) -> str:
    """Why days without any difference tell nothing of a distribution, or nothing."""
    if np.ptp(np.log(recalls.intake)) <= SAME:
        return "Every day of every person has the same intake."
    if ratio is None and recalls.people_replicated:
        first = np.unique(recalls.person, return_index=True)[1]
        own = np.log(recalls.intake) - np.log(recalls.intake)[first][recalls.person]
        if np.abs(own).max() <= SAME:
            return (
                "The days of each person are all the same, so the variation from day to day "
                "cannot be estimated: copied days are no second recall."
            )
    return ""


def not_identifiable(parts: Components, ratio: float | None) -> str:
    """Why the variance between people cannot be told from that between days, or nothing."""
    if not (np.isfinite(parts.between) and np.isfinite(parts.within)):
        return "The variances cannot be estimated from these days."
    if ratio is not None:
        return "" if parts.between > 0 else "All people have the same intake."
    if not parts.within > 0:
        return "No person has two different days, so the day-to-day variation is not known."
    if not parts.between > 0:
        return (
            "The days of one person differ as much as the days of different people, so the "
            "variance between people is estimated as zero and the distribution of usual "
            "intake cannot be told."
        )
    return ""
