"""From the days and people tables to the recalls of one nutrient and the groups they form."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from nutrition.counted import counted
from nutrition.usual.recalls import RecallError

UNKNOWN_GROUP = "unknown"
EVERYONE = "all"
DESIGN = {"survey_weight": "survey weight", "stratum": "stratum", "psu": "sampling unit"}


@dataclass(frozen=True)
class Group:
    """People who share the values of the grouping columns.

    Attributes:
        label: Value of each grouping column; `all` for everyone together.
        people: Keys of the people.
    """

    label: dict[str, Any]
    people: "pd.Index[Any]"


def sample_of(days: pd.DataFrame, people: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """Everyone with days or a row of their own, in order of `person_id`.

    Args:
        days: The days table.
        people: The people table, one row for each person.

    Returns:
        The sample and sentences on who was added or lost: people with days but no row are
        added with empty columns; where the sample has weights, strata or sampling units,
        people without one leave, counted once. A column that is empty throughout counts as
        absent.

    Raises:
        RecallError: Not one person is in both tables.
    """
    notes = []
    sample = people
    habitual = days.loc[days["day"].isna(), "person_id"].nunique()
    if habitual:
        who = counted(habitual, "person has", "people have")
        notes.append(f"{who} habitual intake, not days, and left out.")
    strangers = days.loc[~days["person_id"].isin(people["person_id"]), "person_id"].unique()
    if len(people) and 0 < len(strangers) == days["person_id"].nunique():
        raise RecallError(
            "No person of the days is in the people table.",
            hint=f"The days have person_id {strangers[0]!r}, the people "
            f"{people['person_id'].iloc[0]!r}: write the keys the same way.",
        )
    if len(strangers):
        # Where weights or a design decide, nobody without a row has one.
        lost = any(c in people.columns and people[c].notna().any() for c in DESIGN)
        who = counted(len(strangers), "person with days is", "people with days are")
        notes.append(f"{who} not in the people table{' and left out' if lost else ''}.")
        sample = pd.concat([people, pd.DataFrame({"person_id": strangers})], ignore_index=True)
    for column, name in DESIGN.items():
        if column not in sample.columns:
            continue
        if sample[column].isna().all():
            sample = sample.drop(columns=column)
            continue
        held = sample[column].notna()
        if column == "survey_weight":
            held &= sample[column] > 0
        told = int((~held & ~sample["person_id"].isin(strangers)).sum())
        if told:
            notes.append(f"{counted(told, 'person', 'people')} without a {name} left out.")
        sample = sample[held]
    if "psu" in sample.columns and "stratum" not in sample.columns:
        units = counted(sample["psu"].nunique(), "sampling unit", "sampling units")
        notes.append(f"Errors follow the {units} of the column psu, without strata.")
    return sample.sort_values("person_id", kind="stable").reset_index(drop=True), notes


def recalls_of(
    days: pd.DataFrame, sample: pd.DataFrame, nutrient: str, by: Sequence[str]
) -> tuple[pd.DataFrame, "pd.Series[float] | None"]:
    """Complete days of one nutrient, unknown ones empty, and what supplements add.

    Args:
        days: The days table, with the number of each person in the sample, or −1, as
            `person_id`; days that are not complete are left out, and so are rows
            without a day (habitual intake, which has no day-to-day variation to take out).
        sample: From `sample_of`, with 0, 1, … as `person_id`.
        nutrient: Nutrient column, e.g. `calcium_mg`.
        by: Grouping columns, carried along.

    Returns:
        Recalls with `person_id, day, intake_mg` (from food and water where the days split
        it, otherwise in total), optional `sequence` and `weekend`, the grouping columns and
        `survey_weight`; and the mean supplement intake of each person, mg a day, or None
        where nobody takes any or the days do not split it.

    Raises:
        RecallError: A column is missing.
    """
    stem = nutrient.removesuffix("_mg")
    food, supplement = f"{stem}_food_mg", f"{stem}_supplement_mg"
    split = food in days.columns and supplement in days.columns
    require(days, ["person_id", "day", food if split else nutrient], "days")
    table = days[days["person_id"].between(0, len(sample) - 1)]
    table = table[table["day"].notna()]
    if "day_state" in table.columns:
        state = table["day_state"].astype("object")
        table = table[state.isna() | state.isin(["complete", ""])]
    recalls = table[["person_id", "day", *usable(table)]].copy()
    recalls["intake_mg"] = food_intake(table, nutrient)
    unknown = f"{stem}_unknown_items"
    if unknown in table.columns:
        recalls.loc[~table[unknown].eq(0), "intake_mg"] = np.nan
    added = None
    if split:
        taken = table[supplement].astype("float64").where(recalls["intake_mg"].notna())
        added = taken.groupby(table["person_id"]).mean()
        if not (added > 0).any():
            added = None
    columns = [c for c in ("survey_weight",) if c in sample.columns]
    merged = recalls.merge(sample[["person_id", *by, *columns]], on="person_id", how="left")
    return merged, added


def usable(days: pd.DataFrame) -> list[str]:
    """Which of `sequence` and `weekend` the days know for every day."""
    return [c for c in ("sequence", "weekend") if c in days.columns and days[c].notna().all()]


def food_only(days: pd.DataFrame, nutrient: str) -> list[str]:
    """A sentence where the days state intake from food and nothing of supplements."""
    column = f"{nutrient.removesuffix('_mg')}_supplement_mg"
    food = column.replace("_supplement_", "_food_")
    if column not in days.columns or days.empty or days[column].notna().any():
        return []
    if food in days.columns and days[food].isna().all():
        return ["These days hold totals; what came from supplements is shrunk with the food."]
    return [
        (
            "These days hold intake from food and water only, not from supplements, which are not "
            "stated: with them shares below are at most, shares above at least those given."
        )
    ]


def stated_food_alone(days: pd.DataFrame, nutrient: str) -> "pd.Series[bool]":
    """Which days state the food's part and nothing of supplements."""
    stem = nutrient.removesuffix("_mg")
    food, supplement = f"{stem}_food_mg", f"{stem}_supplement_mg"
    if not {food, supplement} <= set(days.columns):
        return pd.Series(data=False, index=days.index)
    alone = days[food].notna() & days[supplement].isna()
    taken = f"{stem}_supplement_unknown_items"
    return alone & ~days[taken].gt(0).fillna(value=False) if taken in days.columns else alone


def food_intake(days: pd.DataFrame, nutrient: str) -> "pd.Series[float]":
    """Intake from food and water where the days tell it apart, else in total [mg]."""
    stem = nutrient.removesuffix("_mg")
    food, supplement = f"{stem}_food_mg", f"{stem}_supplement_mg"
    if food not in days.columns or supplement not in days.columns:
        return days[nutrient].astype("float64")
    split = days[food].astype("float64")
    if nutrient not in days.columns:
        return split
    # A table that states totals only has both parts empty: the total is all there is.
    unsplit = split.isna() & days[supplement].isna()
    return split.mask(unsplit, days[nutrient].astype("float64"))


def unadjusted(days: pd.DataFrame) -> list[str]:
    """Sentences on recall order and weekends that some days do not tell."""
    words = {"sequence": "the number of the recall", "weekend": "the day of the week"}
    notes = []
    for column, name in words.items():
        lost = int(days[column].isna().sum()) if column in days.columns else 0
        if 0 < lost < len(days):
            some = counted(lost, "day does", "days do")
            notes.append(f"{some} not tell {name}, so nothing is adjusted for it.")
    return notes


def groups_of(sample: pd.DataFrame, by: Sequence[str]) -> list[Group]:
    """Everyone, then each combination of the grouping columns.

    People without a value form the group `unknown`; levels of a single categorical column
    that nobody has stay, empty.
    """
    everyone = Group(dict.fromkeys(by, EVERYONE), pd.Index(sample["person_id"]))
    if not by:
        return [everyone]
    keys = sample[list(by)].astype(object)
    keys = keys.where(keys.notna(), UNKNOWN_GROUP)
    combinations = set(keys.itertuples(index=False, name=None))
    if len(by) == 1 and isinstance(sample[by[0]].dtype, pd.CategoricalDtype):
        combinations |= {(level,) for level in sample[by[0]].cat.categories}
    found = [everyone]
    for combination in sorted(combinations, key=lambda values: tuple(map(str, values))):
        member = (keys == list(combination)).all(axis=1)
        label = dict(zip(by, combination, strict=True))
        found.append(Group(label, pd.Index(sample.loc[member, "person_id"])))
    return found


def require(table: pd.DataFrame, columns: Sequence[str], name: str) -> None:
    """Refuse a table that lacks columns."""
    missing = [column for column in columns if column not in table.columns]
    if missing:
        raise RecallError(
            f"The {name} have no column {', '.join(missing)}.",
            hint=f"They have: {', '.join(map(str, table.columns))}.",
            missing=missing,
        )
