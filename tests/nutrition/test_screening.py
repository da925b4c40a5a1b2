"""Warning signs, prompts, medicines and the twitching page: the lists, the order, the laws."""

import itertools
import re
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutrition import texts
from nutrition.adequacy.assessment import assess
from nutrition.screening import (
    Answers,
    ScreeningError,
    TwitchPerson,
    all_causes,
    all_contexts,
    all_medicines,
    all_red_flags,
    emergency_number,
    find_medicines,
    limit,
    prompts,
    red_flags,
    twitch,
)
from nutrition.screening.lifestyle import compare_caffeine, reported
from nutrition.screening.notices import rows
from nutrition.screening.twitch import COMFORTING

SHARED = Path(__file__).resolve().parents[3] / "shared"
LISTS = (
    "red_flags.csv",
    "medicines.csv",
    "contexts.csv",
    "twitch_causes.csv",
    "lifestyle_limits.csv",
    "emergency_numbers.csv",
)

# METHODS section 8, both tiers in full, and what issue 7 adds.
EMERGENCY = {
    "breathing",
    "swallowing",
    "seizure",
    "fainting",
    "chest-pain",
    "pulse",
    "confusion",
    "locked-cramp",
    "stridor",
    "one-sided-weakness",
    "slurred-speech",
    "facial-droop",
    "serotonin-fever",
    "withdrawal",
    "pregnancy-headache",
}
PROMPT = {
    "weakness",
    "wasting",
    "foot-drop",
    "spreading",
    "progressive",
    "persistent",
    "speech-change",
    "numbness",
    "weight-loss",
    "new-medicine",
    "family-history",
    "mouth-tingling",
}
CONTEXTS = (
    "kidney-disease pregnancy under-18 eating-disorder refeeding-risk alcohol-dependence "
    "chronic-diarrhoea bariatric-surgery coeliac-disease bowel-disease diabetes "
    "hypoparathyroidism kidney-stones sarcoidosis"
).split()
MEDICINES = {
    "lowers-magnesium": "omeprazole furosemide hydrochlorothiazide gentamicin amphotericin "
    "cisplatin ciclosporin tacrolimus cetuximab panitumumab pentamidine foscarnet laxative insulin",
    "matters-magnesium": "digoxin",
    "raises-magnesium": "spironolactone lithium antacid",
    "lowers-calcium": "furosemide prednisolone phenytoin phenobarbital carbamazepine alendronate "
    "denosumab orlistat",
    "lowers-calcium-uptake": "pantoprazole",
    "raises-calcium": "indapamide lithium teriparatide cholecalciferol",
    "binds": "levothyroxine doxycycline ciprofloxacin risedronate dolutegravir bictegravir iron "
    "mycophenolate cefdinir cefpodoxime penicillamine gabapentin baloxavir nitrofurantoin",
    "never-with-drip-calcium": "ceftriaxone",
    "lowers-b12": "metformin esomeprazole famotidine",
}
FLAG_IDS = sorted(EMERGENCY | PROMPT)
TICKS = st.sets(st.sampled_from(FLAG_IDS), min_size=1)
PLACES = st.sampled_from([None, "de-AT", "GB", "en_US.UTF-8", "de", "ZZ", "no-NO"])
ANSWERS = st.builds(
    Answers,
    red_flags=st.just(frozenset()),
    sleep_hours=st.none() | st.floats(0, 24),
    stress=st.sampled_from([None, "little", "some", "much"]),
    screen_hours=st.none() | st.floats(0, 24),
    tired_eyes=st.sampled_from([None, True, False]),
    nicotine=st.sampled_from([None, True, False]),
    vegan=st.sampled_from([None, True, False]),
    metformin=st.sampled_from([None, True, False]),
    acid_blockers=st.sampled_from([None, True, False]),
    medicines=st.sampled_from([(), ("Omeprazol",), ("metformin", "zzz")]),
)
PEOPLE = st.builds(
    TwitchPerson,
    age_years=st.none() | st.floats(0, 110),
    condition=st.sampled_from([None, "none", "pregnant", "lactating"]),
    weight_kg=st.none() | st.floats(5, 150),
    country=PLACES,
)
DAYS = st.lists(
    st.fixed_dictionaries(
        {
            "day_state": st.sampled_from(["complete", "partial", "empty", None]),
            "caffeine_mg": st.none() | st.floats(0, 1500),
            "caffeine_unknown_items": st.none() | st.integers(0, 3),
            "vitamin_b12_ug": st.none() | st.floats(0, 20),
            "vitamin_b12_unknown_items": st.none() | st.integers(0, 3),
        }
    ),
    max_size=4,
)
ASSESSED = [
    {
        "nutrient": nutrient,
        "intake_mg": intake,
        "days": 3,
        "probability_adequate": probability,
        "probability_is_at_least": at_least,
        "reference": "NASEM EAR (2011)",
    }
    for nutrient, intake, probability, at_least in (
        ("calcium_mg", 1250.0, 0.99, False),
        ("magnesium_mg", 180.0, 0.31, True),
    )
]


def with_signs(answers, ticked):
    return Answers(**{**vars(answers), "red_flags": frozenset(ticked)})


# The lists.


@pytest.mark.parametrize("name", LISTS)
def test_every_row_has_a_source_and_says_whether_it_was_seen(name):
    assert rows(name)
    for row in rows(name):
        assert row["source"].strip(), row
        assert row["confidence"] in ("seen", "recalled"), row
        assert None not in row
        assert None not in row.values()
    first = next(iter(rows(name)[0]))
    if name != "lifestyle_limits.csv":
        keys = [row[first] for row in rows(name)]
        assert len(keys) == len(set(keys))


def test_every_warning_sign_is_there_in_its_tier():
    tiers = {1: set(), 2: set()}
    for flag in all_red_flags():
        tiers[flag.tier].add(flag.id)
    assert tiers == {1: EMERGENCY, 2: PROMPT}
    assert [flag.tier for flag in all_red_flags()] == sorted(flag.tier for flag in all_red_flags())


def test_every_circumstance_is_there():
    assert {context.id for context in all_contexts()} == set(CONTEXTS)


@pytest.mark.parametrize(
    ("effect", "name"),
    [(effect, name) for effect, names in MEDICINES.items() for name in names.split()],
)
def test_every_medicine_of_the_methods_is_found_with_its_effect(effect, name):
    (match,) = find_medicines([name])
    assert match.certain
    assert effect in match.medicine.effects


def test_every_text_that_a_list_points_to_exists_in_every_language():
    wanted = {flag.text_id for flag in all_red_flags()}
    wanted |= {flag.advice_text_id for flag in all_red_flags() if flag.advice_text_id}
    wanted |= {context.text_id for context in all_contexts()}
    wanted |= {f"{context.text_id}-why" for context in all_contexts()}
    for medicine in all_medicines():
        wanted |= {medicine.text_id, *(f"medicine-effect-{each}" for each in medicine.effects)}
        wanted |= {medicine.advice_text_id} if medicine.advice_text_id else set()
    for cause in all_causes():
        wanted |= {cause.name, cause.mechanism, cause.symptoms, cause.how_common, cause.urgency}
    for language in texts.languages():
        assert wanted - set(texts.messages(language)) == set()


def test_no_text_of_a_list_is_left_without_its_row():
    pointed = {flag.text_id for flag in all_red_flags()}
    pointed |= {flag.advice_text_id for flag in all_red_flags()}
    said = {key for key in texts.messages() if key.startswith("red-flag-")}
    assert said - pointed == set()


# Warning signs.


@pytest.mark.parametrize(
    ("locale", "number", "known"),
    [
        ("de-AT", "112", True),
        ("de_DE.UTF-8", "112", True),
        ("GB", "999", True),
        ("en-US", "911", True),
        ("fr-CH", "144", True),
        ("nb-NO", "113", True),
        ("en_AU", "000", True),
        ("en-NZ", "111", True),
        ("JP", "119", True),
        ("de", "112", False),
        ("us", "112", False),
        ("ZZ", "112", False),
        ("", "112", False),
        (None, "112", False),
    ],
)
def test_the_emergency_number_follows_the_country_and_never_guesses(locale, number, known):
    found = emergency_number(locale)
    assert (found.number, found.known) == (number, known)
    assert found.source


def test_the_european_union_has_112_throughout():
    union = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE"
    for country in union.split():
        found = emergency_number(country)
        assert "112" in (found.number, found.also)


@pytest.mark.parametrize("language", texts.languages())
def test_an_unknown_country_is_told_to_use_its_local_number(language):
    said = red_flags(["seizure"], None)[0].say(language)
    assert "112" in said
    assert re.search("local emergency number|örtlichen Notrufnummer", said)


def test_nothing_ticked_says_nothing():
    assert red_flags([]) == ()


@given(TICKS, PLACES)
@settings(deadline=None)
def test_signs_come_in_order_of_urgency_with_the_action_first(ticked, country):
    notices = red_flags(ticked, country)
    tiers = [notice.tier for notice in notices[:-1]]
    assert tiers == sorted(tiers)
    assert {notice.id for notice in notices if notice.kind == "red_flag"} == ticked
    wanted = "call-now" if ticked & EMERGENCY else "see-doctor"
    assert (notices[0].kind, notices[0].id) == ("action", wanted)
    assert ("see-doctor" in {notice.id for notice in notices}) == bool(ticked & PROMPT)
    assert notices[-1].text_id == "red-flags-stand"
    if ticked & EMERGENCY:
        assert emergency_number(country).number in notices[0].say("de")
    assert all(notice.source for notice in notices if notice.kind == "red_flag")


def test_an_unknown_sign_is_an_error():
    with pytest.raises(ScreeningError, match="zzz"):
        red_flags(["seizure", "zzz"])


# Medicines.


@pytest.mark.parametrize("medicine", all_medicines(), ids=lambda medicine: medicine.id)
def test_every_name_finds_its_own_medicine(medicine):
    for name in medicine.names:
        matches = find_medicines([f"{name.upper()} 20 mg daily"])
        assert [match.medicine.id for match in matches if match.certain] == [medicine.id], name


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Omeprazol 20 mg, L-Thyroxin 75", ["proton-pump-inhibitor", "levothyroxine"]),
        ("furosemid und Metformin", ["loop-diuretic", "metformin"]),
        ("Alendronsäure", ["bisphosphonate"]),
        ("alendronsaure", ["bisphosphonate"]),
        ("hydrochlorothiazide/triamterene", ["thiazide", "potassium-sparing-diuretic"]),
        ("water pills", ["water-tablet"]),
        ("thiazide diuretic", ["thiazide"]),
        ("Magnesium Hydroxide", ["magnesium-antacid-laxative"]),
        ("Torasemid 2,5 mg", ["loop-diuretic"]),
    ],
)
def test_medicines_are_found_as_people_write_them(written, found):
    matches = find_medicines([written])
    assert [match.medicine.id for match in matches] == found
    assert all(match.certain for match in matches)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("omeprazol3", "proton-pump-inhibitor"),
        ("omeprasole", "proton-pump-inhibitor"),
        ("levothroxine", "levothyroxine"),
        ("furosemdie", "loop-diuretic"),
    ],
)
def test_a_misspelling_only_asks(written, meant):
    (match,) = find_medicines([written])
    assert not match.certain
    assert match.medicine.id == meant
    kinds = {notice.kind for notice in prompts([written])}
    assert kinds == {"question", "note"}


@pytest.mark.parametrize(
    "written", ["ironing", "aspirin", "paracetamol", "xyz", "rennieren", "insulinoma"]
)
def test_part_of_a_word_is_no_match(written):
    assert not any(match.certain for match in find_medicines([written]))


def test_a_medicine_that_is_not_listed_is_said_to_be_so():
    (question, keep) = prompts(["aspirin"])
    assert question.text_id == "medicine-not-listed"
    assert "aspirin" in question.say("de")
    assert keep.text_id == "medicine-keep"


@given(st.lists(st.text(max_size=40), max_size=3))
@settings(max_examples=60, deadline=None)
def test_any_text_gets_an_answer(written):
    for notice in prompts(written):
        assert notice.say("de")


def test_prompts_put_circumstances_first_and_know_age_and_pregnancy():
    told = prompts(["omeprazole", "Losec"], ["sarcoidosis", "kidney-disease"], 16, "pregnant")
    kinds = [kind for kind, _ in itertools.groupby(notice.kind for notice in told)]
    assert kinds == ["context", "medicine", "note"]
    contexts = list(dict.fromkeys(notice.id for notice in told if notice.kind == "context"))
    assert contexts == ["kidney-disease", "pregnancy", "under-18", "sarcoidosis"]
    effects = [notice.text_id for notice in told if notice.kind == "medicine"]
    assert len(effects) == len(set(effects)) == 3
    assert all(notice.source for notice in told if notice.kind in ("context", "medicine"))


def test_nothing_said_prompts_nothing():
    assert prompts([], [], 18, "none") == []
    with pytest.raises(ScreeningError, match="zzz"):
        prompts([], ["zzz"])


# Sleep, caffeine and vitamin B12.


@pytest.mark.parametrize(
    ("age", "low", "high"),
    [(6, 9, 11), (13.9, 9, 11), (14, 8, 10), (17.9, 8, 10), (18, 7, 9), (64.9, 7, 9), (65, 7, 8)],
)
def test_sleep_follows_age(age, low, high):
    advised = limit("sleep", age)
    assert (advised.low, advised.high, advised.body) == (low, high, "NSF 2015")


def test_every_age_has_one_range_of_sleep():
    for months in range(1200):
        assert limit("sleep", months / 12) is not None, months


@pytest.mark.parametrize(
    ("age", "condition", "rda"),
    [
        (2, "none", 0.9),
        (8, "none", 1.2),
        (13, "none", 1.8),
        (14, "none", 2.4),
        (80, "none", 2.4),
        (30, "pregnant", 2.6),
        (30, "pregnancy_T2", 2.6),
        (30, "lactating", 2.8),
    ],
)
def test_vitamin_b12_by_life_stage(age, condition, rda):
    assert limit("vitamin_b12", age, condition).high == rda


def caffeine_day(amount, unknown=0, state="complete"):
    return {"day_state": state, "caffeine_mg": amount, "caffeine_unknown_items": unknown}


@pytest.mark.parametrize(
    ("days", "age", "condition", "weight", "status", "limit_mg"),
    [
        ([caffeine_day(400)], 30, "none", None, "not_above", 400),
        ([caffeine_day(401)], 30, "none", None, "above", 400),
        ([caffeine_day(10, 1)], 30, "none", None, "at_least", 400),
        ([caffeine_day(500, 1)], 30, "none", None, "above", 400),
        ([caffeine_day(10, None)], 30, "none", None, "at_least", 400),
        ([caffeine_day(10), caffeine_day(None, 2)], 30, "none", None, "at_least", 400),
        ([caffeine_day(300)], 30, "pregnant", None, "above", 200),
        ([caffeine_day(200)], 30, "lactating", None, "not_above", 200),
        ([caffeine_day(90)], 10, "none", 30, "not_above", 90),
        ([caffeine_day(91)], 10, "none", 30, "above", 90),
        ([caffeine_day(10)], 10, "none", None, "needs_weight", None),
        ([caffeine_day(170)], 16, "pregnant", 55, "above", 165),
        ([caffeine_day(195)], 16, "pregnant", 70, "not_above", 200),
        ([caffeine_day(210)], 16, "pregnant", None, "above", 200),
        ([caffeine_day(100)], 16, "pregnant", None, "needs_weight", None),
        ([caffeine_day(10)], 2, "none", 12, "no_limit", None),
        ([caffeine_day(10)], None, None, None, "no_limit", None),
        ([caffeine_day(None, 3)], 30, "none", None, "no_record", 400),
        ([caffeine_day(900, 0, "partial")], 30, "none", None, "no_record", 400),
        ([], 30, "none", None, "no_record", 400),
    ],
)
def test_caffeine_beside_its_limit(days, age, condition, weight, status, limit_mg):
    compared = compare_caffeine(days, age, condition, weight)
    assert (compared.status, compared.limit_mg) == (status, limit_mg)


@given(DAYS, PEOPLE)
@settings(deadline=None)
def test_caffeine_is_never_called_not_above_while_anything_is_unknown(days, person):
    compared = compare_caffeine(days, person.age_years, person.condition, person.weight_kg)
    complete = [day for day in days if day["day_state"] in ("complete", None)]
    if compared.status == "not_above":
        assert complete
        assert all(day["caffeine_unknown_items"] == 0 for day in complete)
        assert all(day["caffeine_mg"] is not None for day in complete)
        mean = sum(day["caffeine_mg"] for day in complete) / len(complete)
        assert mean <= compared.limit_mg + 1e-9


def test_a_day_without_a_value_makes_the_mean_a_lower_bound():
    said = reported([caffeine_day(100), caffeine_day(None, 1)], "caffeine_mg")
    assert (said.amount, said.days, said.at_least) == (50, 2, True)


def test_a_lower_bound_is_shown_rounded_down():
    answer = twitch(TwitchPerson(30), Answers(frozenset()), [caffeine_day(379.9, 1)])
    caffeine = next(notice for notice in answer.findings if notice.id == "caffeine")
    assert "at least 379 mg" in caffeine.say()


def test_a_mean_just_above_its_limit_is_not_shown_as_equal():
    answer = twitch(TwitchPerson(30), Answers(frozenset()), [caffeine_day(400.3)])
    caffeine = next(notice for notice in answer.findings if notice.id == "caffeine")
    assert "400.3 mg" in caffeine.say()
    assert "400,3 mg" in caffeine.say("de")


def test_a_questionnaire_on_habits_is_not_called_a_day():
    day = {"day": None, "caffeine_mg": 100.0, "caffeine_unknown_items": 0}
    answer = twitch(TwitchPerson(30), Answers(frozenset()), [day])
    caffeine = next(notice for notice in answer.findings if notice.id == "caffeine")
    assert "habits" in caffeine.say()
    assert "complete day" not in caffeine.say()


# Why does it twitch?


@given(TICKS, PEOPLE, ANSWERS, DAYS)
@settings(max_examples=60, deadline=None)
def test_a_ticked_sign_stands_before_everything_and_nothing_later_comforts(
    ticked, person, answers, days
):
    answer = twitch(person, with_signs(answers, ticked), days, ASSESSED)
    notices = answer.notices()
    assert notices[: len(answer.signs)] == red_flags(ticked, person.country)
    assert notices[0].kind == "action"
    later = notices[len(answer.signs) :]
    assert not any(notice.kind == "red_flag" for notice in later)
    assert COMFORTING & set(answer.text_ids()) == set()
    assert answer.steps[0].id == "signs-first"
    assert {cause.urgency for cause in answer.causes} <= {
        "cause-urgency-after-signs",
        "cause-urgency-doctor",
        "cause-urgency-prompt",
    }
    for language in texts.languages():
        for notice in notices:
            said = notice.say(language)
            assert said
            assert not re.search(
                "harmless|benign|not urgent|harmlos|gutartig|nicht dringend|rare cause|seltene",
                said,
            )


@given(PEOPLE, ANSWERS, TICKS, DAYS)
@settings(max_examples=60, deadline=None)
def test_symptoms_and_answers_never_change_what_is_said_of_intake(person, answers, ticked, days):
    plain = twitch(TwitchPerson(), Answers(), (), ASSESSED)
    for said in (answers, with_signs(answers, ticked)):
        answer = twitch(person, said, days, ASSESSED)
        assert [dict(row) for row in answer.assessment] == ASSESSED
        assert answer.minerals == plain.minerals


def test_the_assessment_cannot_be_changed_through_the_answer():
    given_rows = [dict(row) for row in ASSESSED]
    answer = twitch(TwitchPerson(), Answers(), (), given_rows)
    with pytest.raises(TypeError):
        answer.assessment[0]["probability_adequate"] = 1.0


def test_comfort_needs_the_signs_to_be_gone_through():
    assert COMFORTING & set(twitch(TwitchPerson(), Answers()).text_ids()) == set()
    asked = twitch(TwitchPerson(), Answers(frozenset()))
    assert set(asked.text_ids()) >= COMFORTING
    assert asked.notices()[0].text_id == "red-flags-none-ticked"
    not_asked = twitch(TwitchPerson(), Answers())
    assert not_asked.notices()[0].text_id == "red-flags-not-asked"
    # Nothing is said of signs that are ticked where none is.
    assert [one.text_id for one in not_asked.neurology] == ["twitch-neurology-not-asked"]
    ticked = twitch(TwitchPerson(), Answers(frozenset({"numbness"})))
    assert [one.text_id for one in ticked.neurology] == ["twitch-neurology-doctor"]
    assert "ticked" in ticked.neurology[0].say()
    assert "ticked" not in not_asked.neurology[0].say()


@pytest.mark.parametrize(
    ("probability", "at_least", "text_id", "words"),
    [
        (0.43, False, "twitch-mineral-probability", "4 in 10"),
        (0.97, False, "twitch-mineral-probability", "more than 9 in 10"),
        (0.02, False, "twitch-mineral-probability", "less than 1 in 10"),
        (0.39, True, "twitch-mineral-probability-at-least", "at least 3 in 10"),
        (0.99, True, "twitch-mineral-probability-at-least", "at least 9 in 10"),
        (0.04, True, "twitch-mineral-intake-at-least", "cannot be stated"),
        (None, False, "twitch-mineral-intake", "cannot be stated"),
        (float("nan"), True, "twitch-mineral-intake-at-least", "cannot be stated"),
    ],
)
def test_the_chance_in_words(probability, at_least, text_id, words):
    row = ASSESSED[0] | {
        "probability_adequate": probability,
        "probability_is_at_least": at_least,
    }
    notice = twitch(TwitchPerson(), Answers(), (), [row]).minerals[0]
    assert notice.text_id == text_id
    assert words in notice.say()


def test_rows_of_the_real_assessment_pass_through():
    days = pd.DataFrame(
        {
            "person_id": ["1"] * 3 + ["2"],
            "day": ["1", "2", "3", "1"],
            "calcium_mg": [700.0, 800.0, 900.0, None],
            "magnesium_mg": [320.0, 320.0, 320.0, 100.0],
            "calcium_unknown_items": [0, 0, 0, 3],
            "magnesium_unknown_items": [0, 0, 0, 1],
        }
    )
    people = pd.DataFrame(
        {"person_id": ["1", "2"], "sex": ["female", "male"], "age_years": [40, 9]}
    )
    table = assess(days, people)
    for person, group in table.groupby("person_id"):
        given_rows = group.to_dict("records")
        answer = twitch(TwitchPerson(40), Answers(frozenset(["weakness"])), (), given_rows)
        assert [list(row) for row in answer.assessment] == [list(row) for row in given_rows]
        assert [str(dict(row)) for row in answer.assessment] == [str(row) for row in given_rows]
        calcium, magnesium = (notice.say() for notice in answer.minerals[:2])
        if person == "1":
            assert "800 mg" in calcium
            # IOM 2000, p. 54: about 85 %, by arithmetic 0.836.
            assert "8 in 10" in magnesium
        else:
            assert "no complete day" in calcium
            assert "at least 100 mg" in magnesium


def test_vitamin_b12_is_described_and_asked_about():
    day = {"day_state": "complete", "vitamin_b12_ug": 1.2, "vitamin_b12_unknown_items": 0}
    answers = Answers(frozenset(), vegan=True, metformin=False, medicines=("Pantoprazol",))
    told = twitch(TwitchPerson(30), answers, [day]).b12
    assert told[0].say() == (
        "Reported vitamin B12: 1.2 µg a day, from one complete day. Beside it, for orientation: "
        "the RDA for this age is 2.4 µg a day (NASEM)."
    )
    assert [notice.text_id for notice in told[1:]] == [
        "twitch-b12-limits",
        "twitch-b12-vegan",
        "twitch-b12-acid-blockers",
    ]
    unasked = twitch(TwitchPerson(30), Answers(frozenset()), [day | {"vitamin_b12_ug": 99}]).b12
    assert [notice.id for notice in unasked if notice.kind == "question"] == [
        "vegan",
        "metformin",
        "acid-blockers",
    ]


def test_what_was_not_said_is_not_taken_as_no():
    said = {notice.text_id for notice in twitch(TwitchPerson(30), Answers()).findings}
    assert said == {
        "twitch-sleep-not-said",
        "twitch-caffeine-no-record",
        "twitch-stress-not-said",
        "twitch-screen-not-said",
        "twitch-eyes-not-said",
        "twitch-nicotine-not-said",
    }


@pytest.mark.parametrize(
    ("age", "hours", "part"),
    [
        (30, 6.9, "below"),
        (30, 7, "within"),
        (30, 9.1, "above"),
        (10, 8, "below"),
        (None, 8, "no-age"),
    ],
)
def test_sleep_beside_its_range(age, hours, part):
    findings = twitch(TwitchPerson(age), Answers(frozenset(), sleep_hours=hours)).findings
    assert findings[0].text_id == f"twitch-sleep-{part}"


def test_the_table_of_causes_goes_from_common_to_rare():
    order = ["very-common", "common", "uncommon", "rare"]
    ranks = [order.index(cause.how_common.removeprefix("cause-common-")) for cause in all_causes()]
    assert ranks == sorted(ranks)
    assert all_causes()[-1].id == "neurological"


@pytest.mark.skipif(not SHARED.exists(), reason="the folder shared is not beside the repository")
def test_the_limits_agree_with_the_collected_facts():
    facts = pd.read_csv(SHARED / "facts" / "lifestyle_limits.csv", dtype=str).fillna("")
    ours = {
        (row["topic"], row["age_min_months"], row["condition"].replace("any", "none")): row
        for row in rows("lifestyle_limits.csv")
    }
    compared = 0
    for fact in facts.to_dict("records"):
        ranged = fact["statistic"] in ("no_safety_concern_max", "recommended_range")
        if not ranged:
            continue
        row = ours[fact["nutrient"], fact["age_min_months"], fact["condition"]]
        value = f"{row['low']}-{row['high']}" if row["low"] else row["high"]
        assert (value, row["unit"]) == (fact["value"], fact["unit"])
        assert row["age_max_months"] == fact["age_max_months"]
        compared += 1
    assert compared == 8
