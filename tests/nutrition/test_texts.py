"""Every text of pages and reports, in every language: complete, approved, and never too much.

A new or changed sentence fails `test_every_sentence_was_approved` until a person has read it and
run `python tests/nutrition/test_texts.py SUBJECT…` (the names of .ftl files), which writes the
sentences of those subjects into data/approved_texts_<language>.csv.
"""

import csv
import datetime as dt
import re
import subprocess
import sys
from pathlib import Path

import pytest

from nutrition import texts
from nutrition.screening.twitch import COMFORTING

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

FORBIDDEN = {
    "en": {
        "a verdict on health": r"deficien|insufficien|malnourish|undernourish|hypo(magnes|calc)",
        "naming a disease": r"diagnos",
        "a dose": r"should take|you need (a |to take )|\btake [^.]*\d ?(mg|µg|g)\b"
        r"|(mg|µg)\b[^.]{0,20}(tablet|supplement)",
        "a cause": r"(is|are) the (cause|reason) (of|for) (the|your) (twitch|cramp)"
        r"|(twitch|cramp)\w* (is|are) (caused|explained) by",
        "safety from a low figure": r"\b(is|are) safe\b|safe because|\bno risk\b|completely fine",
        "a recommended intake as criterion": r"(meet|cover|fail|below|under|short of|beyond|reach"
        r"|exceed|above|adequate)\w*\b[^.:]{0,50}\b(RDA|RNI|PRI|AI)\b",
    },
    "de": {
        "a verdict on health": r"mangel\b|mangel[a-zäöü]|mängel|unterversorg|fehlernähr|mangelnd",
        "naming a disease": r"diagnos",
        "a dose": r"nehmen Sie [^.]*\d ?(mg|µg|g)\b|sollten Sie [^.]*(ein)?nehmen"
        r"|brauchen Sie [^.]*mg|(mg|µg)\b[^.]{0,20}(Tablette|Präparat)",
        "a cause": r"(ist|sind) (die Ursache|der Grund) (für|der|des|Ihre[rs]?) [^.]*(Zuck|Krampf)",
        "safety from a low figure": r"\b(ist|sind) (sicher|unbedenklich)\b|kein Risiko",
        "a recommended intake as criterion": r"(unter|über|erreich|deck|verfehl|erfüll|reich)\w*\b"
        r"[^.:]{0,50}\b(RDA|RNI|PRI|AI)\b",
    },
}
COMFORT = {
    "en": r"harmless|benign|nothing to worry|not worry|no (cause|reason) for concern|\bnot urgent"
    r"|reassur|rarely (a sign|serious)|\brare cause|all clear",
    "de": r"harmlos|gutartig|unbedenklich|kein(en)? Grund zur|keine Sorge|nicht dringend|beruhig"
    r"|seltene Ursache|Entwarnung",
}
ISOLATES = re.compile("[\u2066-\u2069\u200e\u200f]")


def sentences(language):
    return {key: " ".join(text.split()) for key, text in texts.messages(language).items()}


def approved_file(language):
    return HERE / "data" / f"approved_texts_{language}.csv"


def approved(language):
    with approved_file(language).open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["text"] for row in csv.DictReader(file)}


def test_english_and_german_are_there():
    assert texts.languages()[:2] == ("en", "de")


@pytest.mark.parametrize("language", [x for x in texts.languages() if x != "en"])
def test_every_language_keeps_a_message_in_the_file_of_its_subject(language):
    assert texts.subjects(language) == texts.subjects("en")


@pytest.mark.parametrize("language", [x for x in texts.languages() if x != "en"])
def test_every_language_says_what_english_says_with_the_same_values(language):
    english, other = texts.variables("en"), texts.variables(language)
    assert set(english) - set(other) == set()
    assert set(other) - set(english) == set()
    assert {key for key in english if english[key] != other[key]} == set()


@pytest.mark.parametrize("language", texts.languages())
def test_every_sentence_was_approved(language):
    said, read = sentences(language), approved(language)
    changed = {key: text for key, text in said.items() if read.get(key) != text}
    assert changed == {}, "not yet read and approved"
    assert set(read) - set(said) == set(), "approved and no longer there"


@pytest.mark.parametrize("language", texts.languages())
def test_no_sentence_says_too_much(language):
    offenders = [
        (what, key, text)
        for key, text in sentences(language).items()
        for what, pattern in FORBIDDEN[language].items()
        if re.search(pattern, text, re.IGNORECASE)
    ]
    assert offenders == []


@pytest.mark.parametrize("language", texts.languages())
def test_only_the_sentences_known_to_comfort_do(language):
    comforting = {
        key
        for key, text in sentences(language).items()
        if re.search(COMFORT[language], text, re.IGNORECASE)
    }
    assert comforting == COMFORTING


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You are magnesium deficient."),
        ("en", "You should take a tablet."),
        ("en", "Take 300 mg of magnesium."),
        ("en", "Your intake is below the RDA."),
        ("en", "This amount is safe."),
        ("en", "Low magnesium is the cause of the twitching."),
        ("de", "Sie haben einen Magnesiummangel."),
        ("de", "Nehmen Sie täglich 300 mg Magnesium."),
        ("de", "Ihre Zufuhr liegt unter dem RDA."),
        ("de", "Diese Menge ist unbedenklich."),
        ("de", "Eine Diagnose steht fest."),
    ],
)
def test_the_patterns_catch_what_must_not_be_said(language, text):
    assert any(re.search(each, text, re.IGNORECASE) for each in FORBIDDEN[language].values())


def test_german_addresses_people_with_sie():
    informal = re.compile(r"\b([Dd]u|[Dd]ein\w*|[Dd]ich|[Dd]ir)\b")
    assert [key for key, text in sentences("de").items() if informal.search(text)] == []


@pytest.mark.parametrize("language", texts.languages())
def test_each_message_can_be_said_without_invisible_marks(language):
    for key, names in texts.variables(language).items():
        for count in (0, 1, 2, 5):
            said = texts.say(key, language, **dict.fromkeys(names, count))
            assert said.strip(), key
            assert not ISOLATES.search(said), key
            assert "{" not in said, key


@pytest.mark.parametrize(
    ("value", "digits", "english", "german"),
    [
        (1234.5, 1, "1,234.5", "1.234,5"),
        (1234.5678, 2, "1,234.57", "1.234,57"),
        (0, 0, "0", "0"),
        (-0.2, 0, "0", "0"),
        (999999, 0, "999,999", "999.999"),
        (2.4, 1, "2.4", "2,4"),
        (2, 1, "2.0", "2,0"),
        (None, 1, "not known", "nicht bekannt"),
        (float("nan"), 0, "not known", "nicht bekannt"),
    ],
)
def test_numbers_follow_the_language(value, digits, english, german):
    assert texts.number(value, "en", digits) == english
    assert texts.number(value, "de", digits) == german


def test_dates_follow_the_language():
    day = dt.date(2026, 11, 22)
    assert texts.date(day, "de") == "22.11.2026"
    assert texts.date(day) == "Nov 22, 2026"
    assert texts.date(None, "de") == "nicht bekannt"


@pytest.mark.parametrize(
    ("locale", "language"),
    [("de-AT", "de"), ("de_DE.UTF-8", "de"), ("DE", "de"), ("fr", "en"), (None, "en"), ("", "en")],
)
def test_a_locale_finds_its_language(locale, language):
    assert texts.language_for(locale) == language


def test_values_are_set_in_as_they_are():
    told = texts.say("list-and", "de", first="<b>{ $x }", last="=cmd()")
    assert told == "<b>{ $x } und =cmd()"


@pytest.mark.parametrize(
    ("arguments", "values"),
    [
        (("no-such-text",), {}),
        (("list-and", "xx"), {}),
        (("list-and", "de"), {"first": "a"}),
        (("list-and", "de"), {"first": "a", "last": None}),
    ],
)
def test_what_is_not_there_is_an_error_with_a_hint(arguments, values):
    with pytest.raises(texts.TextError) as caught:
        texts.say(*arguments, **values)
    assert caught.value.hint


def test_what_a_language_lacks_is_said_in_english(monkeypatch):
    whole = vars(texts)["_sources"]
    german = {key: entry for key, entry in whole("de").items() if key != "list-and"}
    monkeypatch.setattr(texts, "_sources", lambda code: german if code == "de" else whole(code))
    assert texts.say("list-and", "de", first="a", last="b") == "a and b"
    with pytest.raises(texts.TextError):
        texts.say("no-such-text", "de")


def test_importing_the_texts_costs_nothing():
    heavy = "{'fluent.runtime', 'fluent.syntax', 'babel', 'pandas', 'numpy', 'rapidfuzz'}"
    code = f"import sys, nutrition.texts, nutrition.screening; print({heavy} & set(sys.modules))"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert told.stdout.strip() == "set()"


def approve(subjects):
    """Write down the sentences of some subjects as approved; only after having read them."""
    for language in texts.languages():
        subject, said = texts.subjects(language), sentences(language)
        kept = approved(language) if approved_file(language).exists() else {}
        kept = {key: text for key, text in kept.items() if key in said}
        kept |= {key: text for key, text in said.items() if subject[key] in subjects}
        with approved_file(language).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["id", "text"])
            writer.writerows(sorted(kept.items()))


if __name__ == "__main__":
    approve(sys.argv[1:])
