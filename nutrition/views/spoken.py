"""A day and its assessment in the reader's language: figures from tables, words from texts.

`nutrition.adequacy.wording` holds the same statements for the command line, in English only.
"""

import math
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from foods.nutrients import BY_COLUMN
from nutrition.adequacy.wording import missing, tenths
from nutrition.intake import stem
from nutrition.texts import number, say

if TYPE_CHECKING:
    from nutrition.views.day import Day

UNDEFINED = ("no_day", "no_value", "not_set", "needs_trimester", "no_person", "habitual")
APART = (*UNDEFINED, "no_complete_day")
"""Reasons for which nothing is compared with a requirement."""
UPPER_TOTAL = ("above", "likely_above", "below", "likely_below")


def mineral_name(nutrient: str, language: str, *, heading: bool = False) -> str:
    """Return the name of a mineral, as a word in a sentence or as a heading."""
    name = say(f"mineral-{BY_COLUMN[nutrient].name}", language)
    return name[0].upper() + name[1:] if heading else name


def chance_words(probability: float, language: str, *, at_least: bool = False) -> str | None:
    """Return a probability as people say it, "2 in 10"; None where a lower bound says nothing."""
    words = tenths(probability, at_least=at_least)
    if words is None:
        return None
    kind = "more" if words.startswith("more") else "less" if words.startswith("less") else "is"
    figures = re.findall(r"\d+", words)
    return say(f"pages-today-tenths-{kind}", language, tenths=figures[0])


def total_line(day: "Day", nutrient: str, language: str) -> str:
    """Say a total with what it lacks; names the foods without a value."""
    from nutrition.views.day import without_value

    assert day.totals is not None
    amount = day.totals[nutrient]
    unknown = int(day.totals[f"{stem(nutrient)}_unknown_items"])
    parts: dict[str, Any] = {"mineral": mineral_name(nutrient, language)}
    if not unknown:
        low, high = day.totals[f"{nutrient}_low"], day.totals[f"{nutrient}_high"]
        parts["amount"] = number(amount, language)
        if round(low) != round(high):
            parts |= {"low": number(low, language), "high": number(high, language)}
            return say("pages-today-total-range", language, **parts)
        return say("pages-today-total", language, **parts)
    foods = ", ".join(dict.fromkeys(without_value(day.items, nutrient)))
    parts |= {"unknown": unknown, "items": int(day.totals["items"]), "foods": foods}
    if missing(amount):
        return say("pages-today-total-unknown", language, **parts)
    return say("pages-today-total-at-least", language, amount=number(amount, language), **parts)


def assessment_lines(row: Mapping[str, Any], language: str) -> list[str]:
    """Say one row of the assessment.

    Args:
        row: As `nutrition.adequacy.assess` returns it.
        language: A code of `nutrition.texts.languages()`.

    Returns:
        The statement, then the gap, the upper level, what would sharpen it, what it rests on.
    """
    lines = [_statement(row, language)]
    if row.get("intake_counts") == "food" and str(row["reason"]) not in APART:
        lines = [f"{lines[0]} {say('pages-today-food-alone', language)}"]
    low, high = row["probability_low"], row["probability_high"]
    if not missing(low) and not missing(high):
        ends = [chance_words(float(one), language) for one in (low, high)]
        if ends[0] != ends[1]:
            lines.append(say("pages-today-chance-range", language, low=ends[0], high=ends[1]))
    lines += _gaps(row, language) + _upper(row, language)
    if not missing(row["days_to_decide"]):
        days = int(row["days_to_decide"])
        lines.append(say("pages-today-more-days", language, days=days))
    if row["probability_is_at_least"]:
        lines.append(_about("pages-today-find-values", row, language))
    return lines


def _about(text_id: str, row: Mapping[str, Any], language: str, **values: Any) -> str:
    return say(text_id, language, mineral=mineral_name(row["nutrient"], language), **values)


def _statement(row: Mapping[str, Any], language: str) -> str:
    reason = str(row["reason"])
    if reason in UNDEFINED:
        return _about(f"pages-today-{reason.replace('_', '-')}", row, language)
    if reason == "no_complete_day":
        unknown = row["so_far_unknown_items"]
        least = not missing(unknown) and unknown > 0
        text_id = f"pages-today-so-far{'-at-least' if least else ''}"
        return _about(text_id, row, language, amount=number(row["so_far_mg"], language))
    days = int(row["days"])
    method, least = str(row["method"]), bool(row["probability_is_at_least"])
    if method == "no_average_requirement":
        return _about("pages-today-no-average", row, language, body=row["body"], days=days)
    average = method.endswith("average_requirement")
    noun = "average" if average else "adequate"
    reached = row["intake_mg"] >= row["ear_mg" if average else "ai_mg"]
    if method.startswith("qualitative") or not (average or reached):
        side = "above" if reached else "unknown" if least else "below"
        return _about(f"pages-today-{noun}-{side}", row, language, days=days)
    chance = row["probability_adequate" if average else "probability_above_ai"]
    words = chance_words(float(chance), language, at_least=least)
    if words is None:
        return _about(f"pages-today-{noun}-unknown", row, language, days=days)
    text_id = f"pages-today-{noun}-chance{'-at-least' if least else ''}"
    return _about(text_id, row, language, chance=words, days=days)


def _gaps(row: Mapping[str, Any], language: str) -> list[str]:
    so_far = row["reason"] == "no_complete_day"
    unknown = row["so_far_unknown_items"]
    at_most = (
        (not missing(unknown) and unknown > 0) if so_far else bool(row["probability_is_at_least"])
    )
    lines = []
    for noun, column in (("average", "ear_mg"), ("recommended", "rda_mg")):
        gap = row[f"so_far_gap_{column}" if so_far else f"gap_{column}"]
        if missing(gap) or missing(row[column]):
            continue
        figures = {"level": number(row[column], language)}
        if gap <= 0:
            lines.append(say(f"pages-today-reached-{noun}", language, **figures))
            continue
        ending = "-at-most" if at_most else ""
        figures["gap"] = number(math.ceil(gap), language)
        lines.append(say(f"pages-today-gap-{noun}{ending}", language, **figures))
    return lines


def _upper(row: Mapping[str, Any], language: str) -> list[str]:
    taken = row["ul_intake_mg"]
    nothing = missing(taken) and missing(row["intake_mg"])
    if nothing or row["ul_status"] == "not_defined" or missing(row["ul_mg"]):
        return []
    guidance = row["ul_statistic"] == "guidance_level"
    figures = {
        "level": number(row["ul_mg"], language),
        "name": say(f"pages-today-{'guidance' if guidance else 'upper'}-level", language),
    }
    status, reason = str(row["ul_status"]), str(row["ul_reason"])
    if row["ul_base"] == "total":
        kind = status.replace("_", "-") if status in UPPER_TOTAL else "unknown"
        return [_about(f"pages-today-upper-total-{kind}", row, language, **figures)]
    salts = "added salts" in str(row["ul_base"])
    rest = [say("pages-today-upper-salts", language)] if salts else []
    if status == "above":
        kind = "above"
    elif reason in ("not_stated", "supplements_unknown") or missing(taken):
        kind = "unknown"
    else:
        kind = "none" if taken == 0 else "below"
    amount = number(None if missing(taken) else taken, language)
    said = _about(f"pages-today-upper-taken-{kind}", row, language, amount=amount, **figures)
    return [said, *rest]
