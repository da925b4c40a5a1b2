"""Two windows, many threads, killed processes: nothing is overwritten silently, nothing lost."""

import pickle
import runpy
import threading
from pathlib import Path

import pytest

from nutrition import store

DAY = "2026-03-01"
ROOT = Path(__file__).resolve().parents[3]


def test_the_second_to_edit_is_told_and_nothing_is_overwritten(diary, other, me, line):
    (seen,) = store.add_entries(diary, me, [line(amount=1.0)])
    store.change_entry(other, seen, amount=2.0)
    with pytest.raises(store.Changed) as told:
        store.change_entry(diary, seen, amount=3.0)
    assert (told.value.mine.amount, told.value.theirs.amount) == (3.0, 2.0)
    assert "Reload" in told.value.hint
    assert store.entries(diary, me, DAY)[0].amount == 2.0
    again = pickle.loads(pickle.dumps(told.value))  # noqa: S301 - our own error
    assert again.theirs == told.value.theirs


def test_the_same_edit_twice_is_no_conflict(diary, other, me, line):
    (seen,) = store.add_entries(diary, me, [line(amount=1.0)])
    first = store.change_entry(other, seen, amount=2.0)
    assert store.change_entry(diary, seen, amount=2.0) == first


def test_a_client_edited_in_two_windows(diary, other):
    client = store.add_person(diary, name="C1", notes="first")
    store.change(other, client, notes="theirs")
    with pytest.raises(store.Changed):
        store.change(diary, client, notes="mine")
    with pytest.raises(store.Changed):
        store.delete_person(diary, client)
    assert store.get(diary, store.Person, client.id).notes == "theirs"


def test_removing_what_was_changed_or_is_gone_is_told(diary, other, me, line):
    seen = store.add_entries(diary, me, [line("a"), line("b")])
    store.change_entry(other, seen[1], food="c")
    with pytest.raises(store.Changed):
        store.remove_entries(diary, seen)
    assert [one.food for one in store.entries(diary, me, DAY)] == ["a", "c"]
    store.remove_entries(other, [seen[0]])
    with pytest.raises(store.Changed) as told:
        store.change_entry(diary, seen[0], food="d")
    assert told.value.theirs is None


def test_undo_never_passes_over_another_windows_edit(diary, other, me, line):
    (seen,) = store.add_entries(diary, me, [line(amount=1.0)])
    mine = store.change_entry(diary, seen, amount=2.0)
    store.change_entry(other, mine, amount=3.0)
    with pytest.raises(store.Changed):
        store.undo(diary, mine.version)
    assert store.entries(diary, me, DAY)[0].amount == 3.0


def test_a_version_names_one_state_only_through_undo_too(diary, other, me, line):
    (one,) = store.add_entries(diary, me, [line(amount=1.0)])
    two = store.change_entry(diary, one, amount=2.0)
    store.undo(other, two.version)
    for seen in (one, two):
        with pytest.raises(store.Changed):
            store.change_entry(diary, seen, amount=9.0)


def test_two_windows_marking_a_new_day(diary, other, me):
    store.mark_day(other, me, DAY, state="complete")
    with pytest.raises(store.Changed) as told:
        store.mark_day(diary, me, DAY, state="partial", note="mine")
    marked = store.mark_day(diary, me, DAY, seen=told.value.theirs, note="mine")
    assert (marked.state, marked.note) == ("complete", "mine")


def test_two_windows_choosing_for_one_name(diary, other):
    store.remember_choice(other, "milk", "cup", food_id="sr28:1")
    with pytest.raises(store.Changed):
        store.remember_choice(diary, "milk", "cup", food_id="sr28:2")
    seen = store.choice_of(diary, "milk", "cup")
    store.remember_choice(diary, "milk", "cup", food_id="sr28:2", seen=seen)
    assert store.answers_of(other)["milk", "cup"].food_id == "sr28:2"


def test_many_threads_on_one_store_lose_nothing(diary, me, line):
    failed = []

    def work(number):
        try:
            for turn in range(10):
                store.add_entries(diary, me, [line(f"{number}-{turn}")])
                store.entries(diary, me, DAY)
        except Exception as error:  # noqa: BLE001 - told by the assertion below
            failed.append(error)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert failed == []
    kept = store.entries(diary, me, DAY)
    assert len({one.food for one in kept}) == 80
    assert sorted(one.position for one in kept) == list(range(1, 81))


def test_eight_kills_lose_nothing(tmp_path):
    bench = runpy.run_path(str(ROOT / "benchmarks" / "kill_store.py"))
    counts = bench["kills"](tmp_path, 8, 60, 7)
    assert counts["kills"] == 8
    assert counts["acknowledged"] > 0
