"""What the pages draw, against hand-worked numbers."""

import csv
import io

import numpy as np
import pandas as pd
import pytest

from foods.composition import FoodTable
from nutrition.adequacy.assessment import assess
from nutrition.views import today
from nutrition.views.day import Profile
from nutrition.views.meal import MealRow, meal_day

SPINACH = MealRow(0, "Spinach, boiled", 2.0, "cup", food_id="sr28:11458")
TABLETS = MealRow(1, "Tablets", 1.0, kind="supplement", magnesium_mg=400.0)
WOMAN = Profile("female", 34)


def day(*rows, **options):
    return meal_day(list(rows), FoodTable.bundled(), **options)


def three_days(**columns):
    days = pd.DataFrame(
        {"person_id": "A", "day": ["1", "2", "3"], "calcium_mg": 900.0, "magnesium_mg": 320.0}
    ).assign(**columns)
    people = pd.DataFrame({"person_id": ["A"], "sex": ["female"], "age_years": [40]})
    return assess(days, people).set_index("nutrient", drop=False).loc["magnesium_mg"].to_dict()


def test_the_worked_example_of_iom_2000_as_a_curve():
    # Woman of 40, 3 days, mean 320 mg, EAR 265: SD of D 56.2, z 0.978, probability 0.836.
    curve = today.probability_curve(three_days())
    assert curve.reference_mg == 265.0
    assert curve.probability == pytest.approx(0.836, abs=5e-4)
    assert curve.words == "8 in 10"
    reached = curve.frame[curve.frame["reached"]]
    area = np.trapezoid(reached["density"], reached["intake_mg"])
    assert area == pytest.approx(curve.probability, abs=1e-3)
    peak = curve.frame.loc[curve.frame["density"].idxmax()]
    assert peak["intake_mg"] == pytest.approx(320.0, abs=3)
    assert peak["density"] == pytest.approx(1 / (56.2 * np.sqrt(2 * np.pi)), rel=2e-3)


def test_a_lower_bound_is_said_as_one():
    curve = today.probability_curve(three_days(magnesium_unknown_items=1))
    assert curve.words == "at least 8 in 10"
    assert "at least 320 mg" in curve.alt


def test_no_curve_without_a_probability():
    unfinished = day(SPINACH, profile=WOMAN)
    row = today.assessment_row(unfinished, "calcium_mg")
    assert today.probability_curve(row) is None


def test_a_gauge_without_a_person_has_no_marks():
    gauge = today.gauge(day(SPINACH), "calcium_mg")
    assert gauge.marks == ()
    assert gauge.known_mg == pytest.approx(489.6)


def test_a_gauge_holds_its_marks_and_what_is_not_known():
    gauge = today.gauge(day(SPINACH, TABLETS, profile=WOMAN), "calcium_mg")
    assert gauge.marks == (("average requirement", 800.0), ("recommended", 1000.0))
    assert (gauge.unknown_items, gauge.items) == (1, 2)
    assert gauge.top_mg > 1000
    assert gauge.alt.startswith("At least 490 mg calcium; 1 of 2 foods has no calcium value")


def test_nothing_known_is_not_a_zero():
    gauge = today.gauge(day(TABLETS), "calcium_mg")
    assert gauge.known_mg is None


@pytest.mark.parametrize(("taken", "above"), [(350.0, False), (350.5, True), (400.0, True)])
def test_the_upper_level_counts_supplements_only(taken, above):
    tablets = MealRow(1, "Tablets", 1.0, kind="supplement", magnesium_mg=taken)
    level = today.upper_level(day(SPINACH, tablets, profile=WOMAN))
    assert (level.taken_mg, level.level_mg, level.above) == (taken, 350.0, above)


def test_no_bar_without_supplements_or_without_a_person():
    assert today.upper_level(day(SPINACH, profile=WOMAN)) is None
    assert today.upper_level(day(SPINACH, TABLETS)) is None


def test_sources_name_table_and_label():
    table = FoodTable.bundled()
    sources = today.item_sources(day(SPINACH, TABLETS), table)
    assert sources["source"].tolist() == ["USDA SR28", "the label, as entered"]


def test_the_download_keeps_unknown_blank():
    text = today.day_table(day(SPINACH, TABLETS)).to_csv(index=False)
    tablets = list(csv.DictReader(io.StringIO(text)))[1]
    assert tablets["calcium_mg"] == tablets["grams"] == ""
    assert tablets["magnesium_mg"] == "400.0"
