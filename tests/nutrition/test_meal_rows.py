"""A meal's rows: read, computed, asked about and answered."""

from dataclasses import replace

import pytest

from foods.composition import FoodTable
from nutrition.factors import Answer
from nutrition.store.kinds import Entry
from nutrition.views import meal
from nutrition.views.day import Profile
from nutrition.views.lines import state_of

# Boiled spinach, SR28 11458: 136 mg calcium and 87 mg magnesium per 100 g, 180 g a cup.
MINE = {"person_id": 1, "day": "2026-11-22"}
SPINACH = Entry(id=1, **MINE, food="Spinach, boiled", amount=2.0, unit="cup", food_id="sr28:11458")
LABEL = ("calcium_mg", "magnesium_mg")
TABLETS = Entry(
    id=2,
    **MINE,
    food="Tablets",
    amount=1.0,
    kind="supplement",
    carried=LABEL,
    magnesium_mg=400.0,
)


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
    rows = [replace(TABLETS, id=7), replace(SPINACH, id=8), replace(TABLETS, id=9)]
    assert meal.meal_day(rows, table).items["row_id"].tolist() == [7, 8, 9]


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
    answers = {(meal.key_of(row), "slice"): Answer(asked.food_id, 25.0)}
    assert meal.questions([row], table, answers=answers) == []
    totals = meal.meal_day([row], table, answers=answers).totals
    assert totals["calcium_mg"] == pytest.approx(68.0)


def test_a_food_is_answered_for_every_row_written_the_same(table):
    row = Entry(id=1, **MINE, food="no such food qqxyzzy", amount=100.0, unit="g")
    (asked,) = meal.questions([row], table)
    assert (asked.about, asked.reason) == ("food", "no_food")
    answers = {("no such food qqxyzzy", "g"): Answer(food_id="sr28:11458")}
    totals = meal.meal_day([row, replace(row, id=2)], table, answers=answers).totals
    assert totals["calcium_mg"] == pytest.approx(272.0)


def test_units_are_those_the_food_can_be_weighed_in(table):
    assert meal.units_of(table, "sr28:11458") == ["cup", "g", "tbsp", "ml", "oz"]


def test_refused_lines_are_given_back(table):
    text = "100 g boiled spinach\n-2 eggs"
    rows, refused = meal.read_meal(text, table, occasion="lunch", **MINE)
    assert [(row.food, row.amount, row.unit, row.occasion, row.day) for row in rows] == [
        ("boiled spinach", 100.0, "g", "lunch", "2026-11-22")
    ]
    assert [line.phrase.text for line in refused] == ["-2 eggs"]


@pytest.mark.parametrize(
    ("food", "amount", "state"),
    [
        ("exact", "exact", "settled"),
        ("matched", "estimated", "about"),
        ("matched", "ask", "amount"),
        ("matched", "flag", "check"),
        ("ask", "exact", "food"),
        ("unknown", "unknown", "food"),
    ],
)
def test_the_state_of_an_item(food, amount, state):
    assert state_of({"food_status": food, "amount_status": amount}) == state


def test_another_name_forgets_the_food_that_was_chosen():
    assert meal.edited(SPINACH, {"food": "kale"}).food_id is None
    assert meal.edited(SPINACH, {"food": " "}) == SPINACH
    assert meal.edited(SPINACH, {"amount": ""}).amount is None


def test_twice_the_tablets_bring_twice_their_label():
    changed = meal.edited(TABLETS, {"amount": "2"})
    assert (changed.amount, changed.magnesium_mg, changed.calcium_mg) == (2.0, 800.0, None)


def test_a_label_without_a_figure_is_not_asked_about(table):
    assert meal.questions([TABLETS], table) == []
