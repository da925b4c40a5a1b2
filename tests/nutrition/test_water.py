import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from foods.measures import weigh
from nutrition.own_foods import layer
from nutrition.water import (
    WaterError,
    hardness,
    hardness_units,
    water_food,
    water_minerals,
    water_rule,
)

UNITS = [unit.unit for unit in hardness_units()]


@pytest.mark.parametrize(
    ("unit", "caco3", "tolerance"),
    [
        # mg/L CaCO3 of one unit, as tables of water chemistry print them.
        ("mg/L CaCO3", 1, 0),
        ("ppm", 1, 0),
        ("°dH", 17.85, 0.005),
        ("dGH", 17.85, 0.005),
        ("°f", 10, 1e-9),
        ("°Clark", 14.25, 0.005),
        ("English degrees", 14.25, 0.005),
        ("gpg", 17.1, 0.05),
        ("grains per gallon", 17.118, 0.0005),
        ("mmol/L", 100.09, 0.005),
        ("mg/L Ca", 2.497, 0.0005),
        ("mg/L Mg", 4.118, 0.0005),
    ],
)
def test_units_are_what_tables_print(unit, caco3, tolerance):
    assert hardness(1, unit, "mg/L CaCO3") == pytest.approx(caco3, abs=tolerance or 1e-12)


@pytest.mark.parametrize("unit", ["", "°X", "grams", "dHH"])
def test_an_unknown_unit_is_refused_with_the_ones_there_are(unit):
    with pytest.raises(WaterError) as told:
        hardness(10, unit)
    assert "°dH" in told.value.hint


@pytest.mark.parametrize("value", [-1.0, float("nan"), float("inf")])
def test_a_figure_that_is_none_is_refused(value):
    with pytest.raises(WaterError):
        water_minerals(hardness_value=value)
    with pytest.raises(WaterError):
        water_minerals(value)


def test_hardness_is_the_sum_of_both():
    # Hardness (mg/L CaCO3) = 2.497 Ca + 4.118 Mg.
    found = water_minerals(80, 24)
    assert found.hardness_mmol_per_l * 100.086 == pytest.approx(2.497 * 80 + 4.118 * 24, rel=1e-3)
    assert found.warnings == ()


def test_hardness_alone_does_not_split():
    found = water_minerals(hardness_value=300)
    for mineral, most in ((found.calcium, 300 / 2.497), (found.magnesium, 300 / 4.118)):
        assert mineral.value is None
        assert mineral.low == 0.0
        assert mineral.high == pytest.approx(most, rel=1e-3)
        assert mineral.reason == "hardness_only"
    assert found.warnings == ("hardness_does_not_split",)


def test_hardness_and_one_mineral_give_the_other():
    found = water_minerals(80, hardness_value=14, unit="°dH")
    assert found.magnesium.value == pytest.approx((14 * 17.848 - 2.4973 * 80) / 4.1179, rel=1e-3)
    assert (found.calcium.reason, found.magnesium.reason) == ("stated", "from_hardness")


def test_what_a_hardness_leaves_is_as_near_as_its_figures_were_given():
    found = water_minerals(80, hardness_value=15, unit="°dH").magnesium
    # Half a degree is 8.924 mg/L CaCO3, half a milligram of calcium 1.249.
    assert found.value == pytest.approx(16.5, abs=0.1)
    off = (8.924 + 1.249) / 4.118
    assert found.value - found.low == pytest.approx(off, rel=1e-3)
    assert found.high - found.value == pytest.approx(off, rel=1e-3)
    finer = water_minerals(80.5, hardness_value=15.5, unit="°dH").magnesium
    assert finer.high - finer.value == pytest.approx(off / 10, rel=1e-3)


@pytest.mark.parametrize(("calcium", "most"), [(110, 4.8), (117, 0.55)])
def test_a_mineral_that_makes_the_whole_hardness_leaves_a_range_and_no_zero(calcium, most):
    found = water_minerals(calcium, hardness_value=15, unit="°dH")
    assert (found.magnesium.value, found.magnesium.low) == (None, 0.0)
    assert found.magnesium.high == pytest.approx(most, abs=0.1)
    assert found.warnings == ("hardness_reached",)
    assert found.calcium.value == calcium


def test_one_mineral_alone_leaves_the_other_unknown():
    found = water_minerals(magnesium_mg_per_l=10)
    assert (found.calcium.value, found.calcium.low, found.calcium.reason) == (
        None,
        None,
        "not_stated",
    )
    assert found.hardness_mmol_per_l is None


def test_figures_that_disagree_are_said():
    assert water_minerals(80, 24, hardness_value=150).warnings == ("hardness_disagrees",)
    assert water_minerals(80, 24, hardness_value=300).warnings == ()
    below = water_minerals(200, hardness_value=100)
    assert below.warnings == ("hardness_below_mineral",)
    assert below.magnesium.value is None


def test_a_soft_water_of_no_hardness_holds_neither():
    found = water_minerals(0, hardness_value=0)
    assert (found.calcium.value, found.magnesium.value) == (0.0, 0.0)


def test_a_glass_of_ones_own_water_holds_its_share_of_a_litre(table):
    water = water_food(water_minerals(120, 30), "user:tap", "Tap water at home")
    layered = layer([water], table)
    glass = weigh(layered, "user:tap", "ml").grams_per_unit * 250
    food = layered.food("user:tap")
    assert food.calcium_mg * glass / 100 == pytest.approx(30.0)
    assert food.magnesium_mg * glass / 100 == pytest.approx(7.5)
    assert weigh(layered, "user:tap", "cup").grams_per_unit == pytest.approx(236.6 * 1.001, rel=1e-3)  # fmt: skip # noqa: E501
    assert (food.food_group, food.energy_kcal, food.caffeine_mg) == ("water", 0.0, None)


def test_water_of_unknown_split_stays_null_in_the_table(table):
    water = water_food(water_minerals(hardness_value=14, unit="°dH"), "user:tap", "Tap water")
    food = layer([water], table).food("user:tap")
    assert (food.calcium_mg, food.magnesium_mg) == (None, None)
    assert water.questions == ("hardness_does_not_split",)
    assert "hardness only" in food.calcium_derivation


@pytest.mark.parametrize(
    ("food_id", "holds", "reason"),
    [
        ("sr28:14411", True, "is_water"),  # water, tap
        ("sr28:14555", True, "is_water"),  # water, bottled
        ("sr28:14209", True, "prepared"),  # coffee, brewed, prepared with tap water
        ("sr28:14355", True, "prepared"),  # tea, brewed
        ("sr28:14215", True, "prepared"),  # coffee, instant, prepared with water
        ("sr28:06402", True, "prepared"),  # soup prepared with equal volume water
        ("sr28:06094", False, "dry_or_concentrated"),  # soup, onion, dry, mix
        ("sr28:06004", False, "dry_or_concentrated"),  # soup, condensed
        ("sr28:14287", False, "dry_or_concentrated"),  # lemonade, powder
        ("sr28:14288", True, "prepared"),  # lemonade, powder, prepared with water
        ("sr28:09213", False, "dry_or_concentrated"),  # orange juice concentrate, undiluted
        ("sr28:09212", True, "prepared"),  # the same, diluted
        ("sr28:09211", True, "ready_to_drink"),  # chilled, from concentrate
        ("sr28:01090", False, "dry_or_concentrated"),  # milk, dry
        ("sr28:14096", True, "ready_to_drink"),  # wine
        ("sr28:08120", False, "dry_or_concentrated"),  # oats, dry
        ("sr28:08121", True, "prepared"),  # oats, cooked with water
        ("sr28:20037", True, "as_eaten"),  # brown rice, cooked
        ("sr28:12063", True, "as_eaten"),  # almonds, dry roasted
        ("sr28:01077", True, "ready_to_drink"),  # milk
    ],
)
def test_only_what_is_dry_takes_water_of_its_own(table, food_id, holds, reason):
    rule = water_rule(table.food(food_id))
    assert (rule.holds, rule.reason) == (holds, reason)


@given(st.floats(0, 2000), st.sampled_from(UNITS), st.sampled_from(UNITS), st.floats(0.1, 10))
def test_conversion_goes_back_and_scales(value, one, other, factor):
    there = hardness(value, one, other)
    assert hardness(there, other, one) == pytest.approx(value)
    assert hardness(value * factor, one, other) == pytest.approx(there * factor)


@given(
    st.none() | st.floats(0, 600),
    st.none() | st.floats(0, 200),
    st.none() | st.floats(0, 60),
)
def test_bounds_stay_in_order_and_nothing_becomes_zero(calcium, magnesium, degrees):
    found = water_minerals(calcium, magnesium, hardness_value=degrees, unit="°dH")
    for mineral, stated in ((found.calcium, calcium), (found.magnesium, magnesium)):
        if stated is None and degrees is None:
            assert (mineral.value, mineral.low, mineral.high) == (None, None, None)
        if mineral.value is not None:
            assert mineral.low <= mineral.value <= mineral.high
        elif mineral.low is not None:
            assert mineral.low <= mineral.high


@given(st.floats(0.1, 400), st.floats(0.1, 100))
def test_taking_one_mineral_away_and_deriving_it_gives_it_back(calcium, magnesium):
    whole = water_minerals(calcium, magnesium)
    assume(whole.hardness_mmol_per_l is not None)
    again = water_minerals(calcium, hardness_value=whole.hardness_mmol_per_l, unit="mmol/L")
    assert again.magnesium.value == pytest.approx(magnesium, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize(
    ("calcium", "magnesium", "hardness", "asked"),
    [
        # The richest of 1,903 European bottled waters: 1,134 mg Ca/l and 1,060 mg Mg/l.
        (1_134.0, 1_060.0, None, ()),
        (1_135.0, None, None, ("calcium_beyond_bottled",)),
        (5_000.0, 1_061.0, None, ("calcium_beyond_bottled", "magnesium_beyond_bottled")),
        (None, None, 400.0, ()),
        (None, None, 410.0, ("hardness_beyond_bottled",)),
    ],
)
def test_more_than_any_bottled_water_holds_is_asked_about(calcium, magnesium, hardness, asked):
    found = water_minerals(calcium, magnesium, hardness_value=hardness, unit="°dH")
    assert found.questions == asked


@pytest.mark.parametrize(
    "figures",
    [{"calcium_mg_per_l": 50_000.0}, {"magnesium_mg_per_l": 10_001.0},
     {"hardness_value": 50_000.0, "unit": "°dH"}],
)  # fmt: skip
def test_brine_is_no_drinking_water(figures):
    with pytest.raises(WaterError, match="brine"):
        water_minerals(**figures)
