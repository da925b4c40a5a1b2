"""`mgca screen`: what it writes, what it refuses, and names that try to get out of the folder."""

import csv
import json
import sys

import pytest

from nutrition.report.file_names import file_names
from nutrition.report.roster import clients_of
from nutrition.texts import say
from nutrition.triage import COLUMNS, LEVELS

HEADER = "person_id,day,food,food_id,amount,unit\n"
PEOPLE = "person_id,name,sex,age_years,condition,medicines,contexts,red_flags,filters,notes\n"


@pytest.fixture
def records(tmp_path):
    """Return a function that writes a diary and people for some ids."""

    def write(ids=("a", "b"), grams=300, people=None, name="one"):
        folder = tmp_path / name
        folder.mkdir()
        diary, about = folder / "diary.csv", folder / "people.csv"
        with diary.open("w", encoding="utf-8", newline="") as file:
            file.write(HEADER)
            rows = csv.writer(file)
            for one in ids:
                for day in ("2026-03-02", "2026-03-05"):
                    rows.writerow([one, day, "whole milk", "sr28:01077", grams, "g"])
        with about.open("w", encoding="utf-8", newline="") as file:
            file.write(PEOPLE)
            rows = csv.writer(file)
            for one in ids:
                own = (people or {}).get(one, {})
                rows.writerow(
                    [
                        *(one, own.get("name", one), "female", own.get("age", 34), "none"),
                        *(own.get(c, "") for c in ("medicines", "contexts", "red_flags")),
                        *(own.get(c, "") for c in ("filters", "notes")),
                    ]
                )
        return diary, about

    return write


def table_of(out):
    with (out / "triage.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_child_is_ranked_as_a_child(mgca, records, tmp_path):
    diary, people = records(people={"b": {"age": 9}})
    code, _, _ = mgca("screen", diary, "--people", people, "--no-pdf", "--out", tmp_path / "out")
    assert code == 0
    first = table_of(tmp_path / "out")[0]
    assert (first["person_id"], first["contexts"]) == ("b", "under-18")


def test_a_table_and_a_report_for_each_client(mgca, records, tmp_path):
    about = {
        "a": {"red_flags": "Numbness or tingling that stays", "notes": "keep = all"},
        "b": {"contexts": "Nierenerkrankung; diabetes", "filters": "vegan; lactose-free"},
    }
    diary, people = records(people=about)
    out = tmp_path / "out"
    code, told, _ = mgca("screen", diary, "--people", people, "--out", out, "--country", "US")
    assert code == 0
    assert "2 clients, 4 files" in told
    rows = table_of(out)
    assert list(rows[0])[: len(COLUMNS)] == list(COLUMNS)
    assert [(row["person_id"], row["level"]) for row in rows] == [
        ("a", "doctor-sign"),
        ("b", "context-first"),
    ]
    assert rows[0]["reasons_in_words"].startswith("warning sign ticked: Numbness")
    assert rows[1]["contexts"] == "kidney-disease|diabetes"
    reports = {path.name for path in (out / "reports").iterdir()}
    assert reports == {"a.pdf", "a.json", "b.pdf", "b.json"}
    assert {(out / row["report"]).read_bytes()[:5] for row in rows} == {b"%PDF-"}
    client = json.loads((out / "reports" / "b.json").read_text(encoding="utf-8"))["client"]
    assert client["filters"]["vegan"]
    assert client["filters"]["lactose_free"]
    run = json.loads((out / "run.json").read_text(encoding="utf-8"))
    assert run["program"] == "mgca"
    assert run["reports"]["clients"] == 2
    assert run["inputs_blake2b_256"]
    assert (out / "tables" / "assessment.csv").exists()


def test_the_language_and_the_formats_are_those_asked_for(mgca, records, tmp_path):
    diary, people = records()
    out = tmp_path / "out"
    words = ("--no-pdf", "--report-format", "html", "--language", "de", "--paper", "a4")
    code, told, _ = mgca("screen", diary, "--people", people, "--out", out, *words)
    assert code == 0
    assert {path.suffix for path in (out / "reports").iterdir()} == {".html"}
    page = (out / "reports" / "a.html").read_text(encoding="utf-8")
    assert say("sheet-title", "de") in page
    row = table_of(out)[0]
    assert row["level_in_words"] == say(f"triage-level-{row['level']}", "de")
    assert row["level_in_words"] in told


def test_before_and_after_from_an_earlier_screening(mgca, records, tmp_path):
    diary, people = records(grams=100)
    first = tmp_path / "first"
    assert mgca("screen", diary, "--people", people, "--out", first, "--no-pdf")[0] == 0
    diary, people = records(grams=900, name="two", ids=("a", "b", "c"))
    out = tmp_path / "second"
    words = ("--no-pdf", "--previous", first)
    assert mgca("screen", diary, "--people", people, "--out", out, *words)[0] == 0
    rows = {row["person_id"]: row for row in table_of(out)}
    # 800 g of milk: 904 mg calcium; by chance 1.96 × 325 × √(1/2 + 1/2) = 637 mg
    assert float(rows["a"]["calcium_change_mg"]) == pytest.approx(904)
    assert "calcium-up" in rows["a"]["changed"]
    assert rows["c"]["changed"] == "new"
    sheet = json.loads((out / "reports" / "a.json").read_text(encoding="utf-8"))
    assert sheet["comparison"]["changes"][0]["difference_mg"] == pytest.approx(904)
    other = json.loads((out / "reports" / "c.json").read_text(encoding="utf-8"))
    assert other["comparison"] is None


def test_the_same_folder_again_is_replaced_and_a_foreign_one_is_not_touched(
    mgca, records, tmp_path
):
    diary, people = records()
    out = tmp_path / "out"
    call = ("screen", diary, "--people", people, "--no-pdf", "--out")
    assert mgca(*call, out)[0] == 0
    (out / "reports" / "old.json").write_text("{}")
    assert mgca(*call, out)[0] == 0
    assert (out / "reports" / "old.json").exists(), "no run wrote it, so it is somebody's own"
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "thesis.txt").write_text("mine")
    code, _, told = mgca(*call, foreign)
    assert code == 1
    assert "run.json" in told
    assert [path.name for path in foreign.iterdir()] == ["thesis.txt"]


def test_what_is_on_no_list_stops_the_run_and_leaves_nothing(mgca, records, tmp_path):
    diary, people = records(people={"a": {"red_flags": "siezure"}, "b": {"contexts": "CKD"}})
    out = tmp_path / "out"
    code, _, told = mgca("screen", diary, "--people", people, "--out", out, "--no-pdf")
    assert code == 1
    assert "'siezure' of person a" in told
    assert "'CKD' of person b" in told
    assert not out.exists()
    assert not out.with_name("out.new").exists()


def test_nothing_is_done_without_typst_or_for_an_unknown_language(
    mgca, records, tmp_path, monkeypatch
):
    diary, people = records()
    out = tmp_path / "out"
    call = ("screen", diary, "--people", people, "--out", out)
    code, _, told = mgca(*call, "--language", "xx")
    assert code == 1
    assert "'xx'" in told
    monkeypatch.setitem(sys.modules, "typst", None)
    code, _, told = mgca(*call)
    assert code == 1
    assert "mgca[report]" in told
    assert not out.exists()


def test_nobody_known_is_said(mgca, records, tmp_path):
    diary, _ = records()
    code, _, told = mgca("screen", diary, "--out", tmp_path / "out", "--no-pdf")
    assert code == 1
    assert "--people" in told


NASTY = ("../../x", "<script>", "=cmd()", "A", "a", "山田", "con", "..", "x/y", "x\\y", "a b", "é")


def test_no_id_leaves_the_folder_or_overwrites_another(mgca, records, tmp_path):
    diary, people = records(ids=NASTY)
    out = tmp_path / "deep" / "er" / "out"
    code, _, told = mgca(
        "screen", diary, "--people", people, "--out", out, "--report-format", "json"
    )
    assert code == 0, told
    rows = table_of(out)
    assert len(rows) == len(NASTY)
    names = [path.name for path in (out / "reports").iterdir()]
    assert len(names) == 2 * len(NASTY)
    assert len({name.casefold() for name in names}) == 2 * len(NASTY)
    ids = {
        json.loads(path.read_text(encoding="utf-8"))["client"]["person_id"]
        for path in (out / "reports").glob("*.json")
    }
    assert ids == set(NASTY)
    assert not list(tmp_path.rglob("x.pdf"))
    assert all((out / row["report"]).resolve().parent == (out / "reports") for row in rows)
    # No cell runs as a formula.
    for row in rows:
        assert not any(cell[:1] in "=+@" for cell in row.values() if cell)


def test_file_names_are_plain_safe_and_unique():
    names = dict(zip(NASTY, file_names(NASTY), strict=True))
    assert len({name.casefold() for name in names.values()}) == len(NASTY)
    assert names["A"].startswith("A-")
    assert file_names(["p-1.b_2"]) == ["p-1.b_2"]
    for name in names.values():
        assert name.isascii()
        assert not set(name) & set('/\\<>:"|?* =')
        assert not name.startswith(".")
        assert name.lower() != "con"
    assert file_names(["x" * 500])[0] != file_names(["x" * 501])[0]
    assert len(file_names(["x" * 500])[0]) < 100


def test_an_empty_cell_of_medicines_means_none_of_signs_not_asked():
    (asked,) = clients_of([{"person_id": "1", "medicines": "", "red_flags": "none"}])
    (not_asked,) = clients_of([{"person_id": "1"}])
    assert (asked.medicines, asked.red_flags) == ((), ())
    (blank,) = clients_of([{"person_id": "1", "red_flags": None}])
    assert blank.red_flags is None
    assert (not_asked.medicines, not_asked.red_flags) == (None, None)


def test_ids_and_names_of_circumstances_are_understood_in_every_language():
    cells = {"person_id": "1", "contexts": "kidney_disease|Kidney disease; Schwangerschaft"}
    (client,) = clients_of([cells | {"conditions": "coeliac-disease"}])
    assert client.contexts == ("kidney-disease", "pregnancy", "coeliac-disease")


def test_the_levels_are_counted_in_json(mgca, records, tmp_path):
    diary, people = records()
    words = ("--out", tmp_path / "out", "--no-pdf", "--json")
    code, told, _ = mgca("screen", diary, "--people", people, *words)
    assert code == 0
    done = json.loads(told)
    assert done["clients"] == 2
    assert set(done["levels"]) <= set(LEVELS)
    assert sum(done["levels"].values()) == 2
