"""Diary formats: one file each, one registry.

A reader does not read rows. It looks at a header and returns a `Plan`: for each column of the
Diary table, the SQL that yields it from the file's own text columns. `nutrition.reading.files` runs
the plan, so every format streams, spills and rejects in the same way.

Others register theirs under the entry point group ``mgca.readers``: a module with ``NAME``,
``TITLE``, ``detect(header) -> bool`` and ``plan(source, options) -> Plan``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from importlib.metadata import entry_points
from typing import Protocol

from foods.errors import DiaryError
from nutrition.readers.source import Source

MODULES = (
    *("asa24", "nhanes", "nhanes_people", "cronometer", "intake24", "myfitnesspal", "dhq3"),
    *("block", "nutra", "waistline", "yazio", "lose_it", "day_totals", "plain"),
)
"""Readers of this package, most particular first; `plain` takes what no other claims."""


TOTALS_WORDS = ("total", "totals", "sum", "grand total", "daily total", "daily totals")
"""What a row of totals is called where a food should stand, in lower case."""


@dataclass(frozen=True)
class Options:
    """What the user said about a file.

    Attributes:
        columns: Diary column → the file's column.
        unit: One unit for the whole file.
        recompute: Ignore nutrients that the file carries.
        choices: Answers to what a format leaves open: ``calcium`` (``mg``, ``dv1000``,
            ``dv1300``) and ``person`` (who a file without a person column is about).
        parts: Files that share a person and a day are parts of one diary.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    unit: str | None = None
    recompute: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    parts: bool = False


@dataclass(frozen=True)
class Drop:
    """Rows of a format that are no intake (totals rows, recalls that are not reliable).

    Attributes:
        condition: SQL over the file's text columns.
        reason: What the report calls them.
        rare: The quick reading need not look for them: it notices such a row as a surprise.
    """

    condition: str
    reason: str
    rare: bool = False


@dataclass(frozen=True)
class Plan:
    """How a file becomes a table.

    Attributes:
        columns: Column of the Diary table → SQL text expression over the file's columns. For
            the other shapes: column of the Days or the people table.
        drops: Rows left out by the format's own rules, counted by reason in the report.
        notes: Sentences for the reading report.
        lone_notes: Sentences for where no file beside this one says which days are complete.
        scale: Nutrient column → factor to the house unit, where the format's unit differs.
        shape: ``diary`` (a row a food), ``days`` (a row holds totals), ``habitual`` (intake a
            day from a questionnaire, on no day in particular) or ``people``. `nutrition.reading`
            makes ``states`` of a summary that lies beside the same person's foods.
        part: What the rows cover: ``food``, ``supplement``, or ``all`` of an intake.
        amount_optional: A row without an amount is an item all the same.
        summed: Rows of one person and day are parts of that day; else the second is rejected.
        complete: The file's totals lack no food's value (it comes from a complete table).
        people: Column of the people table → SQL, where a diary knows something of the person.
        people_rank: Of several files that state the same column of people, the highest rank is
            its only source.
    """

    columns: Mapping[str, str]
    drops: tuple[Drop, ...] = ()
    notes: tuple[str, ...] = ()
    scale: Mapping[str, float] = field(default_factory=dict)
    shape: str = "diary"
    part: str = "all"
    amount_optional: bool = False
    summed: bool = False
    complete: bool = False
    people: Mapping[str, str] = field(default_factory=dict)
    people_rank: int = 0
    lone_notes: tuple[str, ...] = ()


class Reader(Protocol):
    """What a reader module offers."""

    NAME: str
    TITLE: str

    def detect(self, header: Sequence[str]) -> bool:
        """Say whether the header is this format's."""

    def plan(self, source: Source, options: Options) -> Plan:
        """Return the plan for a file of this format, or raise DiaryError."""


def readers() -> dict[str, Reader]:
    """Return the readers by name, most particular first; others' are looked for in each call."""
    found: dict[str, Reader] = {}
    for entry in entry_points(group="mgca.readers"):
        reader: Reader = entry.load()
        found[reader.NAME] = reader
    for module in MODULES:
        own: Reader = import_module(f"nutrition.readers.{module}")
        found[own.NAME] = own
    return found


def choose(source: Source, *, name: str | None = None, options: Options | None = None) -> Reader:
    """Return the reader named, or the first that knows the header.

    Raises:
        DiaryError: No such format, or none that fits.
    """
    known = readers()
    if name is not None:
        if name not in known:
            raise DiaryError(
                f"{name!r} is not a format.", hint=f"Formats: {', '.join(known)}.", format=name
            )
        return known[name]
    if options is not None and options.columns:
        return known["plain"]
    return next(
        (r for r in known.values() if r.NAME != "plain" and r.detect(source.header)),
        known["plain"],
    )
