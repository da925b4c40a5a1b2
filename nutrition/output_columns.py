"""The columns of every table that a run writes: unit and meaning, in their order.

`docs/outputs.md` is this module in words; a test keeps the two and the tables the same.
"""

from foods.nutrients import BY_COLUMN, COLUMNS, MINERALS
from nutrition.intake import DAY_COLUMNS

Columns = dict[str, tuple[str, str]]
"""Column → unit (empty where it has none) and meaning."""

VERSION = ("", "version of the tables' form")

ASSESSMENT: Columns = {
    "person_id": ("", "who"),
    "nutrient": ("", "`calcium_mg` or `magnesium_mg`"),
    "days": ("days", "complete days in the mean; empty for a questionnaire on habits"),
    "intake_mg": ("mg/d", "mean reported intake; a lower bound where values are missing"),
    "known_share": (
        "fraction",
        "grams with a known value of all grams; empty while any is unknown",
    ),
    "ear_mg": ("mg/d", "average requirement (EAR, AR); empty where the body sets none"),
    "rda_mg": ("mg/d", "recommended intake (RDA, PRI, RNI, RDI): for planning only"),
    "ai_mg": ("mg/d", "adequate intake"),
    "ul_mg": ("mg/d", "upper or guidance level"),
    "ul_base": ("", "what that level counts"),
    "ul_intake_mg": ("mg/d", "intake on that base"),
    "gap_ear_mg": ("mg/d", "average requirement less intake; negative: reached"),
    "gap_rda_mg": ("mg/d", "recommended intake less intake; negative: reached"),
    "sd_day_mg": ("mg/d", "pooled within-person standard deviation of the person's group"),
    "z": ("", "(intake − EAR) / SD of D, or (intake − AI) / (SD / √n) (IOM 2000)"),
    "probability_adequate": ("fraction", "probability that usual intake meets the requirement"),
    "verdict": (
        "",
        "`meets`, `likely_meets`, `cannot_tell`, `likely_below`, `below`, `not_defined`",
    ),
    "reference": ("", "body, statistic and edition compared with"),
    "sd_source": ("", "source of `sd_day_mg`"),
    "schema_version": VERSION,
    "body": ("", "reference body"),
    "method": ("", "how the two were compared; `qualitative_…` without a probability"),
    "reason": (
        "",
        (
            "why a verdict or probability is held back or narrow, such as `values_missing`, "
            "`food_alone`, `no_variation_known`; else empty"
        ),
    ),
    "probability_is_at_least": ("", "values are missing: the probability is a lower bound"),
    "probability_above_ai": ("fraction", "confidence that usual intake exceeds the AI"),
    "probability_low": ("fraction", "probability at the low end of amounts given as ranges"),
    "probability_high": ("fraction", "probability at their high end"),
    "intake_low_mg": ("mg/d", "mean intake at the low end of amounts given as ranges"),
    "intake_high_mg": ("mg/d", "mean intake at their high end"),
    "unknown_items": ("items", "items without a value on the days used"),
    "partial_days": ("days", "days not complete, left out of the mean"),
    "empty_days": ("days", "days without an entry, left out"),
    "days_without_value": ("days", "complete days of which nothing is known, left out"),
    "so_far_mg": ("mg/d", "mean of the days not complete"),
    "so_far_unknown_items": ("items", "items without a value on them"),
    "so_far_supplement_mg": ("mg/d", "supplements and medicines on them"),
    "so_far_gap_ear_mg": ("mg/d", "average requirement less `so_far_mg`"),
    "so_far_gap_rda_mg": ("mg/d", "recommended intake less `so_far_mg`"),
    "target_mg": ("mg/d", "target of one's own reference file"),
    "gap_target_mg": ("mg/d", "target less intake"),
    "requirement_cv": ("fraction", "coefficient of variation of the requirement"),
    "cv_within_percent": ("%", "within-person coefficient of variation of the group"),
    "days_needed": ("days", "days until the mean lies within 20 % of usual intake (95 %)"),
    "days_to_decide": ("days", "days after which this mean, unchanged, would settle it"),
    "ul_statistic": ("", "`UL` or `guidance_level`"),
    "ul_reference": ("", "body, statistic and edition of the level"),
    "ul_z": ("", "(intake − UL) / (SD / √n), for levels on total intake"),
    "probability_below_ul": (
        "fraction",
        "confidence that usual intake is below the level; empty where it is a lower bound",
    ),
    "ul_status": (
        "",
        "`below`, `likely_below`, `cannot_tell`, `likely_above`, `above`, `not_defined`",
    ),
    "ul_reason": (
        "",
        (
            "why the level is neither cleared nor exceeded: `supplements_unknown`, `not_stated`, "
            "`unfinished`, `added_salts`, `values_missing`, `no_complete_day`, "
            "`no_variation_known`, `near_level`; else empty"
        ),
    ),
    "ul_recalled": ("", "`level` or `scope` where that was recalled, not checked; else empty"),
    "recalled": ("", "the average, adequate or recommended intake was recalled, not checked"),
    "statement": ("", "the answer in one sentence"),
    "intake_counts": (
        "",
        (
            "`total`, or `food` where supplements are not stated: `intake_mg`, probability and "
            "verdict are then of food and water alone"
        ),
    ),
    "energy_kcal": ("kcal/d", "mean reported energy of the complete days"),
    "bmr_kcal": ("kcal/d", "basal metabolic rate from sex, age and weight (Schofield 1985)"),
    "energy_to_bmr": ("ratio", "reported energy over basal metabolic rate"),
    "energy_flag": ("", "`plausible`, `low`, `high` (Goldberg, Black 2000) or `not_assessed`"),
    "energy_reason": ("", "why energy was not assessed"),
}

GROUPS: Columns = {
    "nutrient": ("", "`calcium_mg` or `magnesium_mg`"),
    "energy_reporters": (
        "",
        "`all`, or `without low or high` reported energy: the same group again",
    ),
    "n_people": ("people", "people with a known complete day"),
    "n_people_replicate": ("people", "those of them with two or more"),
    "n_days": ("days", "known complete days"),
    "people_unknown": ("people", "people with a day left out because items have no value"),
    "days_unknown": ("days", "those days"),
    "people_excluded": ("people", "people without any other day, left out"),
    "n_energy_low_or_high": ("people", "people whose reported energy is implausible"),
    "n_energy_not_assessed": ("people", "people whose energy could not be assessed"),
    "direct_mean_mg": ("mg/d", "mean of reported intake as it stands, over the people's own means"),
    "direct_mean_se": (
        "mg/d",
        "its standard error: Taylor, over strata and sampling units if known",
    ),
    "direct_mean_low": ("mg/d", "lower end of its 95 % interval (Student's t, `direct_df`)"),
    "direct_mean_high": ("mg/d", "upper end"),
    "direct_df": ("", "sampling units less strata; people less one without a design"),
    "calcium_to_magnesium": ("ratio", "mean calcium over mean magnesium: descriptive, no target"),
    "calcium_to_magnesium_se": ("ratio", "its Taylor standard error"),
    "mean_mg": ("mg/d", "mean usual intake"),
    "se": ("mg/d", "its standard error from the replicates"),
    "p5": ("mg/d", "5th percentile of usual intake"),
    "p25": ("mg/d", "25th percentile"),
    "p50": ("mg/d", "median"),
    "p75": ("mg/d", "75th percentile"),
    "p95": ("mg/d", "95th percentile"),
    "cut": ("", "`EAR cut-point`, `full probability`, or `none` without average requirement"),
    "share_below_ear": ("fraction", "people whose usual intake is below their requirement"),
    "share_below_se": ("fraction", "its standard error from the replicates"),
    "share_below_low": ("fraction", "lower end of its 95 % interval (Student's t, `replicate_df`)"),
    "share_below_high": ("fraction", "upper end"),
    "n_people_share": ("people", "people who count in the share: those whose requirement is known"),
    "people_without_ear": ("people", "people without an average requirement"),
    "share_above_ul": ("fraction", "people above their upper level, on its base"),
    "share_above_ul_is_at_least": (
        "",
        (
            "supplements or added salts that the level counts are not stated: the share is a lower "
            "bound; empty without a share"
        ),
    ),
    "ul_base": ("", "what that level counts"),
    "reference": ("", "body, statistic and edition; several joined"),
    "method": ("", "`NRC` or `NCI`"),
    "power": ("", "exponent of the transformation (0: logarithm)"),
    "within_to_between": ("ratio", "variance within persons over variance between, transformed"),
    "variance_ratio_source": ("", "`these days`, or `outside` where a ratio was given"),
    "p5_ratio_low": ("mg/d", "lowest P5 over 25 to 200 % of an outside ratio"),
    "p5_ratio_high": ("mg/d", "highest"),
    "p95_ratio_low": ("mg/d", "lowest P95 over that range"),
    "p95_ratio_high": ("mg/d", "highest"),
    "share_below_ratio_low": ("fraction", "lowest share below over that range"),
    "share_below_ratio_high": ("fraction", "highest"),
    "adjusted_for": ("", "`later recall`, `weekend`: taken out of usual intake"),
    "n_simulations": ("", "draws for each person (NCI)"),
    "n_replicates": ("", "replicates that the errors rest on: those that gave an answer"),
    "replicate_kind": (
        "",
        "bootstrap of persons or sampling units, BRR, Fay (`given …`: of the survey)",
    ),
    "replicate_df": (
        "",
        (
            "degrees of freedom of these errors: the least of the design's, the group's own "
            "(`direct_df`) and `n_replicates` less one"
        ),
    ),
    "seed": ("", "seed of draws and bootstrap"),
    "reliable": (
        "",
        (
            "false where too few people, replicates (under 30) or degrees of freedom (under 8), "
            "or too wide an interval; empty without a share"
        ),
    ),
    "note": ("", "what a reader has to know, in sentences"),
    "schema_version": VERSION,
}

ORDER: Columns = {
    "sequence": (
        "",
        "number of the recall that usual intake is adjusted for (`--adjust-order`); else empty",
    ),
    "weekend": ("", "Friday to Sunday; empty where the file does not tell"),
}


def _day_columns() -> Columns:
    plain: Columns = {
        "person_id": ("", "who"),
        "day": ("", "which day, as the file writes it; empty for a questionnaire on habits"),
        "day_state": (
            "",
            "`complete`, `partial`, `empty`; nothing where the file does not say: as complete",
        ),
        "items": ("items", "rows of the day"),
        "grams": ("g", "food and water, as far as known"),
        "grams_unknown_items": ("items", "items of unknown weight"),
        "supplement_items": ("items", "supplements and medicines among the items"),
        "schema_version": VERSION,
    }
    for column in COLUMNS:
        name, unit = BY_COLUMN[column].name, column.rpartition("_")[2].replace("ug", "µg")
        stem = column.rpartition("_")[0]
        plain[column] = (unit, f"{name}: the sum of what is known; empty where nothing is")
        plain[f"{stem}_unknown_items"] = ("items", f"items without a {name} value")
        if column in MINERALS:
            plain |= {
                f"{stem}_food_mg": ("mg", f"{name} from food and water"),
                f"{stem}_supplement_mg": ("mg", f"{name} from supplements and medicines"),
                f"{column}_low": ("mg", "at the low end of amounts given as ranges"),
                f"{column}_high": ("mg", "at their high end"),
                f"{stem}_known_grams": ("g", f"food and water whose {name} is known"),
                f"{stem}_supplement_unknown_items": (
                    "items",
                    f"supplements and medicines without a {name} value",
                ),
            }
    return {column: plain[column] for column in DAY_COLUMNS} | ORDER


DAYS = _day_columns()

PEOPLE: Columns = {
    "person_id": ("", "who"),
    "sex": ("", "`female` or `male`"),
    "age_years": ("years", "age at the record"),
    "age_months": ("months", "completed months"),
    "condition": ("", "`none`, `pregnant`, `lactating`"),
    "trimester": ("", "1 to 3 in pregnancy"),
    "weight_kg": ("kg", "body weight"),
    "survey_weight": ("", "survey weight"),
    "stratum": ("", "stratum of the survey's design"),
    "psu": ("", "first-stage sampling unit"),
    "age_group": ("", "age group of the DRI tables, unless the file has its own"),
}
"""Other columns of the people file follow as they are."""

REJECTS: Columns = {
    "source_file": ("", "the file"),
    "source_row": ("", "the line, the header being line 1"),
    "reason": ("", "why the row could not be read"),
    "raw": ("", "the row as it stands"),
    "schema_version": VERSION,
}
PEOPLE_REJECTS: Columns = {
    "source_row": ("", "row below the header"),
    "reason": ("", "why the person could not be used"),
}
"""The columns of the people file follow, as text."""

QUESTIONS: Columns = {
    "food": ("", "the food as written"),
    "unit": ("", "the unit as written"),
    "rows": ("rows", "rows that wait for the answer"),
    "question": ("", "what is asked"),
    "candidates": ("", "foods it may be, with their ids"),
    "measures": ("", "measures that the food has"),
    "answer_food_id": ("", "to be filled in: the food"),
    "answer_grams": ("g", "to be filled in: the weight of one unit"),
    "schema_version": VERSION,
}

TABLES: dict[str, Columns] = {
    "day_totals": DAYS,
    "assessment": ASSESSMENT,
    "groups": GROUPS,
    "people": PEOPLE,
    "rejects": REJECTS,
    "people_rejects": PEOPLE_REJECTS,
    "questions": QUESTIONS,
}
