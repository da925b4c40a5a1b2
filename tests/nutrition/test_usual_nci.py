"""NCI amount-only model: the likelihood, its maximum, draws and covariates."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from scipy.stats import multivariate_normal

from nutrition.usual.models import nci, nrc
from nutrition.usual.nci import nci_model
from nutrition.usual.power import box_cox, expected_intake, gauss_hermite, inverse_box_cox
from nutrition.usual.recalls import read_recalls


def world(seed, people=500, days=2, shift=0.0):
    """λ 0.3, variance ratio 2, median day 900 mg; the second half shifted."""
    generator = np.random.default_rng(seed)
    within = 0.42 * 900**0.3
    level = box_cox(np.array([900.0]), 0.3)[0] + shift * (np.arange(people) >= people // 2)
    usual = level + generator.normal(0, within / 2**0.5, people)
    x = usual[:, None] + generator.normal(0, within, (people, days))
    recalls = pd.DataFrame(
        {
            "person_id": np.repeat(np.arange(people), days),
            "day": np.tile(np.arange(days) + 1, people),
            "calcium_mg": inverse_box_cox(x, 0.3).ravel(),
            "sex": np.repeat(np.where(np.arange(people) >= people // 2, "male", "female"), days),
        }
    )
    return recalls, expected_intake(usual, 0.3, within**2, gauss_hermite())


def log_likelihood(recalls, power, coefficients, within, between, *, weighted=False):
    """Plain multivariate normal density of each person's days, on the scaled intakes."""
    total = 0.0
    scaled = recalls["calcium_mg"] / np.exp(np.log(recalls["calcium_mg"]).mean())
    male = (recalls["sex"] == "male").to_numpy(dtype=float)
    residual = box_cox(scaled.to_numpy(), power) - coefficients[0] - coefficients[1] * male
    weights = recalls["w"] / recalls.groupby("person_id")["w"].first().mean()
    weights = weights.to_numpy() if weighted else np.ones(len(recalls))
    for _, rows in recalls.reset_index(drop=True).groupby("person_id"):
        own = residual[rows.index]
        spread = np.full((len(own), len(own)), between) + within * np.eye(len(own))
        total += weights[rows.index[0]] * multivariate_normal.logpdf(own, cov=spread)
    return total + (power - 1) * (weights * np.log(scaled)).sum()


@pytest.fixture(scope="module")
def uneven():
    recalls, _ = world(1, people=90, days=3, shift=2.0)
    recalls["w"] = 1.0 + recalls["person_id"] % 4
    return recalls[(recalls["day"] == 1) | (recalls["person_id"] % 3 >= recalls["day"] - 1)]


@pytest.mark.parametrize("weighted", [False, True])
def test_likelihood_is_the_multivariate_normal_one_and_is_at_its_maximum(uneven, weighted):
    weight = "w" if weighted else None
    fit = nci_model(read_recalls(uneven, "calcium_mg", weight=weight, groups=["sex"])).fit()
    assert not fit.reason
    at = [fit.power, *fit.coefficients, fit.within, fit.between]
    best = log_likelihood(uneven, at[0], at[1:3], *at[3:], weighted=weighted)
    assert fit.log_likelihood == pytest.approx(best, rel=1e-9)
    for place in range(5):
        for step in (-1, 1):
            moved = list(at)
            moved[place] += step * 0.02
            away = log_likelihood(uneven, moved[0], moved[1:3], *moved[3:], weighted=weighted)
            assert away < best


def test_integer_weights_count_people(uneven):
    # A weight of 2 is the same as the person twice: the macros' integer frequencies.
    doubled = uneven["person_id"] % 2 == 0
    weighted = uneven.assign(w=np.where(doubled, 2.0, 1.0))
    twice = pd.concat([uneven, uneven[doubled].assign(person_id=lambda t: t["person_id"] + 1000)])
    one = nci(weighted, "calcium_mg", weight="w", groups=["sex"])
    other = nci(twice, "calcium_mg", groups=["sex"])
    assert (one.power, one.within, one.between) == pytest.approx(
        (other.power, other.within, other.between), rel=2e-3
    )
    assert one.mean == pytest.approx(other.mean, rel=2e-3)


def test_recovers_the_share_below_within_its_monte_carlo_error():
    # 20 studies of 500 people: spread of one estimate 2.2 points, so 4 × 2.2 / √20 = 2.
    found = [
        nci(world(seed)[0], "calcium_mg", simulations=20).share_below(800.0) for seed in range(20)
    ]
    assert np.mean(found) == pytest.approx(0.273, abs=0.02)


def test_recovers_power_and_variances_of_a_large_group():
    recalls, usual = world(3, people=5000)
    found = nci(recalls, "calcium_mg")
    within = (0.42 * 900**found.power) ** 2
    assert found.power == pytest.approx(0.3, abs=0.05)
    assert found.within == pytest.approx(within, rel=0.06)
    assert found.within / found.between == pytest.approx(2.0, abs=0.25)
    assert found.percentiles([5, 50, 95]) == pytest.approx(
        np.percentile(usual, [5, 50, 95]), rel=0.03
    )


def test_agrees_with_nrc_on_the_same_recalls():
    recalls, _ = world(5, people=2000)
    one, other = nci(recalls, "calcium_mg"), nrc(recalls, "calcium_mg")
    assert one.share_below(800.0) == pytest.approx(other.share_below(800.0), abs=0.02)
    assert one.mean == pytest.approx(other.mean, rel=0.01)


def test_groups_shift_their_own_people():
    recalls, usual = world(7, people=2000, shift=3.0)
    found = nci(recalls, "calcium_mg", groups=["sex"])
    assert list(found.effects) == ["male"]
    assert found.effects["male"] == pytest.approx(3.0 * 900 ** (found.power - 0.3), rel=0.25)
    women = found.intakes[:1000]
    assert women.mean() == pytest.approx(usual[:1000].mean(), rel=0.04)
    assert found.intakes[1000:].mean() == pytest.approx(usual[1000:].mean(), rel=0.04)


def test_weekend_and_later_recall_are_covariates():
    recalls, usual = world(9, people=2000)
    weekend = np.random.default_rng(1).random(len(recalls)) < 3 / 7
    later = recalls["day"] == 2
    recalls["calcium_mg"] *= np.where(later, 0.85, 1.0)
    recalls["weekend"] = weekend
    recalls["calcium_mg"] *= np.where(weekend, 1.3, 1.0)
    found = nci(recalls, "calcium_mg", sequence="day", weekend="weekend")
    assert found.effects["later recall"] < 0 < found.effects["weekend"]
    assert found.mean == pytest.approx(usual.mean() * (4 + 3 * 1.3) / 7, rel=0.02)


def test_seed_decides_the_draws():
    recalls, _ = world(11, people=60)
    one, two = (nci(recalls, "calcium_mg", seed=4) for _ in range(2))
    other = nci(recalls, "calcium_mg", seed=5)
    assert np.array_equal(one.intakes, two.intakes)
    assert not np.array_equal(one.intakes, other.intakes)
    assert (one.seed, one.simulations, one.intakes.shape) == (4, 100, (60, 100))


def test_draws_have_the_distribution_of_the_model():
    # Against even quantiles of the fitted normal; strata make the draws nearly exact.
    recalls, _ = world(13, people=300)
    model = nci_model(read_recalls(recalls, "calcium_mg"))
    fit = model.fit()
    logged = replace(fit, power=0.0, within=0.2, between=0.1, coefficients=np.array([0.3]))
    drawn = model.draw(logged, 100, seed=2) / model.scale
    assert drawn.mean() == pytest.approx(np.exp(0.3 + 0.1 + 0.05), rel=2e-3)
    assert np.log(drawn).std() == pytest.approx(0.1**0.5, rel=2e-3)


def test_least_intake_is_half_the_smallest():
    recalls, _ = world(15, people=60)
    model = nci_model(read_recalls(recalls, "calcium_mg"))
    fit = replace(model.fit(), coefficients=np.array([-100.0]), within=1e-6)
    assert model.draw(fit, 5, seed=1) == pytest.approx(
        np.full((60, 5), recalls["calcium_mg"].min() / 2), rel=1e-5
    )
