"""SQL that reads numbers as people and programs write them, and tells cells that hold none."""

from collections.abc import Sequence

from nutrition.readers import Plan
from nutrition.readers.source import Source, literal, quoted

BLANKS = ("", "na", "n/a", "n.a.", "nan", "null", "none", ".", "-", "--", "?")
"""Cells, in lower case, by which programs say that there is no value."""
UNITS = {"mg": "mg", "ug": "ug|µg|μg|mcg", "g": "g", "kcal": "kcal", "grams": "g"}
"""Last word of a house column → the unit that a cell may repeat, as a pattern."""
NOT_A_NUMBER = "not a number"
NEGATIVE = "less than zero"
EMPTY = "[]::STRUCT(house VARCHAR, reason VARCHAR, value VARCHAR)[]"


def number(sql: str, source: Source) -> str:
    """Return the SQL of a number written as this file writes them, null where it is none.

    A cell with both marks is read by itself: the last one is the decimal mark.
    """
    point = rf"regexp_matches({sql}, '^\s*\d{{1,3}}(,\d{{3}})+\.\d+\s*$')"
    comma = rf"regexp_matches({sql}, '^\s*\d{{1,3}}(\.\d{{3}})+,\d+\s*$')"
    no_comma = f"try_cast(replace({sql}, ',', '') AS DOUBLE)"
    no_point = f"try_cast(replace(replace({sql}, '.', ''), ',', '.') AS DOUBLE)"
    if source.decimal_comma:
        # Where the comma is the decimal mark, a point can only part thousands.
        thousands = rf"regexp_matches({sql}, '^\s*\d{{1,3}}(\.\d{{3}})+\s*$')"
        plain = f"try_cast(replace({sql}, ',', '.') AS DOUBLE)"
        return (
            f"CASE WHEN {thousands} OR {comma} THEN {no_point} WHEN {point} THEN {no_comma} "
            f"ELSE {plain} END"
        )
    thousands = rf"regexp_matches({sql}, '^\s*\d{{1,3}}(,\d{{3}})+\s*$')"
    return (
        f"coalesce(try_cast({sql} AS DOUBLE), CASE WHEN {thousands} OR {point} THEN {no_comma} "
        f"WHEN {comma} THEN {no_point} END)"
    )


def measured(plan: Plan, house: str, source: Source) -> str:
    """Return the SQL of a number in the house unit; a cell may repeat the column's unit."""
    sql = plan.columns[house]
    value, scale = number(sql, source), plan.scale.get(house)
    if scale is not None:
        return f"({value} * {scale!r})"
    unit = UNITS.get(house.rpartition("_")[2])
    if unit is None:
        return value
    # An empty match is no number, so other words stay null.
    bare = rf"regexp_extract({sql}, '^\s*([0-9.,]+)\s*({unit})\s*$', 1, 'i')"
    return f"coalesce({value}, {number(bare, source)})"


def quantity(plan: Plan, house: str, source: Source, *, as_is: bool = False) -> str:
    """Return the SQL of a number that is not negative, in the house unit.

    Args:
        plan: How the file is read.
        house: Column of the Diary or Days table.
        source: The file.
        as_is: The CSV parser read the number; whoever asks looks for negative ones.
    """
    if house not in plan.columns:
        return "NULL::DOUBLE"
    if as_is:
        scale = plan.scale.get(house)
        return plan.columns[house] + ("" if scale is None else f" * {scale!r}")
    value = measured(plan, house, source)
    return f"CASE WHEN {value} >= 0 AND isfinite({value}) THEN {value} END"


def unread(plan: Plan, houses: Sequence[str], source: Source) -> str:
    """Return the SQL of the row's cells that hold something, and no number we can take.

    Returns:
        A list of structs: the house column, why, and what the cell says.
    """
    listed = ", ".join(map(literal, BLANKS))
    found = []
    for house in houses:
        if house not in plan.columns:
            continue
        sql = plan.columns[house]
        written = f"lower(trim(coalesce({sql}, ''))) NOT IN ({listed})"
        less = f"coalesce({measured(plan, house, source)} < 0, false)"
        why = f"CASE WHEN {less} THEN {literal(NEGATIVE)} ELSE {literal(NOT_A_NUMBER)} END"
        cell = f"{{'house': {literal(house)}, 'reason': {why}, 'value': ({sql})[:60]}}"
        found.append(
            f"CASE WHEN {written} AND ({quantity(plan, house, source)}) IS NULL THEN {cell} END"
        )
    if not found:
        return EMPTY
    return f"list_filter([{', '.join(found)}], lambda x: x IS NOT NULL)"


def file_columns(sql: str, source: Source) -> str:
    """Return the SQL with the file's own column names, which SQL had to tell apart."""
    for own, name in zip(source.header, source.names, strict=True):
        if own and own != name:
            sql = sql.replace(quoted(name), quoted(own))
    return sql
