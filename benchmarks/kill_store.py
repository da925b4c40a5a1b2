"""Kill a process that edits a diary, at random moments: nothing acknowledged is ever lost.

A child makes random edits and acknowledges each on a pipe once it is saved, with the rows as
they must stand. The parent kills it with SIGKILL at a random moment, opens the file again, asks
SQLite whether it is whole, and compares every row with what was acknowledged; at most the one
edit that was under way may stand beyond that, whole. Then come the times of a month's diary.

python benchmarks/kill_store.py [--kills 200] [--edits 1000] [--seed 1]
"""

import argparse
import json
import os
import random
import signal
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sqlalchemy as sa

from nutrition import store
from nutrition.store.schema import edits

Rows = dict[tuple[str, int], dict[str, Any] | None]
"""(table, id) → the record's fields; None where it must be gone."""


@dataclass
class Known:
    """What a file must hold: its rows, and the number of its last edit."""

    rows: Rows = field(default_factory=dict)
    last: int = 0

    def take(self, line: str) -> None:
        """Take an acknowledgement in."""
        number, said = json.loads(line)
        self.rows.update({(name, key): row for name, key, row in said})
        self.last = int(number)


AGAIN = 10
"""Kills that one file lives through before a new one is begun."""
DAYS = [f"2026-03-{day:02d}" for day in range(1, 31)]
FOODS = ("milk", "raw kale", "oat drink", "=cmd()", "<script>", "Brötchen", "tofu")


def plain(record: Any) -> dict[str, Any]:
    """Return a record's fields without its version, as JSON would give them back."""
    found: dict[str, Any] = json.loads(json.dumps(asdict(replace(record, version=None))))
    return found


def standing(diary: store.Store) -> Rows:
    """Return every row that the diary holds."""
    kinds = {"entries": store.Entry, "days": store.Day}
    return {
        (name, one.id): plain(one)
        for name, kind in kinds.items()
        for one in store.records(diary, kind)
    }


class Writer:
    """Makes random edits, and knows by itself how the rows must stand after each."""

    def __init__(self, diary: store.Store, chance: random.Random) -> None:
        self.diary = diary
        self.chance = chance
        self.person = int(store.self_person(diary).id or 0)
        self.last: tuple[int, Rows] | None = None
        self.lines: dict[int, store.Entry] = {}
        self.reload()

    def reload(self) -> None:
        """Read every line, as a window does when it is opened."""
        self.lines = {int(one.id or 0): one for one in store.records(self.diary, store.Entry)}

    def edit(self) -> tuple[int, Rows]:
        """Make one edit; return its number and the rows it touched as they must stand."""
        lines = tuple(self.lines.values())
        ways: list[Callable[[tuple[store.Entry, ...]], tuple[int, Rows, Rows]]]
        ways = [self.add, self.mark]
        if lines:
            ways += [self.change, self.change, self.remove, self.copy]
        if len(lines) > 80:
            ways = [self.remove]
        if self.last is not None and self.chance.random() < 0.15:
            number, before = self.last
            self.last = None
            undone = store.undo(self.diary, number)
            self.reload()
            return undone.number, before
        number, before, after = self.chance.choice(ways)(lines)
        self.last = (number, before)
        return number, after

    def add(self, _: tuple[store.Entry, ...]) -> tuple[int, Rows, Rows]:
        """Add one to five lines."""
        day = self.chance.choice(DAYS)
        new = [
            store.Entry(
                person_id=self.person,
                day=day,
                food=self.chance.choice(FOODS),
                amount=self.chance.random() * 500,
                unit="g",
                occasion=self.chance.choice(("breakfast", "lunch")),
            )
            for _ in range(self.chance.randint(1, 5))
        ]
        return self.added(store.add_entries(self.diary, self.person, new))

    def copy(self, lines: tuple[store.Entry, ...]) -> tuple[int, Rows, Rows]:
        """Copy a day."""
        day = self.chance.choice(lines).day
        target = self.chance.choice(DAYS)
        return self.added(store.copy_day(self.diary, self.person, day, target))

    def added(self, new: tuple[store.Entry, ...]) -> tuple[int, Rows, Rows]:
        """Return what lines that were added must look like, and their absence before."""
        self.lines |= {int(one.id or 0): one for one in new}
        after: Rows = {("entries", int(one.id or 0)): plain(one) for one in new}
        return int(new[0].version or 0), dict.fromkeys(after), after

    def change(self, lines: tuple[store.Entry, ...]) -> tuple[int, Rows, Rows]:
        """Change one line."""
        one = self.chance.choice(lines)
        values = {"amount": self.chance.random(), "food": self.chance.choice(FOODS)}
        changed = store.change_entry(self.diary, one, **values)
        key = ("entries", int(one.id or 0))
        self.lines[key[1]] = changed
        return int(changed.version or 0), {key: plain(one)}, {key: {**plain(one), **values}}

    def remove(self, lines: tuple[store.Entry, ...]) -> tuple[int, Rows, Rows]:
        """Remove up to ten lines."""
        gone = self.chance.sample(lines, min(len(lines), self.chance.randint(1, 10)))
        before: Rows = {("entries", int(one.id or 0)): plain(one) for one in gone}
        number = store.remove_entries(self.diary, gone)
        for _, key in before:
            del self.lines[key]
        return number, before, dict.fromkeys(before)

    def mark(self, _: tuple[store.Entry, ...]) -> tuple[int, Rows, Rows]:
        """Say something new about a day."""
        day = self.chance.choice(DAYS)
        seen = store.marked_day(self.diary, self.person, day)
        note = str(self.chance.random())
        one = store.mark_day(self.diary, self.person, day, seen=seen, note=note)
        key = ("days", int(one.id or 0))
        before = None if seen is None else plain(seen)
        return int(one.version or 0), {key: before}, {key: plain(one)}


def child(path: Path, pipe: int, count: int, seed: int) -> None:
    """Edit and acknowledge until killed."""
    with store.open_store(path) as diary:
        writer = Writer(diary, random.Random(seed))  # noqa: S311 - not a secret
        for _ in range(count):
            number, rows = writer.edit()
            said = [[*key, row] for key, row in rows.items()]
            os.write(pipe, (json.dumps([number, said]) + "\n").encode())


def one_kill(path: Path, known: Known, count: int, seed: int) -> tuple[int, int, bool]:
    """Let a child edit, kill it, look.

    Args:
        path: The diary.
        known: How it must stand; brought up to date.
        count: Edits of a child that is not killed.
        seed: Seed of the child's edits and of the moment.

    Returns:
        Acknowledged edits, edits found beyond them (0 or 1), and whether it was killed in time.
    """
    chance = random.Random(-seed)  # noqa: S311 - not a secret
    wanted, pause = chance.randrange(count), chance.random() * 0.006
    read, write = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(read)
        try:
            child(path, write, count, seed)
        finally:
            os._exit(0)
    os.close(write)
    acknowledged = 0
    with os.fdopen(read, "r", encoding="utf-8") as pipe:
        while acknowledged < wanted and (line := pipe.readline()):
            known.take(line)
            acknowledged += 1
        time.sleep(pause)
        os.kill(process, signal.SIGKILL)
        for line in pipe:  # what it said before it died
            if line.endswith("\n"):
                known.take(line)
                acknowledged += 1
    _, status = os.waitpid(process, 0)
    beyond = look(path, known) if path.exists() else 0
    assert path.exists() or not acknowledged, "the file is gone"
    return acknowledged, beyond, os.WIFSIGNALED(status)


def look(path: Path, known: Known) -> int:
    """Compare the file with what was acknowledged; return the edits beyond it.

    Raises:
        AssertionError: It is damaged, or something is lost.
    """
    with store.open_store(path) as diary:
        with diary.reading() as connection:
            told = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
            loose = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            query = sa.select(edits.c.id, edits.c.changes).where(edits.c.id > known.last)
            beyond = connection.execute(query.order_by(edits.c.id)).all()
        assert told == "ok", told
        assert not loose, loose
        found = standing(diary)
        assert len(beyond) <= 1, f"{len(beyond)} edits were never acknowledged"
        for number, changes in beyond:
            known.last = number
            for one in json.loads(changes):
                key = (one["table"], one["id"])
                known.rows[key] = found.get(key) if one["after"] is not None else None
        known.rows = {key: row for key, row in known.rows.items() if row is not None}
        assert found == known.rows, "an acknowledged edit is lost"
    return len(beyond)


def kills(folder: Path, number: int, count: int, seed: int) -> dict[str, int]:
    """Kill ``number`` times; return the counts."""
    sums = {"kills": 0, "in time": 0, "acknowledged": 0, "beyond": 0}
    known, path = Known(), folder / "none"
    for turn in range(number):
        if turn % AGAIN == 0:
            known, path = Known(), folder / f"diary{turn}.sqlite"
        acknowledged, beyond, in_time = one_kill(path, known, count, seed * 100_000 + turn)
        sums["kills"] += 1
        sums["in time"] += in_time
        sums["acknowledged"] += acknowledged
        sums["beyond"] += beyond
        if (turn + 1) % AGAIN == 0:
            print(f"seed {seed}: {sums}", flush=True)
    return sums


def month(folder: Path, rows_a_day: int = 60) -> dict[str, float]:
    """Return median times of a month's diary [ms]."""
    with store.open_store(folder / "month.sqlite") as diary:
        person = int(store.self_person(diary).id or 0)
        for day in DAYS:
            new = [
                store.Entry(person_id=person, day=day, food=f"food {n}", amount=1.0, unit="g")
                for n in range(rows_a_day)
            ]
            store.add_entries(diary, person, new)
        one = [store.Entry(person_id=person, day=DAYS[0], food="milk", amount=1.0, unit="cup")]
        line = store.add_entries(diary, person, one)[0]

        def edit() -> None:
            nonlocal line
            line = store.change_entry(diary, line, amount=float(line.amount or 0) + 1)

        steps: dict[str, Callable[[], Any]] = {
            "add one line": lambda: store.add_entries(diary, person, one),
            "change one line": edit,
            "read a day": lambda: store.entries(diary, person, DAYS[5]),
            "read the month as frames": lambda: store.diaries(diary, person, DAYS[0], DAYS[-1]),
            "calendar of the month": lambda: store.calendar(diary, person, DAYS[0], DAYS[-1]),
            "recents": lambda: store.recents(diary, person),
            "copy a day and undo": lambda: store.undo(
                diary, store.copy_day(diary, person, DAYS[7], DAYS[9])[0].version
            ),
        }
        return {name: timed(step) for name, step in steps.items()} | {
            "open": timed(lambda: store.open_store(folder / "month.sqlite").close())
        }


def timed(step: Callable[[], Any], times: int = 25) -> float:
    """Return the median time of a step [ms]."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        step()
        found.append((time.perf_counter() - start) * 1000)
    return statistics.median(found)


def main() -> None:
    """Kill, look, count; then time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        start = time.monotonic()
        sums = kills(Path(folder), given.kills, given.edits, given.seed)
        took = time.monotonic() - start
        print(f"seed {given.seed}: {sums} in {took:.0f} s; nothing lost, nothing damaged")
        for name, value in month(Path(folder)).items():
            print(f"{name}: {value:.1f} ms")


if __name__ == "__main__":
    main()
