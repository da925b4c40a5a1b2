"""A person's mean over complete days, with counts of what it does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from foods.errors import DiaryError
from nutrition.diary import DAY_STATES
from nutrition.people import person_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt


def checked_days(days: pd.DataFrame, nutrients: Sequence[str]) -> pd.DataFrame:
    """The Days table with its keys as text and every day_state filled in.

    Args:
        days: The Days table.
        nutrients: Columns it must have [mg].

    Returns:
        A copy; an absent or empty day_state counts as complete.

    Raises:
        DiaryError: A needed column is missing, or a day_state is unknown.
    """
    missing = [name for name in ("person_id", "day", *nutrients) if name not in days]
    if missing:
        raise DiaryError(
            f"The day totals lack {', '.join(missing)}.",
            hint=f"They have {', '.join(map(str, days.columns))}.",
            missing=missing,
        )
    days = days.reset_index(drop=True).copy()
    days["person_id"] = person_key(days["person_id"])
    if "day_state" not in days:
        days["day_state"] = "complete"
    state = days["day_state"].astype("object")
    days["day_state"] = state.where(state.notna() & state.ne(""), "complete")
    strange = sorted(set(days["day_state"].unique()) - set(DAY_STATES))
    if strange:
        raise DiaryError(
            f"The day totals hold the day_state {', '.join(map(str, strange))}.",
            hint=f"A day is {', '.join(DAY_STATES)}; empty counts as complete.",
            day_states=strange,
        )
    return days


def mean_of_complete_days(days: pd.DataFrame, nutrient: str) -> pd.DataFrame:
    """One row a person: the mean of complete days and counts of what is missing.

    Args:
        days: What `checked_days` returns.
        nutrient: calcium_mg or magnesium_mg.

    Returns:
        A frame with person_id, days (null for habitual intake), intake_mg, supplement_mg,
        intake_low_mg, intake_high_mg [mg/d], unknown_items, supplement_unknown_items,
        known_share [fraction of grams; null while any grams are unknown], partial_days,
        empty_days, days_without_value, so_far_mg, so_far_unknown_items,
        so_far_supplement_mg and so_far_supplement_unknown (days not complete) [mg/d], habitual,
        unsaid_days (complete days that do not say how many items were unknown), food_days
        (days used that state food and water alone and nothing of supplements).
    """
    stem = nutrient.removesuffix("_mg")

    def number(column: str) -> pd.Series:
        if column not in days:
            return pd.Series(float("nan"), index=days.index)
        return days[column].astype("float64")

    total = number(nutrient)
    # A table that counts what is unknown, and does not for this day, gives a lower bound.
    counted = f"{stem}_unknown_items" in days
    unsaid = number(f"{stem}_unknown_items").isna() & counted
    state = days["day_state"]
    complete = state.eq("complete")
    taken = number(f"{stem}_supplement_unknown_items").gt(0)
    food_alone = number(f"{stem}_food_mg").notna() & number(f"{stem}_supplement_mg").isna() & ~taken
    used = complete & total.notna()
    table = pd.DataFrame(
        {
            "person_id": days["person_id"],
            "used": used.astype("int64"),
            "habitual": (used & days["day"].isna()).astype("int64"),
            "total": total.where(used),
            "supplement": number(f"{stem}_supplement_mg").where(used),
            "low": number(f"{nutrient}_low").fillna(total).where(used),
            "high": number(f"{nutrient}_high").fillna(total).where(used),
            "unknown": number(f"{stem}_unknown_items").where(used),
            "unsaid": (used & unsaid).astype("int64"),
            "food_alone": (used & food_alone).astype("int64"),
            "supplement_unknown": number(f"{stem}_supplement_unknown_items").where(used),
            "known_grams": number(f"{stem}_known_grams").where(used),
            "grams": number("grams").where(used),
            "grams_unknown": number("grams_unknown_items").where(used),
            "partial": state.eq("partial").astype("int64"),
            "empty": state.eq("empty").astype("int64"),
            "no_value": (complete & total.isna()).astype("int64"),
            "so_far": total.where(state.eq("partial")),
            "so_far_unknown": number(f"{stem}_unknown_items").where(state.eq("partial")),
            "so_far_supplement": number(f"{stem}_supplement_mg").where(state.eq("partial")),
            "so_far_supplement_unknown": number(f"{stem}_supplement_unknown_items").where(
                state.eq("partial")
            ),
        }
    )
    groups = table.groupby("person_id", sort=False)
    means = groups[["total", "supplement", "low", "high", "so_far", "so_far_supplement"]].mean()
    counts = groups[
        ["used", "habitual", "partial", "empty", "no_value", "unsaid", "food_alone"]
    ].sum()
    added = ["unknown", "supplement_unknown", "known_grams", "grams", "grams_unknown"]
    added += ["so_far_unknown", "so_far_supplement_unknown"]
    sums = groups[added].sum(min_count=1)
    share = sums["known_grams"] / sums["grams"]
    incomplete = sums["grams_unknown"].fillna(0).gt(0) | sums["grams"].eq(0)
    return pd.DataFrame(
        {
            "days": counts["used"].astype("Int64").mask(counts["habitual"].gt(0)),
            "intake_mg": means["total"],
            "supplement_mg": means["supplement"],
            "intake_low_mg": means["low"],
            "intake_high_mg": means["high"],
            "unknown_items": sums["unknown"].astype("Int64"),
            "supplement_unknown_items": sums["supplement_unknown"].astype("Int64"),
            "known_share": share.mask(incomplete),
            "partial_days": counts["partial"],
            "empty_days": counts["empty"],
            "days_without_value": counts["no_value"],
            "so_far_mg": means["so_far"],
            "so_far_unknown_items": sums["so_far_unknown"].astype("Int64"),
            "so_far_supplement_mg": means["so_far_supplement"],
            "so_far_supplement_unknown": sums["so_far_supplement_unknown"].astype("Int64"),
            "habitual": counts["habitual"].gt(0),
            "unsaid_days": counts["unsaid"],
            "food_days": counts["food_alone"],
        }
    ).reset_index()


def numbers(column: pd.Series) -> npt.NDArray[np.float64]:
    """A column as floats, null as nan."""
    return np.asarray(column.astype("Float64").to_numpy(float, na_value=np.nan), dtype=np.float64)
