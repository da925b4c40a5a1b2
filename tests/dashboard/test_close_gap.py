"""Close the gap: what is offered, when nothing is, and what is kept with the person."""

import datetime as dt

import pytest
from page_foods import opened, words

from nutrition import store

TODAY = dt.date.today().isoformat()  # noqa: DTZ011 - the page opens on the user's day


@pytest.fixture
def diary():
    with store.open_store() as found:
        yield found


def person(diary, **values):
    known = {"sex": "female", "age_years": 34.0, "age_as_of": TODAY}
    return store.change(diary, store.self_person(diary), **(known | values))


def typed(app, calcium=640.0, magnesium=235.0):
    app.segmented_control(key="gap_from").set_value("typed").run()
    app.number_input(key="gap_calcium").set_value(calcium)
    app.number_input(key="gap_magnesium").set_value(magnesium)
    return app.run()


def test_sex_and_age_are_asked_once_and_kept(diary):
    app = opened("close_gap")
    assert "Sex and age choose the reference intakes" in words(app)
    app.selectbox(key="gap_sex").set_value("female")
    app.number_input(key="gap_age").set_value(34.0)
    app.button(key="gap_who_do").click().run()
    me = store.self_person(diary)
    assert (me.sex, me.age_years, me.age_as_of) == ("female", 34.0, TODAY)
    assert "Sex and age choose" not in words(app)


def test_answers_say_what_they_do_to_both_minerals(diary):
    person(diary)
    app = typed(opened("close_gap"))
    said = words(app)
    assert "360 mg calcium missing: 640 mg known so far, aim 1,000 mg (RDA, NASEM)" in said
    assert "85 mg magnesium missing" in said
    assert "Calcium: from 640 to" in said
    assert "Magnesium: from 235 to" in said
    assert "Way 1" in said
    assert "kcal together" in said
    # Nobody was asked about medicines, so their notes stand.
    assert "levothyroxine" in said


def test_energy_can_be_hidden_and_stays_hidden(diary):
    person(diary)
    app = typed(opened("close_gap"))
    app.toggle(key="gap_energy").set_value(False).run()
    assert "kcal together" not in words(app)
    again = typed(opened("close_gap"))
    assert "kcal together" not in words(again)


def test_an_empty_day_is_no_day_without_calcium(diary):
    person(diary)
    said = words(opened("close_gap"))
    assert "Nothing is entered on this day" in said
    assert "Way 1" not in said


def test_a_day_of_the_diary_with_unknown_values_says_so_and_offers_swaps(diary):
    me = person(diary)
    lines = [("sr28:11457", 100.0), ("sr28:12156", 30.0), ("sr28:01082", 244.0)]
    rows = [
        store.Entry(person_id=me.id, day=TODAY, food=one, food_id=one, amount=grams, unit="g")
        for one, grams in lines
    ]
    store.add_entries(diary, me.id, rows)
    said = words(opened("close_gap"))
    assert "No magnesium value for: sr28:12156" in said
    assert "What is missing may be less than said here" in said
    assert "Swaps for foods of this day" in said


@pytest.mark.parametrize(
    "context", ["kidney-disease", "kidney-stones", "eating-disorder", "refeeding-risk"]
)
def test_a_ticked_context_ends_every_suggestion_and_is_kept(diary, context):
    person(diary, contexts=("diabetes",))
    app = typed(opened("close_gap"))
    assert "Way 1" in words(app)
    app.checkbox(key=f"gap_{context}").check().run()  # nothing else is pressed
    said = words(app)
    assert "No foods are suggested here" in said
    assert "Please ask your doctor or a registered dietitian" in said
    assert "Way 1" not in said
    assert "Swaps" not in said
    assert store.self_person(diary).contexts == ("diabetes", context)


def test_a_tick_holds_though_another_window_changed_the_person(diary):
    person(diary)
    app = typed(opened("close_gap"))
    person(diary, weight_kg=61.0)
    app.checkbox(key="gap_kidney-stones").check().run()
    assert "Way 1" not in words(app)
    me = store.self_person(diary)
    assert (me.contexts, me.weight_kg) == (("kidney-stones",), 61.0)
    app.checkbox(key="gap_kidney-stones").uncheck().run()
    assert "Way 1" in words(app)
    assert store.self_person(diary).contexts == ()


def test_under_two_years_nothing_is_offered(diary):
    person(diary, age_years=1.5)
    said = words(typed(opened("close_gap")))
    assert "Under 2 years" in said
    assert "Way 1" not in said


def test_filters_and_dislikes_are_kept_and_followed(diary):
    person(diary)
    app = typed(opened("close_gap"))
    app.checkbox(key="gap_vegan").check()
    app.text_area(key="gap_disliked").set_value("okra, tofu\nalmond drink")
    app.button(key="gap_wishes_do").click().run()
    me = store.self_person(diary)
    assert (me.filters, me.disliked) == (("vegan",), ("okra", "tofu", "almond drink"))
    portions = [line for line in words(app).splitlines() if line.startswith("- ")]
    food = "\n".join(portions[2:])
    assert "Way 1" in words(app)
    assert not any(word in food for word in ("okra", "tofu", "almond drink", "yogurt, plain"))
    assert "check the label" in words(app)


def test_no_answer_names_the_limit_that_binds(diary):
    person(diary)
    app = typed(opened("close_gap"), calcium=100.0, magnesium=20.0)
    app.number_input(key="gap_allowance").set_value(10.0).run()
    said = words(app)
    assert "No choice from the list closes both gaps" in said
    assert "the energy allowance" in said


def test_nothing_missing_names_no_food(diary):
    person(diary)
    said = words(typed(opened("close_gap"), calcium=1200.0, magnesium=400.0))
    assert "Nothing is missing of what is defined" in said
    assert "Way 1" not in said


def test_the_page_speaks_german(diary):
    person(diary)
    store.keep_setting(diary, "language", "de")
    said = words(typed(opened("close_gap")))
    assert "360 mg Calcium fehlen" in said
    assert "Weg 1" in said
