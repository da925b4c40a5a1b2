"""Unit words and sizes: every row of the data against pint, and the words that mislead pint."""

import csv
from pathlib import Path

import pytest

from foods import units
from foods.errors import UnitError

CANONICAL = {"g", "kg", "mg", "ug", "oz", "lb", "ml", "cl", "dl", "l", "tsp", "tbsp", "fl oz"} | {
    "cup",
    "pint",
    "quart",
    "gallon",
}


def rows(name):
    with (Path(units.__file__).parent / "data" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_size_is_what_pint_says():
    registry = units.registry()
    of = {"g": "gram", "ml": "milliliter"}
    wrong = [
        row
        for row in rows("unit_sizes.csv")
        if registry.Quantity(1.0, row["pint_name"]).to(of[row["of"]]).magnitude
        != pytest.approx(float(row["size"]), rel=1e-12)
    ]
    assert wrong == []
    assert len(rows("unit_sizes.csv")) == 39


def test_every_size_has_a_source_and_a_unit():
    known = {row["unit"] for row in rows("unit_words.csv")}
    bad = [row for row in rows("unit_sizes.csv") if not row["source"] or row["unit"] not in known]
    assert bad == []


def test_every_word_stands_once():
    words = [word.strip() for row in rows("unit_words.csv") for word in row["words"].split("|")]
    assert sorted(words) == sorted(set(words))


def test_mass_and_volume_units_are_the_canonical_ones_and_sized_everywhere():
    kinds = units.unit_kinds()
    assert {name for name, kind in kinds.items() if kind in {"mass", "volume"}} == CANONICAL
    unsized = [
        (name, locale)
        for name in CANONICAL
        for locale in units.LOCALES
        if units.unit_word(name, locale).size is None
    ]
    assert unsized == []


@pytest.mark.parametrize(
    ("text", "locale", "name", "size"),
    [
        ("cup", "us", "cup", 236.588),
        ("cup", "metric", "cup", 250),
        ("cups", "uk", "cup", 250),
        ("imperial cup", "us", "cup", 284.131),
        ("metric cup", "us", "cup", 250),
        ("US cup", "metric", "cup", 236.588),
        ("pint", "us", "pint", 473.176),
        ("pint", "uk", "pint", 568.261),
        ("imperial pint", "us", "pint", 568.261),
        ("US pint", "uk", "pint", 473.176),
        ("fl oz", "us", "fl oz", 29.5735),
        ("fl. oz.", "uk", "fl oz", 28.4131),
        ("Fluid Ounces", "metric", "fl oz", 28.4131),
        ("T", "us", "tbsp", 14.7868),
        ("T", "uk", "tbsp", 15),
        ("t", "us", "tsp", 4.92892),
        ("t", "metric", "tsp", 5),
        ("Australian tablespoon", "metric", "tbsp", 20),
        ("Tbsp.", "metric", "tbsp", 15),
        ("c", "us", "cup", 236.588),
        ("C", "us", "cup", 236.588),
        ("Mg", "us", "mg", 0.001),
        ("MG", "us", "mg", 0.001),
        ("mg", "us", "mg", 0.001),
        ("G", "us", "g", 1),
        ("gr", "us", "g", 1),
        ("µg", "us", "ug", 1e-6),
        ("μg", "us", "ug", 1e-6),
        ("mcg", "us", "ug", 1e-6),
        ("KG", "us", "kg", 1000),
        ("lbs", "us", "lb", 453.592),
        ("Ml", "us", "ml", 1),
        ("㎖", "us", "ml", 1),
        ("quart", "uk", "quart", 1136.52),
        ("gallon", "uk", "gallon", 4546.09),
        ("gallon", "us", "gallon", 3785.41),
    ],
)
def test_a_unit_word(text, locale, name, size):
    found = units.unit_word(text, locale)
    assert found is not None
    assert found.name == name
    assert found.size == pytest.approx(size, rel=1e-5)


NONE = "|Ca|IU|tesla|tonne|gross|metre|kcal|%|x|imperial|US|us g|imperial slice|cup cup|1|g/100 g"


@pytest.mark.parametrize("text", [*NONE.split("|"), "c" * 500])
def test_what_is_no_kitchen_unit(text):
    assert units.unit_word(text) is None


@pytest.mark.parametrize(("text", "kind"), [("slices", "household"), ("pcs", "count")])
def test_words_without_a_size(text, kind):
    found = units.unit_word(text)
    assert found is not None
    assert (found.kind, found.size) == (kind, None)


def test_grams_and_millilitres():
    assert units.grams("oz") == pytest.approx(28.349523125)
    assert units.grams(units.unit_word("pound")) == pytest.approx(453.59237)
    assert units.millilitres("cup", "metric") == 250
    assert units.millilitres(units.unit_word("imperial pint")) == pytest.approx(568.26125)


@pytest.mark.parametrize("unit", ["cup", "slice", "zzz"])
def test_grams_of_no_mass_is_an_error(unit):
    with pytest.raises(UnitError, match="Use one of"):
        units.grams(unit)


@pytest.mark.parametrize("unit", ["g", "slice", "zzz"])
def test_millilitres_of_no_volume_is_an_error(unit):
    with pytest.raises(UnitError, match="Use one of"):
        units.millilitres(unit)


def test_an_unknown_locale_is_an_error():
    with pytest.raises(UnitError, match="Choose one of"):
        units.unit_word("cup", "fr")


def test_the_registry_is_made_once():
    assert units.registry() is units.registry()
