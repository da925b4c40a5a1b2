"""What one person has recorded: each row by its own road, nothing lost, order kept."""

import narwhals as nw
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foods.composition import FoodTable
from nutrition import resolve, total
from nutrition.records import total_records

# Boiled spinach, SR28 11458: 136 mg calcium and 87 mg magnesium per 100 g.
SPINACH = {"food": "Spinach", "food_id": "sr28:11458", "amount": 100.0, "unit": "g"}
TABLET = {"food": "Tablet", "amount": 1.0, "unit": "", "kind": "supplement", "magnesium_mg": 250.0}
WATER = {"food": "Tap", "amount": 1.0, "unit": "l", "kind": "water", "calcium_mg": 80.0}
RUBBISH = {"food": "no such food qqxyzzy", "amount": 10.0, "unit": "g"}
MINE = {"person_id": "me"}


def recorded(*rows, day="1"):
    records = pd.DataFrame([{**MINE, "day": day, **row} for row in rows])
    return total_records(records, FoodTable.bundled())


def test_stated_minerals_and_looked_up_ones_add_up():
    _, days = recorded(SPINACH, TABLET, WATER)
    (day,) = days.to_dict("records")
    assert day["calcium_mg"] == pytest.approx(216.0)
    assert day["calcium_food_mg"] == pytest.approx(216.0)
    assert day["magnesium_food_mg"] == pytest.approx(87.0)
    assert day["magnesium_supplement_mg"] == pytest.approx(250.0)


def test_what_a_row_does_not_state_is_unknown():
    _, days = recorded(SPINACH, TABLET, WATER)
    (day,) = days.to_dict("records")
    assert day["calcium_unknown_items"] == 1  # the tablet
    assert day["magnesium_unknown_items"] == 1  # the water


def test_no_record_makes_no_day():
    items, days = total_records(pd.DataFrame(), FoodTable.bundled())
    assert items.empty
    assert days.empty


def test_columns_of_our_own_come_through():
    items, _ = recorded({**TABLET, "row_id": 7}, {**SPINACH, "row_id": 3})
    assert items["row_id"].tolist() == [7, 3]


@given(st.lists(st.sampled_from([SPINACH, TABLET, WATER, RUBBISH]), min_size=1, max_size=8))
def test_every_record_becomes_one_item_in_its_place(rows):
    items, days = recorded(*rows)
    assert items["food"].tolist() == [row["food"] for row in rows]
    assert days["items"].tolist() == [len(rows)]


@pytest.mark.parametrize("engine", ["pandas", "polars", "pyarrow"])
def test_a_row_without_a_kind_is_a_food_on_every_engine(engine):
    columns = {"person_id": ["1", "1"], "day": ["1", "1"], "food": ["a", "b"], "amount": [1.0, 1.0]}
    columns |= {"unit": ["g", "g"], "kind": [None, "supplement"], "calcium_mg": [100.0, 50.0]}
    columns |= {"magnesium_mg": [10.0, 5.0]}
    diary = nw.to_native(nw.from_dict(columns, backend=engine))
    day = nw.from_native(total(resolve(diary))).row(0)
    names = nw.from_native(total(resolve(diary))).columns
    found = dict(zip(names, day, strict=True))
    assert (found["calcium_food_mg"], found["calcium_supplement_mg"]) == (100.0, 50.0)


def test_a_row_that_states_its_minerals_is_not_looked_up_even_where_both_are_blank():
    items, days = recorded({**SPINACH, "states_minerals": True})
    assert items["calcium_mg"].isna().tolist() == [True]
    assert days["calcium_unknown_items"].tolist() == [1]
