"""Many days of one person: complete days count, unknown is a lower bound, one edit is one day."""

import csv
import datetime as dt
import io
import math
import shutil
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foods.composition import FoodTable
from nutrition.adequacy import assess
from nutrition.adequacy.wording import tenths
from nutrition.people import read_people
from nutrition.store import (
    Entry,
    Ingredient,
    OwnFood,
    Person,
    Recipe,
    add_entries,
    change_entry,
    dishes_of,
    entries,
    keep_setting,
    mark_day,
    open_store,
    remember_choice,
    remove_entries,
    self_person,
)
from nutrition.usual_week import questions
from nutrition.views import history, history_days, usual_week
from nutrition.views.meal import meal_day

# Milk sr28:01077 holds 113 mg calcium and 10 mg magnesium in 100 g.
MILK = "sr28:01077"
FIRST = dt.date(2026, 11, 2)  # a Monday
PERSON = Person(id=1, kind="self", sex="female", age_years=34.0, age_as_of="2026-01-01")


@pytest.fixture(scope="module")
def table():
    return FoodTable.bundled()


@pytest.fixture
def store(tmp_path, new_diary):
    with open_store(shutil.copy(new_diary, tmp_path)) as opened:
        yield opened


def milk(day, grams, **more):
    return Entry(person_id=1, day=day, food="milk", food_id=MILK, amount=grams, unit="g", **more)


def nth(number):
    return (FIRST + dt.timedelta(days=number)).isoformat()


def fill(store, grams, *, complete=()):
    me = self_person(store)
    for number, amount in grams.items():
        add_entries(store, me.id, [milk(nth(number), amount)])
        if number in complete:
            mark_day(store, me.id, nth(number), state="complete")
    return me.id


def read(store, me, table, *, days=14, kept=None, **more):
    last = FIRST + dt.timedelta(days=days - 1)
    around = history_days.surroundings(store)
    return history.history(store, me, FIRST, last, table, around=around, kept=kept, **more)


def test_totals_are_those_of_the_lines_and_a_day_without_lines_is_null(store, table):
    me = fill(store, {0: 200.0, 1: 100.0}, complete=[0])
    days = read(store, me, table).days
    assert len(days) == 14
    assert days["calcium_mg"][:2].tolist() == pytest.approx([226.0, 113.0])
    assert days["calcium_mg"][2:].isna().all()
    assert days["state"][:3].tolist() == ["complete", "partial", "empty"]


def test_means_rest_on_complete_days_only(store, table):
    me = fill(store, {0: 100.0, 1: 300.0, 2: 900.0, 9: 500.0}, complete=[0, 1, 9])
    means = history.rolling(read(store, me, table), "calcium_mg")
    seven = means[means["window"] == 7].set_index("day")
    twenty_eight = means[means["window"] == 28].set_index("day")
    assert seven.loc[nth(0), ["mean_mg", "days"]].tolist() == pytest.approx([113.0, 1])
    # The partial third day is in no mean.
    assert seven.loc[nth(2), ["mean_mg", "days"]].tolist() == pytest.approx([226.0, 2])
    # A week later only the tenth day is left of the seven, and all three of the 28.
    assert seven.loc[nth(9), ["mean_mg", "days"]].tolist() == pytest.approx([565.0, 1])
    assert twenty_eight.loc[nth(9), ["mean_mg", "days"]].tolist() == pytest.approx([339.0, 3])


def test_a_window_without_a_complete_day_has_no_mean(store, table):
    me = fill(store, {0: 100.0, 8: 100.0}, complete=[0])
    means = history.rolling(read(store, me, table), "calcium_mg")
    row = means[(means["window"] == 7) & (means["day"] == nth(8))].iloc[0]
    assert math.isnan(row["mean_mg"])
    assert row["days"] == 0


def test_days_before_the_range_still_stand_in_its_first_means(store, table):
    me = fill(store, {-3: 300.0, 0: 100.0}, complete=[-3, 0])
    means = history.rolling(read(store, me, table), "calcium_mg")
    first = means[means["window"] == 7].iloc[0]
    assert (first["mean_mg"], first["days"]) == (pytest.approx(226.0), 2)


def test_something_unknown_makes_every_mean_of_its_day_a_lower_bound(store, table):
    me = fill(store, {0: 100.0, 8: 100.0}, complete=[0, 8])
    add_entries(store, me, [Entry(person_id=1, day=nth(0), food="qqxyzzy", amount=1.0, unit="cup")])
    data = read(store, me, table)
    days = history.by_day(data, "calcium_mg")
    assert days["at_least"].tolist() == [True, False]
    assert days["intake_mg"].tolist() == pytest.approx([113.0, 113.0])
    means = history.rolling(data, "calcium_mg").set_index(["window", "day"])["at_least"]
    assert means.loc[7, nth(0)]
    assert not means.loc[7, nth(8)]
    assert means.loc[28, nth(8)]


def test_nothing_known_is_null_never_zero(store, table):
    me = self_person(store).id
    add_entries(store, me, [Entry(person_id=1, day=nth(0), food="qqxyzzy", amount=1.0, unit="cup")])
    mark_day(store, me, nth(0), state="complete")
    data = read(store, me, table)
    assert history.by_day(data, "calcium_mg")["intake_mg"].isna().all()
    means = history.rolling(data, "calcium_mg")
    assert means["mean_mg"].isna().all()
    assert (means["days"] == 0).all()


def test_what_a_line_carries_as_unknown_is_not_looked_up(store, table):
    me = self_person(store).id
    add_entries(store, me, [milk(nth(0), 100.0, carried=("calcium_mg",))])
    day = read(store, me, table).days.iloc[0]
    assert math.isnan(day["calcium_mg"])
    assert day["magnesium_mg"] == pytest.approx(10.0)


def test_one_edit_computes_one_day(store, table, monkeypatch):
    me = fill(store, dict.fromkeys(range(14), 100.0))
    kept = {}
    read(store, me, table, kept=kept)
    asked = []
    whole = history_days._computed  # noqa: SLF001 - counted, not changed

    def counted(parts, days, *rest, **more):
        asked.append(list(days))
        return whole(parts, days, *rest, **more)

    monkeypatch.setattr(history_days, "_computed", counted)
    read(store, me, table, kept=kept)
    assert asked == []
    change_entry(store, entries(store, me, nth(5))[0], amount=300.0)
    data = read(store, me, table, kept=kept)
    assert asked == [[nth(5)]]
    assert data.days["calcium_mg"][5] == pytest.approx(339.0)
    # A mark changes no total.
    mark_day(store, me, nth(6), state="complete")
    assert read(store, me, table, kept=kept).mark != data.mark
    assert len(asked) == 1
    remove_entries(store, entries(store, me, nth(7)))
    assert read(store, me, table, kept=kept).days["entries"][7] == 0
    assert len(asked) == 1


def test_a_new_choice_computes_everything_anew(store, table):
    me = self_person(store).id
    line = Entry(person_id=1, day=nth(0), food="grandma's drink", amount=100.0, unit="g")
    add_entries(store, me, [line])
    kept = {}
    assert math.isnan(read(store, me, table, kept=kept).days["calcium_mg"][0])
    remember_choice(store, "grandma's drink", "g", food_id=MILK)
    from nutrition.store import answers_of

    data = read(store, me, table, kept=kept, answers=answers_of(store))
    assert data.days["calcium_mg"][0] == pytest.approx(113.0)


def test_a_setting_is_part_of_the_surroundings(store):
    keep_setting(store, "language", "de")
    assert history_days.surroundings(store, "us") != history_days.surroundings(store, "uk")


@given(
    grams=st.lists(
        st.floats(1, 3_000, allow_nan=False).map(lambda x: round(x, 1)), min_size=1, max_size=40
    ),
    complete=st.lists(st.booleans(), min_size=40, max_size=40),
)
def test_rolling_means_are_those_of_plain_counting(grams, complete):
    frame = made_up(grams, complete[: len(grams)])
    data = history.History(frame, frame.iloc[:0], pd.DataFrame(), "")
    means = history.rolling(data, "calcium_mg")
    for window in history.WINDOWS:
        found = means[means["window"] == window]
        for place, row in enumerate(found.itertuples()):
            begin = max(0, place - window + 1)
            inside = [g for g, c in zip(grams, complete, strict=False)][begin : place + 1]
            used = [g for g, c in zip(inside, complete[begin : place + 1], strict=True) if c]
            assert row.days == len(used)
            expected = sum(used) / len(used) if used else math.nan
            assert row.mean_mg == pytest.approx(expected, nan_ok=True)


def made_up(calcium, complete, *, unknown=0):
    days = [nth(number) for number in range(len(calcium))]
    frame = pd.DataFrame(
        {
            "day": days,
            "state": ["complete" if one else "partial" for one in complete],
            "typical": pd.array([None] * len(days), dtype="boolean"),
            "note": "",
            "entries": 3,
            "marked": True,
        }
    )
    for name in ("calcium", "magnesium"):
        frame[f"{name}_mg"] = [float(one) for one in calcium]
        for end in ("low", "high"):
            frame[f"{name}_mg_{end}"] = frame[f"{name}_mg"]
        frame[f"{name}_food_mg"] = frame[f"{name}_mg"]
        frame[f"{name}_supplement_mg"] = 0.0
        frame[f"{name}_unknown_items"] = float(unknown)
        frame[f"{name}_supplement_unknown_items"] = 0.0
    return frame


def test_each_day_is_assessed_on_the_complete_days_until_it():
    calcium = [600, 900, 5000, 1200, 700, 1000]
    complete = [True, True, False, True, True, True]
    frame = made_up(calcium, complete)
    data = history.History(frame, frame.iloc[:0], pd.DataFrame(), "")
    found = history.chances(data, PERSON)["calcium_mg"]
    assert found["days"].tolist() == [1, 2, 3, 4, 5]
    people = read_people(pd.DataFrame([{"person_id": "a", "sex": "female", "age_years": 34}]))
    for place, row in enumerate(found.itertuples()):
        alone = data.complete.head(place + 1).assign(person_id="a", day_state="complete")
        expected = assess(alone.drop(columns="typical"), people).iloc[0]
        assert row.intake_mg == pytest.approx(expected["intake_mg"])
        assert row.probability == pytest.approx(expected["probability_adequate"])


def test_no_chance_without_sex_and_age_or_a_complete_day():
    frame = made_up([600, 900], [True, False])
    data = history.History(frame, frame.iloc[:0], pd.DataFrame(), "")
    assert history.chances(data, replace(PERSON, sex=None))["calcium_mg"].empty
    assert history.levels(replace(PERSON, sex=None), FIRST)["calcium_mg"].ear_mg is None
    none = made_up([600], [False])
    empty = history.History(none, none.iloc[:0], pd.DataFrame(), "")
    assert history.chances(empty, PERSON)["calcium_mg"].empty


def test_chances_of_a_long_range_are_followed_weekly_and_end_on_the_last_day():
    frame = made_up([900.0] * 100, [True] * 100)
    data = history.History(frame, frame.iloc[:0], pd.DataFrame(), "")
    days = history.chances(data, PERSON)["calcium_mg"]["days"].tolist()
    assert days[:28] == list(range(1, 29))
    assert days[28:31] == [35, 42, 49]
    assert days[-1] == 100


@pytest.mark.parametrize(
    ("person", "calcium", "magnesium"),
    [
        # NASEM: women 19 to 50 years, EAR and RDA; IOM 2011 and 1997.
        (PERSON, (800, 1000, 2500, True), (265, 320, 350, False)),
        (
            replace(PERSON, age_years=None, birth_date="1950-05-01"),
            (1000, 1200, 2000, True),
            (265, 320, 350, False),
        ),
    ],
)
def test_levels_are_those_of_the_body(person, calcium, magnesium):
    found = history.levels(person, FIRST)
    for nutrient, expected in (("calcium_mg", calcium), ("magnesium_mg", magnesium)):
        one = found[nutrient]
        assert (one.ear_mg, one.rda_mg, one.ul_mg, one.ul_counts_total) == expected


def test_weekends_are_saturday_and_sunday():
    # Monday to Sunday, the Friday partial.
    frame = made_up([100, 200, 300, 400, 9000, 600, 800], [True] * 4 + [False, True, True])
    data = history.History(frame, frame.iloc[:0], pd.DataFrame(), "")
    found = history.weekdays_and_weekends(data, "calcium_mg").set_index("part")
    assert found.loc["weekday", ["days", "mean_mg"]].tolist() == pytest.approx([4, 250])
    assert found.loc["weekend", ["days", "mean_mg", "low_mg", "high_mg"]].tolist() == (
        pytest.approx([2, 700, 600, 800])
    )


def test_contributors_by_week_add_up_to_the_complete_days(store, table):
    me = fill(store, {0: 100.0, 1: 300.0, 7: 200.0, 8: 999.0}, complete=[0, 1, 7])
    for number in (0, 7):
        bread = Entry(
            person_id=1, day=nth(number), food="bread", food_id="sr28:18075", amount=2, unit="slice"
        )
        add_entries(store, me, [bread])
    data = read(store, me, table)
    found = history.contributors_over_time(data, "calcium_mg")
    sums = (found["amount_mg"] * found["days"]).groupby(found["period"]).sum()
    expected = data.complete.groupby(pd.to_datetime(data.complete["day"]) >= nth(7))["calcium_mg"]
    assert sums.tolist() == pytest.approx(expected.sum().tolist())
    assert found.groupby("period")["share"].sum().tolist() == pytest.approx([1.0, 1.0])
    assert found["period"].dt.day_of_week.eq(0).all()
    one = history.contributors_over_time(data, "calcium_mg", top=1)
    assert history.OTHERS in one["food"].tolist()
    assert one["amount_mg"].sum() == pytest.approx(found["amount_mg"].sum())


def test_what_is_known_of_a_dish_counts_in_its_day_as_on_today(store, table):
    mystery = OwnFood(food_id="user:mystery", description="mystery", calcium_mg=10.0)
    soup = Recipe(
        food_id="user:soup", name="soup", servings=1.0,
        ingredients=(
            Ingredient("milk", 100.0, "g", MILK), Ingredient("mystery", 30.0, "g", "user:mystery"),
        ),
    )  # fmt: skip
    layered = dishes_of((mystery,), (soup,), table).table
    me = fill(store, {0: 50.0}, complete=[0])
    eaten = Entry(
        person_id=1, day=nth(0), food="soup", food_id="user:soup", amount=1.0, unit="serving"
    )
    add_entries(store, me, [eaten])
    data = read(store, me, layered)
    today = meal_day(entries(store, me, nth(0)), layered)
    assert data.days["magnesium_mg"][0] == pytest.approx(15.0)  # 50 g and 100 g of milk
    assert data.days["magnesium_mg"][0] == pytest.approx(today.totals["magnesium_mg"])
    assert data.days["magnesium_unknown_items"][0] == today.totals["magnesium_unknown_items"] == 1
    found = history.contributors_over_time(data, "magnesium_mg")
    assert found.set_index("food")["amount_mg"]["soup"] == pytest.approx(10.0)


@given(st.floats(0, 1), st.booleans())
def test_a_chance_is_said_as_the_assessment_says_it(probability, at_least):
    one = history.chance(probability, at_least=at_least)
    words = {
        "unknown": None,
        "more": "more than 9 in 10",
        "less": "less than 1 in 10",
    }.get(one.kind, f"{one.tenths} in 10")
    assert tenths(probability, at_least=at_least) == words


def test_the_file_guards_formulas_and_leaves_unknown_blank(store, table):
    me = fill(store, {0: 100.0}, complete=[0])
    mark_day(store, me, nth(1), state="partial", note="=cmd()", typical=False)
    rows = list(csv.DictReader(io.StringIO(history.csv_text(read(store, me, table)))))
    assert len(rows) == 14
    assert float(rows[0]["calcium_mg"]) == pytest.approx(113.0)
    assert rows[0]["calcium_unknown_items"] == "0"
    assert rows[1]["note"] == "'=cmd()"
    assert (rows[1]["calcium_mg"], rows[1]["typical"], rows[0]["typical"]) == ("", "0", "")


def test_months_run_from_the_last_back_to_the_first():
    found = history_days.months(dt.date(2025, 11, 30), dt.date(2026, 2, 1))
    assert [f"{one:%Y-%m}" for one in found] == ["2026-02", "2026-01", "2025-12", "2025-11"]
    assert history_days.whole_month(dt.date(2028, 2, 9)) == ("2028-02-01", "2028-02-29")
    assert history_days.whole_month(dt.date(2026, 12, 31)) == ("2026-12-01", "2026-12-31")


# The usual week.


def test_every_line_stands_in_one_section():
    lines = [line for section in usual_week.SECTIONS.values() for line in section]
    assert sorted(lines) == sorted(question.question_id for question in questions())


def test_answers_are_kept_by_the_day_and_taken_back_as_unknown(store, table):
    me = self_person(store).id
    day = usual_week.Filling("2026-11-22")
    usual_week.keep_answer(store, me, day, "milk", (1.0, "day"))
    (day,) = usual_week.fillings(store, me)
    assert day.often("milk") == (1.0, "day")
    usual_week.keep_answer(store, me, day, "milk", (0.0, "week"))
    (day,) = usual_week.fillings(store, me)
    week = usual_week.estimate(day, table)
    assert usual_week.total(week, "calcium_mg") == 0.0
    assert usual_week.at_least(week, "calcium_mg")
    usual_week.keep_answer(store, me, day, "milk", None)
    assert usual_week.fillings(store, me) == []


def test_two_windows_do_not_overwrite_each_other(store):
    from nutrition.store import Changed

    me = self_person(store).id
    usual_week.keep_answer(store, me, usual_week.Filling("2026-11-22"), "milk", (1.0, "day"))
    (seen,) = usual_week.fillings(store, me)
    usual_week.keep_answer(store, me, seen, "milk", (2.0, "day"))
    with pytest.raises(Changed):
        usual_week.keep_answer(store, me, seen, "milk", (3.0, "day"))


def test_habits_have_no_days_and_no_verdict(store, table):
    filling = usual_week.Filling("2026-11-22", tuple(all_answered(store)))
    week = usual_week.estimate(filling, table)
    rows = usual_week.assessed(
        week, PERSON, filled="2026-11-22", body="NASEM", sd_source="IOM 2000"
    )
    for row in rows.values():
        assert (row["reason"], row["verdict"]) == ("habitual", "cannot_tell")
        assert pd.isna(row["probability_adequate"])
    assert rows["calcium_mg"]["ear_mg"] == 800


def all_answered(store):
    me = self_person(store).id
    filling = usual_week.Filling("2026-11-22")
    for question in questions():
        usual_week.keep_answer(store, me, filling, question.question_id, (1.0, "week"))
    usual_week.keep_supplements(store, me, filling, usual_week.NONE_TAKEN)
    return usual_week.fillings(store, me)[0].rows


def test_everything_answered_is_no_lower_bound(store, table):
    filling = usual_week.Filling("2026-11-22", tuple(all_answered(store)))
    assert filling.supplements == usual_week.NONE_TAKEN
    week = usual_week.estimate(filling, table)
    assert not usual_week.at_least(week, "calcium_mg")
    assert usual_week.total(week, "calcium_mg") == pytest.approx(
        sum(habit.calcium_mg for habit in week.habits)
    )


def test_supplements_count_as_they_are_kept(store, table):
    from nutrition.store import Supplement

    filling = usual_week.Filling("2026-11-22", tuple(all_answered(store)))
    me = self_person(store).id
    usual_week.keep_supplements(store, me, filling, usual_week.AS_LISTED)
    (filling,) = usual_week.fillings(store, me)
    tablet = Supplement(
        person_id=me, name="tablet", calcium_mg=0.0, magnesium_mg=140.0, days_per_week=3.5
    )
    over = replace(tablet, last_day="2026-01-01")
    week = usual_week.estimate(filling, table, [tablet, over])
    assert week.magnesium_supplement_mg == pytest.approx(70.0)
    without = usual_week.estimate(filling, table, [])
    assert usual_week.total(week, "magnesium_mg") == pytest.approx(
        usual_week.total(without, "magnesium_mg") + 70.0
    )


def test_fillings_are_compared_by_what_they_mean(store):
    me = self_person(store).id
    for day, milk_often, egg_often in (
        ("2026-10-01", (7.0, "week"), (1.0, "week")),
        ("2026-11-01", (1.0, "day"), (3.0, "week")),
    ):
        filling = usual_week.Filling(day)
        usual_week.keep_answer(store, me, filling, "milk", milk_often)
        usual_week.keep_answer(store, me, filling, "eggs", egg_often)
    later, earlier = usual_week.fillings(store, me)
    assert usual_week.compared(earlier, later) == [("eggs", (1.0, "week"), (3.0, "week"))]
    usual_week.begin_from(store, me, earlier, "2026-11-22")
    copied = usual_week.fillings(store, me)[0]
    assert copied.filled == "2026-11-22"
    assert copied.answers == earlier.answers
