"""Which country a machine is in: its own words, and nothing where they name none."""

import pytest

from foods.errors import DiaryError
from nutrition import cli
from nutrition.commands import screen
from nutrition.commands.screen import country_of

WORDS = ("LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANGUAGE", *screen.PLACES)


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ({}, None),
        ({"LANG": ""}, None),
        ({"LANG": "C"}, None),
        ({"LANG": "C.UTF-8"}, None),
        ({"LANG": "POSIX"}, None),
        ({"LANG": "de"}, None),
        ({"LANG": "de_AT.UTF-8"}, "AT"),
        ({"LANG": "de_AT@euro"}, "AT"),
        ({"LANG": "en_US.UTF-8"}, "US"),
        # English words, but an Austrian place: as desktop systems write it.
        ({"LANG": "en_US.UTF-8", "LC_TELEPHONE": "de_AT.UTF-8"}, "AT"),
        ({"LANG": "en_US.UTF-8", "LC_PAPER": "de_AT.UTF-8"}, "AT"),
        ({"LANG": "en_GB.UTF-8", "LC_ADDRESS": "C"}, "GB"),
        ({"LANG": "de_AT.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "AT"),
        ({"LC_MESSAGES": "en_US.UTF-8"}, None),
        # LC_ALL decides alone.
        ({"LANG": "en_US.UTF-8", "LC_ALL": "C.UTF-8"}, None),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "fr_FR.UTF-8"}, "FR"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": ""}, "US"),
    ],
)
def test_the_country_is_the_one_that_the_environment_names(words, country):
    assert country_of(words) == country


@pytest.mark.parametrize(
    ("words", "call", "country", "paper"),
    [
        ({}, [], None, "a4"),
        ({"LANG": "C.UTF-8"}, ["--language", "de"], None, "a4"),
        ({"LANG": "de_AT.UTF-8"}, [], "AT", "a4"),
        ({"LANG": "en_US.UTF-8"}, [], "US", "letter"),
        ({"LANG": "en_US.UTF-8"}, ["--country", "at"], "AT", "a4"),
        ({}, ["--country", "us"], "US", "letter"),
        ({}, ["--country", "us", "--paper", "a4"], "US", "a4"),
    ],
)
def test_number_and_paper_of_a_screening_follow_the_country(
    tmp_path, monkeypatch, words, call, country, paper
):
    for name in WORDS:
        monkeypatch.delenv(name, raising=False)
    for name, word in words.items():
        monkeypatch.setenv(name, word)
    asked = []

    def seen(job, *_, **__):
        asked.append(job)
        raise DiaryError("enough is known")

    monkeypatch.setattr("nutrition.report.clients.screen", seen)
    diary = tmp_path / "diary.csv"
    diary.write_text("person_id,day,food,amount,unit\na,2026-03-02,milk,1,cup\n", encoding="utf-8")
    assert cli.main(["screen", str(diary), "--out", str(tmp_path / "out"), *call]) == 1
    assert (asked[0].country, asked[0].paper) == (country, paper)
