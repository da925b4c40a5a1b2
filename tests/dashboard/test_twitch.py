"""Why does it twitch: signs first, then what was said, and no figure changed by any of it."""

import datetime as dt
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from nutrition.store import change, default_path, keep_setting, open_store, self_person
from nutrition.views import client_files, twitch
from nutrition.views.uploads import Upload

PAGE = Path(__file__).resolve().parents[2] / "dashboard" / "twitch.py"
TODAY = dt.date(2026, 11, 22)
DONE = "Done: these and no others"
KEEP = "Keep the answers"
HARMLESS = "Most twitches are harmless"
MINERALS = "Reported calcium: 900 mg a day"


@pytest.fixture
def store():
    with open_store(default_path()) as opened:
        yield opened


@pytest.fixture
def person(store):
    me = change(store, self_person(store), sex="female", age_years=34.0, age_as_of="2026-11-01")
    rows = "".join(f"x,2026-11-0{day},900,400,0,0\n" for day in (1, 2, 3))
    head = "person_id,day,calcium_mg,magnesium_mg,calcium_unknown_items,magnesium_unknown_items\n"
    client_files.keep_upload(store, Upload("t.csv", (head + rows).encode()), me)
    return me


def opened():
    return run(AppTest.from_file(str(PAGE), default_timeout=120))


def run(app):
    app.run()
    assert not app.exception, [one.value for one in app.exception]
    return app


def press(app, label):
    next(one for one in app.button if one.label == label).click()
    return run(app)


def words(app):
    kinds = (app.markdown, app.caption, app.info, app.warning, app.error, app.success)
    return "\n".join(one.value for kind in kinds for one in kind).replace("\\", "")


@pytest.mark.usefixtures("person")
def test_nothing_is_read_before_the_signs_were_gone_through():
    app = opened()
    assert "have not been gone through yet" in words(app)
    assert MINERALS not in words(app)
    assert HARMLESS not in words(app)
    assert len(app.checkbox) == 27


def test_with_no_sign_ticked_the_answer_stands_in_its_order(store, person):
    app = press(opened(), DONE)
    said = words(app)
    assert twitch.said(store, person).ticked == frozenset()
    places = [said.index(one) for one in (HARMLESS, "Sleep: not said yet", MINERALS, "B12")]
    assert places == sorted(places)
    assert "has not been shown" in said
    causes = next(one.proto.body for one in app.get("html") if "<table" in one.proto.body)
    assert causes.count("<tr>") == 15
    assert "StatPearls" in causes


def test_a_ticked_sign_stands_first_and_comforts_nowhere(store, person):
    app = opened()
    app.checkbox(key=f"own_{person.id}_0_flag_seizure").set_value(True)
    press(app, DONE)
    assert "Call the emergency services now" in app.error[0].value
    said = words(app)
    assert HARMLESS not in said
    assert MINERALS in said
    assert twitch.said(store, person).ticked == {"seizure"}


def test_answers_are_kept_and_change_no_figure(store, person):
    app = press(opened(), DONE)
    before = next(line for line in words(app).splitlines() if MINERALS in line)
    app.number_input(key=f"own_{person.id}_0_sleep_hours").set_value(5.0)
    press(app, "Keep the answers")
    assert "Sleep: 5 hours a night" in words(app)
    assert before in words(app)
    assert twitch.said(store, person).value("sleep_hours") == 5.0
    assert "Sleep: 5 hours a night" in words(opened())


def test_without_age_the_page_says_what_is_missing():
    assert "Age and sex are not known yet" in words(opened())


def test_the_page_speaks_german(store, person):
    keep_setting(store, "language", "de")
    twitch.keep_signs(store, person, set(), twitch.said(store, person), today=TODAY)
    said = words(opened())
    assert "Schlaf: noch nicht angegeben" in said
    assert "Reported" not in said


@pytest.mark.usefixtures("person")
def test_a_sign_ticked_in_another_window_stays(store):
    first, second = opened(), opened()
    first.checkbox(key="own_1_0_flag_chest-pain").set_value(True)
    press(first, DONE)
    second.checkbox(key="own_1_0_flag_seizure").set_value(True)
    press(second, DONE)
    assert twitch.said(store, self_person(store)).ticked == {"chest-pain", "seizure"}
    said = words(second)
    assert "Another window ticked meanwhile: Chest pain" in said
    assert all(
        second.checkbox(key=f"own_1_1_flag_{one}").value for one in ("chest-pain", "seizure")
    )
    # It is seen now, so it can be taken away.
    second.checkbox(key="own_1_1_flag_chest-pain").set_value(False)
    press(second, DONE)
    assert twitch.said(store, self_person(store)).ticked == {"seizure"}


@pytest.mark.usefixtures("person")
def test_answers_of_two_windows_are_both_kept(store):
    first, second = opened(), opened()
    first.number_input(key="own_1_0_sleep_hours").set_value(5.0)
    press(first, KEEP)
    second.number_input(key="own_1_0_screen_hours").set_value(9.0)
    press(second, KEEP)
    told = twitch.said(store, self_person(store))
    assert (told.value("sleep_hours"), told.value("screen_hours")) == (5.0, 9.0)


@pytest.mark.usefixtures("person")
@pytest.mark.parametrize(
    ("choice", "hours"), [("Write mine over it", 8.0), ("Take what is in the record", 5.0)]
)
def test_one_question_answered_otherwise_in_two_windows_shows_both(store, choice, hours):
    first, second = opened(), opened()
    first.number_input(key="own_1_0_sleep_hours").set_value(5.0)
    press(first, KEEP)
    second.number_input(key="own_1_0_sleep_hours").set_value(8.0)
    press(second, KEEP)
    assert "Another window answered otherwise" in words(second)
    assert second.dataframe[0].value.to_numpy().tolist() == [["Sleep, hours a night", "8.0", "5.0"]]
    assert twitch.said(store, self_person(store)).value("sleep_hours") == 5.0
    press(second, choice)
    assert twitch.said(store, self_person(store)).value("sleep_hours") == hours
    assert second.number_input(key="own_1_1_sleep_hours").value == hours
    assert "Another window answered otherwise" not in words(second)
