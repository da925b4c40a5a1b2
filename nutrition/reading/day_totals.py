"""Files that hold only totals → Days: a row a person and day, or habitual intake without a day.

A total that a file states is taken as it stands. How many foods had no value is null where the
file does not say, and zero where its system computes every food from a complete table.
"""

from collections.abc import Sequence
from typing import Any

import duckdb

from foods.errors import DiaryError
from foods.nutrients import COLUMNS, MINERALS
from nutrition.diary import DAY_STATES, SCHEMA_VERSION
from nutrition.intake import DAY_COLUMNS, stem
from nutrition.readers import Plan
from nutrition.readers.source import Source, literal, quoted
from nutrition.reading.numbers import measured, quantity, unread
from nutrition.reading.rows import one_of, text
from nutrition.reading.scans import FILE, Group, raw_rows

ROWS = "mgca_day_rows"
"""The DuckDB table of all rows that state a total, readable or not."""
WHOLE = ("items", "grams_unknown_items", "supplement_items", "schema_version")
COUNTS = tuple(
    c for c in DAY_COLUMNS if c in WHOLE or c.endswith(("unknown_items", "supplement_items"))
)
NUMBERS = tuple(c for c in DAY_COLUMNS if c not in ("person_id", "day", "day_state"))


def collect(connection: duckdb.DuckDBPyConnection, groups: Sequence[Group]) -> None:
    """Read the groups of the shapes ``days`` and ``habitual`` into the table `ROWS`."""
    rows = " UNION ALL BY NAME ".join(map(rows_sql, groups))
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {ROWS} AS {rows}")


def rows_sql(group: Group) -> str:
    """Return the SQL of a group's rows as Days, each with its ``reason`` for being rejected."""
    plan, source = group.plan, group.source
    cells = ", ".join(f"coalesce({quoted(c)}, '')" for c in source.names)
    day = "NULL::VARCHAR" if plan.shape == "habitual" else _key(text(plan, "day"))
    inner = [
        f"{_key(text(plan, 'person_id'))} AS person_id",
        f"{day} AS day",
        f"{one_of(plan, 'day_state', DAY_STATES, 'NULL')} AS day_state",
        *(f"{text(plan, column)} AS {column}" for column in ("date", "recall_no")),
        *(f"{sql} AS {column}" for column, sql in _values(plan, source).items()),
        f"mgca_number, {FILE} AS source_file, mgca_row AS source_row",
        f"concat_ws({literal(source.delimiter or ',')}, {cells}) AS raw",
        f"{_dropped(plan)} AS mgca_drop, {_wrong_number(plan, source)} AS wrong",
        f"{literal(plan.part)} AS part, {literal(plan.shape)} AS shape",
        f"{unread(plan, NUMBERS, source)} AS unread",
    ]
    base = f"SELECT {', '.join(inner)} FROM ({raw_rows(group, rows=True)})"
    blank_day = (
        "" if plan.shape == "habitual" else "WHEN coalesce(day, '') = '' THEN 'day is blank' "
    )
    again = (
        "NULL"
        if plan.summed
        else "CASE WHEN mgca_drop IS NULL AND row_number() OVER "
        "(PARTITION BY mgca_number, person_id, day, mgca_drop IS NULL ORDER BY source_row) > 1 "
        "THEN 'an earlier row has this person and day' END"
    )
    return (
        "SELECT *, CASE WHEN mgca_drop IS NOT NULL THEN NULL "
        "WHEN coalesce(person_id, '') = '' THEN 'person_id is blank' "
        f"{blank_day}WHEN wrong IS NOT NULL THEN wrong ELSE {again} END AS reason FROM ({base})"
    )


def _key(sql: str) -> str:
    return f"regexp_replace({sql}, '^(-?\\d+)\\.0+$', '\\1')"


def _values(plan: Plan, source: Source) -> dict[str, str]:
    """Return the SQL of every number of the Days table."""
    stated = {c: _stated(plan, c, source) for c in NUMBERS if c in plan.columns}
    null = "NULL::DOUBLE"
    out: dict[str, str] = {}
    for nutrient in COLUMNS:
        out[nutrient] = stated.get(nutrient, null)
        unknown = f"{stem(nutrient)}_unknown_items"
        none = f"CASE WHEN {out[nutrient]} IS NOT NULL THEN 0 END" if plan.complete else null
        out[unknown] = stated.get(unknown, none)
    for nutrient in MINERALS:
        name = stem(nutrient)
        food, taken = f"{name}_food_mg", f"{name}_supplement_mg"
        if nutrient not in stated and (food in stated or taken in stated):
            known = [stated[c] for c in (food, taken) if c in stated]
            both = " + ".join(f"coalesce({sql}, 0)" for sql in known)
            out[nutrient] = f"CASE WHEN coalesce({', '.join(known)}) IS NOT NULL THEN {both} END"
        total = out[nutrient]
        out[food] = stated.get(food, total if plan.part == "food" else null)
        out[taken] = stated.get(taken, total if plan.part == "supplement" else null)
        for bound in (f"{nutrient}_low", f"{nutrient}_high"):
            out[bound] = stated.get(bound, total)
        known_grams = stated.get("grams", null) if plan.complete else null
        out[f"{name}_known_grams"] = stated.get(f"{name}_known_grams", known_grams)
    for column in ("items", "grams", "supplement_items"):
        out[column] = stated.get(column, null)
    for column in (f"{stem(n)}_supplement_unknown_items" for n in MINERALS):
        out[column] = stated.get(column, null)
    weighed = "CASE WHEN grams IS NOT NULL THEN 0 END".replace("grams", f"({out['grams']})")
    out["grams_unknown_items"] = stated.get(
        "grams_unknown_items", weighed if plan.complete else null
    )
    out["schema_version"] = str(SCHEMA_VERSION)
    return {c: f"({sql})::{'BIGINT' if c in COUNTS else 'DOUBLE'}" for c, sql in out.items()}


def _stated(plan: Plan, column: str, source: Source) -> str:
    return f"({quantity(plan, column, source)})"


def _wrong_number(plan: Plan, source: Source) -> str:
    """Return the SQL of the reason where a mineral is written but is no number."""
    cases = []
    for nutrient in MINERALS:
        for column in (nutrient, f"{stem(nutrient)}_food_mg", f"{stem(nutrient)}_supplement_mg"):
            if column not in plan.columns:
                continue
            sql = plan.columns[column]
            written = f"coalesce(trim({sql}), '') NOT IN ('', 'NA', 'N/A')"
            wrong = f"coalesce({measured(plan, column, source)} >= 0, false)"
            said = f"concat('{stem(nutrient)} is not an amount: ', ({sql})[:60])"
            cases.append(f"WHEN {written} AND NOT {wrong} THEN {said}")
    return f"CASE {' '.join(cases)} END" if cases else "NULL::VARCHAR"


def _dropped(plan: Plan) -> str:
    cases = " ".join(f"WHEN {d.condition} THEN {literal(d.reason)}" for d in plan.drops)
    return f"CASE {cases} END" if cases else "NULL::VARCHAR"


def days_sql(*, habitual_supplements: bool = False) -> str:
    """Return the SQL of the readable rows as Days, food and supplement parts added up.

    Args:
        habitual_supplements: The 30-day averages of supplements instead of all others.
    """
    averages = "shape = 'habitual' AND part = 'supplement'"
    test = averages if habitual_supplements else f"NOT ({averages})"
    return combined(f"SELECT * FROM {ROWS} WHERE reason IS NULL AND mgca_drop IS NULL AND {test}")


def in_one_schema(days: Any) -> Any:
    """Return a PyArrow table of Days with the columns and types that all engines agree on."""
    import pyarrow as pa

    texts = ("person_id", "day", "day_state")
    types = {
        c: pa.string() if c in texts else pa.int64() if c in COUNTS else pa.float64()
        for c in DAY_COLUMNS
    }
    return days.select(list(types)).cast(pa.schema(list(types.items())))


def combined(query: str) -> str:
    """Return the SQL that adds up rows of one person and day; unknown stays unknown.

    A sum is what is known of it. A count of unknown foods is known only where all parts say it.
    """
    sums = []
    for column in DAY_COLUMNS:
        if column in ("person_id", "day"):
            continue
        if column in ("day_state", "schema_version"):
            sums.append(f"max({column}) AS {column}")
        elif column.endswith("unknown_items"):
            total = f"sum({column})::BIGINT"
            sums.append(f"CASE WHEN count({column}) = count(*) THEN {total} END AS {column}")
        else:
            kind = "::BIGINT" if column in COUNTS else ""
            sums.append(f"sum({column}){kind} AS {column}")
    keyed = f"SELECT person_id, day, {', '.join(sums)} FROM ({query}) GROUP BY person_id, day"
    return f"SELECT {', '.join(DAY_COLUMNS)} FROM ({keyed})"


def add_averages(connection: duckdb.DuckDBPyConnection, table: str = "days") -> int:
    """Add each person's 30-day average of supplements to each of their days.

    Who took some of unknown content has one more unknown item on each day.

    Returns:
        People with an average and no day, who are left out.
    """
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE averages AS {days_sql(habitual_supplements=True)}"
    )
    changes = []
    for nutrient in MINERALS:
        name = stem(nutrient)
        average = f"averages.{nutrient}"
        changes += [
            f"{column} = coalesce({table}.{column}, {fill}) + coalesce({average}, 0)"
            for column, fill in (
                (nutrient, f"CASE WHEN {average} IS NOT NULL THEN 0 END"),
                (f"{name}_supplement_mg", f"CASE WHEN {average} IS NOT NULL THEN 0 END"),
                (f"{nutrient}_low", f"CASE WHEN {average} IS NOT NULL THEN 0 END"),
                (f"{nutrient}_high", f"CASE WHEN {average} IS NOT NULL THEN 0 END"),
            )
        ]
        more = f"CASE WHEN {average} IS NULL THEN 1 ELSE 0 END"
        for column in (f"{name}_unknown_items", f"{name}_supplement_unknown_items"):
            changes.append(f"{column} = coalesce({table}.{column}, 0) + {more}")
    connection.execute(
        f"UPDATE {table} SET {', '.join(changes)} FROM averages "
        f"WHERE {table}.person_id = averages.person_id AND {table}.day IS NOT NULL"
    )
    ((left,),) = connection.execute(
        f"SELECT count(*) FROM averages ANTI JOIN {table} USING (person_id)"
    ).fetchall()
    return int(left)


def check_parts(groups: Sequence[Group]) -> None:
    """Refuse supplements alone or twice, and questionnaires beside recalls.

    Raises:
        DiaryError: As said.
    """
    plans = [g.plan for g in groups if g.plan.shape not in ("people", "states")]
    names = [f.source.name for g in groups if g.plan.part == "supplement" for f in g.files]
    if plans and all(plan.part == "supplement" for plan in plans):
        raise DiaryError(
            f"{', '.join(names[:3])}: supplements only, no foods.",
            hint="Give the file of the foods or of the day totals as well.",
        )
    taken = {plan.shape == "habitual" for plan in plans if plan.part == "supplement"}
    if len(taken) > 1:
        raise DiaryError(
            f"{', '.join(names[:4])}: supplements of the recalled days and a 30-day average of "
            "supplements would count them twice.",
            hint="Give the one or the other.",
        )
    shapes = {plan.shape for plan in plans if plan.part != "supplement"}
    if "habitual" in shapes and len(shapes) > 1:
        raise DiaryError(
            "Habitual intake from a questionnaire and days of a diary cannot be averaged: "
            f"{_named(groups, habitual=True)}; {_named(groups, habitual=False)}.",
            hint="Run the questionnaires and the diaries apart.",
        )


def _named(groups: Sequence[Group], *, habitual: bool) -> str:
    names = [
        file.source.name
        for group in groups
        if group.plan.shape not in ("people", "states")
        and (group.plan.shape == "habitual") is habitual
        for file in group.files
    ]
    kind = "questionnaires are" if habitual else "diaries are"
    more = f" and {len(names) - 3:,} more" if len(names) > 3 else ""  # noqa: PLR2004 - enough to see
    return f"{kind} {', '.join(names[:3])}{more}"
