"""Edits of a day's lines as a page sends them: each once, in order, none lost unsaid."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nutrition.store import (
    Entry,
    add_entries,
    change_entry,
    done,
    entries,
    open_store,
    remove_entries,
    self_person,
    undo,
)
from nutrition.views.editing import Editing, settle_conflict

DAY = "2026-11-22"


@pytest.fixture
def diary(tmp_path):
    with open_store(tmp_path / "diary.sqlite") as store:
        me = self_person(store).id
        new = [
            Entry(person_id=me, day=DAY, food="boiled spinach", amount=2.0, unit="cup"),
            Entry(person_id=me, day=DAY, food="almonds", amount=30.0, unit="g"),
        ]
        add_entries(store, me, new)
        yield store


def lines(store):
    return entries(store, self_person(store).id, DAY)


@pytest.fixture
def window(diary):
    editing = Editing()
    editing.show(lines(diary))
    return editing


def edit(window, number, row, cell, value=""):
    said = {"window": window.window, "number": number, "cell": cell, "value": value}
    return {**said, "id": row.id, "version": row.version}


def test_an_edit_is_taken_once_however_often_it_is_sent(diary, window):
    spinach, _ = lines(diary)
    sent = [edit(window, 1, spinach, "amount", "1")]
    assert window.take(diary, sent) == 1
    assert window.take(diary, sent) == 0
    assert lines(diary)[0].amount == 1.0
    assert window.taken == 1


def test_edits_that_follow_at_once_name_the_version_before_and_both_stay(diary, window):
    spinach, _ = lines(diary)
    window.take(diary, [edit(window, 1, spinach, "amount", "1")])
    # The page has not seen the first one written when the second is made.
    window.take(
        diary, [edit(window, 1, spinach, "amount", "1"), edit(window, 2, spinach, "unit", "g")]
    )
    (found, _) = lines(diary)
    assert (found.amount, found.unit) == (1.0, "g")
    assert window.conflicts == []


def test_an_amount_is_read_as_it_is_typed(diary, window):
    spinach, almonds = lines(diary)
    window.take(
        diary,
        [edit(window, 1, spinach, "amount", "1 1/2"), edit(window, 2, almonds, "amount", "20-30")],
    )
    spinach, almonds = lines(diary)
    assert (spinach.amount, spinach.amount_low, spinach.amount_high) == (1.5, None, None)
    assert (almonds.amount, almonds.amount_low, almonds.amount_high) == (25.0, 20.0, 30.0)


@pytest.mark.parametrize("text", ["a lot", "-2", "0", "1,234", "1e999"])
def test_what_is_no_amount_is_told_with_what_was_typed_and_the_line_stays(diary, window, text):
    spinach, _ = lines(diary)
    window.take(diary, [edit(window, 1, spinach, "amount", text)])
    assert lines(diary)[0] == spinach
    refused = window.refused[spinach.id, "amount"]
    assert refused.typed == text
    assert refused.message
    window.take(diary, [edit(window, 2, spinach, "amount", "3")])
    assert window.refused == {}
    assert lines(diary)[0].amount == 3.0


@pytest.mark.parametrize(
    ("text", "amount"),
    [("1,5", 1.5), ("1.5", 1.5), ("1,234", 1.234), ("1.234,5", 1234.5), ("1-2", 1.5), ("½", 0.5)],
)
def test_where_the_decimal_sign_is_a_comma(diary, window, text, amount):
    spinach, _ = lines(diary)
    window.take(diary, [edit(window, 1, spinach, "amount", text)], decimal=",")
    assert lines(diary)[0].amount == amount


def test_a_thousands_dot_is_asked_about_where_the_decimal_sign_is_a_comma(diary, window):
    spinach, _ = lines(diary)
    window.take(diary, [edit(window, 1, spinach, "amount", "1.234")], decimal=",")
    assert lines(diary)[0].amount == 2.0
    refused = window.refused[spinach.id, "amount"]
    assert (refused.typed, "1.234" in refused.message) == ("1.234", True)


def test_a_blank_amount_is_an_open_one(diary, window):
    spinach, _ = lines(diary)
    window.take(diary, [edit(window, 1, spinach, "amount", " ")])
    assert lines(diary)[0].amount is None


def test_another_window_is_not_overwritten(diary, window):
    spinach, _ = lines(diary)
    change_entry(diary, spinach, amount=3.0)
    window.take(diary, [edit(window, 1, spinach, "amount", "1")])
    assert lines(diary)[0].amount == 3.0
    (conflict,) = window.conflicts
    assert (conflict.mine.amount, conflict.theirs.amount) == (1.0, 3.0)
    settle_conflict(diary, conflict)
    assert lines(diary)[0].amount == 1.0


def test_an_edit_made_before_another_windows_change_was_shown_is_a_conflict(diary, window):
    spinach, _ = lines(diary)
    change_entry(diary, spinach, amount=3.0)
    window.show(lines(diary))
    window.take(diary, [edit(window, 1, spinach, "unit", "g")])
    assert lines(diary)[0].unit == "cup"
    assert len(window.conflicts) == 1


def test_a_line_that_another_window_removed_can_be_brought_back(diary, window):
    spinach, _ = lines(diary)
    remove_entries(diary, [spinach])
    window.take(diary, [edit(window, 1, spinach, "amount", "1")])
    (conflict,) = window.conflicts
    assert conflict.theirs is None
    settle_conflict(diary, conflict)
    assert {(row.food, row.amount) for row in lines(diary)} == {
        ("almonds", 30.0),
        ("boiled spinach", 1.0),
    }


def test_after_an_undo_the_line_can_be_edited_again(diary, window):
    spinach, _ = lines(diary)
    window.take(diary, [edit(window, 1, spinach, "amount", "1")])
    undo(diary, done(diary)[0].number)
    (back, _) = lines(diary)
    assert back.amount == 2.0
    window.show(lines(diary))
    window.take(diary, [edit(window, 2, back, "amount", "5")])
    assert lines(diary)[0].amount == 5.0
    assert window.conflicts == []


def test_a_removed_line_is_gone_and_takes_no_other_with_it(diary, window):
    spinach, _ = lines(diary)
    window.take(diary, [edit(window, 1, spinach, "remove")])
    assert [row.food for row in lines(diary)] == ["almonds"]


def test_edits_of_another_window_or_of_lines_never_shown_are_left_alone(diary, window):
    spinach, almonds = lines(diary)
    foreign = {**edit(window, 1, spinach, "amount", "9"), "window": "before a restart"}
    nowhere = {**edit(window, 1, almonds, "amount", "9"), "id": 10_000}
    window.take(diary, [foreign, nowhere])
    assert lines(diary) == (spinach, almonds)


def test_another_name_or_unit_forgets_the_weight_that_a_file_stated(diary):
    me = self_person(diary).id
    add_entries(
        diary, me, [Entry(person_id=me, day=DAY, food="kale", amount=1.0, unit="cup", grams=21.0)]
    )
    window = Editing()
    window.show(lines(diary))
    kale = lines(diary)[-1]
    window.take(diary, [edit(window, 1, kale, "amount", "2")])
    assert lines(diary)[-1].grams == 42.0
    window.take(diary, [edit(window, 2, kale, "unit", "g")])
    assert lines(diary)[-1].grams is None


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_part_of_the_edits_a_message_holds_the_end_is_the_same(diary, data):
    """Messages are cut short, doubled and merged; the page goes on sending what is not taken."""
    window = Editing()
    window.show(lines(diary))
    shown = lines(diary)
    amounts = data.draw(st.lists(st.tuples(st.integers(0, 1), st.integers(1, 99)), max_size=8))
    sent = [
        edit(window, number, shown[place], "amount", str(amount))
        for number, (place, amount) in enumerate(amounts, 1)
    ]
    upto = 0
    while window.taken < len(sent):
        upto = data.draw(st.integers(max(upto, window.taken + 1), len(sent)))
        window.take(diary, sent[data.draw(st.integers(0, window.taken)) : upto])
    wanted = [row.amount for row in shown]
    for place, amount in amounts:
        wanted[place] = float(amount)
    assert [row.amount for row in lines(diary)] == wanted
    assert window.conflicts == []
