"""Items → Days: sums beside the counts of what was unknown, the same on every engine."""

import pandas as pd
import pytest
from engine_frames import NAMES, Engine, same
from hypothesis import given, settings
from hypothesis import strategies as st

from nutrition import intake

maybe = st.none() | st.floats(0, 1000, allow_nan=False)
ITEM = st.fixed_dictionaries(
    {
        "person_id": st.sampled_from(["a", "b"]),
        "day": st.sampled_from(["1", "2"]),
        "grams": maybe,
        "calcium_mg": maybe,
        "magnesium_mg": maybe,
        "kind": st.sampled_from(["food", "water", "supplement", "medicine"]),
    }
)
ITEMS = st.lists(ITEM, min_size=1, max_size=12)


def frame(rows):
    table = pd.DataFrame(rows)
    for column in ("grams", "calcium_mg", "magnesium_mg"):
        table[column] = table[column].astype(float)
    return table


def days(rows):
    return intake.total(frame(rows)).sort_values(["person_id", "day"], ignore_index=True)


def item(**values):
    row = {"person_id": "a", "day": "1", "grams": 100.0, "calcium_mg": 10.0, "magnesium_mg": 5.0}
    return row | {"kind": "food"} | values


def test_unknown_adds_nothing_and_is_counted():
    (day,) = days([item(), item(magnesium_mg=None), item(magnesium_mg=0.0)]).to_dict("records")
    assert day["magnesium_mg"] == 5.0
    assert day["magnesium_unknown_items"] == 1
    assert day["calcium_unknown_items"] == 0


def test_a_total_of_which_nothing_is_known_is_null():
    (day,) = days([item(calcium_mg=None), item(calcium_mg=None)]).to_dict("records")
    assert pd.isna(day["calcium_mg"])
    assert pd.isna(day["calcium_food_mg"])
    assert day["calcium_unknown_items"] == 2


def test_a_true_zero_is_a_zero():
    (day,) = days([item(magnesium_mg=0.0)]).to_dict("records")
    assert day["magnesium_mg"] == 0.0
    assert day["magnesium_unknown_items"] == 0


def test_food_and_supplements_add_up_and_medicine_counts_as_supplement():
    rows = [
        item(calcium_mg=300.0),
        item(kind="water", calcium_mg=20.0),
        item(kind="supplement", calcium_mg=500.0, grams=None),
        item(kind="medicine", calcium_mg=200.0, grams=None),
    ]
    (day,) = days(rows).to_dict("records")
    assert day["calcium_food_mg"] == 320.0
    assert day["calcium_supplement_mg"] == 700.0
    assert day["calcium_mg"] == 1020.0


def test_a_supplement_has_no_grams_to_be_unknown():
    (day,) = days([item(), item(kind="supplement", grams=None)]).to_dict("records")
    assert day["grams_unknown_items"] == 0
    assert day["grams"] == 100.0


def test_no_supplement_is_zero_and_an_unknown_supplement_is_null():
    (none,) = days([item()]).to_dict("records")
    (unknown,) = days([item(), item(kind="supplement", magnesium_mg=None)]).to_dict("records")
    assert none["magnesium_supplement_mg"] == 0.0
    assert pd.isna(unknown["magnesium_supplement_mg"])
    assert unknown["magnesium_supplement_unknown_items"] == 1
    assert unknown["magnesium_food_mg"] == 5.0


def test_known_share_is_null_while_grams_are_unknown():
    rows = [item(grams=100.0), item(grams=300.0, magnesium_mg=None)]
    share = intake.known_share(days(rows), "magnesium_mg")["magnesium_known_share"]
    assert share.tolist() == [0.25]
    rows.append(item(grams=None))
    assert intake.known_share(days(rows), "magnesium_mg")["magnesium_known_share"].isna().all()


def test_ranges_are_summed_on_their_own():
    low_high = {"calcium_mg_low": 8.0, "calcium_mg_high": 12.0}
    low_high |= {"magnesium_mg_low": 4.0, "magnesium_mg_high": 6.0}
    (day,) = days([item(**low_high), item(**low_high)]).to_dict("records")
    assert (day["calcium_mg_low"], day["calcium_mg"], day["calcium_mg_high"]) == (16.0, 20.0, 24.0)


def test_a_day_that_one_part_calls_partial_is_partial():
    rows = [item(day_state="complete"), item(day_state="partial")]
    assert days(rows)["day_state"].tolist() == ["partial"]


@given(ITEMS)
def test_every_item_is_counted_once(rows):
    assert days(rows)["items"].sum() == len(rows)


@given(ITEMS, st.randoms(use_true_random=False))
def test_row_order_does_not_matter(rows, random):
    mixed = rows.copy()
    random.shuffle(mixed)
    same(days(rows), days(mixed))


@given(ITEMS, st.floats(0.125, 8))
def test_totals_are_linear_in_the_amount(rows, factor):
    scaled = [
        row
        | {
            name: None if row[name] is None else row[name] * factor
            for name in ("grams", "calcium_mg", "magnesium_mg")
        }
        for row in rows
    ]
    once, more = days(rows), days(scaled)
    for column in ("calcium_mg", "magnesium_mg", "grams", "calcium_known_grams"):
        assert (once[column] * factor).tolist() == pytest.approx(
            more[column].tolist(), rel=1e-9, abs=1e-9, nan_ok=True
        )


@given(ITEMS, st.integers(0, 12))
def test_days_of_parts_merge_to_the_days_of_the_whole(rows, cut):
    parts = [days(part) for part in (rows[:cut], rows[cut:]) if part]
    merged = intake.merge(parts).sort_values(["person_id", "day"], ignore_index=True)
    same(days(rows), merged)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=15, deadline=None)
@given(rows=ITEMS)
def test_engines_agree(name, rows):
    engine = Engine(name)
    same(days(rows), engine.pandas(intake.total(engine.frame(frame(rows)))))
