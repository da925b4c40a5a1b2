"""What a sheet says of foods: where minerals come from, what is unknown, what closes the gap."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from nutrition.report.facts import NEEDS_BETTER_RECORDS
from nutrition.report.said_days import short
from nutrition.texts import number, say

if TYPE_CHECKING:
    from nutrition.report.facts import Mineral, Sheet
    from nutrition.suggest import Answer

FOODS_NAMED = 8
"""Foods without a value that are named; the others are counted."""

FOOD_SHOWN = 60
FRACTIONS = ((0.0, ""), (1 / 8, "⅛"), (1 / 4, "¼"), (1 / 3, "⅓"), (1 / 2, "½"), (2 / 3, "⅔"),
             (3 / 4, "¾"))  # fmt: skip
CLOSE = 0.01
"""How near a count of measures must be to a fraction to be written as one."""


def sources(mineral: Mineral, language: str) -> dict[str, Any]:
    """Where a mineral comes from: title, headers, rows of cells, or why there are none."""
    rows = [
        [
            short(one.food, FOOD_SHOWN),
            number(one.amount_mg, language),
            say("sheet-percent", language, percent=number(one.share * 100, language)),
        ]
        for one in mineral.contributors
    ]
    if mineral.others:
        known = mineral.others_mg + math.fsum(one.amount_mg for one in mineral.contributors)
        share = number(mineral.others_mg / known * 100, language)
        others = say("sheet-sources-others", language, count=mineral.others)
        amount = number(mineral.others_mg, language)
        rows.append([others, amount, say("sheet-percent", language, percent=share)])
    name = say(f"mineral-{mineral.nutrient.removesuffix('_mg')}", language)
    heads = ("food", "amount", "share")
    return {
        "title": say("sheet-sources-title", language, mineral=name),
        "headers": [say(f"sheet-sources-{head}", language) for head in heads],
        "rows": rows,
        "none": "" if rows else say("sheet-sources-none", language),
    }


def unknown(sheet: Sheet, language: str) -> list[str]:
    """What the record does not tell, the foods by name."""
    lines = []
    for one in sheet.minerals:
        name = say(f"mineral-{one.nutrient.removesuffix('_mg')}", language)
        foods = [short(food, FOOD_SHOWN) for food in one.unknown_foods]
        if foods:
            more = len(foods) - FOODS_NAMED
            text_id = "sheet-unknown-foods-more" if more > 0 else "sheet-unknown-foods"
            named = "; ".join(foods[:FOODS_NAMED])
            lines.append(say(text_id, language, mineral=name, foods=named, count=max(more, 0)))
        elif one.at_least:
            lines.append(say("sheet-unknown-uncounted", language, mineral=name))
        share = one.value("known_share")
        if one.at_least and share is not None and share < 1:
            percent = number(math.floor(float(share) * 100 + 1e-9), language)
            lines.append(say("sheet-unknown-share", language, mineral=name, percent=percent))
    if not lines and sheet.period[0] is not None:
        foods_known = any(one.contributors for one in sheet.minerals)
        lines.append(say(f"sheet-unknown-{'none' if foods_known else 'no-foods'}", language))
    if sheet.energy_flag in ("low", "high"):
        lines.append(say(f"sheet-energy-{sheet.energy_flag}", language))
    return lines


def absorption(sheet: Sheet, language: str) -> list[str]:
    """Absorbable calcium, as information."""
    found = sheet.absorption
    if found is None:
        return []
    lines = []
    if found.studied_mg > 0:
        text_id = "sheet-absorb-analogy" if found.by_analogy_mg > 0 else "sheet-absorb-known"
        absorbed = number(found.absorbable_mg, language)
        calcium = number(found.studied_mg, language)
        lines.append(say(text_id, language, absorbed=absorbed, calcium=calcium))
    if found.unstudied_mg > 0:
        calcium = number(found.unstudied_mg, language)
        lines.append(say("sheet-absorb-unstudied", language, calcium=calcium))
    return [*lines, say("sheet-absorb-note", language)] if lines else []


def offers(sheet: Sheet, language: str) -> dict[str, Any]:
    """Foods that close the gap: title, lead, answers, lines; or why none is named."""
    found = sheet.suggestions
    if not found.answers:
        return {
            "title": say("sheet-none-title", language),
            "lead": "",
            "answers": [],
            "lines": [_none(reason, found.binding, language) for reason in found.reasons],
        }
    gaps = (("calcium", found.calcium_mg), ("magnesium", found.magnesium_mg))
    needs = [
        say(
            "sheet-offers-need",
            language,
            amount=number(math.ceil(gap - 1e-9), language),
            mineral=say(f"mineral-{name}", language),
        )
        for name, gap in gaps
        if gap is not None and gap > 0
    ]
    both = say("list-and", language, first=needs[0], last=needs[1]) if len(needs) > 1 else needs[0]
    text_id = "sheet-offers-gap-at-most" if found.at_most else "sheet-offers-gap"
    notes = dict.fromkeys(note for answer in found.answers for note in answer.notes)
    return {
        "title": say("sheet-offers-title", language),
        "lead": say(text_id, language, gap=both),
        "answers": [_answer(at, one, language) for at, one in enumerate(found.answers, start=1)],
        "lines": [say(f"sheet-note-{note}", language) for note in notes],
    }


def _none(reason: str, binding: tuple[tuple[str, ...], ...], language: str) -> str:
    if reason != "infeasible":
        return say(f"sheet-none-{reason or NEEDS_BETTER_RECORDS}", language)
    limits = dict.fromkeys(limit for together in binding for limit in together)
    if not limits:
        return say("sheet-none-infeasible-foods", language)
    named = ", ".join(say(f"sheet-limit-{limit}", language) for limit in limits)
    return say("sheet-none-infeasible", language, limits=named)


def _answer(at: int, answer: Answer, language: str) -> dict[str, Any]:
    foods = [
        say(
            "sheet-offers-portion",
            language,
            grams=number(one.grams, language),
            food=one.food.name,
            measures=_measures(one.measures, language),
            measure=re.sub(r"\s*\(.*", "", one.food.measure),
        )
        for one in answer.portions
    ]
    brings = say(
        "sheet-offers-brings",
        language,
        # Rounded down: it surely brings that much.
        calcium=number(math.floor(answer.calcium_counted_mg + 1e-9), language),
        magnesium=number(math.floor(answer.magnesium_mg + 1e-9), language),
        energy=number(answer.energy_kcal, language),
    )
    return {
        "title": say("sheet-offers-choice", language, number=at),
        "foods": foods,
        "brings": brings,
    }


def _measures(count: float, language: str) -> str:
    whole, rest = divmod(count, 1)
    part = next((sign for size, sign in FRACTIONS if abs(rest - size) < CLOSE), None)
    if part is None:
        return number(count, language, 2)
    return f"{int(whole) or ''}{part}"
