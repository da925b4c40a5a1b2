"""The `mgca` command: contracts of its output, exit codes, and errors that say what to do."""

import csv
import io
import json

import pytest


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_search_writes_the_contract(mgca, tmp_path):
    names = tmp_path / "names.csv"
    names.write_text("id,name\n1,steamed kale\n2,oat milk\n3,asdf qwer\n")
    code, out, _ = mgca("search", "--file", names, "--limit", 3)
    rows = rows_of(out)
    assert code == 0
    assert list(rows[0]) == [
        "name",
        "rank",
        "food_id",
        "description",
        "calcium_mg",
        "magnesium_mg",
        "status",
    ]
    by_name = {}
    for row in rows:
        by_name.setdefault(row["name"], []).append(row)
    assert {r["status"] for r in by_name["steamed kale"]} == {"auto"}
    assert {r["status"] for r in by_name["oat milk"]} == {"ask"}
    assert [(r["rank"], r["status"]) for r in by_name["asdf qwer"]] == [("0", "none")]
    assert [r["rank"] for r in by_name["steamed kale"]] == ["1", "2", "3"]


def test_parse_writes_the_contract(mgca, tmp_path):
    phrases = tmp_path / "phrases.csv"
    lines = ["phrase", "2 cups cooked spinach", "oat milk", "-2 eggs", '"1,5 dl whole milk"']
    phrases.write_text("\n".join([*lines, "500 kg almonds"]) + "\n")
    code, out, _ = mgca("parse", "--file", phrases)
    rows = {row["phrase"]: row for row in rows_of(out)}
    assert code == 0
    assert list(rows_of(out)[0]) == [
        "phrase",
        "food_id",
        "description",
        "amount",
        "unit",
        "grams",
        "status",
        "reason",
    ]
    spinach = rows["2 cups cooked spinach"]
    assert (spinach["status"], float(spinach["grams"])) == ("ok", 360.0)
    assert spinach["food_id"] == "sr28:11457" or "boiled" in spinach["description"]
    assert rows["oat milk"]["status"] == "ask"
    assert rows["-2 eggs"]["status"] == "refuse"
    assert rows["500 kg almonds"]["status"] == "flag"
    assert float(rows["1,5 dl whole milk"]["grams"]) == pytest.approx(
        1.5 * 100 * 244 / 236.588, 1e-3
    )


def test_a_day_says_what_is_unknown_and_gives_no_verdict_before_it_is_complete(mgca):
    foods = ("2 cups cooked spinach", "250 ml oat milk")
    person = ("--sex", "female", "--age", "34")
    code, out, _ = mgca("day", *foods, *person, "--json")
    day = json.loads(out)
    assert code == 0
    assert day["totals"]["calcium_unknown_items"] == 1
    assert day["sentences"]["calcium_mg"][0].startswith("At least 490 mg calcium; 1 of 2 foods")
    assert {row["verdict"] for row in day["assessment"]} == {"cannot_tell"}
    _, out, _ = mgca("day", foods[0], *person, "--complete", "--json")
    verdicts = {r["nutrient"]: r["verdict"] for r in json.loads(out)["assessment"]}
    assert verdicts["calcium_mg"] != "below"


def test_a_line_that_is_no_food_is_refused_with_its_reason(mgca):
    code, out, _ = mgca("day", "350 mg calcium", "asdf")
    assert code == 0
    assert "350 mg calcium" in out


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("batch", "nowhere.csv", "--out", "out"), 1, "no such file"),
        (("search",), 1, "No name was given"),
        (("parse",), 1, "No phrase was given"),
        (("search", "kale", "--foods", "nonesuch"), 1, "no food table"),
        (("foods", "build"), 1, ""),
        ((), 2, ""),
    ],
)
def test_errors_are_one_line_with_a_hint_and_an_exit_code(
    mgca, tmp_path, monkeypatch, words, code, message
):
    monkeypatch.chdir(tmp_path)
    found, _, err = mgca(*words)
    assert found == code
    assert message in err
    assert "Traceback" not in err


def test_references_stand_side_by_side(mgca):
    _, out, _ = mgca("references", "--sex", "male", "--age", "31", "--json")
    rows = {(r["body"], r["nutrient"]): r for r in json.loads(out)}
    assert rows["NASEM", "magnesium_mg"]["rda_mg"] == 420
    assert rows["EFSA", "magnesium_mg"]["ear_mg"] is None
    _, out, _ = mgca("references", "--sex", "male", "--age", "30", "--json")
    rows = {(r["body"], r["nutrient"]): r for r in json.loads(out)}
    assert rows["NASEM", "magnesium_mg"]["rda_mg"] == 400


def test_settings_say_who_said_so(mgca, monkeypatch):
    monkeypatch.setenv("MGCA_LOCALE", "uk")
    _, out, _ = mgca("config", "--json")
    assert json.loads(out)["locale"] == {"value": "uk", "origin": "MGCA_LOCALE"}
    _, out, _ = mgca("config", "--locale", "metric", "--json")
    assert json.loads(out)["locale"]["origin"] == "command line"
    monkeypatch.setenv("MGCA_LOCALE", "mars")
    code, _, err = mgca("config")
    assert code == 1
    assert "us, uk, metric" in err


def test_the_locale_shows_in_the_answer(mgca):
    _, us, _ = mgca("parse", "1 pint whole milk")
    _, uk, _ = mgca("parse", "1 pint whole milk", "--locale", "uk")
    assert "US cups and pints" in us
    assert "UK pints and spoons" in uk
    assert us.splitlines()[0] != uk.splitlines()[0]


def test_batch_speaks_json(mgca, tmp_path):
    diary = tmp_path / "diary.csv"
    diary.write_text("person_id,day,food,amount,unit\n1,1,cooked spinach,2,cup\n1,1,kale,x,g\n")
    code, out, _ = mgca("batch", diary, "--out", tmp_path / "out", "--json")
    record = json.loads(out)
    assert code == 0
    assert (record["items"], record["rejects"]) == (1, 1)
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == [
        "assessment.csv",
        "day_totals.csv",
        "groups.csv",
        "questions.csv",
        "rejects.csv",
        "run.json",
    ]
