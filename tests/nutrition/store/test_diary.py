"""The diary that stays: lines, days, copies, undo, frames."""

import math

import pandas as pd
import pytest

from nutrition import store, total
from nutrition.people import read_people

DAY = "2026-03-01"


def foods(diary, me, day=DAY):
    return [one.food for one in store.entries(diary, me, day)]


def test_what_is_saved_is_there_for_the_next_who_opens(path, line):
    with store.open_store(path) as diary:
        me = store.self_person(diary).id
        (saved,) = store.add_entries(diary, me, [line("oat drink", amount=None)])
    with store.open_store(path) as diary:
        assert store.entries(diary, me, DAY) == (saved,)
        assert saved.amount is None


def test_there_is_one_self(diary, other):
    assert store.self_person(diary) == store.self_person(other)
    with pytest.raises(store.RecordError):
        store.add(diary, store.Person(kind="self"))


def test_lines_stand_in_the_order_they_were_added(diary, me, line):
    store.add_entries(diary, me, [line("a"), line("b")])
    store.add_entries(diary, me, [line("c")])
    assert foods(diary, me) == ["a", "b", "c"]


def test_all_lines_are_added_or_none(diary, me, line):
    with pytest.raises(store.RecordError):
        store.add_entries(diary, me, [line("a"), line("b", day="1.3.2026")])
    assert foods(diary, me) == []


def test_a_line_of_nobody_is_refused(diary, line):
    with pytest.raises(store.MissingError):
        store.add_entries(diary, 99, [line()])


def test_ids_are_never_given_twice(diary, me, line):
    (first,) = store.add_entries(diary, me, [line()])
    store.remove_entries(diary, [first])
    (second,) = store.add_entries(diary, me, [line()])
    assert second.id > first.id


def test_undo_brings_removed_lines_back_exactly(diary, me, line):
    store.add_entries(diary, me, [line("a"), line("b", amount_low=0.1, amount_high=0.3)])
    before = store.diary(diary).drop(columns="version")
    store.remove_entries(diary, store.entries(diary, me, DAY))
    assert foods(diary, me) == []
    store.undo(diary)
    pd.testing.assert_frame_equal(store.diary(diary).drop(columns="version"), before)


def test_undo_walks_back_and_an_undo_can_be_undone(diary, me, line):
    (one,) = store.add_entries(diary, me, [line(amount=1.0)])
    one = store.change_entry(diary, one, amount=2.0)
    store.change_entry(diary, one, amount=3.0)

    def amounts():
        return [one.amount for one in store.entries(diary, me, DAY)]

    first = store.undo(diary)
    assert amounts() == [2.0]
    store.undo(diary)
    assert amounts() == [1.0]
    store.undo(diary)
    assert amounts() == []
    with pytest.raises(store.MissingError):
        store.undo(diary)
    with pytest.raises(store.Changed):
        store.undo(diary, first.number)


def test_redo(diary, me, line):
    store.add_entries(diary, me, [line("a")])
    taken_back = store.undo(diary)
    store.undo(diary, taken_back.number)
    assert foods(diary, me) == ["a"]
    assert [one.rows for one in store.done(diary)] == [1]
    store.undo(diary)
    assert foods(diary, me) == []


def test_undo_is_of_one_person_where_asked(diary, me, line):
    client = store.add_person(diary, name="C1").id
    store.add_entries(diary, me, [line("mine")])
    store.add_entries(diary, client, [line("theirs")])
    store.undo(diary, person_id=me)
    assert foods(diary, me) == []
    assert foods(diary, client) == ["theirs"]


def test_adding_a_person_is_not_undone_over_their_records(diary, line):
    client = store.add_person(diary, name="C1")
    store.add_entries(diary, client.id, [line()])
    with pytest.raises(store.RecordError):
        store.undo(diary, client.version)
    assert foods(diary, client.id) == ["milk"]


def test_copies_go_behind_what_is_there(diary, me, line):
    store.add_entries(diary, me, [line("a", occasion="lunch"), line("b", occasion="dinner")])
    store.add_entries(diary, me, [line("c", day="2026-03-02")])
    copied = store.copy_day(diary, me, DAY, "2026-03-02")
    assert foods(diary, me, "2026-03-02") == ["c", "a", "b"]
    assert {one.source for one in copied} == {"copied"}
    store.copy_meal(diary, me, DAY, "dinner", "2026-03-03", "lunch")
    (one,) = store.entries(diary, me, "2026-03-03")
    assert (one.food, one.occasion) == ("b", "lunch")
    with pytest.raises(store.MissingError):
        store.copy_day(diary, me, "2026-01-01", DAY)


def test_the_calendar_knows_complete_partial_and_empty(diary, me, line):
    store.add_entries(diary, me, [line(), line(), line(day="2026-03-03")])
    store.mark_day(diary, me, DAY, state="complete", typical=False)
    found = store.calendar(diary, me, DAY, "2026-03-04")
    assert found["state"].tolist() == ["complete", "empty", "partial", "empty"]
    assert found["entries"].tolist() == [2, 0, 1, 0]
    assert found["typical"].isna().tolist() == [False, True, True, True]


def test_recents_are_the_latest_first_and_once(diary, me, line):
    store.add_entries(diary, me, [line("a"), line("b"), line("a", amount=5.0)])
    found = store.recents(diary, me)
    assert [(one.food, one.amount, one.times) for one in found] == [("a", 5.0, 2), ("b", 1.0, 1)]


def test_a_stored_diary_walks_the_whole_road(diary, me, line, table):
    milk = line("Milk", food_id="sr28:11457", amount=2.0)
    pill = line("pill", amount=1.0, unit="", kind="supplement", magnesium_mg=100.0)
    store.add_entries(diary, me, [milk, pill, line("no such food at all")])
    store.mark_day(diary, me, DAY, state="complete")
    (day,) = total(store.items(diary, table)).to_dict("records")
    raw_spinach_cup = 30 * 79 / 100
    assert day["magnesium_mg"] == pytest.approx(2 * raw_spinach_cup + 100)
    assert day["magnesium_supplement_mg"] == 100.0
    assert math.isnan(day["calcium_supplement_mg"])  # the label does not say: unknown, not zero
    assert (day["calcium_unknown_items"], day["day_state"]) == (2, "complete")


def test_a_line_that_carries_calcium_only_has_its_magnesium_looked_up(diary, me, line, table):
    one = line(food_id="sr28:11457", carried=("calcium_mg",), calcium_mg=7.0)
    store.add_entries(diary, me, [one, line(food_id="sr28:11457")])
    found = store.items(diary, table)
    assert found["calcium_mg"].tolist() == pytest.approx([7.0, 29.7])
    assert found["magnesium_mg"].tolist() == pytest.approx([23.7, 23.7])


def test_an_empty_diary_is_an_empty_frame(diary, me):
    assert store.diary(diary).empty
    assert store.items(diary).empty
    assert store.diaries(diary, me) == []


def test_people_of_the_store_are_people_of_the_program(diary):
    store.add_person(diary, sex="female", birth_date="1990-03-02")
    store.add_person(diary, sex="male", age_years=40.0, age_as_of="2024-03-01")
    store.add_person(diary, name="nobody knows")
    found = read_people(store.people_frame(store.persons(diary), "2026-03-01"))
    assert found["age_months"].tolist() == [35 * 12 + 11, 42 * 12]
    assert found["sex"].tolist() == ["female", "male"]


@pytest.mark.parametrize(
    ("day", "months"),
    [
        ("2026-11-22", 9 * 12),
        ("2026-11-01", 9 * 12),
        ("2025-12-22", 9 * 12),
        ("2025-11-01", 8 * 12 - 1),
        ("2027-01-22", 9 * 12 + 2),
    ],
)
def test_an_age_told_today_is_true_of_last_week_too(diary, day, months):
    store.add_person(diary, sex="female", age_years=9.0, age_as_of="2026-11-22")
    found = read_people(store.people_frame(store.persons(diary), day))
    assert found["age_months"].tolist() == [months]


def test_archived_clients_are_kept_out_of_the_roster(diary):
    client = store.add_person(diary, name="C1")
    gone = store.archive_person(diary, client)
    assert store.persons(diary) == ()
    assert store.persons(diary, archived=None) == (gone,)


def test_two_owners_in_one_file_do_not_see_each_other(diary, me, line):
    store.add_entries(diary, me, [line()])
    with store.open_store(diary.path, owner="somebody") as theirs:
        assert store.persons(theirs, archived=None) == ()
        assert store.diary(theirs).empty
        with pytest.raises(store.MissingError):
            store.add_entries(theirs, me, [line()])
        store.delete_everything(theirs)
    assert foods(diary, me) == ["milk"]
