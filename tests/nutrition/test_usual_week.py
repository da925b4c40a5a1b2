import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foods.composition import FoodTable
from foods.nutrients import MINERALS
from nutrition.adequacy import assess
from nutrition.frequency import read_frequency
from nutrition.intake import DAY_COLUMNS
from nutrition.own_foods import layer
from nutrition.supplements import LabelLine, Supplement
from nutrition.usual_week import (
    HabitAnswer,
    UsualWeekError,
    portion_grams,
    questions,
    usual_week,
)
from nutrition.usual_week_limits import limits
from nutrition.water import water_food, water_minerals

CA, MG = MINERALS
IDS = [question.question_id for question in questions()]
PERSON = pd.DataFrame([{"person_id": "me", "sex": "female", "age_years": 34}])


@pytest.mark.parametrize("question", questions(), ids=IDS)
def test_every_portion_is_a_measure_of_a_food_whose_values_are_known(table, question):
    food = table.food(question.food_id)
    assert food.calcium_mg is not None
    assert food.magnesium_mg is not None
    assert 3 <= portion_grams(question, table) <= 400
    assert question.kind in ("food", "water")
    assert question.examples


def test_the_list_asks_what_the_issue_names():
    assert len(IDS) == len(set(IDS))
    named = "milk hard_cheese soft_cheese yogurt fortified_plant_drink leafy_greens_cooked nuts "
    named += "seeds wholegrain_bread whole_grains pulses fish_with_bones tofu_calcium_set "
    named += "tap_water chocolate cocoa coffee"
    assert set(named.split()) <= set(IDS)


@pytest.mark.parametrize(
    ("answer", "grams"),
    [
        (HabitAnswer(1, "day"), 244),
        (HabitAnswer(7, "week"), 244),
        (HabitAnswer(365.25 / 12, "month"), 244),
        (HabitAnswer(2, "week", portions=1.5), 244 * 3 / 7),
        (HabitAnswer(0), 0),
    ],
)
def test_a_habit_is_a_portion_times_its_frequency(table, answer, grams):
    milk = usual_week({"milk": answer}, table).habits[0]
    assert milk.grams_a_day == pytest.approx(grams)
    assert milk.calcium_mg == pytest.approx(grams * 1.20)
    assert milk.magnesium_mg == pytest.approx(grams * 0.11)
    assert "USDA" in milk.source


def test_a_line_without_an_answer_is_unknown_and_never_is_zero(table):
    week = usual_week({"milk": HabitAnswer(1, "day"), "coffee": HabitAnswer(0)}, table)
    assert week.calcium_mg == pytest.approx(292.8)
    assert week.unknown_items == {CA: len(IDS) - 2, MG: len(IDS) - 2}
    assert "lines_unanswered" in week.notes
    coffee = next(h for h in week.habits if h.question_id == "coffee")
    assert (coffee.calcium_mg, coffee.answered) == (0.0, True)
    nothing = usual_week({}, table)
    assert (nothing.calcium_mg, nothing.magnesium_mg) == (None, None)


def test_it_says_what_it_cannot_bear(table):
    week = usual_week(dict.fromkeys(IDS, HabitAnswer(1)), table)
    assert week.kind == "habitual"
    assert week.notes == ("habitual_no_days", "list_is_partial", "short_lists_are_far_off")
    assert {limit.nutrient for limit in week.limits} == {CA, MG}


def test_short_calcium_lists_are_half_the_time_far_off():
    australian = next(limit for limit in limits(CA) if limit.study.startswith("Australian"))
    assert australian.share_beyond(250) == pytest.approx(0.51, abs=0.01)
    montreal = next(limit for limit in limits(CA) if limit.study.startswith("Ong"))
    assert montreal.sd_difference_mg == pytest.approx((480 + 677) / 3.92, rel=1e-3)
    assert montreal.share_beyond(250) == pytest.approx(0.42, abs=0.01)
    assert [limit.study for limit in limits() if not (limit.source and limit.people > 0)] == []
    assert limits(MG)[0].share_beyond() is None


def test_a_line_can_stand_for_ones_own_food(table):
    water = water_food(water_minerals(120, 30), "user:tap", "Tap water at home")
    own = HabitAnswer(1, "day", portions=15, food_id="user:tap", measure="dl")
    week = usual_week({"tap_water": own}, layer([water], table))
    assert week.calcium_mg == pytest.approx(180.0)
    assert week.magnesium_mg == pytest.approx(45.0)


def test_supplements_stand_apart_and_unasked_is_not_none(table):
    tablet = Supplement(
        "magnesium", (LabelLine(MG, 350.0),), frequency=read_frequency("twice a week")
    )
    answers = dict.fromkeys(IDS, HabitAnswer(1))
    week = usual_week(answers, table, supplements=[tablet])
    assert week.magnesium_supplement_mg == pytest.approx(100.0)
    assert week.calcium_supplement_mg is None
    assert week.unknown_items == {CA: 1, MG: 0}
    assert usual_week(answers, table, supplements=[]).magnesium_supplement_mg == 0.0
    assert usual_week(answers, table).magnesium_supplement_mg is None


def test_it_is_assessed_as_habitual_intake_without_days_or_verdict(table):
    tablet = Supplement("magnesium", (LabelLine(MG, 400.0),), free_of=(CA,))
    week = usual_week(dict.fromkeys(IDS, HabitAnswer(3)), table, supplements=[tablet])
    days = week.days("me")
    assert tuple(days.columns) == DAY_COLUMNS
    assert days["day"].isna().all()
    found = assess(days, PERSON).set_index("nutrient")
    assert found["days"].isna().all()
    assert set(found["reason"]) == {"habitual"}
    assert set(found["verdict"]) == {"cannot_tell"}
    assert found["probability_adequate"].isna().all()
    assert found.loc[CA, "intake_mg"] == pytest.approx(week.calcium_mg)
    assert found.loc[MG, "intake_mg"] == pytest.approx(week.magnesium_mg + 400)
    assert found.loc[MG, "ul_intake_mg"] == pytest.approx(400)


def test_nothing_known_stays_null_in_the_days(table):
    days = usual_week({}, table).days("me")
    for column in ("calcium_mg", "calcium_food_mg", "magnesium_supplement_mg", "energy_kcal"):
        assert days[column].isna().all()
    found = assess(days, PERSON)
    assert found["intake_mg"].isna().all()


@pytest.mark.parametrize(
    "answers",
    [
        {"moon_cheese": HabitAnswer(1)},
        {"milk": HabitAnswer(-1)},
        {"milk": HabitAnswer(float("nan"))},
        {"milk": HabitAnswer(1, "fortnight")},
        {"milk": HabitAnswer(1, portions=0)},
        {"milk": HabitAnswer(1, measure="bucket")},
    ],
)
def test_what_is_no_answer_is_refused_with_a_hint(table, answers):
    with pytest.raises(UsualWeekError) as told:
        usual_week(answers, table)
    assert told.value.hint


@given(
    st.dictionaries(st.sampled_from(IDS), st.floats(0, 20), max_size=len(IDS)),
    st.floats(0.1, 5),
)
def test_intake_scales_and_unanswered_lines_add_nothing(times, factor):
    table = FoodTable.bundled()
    once = usual_week({k: HabitAnswer(v) for k, v in times.items()}, table)
    more = usual_week({k: HabitAnswer(v * factor) for k, v in times.items()}, table)
    for mineral in MINERALS:
        assert (getattr(once, mineral) is None) == (not times)
        assert once.unknown_items[mineral] == len(IDS) - len(times)
        if times:
            assert getattr(more, mineral) == pytest.approx(getattr(once, mineral) * factor)
        for habit in once.habits:
            assert (getattr(habit, mineral) is None) == (habit.question_id not in times)
