"""Usual intake by the NCI amount-only (one-part) model, on arrays.

Tooze et al. (2006), J Am Diet Assoc 106:1575, one-part case; MIXTRAN 2.21 and DISTRIB 2.2
as read in METHODS section 3. Model of day j of person i:

    box_cox(intake_ij, power) = x_ij' b + u_i + e_ij,  u ~ N(0, between), e ~ N(0, within).

The macros integrate the person effect u out by adaptive quadrature. With a normal effect
and a normal error that integral has a closed form (the days of one person are jointly
normal with equal correlation), so it is used instead: the same likelihood, exactly. For
given power and intraclass correlation, coefficients and error variance are closed too
(generalised least squares), which leaves a search over two bounded numbers.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize_scalar
from scipy.special import ndtri

from nutrition.usual.nrc import no_variation, too_few
from nutrition.usual.power import Floats, box_cox, expected_intake, nine_point
from nutrition.usual.recalls import Recalls

LEAST_POWER = 0.01
MOST_POWER = 1.5


@dataclass(frozen=True)
class NciFit:
    """One fit.

    Attributes:
        reason: Why the distribution is not identifiable; empty when it is.
        power: Exponent, estimated jointly by maximum likelihood.
        coefficients: Intercept, effects, groups; on the transformed scaled intake.
        within: Variance between days, same scale.
        between: Variance between people, same scale.
        log_likelihood: Weighted log likelihood of the scaled intakes.
    """

    reason: str
    power: float
    coefficients: Floats
    within: float
    between: float
    log_likelihood: float


@dataclass(frozen=True)
class NciModel:
    """What all fits on the same recalls share.

    Attributes:
        recalls: The recalls.
        scaled: Intake over its geometric mean.
        scale: The geometric mean.
        design: Columns of the model, a row for each day.
        days: Days of each person.
        centred: Design less its mean over the person's days.
        means: Mean design of each person.
    """

    recalls: Recalls
    scaled: Floats
    scale: float
    design: Floats
    days: Floats
    centred: Floats
    means: Floats

    def fit(self, weights: Floats | None = None, *, ratio: float | None = None) -> NciFit:
        """Maximise the marginal likelihood, each person counted with their weight.

        Args:
            weights: Weight of each person (survey, bootstrap or BRR).
            ratio: Variance within over between from an outside source; fixes the
                intraclass correlation.
        """
        weight = self.recalls.weights if weights is None else weights
        # The rule on numbers is for the sample; a resample holds two thirds of its people.
        asked = self.recalls.weights > 0
        replicated = int((asked & (self.days > 1)).sum())
        reason = too_few(int(asked.sum()), replicated, ratio)
        reason = reason or no_variation(self.recalls, ratio)
        if reason:
            nothing = np.full(self.design.shape[1], np.nan)
            return NciFit(reason, np.nan, nothing, np.nan, np.nan, np.nan)
        profile = _Profile(self, weight, None if ratio is None else 1.0 / (1.0 + ratio))
        best = minimize_scalar(
            lambda power: -profile.at(power)[0],
            bounds=(LEAST_POWER, MOST_POWER),
            method="bounded",
            options={"xatol": 1e-4},
        )
        power = float(best.x)
        if profile.at(0.0)[0] >= profile.at(power)[0]:
            power = 0.0
        log_likelihood, correlation, coefficients, within = profile.at(power)
        between = within * correlation / (1.0 - correlation)
        reason = ""
        if between <= within * 1e-6:
            reason = (
                "The likelihood is highest with no variance between people, so the "
                "distribution of usual intake cannot be told."
            )
        return NciFit(reason, power, coefficients, within, between, log_likelihood)

    def draw(self, fit: NciFit, simulations: int, seed: int) -> Floats:
        """Usual intakes drawn for each person's covariates at the first recall.

        One draw falls in each of `simulations` equal slices of the normal distribution
        (stratified sampling): unbiased like plain draws, with far less Monte Carlo error.

        Returns:
            People in rows, draws in columns, in the unit of the intake.
        """
        recalls = self.recalls
        generator = np.random.default_rng(seed)
        slices = np.arange(simulations) + generator.random((recalls.people, simulations))
        deviates = ndtri(np.clip(slices / simulations, 1e-12, 1 - 1e-12))
        effects = len(recalls.effect_names)
        intercept, of_days, of_groups = np.split(fit.coefficients, [1, 1 + effects])
        level = intercept[0] + recalls.groups @ of_groups
        usual = level[:, None] + np.sqrt(fit.between) * deviates
        floor = recalls.smallest / self.scale / 2.0
        total = np.zeros_like(usual)
        for share, shift in recalls.mix(of_days):
            total += share * expected_intake(
                usual + shift, fit.power, fit.within, nine_point(), floor=floor
            )
        return np.asarray(total * self.scale)


class _Profile:
    """Log likelihood at a power, with everything else at its best."""

    def __init__(self, model: NciModel, weight: Floats, correlation: float | None) -> None:
        self.model = model
        self.correlation = correlation
        recalls = model.recalls
        used = weight > 0
        self.weight = weight
        self.daily = weight[recalls.person]
        self.total_days = float((weight * model.days).sum())
        self.total_logs = float((self.daily * np.log(model.scaled)).sum())
        counts = np.unique(model.days[used])
        self.counts = counts
        self.people = np.array([weight[model.days == count].sum() for count in counts])
        weighted = model.centred * self.daily[:, None]
        self.within_cross = weighted.T @ model.centred
        self.weighted_centred = weighted
        self.members = [np.flatnonzero(used & (model.days == count)) for count in counts]
        self.between_cross = [self._cross(model.means, model.means, who) for who in self.members]

    def _cross(self, left: Floats, right: Floats, who: npt.NDArray[np.intp]) -> Floats:
        mass = self.weight[who] * self.model.days[who]
        return np.asarray((left[who] * mass.reshape(-1, *[1] * (left.ndim - 1))).T @ right[who])

    def at(self, power: float) -> tuple[float, float, Floats, float]:
        """Log likelihood, intraclass correlation, coefficients and error variance."""
        model = self.model
        person = model.recalls.person
        values = box_cox(model.scaled, power)
        means = np.bincount(person, values, minlength=len(model.days)) / model.days
        centred = values - means[person]
        within_side = self.weighted_centred.T @ centred
        within_square = float((self.daily * centred**2).sum())
        sides = [self._cross(model.means, means, who) for who in self.members]
        squares = [float(self._cross(means, means, who)) for who in self.members]

        def solve(correlation: float) -> tuple[float, Floats, float]:
            odds = correlation / (1.0 - correlation)
            inflation = 1.0 + self.counts * odds
            cross = self.within_cross.copy()
            side = within_side.copy()
            square = within_square
            for at, factor in enumerate(inflation):
                cross += self.between_cross[at] / factor
                side += sides[at] / factor
                square += squares[at] / factor
            coefficients: Floats = np.asarray(np.linalg.lstsq(cross, side, rcond=None)[0])
            error = max((square - float(side @ coefficients)) / self.total_days, 1e-300)
            log_likelihood = (
                -0.5 * self.total_days * (np.log(2.0 * np.pi * error) + 1.0)
                - 0.5 * float((self.people * np.log(inflation)).sum())
                + (power - 1.0) * self.total_logs
            )
            return float(log_likelihood), coefficients, error

        correlation = self.correlation
        if correlation is None:
            best = minimize_scalar(
                lambda guess: -solve(guess)[0],
                bounds=(0.0, 0.9999),
                method="bounded",
                options={"xatol": 1e-6},
            )
            correlation = float(best.x)
            if solve(0.0)[0] >= solve(correlation)[0]:
                correlation = 0.0
        log_likelihood, coefficients, error = solve(correlation)
        return log_likelihood, correlation, coefficients, error


def nci_model(recalls: Recalls) -> NciModel:
    """Prepare recalls for `NciModel.fit`."""
    logged = np.log(recalls.intake)
    middle = float(logged.mean())
    person = recalls.person
    design = np.column_stack(
        [np.ones(recalls.days), recalls.effects, recalls.groups[person]],
    )
    days = np.bincount(person, minlength=recalls.people).astype(float)
    means = np.column_stack(
        [np.bincount(person, column, minlength=recalls.people) / days for column in design.T]
    )
    return NciModel(
        recalls=recalls,
        scaled=np.exp(logged - middle),
        scale=float(np.exp(middle)),
        design=design,
        days=days,
        centred=design - means[person],
        means=means,
    )
