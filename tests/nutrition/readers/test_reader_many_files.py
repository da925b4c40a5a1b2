"""Several files in one call: grouped, told apart, never counted twice."""

import csv
import gzip
import json

import pytest

from foods.errors import DiaryError
from nutrition.batch import Job, run

HEADER = ["person_id", "day", "food", "amount", "unit", "calcium_mg", "magnesium_mg"]


@pytest.fixture
def person_files(tmp_path):
    """Write one file a person, each with two good rows, and a bad one in every third."""

    def write(count, *, column=True):
        paths = []
        for number in range(count):
            path = tmp_path / f"{number:03}.csv"
            header = HEADER if column else HEADER[1:]
            with path.open("w", newline="", encoding="utf-8") as file:
                writer = csv.writer(file)
                writer.writerow(header)
                for day in ("1", "2"):
                    row = [f"p{number}", day, "x", "1", "g", str(number), "1"]
                    writer.writerow(row if column else row[1:])
                if number % 3 == 0:
                    bad = [f"p{number}", "3", "bad food", "none", "g", "1", "1"]
                    writer.writerow(bad if column else bad[1:])
                    writer.writerow(["cut"])
            paths.append(path)
        return paths

    return write


@pytest.mark.parametrize("column", [True, False])
def test_files_of_one_form_keep_their_rows_apart(totals_of, person_files, column):
    paths = person_files(7, column=column)
    outcome = totals_of(*paths)
    assert len(outcome.days) == 14
    who = [f"p{n}" if column else str(paths[n]) for n in range(7)]
    found = outcome.days.groupby("person_id")["calcium_mg"].sum().to_dict()
    assert found == {person: 2.0 * n for n, person in enumerate(who)}
    rejects = [(r["source_file"], r["source_row"], r["reason"]) for r in outcome.rejects]
    assert rejects == [
        (str(paths[n]), line, reason)
        for n in (0, 3, 6)
        for line, reason in (
            (4, "amount is not a number: none"),
            (5, "the row has fewer cells than the header"),
        )
    ]


def test_each_file_has_its_own_report(totals_of, person_files):
    report = totals_of(*person_files(4)).report
    assert [f["items"] for f in report] == [2, 2, 2, 2]
    assert [f["people"] for f in report] == [1, 1, 1, 1]
    assert [f["days"] for f in report] == [2, 2, 2, 2]
    assert [f["rows"] for f in report] == [4, 2, 2, 4]
    assert report[0]["rejected"] == {
        "amount is not a number": {"rows": 1, "first": [4]},
        "the row has fewer cells than the header": {"rows": 1, "first": [5]},
    }
    assert report[1]["known_share"] == {"calcium_mg": 1.0, "magnesium_mg": 1.0}
    assert report[1]["nutrients"]["calcium_mg"] == "carried: calcium_mg"
    assert report[1]["nutrients"]["caffeine_mg"] == "not in this file"


def test_the_share_of_computed_values_is_told_by_file(totals_of, write_csv):
    header = ["person_id", "day", "food_id", "food", "amount", "unit"]
    known = write_csv([header, ["a", "1", "sr28:11457", "", "2", "cup"]], "known.csv")
    half = write_csv(
        [header, ["b", "1", "sr28:11457", "", "2", "cup"], ["b", "1", "", "qwzx", "2", "cup"]],
        "half.csv",
    )
    report = totals_of(known, half).report
    assert [f["known_share"]["magnesium_mg"] for f in report] == [1.0, 0.5]
    assert report[0]["nutrients"]["magnesium_mg"] == "computed from the foods"


def test_files_that_overlap_are_a_conflict(totals_of, write_csv):
    row = ["p", "1", "x", "1", "g", "10", "1"]
    one, two = write_csv([HEADER, row], "one.csv"), write_csv([HEADER, row], "two.csv")
    with pytest.raises(DiaryError, match=r"one\.csv and .*two\.csv overlap: person p, day 1") as e:
        totals_of(one, two)
    assert "--parts" in e.value.hint
    assert totals_of(one, two, parts=True).days["calcium_mg"].tolist() == [20.0]


@pytest.mark.parametrize(("person", "day"), [("7.0", "1"), ("7", "1.0")])
def test_whole_numbers_overlap_with_and_without_point_zero(totals_of, write_csv, person, day):
    one = write_csv([HEADER, ["7", "1", "x", "1", "g", "10", "1"]], "one.csv")
    two = write_csv([HEADER, [person, day, "x", "1", "g", "10", "1"]], "two.csv")
    with pytest.raises(DiaryError, match="overlap"):
        totals_of(one, two)


def test_foods_and_totals_of_the_same_days_are_a_conflict(totals_of, write_csv):
    foods = write_csv([HEADER, ["p", "1", "x", "1", "g", "10", "1"]], "foods.csv")
    totals = write_csv(
        [["person_id", "day", "calcium_mg", "magnesium_mg"], ["p", "1", "10", "1"]], "totals.csv"
    )
    with pytest.raises(DiaryError, match="overlap"):
        totals_of(foods, totals)


def test_foods_and_totals_of_other_days_stand_side_by_side(totals_of, write_csv):
    foods = write_csv([HEADER, ["p", "1", "x", "1", "g", "10", "1"]], "foods.csv")
    totals = write_csv(
        [["person_id", "day", "calcium_mg", "magnesium_mg"], ["p", "2", "20", ""]], "totals.csv"
    )
    outcome = totals_of(foods, totals)
    assert outcome.days["calcium_mg"].tolist() == [10.0, 20.0]
    assert outcome.days["magnesium_mg"].isna().tolist() == [False, True]
    assert (outcome.items, outcome.day_rows) == (1, 1)


def test_questionnaires_and_days_are_not_averaged(totals_of, write_csv):
    block = write_csv([["RESPONDENTID", "DT_KCAL", "DT_CALC"], ["p", "1", "1"]], "block.csv")
    foods = write_csv([HEADER, ["p", "1", "x", "1", "g", "10", "1"]], "foods.csv")
    with pytest.raises(DiaryError, match="cannot be averaged"):
        totals_of(block, foods)


def test_diaries_that_state_different_minerals_are_not_mixed(totals_of, write_csv, formats):
    plain = write_csv([HEADER[:5], ["p", "1", "milk", "1", "cup"]], "plain.csv")
    with pytest.raises(DiaryError, match="state different nutrients"):
        totals_of(plain, formats / "cronometer_servings.csv")


def test_files_of_one_name_in_two_folders_are_two_files(totals_of, tmp_path):
    paths = []
    for person in ("a", "b"):
        (tmp_path / person).mkdir()
        path = tmp_path / person / "diary.csv.gz"
        text = ",".join(HEADER) + f"\n{person},1,x,1,g,{1 if person == 'a' else 2},1\n"
        path.write_bytes(gzip.compress(text.encode()))
        paths.append(path)
    assert totals_of(*paths).days["calcium_mg"].tolist() == [1.0, 2.0]


def test_a_file_that_cannot_be_opened_does_not_stop_the_others(totals_of, write_csv, tmp_path):
    good = write_csv([HEADER, ["p", "1", "x", "1", "g", "10", "1"]], "good.csv")
    (tmp_path / "empty.csv").write_text("")
    outcome = totals_of(good, tmp_path / "empty.csv")
    assert outcome.items == 1
    (reject,) = outcome.rejects
    assert "is empty" in reject["reason"]
    assert [f["title"] for f in outcome.report] == ["Plain diary CSV", "not read"]


def test_the_person_of_a_file_without_one_can_be_named(totals_of, formats):
    outcome = totals_of(formats / "cronometer_servings.csv", choices={"person": "anna"})
    assert outcome.days["person_id"].tolist() == ["anna"]


def test_a_batch_writes_the_reading_report(tmp_path, formats, table):
    out = tmp_path / "out"
    path = formats / "asa24_totals.csv"
    summary = run(Job((path,), out), table)
    record = json.loads((out / "run.json").read_text())
    assert summary.day_rows == 3
    assert record["rows_of_day_totals"] == 3
    (file,) = record["files"]
    assert file["day_rows"] == 3
    assert file["columns"]["calcium_mg"] == "CALC"
    assert file["nutrients"]["magnesium_mg"] == "carried: MAGN"


def test_a_batch_of_recalls_takes_its_people_from_the_survey(tmp_path, table, formats, write_csv):
    demo = write_csv([["SEQN", "RIAGENDR", "RIDAGEYR"], ["93704", "2", "34"], ["1", "1", "30"]])
    out = tmp_path / "out"
    run(Job((formats / "nhanes_DR1IFF_tiny.csv", demo), out), table)
    with (out / "assessment.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(r["person_id"], r["nutrient"]) for r in rows] == [
        ("93704", "calcium_mg"),
        ("93704", "magnesium_mg"),
    ]
    assert float(rows[0]["ear_mg"]) == 800.0


def test_a_summary_beside_the_foods_says_which_days_are_complete(totals_of, formats, tmp_path):
    from nutrition.in_memory import read

    foods = tmp_path / "servings.csv"
    text = (formats / "cronometer_servings.csv").read_text(encoding="utf-8")
    head, *rows = text.splitlines()
    later = [row.replace("2026-09-25", "2026-09-26") for row in rows]
    foods.write_text("\n".join([head, *rows, *later, *later]) + "\n", encoding="utf-8")
    summary = tmp_path / "dailysummary.csv"
    summary.write_bytes((formats / "cronometer_dailysummary.csv").read_bytes())
    outcome = totals_of(foods, summary)
    assert outcome.days["person_id"].tolist() == [str(foods)] * 2
    assert outcome.days["day_state"].tolist() == ["complete", "partial"]
    assert outcome.days["calcium_mg"].tolist() == [347.5, 695.0]
    assert outcome.report[1]["shape"] == "states"
    states = read([foods, summary]).frame["day_state"].tolist()
    assert states == ["complete"] * 3 + ["partial"] * 6


def test_two_people_s_foods_and_summaries_in_one_folder_are_not_guessed_at(
    totals_of, formats, tmp_path
):
    data = (formats / "cronometer_servings.csv").read_bytes()
    (tmp_path / "a.csv").write_bytes(data)
    (tmp_path / "b.csv").write_bytes(data)
    summary = formats / "cronometer_dailysummary.csv"
    (tmp_path / "dailysummary.csv").write_bytes(summary.read_bytes())
    with pytest.raises(DiaryError, match="nothing says which belong together"):
        totals_of(tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "dailysummary.csv")
