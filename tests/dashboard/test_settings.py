"""Settings: kept at once, remembered answers, waters, everything out, in and deleted."""

import io
import zipfile
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from nutrition.store import (
    add,
    add_entries,
    choices,
    entries,
    keep_setting,
    open_store,
    records,
    remember_choice,
    self_person,
    settings_of,
)
from nutrition.store.kinds import Entry, Water
from nutrition.views import own_files

PAGE = Path(__file__).resolve().parents[2] / "dashboard" / "settings.py"


@pytest.fixture
def diary(tmp_path):
    with open_store(tmp_path / "data" / "diary.sqlite") as store:
        yield store


@pytest.fixture
def page(diary):  # noqa: ARG001 - it makes the file first
    app = AppTest.from_file(str(PAGE), default_timeout=60).run()
    assert not app.exception, [one.value for one in app.exception]
    return app


def words(app):
    kinds = (app.markdown, app.caption, app.info, app.warning, app.error, app.success)
    return "\n".join(one.value.replace("\\", "") for kind in kinds for one in kind)


def again(app):
    app.run()
    assert not app.exception, [one.value for one in app.exception]
    return app


def test_a_setting_is_kept_as_soon_as_it_is_chosen(page, diary):
    page.selectbox(key="setting_references").set_value("EFSA").run()
    page.selectbox(key="setting_locale").set_value("uk").run()
    kept = settings_of(diary)
    assert (kept["references"], kept["locale"]) == ("EFSA", "uk")


def test_the_language_changes_at_once(page):
    page.selectbox(key="setting_language").set_value("de").run()
    assert page.title[0].value == "Einstellungen"
    assert "Gemerkte Antworten" in [one.value for one in page.subheader]


def test_a_water_is_kept_and_meant(page, diary):
    page.text_input(key="water_name").set_value("<b>Tap</b>")
    page.number_input(key="water_ca").set_value(80.0)
    page.number_input(key="water_mg").set_value(12.0)
    next(one for one in page.button if one.label == "Keep this water").click()
    again(page)
    (water,) = records(diary, Water)
    assert (water.calcium_mg_l, water.magnesium_mg_l, water.is_default) == (80.0, 12.0, True)
    assert all("<b>" not in one.value for one in page.markdown)


def test_hardness_alone_warns_and_stays_unknown(page, diary):
    page.number_input(key="water_hardness").set_value(14.0)
    page.selectbox(key="water_unit").set_value("°dH")
    next(one for one in page.button if one.label == "Keep this water").click()
    again(page)
    assert "Hardness alone does not split" in words(page)
    (water,) = records(diary, Water)
    assert (water.calcium_mg_l, water.magnesium_mg_l) == (None, None)


def test_remembered_answers_are_seen_edited_and_forgotten(diary):
    remember_choice(diary, "milk", "mug", food_id="sr28:01077", grams=300.0)
    remember_choice(diary, "nuts", "*", food_id="sr28:12061")
    app = again(AppTest.from_file(str(PAGE), default_timeout=60))
    shown = app.data_editor[0].value
    assert list(shown["Name"]) == ["milk", "nuts"]
    assert "Milk" in shown["Meant"][0]
    rows = {0: {"Grams": 250.0}, 1: {"Forget": True}}
    edits = {"edited_rows": rows, "added_rows": [], "deleted_rows": []}
    app.session_state["memory_0"] = edits
    again(app)
    app.session_state["memory_0"] = edits
    app.button(key="memory_save").click()
    again(app)
    (left,) = choices(diary)
    assert (left.name, left.grams) == ("milk", 250.0)


def test_answers_come_in_as_the_command_line_takes_them(page, diary):
    table = "food,unit,answer_food_id,answer_grams\noat drink,g,sr28:01077,\n"
    page.file_uploader(key="memory_file").set_value(("a.csv", table.encode(), "text/csv"))
    page.run()
    page.button(key="memory_do").click()
    again(page)
    assert [one.name for one in choices(diary)] == ["oat drink"]
    assert b"oat drink" in own_files.choices_csv(diary)


def test_a_file_that_is_no_table_of_answers_says_what_to_do(page, diary):
    page.file_uploader(key="memory_file").set_value(("a.csv", b"x,y\n1,2\n", "text/csv"))
    page.run()
    page.button(key="memory_do").click()
    again(page)
    assert page.error
    assert choices(diary) == ()


def line(diary):
    me = self_person(diary).id
    return add_entries(
        diary, me, [Entry(person_id=me, day="2026-11-22", food="kale", amount=1.0, unit="cup")]
    )


def test_everything_goes_out_and_comes_back(diary):
    line(diary)
    packed = own_files.export_zip(diary)
    assert "entries.csv" in zipfile.ZipFile(io.BytesIO(packed)).namelist()
    app = again(AppTest.from_file(str(PAGE), default_timeout=60))
    app.checkbox(key="delete_sure").check().run()
    app.button(key="delete_do").click()
    again(app)
    assert "Everything was deleted" in words(app)
    assert entries(diary, self_person(diary).id, "2026-11-22") == ()
    app.file_uploader(key="import").set_value(("mgca.zip", packed, "application/zip"))
    app.checkbox(key="import_sure").check().run()
    app.button(key="import_do").click()
    again(app)
    (back,) = entries(diary, self_person(diary).id, "2026-11-22")
    assert back.food == "kale"


def test_nothing_is_deleted_in_one_step(page, diary):
    line(diary)
    assert page.button(key="delete_do").disabled
    assert page.button(key="import_do").disabled


def test_where_the_diary_lies_is_shown(page, diary):
    assert page.code[0].value == str(diary.path)


def keep_water(page, name, calcium, magnesium=5.0):
    page.text_input(key="water_name").set_value(name)
    page.number_input(key="water_ca").set_value(calcium)
    page.number_input(key="water_mg").set_value(magnesium)
    next(one for one in page.button if one.label == "Keep this water").click()
    return page.run()


def test_a_water_richer_than_any_bottle_is_asked_about_and_kept_if_so(page, diary):
    keep_water(page, "Odd", 5000.0)
    assert records(diary, Water) == ()
    assert any("More than 1,134 mg calcium" in one.value for one in page.warning)
    page.checkbox(key="water_checked").check()
    keep_water(page, "Odd", 5000.0)
    assert records(diary, Water)[0].calcium_mg_l == 5000.0
    keep_water(page, "Brine", 50_000.0)
    assert any("brine" in one.value for one in page.error)
    assert len(records(diary, Water)) == 1


def test_a_removed_water_says_which_lines_keep_it(page, diary):
    keep_water(page, "Bottle", 600.0)
    (water,) = records(diary, Water)
    me = water.person_id
    line = Entry(person_id=me, day="2026-03-01", food="water", amount=500.0, unit="ml")
    add_entries(diary, me, [line])
    page.run().button(key=f"remove_water_{water.id}").click().run()
    assert any("One line of your diary keeps it" in one.value for one in page.info)
    assert records(diary, Water)[0].archived
    assert entries(diary, me, "2026-03-01")[0].food_id == f"user:water-{water.id}"


def test_where_the_figures_of_a_water_are_from_is_said_in_german(diary, page):
    me = self_person(diary).id
    said = "water supplier or bottle, as entered; hardness 14 °dH"
    add(diary, Water(person_id=me, name="Alt", source=said))
    add(diary, Water(person_id=me, name="Neu", hardness=14.0, hardness_unit="°dH"))
    keep_setting(diary, "language", "de")
    page.run()
    shown = [one.value for one in page.caption if "Härte 14 °dH" in one.value]
    assert len(shown) == 2
    assert not any("supplier" in one.value for one in page.caption)
