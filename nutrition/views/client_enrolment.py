"""A table of people → clients: who is new, who was known, and what of them was not taken."""

import datetime as dt
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from foods.errors import DiaryError, MgcaError
from nutrition.report.roster import NONE
from nutrition.screening import all_contexts, all_red_flags
from nutrition.store import Person, RedFlag, Screening, Store
from nutrition.store.ages import MONTHS, age_months
from nutrition.views.client_codes import code_of, codes
from nutrition.views.clients import (
    FILTERS,
    LISTS,
    Refused,
    clients,
    listed,
    ticked,
)
from nutrition.views.twitch import GONE_THROUGH

if TYPE_CHECKING:
    import pandas as pd

    from nutrition.views.uploads import Upload

    Cells = Mapping[str, str]

PEOPLE_HINT = "Give a CSV in UTF-8 with person_id, sex, and age_years or birth_date."
PLAIN = ("sex", "condition", "trimester", "weight_kg", "birth_date", "notes")
OTHER_AGE_MONTHS = 2 * MONTHS
"""Ages that lie so far apart [months] are those of two people of one name."""


@dataclass(frozen=True)
class Unlike:
    """What a file says of a client who was known, and the roster does not; it was not taken.

    Attributes:
        person: The client.
        field: Name of the field of `Person`.
        file: What the file says.
        kept: What stands and stays.
    """

    person: Person
    field: str
    file: Any
    kept: Any


@dataclass(frozen=True)
class Enrolled:
    """What a people file came to.

    Attributes:
        added: New clients.
        known: Clients who stood in the roster already; nothing of theirs was changed but that
            new warning signs were ticked.
        refused: Rows that were not taken.
        by_key: ``person_id`` of the file → client.
        signs: Client who was known → ids of warning signs that the file ticked.
        unlike: What the file says otherwise of clients who were known.
        contested: ``person_id`` of rows of which it is not sure whom they mean; nobody's
            records may be kept under them.
    """

    added: tuple[Person, ...]
    known: tuple[Person, ...]
    refused: tuple[Refused, ...]
    by_key: Mapping[str, Person]
    signs: tuple[tuple[Person, tuple[str, ...]], ...] = ()
    unlike: tuple[Unlike, ...] = ()
    contested: frozenset[str] = frozenset()


class UnsureError(DiaryError):
    """A row may mean somebody else than it seems to."""


@dataclass(frozen=True)
class _Row:
    """One person of the file: place, ``person_id``, own name (empty where none) and fields."""

    number: int
    key: str
    name: str
    person: Person
    flags: tuple[str, ...] | None


def enrol(store: Store, upload: "Upload", *, today: dt.date) -> Enrolled:
    """Add the people of a CSV to the roster.

    A row is the client who has its ``person_id`` as code; else who has its name, no code, and
    neither another sex, another day of birth nor an age two years off. Two people of one name are
    two clients. Of a client who was known, new warning signs are ticked: one that is told must
    not be passed over; whatever else differs is returned and not taken.

    Args:
        store: The open diary.
        upload: Columns as of `nutrition.people.read_people`; optional ``name, notes, medicines,
            contexts, filters, disliked, red_flags``, the last five with ``|`` or ``;`` between.
            ``none`` for red_flags says that all were asked and none is present.
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
    told: dict[str, tuple[int, Cells]] = {}
    keys = person_key(raw["person_id"])
    for number, (key, line) in enumerate(zip(keys, raw.to_dict("records"), strict=True), start=2):
        # Of two rows of one person_id the first is taken, the second refused.
        told.setdefault(str(key), (number, {str(c): str(v) for c, v in line.items()}))
    rows = []
    for row in good.to_dict("records"):
        number, cells = told[str(row["person_id"])]
        try:
            rows.append(_row(row, cells, number, today))
        except MgcaError as error:
            refused.append(Refused(upload.name, number, error.message))
    roster = _Roster(store, upload.name, today, rows, refused)
    for one in rows:
        roster.take(one)
    return roster.enrolled()


@dataclass
class _Roster:
    """The roster while a file is gone through."""

    store: Store
    file: str
    today: dt.date
    rows: Sequence[_Row]
    refused: list[Refused]
    added: list[Person] = field(default_factory=list)
    known: list[Person] = field(default_factory=list)
    of: dict[str, Person] = field(default_factory=dict)
    signs: list[tuple[Person, tuple[str, ...]]] = field(default_factory=list)
    unlike: list[Unlike] = field(default_factory=list)
    contested: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.standing = clients(self.store, archived=None)
        self.codes = codes(self.store)
        self.holders = {self.codes[one.id]: one for one in self.standing if one.id in self.codes}
        self.ticked = ticked(self.store)

    def take(self, row: _Row) -> None:
        """Add one person, or find who it is."""
        try:
            found = self._who(row)
            self.of[row.key] = self._add(row) if found is None else self._meet(row, found)
        except MgcaError as error:
            if isinstance(error, UnsureError):
                self.contested.add(row.key)
            self.refused.append(Refused(self.file, row.number, error.message))

    def enrolled(self) -> Enrolled:
        """Return what it came to."""
        return Enrolled(
            tuple(self.added),
            tuple(self.known),
            tuple(self.refused),
            self.of,
            tuple(self.signs),
            tuple(self.unlike),
            frozenset(self.contested),
        )

    def _who(self, row: _Row) -> Person | None:
        holder = self.holders.get(row.key)
        if holder is not None:
            if not row.name or holder.name.strip() in ("", row.name):
                return holder
            raise UnsureError(
                f"person_id {row.key} is {holder.name[:60]}'s in the roster, and this row names "
                f"{row.name[:60]}: give another person_id, or the name that stands there."
            )
        if not row.name:
            same = [one for one in self.standing if one.name.strip() == row.key]
        else:
            same = [one for one in self._without_code(row.name) if not self._another(one, row)]
            # A file may hold several of that name: only one of them can be who stands there.
            same = [one for one in same if self._fitting(one) == [row]]
        if len(same) > 1:
            raise UnsureError(
                f"Several clients are called {row.name or row.key}, and none has the person_id "
                f"{row.key}: it is not sure whom this row means."
            )
        return same[0] if same else None

    def _without_code(self, name: str) -> list[Person]:
        return [
            one for one in self.standing if one.name.strip() == name and one.id not in self.codes
        ]

    def _fitting(self, one: Person) -> list[_Row]:
        named = [row for row in self.rows if row.name == one.name.strip()]
        return [row for row in named if not self._another(one, row)]

    def _another(self, one: Person, row: _Row) -> bool:
        for name in ("sex", "birth_date"):
            here, there = getattr(one, name), getattr(row.person, name)
            if here and there and here != there:
                return True
        return abs(self._apart(one, row.person) or 0) >= OTHER_AGE_MONTHS

    def _apart(self, one: Person, other: Person) -> int | None:
        """Months that one person is older than another; None where an age is not told."""
        first, second = (age_months(each, self.today) for each in (one, other))
        return None if first is None or second is None else first - second

    def _add(self, row: _Row) -> Person:
        """Save a client with code and warning signs, all or nothing."""
        with self.store.editing("add client") as edit:
            (new,) = edit.add([row.person])
            assert new.id is not None
            edit.add(self._ticks(new.id, row.flags or ()))
            if row.flags is not None:
                edit.add([self._gone_through(new.id)])
            if row.name:
                edit.add([code_of(new.id, row.key)])
        self.added.append(new)
        return new

    def _meet(self, row: _Row, one: Person) -> Person:
        """Tick what is new, learn the code, and note what the file says otherwise."""
        assert one.id is not None
        told = row.flags or ()
        fresh = tuple(flag for flag in told if flag not in self.ticked.get(one.id, ()))
        learns = bool(row.name) and one.id not in self.codes
        if fresh or learns:
            with self.store.editing("add client") as edit:
                edit.add(self._ticks(one.id, fresh))
                if learns:
                    edit.add([code_of(one.id, row.key)])
        if fresh:
            self.signs.append((one, fresh))
        self.known.append(one)
        self.unlike += self._otherwise(row.person, one)
        return one

    def _ticks(self, person_id: int, flags: Iterable[str]) -> list[RedFlag]:
        day = self.today.isoformat()
        return [RedFlag(person_id=person_id, flag=flag, ticked=day) for flag in flags]

    def _gone_through(self, person_id: int) -> Screening:
        day = self.today.isoformat()
        return Screening(person_id=person_id, question=GONE_THROUGH, answer=True, answered=day)

    def _otherwise(self, told: Person, one: Person) -> list[Unlike]:
        found = []
        for name in (*PLAIN, *LISTS):
            said, stands = getattr(told, name), getattr(one, name)
            silent = said in (None, "", (), "none")
            new = bool(set(said) - set(stands)) if isinstance(said, tuple) else said != stands
            if not silent and new:
                found.append(Unlike(one, name, said, stands))
        apart = self._apart(told, one)
        if told.age_years is not None and (apart is None or abs(apart) >= MONTHS):
            months = age_months(one, self.today)
            there = None if months is None else months // MONTHS
            found.append(Unlike(one, "age_years", told.age_years, there))
        return found


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


def _row(row: Mapping[Any, Any], cells: "Cells", number: int, today: dt.date) -> _Row:
    key, name = str(row["person_id"]), cells.get("name", "").strip()
    person = _person(row, cells, name or key, today)
    return _Row(number, key, "" if name == key else name, person, _flags(cells))


def _first_word(cells: "pd.Series[str]") -> str:
    return next((str(cell) for cell in cells if str(cell).strip()), "")


def _person(row: Mapping[Any, Any], cells: "Cells", name: str, today: dt.date) -> Person:
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


def _flags(cells: "Cells") -> tuple[str, ...] | None:
    """Signs that are present; none where "none" says that all were asked; None: nobody asked."""
    told = cells.get("red_flags", "").strip()
    if not told:
        return None
    if told.lower() in NONE:
        return ()
    flags = listed(told)
    _known_ids("warning sign", flags, [one.id for one in all_red_flags()])
    return flags


def _known_ids(what: str, given: Iterable[str], there: Sequence[str]) -> None:
    unknown = [one for one in given if one not in there]
    if unknown:
        raise DiaryError(
            f"There is no {what} {unknown[0][:60]!r}.", hint=f"There are {', '.join(there)}."
        )
