"""Usual week, as the visitor sees it: kept at once, unknown stays unknown, no verdict."""

import datetime as dt

import pytest

from nutrition import texts
from nutrition.store import Frequency, add, change, keep_setting, open_store, records, self_person
from nutrition.usual_week import questions
from nutrition.usual_week_limits import limits

TODAY = dt.date.today().isoformat()  # noqa: DTZ011 - as the page reads it


@pytest.fixture
def store(own_settings):  # noqa: ARG001 - the diary lies where it says
    with open_store() as opened:
        yield opened


@pytest.fixture
def me(store):
    return change(store, self_person(store), sex="female", age_years=34.0, age_as_of=TODAY)


def said(app):
    kinds = (app.markdown, app.caption, app.info, app.error)
    return "\n".join(one.value.replace("\\", "") for kind in kinds for one in kind)


def answer(app, line, often):
    app.selectbox(key=f"usual_week_{line}").set_value(often).run()
    assert not app.exception, [one.value for one in app.exception]


def test_an_answer_is_kept_at_once_and_the_rest_is_unknown(open_page, store, me):
    app = open_page("usual_week")
    assert "An estimate appears with the first answer." in said(app)
    answer(app, "milk", (1.0, "day"))
    (row,) = records(store, Frequency, person_id=me.id)
    assert (row.food, row.times, row.per, row.filled) == ("milk", 1.0, "day", TODAY)
    # A cup of milk, 244 g of sr28:01079 with 120 mg in 100 g.
    assert "Calcium: at least 293 mg a day" in said(app)
    assert f"{len(questions()) - 1} lines are not known for calcium" in said(app)
    assert "Supplements and medicines are not answered" in said(app)
    answer(app, "milk", None)
    assert records(store, Frequency, person_id=me.id) == ()


def test_never_is_a_true_zero(open_page, me):  # noqa: ARG001
    app = open_page("usual_week")
    answer(app, "milk", (0.0, "week"))
    assert "Calcium: at least 0 mg a day" in said(app)


def test_there_is_no_verdict_and_the_limits_stand_beside(open_page, me):  # noqa: ARG001
    app = open_page("usual_week")
    answer(app, "milk", (1.0, "day"))
    assert "cannot be told from habits" in said(app)
    assert "probab" not in said(app)
    for one in limits():
        assert one.source in said(app)
    assert "between -677 and 480 mg off" in said(app)


def test_everything_answered_is_an_estimate_not_a_lower_bound(open_page, store, me):
    for question in questions():
        add(
            store,
            Frequency(
                person_id=me.id, filled=TODAY, food=question.question_id, times=1.0, portion="1"
            ),
        )
    app = open_page("usual_week")
    app.selectbox(key="usual_week_supplements").set_value("none").run()
    assert "Calcium: about" in said(app)
    assert "not known for" not in said(app)


def test_earlier_answers_are_listed_compared_and_begun_from(open_page, store, me):
    for line, times in (("milk", 2.0), ("eggs", 3.0)):
        add(
            store,
            Frequency(
                person_id=me.id,
                filled="2026-01-05",
                food=line,
                times=times,
                per="week",
                portion="1",
            ),
        )
    app = open_page("usual_week")
    app.button(key="usual_week_begin").click().run()
    assert not app.exception
    assert app.selectbox(key="usual_week_milk").value == (2.0, "week")
    answer(app, "milk", (1.0, "day"))
    tables = [one.value for one in app.dataframe]
    compared = next(one for one in tables if "Line" in one and "Jan 5, 2026" in one)
    assert compared["Line"].tolist() == ["Milk"]
    assert compared["Jan 5, 2026"].tolist() == ["2 a week"]
    earlier = [one for one in records(store, Frequency) if one.filled == "2026-01-05"]
    assert [one.times for one in earlier] == [2.0, 3.0]


def test_an_answer_of_another_window_is_not_overwritten(open_page, store, me):
    app = open_page("usual_week")
    answer(app, "milk", (1.0, "day"))
    (row,) = records(store, Frequency, person_id=me.id)
    change(store, row, times=4.0)
    answer(app, "milk", (2.0, "day"))
    (row,) = records(store, Frequency, person_id=me.id)
    assert row.times == 4.0
    assert "another window" in said(app)
    assert app.selectbox(key="usual_week_milk").value == (4.0, "day")


def test_a_frequency_from_elsewhere_is_shown_as_it_is(open_page, store, me):
    add(
        store,
        Frequency(person_id=me.id, filled=TODAY, food="milk", times=2.5, per="week", portion="2"),
    )
    app = open_page("usual_week")
    assert app.selectbox(key="usual_week_milk").value == (5.0, "week")
    assert "Calcium: at least 209 mg a day" in said(app)


def test_a_portion_that_is_no_number_counts_once(open_page, store, me):
    add(
        store,
        Frequency(person_id=me.id, filled=TODAY, food="milk", times=7.0, per="week", portion="x"),
    )
    app = open_page("usual_week")
    assert "Calcium: at least 293 mg a day" in said(app)


@pytest.mark.parametrize("language", texts.languages())
def test_every_line_and_study_has_its_words(open_page, store, me, language):  # noqa: ARG001
    keep_setting(store, "language", language)
    app = open_page("usual_week")
    answer(app, "milk", (1.0, "day"))
    keys = [f"usual_week_{question.question_id}" for question in questions()]
    labels = [app.selectbox(key=key).label for key in keys]
    assert len(set(labels)) == len(labels)
