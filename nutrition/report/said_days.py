"""What a sheet says of days: day by day, and two periods side by side."""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING, Any

from nutrition.report.figures import chance, intake
from nutrition.texts import date, number, say

if TYPE_CHECKING:
    from nutrition.report.facts import Comparison, DayLine, Sheet

DAYS_SHOWN = 14


def short(text: str, most: int) -> str:
    """One line of at most so many characters; what is cut is marked."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def day_name(day: str | None, language: str) -> str:
    """A day as the language writes dates; other names of days as the record has them."""
    if day is None:
        return ""
    try:
        return date(dt.date.fromisoformat(day), language)
    except ValueError:
        return short(day, 24)


def days(sheet: Sheet, language: str) -> dict[str, Any]:
    """Day by day: title, headers, rows of cells, lines below; a lower bound is marked ≥."""
    heads = [say("sheet-days-day", language), say("sheet-calcium", language)]
    heads += [say("sheet-magnesium", language), say("sheet-days-energy", language)]
    more = len(sheet.days) - DAYS_SHOWN
    lines = [say("sheet-days-key", language)]
    if more > 0:
        lines.append(say("sheet-days-more", language, count=more))
    rows = [_day(one, language) for one in sheet.days[:DAYS_SHOWN]]
    return {
        "title": say("sheet-days-title", language),
        "headers": [*heads, say("sheet-days-without", language)],
        "rows": rows,
        "lines": lines if rows else [say("sheet-days-none", language)],
    }


def _day(line: DayLine, language: str) -> list[str]:
    name = day_name(line.day, language) or say("sheet-days-habits", language)
    if line.state in ("partial", "empty"):
        name = say(f"sheet-days-{line.state}", language, day=name)
    dash = say("sheet-no-figure", language)
    values = (
        (line.calcium_mg, line.calcium_unknown_items),
        (line.magnesium_mg, line.magnesium_unknown_items),
    )
    amounts = [
        dash
        if value is None
        else f"≥ {number(math.floor(value + 1e-9), language)}"
        if unknown is None or unknown
        else number(value, language)
        for value, unknown in values
    ]
    energy = dash if line.energy_kcal is None else number(line.energy_kcal, language)
    counts = {
        name: dash if count is None else number(count, language)
        for name, (_, count) in zip(("calcium", "magnesium"), values, strict=True)
    }
    return [name, *amounts, energy, say("sheet-days-unknown-count", language, **counts)]


def comparison(found: Comparison | None, language: str) -> dict[str, Any] | None:
    """Two periods side by side: title, headers, rows of cells, lines below; None for one."""
    if found is None:
        return None
    dash = say("sheet-no-figure", language)
    rows, lines = [], []
    counted: list[tuple[str, tuple[str, ...]]] = []
    for one in found.changes:
        name = say(f"sheet-{one.nutrient.removesuffix('_mg')}", language)
        difference = one.difference_mg
        shown = dash
        if difference is not None:
            sign = "+" if round(difference) > 0 else "−" if round(difference) < 0 else ""
            amount = number(abs(difference), language)
            shown = say("sheet-amount", language, amount=f"{sign}{amount}")
        both = (one.before, one.now)
        rows.append(
            [
                say("sheet-before-intake", language, mineral=name),
                *(intake(row, language) or dash for row in both),
                shown,
            ]
        )
        days = tuple(dash if row.get("days") is None else str(row["days"]) for row in both)
        counted.append((name, days))
        chances = (chance(row, language) for row in both)
        rows.append([say("sheet-before-chance", language, mineral=name), *chances, ""])
        beyond = {True: "beyond", False: "within", None: "unknown"}[one.beyond_chance]
        lines.append(say(f"sheet-before-{beyond}", language, mineral=name))
    if len({days for _, days in counted}) == 1:
        rows.insert(0, [say("sheet-row-days", language), *counted[0][1], ""])
    else:
        rows += [
            [say("sheet-before-days", language, mineral=name), *days, ""] for name, days in counted
        ]
    heads = []
    for name, (first, last) in (("before", found.before), ("after", found.now)):
        ends = {"first": day_name(first, language), "last": day_name(last, language)}
        known = first is not None and last is not None
        heads.append(say(f"sheet-{name}{'-period' if known else ''}", language, **ends))
    return {
        "title": say("sheet-before-title", language),
        "headers": ["", *heads, say("sheet-difference", language)],
        "rows": rows,
        "lines": lines,
    }
