import pytest
from hypothesis import given
from hypothesis import strategies as st

from foods.errors import TableError
from foods.measures import weigh
from foods.nutrients import MINERALS
from nutrition.label_rounding import (
    ERAS,
    LabelError,
    daily_value,
    daily_values,
    mg_interval,
    percent_interval,
    rounding_steps,
)
from nutrition.labels import Declared, Label, declared_value, own_food
from nutrition.own_foods import OwnFood, layer

CA, MG = MINERALS
GRID = [0, 2, 4, 6, 8, 10, *range(15, 51, 5), *range(60, 201, 10)]


def fda_rounded(percent):
    """21 CFR 101.9(c)(8)(iii), forwards."""
    step = 2 if percent <= 10 else 5 if percent <= 50 else 10
    return step * round(percent / step)


@pytest.mark.parametrize(
    ("era", "calcium", "magnesium"),
    [("fda_old", 1000, 400), ("fda_new", 1300, 420), ("eu_nrv", 800, 375)],
)
def test_daily_values_by_era(era, calcium, magnesium):
    assert daily_value(era, CA).value_mg == calcium
    assert daily_value(era, MG).value_mg == magnesium


def test_every_row_has_a_source():
    assert len(daily_values()) == 12
    assert len(rounding_steps()) == 7
    assert all(row.source and row.value_mg > 0 for row in daily_values())
    assert all(row.source and row.step > 0 for row in rounding_steps())


@pytest.mark.parametrize(
    ("percent", "low", "high"),
    [
        (0, 0, 2),
        (2, 1, 3),
        (8, 7, 9),
        (10, 9, 12.5),
        (15, 12.5, 17.5),
        (20, 17.5, 22.5),
        (50, 47.5, 55),
        (60, 55, 65),
        (100, 95, 105),
        (13, 12.5, 13.5),  # off the grid: rounded to whole percents
    ],
)
def test_a_percent_is_an_interval(percent, low, high):
    assert percent_interval(percent, "fda_new") == pytest.approx((low, high))


@given(st.floats(0, 200))
def test_the_interval_holds_every_percent_that_rounds_to_it(percent):
    printed = fda_rounded(percent)
    low, high = percent_interval(printed, "fda_new")
    assert low <= percent <= high


@pytest.mark.parametrize("printed", GRID)
def test_intervals_of_the_grid_have_no_gap(printed):
    following = GRID[GRID.index(printed) + 1] if printed != GRID[-1] else None
    if following is not None:
        assert percent_interval(following, "fda_new")[0] <= percent_interval(printed, "fda_new")[1]


def test_twenty_percent_of_the_new_daily_value():
    found = declared_value(Declared(percent=20), CA, "fda_new")
    assert found.value == 260
    assert (found.low, found.high) == pytest.approx((227.5, 292.5))


@pytest.mark.parametrize(
    ("mg", "nutrient", "era", "low", "high"),
    [
        (260, CA, "fda_new", 255, 265),
        (85, MG, "fda_new", 82.5, 87.5),
        (263, CA, "fda_new", 262.5, 263.5),  # printed finer than it has to be
        (0, CA, "fda_new", 0, 26),
        (120, CA, "eu_nrv", 119.5, 120.5),
        ("1200", CA, "eu_nrv", 1195, 1205),
        ("1.50", MG, "eu_nrv", 1.495, 1.505),
        ("12,5", MG, None, 12.45, 12.55),
    ],
)
def test_milligrams_are_an_interval(mg, nutrient, era, low, high):
    assert mg_interval(mg, nutrient, era) == pytest.approx((low, high))


def test_a_declared_zero_is_an_interval_and_silence_is_unknown():
    zero = declared_value(Declared(percent=0), CA, "fda_new")
    assert (zero.value, zero.low, zero.high, zero.reason) == (None, 0.0, 26.0, "declared_zero")
    for silent in (None, Declared()):
        found = declared_value(silent, CA, "fda_new")
        assert (found.value, found.low, found.high, found.reason) == (
            None,
            None,
            None,
            "not_declared",
        )


def test_a_percent_of_an_unknown_era_is_a_question():
    found = declared_value(Declared(percent=20), CA, None)
    assert (found.value, found.reason) == (None, "which_era")
    assert (found.low, found.high) == pytest.approx((0.195 * 800, 0.225 * 1300))


def test_milligrams_and_percent_narrow_each_other_or_disagree():
    both = declared_value(Declared(mg=260, percent=20), CA, "fda_new")
    assert (both.value, both.low, both.high) == (260, 255, 265)
    old = declared_value(Declared(mg=260, percent=26), CA, "fda_new")
    assert (old.value, old.reason) == (260, "mg_and_percent_disagree")


def label(**options):
    given_ = {"basis": "100 g", "calcium": Declared(mg=120), "era": "eu_nrv"} | options
    return Label("Oat bar", **given_)


def test_a_serving_becomes_100_g_and_a_measure(table):
    food = own_food(
        label(basis="serving", serving_g=40, calcium=Declared(percent=20), era="fda_new"),
        "user:bar",
    )
    assert food.nutrients[CA].value == pytest.approx(650)
    assert food.nutrients[CA].low == pytest.approx(568.75)
    assert food.nutrients[MG].value is None
    layered = layer([food], table)
    assert layered.food("user:bar").calcium_mg == pytest.approx(650)
    assert layered.food("user:bar").magnesium_mg is None
    assert weigh(layered, "user:bar", "serving").grams_per_unit == 40
    assert "569 to 731" not in (layered.food("user:bar").magnesium_derivation or "")
    assert "568.8 to 731.2" in layered.food("user:bar").calcium_derivation


def test_a_drink_needs_its_density(table):
    with pytest.raises(LabelError) as told:
        own_food(label(basis="100 ml"), "user:drink")
    assert "Weigh" in told.value.hint
    stated = own_food(label(basis="100 ml", g_per_ml=1.05), "user:drink")
    assert stated.nutrients[CA].value == pytest.approx(120 / 1.05)
    oat = Label("Oat drink", "100 ml", Declared(mg=120), food_group="plant drinks")
    by_group = own_food(oat, "user:oat")
    assert by_group.nutrients[CA].value == pytest.approx(120 / 1.014)
    assert "density" in by_group.source
    layered = layer([by_group], table)
    glass = weigh(layered, "user:oat", "ml").grams_per_unit * 250
    assert layered.food("user:oat").calcium_mg * glass / 100 == pytest.approx(300)


def test_a_serving_without_a_weight_is_asked_for():
    with pytest.raises(LabelError) as told:
        own_food(label(basis="serving"), "user:bar")
    assert "grams" in told.value.hint


@pytest.mark.parametrize(
    ("options", "question"),
    [
        ({"calcium": Declared(mg=3500)}, "calcium_implausible"),
        ({"magnesium": Declared(mg=1200)}, "magnesium_implausible"),
        ({"energy_kcal": 1000.0}, "energy_implausible"),
        ({"energy_kj": 4000.0}, "energy_implausible"),
        ({"macros_g": {"fat": 60, "protein": 30, "carbohydrate": 20}}, "macros_over_100_g"),
        ({"calcium": Declared(percent=15), "era": None}, "which_era"),
        ({"calcium": Declared(mg=260, percent=60)}, "mg_and_percent_disagree"),
    ],
)
def test_what_is_implausible_is_asked_about(options, question):
    assert own_food(label(**options), "user:x").questions == (question,)


@pytest.mark.parametrize(
    "options",
    [
        {"basis": "100 g", "calcium": Declared(mg=120_000)},
        {"basis": "serving", "serving_g": 0.5, "magnesium": Declared(mg=600)},
        {"basis": "100 g", "calcium": Declared(mg=60_000), "magnesium": Declared(mg=60_000)},
    ],
)
def test_more_of_the_minerals_than_the_food_weighs_is_refused(options):
    with pytest.raises(LabelError, match="more than it weighs"):
        own_food(Label("Chalk", **options), "user:chalk")
    assert own_food(Label("Chalk", "100 g", Declared(mg=40_000)), "user:chalk").questions


def test_a_plausible_label_asks_nothing_and_carries_energy():
    food = own_food(label(energy_kj=418.4, others={"vitamin_d_ug": 1.5}), "user:x")
    assert food.questions == ()
    assert food.nutrients["energy_kcal"].value == pytest.approx(100)
    assert food.row()["vitamin_d_ug"] == 1.5
    assert food.row()["caffeine_mg"] is None


@pytest.mark.parametrize(
    "options",
    [
        {"calcium": Declared(mg=-1)},
        {"calcium": Declared(mg="much")},
        {"calcium": Declared(percent=float("nan"))},
        {"era": "fda_1950", "calcium": Declared(percent=10)},
        {"basis": "packet"},
        {"serving_g": 0.0},
        {"energy_kcal": -5.0},
        {"others": {"zinc_mg": 1.0}},
    ],
)
def test_what_is_no_label_is_refused_with_a_hint(options):
    with pytest.raises(LabelError) as told:
        own_food(label(**options), "user:x")
    assert told.value.hint


def test_an_own_food_takes_no_id_of_another_table(table):
    food = own_food(label(), "sr28:11457")
    with pytest.raises(TableError):
        layer([food], table)
    assert layer([], table) is table
    assert isinstance(food, OwnFood)


@given(
    st.none() | st.integers(0, 4000),
    st.none() | st.sampled_from(GRID),
    st.sampled_from([None, *ERAS]),
    st.floats(5, 500),
)
def test_bounds_hold_the_value_and_scale_with_the_serving(mg, percent, era, serving):
    declared = Declared(mg, percent)
    found = declared_value(declared, CA, era)
    if mg is None and percent is None:
        assert (found.value, found.low, found.high) == (None, None, None)
        return
    assert 0 <= found.low <= found.high
    assert found.value != 0
    if found.value is not None:
        assert found.low <= found.value <= found.high
    one = Label("x", "serving", declared, era=era, serving_g=serving)
    per_100_g = own_food(one, "user:x").nutrients[CA]
    assert per_100_g.high == pytest.approx(found.high * 100 / serving)
