"""Which sentences of the catalogue a row of the assessment takes, and with what figures."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from nutrition.adequacy.sentences import MINERAL_WORDS, SALTS, SENTENCES, say
from nutrition.counted import counted as count

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "HALF_A_TENTH",
    "MINERAL_WORDS",
    "SALTS",
    "SENTENCES",
    "count",
    "describe",
    "milligrams",
    "missing",
    "say",
    "statement",
    "tenths",
]

HALF_A_TENTH = 0.05


def _counted_unknowns(row: Mapping[str, Any]) -> bool:
    unknown = row["unknown_items"]
    return not missing(unknown) and int(unknown) > 0


def tenths(probability: float, *, at_least: bool = False) -> str | None:
    """A probability as people say it: "6 in 10".

    Args:
        probability: Between 0 and 1.
        at_least: Round down, for a lower bound.

    Returns:
        The words; None for a lower bound below 1 in 10, which says nothing.
    """
    if at_least:
        least = math.floor(probability * 10 + 1e-9)
        return f"{min(least, 9)} in 10" if least else None
    if probability > 1 - HALF_A_TENTH:
        return "more than 9 in 10"
    if probability < HALF_A_TENTH:
        return "less than 1 in 10"
    return f"{math.floor(probability * 10 + 0.5)} in 10"


def milligrams(value: float) -> str:
    """Whole milligrams with a thousands comma."""
    return f"{value:,.0f}"


def missing(value: object) -> bool:
    """Whether a cell of an assessment row holds nothing."""
    return value is None or str(value) in ("<NA>", "nan", "None")


def statement(row: Mapping[str, Any]) -> str:
    """The one sentence that answers "does it meet the requirement?".

    Args:
        row: A row of the assessment table.

    Returns:
        A sentence of the catalogue.
    """
    mineral = MINERAL_WORDS[row["nutrient"]]
    reason = row["reason"]
    if reason == "no_person":
        return row.get("statement") or say(_unknown_person(row))
    if reason in ("no_day", "no_value", "not_set", "needs_trimester", "habitual"):
        return say(reason, mineral=mineral)
    if reason == "no_complete_day":
        key = "so_far_at_least" if _unknown_so_far(row) else "so_far"
        return say(key, mineral=mineral, so_far=milligrams(row["so_far_mg"]))
    days = count(row["days"], "day", "days")
    if row["method"] == "no_average_requirement":
        return say("no_average_requirement", mineral=mineral, days=days, body=row["body"])
    key, words = _compared(row)
    if row.get("intake_counts") == "food":
        key = f"food_{key}"
    return say(key, mineral=mineral, days=days, tenths=words)


def _unknown_person(row: Mapping[str, Any]) -> str:
    """The key of the sentence on what of sex and age is not known."""
    sex, age = missing(row.get("sex")), missing(row.get("age_months"))
    return "no_person" if sex == age else "no_sex" if sex else "no_age"


def _unknown_so_far(row: Mapping[str, Any]) -> bool:
    unknown = row["so_far_unknown_items"]
    return not missing(unknown) and bool(unknown > 0)


def _compared(row: Mapping[str, Any]) -> tuple[str, str | None]:
    """The key of the sentence for intake beside a reference, and the probability in words."""
    lower_bound = bool(row["probability_is_at_least"])
    method = str(row["method"])
    to_average = method.endswith("average_requirement")
    reached = row["intake_mg"] >= row["ear_mg" if to_average else "ai_mg"]
    noun = "average" if to_average else "ai"
    unknown = "probability_unknown" if to_average else "unknown_ai"
    if method.startswith("qualitative"):
        if reached:
            return f"above_{noun}", None
        return (unknown if lower_bound else f"below_{noun}"), None
    if not (to_average or reached):
        return (unknown if lower_bound else "below_ai"), None
    chance = row["probability_adequate" if to_average else "probability_above_ai"]
    words = tenths(float(chance), at_least=lower_bound)
    if words is None:
        return unknown, None
    key = "probability" if to_average else "exceeds_ai"
    return (f"{key}_at_least" if lower_bound else key), words


def describe(row: Mapping[str, Any]) -> list[str]:
    """All that can be said of one row, in the order in which to read it.

    Args:
        row: A row of the assessment table, as a Series or dictionary.

    Returns:
        Sentences of the catalogue: what was reported, the statement, the gap, the upper
        level, what would sharpen it, what it rests on.
    """
    mineral = MINERAL_WORDS[row["nutrient"]]
    lines = [*_reported(row, mineral), statement(row)]
    if not missing(row["probability_low"]) and not missing(row["probability_high"]):
        low, high = tenths(float(row["probability_low"])), tenths(float(row["probability_high"]))
        if low != high:
            lines.append(say("probability_range", tenths_low=low, tenths_high=high))
    lines += _gaps(row) + _upper_level(row, mineral)
    if not missing(row["days_to_decide"]):
        total = count(row["days_to_decide"], "day", "days")
        lines.append(say("more_days", days_to_decide=total))
    if row["probability_is_at_least"]:
        lines.append(say("find_values", mineral=mineral))
    if not missing(row["reference"]):
        keys = {
            "average_requirement": "rests_on",
            "adequate_intake": "rests_on",
            "no_average_requirement": "planning_reference",
        }
        key = keys.get(row["method"], "rests_on_reference")
        lines.append(say(key, reference=row["reference"], sd_source=row["sd_source"]))
        if row["recalled"]:
            lines.append(say("recalled"))
    return lines


def _reported(row: Mapping[str, Any], mineral: str) -> list[str]:
    lines = []
    if not missing(row["intake_mg"]):
        intake = milligrams(row["intake_mg"])
        if missing(row["days"]):
            lines.append(say("reported_habitual", mineral=mineral, intake=intake))
        elif row.get("intake_counts") == "food" and (
            not row["probability_is_at_least"] or _counted_unknowns(row)
        ):
            days = count(row["days"], "day", "days")
            at_least = "_at_least" if row["probability_is_at_least"] else ""
            unknown = count(row["unknown_items"], "item is", "items are") if at_least else ""
            lines.append(
                say(
                    f"reported_food{at_least}",
                    mineral=mineral,
                    intake=intake,
                    days=days,
                    unknown=unknown,
                )
            )
        else:
            days = count(row["days"], "day", "days")
            if row["probability_is_at_least"] and not _counted_unknowns(row):
                lines.append(
                    say("reported_at_least_unsaid", mineral=mineral, intake=intake, days=days)
                )
            elif row["probability_is_at_least"]:
                unknown = count(row["unknown_items"], "item is", "items are")
                lines.append(
                    say(
                        "reported_at_least",
                        mineral=mineral,
                        intake=intake,
                        days=days,
                        unknown=unknown,
                    )
                )
            else:
                lines.append(say("reported", mineral=mineral, intake=intake, days=days))
        low, high = row["intake_low_mg"], row["intake_high_mg"]
        if not missing(low) and not missing(high) and milligrams(low) != milligrams(high):
            low, high = milligrams(low), milligrams(high)
            lines.append(say("reported_range", low=low, high=high))
        if row["partial_days"]:
            partial = count(row["partial_days"], "day is", "days are")
            lines.append(say("partial_days", partial=partial))
        if row["days_without_value"]:
            without = count(row["days_without_value"], "complete day", "complete days")
            lines.append(say("days_without_value", without=without, mineral=mineral))
    return lines


def _gaps(row: Mapping[str, Any]) -> list[str]:
    lines = _gaps_so_far(row)
    for key, column, gap_column in (
        ("average", "ear_mg", "gap_ear_mg"),
        ("recommended", "rda_mg", "gap_rda_mg"),
    ):
        if missing(row[gap_column]):
            continue
        part = {"ear" if key == "average" else "rda": milligrams(row[column])}
        if row[gap_column] <= 0:
            lines.append(say(f"no_gap_{key}", **part))
        else:
            at_most = "_at_most" if row["probability_is_at_least"] else ""
            gap = milligrams(math.ceil(row[gap_column]))
            lines.append(say(f"gap_{key}{at_most}", gap=gap, **part))
    return lines


def _gaps_so_far(row: Mapping[str, Any]) -> list[str]:
    """What an unfinished day still lacks, or that it reaches the references already."""
    to_go = (row["so_far_gap_ear_mg"], row["so_far_gap_rda_mg"])
    if row["reason"] != "no_complete_day" or any(missing(gap) for gap in to_go):
        return []
    gap, gap_rda = (milligrams(max(0, math.ceil(one))) for one in to_go)
    figures = {"ear": milligrams(row["ear_mg"]), "rda": milligrams(row["rda_mg"])}
    at_most = "_at_most" if _unknown_so_far(row) else ""
    if to_go[1] <= 0:
        return [say("so_far_reached_both", **figures)]
    if to_go[0] <= 0:
        return [say(f"so_far_reached{at_most}", gap_rda=gap_rda, **figures)]
    return [say(f"so_far_gap{at_most}", gap=gap, gap_rda=gap_rda, **figures)]


def _upper_level(row: Mapping[str, Any], mineral: str) -> list[str]:
    known = not missing(row["ul_intake_mg"])
    nothing = not known and missing(row["intake_mg"])
    if nothing or row["ul_status"] == "not_defined" or missing(row["ul_mg"]):
        return []
    level = "guidance level" if row["ul_statistic"] == "guidance_level" else "upper level"
    line = say(
        _upper_level_key(row),
        mineral=mineral,
        level=level,
        ul=milligrams(row["ul_mg"]),
        supplement=milligrams(row["ul_intake_mg"]) if known else "",
        intake="" if missing(row["intake_mg"]) else milligrams(row["intake_mg"]),
        counted=row["ul_base"],
        salts=SALTS,
    )
    recalled = str(row["ul_recalled"])
    return [line, *([say(f"recalled_{recalled}", level=level)] if recalled else [])]


def _upper_level_key(row: Mapping[str, Any]) -> str:
    """Which sentence the comparison with the upper level takes."""
    status, reason = row["ul_status"], row["ul_reason"]
    if row["ul_base"] == "total":
        told = ("above", "likely_above", "below", "likely_below")
        if status not in told and reason == "not_stated":
            return "ul_total_food"
        return f"ul_total_{status}" if status in told else "ul_total_unknown"
    if "added salts" in row["ul_base"]:
        known = "salts_none_entered" if row["ul_intake_mg"] == 0 else "salts_open"
        stem, unsaid, unknown = "salts", "salts_unknown", "salts_unknown"
    else:
        so_far = "supplement_so_far" if reason == "unfinished" else "supplement_below"
        known = "none_entered" if row["ul_intake_mg"] == 0 else so_far
        stem, unsaid, unknown = "supplement", "not_stated", "supplement_unknown"
    if status == "above":
        return f"ul_{stem}_above"
    return "ul_" + {"not_stated": unsaid, "supplements_unknown": unknown}.get(reason, known)
