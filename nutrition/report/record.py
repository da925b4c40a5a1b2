"""A sheet as JSON: every figure with its unit in the name and its source beside it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from nutrition.report.spoken import asked_line, spoken
from nutrition.screening import all_red_flags, emergency_number
from nutrition.screening.red_flags import EMERGENCY
from nutrition.suggest import EverydayFood
from nutrition.texts import ENGLISH

if TYPE_CHECKING:
    from nutrition.report.facts import Sheet

SCHEMA_VERSION = 1


def to_json(sheet: Sheet, language: str | None = None) -> str:
    """Write a sheet as JSON.

    Args:
        sheet: The facts.
        language: Add the page in this language too, as ``page``; none when None.

    Returns:
        JSON, keys as the fields of `nutrition.report.facts`, amounts in the unit of the key's
        name; what is not known is null. Notes stand whole. ``warning_signs`` stands first: whether
        they were asked, in a line too, the emergency number, and the ids of both tiers.
    """
    record = {
        "schema_version": SCHEMA_VERSION,
        "warning_signs": {
            "asked": sheet.signs_asked,
            "said": asked_line(sheet, language or ENGLISH),
            "emergency_number": emergency_number(sheet.client.country).number,
            "call_now": [flag.id for flag in all_red_flags() if flag.tier == EMERGENCY],
            "see_doctor": [flag.id for flag in all_red_flags() if flag.tier != EMERGENCY],
        },
        **_plain(sheet),
    }
    if language is not None:
        record["page"] = spoken(sheet, language)
    return json.dumps(record, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, EverydayFood):
        value = {"food_id": value.food_id, "name": value.name, "measure": value.measure}
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        value = {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
    elif isinstance(value, frozenset):
        value = sorted(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    # A lone surrogate cannot be written as UTF-8.
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
