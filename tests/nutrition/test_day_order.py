"""Recall order and weekends: what the files say of each day, through to the models."""

import csv
import json

import duckdb
import pytest

from nutrition.batch import Job, run
from nutrition.population.day_order import add_day_order
from nutrition.population.options import GroupOptions


def ordered(rows, marks=(), adjust="on"):
    connection = duckdb.connect()
    connection.execute("CREATE TABLE days (person_id VARCHAR, day VARCHAR)")
    connection.executemany("INSERT INTO days VALUES (?, ?)", rows)
    connection.execute(
        "CREATE TABLE told (person_id VARCHAR, day VARCHAR, date VARCHAR, recall_no VARCHAR)"
    )
    if marks:
        connection.executemany("INSERT INTO told VALUES (?, ?, ?, ?)", marks)
    add_day_order(connection, "days", "SELECT * FROM told" if marks else None, adjust=adjust)
    found = connection.execute("SELECT * FROM days ORDER BY ALL").fetchall()
    return [row[2:] for row in found]


@pytest.mark.parametrize(
    ("adjust", "coded", "numbered", "dated"),
    [
        ("on", [1, 2], [1, 2], [1, 2]),
        ("auto", [1, 2], [None, None], [None, None]),
        ("off", [None, None], [None, None], [None, None]),
    ],
)
def test_only_coded_recalls_are_in_order_unless_asked(adjust, coded, numbered, dated):
    days = [("a", "1"), ("a", "2")]
    marks = [("a", "1", None, "1"), ("a", "2", None, "2")]
    assert [one for one, _ in ordered(days, marks, adjust)] == coded
    assert [one for one, _ in ordered(days, (), adjust)] == numbered
    blank = [("a", "1", None, None)]
    assert [one for one, _ in ordered(days, blank, adjust)] == numbered
    assert [one for one, _ in ordered([("a", "2026-01-01"), ("a", "2026-01-03")], (), adjust)] == (
        dated
    )


# 2026-01-02 is a Friday, so the 4th a Sunday and the 5th a Monday.
@pytest.mark.parametrize(
    ("day", "weekend"),
    [
        ("2026-01-01", False),
        ("2026-01-02", True),
        ("2026-01-03", True),
        ("2026-01-04", True),
        ("2026-01-05", False),
        ("2026-01-03T08:00", True),
        ("Monday", None),
        ("1", None),
    ],
)
def test_friday_to_sunday_is_the_weekend(day, weekend):
    ((_, found),) = ordered([("a", day)])
    assert found is weekend


@pytest.mark.parametrize(
    ("word", "weekend"),
    [
        ("Sunday", True),
        ("monday", False),
        ("Thu", False),
        ("Friday", True),
        ("Saturday", True),
        ("weekend", True),
        ("weekday", False),
        ("someday", None),
        ("", None),
    ],
)
def test_a_weekday_in_words(word, weekend):
    ((_, found),) = ordered([("a", "1")], [("a", "1", word, "1")])
    assert found is weekend


def test_order_is_that_of_the_dates_of_each_person():
    rows = [("a", "2026-03-09"), ("a", "2026-03-02"), ("b", "2026-03-09")]
    assert [sequence for sequence, _ in ordered(rows)] == [1, 2, 1]


def test_a_second_recall_stays_the_second_where_the_first_is_lost():
    marks = [("a", "1", None, "1"), ("a", "2", None, "2"), ("b", "2", None, "2")]
    assert [s for s, _ in ordered([row[:2] for row in marks], marks)] == [1, 2, 2]


def test_whole_numbers_order_days_and_names_do_not():
    assert [s for s, _ in ordered([("a", "10"), ("a", "9"), ("b", "Mon"), ("b", "2")])] == [
        *(2, 1),
        *(None, None),
    ]


def test_two_dates_of_one_day_tell_nothing():
    marks = [("a", "x", "2026-01-02", None), ("a", "x", "2026-01-05", None)]
    assert ordered([("a", "x")], marks) == [(None, None)]


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_diary_s_recalls_and_dates_reach_its_day_totals_and_survive_them(tmp_path):
    diary = tmp_path / "diary.csv"
    diary.write_text(
        "person_id,day,date,recall_no,food,amount,unit\n"
        "a,x,2026-01-02,1,sr28:01077,200,g\na,x,2026-01-02,1,sr28:01077,10,g\n"
        "a,y,2026-01-05,2,sr28:01077,100,g\nb,x,2026-01-04,2,sr28:01077,100,g\n"
    )
    run(Job((diary,), tmp_path / "out"))
    told = [("1", "true"), ("2", "false"), ("2", "true")]
    first = rows_of(tmp_path / "out" / "day_totals.csv")
    assert [(row["sequence"], row["weekend"]) for row in first] == told
    run(Job((tmp_path / "out" / "day_totals.csv",), tmp_path / "again"))
    again = rows_of(tmp_path / "again" / "day_totals.csv")
    assert [(row["sequence"], row["weekend"]) for row in again] == told


# NHANES codes DR1DAY and DAY 1 Sunday … 7 Saturday.
@pytest.mark.parametrize(("code", "weekend"), list(enumerate("true false false false".split(), 1)))
def test_nhanes_codes_of_the_weekday(tmp_path, code, weekend):
    later = {1: "false", 2: "true", 3: "true", 4: "true"}[code]
    files = {
        "totals": f"SEQN,DR1DRSTZ,DR1DAY,DR1TCALC,DR1TMAGN\n1,1,{code},800,300\n"
        f"2,1,{code + 3},800,300\n",
        "items": "SEQN,Day,DAY,Food_code,FoodAmt,CALC,MAGN,DRSTZ\n"
        f"1,1,{code},11100000,200,240,20,1\n2,1,{code + 3},11100000,200,240,20,1\n",
    }
    for name, text in files.items():
        path = tmp_path / f"{name}.csv"
        path.write_text(text)
        run(Job((path,), tmp_path / name))
        found = rows_of(tmp_path / name / "day_totals.csv")
        # Code + 3: 4 Wednesday, 5 Thursday, 6 Friday, 7 Saturday.
        expected = [weekend, {1: "false", 2: "false", 3: "true", 4: "true"}[code]]
        assert [row["weekend"] for row in found] == expected, (name, later)
        assert {row["sequence"] for row in found} == {"1"}


def test_groups_say_what_was_taken_out(tmp_path):
    diary, people = ["person_id,day,date,food,amount,unit"], ["person_id,sex,age_years"]
    for n in range(60):
        people.append(f"p{n},female,30")
        for date, grams in (("2026-01-02", 300 + 9 * n % 70), ("2026-01-06", 200 + 7 * n % 90)):
            diary.append(f"p{n},{date},{date},sr28:01077,{grams},g")
    (tmp_path / "d.csv").write_text("\n".join(diary))
    (tmp_path / "p.csv").write_text("\n".join(people))
    asked = GroupOptions(adjust_order="on")
    people_file = tmp_path / "p.csv"
    run(Job((tmp_path / "d.csv",), tmp_path / "out", people=people_file, groups=asked))
    rows = rows_of(tmp_path / "out" / "groups.csv")
    # Here every first day is a Friday: order and weekend cannot be told apart, both are named.
    assert {row["adjusted_for"] for row in rows} == {"later recall, weekend"}
    assert (
        json.loads((tmp_path / "out" / "run.json").read_text())["settings"]["groups"]["seed"] == 1
    )
