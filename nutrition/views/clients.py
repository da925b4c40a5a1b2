"""The dietitian's desk: clients one by one or from a table, changed by two windows, taken along."""

import csv
import datetime as dt
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from nutrition.store import Changed, Person, RedFlag, Store, persons, records
from nutrition.store.ages import age_months
from nutrition.store.cells import columns, encode, to_csv
from nutrition.store.kinds import TABLES, OfPerson
from nutrition.store.schema import REVISION

if TYPE_CHECKING:
    import pandas as pd

FILTERS = ("vegan", "lactose-free", "without-nuts", "without-gluten")
"""Ids of what is not eaten, as ``Person.filters`` keeps them; see `nutrition.suggest`."""

LISTS = ("medicines", "contexts", "filters", "disliked")
"""Fields that hold several values."""


@dataclass(frozen=True)
class Difference:
    """A field that two windows wrote otherwise.

    Attributes:
        field: Name of the field of `Person`.
        mine: What this window wanted.
        theirs: What stands now.
    """

    field: str
    mine: Any
    theirs: Any


@dataclass(frozen=True)
class Refused:
    """A row that was not taken.

    Attributes:
        file: Its file.
        row: Its line in the file, the header being 1; None where it is in no file.
        reason: Why.
    """

    file: str
    row: int | None
    reason: str


def clients(store: Store, *, archived: bool | None = False) -> tuple[Person, ...]:
    """Return the clients, the oldest record first; arguments as of `nutrition.store.persons`."""
    return tuple(one for one in persons(store, archived=archived) if one.kind == "client")


def listed(text: str) -> tuple[str, ...]:
    """Divide free text into its entries: line breaks, ``;`` and ``|`` divide; blanks fall away."""
    plain = text.replace("|", "\n").replace(";", "\n")
    return tuple(dict.fromkeys(part.strip() for part in plain.splitlines() if part.strip()))


def differences(error: Changed) -> tuple[Difference, ...]:
    """Return the fields in which this window and what stands now differ; empty where it is gone."""
    mine, theirs = error.mine, error.theirs
    if mine is None or theirs is None:
        return ()
    return tuple(
        Difference(one.name, getattr(mine, one.name), getattr(theirs, one.name))
        for one in fields(mine)
        if one.name not in ("id", "version")
        and getattr(mine, one.name) != getattr(theirs, one.name)
    )


def ticked(store: Store) -> dict[int, tuple[str, ...]]:
    """Return the ids of the warning signs that are ticked, by person."""
    found: dict[int, list[str]] = {}
    for one in records(store, RedFlag):
        found.setdefault(one.person_id, []).append(one.flag)
    return {person: tuple(dict.fromkeys(flags)) for person, flags in found.items()}


def roster_table(
    people: Iterable[Person],
    flags: Mapping[int, Sequence[str]],
    *,
    on: dt.date,
    codes: Mapping[int, str] | None = None,
) -> "pd.DataFrame":
    """Return the roster as a table for download; whoever writes it guards its texts.

    Args:
        people: Clients.
        flags: Ids of ticked warning signs by person.
        on: The day of which the ages are.
        codes: ``person_id`` of clients in files, by client.

    Returns:
        Columns ``client, person_id, name, birth_date, age_months`` [months], ``sex, condition,
        trimester, weight_kg`` [kg], ``medicines, contexts, filters, disliked, red_flags, notes,
        archived``.
    """
    import pandas as pd

    rows = [
        {
            "client": one.id,
            "person_id": (codes or {}).get(one.id or 0, ""),
            "name": one.name,
            "birth_date": one.birth_date,
            "age_months": age_months(one, on),
            "sex": one.sex,
            "condition": one.condition,
            "trimester": one.trimester,
            "weight_kg": one.weight_kg,
            **{name: "; ".join(getattr(one, name)) for name in LISTS},
            "red_flags": "; ".join(flags.get(one.id or 0, ())),
            "notes": one.notes,
            "archived": one.archived,
        }
        for one in people
    ]
    return pd.DataFrame(rows)


def export_client(store: Store, person: Person) -> bytes:
    """Return everything that is kept of one client, as a ZIP archive.

    Returns:
        ``diary.json``, which `nutrition.store.import_all` reads into an empty diary, and a CSV
        for each table that has rows, safe for spreadsheets. The same records, the same bytes.
    """
    kept: dict[str, list[dict[str, Any]]] = {"persons": [{"id": person.id, **encode(person)}]}
    for name, kind in TABLES.items():
        if issubclass(kind, OfPerson):
            found = records(store, kind, person_id=person.id)
            kept[name] = [{"id": one.id, **encode(one)} for one in found]
    opened = {
        name: [
            row
            | {c.name: json.loads(row[c.name]) for c in columns(TABLES[name]) if c.kind == "json"}
            for row in rows
        ]
        for name, rows in kept.items()
    }
    whole = {"program": "mgca", "schema": REVISION, "tables": opened}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "diary.json", json.dumps(whole, ensure_ascii=False, indent=1) + "\n")
        for name, rows in kept.items():
            if rows:
                _put(archive, f"{name}.csv", "\ufeff" + _csv(rows))
    return out.getvalue()


def file_name(person: Person, ending: str) -> str:
    """Return a name for a file about a client: their number only, never what they are called."""
    return f"client-{person.id}{ending}"


def _put(archive: zipfile.ZipFile, name: str, text: str) -> None:
    # A fixed moment: the same records are the same bytes.
    archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode())


def _csv(rows: list[dict[str, Any]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(rows[0])
    writer.writerows([to_csv(cell) for cell in row.values()] for row in rows)
    return text.getvalue()
