"""The road from diary to days on every engine: the same totals to 1e-9 on 100,000 rows."""

import shutil
import warnings
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from engine_frames import NAMES, Engine, same

from foods.errors import DiaryError
from nutrition.intake import total
from nutrition.items import resolve

ROWS = 100_000


@pytest.fixture(scope="module")
def diary(table):
    """Return a coded diary with supplements, ranges, unknown foods and unknown units."""
    generator = np.random.default_rng(7)
    ids = [food_id for food_id in table if food_id.startswith("sr28:")][::40]
    foods = [*ids, "zorblax stew", "no such thing"]
    kinds = generator.choice(["food", "supplement", "water"], ROWS, p=[0.9, 0.05, 0.05])
    amount = generator.uniform(0.25, 3, ROWS).round(2)
    ranged = generator.random(ROWS) < 0.1
    return pd.DataFrame(
        {
            "person_id": generator.integers(0, 700, ROWS).astype(str),
            "day": generator.integers(1, 4, ROWS).astype(str),
            "food": generator.choice(foods, ROWS),
            "amount": amount,
            "unit": generator.choice(["g", "cup", "slice", "oz"], ROWS, p=[0.5, 0.3, 0.1, 0.1]),
            "kind": kinds,
            "amount_low": np.where(ranged, amount / 2, amount),
            "amount_high": np.where(ranged, amount * 2, amount),
        }
    )


@pytest.fixture(scope="module")
def expected(diary, table):
    """Return the days that pandas gives."""
    return Engine("pandas").pandas(total(resolve(diary, table)))


def test_the_diary_holds_what_engines_could_disagree_on(expected):
    assert expected["items"].sum() == ROWS
    assert (expected["magnesium_unknown_items"] > 0).any()
    assert (expected["calcium_mg_low"] < expected["calcium_mg"]).any()
    assert (expected["supplement_items"] > 0).any()


@pytest.mark.parametrize("name", NAMES)
def test_engines_agree(name, diary, expected, table):
    engine = Engine(name)
    same(expected, engine.pandas(total(resolve(engine.frame(diary), table))))


ONE_ROW = {"person_id": ["a"], "day": ["1"], "food": ["Spinach, raw"], "unit": ["g"]}


@pytest.mark.parametrize("name", ["pandas", "polars", "pyarrow", "duckdb"])
def test_decimal_amounts_are_numbers(name, table):
    import pyarrow as pa

    amounts = pa.array([Decimal("12.50")], pa.decimal128(8, 2))
    frame = pa.table({**ONE_ROW, "amount": amounts, "calcium_mg": amounts, "magnesium_mg": amounts})
    engine = Engine(name)
    if name == "polars":
        import polars as pl

        given = pl.from_arrow(frame)
    elif name == "duckdb":
        given = engine.connection.from_arrow(frame)
    else:
        given = frame if name == "pyarrow" else frame.to_pandas()
    (day,) = engine.pandas(total(resolve(given, table))).to_dict("records")
    assert (day["calcium_mg"], day["magnesium_mg"]) == (12.5, 12.5)


@pytest.mark.parametrize("name", ["pandas", "polars", "pyarrow", "duckdb"])
def test_a_frame_of_codes_needs_no_names(name, table):
    frame = pd.DataFrame(
        {"person_id": ["a"], "day": ["1"], "food_id": ["sr28:11457"], "amount": [100.0]}
    ).assign(unit="g")
    engine = Engine(name)
    (day,) = engine.pandas(total(resolve(engine.frame(frame), table))).to_dict("records")
    assert day["calcium_mg"] == pytest.approx(table.food("sr28:11457").calcium_mg)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ([1, 2], "A list is not a diary"),
        (None, "A NoneType is not a diary"),
        (pd.DataFrame(ONE_ROW), "no column amount"),
        (pd.DataFrame({"amount": [1.0]}), "no column person_id, day, food, unit"),
        (pd.DataFrame({**ONE_ROW, "amount": ["a lot"]}), "amount cannot be taken as numbers"),
        (
            pd.DataFrame({**ONE_ROW, "amount": [1.0], "calcium_mg": ["much"]}),
            "calcium_mg cannot be taken as numbers",
        ),
    ],
)
def test_what_is_no_diary_is_refused_in_words(given, message, table):
    with pytest.raises(DiaryError, match=message) as raised:
        resolve(given, table)
    assert raised.value.hint


@pytest.fixture(scope="module")
def spark():
    """Return a local Spark session on two cores; skips without pyspark or Java."""
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed (extra spark)")
    if shutil.which("java") is None:
        pytest.skip("Spark needs a Java runtime and there is none")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        session = (
            sql.SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "2")
            .getOrCreate()
        )
        yield session
        session.stop()


@pytest.mark.filterwarnings("ignore")  # pyspark warns about pandas 3; the results are compared
def test_a_spark_frame_goes_in_and_a_spark_frame_comes_out(spark, diary, expected, table):
    frame = spark.createDataFrame(diary)
    days = total(resolve(frame, table))
    assert type(days).__module__.startswith("pyspark")
    found = days.toPandas().sort_values(["person_id", "day"], ignore_index=True)
    same(expected, found)
