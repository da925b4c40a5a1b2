import math
import subprocess
import sys

import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

from foods.composition import FACTORS_SCHEMA, FoodTable
from foods.densities import density_rules
from foods.errors import TableError, UnknownFoodError
from foods.factors import factors
from foods.groups import food_groups
from foods.nutrients import COLUMNS


@pytest.fixture(scope="module")
def table():
    return FoodTable.bundled()


@pytest.fixture(scope="module")
def rows(table):
    return table.arrow().to_pylist()


@pytest.fixture(scope="module")
def ready(table):
    return pq.read_table(table.factors_path)


def count(rows, prefix, column=None):
    return sum(
        row["food_id"].startswith(prefix) and (column is None or row[column] is not None)
        for row in rows
    )


def test_counts(table, rows):
    assert len(table) == len(rows) == 8789 + 107 + 296 + 3985
    assert [count(rows, p) for p in ("sr28:", "srlegacy:", "foundation:", "fndds2123:")] == [
        8789,
        107,
        296,
        3985,
    ]
    assert count(rows, "sr28:", "calcium_mg") == 8441
    assert count(rows, "sr28:", "magnesium_mg") == 8050
    assert (count(rows, "", "calcium_mg"), count(rows, "", "magnesium_mg")) == (12817, 12414)
    measures = table.measures_arrow()["food_id"].to_pylist()
    assert sum(food_id.startswith("sr28:") for food_id in measures) == 15438
    assert len(measures) == 15438 + 58


def test_every_food_is_sane(rows):
    limits = {
        "calcium_mg": 10_000,
        "magnesium_mg": 6_000,
        "energy_kcal": 905,
        "caffeine_mg": 6_000,
        "vitamin_d_ug": 300,
        "vitamin_b12_ug": 110,
        "water_g": 100.0,
    }
    groups = set(food_groups())
    wrong = [
        (row["food_id"], column, row[column])
        for row in rows
        for column, limit in limits.items()
        if row[column] is not None and not 0 <= row[column] <= limit
    ]
    wrong += [
        (row["food_id"], name, row[name])
        for row in rows
        for name in ("description", "food_group", "source", "release")
        if not row[name]
    ]
    wrong += [
        (r["food_id"], "group", r["food_group"]) for r in rows if r["food_group"] not in groups
    ]
    wrong += [
        (row["food_id"], f"{name}_derivation", row[f"{name}_derivation"])
        for row in rows
        for name in ("calcium", "magnesium")
        if (row[f"{name}_mg"] is None) != (row[f"{name}_derivation"] is None)
    ]
    wrong += [(r["food_id"], "aliases", None) for r in rows if r["aliases"] is None]
    assert wrong == []


def test_ids_are_unique(rows):
    ids = [row["food_id"] for row in rows]
    assert len(set(ids)) == len(ids)


def test_every_measure_is_sane(table):
    wrong = [
        row
        for row in table.measures_arrow().to_pylist()
        if row["food_id"] not in table
        or not row["measure"]
        or not row["source"]
        or not (math.isfinite(row["grams"]) and row["grams"] > 0)
    ]
    assert wrong == []


def test_plant_drinks_are_all_settled(rows):
    open_ = [r for r in rows if r["food_group"] == "plant drinks" and r["fortified"] is None]
    assert open_ == []


def test_an_unknown_food_is_named(table):
    with pytest.raises(UnknownFoodError, match="sr28:99999"):
        table.food("sr28:99999")
    with pytest.raises(UnknownFoodError):
        table.measures_of("sr28:99999")
    assert "sr28:99999" not in table
    assert "sr28:11457" in table


def test_provenance_of_a_measured_value(table):
    spinach = table.food("sr28:11457")
    assert (spinach.calcium_n, spinach.calcium_se) == (9, 4.996)
    assert spinach.calcium_derivation == "source 1: Analytical or derived from analytical"
    assert spinach.source == "USDA SR28"
    kale = table.food("sr28:11233")
    assert kale.calcium_n is None
    assert "SR Legacy" in kale.source
    assert "SR Legacy" in kale.calcium_derivation


def test_own_foods_are_layered(table):
    own = pd.DataFrame(
        {
            "food_id": ["user:loaf"],
            "description": ["My loaf"],
            "food_group": ["breads and crackers"],
            "calcium_mg": [150.0],
        }
    )
    slices = pd.DataFrame({"food_id": ["user:loaf"], "measure": ["slice"], "grams": [40.0]})
    both = table.layered(own, slices)
    assert len(both) == len(table) + 1
    assert "user:loaf" not in table
    loaf = both.food("user:loaf")
    assert (loaf.calcium_mg, loaf.magnesium_mg, loaf.source) == (150.0, None, "own entry")
    assert both.measures_of("user:loaf")[0].grams == 40.0
    assert both.measures_of("sr28:11457") == table.measures_of("sr28:11457")
    made = {row["unit"]: row for row in factors(both, both.own).to_pylist()}
    assert made["slice"]["calcium_mg"] == pytest.approx(60.0)
    assert made["slice"]["magnesium_mg"] is None
    assert both.info()["own_foods"] == 1


def test_a_polars_frame_is_layered_too(table):
    own = pl.DataFrame({"food_id": ["user:tea"], "description": ["My tea"]})
    assert table.layered(own).food("user:tea").food_group == "own foods"


def test_an_own_food_replaces_nothing(table):
    twice = pd.DataFrame({"food_id": ["user:a", "user:a"], "description": ["a", "b"]})
    taken = pd.DataFrame({"food_id": ["sr28:11457"], "description": ["spinach"]})
    for frame, name in ((twice, "user:a"), (taken, "sr28:11457")):
        with pytest.raises(TableError, match=name):
            table.layered(frame)
    with pytest.raises(TableError, match="description"):
        table.layered(pd.DataFrame({"food_id": ["user:b"]}))


@pytest.mark.parametrize("grams", [0.0, -1.0, math.inf, math.nan, None])
def test_an_own_measure_weighs_something(table, grams):
    own = pd.DataFrame({"food_id": ["user:a"], "description": ["a"]})
    cup = pd.DataFrame({"food_id": ["user:a"], "measure": ["cup"], "grams": [grams]}, dtype=object)
    cup["grams"] = cup["grams"].astype("float64")
    with pytest.raises(TableError, match="weigh nothing"):
        table.layered(own, cup)


def test_a_missing_or_foreign_table_is_refused(tmp_path):
    with pytest.raises(TableError, match=r"foods\.parquet"):
        FoodTable.load(tmp_path)
    pq.write_table(FoodTable.bundled().arrow(), tmp_path / "foods.parquet")
    with pytest.raises(TableError, match="schema version"):
        FoodTable.load(tmp_path)


def test_info_names_releases_and_hashes(table):
    info = table.info()
    assert info["foods"] == 13177
    assert info["magnesium_known"] == 12414
    assert info["releases"]["USDA FNDDS 2021-2023"]["foods"] == 3985
    assert set(info["files"]) == {"foods.parquet", "measures.parquet", "factors.parquet"}
    assert all(len(sha) == 64 for sha in info["files"].values())


def test_frame_keeps_unknown_unknown(table):
    frame = table.frame()
    assert frame["magnesium_mg"].isna().sum() == 763


def test_factors_are_sorted_and_unique(ready):
    assert ready.schema.names == FACTORS_SCHEMA.names
    keys = list(zip(ready["food_id"].to_pylist(), ready["unit"].to_pylist(), strict=True))
    assert keys == sorted(set(keys))
    assert set(ready["amount_status"].to_pylist()) == {"exact", "estimated"}


def test_factors_are_grams_times_composition(table, ready):
    wrong = []
    for row in ready.slice(0, ready.num_rows).to_pylist()[::97]:
        food = table.food(row["food_id"])
        for column in COLUMNS:
            per_100_g = getattr(food, column)
            if per_100_g is None:
                wrong += [row] if row[column] is not None else []
            elif row[column] != pytest.approx(per_100_g * row["grams"] / 100, rel=1e-12):
                wrong.append(row)
    assert wrong == []


def test_every_food_has_mass_factors(table, ready):
    grams = [
        food_id
        for food_id, unit, one in zip(
            ready["food_id"].to_pylist(),
            ready["unit"].to_pylist(),
            ready["grams"].to_pylist(),
            strict=True,
        )
        if unit == "g" and one == 1.0
    ]
    assert grams == sorted(table)


def test_factors_can_be_made_again(table, ready):
    some = sorted(table)[::500]
    made = factors(table, some).to_pylist()
    kept = [row for row in ready.to_pylist() if row["food_id"] in set(some)]
    assert made == kept


def test_densities_have_sources_and_are_liquids():
    rules = [rule for rule in density_rules() if rule.density is not None]
    assert len(rules) > 20
    wrong = [
        r for r in rules if not (0.9 <= r.density.g_per_ml <= 1.3 and "SR28" in r.density.source)
    ]
    assert wrong == []


def test_densities_are_the_measures_they_name(table):
    wrong = []
    for rule in density_rules():
        if rule.density is None:
            continue
        number = next(
            w for w in rule.density.source.replace(":", " ").split() if w.isdigit() and len(w) == 5
        )
        stated = [
            m.grams / (236.588 if m.measure.startswith("cup") else 29.5735)
            for m in table.measures_of(f"sr28:{number}")
            if m.measure.startswith(("cup", "fl oz"))
        ]
        if min(abs(density - rule.density.g_per_ml) for density in stated) > 0.001:
            wrong.append((rule.density, stated))
    assert wrong == []


@pytest.mark.parametrize(
    ("food_id", "g_per_ml"),
    [
        ("fndds2123:oat-milk", 1.014),
        ("fndds2123:soy-milk-unsweetened", 1.027),
        ("fndds2123:milk-whole", 1.031),
        ("fndds2123:orange-juice-100-nfs", 1.048),
        ("fndds2123:spinach-raw", None),
        ("fndds2123:milk-dry-not-reconstituted", None),
        ("fndds2123:ice-cream-vanilla", None),
        ("sr28:14214", None),
    ],
)
def test_density_only_for_what_is_poured(table, food_id, g_per_ml):
    density = table.density_of(food_id)
    assert (density.g_per_ml if density else None) == g_per_ml


def test_importing_foods_brings_no_pandas_and_no_pint():
    code = (
        "import sys; from foods.composition import FoodTable; from foods.measures import weigh;"
        "weigh(FoodTable.bundled(), 'sr28:11457', 'cup');"
        "assert not {'pandas', 'pint'} & set(sys.modules), 'heavy import'"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
