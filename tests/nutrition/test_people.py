"""Who the people are: every spelling read, every bad row kept with its reason."""

import csv
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foods.errors import DiaryError
from nutrition.people import COLUMNS, person_key, read_people, read_people_and_rejects

DATA = Path(__file__).parent / "data"
CASES = list(csv.DictReader((DATA / "people_cases.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("case", CASES, ids=lambda c: "-".join(list(c.values())[:4]))
def test_row(case):
    row = {name: case[name] for name in ("sex", "age_years", "condition", "trimester")}
    people, rejects = read_people_and_rejects(pd.DataFrame([{"person_id": "p", **row}]))
    if case["reject"]:
        assert people.empty
        assert case["reject"] in rejects["reason"][0]
        return
    assert rejects.empty
    person = people.iloc[0]
    assert person["sex"] == case["read_sex"]
    assert person["age_months"] == int(case["read_months"])
    assert person["condition"] == case["read_condition"]


def test_columns_come_first_and_own_columns_follow():
    people = read_people(
        pd.DataFrame({"person_id": [1.0], "sex": ["f"], "age_years": [40], "region": ["north"]})
    )
    assert tuple(people.columns[: len(COLUMNS)]) == COLUMNS
    assert people["region"].tolist() == ["north"]
    assert people["person_id"].tolist() == ["1"]
    assert people["weight_kg"].isna().all()


@pytest.mark.parametrize(
    ("raw", "key"),
    [(7.0, "7"), ("7.0", "7"), ("007", "007"), ("007.0", "007"), ("A.0", "A.0"), (None, "")],
)
def test_whole_numbers_lose_point_zero_and_nothing_else_changes(raw, key):
    assert person_key(pd.Series([raw], dtype="object")).tolist() == [key]


@pytest.mark.parametrize(
    ("birth", "record", "months"),
    [
        ("1990-05-20", "2020-05-19", 359),
        ("1990-05-20", "2020-05-20", 360),
        ("2020-01-31", "2020-02-29", 0),
        ("2020-01-31", "2020-03-31", 2),
    ],
)
def test_birth_date_gives_completed_months(birth, record, months):
    frame = pd.DataFrame({"person_id": ["a"], "sex": ["f"], "birth_date": [birth]})
    assert read_people(frame, record_date=record)["age_months"].tolist() == [months]


@pytest.mark.parametrize(
    ("birth", "record", "reason"),
    [
        ("1990-05-20", None, "without the date of the record"),
        ("20.5.1990", "2020-01-01", "is not YYYY-MM-DD"),
        ("2021-01-01", "2020-01-01", "age outside"),
    ],
)
def test_birth_date_that_gives_no_age_is_rejected(birth, record, reason):
    frame = pd.DataFrame({"person_id": ["a"], "sex": ["f"], "birth_date": [birth]})
    people, rejects = read_people_and_rejects(frame, record_date=record)
    assert people.empty
    assert reason in rejects["reason"][0]


def test_second_row_of_a_person_is_rejected_not_merged():
    frame = pd.DataFrame({"person_id": ["1", "1.0"], "sex": ["f", "m"], "age_years": [30, 40]})
    people, rejects = read_people_and_rejects(frame)
    assert people["sex"].tolist() == ["female"]
    assert rejects["source_row"].tolist() == [2]
    assert "earlier row" in rejects["reason"][0]


@pytest.mark.parametrize("column", ["weight_kg", "survey_weight"])
def test_weight_that_is_no_number_is_rejected(column):
    frame = pd.DataFrame({"person_id": ["1"], "sex": ["f"], "age_years": [3], column: ["heavy"]})
    assert column in read_people_and_rejects(frame)[1]["reason"][0]


def test_file_with_bom_semicolon_and_decimal_comma(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("\ufeffperson_id;sex;age_years\r\n01;f;34,5\r\n", encoding="utf-8")
    people = read_people(path)
    assert people["person_id"].tolist() == ["01"]
    assert people["age_months"].tolist() == [414]


def test_missing_columns_are_named_together():
    with pytest.raises(DiaryError, match=r"sex, age_years \(or birth_date\)"):
        read_people(pd.DataFrame({"person_id": ["1"]}))


def test_missing_file_is_named(tmp_path):
    with pytest.raises(DiaryError, match="nowhere"):
        read_people(tmp_path / "nowhere.csv")


def test_empty_table_is_an_empty_table():
    people, rejects = read_people_and_rejects(
        pd.DataFrame({"person_id": [], "sex": [], "age_years": []}, dtype="str")
    )
    assert people.empty
    assert rejects.empty


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "person_id": st.text(max_size=3),
                "sex": st.sampled_from(["f", "m", "", "?", "1"]),
                "age_years": st.one_of(st.floats(allow_nan=True), st.text(max_size=3)),
                "condition": st.sampled_from(["", "pregnant", "lactating", "other"]),
            }
        ),
        min_size=1,
        max_size=8,
    )
)
def test_rows_in_are_people_and_rejects(rows):
    frame = pd.DataFrame(rows).astype("object")
    people, rejects = read_people_and_rejects(frame)
    assert len(people) + len(rejects) == len(rows)
    assert rejects["reason"].ne("").all()
    assert people["person_id"].is_unique
