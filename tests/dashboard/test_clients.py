"""Clients: added, changed by two windows, recorded, judged, printed, deleted."""

import datetime as dt
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from nutrition.screening import all_red_flags
from nutrition.store import (
    Person,
    RedFlag,
    add,
    add_person,
    change,
    default_path,
    entries,
    get,
    open_store,
    persons,
)
from nutrition.texts import say
from nutrition.views import client_files
from nutrition.views.twitch import keep_signs, said
from nutrition.views.uploads import Upload

PAGE = Path(__file__).resolve().parents[2] / "dashboard" / "clients.py"
WEEK = [f"2026-11-0{day}" for day in range(1, 8)]


@pytest.fixture
def store():
    with open_store(default_path()) as opened:
        yield opened


@pytest.fixture
def client(store):
    return add_person(store, name="K-01", sex="female", age_years=34.0, age_as_of="2026-11-01")


def opened(number=None, view=None):
    app = AppTest.from_file(str(PAGE), default_timeout=120)
    if number is not None:
        app.query_params["client"] = str(number)
        if view is not None:
            app.session_state[f"client_view_{number}"] = view
    return run(app)


def run(app):
    app.run()
    assert not app.exception, [one.value for one in app.exception]
    return app


def press(app, label):
    next(one for one in app.button if one.label == label).click()
    return run(app)


def words(app):
    kinds = (app.title, app.markdown, app.caption, app.info, app.warning, app.error, app.success)
    shown = "\n".join(one.value for kind in kinds for one in kind)
    return shown.replace("\\", "") + "\n".join(tables(app))


def tables(app):
    """Every table of words, as the HTML that is sent."""
    bodies = (one.proto.body for one in app.get("html"))
    return [body for body in bodies if "<table" in body]


def record(store, person, calcium, magnesium, days=WEEK):
    rows = "".join(f"x,{day},{calcium},{magnesium},0,0\n" for day in days)
    head = "person_id,day,calcium_mg,magnesium_mg,calcium_unknown_items,magnesium_unknown_items\n"
    client_files.keep_upload(store, Upload("t.csv", (head + rows).encode()), person)


def test_a_client_is_added_with_a_code_only(store):
    app = opened()
    assert "No client yet" in words(app)
    app.text_input(key="new0_name").set_value("K-07")
    press(app, "Add this client")
    assert "Added: K-07" in words(app)
    (person,) = [one for one in persons(store) if one.kind == "client"]
    assert (person.name, person.sex, person.age_years) == ("K-07", None, None)
    assert "K-07" in tables(app)[0]


@pytest.mark.usefixtures("client")
def test_a_code_is_given_once(store):
    app = opened()
    app.text_input(key="new0_name").set_value("K-01")
    press(app, "Add this client")
    assert "of this name or code already" in words(app)
    assert len(persons(store)) == 1


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "=cmd()", "**b** [x](y) $z$ :red[q]"]
)
def test_any_name_is_shown_literally(store, name):
    person = add_person(store, name=name, sex="male", age_years=50.0, notes="# big")
    record(store, person, 900, 400)
    page = opened()
    assert "<script>alert" not in "".join(tables(page))
    assert not any("<script" in one.value for one in page.markdown)
    view = opened(person.id)
    assert view.title[0].value.replace("\\", "") == name
    assert "\\" in view.title[0].value or name == "=cmd()"


def test_the_most_urgent_client_is_first_with_the_reason(store, client):
    other = add_person(store, name="K-02", sex="male", age_years=40.0)
    add(store, RedFlag(person_id=other.id, flag="chest-pain"))
    record(store, client, 300, 100)
    (table,) = tables(opened())
    assert table.index("K-02") < table.index("K-01")
    assert "Chest pain or pressure" in table
    assert "very likely below the requirement" in table
    assert "deficien" not in table


@pytest.mark.usefixtures("client")
def test_clients_are_filtered_and_grouped(store):
    add_person(store, name="K-02", sex="male", age_years=40.0)
    app = opened()
    app.text_input(key="need_search").set_value("K-02")
    run(app)
    assert "K-01" not in "".join(tables(app))
    app.text_input(key="need_search").set_value("nobody")
    run(app)
    assert "Nobody fits." in words(app)
    app.text_input(key="need_search").set_value("")
    app.selectbox(key="need_group").set_value("sex")
    run(app)
    assert len(tables(app)) == 2


def test_two_windows_overwrite_nothing(store, client):
    app = opened(client.id, "details")
    change(store, client, notes="from the other window")
    key = f"client_edit_{client.id}_0_notes"
    app.text_area(key=key).set_value("mine")
    press(app, "Save")
    assert "Another window changed this client" in words(app)
    assert get(store, Person, client.id).notes == "from the other window"
    assert app.text_area(key=key).value == "mine"
    shown = app.dataframe[0].value.to_numpy().tolist()
    assert ["Notes", "mine", "from the other window"] in shown
    press(app, "Write mine over it")
    assert get(store, Person, client.id).notes == "mine"


def test_the_other_windows_words_can_be_taken(store, client):
    app = opened(client.id, "details")
    change(store, client, notes="theirs")
    app.text_area(key=f"client_edit_{client.id}_0_notes").set_value("mine")
    press(app, "Save")
    press(app, "Take what is in the record")
    assert app.text_area(key=f"client_edit_{client.id}_1_notes").value == "theirs"


def test_a_field_of_notes_that_is_too_long_is_said_and_not_lost(store, client):
    app = opened(client.id, "details")
    key = f"client_edit_{client.id}_0_notes"
    long = "n" * 2_000_000
    app.text_area(key=key).set_value(long)
    press(app, "Save")
    assert "2,000,000 characters are too many; 100,000 can be kept" in words(app)
    assert app.text_area(key=key).value == long
    assert get(store, Person, client.id) == client


def test_phrases_are_typed_in_and_the_open_food_is_asked_about(store, client):
    app = opened(client.id, "records")
    app.date_input(key=f"type_day_{client.id}").set_value(dt.date(2026, 11, 3))
    app.text_area(key=f"type_text_{client.id}_0").set_value("2 cups milk\n100 g soy milk\n???")
    app.checkbox(key="type_whole").set_value(True)
    press(app, "Add to the record")
    assert [one.food for one in entries(store, client.id, "2026-11-03")] == ["milk", "soy milk"]
    assert "2 lines were kept" in words(app)
    assert "1 row was not kept" in words(app)
    asked = app.radio[0]
    asked.set_value(asked.options[0] if asked.options[0] in asked.options else None)
    press(app, "Remember")
    assert not app.radio


def test_a_day_is_removed_and_brought_back(store, client):
    record(store, client, 900, 400)
    app = opened(client.id, "records")
    app.selectbox(key=f"client_day_{client.id}").set_value(WEEK[0])
    run(app)
    press(app, "Remove its records")
    assert entries(store, client.id, WEEK[0]) == ()
    press(app, "Bring them back")
    assert len(entries(store, client.id, WEEK[0])) == 1


def gone_through(store, client, *ticked):
    keep_signs(store, client, ticked, said(store, client), today=dt.date(2026, 11, 22))


def test_results_rest_on_the_record_and_signs_stand_before_them(store, client):
    record(store, client, 900, 400)
    gone_through(store, client)
    app = opened(client.id)
    assert "Warning signs: gone through, none ticked" in words(app)
    figures = tables(app)[0]
    assert "900 mg" in figures
    assert "400 mg" in figures
    add(store, RedFlag(person_id=client.id, flag="seizure"))
    alarmed = opened(client.id)
    assert "Call the emergency services now" in alarmed.error[0].value
    assert tables(alarmed)[0] == figures


@pytest.mark.parametrize("view", ["results", "before"])
def test_both_tiers_stand_first_and_results_behind_one_choice(store, client, view):
    record(store, client, 900, 400)
    app = opened(client.id, view)
    labels = [one.label for one in app.checkbox]
    assert labels == [say(flag.text_id) for flag in all_red_flags()]
    assert tables(app) == []
    assert "900" not in words(app)
    assert "Make the sheet" not in [one.label for one in app.button]
    press(app, "Not asked yet: show the results below all the same")
    assert [one.label for one in app.checkbox] == labels
    assert tables(app)
    assert said(store, client).ticked is None


def test_none_present_is_kept_and_shows_the_results(store, client):
    record(store, client, 900, 400)
    app = press(opened(client.id), "Gone through: none of these is present")
    assert said(store, client).ticked == frozenset()
    assert "gone through, none ticked" in words(app)
    assert "900 mg" in tables(app)[0]
    assert not app.checkbox


def test_ticked_signs_are_kept_and_stand_first(store, client):
    record(store, client, 900, 400)
    app = opened(client.id)
    app.checkbox(key=f"client_signs_{client.id}_seizure").check()
    press(app, "Keep what is ticked")
    assert said(store, client).ticked == {"seizure"}
    assert "Call the emergency services now" in app.error[0].value
    assert "900 mg" in tables(app)[0]


@pytest.mark.parametrize(
    ("tick", "button", "told"),
    [
        (True, "Gone through: none of these is present", "Some signs are ticked"),
        (False, "Keep what is ticked", "Nothing is ticked"),
    ],
)
def test_an_answer_that_contradicts_itself_is_not_kept(store, client, tick, button, told):
    record(store, client, 900, 400)
    app = opened(client.id)
    box = app.checkbox(key=f"client_signs_{client.id}_seizure")
    if tick:
        box.check()
    press(app, button)
    assert told in words(app)
    assert app.checkbox(key=f"client_signs_{client.id}_seizure").value is tick
    assert said(store, client).ticked is None
    assert tables(app) == []


def test_ticks_are_kept_where_another_window_went_through_the_signs_first(store, client):
    record(store, client, 900, 400)
    app = opened(client.id)
    app.checkbox(key=f"client_signs_{client.id}_seizure").check()
    gone_through(store, client, "numbness")
    press(app, "Keep what is ticked")
    assert said(store, client).ticked == {"numbness", "seizure"}


def test_records_and_details_say_that_the_signs_are_open(client):
    for view in ("records", "details"):
        assert "Warning signs: not gone through yet" in words(opened(client.id, view))


def test_the_sheet_comes_as_pdf_html_and_json_in_either_language(store, client):
    record(store, client, 900, 400)
    gone_through(store, client)
    app = opened(client.id)
    app.selectbox(key="sheet_language_results").set_value("de")
    press(app, "Make the sheet")
    labels = [one.proto.label for one in app.get("download_button")]
    assert labels == ["Download PDF", "Download HTML", "Download JSON"]


def test_without_typst_the_page_says_what_to_do(store, client, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    record(store, client, 900, 400)
    gone_through(store, client)
    app = press(opened(client.id), "Make the sheet")
    assert "PDFs need the package typst" in words(app)
    labels = [one.proto.label for one in app.get("download_button")]
    assert labels == ["Download HTML", "Download JSON"]


def test_before_and_after(store, client):
    record(store, client, 300, 100, ["2026-10-01", "2026-10-02"])
    record(store, client, 900, 400, ["2026-11-01", "2026-11-02"])
    gone_through(store, client)
    app = opened(client.id, "before")
    assert "+600" in tables(app)[0]
    app.date_input(key=f"after_first_{client.id}").set_value(dt.date(2026, 10, 2))
    run(app)
    assert "has to end before the later one begins" in words(app)


def test_deleting_for_good_takes_two_steps(store, client):
    app = press(opened(client.id, "details"), "Delete for good …")
    assert "Nothing can bring them back" in words(app)
    press(app, "No, keep")
    assert len(persons(store)) == 1
    press(app, "Delete for good …")
    press(app, "Yes, delete for good")
    assert "Deleted for good." in words(app)
    assert persons(store) == ()


def test_the_archive_keeps_a_client_out_of_the_roster(store, client):
    press(opened(client.id, "details"), "Move to the archive")
    assert get(store, Person, client.id).archived
    app = opened()
    assert "No client yet" in words(app)
    app.toggle(key="roster_archived").set_value(True)
    run(app)
    assert app.dataframe[-1].value.iloc[0, 0] == "K-01"


def test_a_client_who_is_gone_is_said_to_be():
    assert "not in the roster any more" in words(opened(99))


def bring(people, records):
    """Bring tables in as the page does; its file fields cannot be filled from here."""

    def script(people, records):
        from types import SimpleNamespace

        import streamlit as st

        from dashboard import client_tables

        def file(name, text):
            return SimpleNamespace(name=name, getvalue=text.encode)

        if not st.session_state.get("many_told"):
            given = file("people.csv", people) if people else None
            client_tables.take(given, [file("diary.csv", records)], None, whole=True)
        client_tables.tell_all()

    return run(
        AppTest.from_function(script, args=(people, records), default_timeout=120)
    ).session_state["many_told"]


HEADER = "person_id,name,sex,age_years,red_flags,medicines\n"
EATEN = "person_id,day,food,amount,unit\n"


def test_records_of_a_code_find_their_client_later(store):
    (told,) = bring(HEADER + "A,Anna,f,34,,\n", EATEN + "A,2026-11-01,milk,1,cup\n")[1:]
    assert told[1].entries == 1
    (told,) = bring("", EATEN + "A,2026-11-02,milk,1,cup\n")
    assert (told[1].entries, told[1].strangers) == (1, ())
    (anna,) = persons(store)
    assert len(entries(store, anna.id, "2026-11-02")) == 1


def test_what_became_of_tables_is_in_sight_until_it_is_put_away():
    rows = "A,Anna,f,34,,\n"
    bring(HEADER + rows, EATEN + "A,1,milk,1,cup\n")
    told = bring(HEADER + "A,Anna,f,34,seizure,digoxin\n", EATEN + "A,1,milk,1,cup\n")
    app = AppTest.from_file(str(PAGE), default_timeout=120)
    app.session_state["many_told"] = told
    run(app)
    folded = [one.value for fold in app.expander for one in (*fold.error, *fold.warning)]
    assert folded == []
    said = words(app)
    assert "which are no dates" in said
    assert "Anna: A seizure (fit)" in said
    assert ["Anna", "Medicines, one a line", "digoxin", ""] in (
        app.dataframe[0].value.to_numpy().tolist()
    )
    press(app, "Put these messages away")
    assert "which are no dates" not in words(app)


def test_two_of_one_name_are_told_apart_in_every_list(store):
    rows = "101,Maria Huber,f,34,,\n102,Maria Huber,m,71,chest-pain,digoxin\n"
    bring(HEADER + rows, EATEN + "101,2026-11-01,milk,1,cup\n")
    app = opened()
    assert app.selectbox(key="client_chosen").options == ["Maria Huber (101)", "Maria Huber (102)"]
    (table,) = tables(app)
    assert table.index("Maria Huber (102)") < table.index("Maria Huber (101)")
    assert [one.name for one in persons(store)] == ["Maria Huber"] * 2
