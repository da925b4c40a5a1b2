"""Batch and Groups: files in, tables out, as the visitor sees them."""

import csv
import io
import json
import random

import pandas as pd
import pytest

from nutrition.store import default_path, keep_setting, open_store
from nutrition.views.uploads import Upload, header_of, run_uploads

# Milk sr28:01077 holds 113 mg calcium and 10 mg magnesium in 100 g.
DIARY = (
    "person_id,day,food,amount,unit\n"
    "007,1,sr28:01077,200,g\n007,1,sr28:01077,100,g\n007,2,sr28:01077,-5,g\n007,2,qqxyzzy,1,cup\n"
)
PEOPLE = "person_id,sex,age_years\n007,female,34\n"
OTHER_NAMES = "ID,Tag,Name,Menge\nA,1,sr28:01077,200\n"


def words(app):
    kinds = (app.markdown, app.caption, app.info, app.error)
    return "\n".join(one.value.replace("\\", "") for kind in kinds for one in kind)


def upload(app, key, name, text):
    app.file_uploader(key=key).set_value((name, text.encode(), "text/csv"))
    app.run()


def press(app, key):
    app.button(key=key).click().run()
    assert not app.exception, [one.value for one in app.exception]


def table(app, column):
    return next(one.value for one in app.dataframe if column in one.value)


@pytest.fixture
def batch(open_page):
    app = open_page("batch")
    upload(app, "batch_files", "diary.csv", DIARY)
    upload(app, "batch_people", "people.csv", PEOPLE)
    press(app, "batch_run")
    return app


def test_every_row_is_an_item_or_a_reject(batch):
    counts = {one.label: one.value for one in batch.metric}
    assert counts == {"Items": "3", "Rejected rows": "1", "People": "1", "Person-days": "2"}
    assert "amount is not more than zero" in table(batch, "reason")["reason"][0]


def test_no_page_shows_its_own_code(batch):
    assert "reading_report" not in words(batch)


def test_totals_and_what_is_not_known(batch):
    totals = table(batch, "calcium_unknown_items")
    assert totals["calcium_mg"][0] == pytest.approx(339.0)
    assert totals["magnesium_mg"][0] == pytest.approx(30.0)
    assert totals["calcium_unknown_items"].tolist() == [0, 1]
    assert totals["person_id"][0] == "007"
    assert "Calcium known for 66.6 % of items" in words(batch)


def test_how_the_file_was_read(batch):
    assert "diary.csv: Plain diary CSV; minerals from the food table." in words(batch).replace(
        "**", ""
    )


def test_what_to_look_at_and_people_rejected_are_shown(open_page):
    app = open_page("batch")
    diary = "person_id,day,food,amount,unit\n007,1,sr28:01077,100,kg\n"
    upload(app, "batch_files", "diary.csv", diary)
    upload(app, "batch_people", "people.csv", PEOPLE + "008,neither,34\n")
    press(app, "batch_run")
    (notes,) = (one.value.replace("\\", "") for one in app.warning)
    assert "more than 20 kg of food and drink" in notes
    assert "1 person rejected" in notes
    assert "Rejected people" in [one.value for one in app.subheader]


def test_batch_and_groups_speak_german(open_page):
    with open_store(default_path()) as store:
        keep_setting(store, "language", "de")
    app = open_page("batch")
    upload(app, "batch_files", "diary.csv", DIARY)
    press(app, "batch_run")
    counts = {one.label: one.value for one in app.metric}
    assert counts["Abgelehnte Zeilen"] == "1"
    assert "Calcium bei 66,6 % der Einträge bekannt" in words(app)
    app = open_page("groups")
    diary, people = made_up(40)
    upload(app, "group_files", "diary.csv", diary)
    upload(app, "group_people", "people.csv", people)
    app.number_input(key="replicates").set_value(0).run()
    press(app, "group_run")
    assert "haben eine übliche Zufuhr von Calcium unter ihrem durchschnittlichen Bedarf" in words(
        app
    )
    (chart,) = app.get("vega_lite_chart")
    title = json.loads(chart.proto.spec)["title"]["text"]
    assert title == "Calcium, übliche Zufuhr: alle"


def test_every_table_can_be_downloaded(batch):
    labels = " ".join(one.label for one in batch.download_button)
    for name in ("day_totals", "assessment", "groups", "questions", "rejects"):
        assert f"{name}.csv" in labels
    assert "run.json" in labels


def test_columns_with_other_names_are_named_and_can_be_mapped(open_page):
    app = open_page("batch")
    upload(app, "batch_files", "liste.csv", OTHER_NAMES)
    press(app, "batch_run")
    assert "liste.csv has no column day, food, amount, unit" in words(app)
    app.toggle(key="map_on").set_value(True).run()
    for house, column in zip(
        ("person_id", "day", "food", "amount"), ("ID", "Tag", "Name", "Menge"), strict=True
    ):
        app.selectbox(key=f"map_{house}").set_value(column)
    app.text_input(key="whole_unit").set_value("g").run()
    press(app, "batch_run")
    assert table(app, "calcium_unknown_items")["calcium_mg"][0] == pytest.approx(226.0)


def test_a_file_that_is_no_table_gets_a_message(open_page):
    app = open_page("batch")
    upload(app, "batch_files", "empty.csv", "")
    assert app.error


def test_answers_settle_what_was_asked():
    diary = Upload("d.csv", b"person_id,day,food,amount,unit\nA,1,sr28:01077,2,beaker\n")
    first = run_uploads([diary])
    (asked,) = list(csv.DictReader(io.StringIO(first.tables["questions.csv"].decode())))
    asked["answer_grams"] = "150"
    lines = io.StringIO()
    writer = csv.DictWriter(lines, asked)
    writer.writeheader()
    writer.writerow(asked)
    second = run_uploads([diary], answers=Upload("a.csv", lines.getvalue().encode()))
    assert second.frame("day_totals.csv")["calcium_mg"][0] == pytest.approx(339.0)


def test_a_name_with_a_path_stays_in_its_folder():
    results = run_uploads([Upload("../../x/../diary.csv", DIARY.encode())])
    assert results.summary.items == 3
    assert results.summary.files[0]["file"] == "../../x/../diary.csv"


def test_a_run_s_own_day_totals_can_be_read_again():
    first = run_uploads([Upload("diary.csv", DIARY.encode())])
    again = run_uploads([Upload("day_totals.csv", first.tables["day_totals.csv"])])
    kept = ["person_id", "day", "calcium_mg", "calcium_unknown_items"]
    pd.testing.assert_frame_equal(
        first.frame("day_totals.csv")[kept], again.frame("day_totals.csv")[kept]
    )


def test_header_of_a_semicolon_file():
    assert header_of(Upload("a.csv", "Tag;Größe\n1;2\n".encode("latin-1"))) == ("Tag", "Größe")


def made_up(people=120):
    chance = random.Random(3)
    rows, who = ["person_id,day,food,amount,unit"], ["person_id,sex,age_years"]
    for person in range(people):
        who.append(f"{person},{'female' if person % 2 else 'male'},{20 + person % 10}")
        usual = chance.gauss(0, 0.35)
        rows += [
            f"{person},{day},sr28:01077,{700 * 2.718 ** (usual + chance.gauss(0, 0.3)):.0f},g"
            for day in (1, 2)
        ]
    return "\n".join(rows), "\n".join(who)


@pytest.fixture
def groups(open_page):
    app = open_page("groups")
    diary, people = made_up()
    upload(app, "group_files", "diary.csv", diary)
    upload(app, "group_people", "people.csv", people)
    app.number_input(key="replicates").set_value(20).run()
    press(app, "group_run")
    return app


def test_prevalence_by_group_with_intervals(groups):
    said = words(groups)
    assert "have a usual calcium intake below their average requirement, 95 % interval" in said
    assert "120 people, 240 days" in said
    shown = table(groups, "share_below_ear")
    everyone = shown.iloc[0]
    assert 0 < everyone["share_below_low"] < everyone["share_below_ear"]
    assert everyone["share_below_ear"] < everyone["share_below_high"] < 100
    assert set(shown["sex"]) == {"all", "female", "male"}


def test_the_curve_stands_beside_the_average_requirement(groups):
    (chart,) = groups.get("vega_lite_chart")
    assert json.loads(chart.proto.spec)["title"]["text"] == "Usual calcium intake, everyone"
    assert "below their average requirement" in chart.proto.alt
    groups.selectbox(key="group_label").set_value("female, 19-30").run()
    groups.segmented_control(key="group_nutrient").set_value("magnesium_mg").run()
    assert not groups.exception
    assert "60 people, 120 days" in words(groups)


def test_one_day_a_person_with_a_ratio_from_outside_is_a_range(open_page):
    app = open_page("groups")
    diary, people = made_up()
    first_days = "\n".join(line for line in diary.splitlines() if ",2,sr28" not in line)
    upload(app, "group_files", "diary.csv", first_days)
    upload(app, "group_people", "people.csv", people)
    app.text_input(key="group_by").set_value("sex")
    app.selectbox(key="method").set_value("nci")
    app.number_input(key="seed").set_value(3)
    app.number_input(key="variance_ratio").set_value(1.0)
    app.number_input(key="replicates").set_value(0).run()
    press(app, "group_run")
    assert "With a quarter to twice the variance ratio given:" in words(app)
    shown = table(app, "share_below_ratio_low")
    assert list(shown["sex"]) == ["all", "all", "female", "female", "male", "male"]
    assert (shown["share_below_ratio_low"] <= shown["share_below_ear"]).all()
    assert (shown["share_below_ear"] <= shown["share_below_ratio_high"]).all()


def test_an_option_that_cannot_be_used_is_said_on_the_page(open_page):
    app = open_page("groups")
    diary, people = made_up(5)
    upload(app, "group_files", "diary.csv", diary)
    upload(app, "group_people", "people.csv", people)
    app.text_input(key="group_by").set_value("county").run()
    press(app, "group_run")
    assert "The people cannot be grouped by county" in words(app)
    app.number_input(key="variance_ratio").set_value(0.0).run()
    assert "The variance ratio is 0" in words(app)
    assert app.button(key="group_run").disabled


def test_one_group_that_cannot_be_told_says_why(open_page):
    app = open_page("groups")
    diary, people = made_up(people=5)
    upload(app, "group_files", "diary.csv", diary)
    upload(app, "group_people", "people.csv", people)
    press(app, "group_run")
    said = words(app)
    assert "No share below the average requirement for calcium can be stated (5 people" in said
    assert not app.get("vega_lite_chart")


def test_groups_can_be_downloaded(groups):
    assert [one.label for one in groups.download_button] == [
        "groups.csv: all groups",
        "assessment.csv: each person",
    ]
