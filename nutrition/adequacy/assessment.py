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

    Cells = dict[str, npt.NDArray[Any]]
    """Columns of equal length, one value a person."""

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

_MAY_BE_UNKNOWN = (
    "days",
    "unknown_items",
    "so_far_unknown_items",
    "days_needed",
    "days_to_decide",
)
_COUNTS = ("partial_days", "empty_days", "days_without_value")

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
    roster = people if "age_months" in people else read_people(people)
    roster = roster.assign(person_id=person_key(roster["person_id"]))
    roster = roster.drop_duplicates("person_id")
    ids = pd.Index(pd.concat([days["person_id"], roster["person_id"]]).unique())
    who = _who(ids, roster)
    asked = who[["sex", "age_months", "condition", "trimester"]]
    parts = []
    for nutrient in nutrients:
        of: Cells = {name: who[name].to_numpy() for name in ("listed", "sex", "age_months")}
        of |= mean_of_complete_days(days, nutrient, ids)
        for found in (
            references.for_people(asked, nutrient),
            within_person(asked, nutrient, sd_source),
        ):
            of |= {str(name): column.to_numpy() for name, column in found.items()}
        of |= {
            "person_id": ids.to_numpy(dtype=object),
            "nutrient": np.full(len(ids), nutrient, dtype=object),
            "body": np.full(len(ids), references.body, dtype=object),
        }
        parts.append(_judge(of))
    names = [*COLUMNS, "sex", "age_months"]
    # People stay together: their nutrients are neighbours.
    held = [name for name in names if name in parts[0]]
    joined = {n: np.stack([one[n] for one in parts], axis=1).ravel() for n in held}
    joined["statement"] = _statements(joined)
    return _table(joined)


def _who(ids: pd.Index, roster: pd.DataFrame) -> pd.DataFrame:
    """Everybody's sex, age [months], condition and trimester; `listed` where people hold them."""
    place = pd.Index(roster["person_id"]).get_indexer(ids)
    listed = place >= 0

    def column(name: str) -> pd.Series:
        held = roster[name] if name in roster else pd.Series([None] * len(roster), dtype="object")
        found = held.astype("object").reset_index(drop=True).reindex(place)
        return found.set_axis(range(len(ids)))

    return pd.DataFrame(
        {
            "listed": listed,
            "sex": column("sex"),
            "age_months": numbers(column("age_months")),
            "condition": column("condition"),
            "trimester": numbers(column("trimester")),
        }
    )


def _table(cells: Cells) -> pd.DataFrame:
    """The assessment, its counts as whole numbers."""
    out: dict[str, Any] = {name: cells[name] for name in COLUMNS if name in cells}
    out["person_id"] = pd.array(out["person_id"], dtype="string")
    for name in _MAY_BE_UNKNOWN:
        out[name] = pd.array(out[name], dtype="Int64")
    for name in _COUNTS:
        out[name] = out[name].astype("int64")
    out["schema_version"] = SCHEMA_VERSION
    return pd.DataFrame(out, columns=list(COLUMNS))


def _judge(of: Cells) -> Cells:
    """Method, z, probability, verdict and gaps, for every person at once."""
    recorded = of["recorded"] > 0
    days = of["days"] = np.where(recorded, of["days"], 0.0)
    intake, ear, rda, ai = (of[name] for name in ("intake_mg", "ear_mg", "rda_mg", "ai_mg"))
    at_least = (of["unknown_items"] > 0) | (of["unsaid_days"] > 0)
    of["probability_is_at_least"] = at_least
    counts = np.where(of["food_days"] > 0, "food", "total").astype(object)
    counts[np.isnan(intake)] = None
    of["intake_counts"] = counts
    method = of["method"] = _methods(of)
    of["reason"] = _reasons(of, at_least)
    wide = of["cv_within_percent"] > individual.UNRELIABLE_CV_PERCENT
    sd = np.where(wide, np.nan, of["sd_day_mg"])
    by_average, by_ai = method == "average_requirement", method == "adequate_intake"
    sd_requirement = of["requirement_cv"] * ear

    def z_of(amount: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        average = individual.z_average_requirement(amount, ear, sd_requirement, sd, days)
        single = individual.z_single_value(amount, ai, sd, days)
        return np.where(by_average, average, np.where(by_ai, single, np.nan))

    low, high = of["intake_low_mg"], of["intake_high_mg"]
    with np.errstate(divide="ignore", invalid="ignore"):
        z, z_low, z_high = z_of(intake), z_of(low), z_of(high)
    chance = individual.probability(z)
    ranged = (low != high) & np.isfinite(z)
    of["z"] = z
    of["probability_adequate"] = np.where(by_average, chance, np.nan)
    of["probability_above_ai"] = np.where(by_ai, chance, np.nan)
    of["probability_low"] = np.where(ranged, individual.probability(z_low), np.nan)
    of["probability_high"] = np.where(ranged & ~at_least, individual.probability(z_high), np.nan)
    grades = [individual.certainty(one) for one in (z, z_low, z_high)]
    grade = np.where(by_average | by_ai, _mildest(grades), _qualitative(of))
    grade = np.where((by_ai | at_least) & (grade < 0), 0, grade)
    verdict = of["verdict"] = _verdicts(of["reason"], grade)
    for gap, reference in (("ear", ear), ("rda", rda), ("target", of["target_mg"])):
        of[f"gap_{gap}_mg"] = reference - intake
        of[f"so_far_gap_{gap}_mg"] = reference - of["so_far_mg"]
    of["days_needed"] = individual.days_for_precision(of["cv_within_percent"])
    unsettled = by_average & (verdict == "cannot_tell") & ~at_least
    decide = individual.days_to_decide(intake, ear, sd_requirement, sd)
    of["days_to_decide"] = np.where(unsettled & (decide > days), decide, np.nan)
    return of | compare_upper_level(of, sd, at_least)


def _methods(of: Cells) -> npt.NDArray[Any]:
    """How each person can be compared, if at all."""
    measurable = (
        ~np.isnan(of["sd_day_mg"])
        & ~np.isnan(of["days"])
        & (of["cv_within_percent"] <= individual.UNRELIABLE_CV_PERCENT)
    )
    ear, ai, rda = (~np.isnan(of[name]) for name in ("ear_mg", "ai_mg", "rda_mg"))
    return np.select(
        [
            ear & measurable & ~np.isnan(of["requirement_cv"]),
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


def _reasons(of: Cells, at_least: npt.NDArray[np.bool_]) -> npt.NDArray[Any]:
    """Why a verdict or a probability is held back or narrow, the weightiest reason first."""
    nothing = np.isnan(of["intake_mg"])
    recorded = of["recorded"] > 0
    method = of["method"]
    unset = method == "none"
    qualitative = np.char.startswith(method.astype(str), "qualitative")
    return np.select(
        [
            ~of["listed"] | pd.isna(of["sex"]) | np.isnan(of["age_months"]),
            ~recorded,
            unset & of["needs_trimester"].astype(bool),
            unset,
            nothing & ~np.isnan(of["so_far_mg"]),
            nothing & (of["days_without_value"] == 0) & (of["partial_days"] == 0),
            nothing,
            np.isnan(of["days"]),
            method == "no_average_requirement",
            at_least,
            qualitative & np.isnan(of["sd_day_mg"]),
            qualitative & (of["cv_within_percent"] > individual.UNRELIABLE_CV_PERCENT),
            method == "qualitative_average_requirement",
            of["intake_counts"] == "food",
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


def _qualitative(of: Cells) -> npt.NDArray[np.int64]:
    """Grades of IOM 2000, p. 57 and Table 3-3, where no probability can be had."""
    many = np.nan_to_num(of["days"]) >= individual.MANY_DAYS
    low, high = of["intake_low_mg"], of["intake_high_mg"]
    average = of["method"] == "qualitative_average_requirement"
    adequate = of["method"] == "qualitative_adequate_intake"
    up = (average & (low >= of["rda_mg"])) | (adequate & (low >= of["ai_mg"]))
    return np.where(many, up.astype("int64") - (average & (high < of["ear_mg"])), 0)


def _mildest(grades: list[npt.NDArray[np.int64]]) -> npt.NDArray[np.int64]:
    """The grade nearest to none; none where the ends of a range point both ways."""
    stacked = np.stack(grades)
    lowest, highest = stacked.min(axis=0), stacked.max(axis=0)
    return np.where(lowest > 0, lowest, np.where(highest < 0, highest, 0))


def _verdicts(reason: npt.NDArray[Any], grade: npt.NDArray[np.int64]) -> npt.NDArray[Any]:
    undefined = np.isin(reason, ["no_person", "no_day", "not_set", "needs_trimester"])
    held_back = np.isin(reason, ["no_complete_day", "no_value", "habitual"])
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


def _statements(of: Cells) -> npt.NDArray[Any]:
    """The sentence of each row, worded once for each distinct case."""
    chance = np.where(
        np.isnan(of["probability_adequate"]), of["probability_above_ai"], of["probability_adequate"]
    )
    reference = np.where(np.isnan(of["ear_mg"]), of["ai_mg"], of["ear_mg"])
    unfinished = of["reason"] == "no_complete_day"
    case = [
        *(of[name] for name in _STATEMENT_KEYS if name != "days"),
        np.nan_to_num(of["days"], nan=-1),
        np.nan_to_num(np.floor(chance * 20 + 1e-9), nan=-1),
        chance > 1 - wording.HALF_A_TENTH,
        of["intake_mg"] < reference,
        pd.isna(of["sex"]),
        np.isnan(of["age_months"]),
        of["so_far_unknown_items"] > 0,
        np.where(unfinished, np.nan_to_num(np.round(of["so_far_mg"]), nan=-1), -1),
    ]
    said: dict[tuple[object, ...], str] = {}
    words = []
    for place, key in enumerate(zip(*(column.tolist() for column in case), strict=True)):
        if key not in said:
            said[key] = wording.statement({name: cells[place] for name, cells in of.items()})
        words.append(said[key])
    return np.array(words, dtype=object)
