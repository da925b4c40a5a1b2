"""Means of reported intake as they stand, with the errors of the survey's design."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from nutrition.population.design import Estimate, design_mean, design_ratio
from nutrition.population.recalls import Group

COLUMNS = (
    "direct_mean_mg",
    "direct_mean_se",
    "direct_mean_low",
    "direct_mean_high",
    "direct_df",
    "calcium_to_magnesium",
    "calcium_to_magnesium_se",
)
"""What `direct_row` gives."""


def person_means(
    recalls: pd.DataFrame, added: "pd.Series[float] | None", people: int
) -> "pd.Series[float]":
    """Mean reported intake of each person over the known days, supplements included [mg/d].

    Args:
        recalls: ``person_id`` (0, 1, …) and ``intake_mg`` of each day, empty where unknown.
        added: Mean supplement intake of each person [mg/d], or None.
        people: Number of people; who has no known day is empty.
    """
    means = recalls.groupby("person_id")["intake_mg"].mean()
    if added is not None:
        means = means + added.reindex(means.index)
    return means.reindex(np.arange(people)).astype("float64")


def direct_row(
    sample: pd.DataFrame, means: Mapping[str, "pd.Series[float]"], nutrient: str, group: Group
) -> dict[str, Any]:
    """Design-based mean of one nutrient and ratio of the two in a group.

    Standard errors by Taylor linearisation over strata and sampling units where the people
    have them; the group is a domain of the whole sample. Strata of a single unit are centred
    at the mean of all (conservative).

    Args:
        sample: Everyone, with optional ``survey_weight``, ``stratum``, ``psu``.
        means: Nutrient → `person_means`, in the order of the sample.
        nutrient: Which one.
        group: The people of the domain.
    """
    table = sample.assign(**{name: values.to_numpy() for name, values in means.items()})
    design: dict[str, Any] = {
        "weight": "survey_weight" if "survey_weight" in sample else None,
        "stratum": "stratum" if "stratum" in sample else None,
        "psu": "psu" if "psu" in sample else None,
        "domain": sample["person_id"].isin(group.people),
        "lonely": "adjust",
    }
    mean = design_mean(table, nutrient, **design)
    pair = ("calcium_mg", "magnesium_mg")
    ratio = design_ratio(table, *pair, **design) if set(pair) <= set(means) else None
    return {
        "direct_mean_mg": mean.value,
        "direct_mean_se": _error(mean),
        "direct_mean_low": max(mean.low, 0.0) if mean.low == mean.low else mean.low,
        "direct_mean_high": mean.high,
        "direct_df": mean.degrees_of_freedom if mean.people else None,
        "calcium_to_magnesium": ratio.value if ratio else float("nan"),
        "calcium_to_magnesium_se": _error(ratio) if ratio else float("nan"),
    }


def _error(estimate: Estimate) -> float:
    """The standard error; none where there is no degree of freedom."""
    return estimate.se if estimate.degrees_of_freedom > 0 else float("nan")
