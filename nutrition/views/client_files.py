"""Files of clients into the diary: any format that is read, foods or totals of days."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from foods.errors import DiaryError, MgcaError
from foods.nutrients import COLUMNS, MINERALS
from nutrition.intake import stem
from nutrition.store import Entry, Person, Store, add_entries, entries
from nutrition.store.cells import encode
from nutrition.views.client_days import date_of, dates, word_of
from nutrition.views.client_records import Kept, mark_days
from nutrition.views.clients import Refused

if TYPE_CHECKING:
    import pandas as pd

    from nutrition.readers import Options
    from nutrition.views.uploads import Upload

TOTAL = "day total of the file"
WITHOUT_VALUE = "foods without a value in the file"


@dataclass
class _Sorted:
    """The rows of a file by client, while it is gone through."""

    file: str
    clients: Mapping[str, Person]
    named: Mapping[str, str]
    lines: dict[int, list[Entry]] = field(default_factory=dict)
    states: dict[int, dict[str, str]] = field(default_factory=dict)
    strangers: dict[str, None] = field(default_factory=dict)

    def put(self, row: Mapping[str, Any], lines: "Iterable[dict[str, Any]]") -> None:
        """Keep a row's lines for its client, or its person as a stranger."""
        person = self.clients.get(str(row["person_id"]))
        if person is None or person.id is None:
            self.strangers[str(row["person_id"])] = None
            return
        day = self.named[word_of(row)]
        said: dict[str, Any] = {
            "person_id": person.id,
            "day": day,
            "source": "file",
            "source_file": self.file,
        }
        self.lines.setdefault(person.id, []).extend(Entry(**said, **line) for line in lines)
        states = self.states.setdefault(person.id, {})
        states[day] = states.get(day) or str(row.get("day_state") or "")


def keep_upload(
    store: Store,
    upload: "Upload",
    clients: Mapping[str, Person] | Person,
    *,
    first_day: dt.date | None = None,
    whole_days: bool = True,
    options: "Options | None" = None,
) -> Kept:
    """Keep the records of a file in any diary format.

    Args:
        store: The open diary.
        upload: The file.
        clients: One client, whose all of it is; or ``person_id`` of the file → client.
        first_day: The day that the first day is, where the file numbers its days.
        whole_days: Days of which the file does not say otherwise are complete.
        options: What was said about its columns.

    Returns:
        What was kept; rows in = lines kept + lines there already + refused, where the file holds
        foods.

    Raises:
        DiaryError: The file cannot be read, is about several people where one is meant, or
            numbers its days and no first day is given. Nothing was kept.
    """
    read = _read(upload, options)
    refused = [Refused(upload.name, _row(one), str(one["reason"])) for one in read.rejects]
    frame, days = _plain(read.frame), _plain(read.days)
    habits = tuple(sorted({str(one["person_id"]) for one in days if one["day"] is None}))
    days = [one for one in days if one["day"] is not None]
    who = _people([*frame, *days], clients, upload.name)
    named = dates([*frame, *days], first_day, upload.name)
    sorting = _Sorted(upload.name, who, named)
    for row in frame:
        sorting.put(row, [_line(row, read.carried)])
    for place, row in enumerate(days, start=1):
        sorting.put(row, _total_lines(row, place))
    count = again = 0
    kept_days: dict[int, tuple[str, ...]] = {}
    for person_id, new in sorting.lines.items():
        good, wrong = _sound(new, upload.name)
        refused += wrong
        fresh = _fresh(store, person_id, good)
        again += len(good) - len(fresh)
        count += len(fresh)
        if fresh:
            add_entries(store, person_id, fresh)
            spoken = sorting.states[person_id]
            said = {day: spoken[day] or ("complete" if whole_days else "partial") for day in spoken}
            mark_days(store, person_id, said)
            kept_days[person_id] = tuple(sorted({one.day for one in fresh}))
    return Kept(
        count,
        again,
        kept_days,
        totals=len(days),
        renamed={old: new for old, new in named.items() if date_of([old]) is None},
        refused=tuple(refused),
        habits=habits,
        strangers=tuple(sorting.strangers),
    )


def _read(upload: "Upload", options: "Options | None") -> Any:
    from nutrition.in_memory import read
    from nutrition.readers import Options

    said = options or Options()
    with TemporaryDirectory(prefix="mgca-") as folder:
        path = Path(folder) / (Path(upload.name.replace("\\", "/")).name or "file.csv")
        path.write_bytes(upload.content)
        return read(
            path,
            columns=said.columns,
            unit=said.unit,
            recompute=said.recompute,
            name=upload.name,
            choices=said.choices,
        )


def _row(reject: Mapping[str, Any]) -> int | None:
    number = reject.get("source_row")
    return None if number is None else int(number)


def _plain(frame: "pd.DataFrame | None") -> list[dict[str, Any]]:
    """Return rows with None for whatever is missing."""
    if frame is None:
        return []
    import pandas as pd

    return [
        {str(name): None if pd.isna(cell) else cell for name, cell in row.items()}
        for row in frame.to_dict("records")
    ]


def _people(
    rows: Iterable[Mapping[str, Any]], clients: Mapping[str, Person] | Person, name: str
) -> Mapping[str, Person]:
    keys = list(dict.fromkeys(str(row["person_id"]) for row in rows))
    if not isinstance(clients, Person):
        return clients
    if len(keys) > 1:
        raise DiaryError(
            f"{name} is about {len(keys)} people ({', '.join(key[:40] for key in keys[:3])} …).",
            hint="Add it on the page of all clients, with a table of the people.",
            people=keys,
        )
    return dict.fromkeys(keys, clients)


def _line(row: Mapping[str, Any], carried: tuple[str, ...]) -> dict[str, Any]:
    return {
        "occasion": str(row.get("occasion") or ""),
        "food": str(row.get("food") or ""),
        "amount": row.get("amount"),
        "unit": str(row.get("unit") or ""),
        "food_id": row.get("food_id"),
        "kind": str(row.get("kind") or "food"),
        "carried": carried,
        "source_row": _row(row),
        **{name: row.get(name) for name in ("amount_low", "amount_high", "grams", *carried)},
    }


def _total_lines(row: Mapping[str, Any], place: int) -> list[dict[str, Any]]:
    """Return a day's total as a line of food, one of supplements, and one of what has no value."""
    about = {"food": TOTAL, "amount": 1.0, "carried": COLUMNS, "source_row": place}
    taken = {one: row.get(f"{stem(one)}_supplement_mg") for one in MINERALS}
    eaten = {name: row.get(name) for name in COLUMNS}
    for one in MINERALS:
        part = row.get(f"{stem(one)}_food_mg")
        if part is not None or (eaten[one] is not None and taken[one]):
            eaten[one] = part if part is not None else row[one] - (taken[one] or 0.0)
    lines = [{**about, "grams": row.get("grams"), **eaten}]
    if any(taken.values()):
        amounts = {one: taken[one] or 0.0 for one in MINERALS}
        lines.append({**about, "kind": "supplement", "carried": MINERALS, **amounts})
    # A file that does not count what it lacks may lack something: the sum is a lower bound.
    lacking = [
        name
        for name in COLUMNS
        if eaten[name] is not None and row.get(f"{stem(name)}_unknown_items") != 0
    ]
    if lacking:
        values = {name: None if name in lacking else 0.0 for name in COLUMNS}
        lines.append({**about, "food": WITHOUT_VALUE, **values})
    return lines


def _sound(lines: Iterable[Entry], file: str) -> tuple[list[Entry], list[Refused]]:
    """Part the lines that can be kept from those that cannot."""
    good, wrong = [], []
    for one in lines:
        try:
            encode(one)
        except MgcaError as error:
            wrong.append(Refused(file, (one.source_row or 0) + 1, error.message))
        else:
            good.append(one)
    return good, wrong


def _fresh(store: Store, person_id: int, lines: Sequence[Entry]) -> list[Entry]:
    """Return the lines that do not stand in the diary already from the same row of the file."""
    if not lines:
        return []
    first, last = min(one.day for one in lines), max(one.day for one in lines)
    there = {_place(one) for one in entries(store, person_id, first, last)}
    return [one for one in lines if _place(one) not in there]


def _place(one: Entry) -> tuple[Any, ...]:
    return (one.day, one.source_file, one.source_row, one.food, one.kind, one.amount, one.unit)
