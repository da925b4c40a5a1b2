"""Whole meals and the phrases they hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foods.meal import PREPARED, split

WHOLE = """mac and cheese
macaroni and cheese, 1 cup
cookies and cream ice cream
fish and chips
salt and vinegar crisps
ham and cheese sandwich
spinach and ricotta ravioli
peanut butter and jelly sandwich
half and half
2 tbsp half & half
gin and tonic
rice with beans
rice and peas
milk, semi skimmed
milk, 2%
egg, boiled
2 eggs, boiled
tuna, in water, drained, 1 can
yogurt, plain, low fat
spinach, boiled and drained
peanuts, dry roasted and salted
soy milk with added calcium 200 ml
almonds, 1 oz
toast, two slices
eggs, 2
milk, 250 ml
1 cup + 2 tbsp milk
1 lb and 4 oz beef
one and a half cups rice
2 and 1/2 cups milk
a cup and a half of milk
1,5 dl milk
1 can (400 g, drained) chickpeas
bread, whole wheat, 2 slices
skim or whole milk
m&m's""".splitlines()

SPLIT = {
    "2 slices wholemeal toast with peanut butter and a flat white": [
        "2 slices wholemeal toast",
        "peanut butter",
        "a flat white",
    ],
    "2 eggs, toast, coffee": ["2 eggs", "toast", "coffee"],
    "chicken, rice, and broccoli": ["chicken", "rice", "broccoli"],
    "2 eggs, boiled potatoes": ["2 eggs", "boiled potatoes"],
    "milk, 250 ml, 2 eggs": ["milk, 250 ml", "2 eggs"],
    "200 g rice, cooked, 100 g tofu": ["200 g rice, cooked", "100 g tofu"],
    "peas\ncarrots; beans": ["peas", "carrots", "beans"],
    "peas\r\ncarrots": ["peas", "carrots"],
    "bread and butter": ["bread", "butter"],
    "ham and cheese": ["ham", "cheese"],
    "tea with milk": ["tea", "milk"],
    "coffee & cream": ["coffee", "cream"],
    "oatmeal with 1/2 cup milk + 1 banana": ["oatmeal", "1/2 cup milk", "1 banana"],
    "one and a half cups rice and 2 eggs": ["one and a half cups rice", "2 eggs"],
    "a cup and a half of milk and 2 eggs": ["a cup and a half of milk", "2 eggs"],
    "1 1/2 cups milk and 1/2 cup oats": ["1 1/2 cups milk", "1/2 cup oats"],
    "1,5 dl milk, 2 eggs": ["1,5 dl milk", "2 eggs"],
    "mac and cheese and peas": ["mac and cheese", "peas"],
    "fish and chips, mushy peas": ["fish and chips", "mushy peas"],
    "steak and boiled potatoes": ["steak", "boiled potatoes"],
    "fried egg and toasted bread": ["fried egg", "toasted bread"],
    "1 can (400 g, drained) chickpeas, 2 tomatoes": [
        "1 can (400 g, drained) chickpeas",
        "2 tomatoes",
    ],
    "toast, two slices, and jam": ["toast, two slices", "jam"],
    "1 cup cooked rice, 1/2 cup black beans": ["1 cup cooked rice", "1/2 cup black beans"],
    "porridge made with 200 ml milk": ["porridge", "200 ml milk"],
    "pancakes topped with honey, tea": ["pancakes", "honey", "tea"],
    "an apple, a banana and an orange": ["an apple", "a banana", "an orange"],
}


@pytest.mark.parametrize("text", WHOLE)
def test_one_food_stays_whole(text):
    assert split(text) == [text]


@pytest.mark.parametrize(("text", "phrases"), SPLIT.items())
def test_a_meal_is_split(text, phrases):
    assert split(text) == phrases


@pytest.mark.parametrize("text", ["", "  ", ",", "\n\n", ";;", "+"])
def test_an_empty_meal_has_no_foods(text):
    assert split(text) == []


def test_a_known_name_stays_whole_with_its_amount():
    known = {"cheese and chutney", "toast with jam"}.__contains__
    assert split("2 cups cheese and chutney", known) == ["2 cups cheese and chutney"]
    assert split("toast with jam, 1 egg", known) == ["toast with jam", "1 egg"]
    assert split("cheese and crackers", known) == ["cheese", "crackers"]


@given(st.text(max_size=120))
def test_any_text_is_split_without_losing_a_word(text):
    joined = "".join(split(text))
    dropped = {"and", "with", "plus", "then", "n", *PREPARED}
    kept = [word for word in text.split() if word.isascii() and word.isalpha()]
    assert all(word in joined for word in kept if word.casefold() not in dropped)
