"""Days and people → ``assessment.csv`` and ``groups.csv``."""

import csv
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd

from nutrition.adequacy.assessment import assess
from nutrition.adequacy.plausibility import energy_plausibility
from nutrition.diary import SCHEMA_VERSION
from nutrition.people import read_people_and_rejects
from nutrition.population.estimates import groups

ENERGY = {
    "energy_kcal": "energy_kcal",
    "bmr_kcal": "bmr_kcal",
    "ratio": "energy_to_bmr",
    "energy_flag": "energy_flag",
    "reason": "energy_reason",
}
"""Columns of `adequacy.plausibility` that the assessment carries, by their names there."""
BAND_YEARS = (1, 4, 9, 14, 19, 31, 51, 71)
"""Lower ends of the age groups of the DRI tables, for groups of people [years]."""


def judge(
    days: pd.DataFrame,
    people: Path | pd.DataFrame,
    *,
    body: str = "NASEM",
    sd_source: str = "IOM 2000",
    method: str = "nrc",
    replicates: int = 100,
    seed: int = 1,
) -> dict[str, pd.DataFrame]:
    """Assess everyone, alone and in groups by sex and age.

    Args:
        days: The Days table.
        people: The people table, or the path of its CSV.
        body: Reference body.
        sd_source: Source of the day-to-day standard deviation.
        method: ``nrc`` or ``nci``, for usual intake of groups.
        replicates: Bootstrap replicates for the groups' errors.
        seed: Seed of the replicates.

    Returns:
        ``assessment`` (with a flag on the plausibility of reported energy, Goldberg and Black
        2000: nobody is left out for it), ``groups`` and ``people_rejects`` (rows of the people
        table that
        cannot be used, with reasons).
    """
    roster, rejects = read_people_and_rejects(people)
    assessment = assess(days, roster, body=body, sd_source=sd_source)
    complete = days["day_state"].isna() | (days["day_state"] == "complete")
    banded = roster.assign(age_group=age_group(roster["age_years"]))
    grouped = groups(
        days.assign(complete=complete),
        banded,
        by=["sex", "age_group"],
        references=assessment,
        method=method,
        replicates=replicates,
        seed=seed,
    )
    energy = energy_plausibility(days, roster)[["person_id", *ENERGY]]
    return {
        "assessment": assessment.merge(energy.rename(columns=ENERGY), on="person_id", how="left"),
        "groups": grouped.assign(schema_version=SCHEMA_VERSION),
        "people_rejects": rejects,
    }


def write_tables(tables: dict[str, pd.DataFrame], folder: Path, *, parquet: bool) -> None:
    """Write each table as CSV, and as Parquet where asked."""
    for name, table in tables.items():
        table.to_csv(folder / f"{name}.csv", index=False, quoting=csv.QUOTE_MINIMAL)
        if parquet:
            table.to_parquet(folder / f"{name}.parquet", compression="zstd")


def age_group(years: Any) -> pd.Series:
    """Return the DRI age group of each age [years], such as ``31-50``."""
    edges = [0, *BAND_YEARS, 200]
    labels = [
        "under 1" if low == 0 else f"{low}+" if high == 200 else f"{low}-{high - 1}"  # noqa: PLR2004
        for low, high in pairwise(edges)
    ]
    return pd.Series(pd.cut(years, edges, right=False, labels=labels).astype(object))
