"""One file of reference intakes: its columns, its rows, and what is wrong with them."""

import csv
import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from foods.errors import ReferenceIntakeError
from foods.nutrients import MINERALS

AVERAGE = ("EAR", "AR", "H-AR")
"""Average requirements: the only statistics that an adequacy probability may rest on."""

RECOMMENDED = ("RDA", "PRI", "RNI", "RDI", "RI")
"""Recommended intakes: what most people's requirement lies below. Never a criterion."""

UPPER = ("UL", "guidance_level")
OTHER = (
    "AI",
    "LRNI",
    "RNI_increment",
    "EAR_ALT_PRINTED",
    "provisional_AR",
    "CV_requirement",
    "target",
)
STATISTICS = AVERAGE + RECOMMENDED + UPPER + OTHER

SEXES = ("female", "male", "both")
CONDITIONS = (
    "none",
    "any",
    "pregnancy",
    "pregnancy_T1",
    "pregnancy_T2",
    "pregnancy_T3",
    "lactation",
    "cow_milk_or_formula_fed",
)
BASES = (
    "total",
    "supplements",
    "supplements and medicines",
    "supplements, medicines and added salts",
)
REQUIRED = ("body", "nutrient", "statistic", "value", "unit", "source")
OLDEST_YEARS = 130


@dataclass(frozen=True)
class Reference:
    """One reference intake as a body prints it.

    Attributes:
        body: House name of the body, such as "NASEM".
        nutrient: Column name of the nutrient: calcium_mg or magnesium_mg.
        statistic: One of `STATISTICS`.
        sex: "female", "male" or "both".
        age_min_months: First month of age of the band [months].
        age_max_months: Last month of age of the band, included; None: no upper end [months].
        condition: One of `CONDITIONS`; "any" applies whatever the condition.
        value: The reference [mg/d]; for CV_requirement [% of the EAR].
        unit: "mg/d" or "%".
        base: What an upper level counts, one of `BASES`; empty for other statistics.
        source: Where the value was read.
        edition: The report that sets it.
        valid_from: First year of validity; None: not stated.
        valid_to: Last year of validity; None: still valid.
        confidence: "seen" in a document, or "recalled" and to be checked.
        note: What a reader should know about this value.
    """

    body: str
    nutrient: str
    statistic: str
    sex: str
    age_min_months: int
    age_max_months: int | None
    condition: str
    value: float
    unit: str
    base: str
    source: str
    edition: str
    valid_from: int | None
    valid_to: int | None
    confidence: str
    note: str

    @property
    def label(self) -> str:
        """Body, statistic and edition in one line, marked where only recalled."""
        statistic = self.statistic.replace("_", " ")
        recalled = ", recalled" if "recalled" in self.confidence else ""
        name = self.body if statistic == self.body else f"{self.body} {statistic}"
        return f"{name} ({self.edition}{recalled})"


def read_rows(path: Path) -> tuple[Reference, ...]:
    """Read a file of reference intakes.

    Args:
        path: A CSV with the columns of `Reference`. Required: body, nutrient, statistic,
            value, unit, source. Absent or empty: sex is both, age from birth without end,
            condition none, base total, edition the file's name, confidence "own file".

    Returns:
        The rows in the order of the file.

    Raises:
        ReferenceIntakeError: The file is not there, is empty, lacks a column, or rows are
            wrong: each named by line and column, all in one message.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle)
            header = reader.fieldnames or []
            lines = [(reader.line_num, line) for line in reader]
    except (OSError, UnicodeDecodeError) as error:
        raise ReferenceIntakeError(
            f"The reference intakes in {path} cannot be read: {error}.",
            hint="Give a CSV file in UTF-8.",
            path=str(path),
        ) from error
    missing = [column for column in REQUIRED if column not in header]
    if missing or not lines:
        what = f"lacks the column {', '.join(missing)}" if missing else "holds no row"
        raise ReferenceIntakeError(
            f"{path.name} {what}.",
            hint=f"It needs the columns {', '.join(REQUIRED)} and a row for each reference.",
            path=str(path),
            columns=missing,
        )
    rows = []
    faults: list[str] = []
    for number, line in lines:
        row, wrong = _parse(line, path.stem)
        faults += [f"line {number}, {fault}" for fault in wrong]
        if row is not None:
            rows.append(row)
    faults += _overlaps(rows)
    if faults:
        raise ReferenceIntakeError(
            f"{path.name}: " + "; ".join(faults) + ".",
            hint="Mend these rows; nothing of the file was used.",
            path=str(path),
            faults=faults,
        )
    return tuple(rows)


def _parse(line: dict[str, str | None], stem: str) -> tuple[Reference | None, list[str]]:
    text = {key: (value or "").strip() for key, value in line.items() if isinstance(key, str)}
    wrong: list[str] = []

    def one_of(column: str, allowed: Iterable[str], default: str = "") -> str:
        value = text.get(column, "") or default
        if value not in allowed:
            wrong.append(f"column {column}: '{value}' is none of {', '.join(a for a in allowed)}")
        return value

    def whole(column: str) -> int | None:
        value = text.get(column, "")
        if not value:
            return None
        if not value.isdigit():
            wrong.append(f"column {column}: '{value}' is not a whole number")
            return None
        return int(value)

    statistic = one_of("statistic", STATISTICS)
    unit = one_of("unit", ("%",) if statistic == "CV_requirement" else ("mg/d",))
    upper = statistic in UPPER
    base = one_of("base", BASES, "total") if upper else text.get("base", "")
    value = _number(text.get("value", ""))
    if value is None or value < 0 or (value == 0 and statistic != "RNI_increment"):
        wrong.append(f"column value: '{text.get('value', '')}' is not a positive number")
    low, high = whole("age_min_months"), whole("age_max_months")
    if high is not None and high < (low or 0):
        wrong.append("column age_max_months: below age_min_months")
    wrong += [f"column {column}: empty" for column in ("body", "source") if not text[column]]
    row = Reference(
        body=text["body"],
        nutrient=one_of("nutrient", MINERALS),
        statistic=statistic,
        sex=one_of("sex", SEXES, "both"),
        age_min_months=low or 0,
        age_max_months=high,
        condition=one_of("condition", CONDITIONS, "none"),
        value=value or 0.0,
        unit=unit,
        base=base,
        source=text["source"],
        edition=text.get("edition", "") or stem,
        valid_from=whole("valid_from"),
        valid_to=whole("valid_to"),
        confidence=text.get("confidence", "") or "own file",
        note=text.get("note", ""),
    )
    return (None if wrong else row), wrong


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _overlaps(rows: list[Reference]) -> list[str]:
    """Pairs of rows that would both answer the same question."""
    found = []
    for index, one in enumerate(rows):
        for other in rows[index + 1 :]:
            same = (one.body, one.nutrient, one.statistic, one.condition) == (
                other.body,
                other.nutrient,
                other.statistic,
                other.condition,
            )
            if (
                same
                and _share_sex(one, other)
                and _share_ages(one, other)
                and _share_years(one, other)
            ):
                found.append(
                    f"column age_min_months: two rows of {one.body} {one.nutrient} "
                    f"{one.statistic} ({one.condition}) apply at "
                    f"{max(one.age_min_months, other.age_min_months)} months"
                )
    return found


def _share_sex(one: Reference, other: Reference) -> bool:
    return "both" in (one.sex, other.sex) or one.sex == other.sex


def _share_ages(one: Reference, other: Reference) -> bool:
    never = OLDEST_YEARS * 12
    one_end = never if one.age_max_months is None else one.age_max_months
    other_end = never if other.age_max_months is None else other.age_max_months
    return one.age_min_months <= other_end and other.age_min_months <= one_end


def _share_years(one: Reference, other: Reference) -> bool:
    one_end, other_end = one.valid_to or math.inf, other.valid_to or math.inf
    return (one.valid_from or 0) <= other_end and (other.valid_from or 0) <= one_end
