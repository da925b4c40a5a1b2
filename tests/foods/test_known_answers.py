"""Published USDA values that anybody can look up, per 100 g, and household weights."""

import pytest

from foods.composition import FoodTable
from foods.measures import weigh


@pytest.mark.parametrize(
    ("food_id", "description", "calcium_mg", "magnesium_mg"),
    [
        ("sr28:11457", "Spinach, raw", 99, 79),
        ("sr28:11458", "Spinach, cooked, boiled, drained, without salt", 136, 87),
        ("sr28:01077", "Milk, whole, 3.25% milkfat, with added vitamin D", 113, 10),
        ("sr28:12061", "Nuts, almonds", 269, 270),
        ("sr28:12014", "Seeds, pumpkin and squash seed kernels, dried", 46, 592),
        ("sr28:11233", "Kale, raw", 254, 33),
        ("sr28:11234", "Kale, cooked, boiled, drained, without salt", 150, 25),
        ("sr28:19335", "Sugars, granulated", 1, 0),
        ("sr28:09040", "Bananas, raw", 5, 27),
        ("sr28:16120", "Soymilk, original and vanilla, unfortified", 25, 25),
        (
            "sr28:16139",
            "Soymilk, original and vanilla, with added calcium, vitamins A and D",
            123,
            15,
        ),
        ("sr28:01009", "Cheese, cheddar", 710, 27),
        ("fndds2123:spinach-raw", "Spinach, raw", 68, 93),
        ("foundation:almond-butter-creamy", "Almond butter, creamy", 263.8, 267.8),
    ],
)
def test_minerals_per_100_g(food_id, description, calcium_mg, magnesium_mg):
    food = FoodTable.bundled().food(food_id)
    assert food.description == description
    assert (food.calcium_mg, food.magnesium_mg) == (calcium_mg, magnesium_mg)


def test_the_zero_of_white_sugar_is_a_zero_and_the_unknown_of_another_food_is_not():
    table = FoodTable.bundled()
    assert table.food("sr28:19335").magnesium_mg == 0.0
    unknown = [row for row in table.arrow().to_pylist() if row["magnesium_mg"] is None]
    assert len(unknown) == 763
    assert table.food(unknown[0]["food_id"]).magnesium_mg is None


@pytest.mark.parametrize(
    ("food_id", "unit", "grams"),
    [
        ("sr28:11457", "cup", 30),
        ("sr28:11458", "cup", 180),
        ("sr28:01077", "cups", 244),
        ("sr28:01077", "fl oz", 30.5),
        ("sr28:09040", "medium", 118),
        ("sr28:01123", "large", 50),
        ("sr28:19335", "teaspoon", 4.2),
        ("sr28:12061", "oz", 28.349523125),
        ("sr28:18064", "slices", 29),
        ("foundation:eggs-grade-a-large-egg-whole", "egg", 50.3),
    ],
)
def test_household_weights(food_id, unit, grams):
    weight = weigh(FoodTable.bundled(), food_id, unit)
    assert weight.status == "exact"
    assert weight.grams_per_unit == pytest.approx(grams, rel=1e-12)
