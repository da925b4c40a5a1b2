"""How much one person's days differ: pooled within-person standard deviations."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from foods.errors import ReferenceIntakeError

_PATH = Path(__file__).parents[1] / "data" / "within_person_sd.csv"


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with _PATH.open(encoding="utf-8", newline="") as handle:
        return tuple(csv.DictReader(handle))


def sd_sources() -> tuple[str, ...]:
    """Names of the sources of within-person standard deviations."""
    return tuple(dict.fromkeys(row["sd_source"] for row in _rows()))


def within_person(people: pd.DataFrame, nutrient: str, sd_source: str) -> pd.DataFrame:
    """The pooled within-person SD of each person's group, never the person's own.

    An individual's own SD from few days is "severely biased" (IOM 2000, p. 190).

    Args:
        people: Columns sex and age_months [months]; null: unknown.
        nutrient: calcium_mg or magnesium_mg.
        sd_source: One of `sd_sources()`.

    Returns:
        A frame with the index of `people`: sd_day_mg [mg/d], cv_within_percent [%] and
        sd_source (with its confidence where it is not "seen"), null where the source has no
        value for that group.

    Raises:
        ReferenceIntakeError: No such source.
    """
    if sd_source not in sd_sources():
        raise ReferenceIntakeError(
            f"There is no source of within-person variation '{sd_source}'.",
            hint=f"There are {', '.join(sd_sources())}.",
            sd_source=sd_source,
        )
    sex = people["sex"].astype("object").to_numpy()
    age = people["age_months"].astype("float64").to_numpy()
    sd = np.full(len(people), np.nan)
    cv = np.full(len(people), np.nan)
    name = np.full(len(people), None, dtype=object)
    for row in _rows():
        if (row["sd_source"], row["nutrient"]) != (sd_source, nutrient):
            continue
        high = float(row["age_max_months"] or np.inf)
        chosen = (sex == row["sex"]) & (age >= int(row["age_min_months"])) & (age < high + 1)
        sd[chosen] = float(row["sd_within_mg"])
        cv[chosen] = float(row["cv_within_percent"])
        recalled = row["confidence"] == "recalled"
        name[chosen] = f"{sd_source} (recalled)" if recalled else sd_source
    return pd.DataFrame(
        {"sd_day_mg": sd, "cv_within_percent": cv, "sd_source": name}, index=people.index
    )
