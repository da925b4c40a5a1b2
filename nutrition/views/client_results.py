"""What the records of clients come to: days, assessment, triage, sheet; computed once a change."""

import datetime as dt
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd
import sqlalchemy as sa

from nutrition.adequacy.assessment import assess
from nutrition.adequacy.plausibility import energy_plausibility
from nutrition.intake import DAY_COLUMNS, total
from nutrition.judgement import ENERGY
from nutrition.people import read_people_and_rejects
from nutrition.records import ORDER, by_ingredients
from nutrition.report import Client, Sheet, sheet_of
from nutrition.screening import ScreeningError
from nutrition.store import Person, Store, items, people_frame
from nutrition.store.ages import age_day, age_months
from nutrition.store.schema import tables
from nutrition.suggest.person import Filters

if TYPE_CHECKING:
    from foods.composition import FoodTable

TEXTS = ("person_id", "day", "day_state")


@dataclass(frozen=True)
class Recorded:
    """All days of one client, computed.

    Attributes:
        signature: Which records in which versions, under which surroundings.
        items: The Items table.
        days: The Days table.
    """

    signature: str
    items: pd.DataFrame
    days: pd.DataFrame

    def between(self, first: str | None = None, last: str | None = None) -> "Recorded":
        """Return the days from ``first`` to ``last``; None is no bound."""

        def within(frame: pd.DataFrame) -> pd.DataFrame:
            if frame.empty:
                return frame
            kept = frame["day"].ge(first or "") & frame["day"].le(last or "9999-12-31")
            return frame[kept].reset_index(drop=True)

        return Recorded(self.signature, within(self.items), within(self.days))

    @property
    def dates(self) -> tuple[str, ...]:
        """The days, oldest first."""
        return tuple(sorted(map(str, self.days["day"])))


Memory = MutableMapping[int, Recorded]
"""What was computed, by client."""


@dataclass(frozen=True)
class Terms:
    """How records are read and judged.

    Attributes:
        locale: Sizes of cups, pints and spoons.
        body: Reference body.
        sd_source: Source of the day-to-day standard deviation.
        around: What `nutrition.views.history_days.surroundings` said; another word computes
            everything anew.
    """

    locale: str = "us"
    body: str = "NASEM"
    sd_source: str = "IOM 2000"
    around: str = ""


def recorded(
    store: Store,
    table: "FoodTable",
    people: Sequence[int],
    terms: Terms,
    kept: Memory | None = None,
) -> dict[int, Recorded]:
    """Compute the records of clients; those that are kept and unchanged are not computed again.

    Args:
        store: The open diary.
        table: The food table, own foods laid over it.
        people: Ids of clients.
        terms: Of which ``locale`` and ``around`` count.
        kept: Where results are kept; nowhere when None.

    Returns:
        Client → days and items, empty where nothing is recorded.
    """
    memory: Memory = {} if kept is None else kept
    wanted = _signatures(store, people, f"{terms.locale}|{terms.around}")
    missing = [
        one
        for one, signature in wanted.items()
        if (held := memory.get(one)) is None or held.signature != signature
    ]
    if missing:
        found = items(store, table, person_ids=missing, locale=terms.locale)
        days = _days(found, table)
        parts = dict(iter(found.groupby("person_id"))) if len(found) else {}
        of_days = dict(iter(days.groupby("person_id"))) if len(days) else {}
        for one in missing:
            memory[one] = Recorded(
                wanted[one],
                parts.get(str(one), found.iloc[:0]).reset_index(drop=True),
                of_days.get(str(one), days.iloc[:0]).reset_index(drop=True),
            )
    return {one: memory[one] for one in people}


def assessment(
    days: pd.DataFrame, people: Iterable[Person], on: Mapping[int, dt.date], terms: Terms
) -> pd.DataFrame:
    """Assess clients, with the plausibility of their reported energy.

    Args:
        days: The Days table of all of them.
        people: Who they are; sex or age may be unknown.
        on: The day of which each one's age is.
        terms: Of which ``body`` and ``sd_source`` count.

    Returns:
        The assessment of `nutrition.adequacy.assess` with `nutrition.judgement.ENERGY`: two rows
        for each client, recorded or not.
    """
    roster = _roster(people, on)
    found = assess(days, roster, body=terms.body, sd_source=terms.sd_source)
    energy = energy_plausibility(days, roster)[["person_id", *ENERGY]].rename(columns=ENERGY)
    return found.merge(energy, on="person_id", how="left")


def client_of(
    person: Person, flags: Sequence[str] | None, *, on: dt.date, country: str | None = None
) -> Client:
    """Return a client as a sheet takes them.

    Args:
        person: Who.
        flags: Ids of ticked warning signs; None: not gone through.
        on: The day of which the age is.
        country: Country or locale, for the emergency number.
    """
    return Client(
        person_id=str(person.id),
        name=person.name,
        sex=person.sex,
        age_months=age_months(person, on),
        condition=person.condition,
        trimester=person.trimester,
        notes=person.notes,
        # An empty list may mean that nobody asked; then every note about medicines stands.
        medicines=person.medicines or None,
        contexts=person.contexts,
        red_flags=None if flags is None else tuple(flags),
        filters=filters_of(person),
        country=country,
    )


def filters_of(person: Person) -> Filters:
    """Return what a person does not eat, as suggestions take it."""
    chosen = {one.replace("-", "_") for one in person.filters}
    unknown = sorted(chosen - {"vegan", "lactose_free", "without_nuts", "without_gluten"})
    if unknown:
        raise ScreeningError(
            f"There is no filter {', '.join(unknown)}.", hint="Choose the filters of the person."
        )
    return Filters(
        vegan="vegan" in chosen,
        lactose_free="lactose_free" in chosen,
        without_nuts="without_nuts" in chosen,
        without_gluten="without_gluten" in chosen,
        disliked=frozenset(person.disliked),
    )


def sheet(
    person: Person,
    now: Recorded,
    table: "FoodTable",
    terms: Terms,
    *,
    flags: Sequence[str] | None,
    today: dt.date,
    earlier: Recorded | None = None,
    country: str | None = None,
) -> Sheet:
    """Compute one client's sheet.

    Args:
        person: Who.
        now: Their days.
        table: The food table that the days were computed with.
        terms: How to judge.
        flags: Ids of ticked warning signs; None: not gone through.
        today: The day on the sheet.
        earlier: Days of an earlier period, for before and after.
        country: Country or locale, for the emergency number.
    """
    on = last_days([person], {id_of(person): now}, today)
    before = None
    if earlier is not None and len(earlier.days):
        then = last_days([person], {id_of(person): earlier}, today)
        before = plain_rows(assessment(earlier.days, [person], then, terms))
    return sheet_of(
        client_of(person, flags, on=on[id_of(person)], country=country),
        plain_rows(now.items),
        plain_rows(now.days),
        plain_rows(assessment(now.days, [person], on, terms)),
        table,
        earlier=before,
        earlier_days=[] if earlier is None else plain_rows(earlier.days),
        printed=today,
    )


def _signatures(store: Store, people: Sequence[int], around: str) -> dict[int, str]:
    """Return for each client how many records there are and which was written last."""
    found: dict[int, list[str]] = {one: [around] for one in people}
    with store.reading() as connection:
        for name in ("entries", "days"):
            table = tables[name]
            query = (
                sa.select(table.c.person_id, sa.func.count(), sa.func.max(table.c.version))
                .where(table.c.owner == store.owner)
                .group_by(table.c.person_id)
            )
            for person, count, version in connection.execute(query):
                if person in found:
                    found[person].append(f"{name}{count}.{version}")
    return {one: "|".join(parts) for one, parts in found.items()}


def _days(found: pd.DataFrame, table: "FoodTable") -> pd.DataFrame:
    if found.empty:
        return _no_days()
    if not table.dishes:
        days: pd.DataFrame = total(found)
        return days
    import pyarrow as pa  # only for dishes

    items = pa.Table.from_pandas(found.assign(**{ORDER: range(len(found))}), preserve_index=False)
    of_dishes: pd.DataFrame = total(by_ingredients(items, table)).to_pandas()
    return of_dishes


def _no_days() -> pd.DataFrame:
    types = {name: "str" if name in TEXTS else "float64" for name in DAY_COLUMNS}
    return pd.DataFrame(columns=list(DAY_COLUMNS)).astype(types)


def joined(records: Iterable[Recorded]) -> pd.DataFrame:
    """Return the Days of several clients under each other."""
    frames = [one.days for one in records]
    filled = [frame for frame in frames if len(frame)]
    if filled:
        return pd.concat(filled, ignore_index=True)
    return frames[0] if frames else _no_days()


def last_days(
    people: Iterable[Person], records: Mapping[int, Recorded], today: dt.date
) -> dict[int, dt.date]:
    """Return the day of which each client's age is: that of the last record, else today."""
    found = {}
    for one in people:
        dates = records[id_of(one)].dates
        last = dt.date.fromisoformat(dates[-1]) if dates else today
        found[id_of(one)] = age_day(one, last)
    return found


def _roster(people: Iterable[Person], on: Mapping[int, dt.date]) -> pd.DataFrame:
    """Return the people table; who has no sex or age stands in it without."""
    whole = pd.concat(
        [people_frame([]), *(people_frame([one], on[id_of(one)]) for one in people)],
        ignore_index=True,
    )
    good, bad = read_people_and_rejects(whole)
    if not len(bad):
        return good
    others = bad[["person_id"]].reindex(columns=good.columns).astype(good.dtypes)
    return pd.concat([good, others], ignore_index=True) if len(good) else others


def plain_rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return rows with None for whatever is missing."""
    return [
        {str(name): None if pd.isna(cell) else cell for name, cell in row.items()}
        for row in frame.to_dict("records")
    ]


def id_of(person: Person) -> int:
    """Return the id of a person who is stored."""
    assert person.id is not None
    return person.id
