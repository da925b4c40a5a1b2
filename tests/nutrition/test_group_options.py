"""What a batch and the Groups page can be asked about groups of people."""

import csv
import json
import math
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from foods.errors import DiaryError, MgcaError
from nutrition.cli import main
from nutrition.judgement import WITHOUT, judge
from nutrition.output_columns import GROUPS, TABLES
from nutrition.population.design import SurveyDesignError
from nutrition.population.options import GroupOptions, read_grouping
from nutrition.population.replicates import given

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "data" / "nhanes_2015_2016"


def made_up(people=120, days=2, seed=5):
    """Days and people with weights, strata and sampling units; one in ten reports too little."""
    generator = np.random.default_rng(seed)
    usual = generator.lognormal(6.75, 0.3, people)
    daily = usual[:, None] * generator.lognormal(0, 0.35, (people, days))
    ids = [f"p{i:03d}" for i in range(people)]
    energy = np.where(np.arange(people) % 10 == 0, 500.0, 2100.0)
    table = pd.DataFrame(
        {
            "person_id": np.repeat(ids, days),
            "day": np.tile([str(d + 1) for d in range(days)], people),
            "calcium_mg": daily.ravel(),
            "magnesium_mg": daily.ravel() / 3,
            "calcium_unknown_items": 0,
            "magnesium_unknown_items": 0,
            "energy_kcal": np.repeat(energy, days),
        }
    )
    number = np.arange(people)
    who = pd.DataFrame(
        {
            "person_id": ids,
            "sex": np.where(number % 2, "male", "female"),
            "age_years": 20 + number % 10,
            "region": np.where(number % 3, "north", "south"),
            "weight_kg": 70.0,
            "wt": 1.0 + number % 4,
            "strat": number % 5,
            "unit": number // 5 % 4,
        }
    )
    return table, who


DESIGN = {"survey_weight": "wt", "stratum": "strat", "psu": "unit"}


@pytest.fixture
def files(tmp_path):
    days, people = made_up()
    paths = tmp_path / "days.csv", tmp_path / "people.csv"
    days.drop(columns="energy_kcal").to_csv(paths[0], index=False)
    people.drop(columns="weight_kg").to_csv(paths[1], index=False)
    return tmp_path, *map(str, paths)


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def header_of(path):
    return path.read_text(encoding="utf-8").partition("\n")[0].strip().split(",")


def test_every_option_of_the_command_reaches_the_groups(files):
    folder, days, people = files
    call = ["batch", days, "--people", people, "--out", str(folder / "out")]
    call += ["--group-by", "region", "--method", "nci", "--seed", "7", "--replicates", "4"]
    call += ["--adjust-order", "on"]
    call += ["--variance-ratio", "1.5", "--people-columns"]
    assert main([*call, ",".join(f"{a}={b}" for a, b in DESIGN.items())]) == 0
    rows = read(folder / "out" / "groups.csv")
    assert list(rows[0]) == ["region", *GROUPS]
    assert [row["region"] for row in rows[::2]] == ["all", "north", "south"] * 2
    for row in rows:
        assert (row["method"], row["seed"], row["n_replicates"]) == ("NCI", "7", "4")
        assert row["variance_ratio_source"] == "outside"
        assert float(row["within_to_between"]) == pytest.approx(1.5)
        assert row["replicate_kind"] == "bootstrap of sampling units"
        assert (row["direct_df"], row["replicate_df"], row["reliable"]) == ("15", "3", "False")
        low, high = (float(row[f"share_below_ratio_{end}"]) for end in ("low", "high"))
        assert low <= float(row["share_below_ear"]) <= high
        assert float(row["p5_ratio_low"]) < float(row["p5"]) < float(row["p5_ratio_high"])
    asked = json.loads((folder / "out" / "run.json").read_text())["settings"]["groups"]
    assert asked == {
        "by": ["region"],
        "method": "nci",
        "variance_ratio": 1.5,
        "seed": 7,
        "replicates": 4,
        "people_columns": DESIGN,
        "replicate_weights": None,
        "fay": 0.0,
        "adjust_order": "on",
    }


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--variance-ratio", "0", "The variance ratio is 0"),
        ("--variance-ratio", "nan", "The variance ratio is nan"),
        ("--variance-ratio", "1e9", "above 0 and up to 100"),
        ("--group-by", "county", "cannot be grouped by county"),
        ("--group-by", "nutrient", "cannot be grouped by nutrient"),
        ("--replicates", "1", "1 bootstrap replicates"),
        ("--people-columns", "psu=nowhere", "no column nowhere (psu)"),
        ("--replicate-weights", "rep_", "No column of the people begins with 'rep_'"),
        ("--fay", "1", "Fay's constant is 1"),
        ("--references", "own.csv", "own.csv cannot be read"),
    ],
)
def test_an_option_that_cannot_be_is_said(files, capsys, option, value, said):
    folder, days, people = files
    call = ["batch", days, "--people", people, "--out", str(folder / "out"), option, value]
    assert main(call) == 1
    assert said in capsys.readouterr().err
    assert not (folder / "out").exists()


def test_settings_give_what_the_call_does_not(files, monkeypatch):
    folder, days, people = files
    monkeypatch.setenv("MGCA_GROUP_BY", "none")
    monkeypatch.setenv("MGCA_REPLICATES", "0")
    assert main(["batch", days, "--people", people, "--out", str(folder / "out")]) == 0
    rows = read(folder / "out" / "groups.csv")
    assert [row["nutrient"] for row in rows] == ["calcium_mg"] * 2 + ["magnesium_mg"] * 2
    assert {row["replicate_kind"] for row in rows} == {"none"}


def test_own_references_serve_a_batch_a_day_and_the_table_of_bodies(files, capsys):
    folder, days, people = files
    own = folder / "clinic.csv"
    own.write_text(
        "body,nutrient,statistic,value,unit,source\n"
        "Clinic,calcium_mg,EAR,900,mg/d,us\nClinic,calcium_mg,RDA,1100,mg/d,us\n"
    )
    call = ["batch", days, "--people", people, "--out", str(folder / "out"), "--replicates", "0"]
    assert main([*call, "--references", str(own)]) == 0
    assert {row["ear_mg"] for row in read(folder / "out" / "assessment.csv")} == {"900.0", ""}
    record = json.loads((folder / "out" / "run.json").read_text())
    assert str(own) in record["inputs_blake2b_256"]
    capsys.readouterr()
    person = ["--sex", "female", "--age", "40", "--references", str(own)]
    assert main(["references", *person, "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert [(row["body"], row["nutrient"], row["ear_mg"]) for row in shown] == [
        ("Clinic", "calcium_mg", 900.0),
        ("Clinic", "magnesium_mg", None),
    ]
    assert main(["references", "--references", "EFSA", "--json"]) == 0
    assert [row["body"] for row in json.loads(capsys.readouterr().out)] == ["EFSA"]


def test_a_trimester_without_pregnancy_is_said(capsys):
    assert main(["references", "--sex", "female", "--age", "30", "--trimester", "2"]) == 1
    assert "--trimester 2 without --condition pregnant" in capsys.readouterr().err


def test_implausible_reporters_of_energy_are_shown_with_and_without():
    days, people = made_up()
    days["calcium_mg"] = days["calcium_mg"].where(days["energy_kcal"] > 600, 200.0 + days.index)
    found = judge(days, people, options=GroupOptions(by=("sex",), replicates=0))
    groups = found["groups"]
    assert groups["energy_reporters"].tolist() == ["all", WITHOUT] * 12
    pairs = groups[groups["nutrient"] == "calcium_mg"].iloc[:2]
    assert pairs["n_people"].tolist() == [120, 108]
    assert pairs["n_energy_low_or_high"].tolist() == [12, 0]
    low, without = pairs["share_below_ear"].astype(float)
    assert without < low - 0.03
    # Nobody leaves the assessment for it.
    assert len(found["assessment"]) == 240


def test_without_weights_of_bodies_nobody_is_called_implausible():
    days, people = made_up()
    options = GroupOptions(by=(), replicates=0)
    groups = judge(days, people.drop(columns="weight_kg"), options=options)["groups"]
    assert set(groups["energy_reporters"]) == {"all"}
    assert groups["n_energy_not_assessed"].tolist() == [120] * 4


def test_direct_means_are_those_of_the_design():
    from nutrition.population.design import design_mean, design_ratio

    days, people = made_up()
    options = GroupOptions(by=("sex",), replicates=0, people_columns=DESIGN)
    row = judge(days, people, options=options)["groups"].query("sex == 'male'").iloc[0]
    means = days.groupby("person_id")[["calcium_mg", "magnesium_mg"]].mean().reset_index()
    table = people.merge(means, on="person_id")
    design = {"weight": "wt", "stratum": "strat", "psu": "unit", "domain": table["sex"].eq("male")}
    mean = design_mean(table, "calcium_mg", **design)
    assert row["direct_mean_mg"] == pytest.approx(mean.value, rel=1e-12)
    assert row["direct_mean_se"] == pytest.approx(mean.se, rel=1e-12)
    assert row["direct_df"] == mean.degrees_of_freedom
    ratio = design_ratio(table, "calcium_mg", "magnesium_mg", **design)
    assert row["calcium_to_magnesium"] == pytest.approx(ratio.value, rel=1e-12)
    assert row["calcium_to_magnesium_se"] == pytest.approx(ratio.se, rel=1e-9, abs=1e-12)


def test_replicate_weights_of_a_survey_are_those_made_from_its_design():
    from nutrition.population.estimates import groups
    from nutrition.population.replicates import balanced

    days, people = made_up(160)
    people = people.assign(survey_weight=1.0, unit=np.arange(160) % 8 // 4 + 1)
    people["strat"] = np.arange(160) % 4
    made = balanced(people, stratum="strat", psu="unit", weight="survey_weight", fay=0.3)
    columns = {f"rep{n}": made.weights(n) for n in range(made.count)}
    people = people.assign(**columns)
    row = groups(days, people, replicate_weights=list(columns), fay=0.3).iloc[0]
    assert (row["replicate_kind"], row["n_replicates"]) == ("given Fay", made.count)
    plain = groups(days, people, replicate_weights=list(columns), fay=0.0).iloc[0]
    assert plain["replicate_kind"] == "given BRR"
    assert row["se"] == pytest.approx(plain["se"] / 0.7)
    assert row["replicate_df"] == given(people, list(columns)).degrees_of_freedom == 4
    with_design = given(people, list(columns), stratum="strat", psu="unit")
    assert with_design.degrees_of_freedom == 4


def test_replicate_weights_with_holes_are_refused():
    _, people = made_up(20)
    people = people.assign(rep1=1.0, rep2=[math.nan, *[1.0] * 19])
    with pytest.raises(SurveyDesignError, match="missing or negative in rep2"):
        given(people, ["rep1", "rep2"])


def test_many_days_of_nothing_are_marked():
    days, people = made_up()
    days.loc[days.index[:30], "calcium_mg"] = 0.0
    groups = judge(days, people, options=GroupOptions(by=(), replicates=0))["groups"]
    row = groups.iloc[0]
    assert not row["reliable"]
    assert "30 of 240 days have an intake of 0" in row["note"]


def test_people_whose_requirement_has_no_known_variation_are_counted():
    from nutrition.population.estimates import groups

    days, people = made_up()
    cv = np.where(np.arange(120) < 20, np.nan, 0.1)
    references = pd.DataFrame(
        {
            "person_id": people["person_id"],
            "nutrient": "calcium_mg",
            "ear_mg": 800.0,
            "requirement_cv": cv,
        }
    )
    found = groups(days, people, nutrients=["calcium_mg"], references=references, replicates=0)
    assert found["n_people_share"].tolist() == [120, 100]
    assert "20 people whose requirement has no known variation" in found["note"].iloc[1]


def test_days_that_do_not_tell_the_weekday_are_counted_and_nothing_is_adjusted():
    days, people = made_up()
    days["weekend"] = [None, *[True, False] * 119, True]
    row = judge(days, people, options=GroupOptions(by=(), replicates=0))["groups"].iloc[0]
    assert row["adjusted_for"] == ""
    assert "1 day does not tell the day of the week" in row["note"]


def test_grouping_in_words():
    assert read_grouping("sex, Region") == ("sex", "Region")
    assert read_grouping("none") == ()
    days, people = made_up()
    with pytest.raises(DiaryError, match="county"):
        judge(days, people, options=GroupOptions(by=("county",)))
    found = judge(days, people, options=GroupOptions(by=("REGION",), replicates=0))["groups"]
    assert found.columns[0] == "region"


@pytest.mark.parametrize(
    "wrong",
    [
        {"method": "isu"},
        {"variance_ratio": -1.0},
        {"variance_ratio": math.inf},
        {"seed": -1},
        {"replicates": 1},
        {"fay": 1.0},
        {"by": ("sex", "sex")},
    ],
)
def test_options_are_checked_where_they_are_made(wrong):
    with pytest.raises(MgcaError) as error:
        GroupOptions(**wrong)
    assert error.value.hint


def test_assessment_is_in_the_order_of_the_day_totals():
    days, people = made_up(12)
    shuffled = people.sample(frac=1, random_state=1)
    table = judge(days, shuffled, options=GroupOptions(by=(), replicates=0))["assessment"]
    keys = list(zip(table["person_id"], table["nutrient"], strict=True))
    assert keys == sorted(keys)


def test_every_written_column_is_described_with_its_unit(files):
    folder, days, people = files
    out = folder / "out"
    assert main(["batch", days, "--people", people, "--out", str(out), "--replicates", "0"]) == 0
    written = {path.stem: header_of(path) for path in out.glob("*.csv")}
    assert written.keys() == TABLES.keys()
    for name, columns in TABLES.items():
        header = written[name][2:] if name == "groups" else written[name]
        assert header[: len(columns)] == list(columns), name
    text = (ROOT / "docs" / "outputs.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"## `(\w+)\.csv`\n(.*?)(?=\n## |\Z)", text, re.DOTALL))
    for name, columns in TABLES.items():
        rows = re.findall(r"^\| `(\w+)` \| (.*?) \| (.*) \|$", sections[name], re.MULTILINE)
        assert rows == [(column, *told) for column, told in columns.items()], name


def test_headers_without_people_are_those_with_people(tmp_path):
    days, people = made_up(4)
    days.drop(columns="energy_kcal").to_csv(tmp_path / "days.csv", index=False)
    people.to_csv(tmp_path / "people.csv", index=False)
    call = ["batch", str(tmp_path / "days.csv"), "--replicates", "0", "--out"]
    assert main([*call, str(tmp_path / "bare")]) == 0
    assert main([*call, str(tmp_path / "full"), "--people", str(tmp_path / "people.csv")]) == 0
    for name in ("assessment.csv", "groups.csv"):
        bare, full = (header_of(tmp_path / folder / name) for folder in ("bare", "full"))
        assert bare == full


@pytest.mark.skipif(not SHARED.is_dir(), reason="the measured recalls are not on this machine")
def test_demographics_of_the_survey_are_taken_as_people(tmp_path):
    call = ["batch", str(SHARED / "day_totals.csv"), "--people", str(SHARED / "demo.csv")]
    assert main([*call, "--replicates", "0", "--out", str(tmp_path / "out")]) == 0
    rows = read(tmp_path / "out" / "groups.csv")
    assert rows[0]["n_people"] == "4401"
    assert rows[0]["direct_df"] == "15"
    assert "from food and water only" in rows[0]["note"]


DEMOGRAPHICS = "SEQN,RIAGENDR,RIDAGEYR,RIDRETH3,order\n1.0,1.0,62.0,3.0,x\n2.0,2.0,53.0,4.0,y\n"
RECALLS = "SEQN,DRSTZ,Day,CALC,MAGN\n1,1,1,800,300\n2,1,1,900,200\n"


def survey(folder):
    (folder / "days.csv").write_text(RECALLS)
    (folder / "demo.csv").write_text(DEMOGRAPHICS)
    return ["batch", str(folder / "days.csv"), "--people", str(folder / "demo.csv"), "--out"]


def test_other_columns_of_the_survey_s_demographics_form_groups(tmp_path, capsys):
    call = [*survey(tmp_path), str(tmp_path / "out"), "--replicates", "0"]
    assert main([*call, "--group-by", "sex,ridreth3,order"]) == 0
    rows = read(tmp_path / "out" / "groups.csv")
    assert {(r["sex"], r["RIDRETH3"], r["order"]) for r in rows} == {
        ("all", "all", "all"),
        ("female", "4.0", "y"),
        ("male", "3.0", "x"),
    }
    assert "also kept, for groups and weights: RIAGENDR" in capsys.readouterr().out


def test_a_group_nobody_has_is_refused_before_the_diary_is_read(files, monkeypatch, capsys):
    folder, days, people = files
    from nutrition.totals import Totals

    def never(_self):
        raise AssertionError

    monkeypatch.setattr(Totals, "compute", never)
    call = [*survey(folder), str(folder / "out"), "--group-by", "county"]
    assert main(call) == 1
    assert "RIDRETH3" in capsys.readouterr().err
    assert main(["batch", days, "--people", people, *call[4:]]) == 1
    assert "cannot be grouped by county" in capsys.readouterr().err


def test_names_in_the_help_are_names_that_are_taken(capsys):
    from nutrition.adequacy.within_person import sd_sources

    with pytest.raises(SystemExit):
        main(["batch", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert all(name in said for name in sd_sources())
    assert "computed" not in said
    assert "source" in said.partition("a CSV of one's own")[2][:120]


def test_what_was_left_out_is_said_aloud(tmp_path, capsys):
    (tmp_path / "diary.csv").write_text(
        "person_id,day,food,amount,unit,calcium_mg,magnesium_mg,complete\n"
        "a,1,milk,100,g,-5,10,yes\na,2,milk,100,g,120,10,yes\nb,1,milk,100,g,120,10,no\n"
    )
    (tmp_path / "people.csv").write_text("person_id,sex,age_years\na,f,30\nb,?,30\n")
    call = ["batch", str(tmp_path / "diary.csv"), "--people", str(tmp_path / "people.csv")]
    assert main([*call, "--replicates", "0", "--out", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    assert "1 value of calcium_mg left unknown: less than zero" in said
    assert "1 complete day without a calcium value left out of the means." in said
    assert "1 person rejected: see people_rejects.csv." in said
    assert "every day is taken as complete" in said
    assert "2 people, 3 person-days." in said
    rows = read(tmp_path / "out" / "assessment.csv")
    assert rows[2]["statement"] == "Not defined: the sex of this person is not known."
    note = read(tmp_path / "out" / "groups.csv")[0]["note"]
    assert "No recall numbers are coded" in note


@pytest.mark.parametrize("weight", ["-1", "nan", "inf", "abc"])
def test_a_person_rejected_for_the_weight_is_counted_once(weight):
    days, people = made_up(60)
    people["wt"] = people["wt"].astype(str)
    people.loc[0, "wt"] = weight
    options = GroupOptions(by=(), replicates=0, people_columns={"survey_weight": "wt"})
    note = judge(days, people, options=options)["groups"]["note"].iloc[0]
    assert note.count("1 person") == 1
