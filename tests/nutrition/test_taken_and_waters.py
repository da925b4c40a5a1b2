"""Kept supplements and waters, as the pages count them."""

import io
import shutil
import zipfile
from dataclasses import replace

import pytest

from foods.composition import FoodTable
from nutrition.factors import settle
from nutrition.store import StoreError, open_store, self_person
from nutrition.store.kinds import Supplement, Water
from nutrition.views import own_files, taken, waters
from nutrition.views.meal import meal_day, read_meal
from nutrition.water import water_minerals

DAY = "2026-11-22"


@pytest.fixture
def store(tmp_path, new_diary):
    with open_store(shutil.copy(new_diary, tmp_path)) as opened:
        yield opened


def kept(**values):
    return Supplement(id=1, person_id=1, name="Tablets", **values)


def test_a_label_counts_for_every_dose_of_the_day():
    line = taken.entry_of(kept(magnesium_mg=150.0, times_per_day=2.0), DAY)
    assert (line.amount, line.magnesium_mg, line.calcium_mg) == (2.0, 300.0, None)
    assert line.kind == "supplement"


def test_a_compound_is_converted_by_its_elemental_share():
    # Calcium carbonate: 40.04 % calcium.
    one = kept(stated_as="compound", compound="calcium carbonate", compound_mg=1250.0)
    line = taken.entry_of(one, DAY)
    assert line.calcium_mg == pytest.approx(500.5, abs=0.5)
    assert line.magnesium_mg is None


def test_a_compound_whose_form_is_open_is_never_guessed():
    one = kept(stated_as="compound", compound="magnesium citrate", compound_mg=1000.0)
    assert taken.entry_of(one, DAY).magnesium_mg is None
    assert "magnesium citrate" in taken.compound_names()


def test_an_antacid_is_a_medicine_and_counts():
    line = taken.entry_of(kept(kind="medicine", calcium_mg=500.0), DAY)
    day = meal_day([line], FoodTable.bundled())
    assert day.totals["calcium_supplement_mg"] == pytest.approx(500.0)


def test_only_daily_ones_that_are_missing_are_offered():
    daily, weekly = kept(days_per_week=7.0), kept(days_per_week=2.0)
    ended = kept(days_per_week=7.0, last_day="2026-01-01")
    assert taken.due([daily, weekly, ended], [], DAY) == [daily]
    assert taken.due([daily], [taken.entry_of(daily, DAY)], DAY) == []


def test_water_means_the_default_water(store):
    person = self_person(store).id
    waters.add_water(store, person, "Bottle", 20.0, 5.0, default=True)
    waters.add_water(store, person, "Home", 80.0, 12.0, default=True)
    assert [one.is_default for one in waters.kept_waters(store, person)] == [False, True]
    table = waters.layer_waters(store, person, FoodTable.bundled(), glass_ml=250.0)
    answers = waters.water_answers(store, person)
    rows, refused = read_meal(
        "2 glasses of water\n500 ml water", table, person_id=person, day=DAY, answers=answers
    )
    assert refused == []
    # A litre in all: 2 x 250 ml and 500 ml.
    totals = meal_day(rows, table, answers=answers).totals
    assert totals["calcium_mg"] == pytest.approx(80.0, rel=2e-3)
    assert totals["magnesium_mg"] == pytest.approx(12.0, rel=2e-3)
    assert totals["calcium_supplement_mg"] == 0


def test_hardness_alone_stays_unknown(store):
    person = self_person(store).id
    water, found = waters.add_water(store, person, "Tap", None, None, hardness=14.0, unit="°dH")
    assert (water.calcium_mg_l, water.magnesium_mg_l) == (None, None)
    assert found.warnings == ("hardness_does_not_split",)


def test_only_dry_foods_are_taken_with_water_of_their_own():
    table = FoodTable.bundled()
    tea = next(
        one["food_id"]
        for one in table.arrow().to_pylist()
        if one["description"] == "Beverages, tea, black, brewed, prepared with tap water"
    )
    assert waters.dry_foods([{"food": "tea", "food_id": tea}], table) == []


def test_an_export_comes_back_unchanged(store, tmp_path):
    person = self_person(store).id
    waters.add_water(store, person, "<script>", 80.0, None, source="=cmd()")
    packed = own_files.export_zip(store)
    with open_store(tmp_path / "other.sqlite") as other:
        assert own_files.import_file(other, "mgca.zip", packed) == 2
        assert [one.name for one in waters.kept_waters(other, person)] == ["<script>"]


@pytest.mark.parametrize("name", ["x.zip", "diary.json"])
def test_rubbish_is_refused_and_nothing_is_lost(store, name):
    person = self_person(store).id
    waters.add_water(store, person, "Tap", 80.0, 12.0)
    with pytest.raises(OSError, match=r"no zip|no export"):
        own_files.import_file(store, name, b"rubbish")
    assert len(waters.kept_waters(store, person)) == 1


@pytest.mark.parametrize("name", ["my diary.json", "backup.zip"])
def test_what_is_no_export_is_called_as_it_was_given(store, name):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("export/diary.json", "{}")
    content = packed.getvalue() if name.endswith("zip") else b"{}"
    with pytest.raises(StoreError) as caught:
        own_files.import_file(store, name, content)
    assert caught.value.message.startswith(f"{name} is no export")
    assert "/" not in caught.value.message


def test_the_range_of_a_hardness_reaches_the_diary(store):
    person = self_person(store).id
    table = FoodTable.bundled()
    water, found = waters.add_water(store, person, "Tap", 80.0, None, hardness=15.0, unit="°dH")
    kept_one = waters.kept_waters(store, person)[0]
    assert kept_one.magnesium_mg_l == found.magnesium.value
    assert waters.minerals_of(kept_one) == found
    layered = waters.layer_waters(store, person, table)
    food_id = waters.water_id(water)
    assert layered.food(food_id).magnesium_mg == pytest.approx(1.65, abs=0.01)
    low, high = layered.bounds[food_id, "magnesium_mg"]
    assert (high - low) * 10 == pytest.approx(4.94, abs=0.02)
    factor = settle(food_id, "ml", layered)
    assert factor["f_magnesium_mg_low"] < factor["f_magnesium_mg"] < factor["f_magnesium_mg_high"]


@pytest.mark.parametrize(("calcium", "clipped"), [(110.0, True), (80.0, False)])
def test_what_a_hardness_left_is_told_from_what_was_stated(store, calcium, clipped):
    person = self_person(store).id
    left = water_minerals(calcium, None, hardness_value=15.0, unit="°dH").magnesium
    old = Water(
        person_id=person, name="Tap", calcium_mg_l=calcium,
        magnesium_mg_l=0.0 if clipped else left.value, hardness=15.0, hardness_unit="°dH",
    )  # fmt: skip
    assert waters.minerals_of(old).magnesium.low == left.low
    assert waters.minerals_of(old).magnesium.high == left.high
    stated = waters.minerals_of(replace(old, magnesium_mg_l=17.0)).magnesium
    assert (stated.low, stated.value, stated.high) == (17.0, 17.0, 17.0)
