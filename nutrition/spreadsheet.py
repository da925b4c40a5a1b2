"""Cells that no spreadsheet runs as a formula: one rule for every CSV that we write.

A text that begins like a formula gets an apostrophe in front, which `revived` takes away again.
Plain numbers such as -5 stay as they are.
"""

import re
from typing import Any

FORMULA = r"^'*\s*[=+@\t\r-]"
NUMBER = r"^[+-]?\d+([.,]\d+)?$"


def inert(value: Any) -> Any:
    """Return a cell that a spreadsheet shows as it is; what is no text is returned unchanged."""
    if isinstance(value, str) and re.match(FORMULA, value) and not re.match(NUMBER, value):
        return "'" + value
    return value


def revived(text: str) -> str:
    """Return the text that `inert` was given."""
    return text[1:] if text.startswith("'") and re.match(FORMULA, text) else text


def inert_sql(column: str) -> str:
    """Return the same rule as SQL.

    Args:
        column: A text column as SQL.
    """
    formula, number = FORMULA.replace("'", "''"), NUMBER.replace("'", "''")
    return (
        f"CASE WHEN regexp_matches({column}, '{formula}') "
        f"AND NOT regexp_matches({column}, '{number}') THEN '''' || {column} ELSE {column} END"
    )
