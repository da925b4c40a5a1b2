"""The Diary table: its columns, their types, and what makes a row readable.

Column           Type    Meaning
person_id        text    who; whole numbers lose a trailing ``.0``
day              text    which day, kept verbatim
food             text    the food as it was written
amount           number  how many units
unit             text    household measure or unit of mass or volume
date, recall_no, day_state, occasion, food_id, kind   optional text
amount_low, amount_high                               optional bounds of the amount
<nutrient>       number  optional: what the file itself states for the row
source_file, source_row                               where the row stood
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from foods.nutrients import COLUMNS, MINERALS

KEYS = ("person_id", "day", "food")
OPTIONAL_TEXT = ("date", "recall_no", "day_state", "occasion", "food_id", "kind")
OPTIONAL_NUMBERS = ("amount_low", "amount_high", "grams")
DIARY_COLUMNS = (
    *KEYS,
    "amount",
    "unit",
    *OPTIONAL_TEXT,
    *OPTIONAL_NUMBERS,
    *COLUMNS,
    "source_file",
    "source_row",
)
KINDS = ("food", "water", "supplement", "medicine")
SUPPLEMENTS = ("supplement", "medicine")
"""Kinds whose minerals count toward the magnesium upper level."""
DAY_STATES = ("complete", "partial", "empty")
SCHEMA_VERSION = 1

REJECT_COLUMNS = ("source_file", "source_row", "reason", "raw", "schema_version")


@dataclass(frozen=True)
class Diary:
    """A diary as it was read.

    Attributes:
        frame: The Diary table on the engine asked for (columns as in this module's docstring);
            None where the files hold totals only.
        rejects: One record for each row that could not be read
            (``source_file, source_row, reason, raw``).
        carried: Nutrient columns that the file itself states; they are that nutrient's only
            source, blank is unknown.
        people: Rows of the people table that the file knows, or None.
        report: How the file was read, by heading.
        days: The Days table that the files state themselves (day null: habitual intake of a
            questionnaire), or None.
    """

    frame: Any
    rejects: list[dict[str, Any]]
    carried: tuple[str, ...] = ()
    people: Any = None
    report: Mapping[str, Any] = field(default_factory=dict)
    days: Any = None


def carried_columns(columns: list[str], *, recompute: bool = False) -> tuple[str, ...]:
    """Return the nutrient columns among ``columns`` that count as the diary's own values."""
    return () if recompute else tuple(c for c in COLUMNS if c in columns)


def needs_foods(carried: tuple[str, ...]) -> bool:
    """Say whether foods must be looked up: not where a file states both minerals itself."""
    return not set(MINERALS) <= set(carried)
