"""Any other CSV: a column mapping, given or saved, in the user's own words."""

import json

import pytest

from foods.errors import DiaryError
from nutrition.cli import main
from nutrition.readers.mapping import SavedMapping, load_mapping

TOML = """
unit = "g"
[columns]
person_id = "ID"
day = "Day"
food = "Name"
amount = "Weight"
[set]
person = "anna"
"""
EXPECTED = SavedMapping(
    {"person_id": "ID", "day": "Day", "food": "Name", "amount": "Weight"},
    "g",
    None,
    {"person": "anna"},
)


@pytest.mark.parametrize("name", ["cohort", "cohort.toml"])
def test_a_saved_mapping_is_found_by_its_name(tmp_path, name):
    (tmp_path / "cohort.toml").write_text(TOML)
    assert load_mapping(name, tmp_path) == EXPECTED


def test_a_mapping_can_be_json(tmp_path):
    path = tmp_path / "cohort.json"
    stored = {"unit": "g", "columns": dict(EXPECTED.columns), "set": {"person": "anna"}}
    path.write_text(json.dumps(stored))
    assert load_mapping(str(path), tmp_path / "none") == EXPECTED


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("columns = 3", "names no columns"),
        ("colums = {}", "says colums"),
        ("unit = 3", "says unit"),
        ("[columns]\nday = 3", "says columns.day"),
        ("not toml", "cannot be read"),
    ],
)
def test_a_mapping_that_says_what_it_cannot_is_refused(tmp_path, text, problem):
    (tmp_path / "m.toml").write_text(text)
    with pytest.raises(DiaryError, match=problem):
        load_mapping("m", tmp_path)


def test_a_mapping_that_is_not_there_names_those_that_are(tmp_path):
    (tmp_path / "cohort.toml").write_text(TOML)
    with pytest.raises(DiaryError, match="Saved: cohort"):
        load_mapping("other", tmp_path)


def test_totals_of_days_can_be_mapped(totals_of, write_csv):
    path = write_csv([["ID", "When", "Ca"], ["7", "1", "812"]])
    columns = {"person_id": "ID", "day": "When", "calcium_mg": "Ca"}
    outcome = totals_of(path, columns=columns)
    assert outcome.report[0]["shape"] == "days"
    assert outcome.days["calcium_mg"].tolist() == [812.0]


def test_day_totals_of_a_batch_can_be_read_again(totals_of, formats, tmp_path):
    first = totals_of(formats / "asa24_items.csv").days
    path = tmp_path / "day_totals.csv"
    first.to_csv(path, index=False)
    again = totals_of(path).days
    same = ["calcium_mg", "magnesium_mg", "calcium_food_mg", "items", "calcium_unknown_items"]
    assert again[same].to_dict("records") == first[same].to_dict("records")


def test_the_command_takes_a_mapping_and_choices(tmp_path, write_csv, capsys):
    mapping = tmp_path / "cohort.toml"
    mapping.write_text(TOML.replace('person_id = "ID"\n', ""))
    diary = write_csv([["Day", "Name", "Weight"], ["1", "Butter, salted", "14"]])
    out = tmp_path / "out"
    code = main(["batch", str(diary), "--columns", f"@{mapping}", "--out", str(out), "--json"])
    assert code == 0
    assert json.loads(capsys.readouterr().out)["items"] == 1
    assert "anna,1," in (out / "day_totals.csv").read_text()


def test_the_command_asks_and_takes_the_answer(tmp_path, formats, capsys):
    diary = str(formats / "Nutrition-Summary-2026-09-25-to-2026-09-26.csv")
    out = tmp_path / "out"
    assert main(["batch", diary, "--out", str(out)]) == 1
    assert "--set calcium=dv1300" in capsys.readouterr().err
    assert main(["batch", diary, "--out", str(out), "--set", "calcium=dv1300"]) == 0
    assert "Magnesium is not in this file." in capsys.readouterr().out


@pytest.mark.parametrize("said", ["calcium", "salt=mg", "calcium="])
def test_a_choice_that_is_none_is_refused(tmp_path, formats, capsys, said):
    diary = str(formats / "asa24_items.csv")
    assert main(["batch", diary, "--out", str(tmp_path / "out"), "--set", said]) == 1
    assert "NAME=CHOICE" in capsys.readouterr().err
