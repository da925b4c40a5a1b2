"""The table of intake beside reference values, said in a language."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from nutrition.texts import number, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nutrition.report.facts import Mineral

MORE, LESS = 0.95, 0.05
HELD_BACK = (
    "no_person",
    "no_day",
    "needs_trimester",
    "not_set",
    "no_complete_day",
    "no_value",
    "habitual",
    "no_average_requirement",
)
"""Reasons that stand in place of a verdict."""


def figure_rows(minerals: tuple[Mineral, ...], language: str) -> list[list[str]]:
    """The rows of the table: a label, then a cell for each mineral.

    Args:
        minerals: Calcium, then magnesium.
        language: A code of `nutrition.texts.languages()`.

    Returns:
        Rows of text; a row that says nothing for either mineral is left out.
    """
    cells = {
        "days": [_days(one, language) for one in minerals],
        "intake": [intake(one.assessment, language) for one in minerals],
        "range": [_range(one, language) for one in minerals],
        "usual": [_usual(one, language) for one in minerals],
        "ear": [_amount(one.value("ear_mg"), language) for one in minerals],
        "ear-gap": [_gap(one, "gap_ear_mg", language) for one in minerals],
        "aim": [_amount(one.value("rda_mg"), language) for one in minerals],
        "ai": [_amount(one.value("ai_mg"), language) for one in minerals],
        "aim-gap": [_aim_gap(one, language) for one in minerals],
        "chance": [chance(one.assessment, language) for one in minerals],
        "verdict": [_verdict(one, language) for one in minerals],
        "ul": [_level(one, language) for one in minerals],
        "ul-beside": [_beside(one, language) for one in minerals],
    }
    dash = say("sheet-no-figure", language)
    return [
        [say(f"sheet-row-{name}", language), *(cell or dash for cell in row)]
        for name, row in cells.items()
        if any(row)
    ]


def intake(row: Mapping[str, Any], language: str) -> str:
    """Reported intake: "at least 412 mg, from food alone"; empty where there is none."""
    if row.get("intake_mg") is None:
        return ""
    amount = float(row["intake_mg"])
    if row.get("probability_is_at_least"):
        # Rounded down, so that "at least" stays true.
        told = number(math.floor(amount + 1e-9), language)
        return _counted(row, say("sheet-amount-at-least", language, amount=told), language)
    told = number(amount, language)
    return _counted(row, say("sheet-amount", language, amount=told), language)


def _counted(row: Mapping[str, Any], said: str, language: str) -> str:
    """What is said of intake, with "from food alone" where nothing is stated of supplements."""
    if said and row.get("intake_counts") == "food":
        return say("sheet-food-alone", language, said=said)
    return said


def chance(row: Mapping[str, Any], language: str) -> str:
    """The probability in words: "6 in 10"."""
    at_least = bool(row.get("probability_is_at_least"))
    adequate, above = row.get("probability_adequate"), row.get("probability_above_ai")
    if adequate is not None:
        words = tenths(float(adequate), language, at_least=at_least)
        low, high = row.get("probability_low"), row.get("probability_high")
        if low is not None and high is not None:
            ends = [tenths(float(end), language) for end in (low, high)]
            if ends[0] != ends[1]:
                words = (
                    f"{words} ({say('sheet-chance-range', language, low=ends[0], high=ends[1])})"
                )
        return _counted(row, words, language)
    # Below an adequate intake nothing can be said of the requirement.
    if above is not None and float(row["intake_mg"]) >= float(row["ai_mg"]):
        words = tenths(float(above), language, at_least=at_least)
        return _counted(row, say("sheet-chance-ai", language, chance=words), language)
    return say("sheet-chance-none", language)


def tenths(probability: float, language: str, *, at_least: bool = False) -> str:
    """A probability as people say it; a lower bound under 1 in 10 cannot be stated."""
    if at_least:
        count = min(math.floor(probability * 10 + 1e-9), 9)
        if count == 0:
            return say("sheet-chance-none", language)
        return say("sheet-chance-tenths-at-least", language, tenths=count)
    if probability > MORE:
        return say("sheet-chance-more", language)
    if probability < LESS:
        return say("sheet-chance-less", language)
    return say("sheet-chance-tenths", language, tenths=math.floor(probability * 10 + 0.5))


def bar(mineral: Mineral, language: str) -> dict[str, Any] | None:
    """What a bar of intake and references shows, as shares of its length.

    Args:
        mineral: One mineral.
        language: The language of its description.

    Returns:
        intake, low and high of the usual range, marks (name, at) and the description in words;
        None where there is nothing to draw.
    """
    reported = mineral.value("intake_mg")
    named = (("ear", "ear_mg"), ("aim", "rda_mg"), ("ai", "ai_mg"))
    marks = [(say(f"sheet-row-{name}", language), mineral.value(column)) for name, column in named]
    if mineral.value("ul_base") == "total":
        marks.append((say("sheet-row-ul", language), mineral.value("ul_mg")))
    marks = [(name, float(value)) for name, value in marks if value is not None]
    if reported is None or not marks:
        return None
    most = max(float(reported), mineral.usual_high_mg or 0.0, *(value for _, value in marks)) * 1.05
    told = " ".join(
        say("sheet-bar-mark", language, name=name, amount=number(value, language))
        for name, value in marks
    )
    return {
        "intake": float(reported) / most,
        "low": None if mineral.usual_low_mg is None else mineral.usual_low_mg / most,
        "high": None if mineral.usual_high_mg is None else mineral.usual_high_mg / most,
        "marks": [{"name": name, "at": value / most} for name, value in marks],
        "alt": say(
            "sheet-bar",
            language,
            mineral=_named(mineral, language),
            intake=number(float(reported), language),
            marks=told,
        ),
    }


def _named(mineral: Mineral, language: str) -> str:
    return say(f"sheet-{mineral.nutrient.removesuffix('_mg')}", language)


def _days(mineral: Mineral, language: str) -> str:
    if mineral.value("days") is not None:
        return number(int(mineral.value("days")), language)
    habitual = mineral.value("intake_mg") is not None
    return say("sheet-days-habits", language) if habitual else ""


def _amount(value: Any, language: str) -> str:
    return "" if value is None else say("sheet-amount", language, amount=number(value, language))


def _between(low: float | None, high: float | None, language: str) -> str:
    if low is None or high is None:
        return ""
    ends = {"low": number(low, language), "high": number(high, language)}
    return say("sheet-between", language, **ends)


def _usual(mineral: Mineral, language: str) -> str:
    said = _between(mineral.usual_low_mg, mineral.usual_high_mg, language)
    return _counted(mineral.assessment, said, language)


def _range(mineral: Mineral, language: str) -> str:
    low, high = mineral.value("intake_low_mg"), mineral.value("intake_high_mg")
    if low is None or high is None or round(low) == round(high):
        return ""
    return _between(low, high, language)


def _gap(mineral: Mineral, column: str, language: str) -> str:
    return _missing(mineral, mineral.value(column), language)


def _aim_gap(mineral: Mineral, language: str) -> str:
    return _missing(mineral, mineral.gap_mg, language)


def _missing(mineral: Mineral, gap: Any, language: str) -> str:
    if gap is None:
        return ""
    if gap <= 0:
        return say("sheet-reached", language)
    bound = mineral.at_least or mineral.food_alone
    name = "sheet-amount-at-most" if bound else "sheet-amount"
    return say(name, language, amount=number(math.ceil(gap - 1e-9), language))


def _verdict(mineral: Mineral, language: str) -> str:
    reason, verdict = mineral.value("reason"), mineral.value("verdict")
    if reason in HELD_BACK:
        return say(f"sheet-reason-{reason.replace('_', '-')}", language)
    if reason == "values_missing" and verdict == "cannot_tell":
        return say("sheet-reason-values-missing", language)
    kind = "ai-" if str(mineral.value("method")).endswith("adequate_intake") else ""
    said = say(f"sheet-verdict-{kind}{str(verdict).replace('_', '-')}", language)
    return said if verdict == "cannot_tell" else _counted(mineral.assessment, said, language)


def _level(mineral: Mineral, language: str) -> str:
    level, base = mineral.value("ul_mg"), str(mineral.value("ul_base"))
    if level is None:
        return ""
    kind = "all" if base == "total" else "salts" if "added salts" in base else "supplements"
    return say(f"sheet-ul-{kind}", language, level=number(level, language))


def _beside(mineral: Mineral, language: str) -> str:
    status, amount = mineral.value("ul_status"), mineral.value("ul_intake_mg")
    if mineral.value("ul_mg") is None or status == "not_defined":
        return ""
    total = mineral.value("ul_base") == "total"
    if amount is None:
        unknown = mineral.value("ul_reason") == "supplements_unknown"
        kind = "supplements-unknown" if unknown else "not-stated"
        return "" if total else say(f"sheet-ul-{kind}", language)
    if not total and amount == 0 and status != "cannot_tell":
        return say("sheet-ul-none-entered", language)
    told = intake(mineral.assessment, language) if total else _amount(amount, language)
    return say(f"sheet-ul-{str(status).replace('_', '-')}", language, amount=told)
