"""Within-person standard deviations: what ships, and that the script still gives it."""

import csv
import importlib.util
from pathlib import Path

import pandas as pd
import pytest

import nutrition.adequacy.within_person
from nutrition.adequacy.within_person import sd_sources, within_person

ROOT = Path(__file__).resolve().parents[2]
TABLE = Path(nutrition.adequacy.within_person.__file__).parents[1] / "data" / "within_person_sd.csv"
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))


def someone(sex, age_years):
    return pd.DataFrame({"sex": [sex], "age_months": [age_years * 12]})


def test_sources_and_counts():
    counts = {source: sum(row["sd_source"] == source for row in ROWS) for source in sd_sources()}
    assert counts == {
        "IOM 2000": 8,
        "NHANES 2007-2012 approximate": 28,
        "NHANES 2015-2016": 16,
    }


def test_every_row_has_sd_cv_source_and_confidence_and_none_is_recalled_low():
    wrong = [
        row
        for row in ROWS
        if not all(row[c] for c in ("sd_within_mg", "cv_within_percent", "source", "confidence"))
        or row["confidence"] == "recalled-low"
        or (row["sd_source"] != "IOM 2000" and not row["people"])
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("sex", "age", "nutrient", "sd", "source"),
    [
        ("female", 40, "calcium_mg", 325, "IOM 2000"),
        ("female", 40, "magnesium_mg", 85.9, "IOM 2000"),
        ("male", 40, "calcium_mg", 492, "IOM 2000 (recalled)"),
        ("female", 51, "magnesium_mg", 74.7, "IOM 2000 (recalled)"),
    ],
)
def test_values_of_the_book(sex, age, nutrient, sd, source):
    found = within_person(someone(sex, age), nutrient, "IOM 2000").iloc[0]
    assert (found["sd_day_mg"], found["sd_source"]) == (sd, source)


@pytest.mark.parametrize("age", [0, 3, 10, 18])
def test_the_book_has_no_value_under_19_here(age):
    found = within_person(someone("female", age), "calcium_mg", "IOM 2000").iloc[0]
    assert found.isna().all()


def test_no_group_reaches_the_cv_at_which_the_method_fails():
    assert max(float(row["cv_within_percent"]) for row in ROWS) < 60


@pytest.mark.measured
def test_script_gives_the_shipped_rows_again():
    if not (ROOT.parent / "shared" / "data" / "nhanes_2015_2016").is_dir():
        pytest.skip("needs shared/data/nhanes_2015_2016 beside the repository")
    path = ROOT / "benchmarks" / "within_person_sd.py"
    spec = importlib.util.spec_from_file_location("within_person_sd", path)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    again = [{k: str(v) for k, v in row.items()} for row in script.from_recalls()]
    assert again == [row for row in ROWS if row["sd_source"] == "NHANES 2015-2016"]
    assert sum(int(row["people"]) for row in again) == 2 * 4350
