"""Records ↔ plain cells: what SQLite, JSON and CSV hold. Nothing here knows the database.

A plain row holds text, numbers, booleans and None only; lists and label facts are JSON text.
"""

import datetime as dt
import json
import math
from collections.abc import Mapping
from dataclasses import MISSING, Field, asdict, dataclass, fields
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

from nutrition.spreadsheet import inert, revived
from nutrition.store.errors import RecordError
from nutrition.store.kinds import NAME, NAMES, NOTE, TABLES, Record

R = TypeVar("R", bound=Record)
_WHOLE = 2**63


@dataclass(frozen=True)
class Column:
    """A column of a record's table.

    Attributes:
        name: Its name.
        kind: ``text``, ``number``, ``whole``, ``yes`` or ``json``.
        null: Whether it can be unknown.
        meta: Limits: ``limit`` [characters], ``choices``, ``day``, ``range``, ``rows``.
        default: Its value in a row that does not have it, as a plain cell.
    """

    name: str
    kind: str
    null: bool
    meta: Mapping[str, Any]
    default: Any = None


def columns(kind: type[Record]) -> tuple[Column, ...]:
    """Return the columns of a record's table, in order, without ``id`` and ``version``."""
    return _columns(NAMES[kind])


@cache
def _columns(name: str) -> tuple[Column, ...]:
    kind = TABLES[name]
    hints = get_type_hints(kind)
    return tuple(
        _column(one, hints[one.name]) for one in fields(kind) if one.name not in ("id", "version")
    )


def encode(record: Record) -> dict[str, Any]:
    """Return a record as a plain row, without ``id`` and ``version``.

    Raises:
        RecordError: A field holds what it cannot; the error names it.
    """
    return {c.name: _plain(record, c) for c in columns(type(record))}


def decode(kind: type[R], row: Mapping[str, Any]) -> R:
    """Return the record of a plain row; columns that it lacks have their default."""
    values: dict[str, Any] = {"id": row.get("id"), "version": row.get("version")}
    for column in columns(kind):
        if column.name in row:
            values[column.name] = _rich(row[column.name], column)
    return kind(**values)


def to_csv(value: Any) -> str:
    """Return a plain cell as text that no spreadsheet runs; `from_csv` undoes it exactly."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if not isinstance(value, str):
        return repr(value)
    return str(inert(value))


def from_csv(text: str, column: Column) -> Any:
    """Return the plain cell that `to_csv` wrote.

    Raises:
        RecordError: The text is no value of the column.
    """
    if column.kind in ("text", "json"):
        if text == "" and column.null:
            return None
        return revived(text)
    if text == "":
        return None
    try:
        if column.kind == "yes":
            return {"0": False, "1": True}[text]
        return int(text) if column.kind == "whole" else float(text)
    except (ValueError, KeyError) as error:
        raise RecordError(
            f"{column.name} is {text[:50]!r}.", hint="It takes a number as the export wrote it."
        ) from error


def json_text(value: Any) -> str:
    """Return a value as JSON, always the same text for the same value."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True)


def check_day(text: Any, name: str = "day") -> str:
    """Return a day as YYYY-MM-DD.

    Raises:
        RecordError: It is no such day.
    """
    if isinstance(text, dt.date):
        return text.isoformat()[:10]
    try:
        known = dt.date.fromisoformat(text).isoformat() == text
    except (TypeError, ValueError):
        known = False
    if not known:
        raise RecordError(
            f"{name} is {str(text)[:50]!r}.", hint="Give a day as YYYY-MM-DD, such as 2026-03-01."
        )
    return str(text)


def _column(one: "Field[Any]", hint: Any) -> Column:
    null = type(None) in get_args(hint)
    if "rows" in one.metadata or "json" in one.metadata:
        empty = "{}" if one.default_factory is not MISSING else None
        default: Any = empty or json_text(one.default)
        return Column(one.name, "json", False, one.metadata, default)
    plain = next((h for h in get_args(hint) if h is not type(None)), hint)
    kind = {str: "text", float: "number", int: "whole", bool: "yes"}[plain]
    default = None if one.default is MISSING else one.default
    return Column(one.name, kind, null, one.metadata, default)


def _plain(record: Record, column: Column) -> Any:
    value = getattr(record, column.name)
    if column.kind == "json":
        return _json(value, column)
    missing = value is None or (isinstance(value, float) and math.isnan(value))
    if missing or (value == "" and column.null):
        if column.null:
            return None
        raise _wrong(record, column, value, "It cannot be left out.")
    if column.kind == "yes":
        if value not in (True, False):
            raise _wrong(record, column, value, "It is yes or no.")
        return bool(value)
    return (
        _words(record, column, value) if column.kind == "text" else _number(record, column, value)
    )


def _words(record: Record, column: Column, value: Any) -> str:
    if column.meta.get("day"):
        return check_day(value, column.name)
    if not isinstance(value, str):
        raise _wrong(record, column, value, "It takes text.")
    text = _sound(value, column.name, column.meta.get("limit", NAME))
    choices = column.meta.get("choices")
    if choices and text not in choices:
        raise _wrong(record, column, text, f"It can be {', '.join(map(repr, choices))}.")
    return text


def _number(record: Record, column: Column, value: Any) -> float | int:
    try:
        number = float(value) if column.kind == "number" else int(value)
        same = not isinstance(value, (str, bytes)) and number == value
    except (TypeError, ValueError, OverflowError):
        number, same = 0, False
    low, high = column.meta.get("range", (0, math.inf))
    if not same or math.isinf(number) or not low <= number <= high or number >= _WHOLE:
        said = f"from {low} to {high}" if "range" in column.meta else "of zero or more"
        raise _wrong(record, column, value, f"It takes a number {said}.")
    return number


def _json(value: Any, column: Column) -> str:
    if "rows" in column.meta:
        kind = column.meta["rows"]
        if isinstance(value, (str, bytes)):
            raise RecordError(f"{column.name} is one text.", hint="Give a list.")
        value = [_told(one) if kind is not None else str(one) for one in value]
    try:
        text = json_text(value)
    except (TypeError, ValueError) as error:
        raise RecordError(
            f"{column.name} cannot be kept: {error}.",
            hint="Give text, finite numbers, lists and mappings only.",
        ) from error
    return _sound(text, column.name, NOTE)


def _told(row: Any) -> dict[str, Any]:
    """Return a row of a list; what a later revision added is left out where it is not told."""
    later = {one.name for one in fields(row) if one.metadata.get("later")}
    return {k: v for k, v in asdict(row).items() if v is not None or k not in later}


def _sound(text: str, name: str, limit: int) -> str:
    if len(text) > limit:
        raise RecordError(
            f"{name} has {len(text):,} characters; {limit:,} can be kept. Nothing was changed.",
            hint="Shorten it, or keep the long text in a file of its own.",
            field=name,
            length=len(text),
            limit=limit,
        )
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise RecordError(
            f"{name} has a character that is no text (at place {error.start + 1}).",
            hint="Remove it and type it again.",
            field=name,
        ) from error
    return text


def _wrong(record: Record, column: Column, value: Any, hint: str) -> RecordError:
    return RecordError(
        f"{column.name} of a {type(record).__name__} is {str(value)[:50]!r}.",
        hint=hint,
        field=column.name,
    )


def _rich(value: Any, column: Column) -> Any:
    if column.kind != "json":
        return value
    found = json.loads(column.default if value is None else value)
    if "rows" not in column.meta:
        return found
    kind = column.meta["rows"]
    return tuple(kind(**one) if kind is not None else one for one in found)
