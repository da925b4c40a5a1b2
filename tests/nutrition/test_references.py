"""Reference intakes: every row, and every trap that their printed tables set."""

import csv
import importlib.metadata
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foods.errors import ReferenceIntakeError
from foods.nutrients import MINERALS
from nutrition import references
from nutrition.references import bodies, compare, load, load_file
from nutrition.references.table import AVERAGE, RECOMMENDED, STATISTICS, UPPER

DATA = Path(__file__).parent / "data"
CASES = list(
    csv.DictReader((DATA / "reference_cases.csv").read_text(encoding="utf-8").splitlines())
)

ROWS = {
    "NASEM": 141,
    "EFSA": 30,
    "UK": 75,
    "WHO": 32,
    "NNR": 78,
    "NHMRC": 130,
    "H-AR": 17,
    "ICMR-NIN": 8,
}


FILES = {
    load_file(path).body: path for path in sorted(Path(references.__file__).parent.glob("*.csv"))
}


def all_rows(body):
    return load_file(FILES[body]).rows


@pytest.mark.parametrize("case", CASES, ids=lambda c: "-".join(list(c.values())[:6]))
def test_published_value(case):
    found = load(case["body"]).lookup(
        case["nutrient"],
        case["sex"],
        float(case["age_years"]) * 12,
        case["condition"],
        case["statistic"],
    )
    expected = float(case["expected"]) if case["expected"] else None
    assert (found.value if found else None) == expected, case["why"]


def test_bodies_are_those_of_the_issue():
    assert set(FILES) == set(ROWS)
    assert list(references.bodies()) == list(ROWS)


@pytest.mark.parametrize("body", ROWS)
def test_row_count(body):
    assert len(all_rows(body)) == ROWS[body]


@pytest.mark.parametrize("body", ROWS)
def test_every_row_states_unit_source_edition_and_confidence(body):
    wrong = [
        row
        for row in all_rows(body)
        if not (row.source and row.edition and row.confidence and row.valid_from)
        or row.unit != ("%" if row.statistic == "CV_requirement" else "mg/d")
        or (row.statistic in UPPER) != bool(row.base)
        or row.confidence == "recalled-low"
    ]
    assert wrong == []


@pytest.mark.parametrize("body", ROWS)
def test_age_bands_follow_each_other_without_gap(body):
    faults = []
    rows = all_rows(body)
    groups = {
        (row.nutrient, row.statistic, row.condition, row.edition, sex)
        for row in rows
        for sex in ("female", "male")
        if row.sex in (sex, "both")
    }
    for nutrient, statistic, condition, edition, sex in sorted(groups):
        bands = sorted(
            (row.age_min_months, row.age_max_months)
            for row in rows
            if (row.nutrient, row.statistic, row.condition, row.edition)
            == (nutrient, statistic, condition, edition)
            and row.sex in (sex, "both")
        )
        faults += [
            (nutrient, statistic, condition, edition, sex, one, two)
            for one, two in pairwise(bands)
            if one[1] is None or two[0] != one[1] + 1
        ]
    assert faults == []


@pytest.mark.parametrize("body", ROWS)
@pytest.mark.parametrize("nutrient", MINERALS)
def test_every_age_has_a_value_from_birth_or_first_year(body, nutrient):
    of_body = load(body)
    first = 228 if body == "ICMR-NIN" else 12
    missing = [
        (sex, age)
        for sex in ("female", "male")
        for age in range(first, 1200)
        if not any(
            of_body.lookup(nutrient, sex, age, "none", s) for s in (*AVERAGE, *RECOMMENDED, "AI")
        )
    ]
    assert missing == []


@pytest.mark.parametrize("body", ROWS)
def test_average_lies_below_recommended_and_low_below_average(body):
    of_body = load(body)
    wrong = []
    for nutrient in MINERALS:
        for sex in ("female", "male"):
            for age in range(0, 1200, 6):
                of = of_body.for_person(nutrient, sex, age, "none")
                low = of_body.lookup(nutrient, sex, age, "none", "LRNI")
                if of.ear and of.rda and not of.ear.value < of.rda.value:
                    wrong.append((nutrient, sex, age))
                if low and of.ear and not low.value < of.ear.value:
                    wrong.append((nutrient, sex, age, "LRNI"))
    assert wrong == []


def test_magnesium_upper_levels_never_count_food():
    bases = {
        row.base
        for body in ROWS
        for row in all_rows(body)
        if row.nutrient == "magnesium_mg" and row.statistic in UPPER
    }
    assert bases
    assert all(base.startswith("supplements") for base in bases)


@pytest.mark.parametrize("body", ["EFSA", "NNR"])
def test_added_salts_are_named_in_the_base(body):
    ul = load(body).lookup("magnesium_mg", "male", 480, "none", "UL")
    assert "added salts" in ul.base


@pytest.mark.parametrize("statistic", ["provisional_AR", "EAR_ALT_PRINTED", "AI", "LRNI"])
def test_is_never_an_average_requirement(statistic):
    assert statistic in STATISTICS
    assert statistic not in AVERAGE


@pytest.mark.parametrize("body", ["EFSA", "NNR", "WHO"])
def test_no_average_requirement_of_magnesium_at_any_age(body):
    for sex in ("female", "male"):
        for age in range(1200):
            assert load(body).for_person("magnesium_mg", sex, age, "none").ear is None


def test_daily_values_are_no_statistic():
    with pytest.raises(ReferenceIntakeError, match="label figure"):
        load("NASEM").lookup("calcium_mg", "male", 480, "none", "DV")
    labels = {(1300.0, 420.0)}
    for age in range(228, 1200):
        for sex in ("female", "male"):
            pair = tuple(
                load("NASEM").lookup(mineral, sex, age, "none", "RDA").value for mineral in MINERALS
            )
            assert pair not in labels
    assert not any("FDA" in row.source for body in ROWS for row in all_rows(body))


@pytest.mark.parametrize(
    ("body", "nutrient", "sex", "age_years", "percent"),
    [
        ("NASEM", "magnesium_mg", "female", 40, 10.0),
        ("NASEM", "calcium_mg", "female", 2, 20.0),
        ("NASEM", "calcium_mg", "female", 40, 12.5),
        ("UK", "calcium_mg", "female", 40, 16.7),
        ("UK", "magnesium_mg", "female", 40, 17.5),
        ("EFSA", "calcium_mg", "female", 40, 13.3),
        ("ICMR-NIN", "calcium_mg", "female", 40, 12.5),
    ],
)
def test_variation_of_requirement_as_methods_states_it(body, nutrient, sex, age_years, percent):
    of = load(body).for_person(nutrient, sex, age_years * 12, "none")
    assert 100 * of.requirement_cv == pytest.approx(percent, abs=0.05)


def test_harmonised_averages_state_no_variation():
    assert load("H-AR").for_person("calcium_mg", "male", 480, "none").requirement_cv is None


def test_unknown_body_names_those_there_are():
    with pytest.raises(ReferenceIntakeError, match=r"'FDA'.*NASEM, EFSA, UK, WHO, NNR"):
        load("FDA")


def test_case_of_the_name_does_not_matter():
    assert load("nasem").body == "NASEM"


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("iron_mg", "male", 480, "none", "EAR"), "iron_mg"),
        (("calcium_mg", "Male", 480, "none", "EAR"), "Male"),
        (("calcium_mg", "male", 480, "ill", "EAR"), "ill"),
        (("calcium_mg", "male", 480, "none", "EARS"), "EARS"),
    ],
)
def test_unknown_question_is_an_error_that_names_it(arguments, named):
    with pytest.raises(ReferenceIntakeError, match=named):
        load().lookup(*arguments)


def test_old_edition_stays_computable():
    old = load("NASEM", edition=1999)
    assert old.lookup("calcium_mg", "female", 16 * 12, "none", "AI").value == 1300
    assert old.lookup("calcium_mg", "female", 16 * 12, "none", "EAR") is None
    assert old.lookup("magnesium_mg", "female", 480, "none", "EAR").value == 265
    assert load("NASEM").lookup("calcium_mg", "female", 480, "none", "AI") is None
    with pytest.raises(ReferenceIntakeError, match="1950"):
        load("NASEM", edition=1950)


def test_adding_a_row_of_the_same_question_is_refused(tmp_path):
    own = tmp_path / "own.csv"
    own.write_text(
        "body,nutrient,statistic,value,unit,source,age_min_months,age_max_months\n"
        "Own,calcium_mg,EAR,800,mg/d,me,0,120\n"
        "Own,calcium_mg,EAR,900,mg/d,me,120,\n",
        encoding="utf-8",
    )
    with pytest.raises(ReferenceIntakeError, match="apply at 120 months"):
        load_file(own)


def test_own_file_is_loaded_and_compared_by_path(tmp_path):
    own = tmp_path / "clinic.csv"
    own.write_text(
        "body,nutrient,statistic,value,unit,source\nClinic,calcium_mg,target,900,mg/d,agreed\n",
        encoding="utf-8",
    )
    of = load(own).for_person("calcium_mg", "female", 480, "none")
    assert of.target.value == 900
    assert (of.ear, of.rda, of.ai) == (None, None, None)


def test_wrong_rows_are_named_by_line_and_column(tmp_path):
    own = tmp_path / "own.csv"
    own.write_text(
        "body,nutrient,statistic,value,unit,source,sex,age_min_months\n"
        "Own,calcium_mg,EAR,8x,mg/d,me,female,0\n"
        "Own,calcium_mg,DV,800,g/d,,woman,one\n",
        encoding="utf-8",
    )
    with pytest.raises(ReferenceIntakeError) as caught:
        load_file(own)
    message = str(caught.value)
    for part in (
        "line 2, column value: '8x'",
        "line 3, column statistic: 'DV'",
        "line 3, column unit: 'g/d'",
        "line 3, column sex: 'woman'",
        "line 3, column age_min_months: 'one'",
        "line 3, column source: empty",
    ):
        assert part in message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "lacks the column body"),
        ("body,nutrient\nx,y\n", "statistic, value, unit, source"),
        ("body,nutrient,statistic,value,unit,source\n", "no row"),
        (
            """body,nutrient,statistic,value,unit,source
A,calcium_mg,EAR,1,mg/d,s
B,calcium_mg,EAR,1,mg/d,s
""",
            "several bodies",
        ),
    ],
)
def test_unusable_file_says_what_it_lacks(tmp_path, text, said):
    own = tmp_path / "own.csv"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(ReferenceIntakeError, match=said):
        load_file(own)


def test_missing_file_is_named(tmp_path):
    with pytest.raises(ReferenceIntakeError, match=r"nowhere\.csv"):
        load_file(tmp_path / "nowhere.csv")


def test_installed_package_can_add_a_body(tmp_path, monkeypatch):
    own = tmp_path / "own.csv"
    own.write_text(
        "body,nutrient,statistic,value,unit,source\nAtlantis,calcium_mg,EAR,700,mg/d,scroll\n",
        encoding="utf-8",
    )

    class Entry:
        name = "Atlantis"
        value = "atlantis:path"

        def load(self):
            return lambda: own

    monkeypatch.setattr(importlib.metadata, "entry_points", lambda **_: [Entry()])
    assert "Atlantis" in references.bodies()
    assert load("Atlantis").lookup("calcium_mg", "male", 480, "none", "EAR").value == 700


def test_side_by_side_has_every_body_and_both_minerals():
    table = compare(sex="female", age_months=30 * 12, condition="lactating")
    assert [(r["body"], r["nutrient"]) for r in table] == [(b, n) for b in ROWS for n in MINERALS]
    uk = next(r for r in table if r["body"] == "UK" and r["nutrient"] == "calcium_mg")
    assert (uk["ear_mg"], uk["rda_mg"], uk["rda_statistic"]) == (None, 1250, "RNI")
    harmonised = next(r for r in table if r["body"] == "H-AR")
    assert "not defined" in harmonised["note"]


@settings(max_examples=60, deadline=None)
@given(
    body=st.sampled_from(sorted(ROWS)),
    nutrient=st.sampled_from(MINERALS),
    people=st.lists(
        st.tuples(
            st.sampled_from(["female", "male"]),
            st.integers(0, 1300),
            st.sampled_from(["none", "pregnant", "lactating"]),
            st.sampled_from([None, 1, 2, 3]),
        ),
        min_size=1,
        max_size=12,
    ),
)
def test_many_people_at_once_get_what_each_gets_alone(body, nutrient, people):
    frame = pd.DataFrame(people, columns=["sex", "age_months", "condition", "trimester"])
    frame["trimester"] = frame["trimester"].astype("Int64")
    together = load(body).for_people(frame, nutrient)
    for row, (sex, age, condition, trimester) in zip(together.itertuples(), people, strict=True):
        staged = condition == "pregnant" and trimester is not None
        of = load(body).for_person(
            nutrient, sex, age, f"pregnancy_T{trimester}" if staged else condition
        )
        for name, one in (("ear_mg", of.ear), ("rda_mg", of.rda), ("ai_mg", of.ai)):
            value = getattr(row, name)
            assert pd.isna(value) if one is None else value == one.value


def test_unknown_sex_or_age_has_no_reference():
    frame = pd.DataFrame(
        {
            "sex": [None, "female"],
            "age_months": pd.array([480, None], dtype="Int64"),
            "condition": ["none", "none"],
            "trimester": pd.array([None, None], dtype="Int64"),
        }
    )
    assert load().for_people(frame, "calcium_mg")["ear_mg"].isna().all()


def test_importing_references_loads_nothing_heavy():
    code = (
        "import sys, nutrition.references as r; r.load(); "
        "sys.exit('pandas' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_body_named_like_its_statistic_is_named_once():
    found = load("H-AR").lookup("calcium_mg", "female", 480, "none", "H-AR")
    assert found.label.startswith("H-AR (")


def test_what_was_recalled_of_an_upper_level_does_not_mark_the_intake():
    people = pd.DataFrame(
        {"sex": ["female"], "age_months": [480.0], "condition": ["none"], "trimester": [None]}
    )
    magnesium = load("EFSA").for_people(people, "magnesium_mg").iloc[0]
    assert (magnesium["recalled"], magnesium["ul_recalled"]) == (False, "scope")
    calcium = load("EFSA").for_people(people, "calcium_mg").iloc[0]
    assert (calcium["recalled"], calcium["ul_recalled"]) == (False, "level")
    assert load("NASEM").for_people(people, "calcium_mg").iloc[0]["ul_recalled"] == ""


def test_notes_hold_no_word_of_the_making():
    told = [row.note for body in bodies() for row in load(body).rows]
    assert [n for n in told if "DEFAULT" in n or "EAR_ALT" in n or "nap 13050" in n] == []
