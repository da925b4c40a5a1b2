"""Warning signs in two tiers, said before anything else and overridden by nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from nutrition.screening.emergency import EmergencyNumber, emergency_number
from nutrition.screening.notices import Notice, ScreeningError, rows

if TYPE_CHECKING:
    from collections.abc import Iterable

EMERGENCY = 1
PROMPT = 2


@dataclass(frozen=True)
class RedFlag:
    """One warning sign.

    Attributes:
        id: As in `data/red_flags.csv`.
        tier: 1 call the emergency services now, 2 see a doctor promptly.
        text_id: The message that names it, for a tick box.
        advice_text_id: A further sentence for this sign alone; empty where there is none.
        source: Where it comes from.
        confidence: seen or recalled.
    """

    id: str
    tier: int
    text_id: str
    advice_text_id: str
    source: str
    confidence: str


@cache
def all_red_flags() -> tuple[RedFlag, ...]:
    """Every warning sign, emergencies first, in the order of the data file."""
    flags = (
        RedFlag(
            row["flag"],
            int(row["tier"]),
            f"red-flag-{row['flag']}",
            row["advice"],
            row["source"],
            row["confidence"],
        )
        for row in rows("red_flags.csv")
    )
    return tuple(sorted(flags, key=lambda flag: flag.tier))


def red_flags(ticked: Iterable[str], country: str | None = None) -> tuple[Notice, ...]:
    """What to do about the signs that were ticked.

    Args:
        ticked: Ids of warning signs, in any order.
        country: Country or locale, for the emergency number; see `emergency_number`.

    Returns:
        Nothing where nothing was ticked. Else, to be shown before all other output: for each
        tier the action, then its signs with their advice; last, that it stands whatever the
        food record shows.

    Raises:
        ScreeningError: An id that is not in the list.
    """
    chosen = set(ticked)
    unknown = sorted(chosen - {flag.id for flag in all_red_flags()})
    if unknown:
        raise ScreeningError(
            f"There is no warning sign {', '.join(map(repr, unknown))}.",
            hint="Use the ids of data/red_flags.csv.",
            unknown=unknown,
        )
    notices: list[Notice] = []
    for tier in (EMERGENCY, PROMPT):
        flags = [flag for flag in all_red_flags() if flag.tier == tier and flag.id in chosen]
        if flags:
            notices.append(_action(tier, country))
        for flag in flags:
            notices.append(_notice(flag, flag.text_id))
            if flag.advice_text_id:
                notices.append(_notice(flag, flag.advice_text_id))
    if notices:
        notices.append(Notice("action", "stands", "red-flags-stand", tier=notices[0].tier))
    return tuple(notices)


def call_now(number: EmergencyNumber) -> Notice:
    """The sentence that names the emergency number.

    Args:
        number: What `emergency_number` gave.

    Returns:
        A notice of tier 1.
    """
    values: tuple[tuple[str, str], ...] = (("number", number.number),)
    text_id = "red-flags-call-now" if number.known else "red-flags-call-now-unknown"
    if number.known and number.also:
        text_id, values = "red-flags-call-now-also", (*values, ("also", number.also))
    return Notice(
        "action", "call-now", text_id, values, EMERGENCY, number.source, number.confidence
    )


def _action(tier: int, country: str | None) -> Notice:
    if tier == EMERGENCY:
        return call_now(emergency_number(country))
    return Notice("action", "see-doctor", "red-flags-see-doctor", tier=PROMPT)


def _notice(flag: RedFlag, text_id: str) -> Notice:
    return Notice(
        "red_flag",
        flag.id,
        text_id,
        tier=flag.tier,
        source=flag.source,
        confidence=flag.confidence,
    )
