"""One person against an upper level, on what that level counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from nutrition.adequacy import individual

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

UL_STATUSES = ("below", "likely_below", "cannot_tell", "likely_above", "above", "not_defined")
UL_REASONS = (
    *("supplements_unknown", "not_stated", "unfinished", "added_salts"),
    *("values_missing", "no_complete_day", "no_variation_known", "near_level", ""),
)
"""Supplements without a value; a record that does not state supplements, or not apart; a day that
is not complete; a level that counts salts which no food table shows. For levels on total intake:
items without a value; no complete day with a value; no day-to-day variation known for the group, so
that few days give no z; an intake too near the level for these days."""


def compare_upper_level(
    of: Mapping[str, npt.NDArray[Any]],
    sd: npt.NDArray[np.float64],
    at_least: npt.NDArray[np.bool_],
) -> dict[str, npt.NDArray[Any]]:
    """Give the columns of the upper level: total intake by z, supplements directly.

    IOM 2000, Tables 3-4 and 3-5. Supplements are taken at nearly the same dose every day, so
    their mean is compared without a z. A level that also counts salts added to foods cannot
    be cleared: no composition table shows them.

    Args:
        of: days, ul_mg, ul_base (text or null), intake_mg, supplement_mg, so_far_supplement_mg,
            supplement_unknown_items, so_far_supplement_unknown and food_days of each person.
        sd: Within-person standard deviation [mg/d]; nan where the method does not hold.
        at_least: Whether values are missing, so that intake is a lower bound.

    Returns:
        ul_intake_mg [mg/d], ul_z, probability_below_ul (null where intake is a
        lower bound: values missing, or food alone stated), ul_status (one of `UL_STATUSES`) and
        ul_reason: why the level is not cleared or exceeded (`UL_REASONS`), empty where nothing
        stands in the way.
    """
    ul, intake, days = of["ul_mg"], of["intake_mg"], of["days"]
    total = of["ul_base"] == "total"
    salts = np.isin(of["ul_base"], [one for one in set(of["ul_base"]) if "added salts" in str(one)])
    unfinished = np.isnan(of["supplement_mg"])
    supplement = np.where(unfinished, of["so_far_supplement_mg"], of["supplement_mg"])
    compared = np.where(total, intake, supplement)
    compared = np.where(np.isnan(ul), np.nan, compared)
    with np.errstate(divide="ignore", invalid="ignore"):
        z = individual.z_single_value(compared, ul, sd, days)
    z = np.where(total, z, np.nan)
    food_alone = total & (of["food_days"] > 0)
    bound = at_least | food_alone
    many = np.nan_to_num(days) >= individual.MANY_DAYS
    by_eye = np.where(many & np.isfinite(compared), np.where(compared > ul, 1, -1), 0)
    grade = np.where(np.isfinite(z), individual.certainty(z), by_eye)
    grade = np.where(total & bound & (grade < 0), 0, grade)
    # A complete day with a supplement of unknown content has no amount either: it is counted.
    unknown = np.where(
        unfinished,
        _either(of["supplement_unknown_items"], of["so_far_supplement_unknown"]),
        of["supplement_unknown_items"],
    )
    # Unknown supplements are counted apart where the day totals do so; else any unknown counts.
    doubtful = np.where(np.isnan(unknown), at_least, unknown > 0).astype(bool)
    direct = np.where(compared > ul, 2, np.where(doubtful | unfinished | salts, 0, -2))
    direct = np.where(np.isnan(compared), 0, direct)
    grade = np.where(total, grade, direct)
    not_stated = np.isnan(compared) & ~(unknown > 0)
    reasons = np.select(
        [not_stated, doubtful, unfinished, salts],
        ["not_stated", "supplements_unknown", "unfinished", "added_salts"],
        "",
    )
    of_total = np.select(
        [np.isnan(intake), food_alone, at_least, ~np.isfinite(z)],
        ["no_complete_day", "not_stated", "values_missing", "no_variation_known"],
        "near_level",
    )
    reasons = np.where(total, np.where(grade == 0, of_total, ""), reasons)
    return {
        "ul_intake_mg": compared,
        "ul_z": z,
        "probability_below_ul": np.where(bound, np.nan, individual.probability(-z)),
        "ul_status": np.where(np.isnan(ul), "not_defined", np.array(UL_STATUSES)[grade + 2]),
        "ul_reason": np.where(np.isnan(ul) | (~total & (direct > 0)), "", reasons),
    }


def _either(one: npt.NDArray[Any], other: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """Sum of two counts; nan only where neither was counted."""
    counted = ~np.isnan(one) | ~np.isnan(other)
    return np.where(counted, np.nan_to_num(one) + np.nan_to_num(other), np.nan)
