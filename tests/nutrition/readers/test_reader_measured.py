"""Measured recalls: what the readers add up is what the files themselves state."""

import pandas as pd
import pytest
from engine_frames import same

from nutrition.batch import Job, run

pytestmark = pytest.mark.measured


def joined(left, right):
    both = left.merge(right, on=["person_id", "day"], suffixes=("", "_stated"), how="outer")
    assert both["calcium_mg"].notna().all()
    return both


def test_asa24_items_add_up_to_all_46_totals(totals_of, shared_data):
    folder = shared_data / "asa24_vvkaj"
    items, totals = totals_of(folder / "items.csv"), totals_of(folder / "totals.csv")
    both = joined(items.days, totals.days)
    assert len(both) == 46
    for column in ("calcium_mg", "magnesium_mg", "energy_kcal", "caffeine_mg", "vitamin_d_ug"):
        assert both[column].tolist() == pytest.approx(
            both[f"{column}_stated"].tolist(), rel=1e-6, abs=1e-6
        ), column
    assert both["items"].tolist() == both["items_stated"].tolist()


def test_nhanes_lines_add_up_to_the_days_exactly(totals_of, shared_data):
    folder = shared_data / "nhanes_2015_2016"
    items, totals = totals_of(folder / "items.csv"), totals_of(folder / "day_totals.csv")
    assert items.items == 33_190
    assert totals.day_rows == 8_802
    both = items.days.merge(totals.days, on=["person_id", "day"], suffixes=("", "_stated"))
    assert len(both) == len(items.days) == 2_082
    assert both["calcium_mg"].tolist() == both["calcium_mg_stated"].tolist()
    assert both["magnesium_mg"].tolist() == both["magnesium_mg_stated"].tolist()
    assert both["items"].tolist() == both["items_stated"].tolist()
    assert items.report[0]["known_share"] == {"calcium_mg": 1.0, "magnesium_mg": 1.0}


def test_nhanes_demographics_describe_everyone_in_the_recalls(totals_of, shared_data):
    folder = shared_data / "nhanes_2015_2016"
    people = totals_of(folder / "items.csv", folder / "demo.csv").people
    assert len(people) == 1_041
    assert set(people["sex"]) == {"1.0", "2.0"}
    assert people["survey_weight"].notna().all()


@pytest.mark.parametrize("engine", ["pandas", "polars"])
@pytest.mark.parametrize("folder", ["asa24_vvkaj", "nhanes_2015_2016"])
def test_engines_give_the_same_days_of_measured_recalls(
    shared_data, tmp_path, table, folder, engine
):
    """The nutrients that the recalls state, summed on each engine: the same to 1e-9."""
    found = []
    for name in ("duckdb", engine):
        job = Job((shared_data / folder / "items.csv",), tmp_path / name, engine=name)
        run(job, table)
        days = pd.read_csv(tmp_path / name / "day_totals.csv", dtype={"day": str})
        found.append(days.sort_values(["person_id", "day"], ignore_index=True))
    assert len(found[0]) > 40
    same(*found)
