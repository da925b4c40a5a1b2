"""Every sentence that an assessment can produce, in one catalogue.

The words follow what few days of reported intake can bear: reported intake, estimated from n
days, probability with its reference. No sentence speaks of a state of health, and none takes a
recommended intake as the measure of adequacy.
"""

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
    "reported_food": (
        "Reported {mineral} intake from food and water: {intake} mg a day, estimated from {days}; "
        "supplements are not stated."
    ),
    "reported_food_at_least": (
        "Reported {mineral} intake from food and water: at least {intake} mg a day, estimated "
        "from {days}; {unknown} without a {mineral} value; supplements are not stated."
    ),
    "partial_days": "{partial} not complete and left out of the average.",
    "days_without_value": "{without} without a {mineral} value left out.",
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
    "food_probability": (
        "{tenths} that usual {mineral} intake from food alone meets the requirement, from {days}; "
        "supplements are not stated."
    ),
    "food_probability_at_least": (
        "At least {tenths} that usual {mineral} intake from food alone meets the requirement, from "
        "{days}; supplements are not stated."
    ),
    "food_probability_unknown": (
        "With {mineral} values missing and supplements not stated, the probability that usual "
        "intake meets the requirement cannot be stated, from {days}."
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
    "food_below_average": (
        "Reported {mineral} intake from food alone is below the average requirement, from {days}; "
        "supplements are not stated."
    ),
    "food_above_average": (
        "Reported {mineral} intake from food alone is at or above the average requirement, from "
        "{days}; supplements are not stated."
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
    "food_exceeds_ai": (
        "{tenths} that usual {mineral} intake from food alone exceeds the adequate intake, from "
        "{days}; supplements are not stated."
    ),
    "food_exceeds_ai_at_least": (
        "At least {tenths} that usual {mineral} intake from food alone exceeds the adequate "
        "intake, from {days}; supplements are not stated."
    ),
    "food_above_ai": (
        "Reported {mineral} intake from food alone is at or above the adequate intake, from "
        "{days}; supplements are not stated."
    ),
    "food_below_ai": (
        "Reported {mineral} intake from food alone is below the adequate intake, from {days}; "
        "supplements are not stated; whether it meets the requirement cannot be determined."
    ),
    "food_unknown_ai": (
        "With {mineral} values missing and supplements not stated, whether intake exceeds the "
        "adequate intake cannot be determined, from {days}."
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
    "no_sex": "Not defined: the sex of this person is not known.",
    "no_age": "Not defined: the age of this person is not known.",
    "rejected_person": (
        "Not defined: this person's row in the people file cannot be used; people_rejects.csv "
        "says why."
    ),
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
    "ul_total_food": (
        "Food and water alone hold {intake} mg {mineral} a day; supplements count toward the "
        "{level} of {ul} mg a day and are not stated, so whether it is exceeded cannot be "
        "determined."
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
