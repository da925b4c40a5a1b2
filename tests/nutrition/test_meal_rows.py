"""A meal's rows: read, computed, asked about and answered."""

from dataclasses import replace

import pytest

from foods.composition import FoodTable
from nutrition.factors import Answer
from nutrition.views import meal
from nutrition.views.day import Profile

# Boiled spinach, SR28 11458: 136 mg calcium and 87 mg magnesium per 100 g, 180 g a cup.
SPINACH = meal.MealRow(0, "Spinach, boiled", 2.0, "cup", food_id="sr28:11458")
TABLETS = meal.MealRow(1, "Tablets", 1.0, kind="supplement", calcium_mg=None, magnesium_mg=400.0)


@pytest.fixture(scope="module")
def table():
    return FoodTable.bundled()


def test_food_comes_from_the_table_and_supplements_from_their_label(table):
    totals = meal.meal_day([SPINACH, TABLETS], table).totals
    assert totals["calcium_food_mg"] == pytest.approx(489.6)
    assert totals["magnesium_food_mg"] == pytest.approx(313.2)
    assert totals["magnesium_supplement_mg"] == pytest.approx(400.0)
    assert totals["grams"] == pytest.approx(360.0)


def test_a_blank_label_is_unknown(table):
    totals = meal.meal_day([SPINACH, TABLETS], table).totals
    assert totals["calcium_unknown_items"] == 1
    assert totals["calcium_supplement_unknown_items"] == 1
    assert totals["magnesium_unknown_items"] == 0


def test_items_stand_in_the_order_of_the_rows(table):
    rows = [replace(TABLETS, row_id=0), replace(SPINACH, row_id=1), replace(TABLETS, row_id=2)]
    assert meal.meal_day(rows, table).items["row_id"].tolist() == [0, 1, 2]


def test_only_supplements_make_a_day(table):
    totals = meal.meal_day([TABLETS], table, profile=Profile("female", 34)).totals
    assert totals["magnesium_mg"] == 400.0


def test_an_empty_meal_has_no_totals(table):
    assert meal.meal_day([], table).totals is None


def test_a_row_without_an_amount_asks_how_much(table):
    row = replace(SPINACH, amount=None)
    (asked,) = meal.questions([row], table)
    assert asked.about == "amount"
    assert meal.meal_day([row], table).totals["calcium_unknown_items"] == 1


def test_a_measure_the_food_has_not_is_answered_in_grams(table):
    row = replace(SPINACH, unit="slice", amount=2.0)
    (asked,) = meal.questions([row], table)
    assert asked.about == "measure"
    assert [one.measure for one in asked.measures] == ["cup"]
    answers = meal.answered_grams({}, row, asked.food_id, 25.0)
    assert meal.questions([row], table, answers=answers) == []
    totals = meal.meal_day([row], table, answers=answers).totals
    assert totals["calcium_mg"] == pytest.approx(68.0)


def test_a_food_is_answered_for_every_row_written_the_same(table):
    row = meal.MealRow(0, "no such food qqxyzzy", 100.0, "g")
    (asked,) = meal.questions([row], table)
    assert asked.about == "food"
    answers = meal.answered_food({}, row, "sr28:11458")
    assert answers == {("no such food qqxyzzy", "g"): Answer(food_id="sr28:11458")}
    totals = meal.meal_day([row, replace(row, row_id=1)], table, answers=answers).totals
    assert totals["calcium_mg"] == pytest.approx(272.0)


def test_units_are_those_the_food_can_be_weighed_in(table):
    assert meal.units_of(table, "sr28:11458") == ["cup", "g", "tbsp", "ml", "oz"]


def test_refused_lines_are_given_back(table):
    rows, refused = meal.read_meal("100 g boiled spinach\n-2 eggs", table, first_id=7)
    assert [row.row_id for row in rows] == [7]
    assert [line.phrase.text for line in refused] == ["-2 eggs"]


@pytest.mark.parametrize(
    ("food", "amount", "words"),
    [
        ("exact", "exact", "✓ settled"),
        ("matched", "estimated", "≈ about"),
        ("matched", "ask", "? amount"),
        ("matched", "flag", "! amount"),
        ("ask", "exact", "? food"),
        ("unknown", "unknown", "? food"),
    ],
)
def test_status_words(food, amount, words):
    assert meal.status_words({"food_status": food, "amount_status": amount}) == words
