"""Files in, tables out: rows in = items + rejects, whatever the file looks like."""

import csv
import gzip
import json
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from engine_frames import same
from hypothesis import given
from hypothesis import strategies as st

from foods.errors import DiaryError, ReferenceIntakeError
from nutrition.batch import ENGINES, Job, run
from nutrition.commands.console import batch_text
from nutrition.output import OutputError
from nutrition.readers import Options

HEADER = ["person_id", "day", "food_id", "food", "amount", "unit"]
SPINACH = ["1", "1", "sr28:11457", "Spinach, raw", "2", "cup"]
MILK = ["1", "1", "sr28:01077", "Milk, whole", "1", "cup"]
SUGAR = ["1", "2", "sr28:19335", "Sugars, granulated", "10", "g"]


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def days_of(folder):
    return pd.read_csv(folder / "day_totals.csv", dtype={"person_id": str, "day": str})


@pytest.fixture
def batch(tmp_path, table):
    """Run a batch on files and return its summary and folder."""

    def call(*paths, **job):
        out = job.pop("out", tmp_path / "out")
        options = job.pop("options", Options())
        return run(Job(tuple(paths), out, options=options, **job), table), out

    return call


def test_known_answers_come_out(batch, write_csv):
    summary, out = batch(write_csv([HEADER, SPINACH, MILK, SUGAR]))
    first, second = days_of(out).to_dict("records")
    assert summary.items == 3
    assert summary.rejects == 0
    assert first["grams"] == pytest.approx(304.0)
    assert first["calcium_mg"] == pytest.approx(0.6 * 99 + 2.44 * 113)
    assert first["magnesium_mg"] == pytest.approx(0.6 * 79 + 2.44 * 10)
    assert second["magnesium_mg"] == 0.0
    assert second["magnesium_unknown_items"] == 0


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["1", "1", "", "kale", "abc", "g"], "amount is not a number"),
        (["1", "1", "", "kale", "", "g"], "amount is blank"),
        (["1", "1", "", "kale", "0", "g"], "amount is not more than zero"),
        (["1", "1", "", "kale", "-3", "g"], "amount is not more than zero"),
        (["1", "1", "", "kale", "nan", "g"], "amount is not a number"),
        (["1", "1", "", "kale", "inf", "g"], "amount is not a number"),
        (["", "1", "", "kale", "1", "g"], "person_id is blank"),
        (["1", " ", "", "kale", "1", "g"], "day is blank"),
        (["1", "1", "", "", "1", "g"], "food is blank"),
        (["1", "1", "", "kale", "1"], "fewer cells"),
        (["1", "1", "", "kale", "1", "g", "x"], "more cells"),
    ],
)
def test_a_bad_row_is_a_reject_with_its_line_and_reason(batch, write_csv, row, reason):
    summary, out = batch(write_csv([HEADER, SPINACH, row, MILK]))
    assert (summary.items, summary.rejects) == (2, 1)
    (reject,) = rows_of(out / "rejects.csv")
    assert reason in reject["reason"]
    assert reject["source_row"] == "3"


def test_row_numbers_stay_right_after_lines_that_cannot_be_parsed(batch, write_csv):
    broken = ["1", "1", "", "kale", "1"]
    rows = [HEADER, SPINACH, broken, MILK, broken, ["1", "1", "", "kale", "x", "g"], MILK]
    _, out = batch(write_csv(rows))
    lines = [row["source_row"] for row in rows_of(out / "rejects.csv")]
    assert lines == ["3", "5", "6"]


@pytest.mark.parametrize(
    ("amount", "value", "low", "high"),
    [("1/2", 0.5, 0.5, 0.5), ("½", 0.5, 0.5, 0.5), ("1 1/2", 1.5, 1.5, 1.5), ("1-2", 1.5, 1, 2)],
)
def test_amounts_as_people_write_them(batch, write_csv, amount, value, low, high):
    _, out = batch(write_csv([HEADER, [*SPINACH[:4], amount, "cup"], [MILK[0], "2", *MILK[2:]]]))
    day = days_of(out).iloc[0]
    per_cup = 0.3 * 79
    assert day["magnesium_mg"] == pytest.approx(value * per_cup)
    assert day["magnesium_mg_low"] == pytest.approx(low * per_cup)
    assert day["magnesium_mg_high"] == pytest.approx(high * per_cup)


def test_an_unknown_food_is_an_item_without_a_value_and_the_file_finishes(batch, write_csv):
    unknown = ["1", "1", "", "zorblax stew of the moon", "100", "g"]
    summary, out = batch(write_csv([HEADER, SPINACH, unknown]))
    day = days_of(out).iloc[0]
    assert summary.items == 2
    assert day["items"] == 2
    assert day["magnesium_unknown_items"] == 1
    assert day["grams"] == pytest.approx(160.0)
    assert day["magnesium_mg"] == pytest.approx(0.6 * 79)
    (asked,) = rows_of(out / "questions.csv")
    assert asked["food"] == "zorblax stew of the moon"


def test_a_food_without_that_measure_is_asked_with_the_measures_it_has(batch, write_csv):
    almonds = ["1", "1", "sr28:12061", "almonds", "1", "cup"]
    _, out = batch(write_csv([HEADER, almonds]))
    (asked,) = rows_of(out / "questions.csv")
    assert "cup, whole = 143 g" in asked["measures"]
    assert pd.isna(days_of(out).iloc[0]["magnesium_mg"])


def test_an_answer_given_comes_back(batch, write_csv, tmp_path):
    almonds = ["1", "1", "sr28:12061", "almonds", "1", "cup"]
    diary = write_csv([HEADER, almonds, [*SPINACH[:2], "", "the usual stew", "100", "g"]])
    _, out = batch(diary)
    questions = rows_of(out / "questions.csv")
    for row in questions:
        if row["unit"] == "cup":
            row["answer_grams"] = "143"
        else:
            row["answer_food_id"] = "sr28:11457"
    answers = tmp_path / "answers.csv"
    pd.DataFrame(questions).to_csv(answers, index=False)
    _, out = batch(diary, answers=answers)
    day = days_of(out).iloc[0]
    assert day["magnesium_mg"] == pytest.approx(1.43 * 270 + 79)
    assert rows_of(out / "questions.csv") == []


def test_a_nutrient_in_the_file_is_its_only_source(batch, write_csv):
    header = [*HEADER, "magnesium_mg"]
    rows = [header, [*SPINACH, "7"], [*MILK, ""]]
    _, out = batch(write_csv(rows))
    day = days_of(out).iloc[0]
    assert day["magnesium_mg"] == 7.0
    assert day["magnesium_unknown_items"] == 1
    assert day["calcium_mg"] == pytest.approx(0.6 * 99 + 2.44 * 113)
    _, out = batch(write_csv(rows), options=Options(recompute=True))
    assert days_of(out).iloc[0]["magnesium_mg"] == pytest.approx(0.6 * 79 + 2.44 * 10)


def test_supplements_are_not_looked_up_and_count_apart(batch, write_csv):
    header = [*HEADER, "kind", "calcium_mg", "magnesium_mg"]
    tablet = ["1", "1", "", "Magnesium 400", "1", "tablet", "supplement", "0", "400"]
    food = [*SPINACH, "food", "59.4", "47.4"]
    _, out = batch(write_csv([header, tablet, food]))
    day = days_of(out).iloc[0]
    assert day["magnesium_supplement_mg"] == 400.0
    assert day["magnesium_food_mg"] == pytest.approx(47.4)
    assert day["magnesium_mg"] == pytest.approx(447.4)
    assert rows_of(out / "questions.csv") == []


def test_whole_number_keys_lose_point_zero_and_days_that_meet_are_added(batch, write_csv):
    rows = [HEADER, ["7.0", "1.0", *SPINACH[2:]], ["7", "1", *SPINACH[2:]]]
    _, out = batch(write_csv(rows))
    (day,) = days_of(out).to_dict("records")
    assert (day["person_id"], day["day"], day["items"]) == ("7", "1", 2)


def test_codes_keep_their_leading_zeros(batch, write_csv):
    _, out = batch(write_csv([HEADER, ["007", "01", *SPINACH[2:]]]), items=True)
    day = days_of(out).iloc[0]
    assert (day["person_id"], day["day"]) == ("007", "01")
    assert pd.read_parquet(out / "items.parquet")["food_id"].tolist() == ["sr28:11457"]


def test_without_a_person_column_the_person_is_the_file(batch, write_csv):
    path = write_csv([HEADER[1:], SPINACH[1:]])
    run_names = batch(path, names=("week/diary.csv",))[1]
    assert days_of(run_names)["person_id"].tolist() == ["week/diary.csv"]


def test_columns_are_mapped_by_name_and_one_unit_serves_the_file(batch, write_csv):
    rows = [["SEQN", "DAY", "Day", "Main.food", "Grams"], ["9", "mon", "1", "Spinach, raw", "60"]]
    mapping = {"person_id": "SEQN", "day": "Day", "food": "Main.food", "amount": "Grams"}
    _, out = batch(write_csv(rows), options=Options(mapping, unit="g"))
    day = days_of(out).iloc[0]
    assert (day["person_id"], day["day"]) == ("9", "1")
    assert day["magnesium_mg"] == pytest.approx(0.6 * 79)


def text(delimiter=",", newline="\n", decimal="."):
    rows = [HEADER, ["1", "1", "sr28:11457", "Crème, raw", "1.5", "g"]]
    return (
        newline.join(
            delimiter.join(
                cell.replace(".", decimal) if cell == "1.5" else f'"{cell}"' for cell in row
            )
            for row in rows
        )
        + newline
    )


@pytest.mark.parametrize(
    "content",
    [
        text().encode(),
        b"\xef\xbb\xbf" + text().encode(),
        text(newline="\r\n").encode(),
        text(delimiter=";", decimal=",").encode(),
        text(delimiter="\t").encode(),
        text().encode("latin-1"),
        text().encode("utf-16"),
    ],
    ids=["plain", "BOM", "CRLF", "semicolon and decimal comma", "tab", "Latin-1", "UTF-16"],
)
def test_every_way_a_csv_is_saved_reads_the_same(batch, tmp_path, content):
    path = tmp_path / "diary.csv"
    path.write_bytes(content)
    summary, out = batch(path, items=True)
    assert (summary.items, summary.rejects) == (1, 0)
    item = pd.read_parquet(out / "items.parquet").iloc[0]
    assert item["food"] == "Crème, raw"
    assert item["amount"] == 1.5


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b"PK\x03\x04\x00\x00\x00binary", "binary file"),
        (b"a" * (1 << 20), "first line of more than"),
        (b"person_id,day,food\n1,1,kale\n", "has no column amount, unit"),
        (b"person_id,day,food_id,food,amount,unit\n", "no row"),
        (b"x,day,Day,food,amount,unit\n1,1,1,kale,1,g\n", "2 columns named"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(batch, tmp_path, content, message):
    path = tmp_path / "diary.csv"
    path.write_bytes(content)
    with pytest.raises(DiaryError, match=message) as error:
        batch(path)
    assert error.value.hint
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("engine", ["duckdb", "dask"])
def test_files_that_could_not_be_read_are_named_and_are_no_rows(batch, tmp_path, engine):
    if engine == "dask":
        pytest.importorskip("distributed")
    paths = [tmp_path / f"{n:02}.csv" for n in range(15)]
    for path in paths:
        path.write_text(f"{','.join(HEADER)}\n{path.stem},1,sr28:11457,spinach,2,cup\n")
    paths[3].write_bytes(b"")
    paths[14].write_text(",".join(HEADER) + "\n")
    summary, out = batch(*paths, engine=engine)
    assert (summary.items, summary.rejects) == (13, 0)
    assert [row["source_file"] for row in rows_of(out / "rejects.csv")] == [str(paths[3])]
    told = batch_text(summary)
    assert f"{paths[3]}: not read\n  {paths[3]} is empty." in told
    assert f"{paths[14]}: Plain diary CSV\n" in told
    assert told.count("The column names are there, but no row.") == 1
    assert "13 rows: 13 items, 0 rejects." in told


def test_a_reference_body_is_looked_for_before_anything_is_read(batch, write_csv, tmp_path):
    with pytest.raises(ReferenceIntakeError, match="NOPE"):
        batch(write_csv([HEADER, SPINACH]), body="NOPE")
    assert not (tmp_path / "out").exists()


def test_an_empty_people_file_is_not_called_a_diary(batch, write_csv, tmp_path):
    people = tmp_path / "people.csv"
    people.touch()
    with pytest.raises(DiaryError, match=r"people\.csv is empty") as error:
        batch(write_csv([HEADER, SPINACH]), people=people)
    assert "people" in error.value.hint
    assert "diary" not in error.value.hint


def test_items_name_their_food_and_their_line(batch, tmp_path):
    path = tmp_path / "diary.csv"
    bad = ["a,1,sr28:01077,milk,x,cup", "a,1,sr28:01077,too few", "a,1,,x,1,cup,too many"]
    good = ["a,1,sr28:11457,spinach,2,cup", "a,1,sr28:01077,,1,cup"]
    path.write_text("\n".join([",".join(HEADER), good[0], *bad, good[1], bad[1], good[0]]) + "\n")
    summary, out = batch(path, items=True)
    assert (summary.items, summary.rejects) == (3, 4)
    items = pd.read_parquet(out / "items.parquet")
    assert items["source_row"].tolist() == [2, 6, 8]
    assert items["description"].notna().all()
    assert items["description"].str.contains("Spinach, raw").tolist() == [True, False, True]
    assert set(items["schema_version"].astype(str)) == {
        str(value) for value in days_of(out)["schema_version"]
    }
    told = (Path(__file__).parents[2] / "docs" / "outputs.md").read_text("utf-8")
    section = told.partition("## `items.parquet`")[2].partition("\n## ")[0]
    assert [c for c in items.columns if f"`{c}`" not in section] == []


def test_a_refused_row_has_its_line_and_stands_as_it_is(batch, tmp_path):
    path = tmp_path / "diary.csv"
    good = 'a,1,sr28:11457,"spinach,\nraw",2,cup'
    lines = [",".join(HEADER), "", good, "", "a,1,N/A,kale,x,N/A", good, 'a,1,,"kale\nraw",NA,cup']
    path.write_text("\n".join(lines) + "\n")
    summary, out = batch(path)
    assert (summary.items, summary.rejects) == (2, 2)
    assert [(row["source_row"], row["raw"]) for row in rows_of(out / "rejects.csv")] == [
        ("6", lines[4]),
        ("9", lines[6]),
    ]


def test_a_line_too_long_is_a_reject_and_the_rest_is_read(batch, tmp_path):
    path = tmp_path / "diary.csv"
    long = "1,1,," + "x" * 5_000_000 + ",1,g"
    lines = [",".join(HEADER), "1,1,sr28:11457,spinach,2,cup", long, "1,1,sr28:01077,milk,1,cup"]
    path.write_text("\n".join(lines) + "\n")
    summary, out = batch(path)
    assert (summary.items, summary.rejects) == (2, 1)
    assert "longer than" in rows_of(out / "rejects.csv")[0]["reason"]


def test_all_rows_bad_writes_the_rejects_and_fails(batch, write_csv, tmp_path):
    with pytest.raises(DiaryError, match="None of 1 rows"):
        batch(write_csv([HEADER, ["1", "1", "", "kale", "x", "g"]]))
    assert len(rows_of(tmp_path / "out" / "rejects.csv")) == 1


def test_one_bad_file_does_not_stop_the_others(batch, write_csv, tmp_path):
    empty = tmp_path / "empty.csv"
    empty.touch()
    summary, out = batch(write_csv([HEADER, SPINACH]), empty)
    assert summary.items == 1
    assert "empty" in rows_of(out / "rejects.csv")[0]["reason"]


def test_packed_and_parquet_files_read_the_same(batch, write_csv, tmp_path):
    plain = write_csv([HEADER, SPINACH, MILK])
    packed = tmp_path / "packed.csv.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    zipped = tmp_path / "zipped.zip"
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.write(plain, "inside.csv")
    parquet = tmp_path / "diary.parquet"
    pd.read_csv(plain, dtype=str).to_parquet(parquet)
    expected = days_of(batch(plain)[1])
    for path in (packed, zipped, parquet):
        same(expected, days_of(batch(path)[1]))


@pytest.mark.parametrize("engine", ENGINES)
def test_engines_give_the_same_days(batch, write_csv, engine):
    diary = write_csv([HEADER, SPINACH, MILK, SUGAR, ["2", "1", "", "kale, raw", "1/2", "cup"]])
    expected = days_of(batch(diary)[1])
    same(expected, days_of(batch(diary, engine=engine)[1]))


CELL = st.sampled_from(["1", "2", "", "x", "-1", "½", "0", " ", "1e400"])
ROW = st.tuples(st.sampled_from(["a", "b", ""]), CELL, st.sampled_from(["sr28:11457", ""]), CELL)


@given(rows=st.lists(ROW, min_size=1, max_size=8))
def test_rows_in_are_items_and_rejects(tmp_path_factory, table, rows):
    folder = tmp_path_factory.mktemp("rows")
    path = folder / "diary.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["person_id", "day", "food_id", "food", "amount", "unit"])
        writer.writerows([(p, d, f, "", a, "cup") for p, d, f, a in rows])
    try:
        summary = run(Job((path,), folder / "out"), table)
    except DiaryError as error:
        summary = error.fields["summary"]
    assert summary.items + summary.rejects == len(rows)
    assert len(rows_of(folder / "out" / "rejects.csv")) == summary.rejects


def test_the_run_says_how_it_was_made(batch, write_csv):
    path = write_csv([HEADER, SPINACH])
    _, out = batch(path, locale="uk")
    record = json.loads((out / "run.json").read_text())
    assert record["program"] == "mgca"
    assert record["settings"]["locale"] == "uk"
    assert len(record["inputs_blake2b_256"][str(path)]) == 64
    assert record["foods"]["foods"] == 13_177
    assert record["rows"] == {"items": 1, "rejects": 0}


def test_assessment_has_its_header_without_people_and_rows_with_them(batch, write_csv):
    diary = write_csv([HEADER, SPINACH])
    _, out = batch(diary)
    assert rows_of(out / "assessment.csv") == []
    people = write_csv([["person_id", "sex", "age_years"], ["1", "female", "34"]], "people.csv")
    _, out = batch(diary, people=people)
    rows = rows_of(out / "assessment.csv")
    assert [row["nutrient"] for row in rows] == ["calcium_mg", "magnesium_mg"]
    assert rows[1]["ear_mg"] == "265.0"
    assert {row["energy_flag"] for row in rows} == {"not_assessed"}
    people.write_text("person_id,sex,age_years,weight_kg\n1,female,34,60\n")
    _, out = batch(diary, people=people)
    rows = rows_of(out / "assessment.csv")
    assert {row["energy_flag"] for row in rows} == {"low"}
    assert len(rows) == 2


def test_cells_that_a_spreadsheet_would_run_are_made_inert(batch, write_csv):
    bad = ["=cmd()", "1", "", "kale", "x", "g"]
    _, out = batch(write_csv([HEADER, SPINACH, bad, [*SPINACH[:2], "", "=1+1", "1", "g"]]))
    assert rows_of(out / "rejects.csv")[0]["raw"].startswith("'=cmd()")
    assert rows_of(out / "questions.csv")[0]["food"] == "'=1+1"


def test_a_line_beyond_the_parsers_buffer_is_a_reject_too(batch, tmp_path):
    path = tmp_path / "diary.csv"
    giant = "1,1,," + "x" * 40_000_000 + ",1,g"
    lines = [",".join(HEADER), "1,1,sr28:11457,spinach,2,cup", giant, "1,1,sr28:01077,milk,1,cup"]
    path.write_text("\n".join(lines) + "\n")
    summary, out = batch(path)
    assert (summary.items, summary.rejects) == (2, 1)
    assert "longer than" in rows_of(out / "rejects.csv")[0]["reason"]


def test_a_kind_misspelt_is_a_reject_not_a_food(batch, write_csv):
    header = [*HEADER, "kind", "calcium_mg", "magnesium_mg"]
    tablet = ["1", "1", "", "Magnesium 400", "1", "tablet", "suplement", "0", "400"]
    summary, out = batch(write_csv([header, tablet, [*SPINACH, "", "59", "47"]]))
    assert (summary.items, summary.rejects) == (1, 1)
    assert "kind is none of" in rows_of(out / "rejects.csv")[0]["reason"]


@pytest.mark.parametrize("out", [".", "..", "/"])
def test_the_folder_one_is_in_is_no_place_for_results(batch, write_csv, tmp_path, monkeypatch, out):
    diary = write_csv([HEADER, SPINACH])
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with pytest.raises(OutputError, match="one above it"):
        batch(diary, out=Path(out))


def test_a_food_is_weighed_by_the_entry_that_has_the_measure(batch, write_csv):
    lentils = ["1", "1", "", "cooked lentils", "1", "cup"]
    _, out = batch(write_csv([HEADER, lentils]))
    assert days_of(out).iloc[0]["grams"] == pytest.approx(198.0)
