"""Usual intake of a group from a few days a person.

A few days are not usual intake: the spread of short means is too wide, because it holds
the variation from day to day. These methods take it out. All of them describe the group;
none says what one person usually eats.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from nutrition.counted import counted
from nutrition.usual.distribution import UsualIntake
from nutrition.usual.nci import NciFit, nci_model
from nutrition.usual.nrc import NrcFit, nrc_model
from nutrition.usual.power import Floats
from nutrition.usual.ratio import checked_ratio
from nutrition.usual.recalls import RecallError, Recalls, read_recalls

__all__ = [
    "SENSITIVITY",
    "UsualIntake",
    "nci",
    "nrc",
    "person_means",
    "refitter",
    "variance_ratio_sensitivity",
    "with_supplements",
]

SENSITIVITY = (0.25, 0.5, 1.0, 1.5, 2.0)
"""Multiples of an outside variance ratio that are shown beside it (METHODS section 3)."""

_NOTHING: Floats = np.empty((0, 1))


def nrc(
    recalls: pd.DataFrame,
    intake: str,
    *,
    weight: str | None = None,
    sequence: str | None = None,
    weekend: str | None = None,
    power: float | None = None,
    within_to_between: float | None = None,
) -> UsualIntake:
    """Usual intake by the NRC / best-power method.

    Nuisance effects out, power transformation by normality, variance components by analysis
    of variance, person means drawn to the group mean by the square root of the share of
    variance between people, back-transformation with the error between days integrated out.
    Sources and departures: `nutrition.usual.nrc`.

    Args:
        recalls: A row for each person and day: `person_id`, `day` and the columns named here.
        intake: Column of intake, mg a day; empty is unknown, and that day is left out.
        weight: Column of survey weights.
        sequence: Column of recall numbers; the result stands for the first recall.
        weekend: Column, true on Friday to Sunday; the result is a week of 4 + 3 days.
        power: Exponent of the transformation, where it is not to be chosen (0 = logarithm).
        within_to_between: Variance within persons over variance between, from another
            survey and on the transformed scale: for groups with one day a person.

    Returns:
        The distribution, or the reason why there is none.

    Raises:
        RecallError: The recalls lack a column or hold values no method can take.
        VarianceRatioError: The ratio is not a positive number.
    """
    checked_ratio(within_to_between)
    data = read_recalls(recalls, intake, weight=weight, sequence=sequence, weekend=weekend)
    model = nrc_model(data)
    fit = model.fit(power=power, ratio=within_to_between)
    rescale = model.scale ** (2.0 * fit.power)
    result = _result("NRC", data, fit.reason, fit.intakes, within_to_between)
    return replace(
        result,
        within=fit.components.within * rescale,
        between=fit.components.between * rescale,
        power=fit.power,
        effects=_named_effects(data.effect_names, fit.effects, model.scale**fit.power),
    )


def nci(
    recalls: pd.DataFrame,
    intake: str,
    *,
    weight: str | None = None,
    sequence: str | None = None,
    weekend: str | None = None,
    groups: Sequence[str] = (),
    within_to_between: float | None = None,
    simulations: int = 100,
    seed: int = 1,
) -> UsualIntake:
    """Usual intake by the NCI amount-only model: see `nutrition.usual.nci`.

    Exponent, effects and variances by maximum likelihood of the closed-form marginal
    likelihood; then `simulations` draws for each person, each turned into a mean over days
    with the nine-point approximation.

    Args:
        recalls: A row for each person and day: `person_id`, `day` and the columns named here.
        intake: Column of intake, mg a day; empty is unknown, and that day is left out.
        weight: Column of survey weights.
        sequence: Column of recall numbers; the result stands for the first recall.
        weekend: Column, true on Friday to Sunday; the result is a week of 4 + 3 days.
        groups: Columns whose combinations shift the mean; variances are shared.
        within_to_between: Variance within persons over variance between, from another survey.
        simulations: Draws for each person.
        seed: Seed of the draws.

    Returns:
        The distribution, or the reason why there is none.

    Raises:
        RecallError: The recalls lack a column or hold values no method can take.
        VarianceRatioError: The ratio is not a positive number.
    """
    checked_ratio(within_to_between)
    data = read_recalls(
        recalls, intake, weight=weight, sequence=sequence, weekend=weekend, groups=groups
    )
    model = nci_model(data)
    fit = model.fit(ratio=within_to_between)
    values = _NOTHING if fit.reason else model.draw(fit, simulations, seed)
    rescale = model.scale**fit.power
    names = (*data.effect_names, *data.group_names)
    return replace(
        _result("NCI", data, fit.reason, values, within_to_between),
        within=fit.within * rescale**2,
        between=fit.between * rescale**2,
        power=fit.power,
        effects=_named_effects(names, fit.coefficients[1:], rescale),
        simulations=simulations,
        seed=seed,
    )


def person_means(recalls: pd.DataFrame, intake: str, *, weight: str | None = None) -> UsualIntake:
    """The naive distribution of person means: too wide, kept for comparison only."""
    data = read_recalls(recalls, intake, weight=weight)
    means = np.bincount(data.person, data.intake) / np.bincount(data.person)
    result = _result("person means", data, "", means[:, None], None)
    note = "The spread of short means holds day-to-day variation: not a usual intake."
    return replace(result, notes=(*result.notes, note))


def with_supplements(usual: UsualIntake, supplement_mg: "pd.Series[float]") -> UsualIntake:
    """Add each person's mean supplement intake to usual intake from food: shrink, then add.

    Supplements vary between people, hardly between days; put into the recalls they would
    be shrunk with the food (Carriquiry 2003, J Nutr 133:601S; METHODS section 3).

    Args:
        usual: Usual intake from food (and water).
        supplement_mg: Mean intake from supplements and medicines, mg a day, indexed by
            `person_id`; 0 for those who take none. Empty is unknown: that person leaves
            the distribution and is counted in a note.

    Returns:
        Usual total intake.
    """
    if not usual.identifiable:
        return usual
    added = usual.per_person(supplement_mg)
    known = ~np.isnan(added)
    lost = int((~known).sum())
    notes = ["Supplements were added after the usual intake from food was estimated."]
    if lost:
        who = counted(lost, "person", "people")
        notes.append(f"{who} with unknown supplement intake left out.")
    if not known.any():
        return replace(
            usual,
            identifiable=False,
            reason="The supplement intake of every person is unknown.",
            intakes=_NOTHING,
        )
    return replace(
        usual,
        person_ids=usual.person_ids[known],
        intakes=usual.intakes[known] + added[known, None],
        weights=usual.weights[known],
        people=usual.people - lost,
        people_excluded=usual.people_excluded + lost,
        notes=(*usual.notes, *notes),
    )


def variance_ratio_sensitivity(
    fit: Callable[[float], UsualIntake],
    ratio: float,
    reference: "float | pd.Series[float]",
    *,
    multiples: Sequence[float] = SENSITIVITY,
) -> pd.DataFrame:
    """What an outside variance ratio decides when there is one day a person.

    Args:
        fit: Takes a ratio and gives a distribution, e.g.
            ``lambda ratio: nrc(recalls, "calcium_mg", within_to_between=ratio)``.
        ratio: Variance within persons over variance between, from the outside source.
        reference: mg a day, one or each person's own by `person_id`.
        multiples: Multiples of the ratio to show; 25 to 200 % by default.

    Returns:
        A row for each multiple: `multiple, within_to_between, mean_mg, p5, p50, p95` (mg a
        day) and `share_below`. The range of the column is the answer; no row of it is.
    """
    checked_ratio(ratio)
    rows = []
    for multiple in multiples:
        usual = fit(ratio * multiple)
        p5, p50, p95 = usual.percentiles((5.0, 50.0, 95.0))
        rows.append(
            {
                "multiple": multiple,
                "within_to_between": ratio * multiple,
                "mean_mg": usual.mean,
                "p5": p5,
                "p50": p50,
                "p95": p95,
                "share_below": usual.share_below(reference),
            }
        )
    return pd.DataFrame(rows)


def refitter(
    data: Recalls,
    method: str,
    *,
    simulations: int = 20,
    seed: int = 1,
    within_to_between: float | None = None,
) -> Callable[[Floats], Floats]:
    """The whole model as a function of the weights of people, for replicate variances.

    Args:
        data: Recalls from `read_recalls`.
        method: `nrc` or `nci`.
        simulations: Draws for each person in the NCI model.
        seed: Seed of the draws, the same in every replicate.
        within_to_between: Outside variance ratio.

    Returns:
        A function from weights to usual intakes (people in rows); no rows where the
        replicate is not identifiable.
    """
    checked_ratio(within_to_between)
    if method == "nrc":
        nrc_prepared = nrc_model(data)

        def refit_nrc(weights: Floats) -> Floats:
            fit: NrcFit = nrc_prepared.fit(weights, ratio=within_to_between)
            return fit.intakes

        return refit_nrc
    if method == "nci":
        nci_prepared = nci_model(data)

        def refit_nci(weights: Floats) -> Floats:
            fit: NciFit = nci_prepared.fit(weights, ratio=within_to_between)
            return _NOTHING if fit.reason else nci_prepared.draw(fit, simulations, seed)

        return refit_nci
    raise RecallError(f"There is no method {method!r}.", hint="Methods: nrc, nci.", method=method)


def _named_effects(names: tuple[str, ...], effects: Floats, scale: float) -> dict[str, float]:
    return {name: float(effect) * scale for name, effect in zip(names, effects, strict=True)}


def _result(
    method: str, data: Recalls, reason: str, values: Floats, ratio: float | None
) -> UsualIntake:
    notes = []
    if data.zeros:
        several = counted(data.zeros, "day", "days")
        notes.append(f"{several} with an intake of 0 put at half the least positive intake.")
    if data.days_unknown:
        notes.append(
            f"{counted(data.people_unknown, 'person has', 'people have')} "
            f"{counted(data.days_unknown, 'day', 'days')} of unknown intake, left out, and "
            f"{counted(data.people_excluded, 'person', 'people')} with them."
        )
    if ratio is not None:
        notes.append(
            f"The variance within persons is taken as {ratio:g} times the variance between, "
            "from outside these data: see the sensitivity range."
        )
    if ratio is not None and data.people_replicated:
        several = counted(data.people_replicated, "person has", "people have")
        notes.append(f"{several} two or more days, whose own variances that ratio overrides.")
    return UsualIntake(
        method=method,
        identifiable=not reason,
        reason=reason,
        person_ids=data.person_ids,
        intakes=values,
        weights=data.weights,
        within=float("nan"),
        between=float("nan"),
        power=float("nan"),
        effects={},
        people=data.people,
        people_replicated=data.people_replicated,
        days=data.days,
        people_unknown=data.people_unknown,
        people_excluded=data.people_excluded,
        simulations=0,
        seed=None,
        notes=tuple(notes),
        zero_days=data.zeros,
    )
