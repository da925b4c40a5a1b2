"""What was read and what was not: counts a file, overlaps between files."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import duckdb

from foods.errors import DiaryError, MgcaError
from foods.nutrients import COLUMNS, MINERALS
from nutrition.diary import carried_columns
from nutrition.intake import stem
from nutrition.readers import Plan
from nutrition.reading.day_totals import ROWS
from nutrition.reading.numbers import file_columns
from nutrition.reading.rows import diary_rows
from nutrition.reading.scans import FILE, Group, ReadFile
from nutrition.reading.states import lone_note

AUDIT = "mgca_audit"
"""The DuckDB table of rows counted by file, person and day."""
ITEMS_TWICE = (
    "Added up, those days would count twice. Give one of the files, or say --parts where they are "
    "parts of one diary."
)
TOTALS_TWICE = (
    "A total of a day holds its foods already: added up, they would count twice. Give the items "
    "or the totals, not both."
)
NO_ROWS = "The column names are there, but no row."
ROWS_SHOWN = 20
"""Row numbers that the report names for each reason; all of them stand in rejects.csv."""


def audit(
    connection: duckdb.DuckDBPyConnection,
    groups: Sequence[Group],
    columns: Sequence[str],
    carried: Sequence[str],
    *,
    words: bool,
) -> None:
    """Count the rows of diary and day files by file, person and day into the table `AUDIT`."""
    known = [
        f"count({n}) FILTER (mgca_drop IS NULL AND reason IS NULL) AS known_{stem(n)}"
        if n in carried
        else f"NULL::BIGINT AS known_{stem(n)}"
        for n in MINERALS
    ]
    selects = []
    for group in groups:
        if group.plan.shape == "diary":
            rows = diary_rows(group, columns, carried, words=words, audit=True)
            selects.append(
                f"SELECT mgca_number AS file, '{group.plan.part}' AS part, {_tidy('person_id')}, "
                f"{_tidy('day')}, mgca_drop, reason IS NOT NULL AS rejected, false AS whole, "
                f"count(*) AS rows, {', '.join(known)} FROM ({rows}) GROUP BY ALL"
            )
    if any(group.plan.shape in ("days", "habitual") for group in groups):
        counts = ", ".join(f"NULL::BIGINT AS known_{stem(n)}" for n in MINERALS)
        selects.append(
            "SELECT mgca_number AS file, part, person_id, day, mgca_drop, "
            f"reason IS NOT NULL AS rejected, true AS whole, count(*) AS rows, {counts} "
            f"FROM {ROWS} GROUP BY ALL"
        )
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {AUDIT} AS {' UNION ALL BY NAME '.join(selects)}"
    )


def _tidy(column: str) -> str:
    return f"regexp_replace({column}, '^(-?\\d+)\\.0+$', '\\1') AS {column}"


def check_overlap(
    connection: duckdb.DuckDBPyConnection, files: Sequence[ReadFile], *, parts: bool = False
) -> None:
    """Refuse files that share a person and a day, unless one holds foods, one supplements.

    Args:
        connection: Where the audit was made.
        files: Files that hold intake.
        parts: Items of a day may stand in several files; a total never beside its items.

    Raises:
        DiaryError: Which files, and an example of a person and day.
    """
    several = "count(DISTINCT file) > 1"
    alike = "(count(DISTINCT file) > count(DISTINCT part) OR bool_or(part = 'all'))"
    twice = " OR ".join(
        f"(count(DISTINCT file) FILTER (part = '{part}') > 1 "
        f"AND bool_or(whole) FILTER (part = '{part}'))"
        for part in ("food", "supplement")
    )
    twice = f"coalesce((bool_or(part = 'all') AND bool_or(whole)) OR {twice}, false)"
    found = connection.execute(
        f"SELECT person_id, day, list(DISTINCT file ORDER BY file), count(*) OVER (), {twice} "
        f"FROM {AUDIT} WHERE mgca_drop IS NULL AND NOT rejected GROUP BY person_id, day "
        f"HAVING {several} AND {twice if parts else alike} ORDER BY ALL LIMIT 1"
    ).fetchall()
    if not found:
        return
    ((person, day, numbers, count, whole),) = found
    names = {file.number: file.source.name for file in files}
    both = [names[n] for n in numbers]
    when = f"day {day}" if day is not None else "the same person"
    raise DiaryError(
        f"{' and '.join(both[:3])} overlap: person {person}, {when}"
        + (f" and {count - 1:,} more." if count > 1 else "."),
        hint=TOTALS_TWICE if whole else ITEMS_TWICE,
        files=both,
        person_id=person,
        day=day,
    )


def counts(
    connection: duckdb.DuckDBPyConnection, days: str | None = None
) -> dict[int, dict[str, Any]]:
    """Return rows, items, people, days, drops and known shares of each file of `AUDIT`.

    Args:
        connection: Where the audit was made.
        days: Table of the day totals, for nutrients that were computed.
    """
    found: dict[int, dict[str, Any]] = {}
    for file, rows, items, people, pairs, *known in connection.execute(
        "SELECT file, sum(rows)::BIGINT, coalesce(sum(rows) FILTER (good), 0)::BIGINT, "
        "count(DISTINCT person_id) FILTER (good), "
        "count(DISTINCT (person_id, day)) FILTER (good AND day IS NOT NULL), "
        + ", ".join(f"sum(known_{stem(n)}) FILTER (good)" for n in MINERALS)
        + f" FROM (SELECT *, mgca_drop IS NULL AND NOT rejected AS good FROM {AUDIT}) GROUP BY file"
    ).fetchall():
        shares = {
            n: float(k) / items if k is not None and items else None
            for n, k in zip(MINERALS, known, strict=True)
        }
        found[file] = {
            "rows": rows,
            "read": items,
            "people": people,
            "days": pairs,
            "dropped": {},
            "known_share": shares,
        }
    for file, reason, count in connection.execute(
        f"SELECT file, mgca_drop, sum(rows)::BIGINT FROM {AUDIT} WHERE mgca_drop IS NOT NULL "
        "GROUP BY ALL ORDER BY ALL"
    ).fetchall():
        found[file]["dropped"][reason] = count
    if days is not None:
        for file, shares in _computed(connection, days).items():
            for nutrient, share in shares.items():
                if found[file]["known_share"][nutrient] is None:
                    found[file]["known_share"][nutrient] = share
    return found


def _computed(
    connection: duckdb.DuckDBPyConnection, days: str
) -> dict[int, dict[str, float | None]]:
    shares = ", ".join(
        f"1 - sum({stem(n)}_unknown_items) / nullif(sum(items), 0)" for n in MINERALS
    )
    rows = connection.execute(
        f"SELECT file, {shares} FROM (SELECT DISTINCT file, person_id, day FROM {AUDIT} "
        f"WHERE mgca_drop IS NULL AND NOT rejected) JOIN {days} USING (person_id, day) "
        "GROUP BY file"
    ).fetchall()
    return {file: dict(zip(MINERALS, values, strict=True)) for file, *values in rows}


def only_file(connection: duckdb.DuckDBPyConnection, days: str) -> dict[str, Any]:
    """Return the counts of a single file without drops, from its day totals."""
    shares = ", ".join(
        f"1 - sum({stem(n)}_unknown_items) / nullif(sum(items), 0)" for n in MINERALS
    )
    ((items, people, pairs, *known),) = connection.execute(
        "SELECT coalesce(sum(items), 0)::BIGINT, count(DISTINCT person_id), count(day), "
        f"{shares} FROM {days}"
    ).fetchall()
    return {
        "rows": items,
        "read": items,
        "people": people,
        "days": pairs,
        "dropped": {},
        "known_share": dict(zip(MINERALS, known, strict=True)),
    }


def rejected(rejects: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, dict[str, Any]]]:
    """Return, by file and reason, how many rows were rejected and the first row numbers."""
    found: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for reject in rejects:
        reason = str(reject["reason"]).partition(": ")[0]
        entry = found[reject["source_file"]].setdefault(reason, {"rows": 0, "first": []})
        entry["rows"] += 1
        if len(entry["first"]) < ROWS_SHOWN:
            entry["first"].append(reject["source_row"])
    return found


def file_report(
    file: ReadFile,
    counted: Mapping[str, Any] | None,
    refused: Mapping[str, Mapping[str, Any]],
    *,
    recompute: bool,
    left_out: int = 0,
    lone: Sequence[str] = (),
    unread: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """Return how a file was read; see `nutrition.reading.files.Reading.report`.

    Args:
        file: The file.
        counted: Its counts, or None where nothing was counted.
        refused: Its rejects by reason.
        recompute: Nutrients of diaries are computed whatever the file carries.
        left_out: People with a 30-day average of supplements and no day.
        lone: Days of a summary for which the foods beside it have no row.
        unread: Cells that hold no number, by column and reason.
    """
    plan = file.plan
    notes = [*plan.notes, *plan.lone_notes]
    if lone:
        notes.append(lone_note(lone))
    if left_out and plan.shape == "habitual" and plan.part == "supplement":
        notes.append(f"{left_out:,} people have an average and no day; they are left out.")
    own = carried_columns(list(plan.columns), recompute=recompute)
    report: dict[str, Any] = {
        "file": file.source.name,
        "format": file.reader,
        "title": file.title,
        "shape": plan.shape,
        "columns": _whose(plan)
        | {house: used(file_columns(sql, file.source)) for house, sql in plan.columns.items()},
        "carried": list(own) if plan.shape == "diary" else [],
        "nutrients": {}
        if plan.shape in ("people", "states")
        else origins(file, recompute=recompute),
        "notes": notes,
    }
    if unread:
        report["unread"] = [dict(one) for one in unread]
    if counted is not None:
        numbers = dict(counted)
        lines = sum(entry["rows"] for entry in refused.values())
        read = numbers.pop("read")
        numbers["rows"] = read + lines + sum(numbers["dropped"].values())
        report |= numbers
        report["items" if plan.shape == "diary" else "day_rows"] = read
        report["rejected"] = dict(refused)
    return report


def _whose(plan: Plan) -> dict[str, str]:
    return {} if "person_id" in plan.columns else {"person_id": used(FILE)}


def without_rows(report: dict[str, Any]) -> dict[str, Any]:
    """Return the report of a file of intake in which nothing stands below the column names."""
    return report | {"rows": 0, "notes": [*report["notes"], NO_ROWS]}


def not_read(error: MgcaError) -> dict[str, Any]:
    """Return the report of a file that could not be opened or is refused."""
    return {
        "file": error.fields.get("file", ""),
        "format": None,
        "title": "not read",
        "shape": None,
        "columns": {},
        "carried": [],
        "nutrients": {},
        "notes": [str(error)],
    }


def origins(file: ReadFile, *, recompute: bool) -> dict[str, str]:
    """Return where each nutrient of a file comes from, in words."""
    columns = file.plan.columns
    both = all(mineral in columns for mineral in MINERALS)
    lone = file.plan.shape != "diary" or (both and not recompute)
    out = {}
    for nutrient in COLUMNS:
        name = stem(nutrient)
        stated = [c for c in (nutrient, f"{name}_food_mg", f"{name}_supplement_mg") if c in columns]
        if stated and not (recompute and file.plan.shape == "diary"):
            factor = file.plan.scale.get(nutrient)
            times = f", × {factor:g}" if factor is not None else ""
            named = (used(file_columns(columns[c], file.source)) for c in stated)
            out[nutrient] = f"carried: {', '.join(named)}{times}"
        elif lone:
            out[nutrient] = "not in this file"
        else:
            column = "" if not any(m in columns for m in MINERALS) else "no column for it, "
            out[nutrient] = f"{column if nutrient in MINERALS else ''}computed from the foods"
    return out


def used(sql: str) -> str:
    """Return the file's columns that an SQL expression uses, or the value that it states."""
    if "mgca_file" in sql:
        return "the file's name"
    found = re.findall(r'"((?:[^"]|"")*)"', sql)
    return " + ".join(dict.fromkeys(n.replace('""', '"') for n in found)) or sql.strip("'")
