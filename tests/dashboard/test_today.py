"""Today: every sum is worked by hand from the table's values per 100 g."""

import json

import pandas as pd
import pytest

from dashboard import state
from foods import search


def enter(app, text):
    app.text_area(key="quick_text").set_value(text)
    press(app, "Add")
    return app


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception, [one.value for one in app.exception]


def person(app, sex="female", age=34.0):
    app.selectbox(key="sex").set_value(sex)
    app.number_input(key="age").set_value(age)
    app.run()
    return app


def words(app):
    kinds = (app.markdown, app.caption, app.info, app.warning)
    return "\n".join(one.value.replace("\\", "") for kind in kinds for one in kind)


def charts(app):
    """Every chart's subtitle and sentence for screen readers, by its title."""
    found = {}
    for element in app.get("vega_lite_chart"):
        title = json.loads(element.proto.spec)["title"]
        found[title["text"]] = f"{title.get('subtitle', '')} | {element.proto.alt}"
    return found


def supplement(app, magnesium=None, calcium=None):
    app.number_input(key="supplement_magnesium").set_value(magnesium)
    app.number_input(key="supplement_calcium").set_value(calcium)
    press(app, "Add supplement")


def meal(app):
    return app.data_editor[0].value


def test_warning_signs_stand_before_any_number(open_page):
    app = open_page()
    assert "see a doctor now" in app.info[0].value
    assert "Nothing entered yet." in words(app)


def test_two_cups_of_cooked_spinach(open_page):
    # 2 x 180 g boiled spinach at 136 and 87 mg per 100 g.
    app = person(enter(open_page(), "2 cups cooked spinach"))
    assert list(charts(app))[:2] == ["Calcium: 490 mg", "Magnesium: 313 mg"]
    row = meal(app).iloc[0]
    assert row["Calcium"] == pytest.approx(489.6)
    assert row["Magnesium"] == pytest.approx(313.2)
    assert row["State"] == "✓ settled"


def test_an_unfinished_day_has_totals_and_no_verdict(open_page):
    app = person(enter(open_page(), "2 cups boiled spinach"))
    said = words(app)
    assert "So far: 490 mg calcium; the day is not complete, so there is no verdict." in said
    assert "in 10 that usual" not in said


def test_a_complete_day_has_its_probability_gap_and_curve(open_page):
    # IOM 2000: (489.6 - 800) / hypot(0.125 * 800, 325) = -0.913, which is 0.18;
    # (313.2 - 265) / hypot(26.5, 85.9) = 0.536, which is 0.70.
    app = person(enter(open_page(), "2 cups boiled spinach"))
    app.checkbox(key="day_complete").check().run()
    said = words(app)
    assert "2 in 10 that usual calcium intake meets the requirement, from 1 day." in said
    assert "7 in 10 that usual magnesium intake meets the requirement, from 1 day." in said
    assert "The average requirement is 800 mg, 311 mg above the reported intake." in said
    assert "recommended intake is 320 mg, 7 mg above the reported intake" in said
    assert "Chance: 2 in 10" in charts(app)
    assert "deficien" not in said.lower()


def test_gauge_marks_are_the_references_of_the_person(open_page):
    app = person(enter(open_page(), "2 cups boiled spinach"), "male", 31.0)
    assert "Average requirement 350 mg; recommended 420 mg." in charts(app)["Magnesium: 313 mg"]


def test_a_true_zero_is_a_zero(open_page):
    app = enter(open_page(), "100 g white sugar")
    assert meal(app).iloc[0]["Magnesium"] == 0
    assert "Magnesium: 0 mg" in charts(app)


def test_an_unknown_food_makes_the_total_at_least_and_is_named(open_page):
    app = enter(open_page(), "2 cups boiled spinach\n1 cup qqxyzzy")
    assert "Calcium: at least 490 mg" in charts(app)
    assert "At least 490 mg calcium; 1 of 2 foods has no calcium value (qqxyzzy)." in words(app)
    assert "hatched: not known, 1 of 2" in charts(app)["Calcium: at least 490 mg"]
    assert list(meal(app)["State"]) == ["✓ settled", "? food"]
    assert pd.isna(meal(app).iloc[1]["Calcium"])


def test_a_plant_drink_is_asked_about_and_an_answer_settles_it(open_page):
    app = enter(open_page(), "100 g soy milk")
    assert list(meal(app)["State"]) == ["? food"]
    asked = next(one for one in app.radio if "soy milk" in one.label)
    asked.set_value(candidates("soy milk", "g")[0]).run()
    assert not app.exception
    assert list(meal(app)["State"]) == ["✓ settled"]
    assert meal(app).iloc[0]["Calcium"] > 0
    assert not app.radio


def candidates(name, unit):
    return [one.food_id for one in search.decide(name, state.food_table(), unit=unit).candidates]


def test_a_measure_the_food_has_not_is_asked_about(open_page):
    app = enter(open_page(), "2 slices almonds")
    assert list(meal(app)["State"]) == ["? amount"]
    grams = next(one for one in app.number_input if one.label.startswith("Or grams"))
    grams.set_value(10.0)
    press(app, "Use these grams")
    # 2 x 10 g almonds at 269 mg calcium per 100 g.
    assert meal(app).iloc[0]["Calcium"] == pytest.approx(53.8)


def test_an_edit_in_the_table_changes_the_day_once(open_page):
    app = enter(open_page(), "2 cups boiled spinach\n30 g almonds")
    edits = {"edited_rows": {0: {"Amount": 1.0}}, "added_rows": [], "deleted_rows": []}
    app.session_state["meal_table_0"] = edits
    app.run()
    assert meal(app).iloc[0]["Calcium"] == pytest.approx(244.8)
    app.run()
    assert list(meal(app)["Amount"]) == [1.0, 30.0]


def test_a_removed_row_is_gone_and_takes_no_other_with_it(open_page):
    app = enter(open_page(), "2 cups boiled spinach\n30 g almonds\n100 g white sugar")
    edits = {"edited_rows": {0: {"Remove": True}}, "added_rows": [], "deleted_rows": []}
    app.session_state["meal_table_0"] = edits
    app.run()
    app.run()
    assert list(meal(app)["Food"]) == ["almonds", "white sugar"]


def test_supplement_above_the_upper_level_has_a_bar_of_its_own(open_page):
    app = person(enter(open_page(), "2 cups boiled spinach"))
    supplement(app, magnesium=400.0, calcium=0.0)
    bar = charts(app)["Magnesium supplements: 400 mg"]
    assert bar.startswith("above the upper level")
    assert "upper level 350 mg, which counts only these." in bar
    assert "400 mg magnesium a day from supplements and medicines is above the upper level" in (
        words(app)
    )


def test_magnesium_from_food_alone_raises_no_upper_level(open_page):
    # 600 g boiled spinach hold 522 mg magnesium.
    app = person(enter(open_page(), "600 g boiled spinach"))
    app.checkbox(key="day_complete").check().run()
    assert "Magnesium: 522 mg" in charts(app)
    assert not [title for title in charts(app) if "supplements" in title]
    assert "is above the upper level" not in words(app)


def test_a_blank_on_a_label_is_unknown_and_not_zero(open_page):
    app = person(enter(open_page(), "2 cups boiled spinach"))
    supplement(app, magnesium=100.0)
    assert "Calcium: at least 490 mg" in charts(app)
    assert "Magnesium: 413 mg" in charts(app)


def test_a_line_that_is_no_food_is_given_back_with_its_reason(open_page):
    app = enter(open_page(), "2 cups boiled spinach\n-3 eggs")
    assert len(meal(app)) == 1
    assert "Not added" in app.warning[0].value
    assert app.text_area(key="quick_text").value == "-3 eggs"


def test_a_whole_meal_on_one_line_is_split(open_page):
    app = enter(open_page(), "30 g almonds and 2 cups boiled spinach")
    assert len(meal(app)) == 2


def test_find_a_food_adds_it_with_a_measure_it_has(open_page):
    app = open_page()
    app.text_input(key="find_text").set_value("spinach, cooked, boiled, drained").run()
    found = app.selectbox(key="find_food")
    found.set_value("sr28:11458").run()
    unit = app.selectbox(key="find_unit_sr28:11458")
    assert unit.options[:2] == ["cup", "g"]
    app.number_input(key="find_amount").set_value(2.0).run()
    press(app, "Add this food")
    assert "Calcium: 490 mg" in charts(app)


def test_without_a_person_there_are_totals_and_no_reference(open_page):
    app = enter(open_page(), "2 cups boiled spinach")
    assert "verage requirement" not in charts(app)["Calcium: 490 mg"]
    assert "Choose sex and age" in words(app)


def test_every_number_names_its_source(open_page):
    app = person(enter(open_page(), "2 cups boiled spinach"))
    sources = next(
        one.value for one in app.dataframe if one.value is not None and "release" in one.value
    )
    assert sources.iloc[0]["source"] == "USDA SR28"
    assert sources.iloc[0]["weight"] == "USDA SR28"
    said = words(app)
    assert "Calcium, average requirement or adequate intake: NASEM EAR (IOM 2011)." in said
    assert "Magnesium, upper level: NASEM UL (IOM 1997)." in said
    assert "Calcium, day-to-day variation: IOM 2000." in said


def test_what_gives_most_comes_first(open_page):
    app = enter(open_page(), "2 cups boiled spinach\n30 g almonds")
    # 489.6 mg of 570.3 mg; 30 g almonds at 269 mg per 100 g are 80.7 mg.
    assert charts(app)["What gives most calcium"].endswith(
        "Spinach, cooked, boiled, drained, without salt 490 mg, Nuts, almonds 81 mg."
    )
    assert "Download this day (CSV)" in [one.label for one in app.download_button]


def test_pregnancy_and_its_trimester_reach_the_references(open_page):
    app = person(enter(open_page(), "2 cups boiled spinach"))
    app.selectbox(key="condition").set_value("pregnant").run()
    # NASEM, pregnant at 31 to 50 years.
    assert "Average requirement 300 mg" in charts(app)["Magnesium: 313 mg"]


def test_the_meal_is_still_there_after_another_page(open_page):
    app = person(enter(open_page(), "2 cups boiled spinach"))
    app.switch_page("dashboard/explore.py").run()
    app.switch_page("dashboard/today.py").run()
    assert "Calcium: 490 mg" in charts(app)
    assert app.number_input(key="age").value == 34.0
