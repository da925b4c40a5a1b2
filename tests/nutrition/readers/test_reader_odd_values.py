"""Cells that hold no number, rows of totals, days without foods: nothing goes without a word."""

import csv
import json
import re
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from foods.errors import DiaryError
from nutrition import cluster
from nutrition.batch import Job, run
from nutrition.commands import console
from nutrition.in_memory import read
from nutrition.readers import Options
from nutrition.reading.unread import NOTE_COLUMNS

HEADER = ["person_id", "day", "food", "amount", "unit", "calcium_mg", "magnesium_mg"]


def diary(*cells, **more):
    rows = [["a", "1", "kale", "10", "g", cell, "1"] for cell in cells]
    return [HEADER, *rows, *more.get("rows", [])]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("7", 7.0),
        ("12 mg", 12.0),
        ("12mg", 12.0),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1,234", 1234.0),
        ("", None),
        ("N/A", None),
        (".", None),
    ],
)
def test_cells_that_are_read_or_blank_are_not_pointed_out(totals_of, write_csv, cell, value):
    outcome = totals_of(write_csv(diary("5", cell)))
    (day,) = outcome.days.to_dict("records")
    assert day["calcium_mg"] == pytest.approx(5.0 + (value or 0.0))
    assert day["calcium_unknown_items"] == (1 if value is None else 0)
    assert "unread" not in outcome.report[0]


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("abc", "not a number"),
        ("<5", "not a number"),
        ("12 g", "not a number"),
        ("inf", "not a number"),
        ("-5", "less than zero"),
        ("-1e-9", "less than zero"),
    ],
)
@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_a_value_that_is_none_stays_unknown_and_is_told(
    totals_of, write_csv, tmp_path, cell, reason, kind
):
    path = write_csv(diary("5", cell, "6", cell))
    if kind == "parquet":
        table = pd.read_csv(path, dtype=str)
        path = tmp_path / "odd.parquet"
        table.to_parquet(path)
    outcome = totals_of(path)
    (day,) = outcome.days.to_dict("records")
    assert (day["items"], day["calcium_mg"], day["calcium_unknown_items"]) == (4, 11.0, 2)
    assert outcome.rejects == []
    assert outcome.report[0]["unread"] == [
        {"column": "calcium_mg", "reason": reason, "rows": 2, "first": [3, 5], "example": cell}
    ]


@pytest.mark.parametrize("engine", ["duckdb", "polars", "pandas"])
def test_a_batch_lists_such_cells_and_prints_their_count(write_csv, tmp_path, table, engine):
    path = write_csv(diary("abc", "5", "-5", rows=[["cut"], ["a", "1", "k", "1", "g", "x", "1"]]))
    out = tmp_path / "out"
    summary = run(Job((path,), out, engine=engine, names=("d.csv",)), table)
    assert (summary.items, summary.rejects) == (4, 1)
    with (out / "notes.csv").open(encoding="utf-8") as file:
        notes = [(n["source_row"], n["column"], n["reason"]) for n in csv.DictReader(file)]
    assert notes == [
        ("2", "calcium_mg", "not a number"),
        ("4", "calcium_mg", "less than zero"),
        ("6", "calcium_mg", "not a number"),
    ]
    said = console.batch_text(summary)
    assert "2 values of calcium_mg left unknown: not a number, such as 'abc' (line 2, 6)" in said
    assert json.loads((out / "run.json").read_text("utf-8"))["files"][0]["unread"]


def test_without_such_cells_there_is_no_list(write_csv, tmp_path, table):
    run(Job((write_csv(diary("5")),), tmp_path / "out"), table)
    assert not (tmp_path / "out" / "notes.csv").exists()


def test_in_memory_the_report_tells_them_too(write_csv):
    diary_read = read(write_csv(diary("5", "abc")))
    (note,) = diary_read.report["notes"]
    assert (note["source_row"], note["column"], note["value"]) == (3, "calcium_mg", "abc")


def test_a_decimal_comma_file_may_part_thousands_the_other_way(totals_of, tmp_path):
    path = tmp_path / "summary.csv"
    path.write_text(
        "Date;Meal;Calories;Saturated Fat;Polyunsaturated Fat;Monounsaturated Fat;Calcium\n"
        "2026-01-01;Lunch;1,012.0;1,5;2,5;3,5;1,012.5\n"
        "2026-01-01;Dinner;1.012,0;1,5;2,5;3,5;450,5\n",
        encoding="utf-8",
    )
    outcome = totals_of(path, choices={"calcium": "mg"})
    (day,) = outcome.days.to_dict("records")
    assert (day["energy_kcal"], day["calcium_mg"]) == (2024.0, 1463.0)
    assert "unread" not in outcome.report[0]


@pytest.mark.parametrize("word", ["Total", "TOTALS", "daily total", " Sum "])
@pytest.mark.parametrize("carried", [True, False])
def test_a_row_of_totals_is_left_out_and_said(totals_of, write_csv, word, carried):
    stop = None if carried else 5
    rows = [
        HEADER,
        ["a", "1", "Bananas, raw", "10", "g", "5", "1"],
        ["a", "1", word, "9", "g", "5", "1"],
    ]
    outcome = totals_of(write_csv([row[:stop] for row in rows]))
    assert (outcome.days["items"].tolist(), outcome.rejects) == ([1], [])
    assert outcome.report[0]["dropped"] == {"a row of totals": 1}
    assert outcome.report[0]["rows"] == 2


def test_a_food_with_an_id_may_be_called_total(totals_of, write_csv):
    rows = [["person_id", "day", "food", "food_id", "amount", "unit"]]
    rows.append(["a", "1", "Total", "sr28:11457", "10", "g"])
    assert totals_of(write_csv(rows)).items == 1


def test_questions_count_rows_whose_amount_is_a_fraction(write_csv, tmp_path, table):
    rows = [HEADER[:5], *(["a", "1", "Bananas, raw", n, "cup"] for n in ("1/2", "1", "1/3"))]
    run(Job((write_csv([*rows, ["a", "1", "Total", "9", "g"]]),), tmp_path / "out"), table)
    asked = pd.read_csv(tmp_path / "out" / "questions.csv")
    assert asked[["food", "unit", "rows"]].to_numpy().tolist() == [["Bananas, raw", "cup", 3]]


def test_a_code_of_another_table_is_named(write_csv, tmp_path, table):
    rows = [["person_id", "day", "food_id", "amount", "unit"], ["a", "1", "99999999", "1", "g"]]
    run(Job((write_csv(rows),), tmp_path / "out"), table)
    (asked,) = pd.read_csv(tmp_path / "out" / "questions.csv")["question"]
    assert asked.startswith("code 99999999 is not in USDA")


def test_the_report_names_a_column_as_the_file_does(totals_of, write_csv):
    header = ["SEQN", "Day", "DAY", "Food_code", "FoodAmt", "DRSTZ", "CALC", "MAGN"]
    outcome = totals_of(write_csv([header, ["1", "1", "2", "11111000", "10", "1", "5", "1"]]))
    assert outcome.report[0]["columns"]["date"] == "DAY"
    assert outcome.report[0]["columns"]["day"] == "Day"


def test_days_without_foods_beside_a_summary_keep_its_totals(totals_of, formats, tmp_path):
    for name in ("servings", "dailysummary"):
        text = (formats / f"cronometer_{name}.csv").read_text("utf-8")
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
    outcome = totals_of(tmp_path / "servings.csv", tmp_path / "dailysummary.csv")
    foods, summary = outcome.report
    lone = outcome.days.set_index("day").loc["2026-09-26"]
    assert (lone["calcium_mg"], lone["day_state"]) == (0.0, "partial")
    assert pd.isna(lone["items"])
    assert pd.isna(lone["calcium_unknown_items"])
    assert outcome.day_rows == 1
    assert not outcome.days.duplicated(["person_id", "day"]).any()
    kept = read([tmp_path / "servings.csv", tmp_path / "dailysummary.csv"])
    assert kept.days["day"].tolist() == ["2026-09-26"]
    assert "2026-09-26" not in set(kept.frame["day"])
    assert any(note.startswith("1 day (2026-09-26) has a total here") for note in summary["notes"])
    assert not any("give it as well" in note for note in foods["notes"])
    (alone,) = totals_of(tmp_path / "servings.csv").report
    assert any("give it as well" in note for note in alone["notes"])


def test_an_archive_of_one_table_may_hold_a_readme(totals_of, write_csv, tmp_path):
    text = write_csv(diary("5")).read_text("utf-8")
    packed = tmp_path / "one.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("diary.csv", text)
        archive.writestr("readme.txt", "hello")
    assert totals_of(packed).items == 1


def test_an_archive_of_several_tables_of_one_format_is_read_whole(totals_of, write_csv, tmp_path):
    text = write_csv(diary("5")).read_text("utf-8")
    packed = tmp_path / "two.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a/diary.csv", text)
        archive.writestr("b/diary.csv", text.replace("a,1,", "b,1,"))
    outcome = totals_of(packed, names=["two.zip"])
    assert outcome.days["person_id"].tolist() == ["a", "b"]
    files = [file["file"] for file in outcome.report]
    assert files == ["two.zip/a/diary.csv", "two.zip/b/diary.csv"]
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("c.csv", text)
    with pytest.raises(DiaryError, match=r"two\.zip/a/diary\.csv and .*c\.csv overlap"):
        totals_of(packed)


@pytest.mark.parametrize("order", [0, 1])
def test_an_archive_of_foods_and_totals_says_which_is_which(totals_of, write_csv, tmp_path, order):
    foods = write_csv(diary("5")).read_text("utf-8")
    tables = [("foods.csv", foods), ("days.csv", "person_id,day,calcium_mg\na,1,5\n")]
    packed = tmp_path / "both.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in tables[:: 1 - 2 * order]:
            archive.writestr(name, text)
    with pytest.raises(DiaryError, match=r"foods\.csv \([^)]*: foods\)") as raised:
        totals_of(packed)
    assert "totals of days" in raised.value.message


def test_archives_and_files_that_state_different_minerals_are_read_apart(
    write_csv, tmp_path, table
):
    both = write_csv(diary("5")).read_text("utf-8")
    coded = write_csv([HEADER[:5], ["c", "1", "Spinach, raw", "100", "g"]])
    packed = tmp_path / "two.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.csv", both)
        archive.writestr("b.csv", both.replace("a,1,", "b,1,"))
    missing = tmp_path / "gone.csv"
    summary = run(Job((packed, missing, coded), tmp_path / "out"), table)
    assert (summary.items, summary.people, summary.rejects) == (3, 3, 0)


def test_the_page_on_outputs_has_the_columns_of_the_notes():
    page = Path(__file__).parents[3] / "docs" / "outputs.md"
    section = page.read_text("utf-8").partition("## `notes.csv`")[2].partition("\n## ")[0]
    assert tuple(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)) == NOTE_COLUMNS


def test_one_damaged_line_is_named(totals_of, tmp_path):
    path = tmp_path / "nul.csv"
    line = b"a,1,kale,10,g\n"
    path.write_bytes(b"person_id,day,food,amount,unit\n" + 3 * line + b"a,1,k\0le,10,g\n" + line)
    with pytest.raises(DiaryError, match=r"nul\.csv, line 5 holds a NUL byte"):
        totals_of(path)


@pytest.mark.parametrize(
    "header",
    [
        "Date,Time,Meal,Product,Amount,Unit,Portions,Calories/g,Calories total,Protein total",
        "Date,Calories total,Protein total,Fat total,Carbs total",
        "date,meal,product_name,amount_g,calories,protein_g,fat_g,carbs_g",
        "Date,Meal,Name,Amount,Calories (kcal),Carbs (g),Protein (g),Fat (g)",
        "date,daytime,name,energy.energy,nutrient.carb,nutrient.fat,nutrient.protein",
    ],
)
def test_tables_made_of_yazio_are_refused_by_name(totals_of, tmp_path, header):
    path = tmp_path / "log.csv"
    path.write_text(f"{header}\n{','.join(['1'] * len(header.split(',')))}\n", "utf-8")
    with pytest.raises(DiaryError, match="in the exports of Yazio"):
        totals_of(path)


@pytest.mark.parametrize("parts", [True, False])
def test_items_and_their_own_totals_are_refused(write_csv, tmp_path, table, parts):
    items = write_csv(diary("5"), "items.csv")
    totals = write_csv([["person_id", "day", "calcium_mg"], ["a", "1", "5"]], "totals.csv")
    job = Job((items, totals), tmp_path / "out", options=Options(parts=parts))
    with pytest.raises(DiaryError, match="overlap: person a, day 1") as caught:
        run(job, table)
    assert "--parts" not in caught.value.hint


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_files_of_every_shape_and_mineral_run_together(write_csv, tmp_path, table, engine):
    header = HEADER[:5]
    paths = (
        write_csv([[*HEADER], ["a", "1", "x", "1", "g", "5", "1"]], "both.csv"),
        write_csv([header, ["b", "1", "Bananas, raw", "100", "g"]], "none.csv"),
        write_csv([["person_id", "day", "calcium_mg"], ["c", "1", "7"]], "totals.csv"),
    )
    summary = run(Job(paths, tmp_path / "out", engine=engine), table)
    assert (summary.items, summary.day_rows, summary.rejects) == (2, 1, 0)
    days = pd.read_csv(summary.out / "day_totals.csv").set_index("person_id")
    assert days["calcium_mg"].to_dict() == pytest.approx({"a": 5.0, "b": 5.0, "c": 7.0})
    assert pd.isna(days.loc["c", "calcium_unknown_items"])


def test_workers_tell_rows_rejected_values_unread_and_rows_left_out(
    write_csv, tmp_path, table, monkeypatch
):
    def at_once(todo, task, _scheduler):
        return [cluster.part(block, task) for block in todo]

    monkeypatch.setattr(cluster, "_computed", at_once)
    rows = diary("abc", "5", rows=[["cut"], ["a", "1", "Total", "9", "g", "5", "1"]])
    job = Job((write_csv(rows),), tmp_path / "out", engine="dask", names=("d.csv",))
    said = console.batch_text(run(job, table))
    assert "1 row rejected: the row has fewer cells than the header (line 4)" in said
    assert "1 value of calcium_mg left unknown: not a number, such as 'abc' (line 2)" in said
    assert "1 row left out: a row of totals" in said
