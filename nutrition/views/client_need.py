"""All clients in one table, sorted by need, with the reasons in words."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from nutrition.screening.prompts import ADULT_YEARS
from nutrition.store import Person
from nutrition.store.ages import MONTHS, age_months
from nutrition.triage import told, triage
from nutrition.views.client_results import (
    Recorded,
    Terms,
    assessment,
    id_of,
    joined,
    last_days,
    plain_rows,
)

OLDER_YEARS = 65
"""From here on a group of its own on the page; references change at 51 and 71."""


def need(
    people: Sequence[Person],
    records: Mapping[int, Recorded],
    flags: Mapping[int, Sequence[str]],
    terms: Terms,
    *,
    today: dt.date,
    last_time: dt.date | None = None,
) -> pd.DataFrame:
    """Sort clients by need.

    Args:
        people: The clients.
        records: What `recorded` gave.
        flags: Ids of ticked warning signs by client.
        terms: How to judge.
        today: For ages of clients without a record.
        last_time: Until which day records are those of last time. Who has days after it is
            judged by these, and what changed since is said; all others by all their days.

    Returns:
        The table of `nutrition.triage.triage`.
    """
    ids = [id_of(one) for one in people]
    now, before = {}, {}
    for one in ids:
        whole = records[one]
        later = whole.between(first=_after(last_time)) if last_time else whole
        has_later = last_time is not None and bool(len(later.days))
        now[one] = later if has_later else whole
        if has_later and last_time is not None:
            before[one] = whole.between(last=last_time.isoformat())
    current = assessment(joined(now.values()), people, last_days(people, now, today), terms)
    previous = None
    earlier = [one for one in people if one.id in before and len(before[one.id].days)]
    if earlier:
        of_earlier = joined(before[id_of(one)] for one in earlier)
        previous = assessment(of_earlier, earlier, last_days(earlier, before, today), terms)
    who = pd.DataFrame(
        {
            "person_id": [str(one) for one in ids],
            "name": [one.name for one in people],
            "condition": [one.condition for one in people],
            "age_months": [age_months(one, today) for one in people],
            "contexts": ["|".join(one.contexts) for one in people],
            "red_flags": ["|".join(flags.get(one, ())) for one in ids],
        }
    )
    return triage(joined(now.values()), current, who, previous)


def need_table(table: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return the triage table in words, to show.

    Args:
        table: What `need` gave.
        language: A code of `nutrition.texts.languages()`.

    Returns:
        Columns ``priority, person_id, name, level, reasons, days, calcium, magnesium`` (intake
        a day in words), ``data_quality, changed``.
    """
    rows = []
    for row in plain_rows(table):
        said = told(row, language)
        rows.append(
            {
                "priority": row["priority"],
                "person_id": row["person_id"],
                "name": row["name"],
                "level": said["level"],
                "reasons": said["reasons"],
                "days": row["days"],
                **{name: _amount(row, name, language) for name in ("calcium", "magnesium")},
                "data_quality": said["data_quality"],
                "changed": said["changed"],
            }
        )
    columns = ["priority", "person_id", "name", "level", "reasons", "days"]
    columns += ["calcium", "magnesium", "data_quality", "changed"]
    return pd.DataFrame(rows, columns=columns)


def need_download(table: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return the triage table for a spreadsheet: ids, figures and words; its texts unguarded.

    Returns:
        The columns of `nutrition.triage.triage`, then ``level_words, reasons_words,
        data_quality_words, changed_words``.
    """
    said = [told(row, language) for row in plain_rows(table)]
    words = {f"{name}_words": [one[name] for one in said] for name in said[0]} if said else {}
    return table.assign(**words)


def _amount(row: Mapping[str, Any], name: str, language: str) -> str:
    from nutrition.report.figures import intake

    told = {
        "intake_mg": row[f"{name}_mg"],
        "probability_is_at_least": row[f"{name}_at_least"],
    }
    return intake(told, language)


def fitting(
    table: pd.DataFrame, language: str, levels: Sequence[str] = (), search: str = ""
) -> pd.DataFrame:
    """Return the rows of the triage table that fit.

    Args:
        table: What `need` gave.
        language: In which reasons are searched.
        levels: Levels of need to keep; all when empty.
        search: Words that the name or the reasons must hold, in any case of letters.
    """
    kept = table[table["level"].isin(levels)] if levels else table
    words = search.casefold().split()
    if not words:
        return kept
    texts = [
        f"{row['name']} {row['person_id']} {' '.join(told(row, language).values())}".casefold()
        for row in plain_rows(kept)
    ]
    return kept[[all(word in text for word in words) for text in texts]]


def grouped(
    table: pd.DataFrame, people: Iterable[Person], by: str, *, today: dt.date
) -> dict[str, pd.DataFrame]:
    """Divide the triage table into groups, each sorted by need.

    Args:
        table: What `need` gave.
        people: The clients.
        by: ``level``, ``sex`` or ``stage`` (of life).
        today: The day of which ages are.

    Returns:
        Id of the group → its rows; the group of the most urgent client first.
    """
    if by == "level":
        keys = [str(level) for level in table["level"]]
    else:
        of = {str(one.id): one for one in people}
        name = _sex if by == "sex" else _stage
        keys = [name(of[str(one)], today) for one in table["person_id"]]
    return {key: table[[one == key for one in keys]] for key in dict.fromkeys(keys)}


def _sex(person: Person, today: dt.date) -> str:
    del today
    return person.sex or "unknown"


def _stage(person: Person, today: dt.date) -> str:
    if person.condition != "none":
        return person.condition
    months = age_months(person, today)
    if months is None:
        return "no-age"
    years = months // MONTHS
    return "child" if years < ADULT_YEARS else "older" if years >= OLDER_YEARS else "adult"


def _after(day: dt.date | None) -> str | None:
    return None if day is None else (day + dt.timedelta(days=1)).isoformat()
