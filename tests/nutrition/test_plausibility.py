"""Goldberg limits with the variances of Black 2000, as METHODS section 2 states them."""

import pandas as pd
import pytest

from nutrition.adequacy.plausibility import basal_metabolic_rate, energy_limits, energy_plausibility
from nutrition.people import read_people


@pytest.mark.parametrize(
    ("days", "low", "high"), [(1, 0.87, 2.75), (3, 1.00, 2.40), (7, 1.05, 2.28)]
)
def test_limits_for_one_person(days, low, high):
    assert energy_limits(days) == pytest.approx((low, high), abs=0.005)


def test_limits_close_in_on_the_activity_level_for_many_people():
    low, high = energy_limits(1, people=10_000)
    assert 1.54 < low < 1.55 < high < 1.56


@pytest.mark.parametrize(
    ("sex", "age", "weight", "kcal"),
    [("f", 25, 60, 1375.7), ("f", 40, 60, 1333.2), ("m", 25, 70, 1746.2), ("m", 65, 70, 1407.5)],
)
def test_basal_metabolic_rate_of_schofield(sex, age, weight, kcal):
    people = pd.DataFrame(
        {"person_id": ["a"], "sex": [sex], "age_years": [age], "weight_kg": [weight]}
    )
    assert basal_metabolic_rate(read_people(people))[0] == pytest.approx(kcal, abs=0.1)


def flags(kcal, state="complete", **about):
    row = {"person_id": "a", "sex": "f", "age_years": 40, "weight_kg": 60} | about
    people = read_people(pd.DataFrame([row]))
    days = pd.DataFrame(
        {"person_id": "a", "day": list("123"), "energy_kcal": kcal, "day_state": state}
    )
    return energy_plausibility(days, people).iloc[0]


@pytest.mark.parametrize(
    ("kcal", "flag"), [(1200, "low"), (1400, "plausible"), (3100, "plausible"), (3300, "high")]
)
def test_flag_of_three_days(kcal, flag):
    """60 kg woman of 40: 1333 kcal, so from 1337 to 3193 kcal over three days."""
    assert flags(kcal)["energy_flag"] == flag


@pytest.mark.parametrize(
    ("about", "reason"),
    [
        ({"age_years": 12}, "under 18"),
        ({"condition": "pregnant"}, "pregnant"),
        ({"weight_kg": None}, "no weight"),
    ],
)
def test_not_assessed_is_said_and_nobody_is_dropped(about, reason):
    row = flags(500, **about)
    assert row["energy_flag"] == "not_assessed"
    assert reason in row["reason"]


def test_unfinished_days_give_no_flag():
    row = flags(500, state="partial")
    assert (row["energy_flag"], row["reason"], row["days"]) == ("not_assessed", "no energy", 0)
