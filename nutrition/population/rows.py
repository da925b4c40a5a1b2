"""The rows of the groups table: one group's estimate in columns, marks and sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import stdtrit

from nutrition.counted import counted
from nutrition.population.prevalence import probability_share
from nutrition.population.recalls import Group
from nutrition.population.references import TOTAL, GroupReferences, upper_level
from nutrition.population.reliability import WIDEST, marks_of
from nutrition.population.replicates import Replicates, replicate_errors
from nutrition.usual.distribution import (
    UsualIntake,
    share_below,
    weighted_mean,
    weighted_percentiles,
)
from nutrition.usual.power import Floats

PERCENTS = np.array([5.0, 25.0, 50.0, 75.0, 95.0])

SAID = {
    "later recall": "Usual intake stands for the first recall: the shift of later recalls",
    "weekend": "Usual intake stands for a week of 4 weekdays and 3 weekend days: the mix of days",
}
OVER_AT_LEAST = (
    "The share above the upper level is at least this: supplements count toward it and are not "
    "stated."
)
MOST_WITHOUT_ANSWER = 0.5
"""Share of replicates without an answer above which there is no standard error at all."""


@dataclass(frozen=True)
class Target:
    """One group of one fit: its estimate, its rows of the fit, each person's own references.

    ``food_alone``: for somebody in it the days state food alone and nothing of supplements.
    """

    group: Group
    usual: UsualIntake
    rows: npt.NDArray[np.intp]
    added: Floats
    references: GroupReferences
    energy: dict[str, int]
    food_alone: bool = False

    def statistics(self, values: Floats, weights: Floats) -> Floats:
        """Mean, percentiles, shares below the EAR by both ways."""
        positive = weights > 0
        if not positive.any() or not len(values):
            return np.full(len(PERCENTS) + 3, np.nan)
        return np.concatenate(
            [
                [weighted_mean(values.mean(axis=1), weights)],
                weighted_percentiles(values, weights, PERCENTS),
                [
                    share_below(values, weights, self.references.ear),
                    probability_share(values, weights, self.references.ear, self.references.cv),
                ],
            ]
        )


def empty_row(group: Group, counts: dict[str, Any]) -> dict[str, Any]:
    """The row of a group without a usable day.

    Args:
        group: The group.
        counts: What is counted of its people and days.
    """
    nobody = {"n_people": 0, "n_people_replicate": 0, "n_days": 0, "reliable": False}
    note = [
        "No complete day of this group is known to be free of items without a value"
        + (
            "; a table of day totals says so in the columns calcium_unknown_items and "
            "magnesium_unknown_items."
            if counts["days_unknown"]
            else "."
        )
    ]
    return group.label | counts | nobody | {"note": note}


def rows_of_target(
    target: Target,
    each: Floats,
    weights: Replicates | None,
    counts: dict[str, Any],
    ranges: Floats | None,
) -> Iterator[dict[str, Any]]:
    """One row for each way of cutting that the group's references allow.

    Args:
        target: The group's estimate.
        each: `Target.statistics` of each replicate, a row for each.
        weights: The replicates; None for no errors.
        counts: What is counted of its people and days, and the settings; ``direct_df``, the
            degrees of freedom that the group itself has.
        ranges: The statistics over multiples of an outside variance ratio, or None.
    """
    usual, references = target.usual, target.references
    whole = target.statistics(usual.intakes, usual.weights)
    errors = np.full(len(whole), np.nan)
    notes = [usual.reason, *usual.notes, *references.notes]
    failed, freedom = 0, 0
    if weights is not None and len(each):
        failed = int(np.isnan(each).all(axis=1).sum())
        freedom = degrees_of_freedom(weights, len(each) - failed, counts.get("direct_df"))
        if freedom > 0:
            errors = replicate_errors(whole, each, weights)
        notes.append(weights.note)
        if failed:
            lost = f"{failed} of {counted(len(each), 'replicate', 'replicates')}"
            notes.append(f"{lost} not identifiable, not counted in the errors.")
    notes.append(_left_out(counts))
    above, base, note = upper_level(references, usual)
    notes.append(note)
    at_least = None if np.isnan(above) else _at_least(base, target)
    if at_least and base == TOTAL:
        notes.append(OVER_AT_LEAST)
    effects = [name for name in ("later recall", "weekend") if name in usual.effects]
    notes += [f"{SAID[name]} was taken out." for name in effects if usual.identifiable]
    shared = {
        **target.group.label,
        **counts,
        **target.energy,
        "variance_ratio_source": "these days" if counts["variance_ratio"] is None else "outside",
        "adjusted_for": ", ".join(effects),
        "replicate_df": freedom if weights is not None and len(each) else None,
        "n_people": usual.people,
        "n_people_replicate": usual.people_replicated,
        "n_days": usual.days,
        "mean_mg": whole[0],
        "se": errors[0],
        **dict(zip(("p5", "p25", "p50", "p75", "p95"), whole[1:6], strict=True)),
        "people_without_ear": references.people_without_ear,
        "share_above_ul": above,
        "share_above_ul_is_at_least": at_least,
        "ul_base": base,
        "reference": references.name,
        "power": usual.power,
        "within_to_between": usual.within / usual.between if usual.between > 0 else np.nan,
        "n_simulations": usual.simulations,
        "n_replicates": len(each) - failed,
        "replicate_kind": weights.kind if weights is not None and len(each) else "none",
    }
    failing = failed / len(each) if len(each) else 0.0
    if failing > MOST_WITHOUT_ANSWER:
        errors = np.full_like(errors, np.nan)
    cuts = [("EAR cut-point", 6), ("full probability", 7)]
    if np.isnan(references.ear).all():
        cuts = [("none", 6)]
    elif np.isnan(references.cv).all():
        cuts = cuts[:1]
    for cut, at in cuts:
        reach = float(stdtrit(freedom, 0.975)) * errors[at] if freedom > 0 else np.nan
        low, high = max(whole[at] - reach, 0.0), min(whole[at] + reach, 1.0)
        own = freedom if weights is not None and len(each) else counts.get("direct_df")
        drawn = weights is not None and len(each) and weights.kind.startswith("bootstrap")
        some = len(each) - failed if drawn else None
        marks = marks_of(usual, whole[at], (low, high), own, failing, some)
        tried = _range_columns(ranges, at)
        if tried.get("share_below_ratio_high", 0) - tried.get("share_below_ratio_low", 0) >= WIDEST:
            marks.append("The share depends on the outside variance ratio too much to rely on.")
        people, lacking = _counted(target, with_cv=cut == "full probability")
        told = None if not marks and np.isnan(whole[at]) else not marks
        yield shared | {
            "cut": cut,
            "n_people_share": people,
            **tried,
            "share_below_ear": whole[at],
            "share_below_se": errors[at],
            "share_below_low": low if not np.isnan(reach) else np.nan,
            "share_below_high": high if not np.isnan(reach) else np.nan,
            "reliable": pd.NA
            if told is None and usual.identifiable
            else usual.identifiable and bool(told),
            "note": [text for text in [*notes, lacking, *marks] if text],
        }


def _left_out(counts: dict[str, Any]) -> str:
    """A sentence on days with unknown items; empty where there are none."""
    if not counts["days_unknown"]:
        return ""
    return (
        f"{counted(counts['people_unknown'], 'person has', 'people have')} "
        f"{counted(counts['days_unknown'], 'day', 'days')} with unknown items, left out, and "
        f"{counted(counts['people_excluded'], 'person', 'people')} with them."
    )


def _at_least(base: str, target: Target) -> bool:
    """Whether a level counts what is not stated: added salts, or supplements beside food alone."""
    return "salts" in base or (base == TOTAL and target.food_alone)


def degrees_of_freedom(weights: Replicates, answers: int, own: int | None) -> int:
    """Degrees of freedom of errors from replicates.

    Args:
        weights: The sets of weights.
        answers: Replicates that gave an answer: so many less one is the most there can be.
        own: Of the group's own sampling units less strata; None where not known.
    """
    found = min(weights.degrees_of_freedom, max(answers - 1, 0))
    return found if own is None else min(found, own)


def _counted(target: Target, *, with_cv: bool) -> tuple[int, str]:
    """People who count in a share, and a sentence on those whose requirement's CV is unknown."""
    if not target.usual.identifiable:
        return 0, ""
    known = ~np.isnan(target.references.ear) & (target.usual.weights > 0)
    varied = known & ~np.isnan(target.references.cv)
    lacking = int(known.sum() - varied.sum())
    if not with_cv or not lacking:
        return int(known.sum()), ""
    who = counted(lacking, "person", "people")
    lost = f"{who} whose requirement has no known variation not counted."
    return int(varied.sum()), lost


def _range_columns(ranges: Floats | None, at: int) -> dict[str, float]:
    """Lowest and highest of P5, P95 and the share over the ratios tried; empty without them."""
    if ranges is None:
        return {}
    found: dict[str, float] = {}
    for name, column in (("p5", 1), ("p95", len(PERCENTS)), ("share_below", at)):
        known = ranges[:, column][~np.isnan(ranges[:, column])]
        if len(known):
            found |= {f"{name}_ratio_low": known.min(), f"{name}_ratio_high": known.max()}
    return found
