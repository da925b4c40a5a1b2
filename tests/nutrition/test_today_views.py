"""What the pages draw, against hand-worked numbers."""

import csv
import io
import re

import numpy as np
import pandas as pd
import pytest

from foods.composition import FoodTable
from nutrition.adequacy.assessment import assess
from nutrition.store import Ingredient, OwnFood, Recipe, dishes_of
from nutrition.store.kinds import Entry
from nutrition.views import today
from nutrition.views.beside import absorption_rows, ratio
from nutrition.views.day import Profile, contributors
from nutrition.views.lines import amount_words, lines_of, sums_of
from nutrition.views.meal import meal_day
from nutrition.views.spoken import assessment_lines


def row(number, food, **values):
    return Entry(id=number, person_id=1, day="2026-11-22", food=food, **values)


def tablets(magnesium):
    return row(2, "Tablets", amount=1.0, kind="supplement", magnesium_mg=magnesium)


SPINACH = row(1, "Spinach, boiled", amount=2.0, unit="cup", food_id="sr28:11458")
TABLETS = tablets(400.0)
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
    assert curve.title == "Chance: 8 in 10"
    reached = curve.frame[curve.frame["reached"]]
    area = np.trapezoid(reached["density"], reached["intake_mg"])
    assert area == pytest.approx(curve.probability, abs=1e-3)
    peak = curve.frame.loc[curve.frame["density"].idxmax()]
    assert peak["intake_mg"] == pytest.approx(320.0, abs=3)
    assert peak["density"] == pytest.approx(1 / (56.2 * np.sqrt(2 * np.pi)), rel=2e-3)


def test_a_lower_bound_is_said_as_one():
    curve = today.probability_curve(three_days(magnesium_unknown_items=1))
    assert curve.title == "Chance: at least 8 in 10"
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
    level = today.upper_level(day(SPINACH, tablets(taken), profile=WOMAN))
    assert (level.taken_mg, level.level_mg, level.above) == (taken, 350.0, above)


@pytest.mark.parametrize(
    ("known", "above", "said"),
    [(None, None, "cannot be told"), (200.0, None, "cannot be told"), (351.0, True, "above the")],
)
def test_a_lower_bound_of_what_is_taken_is_never_below_the_level(known, above, said):
    rows = [tablets(None)] if known is None else [tablets(None), tablets(known)]
    level = today.upper_level(day(*rows, profile=WOMAN))
    assert (level.above, level.unknown_items) == (above, 1)
    assert said in level.note
    title = "not known" if known is None else f"at least {known:.0f} mg"
    assert level.title == f"Magnesium taken: {title}"
    assert title in level.alt
    assert "not above" not in level.note


def dishes(*ingredients):
    dish = Recipe(food_id="user:dish", name="green soup", servings=1.0, ingredients=ingredients)
    mystery = OwnFood(food_id="user:mystery", description="mystery", calcium_mg=10.0)
    return dishes_of((mystery,), (dish,), FoodTable.bundled()).table


MILK = Ingredient("milk", 100.0, "g", "sr28:01079")
LEAVES = Ingredient("raw spinach", 50.0, "g", "sr28:11457")
MYSTERY = Ingredient("mystery", 30.0, "g", "user:mystery")


def test_the_known_part_of_a_dish_stands_in_its_lists():
    soup = row(1, "green soup", amount=1.0, unit="serving", food_id="user:dish")
    found = meal_day([soup, TABLETS], dishes(MILK, LEAVES, MYSTERY))
    # 100 g milk 11 mg, 50 g spinach 79 mg/100 g, tablets 400 mg.
    assert found.totals["magnesium_mg"] == pytest.approx(11 + 39.5 + 400)
    given = contributors(found.items, "magnesium_mg").set_index("food")["amount_mg"]
    assert given["green soup"] == pytest.approx(50.5)
    for nutrient in ("calcium_mg", "magnesium_mg"):
        listed = contributors(found.items, nutrient)["amount_mg"].sum()
        assert listed == pytest.approx(found.totals[nutrient])
    assert found.items["magnesium_mg"].isna().tolist() == [True, False]  # what is unknown stays so


def test_a_dish_of_unknown_things_gives_nothing_and_no_zero():
    mystery = Ingredient("who knows", 30.0, "g", None)
    soup = row(1, "green soup", amount=1.0, unit="serving", food_id="user:dish")
    found = meal_day([soup], dishes(mystery))
    assert found.items["calcium_known_mg"].isna().all()
    assert contributors(found.items, "calcium_mg").empty


def test_each_line_says_what_it_was_taken_as_and_what_is_known_of_it():
    soup = row(1, "green soup", amount=1.0, unit="serving", food_id="user:dish")
    unsettled = row(3, "zzqx", amount=2.5, unit="cup")
    found = lines_of(meal_day([soup, TABLETS, unsettled, SPINACH], dishes(MILK, LEAVES, MYSTERY)))
    dish, tablet, nobody, spinach = found
    assert (dish.description, dish.grams) == ("green soup", 180.0)
    assert (round(dish.magnesium_mg, 1), dish.magnesium_at_least) == (50.5, True)
    assert not dish.calcium_at_least
    assert (tablet.description, tablet.kind, tablet.calcium_mg) == ("", "label", None)
    assert (nobody.description, nobody.kind, nobody.grams) == ("", "open", None)
    assert (nobody.calcium_mg, nobody.calcium_at_least) == (None, False)
    assert spinach.description == "Spinach, cooked, boiled, drained, without salt"
    assert spinach.grams == 360.0
    assert [line.state for line in found] == ["settled", "settled", "food", "settled"]


def test_the_lines_come_to_at_least_what_is_known():
    nobody = row(3, "zzqx", amount=2.5, unit="cup")
    sums = sums_of(meal_day([SPINACH, nobody], FoodTable.bundled()))
    assert (sums.grams, sums.grams_at_least) == (360.0, True)
    assert (round(sums.calcium_mg, 1), sums.calcium_at_least) == (489.6, True)
    alone = sums_of(meal_day([nobody], FoodTable.bundled()))
    assert (alone.grams, alone.calcium_mg, alone.calcium_at_least) == (None, None, True)
    assert sums_of(meal_day([], FoodTable.bundled())).calcium_mg is None


@pytest.mark.parametrize(
    ("values", "decimal", "words"),
    [
        ({"amount": 0.25}, ".", "0.25"),
        ({"amount": 0.25}, ",", "0,25"),
        ({"amount": 1250.0}, ".", "1250"),
        ({"amount": 1 / 3}, ".", "0.3333333333"),
        ({"amount": None}, ".", ""),
        ({"amount": 1.5, "amount_low": 1.0, "amount_high": 2.0}, ".", "1-2"),
        ({"amount": 36.0, "amount_low": 16.7, "amount_high": 61.3}, ".", "36"),
    ],
)
def test_an_amount_stands_as_it_can_be_typed_again(values, decimal, words):
    assert amount_words(row(1, "kale", unit="cup", **values), decimal) == words


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


def test_the_day_in_german():
    found = day(SPINACH, profile=WOMAN, complete=True)
    gauge = today.gauge(found, "calcium_mg", language="de")
    assert (gauge.title, gauge.marks[0][0]) == ("Calcium: 490 mg", "mittlerer Bedarf")
    first = assessment_lines(today.assessment_row(found, "calcium_mg"), "de")[0]
    assert first == "2 von 10, dass die übliche Zufuhr an Calcium den Bedarf deckt, aus 1 Tag."


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "food and water alone"), ("de", "Lebensmittel und Wasser allein")],
)
def test_intake_of_food_alone_says_so(language, words):
    found = day(SPINACH, profile=WOMAN, complete=True)
    row = dict(today.assessment_row(found, "calcium_mg"))
    assert words not in assessment_lines(row, language)[0]
    assert words in assessment_lines({**row, "intake_counts": "food"}, language)[0]
    # Nothing is compared before a day is complete.
    so_far = dict(today.assessment_row(day(SPINACH, profile=WOMAN), "calcium_mg"))
    assert words not in " ".join(assessment_lines({**so_far, "intake_counts": "food"}, language))


def test_both_languages_state_the_same_figures():
    figures = re.compile(r"\d[\d.,]*")
    for rows, complete in (([SPINACH], True), ([SPINACH, TABLETS], False), ([TABLETS], True)):
        found = day(*rows, profile=WOMAN, complete=complete)
        for nutrient in ("calcium_mg", "magnesium_mg"):
            told = today.assessment_row(found, nutrient)
            english, german = (
                [re.sub(r"[.,]", "", n) for n in figures.findall(" ".join(lines))]
                for lines in (assessment_lines(told, "en"), assessment_lines(told, "de"))
            )
            assert sorted(english) == sorted(german)


def test_spinach_is_shown_with_what_is_absorbed_and_the_total_stays():
    # 5.1 % of 489.6 mg; the total itself is untouched.
    found = day(SPINACH, profile=WOMAN, complete=True)
    rows = absorption_rows(found, FoodTable.bundled())
    assert rows.parts[0][1] == pytest.approx(489.6)
    assert 20 < rows.parts[0][2] < 30
    assert today.assessment_row(found, "calcium_mg")["intake_mg"] == pytest.approx(489.6)


def test_the_ratio_is_not_said_of_a_lower_bound():
    assert ratio(day(SPINACH)).value == pytest.approx(489.6 / 313.2)
    assert ratio(day(SPINACH, TABLETS)).reason == "lower_bound"
