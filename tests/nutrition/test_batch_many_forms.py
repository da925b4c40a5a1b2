"""Whole batches of mixed files: what is told, what is refused, and how files are called."""

import csv
import json

import pandas as pd
import pytest

from foods.errors import DiaryError
from nutrition.batch import Job, run
from nutrition.commands.diaries import found_files
from nutrition.readers import Options

HEADER = ["person_id", "day", "food", "amount", "unit"]
MINERALS = ["calcium_mg", "magnesium_mg"]


@pytest.fixture
def write(tmp_path):
    def call(name, header, *rows, encoding="utf-8", delimiter=","):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", newline="", encoding=encoding) as file:
            csv.writer(file, delimiter=delimiter).writerows([header, *rows])
        return path

    return call


def days_of(out):
    return pd.read_csv(out / "day_totals.csv", dtype={"person_id": str, "day": str})


def test_each_diary_keeps_the_minerals_it_states(write, tmp_path, table):
    """Calcium carried by one, both by another, none by the third: each as if it were alone."""
    files = [
        write("none.csv", HEADER, ["a", "1", "sr28:01077", "100", "g"]),
        write("one.csv", [*HEADER, "calcium_mg"], ["b", "1", "sr28:01077", "100", "g", "7"]),
        write("both.csv", [*HEADER, *MINERALS], ["c", "1", "stew", "100", "g", "8", ""]),
    ]
    summary = run(Job(tuple(files), tmp_path / "out", items=True), table)
    alone = [run(Job((file,), tmp_path / f"{n}"), table) for n, file in enumerate(files)]
    expected = pd.concat([days_of(one.out) for one in alone], ignore_index=True)
    pd.testing.assert_frame_equal(days_of(summary.out), expected, check_dtype=False)
    assert [f["nutrients"]["calcium_mg"] for f in summary.files] == [
        "computed from the foods",
        "carried: calcium_mg",
        "carried: calcium_mg",
    ]
    assert "no column for it" in summary.files[1]["nutrients"]["magnesium_mg"]
    assert len(pd.read_parquet(summary.out / "items.parquet")) == 3


def test_diaries_of_different_minerals_must_not_share_a_day(write, tmp_path, table):
    files = (
        write("none.csv", HEADER, ["a", "1", "sr28:01077", "100", "g"]),
        write("both.csv", [*HEADER, *MINERALS], ["a", "1", "stew", "100", "g", "8", "1"]),
    )
    with pytest.raises(DiaryError, match=r"none\.csv and .*both\.csv overlap: person a, day 1"):
        run(Job(files, tmp_path / "out"), table)
    summary = run(Job(files, tmp_path / "out", options=Options(parts=True)), table)
    assert days_of(summary.out)["items"].tolist() == [2]


@pytest.mark.parametrize("engine", ["duckdb", "polars", "pandas"])
def test_files_of_totals_run_on_every_engine(write, tmp_path, table, engine):
    path = write("days.csv", ["person_id", "day", *MINERALS], ["a", "1", "700", ""])
    summary = run(Job((path,), tmp_path / "out", engine=engine), table)
    (day,) = days_of(summary.out).to_dict("records")
    assert (summary.day_rows, day["calcium_mg"], pd.isna(day["magnesium_mg"])) == (1, 700.0, True)


@pytest.mark.filterwarnings("ignore")  # Dask's own
def test_workers_read_totals_and_tell_overlaps(write, table):
    from nutrition import cluster

    path = write("days.csv", ["person_id", "day", *MINERALS], ["a", "1", "700", ""])
    task = cluster.Task(None, Options(), "us", table.factors_path.parent)
    part = cluster.part(cluster.Block(path, "days.csv"), task)
    assert (part.failure, part.day_rows, part.days.num_rows) == (None, 1, 1)
    demo = write("demo.csv", ["SEQN", "RIAGENDR", "RIDAGEYR"], ["1", "2", "34"])
    refused = cluster.part(cluster.Block(demo, "demo.csv"), task).failure
    assert "belongs to other files" in refused.message


FOODS = [*HEADER, *MINERALS]
A_FOOD = ["a", "1", "kale", "100", "g", "250", "30"]


@pytest.mark.filterwarnings("ignore")  # Dask's own
@pytest.mark.parametrize(
    ("second", "parts", "refused"),
    [
        ((FOODS, A_FOOD), False, True),
        ((FOODS, A_FOOD), True, False),
        ((FOODS, ["b", *A_FOOD[1:]]), False, False),
        ((["person_id", "day", *MINERALS], ["a", "1", "700", "90"]), False, True),
        ((["person_id", "day", *MINERALS], ["a", "1", "700", "90"]), True, True),
    ],
)
def test_workers_refuse_what_one_machine_refuses(
    write, tmp_path, table, monkeypatch, second, parts, refused
):
    """Files that share a person and a day, on workers and on one machine: the same answer."""
    from nutrition import cluster

    monkeypatch.setattr(
        cluster, "_computed", lambda todo, task, _: [cluster.part(one, task) for one in todo]
    )
    files = (write("one.csv", FOODS, A_FOOD), write("two.csv", *second))
    found = []
    for engine in ("duckdb", "dask"):
        job = Job(files, tmp_path / engine, engine=engine, options=Options(parts=parts))
        if refused:
            with pytest.raises(DiaryError, match="overlap: person a, day 1") as raised:
                run(job, table)
            found.append(raised.value.hint)
        else:
            run(job, table)
            found.append((tmp_path / engine / "day_totals.csv").read_text("utf-8"))
    assert found[0] == found[1]


@pytest.mark.parametrize("engine", ["duckdb", "polars", "pandas"])
@pytest.mark.parametrize("files", [1, 3])
def test_parquet_on_every_engine(tmp_path, table, engine, files):
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(files):
        frame = pd.DataFrame(
            {
                "person_id": [n, n],
                "day": [1, 1],
                "food_id": ["sr28:01077", "sr28:11457"],
                "amount": [100.0, 50.0],
                "unit": ["g", "g"],
            }
        )
        frame.to_parquet(folder / f"{n}.parquet")
    paths = found_files([str(folder)])[0]
    out = run(Job(tuple(paths), tmp_path / "out", engine=engine), table).out
    days = days_of(out)
    assert days["person_id"].tolist() == [str(n) for n in range(files)]
    milk, spinach = table.food("sr28:01077"), table.food("sr28:11457")
    expected = milk.calcium_mg + spinach.calcium_mg / 2
    assert days["calcium_mg"].tolist() == pytest.approx([expected] * files)


@pytest.mark.parametrize(
    ("code", "settled"),
    [("sr28:01077", True), ("01077", True), ("sr28:1077", True), ("51180010.0", False)],
)
def test_a_food_code_is_settled_or_asked_about(write, tmp_path, table, code, settled):
    header = ["person_id", "day", "food_id", "amount", "unit"]
    path = write("d.csv", header, ["a", 1, code, 100, "g"])
    summary = run(Job((path,), tmp_path / "out"), table)
    (day,) = days_of(summary.out).to_dict("records")
    if settled:
        assert day["calcium_mg"] == pytest.approx(table.food("sr28:01077").calcium_mg)
    else:
        assert pd.isna(day["calcium_mg"])
        assert day["calcium_unknown_items"] == summary.questions == 1


def test_an_impossible_day_is_pointed_out_and_kept(write, tmp_path, table):
    path = write(
        "d.csv", [*HEADER, *MINERALS], ["a", "1", "x", "1", "g", "90000", "1"], ["a", "2", *"x1g11"]
    )
    summary = run(Job((path,), tmp_path / "out"), table)
    _, note = summary.notes  # the first: no day is marked complete
    assert note.startswith("1 person-day")
    assert "person a, day 1" in note
    assert len(days_of(summary.out)) == 2
    assert note in json.loads((summary.out / "run.json").read_text())["notes"]


def test_one_unit_for_all_rows_must_be_a_unit(write, tmp_path, table):
    path = write("d.csv", HEADER, ["a", "1", "sr28:01077", "100", "cup"])
    with pytest.raises(DiaryError, match="zork"):
        run(Job((path,), tmp_path / "out", options=Options(unit="zork")), table)
    summary = run(Job((path,), tmp_path / "out", options=Options(unit="g")), table)
    assert "--unit g goes before the column unit." in summary.files[0]["notes"]
    assert days_of(summary.out)["grams"].tolist() == [100.0]


@pytest.mark.parametrize(("encoding", "delimiter"), [("cp1252", ","), ("utf-16", ";")])
def test_people_and_answers_come_as_spreadsheets_write_them(
    write, tmp_path, table, encoding, delimiter
):
    form = {"encoding": encoding, "delimiter": delimiter}
    diary = write("d.csv", HEADER, ["a", "1", "Renées Brot", "1", "loaf"])
    people = write("p.csv", ["person_id", "sex", "age_years", "n"], ["a", "f", "34", "é"], **form)
    answers = write(
        "q.csv",
        ["food", "unit", "answer_food_id", "answer_grams"],
        ["Renées Brot", "loaf", "sr28:01077", "500"],
        **form,
    )
    summary = run(Job((diary,), tmp_path / "out", people=people, answers=answers), table)
    assert summary.questions == 0
    assert days_of(summary.out)["grams"].tolist() == [500.0]
    assert len(pd.read_csv(summary.out / "assessment.csv")) == 2


@pytest.mark.parametrize("beside", ["people", "answers"])
def test_a_missing_file_beside_the_diary_is_told_in_words(write, tmp_path, table, beside):
    diary = write("d.csv", HEADER, ["a", "1", "sr28:01077", "1", "g"])
    with pytest.raises(DiaryError, match=r"none\.csv: no such file"):
        run(Job((diary,), tmp_path / "out", **{beside: tmp_path / "none.csv"}), table)
    assert not (tmp_path / "out").exists()


def test_files_are_called_the_same_from_everywhere(write, tmp_path, monkeypatch):
    for name in ("in/anna/1.csv", "in/ben/1.csv"):
        write(name, HEADER)
    below = ["anna/1.csv", "ben/1.csv"]
    assert found_files([str(tmp_path / "in")])[1] == below
    assert found_files([str(tmp_path / "in" / "*" / "*.csv")])[1] == below
    assert found_files([str(tmp_path / "in/ben/1.csv")])[1] == ["1.csv"]
    monkeypatch.chdir(tmp_path)
    assert found_files(["in"])[1] == ["in/anna/1.csv", "in/ben/1.csv"]
    monkeypatch.chdir(tmp_path / "in" / "anna")
    assert found_files(["../ben"])[1] == ["1.csv"]
    twice = found_files([str(tmp_path / "in/anna/1.csv"), str(tmp_path / "in/ben/1.csv")])[1]
    assert len(set(twice)) == 2
