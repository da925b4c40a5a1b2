"""The road from diary to days on every engine: the same totals to 1e-9 on 100,000 rows."""

import shutil
import warnings

import numpy as np
import pandas as pd
import pytest
from engine_frames import NAMES, Engine, same

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
