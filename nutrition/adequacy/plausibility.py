"""Whether reported energy can be someone's usual diet: a flag, never an exclusion.

Goldberg et al. (1991), Eur J Clin Nutr 45:569, with the variances of Black (2000), Int J Obes
24:1119: reported energy over basal metabolic rate, against limits around a physical activity
level. Report results with and without the people flagged.
"""

from __future__ import annotations

import csv
import math
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from nutrition.adequacy.averages import checked_days
from nutrition.people import person_key

CV_INTAKE_PERCENT = 23.0
"""Day-to-day variation of one person's energy intake (Black 2000)."""

CV_BASAL_PERCENT = 8.5
"""Error of a basal metabolic rate predicted from weight (Black 2000)."""

CV_ACTIVITY_PERCENT = 15.0
"""Variation of physical activity level between people (Black 2000)."""

ACTIVITY_LEVEL = 1.55
"""Physical activity level of a sedentary life (Goldberg 1991)."""

ADULT_MONTHS = 216

_PATH = Path(__file__).parents[1] / "data" / "basal_metabolic_rate.csv"


def energy_limits(
    days: float, *, people: int = 1, activity_level: float = ACTIVITY_LEVEL
) -> tuple[float, float]:
    """Limits of energy intake over basal metabolic rate that a diet can plausibly have.

    activity level x exp(-+2 x S / 100 / sqrt(N)), S = sqrt(CV_intake^2 / d + CV_basal^2 +
    CV_activity^2) (Goldberg 1991, equation 2; CVs of Black 2000).

    Args:
        days: Days of record of each person, d.
        people: People averaged over, N; 1 for one person.
        activity_level: Physical activity level, energy expenditure over basal rate.

    Returns:
        Lower and upper limit [ratio].
    """
    spread = math.sqrt(CV_INTAKE_PERCENT**2 / days + CV_BASAL_PERCENT**2 + CV_ACTIVITY_PERCENT**2)
    factor = math.exp(2 * spread / 100 / math.sqrt(people))
    return activity_level / factor, activity_level * factor


@cache
def _equations() -> tuple[dict[str, str], ...]:
    with _PATH.open(encoding="utf-8", newline="") as handle:
        return tuple(csv.DictReader(handle))


def basal_metabolic_rate(people: pd.DataFrame) -> pd.Series[float]:
    """Basal metabolic rate of adults from sex, age and weight (Schofield 1985).

    Args:
        people: Columns sex, age_months [months], weight_kg [kg].

    Returns:
        kcal a day; null where sex, age or weight is unknown, or below 18 years.
    """
    age = people["age_months"].astype("float64")
    weight = people["weight_kg"].astype("float64")
    rate = pd.Series(np.nan, index=people.index, dtype="float64")
    for row in _equations():
        end = float(row["age_max_months"] or np.inf)
        chosen = people["sex"].eq(row["sex"]).fillna(False).astype(bool)
        chosen &= age.ge(int(row["age_min_months"])) & age.lt(end + 1)
        predicted = float(row["slope_kcal_per_kg"]) * weight + float(row["constant_kcal"])
        rate = rate.mask(chosen, predicted)
    return rate


def energy_plausibility(
    days: pd.DataFrame, people: pd.DataFrame, *, activity_level: float = ACTIVITY_LEVEL
) -> pd.DataFrame:
    """Flag people whose reported energy is too low or too high to be a usual diet.

    Args:
        days: The Days table with energy_kcal [kcal]; complete days count.
        people: The people table with weight_kg [kg].
        activity_level: Physical activity level.

    Returns:
        One row for each person of `people`: person_id, days, energy_kcal [kcal/d], bmr_kcal
        [kcal/d], ratio, limit_low, limit_high, energy_flag (plausible, low, high,
        not_assessed) and reason. Children, pregnant and lactating women are not assessed.

    Raises:
        DiaryError: A needed column is missing from `days`.
    """
    days = checked_days(days, ["energy_kcal"])
    energy = days["energy_kcal"].astype("float64").where(days["day_state"].eq("complete"))
    groups = energy.groupby(days["person_id"])
    means = pd.DataFrame({"days": groups.count(), "energy_kcal": groups.mean()})
    table = pd.DataFrame({"person_id": person_key(people["person_id"])}, index=people.index)
    table = table.join(means, on="person_id")
    table["days"] = table["days"].fillna(0).astype("int64")
    table["bmr_kcal"] = basal_metabolic_rate(people)
    table["ratio"] = table["energy_kcal"] / table["bmr_kcal"]
    limits = {n: energy_limits(n, activity_level=activity_level) for n in set(table["days"]) - {0}}
    table["limit_low"] = table["days"].map({n: low for n, (low, _) in limits.items()})
    table["limit_high"] = table["days"].map({n: high for n, (_, high) in limits.items()})
    condition = people["condition"].fillna("none")
    age = people["age_months"].astype("float64")
    table["reason"] = np.select(
        [
            ~age.ge(ADULT_MONTHS),
            condition.ne("none"),
            people["weight_kg"].isna(),
            table["energy_kcal"].isna(),
        ],
        ["under 18 or age unknown", "pregnant or lactating", "no weight", "no energy"],
        "",
    )
    table["energy_flag"] = np.select(
        [
            table["reason"].ne("") | table["ratio"].isna(),
            table["ratio"] < table["limit_low"],
            table["ratio"] > table["limit_high"],
        ],
        ["not_assessed", "low", "high"],
        "plausible",
    )
    return table.reset_index(drop=True)
