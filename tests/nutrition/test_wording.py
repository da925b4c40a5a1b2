"""Every sentence the assessment can produce, against the list a dietitian approved."""

import csv
import itertools
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from nutrition.adequacy.assessment import assess, describe
from nutrition.adequacy.wording import SALTS, SENTENCES, count, say, tenths
from nutrition.judgement import judge
from nutrition.people import read_people
from nutrition.population.options import GroupOptions
from nutrition.references import bodies

APPROVED = [
    row["sentence"]
    for row in csv.DictReader(
        (Path(__file__).parent / "data" / "approved_sentences.csv")
        .read_text(encoding="utf-8")
        .splitlines()
    )
]
FIGURE = r"-?[\d,]+"
TENTHS = r"(?:[1-9]|10) in 10|[Mm]ore than 9 in 10|[Ll]ess than 1 in 10"
PARTS = {
    "mineral": "calcium|magnesium",
    "days": r"[\d,]+ days?",
    "days_to_decide": r"[\d,]+ days?",
    "unknown": r"[\d,]+ items? (?:is|are)",
    "partial": r"[\d,]+ days? (?:is|are)",
    "without": r"[\d,]+ complete days?",
    "level": "(?:upper|guidance) level",
    "tenths": TENTHS,
    "tenths_low": TENTHS,
    "tenths_high": TENTHS,
    "body": r"[A-Z][A-Za-z-]+",
    "reference": r"(?:H-AR|[A-Z][A-Za-z-]+ (?:EAR|AR|AI|RNI))(?: \([^)]+\))",
    "counted": "supplements and medicines|supplements",
    "salts": re.escape(SALTS),
    "sd_source": r"(?:IOM|NHANES) [0-9-]+(?: approximate)?(?: \(recalled\))?",
}


def pattern(template):
    pieces = re.split(r"\{(\w+)\}", template)
    text = "".join(
        f"(?:{PARTS.get(piece, FIGURE)})" if odd % 2 else re.escape(piece)
        for odd, piece in enumerate(pieces)
    )
    return re.compile(text)


PATTERNS = {template: pattern(template) for template in APPROVED}

PEOPLE = [
    ("woman", "female", 40, "none", None),
    ("man of 51", "male", 51, "none", None),
    ("girl", "female", 10, "none", None),
    ("infant", "male", 0.5, "none", None),
    ("pregnant", "female", 30, "pregnant", None),
    ("third trimester", "female", 30, "pregnant", 3),
    ("lactating", "female", 30, "lactating", None),
    ("pregnant at 52", "female", 52, "pregnant", None),
]
INTAKES = (0.0, 61.0, 280.0, 330.0, 800.0, 1900.0, 2200.0, 6000.0)
KINDS = (
    {},
    {"day_state": "partial"},
    {"day_state": "partial", "unknown": 1},
    {"unknown": 1},
    {"unknown": np.nan},
    {"unknown": 4, "supplement": 400.0},
    {"supplement": 0.0},
    {"supplement": 0.0, "day_state": "partial"},
    {"supplement": 40.0, "day_state": "partial"},
    {"supplement": 40.0},
    {"supplement": np.nan, "supplement_unknown": 2},
    {"day_state": "partial", "unknown": 2, "supplement": 40.0, "supplement_unknown": 1},
    {"supplement": 400.0},
    {"low": 0.5, "high": 1.5},
    {"habitual": True},
    {"no_value": True},
    {"one_partial": True},
    {"no_people": True},
    {"no_days": True},
    {"food": True},
    {"food": True, "unknown": 1},
    {"one_without_value": True},
    {"no_sex": True},
    {"no_age": True},
)


def day_records(person, number, intake, kind):
    """Return a record a day; one table is made of all, for thousands of small ones take a while."""
    days = []
    for n in range(number):
        first = n == 0 and number > 1
        day = {
            "person_id": person,
            "day": None if kind.get("habitual") else str(n),
            "day_state": kind.get("day_state", "complete"),
        }
        if first and kind.get("one_partial"):
            day["day_state"] = "partial"
        missing = kind.get("no_value") or (first and kind.get("one_without_value"))
        for mineral in ("calcium", "magnesium"):
            day |= {
                f"{mineral}_mg": np.nan if missing else intake,
                f"{mineral}_supplement_mg": kind.get("supplement", np.nan),
                f"{mineral}_unknown_items": kind.get("unknown", 0),
                f"{mineral}_supplement_unknown_items": kind.get("supplement_unknown", 0),
                f"{mineral}_mg_low": intake * kind.get("low", 1),
                f"{mineral}_mg_high": intake * kind.get("high", 1),
                f"{mineral}_food_mg": intake if kind.get("food") else np.nan,
            }
        days.append(day)
    return days


def day_totals(person, number, intake, kind):
    return pd.DataFrame(day_records(person, number, intake, kind))


def every_assessment():
    people, days = [], []
    unsaid = {"no_sex": [], "no_age": []}
    grid = itertools.product(PEOPLE, (1, 3, 7), INTAKES, KINDS)
    for at, ((_, sex, age, condition, trimester), number, intake, kind) in enumerate(grid):
        if not kind.get("no_people"):
            people.append((str(at), sex, age, condition, trimester))
        for name, who in unsaid.items():
            if kind.get(name):
                who.append(str(at))
        if not kind.get("no_days"):
            days += day_records(str(at), number, intake, kind)
    table = read_people(
        pd.DataFrame(people, columns=["person_id", "sex", "age_years", "condition", "trimester"])
    )
    table.loc[table["person_id"].isin(unsaid["no_sex"]), "sex"] = None
    table.loc[table["person_id"].isin(unsaid["no_age"]), "age_months"] = None
    totals = pd.DataFrame(days)
    sources = dict.fromkeys(bodies(), "IOM 2000")
    pairs = [*sources.items(), ("NASEM", "NHANES 2007-2012 approximate")]
    return pd.concat([assess(totals, table, body=b, sd_source=s) for b, s in pairs])


@pytest.fixture(scope="module")
def produced():
    result = every_assessment()
    # Rows that differ in figures only say the same sentences; one of each kind is enough.
    shape = result[["nutrient", "body", "method", "reason", "verdict", "ul_status", "recalled"]]
    shape = shape.assign(
        statement=result["statement"].str.replace(r"\d+", "0", regex=True),
        at_least=result["probability_is_at_least"],
        counted=result["unknown_items"].fillna(0) > 0,
        partial=result["partial_days"] > 0,
        ranged=result["probability_low"].notna(),
        decide=result["days_to_decide"].notna(),
        gap=result["gap_ear_mg"] > 0,
        gap_rda=result["gap_rda_mg"] > 0,
        source=result["sd_source"],
        so_far_unknown=result["so_far_unknown_items"].fillna(0) > 0,
        supplement=result["ul_intake_mg"].notna(),
        none_taken=result["ul_intake_mg"].eq(0),
        reason_ul=result["ul_reason"],
        reached_so_far=result["so_far_gap_ear_mg"] <= 0,
        reached_rda_so_far=result["so_far_gap_rda_mg"] <= 0,
        ul_reference=result["ul_reference"],
        counts=result["intake_counts"],
        without=result["days_without_value"] > 0,
    )
    kept = result[~shape.duplicated()]
    sentences = {line for _, row in kept.iterrows() for line in describe(row)}
    return sentences | set(result["statement"]) | rejected()


def rejected():
    days = pd.concat([day_totals(person, 2, 300.0, {}) for person in "abcd"])
    days["energy_kcal"] = np.nan
    people = pd.DataFrame(
        {
            "person_id": list("abcd"),
            "sex": ["f", "?", "f", "?"],
            "age_years": ["30", "30", "?", ""],
            "weight_kg": ["-1", "60", "60", "60"],
        }
    )
    found = judge(days, people, options=GroupOptions(by=(), replicates=0))["assessment"]
    return set(found["statement"])


def test_a_rejected_row_says_what_of_sex_and_age_is_missing():
    assert rejected() == {
        SENTENCES[name] for name in ("rejected_person", "no_sex", "no_age", "no_person")
    }


def test_grid_is_wide(produced):
    assert len(produced) > 500


def test_every_sentence_is_approved(produced):
    strange = [s for s in produced if not any(p.fullmatch(s) for p in PATTERNS.values())]
    assert strange == []


def test_every_approved_sentence_can_be_produced(produced):
    idle = [t for t, p in PATTERNS.items() if not any(p.fullmatch(s) for s in produced)]
    assert idle == []


def test_catalogue_and_approved_list_are_the_same():
    assert sorted(SENTENCES.values()) == sorted(APPROVED)


@pytest.mark.parametrize(
    "word",
    ["deficien", "diagnos", "safe", "you need", "should take", "inadequate", "cause", "disease"],
)
def test_forbidden_word(produced, word):
    assert [s for s in [*produced, *APPROVED] if word in s.lower()] == []


def test_recommended_intake_is_named_for_planning_only(produced):
    named = re.compile(r"recommended intake|RDA|RNI|RDI|PRI|\bRI\b")
    allowed = (
        "For planning:",
        "The recommended intake, for planning only,",
        "To the average requirement of",
        "So far this reaches the average requirement of",
    )
    assert [s for s in produced if named.search(s) and not s.startswith(allowed)] == []


def test_adequate_intake_is_never_a_measure_of_too_little(produced):
    below = [s for s in produced if "below the adequate intake" in s]
    assert below
    assert all("cannot be determined" in s for s in below)


def test_a_level_that_counts_added_salts_never_says_that_it_counts_only_supplements():
    days = day_totals("a", 3, 300.0, {"supplement": 400.0})
    people = pd.DataFrame({"person_id": ["a"], "sex": ["female"], "age_years": [40]})
    for body, counted in (
        ("EFSA", f"which counts {SALTS};"),
        ("NNR", f"which counts {SALTS};"),
        ("UK", "not above the guidance level of 400 mg, which counts only supplements."),
        ("NASEM", "which counts only supplements and medicines;"),
    ):
        row = assess(days, people, body=body, nutrients=["magnesium_mg"]).iloc[0]
        (line,) = [s for s in describe(row) if re.search("(upper|guidance) level of", s)]
        assert counted in line, body


def test_an_unfinished_day_without_supplements_is_told_calmly():
    days = day_totals("a", 1, 500.0, {"day_state": "partial", "unknown": 1, "supplement": 0.0})
    people = pd.DataFrame({"person_id": ["a"], "sex": ["female"], "age_years": [40]})
    said = describe(assess(days, people, nutrients=["magnesium_mg"]).iloc[0])
    first, reached, level, _ = said
    assert first.startswith("So far: at least 500 mg magnesium, with values missing;")
    assert reached == SENTENCES["so_far_reached_both"].format(ear=265, rda=320)
    counted = {"level": "upper level", "ul": 350, "counted": "supplements and medicines"}
    assert level == SENTENCES["ul_none_entered"].format(mineral="magnesium", **counted)


def test_a_usual_intake_that_is_probably_below_the_upper_level_says_probably():
    days = day_totals("a", 3, 2200.0, {})
    people = pd.DataFrame({"person_id": ["a"], "sex": ["female"], "age_years": [40]})
    row = assess(days, people, nutrients=["calcium_mg"]).iloc[0]
    assert row["ul_status"] == "likely_below"
    assert "Usual calcium intake is probably below the upper level of 2,500 mg a day." in (
        describe(row)
    )


def test_food_magnesium_is_never_named_with_the_upper_level(produced):
    named = [s for s in produced if "magnesium" in s and re.search("(upper|guidance) level", s)]
    assert named
    assert all("supplements and medicines" in s for s in named)


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.0, "less than 1 in 10"),
        (0.049, "less than 1 in 10"),
        (0.05, "1 in 10"),
        (0.25, "3 in 10"),
        (0.6, "6 in 10"),
        (0.836, "8 in 10"),
        (0.949, "9 in 10"),
        (0.951, "more than 9 in 10"),
        (1.0, "more than 9 in 10"),
    ],
)
def test_probability_in_words(chance, words):
    assert tenths(chance) == words


@pytest.mark.parametrize(
    ("chance", "words"),
    [(0.09, None), (0.1, "1 in 10"), (0.39, "3 in 10"), (0.6, "6 in 10"), (1.0, "9 in 10")],
)
def test_lower_bound_rounds_down_only(chance, words):
    assert tenths(chance, at_least=True) == words


def test_sentence_of_the_issue():
    said = say("probability", tenths="6 in 10", mineral="magnesium", days=count(3, "day", "days"))
    assert said == "6 in 10 that usual magnesium intake meets the requirement, from 3 days."
