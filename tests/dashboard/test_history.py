"""History, as the visitor sees it: marking, copying, ranges, and what a chart may say."""

import datetime as dt
import json

import pandas as pd
import pytest

from dashboard import charts, charts_history, kept
from nutrition import texts
from nutrition.store import (
    Entry,
    add_entries,
    change,
    entries,
    keep_setting,
    mark_day,
    marked_day,
    open_store,
    self_person,
)
from nutrition.views.history import Levels

# Milk sr28:01077 holds 113 mg calcium and 10 mg magnesium in 100 g.
TODAY = dt.date.today()  # noqa: DTZ011 - as the page reads it


def before(days):
    return (TODAY - dt.timedelta(days=days)).isoformat()


@pytest.fixture
def store(own_settings):  # noqa: ARG001 - the diary lies where it says
    with open_store() as opened:
        yield opened


@pytest.fixture
def me(store):
    return change(store, self_person(store), sex="female", age_years=34.0, age_as_of=before(0))


def milk(day, grams=700.0):
    return Entry(person_id=1, day=day, food="milk", food_id="sr28:01077", amount=grams, unit="g")


@pytest.fixture
def recorded(store, me):
    for number in range(6):
        add_entries(store, me.id, [milk(before(number), 600.0 + 40 * number)])
        if number:
            mark_day(store, me.id, before(number), state="complete")
    return store


def said(app):
    kinds = (app.markdown, app.caption, app.info, app.success, app.warning, app.error)
    return "\n".join(one.value.replace("\\", "") for kind in kinds for one in kind)


def choose_day(app, day):
    key = f"history_day_{day[:7]}"
    if app.selectbox(key="history_month").value != day[:7]:
        app.selectbox(key="history_month").set_value(day[:7]).run()
    app.button_group(key=key).set_value(day).run()


def specs(app):
    return [json.loads(one.proto.spec) for one in app.get("vega_lite_chart")]


def test_an_empty_diary_teaches(open_page, me):  # noqa: ARG001 - known, and nothing recorded
    app = open_page("history")
    assert "mark it complete" in said(app)
    assert app.button(key="history_to_today").label == "Enter a day"


def test_means_name_their_complete_days(open_page, recorded):  # noqa: ARG001
    app = open_page("history")
    # Five complete days of 640, 680, 720, 760 and 800 g of milk; today is partial.
    assert said(app).count("814 mg a day, from 5 complete days") == 2
    assert "5 complete days, 1 partial day" in said(app)


def test_a_day_is_marked_and_enters_the_mean(open_page, recorded, me):
    app = open_page("history")
    choose_day(app, before(0))
    app.radio(key="history_state").set_value("complete")
    app.radio(key="history_typical").set_value("no")
    app.text_input(key="history_note").set_value("<script>alert(1)</script> =cmd()")
    app.button(key="FormSubmitter:history_marks-Save").click().run()
    assert not app.exception
    found = marked_day(recorded, me.id, before(0))
    assert (found.state, found.typical) == ("complete", False)
    assert "from 6 complete days" in said(app)
    assert "<script>" not in said(app)


def test_a_mark_of_another_window_is_not_overwritten(open_page, recorded, me):
    app = open_page("history")
    choose_day(app, before(1))
    seen = marked_day(recorded, me.id, before(1))
    mark_day(recorded, me.id, before(1), seen=seen, state="partial", note="from there")
    app.radio(key="history_state").set_value("empty")
    app.button(key="FormSubmitter:history_marks-Save").click().run()
    found = marked_day(recorded, me.id, before(1))
    assert (found.state, found.note) == ("partial", "from there")
    assert "another window" in said(app)
    assert app.text_input(key="history_note").value == "from there"


def test_a_day_is_copied_and_taken_back(open_page, recorded, me):
    app = open_page("history")
    choose_day(app, before(2))
    app.date_input(key="history_copy_to").set_value(TODAY - dt.timedelta(days=9)).run()
    app.button(key="history_copy").click().run()
    assert not app.exception
    assert [one.food for one in entries(recorded, me.id, before(9))] == ["milk"]
    app.button(key="history_undo").click().run()
    assert entries(recorded, me.id, before(9)) == ()


def test_a_range_without_entries_says_where_they_are(open_page, store, me):
    add_entries(store, me.id, [milk(before(0))])
    app = open_page("history")
    app.button_group(key="history_range").set_value("own").run()
    app.date_input(key="history_first").set_value(TODAY - dt.timedelta(days=90))
    app.date_input(key="history_last").set_value(TODAY - dt.timedelta(days=80)).run()
    assert "No entries from" in said(app)
    app.date_input(key="history_first").set_value(TODAY).run()
    assert "Choose an earlier first day" in said(app)


def test_without_a_complete_day_there_is_no_mean(open_page, store, me):
    add_entries(store, me.id, [milk(before(0))])
    app = open_page("history")
    assert "none, because no complete day" in said(app)
    assert "mark it complete" in said(app)


def test_without_sex_and_age_no_reference_is_drawn(open_page, store):
    me = self_person(store)
    add_entries(store, me.id, [milk(before(1))])
    mark_day(store, me.id, before(1), state="complete")
    app = open_page("history")
    assert "Sex and age are not told" in said(app)
    assert "average requirement" not in json.dumps(specs(app))


@pytest.mark.parametrize("language", texts.languages())
def test_every_view_can_be_shown(open_page, recorded, language):
    keep_setting(recorded, "language", language)
    app = open_page("history")
    for view in ("chance", "week", "foods"):
        app.button_group(key="history_view").set_value(view).run()
        assert not app.exception
        assert len(specs(app)) == 2


def test_a_lower_bound_near_zero_is_no_point_of_the_chance(open_page, store, me):
    for number in range(1, 8):
        lines = [milk(before(number), 50.0), milk(before(number), 1.0)]
        unknown = Entry(person_id=1, day=before(number), food="qqxyzzy", amount=1.0, unit="cup")
        add_entries(store, me.id, [*lines, unknown])
        mark_day(store, me.id, before(number), state="complete")
    app = open_page("history")
    app.button_group(key="history_view").set_value("chance").run()
    assert specs(app) == []
    assert said(app).count("no chance can be stated") == 2


def test_partial_days_are_hollow_and_lower_bounds_are_triangles(monkeypatch):
    monkeypatch.setattr("dashboard.kept.language", lambda: "en")
    days = pd.DataFrame(
        {
            "day": pd.to_datetime(["2026-11-20", "2026-11-21"]),
            "intake_mg": [700.0, 300.0],
            "at_least": [True, False],
            "complete": [True, False],
        }
    )
    means = pd.DataFrame(
        {"day": days["day"], "window": 7, "mean_mg": [700.0, 700.0], "days": 1, "at_least": True}
    )
    spec = charts_history.by_day(days, means, Levels("calcium_mg", ear_mg=800.0), charts.LIGHT)
    points = [one for one in spec["layer"] if one["mark"]["type"] == "point"]
    assert [one["mark"]["filled"] for one in points] == [True, False]
    assert [len(one["data"]["values"]) for one in points] == [1, 1]
    assert points[0]["encoding"]["shape"]["condition"]["value"] == "triangle-up"
    assert "at least 700 mg" in points[0]["data"]["values"][0]["label"]
    dotted = [one for one in spec["layer"] if one["mark"].get("strokeDash") == [2, 2]]
    assert len(dotted) == 1


@pytest.mark.parametrize(
    ("days", "named"),
    [(1, 1), (2, 2), (4, 4), (7, 7), (8, 4), (28, 7), (29, 6)],
)
def test_an_axis_names_each_day_once(monkeypatch, days, named):
    monkeypatch.setattr(kept, "language", lambda: "en")
    frame = pd.DataFrame(
        {
            "day": pd.date_range("2026-11-01", periods=days),
            "days": range(1, days + 1),
            "probability": 0.5,
            "at_least": False,
            "method": "average_requirement",
        }
    )
    chart = charts_history.chances(frame, "calcium_mg", charts.LIGHT)
    for layer in chart["layer"]:
        ticks = layer["encoding"]["x"]["axis"]["values"]
        dates = [(one["year"], one["month"], one["date"]) for one in ticks]
        assert len(set(dates)) == len(dates) == named
        assert dates[-1] == (2026, 11, days)


def test_amounts_along_an_axis_follow_the_language(monkeypatch):
    monkeypatch.setattr(kept, "language", lambda: "de")
    assert "'.'" in charts.axis_words()
    monkeypatch.setattr(kept, "language", lambda: "en")
    assert "','" in charts.axis_words()
