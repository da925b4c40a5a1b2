import csv
import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foods.composition import FoodTable
from nutrition.absorption import (
    EVIDENCE,
    absorbable,
    calcium_to_magnesium,
    day_absorption,
    rule_for,
    rules,
    study_food,
    study_foods,
)
from nutrition.calcium_load import load_fraction, meal_loads
from nutrition.intake import total
from nutrition.items import resolve

SPINACH = "sr28:11458"
MILK = "sr28:01079"
RICE = "sr28:20037"


@pytest.mark.parametrize("food", [f.name for f in study_foods()])
def test_the_table_agrees_with_itself(food):
    study = study_food(food)
    printed = {row["study_food"]: row for row in rows()}[food]
    absorbed = study.calcium_mg * study.fraction
    if food == "Rhubarb":  # the source contradicts itself, which its row says
        assert "5.8 %" in printed["note"]
    else:
        assert absorbed == pytest.approx(float(printed["absorbable_mg"]), rel=0.06, abs=0.1)
    # Servings for one cup of milk: 93 to 97 mg absorbed, by the copy that prints them.
    as_milk = 93.1 / float(printed["absorbable_mg"])
    stated = float(printed["servings_equal_1_cup_milk"])
    if food != "Soy milk (calcium carbonate)":
        assert as_milk == pytest.approx(stated, rel=0.07)


def rows():
    from nutrition.absorption import DATA

    with (DATA / "calcium_absorption.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_food_has_a_source_and_a_fraction():
    assert len(study_foods()) == 36
    wrong = [f.name for f in study_foods() if not (0 < f.fraction < 1 and f.source)]
    assert wrong == []


def test_every_rule_names_a_study_food_and_finds_foods(table):
    foods = [table.food(food_id) for food_id in table]
    found = {id(rule_for(food)) for food in foods}
    names = {f.name for f in study_foods()}
    assert [r for r in rules() if r.study_food not in names] == []
    assert [r for r in rules() if r.evidence not in EVIDENCE[:2] or not r.why] == []
    assert [(r.study_food, r.evidence) for r in rules() if id(r) not in found] == []


def test_the_spinach_of_the_issue(table):
    shown = absorbable(table.food(SPINACH), 115.0)
    assert shown.absorbable_mg == pytest.approx(5.9, abs=0.05)
    assert shown.evidence == "measured"
    assert not shown.above_studied_load


@pytest.mark.parametrize(
    ("food_id", "study", "evidence"),
    [
        ("sr28:01077", "Milk", "measured"),
        ("sr28:01103", "Milk", "analogy"),  # chocolate milk
        ("sr28:01009", "Cheddar cheese", "measured"),
        ("sr28:01022", "Cheddar cheese", "analogy"),  # gouda
        ("sr28:01117", "Yogurt", "measured"),
        ("sr28:11234", "Kale", "measured"),
        ("sr28:11161", "Kale", "analogy"),  # collards
        ("sr28:11117", "Bok choy", "measured"),
        ("sr28:11457", "Spinach", "analogy"),  # raw
        ("sr28:11148", "Spinach", "analogy"),  # chard
        ("sr28:11091", "Broccoli", "measured"),
        ("sr28:16427", "Tofu, calcium-set", "measured"),
        ("sr28:16139", "Soy milk with tricalcium phosphate", "analogy"),
        ("sr28:09211", "Orange juice with Ca citrate malate", "analogy"),
        ("sr28:12063", "Almonds, dry roasted", "measured"),
        ("sr28:12029", "Sesame seeds, no hulls", "measured"),
        ("sr28:16043", "Beans, pinto", "measured"),
        ("sr28:16038", "Beans, white", "analogy"),  # navy
        ("sr28:09307", "Rhubarb", "measured"),
    ],
)
def test_foods_are_read_as_the_study_food(table, food_id, study, evidence):
    rule = rule_for(table.food(food_id))
    assert (rule.study_food, rule.evidence) == (study, evidence)


@pytest.mark.parametrize(
    "food_id",
    [
        RICE,
        "sr28:12023",  # sesame with hulls
        "sr28:16120",  # soy drink without calcium
        "sr28:16159",  # tofu of nigari alone
        "sr28:42290",  # milk with added calcium
        "sr28:01107",  # human milk
        "sr28:11505",  # sweet potato leaves
        "sr28:11969",  # Chinese broccoli
    ],
)
def test_what_no_study_speaks_for_is_unknown(table, food_id):
    shown = absorbable(table.food(food_id), 100.0)
    assert (shown.absorbable_mg, shown.evidence, shown.why) == (None, "unknown", "no_study")


def test_soy_milk_with_carbonate_is_as_good_as_milk():
    soy, milk = study_food("Soy milk (calcium carbonate)"), study_food("Milk")
    assert soy.ratio_to_milk == pytest.approx(21.1 / 21.7)
    assert soy.show_as == "ratio_to_milk"
    assert soy.fair_fraction == pytest.approx(0.9724 * 0.321, rel=1e-3)
    assert milk.ratio_to_milk == 1.0
    assert study_food("Kale").fair_fraction == study_food("Kale").fraction


@pytest.mark.parametrize(
    ("load", "fraction"),
    [(15, 0.628), (500, 0.290), (300, 0.339), (200, 0.378)],
)
def test_the_load_equation_of_heaney(load, fraction):
    assert load_fraction(load).fraction == pytest.approx(fraction, abs=0.0007)


@pytest.mark.parametrize(
    ("load", "reason"),
    [
        (14.9, "below_studied"),
        (0, "below_studied"),
        (500.1, "above_studied"),
        (5000, "above_studied"),
    ],
)
def test_the_load_equation_is_not_extrapolated(load, reason):
    found = load_fraction(load)
    assert (found.fraction, found.reason) == (None, reason)


@pytest.mark.parametrize(
    ("calcium", "known", "fraction", "reason"),
    [
        ([300.0], 300.0, 0.339, "within_range"),
        ([120.0, 80.0], 200.0, 0.378, "within_range"),
        ([500.0, 0.1], 500.1, None, "above_studied"),
        ([500.1, None], 500.1, None, "above_studied"),
        ([300.0, None], 300.0, None, "lower_bound"),
        ([10.0], 10.0, None, "below_studied"),
        ([10.0, math.nan], 10.0, None, "lower_bound"),
        ([None], None, None, "unknown"),
    ],
)
def test_a_meal_is_one_load(calcium, known, fraction, reason):
    items = [{"occasion": "lunch", "calcium_mg": value} for value in calcium]
    (found,) = meal_loads([*items])
    assert (found.calcium_mg, found.reason) == (known, reason)
    assert found.fraction == (None if fraction is None else pytest.approx(fraction, abs=7e-4))
    if fraction is not None:
        assert found.absorbed_mg == pytest.approx(found.fraction * known)


def test_what_has_no_occasion_is_no_meal():
    items = [
        {"occasion": "", "calcium_mg": 100.0},
        {"occasion": "dinner", "calcium_mg": 200.0},
        {"occasion": "", "calcium_mg": 50.0},
    ]
    dinner, rest = meal_loads(items)
    assert (dinner.occasion, dinner.reason) == ("dinner", "within_range")
    assert (rest.calcium_mg, rest.fraction, rest.reason) == (150.0, None, "no_occasion")


def test_what_is_known_of_a_dish_is_part_of_its_meal():
    dish = {"occasion": "lunch", "calcium_mg": None, "calcium_known_mg": 120.0}
    (found,) = meal_loads([dish])
    assert (found.calcium_mg, found.unknown_items, found.reason) == (120.0, 1, "lower_bound")


def test_a_day_is_divided_by_what_is_known(table):
    day = [
        {"food_id": SPINACH, "calcium_mg": 115.0, "kind": "food"},
        {"food_id": MILK, "calcium_mg": 290.0, "kind": "food"},
        {"food_id": "sr28:01022", "calcium_mg": 200.0, "kind": "food"},
        {"food_id": RICE, "calcium_mg": 6.0, "kind": "food"},
        {"food_id": None, "calcium_mg": 500.0, "kind": "supplement"},
        {"food_id": "sr28:11234", "calcium_mg": float("nan"), "kind": "food"},
    ]
    found = day_absorption(day, table)
    assert found.measured_calcium_mg == 405.0
    assert found.measured_absorbable_mg == pytest.approx(115 * 0.051 + 290 * 0.321)
    assert found.analogy_absorbable_mg == pytest.approx(200 * 0.321)
    assert found.unknown_calcium_mg == 506.0
    assert found.items_without_calcium == 1
    assert found.items[4].why == "supplement"
    assert "not_in_adequacy" in found.caveats


def test_a_part_without_items_is_none_not_zero(table):
    found = day_absorption([{"food_id": RICE, "calcium_mg": 6.0}], table)
    assert found.measured_absorbable_mg is None
    assert found.analogy_calcium_mg is None
    assert day_absorption([], table).unknown_calcium_mg is None


def test_the_items_of_a_day_are_read_as_they_are(table):
    diary = pd.DataFrame(
        [
            {"person_id": "p", "day": "1", "food": "x", "food_id": SPINACH, "amount": 1.0, "unit": "cup"},  # noqa: E501
            {"person_id": "p", "day": "1", "food": "y", "food_id": MILK, "amount": 1.0, "unit": "cup"},  # noqa: E501
        ]
    )  # fmt: skip
    items = resolve(diary, table)
    found = day_absorption(items.to_dict("records"), table)
    assert found.measured_calcium_mg == pytest.approx(total(items)["calcium_mg"].item())


@pytest.mark.parametrize(
    ("calcium", "magnesium", "missing", "value", "reason"),
    [
        (900.0, 300.0, False, 3.0, "usual_means"),
        (900.0, 300.0, True, None, "lower_bound"),
        (900.0, 0.0, False, None, "no_magnesium"),
        (None, 300.0, False, None, "unknown"),
        (900.0, float("nan"), False, None, "unknown"),
        (900.0, pd.NA, False, None, "unknown"),
    ],
)
def test_the_ratio_is_descriptive(calcium, magnesium, missing, value, reason):
    found = calcium_to_magnesium(calcium, magnesium, values_missing=missing)
    assert (found.value, found.reason, found.caveat) == (value, reason, "ratio_is_no_target")


@given(st.sampled_from([SPINACH, MILK, RICE, "sr28:12063"]), st.none() | st.floats(0, 3000))
def test_absorbed_is_part_of_what_is_there_and_null_stays_null(food_id, calcium):
    shown = absorbable(FoodTable.bundled().food(food_id), calcium)
    if calcium is None or food_id == RICE:
        assert shown.absorbable_mg is None
    else:
        assert 0 <= shown.absorbable_mg <= calcium


@given(
    st.lists(
        st.tuples(
            st.sampled_from([SPINACH, MILK, RICE, "sr28:01022", "user:x"]),
            st.none() | st.floats(0, 2000),
        ),
        max_size=12,
    )
)
def test_the_parts_add_up_to_the_known_calcium(day):
    items = [{"food_id": food_id, "calcium_mg": calcium} for food_id, calcium in day]
    found = day_absorption(items, FoodTable.bundled())
    parts = (found.measured_calcium_mg, found.analogy_calcium_mg, found.unknown_calcium_mg)
    known = sum(calcium for _, calcium in day if calcium is not None)
    assert sum(part or 0.0 for part in parts) == pytest.approx(known)
    assert len(found.items) == len(day)
