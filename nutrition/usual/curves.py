"""A group's usual intake as a curve against the EAR, and its row of the table in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from scipy.stats import gaussian_kde

from foods.errors import DiaryError
from nutrition.adequacy.wording import missing
from nutrition.intake import stem
from nutrition.population.options import GroupOptions
from nutrition.population.recalls import EVERYONE, UNKNOWN_GROUP, food_intake
from nutrition.texts import ENGLISH, number, say
from nutrition.usual.models import nci, nrc, with_supplements

if TYPE_CHECKING:
    from nutrition.views.uploads import Results

POINTS = 200
MOST_REFERENCES = 4
"""Average requirements drawn on one curve; of more, the lowest and the highest are."""


SHOWN = (
    *("energy_reporters", "n_people", "n_days", "mean_mg", "p5", "p50", "p95", "share_below_ear"),
    *("share_below_low", "share_below_high", "cut", "share_above_ul", "people_unknown"),
    *("direct_mean_mg", "direct_mean_se", "reliable", "reference"),
)
RANGE = ("share_below_ratio_low", "share_below_ratio_high")
"""Columns shown only where an outside variance ratio was given."""


@dataclass(frozen=True)
class GroupResults:
    """What days and people come to by group.

    Attributes:
        days: The days table, with ``complete``.
        people: The people as they were understood.
        assessment: A row for each person and nutrient.
        groups: A row for each group, nutrient and cut.
        people_rejects: Rows of the people table that could not be used.
        by: Grouping columns.
        options: How groups were formed and estimated.
    """

    days: pd.DataFrame
    people: pd.DataFrame
    assessment: pd.DataFrame
    groups: pd.DataFrame
    people_rejects: pd.DataFrame
    by: tuple[str, ...]
    options: GroupOptions


@dataclass(frozen=True)
class GroupCurve:
    """Density of usual intake in a group.

    Attributes:
        frame: ``intake_mg`` [mg/d] and ``density`` [per mg]; empty where not identifiable.
        references: Average requirements of the group's people [mg/d], lowest first.
        reason: Why there is no curve; empty where there is one.
    """

    frame: pd.DataFrame
    references: list[float]
    reason: str


def group_results(results: "Results", options: GroupOptions) -> GroupResults:
    """Take from a run with people what the curves need.

    Args:
        results: Of `nutrition.views.uploads.run_uploads`, with a people file.
        options: How its groups were formed and estimated.

    Returns:
        The tables of the run; days say which of them are complete.

    Raises:
        DiaryError: No person of the people file is in the days.
    """
    groups, days = results.frame("groups.csv"), results.frame("day_totals.csv")
    people = results.frame("people.csv")
    if groups.empty or not people["person_id"].isin(days["person_id"]).any():
        raise DiaryError(
            "No person of the people file has days in the diaries.",
            hint="Write person_id the same way in both files.",
        )
    columns = list(groups.columns)
    complete = days["day_state"].isna() | (days["day_state"] == "complete")
    return GroupResults(
        days=days.assign(complete=complete),
        people=people,
        assessment=results.frame("assessment.csv"),
        groups=groups,
        people_rejects=results.frame("people_rejects.csv"),
        by=tuple(columns[: columns.index("nutrient")]),
        options=options,
    )


def labels(results: GroupResults) -> dict[str, dict[str, Any]]:
    """Return each group's name and its values of the grouping columns, everyone first."""
    if not results.by:
        return {"everyone": {}}
    found = {}
    for values in results.groups[list(results.by)].drop_duplicates().to_dict("records"):
        everyone = all(value == EVERYONE for value in values.values())
        name = "everyone" if everyone else ", ".join(str(v) for v in values.values())
        found[name] = {str(k): v for k, v in values.items()}
    return found


def rows_of(results: GroupResults, nutrient: str, label: Mapping[str, Any]) -> pd.DataFrame:
    """Return the rows of one group and mineral.

    Args:
        results: From `group_results`.
        nutrient: ``calcium_mg`` or ``magnesium_mg``.
        label: Values of the grouping columns, of `labels`.
    """
    rows = results.groups[results.groups["nutrient"] == nutrient]
    for column, value in label.items():
        rows = rows[rows[column] == value]
    return rows


def group_curve(results: GroupResults, nutrient: str, label: Mapping[str, Any]) -> GroupCurve:
    """Return the density of usual intake in one group, by the method of the results.

    The curve is a Gaussian kernel density of the people's usual intakes (Scott's bandwidth),
    weighted as the people are; supplements are added after shrinking.

    Args:
        results: From `group_results`.
        nutrient: ``calcium_mg`` or ``magnesium_mg``.
        label: Values of the grouping columns, of `labels`.
    """
    ids = _members(results.people, label)
    own, added, options = _recalls(results, nutrient, ids)
    nothing = pd.DataFrame({"intake_mg": [], "density": []})
    references = _references(results, nutrient, own)
    if not (own["intake_mg"] > 0).any():
        return GroupCurve(nothing, references, "No complete day is known without unknown items.")
    options["within_to_between"] = results.options.variance_ratio
    if results.options.method == "nci":
        usual = nci(own, "intake_mg", seed=results.options.seed, **options)
    else:
        usual = nrc(own, "intake_mg", **options)
    if added is not None and usual.identifiable:
        usual = with_supplements(usual, added)
    if not usual.identifiable:
        return GroupCurve(nothing, references, usual.reason)
    values = usual.intakes.ravel()
    weights = np.repeat(usual.weights, usual.intakes.shape[1])
    if len(values) < 3 or np.ptp(values) == 0:  # noqa: PLR2004 - a density of two is no curve
        return GroupCurve(nothing, references, "Too few people for a curve.")
    density = gaussian_kde(values, weights=weights)
    reach = values.max() + 3 * density.factor * values.std()
    points = np.linspace(0, max([reach, *references]), POINTS)
    frame = pd.DataFrame({"intake_mg": points, "density": density(points)})
    return GroupCurve(frame, references, "")


def group_sentence(row: Mapping[str, Any], language: str = ENGLISH) -> str:
    """Say a row of the groups table: the share below the average requirement, or why not.

    Args:
        row: A row of ``groups``.
        language: A code of `nutrition.texts.languages`.
    """

    def percent(column: str) -> str:
        return number(row[column] * 100, language)

    words = {
        "mineral": say(f"mineral-{stem(row['nutrient'])}", language),
        "counts": say(
            "pages-groups-counts", language, people=int(row["n_people"]), days=int(row["n_days"])
        ),
    }
    if missing(row["share_below_ear"]):
        return say("pages-groups-not-stated", language, **words)
    words["cut"] = say(f"pages-groups-cut-{row['cut'].lower().replace(' ', '-')}", language)
    words |= {"share": percent("share_below_ear"), "mean": number(row["mean_mg"], language)}
    said = []
    if row["energy_reporters"] != "all":
        said.append(say("pages-groups-reporters", language))
    if missing(row["share_below_low"]):
        said.append(say("pages-groups-share", language, **words))
    else:
        words |= {"low": percent("share_below_low"), "high": percent("share_below_high")}
        said.append(say("pages-groups-share-interval", language, **words))
    if str(row["reliable"]) != "True":
        said.append(say("pages-groups-doubt", language))
    if not missing(row["share_below_ratio_low"]):
        ends = {end: percent(f"share_below_ratio_{end}") for end in ("low", "high")}
        said.append(say("pages-groups-ratio-range", language, **ends))
    return " ".join(said)


def shown_table(results: GroupResults, nutrient: str) -> pd.DataFrame:
    """Return the groups of one mineral as a page shows them: shares in per cent [%].

    Args:
        results: From `group_results`.
        nutrient: ``calcium_mg`` or ``magnesium_mg``.
    """
    rows = results.groups[results.groups["nutrient"] == nutrient]
    names = [*results.by, *SHOWN]
    if rows[RANGE[0]].notna().any():
        at = names.index("share_below_high") + 1
        names[at:at] = RANGE
    if rows["energy_reporters"].nunique() < 2:  # noqa: PLR2004 - a column that tells nothing
        names.remove("energy_reporters")
    shares = {name: rows[name] * 100 for name in names if name.startswith("share_")}
    return rows.assign(**shares)[names]


def _members(people: pd.DataFrame, label: Mapping[str, Any]) -> pd.Series:
    """Keys of the people of a group; everyone where a value is ``all``."""
    member = pd.Series(True, index=people.index)
    for column, value in label.items():
        if value != EVERYONE:
            held = people[column].astype("object")
            member &= held.isna() if value == UNKNOWN_GROUP else held.eq(value)
    return people.loc[member, "person_id"]


def _recalls(
    results: GroupResults, nutrient: str, ids: pd.Series
) -> tuple[pd.DataFrame, pd.Series | None, dict[str, Any]]:
    """Complete days from food, unknown ones empty; mean supplement intake; the model's columns."""
    name = stem(nutrient)
    days = results.days[results.days["complete"] & results.days["person_id"].isin(ids)]
    own = pd.DataFrame(
        {
            "person_id": days["person_id"].astype("object"),
            "day": days["day"],
            "intake_mg": food_intake(days, nutrient).where(days[f"{name}_unknown_items"].eq(0)),
        }
    )
    taken = days[f"{name}_supplement_mg"].astype("float64").where(own["intake_mg"].notna())
    added = taken.groupby(own["person_id"]).mean()
    options: dict[str, Any] = {}
    weights = results.people.set_index("person_id")["survey_weight"]
    if weights.notna().any():
        own["survey_weight"] = own["person_id"].map(weights)
        own = own[own["survey_weight"] > 0]
        options["weight"] = "survey_weight"
    for column in ("sequence", "weekend"):
        if column in days and days[column].notna().all():
            own[column] = days[column]
            options[column] = column
    return own, added if (added > 0).any() else None, options


def _references(results: GroupResults, nutrient: str, own: pd.DataFrame) -> list[float]:
    rows = results.assessment
    rows = rows[(rows["nutrient"] == nutrient) & rows["person_id"].isin(own["person_id"])]
    found = sorted(float(v) for v in rows["ear_mg"].dropna().unique())
    return found if len(found) <= MOST_REFERENCES else [found[0], found[-1]]
