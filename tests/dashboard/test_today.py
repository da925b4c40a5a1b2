"""Today: every sum is worked by hand from the table's values per 100 g."""

import datetime as dt
import json
from html import unescape

import pandas as pd
import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState

from dashboard import kept
from foods import search
from nutrition.screening import all_red_flags
from nutrition.store import Changed, change_entry, entries, open_store, self_person
from nutrition.texts import say

DAY = dt.date.today().isoformat()  # noqa: DTZ011 - the page's own day


@pytest.fixture
def diary(tmp_path):
    """Another window on the same diary."""
    with open_store(tmp_path / "data" / "diary.sqlite") as store:
        yield store


def lines(store, day=DAY):
    return entries(store, self_person(store).id, day)


def edit(app, place, **cells):
    """Type over cells of a line, as the table of the page sends it."""
    table = day_table(app)
    line = {"window": table["window"], **{n: table["lines"][place][n] for n in ("id", "version")}}
    edits = [
        {**line, "number": table["taken"] + number, "cell": cell, "value": text}
        for number, (cell, text) in enumerate(cells.items(), 1)
    ]
    states = app._tree.get_widget_states()  # noqa: SLF001 - AppTest knows no such element
    states.widgets.append(
        WidgetState(id=_table_element(app).id, json_value=json.dumps({"edits": edits}))
    )
    app._run(states)  # noqa: SLF001 - as above
    assert not app.exception, [one.value for one in app.exception]


def _table_element(app):
    found = (one.proto for one in app.get("bidi_component"))
    return next(one for one in found if one.component_name == "mgca.day_table")


def day_table(app):
    return json.loads(_table_element(app).json)


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


def unfold(app, fold):
    app.session_state[fold] = True
    return app.run()


def words(app):
    kinds = (app.markdown, app.caption, app.info, app.warning, app.error)
    said = [one.value.replace("\\", "") for kind in kinds for one in kind]
    return "\n".join([*said, *(unescape(one) for one in html(app))])


def html(app):
    return [one.proto.body for one in app.get("html")]


def charts(app):
    """Every chart's subtitle and sentence for screen readers, by its title."""
    found = {}
    for element in app.get("vega_lite_chart"):
        title = json.loads(element.proto.spec)["title"]
        text, note = (
            " ".join(one) if isinstance(one, list) else one
            for one in (title["text"], title.get("subtitle", ""))
        )
        found[text] = f"{note} | {element.proto.alt}"
    return found


def supplement(app, magnesium=None, calcium=None):
    unfold(app, "taken_fold")
    app.number_input(key="supplement_magnesium").set_value(magnesium)
    app.number_input(key="supplement_calcium").set_value(calcium)
    press(app, "Add supplement")


def meal(app):
    return pd.DataFrame(day_table(app)["lines"])


def test_warning_signs_stand_before_any_number(open_page):
    app = open_page()
    assert "Call the emergency services now" in app.info[0].value
    assert "Chest pain" in app.info[0].value
    said = words(app)
    assert [flag.id for flag in all_red_flags() if say(flag.text_id) not in said] == []
    assert "Nothing entered yet." in said


def test_two_cups_of_cooked_spinach(open_page):
    # 2 x 180 g boiled spinach at 136 and 87 mg per 100 g.
    app = person(enter(open_page(), "2 cups cooked spinach"))
    assert list(charts(app))[:2] == ["Calcium: 490 mg", "Magnesium: 313 mg"]
    row = meal(app).iloc[0]
    assert (row["weight"], row["calcium"], row["magnesium"]) == ("360", "490", "313")
    assert row["taken"] == "✓ Spinach, cooked, boiled, drained, without salt"
    assert day_table(app)["totals"] == {"weight": "360", "calcium": "490", "magnesium": "313"}


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
    assert "average requirement 350 mg; recommended 420 mg." in charts(app)["Magnesium: 313 mg"]


def test_a_true_zero_is_a_zero(open_page):
    app = enter(open_page(), "100 g white sugar")
    assert meal(app).iloc[0]["magnesium"] == "0"
    assert "Magnesium: 0 mg" in charts(app)


def test_an_unknown_food_makes_the_total_at_least_and_is_named(open_page):
    app = enter(open_page(), "2 cups boiled spinach\n1 cup qqxyzzy")
    assert "Calcium: at least 490 mg" in charts(app)
    assert "At least 490 mg calcium; 1 of 2 foods has no calcium value (qqxyzzy)." in words(app)
    assert "hatched: not known, 1 of 2" in charts(app)["Calcium: at least 490 mg"]
    assert list(meal(app)["open"]) == [False, True]
    assert meal(app).iloc[1]["calcium"] == "?"
    assert day_table(app)["totals"]["calcium"] == "≥ 490"


def test_a_plant_drink_is_asked_about_and_an_answer_settles_it(open_page):
    app = enter(open_page(), "100 g soy milk")
    assert meal(app).iloc[0]["taken"].startswith("? food")
    asked = question(app, "soy milk")
    asked.set_value(candidates("soy milk", "g")[0]).run()
    assert not app.exception
    assert list(meal(app)["open"]) == [False]
    assert float(meal(app).iloc[0]["calcium"]) > 0
    assert question(app, "soy milk") is None


def question(app, food):
    return next((one for one in app.radio if food in one.label), None)


def candidates(name, unit):
    return [one.food_id for one in search.decide(name, kept.food_table(), unit=unit).candidates]


def test_a_measure_the_food_has_not_is_asked_about(open_page):
    app = enter(open_page(), "2 slices almonds")
    assert meal(app).iloc[0]["taken"].startswith("? amount")
    grams = next(one for one in app.number_input if one.label.startswith("Or grams"))
    grams.set_value(10.0)
    press(app, "Use these grams")
    # 2 x 10 g almonds at 269 mg calcium per 100 g.
    assert meal(app).iloc[0]["calcium"] == "54"


def test_an_edit_in_the_table_changes_the_day_once(open_page):
    app = enter(open_page(), "2 cups boiled spinach\n30 g almonds")
    edit(app, 0, amount="1")
    assert meal(app).iloc[0]["calcium"] == "245"
    app.run()
    assert list(meal(app)["amount"]) == ["1", "30"]


def test_a_removed_row_is_gone_and_takes_no_other_with_it(open_page):
    app = enter(open_page(), "2 cups boiled spinach\n30 g almonds\n100 g white sugar")
    edit(app, 0, remove="")
    app.run()
    assert list(meal(app)["food"]) == ["almonds", "white sugar"]


def test_supplement_above_the_upper_level_has_a_bar_of_its_own(open_page):
    app = person(enter(open_page(), "2 cups boiled spinach"))
    supplement(app, magnesium=400.0, calcium=0.0)
    bar = charts(app)["Magnesium taken: 400 mg"]
    assert bar.startswith("above the upper level")
    assert "upper level 350 mg, which counts only these." in bar
    assert "Supplements and medicines bring 400 mg magnesium: above the upper level" in words(app)


def test_magnesium_from_food_alone_raises_no_upper_level(open_page):
    # 600 g boiled spinach hold 522 mg magnesium.
    app = person(enter(open_page(), "600 g boiled spinach"))
    app.checkbox(key="day_complete").check().run()
    assert "Magnesium: 522 mg" in charts(app)
    assert not [title for title in charts(app) if "taken" in title]
    assert "above the upper level of" not in words(app)


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
    app = unfold(open_page(), "find_fold")
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
    assert "average requirement" not in charts(app)["Calcium: 490 mg"]
    assert "Choose sex and age" in words(app)


def test_every_number_names_its_source(open_page):
    app = unfold(person(enter(open_page(), "2 cups boiled spinach")), "day_sources")
    sources = next(one for one in html(app) if "Source of each food" in one)
    assert sources.count(">USDA SR28<") == 2  # of the minerals, and of the weight
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
    assert "average requirement 300 mg" in charts(app)["Magnesium: 313 mg"]


def test_a_new_window_finds_the_diary_as_it_was(open_page):
    person(enter(open_page(), "2 cups boiled spinach"))
    again = open_page()
    assert "Calcium: 490 mg" in charts(again)
    unfold(again, "who_is_it")
    assert again.number_input(key="age").value == 34.0


def test_every_edit_is_saved_at_once(open_page, diary):
    app = enter(open_page(), "2 cups boiled spinach\n30 g almonds")
    assert [row.food for row in lines(diary)] == ["boiled spinach", "almonds"]
    edit(app, 1, amount="60", occasion="snack")
    assert (lines(diary)[1].amount, lines(diary)[1].occasion) == (60.0, "snack")


def test_undo_brings_a_removed_row_back_and_redo_removes_it(open_page, diary):
    app = enter(open_page(), "2 cups boiled spinach\n30 g almonds")
    edit(app, 0, remove="")
    assert [row.food for row in lines(diary)] == ["almonds"]
    app.button(key="undo").click().run()
    assert list(meal(app)["food"]) == ["boiled spinach", "almonds"]
    app.button(key="redo").click().run()
    assert list(meal(app)["food"]) == ["almonds"]


def test_another_window_is_never_overwritten_and_both_values_are_shown(open_page, diary):
    app = enter(open_page(), "2 cups boiled spinach")
    change_entry(diary, lines(diary)[0], amount=3.0)
    edit(app, 0, amount="1")
    assert lines(diary)[0].amount == 3.0
    said = words(app)
    assert "Here: 1 cup boiled spinach" in said
    assert "In the diary: 3 cup boiled spinach" in said
    app.button(key="use_0").click().run()
    assert lines(diary)[0].amount == 1.0
    assert "Here:" not in words(app)


def test_what_another_window_did_is_shown_on_the_next_run(open_page, diary):
    app = enter(open_page(), "2 cups boiled spinach")
    edit(app, 0, amount="1")
    change_entry(diary, lines(diary)[0], amount=4.0)
    app.run()
    assert list(meal(app)["amount"]) == ["4"]
    assert lines(diary)[0].amount == 4.0


def test_a_stale_mark_of_the_day_is_refused_with_a_message(open_page, diary):
    app = enter(open_page(), "2 cups boiled spinach")
    from nutrition.store import mark_day

    mark_day(diary, self_person(diary).id, DAY, state="empty")
    app.checkbox(key="day_complete").check().run()
    assert "changed in another window" in words(app)
    assert app.checkbox(key="day_complete").value is False


def test_a_day_and_a_meal_are_copied(open_page, diary):
    app = open_page()
    app.segmented_control(key="occasion").set_value("breakfast")
    enter(app, "2 cups boiled spinach")
    app.segmented_control(key="occasion").set_value("dinner")
    enter(app, "30 g almonds")
    press(app, "Day after")
    assert "Nothing entered yet." in words(app)
    tomorrow = (dt.date.fromisoformat(DAY) + dt.timedelta(days=1)).isoformat()
    unfold(app, "copy_fold").button(key="copy_do").click().run()
    assert [row.food for row in lines(diary, tomorrow)] == ["boiled spinach", "almonds"]
    app.selectbox(key=f"copy_what_{DAY}").set_value("dinner").run()
    app.button(key="copy_do").click().run()
    assert [row.food for row in lines(diary, tomorrow)][2:] == ["almonds"]
    assert len(lines(diary)) == 2


def test_a_recent_food_is_added_with_one_tap(open_page):
    app = enter(open_page(), "30 g almonds")
    press(app, "Day after")
    app.pills(key="recent").set_value(("almonds", "", "g")).run()
    assert not app.exception
    assert list(meal(app)["food"]) == ["almonds"]


def test_a_favourite_is_offered_first(open_page):
    app = unfold(enter(open_page(), "30 g almonds\n2 cups boiled spinach"), "favourites_fold")
    app.multiselect(key="favourites").set_value([("almonds", "", "g")]).run()
    assert app.pills(key="recent").options[0].startswith("★ almonds")


def test_an_answer_is_remembered_on_another_day(open_page):
    app = enter(open_page(), "100 g soy milk")
    question(app, "soy milk").set_value(candidates("soy milk", "g")[0]).run()
    press(app, "Day after")
    enter(app, "200 g soy milk")
    assert list(meal(app)["open"]) == [False]


def test_a_regular_supplement_is_offered_and_never_counted_by_itself(open_page, diary):
    app = unfold(enter(open_page(), "2 cups boiled spinach"), "taken_fold")
    app.radio(key="supplement_regular").set_value("regular")
    app.text_input(key="supplement_name").set_value("Tablets")
    supplement(app, magnesium=100.0)
    press(app, "Day after")
    assert lines(diary, tomorrow()) == ()
    app.button(key="take_daily").click().run()
    (row,) = lines(diary, tomorrow())
    assert (row.food, row.magnesium_mg, row.calcium_mg) == ("Tablets", 100.0, None)


def tomorrow():
    return (dt.date.fromisoformat(DAY) + dt.timedelta(days=1)).isoformat()


def test_the_mass_of_a_compound_is_converted(open_page, diary):
    app = unfold(open_page(), "taken_fold")
    app.radio(key="supplement_stated").set_value("compound").run()
    app.selectbox(key="supplement_compound").set_value("calcium carbonate")
    app.number_input(key="supplement_compound_mg").set_value(1250.0)
    press(app, "Add supplement")
    assert lines(diary)[0].calcium_mg == pytest.approx(500.5, abs=0.5)


def test_the_tour_is_put_away_for_good(open_page):
    app = open_page()
    assert "Step 1 of 3" in words(app)
    press(app, "Next")
    assert "Step 2 of 3" in words(app)
    press(app, "Skip the tour")
    assert "Step" not in words(open_page())


def test_absorbable_calcium_stands_beside_the_total(open_page):
    app = unfold(person(enter(open_page(), "2 cups boiled spinach")), "beside_total")
    said = words(app)
    assert "of 490 mg" in said
    assert "Information only" in said


def test_the_load_of_each_meal_is_told_within_what_was_studied(open_page):
    app = enter(open_page(), "200 g whole milk\n150 g feta cheese\n1 zzqx")
    for place, occasion in ((0, "breakfast"), (1, "lunch")):
        edit(app, place, occasion=occasion)
    app = unfold(person(app), "beside_total")
    said = words(app)
    # 0.889 - 0.0964 ln(226) = 0.366
    assert "Breakfast: 226 mg, about 37 % of it absorbed (83 mg)" in said
    assert "Lunch: 740 mg, above the 500 mg that were studied: no share is stated" in said
    assert "Not said: calcium not known" in said
    assert "Heaney 1990" in said
    foods = next(one for one in html(app) if "like a measured one" in one)
    assert "like a measured one; above the studied amount" in foods


def test_each_line_says_what_it_was_taken_as(open_page):
    app = enter(open_page(), "2 cups boiled spinach\n1 zzqx")
    spinach, nobody = meal(app).to_dict("records")
    assert (spinach["amount"], spinach["unit"], spinach["food"]) == ("2", "cup", "boiled spinach")
    assert spinach["taken"] == "✓ Spinach, cooked, boiled, drained, without salt"
    assert nobody["taken"] == "? food · not settled yet: see the question below"
    assert (nobody["weight"], nobody["calcium"], nobody["magnesium"]) == ("?", "?", "?")


def test_the_page_speaks_german(open_page, diary):
    from nutrition.store import keep_setting

    keep_setting(diary, "language", "de")
    app = open_page()
    app.text_area(key="quick_text").set_value("2 cups boiled spinach")
    app.button(key="quick_add_do").click().run()
    person(app)
    app.checkbox(key="day_complete").check().run()
    said = words(app)
    assert "Der mittlere Bedarf ist 800 mg, 311 mg mehr" in said
    assert "2 von 10, dass die übliche Zufuhr an Calcium den Bedarf deckt" in said
    for english in ("The ", "Nothing ", " intake ", "Undo"):
        assert english not in said


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "=cmd()", "\u202e\x00", "🥬" * 300])
def test_rubbish_is_shown_literally_and_breaks_nothing(open_page, text):
    app = open_page()
    app.text_area(key="quick_text").set_value(text)
    app.button(key="quick_add_do").click().run()
    assert not app.exception
    assert all("<script>" not in one.value for one in (*app.markdown, *app.warning))


def test_the_error_of_a_second_window_is_the_one_that_pages_catch(open_page, diary):
    enter(open_page(), "30 g almonds")
    (row,) = lines(diary)
    change_entry(diary, row, amount=1.0)
    with pytest.raises(Changed):
        change_entry(diary, row, amount=2.0)


def test_an_answer_is_written_on_the_line_and_a_changed_one_is_for_lines_to_come(open_page, diary):
    app = enter(open_page(), "1 slice boiled spinach")
    (grams,) = [one for one in app.number_input if one.key.startswith("grams_")]
    grams.set_value(50.0)
    press(app, next(one.label for one in app.button if one.key.startswith("ok_grams_")))
    (row,) = lines(diary)
    assert (row.food, row.amount, row.unit) == ("boiled spinach", 50.0, "g")
    assert row.food_id == "sr28:11458"
    enter(app, "1 slice boiled spinach")
    assert [(one.amount, one.unit) for one in lines(diary)] == [(50.0, "g"), (50.0, "g")]
