"""Own foods, dishes and suggestions as pages have them: nothing lost, nothing turned to zero."""

import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foods.errors import MgcaError
from foods.fdc import gtin_of
from foods.nutrients import MINERALS
from nutrition import store
from nutrition.own_foods import layer
from nutrition.records import total_records
from nutrition.references import load
from nutrition.suggest import Needs, Offer, Person, suggest
from nutrition.views import close_gap, own_foods, recipes
from nutrition.views.meal import questions, read_meal

CA, MG = MINERALS
NO_MAGNESIUM = "sr28:12156"


@pytest.fixture
def diary(tmp_path, new_diary):
    with store.open_store(shutil.copy(new_diary, tmp_path)) as opened:
        yield opened


def rows(*foods, **more):
    import pandas as pd

    made = [
        {"person_id": "1", "day": "d", "food": food, "amount": amount, "unit": unit, **more}
        for food, amount, unit in foods
    ]
    return pd.DataFrame(made)


percents = st.sampled_from(["0", "2", "10", "15", "20", "45", "60", "100"])
printed = st.one_of(st.just(""), st.integers(0, 2000).map(str), percents.map(lambda p: f"{p}%"))


@given(calcium=printed, magnesium=printed, serving=st.integers(5, 800), era=st.sampled_from(
    ["", "fda_new", "fda_old", "eu_nrv"]), grams=st.integers(1, 600))  # fmt: skip
def test_a_label_kept_and_eaten_lies_in_its_range_and_unknown_stays_unknown(
    table, calcium, magnesium, serving, era, grams
):
    form = own_foods.LabelForm(
        name="x", basis="serving", serving_g=str(serving), era=era,
        calcium=calcium, calcium_as="percent" if "%" in calcium else "mg",
        magnesium=magnesium, magnesium_as="percent" if "%" in magnesium else "mg",
    )  # fmt: skip
    record = own_foods.record_of(form, "user:x")
    food = store.as_food(record)
    assert {n: food.nutrients[n].value for n in MINERALS} == {
        n: own_foods.food_of(form).nutrients[n].value for n in MINERALS
    }
    items, days = total_records(rows(("user:x", grams, "g")), layer([food], table))
    for mineral in MINERALS:
        of = food.nutrients[mineral]
        if of.value is None:
            assert items[mineral].isna().all()
            assert days[f"{mineral.removesuffix('_mg')}_unknown_items"][0] == 1
        else:
            share = grams / 100
            assert days[f"{mineral}_low"][0] == pytest.approx(of.low * share)
            assert days[mineral][0] == pytest.approx(of.value * share)
            assert days[f"{mineral}_high"][0] == pytest.approx(of.high * share)


def test_a_form_comes_back_as_it_was_typed():
    form = own_foods.LabelForm(name="Bar", calcium="1.50", magnesium="5 %", magnesium_as="percent")
    assert own_foods.form_of(own_foods.record_of(form)) == form


def test_the_range_of_an_amount_and_of_a_label_multiply(table):
    form = own_foods.LabelForm(name="x", calcium="20", calcium_as="percent", era="fda_new")
    food = store.as_food(own_foods.record_of(form, "user:x"))
    _, days = total_records(
        rows(("user:x", 100, "g"), amount_low=50.0, amount_high=200.0), layer([food], table)
    )
    assert days[f"{CA}_low"][0] == pytest.approx(food.nutrients[CA].low / 2)
    assert days[f"{CA}_high"][0] == pytest.approx(food.nutrients[CA].high * 2)


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_an_error_with_a_hint(text):
    try:
        label = own_foods.label_of(own_foods.LabelForm(name="x", calcium=text))
    except MgcaError as error:
        assert error.hint
    else:
        assert label.calcium is None or float(label.calcium.mg) >= 0


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("036000291452", "036000291452"),  # the example of the UPC-A standard
        ("4006381333931", "4006381333931"),  # the example of EAN-13
        ("96385074", "96385074"),  # EAN-8
        ("4 006381-333931", "4006381333931"),
        ("4006381333932", None),
        ("12345", None),
        ("oat drink", None),
        ("", None),
    ],
)
def test_a_barcode_has_its_check_digit(text, digits):
    assert gtin_of(text) == digits


def test_what_is_sent_is_shown_whole_and_holds_no_key():
    sent = own_foods.barcode_sent("4006381333931")
    assert sent.host == "api.nal.usda.gov"
    assert sent.address.endswith("foods/search?query=4006381333931&dataType=Branded&pageSize=10")
    assert own_foods.search_sent("  oat   drink ").parameters["query"] == "oat drink"


def dish(diary, table, name, lines, **values):
    drafted = recipes.draft(
        recipes.RecipeForm(name, lines, **values),
        recipes.kept(diary, table),
        own={one.food_id: store.as_food(one) for one in store.own_foods(diary)},
    )
    assert drafted.ready, (drafted.questions, drafted.refused, drafted.error)
    return store.add_recipe(diary, recipes.new(drafted.record)), drafted


@settings(max_examples=8)
@given(spinach=st.integers(1, 500), walnuts=st.integers(1, 500), eaten=st.integers(1, 1000))
def test_a_dish_keeps_what_is_known_of_it(table, spinach, walnuts, eaten):
    record = store.Recipe(
        food_id="user:d", name="d", servings=1.0,
        ingredients=(
            store.Ingredient("spinach", float(spinach), "g", "sr28:11458"),
            store.Ingredient("walnuts", float(walnuts), "g", NO_MAGNESIUM),
        ),
    )  # fmt: skip
    layered = store.dishes_of((), (record,), table).table
    items, days = total_records(rows(("user:d", eaten, "g"), ("sr28:01079", 100, "g")), layered)
    share = eaten / (spinach + walnuts)
    assert len(items) == 2
    assert items[MG].isna().tolist() == [True, False]
    assert days["magnesium_unknown_items"][0] == 1
    assert days[MG][0] == pytest.approx(0.87 * spinach * share + 11)
    assert days[CA][0] == pytest.approx((1.36 * spinach + 0.71 * walnuts) * share + 120)


def test_a_dish_inside_a_dish_and_an_own_food_keep_their_ranges(diary, table):
    form = own_foods.LabelForm(name="my drink", calcium="10", calcium_as="percent", era="fda_new")
    own = store.add_own_food(diary, own_foods.record_of(form))
    inner, _ = dish(diary, table, "sauce", "200 g my drink\n100 g boiled spinach")
    outer, drafted = dish(diary, table, "bake", "150 g sauce\n100 g boiled spinach")
    low = 0.5 * (2 * own.calcium_mg_low + 136) + 136
    assert drafted.made.totals[CA].low == pytest.approx(low)
    layered = store.food_table(diary, table)
    assert {inner.food_id, outer.food_id, own.food_id} <= set(layered.own)
    _, days = total_records(rows(("bake", 1, "serving")), layered)
    assert days[f"{CA}_low"][0] == pytest.approx(low)


def test_recipes_in_a_circle_make_no_food_and_spoil_no_other(table):
    circle = (
        store.Recipe(food_id="user:a", name="a", ingredients=(
            store.Ingredient("b", 1.0, "g", "user:b"),)),
        store.Recipe(food_id="user:b", name="b", ingredients=(
            store.Ingredient("a", 1.0, "g", "user:a"),)),
        store.Recipe(food_id="user:c", name="c", ingredients=(
            store.Ingredient("milk", 1.0, "cup", "sr28:01079"),)),
    )  # fmt: skip
    found = store.dishes_of((), circle, table)
    assert set(found.failed) >= {"user:a"}
    assert "user:c" in found.made


def test_the_same_foods_give_the_same_table_again(diary, table):
    store.add_own_food(diary, store.OwnFood(description="bread", calcium_mg=1.0))
    assert store.food_table(diary, table) is store.food_table(diary, table)


@settings(max_examples=8)
@given(calcium=st.integers(0, 600), magnesium=st.integers(0, 200), vegan=st.booleans())
def test_a_suggestion_recomputed_keeps_its_promise(table, calcium, magnesium, vegan):
    needs = Needs(float(calcium), float(magnesium), 1500.0)
    filters = close_gap.Filters(vegan=vegan)
    found = suggest(needs, Person(34 * 12), filters=filters)
    if not isinstance(found, Offer):
        assert calcium == magnesium == 0
        return
    body = load("NASEM")
    references = {n: body.for_person(n, "female", 34 * 12, "none") for n in MINERALS}
    eaten = close_gap.Eaten(1000.0 - calcium, 320.0 - magnesium, dict.fromkeys(MINERALS, ()))
    for answer in found.answers:
        _, days = total_records(close_gap.records_of(answer), table)
        shown = close_gap.effects_of(answer, eaten, references)
        assert [days[n][0] for n in MINERALS] == pytest.approx([one.added_mg for one in shown])
        assert [one.short_mg for one in shown] == [0.0, 0.0]
        assert shown[0].after_mg - shown[0].not_counted_mg >= shown[0].aim_mg - 1e-6
        assert shown[1].after_mg >= shown[1].aim_mg - 1e-6


@pytest.mark.parametrize(
    ("measures", "words"), [(1.0, "1"), (0.5, "½"), (1.5, "1½"), (0.125, "⅛"), (2.25, "2¼")]
)
def test_measures_are_written_as_people_say_them(measures, words):
    assert close_gap.measure_words(measures) == words


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ((), None),
        (("Marcumar 3 mg",), {"warfarin"}),
        (("levothyroxine",), {"levothyroxine"}),
        (("some herb",), None),
    ],
)
def test_medicines_that_nobody_can_tell_apart_count_as_not_asked(written, ids):
    found = close_gap.who(
        store.Person(sex="female", age_years=30.0, medicines=written), "2026-01-01"
    )
    assert found.medicines is None if ids is None else found.medicines >= ids


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (227.5, 292.5, ((228, 0), (293, 0))),  # 20 % of 1,300 mg: METHODS, 7
        (9.5, 10.5, ((9.5, 1), (10.5, 1))),
        (119.5, 120.5, ((119.5, 1), (120.5, 1))),
        (0.0, 26.0, ((0, 0), (26, 0))),
        (0.0, 4.84, ((0, 0), (4.8, 1))),
    ],
)
def test_the_ends_of_a_range_are_rounded_half_up_in_digits_that_tell_them_apart(low, high, shown):
    assert own_foods.ends(low, high) == shown


@pytest.mark.parametrize(
    ("lines", "grams", "kept"),
    [
        ("1000 g boiled lentils", 90.0, False),
        ("1000 g boiled lentils", 310.0, True),
        (
            "1000 g Tomatoes, red, ripe, raw, year round average",
            70.0,
            True,
        ),  # raw tomatoes, dried: 5.5 % of them is no water
        ("1000 g Tomatoes, red, ripe, raw, year round average", 50.0, False),
    ],
)
def test_a_dish_that_weighs_what_cooking_cannot_leave_is_refused(diary, table, lines, grams, kept):
    form = recipes.RecipeForm("Dish", lines, cooked_grams=grams)
    drafted = recipes.draft(form, recipes.kept(diary, table))
    assert drafted.ready is kept
    assert kept or "Weigh the whole dish" in drafted.error.hint


def test_an_own_food_and_a_recipe_of_one_name_that_were_imported_are_asked_about(diary, table):
    own = store.OwnFood(food_id="user:bar", description="Oat bar", calcium_mg=100.0)
    oats = store.Ingredient("oats", 100.0, "g", "sr28:08120")
    store.add(diary, own)
    store.add(diary, store.Recipe(food_id="user:dish", name="oat  Bar", ingredients=(oats,)))
    layered = store.food_table(diary, table)
    lines, _ = read_meal("50 g oat bar", layered, person_id=1, day="2026-11-01")
    (asked,) = questions(lines, layered)
    assert asked.reason == "which_food"
    assert {one.food_id for one in asked.foods} == {"user:bar", "user:dish"}
    assert len({one.description for one in asked.foods}) == 2
