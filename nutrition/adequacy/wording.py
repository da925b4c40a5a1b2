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
SALTS = "readily dissociable magnesium salts, in supplements and added to foods and drinks"
"""What the upper levels of EFSA and NNR for magnesium count (METHODS section 1)."""
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
    "so_far_reached": (
        "So far this reaches the average requirement of {ear} mg; to the recommended intake of "
        "{rda} mg: {gap_rda} mg."
    ),
    "so_far_reached_at_most": (
        "So far this reaches the average requirement of {ear} mg; to the recommended intake of "
        "{rda} mg: at most {gap_rda} mg."
    ),
    "so_far_reached_both": (
        "So far this reaches the average requirement of {ear} mg and, for planning, the "
        "recommended intake of {rda} mg."
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
    "ul_total_likely_below": (
        "Usual {mineral} intake is probably below the {level} of {ul} mg a day."
    ),
    "ul_total_unknown": (
        "Whether usual {mineral} intake exceeds the {level} of {ul} mg a day cannot be determined."
    ),
    "ul_supplement_above": (
        "{supplement} mg {mineral} a day from supplements and medicines is above the {level} "
        "of {ul} mg, which counts only {counted}; for review by a dietitian or pharmacist."
    ),
    "ul_supplement_below": (
        "{supplement} mg {mineral} a day from supplements and medicines is not above the {level} "
        "of {ul} mg, which counts only {counted}."
    ),
    "ul_supplement_so_far": (
        "So far {supplement} mg {mineral} from supplements and medicines, not above the {level} "
        "of {ul} mg a day, which counts only {counted}."
    ),
    "ul_none_entered": (
        "No {mineral} from supplements and medicines is entered; the {level} of {ul} mg a day "
        "counts only {counted}."
    ),
    "ul_not_stated": (
        "The {level} of {ul} mg a day counts only {counted}; this record does not show {mineral} "
        "from supplements and medicines apart."
    ),
    "ul_supplement_unknown": (
        "Some supplements and medicines have no {mineral} value, so whether they exceed the "
        "{level} of {ul} mg a day cannot be determined."
    ),
    "ul_salts_above": (
        "{supplement} mg {mineral} a day from supplements and medicines is above the {level} "
        "of {ul} mg, which counts {salts}; for review by a dietitian or pharmacist."
    ),
    "ul_salts_open": (
        "The {level} of {ul} mg a day counts {salts}; food tables do not show added salts apart. "
        "{supplement} mg a day came from supplements and medicines."
    ),
    "ul_salts_none_entered": (
        "The {level} of {ul} mg a day counts {salts}; food tables do not show added salts apart. "
        "No {mineral} from supplements and medicines is entered."
    ),
    "ul_salts_unknown": (
        "The {level} of {ul} mg a day counts {salts}; how much {mineral} came from supplements "
        "and medicines is not known."
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
    "recalled_level": "The {level} was recalled and not yet checked against the original.",
    "recalled_scope": (
        "What the {level} counts was recalled and not yet checked against the original."
    ),
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
