import pytest
from hypothesis import given
from hypothesis import strategies as st

from foods.composition import FoodTable
from foods.errors import UnknownFoodError
from foods.measures import weigh
from foods.nutrients import COLUMNS, MINERALS
from nutrition.labels import Declared, Label, own_food
from nutrition.own_foods import NutrientValue, OwnFood, layer
from nutrition.recipes import (
    Ingredient,
    Portion,
    Recipe,
    RecipeError,
    portions,
    recipe_food,
    weighed,
)

CA, MG = MINERALS
SPINACH_RAW, SPINACH_BOILED = "sr28:11457", "sr28:11458"
MILK, ALMONDS, OIL = "sr28:01079", "sr28:12061", "sr28:04053"
NO_MAGNESIUM = "sr28:12156"  # walnuts, glazed: calcium known, magnesium not
FOODS = (SPINACH_RAW, SPINACH_BOILED, MILK, ALMONDS, OIL, NO_MAGNESIUM)


def recipe(*ingredients, recipe_id="user:dish", **options):
    return Recipe(recipe_id, recipe_id.removeprefix("user:"), ingredients, **options)


def test_a_salad_is_the_sum_of_its_parts(table):
    made = recipe_food(
        recipe(Ingredient(SPINACH_RAW, 100), Ingredient(ALMONDS, 20), heated=False, servings=2),
        table,
    )
    assert made.total_grams == 120
    assert made.serving_grams == 60
    assert made.totals[CA].value == pytest.approx(99 + 53.8)
    assert made.totals[MG].value == pytest.approx(79 + 54)
    assert made.food.nutrients["energy_kcal"].value == pytest.approx((23 + 115.8) / 1.2)
    assert (made.food.status, made.food.reasons) == ("exact", ())


def test_water_that_cooks_off_concentrates_and_takes_no_minerals(table):
    raw = recipe(Ingredient(MILK, 1000))
    boiled_down = recipe(Ingredient(MILK, 1000), cooked_grams=500)
    before, after = (recipe_food(r, table) for r in (raw, boiled_down))
    assert after.totals[CA].value == before.totals[CA].value == pytest.approx(1200)
    assert after.food.nutrients[CA].value == pytest.approx(240)
    assert after.food.nutrients["energy_kcal"].value == pytest.approx(100)
    assert after.food.nutrients["water_g"].value == pytest.approx((892.1 - 500) / 5)


def test_the_cooked_record_is_used_with_its_weight(table):
    cooked = Ingredient(SPINACH_RAW, 300, cooked_food_id=SPINACH_BOILED, cooked_grams=240)
    made = recipe_food(recipe(cooked, cooked_grams=240), table)
    assert made.food.nutrients[CA].value == pytest.approx(136)
    assert (made.food.status, made.food.reasons) == ("exact", ())


def test_without_its_weight_the_raw_record_stands_estimated(table):
    unweighed = Ingredient(SPINACH_RAW, 300, cooked_food_id=SPINACH_BOILED)
    made = recipe_food(recipe(unweighed, cooked_grams=240), table)
    assert made.totals[CA].value == pytest.approx(297)
    assert made.food.status == "estimated"
    assert made.food.reasons == ("cooked_weight_missing", "no_mineral_loss_applied")
    assert "estimated" in made.food.row()["calcium_derivation"]


def test_a_cooked_dish_that_was_not_weighed_says_so(table):
    made = recipe_food(recipe(Ingredient(SPINACH_BOILED, 180)), table)
    assert made.food.reasons == ("not_weighed_when_ready",)


def test_an_unknown_value_makes_the_total_at_least(table):
    made = recipe_food(
        recipe(Ingredient(NO_MAGNESIUM, 50, "glazed walnuts"), Ingredient(ALMONDS, 50)), table
    )
    magnesium = made.totals[MG]
    assert magnesium.value is None
    assert magnesium.low == pytest.approx(135)
    assert magnesium.high is None
    assert made.known_grams[MG] == 50
    assert made.known_grams[CA] == 100
    assert made.unknown_ingredients[MG] == ("glazed walnuts",)
    assert made.totals[CA].value == pytest.approx((71 + 269) / 2)
    assert "values_missing" in made.food.reasons
    row = made.food.row()
    assert row[MG] is None
    assert "at least" in row["magnesium_derivation"]


def test_an_ingredient_in_no_table_or_without_grams_is_unknown_not_zero(table):
    broth = Ingredient(None, 200, "grandmother's broth")
    made = recipe_food(recipe(broth, Ingredient(ALMONDS, 100)), table)
    assert made.totals[CA].value is None
    assert made.totals[CA].low == pytest.approx(269)
    pinch = Ingredient(MILK, None, "a dash of milk")
    weighed = recipe_food(recipe(pinch, Ingredient(ALMONDS, 100), cooked_grams=110), table)
    assert weighed.totals[CA].value is None
    assert "grams_missing" in weighed.food.reasons
    with pytest.raises(RecipeError) as told:
        recipe_food(recipe(pinch, Ingredient(ALMONDS, 100)), table)
    assert "Weigh" in told.value.hint


def test_recipes_inside_recipes(table):
    sauce = recipe(Ingredient(MILK, 200), recipe_id="user:sauce", cooked_grams=100)
    dish = recipe(Ingredient("user:sauce", 50), Ingredient(SPINACH_BOILED, 100), cooked_grams=150)
    made = recipe_food(dish, table, recipes={"user:sauce": sauce})
    assert made.totals[CA].value == pytest.approx(120 + 136)
    assert "inside_estimated" in made.food.reasons


def test_a_recipe_inside_itself_is_refused_with_its_path(table):
    a = recipe(Ingredient("user:b", 100), recipe_id="user:a")
    b = recipe(Ingredient("user:c", 100), recipe_id="user:b")
    c = recipe(Ingredient("user:a", 100), recipe_id="user:c")
    recipes = {r.recipe_id: r for r in (a, b, c)}
    for start in (a, b, c):
        with pytest.raises(RecipeError, match="inside itself") as told:
            recipe_food(start, table, recipes=recipes)
        assert told.value.fields["recipes"][0] == told.value.fields["recipes"][-1]
    own = recipe(Ingredient("user:dish", 10))
    with pytest.raises(RecipeError, match="user:dish > user:dish"):
        recipe_food(own, table)


def test_an_interval_of_a_label_is_carried_on(table):
    drink = own_food(Label("x", "100 g", Declared(percent=20), era="fda_new"), "user:drink")
    zero = own_food(Label("y", "100 g", Declared(percent=0), era="fda_new"), "user:zero")
    parts = (Ingredient("user:drink", 50), Ingredient("user:zero", 50), Ingredient(MILK, 100))
    own = {"user:drink": drink, "user:zero": zero}
    made = recipe_food(recipe(*parts), table, own=own)
    calcium = made.totals[CA]
    assert calcium.value is None
    assert (calcium.low, calcium.high) == pytest.approx((113.75 + 120, 146.25 + 13 + 120))


def test_weights_that_cannot_be_are_asked_about(table):
    swollen = recipe_food(recipe(Ingredient("sr28:20036", 100), cooked_grams=300), table)
    assert swollen.food.questions == ("heavier_than_its_ingredients",)
    charred = recipe_food(recipe(Ingredient(ALMONDS, 100), cooked_grams=50), table)
    assert charred.food.questions == ("lighter_than_its_solids",)
    assert charred.food.nutrients["water_g"].value is None


@pytest.mark.parametrize(
    "options",
    [
        {"ingredients": ()},
        {"servings": 0},
        {"cooked_grams": 0.0},
        {"ingredients": (Ingredient(MILK, -1.0),)},
        {"ingredients": (Ingredient(MILK, float("nan")),)},
    ],
)
def test_what_makes_no_food_is_refused_with_a_hint(table, options):
    made = Recipe("user:x", "x", **({"ingredients": (Ingredient(MILK, 100),)} | options))
    with pytest.raises(RecipeError) as told:
        recipe_food(made, table)
    assert told.value.hint


def test_an_ingredient_of_no_table_by_id_is_an_error(table):
    with pytest.raises(UnknownFoodError):
        recipe_food(recipe(Ingredient("user:nothing", 10)), table)


def test_the_food_goes_into_a_table_with_its_serving(table):
    made = recipe_food(recipe(Ingredient(MILK, 300), Ingredient(ALMONDS, 100), servings=4), table)
    layered = layer([made.food], table)
    assert weigh(layered, "user:dish", "serving").grams_per_unit == 100
    assert layered.food("user:dish").calcium_mg == pytest.approx((360 + 269) / 4)
    assert "USDA" in layered.food("user:dish").release


def test_a_dish_is_eaten_by_its_ingredients_where_a_value_is_unknown(table):
    sauce = recipe(
        Ingredient(MILK, 200), Ingredient(None, 50, "spice"), recipe_id="user:sauce",
        cooked_grams=125,
    )  # fmt: skip
    dish = recipe(Ingredient("user:sauce", 100, "sauce"), Ingredient(ALMONDS, 100, "almonds"))
    found = portions(dish, 100, table, recipes={"user:sauce": sauce})
    assert found == (
        Portion(MILK, MILK, pytest.approx(80)),
        Portion("spice", None, pytest.approx(20)),
        Portion("almonds", ALMONDS, pytest.approx(50)),
    )
    made = recipe_food(dish, table, recipes={"user:sauce": sauce})
    known = sum(table.food(p.food_id).calcium_mg * p.grams / 100 for p in found if p.food_id)
    assert known == pytest.approx(made.food.nutrients[CA].low)


def test_household_measures_are_weighed_or_left_open(table):
    assert weighed(SPINACH_RAW, 2, "cups", table).grams == 60
    assert weighed(SPINACH_RAW, 1, "slice", table).grams is None


def test_what_is_saved_holds_the_interval(table):
    drink = own_food(Label("x", "100 g", Declared(percent=20), era="fda_new"), "user:drink")
    saved = drink.record()
    assert (saved["calcium_mg"], saved["calcium_mg_low"]) == (260, 227.5)
    assert (saved["magnesium_mg"], saved["magnesium_mg_high"]) == (None, None)
    at_least = recipe_food(recipe(Ingredient(NO_MAGNESIUM, 50), Ingredient(ALMONDS, 50)), table)
    saved = at_least.food.record()
    assert (saved["magnesium_mg"], saved["magnesium_mg_low"]) == (None, pytest.approx(135))


PARTS = st.lists(
    st.builds(Ingredient, st.sampled_from([*FOODS, None]), st.none() | st.floats(1, 2000)),
    min_size=1,
    max_size=6,
)


@given(PARTS, st.floats(10, 5000), st.floats(0.1, 10))
def test_totals_scale_keep_their_order_and_never_turn_null_to_zero(parts, cooked, factor):
    table = FoodTable.bundled()

    def made(by):
        scaled = (Ingredient(p.food_id, None if p.grams is None else p.grams * by) for p in parts)
        return recipe_food(recipe(*scaled, cooked_grams=cooked * by), table)

    once, more = made(1.0), made(factor)
    for mineral in MINERALS:
        total, unknown = once.totals[mineral], once.unknown_ingredients[mineral]
        assert (total.value is None) == bool(unknown)
        assert (total.low is None) == (len(unknown) == len(parts))
        if total.value is not None:
            assert total.low == total.value == total.high
            per_100_g = once.food.nutrients[mineral].value
            assert per_100_g * once.total_grams / 100 == pytest.approx(total.value)
            assert more.food.nutrients[mineral].value == pytest.approx(per_100_g)
        if total.low is not None:
            assert more.totals[mineral].low == pytest.approx(total.low * factor)


@pytest.mark.parametrize(
    ("ready", "asked"),
    [(790.0, ()), (200.0, ()), (190.0, ("far_lighter_than_its_ingredients",)),
     (10.0, ("impossibly_light",))],
)  # fmt: skip
def test_a_weight_is_doubted_where_the_water_of_an_ingredient_is_not_known(table, ready, asked):
    unknown = {name: NutrientValue(None, None, None, "not_declared") for name in COLUMNS}
    paste = OwnFood("user:paste", "Paste", "own foods", unknown)
    parts = (Ingredient("user:paste", 590.0), Ingredient(SPINACH_RAW, 200.0))
    made = recipe_food(recipe(*parts, cooked_grams=ready), table, own={"user:paste": paste})
    # 200 g raw spinach has 91.4 % water, so 17 g of it are dry.
    assert made.food.questions == asked
