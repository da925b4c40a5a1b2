"""What one person has recorded: each row by its own road, nothing lost, order kept."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foods.composition import FoodTable
from nutrition.records import total_records

# Boiled spinach, SR28 11458: 136 mg calcium and 87 mg magnesium per 100 g.
SPINACH = {"food": "Spinach", "food_id": "sr28:11458", "amount": 100.0, "unit": "g"}
TABLET = {"food": "Tablet", "amount": 1.0, "unit": "", "kind": "supplement", "magnesium_mg": 250.0}
WATER = {"food": "Tap", "amount": 1.0, "unit": "l", "kind": "water", "calcium_mg": 80.0}
RUBBISH = {"food": "no such food qqxyzzy", "amount": 10.0, "unit": "g"}
MINE = {"person_id": "me"}


def total(*rows, day="1"):
    records = pd.DataFrame([{**MINE, "day": day, **row} for row in rows])
    return total_records(records, FoodTable.bundled())


def test_stated_minerals_and_looked_up_ones_add_up():
    _, days = total(SPINACH, TABLET, WATER)
    (day,) = days.to_dict("records")
    assert day["calcium_mg"] == pytest.approx(216.0)
    assert day["calcium_food_mg"] == pytest.approx(216.0)
    assert day["magnesium_food_mg"] == pytest.approx(87.0)
    assert day["magnesium_supplement_mg"] == pytest.approx(250.0)


def test_what_a_row_does_not_state_is_unknown():
    _, days = total(SPINACH, TABLET, WATER)
    (day,) = days.to_dict("records")
    assert day["calcium_unknown_items"] == 1  # the tablet
    assert day["magnesium_unknown_items"] == 1  # the water


def test_no_record_makes_no_day():
    items, days = total_records(pd.DataFrame(), FoodTable.bundled())
    assert items.empty
    assert days.empty


def test_columns_of_our_own_come_through():
    items, _ = total({**TABLET, "row_id": 7}, {**SPINACH, "row_id": 3})
    assert items["row_id"].tolist() == [7, 3]


@given(st.lists(st.sampled_from([SPINACH, TABLET, WATER, RUBBISH]), min_size=1, max_size=8))
def test_every_record_becomes_one_item_in_its_place(rows):
    items, days = total(*rows)
    assert items["food"].tolist() == [row["food"] for row in rows]
    assert days["items"].tolist() == [len(rows)]
