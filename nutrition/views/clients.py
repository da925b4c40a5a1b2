"""The dietitian's desk: clients one by one or from a table, changed by two windows, taken along."""

import csv
import datetime as dt
import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from foods.errors import DiaryError, MgcaError
from nutrition.screening import all_contexts, all_red_flags
from nutrition.store import Changed, Person, RedFlag, Store, persons, records
from nutrition.store.cells import columns, encode, to_csv
from nutrition.store.kinds import TABLES, OfPerson
from nutrition.store.schema import REVISION

if TYPE_CHECKING:
    import pandas as pd

    from nutrition.views.uploads import Upload

FILTERS = ("vegan", "lactose-free", "without-nuts", "without-gluten")
"""Ids of what is not eaten, as ``Person.filters`` keeps them; see `nutrition.suggest`."""

LISTS = ("medicines", "contexts", "filters", "disliked", "red_flags")
"""Columns of a people file that hold several values, divided by ``|``, ``;`` or line breaks."""

MONTHS = 12
PEOPLE_HINT = "Give a CSV in UTF-8 with person_id, sex, and age_years or birth_date."


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


@dataclass(frozen=True)
class Enrolled:
    """What a people file came to.

    Attributes:
        added: New clients.
        known: Clients who stood in the roster already, by name; nothing of theirs was changed.
        refused: Rows that were not taken.
        by_key: ``person_id`` of the file → client.
    """

    added: tuple[Person, ...]
    known: tuple[Person, ...]
    refused: tuple[Refused, ...]
    by_key: Mapping[str, Person]


def clients(store: Store, *, archived: bool | None = False) -> tuple[Person, ...]:
    """Return the clients, the oldest record first; arguments as of `nutrition.store.persons`."""
    return tuple(one for one in persons(store, archived=archived) if one.kind == "client")


def listed(text: str) -> tuple[str, ...]:
    """Divide free text into its entries: line breaks, ``;`` and ``|`` divide; blanks fall away."""
    plain = text.replace("|", "\n").replace(";", "\n")
    return tuple(dict.fromkeys(part.strip() for part in plain.splitlines() if part.strip()))


def age_months(person: Person, on: dt.date) -> int | None:
    """Return a person's completed months of age [months]; None where no age is told.

    Args:
        person: With a day of birth, or an age told on a day.
        on: The day.
    """
    if person.birth_date is not None:
        return _months(dt.date.fromisoformat(person.birth_date), on)
    if person.age_years is None:
        return None
    told = int(person.age_years * MONTHS + 1e-6)
    if person.age_as_of is None:
        return told
    return told + _months(dt.date.fromisoformat(person.age_as_of), age_day(person, on))


def age_day(person: Person, day: dt.date) -> dt.date:
    """Return the day of which a person's age is, for a record of a day.

    "8 years" told today is true of last week too: an age told up to a year after the record is
    taken as it was told.
    """
    if person.birth_date is not None or person.age_as_of is None:
        return day
    told = dt.date.fromisoformat(person.age_as_of)
    return told if day < told and _months(told, day) > -MONTHS else day


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


def enrol(store: Store, upload: "Upload", *, today: dt.date) -> Enrolled:
    """Add the people of a CSV to the roster.

    A row whose name (else its ``person_id``) is a client's name already names that client.

    Args:
        store: The open diary.
        upload: Columns as of `nutrition.people.read_people`; optional ``name, notes, medicines,
            contexts, filters, disliked, red_flags``, the last five with ``|`` or ``;`` between.
            A diary that states sex and age on its rows serves too.
        today: The day on which stated ages are the ages.

    Returns:
        Who was added, who was known, and the rows that were not taken with their reasons.

    Raises:
        DiaryError: It is no table of people.
    """
    from nutrition.people import person_key, read_people_and_rejects

    raw = people_rows(upload)
    good, bad = read_people_and_rejects(raw, record_date=today)
    refused = [
        Refused(upload.name, int(row["source_row"]) + 1, str(row["reason"]))
        for row in bad.to_dict("records")
    ]
    standing = {one.name.strip(): one for one in clients(store, archived=None) if one.name.strip()}
    keys = person_key(raw["person_id"])
    told = {
        str(key): (number, {str(c): str(v) for c, v in row.items()})
        for number, (key, row) in enumerate(zip(keys, raw.to_dict("records"), strict=True), start=2)
    }
    added: list[Person] = []
    known: list[Person] = []
    by_key: dict[str, Person] = {}
    for row in good.to_dict("records"):
        key = str(row["person_id"])
        number, cells = told[key]
        name = cells.get("name", "").strip() or key
        if name in standing:
            known.append(standing[name])
            by_key[key] = standing[name]
            continue
        try:
            new = _added(store, _person(row, cells, name, today), _flags(cells), today)
        except MgcaError as error:
            refused.append(Refused(upload.name, number, error.message))
            continue
        added.append(new)
        by_key[key] = standing[name] = new
    return Enrolled(tuple(added), tuple(known), tuple(refused), by_key)


def people_rows(upload: "Upload") -> "pd.DataFrame":
    """Return the rows of a people file as text, names of columns in lower case.

    A file with several rows a person (a diary) gives each person's first word in each column.

    Raises:
        DiaryError: It is no table of people.
    """
    import pandas as pd

    try:
        text = upload.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DiaryError(f"{upload.name} is not UTF-8 text.", hint=PEOPLE_HINT) from error
    head = text.split("\n", 1)[0]
    separator = ";" if head.count(";") > head.count(",") else ","
    try:
        raw = pd.read_csv(io.StringIO(text), sep=separator, dtype="string", keep_default_na=False)
    except (ValueError, pd.errors.ParserError) as error:
        said = str(error).splitlines()[0][:200]
        raise DiaryError(
            f"{upload.name} cannot be read as a table of people: {said}", hint=PEOPLE_HINT
        ) from error
    raw.columns = [str(name).strip().lower() for name in raw.columns]
    if "person_id" not in raw and "name" in raw:
        raw["person_id"] = raw["name"]
    if "person_id" not in raw:
        raise DiaryError(
            f"{upload.name} does not say who the people are.",
            hint=f"{PEOPLE_HINT} It has {', '.join(raw.columns[:20])}.",
        )
    if {"food", "food_id"} & set(raw.columns):
        raw = raw.groupby("person_id", sort=False, as_index=False).agg(_first_word)
    return raw


def says_people(upload: "Upload") -> bool:
    """Tell whether a file says who its people are: sex, and age or birth."""
    try:
        names = set(people_rows(upload).columns)
    except DiaryError:
        return False
    return "sex" in names and bool({"age_years", "birth_date"} & names)


def roster_table(
    people: Iterable[Person], flags: Mapping[int, Sequence[str]], *, on: dt.date
) -> "pd.DataFrame":
    """Return the roster as a table for download; whoever writes it guards its texts.

    Args:
        people: Clients.
        flags: Ids of ticked warning signs by person.
        on: The day of which the ages are.

    Returns:
        Columns ``client, name, birth_date, age_months`` [months], ``sex, condition, trimester,
        weight_kg`` [kg], ``medicines, contexts, filters, disliked, red_flags, notes, archived``.
    """
    import pandas as pd

    rows = [
        {
            "client": one.id,
            "name": one.name,
            "birth_date": one.birth_date,
            "age_months": age_months(one, on),
            "sex": one.sex,
            "condition": one.condition,
            "trimester": one.trimester,
            "weight_kg": one.weight_kg,
            **{name: "; ".join(getattr(one, name)) for name in LISTS[:-1]},
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


def _months(then: dt.date, now: dt.date) -> int:
    return (now.year - then.year) * MONTHS + now.month - then.month - (now.day < then.day)


def _first_word(cells: "pd.Series[str]") -> str:
    return next((str(cell) for cell in cells if str(cell).strip()), "")


def _person(row: Mapping[Any, Any], cells: Mapping[str, str], name: str, today: dt.date) -> Person:
    import pandas as pd

    def number(column: str) -> float | None:
        return None if pd.isna(row[column]) else float(row[column])

    birth = cells.get("birth_date", "").strip()
    stated = not birth or bool(cells.get("age_years", "").strip())
    trimester = number("trimester")
    contexts = listed(cells.get("contexts", "") or cells.get("conditions", ""))
    filters = tuple(one.replace("_", "-") for one in listed(cells.get("filters", "")))
    _known_ids("circumstance", contexts, [one.id for one in all_contexts()])
    _known_ids("filter", filters, FILTERS)
    return Person(
        kind="client",
        name=name,
        birth_date=None if stated else birth,
        age_years=number("age_years") if stated else None,
        age_as_of=(cells.get("record_date", "").strip() or today.isoformat()) if stated else None,
        sex=str(row["sex"]),
        condition=str(row["condition"]),
        trimester=None if trimester is None else int(trimester),
        weight_kg=number("weight_kg"),
        notes=cells.get("notes", ""),
        medicines=listed(cells.get("medicines", "")),
        contexts=contexts,
        filters=filters,
        disliked=listed(cells.get("disliked", "")),
    )


def _flags(cells: Mapping[str, str]) -> tuple[str, ...]:
    flags = listed(cells.get("red_flags", ""))
    _known_ids("warning sign", flags, [one.id for one in all_red_flags()])
    return flags


def _known_ids(what: str, given: Iterable[str], there: Sequence[str]) -> None:
    unknown = [one for one in given if one not in there]
    if unknown:
        raise DiaryError(
            f"There is no {what} {unknown[0][:60]!r}.", hint=f"There are {', '.join(there)}."
        )


def _added(store: Store, person: Person, flags: Sequence[str], today: dt.date) -> Person:
    """Save a client with the warning signs that are ticked, both or neither."""
    with store.editing("add client") as edit:
        (new,) = edit.add([person])
        assert new.id is not None
        day = today.isoformat()
        edit.add([RedFlag(person_id=new.id, flag=flag, ticked=day) for flag in flags])
    return new
