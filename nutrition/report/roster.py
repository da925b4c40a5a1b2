"""Rows of a people table → clients: names, notes, medicines, circumstances, signs, filters.

Optional columns, several things in one cell divided by ``;`` or ``|``: name; notes; medicines;
conditions or contexts (ids or names of `data/contexts.csv`); red_flags (of `data/red_flags.csv`,
or none where all were asked and none is present; an empty cell: not asked);
filters (vegan, lactose-free, without-nuts, without-gluten); dislikes (words of food names).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from foods.errors import DiaryError
from nutrition.report.facts import Client
from nutrition.screening import all_contexts, all_red_flags
from nutrition.suggest import Filters
from nutrition.texts import languages, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from nutrition.screening import Context, RedFlag

FILTERS = {
    "vegan": "vegan",
    "lactose-free": "lactose_free",
    "without-lactose": "lactose_free",
    "without-nuts": "without_nuts",
    "nut-free": "without_nuts",
    "without-gluten": "without_gluten",
    "gluten-free": "without_gluten",
}
"""Words for what is not eaten → fields of `nutrition.suggest.Filters`."""

NONE = ("", "none", "no", "-", "–", "nan", "<na>")
"""What a cell says where there is nothing."""


def clients_of(rows: Iterable[Mapping[str, Any]], *, country: str | None = None) -> list[Client]:
    """Read the clients of a people table.

    Args:
        rows: Rows as `nutrition.people.read_people` gives them, the file's own columns included.
        country: Country or locale, for the emergency number.

    Returns:
        One client a row.

    Raises:
        DiaryError: Circumstances, warning signs or filters that are on no list, all of them with
            their person: a misspelt warning sign must not be passed over.
    """
    wrong: list[str] = []
    found = [_client(row, country, wrong) for row in rows]
    if wrong:
        raise DiaryError(
            f"The people table says what is on no list: {'; '.join(wrong[:10])}"
            f"{f'; and {len(wrong) - 10} more' if len(wrong) > 10 else ''}.",  # noqa: PLR2004
            hint="Circumstances are ids of nutrition/data/contexts.csv, warning signs of "
            f"nutrition/data/red_flags.csv, filters {', '.join(sorted(set(FILTERS)))}.",
            wrong=wrong,
        )
    return found


def _client(row: Mapping[str, Any], country: str | None, wrong: list[str]) -> Client:
    person = str(row["person_id"])
    contexts, signs = _vocabularies()

    def known(cell: str | None, allowed: Mapping[str, str], what: str) -> tuple[str, ...]:
        ids = []
        for part in _parts(cell):
            word = allowed.get(_plain(part))
            if word is None:
                wrong.append(f"{what} {part!r} of person {person}")
            else:
                ids.append(word)
        return tuple(dict.fromkeys(ids))

    circumstances = ";".join(_text(row, name) or "" for name in ("contexts", "conditions"))
    flags, medicines = _text(row, "red_flags"), _text(row, "medicines")
    eaten = known(_text(row, "filters"), FILTERS, "filter")
    disliked = frozenset(_parts(_text(row, "dislikes")) + _parts(_text(row, "disliked")))
    age, trimester = _number(row, "age_months"), _number(row, "trimester")
    return Client(
        person_id=person,
        name=_text(row, "name") or "",
        sex=_text(row, "sex"),
        age_months=age,
        condition=_text(row, "condition") or "none",
        trimester=trimester,
        notes=str(row.get("notes") if _text(row, "notes") else ""),
        medicines=None if medicines is None else _parts(medicines),
        contexts=known(circumstances, contexts, "circumstance"),
        # An empty cell: nobody asked. "none" says that all were asked and none was present.
        red_flags=known(flags, signs, "warning sign") if flags else None,
        filters=Filters(**dict.fromkeys(eaten, True), disliked=disliked),
        country=country,
    )


def _text(row: Mapping[str, Any], column: str) -> str | None:
    """A cell as text; None where the table has no such column, "" where the cell is empty."""
    if column not in row:
        return None
    value = row[column]
    return "" if value is None or str(value) in ("nan", "<NA>", "None") else str(value).strip()


def _number(row: Mapping[str, Any], column: str) -> int | None:
    text = _text(row, column)
    return int(float(text)) if text else None


def _parts(cell: str | None) -> tuple[str, ...]:
    parts = [part.strip() for part in re.split(r"[;|\n]", cell or "")]
    return tuple(part for part in parts if part.casefold() not in NONE)


def _plain(word: str) -> str:
    return re.sub(r"[\s_]+", "-", word.strip().casefold())


@cache
def _vocabularies() -> tuple[dict[str, str], dict[str, str]]:
    """What circumstances and warning signs are called: their ids, and their names everywhere."""
    return _called(all_contexts()), _called(all_red_flags())


def _called(things: Iterable[Context | RedFlag]) -> dict[str, str]:
    words = {}
    for one in things:
        words[one.id] = one.id
        for language in languages():
            words[_plain(say(one.text_id, language))] = one.id
    return words
