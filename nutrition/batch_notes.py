"""What a run says of its files beside the tables: what to look at, nothing is left out for it."""

from typing import TYPE_CHECKING, Any, TypeAlias

import duckdb

from nutrition.counted import counted
from nutrition.several import SeveralTotals
from nutrition.totals import Totals

if TYPE_CHECKING:
    from nutrition.cluster import ClusterTotals
    from nutrition.reading.scans import ReadFile

    AnyTotals: TypeAlias = Totals | SeveralTotals | ClusterTotals

MOST_A_DAY = {"grams": 20_000.0, "calcium_mg": 10_000.0, "magnesium_mg": 5_000.0}
"""Beyond any reported day [g, mg]: such days are pointed out, never left out."""


def notes_of(totals: "AnyTotals") -> list[str]:
    """Say what was done with unstated days and days beyond belief.

    Args:
        totals: After `compute`.
    """
    return [*_states(totals), *_implausible(totals.connection)]


def people_in_short(file: dict[str, Any]) -> dict[str, Any]:
    """Name the columns of a people file that are only carried along apart from those used."""
    kept = [name for name in file["columns"] if name.startswith('"')]
    if not kept:
        return file
    used = {house: column for house, column in file["columns"].items() if house not in kept}
    also = [file["columns"][name] for name in kept]
    return file | {"columns": used, "kept_columns": also}


def _implausible(connection: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
    """Say how many days hold more than anyone eats: most often a wrong unit or column."""
    test = " OR ".join(f"{column} > {most!r}" for column, most in MOST_A_DAY.items())
    found = connection.execute(
        "SELECT person_id, coalesce(day, ''), count(*) OVER () FROM days "
        f"WHERE {test} ORDER BY ALL LIMIT 1"
    ).fetchall()
    if not found:
        return ()
    ((person, day, count),) = found
    limits = "20 kg of food and drink, 10,000 mg calcium or 5,000 mg magnesium"
    where = f"such as person {person}, day {day}"
    some = counted(count, "person-day holds", "person-days hold")
    return (f"{some} more than {limits}, {where}: check. Nothing is left out.",)


def _states(totals: "AnyTotals") -> list[str]:
    if totals.says_completeness:
        return []
    told = "The diary does not say which days are complete; every day is taken as complete."
    unread = [
        file.source.name
        for file in _read_files(totals)
        if file.reader == "plain" and "complete" in map(str.lower, file.source.header)
    ]
    if unread:
        told += (
            f" The column complete of {unread[0]} is not read: call it day_state, with the words "
            "complete, partial or empty."
        )
    return [told]


def _read_files(totals: "AnyTotals") -> "list[ReadFile]":
    """The files behind the totals; none where workers read them."""
    if isinstance(totals, SeveralTotals):
        return [file for one in totals.sets for file in _read_files(one)]
    return totals.reading._files if isinstance(totals, Totals) else []  # noqa: SLF001 - shown only
