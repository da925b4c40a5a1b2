"""Richest foods and records on a table small enough to read."""

import pytest

from foods import explore
from foods.composition import FoodTable
from foods.errors import TableError

FOODS = [
    ("user:a", "Alpha", 100.0, 10.0, 50.0),
    ("user:b", "Beta", 200.0, None, 400.0),
    ("user:c", "Gamma", None, 30.0, 100.0),
    ("user:d", "Delta tea", 3.0, 1.0, 1.0),
]


@pytest.fixture
def table():
    columns = ("food_id", "description", "calcium_mg", "magnesium_mg", "energy_kcal")
    foods = {
        name: list(values) for name, values in zip(columns, zip(*FOODS, strict=True), strict=True)
    }
    empty = FoodTable.bundled()
    one = FoodTable(empty.arrow().slice(0, 0), empty.measures_arrow().slice(0, 0))
    measures = {"food_id": ["user:a", "user:a"], "measure": ["cup", "slice"], "grams": [50.0, 9.0]}
    return one.layered(_arrow(foods), _arrow(measures))


def _arrow(columns):
    import pyarrow as pa

    return pa.table(columns)


def test_per_100_g_leaves_unknown_out_and_counts_it(table):
    found = explore.richest(table, "calcium_mg")
    assert found.frame["description"].tolist() == ["Beta", "Alpha", "Delta tea"]
    assert (found.shown_from, found.unknown, found.left_out) == (3, 1, 0)


def test_per_serving_takes_the_first_measure(table):
    found = explore.richest(table, "calcium_mg", base="serving")
    assert found.frame["calcium_mg"].tolist() == [50.0]
    assert found.frame["per"].tolist() == ["cup (50 g)"]
    assert found.left_out == 2


def test_per_100_kcal_leaves_out_what_rests_on_rounding(table):
    found = explore.richest(table, "calcium_mg", base="100 kcal")
    assert found.frame["calcium_mg"].tolist() == [200.0, 50.0]
    assert found.left_out == 1


def test_an_unknown_mineral_beside_a_known_one_stays_unknown(table):
    found = explore.richest(table, "calcium_mg")
    assert found.frame["magnesium_mg"].isna().tolist() == [True, False, False]


def test_limit_and_group(table):
    assert len(explore.richest(table, "calcium_mg", limit=1).frame) == 1
    assert explore.richest(table, "calcium_mg", group="no such group").frame.empty
    assert explore.groups_present(table) == ["own foods"]


def test_a_base_that_is_not_there_is_refused(table):
    with pytest.raises(TableError, match="100 g, serving, 100 kcal"):
        explore.richest(table, "calcium_mg", base="bowl")


def test_record_keeps_unknown_null(table):
    record = explore.record(table, "user:b").set_index("nutrient")
    assert record["per_100_g"]["calcium"] == 200.0
    assert record["per_100_g"].isna()["magnesium"]


def test_kale_was_revised():
    values = {
        one.column: (one.old_value, one.new_value) for one in explore.revisions_of("sr28:11233")
    }
    assert values["calcium_mg"] == (150.0, 254.0)
    assert explore.revisions_of("sr28:11457") == ()
