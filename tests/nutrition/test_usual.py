"""NRC method, transformations and variance components."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutrition.usual.distribution import weighted_percentiles
from nutrition.usual.models import (
    nci,
    nrc,
    person_means,
    refitter,
    variance_ratio_sensitivity,
    with_supplements,
)
from nutrition.usual.power import (
    blom_scores,
    box_cox,
    expected_intake,
    gauss_hermite,
    inverse_box_cox,
    nine_point,
)
from nutrition.usual.ratio import VarianceRatioError
from nutrition.usual.recalls import RecallError, read_recalls
from nutrition.usual.variance import components


def world(seed, *, people=500, days=2, power=0.3, ratio=2.0, median=900.0, spread=0.42):
    """Recalls from the model that both methods assume, and their true usual intakes."""
    generator = np.random.default_rng(seed)
    within = spread * median**power
    effect = generator.normal(0, within / ratio**0.5, people)
    level = box_cox(np.array([median]), power)[0]
    x = level + effect[:, None] + generator.normal(0, within, (people, days))
    usual = expected_intake(level + effect, power, within**2, gauss_hermite())
    recalls = pd.DataFrame(
        {
            "person_id": np.repeat(np.arange(people), days),
            "day": np.tile(np.arange(days) + 1, people),
            "calcium_mg": inverse_box_cox(x, power).ravel(),
        }
    )
    return recalls, usual


TRUE_SHARE = 0.273  # docs/validation/usual_intake.md, λ 0.3, ratio 2, EAR 800


def test_components_of_a_hand_worked_table():
    # Days 2, 4 / 6, 8, 10 / 5: M = 6, N = 3, mean 35/6, SSW = 10 on 3, SSB = 185/6 on 2,
    # k0 = (6 − 14/6) / 2 = 11/6, so within 10/3 and between (185/12 − 10/3) / (11/6).
    values = np.array([2.0, 4, 6, 8, 10, 5])
    person = np.array([0, 0, 1, 1, 1, 2])
    found = components(values, person)
    assert found.mean == pytest.approx(35 / 6)
    assert found.within == pytest.approx(10 / 3)
    assert found.days_per_person == pytest.approx(11 / 6)
    assert found.between == pytest.approx((185 / 12 - 10 / 3) / (11 / 6))
    assert (found.people, found.people_replicated, found.days) == (3, 2, 6)
    same = components(values, person, np.full(3, 7.0))
    assert (same.within, same.between) == pytest.approx((found.within, found.between))


def test_components_with_weights_are_unbiased():
    generator = np.random.default_rng(2)
    weight = np.repeat([1.0, 3.0, 0.0], 20)
    person = np.repeat(np.arange(60), 2)
    found = []
    for _ in range(3000):
        values = generator.normal(0, 2, 60)[person] + generator.normal(0, 3, 120)
        parts = components(values, person, weight)
        found.append((parts.within, parts.between_unclipped))
    table = np.array(found)
    error = table.std(axis=0) / len(table) ** 0.5
    assert np.abs(table.mean(axis=0) - [9, 4]) == pytest.approx([0, 0], abs=4 * error.max())


def test_outside_ratio_splits_the_total_variance():
    values = np.array([1.0, 2, 3, 4])
    found = components(values, np.arange(4), ratio=2.0)
    assert found.between + found.within == pytest.approx(np.var(values, ddof=1))
    assert found.within == pytest.approx(2 * found.between)


@given(
    st.lists(st.floats(0.01, 1e4), min_size=1, max_size=20),
    st.sampled_from([0.0, 0.05, 0.3, 0.5, 1.0]),
)
def test_power_transformation_comes_back(intakes, power):
    given_intakes = np.array(intakes)
    back = inverse_box_cox(box_cox(given_intakes, power), power)
    assert back == pytest.approx(given_intakes, rel=1e-9)


def test_blom_scores_are_the_published_formula():
    # (i − 3/8) / (n + 1/4) for n = 3: 5/26, 1/2, 21/26; Φ⁻¹ of the first −0.8694.
    assert blom_scores(np.ones(3)) == pytest.approx([-0.8694, 0, 0.8694], abs=5e-5)


@pytest.mark.parametrize("nodes", [gauss_hermite(), nine_point()], ids=lambda nodes: nodes.name)
def test_error_between_days_is_integrated_out(nodes):
    # Power 1/2: E[(1 + (x + e)/2)²] = (1 + x/2)² + σ²/4; power 0: exp(x + σ²/2).
    levels = np.array([25.0, 40.0, 60.0])
    assert expected_intake(levels, 0.5, 16.0, nodes) == pytest.approx(
        (1 + levels / 2) ** 2 + 4.0, rel=3e-6
    )
    assert expected_intake(np.log(levels), 0.0, 0.5, nodes) == pytest.approx(levels * np.exp(0.25))


def test_nine_points_are_those_of_the_macros():
    nodes = nine_point()
    assert nodes.points.tolist() == [-2.1, -1.3, -0.8, -0.5, 0, 0.5, 0.8, 1.3, 2.1]
    assert nodes.weights.sum() == pytest.approx(1.000001, abs=5e-8)
    assert (nodes.weights * nodes.points**2).sum() == pytest.approx(1.0, abs=1e-5)


def test_percentiles_with_weights():
    values = np.array([[10.0], [20.0], [30.0]])
    middle = weighted_percentiles(values, np.ones(3), np.array([50.0]))
    assert middle == pytest.approx([20.0])
    # Middles of the weights stand at 1/8, 2/8 + …: 0.125, 0.375, 0.75.
    assert weighted_percentiles(values, np.array([1.0, 1, 2]), np.array([75.0])) == pytest.approx(
        [30.0]
    )


def test_recovers_the_share_below_within_its_monte_carlo_error():
    # 40 studies of 500 people: spread of one estimate 2.5 points, so 4 × 2.5 / √40 = 1.6.
    found, naive = [], []
    for seed in range(40):
        recalls, _ = world(seed)
        found.append(nrc(recalls, "calcium_mg").share_below(800.0))
        naive.append(person_means(recalls, "calcium_mg").share_below(800.0))
    assert np.mean(found) == pytest.approx(TRUE_SHARE, abs=0.016)
    assert np.mean(naive) > TRUE_SHARE + 0.06


def test_recovers_the_distribution_of_a_large_group():
    recalls, usual = world(3, people=5000)
    found = nrc(recalls, "calcium_mg")
    # Against the sample's own people: between-study errors of 3 mg (mean) to 9 mg (P95).
    assert found.mean == pytest.approx(usual.mean(), abs=15)
    assert found.percentiles([5, 50, 95]) == pytest.approx(
        np.percentile(usual, [5, 50, 95]), rel=0.03
    )
    assert found.power == pytest.approx(0.3, abs=0.06)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 1000), st.sampled_from([0.001, 0.5, 40.0, 1000.0]))
def test_unit_of_intake_does_not_matter(seed, factor):
    recalls, _ = world(seed, people=60)
    one = nrc(recalls, "calcium_mg")
    other = nrc(recalls.assign(calcium_mg=recalls["calcium_mg"] * factor), "calcium_mg")
    assert other.identifiable == one.identifiable
    assert other.intakes == pytest.approx(one.intakes * factor, rel=1e-7)
    assert other.power == pytest.approx(one.power, abs=1e-9)


def test_variances_are_on_the_stated_scale():
    recalls, _ = world(5)
    found = nrc(recalls, "calcium_mg")
    plain = components(
        box_cox(recalls["calcium_mg"].to_numpy(), found.power), recalls["person_id"].to_numpy()
    )
    assert (found.within, found.between) == pytest.approx((plain.within, plain.between))


@pytest.mark.parametrize("method", [nrc, nci])
def test_order_of_rows_does_not_matter(method):
    recalls, _ = world(7, people=80)
    one = method(recalls, "calcium_mg")
    other = method(recalls.sample(frac=1.0, random_state=1), "calcium_mg")
    assert np.array_equal(one.intakes, other.intakes)
    assert np.array_equal(one.person_ids, other.person_ids)


@pytest.mark.parametrize("method", [nrc, nci])
def test_copied_days_tell_nothing_of_day_to_day_variation(method):
    daily = np.linspace(300, 1500, 50)
    recalls = pd.DataFrame(
        {
            "person_id": np.repeat(np.arange(50), 2),
            "day": np.tile([1, 2], 50),
            "calcium_mg": np.repeat(daily, 2),
        }
    )
    found = method(recalls, "calcium_mg")
    assert not found.identifiable
    assert "copied days are no second recall" in found.reason
    assert np.isnan(found.mean)


@pytest.mark.parametrize("method", [nrc, nci])
@pytest.mark.parametrize("ratio", [None, 1.5])
def test_one_intake_for_all_is_no_distribution(method, ratio):
    recalls = pd.DataFrame(
        {"person_id": np.repeat(np.arange(60), 2), "day": np.tile([1, 2], 60), "calcium_mg": 800.0}
    )
    found = method(recalls, "calcium_mg", within_to_between=ratio)
    assert not found.identifiable
    assert found.reason == "Every day of every person has the same intake."


@pytest.mark.parametrize("method", [nrc, nci])
@pytest.mark.parametrize("ratio", [0.0, -1.0, float("nan"), float("inf")])
def test_a_variance_ratio_is_a_positive_number(method, ratio):
    recalls, _ = world(3, people=60)
    with pytest.raises(VarianceRatioError, match="The variance ratio is"):
        method(recalls, "calcium_mg", within_to_between=ratio)


def test_spread_on_the_transformed_scale_is_the_variance_between():
    # With equal days and a power of 1 the shrunken means have exactly that variance.
    recalls, _ = world(11, people=200, spread=0.15)
    found = nrc(recalls, "calcium_mg", power=1.0)
    assert found.identifiable
    assert found.intakes.var(ddof=1) == pytest.approx(found.between, rel=1e-6)
    assert found.mean == pytest.approx(recalls["calcium_mg"].mean())


def test_weekend_effect_is_taken_out_of_the_variance_within():
    recalls, _ = world(13, people=2000)
    generator = np.random.default_rng(1)
    weekend = generator.random(len(recalls)) < 3 / 7
    shifted = inverse_box_cox(box_cox(recalls["calcium_mg"].to_numpy(), 0.3) + 3.0 * weekend, 0.3)
    told = recalls.assign(calcium_mg=shifted, weekend=weekend)
    aware = nrc(told, "calcium_mg", weekend="weekend", power=0.3)
    unaware = nrc(told, "calcium_mg", power=0.3)
    # The effect of 3 on 3 days of 7 adds 9 × 12/49 = 2.2 to a variance of 10.5.
    assert unaware.within - aware.within == pytest.approx(2.2, abs=0.5)
    assert aware.effects["weekend"] == pytest.approx(3.0, abs=0.5)
    # The week of 4 + 3 days keeps the mean of what was eaten.
    assert aware.mean == pytest.approx(told["calcium_mg"].mean(), rel=0.01)


def test_later_recalls_are_brought_to_the_first():
    recalls, usual = world(17, people=2000)
    later = recalls["day"] == 2
    recalls["calcium_mg"] *= np.where(later, 0.8, 1.0)
    found = nrc(recalls, "calcium_mg", sequence="day")
    assert found.effects["later recall"] < 0
    assert found.mean == pytest.approx(usual.mean(), rel=0.02)
    assert nrc(recalls, "calcium_mg").mean < 0.95 * found.mean


@pytest.mark.parametrize("method", [nrc, nci])
def test_no_variance_between_people_is_an_answer(method):
    recalls = pd.DataFrame(
        {
            "person_id": np.repeat(np.arange(60), 2),
            "day": np.tile([1, 2], 60),
            "calcium_mg": np.tile([500.0, 1500.0], 60),
        }
    )
    found = method(recalls, "calcium_mg")
    assert not found.identifiable
    assert "between people" in found.reason
    assert np.isnan([found.mean, found.share_below(800.0), *found.percentiles([5, 95])]).all()


@pytest.mark.parametrize("method", [nrc, nci])
@pytest.mark.parametrize(("replicated", "identifiable"), [(29, False), (30, True)])
def test_too_few_second_days_is_an_answer(method, replicated, identifiable):
    recalls, _ = world(19, people=150)
    kept = recalls[(recalls["day"] == 1) | (recalls["person_id"] < replicated)]
    found = method(kept, "calcium_mg")
    assert found.people_replicated == replicated
    assert found.identifiable == identifiable
    if not identifiable:
        assert f"Only {replicated} people have two or more known days" in found.reason


@pytest.mark.parametrize("method", [nrc, nci])
def test_one_day_a_person_is_a_range(method):
    recalls, _ = world(23, people=1500, days=1)
    assert not method(recalls, "calcium_mg").identifiable
    table = variance_ratio_sensitivity(
        lambda ratio: method(recalls, "calcium_mg", within_to_between=ratio), 2.0, 800.0
    )
    assert table["multiple"].tolist() == [0.25, 0.5, 1.0, 1.5, 2.0]
    assert table["share_below"].is_monotonic_decreasing
    assert table["p5"].is_monotonic_increasing
    assert table["share_below"].iloc[2] == pytest.approx(TRUE_SHARE, abs=0.05)
    assert table["mean_mg"].std() < 2


def test_unknown_days_are_left_out_and_counted():
    recalls, _ = world(29, people=100)
    recalls.loc[[0, 1, 2], "calcium_mg"] = np.nan
    found = nrc(recalls, "calcium_mg")
    assert (found.people, found.days) == (99, 197)
    assert (found.people_unknown, found.people_excluded) == (2, 1)
    assert "2 people have 3 days of unknown intake, left out, and " in " ".join(found.notes)


def test_a_day_of_zero_is_a_day_and_is_told():
    recalls, _ = world(31, people=100)
    recalls.loc[0, "calcium_mg"] = 0.0
    found = nrc(recalls, "calcium_mg")
    assert found.days == 200
    assert "1 day with an intake of 0" in " ".join(found.notes)


def test_everyone_has_their_own_reference():
    recalls, _ = world(37, people=200)
    found = nrc(recalls, "calcium_mg")
    own = pd.Series(np.where(np.arange(200) < 100, 0.0, 1e6), index=np.arange(200))
    assert found.share_below(own) == pytest.approx(0.5)
    own.iloc[:50] = np.nan
    assert found.share_below(own) == pytest.approx(100 / 150)
    with pytest.raises(RecallError, match="every person once"):
        found.share_below(own.iloc[1:])
    assert found.share_above(800.0) == pytest.approx(1 - found.share_below(800.0))


def test_supplements_are_added_after_shrinking():
    recalls, _ = world(41, people=300)
    food = nrc(recalls, "calcium_mg")
    taken = pd.Series(np.where(np.arange(300) % 2 == 0, 500.0, 0.0), index=np.arange(300))
    total = with_supplements(food, taken)
    assert total.intakes[:, 0] - food.intakes[:, 0] == pytest.approx(taken.to_numpy())
    taken.iloc[:10] = np.nan
    partly = with_supplements(food, taken)
    assert partly.people == 290
    assert "10 people with unknown supplement intake left out." in partly.notes
    assert not with_supplements(food, taken * np.nan).identifiable


@pytest.mark.parametrize("method", ["nrc", "nci"])
def test_refits_equal_the_public_result(method):
    recalls, _ = world(43, people=120)
    data = read_recalls(recalls, "calcium_mg")
    again = refitter(data, method, simulations=100, seed=1)(data.weights)
    public = {"nrc": nrc, "nci": nci}[method](recalls, "calcium_mg")
    assert np.array_equal(again, public.intakes)


def test_bad_recalls_are_named():
    recalls, _ = world(47, people=40)
    with pytest.raises(RecallError, match=r"no column magnesium_mg.*calcium_mg"):
        nrc(recalls, "magnesium_mg")
    with pytest.raises(RecallError, match="negative"):
        nrc(recalls.assign(calcium_mg=-1.0), "calcium_mg")
    with pytest.raises(RecallError, match="No day has a known"):
        nrc(recalls.assign(calcium_mg=np.nan), "calcium_mg")
    with pytest.raises(RecallError, match="differs between the days"):
        nrc(recalls.assign(w=np.arange(80.0)), "calcium_mg", weight="w")
    with pytest.raises(RecallError, match="weekend is empty"):
        nrc(recalls.assign(weekend=None), "calcium_mg", weekend="weekend")
    with pytest.raises(RecallError, match="no method 'isu'"):
        refitter(read_recalls(recalls, "calcium_mg"), "isu")
