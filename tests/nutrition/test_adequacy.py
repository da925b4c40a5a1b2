"""One person, one mineral: the verdict, and what it may never say."""

import csv
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foods.errors import DiaryError, ReferenceIntakeError
from nutrition.adequacy.assessment import COLUMNS, VERDICTS, assess, describe
from nutrition.adequacy.individual import days_for_correlation, days_for_precision, days_to_decide

DATA = Path(__file__).parent / "data"
CASES = list(
    csv.DictReader((DATA / "assessment_cases.csv").read_text(encoding="utf-8").splitlines())
)
DESIGN = (
    "days, intake_mg, known_share, ear_mg, rda_mg, ai_mg, ul_mg, ul_base, ul_intake_mg, "
    "gap_ear_mg, gap_rda_mg, sd_day_mg, z, probability_adequate, verdict, reference, sd_source"
)


def person(person_id="p", sex="female", age_years=40, condition="none"):
    return pd.DataFrame(
        {"person_id": [person_id], "sex": sex, "age_years": age_years, "condition": condition}
    )


def record(intakes, nutrient="magnesium_mg", person_id="p", **columns):
    """Day totals of one person; the other mineral is unknown."""
    other = "calcium_mg" if nutrient == "magnesium_mg" else "magnesium_mg"
    days = pd.DataFrame({"person_id": person_id, nutrient: np.asarray(intakes, dtype=float)})
    days["day"] = [str(number + 1) for number in range(len(days))]
    days[other] = np.nan
    return days.assign(**columns)


def one(days, people=None, nutrient="magnesium_mg", **settings_):
    people = person() if people is None else people
    return assess(days, people, nutrients=[nutrient], **settings_).iloc[0]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["what"])
def test_case(case):
    days = record([float(v) for v in case["intakes"].split()], case["nutrient"])
    stem = case["nutrient"].removesuffix("_mg")
    if case["unknown"]:
        days[f"{stem}_unknown_items"] = [int(case["unknown"])] + [0] * (len(days) - 1)
    if case["states"]:
        days["day_state"] = case["states"].split()
    if case["supplements"]:
        days[f"{stem}_supplement_mg"] = [float(v) for v in case["supplements"].split()]
    people = person("p", case["sex"], float(case["age_years"]), case["condition"])
    row = one(days, people, case["nutrient"], body=case["body"], sd_source=case["sd_source"])
    assert row["verdict"] == case["verdict"]
    if case["probability"]:
        assert row["probability_adequate"] == pytest.approx(float(case["probability"]), abs=6e-4)
    else:
        assert pd.isna(row["probability_adequate"])
    assert row["ul_status"] == case["ul_status"]


def test_columns_of_the_design_come_first():
    result = assess(record([300]), person())
    assert tuple(result.columns) == COLUMNS
    assert list(COLUMNS[:20]) == ["person_id", "nutrient", *DESIGN.split(", "), "schema_version"]
    assert result["schema_version"].eq(1).all()


def test_worked_example_in_every_column():
    days = record([310, 320, 330], magnesium_supplement_mg=0.0, magnesium_unknown_items=0)
    days = days.assign(grams=[1000.0, 2000, 1000], magnesium_known_grams=[1000.0, 2000, 1000])
    days["grams_unknown_items"] = 0
    row = one(days)
    assert row["days"] == 3
    assert row["intake_mg"] == 320
    assert row["known_share"] == 1
    assert (row["ear_mg"], row["rda_mg"]) == (265, 320)
    assert pd.isna(row["ai_mg"])
    assert (row["ul_mg"], row["ul_intake_mg"]) == (350, 0)
    assert row["ul_base"] == "supplements and medicines"
    assert (row["gap_ear_mg"], row["gap_rda_mg"]) == (-55, 0)
    assert row["sd_day_mg"] == 85.9
    assert row["z"] == pytest.approx(0.978, abs=0.0005)
    assert row["probability_adequate"] == pytest.approx(0.836, abs=0.0005)
    assert row["reference"] == "NASEM EAR (IOM 1997)"
    assert row["sd_source"] == "IOM 2000"
    assert row["statement"].startswith("8 in 10 that usual magnesium intake")


def test_known_share_is_null_while_any_grams_are_unknown():
    days = record([300], grams=500.0, magnesium_known_grams=400.0, grams_unknown_items=1)
    assert pd.isna(one(days)["known_share"])
    assert one(days.assign(grams_unknown_items=0))["known_share"] == pytest.approx(0.8)


def test_probability_is_at_least_when_values_are_missing():
    row = one(record([320, 320, 320], magnesium_unknown_items=[1, 0, 0]))
    assert row["probability_is_at_least"]
    assert row["unknown_items"] == 1
    assert row["reason"] == "values_missing"
    assert row["statement"].startswith("At least 8 in 10")


def test_unknown_items_of_a_partial_day_do_not_count_against_complete_ones():
    row = one(record([320, 60], magnesium_unknown_items=[0, 3], day_state=["complete", "partial"]))
    assert not row["probability_is_at_least"]
    assert row["so_far_unknown_items"] == 3


def test_unfinished_day_has_totals_and_gap_but_no_verdict():
    row = one(record([200], day_state="partial", magnesium_supplement_mg=0.0))
    assert (row["days"], row["partial_days"], row["so_far_mg"]) == (0, 1, 200)
    assert (row["so_far_gap_ear_mg"], row["so_far_gap_rda_mg"]) == (65, 120)
    assert pd.isna(row["intake_mg"])
    assert pd.isna(row["probability_adequate"])
    assert row["verdict"] == "cannot_tell"
    assert row["ul_status"] == "cannot_tell"


def test_unfinished_day_with_supplements_over_the_level_says_so_at_once():
    row = one(record([450], day_state="partial", magnesium_supplement_mg=400.0))
    assert (row["ul_status"], row["verdict"]) == ("above", "cannot_tell")


def test_empty_state_counts_as_complete_and_empty_days_are_counted_apart():
    row = one(record([300, 300, 0], day_state=[None, "", "empty"]))
    assert (row["days"], row["empty_days"], row["intake_mg"]) == (2, 1, 300)


def test_day_without_a_value_is_not_a_day_of_zero():
    row = one(record([300, np.nan]))
    assert (row["days"], row["days_without_value"], row["intake_mg"]) == (1, 1, 300)
    nothing = one(record([np.nan]))
    assert (nothing["verdict"], nothing["reason"]) == ("cannot_tell", "no_value")


def test_true_zero_is_a_zero():
    row = one(record([0.0] * 7))
    assert (row["intake_mg"], row["verdict"]) == (0, "below")


def test_nobody_is_dropped():
    people = pd.concat([person("listed"), person("both")])
    days = pd.concat([record([320], person_id="both"), record([320], person_id="only days")])
    result = assess(days, people)
    assert result.groupby("person_id").size().to_dict() == {
        "both": 2,
        "listed": 2,
        "only days": 2,
    }
    magnesium = result[result["nutrient"] == "magnesium_mg"].set_index("person_id")
    assert magnesium.loc["only days", ["verdict", "reason"]].tolist() == [
        "not_defined",
        "no_person",
    ]
    assert magnesium.loc["only days", "intake_mg"] == 320
    assert magnesium.loc["listed", ["verdict", "reason"]].tolist() == ["not_defined", "no_day"]
    assert magnesium.loc["listed", "days"] == 0


def test_point_zero_joins_people_and_days():
    days = record([320], person_id="7").assign(person_id=7.0)
    assert one(days, person("7"))["ear_mg"] == 265


def test_range_that_crosses_the_bounds_cannot_tell():
    days = record([445], magnesium_mg_low=150.0, magnesium_mg_high=500.0)
    row = one(days)
    assert row["verdict"] == "cannot_tell"
    assert row["probability_low"] < row["probability_adequate"] < row["probability_high"]


def test_range_on_one_side_takes_the_milder_verdict():
    days = record([460], magnesium_mg_low=400.0, magnesium_mg_high=520.0)
    assert one(days)["verdict"] == "likely_meets"
    assert one(record([460]))["verdict"] == "meets"


def test_habitual_intake_has_no_number_of_days_and_no_probability():
    row = one(record([320]).assign(day=None))
    assert pd.isna(row["days"])
    assert row["intake_mg"] == 320
    assert (row["verdict"], row["reason"]) == ("cannot_tell", "habitual")


def test_unknown_food_does_not_cloud_supplements_that_are_counted_apart():
    days = record([300], magnesium_supplement_mg=100.0, magnesium_unknown_items=2)
    assert one(days)["ul_status"] == "cannot_tell"
    assert one(days.assign(magnesium_supplement_unknown_items=0))["ul_status"] == "below"
    assert one(days.assign(magnesium_supplement_unknown_items=1))["ul_status"] == "cannot_tell"


def test_a_supplement_of_unknown_content_is_not_one_that_was_not_recorded():
    days = record([300, 300], magnesium_supplement_mg=np.nan, magnesium_unknown_items=1)
    unknown = one(days.assign(magnesium_supplement_unknown_items=1))
    assert (unknown["ul_status"], unknown["ul_reason"]) == ("cannot_tell", "supplements_unknown")
    assert np.isnan(unknown["ul_intake_mg"])
    said = describe(unknown)
    assert any("Some supplements and medicines have no magnesium value" in line for line in said)
    assert not any("apart" in line for line in said)
    unsaid = one(days.assign(magnesium_supplement_unknown_items=0))
    assert (unsaid["ul_status"], unsaid["ul_reason"]) == ("cannot_tell", "not_stated")


def food_alone(intake):
    days = pd.DataFrame({"person_id": "a", "day": ["1", "2", "3"], "calcium_mg": intake})
    days["calcium_food_mg"], days["calcium_unknown_items"] = intake, 0
    days["calcium_supplement_mg"] = np.nan
    people = pd.DataFrame({"person_id": ["a"], "sex": ["female"], "age_years": [40]})
    return assess(days, people, nutrients=["calcium_mg"]).iloc[0]


def test_food_alone_never_clears_a_level_that_counts_supplements():
    low, high = food_alone(500.0), food_alone(6000.0)
    assert (low["ul_status"], low["ul_reason"]) == ("cannot_tell", "not_stated")
    assert np.isnan(low["probability_below_ul"])
    assert (high["ul_status"], high["ul_reason"]) == ("above", "")


def test_food_alone_is_said_with_its_probability():
    row = food_alone(1100.0)
    assert (row["intake_counts"], row["reason"]) == ("food", "food_alone")
    assert row["probability_adequate"] > 0.5
    assert not row["probability_is_at_least"]
    assert row["statement"].endswith(
        "usual calcium intake from food alone meets the requirement, from 3 days; supplements are "
        "not stated."
    )


def test_what_gives_no_probability_says_why():
    days = pd.DataFrame({"person_id": "a", "day": ["1", "2"], "calcium_mg": 900.0})
    child = pd.DataFrame({"person_id": ["a"], "sex": ["female"], "age_years": [10]})
    row = assess(days, child, nutrients=["calcium_mg"]).iloc[0]
    assert row["method"] == "qualitative_average_requirement"
    assert (row["reason"], row["ul_reason"]) == ("no_variation_known", "no_variation_known")
    woman = child.assign(age_years=40)
    row = assess(days, woman, nutrients=["calcium_mg"], body="H-AR").iloc[0]
    assert (row["method"], row["reason"]) == (
        "qualitative_average_requirement",
        "no_requirement_variation",
    )
    near = assess(days.assign(calcium_mg=2500.0), woman, nutrients=["calcium_mg"]).iloc[0]
    assert (near["ul_status"], near["ul_reason"]) == ("cannot_tell", "near_level")


def test_guidance_level_of_calcium_counts_supplements():
    days = record([2500], "calcium_mg", calcium_supplement_mg=1600.0)
    row = one(days, nutrient="calcium_mg", body="UK")
    assert (row["ul_mg"], row["ul_statistic"]) == (1500, "guidance_level")
    assert (row["ul_intake_mg"], row["ul_status"]) == (1600, "above")


def test_own_target_is_shown_and_judges_nothing(tmp_path):
    own = tmp_path / "own.csv"
    own.write_text(
        "body,nutrient,statistic,value,unit,source\nMine,magnesium_mg,target,400,mg/d,agreed\n",
        encoding="utf-8",
    )
    row = one(record([300, 300]), body=own)
    assert (row["target_mg"], row["gap_target_mg"]) == (400, 100)
    assert row["verdict"] == "not_defined"


def test_recalled_references_are_marked():
    row = one(record([300]), body="UK")
    assert row["recalled"]
    assert row["reference"] == "UK EAR (COMA 1991, recalled)"


def test_wide_variation_of_the_group_gives_words_only(monkeypatch):
    monkeypatch.setattr("nutrition.adequacy.individual.UNRELIABLE_CV_PERCENT", 30.0)
    row = one(record([450] * 7))
    assert row["method"] == "qualitative_average_requirement"
    assert pd.isna(row["z"])
    assert row["verdict"] == "likely_meets"


@pytest.mark.parametrize("missing", ["person_id", "day", "magnesium_mg"])
def test_missing_column_is_named(missing):
    with pytest.raises(DiaryError, match=missing):
        assess(record([300]).drop(columns=missing), person())


def test_unknown_day_state_is_named():
    with pytest.raises(DiaryError, match="done"):
        assess(record([300], day_state="done"), person())


def test_unknown_source_of_variation_names_those_there_are():
    with pytest.raises(ReferenceIntakeError, match="IOM 2000, NHANES"):
        assess(record([300]), person(), sd_source="CSFII")


def test_empty_tables_give_an_empty_table():
    result = assess(record([]), person().iloc[:0])
    assert result.empty
    assert tuple(result.columns) == COLUMNS


@pytest.mark.parametrize(
    ("cv", "precision", "days"), [(51, 20, 25), (38, 20, 14), (50, 10, 97), (0, 20, 0)]
)
def test_days_for_precision(cv, precision, days):
    """n = (1.96 x CV / D0)^2: 24.98, 13.87, 96.04."""
    assert days_for_precision(cv, precision) == days


@pytest.mark.parametrize(("r", "ratio", "days"), [(0.9, 1.0, 5), (0.8, 2.0, 4), (0.5, 3.0, 1)])
def test_days_for_correlation(r, ratio, days):
    """n = r^2 / (1 - r^2) x ratio: 4.26, 3.56, 1.0."""
    assert days_for_correlation(r, ratio) == days


def test_correlation_of_one_takes_forever():
    with pytest.raises(ValueError, match="between 0 and 1"):
        days_for_correlation(1.0, 1.0)


def test_days_to_decide_crosses_the_bound_there():
    row = one(record([310, 320, 330]))
    assert row["days_to_decide"] == 4
    assert one(record([320] * 4))["verdict"] == "likely_meets"
    assert np.isnan(days_to_decide(270, 265, 26.5, 85.9))


PEOPLE = st.builds(
    person,
    sex=st.sampled_from(["female", "male"]),
    age_years=st.floats(0, 100),
    condition=st.just("none"),
)
INTAKES = st.lists(st.floats(0, 5000), min_size=1, max_size=9)
BODIES = ["NASEM", "EFSA", "UK", "WHO", "NNR", "NHMRC", "H-AR", "ICMR-NIN"]


@settings(max_examples=25, deadline=None)
@given(
    PEOPLE,
    INTAKES,
    st.sampled_from(BODIES),
    st.sampled_from(["calcium_mg", "magnesium_mg"]),
    st.integers(1, 5),
)
def test_a_lower_bound_is_never_below(people, intakes, body, nutrient, unknown):
    stem = nutrient.removesuffix("_mg")
    days = record(intakes, nutrient, **{f"{stem}_unknown_items": unknown})
    row = one(days, people, nutrient, body=body)
    assert row["verdict"] in VERDICTS
    assert row["verdict"] not in ("below", "likely_below")
    assert row["ul_status"] not in ("below", "likely_below")


@settings(max_examples=25, deadline=None)
@given(PEOPLE, INTAKES, st.sampled_from(["EFSA", "NNR", "WHO"]))
def test_no_probability_where_no_average_requirement_is_set(people, intakes, body):
    row = one(record(intakes), people, body=body)
    assert pd.isna(row["ear_mg"])
    assert pd.isna(row["probability_adequate"])
    assert row["verdict"] not in ("below", "likely_below")


@settings(max_examples=20, deadline=None)
@given(PEOPLE, INTAKES, st.floats(1, 500), st.sampled_from(BODIES))
def test_more_intake_never_lowers_the_probability(people, intakes, more, body):
    less = one(record(intakes), people, body=body)["probability_adequate"]
    greater = one(record([v + more for v in intakes]), people, body=body)["probability_adequate"]
    assert pd.isna(less) == pd.isna(greater)
    assert pd.isna(less) or greater >= less


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 4), st.floats(0, 900)), min_size=1, max_size=12))
def test_order_of_rows_does_not_matter(rows):
    days = pd.concat(
        [
            record([intake], person_id=str(who)).assign(day=str(number))
            for number, (who, intake) in enumerate(rows)
        ]
    )
    people = pd.concat([person(str(who)) for who in range(1, 5)])
    forward = assess(days, people).sort_values(["person_id", "nutrient"], ignore_index=True)
    backward = assess(days[::-1], people[::-1]).sort_values(
        ["person_id", "nutrient"], ignore_index=True
    )
    pd.testing.assert_frame_equal(forward, backward, check_exact=False, rtol=1e-9)


def test_a_day_that_does_not_say_what_is_unknown_is_a_lower_bound():
    days = pd.DataFrame(
        {
            "person_id": ["a", "a"],
            "day": ["1", "2"],
            "calcium_mg": [400.0, 420.0],
            "magnesium_mg": [100.0, 110.0],
            "magnesium_unknown_items": [None, None],
        }
    )
    people = pd.DataFrame({"person_id": ["a"], "sex": ["female"], "age_years": [34]})
    rows = assess(days, people).set_index("nutrient")
    assert bool(rows.loc["magnesium_mg", "probability_is_at_least"])
    assert rows.loc["magnesium_mg", "verdict"] == "cannot_tell"
    assert not bool(rows.loc["calcium_mg", "probability_is_at_least"])
