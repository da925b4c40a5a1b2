"""Prevalence by both ways, and the groups table."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from scipy.special import ndtri
from scipy.stats import norm

from nutrition.population.estimates import COLUMNS, ear_cut_point, full_probability, groups
from nutrition.usual.models import nci, nrc
from nutrition.usual.ratio import VarianceRatioError
from nutrition.usual.recalls import RecallError

PEOPLE = 160


def intakes(seed=1, people=PEOPLE, days=2):
    generator = np.random.default_rng(seed)
    usual = generator.lognormal(6.75, 0.25, people)
    daily = usual[:, None] * generator.lognormal(0, 0.35, (people, days))
    return pd.DataFrame(
        {
            "person_id": np.repeat([f"p{i:03d}" for i in range(people)], days),
            "day": np.tile([str(day + 1) for day in range(days)], people),
            "calcium_mg": daily.ravel(),
            "magnesium_mg": daily.ravel() / 3.0,
        }
    )


@pytest.fixture
def days():
    return intakes()


@pytest.fixture
def people():
    ids = [f"p{i:03d}" for i in range(PEOPLE)]
    return pd.DataFrame({"person_id": ids, "sex": np.where(np.arange(PEOPLE) % 2, "m", "f")})


def references(people, nutrient="calcium_mg", **columns):
    given = {"ear_mg": 800.0, "ul_mg": np.nan, "ul_base": None, "ul_intake_mg": np.nan}
    given["reference"] = "NASEM 2011"
    return pd.DataFrame(
        {"person_id": people["person_id"], "nutrient": nutrient, **(given | columns)}
    )


def only(table, **values):
    for column, value in values.items():
        table = table[table[column] == value]
    assert len(table) == 1
    return table.iloc[0]


def test_full_probability_of_two_normals_has_a_closed_form(days):
    # Usual ~ N(900, 150²), requirement ~ N(800, 80²): Φ((800 − 900) / √(150² + 80²)).
    usual = nrc(days, "calcium_mg")
    even = 900 + 150 * ndtri((np.arange(4000) + 0.5) / 4000)
    wide = replace(usual, intakes=even[:, None], weights=np.ones(4000), person_ids=np.arange(4000))
    truth = norm.cdf((800 - 900) / np.hypot(150, 80))
    assert full_probability(wide, 800.0, 0.10) == pytest.approx(truth, abs=1e-4)
    assert full_probability(wide, 800.0, 0.0) == ear_cut_point(wide, 800.0)
    assert ear_cut_point(wide, 800.0) == pytest.approx(norm.cdf(-100 / 150), abs=5e-4)


def test_columns_are_those_promised(days, people):
    table = groups(days, people, by=["sex"], references=references(people), replicates=5)
    assert list(table.columns) == ["sex", *COLUMNS]
    assert table.groupby("nutrient")["sex"].apply(list).to_dict() == {
        "calcium_mg": ["all", "f", "m"],
        "magnesium_mg": ["all", "f", "m"],
    }
    assert table["n_people"].tolist() == [160, 80, 80] * 2
    assert (table["method"] == "NRC").all()
    assert (table["seed"] == 1).all()


def test_group_equals_the_method_on_its_people(days, people):
    table = groups(
        days, people, by=["sex"], nutrients=["calcium_mg"], references=references(people),
        replicates=0,
    )  # fmt: skip
    women = days[days["person_id"].isin(people.loc[people["sex"] == "f", "person_id"])]
    alone = nrc(women, "calcium_mg")
    row = only(table, sex="f")
    assert row["mean_mg"] == pytest.approx(alone.mean)
    assert row["share_below_ear"] == alone.share_below(800.0)
    assert row[["p5", "p95"]].tolist() == pytest.approx(alone.percentiles([5, 95]).tolist())
    assert np.isnan(row["se"])


def test_each_person_has_their_own_ear(days, people):
    ear = np.where(people["sex"] == "f", 0.0, 1e6)
    table = groups(
        days, people, by=["sex"], nutrients=["calcium_mg"], replicates=0,
        references=references(people, ear_mg=ear),
    )  # fmt: skip
    assert table.set_index("sex")["share_below_ear"].to_dict() == {"all": 0.5, "f": 0.0, "m": 1.0}


def test_both_cuts_stand_side_by_side_when_the_variation_of_need_is_known(days, people):
    table = groups(
        days, people, nutrients=["calcium_mg"], replicates=20,
        references=references(people, requirement_cv=0.10),
    )  # fmt: skip
    assert table["cut"].tolist() == ["EAR cut-point", "full probability"]
    assert abs(table["share_below_ear"].diff().iloc[1]) < 0.05
    assert (table["share_below_low"] < table["share_below_ear"]).all()
    assert (table["share_below_high"] > table["share_below_ear"]).all()
    assert table["se"].between(5, 40).all()
    assert (table["n_replicates"] == 20).all()
    assert (table["replicate_kind"] == "bootstrap of persons").all()


def test_no_average_requirement_no_percentage(days, people):
    efsa = references(
        people,
        "magnesium_mg",
        ear_mg=np.nan,
        body="EFSA",
        reference="EFSA AI (EFSA 2015)",
        requirement_cv=0.1,
    )
    row = only(groups(days, people, nutrients=["magnesium_mg"], references=efsa, replicates=30))
    assert np.isnan([row["share_below_ear"], row["share_below_low"]]).all()
    assert row["cut"] == "none"
    assert "EFSA sets no average requirement for magnesium" in row["note"]
    assert row["reliable"] is pd.NA
    assert row["n_people_share"] == 0
    assert row["p50"] > 0


def test_people_without_a_requirement_are_counted(days, people):
    ear = np.where(np.arange(PEOPLE) < 7, np.nan, 800.0)
    row = only(
        groups(days, people, nutrients=["calcium_mg"], replicates=0,
               references=references(people, ear_mg=ear))
    )  # fmt: skip
    assert row["people_without_ear"] == 7
    assert "7 people without an average requirement" in row["note"]


def test_unknown_items_are_counted_out_loud(days, people):
    days["calcium_unknown_items"] = 0
    days.loc[[0, 1, 2], "calcium_unknown_items"] = 2
    days.loc[2, "calcium_mg"] = 0.0
    table = groups(days, people, replicates=0)
    row = only(table, nutrient="calcium_mg")
    assert (row["people_unknown"], row["days_unknown"], row["people_excluded"]) == (2, 3, 1)
    assert (row["n_people"], row["n_days"], row["n_people_replicate"]) == (159, 317, 158)
    assert "2 people have 3 days with unknown items" in row["note"]
    assert only(table, nutrient="magnesium_mg")["people_unknown"] == 0


def test_only_complete_days_count(days, people):
    days["day_state"] = "complete"
    days.loc[[0, 1], "day_state"] = ["partial", ""]
    days.loc[2, "day"] = None
    row = only(groups(days, people, nutrients=["calcium_mg"], replicates=0))
    assert row["n_days"] == 2 * PEOPLE - 2
    assert "1 person has habitual intake, not days" in row["note"]


def test_keys_meet_whether_text_or_number(days, people):
    numbers = days.assign(person_id=days["person_id"].str[1:].astype(int))
    texts = people.assign(person_id=[str(i) for i in range(PEOPLE)])
    row = only(groups(numbers, texts, nutrients=["calcium_mg"], replicates=0))
    assert row["note"] == ""
    assert row["n_people"] == PEOPLE


def test_supplements_are_added_after(days, people):
    days["calcium_food_mg"] = days["calcium_mg"]
    taker = days["person_id"].str[-1].isin(list("02468"))
    days["calcium_supplement_mg"] = np.where(taker, 400.0, 0.0)
    days["calcium_mg"] += days["calcium_supplement_mg"]
    row = only(groups(days, people, nutrients=["calcium_mg"], replicates=5))
    food = nrc(days, "calcium_food_mg")
    assert row["mean_mg"] == pytest.approx(food.mean + 200.0)
    assert row["p5"] >= food.percentiles([5])[0]
    assert row["se"] > 0
    assert "Supplements were added after" in row["note"]


def test_upper_levels_stand_on_their_own_base(days, people):
    total = references(people, ul_mg=1200.0, ul_base="total")
    row = only(groups(days, people, nutrients=["calcium_mg"], references=total, replicates=0))
    assert row["share_above_ul"] == pytest.approx(nrc(days, "calcium_mg").share_above(1200.0))
    taken = np.where(np.arange(PEOPLE) < 16, 400.0, 0.0)
    taken[-16:] = np.nan
    pills = references(
        people, "magnesium_mg", ear_mg=265.0, ul_mg=350.0, ul_intake_mg=taken,
        ul_base="supplements and medicines",
    )  # fmt: skip
    row = only(groups(days, people, nutrients=["magnesium_mg"], references=pills, replicates=0))
    # Food alone passes 350 mg in many; the level counts only 16 of the 144 known.
    assert row["p95"] > 350
    assert row["share_above_ul"] == pytest.approx(16 / 144)
    assert "16 people have an unknown supplement intake" in row["note"]


def test_small_groups_are_marked(people):
    days = intakes(people=PEOPLE)
    people["town"] = np.where(np.arange(PEOPLE) < 35, "small", "large")
    people.loc[150:, "town"] = None
    table = groups(
        days, people, by=["town"], nutrients=["calcium_mg"], references=references(people),
        replicates=30,
    )  # fmt: skip
    assert table["town"].tolist() == ["all", "large", "small", "unknown"]
    small = only(table, town="small")
    assert not small["reliable"]
    assert "Rests on 35 people, fewer than 50." in small["note"]
    lost = only(table, town="unknown")
    assert not lost["reliable"]
    assert np.isnan(lost["share_below_ear"])
    assert "Only 10 people have two or more known days" in lost["note"]
    assert only(table, town="all")["reliable"]


def test_replicates_without_an_answer_are_counted_and_marked(people):
    # Days vary twenty times as much as people: some resamples find no variance between.
    generator = np.random.default_rng(3)
    usual = generator.normal(1000, 30, PEOPLE)
    days = intakes()
    days["calcium_mg"] = np.repeat(usual, 2) + generator.normal(0, 135, 2 * PEOPLE)
    table = groups(
        days, people, nutrients=["calcium_mg"], references=references(people, ear_mg=1000.0),
        replicates=40,
    )  # fmt: skip
    row = only(table)
    assert "of 40 replicates not identifiable" in row["note"]
    assert "hardly told from zero" in row["note"]
    assert not row["reliable"]
    failed = int(re.search(r"(\d+) of 40 replicates", row["note"])[1])
    assert row["n_replicates"] == 40 - failed


def test_few_replicates_are_marked_and_set_the_degrees_of_freedom(days, people):
    options = {"nutrients": ["calcium_mg"], "references": references(people)}
    few, enough = (only(groups(days, people, replicates=n, **options)) for n in (8, 30))
    assert (few["replicate_df"], enough["replicate_df"]) == (7, 29)
    assert not few["reliable"]
    assert "rest on 8 replicates, fewer than 30." in few["note"]
    assert enough["reliable"]
    assert enough["note"] == ""


def test_a_group_has_no_more_degrees_of_freedom_than_its_own_sampling_units(days, people):
    people["stratum"] = np.arange(PEOPLE) // 8
    people["psu"] = np.arange(PEOPLE) // 4 % 2
    people["town"] = np.where(np.arange(PEOPLE) < 80, "a", "b")
    table = groups(
        days, people, by=["town"], nutrients=["calcium_mg"], references=references(people),
        replicates=40,
    )  # fmt: skip
    assert table["replicate_df"].tolist() == table["direct_df"].tolist() == [20, 10, 10]


@pytest.mark.parametrize("replicates", [0, 40])
def test_one_sampling_unit_in_all_has_no_error_and_is_marked(days, people, replicates):
    people["psu"] = 1
    row = only(
        groups(days, people, nutrients=["calcium_mg"], references=references(people),
               replicates=replicates)
    )  # fmt: skip
    assert np.isnan([row["share_below_se"], row["se"], row["share_below_low"]]).all()
    assert not row["reliable"]
    assert "0 degrees of freedom" in row["note"]
    assert "Errors follow the 1 sampling unit of the column psu, without strata." in row["note"]


def test_food_alone_gives_a_share_above_the_level_that_is_at_least(days, people):
    days["calcium_food_mg"] = days["calcium_mg"]
    total = references(people, ul_mg=1200.0, ul_base="total")
    for supplement, at_least in ((np.nan, True), (0.0, False)):
        days["calcium_supplement_mg"] = supplement
        row = only(groups(days, people, nutrients=["calcium_mg"], references=total, replicates=0))
        assert row["share_above_ul_is_at_least"] == at_least
        assert ("at least this" in row["note"]) == at_least
        assert ("supplements, which are not stated" in row["note"]) == at_least


def test_a_person_without_a_row_is_counted_once_where_weights_decide(days, people):
    people["survey_weight"] = 1.0
    row = only(groups(days, people.iloc[:-1], nutrients=["calcium_mg"], replicates=0))
    assert row["note"] == "1 person with days is not in the people table and left out."


def test_a_ratio_from_outside_says_whose_days_it_overrides(days, people):
    row = only(groups(days, people, nutrients=["calcium_mg"], replicates=0, within_to_between=2.0))
    assert f"{PEOPLE} people have two or more days, whose own variances" in row["note"]
    with pytest.raises(VarianceRatioError, match="1e\\+09"):
        groups(days, people, within_to_between=1e9)


def test_empty_groups_are_missing_never_zero(days, people):
    people["sex"] = pd.Categorical(people["sex"], categories=["f", "m", "x"])
    row = only(groups(days, people, by=["sex"], nutrients=["calcium_mg"], replicates=0), sex="x")
    assert row["n_people"] == 0
    assert np.isnan(row[["mean_mg", "p50", "share_below_ear"]].astype(float)).all()
    assert row["note"].startswith("No complete day of this group is known to be free of items")


def test_nci_groups_are_fitted_by_themselves(days, people):
    women = people["sex"] == "f"
    table = groups(
        days, people, by=["sex"], nutrients=["calcium_mg"], method="nci", replicates=0,
        references=references(people),
    )  # fmt: skip
    alone = nci(days[days["person_id"].isin(people.loc[women, "person_id"])], "calcium_mg")
    assert only(table, sex="f")["share_below_ear"] == alone.share_below(800.0)
    assert table["within_to_between"].is_unique


@pytest.mark.parametrize("method", ["nrc", "nci"])
def test_seed_gives_the_same_table(days, people, method):
    options = {"by": ["sex"], "nutrients": ["calcium_mg"], "method": method, "replicates": 3}
    options |= {"references": references(people), "simulations": 10}
    one, two = groups(days, people, **options), groups(days, people, **options)
    pd.testing.assert_frame_equal(one, two)
    other = groups(days, people, **options, seed=2)
    assert not one["se"].equals(other["se"])


def test_pooled_nci_groups_share_one_model(days, people):
    days.loc[days["person_id"].isin(people.loc[people["sex"] == "m", "person_id"]),
             "calcium_mg"] *= 1.4  # fmt: skip
    table = groups(
        days, people, by=["sex"], nutrients=["calcium_mg"], method="nci", replicates=5,
        references=references(people), pooled=True,
    )  # fmt: skip
    assert len(set(table["within_to_between"])) == 1
    assert only(table, sex="m")["mean_mg"] > 1.2 * only(table, sex="f")["mean_mg"]
    assert table["n_people"].tolist() == [160, 80, 80]
    assert (table["n_simulations"] == 100).all()
    assert table["se"].between(5, 80).all()


def test_design_goes_into_the_replicates(days, people):
    people["stratum"] = np.arange(PEOPLE) // 20
    people["psu"] = np.arange(PEOPLE) // 10 % 2
    people["survey_weight"] = np.linspace(1, 3, PEOPLE)
    people.loc[0, "survey_weight"] = np.nan
    row = only(
        groups(days, people, nutrients=["calcium_mg"], references=references(people),
               replicates=30)
    )  # fmt: skip
    assert row["replicate_kind"] == "bootstrap of sampling units"
    assert row["n_people"] == PEOPLE - 1
    assert "1 person without a survey weight left out." in row["note"]
    # 16 units less 8 strata: t(0.975, 8) = 2.306.
    reach = row["share_below_high"] - row["share_below_ear"]
    assert reach == pytest.approx(2.306 * row["share_below_se"], rel=1e-3)


def test_stratum_of_a_single_unit_is_said(days, people):
    people["stratum"] = np.arange(PEOPLE) // 80
    people["psu"] = np.where(np.arange(PEOPLE) < 80, np.arange(PEOPLE) // 8, 1)
    people["survey_weight"] = np.nan
    table = groups(days, people, nutrients=["calcium_mg"], replicates=5)
    assert "single sampling unit add no variance: 1." in only(table)["note"]
    assert only(table)["n_people"] == PEOPLE


@pytest.mark.parametrize("method", ["nrc", "nci"])
@pytest.mark.parametrize("ratio", [None, 2.0])
def test_one_person_stops_nothing(days, people, method, ratio):
    people["town"] = np.where(
        np.arange(PEOPLE) < 1, "one", np.where(np.arange(PEOPLE) < 3, "two", "rest")
    )
    table = groups(
        days, people, by=["town"], nutrients=["calcium_mg"], method=method, replicates=2,
        within_to_between=ratio, simulations=5,
    )  # fmt: skip
    assert np.isnan([only(table, town="one")["mean_mg"], only(table, town="two")["p50"]]).all()
    assert only(table, town="one")["note"].startswith("Only ")
    assert only(table, town="rest")["p50"] > 0


def test_people_with_days_and_no_row_are_kept(days, people):
    row = only(groups(days, people.iloc[:-3], nutrients=["calcium_mg"], replicates=0))
    assert row["n_people"] == PEOPLE
    assert "3 people with days are not in the people table." in row["note"]


def test_weekend_and_sequence_are_used_when_known(days, people):
    generator = np.random.default_rng(3)
    days["weekend"] = generator.random(len(days)) < 3 / 7
    days["sequence"] = days["day"].astype(int)
    told = only(groups(days, people, nutrients=["calcium_mg"], replicates=2))
    alone = nrc(days, "calcium_mg", weekend="weekend", sequence="sequence")
    assert told["mean_mg"] == pytest.approx(alone.mean)


def test_outside_ratio_serves_one_day_a_person(people):
    days = intakes(days=1)
    table = groups(days, people, nutrients=["calcium_mg"], replicates=0)
    assert np.isnan(only(table)["mean_mg"])
    told = groups(days, people, nutrients=["calcium_mg"], replicates=0, within_to_between=2.0)
    assert only(told)["within_to_between"] == pytest.approx(2.0)
    assert "from outside these data" in only(told)["note"]


def test_bad_tables_are_named(days, people):
    with pytest.raises(RecallError, match="no column age_band"):
        groups(days, people, by=["age_band"])
    with pytest.raises(RecallError, match="come twice"):
        groups(days, pd.concat([people, people]))
    with pytest.raises(RecallError, match="no method 'isu'"):
        groups(days, people, method="isu")
    with pytest.raises(RecallError, match="No person of the days is in the people table"):
        groups(days, people.assign(person_id=range(PEOPLE)))
    doubled = pd.concat([references(people), references(people)])
    with pytest.raises(RecallError, match="two references"):
        groups(days, people, references=doubled, replicates=0)


def test_notes_never_name_a_condition_of_health(days, people):
    efsa = references(people, "magnesium_mg", ear_mg=np.nan, reference="EFSA 2015")
    both = pd.concat([references(people), efsa])
    people["town"] = np.where(np.arange(PEOPLE) < 20, "small", "large")
    table = groups(days, people, by=["town"], references=both, replicates=3)
    text = " ".join(table["note"]).lower()
    assert "deficien" not in text
    assert "rda" not in text.split()
