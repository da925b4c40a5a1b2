"""Days and people → ``assessment.csv`` and ``groups.csv``."""

import csv
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from foods.errors import DiaryError
from nutrition.adequacy.assessment import assess
from nutrition.adequacy.plausibility import energy_plausibility
from nutrition.adequacy.sentences import say
from nutrition.diary import SCHEMA_VERSION
from nutrition.output_columns import GROUPS
from nutrition.people import COLUMNS, people_columns, person_key, read_people_and_rejects
from nutrition.population.options import GroupOptions
from nutrition.spreadsheet import inert

ENERGY = {
    "energy_kcal": "energy_kcal",
    "bmr_kcal": "bmr_kcal",
    "ratio": "energy_to_bmr",
    "energy_flag": "energy_flag",
    "reason": "energy_reason",
}
"""Columns of `adequacy.plausibility` that the assessment carries, by their names there."""
WITHOUT = "without low or high"
"""The value of ``energy_reporters`` for a group without its implausible reporters of energy."""
NO_GROUPS = frozenset({"person_id", *GROUPS})
"""Columns that cannot form groups: keys, and names that the groups table has itself."""
BAND_YEARS = (1, 4, 9, 14, 19, 31, 51, 71)
"""Lower ends of the age groups of the DRI tables, for groups of people [years]."""


def judge(
    days: pd.DataFrame,
    people: Path | pd.DataFrame,
    *,
    body: str = "NASEM",
    sd_source: str = "IOM 2000",
    options: GroupOptions | None = None,
) -> dict[str, pd.DataFrame]:
    """Assess everyone, alone and in groups.

    Args:
        days: The Days table; with ``sequence`` and ``weekend`` (see
            `nutrition.population.day_order`) usual intake is adjusted for them.
        people: The people table, or the path of its CSV.
        body: Reference body, or the path of a file of one's own.
        sd_source: Source of the day-to-day standard deviation.
        options: How groups are formed and estimated.

    Returns:
        ``assessment`` by person and nutrient (with a flag on the plausibility of reported
        energy, Goldberg and Black 2000: nobody is left out for it); ``groups``, each group
        twice where some people report implausible energy: all, and without these; ``people``
        as they were understood; ``people_rejects``, rows that cannot be used, with reasons.

    Raises:
        DiaryError: The people table cannot be read or lacks a grouping column.
        SurveyDesignError: The survey's design or replicate weights cannot be used.
    """
    options = options or GroupOptions()
    check_grouping(people, options)
    roster, rejects = read_people_and_rejects(people, columns=options.people_columns)
    bands = roster.pop("age_group") if "age_group" in roster else age_group(roster["age_years"])
    roster.insert(len(COLUMNS), "age_group", bands)
    by = [_grouping_column(list(roster.columns), name) for name in options.by]
    assessment = assess(days, roster, body=body, sd_source=sd_source)
    energy = energy_plausibility(days, roster)[["person_id", *ENERGY]].rename(columns=ENERGY)
    assessment = assessment.merge(energy, on="person_id", how="left")
    assessment["statement"] = _with_reject_reasons(assessment, rejects)
    assessment = assessment.sort_values(["person_id", "nutrient"], ignore_index=True)
    everyone, others = _groups(days, roster.merge(energy, on="person_id"), by, assessment, options)
    return {
        "assessment": assessment,
        "groups": _beside(everyone, others, by).assign(schema_version=SCHEMA_VERSION),
        "people": roster,
        "people_rejects": rejects,
    }


def check_grouping(people: Path | pd.DataFrame, options: GroupOptions) -> None:
    """Refuse grouping columns and replicate weights that the people do not have.

    Only the header of a file is read, so that nobody waits for a diary first.

    Args:
        people: As for `judge`.
        options: How groups are formed.

    Raises:
        DiaryError: Which column is missing, and which there are.
    """
    names = [*people_columns(people, options.people_columns), "age_group"]
    for name in options.by:
        _grouping_column(names, name)
    _replicate_columns(names, options)


def _with_reject_reasons(assessment: pd.DataFrame, rejects: pd.DataFrame) -> pd.Series:
    """The statements; of people whose row was rejected they say what is missing."""
    statement = assessment["statement"]
    if rejects.empty:
        return statement
    why = rejects.set_index(person_key(rejects["person_id"]))["reason"].astype(str)
    why = why[~why.index.duplicated()]
    reason = assessment["person_id"].map(why).where(assessment["reason"].eq("no_person"))
    sex = reason.str.startswith("sex ", na=False)
    age = reason.str.contains("age_years|birth_date|^age outside", na=False)
    keys = np.select([sex & age, sex, age], ["no_person", "no_sex", "no_age"], "rejected_person")
    said = pd.Series([say(str(key)) for key in keys], index=statement.index)
    return statement.mask(reason.notna(), said)


def _groups(
    days: pd.DataFrame,
    people: pd.DataFrame,
    by: list[str],
    assessment: pd.DataFrame,
    options: GroupOptions,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The groups with everyone, and without implausible reporters (empty where there are none)."""
    from nutrition.population.estimates import groups  # SciPy, only for groups

    weights = _replicate_columns(list(people.columns), options)
    notes = _order_notes(days, options)

    def estimate(some: pd.DataFrame) -> pd.DataFrame:
        return groups(
            some,
            people,
            by=by,
            references=assessment,
            method=options.method,
            replicates=options.replicates,
            seed=options.seed,
            within_to_between=options.variance_ratio,
            replicate_weights=weights,
            fay=options.fay,
            notes=notes,
        )

    everyone = estimate(days).assign(energy_reporters="all")
    flagged = people.loc[people["energy_flag"].isin(["low", "high"]), "person_id"]
    if flagged.empty:
        return everyone, everyone.iloc[:0]
    # They keep their place in the survey's design; only their days do not count.
    kept = days[~person_key(days["person_id"]).isin(flagged)]
    return everyone, estimate(kept).assign(energy_reporters=WITHOUT)


def _beside(everyone: pd.DataFrame, others: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Put each row without implausible reporters under the row with everyone."""
    if others.empty:
        return everyone
    keys = [*by, "nutrient", "cut"]
    place = {key: at for at, key in enumerate(everyone[keys].itertuples(index=False, name=None))}
    first: dict[tuple[Any, ...], int] = {}
    for key, at in place.items():
        first.setdefault(key[:-1], at)
    rows = others[keys].itertuples(index=False, name=None)
    order = [*range(len(everyone)), *(place.get(key, first[key[:-1]]) for key in rows)]
    table = pd.concat([everyone.astype(object), others.astype(object)], ignore_index=True)
    return table.iloc[np.argsort(order, kind="stable")].reset_index(drop=True)


def _replicate_columns(names: Sequence[str], options: GroupOptions) -> list[str]:
    """The columns of the people with replicate weights, by the beginning of their names."""
    start = (options.replicate_weights or "").lower()
    weights = [c for c in names if start and str(c).lower().startswith(start)]
    if start and not weights:
        raise DiaryError(
            f"No column of the people begins with {options.replicate_weights!r}.",
            hint=f"They have {', '.join(map(str, names))}.",
        )
    return weights


def _order_notes(days: pd.DataFrame, options: GroupOptions) -> list[str]:
    """What was done about the order of recalls, where days come more than once a person."""
    if not days["person_id"].duplicated().any() or "sequence" not in days:
        return []
    if options.adjust_order == "off":
        return ["The order of recalls is not adjusted for, as asked."]
    if days["sequence"].notna().any():
        if options.adjust_order == "auto":
            return []
        return ["The order of the days is taken as that of recalls, as asked."]
    hint = " (--adjust-order on takes the order of days as theirs)"
    told = options.adjust_order == "auto"
    return [f"No recall numbers are coded: their order is not adjusted for{hint if told else ''}."]


def _grouping_column(names: Sequence[str], name: str) -> str:
    """The column of the people that forms groups, whatever the case of its letters."""
    found = next((c for c in names if str(c).lower() == name.lower()), None)
    if found is None or found in NO_GROUPS:
        raise DiaryError(
            f"The people cannot be grouped by {name}.",
            hint=f"They have {', '.join(str(c) for c in names if c not in NO_GROUPS)}.",
            column=name,
        )
    return str(found)


def write_tables(tables: dict[str, pd.DataFrame], folder: Path, *, parquet: bool) -> None:
    """Write each table as CSV, and as Parquet where asked."""
    for name, table in tables.items():
        texts = table.select_dtypes(["object", "string"]).columns
        cells = table.assign(**{text: table[text].map(inert, na_action="ignore") for text in texts})
        cells.to_csv(folder / f"{name}.csv", index=False, quoting=csv.QUOTE_MINIMAL)
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
