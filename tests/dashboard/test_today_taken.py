"""Supplements and medicines on Today: the form of a compound, odd amounts, a form that empties."""

import pytest

from nutrition.store import open_store, records
from nutrition.store.kinds import Entry

CITRATE = "trimagnesium dicitrate nonahydrate"


@pytest.fixture
def diary(tmp_path):
    with open_store(tmp_path / "data" / "diary.sqlite") as store:
        yield store


@pytest.fixture
def page(open_page):
    app = open_page("today")
    app.session_state["taken_fold"] = True
    return app.run()


def line(store):
    return records(store, Entry)[-1]  # whatever day it is by now


def warned(app):
    return " ".join(one.value for one in app.warning)


def compound(app, name, mg):
    app.radio(key="supplement_stated").set_value("compound").run()
    app.selectbox(key="supplement_compound").set_value(name).run()
    app.number_input(key="supplement_compound_mg").set_value(mg)
    return app.run()


def test_the_form_of_a_compound_is_asked_for(page, diary):
    compound(page, "magnesium citrate", 1000.0)
    assert page.button(key="supplement_add").disabled
    assert "magnesium citrate" in page.radio(key="supplement_which").label
    page.radio(key="supplement_which").set_value(CITRATE).run()
    # None in it is a true zero, blank would be unknown.
    page.number_input(key="supplement_other").set_value(0.0)
    page.button(key="supplement_add").click().run()
    found = line(diary)
    assert found.magnesium_mg == pytest.approx(118.9, abs=0.1)
    assert found.calcium_mg == 0.0


def test_a_form_that_the_label_does_not_say_stays_unknown(page, diary):
    compound(page, "magnesium citrate", 1000.0)
    page.radio(key="supplement_which").set_value("-").run()
    page.button(key="supplement_add").click().run()
    found = line(diary)
    assert (found.magnesium_mg, found.calcium_mg) == (None, None)
    assert "magnesium_mg" in found.carried


def test_an_amount_that_no_tablet_holds_is_asked_about_and_kept_if_so(page, diary):
    page.text_input(key="supplement_name").set_value("Tums")
    page.number_input(key="supplement_calcium").set_value(20_000.0)
    page.number_input(key="supplement_times").set_value(2.0)
    page.run()
    assert "a tablet of more than 3 g" in warned(page)
    assert "more than 3,206 mg calcium" in warned(page)
    assert page.button(key="supplement_add").disabled
    page.checkbox(key="supplement_sure").check().run()
    page.button(key="supplement_add").click().run()
    assert line(diary).calcium_mg == 40_000.0


def test_what_is_the_mass_of_a_compound_is_taken_as_that(page, diary):
    page.number_input(key="supplement_calcium").set_value(1500.0)
    page.number_input(key="supplement_magnesium").set_value(0.0)
    page.run().button(key="supplement_is_compound").click().run()
    assert page.number_input(key="supplement_compound_mg").value == 1500.0
    page.selectbox(key="supplement_compound").set_value("calcium carbonate").run()
    page.button(key="supplement_add").click().run()
    assert line(diary).calcium_mg == pytest.approx(600.6, abs=0.1)
    assert line(diary).magnesium_mg == 0.0


def test_nothing_of_a_supplement_stays_for_the_next(page, diary):
    page.selectbox(key="supplement_kind").set_value("medicine")
    page.number_input(key="supplement_times").set_value(3.0)
    page.number_input(key="supplement_days").set_value(2.0)
    page.number_input(key="supplement_calcium").set_value(500.0)
    page.radio(key="supplement_regular").set_value("regular")
    page.button(key="supplement_add").click().run()
    assert line(diary).kind == "medicine"
    page.number_input(key="supplement_magnesium").set_value(100.0)
    page.button(key="supplement_add").click().run()
    found = line(diary)
    assert (found.kind, found.amount, found.calcium_mg) == ("supplement", 1.0, None)
    assert page.radio(key="supplement_regular").value == "day"
