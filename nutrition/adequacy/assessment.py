"""Days and people to an assessment: one row a person and nutrient, by IOM 2000."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from foods.nutrients import MINERALS
from nutrition.adequacy import individual, wording
from nutrition.adequacy.averages import checked_days, mean_of_complete_days, numbers
from nutrition.adequacy.upper_level import compare_upper_level
from nutrition.adequacy.within_person import within_person
from nutrition.adequacy.wording import describe
from nutrition.diary import SCHEMA_VERSION
from nutrition.people import person_key, read_people
from nutrition.references import References, load

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy.typing as npt

__all__ = ["COLUMNS", "VERDICTS", "assess", "describe"]

COLUMNS = (
    "person_id",
    "nutrient",
    "days",
    "intake_mg",
    "known_share",
    "ear_mg",
    "rda_mg",
    "ai_mg",
    "ul_mg",
    "ul_base",
    "ul_intake_mg",
    "gap_ear_mg",
    "gap_rda_mg",
    "sd_day_mg",
    "z",
    "probability_adequate",
    "verdict",
    "reference",
    "sd_source",
    "schema_version",
    "body",
    "method",
    "reason",
    "probability_is_at_least",
    "probability_above_ai",
    "probability_low",
    "probability_high",
    "intake_low_mg",
    "intake_high_mg",
    "unknown_items",
    "partial_days",
    "empty_days",
    "days_without_value",
    "so_far_mg",
    "so_far_unknown_items",
    "so_far_supplement_mg",
    "so_far_gap_ear_mg",
    "so_far_gap_rda_mg",
    "target_mg",
    "gap_target_mg",
    "requirement_cv",
    "cv_within_percent",
    "days_needed",
    "days_to_decide",
    "ul_statistic",
    "ul_reference",
    "ul_z",
    "probability_below_ul",
    "ul_status",
    "ul_reason",
    "ul_recalled",
    "recalled",
    "statement",
    "intake_counts",
)
"""Columns of the assessment, in order; `assess` says what each holds."""

VERDICTS = ("meets", "likely_meets", "cannot_tell", "likely_below", "below", "not_defined")


def assess(
    days: pd.DataFrame,
    people: pd.DataFrame,
    *,
    body: str | Path | References = "NASEM",
    sd_source: str = "IOM 2000",
    nutrients: Sequence[str] = MINERALS,
) -> pd.DataFrame:
    """Assess each person's calcium and magnesium intake against one reference body.

    Only complete days enter a mean. The verdict rests on the average requirement alone
    (z = D / SD of D, IOM 2000): `meets` from z = 2, `likely_meets` above 1, `cannot_tell`
    between, `likely_below` under -1, `below` from -2. With an adequate intake only, `meets`
    and `likely_meets` in the same way, else `cannot_tell`. With values missing the intake is
    a lower bound: never `below`. Amounts given as ranges are assessed at both ends; where the
    ends disagree the milder verdict of the two stands. Without a within-person SD (under 19
    years with IOM 2000), or where the group's within-person CV exceeds 60 %, the comparison
    is qualitative: a verdict only from `individual.MANY_DAYS` days.

    Args:
        days: The Days table: person_id, day, calcium_mg [mg], magnesium_mg [mg]; optional
            day_state, grams [g], grams_unknown_items, and for each mineral _supplement_mg,
            _mg_low, _mg_high [mg], _unknown_items, _supplement_unknown_items and
            _known_grams [g]. A null day marks habitual intake from a questionnaire.
        people: The people table of `nutrition.people.read_people`, or what it reads.
        body: Reference body, a file of one's own, or loaded references.
        sd_source: Source of within-person variation, of `within_person.sd_sources()`.
        nutrients: Which of calcium_mg and magnesium_mg.

    Returns:
        A frame with `COLUMNS`, people in order of appearance, those who stand in only one of
        the two tables included. Amounts are mg/d; gaps are reference minus intake, so
        positive is what is missing; probabilities are fractions; days_needed bounds the mean
        within 20 % with 95 % confidence; so_far_* are means of days not complete. The
        upper level is compared with what its base counts: total intake by z, supplements and
        medicines directly. `intake_counts` is `food` where the days state food and water and
        nothing of supplements: probability and verdict are then of food alone, and an upper
        level on total intake can be exceeded but not cleared.

    Raises:
        DiaryError: `days` lacks a needed column or holds an unknown day_state.
        ReferenceIntakeError: No such body or source.
    """
    references = body if isinstance(body, References) else load(body)
    days = checked_days(days, nutrients)
    roster = people.copy() if "age_months" in people else read_people(people)
    roster["person_id"] = person_key(roster["person_id"])
    roster = roster.drop_duplicates("person_id")
    for column in ("sex", "age_months", "condition", "trimester"):
        if column not in roster:
            roster[column] = None
    ids = pd.concat([days["person_id"], roster["person_id"]]).drop_duplicates()
    who = ids.to_frame().merge(
        roster[["person_id", "sex", "age_months", "condition", "trimester"]],
        on="person_id",
        how="left",
        indicator="listed",
    )
    parts = []
    for nutrient in nutrients:
        frame = who.merge(mean_of_complete_days(days, nutrient), on="person_id", how="left")
        frame["nutrient"] = nutrient
        frame["body"] = references.body
        found = references.for_people(frame, nutrient)
        sd = within_person(frame, nutrient, sd_source)
        parts.append(_judge(pd.concat([frame, found, sd], axis=1)))
    result = pd.concat(parts, keys=range(len(parts)), names=["part", "person"])
    result = result.sort_index(level=["person", "part"], kind="stable").reset_index(drop=True)
    result["statement"] = _statements(result)
    result["schema_version"] = SCHEMA_VERSION
    return result.loc[:, list(COLUMNS)]


def _judge(frame: pd.DataFrame) -> pd.DataFrame:
    """Method, z, probability, verdict and gaps, for every person at once."""
    frame["days"] = frame["days"].mask(frame["habitual"].isna(), 0)
    days = numbers(frame["days"])
    intake = numbers(frame["intake_mg"])
    ear, rda, ai = (numbers(frame[name]) for name in ("ear_mg", "rda_mg", "ai_mg"))
    for name in ("partial_days", "empty_days", "days_without_value"):
        frame[name] = frame[name].fillna(0).astype("int64")
    unsaid = frame["unsaid_days"].fillna(0).to_numpy(dtype=float) > 0
    at_least = (frame["unknown_items"].fillna(0).to_numpy(dtype=float) > 0) | unsaid
    frame["probability_is_at_least"] = at_least
    alone = frame["food_days"].fillna(0).to_numpy(dtype=float) > 0
    frame["intake_counts"] = pd.Series(np.where(alone, "food", "total"), index=frame.index).where(
        frame["intake_mg"].notna()
    )
    frame["method"] = _methods(frame)
    frame["reason"] = _reasons(frame, days, intake, at_least)
    sd = np.where(
        frame["cv_within_percent"] > individual.UNRELIABLE_CV_PERCENT, np.nan, frame["sd_day_mg"]
    )
    by_average = (frame["method"] == "average_requirement").to_numpy()
    by_ai = (frame["method"] == "adequate_intake").to_numpy()
    sd_requirement = numbers(frame["requirement_cv"]) * ear

    def z_of(amount: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        average = individual.z_average_requirement(amount, ear, sd_requirement, sd, days)
        single = individual.z_single_value(amount, ai, sd, days)
        return np.where(by_average, average, np.where(by_ai, single, np.nan))

    low, high = (numbers(frame[name]) for name in ("intake_low_mg", "intake_high_mg"))
    with np.errstate(divide="ignore", invalid="ignore"):
        z, z_low, z_high = z_of(intake), z_of(low), z_of(high)
    chance = individual.probability(z)
    ranged = (low != high) & np.isfinite(z)
    frame["z"] = z
    frame["probability_adequate"] = np.where(by_average, chance, np.nan)
    frame["probability_above_ai"] = np.where(by_ai, chance, np.nan)
    frame["probability_low"] = np.where(ranged, individual.probability(z_low), np.nan)
    frame["probability_high"] = np.where(ranged & ~at_least, individual.probability(z_high), np.nan)
    grades = [individual.certainty(one) for one in (z, z_low, z_high)]
    qualitative = _qualitative(frame, days)
    grade = np.where(by_average | by_ai, _mildest(grades), qualitative)
    grade = np.where((by_ai | at_least) & (grade < 0), 0, grade)
    frame["verdict"] = _verdicts(frame, grade)
    for gap, reference in (("ear", ear), ("rda", rda), ("target", frame["target_mg"])):
        frame[f"gap_{gap}_mg"] = reference - intake
        if gap != "target":
            frame[f"so_far_gap_{gap}_mg"] = reference - frame["so_far_mg"]
    frame["days_needed"] = individual.days_for_precision(numbers(frame["cv_within_percent"]))
    unsettled = by_average & (frame["verdict"] == "cannot_tell").to_numpy() & ~at_least
    decide = individual.days_to_decide(intake, ear, sd_requirement, sd)
    frame["days_to_decide"] = np.where(unsettled & (decide > days), decide, np.nan)
    for name in ("days_needed", "days_to_decide"):
        frame[name] = frame[name].astype("Int64")
    return compare_upper_level(frame, days, sd, at_least)


def _methods(frame: pd.DataFrame) -> npt.NDArray[Any]:
    """How each person can be compared, if at all."""
    measurable = (
        frame["sd_day_mg"].notna()
        & frame["days"].notna()
        & frame["cv_within_percent"].le(individual.UNRELIABLE_CV_PERCENT)
    )
    ear, ai, rda = (frame[name].notna() for name in ("ear_mg", "ai_mg", "rda_mg"))
    return np.select(
        [
            ear & measurable & frame["requirement_cv"].notna(),
            ear,
            ai & measurable,
            ai,
            rda,
        ],
        [
            "average_requirement",
            "qualitative_average_requirement",
            "adequate_intake",
            "qualitative_adequate_intake",
            "no_average_requirement",
        ],
        "none",
    )


def _reasons(
    frame: pd.DataFrame,
    days: npt.NDArray[np.float64],
    intake: npt.NDArray[np.float64],
    at_least: npt.NDArray[np.bool_],
) -> npt.NDArray[Any]:
    """Why a verdict or a probability is held back or narrow, the weightiest reason first."""
    nothing = np.isnan(intake)
    recorded = frame["habitual"].notna()
    unset = frame["method"].eq("none")
    return np.select(
        [
            frame["listed"].ne("both") | frame["sex"].isna() | frame["age_months"].isna(),
            ~recorded,
            unset & frame["needs_trimester"].astype(bool),
            unset,
            nothing & frame["so_far_mg"].notna(),
            nothing & frame["days_without_value"].eq(0) & frame["partial_days"].eq(0),
            nothing,
            np.isnan(days),
            frame["method"].eq("no_average_requirement"),
            at_least,
            frame["method"].str.startswith("qualitative") & frame["sd_day_mg"].isna(),
            frame["method"].str.startswith("qualitative")
            & frame["cv_within_percent"].gt(individual.UNRELIABLE_CV_PERCENT),
            frame["method"].eq("qualitative_average_requirement"),
            frame["intake_counts"].eq("food"),
        ],
        [
            "no_person",
            "no_day",
            "needs_trimester",
            "not_set",
            "no_complete_day",
            "no_day",
            "no_value",
            "habitual",
            "no_average_requirement",
            "values_missing",
            "no_variation_known",
            "variation_too_wide",
            "no_requirement_variation",
            "food_alone",
        ],
        "",
    )


def _qualitative(frame: pd.DataFrame, days: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Grades of IOM 2000, p. 57 and Table 3-3, where no probability can be had."""
    many = np.nan_to_num(days) >= individual.MANY_DAYS
    ear, rda, ai = (numbers(frame[name]) for name in ("ear_mg", "rda_mg", "ai_mg"))
    low, high = (numbers(frame[name]) for name in ("intake_low_mg", "intake_high_mg"))
    average = (frame["method"] == "qualitative_average_requirement").to_numpy()
    adequate = (frame["method"] == "qualitative_adequate_intake").to_numpy()
    up = (average & (low >= rda)) | (adequate & (low >= ai))
    return np.where(many, up.astype("int64") - (average & (high < ear)), 0)


def _mildest(grades: list[npt.NDArray[np.int64]]) -> npt.NDArray[np.int64]:
    """The grade nearest to none; none where the ends of a range point both ways."""
    stacked = np.stack(grades)
    lowest, highest = stacked.min(axis=0), stacked.max(axis=0)
    return np.where(lowest > 0, lowest, np.where(highest < 0, highest, 0))


def _verdicts(frame: pd.DataFrame, grade: npt.NDArray[np.int64]) -> npt.NDArray[Any]:

    undefined = frame["reason"].isin(["no_person", "no_day", "not_set", "needs_trimester"])
    held_back = frame["reason"].isin(["no_complete_day", "no_value", "habitual"])
    return np.select(
        [undefined, held_back, grade == 2, grade == 1, grade == -1, grade == -2],  # noqa: PLR2004
        ["not_defined", "cannot_tell", "meets", "likely_meets", "likely_below", "below"],
        "cannot_tell",
    )


_STATEMENT_KEYS = (
    "nutrient",
    "reason",
    "days",
    "probability_is_at_least",
    "method",
    "body",
    "intake_counts",
)


def _statements(frame: pd.DataFrame) -> pd.Series:
    """The sentence of each row, worded once for each distinct case."""
    chance = frame["probability_adequate"].fillna(frame["probability_above_ai"])
    case = frame[list(_STATEMENT_KEYS)].copy()
    case["floor"] = np.floor(chance * 20 + 1e-9)
    case["extreme"] = chance.gt(0.95)
    case["below"] = frame["intake_mg"] < frame["ear_mg"].fillna(frame["ai_mg"])
    case["no_sex"], case["no_age"] = frame["sex"].isna(), frame["age_months"].isna()
    case["so_far_unknown"] = frame["so_far_unknown_items"].fillna(0).gt(0)
    case["so_far"] = frame["so_far_mg"].round().where(frame["reason"].eq("no_complete_day"))
    number = case.groupby(list(case.columns), dropna=False, sort=False).ngroup()
    firsts = ~number.duplicated()
    rows = frame[firsts].to_dict("records")
    words = {
        int(key): wording.statement({str(name): cell for name, cell in row.items()})
        for key, row in zip(number[firsts], rows, strict=True)
    }
    return number.map(words)
