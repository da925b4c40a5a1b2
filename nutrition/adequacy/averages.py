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


def mean_of_complete_days(
    days: pd.DataFrame, nutrient: str, person_ids: pd.Index
) -> dict[str, npt.NDArray[np.float64]]:
    """The mean of complete days and counts of what is missing, person by person.

    Args:
        days: What `checked_days` returns.
        nutrient: calcium_mg or magnesium_mg.
        person_ids: Everybody, once; those of `days` are among them.

    Returns:
        Arrays in the order of `person_ids`, nan where nothing is known: recorded (1 for who has a
        day), days (0 without a complete day; nan for habitual intake), intake_mg, supplement_mg,
        intake_low_mg, intake_high_mg [mg/d], unknown_items, supplement_unknown_items,
        known_share [fraction of grams; nan while any grams are unknown], partial_days,
        empty_days, days_without_value, so_far_mg, so_far_unknown_items,
        so_far_supplement_mg and so_far_supplement_unknown (days not complete) [mg/d],
        unsaid_days (complete days that do not say how many items were unknown), food_days
        (days used that state food and water alone and nothing of supplements).
    """
    stem = nutrient.removesuffix("_mg")
    place = person_ids.get_indexer(pd.Index(days["person_id"]))

    def number(column: str) -> npt.NDArray[np.float64]:
        return numbers(days[column]) if column in days else np.full(len(days), np.nan)

    def count(rows: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
        return np.bincount(place[rows], minlength=len(person_ids)).astype(float)

    def added(
        values: npt.NDArray[np.float64], rows: npt.NDArray[np.bool_], *, mean: bool = False
    ) -> npt.NDArray[np.float64]:
        """Sum or mean of what is known, nan where nothing is."""
        known = rows & ~np.isnan(values)
        found = count(known)
        total = np.bincount(place[known], weights=values[known], minlength=len(person_ids))
        with np.errstate(invalid="ignore"):
            return np.where(found > 0, total / found if mean else total, np.nan)

    total, supplement = number(nutrient), number(f"{stem}_supplement_mg")
    low, high = number(f"{nutrient}_low"), number(f"{nutrient}_high")
    unknown, taken = number(f"{stem}_unknown_items"), number(f"{stem}_supplement_unknown_items")
    state = days["day_state"].to_numpy(dtype=object)
    complete, partial = state == "complete", state == "partial"
    used = complete & ~np.isnan(total)
    habitual = count(used & days["day"].isna().to_numpy(dtype=bool)) > 0
    # A table that counts what is unknown, and does not for this day, gives a lower bound.
    unsaid = np.isnan(unknown) & (f"{stem}_unknown_items" in days)
    food_alone = ~np.isnan(number(f"{stem}_food_mg")) & np.isnan(supplement) & ~(taken > 0)
    grams, grams_unknown = added(number("grams"), used), added(number("grams_unknown_items"), used)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = added(number(f"{stem}_known_grams"), used) / grams
    return {
        "recorded": count(np.ones(len(days), dtype=bool)).clip(max=1),
        "days": np.where(habitual, np.nan, count(used)),
        "intake_mg": added(total, used, mean=True),
        "supplement_mg": added(supplement, used, mean=True),
        "intake_low_mg": added(np.where(np.isnan(low), total, low), used, mean=True),
        "intake_high_mg": added(np.where(np.isnan(high), total, high), used, mean=True),
        "unknown_items": added(unknown, used),
        "supplement_unknown_items": added(taken, used),
        "known_share": np.where((grams_unknown > 0) | (grams == 0), np.nan, share),
        "partial_days": count(partial),
        "empty_days": count(state == "empty"),
        "days_without_value": count(complete & np.isnan(total)),
        "so_far_mg": added(total, partial, mean=True),
        "so_far_unknown_items": added(unknown, partial),
        "so_far_supplement_mg": added(supplement, partial, mean=True),
        "so_far_supplement_unknown": added(taken, partial),
        "unsaid_days": count(used & unsaid),
        "food_days": count(used & food_alone),
    }


def numbers(column: pd.Series) -> npt.NDArray[np.float64]:
    """A column as floats, null as nan."""
    return np.asarray(column.to_numpy(dtype=float, na_value=np.nan), dtype=np.float64)
