"""What people write about amounts, with the one answer each has; cases in quantity_cases.csv."""

import contextlib
import csv
import math
import pickle
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foods.errors import QuantityError, UnitError
from foods.quantity import Phrase, parse, parse_amount, print_quantity
from foods.quantity_limits import implausible, limit_of
from foods.quantity_text import LONGEST_TEXT
from foods.units import DATA

with (Path(__file__).parent / "quantity_cases.csv").open(encoding="utf-8", newline="") as cases:
    CASES = list(csv.DictReader(cases))

UNITS = ["g", "kg", "oz", "lb", "ml", "cl", "dl", "l", "tsp", "tbsp", "fl oz", "cup", "pint"]
UNITS += ["quart", "gallon", "slice", "large", "piece", "can", ""]
FOODS = ["milk", "cooked spinach", "almonds", "7 up", "2% milk", "half and half", "omega-3 eggs"]


def number(text):
    return pytest.approx(float(text), rel=1e-9) if text else None


def test_the_table_of_cases_is_whole():
    assert len(CASES) >= 300
    assert {case["status"] for case in CASES} == {"ok", "flag", "ask", "refuse"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['locale']}: {case['phrase']}")
def test_a_phrase_reads_as_the_table_says(case):
    phrase = parse(case["phrase"], locale=case["locale"])
    for name in ("amount", "low", "high", "grams", "millilitres"):
        assert getattr(phrase, name) == number(case[name]), name
    read = (phrase.unit, phrase.food, phrase.status, phrase.kind)
    assert read == (case["unit"], case["food"], case["status"], case["kind"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['locale']}: {case['phrase']}")
def test_whatever_is_not_ok_says_why(case):
    phrase = parse(case["phrase"], locale=case["locale"])
    assert phrase.status == "ok" or phrase.reason.endswith((".", "?"))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("1\u200bcup milk", "ok"),
        ("\ufeff2 cups rice", "ok"),
        ("2\u00a0cups\u00a0rice", "ok"),
        ("\ud800 2 cups", "ok"),
        ("\x00", "refuse"),
        ("", "refuse"),
        ("   ", "refuse"),
        ("9" * 5000 + " g", "refuse"),
        ("x" * (LONGEST_TEXT + 1), "refuse"),
    ],
)
def test_text_that_a_table_cannot_hold(text, status):
    found = parse(text).status
    assert found == status or (status == "ok" and found == "ask" and "\ud800" in text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", (1, 1, 1)),
        ("1,5", (1.5, 1.5, 1.5)),
        ("½", (0.5, 0.5, 0.5)),
        ("1 1/2", (1.5, 1.5, 1.5)),
        ("1½", (1.5, 1.5, 1.5)),
        ("2-3", (2.5, 2, 3)),
        ("2 – 3", (2.5, 2, 3)),
        ("1/2", (0.5, 0.5, 0.5)),
        ("0,250", (0.25, 0.25, 0.25)),
        ("1,000", (1000, 1000, 1000)),
        ("1,234,567.5", (1234567.5, 1234567.5, 1234567.5)),
        ("1.250", (1.25, 1.25, 1.25)),
        ("1e3", (1000, 1000, 1000)),
        ("2.5E-1", (0.25, 0.25, 0.25)),
        ("three quarters", (0.75, 0.75, 0.75)),
        ("half a dozen", (6, 6, 6)),
        ("٣", (3, 3, 3)),
    ],
)
def test_an_amount_cell(text, expected):
    assert parse_amount(text) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "decimal", "expected"),
    [("1.000,5", ",", 1000.5), ("1,234", ",", 1.234), ("1,234", ".", 1234), ("1.5", ".", 1.5)],
)
def test_a_known_decimal_sign_settles_an_amount_cell(text, decimal, expected):
    assert parse_amount(text, decimal=decimal)[0] == pytest.approx(expected)


REFUSED = (
    "|x|0|0,0|-1|−2|nan|inf|∞|1e999|1/0|1.000,5|1,234|1,2,3|5-2|a|2 cups|1.2.2024|12:30|<1|1 2"
)


@pytest.mark.parametrize("text", [*REFUSED.split("|"), "9" * 500])
def test_an_amount_cell_that_is_refused(text):
    with pytest.raises(QuantityError) as caught:
        parse_amount(text)
    assert caught.value.hint
    assert pickle.loads(pickle.dumps(caught.value)).message == caught.value.message  # noqa: S301


def test_an_unknown_locale_is_an_error():
    with pytest.raises(UnitError, match="us, uk, metric"):
        parse("1 cup", locale="fr")


def test_a_handful_of_almonds_is_estimated_from_a_source():
    size = parse("2 handfuls of almonds").household
    assert size is not None
    assert (size.low, size.value, size.high, size.of) == (16.7, 36.3, 61.3, "g")
    assert "10.3390/ijerph18157812" in size.source


def test_a_bowl_has_no_size_until_the_food_gives_one():
    bowl = parse("a bowl of porridge")
    assert (bowl.status, bowl.vague_unit, bowl.household) == ("ask", True, None)


def test_a_nutrient_amount_is_kept_to_be_offered_as_a_supplement():
    phrase = parse("500mg magnesium citrate")
    assert (phrase.kind, phrase.nutrient, phrase.amount, phrase.unit) == (
        "nutrient",
        "magnesium",
        500,
        "mg",
    )


def test_about_is_remembered():
    assert parse("about a cup of rice").approximate
    assert not parse("a cup of rice").approximate


def test_what_was_assumed_is_said():
    assert parse("8 oz milk").reason == "Ounces of a drink are taken as fluid ounces."
    assert parse("a thick slice of bread").reason.endswith("though it says thick.")
    assert parse("6 oz yogurt").unit == parse("6 oz cup of yogurt").unit == "oz"
    assert parse("1 packed cup of kale").reason == ""


@pytest.mark.parametrize(
    ("text", "also"),
    [
        ("1 cup (244 g) milk", (1, "cup")),
        ("100 g (1 cup) cereal", (1, "cup")),
        ("2 slices, 28 g each, cheese", (2, "slice")),
        ("1 imperial cup (284 g) milk", (1, "imperial cup")),
        ("1 cup milk", None),
        ("2 eggs, 50 g each", None),
    ],
)
def test_what_else_a_line_says_is_kept_to_be_compared(text, also):
    assert parse(text).also == also


def limits():
    with (DATA / "amount_limits.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_limit_has_a_number_and_a_reason_and_every_word_stands_once():
    rows = limits()
    words = [(r["kind"], word.strip()) for r in rows for word in r["words"].split("|")]
    assert len(rows) == 38
    assert [row for row in rows if not row["reason"] or not row["count"]] == []
    assert [row for row in rows if row["kind"] != "unit" and not row["grams"]] == []
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize(
    "text",
    (
        "40 eggs|3 l milk|2 kg spinach|500 g salt|200 g baking powder|1 kg butter|1 cup cinnamon"
        "|30 bananas|5 kg potatoes|12 l water|25 slices of bread|2 kg almonds|1.2 kg brie, sliced"
    ).split("|"),
)
def test_what_nobody_eats_at_once_is_flagged_and_kept(text):
    phrase = parse(text)
    assert phrase.status == "flag"
    assert phrase.amount
    assert phrase.food in phrase.reason


@pytest.mark.parametrize(
    "text",
    (
        "12 eggs|1 l milk|3 l water|500 g spinach|5 g salt|400 g butter chicken|100 almonds"
        "|1 kg salt baked potatoes|8 slices of bread|3 cups popcorn|400 g tuna in oil"
        "|2 tsp baking powder|1 l of soup|500 g salt and vinegar crisps"
    ).split("|"),
)
def test_what_a_hungry_person_eats_is_not_flagged(text):
    assert parse(text).status == "ok"


def test_a_limit_is_found_by_the_last_words_of_a_name():
    salt = limit_of("sea salt")
    assert limit_of("salt") == salt
    assert limit_of("salt, iodised") == salt
    assert limit_of("salt cod") != salt
    assert limit_of("cold oat milk").millilitres == 2000
    assert implausible("mg", "", 5, 0.005, None, "milk").endswith("supplement?")


def test_thirty_tablets_are_implausible_as_well():
    assert "implausible" in parse("30 tablets").reason
    assert "implausible" not in parse("2 tablets").reason


def test_a_phrase_that_nothing_can_print_is_printed_as_nothing():
    odd = Phrase("", "ok", amount=1, low=1, high=1, unit="", food="0.25 plus about x")
    assert print_quantity(odd) == ""
    infinite = Phrase("", "ok", amount=math.inf, low=1, high=math.inf, unit="g", food="rice")
    assert print_quantity(infinite) == ""


def same(one: Phrase, other: Phrase) -> bool:
    return (one.amount, one.low, one.high, one.unit, one.food, one.system, one.millilitres) == (
        other.amount,
        other.low,
        other.high,
        other.unit,
        other.food,
        other.system,
        other.millilitres,
    )


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case["status"] in {"ok", "flag"}],
    ids=lambda case: f"{case['locale']}: {case['phrase']}",
)
def test_a_case_printed_and_read_again_is_the_same(case):
    phrase = parse(case["phrase"], locale=case["locale"])
    assert same(parse(print_quantity(phrase), locale=case["locale"]), phrase)


amounts = st.one_of(
    st.floats(min_value=0.001, max_value=9000, allow_nan=False),
    st.integers(min_value=1, max_value=3000).map(float),
    st.integers(min_value=1, max_value=4000).map(lambda n: n / 1000),
)


@given(low=amounts, high=amounts, unit=st.sampled_from(UNITS), food=st.sampled_from(FOODS))
def test_any_quantity_printed_and_read_again_is_the_same(low, high, unit, food):
    low, high = min(low, high), max(low, high)
    size = unit if unit == "large" else ""
    phrase = Phrase("", "ok", low=low, high=high, unit=unit, size=size, food=food, locale="uk")
    again = parse(print_quantity(phrase), locale="uk")
    assert again.status in {"ok", "flag"}
    assert (again.low, again.high, again.unit, again.food) == (low, high, unit, food)


@given(
    many=st.integers(min_value=1, max_value=20),
    unit=st.sampled_from(["cups", "tbsp", "fl oz", "dl", "g", "oz", "slices"]),
    locale=st.sampled_from(["us", "uk", "metric"]),
)
def test_amounts_are_linear_in_their_number(many, unit, locale):
    one, several = parse(f"1 {unit} x", locale=locale), parse(f"{many} {unit} x", locale=locale)
    assert several.amount == pytest.approx(many * one.amount)
    for name in ("grams", "millilitres"):
        if getattr(one, name) is not None:
            assert getattr(several, name) == pytest.approx(many * getattr(one, name))


def same_ends(one: Phrase, other: Phrase) -> bool:
    return (one.low, one.high, one.unit) == (other.low, other.high, other.unit)


PIECES = """1 2 0 1/2 ½ , . - – x × ( ) [ and with of a an half dozen quarter cup g kg oz fl ml T
t c large heaped slice can eggs milk 2% 1e3 1,5 1.000 ∞ nan few about less than + / = each IU mg
calcium 7 up pot noodle ² ١ ' : ~ to between twenty hundred point £"""
pieces = st.sampled_from(re.split(r"\s+", PIECES))


@given(text=st.one_of(st.text(max_size=80), st.lists(pieces, max_size=12).map(" ".join)))
def test_any_text_is_read_or_refused(text):
    phrase = parse(text)
    assert phrase.text == text
    printed = print_quantity(phrase)
    assert not printed or same_ends(parse(printed), phrase)
    if phrase.status in {"ok", "flag"}:
        assert phrase.low is not None
        assert 0 < phrase.low <= phrase.amount <= phrase.high < math.inf
    with contextlib.suppress(QuantityError):
        assert 0 < parse_amount(text)[1] < math.inf


@pytest.mark.parametrize(
    ("text", "unit", "food"),
    [
        ("6 cucumber sticks", "stick", "cucumber"),
        ("3 carrot batons", "stick", "carrot"),
        ("3 celery sticks", "stick", "celery"),
        ("2 fish sticks", "", "fish sticks"),
        ("half a cucumber", "", "cucumber"),
    ],
)
def test_a_vegetable_cut_in_sticks_is_counted_in_sticks(text, unit, food):
    phrase = parse(text)
    assert (phrase.status, phrase.unit, phrase.food) == ("ok", unit, food)
