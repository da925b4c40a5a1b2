"""A line keeps what it was entered with, whatever its name comes to mean later."""

import shutil

import pytest

from foods.composition import FoodTable
from nutrition import store as diary
from nutrition.views import deleting, own_files, recipes, settled, waters
from nutrition.views.meal import meal_day, read_meal

DAY = "2026-11-22"


@pytest.fixture
def store(tmp_path, new_diary):
    with diary.open_store(shutil.copy(new_diary, tmp_path)) as opened:
        yield opened


@pytest.fixture
def me(store):
    return diary.self_person(store).id


def table_of(store, glass_ml=None):
    table = diary.food_table(store, FoodTable.bundled())
    return waters.layer_waters(store, diary.self_person(store).id, table, glass_ml=glass_ml)


def answers_of(store, me):
    return {**waters.water_answers(store, me), **diary.answers_of(store)}


def eat(store, me, text, **glass):
    rows, refused = read_meal(
        text, table_of(store, **glass), person_id=me, day=DAY, answers=answers_of(store, me)
    )
    assert refused == []
    return diary.add_entries(store, me, rows)


def totals(store, me, **glass):
    rows = diary.entries(store, me, DAY)
    return meal_day(rows, table_of(store, **glass), answers=answers_of(store, me)).totals


def calcium(store, me, **glass):
    return totals(store, me, **glass)["calcium_mg"]


def test_another_default_water_is_for_lines_to_come(store, me):
    waters.add_water(store, me, "Home", 80.0, 12.0, default=True)
    eat(store, me, "500 ml water")
    waters.add_water(store, me, "Bottle", 600.0, 5.0, default=True)
    assert calcium(store, me) == pytest.approx(40.0, rel=1e-3)
    eat(store, me, "500 ml water")
    assert calcium(store, me) == pytest.approx(340.0, rel=1e-3)


def test_a_water_of_which_nothing_is_known_is_not_filled_by_a_later_one(store, me):
    waters.add_water(store, me, "Home", None, None, hardness=14.0, unit="°dH", default=True)
    eat(store, me, "500 ml water")
    assert totals(store, me)["calcium_unknown_items"] == 1
    waters.add_water(store, me, "Bottle", 600.0, 5.0, default=True)
    assert totals(store, me)["calcium_unknown_items"] == 1


def test_a_line_from_before_any_water_was_kept_stays_what_it_was(store, me):
    eat(store, me, "500 ml water")
    before = calcium(store, me)
    waters.add_water(store, me, "Bottle", 600.0, 5.0, default=True)
    assert calcium(store, me) == pytest.approx(before)


def test_lines_of_an_older_diary_keep_the_default_they_were_read_with(store, me):
    # Lines of the first version have the name alone.
    line = diary.Entry(person_id=me, day=DAY, food="water", amount=500.0, unit="ml")
    diary.add_entries(store, me, [line])
    home, _ = waters.add_water(store, me, "Home", 80.0, 12.0)
    diary.change(store, home, is_default=True)
    assert calcium(store, me) == pytest.approx(40.0, rel=1e-3)
    waters.add_water(store, me, "Bottle", 600.0, 5.0, default=True)
    assert calcium(store, me) == pytest.approx(40.0, rel=1e-3)


def test_a_removed_water_stays_known_to_its_lines_and_is_offered_no_more(store, me):
    bottle, _ = waters.add_water(store, me, "Bottle", 600.0, 5.0, default=True)
    eat(store, me, "500 ml water")
    assert waters.remove_water(store, bottle) == 1
    assert calcium(store, me) == pytest.approx(300.0, rel=1e-3)
    assert waters.kept_waters(store, me) == ()
    assert waters.default_water(store, me) is None
    assert diary.entries(store, me, DAY)[-1].food_id == waters.water_id(bottle)
    assert waters.water_id(bottle) not in table_of(store).own
    diary.undo(store, person_id=me)
    diary.undo(store, person_id=me)
    assert [one.name for one in waters.kept_waters(store, me)] == ["Bottle"]


def test_a_water_that_no_line_has_is_removed_and_comes_back(store, me):
    bottle, _ = waters.add_water(store, me, "Bottle", 600.0, 5.0)
    assert waters.remove_water(store, bottle) == 0
    assert waters.every_water(store, me) == ()
    diary.undo(store)
    assert waters.kept_waters(store, me)[0].name == "Bottle"


def test_a_line_whose_water_is_gone_says_so_and_is_read_as_no_other(store, me):
    waters.add_water(store, me, "Bottle", 600.0, 5.0, default=True)
    eat(store, me, "500 ml water")
    with store.editing("gone") as edit:
        edit.remove(waters.kept_waters(store, me)[0])
    day = meal_day(diary.entries(store, me, DAY), table_of(store))
    assert day.totals["calcium_unknown_items"] == 1
    assert "no longer among" in day.items["reason"][0]


def test_a_glass_of_another_size_is_for_lines_to_come(store, me):
    waters.add_water(store, me, "Home", 80.0, 12.0, default=True)
    (line,) = eat(store, me, "2 glasses of water", glass_ml=250.0)
    assert (line.amount, line.unit) == (pytest.approx(500.0), "ml")
    assert calcium(store, me, glass_ml=400.0) == pytest.approx(40.0, rel=1e-3)


def test_an_answer_settles_the_line_and_a_changed_one_is_for_lines_to_come(store, me):
    line = diary.Entry(person_id=me, day=DAY, food="my drink", amount=2.0, unit="beaker")
    diary.add_entries(store, me, [line])
    choice = diary.remember_choice(store, "my drink", "beaker", food_id="sr28:01077", grams=100.0)
    settled.settle_words(store, table_of(store), "my drink".__eq__)
    (kept,) = diary.entries(store, me, DAY)
    assert (kept.food_id, kept.amount, kept.unit) == ("sr28:01077", 200.0, "g")
    assert kept.food == "my drink"
    before = calcium(store, me)
    other = {choice: diary.Choice(**{**vars(choice), "grams": 900.0})}
    own_files.change_choices(store, other, table_of(store))
    assert calcium(store, me) == pytest.approx(before)


@pytest.mark.parametrize("grams", ["", "900"])
def test_a_line_of_an_older_diary_keeps_the_answer_that_is_changed_or_forgotten(store, me, grams):
    line = diary.Entry(person_id=me, day=DAY, food="my drink", amount=2.0, unit="beaker")
    diary.add_entries(store, me, [line])
    choice = diary.remember_choice(store, "my drink", "beaker", food_id="sr28:01077", grams=100.0)
    before = calcium(store, me)
    wanted = diary.Choice(**{**vars(choice), "grams": 900.0}) if grams else None
    own_files.change_choices(store, {choice: wanted}, table_of(store))
    assert calcium(store, me) == pytest.approx(before)


def test_imported_answers_fill_open_lines_and_change_no_settled_one(store, me):
    for food, unit in (("milk", "g"), ("xyzzy", "g")):
        line = diary.Entry(person_id=me, day=DAY, food=food, amount=100.0, unit=unit)
        diary.add_entries(store, me, [line])
    known, unknown = meal_day(diary.entries(store, me, DAY), table_of(store)).items["calcium_mg"]
    assert unknown != unknown  # noqa: PLR0124 - not a number: it is open
    table = table_of(store)
    head = "food,unit,answer_food_id,answer_grams\n"
    content = head + "milk,g,sr28:01032,\nxyzzy,g,sr28:01032,\n"
    own_files.read_choices(store, content.encode(), table)
    assert calcium(store, me) == pytest.approx(known + table.food("sr28:01032").calcium_mg)


def test_settling_is_no_edit_and_undo_takes_back_what_was_entered(store, me):
    line = diary.Entry(person_id=me, day=DAY, food="water", amount=500.0, unit="ml")
    diary.add_entries(store, me, [line])
    waters.add_water(store, me, "Home", 80.0, 12.0, default=True)
    assert diary.entries(store, me, DAY)[0].food_id is not None
    diary.undo(store, person_id=me)
    assert waters.kept_waters(store, me) == ()
    diary.undo(store, person_id=me)
    assert diary.entries(store, me, DAY) == ()


def bread(store):
    made = diary.OwnFood(food_id="", description="My bread", food_group="own foods",
                         calcium_mg=200.0, magnesium_mg=50.0, water_g=40.0)  # fmt: skip
    return diary.add_own_food(store, made)


@pytest.mark.parametrize("by_name", [True, False])
def test_a_deleted_food_stays_known_to_its_lines_and_no_name_means_it(store, me, by_name):
    food = bread(store)
    food_id = None if by_name else food.food_id
    for _ in range(2):
        line = diary.Entry(
            person_id=me, day=DAY, food="my bread", amount=130.0, unit="g", food_id=food_id
        )
        diary.add_entries(store, me, [line])
    assert deleting.uses(store, food, table_of(store)) == deleting.Uses(2, ())
    deleting.delete(store, food, table_of(store))
    assert calcium(store, me) == pytest.approx(520.0)
    (line,) = eat(store, me, "100 g my bread")
    assert line.food_id != food.food_id
    number, record = diary.last_removed(store, diary.OwnFood)
    assert record.description == "My bread"
    diary.undo(store, number)
    assert diary.last_removed(store, diary.OwnFood) is None
    (line,) = eat(store, me, "100 g my bread")
    assert line.food_id == food.food_id


def test_a_dish_keeps_a_deleted_food_and_a_deleted_dish_its_lines(store, me):
    food = bread(store)
    toast = diary.Ingredient("my bread", 100.0, "g", food.food_id)
    dish = diary.add_recipe(store, diary.Recipe(name="Toastie", ingredients=(toast,)))
    eat(store, me, "1 serving toastie")
    assert calcium(store, me) == pytest.approx(200.0)
    assert deleting.uses(store, food, table_of(store)) == deleting.Uses(0, ("Toastie",))
    deleting.delete(store, food, table_of(store))
    assert calcium(store, me) == pytest.approx(200.0)
    assert recipes.kept(store, FoodTable.bundled()).failed == {}
    assert deleting.uses(store, dish, table_of(store)).lines == 1
    deleting.delete(store, dish, table_of(store))
    assert calcium(store, me) == pytest.approx(200.0)


def test_a_food_that_nothing_has_is_deleted_with_the_answers_that_mean_it(store):
    food = bread(store)
    deleting.delete(store, food, table_of(store))
    assert diary.own_foods(store) == ()
    diary.undo(store)
    diary.remember_choice(store, "loaf", "*", food_id=food.food_id)
    edit = deleting.delete(store, diary.own_foods(store)[0], table_of(store))
    assert diary.choices(store) == ()
    diary.undo(store, edit)
    assert [one.name for one in diary.choices(store)] == ["loaf"]
