"""Design-based errors against R's survey package: oracles/survey.R and its output."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from nutrition.population.design import SurveyDesignError, design_mean, design_ratio
from nutrition.population.replicates import balanced, bootstrap, replicate_errors

ORACLES = Path(__file__).resolve().parent / "oracles"
DESIGN = {"weight": "survey_weight", "stratum": "stratum", "psu": "psu"}


@pytest.fixture(scope="module")
def people():
    table = pd.read_csv(ORACLES / "survey_sample.csv")
    table["low"] = (table["calcium_mg"] < 800).where(table["calcium_mg"].notna()).astype("float64")
    table["one"] = 1.0
    return table


def expected(prefix):
    table = pd.read_csv(ORACLES / "survey_expected.csv")
    rows = table[table["case"].str.startswith(prefix)]
    assert len(rows) > 0
    return rows.itertuples(index=False)


def estimate(people, row, **options):
    kind, _, columns = row.statistic.partition(" ")
    if kind == "mean":
        return design_mean(people, columns, **options)
    return design_ratio(people, *columns.split("/"), **options)


@pytest.mark.parametrize("row", [*expected("all"), *expected("women")], ids=str)
def test_taylor_errors_equal_r(people, row):
    women = people["sex"] == "female" if row.case == "women" else None
    found = estimate(people, row, **DESIGN, lonely=row.lonely, domain=women)
    assert found.value == pytest.approx(row.value, rel=1e-9)
    assert found.se == pytest.approx(row.se, rel=1e-9)
    assert found.people == row.people
    assert found.degrees_of_freedom == row.df
    assert "1 stratum with a single sampling unit (9)" in found.note


@pytest.mark.parametrize("row", [*expected("no ")], ids=str)
def test_without_strata_or_units_equals_r(people, row):
    weight = "survey_weight" if "strata" in row.case else None
    found = estimate(people[people["stratum"] != 9], row, weight=weight)
    assert (found.value, found.se) == pytest.approx((row.value, row.se), rel=1e-9)
    assert found.degrees_of_freedom == row.df


@pytest.mark.parametrize("row", [*expected("BRR")], ids=str)
def test_balanced_replicates_equal_r(people, row):
    pairs = people[people["stratum"].isin([3, 6])]
    fay = float(row.case.split()[1])
    sets = balanced(pairs, stratum="stratum", psu="psu", weight="survey_weight", fay=fay)

    def mean(weights):
        return np.array([np.average(pairs["energy_kcal"], weights=weights)])

    whole = mean(pairs["survey_weight"])
    each = np.array([mean(sets.weights(number)) for number in range(sets.count)])
    assert replicate_errors(whole, each, sets)[0] == pytest.approx(row.se, rel=1e-9)
    assert sets.degrees_of_freedom == row.df


def test_hand_made_table():
    # Two strata of two units, all weights 1: unit totals of y − 5 are −3, 1 and −1, 3.
    people = pd.DataFrame(
        {
            "stratum": [1, 1, 1, 1, 2, 2, 2, 2],
            "psu": [1, 1, 2, 2, 1, 1, 2, 2],
            "y": [3.0, 4, 5, 6, 4, 5, 6, 7],
        }
    )
    found = design_mean(people, "y", stratum="stratum", psu="psu")
    assert found.value == 5.0
    # Variance = Σ 2/1 · [(−2)² + 2² + (−2)² + 2²] / 8² = 32 / 64.
    assert found.se == pytest.approx(0.5**0.5)
    assert found.degrees_of_freedom == 2
    # t(0.975, 2) = 4.30265.
    assert found.high - found.value == pytest.approx(4.30265 * 0.5**0.5, rel=1e-5)


def test_domain_is_not_a_subset(people):
    women = people["sex"] == "female"
    kept = design_mean(people, "energy_kcal", **DESIGN, domain=women, lonely="certainty")
    cut = design_mean(people[women], "energy_kcal", **DESIGN, lonely="certainty")
    assert kept.value == pytest.approx(cut.value)
    holding = people[women].groupby("stratum")["psu"].nunique()
    assert kept.sampling_units == holding.sum()
    assert kept.strata == len(holding) < people["stratum"].nunique()


def test_unknown_is_counted_not_zero(people):
    found = design_mean(people, "calcium_mg", **DESIGN, lonely="certainty")
    assert found.people_unknown == 9
    assert found.value > people["calcium_mg"].fillna(0).mean()


def test_single_unit_is_refused_by_default(people):
    with pytest.raises(SurveyDesignError, match=r"single sampling unit \(9\).*certainty"):
        design_mean(people, "energy_kcal", **DESIGN)


def test_bad_designs_are_named(people):
    with pytest.raises(SurveyDesignError, match="no column stratum_x"):
        design_mean(people, "energy_kcal", stratum="stratum_x")
    with pytest.raises(SurveyDesignError, match="Empty cells in survey_weight"):
        design_mean(people.assign(survey_weight=np.nan), "energy_kcal", weight="survey_weight")
    with pytest.raises(SurveyDesignError, match="two sampling units in every stratum"):
        balanced(people, stratum="stratum", psu="psu")
    with pytest.raises(SurveyDesignError, match="Fay"):
        balanced(people, stratum="stratum", psu="psu", fay=1.0)


def test_empty_domain_is_missing_never_zero(people):
    none = pd.Series(data=False, index=people.index)
    found = design_mean(people, "energy_kcal", **DESIGN, domain=none, lonely="certainty")
    assert found.people == 0
    assert np.isnan([found.value, found.se, found.low, found.high]).all()


def test_brr_is_in_full_balance():
    people = pd.DataFrame(
        {"stratum": np.repeat(np.arange(15), 2), "psu": np.tile([1, 2], 15)},
    )
    sets = balanced(people, stratum="stratum", psu="psu")
    assert sets.count == 16
    table = np.array([sets.weights(number) for number in range(16)])
    signs = table[:, ::2] - 1.0
    assert set(np.unique(table)) == {0.0, 2.0}
    assert np.array_equal(signs.T @ signs, 16 * np.eye(15))
    assert (signs.sum(axis=0) == 0).all()


def test_bootstrap_of_units_keeps_strata_and_is_seeded(people):
    sets = bootstrap(people, **DESIGN, replicates=3, seed=5)
    again = bootstrap(people, **DESIGN, replicates=3, seed=5)
    assert np.array_equal(sets.weights(2), again.weights(2))
    factor = (sets.weights(0) / people["survey_weight"]).round(9)
    by_unit = factor.groupby([people["stratum"], people["psu"]])
    assert (by_unit.min() == by_unit.max()).all()
    sizes = by_unit.first().groupby("stratum").agg(["sum", "size"])
    assert sizes["sum"].to_numpy() == pytest.approx(sizes["size"].to_numpy())
    assert sets.kind == "bootstrap of sampling units"


def test_bootstrap_error_of_a_mean_is_the_textbook_one():
    generator = np.random.default_rng(8)
    people = pd.DataFrame({"y": generator.normal(0, 1, 400)})
    sets = bootstrap(people, replicates=2000, seed=1)
    each = np.array([[np.average(people["y"], weights=sets.weights(r))] for r in range(2000)])
    found = replicate_errors(np.array([people["y"].mean()]), each, sets)[0]
    # The error of a standard deviation from 2,000 replicates is 1.6 %; four of them.
    assert found == pytest.approx(people["y"].std() / 20, rel=0.065)
