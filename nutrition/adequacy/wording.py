"""Every sentence that an assessment can produce, in one catalogue.

The words follow what few days of reported intake can bear: reported intake, estimated from n
days, probability with its reference. No sentence speaks of a state of health, and none takes a
recommended intake as the measure of adequacy.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

HALF_A_TENTH = 0.05
MINERAL_WORDS = {"calcium_mg": "calcium", "magnesium_mg": "magnesium"}

SENTENCES = {
    # What was reported.
    "reported": "Reported {mineral} intake: {intake} mg a day, estimated from {days}.",
    "reported_at_least": (
        "Reported {mineral} intake: at least {intake} mg a day, estimated from {days}; "
        "{unknown} without a {mineral} value."
    ),
    "reported_at_least_unsaid": (
        "Reported {mineral} intake: at least {intake} mg a day, estimated from {days}; "
        "the record does not say which foods have no {mineral} value."
    ),
    "reported_range": "Amounts given as a range put it between {low} and {high} mg a day.",
    "reported_habitual": (
        "Reported {mineral} intake: {intake} mg a day, from a questionnaire on habits."
    ),
    "partial_days": "{partial} not complete and left out of the average.",
    "so_far": "So far: {so_far} mg {mineral}; the day is not complete, so there is no verdict.",
    "so_far_at_least": (
        "So far: at least {so_far} mg {mineral}, with values missing; the day is not complete, "
        "so there is no verdict."
    ),
    "so_far_gap": (
        "To the average requirement of {ear} mg: {gap} mg; to the recommended intake of {rda} mg: "
        "{gap_rda} mg."
    ),
    "so_far_gap_at_most": (
        "To the average requirement of {ear} mg: at most {gap} mg; to the recommended intake of "
        "{rda} mg: at most {gap_rda} mg."
    ),
    "no_day": "No day is recorded.",
    "no_value": "None of the recorded days has a {mineral} value.",
    # Against an average requirement.
    "probability": "{tenths} that usual {mineral} intake meets the requirement, from {days}.",
    "probability_at_least": (
        "At least {tenths} that usual {mineral} intake meets the requirement, from {days}."
    ),
    "probability_unknown": (
        "With {mineral} values missing, the probability that usual intake meets the "
        "requirement cannot be stated, from {days}."
    ),
    "probability_range": "Over the range of amounts: from {tenths_low} to {tenths_high}.",
    "below_average": (
        "Reported {mineral} intake is below the average requirement, from {days}; how likely "
        "usual intake meets the requirement cannot be calculated here."
    ),
    "above_average": (
        "Reported {mineral} intake is at or above the average requirement, from {days}; how "
        "likely usual intake meets the requirement cannot be calculated here."
    ),
    "habitual": ("A questionnaire on habits gives no probability; record a few days to have one."),
    # Against an adequate intake.
    "exceeds_ai": (
        "{tenths} that usual {mineral} intake exceeds the adequate intake, from {days}."
    ),
    "exceeds_ai_at_least": (
        "At least {tenths} that usual {mineral} intake exceeds the adequate intake, from {days}."
    ),
    "above_ai": "Reported {mineral} intake is at or above the adequate intake, from {days}.",
    "below_ai": (
        "Reported {mineral} intake is below the adequate intake, from {days}; whether it meets "
        "the requirement cannot be determined."
    ),
    "unknown_ai": (
        "With {mineral} values missing, whether intake exceeds the adequate intake cannot be "
        "determined, from {days}."
    ),
    # Nothing to compare with.
    "no_average_requirement": (
        "{body} sets no average requirement for {mineral}, so whether usual intake meets the "
        "requirement cannot be determined, from {days}."
    ),
    "not_set": "Not defined: the reference body sets no {mineral} value for this person.",
    "needs_trimester": (
        "Not defined: the reference body sets {mineral} values by trimester; state the trimester."
    ),
    "no_person": "Not defined: sex and age of this person are not known.",
    # The gap.
    "gap_average": "The average requirement is {ear} mg, {gap} mg above the reported intake.",
    "gap_average_at_most": (
        "The average requirement is {ear} mg, at most {gap} mg above the reported intake."
    ),
    "no_gap_average": "The reported intake reaches the average requirement of {ear} mg.",
    "gap_recommended": (
        "For planning: the recommended intake is {rda} mg, {gap} mg above the reported intake."
    ),
    "gap_recommended_at_most": (
        "For planning: the recommended intake is {rda} mg, at most {gap} mg above the reported "
        "intake."
    ),
    "no_gap_recommended": (
        "For planning: the reported intake reaches the recommended intake of {rda} mg."
    ),
    # Upper levels.
    "ul_total_above": (
        "Total {mineral} intake is above the {level} of {ul} mg a day; for review by a dietitian."
    ),
    "ul_total_likely_above": (
        "Usual {mineral} intake probably exceeds the {level} of {ul} mg a day; for review "
        "by a dietitian."
    ),
    "ul_total_below": "Total {mineral} intake is below the {level} of {ul} mg a day.",
    "ul_total_unknown": (
        "Whether usual {mineral} intake exceeds the {level} of {ul} mg a day cannot be determined."
    ),
    "ul_supplement_above": (
        "{supplement} mg {mineral} a day from supplements and medicines is above the {level} "
        "of {ul} mg, which counts only these; for review by a dietitian or pharmacist."
    ),
    "ul_supplement_below": (
        "{supplement} mg {mineral} a day from supplements and medicines is not above the upper "
        "level of {ul} mg, which counts only these."
    ),
    "ul_supplement_unknown": (
        "Whether {mineral} from supplements and medicines exceeds the {level} of {ul} mg a "
        "day cannot be determined."
    ),
    "ul_added_salts": (
        "The {level} of {ul} mg also counts magnesium salts added to foods and drinks, which "
        "food tables do not show separately; {supplement} mg a day came from supplements and "
        "medicines."
    ),
    # What would sharpen it, and on what it rests.
    "more_days": (
        "With this average, about {days_to_decide} would settle it; days apart, with a weekend "
        "day among them, tell more."
    ),
    "find_values": "Finding the missing {mineral} values would sharpen this.",
    "rests_on": "Reference: {reference}. Day-to-day variation: {sd_source}.",
    "rests_on_reference": "Reference: {reference}.",
    "planning_reference": "The recommended intake, for planning only, is the {reference}.",
    "recalled": "This reference value was recalled and not yet checked against the original.",
}
"""Key to template. A template's words are fixed; only figures and names are filled in."""


def say(key: str, **parts: object) -> str:
    """Fill one sentence of the catalogue.

    Args:
        key: A key of `SENTENCES`.
        parts: The figures and names of that template.

    Returns:
        The sentence, its first letter a capital.
    """
    text = SENTENCES[key].format(**parts)
    return text[:1].upper() + text[1:]


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
        count = math.floor(probability * 10 + 1e-9)
        if count == 0:
            return None
        return f"{min(count, 9)} in 10"
    if probability > 1 - HALF_A_TENTH:
        return "more than 9 in 10"
    if probability < HALF_A_TENTH:
        return "less than 1 in 10"
    return f"{math.floor(probability * 10 + 0.5)} in 10"


def count(number: float, one: str, many: str) -> str:
    """A number with its noun: "1 day", "3 days"."""
    return f"{number:,.0f} {one if number == 1 else many}"


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
    if reason in ("no_day", "no_value", "not_set", "needs_trimester", "no_person", "habitual"):
        return say(reason, mineral=mineral)
    if reason == "no_complete_day":
        key = "so_far_at_least" if _unknown_so_far(row) else "so_far"
        return say(key, mineral=mineral, so_far=milligrams(row["so_far_mg"]))
    days = count(row["days"], "day", "days")
    if row["method"] == "no_average_requirement":
        return say("no_average_requirement", mineral=mineral, days=days, body=row["body"])
    key, words = _compared(row)
    return say(key, mineral=mineral, days=days, tenths=words)


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
    return lines


def _gaps(row: Mapping[str, Any]) -> list[str]:
    lines = []
    to_go = (row["so_far_gap_ear_mg"], row["so_far_gap_rda_mg"])
    if row["reason"] == "no_complete_day" and not any(missing(gap) for gap in to_go):
        gap, gap_rda = (milligrams(max(0, math.ceil(one))) for one in to_go)
        ear, rda = milligrams(row["ear_mg"]), milligrams(row["rda_mg"])
        key = "so_far_gap_at_most" if _unknown_so_far(row) else "so_far_gap"
        lines.append(say(key, ear=ear, rda=rda, gap=gap, gap_rda=gap_rda))
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


def _upper_level(row: Mapping[str, Any], mineral: str) -> list[str]:
    status = row["ul_status"]
    known = not missing(row["ul_intake_mg"])
    nothing = not known and missing(row["intake_mg"])
    if nothing or status == "not_defined" or missing(row["ul_mg"]):
        return []
    if row["ul_base"] == "total":
        keys = {
            "above": "ul_total_above",
            "likely_above": "ul_total_likely_above",
            "below": "ul_total_below",
            "likely_below": "ul_total_below",
        }
        key = keys.get(status, "ul_total_unknown")
    elif status in ("above", "below"):
        key = f"ul_supplement_{status}"
    elif known and "added salts" in row["ul_base"]:
        key = "ul_added_salts"
    else:
        key = "ul_supplement_unknown"
    supplement = milligrams(row["ul_intake_mg"]) if known else ""
    level = "guidance level" if row["ul_statistic"] == "guidance_level" else "upper level"
    ul = milligrams(row["ul_mg"])
    return [say(key, mineral=mineral, level=level, ul=ul, supplement=supplement)]
