"""A sheet in words: every line of the page as plain text, for whatever prints it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from nutrition.report import said_days, said_foods
from nutrition.report.figures import bar, figure_rows
from nutrition.report.said_days import day_name, short
from nutrition.screening import all_red_flags, emergency_number
from nutrition.screening.red_flags import EMERGENCY, PROMPT
from nutrition.texts import ENGLISH, TextError, date, number, say

if TYPE_CHECKING:
    from nutrition.report.facts import Client, Mineral, Sheet

MONTHS = 12
IN_MONTHS_UNDER_YEARS = 2
NOTES_SHOWN = 700
"""Characters of notes on the page; the rest stays in the record."""

NAME_SHOWN = 120


def spoken(sheet: Sheet, language: str = ENGLISH) -> dict[str, Any]:
    """Say a sheet.

    Args:
        sheet: The facts.
        language: A code of `nutrition.texts.languages()`.

    Returns:
        Headings, lines and cells by place on the page, all of them plain text that is not
        escaped; a place with nothing to say is None or empty.

    Raises:
        TextError: No such language.
    """
    client = sheet.client
    return {
        "language": language,
        "title": say("sheet-title", language),
        "name": short(client.title, NAME_SHOWN),
        "about": _about(client, sheet, language),
        "signs": _signs(sheet, language),
        "contexts": {
            "title": say("prompts-contexts", language),
            "lines": _contexts(sheet, language),
        },
        "figures": {
            "title": say("sheet-figures-title", language),
            "headers": ["", *(mineral_name(one, language) for one in sheet.minerals)],
            "rows": figure_rows(sheet.minerals, language),
            "bars": [bar(one, language) for one in sheet.minerals],
            "key": say("sheet-bar-key", language),
        },
        "comparison": said_days.comparison(sheet.comparison, language),
        "sources": [said_foods.sources(one, language) for one in sheet.minerals],
        "unknown": {
            "title": say("sheet-unknown-title", language),
            "lines": said_foods.unknown(sheet, language),
        },
        "absorption": {
            "title": say("sheet-absorb-title", language),
            "lines": said_foods.absorption(sheet, language),
        },
        "offers": said_foods.offers(sheet, language),
        "days": said_days.days(sheet, language),
        "medicines": {
            "title": say("sheet-medicines-title", language),
            "lines": _medicines(sheet, language),
        },
        "doctor": {
            "title": say("sheet-doctor-title", language),
            "lines": _doctor(sheet, language),
            "asked": sheet.signs_asked,
            "tiers": [_tier(sheet, tier, language) for tier in (EMERGENCY, PROMPT)],
        },
        "method": {
            "title": say("sheet-method-title", language),
            "lines": _method(sheet, language),
        },
        "notes": {"title": say("sheet-notes-title", language), "lines": _notes(client, language)},
    }


def mineral_name(mineral: Mineral, language: str) -> str:
    """The mineral's name as a heading."""
    return say(f"sheet-{_subject(mineral.nutrient)}", language)


def _subject(nutrient: str) -> str:
    return nutrient.removesuffix("_mg")


def _about(client: Client, sheet: Sheet, language: str) -> list[str]:
    sex = client.sex if client.sex in ("female", "male") else "unknown"
    parts = [say(f"sheet-sex-{sex}", language), _age(client.age_months, language)]
    if client.condition in ("pregnant", "lactating"):
        trimester = client.trimester if client.condition == "pregnant" else None
        told = {} if trimester is None else {"trimester": trimester}
        text_id = f"sheet-condition-{client.condition}{'' if trimester is None else '-trimester'}"
        parts.append(say(text_id, language, **told))
    made = say("sheet-made", language, date=date(sheet.printed, language))
    return [", ".join(parts), _period(sheet, language), made]


def _age(months: int | None, language: str) -> str:
    if months is None:
        return say("sheet-age-unknown", language)
    if months < IN_MONTHS_UNDER_YEARS * MONTHS:
        return say("sheet-age-months", language, months=months)
    return say("sheet-age-years", language, years=months // MONTHS)


def _period(sheet: Sheet, language: str) -> str:
    first, last = (day_name(day, language) for day in sheet.period)
    if first and last and first != last:
        return say("sheet-period", language, first=first, last=last)
    if first:
        return say("sheet-period-one", language, first=first)
    habitual = any(line.day is None for line in sheet.days)
    return say("sheet-period-habits" if habitual else "sheet-period-none", language)


def _signs(sheet: Sheet, language: str) -> dict[str, Any] | None:
    if not sheet.signs:
        return None
    return {
        "title": say("red-flags-title", language),
        "lines": [
            {"text": one.say(language), "strong": one.kind == "action", "tier": one.tier}
            for one in sheet.signs
        ],
    }


def _contexts(sheet: Sheet, language: str) -> list[str]:
    pairs = zip(sheet.contexts[::2], sheet.contexts[1::2], strict=True)
    return [f"{name.say(language)}: {why.say(language)}" for name, why in pairs]


def _medicines(sheet: Sheet, language: str) -> list[str]:
    """What to check, all that is said of one medicine in one line."""
    said: dict[str, str] = {}
    for one in sheet.medicines:
        line = one.say(language)
        name, colon, rest = line.partition(": ")
        if colon and name in said:
            said[name] += f" {rest[:1].upper()}{rest[1:]}"
        else:
            said[name if colon else line] = line
    return list(said.values())


def asked_line(sheet: Sheet, language: str) -> str:
    """Say whether the warning signs were asked; empty where some are ticked."""
    if not sheet.signs_asked:
        return say("sheet-doctor-not-asked", language)
    return "" if sheet.signs else say("sheet-doctor-none-ticked", language)


def _doctor(sheet: Sheet, language: str) -> list[str]:
    lines = [asked_line(sheet, language), say("sheet-doctor", language)]
    return [line for line in lines if line]


def _tier(sheet: Sheet, tier: int, language: str) -> dict[str, str]:
    """One tier of the warning signs in short: what to do, then every sign."""
    number_of = emergency_number(sheet.client.country)
    if tier == EMERGENCY:
        text_id = "sheet-doctor-now" if number_of.known else "sheet-doctor-now-local"
        lead = say(text_id, language, number=number_of.number)
    else:
        lead = say("sheet-doctor-promptly", language)
    return {"lead": lead, "signs": _signs_in_short(tier, language)}


@cache
def _signs_in_short(tier: int, language: str) -> str:
    said = []
    for flag in all_red_flags():
        if flag.tier == tier:
            try:
                said.append(say(f"sheet-sign-{flag.id}", language))
            except TextError:
                # A sign added to the list without a short name.
                said.append(say(flag.text_id, language))
    return " · ".join(said)


def _method(sheet: Sheet, language: str) -> list[str]:
    method = sheet.method
    compared = [str(one.value("method")) for one in sheet.minerals]
    by_eye = all(name.startswith("qualitative") for name in compared)
    lines = [say(f"sheet-method-{'by-eye' if by_eye else 'probability'}", language)]
    if method.references:
        told = "; ".join(method.references)
        lines.append(say("sheet-method-reference", language, references=told))
    if method.upper_levels:
        told = "; ".join(method.upper_levels)
        lines.append(say("sheet-method-upper", language, references=told))
    if method.sd_sources:
        values = [
            say(
                "sheet-method-sd-value",
                language,
                mineral=say(f"mineral-{_subject(one.nutrient)}", language),
                sd=number(one.value("sd_day_mg"), language, 1),
            )
            for one in sheet.minerals
            if one.value("sd_day_mg") is not None
        ]
        source = "; ".join(method.sd_sources)
        lines.append(say("sheet-method-sd", language, source=source, values=", ".join(values)))
    if any(one.usual_low_mg is not None for one in sheet.minerals):
        lines.append(say("sheet-method-interval", language))
    needed = [one.value("days_needed") for one in sheet.minerals]
    if all(count is not None for count in needed):
        lines.append(
            say(
                "sheet-method-days",
                language,
                calcium=number(needed[0], language),
                magnesium=number(needed[1], language),
            )
        )
    if method.foods:
        lines.append(say("sheet-method-foods", language, foods="; ".join(method.foods)))
    elif sheet.days:
        lines.append(say("sheet-method-stated", language))
    if method.recalled:
        lines.append(say("sheet-method-recalled", language))
    return [*lines, say("sheet-method-limits", language)]


def _notes(client: Client, language: str) -> list[str]:
    if len(client.notes) <= NOTES_SHOWN:
        lines = client.notes.splitlines()
        return [line for line in lines if line.strip()]
    kept = [line for line in client.notes[:NOTES_SHOWN].splitlines() if line.strip()]
    return [*kept, say("sheet-notes-cut", language)]
