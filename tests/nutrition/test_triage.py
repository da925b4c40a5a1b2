"""Who comes first, and why: the rule of `nutrition.triage`, case by case."""

import pandas as pd
import pytest

from nutrition import triage as rule
from nutrition.texts import languages
from nutrition.triage import LEVELS, told, triage

LIKELY_BELOW = {"verdict": "likely_below", "probability_adequate": 0.1}
LIKELY_MEETS = {"verdict": "likely_meets", "probability_adequate": 0.9}
UNSURE = {"verdict": "cannot_tell", "probability_adequate": 0.5}

CASES = {
    # person: (calcium cells, magnesium cells, people cells, days cells) → level
    "emergency": ({"verdict": "meets"}, {}, {"red_flags": "seizure"}, "emergency-sign"),
    "doctor": ({"verdict": "meets"}, {}, {"red_flags": "numbness"}, "doctor-sign"),
    "kidney": ({"verdict": "meets"}, {}, {"contexts": "kidney-disease"}, "context-first"),
    "pregnant": ({"verdict": "meets"}, {}, {"condition": "pregnant"}, "context-first"),
    "above": ({"verdict": "meets", "ul_status": "above"}, {}, {}, "above-upper-level"),
    "maybe-above": (
        {"verdict": "meets"},
        {"ul_status": "likely_above"},
        {},
        "likely-above-upper-level",
    ),
    "diabetes": ({"verdict": "meets"}, {}, {"contexts": "diabetes"}, "context"),
    "below": ({"verdict": "below", "probability_adequate": 0.01}, {}, {}, "below"),
    "likely-below": ({}, LIKELY_BELOW, {}, "likely-below"),
    "cannot-tell": (UNSURE, {}, {}, "cannot-tell"),
    "poor": (
        {**UNSURE, "known_share": 0.5, "at_least": True},
        {},
        {},
        "needs-better-records",
    ),
    "nothing": (
        {"verdict": "cannot_tell", "intake_mg": None, "reason": "no_complete_day", "days": 0},
        {"verdict": "cannot_tell", "intake_mg": None, "reason": "no_complete_day", "days": 0},
        {},
        "needs-better-records",
    ),
    "under-reporter": (
        {"verdict": "below", "probability_adequate": 0.0, "energy_flag": "low"},
        {},
        {},
        "needs-better-records",
    ),
    "no-reference": ({"verdict": "not_defined", "reason": "not_set"}, {}, {}, "not-defined"),
    "likely-meets": (LIKELY_MEETS, {}, {}, "likely-meets"),
    "meets": ({}, {}, {}, "meets"),
}  # fmt: skip


def assessed(person, nutrient, **cells):
    at_least = cells.pop("at_least", False)
    row = {
        "person_id": person,
        "nutrient": nutrient,
        "days": 3,
        "intake_mg": 900.0 if nutrient == "calcium_mg" else 300.0,
        "probability_is_at_least": at_least,
        "known_share": 1.0,
        "unknown_items": 5 if at_least else 0,
        "probability_adequate": 0.99,
        "verdict": "meets",
        "reason": "",
        "ul_status": "below",
        "target_mg": None,
        "rda_mg": 1000.0 if nutrient == "calcium_mg" else 320.0,
        "ai_mg": None,
        "sd_day_mg": 300.0 if nutrient == "calcium_mg" else 90.0,
        "energy_flag": "plausible",
    }
    return row | cells


def frames(cases):
    rows, people, days = [], [], []
    for person, (calcium, magnesium, about, _) in cases.items():
        rows += [assessed(person, "calcium_mg", **calcium)]
        rows += [assessed(person, "magnesium_mg", **magnesium)]
        people.append({"person_id": person, "name": person.title(), **about})
        day = {"person_id": person, "items": 10, "grams": 2000.0, "day_state": "complete"}
        day |= {"calcium_mg": 900.0, "magnesium_mg": 300.0}
        days += [day | {"day": str(number)} for number in range(3)]
    return pd.DataFrame(days), pd.DataFrame(rows), pd.DataFrame(people)


def test_every_level_has_its_case_and_the_order_is_that_of_the_rule():
    table = triage(*frames(CASES))
    levels = dict(zip(table["person_id"], table["level"], strict=True))
    assert levels == {person: case[3] for person, case in CASES.items()}
    assert set(levels.values()) == set(LEVELS)
    order = [LEVELS.index(level) for level in table["level"]]
    assert order == sorted(order)
    assert table["priority"].tolist() == list(range(1, len(CASES) + 1))


def test_poor_records_are_not_ranked_as_the_worst():
    table = triage(*frames(CASES)).set_index("person_id")
    for person in ("poor", "nothing", "under-reporter"):
        assert table.loc[person, "priority"] > table.loc["cannot-tell", "priority"]
        assert table.loc[person, "level"] == "needs-better-records"


def test_a_warning_sign_stands_first_however_poor_or_good_the_record():
    cases = {
        "poor": (CASES["poor"][0], {}, {"red_flags": "seizure"}, ""),
        "good": ({}, {}, {"red_flags": "chest-pain|numbness"}, ""),
        "worst": CASES["below"],
    }
    table = triage(*frames(cases))
    assert table["level"].tolist() == ["emergency-sign", "emergency-sign", "below"]


def test_an_under_reporter_whose_intake_meets_the_requirement_still_meets_it():
    cases = {
        "low": ({"energy_flag": "low"}, {}, {}, ""),
        "high": ({"energy_flag": "high"}, {}, {}, ""),
    }
    levels = triage(*frames(cases)).set_index("person_id")["level"]
    assert levels["low"] == "meets"
    assert levels["high"] == "needs-better-records"


def test_within_a_level_the_smaller_probability_then_the_larger_gap_come_first():
    below = {"verdict": "below"}
    cases = {
        "a": (below | {"probability_adequate": 0.02}, {}, {}, ""),
        "b": (below | {"probability_adequate": 0.01}, {}, {}, ""),
        "c": (below | {"probability_adequate": 0.02, "intake_mg": 300.0}, {}, {}, ""),
    }
    assert triage(*frames(cases))["person_id"].tolist() == ["b", "c", "a"]


def test_the_order_of_the_rows_given_does_not_matter():
    days, assessment, people = frames(CASES)
    turned = triage(days, assessment.iloc[::-1], people.sample(frac=1, random_state=1))
    pd.testing.assert_frame_equal(turned, triage(days, assessment, people))


@pytest.mark.parametrize(
    ("calcium", "quality"),
    [
        ({"days": 1}, "one-day"),
        ({"at_least": True, "known_share": 0.9}, "values-missing"),
        ({"at_least": True, "known_share": 0.97}, ""),
        ({"at_least": True, "known_share": 0.5}, "many-values-missing"),
        ({"at_least": True, "known_share": None}, "values-missing"),
        ({"at_least": True, "known_share": None, "unknown_items": 20}, "many-values-missing"),
        ({"energy_flag": "low"}, "energy-low"),
        ({"energy_flag": "high"}, "energy-high"),
    ],
)
def test_data_quality(calcium, quality):
    magnesium = {"days": calcium["days"]} if "days" in calcium else {}
    table = triage(*frames({"x": (calcium, magnesium, {}, "")}))
    assert table.loc[0, "data_quality"] == quality


def test_an_impossible_day_is_pointed_out():
    days, assessment, people = frames({"x": ({}, {}, {}, "")})
    days.loc[0, "calcium_mg"] = rule.MOST_A_DAY["calcium_mg"] + 1
    assert triage(days, assessment, people).loc[0, "data_quality"] == "amounts"


def test_a_supplement_of_unknown_content_is_pointed_out():
    days, assessment, people = frames({"x": ({}, {}, {}, "")})
    days["magnesium_supplement_unknown_items"] = [0, 1, 0]
    days["calcium_supplement_unknown_items"] = 0
    assert triage(days, assessment, people).loc[0, "data_quality"] == "supplements-unknown"
    days["magnesium_supplement_unknown_items"] = [0, None, 0]
    assert triage(days, assessment, people).loc[0, "data_quality"] == ""


@pytest.mark.parametrize(
    ("about", "level", "contexts"),
    [
        ({"age_months": 215}, "context-first", "under-18"),
        ({"age_months": 216}, "meets", ""),
        ({"age_months": None}, "meets", ""),
        ({"age_months": 108, "contexts": "under-18"}, "context-first", "under-18"),
        (
            {"age_months": 200, "contexts": "diabetes", "condition": "pregnant"},
            "context-first",
            "pregnancy|diabetes|under-18",
        ),
    ],
)
def test_age_and_pregnancy_are_circumstances_without_being_named(about, level, contexts):
    row = triage(*frames({"x": ({}, {}, about, "")})).loc[0]
    assert (row["level"], row["contexts"]) == (level, contexts)


def test_what_changed_since_last_time():
    now = {
        # 1.96 × 300 × √(1/3 + 1/3) = 480.1 mg
        "up": ({"intake_mg": 900.0}, {}, {}, ""),
        "little": ({"intake_mg": 880.0}, {}, {}, ""),
        "verdict": ({}, {"verdict": "cannot_tell"}, {}, ""),
        "unknown": ({"at_least": True}, {}, {}, ""),
        "new": ({}, {}, {}, ""),
    }
    before = {person: ({"intake_mg": 400.0}, {}, {}, "") for person in now if person != "new"}
    before["verdict"] = ({}, {}, {}, "")
    days, assessment, people = frames(now)
    table = triage(days, assessment, people, frames(before)[1]).set_index("person_id")
    assert table["changed"].to_dict() == {
        "up": "calcium-up",
        "little": "",
        "verdict": "magnesium-verdict",
        "unknown": "",
        "new": "new",
    }
    assert table.loc["up", "calcium_change_mg"] == 500.0
    assert pd.isna(table.loc["unknown", "calcium_change_mg"])
    assert pd.isna(table.loc["new", "calcium_change_mg"])


def test_someone_without_a_single_day_needs_records():
    days, assessment, people = frames({"x": ({}, {}, {}, "")})
    cells = {"days": None, "intake_mg": None, "verdict": "not_defined", "reason": "no_day",
             "probability_adequate": None, "known_share": None}  # fmt: skip
    rows = [assessed("y", nutrient, **cells) for nutrient in ("calcium_mg", "magnesium_mg")]
    both = pd.concat([assessment, pd.DataFrame(rows)], ignore_index=True)
    table = triage(days, both, people).set_index("person_id")
    assert table.loc["y", "level"] == "needs-better-records"
    assert table.loc["y", "data_quality"] == "no-complete-day"


@pytest.mark.parametrize("language", languages())
def test_every_row_can_be_said_in_words(language):
    for row in triage(*frames(CASES)).to_dict("records"):
        words = told(row, language)
        assert words["level"]
        assert words["reasons"].endswith(".")
        assert "{" not in "".join(words.values())


def test_the_reason_names_the_sign_and_the_amount():
    table = triage(*frames(CASES)).set_index("person_id", drop=False)
    assert told(table.loc["emergency"])["reasons"].startswith("warning sign ticked: A seizure")
    assert "900 mg a day very likely below" in told(table.loc["below"])["reasons"]
    assert "meets" not in told(table.loc["emergency"])["reasons"]


def test_three_thousand_rows_keep_everyone():
    days, assessment, people = frames({f"p{n}": ({}, {}, {}, "") for n in range(1000)})
    table = triage(days, assessment, people)
    assert sorted(table["person_id"]) == sorted(people["person_id"])
