"""Official releases: read in every shape, installed whole, found by bare code."""

import importlib.util
import json
import re
import shutil
import sys
from pathlib import Path

import fdc_files
import pyarrow.parquet as pq
import pytest
from fdc_server import FdcServer, Status
from hypothesis import given
from hypothesis import strategies as st

from foods import release_list, releases
from foods.composition import DATA, FoodTable
from foods.download import DownloadError
from foods.errors import TableError, UnknownFoodError
from foods.installed import InstalledTable, bare_codes, open_folder
from foods.measures import weigh
from foods.nutrients import COLUMNS
from foods.release_measures import Portion, measures_of_one, one_of
from nutrition.cli import main

ROOT = Path(__file__).resolve().parents[2]
FNDDS = "FoodData_Central_survey_food_csv_2020-10-30.zip"
MAKERS = {
    "fndds": (fdc_files.fndds, "2017-2018", FNDDS),
    "sr": (fdc_files.sr_legacy, "2018-04", "FoodData_Central_sr_legacy_food_csv_2018-04.zip"),
    "foundation": (
        fdc_files.foundation,
        "2026-04-30",
        "FoodData_Central_foundation_food_csv_2026-04-30.zip",
    ),
}


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    """Keep every test out of the user's own folders."""
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "data")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "cache")
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: tmp_path / "config")


@pytest.fixture
def server():
    with FdcServer() as running:
        for make, _, name in MAKERS.values():
            running.files[name] = fdc_files.zipped(make())
        yield running


def saved(tmp_path, files, name=FNDDS):
    path = tmp_path / name
    path.write_bytes(fdc_files.zipped(files))
    return path


def built(tmp_path, kind="fndds", **changed):
    make, label, name = MAKERS[kind]
    releases.build(kind, label, path=saved(tmp_path, {**make(), **changed}, name))
    return releases.open_table(f"{kind}-{label}")


def tables(tmp_path):
    return sorted(path.name for path in (tmp_path / "data" / "foods").glob("*"))


# What a portion's words say


@pytest.mark.parametrize(
    ("text", "grams", "measure", "of_one"),
    [
        ("1 cup", 244.0, "cup", 244.0),
        ("1 cup, NFS", 253.0, "cup", 253.0),
        ("1 fl oz", 30.5, "fl oz", 30.5),
        ("1 fl oz (NFS)", 30.5, "fl oz", 30.5),
        ('1 medium (3-1/2" dia)', 105.0, 'medium (3-1/2" dia)', 105.0),
        ("1 cup, cooked, diced", 140.0, "cup, cooked, diced", 140.0),
        ("1/2 bagel", 52.5, "bagel", 105.0),
        ("10 chips", 20.0, "chips", 2.0),
        ("0.5 cup", 60.0, "cup", 120.0),
        ("2 fl oz", 61.0, "fl oz", 30.5),
        ("6 oz container", 170.0, "6 oz container", 170.0),
        ("1 6 oz container", 170.0, "6 oz container", 170.0),
        ("10-3/4 oz can", 305.0, "10-3/4 oz can", 305.0),
        ("1 100 calorie package", 22.0, "100 calorie package", 22.0),
        ('1/4 of 9" dia pie', 150.0, '1/4 of 9" dia pie', 150.0),
        ('3-12" legs', 90.0, '3-12" legs', 90.0),
        ("1-3 ring thin pretzel", 6.0, "1-3 ring thin pretzel", 6.0),
        ("1/3 cup (makes 1 cup milk)", 23.0, "1/3 cup (makes 1 cup milk)", 23.0),
        ("1/4 cup (66 pieces)", 45.0, "1/4 cup (66 pieces)", 45.0),
        ("Quantity not specified", 244.0, "Quantity not specified", 244.0),
        ("Juice of 1 lemon", 48.0, "Juice of 1 lemon", 48.0),
    ],
)
def test_a_portion_is_for_one(text, grams, measure, of_one):
    made = one_of(text, grams)
    assert made[0] == measure
    assert made[1] == pytest.approx(of_one)


@given(
    st.integers(1, 500),
    st.sampled_from(["cup", "slices", "bagel", "tablespoon, heaping"]),
    st.floats(0.1, 5000),
)
def test_grams_of_one_times_their_number_are_the_portion(number, thing, grams):
    measure, of_one, direct = one_of(f"{number} {thing}", grams)
    assert measure == thing
    assert of_one * number == pytest.approx(grams)
    assert direct == (number == 1)


def test_a_portion_without_weight_is_no_measure():
    assert measures_of_one([Portion("1 cup", 0.0), Portion("Quantity not specified", 0.0)]) == []
    assert measures_of_one([Portion("Quantity not specified", 80.0)]) == [
        ("Quantity not specified", 80.0)
    ]


def test_one_that_is_stated_goes_before_one_that_is_worked_out():
    stated = [Portion("10 chips", 21.0), Portion("1 chip", 2.0), Portion("1 chip", 2.0)]
    assert measures_of_one(stated) == [("chip", 2.0)]


# Every shape


@pytest.mark.parametrize("category", ["wweia_category_number", "wweia_category_code"])
@pytest.mark.parametrize("as_folder", [False, True])
def test_fndds(tmp_path, category, as_folder):
    files = fdc_files.fndds(category)
    path = saved(tmp_path, files)
    if as_folder:
        path = tmp_path / "unpacked"
        path.mkdir()
        for name, body in files.items():
            (path / name).write_bytes(body)
    meta = releases.build("fndds", path=path)
    assert (meta["name"], meta["release"]) == ("fndds-2017-2018", "2017-2018")
    assert meta["counts"] | {"factors": 0} == {
        "foods": 4,
        "measures": 7,
        "factors": 0,
        "calcium_known": 4,
        "magnesium_known": 3,
    }
    assert meta["left_out"] == {"portions_without_weight": 1}
    table = releases.open_table(meta["name"])
    milk = table.food("fndds1718:11111000")
    assert (milk.description, milk.aliases, milk.food_group) == (
        "Milk, whole",
        "leche fresca",
        "milk",
    )
    assert (milk.calcium_mg, milk.magnesium_mg, milk.energy_kcal) == (123, 12, 60)
    assert (milk.vitamin_d_ug, milk.water_g, milk.caffeine_mg) == (1.1, 88.1, 0)
    assert milk.vitamin_b12_ug is None  # not stated is not zero
    assert milk.source == "USDA FNDDS 2017-2018"
    assert milk.calcium_derivation == "as USDA FNDDS 2017-2018 states it"
    assert [(m.measure, m.grams) for m in table.measures_of("fndds1718:11111000")] == [
        ("cup", 244.0),
        ("fl oz", 30.5),
        ("Quantity not specified", 244.0),
    ]
    shake = table.food("95103000")
    assert (shake.magnesium_mg, shake.magnesium_derivation) == (None, None)
    assert shake.food_group == "beverages"
    assert weigh(table, "51180010", "bagel").grams_per_unit == 105.0
    assert weigh(table, "95103000", "cup").status == "exact"


def test_sr_legacy(tmp_path):
    table = built(tmp_path, "sr")
    butter = table.food("sr:01001")
    assert (butter.calcium_mg, butter.calcium_n, butter.energy_kcal) == (24, 18, 717)
    assert butter.calcium_derivation == "A: Analytical"
    assert butter.food_group == "fats and oils"
    assert [m.measure for m in table.measures_of("1001")] == [
        'pat (1" sq, 1/3" high)',
        "tbsp",
        "cup",
    ]
    assert weigh(table, "11457", "bunch").grams_per_unit == 340.0  # 0.5 of it is 170 g
    assert table.food("11457").vitamin_d_ug == 0.0  # a stated zero is a zero
    assert table.food("11976").magnesium_mg is None


def test_foundation(tmp_path):
    table = built(tmp_path, "foundation")
    assert list(table) == ["foundation:2700001"]  # the newer of two, and no sample
    hummus = table.food("2700001")
    assert (hummus.calcium_mg, hummus.magnesium_mg) == (41.2, 71.1)
    assert hummus.energy_kcal == 229  # specific factors before general ones
    assert [(m.measure, m.grams) for m in table.measures_of("2700001")] == [
        ("tablespoon", 16.95),
        ("cup, whipped", 246.0),
    ]
    meta = releases.installed()["foundation-2026-04-30"]
    assert meta["left_out"] == {"foods_published_again": 1}


def test_foundation_says_its_date_where_nobody_does(tmp_path):
    path = saved(tmp_path, fdc_files.foundation(), "mine.zip")
    assert releases.build("foundation", path=path)["release"] == "2025-12-18"


def test_the_at_a_glance_workbooks(tmp_path):
    folder = tmp_path / "books"
    folder.mkdir()
    for name, content in fdc_files.glance().items():
        (folder / name).write_bytes(content)
    releases.build("fndds", path=folder)
    table = releases.open_table("fndds-2017-2018")
    milk = table.food("fndds1718:11111000")
    assert (milk.calcium_mg, milk.magnesium_mg, milk.vitamin_b12_ug) == (123, 12, 0.54)
    assert (milk.vitamin_d_ug, milk.water_g, milk.aliases) == (1.1, 88.1, "leche fresca")
    assert table.food("51180010").water_g is None
    assert [(m.measure, m.grams) for m in table.measures_of("51180010")] == [("bagel", 105.0)]
    (folder / "2017-2018 FNDDS At A Glance - Portions and Weights.xlsx").unlink()
    with pytest.raises(TableError, match="Portions and Weights"):
        releases.build("fndds", path=folder)


def test_two_plain_files(tmp_path):
    folder = tmp_path / "plain"
    folder.mkdir()
    (folder / "foods.csv").write_text(
        "food_code,description,wweia_category_desc,calcium_mg,magnesium_mg\n"
        '11111000,"Milk, whole","Milk, whole",123,12\n53108200,Snack cake,Cakes and pies,,30\n',
        encoding="utf-8",
    )
    (folder / "portions.csv").write_text(
        "food_code,seq,portion,grams,subcode,subcode_desc\n11111000,1,1 cup,244.0,,\n"
        "11111000,2,Quantity not specified,0.0,,\n53108200,1,1 cake,19.0,1000230.0,Kandy Kakes\n",
        encoding="utf-8",
    )
    with pytest.raises(TableError, match="which survey years"):
        releases.build("fndds", path=folder)
    releases.build("fndds", "2017-2018", path=folder)
    table = releases.open_table("fndds-2017-2018")
    assert [m.measure for m in table.measures_of("53108200")] == ["cake, Kandy Kakes"]
    assert table.food("53108200").calcium_mg is None
    assert len(table.measures_of("11111000")) == 1


def test_a_folder_of_zips_gives_each_its_own(tmp_path):
    for make, _, name in MAKERS.values():
        saved(tmp_path, make(), name)
    for kind in releases.KINDS:
        label = MAKERS[kind][1] if kind != "fndds" else None
        assert releases.build(kind, label, path=tmp_path)["name"] == f"{kind}-{MAKERS[kind][1]}"


def test_a_category_without_a_rule_is_told_and_not_fatal(tmp_path):
    names = fdc_files.cells(
        ["wweia_food_category_code", "wweia_food_category_description"],
        [["1002", "Drinks of the future"], ["4206", "Bagels and English muffins"]],
    )
    built(tmp_path, **{"wweia_food_category.csv": names})
    left = releases.installed()["fndds-2017-2018"]["left_out"]
    assert "Drinks of the future" in left["categories_without_rule"]


# What cannot be used is refused, and nothing is left half done


@pytest.mark.parametrize(
    "name", ["food.csv", "nutrient.csv", "food_nutrient.csv", "survey_fndds_food.csv"]
)
def test_a_missing_file_is_named(tmp_path, name):
    files = fdc_files.fndds()
    del files[name]
    with pytest.raises(TableError, match=re.escape(f"has no {name}")):
        releases.build("fndds", "2017-2018", path=saved(tmp_path, files))
    assert tables(tmp_path) == []


def test_a_missing_column_is_named(tmp_path):
    files = fdc_files.fndds()
    files["food_portion.csv"] = files["food_portion.csv"].replace(b"gram_weight", b"weight")
    with pytest.raises(TableError, match="lacks the columns gram_weight"):
        releases.build("fndds", "2017-2018", path=saved(tmp_path, files))


def test_a_unit_that_is_none_of_the_nutrient_is_refused(tmp_path):
    files = fdc_files.fndds()
    files["nutrient.csv"] = files["nutrient.csv"].replace(b'"MG","301"', b'"KCAL","301"')
    with pytest.raises(TableError, match="calcium_mg is stated in 'KCAL'"):
        releases.build("fndds", "2017-2018", path=saved(tmp_path, files))


def test_an_amount_that_is_none_is_unknown_and_counted(tmp_path):
    amounts = fdc_files.values(("1097512", "301", "n/a", "", ""), ("1097512", "304", "-1", "", ""))
    table = built(tmp_path, **{"food_nutrient.csv": amounts})
    milk = table.food("11111000")
    assert (milk.calcium_mg, milk.magnesium_mg) == (None, None)
    left = releases.installed()["fndds-2017-2018"]["left_out"]
    assert left["values_that_are_no_amount"] == 2


def test_another_release_than_was_asked_for_is_refused(tmp_path):
    path = saved(tmp_path, fdc_files.fndds(first="2019", last="2020"))
    with pytest.raises(TableError, match="is fndds 2019-2020, not 2017-2018"):
        releases.build("fndds", "2017-2018", path=path)
    assert releases.build("fndds", path=path)["name"] == "fndds-2019-2020"


def test_a_zip_bomb_is_not_unpacked(tmp_path):
    path = tmp_path / "bomb.zip"
    path.write_bytes(fdc_files.bomb())
    assert path.stat().st_size < 100_000
    with pytest.raises(TableError, match="would unpack to 20,000,000 bytes"):
        releases.build("fndds", "2017-2018", path=path)
    assert tables(tmp_path) == []


def test_a_damaged_archive_is_refused(tmp_path):
    path = saved(tmp_path, fdc_files.fndds())
    content = bytearray(path.read_bytes())
    at = content.index(b"food_nutrient.csv") + 60
    content[at : at + 20] = bytes(20)
    path.write_bytes(content)
    with pytest.raises(TableError, match="damaged"):
        releases.build("fndds", "2017-2018", path=path)
    path.write_bytes(bytes(content[:-200]))
    with pytest.raises(TableError, match="no zip archive"):
        releases.build("fndds", "2017-2018", path=path)
    with pytest.raises(TableError, match="no such file"):
        releases.build("fndds", "2017-2018", path=tmp_path / "nowhere.zip")
    assert tables(tmp_path) == []


@pytest.mark.parametrize(("kind", "label"), [("branded", None), ("fndds", "newest"), ("sr", "28")])
def test_a_release_that_is_none_is_refused_with_those_on_record(kind, label):
    with pytest.raises(TableError) as told:
        releases.find_release(kind, label)
    assert "fndds" in told.value.hint or "On record: 20" in told.value.hint


def test_the_releases_on_record_are_sound():
    names = [one.name for one in releases.RELEASES]
    assert len(set(names)) == len(names) == 8
    wrong = [
        one
        for one in releases.RELEASES
        if not re.fullmatch(r"FoodData_Central_\w+_csv_\d{4}-\d{2}(-\d{2})?\.zip", one.file)
    ]
    assert wrong == []
    assert releases.find_release("fndds", "2017-2018").prefix == "fndds1718"
    assert releases.find_release("fndds", "2017-2018").file == FNDDS
    assert releases.find_release("fndds").label == "2021-2023"
    assert releases.find_release("foundation", "2027-04-29").file.endswith("2027-04-29.zip")


# Downloads


def test_download_and_install(server, tmp_path):
    meta = releases.build("fndds", "2017-2018", base=server.url)
    (origin,) = meta["inputs"]
    assert origin["url"] == server.url + FNDDS
    assert re.fullmatch("[0-9a-f]{64}", origin["sha256"])
    assert origin["bytes"] == len(server.files[FNDDS])
    assert tables(tmp_path) == ["fndds-2017-2018"]
    assert list((tmp_path / "cache").rglob("*.zip")) == []
    stored = json.loads(
        (tmp_path / "data" / "foods" / meta["name"] / "meta.json").read_text(encoding="utf-8")
    )
    assert stored == meta
    assert set(stored["files"]) == {
        *("foods.parquet", "measures.parquet", "factors.parquet", "search.sqlite"),
    }


def test_an_address_of_one_zip_is_taken_as_it_is(server):
    server.files["moved/here.zip"] = server.files[FNDDS]
    meta = releases.build("fndds", "2017-2018", base=f"{server.url}moved/here.zip")
    assert meta["counts"]["foods"] == 4


def test_a_zip_with_another_hash_than_on_record_is_not_installed(server, tmp_path, monkeypatch):
    known = release_list.Release("fndds", "2017-2018", "2020-10-30", sha256="0" * 64)
    monkeypatch.setattr(release_list, "RELEASES", (known,))
    with pytest.raises(DownloadError, match="sha256"):
        releases.build("fndds", "2017-2018", base=server.url)
    assert tables(tmp_path) == []


def test_a_failed_update_leaves_the_installed_table(server, tmp_path):
    releases.build("fndds", "2017-2018", base=server.url)
    before = releases.installed()
    server.files[FNDDS] = fdc_files.bomb()
    with pytest.raises(TableError, match="unpack"):
        releases.build("fndds", "2017-2018", base=server.url)
    server.files[FNDDS] = b"<html>Sign in</html>"
    with pytest.raises(DownloadError, match="web page"):
        releases.build("fndds", "2017-2018", base=server.url)
    server.faults[FNDDS] = [Status(404)]
    with pytest.raises(DownloadError, match="404"):
        releases.build("fndds", "2017-2018", base=server.url)
    assert releases.installed() == before
    assert tables(tmp_path) == ["fndds-2017-2018"]


# Installed tables


def test_releases_stand_side_by_side(tmp_path):
    built(tmp_path)
    path = saved(tmp_path, fdc_files.fndds(first="2019", last="2020"))
    releases.build("fndds", path=path)
    built(tmp_path, "sr")
    names = ["fndds-2017-2018", "fndds-2019-2020", "sr-2018-04"]
    assert list(releases.installed()) == tables(tmp_path) == names
    assert "fndds1718:11111000" in releases.open_table("fndds-2017-2018")
    assert "fndds1920:11111000" in releases.open_table("fndds-2019-2020")


def test_an_unknown_table_lists_those_there_are(tmp_path):
    built(tmp_path, "sr")
    with pytest.raises(
        TableError, match=r"'fndds-2017-2018'; there is bundled, sr-2018-04"
    ) as told:
        releases.open_table("fndds-2017-2018")
    assert told.value.hint.endswith("mgca foods build fndds --release 2017-2018.")
    with pytest.raises(TableError):
        releases.open_table("../sr-2018-04")
    assert releases.open_table("bundled") is FoodTable.bundled()


def test_a_replacement_cut_short_is_mended(tmp_path):
    built(tmp_path)
    root = tmp_path / "data" / "foods"
    (root / "fndds-2017-2018").rename(root / ".fndds-2017-2018.previous")
    (root / ".fndds-2017-2018.new").mkdir()  # half made
    before = (root / ".fndds-2017-2018.previous" / "meta.json").read_text(encoding="utf-8")
    assert list(releases.installed()) == ["fndds-2017-2018"]
    assert (root / "fndds-2017-2018" / "meta.json").read_text(encoding="utf-8") == before
    built(tmp_path)
    assert tables(tmp_path) == ["fndds-2017-2018"]


def test_a_whole_new_table_takes_its_place_after_a_crash(tmp_path):
    built(tmp_path)
    root = tmp_path / "data" / "foods"
    (root / "fndds-2017-2018").rename(root / ".fndds-2017-2018.new")
    shutil.copytree(root / ".fndds-2017-2018.new", root / ".fndds-2017-2018.previous")
    (root / ".fndds-2017-2018.previous" / "meta.json").write_text("{}", encoding="utf-8")
    assert releases.installed()["fndds-2017-2018"]["counts"]["foods"] == 4


def test_looking_disturbs_no_build_at_work(tmp_path):
    built(tmp_path)
    draft = tmp_path / "data" / "foods" / ".sr-2018-04.new"
    draft.mkdir()
    assert list(releases.installed()) == ["fndds-2017-2018"]
    assert draft.is_dir()


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "data").write_text("a file, not a folder", encoding="utf-8")
    with pytest.raises(TableError, match="cannot be written"):
        built(tmp_path)


def test_a_folder_is_opened_as_what_it_is(tmp_path):
    built(tmp_path)
    assert "51180010.0" in open_folder(tmp_path / "data" / "foods" / "fndds-2017-2018")
    assert type(open_folder(DATA)) is FoodTable


def test_building_again_gives_the_same_tables(tmp_path):
    built(tmp_path)
    first = releases.installed()["fndds-2017-2018"]
    built(tmp_path)
    second = releases.installed()["fndds-2017-2018"]
    assert first["files"] == second["files"]
    assert first["inputs"] == second["inputs"]


# Bare codes


@pytest.mark.parametrize("code", ["51180010", "51180010.0", "fndds1718:51180010"])
def test_a_food_answers_to_its_bare_code(tmp_path, code):
    table = built(tmp_path)
    assert code in table
    assert table.food(code).description == "Bagel"
    assert table.food_id_of(code) == "fndds1718:51180010"
    assert len(table) == 4


@pytest.mark.parametrize("code", ["51180011", "51180010.5", "", "1718:51180010"])
def test_another_code_is_no_food(tmp_path, code):
    table = built(tmp_path)
    assert code not in table
    with pytest.raises(UnknownFoodError):
        table.food(code)


def test_codes_without_their_leading_zero():
    assert bare_codes("sr:01001") == ("01001", "1001")
    assert bare_codes("fndds1718:11111000") == ("11111000",)


def test_ready_factors_hold_the_bare_codes_too(tmp_path):
    table = built(tmp_path)
    rows = pq.read_table(table.factors_path).to_pylist()
    by_key = {(row["food_id"], row["unit"]): row for row in rows}
    assert len(by_key) == len(rows)
    assert [(r["food_id"], r["unit"]) for r in rows] == sorted(by_key)
    full = {key: row for key, row in by_key.items() if ":" in key[0]}
    assert len(full) * 2 == len(rows)
    wrong = [
        key
        for key, row in full.items()
        for column in ("grams", "amount_status", *COLUMNS)
        if row[column] != by_key[key[0].partition(":")[2], key[1]][column]
    ]
    assert wrong == []
    assert by_key["11111000", "g"]["calcium_mg"] == pytest.approx(1.23)
    assert by_key["11111000", "quantity not specified"]["grams"] == 244.0


def test_own_foods_over_an_installed_table(tmp_path):
    import pandas as pd

    table = built(tmp_path)
    own = pd.DataFrame({"food_id": ["user:51180010"], "description": ["My bagel"]})
    both = table.layered(own)
    assert isinstance(both, InstalledTable)
    assert both.food("51180010").description == "Bagel"
    assert both.food("user:51180010").description == "My bagel"


@pytest.mark.parametrize("write", ["{}", "{}.0", "fndds1718:{}"])
def test_a_coded_diary_is_recomputed_in_the_batch(tmp_path, write_csv, write):
    built(tmp_path)
    code = write.format
    diary = write_csv(
        [
            ["id", "day", "code", "name", "amount"],
            ["a", "1", code("11111000"), "milk", "200"],
            ["a", "1", code("51180010"), "bagel", "50"],
            ["a", "1", code("99999999"), "milk, whole", "100"],
        ]
    )
    out = tmp_path / "out"
    columns = "person_id=id,day=day,food_id=code,food=name,amount=amount"
    words = ["batch", str(diary), "--columns", columns, "--unit", "g", "--items"]
    assert main([*words, "--foods", "fndds-2017-2018", "--out", str(out)]) == 0
    items = pq.read_table(out / "items.parquet").to_pylist()
    known = {row["food"]: row for row in items}
    assert known["milk"]["calcium_mg"] == pytest.approx(246.0)
    assert known["bagel"]["magnesium_mg"] == pytest.approx(11.0)
    missing = known["milk, whole"]
    assert (missing["calcium_mg"], missing["magnesium_mg"]) == (None, None)
    assert (missing["food_status"], missing["amount_status"]) == ("unknown", "exact")
    assert missing["reason"]
    used = json.loads((out / "run.json").read_text(encoding="utf-8"))["foods"]
    assert list(used["releases"]) == ["USDA FNDDS 2017-2018"]


# The command


def test_the_command_builds_lists_and_uses(server, capsys):
    assert main(["foods", "build", "all", "--url", server.url]) == 1  # FNDDS 2021-2023 is not there
    said = capsys.readouterr()
    assert "404" in said.err
    assert "Use it with --foods sr-2018-04." in said.out  # the others stand all the same
    newest = releases.find_release("fndds").file
    server.files[newest] = fdc_files.zipped(fdc_files.fndds(first="2021", last="2023"))
    assert main(["foods", "build", "all", "--url", server.url]) == 0
    said = capsys.readouterr().out
    for name in ("fndds-2021-2023", "sr-2018-04", "foundation-2026-04-30"):
        assert f"Use it with --foods {name}." in said
    assert main(["foods", "info"]) == 0
    said = capsys.readouterr().out
    assert "Table in use: bundled" in said
    assert "fndds-2021-2023" in said
    assert main(["foods", "info", "--foods", "sr-2018-04", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["foods"], next(iter(told["installed"]))) == (3, "fndds-2021-2023")
    assert main(["search", "spinach", "--foods", "sr-2018-04", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["food_id"] == "sr:11457"


def test_the_command_takes_a_file_and_names_what_is_wrong(tmp_path, capsys):
    path = saved(tmp_path, fdc_files.fndds())
    assert main(["foods", "build", "fndds", "--from", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["release"] == "2017-2018"
    assert main(["foods", "build", "sr", "--from", str(path)]) == 1
    assert "has no sr_legacy_food.csv" in capsys.readouterr().err
    assert main(["foods", "build", "branded"]) == 1
    assert "fndds, sr, foundation" in capsys.readouterr().err
    assert main(["foods", "build"]) == 1
    assert "fndds|sr|foundation|all" in capsys.readouterr().err
    assert main(["search", "milk", "--foods", "fndds-1999-2000"]) == 1
    assert "there is bundled, fndds-2017-2018" in capsys.readouterr().err


def test_offline_the_command_says_what_to_do(capsys):
    with FdcServer() as gone:
        pass
    assert main(["foods", "build", "sr", "--url", gone.url]) == 1
    said = capsys.readouterr().err
    assert "cannot be reached" in said
    assert "Traceback" not in said


# Measured


@pytest.mark.measured
def test_recalls_recomputed_by_code(shared_data):
    script = ROOT / "benchmarks" / "validate_fndds.py"
    spec = importlib.util.spec_from_file_location("validate_fndds", script)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    outcome = module.compare(shared_data)
    assert (outcome.lines, outcome.rejects) == (33_190, 0)
    assert outcome.matched + outcome.unknown == outcome.lines
    assert outcome.matched >= 0.97 * outcome.lines
    assert outcome.unknown_with_value == 0
    assert outcome.counted_unknown == outcome.unknown
    assert all(outcome.unknown_reasons)
    calcium, magnesium = outcome.figures["calcium_mg"], outcome.figures["magnesium_mg"]
    assert abs(calcium.bias) <= 0.02
    assert calcium.error_mg <= 2.5
    assert abs(magnesium.bias) <= 0.015
    assert magnesium.error_mg <= 0.7
