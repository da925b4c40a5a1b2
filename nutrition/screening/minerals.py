"""An assessment row in one sentence for the person; the row itself is never changed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from nutrition.screening.notices import Figure, Notice, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nutrition.screening.notices import Value

MORE, LESS = 0.95, 0.05


def mineral_notice(row: Mapping[str, Any]) -> Notice:
    """Reported intake of one mineral and the chance that usual intake meets the requirement.

    Args:
        row: A row of the assessment.

    Returns:
        The chance only where the row has a probability and, for a lower bound, one that says
        anything (1 in 10 or more).
    """
    nutrient = str(row["nutrient"])
    subject = nutrient.removesuffix("_mg")
    values: tuple[tuple[str, Value], ...] = (("mineral", Words(f"mineral-{subject}")),)
    if _missing(row.get("intake_mg")):
        return Notice("mineral", subject, "twitch-mineral-no-record", values)
    at_least = not _missing(row.get("probability_is_at_least")) and bool(
        row["probability_is_at_least"]
    )
    bound = "-at-least" if at_least else ""
    values += (("intake", Figure(float(row["intake_mg"]))),)
    probability = row.get("probability_adequate")
    chance = (
        None
        if _missing(probability)
        else _chance(float(row["probability_adequate"]), at_least=at_least)
    )
    if chance is None or _missing(row.get("days")):
        return Notice("mineral", subject, f"twitch-mineral-intake{bound}", values)
    reference = str(row.get("reference"))
    values += (("days", int(row["days"])), ("chance", chance), ("reference", reference))
    return Notice("mineral", subject, f"twitch-mineral-probability{bound}", values)


def _chance(probability: float, *, at_least: bool) -> Words | None:
    """A probability in words; None for a lower bound under 1 in 10."""
    if at_least:
        tenths = min(math.floor(probability * 10 + 1e-9), 9)
        return Words("twitch-chance-tenths", (("tenths", tenths),)) if tenths else None
    if probability > MORE:
        return Words("twitch-chance-more")
    if probability < LESS:
        return Words("twitch-chance-less")
    return Words("twitch-chance-tenths", (("tenths", math.floor(probability * 10 + 0.5)),))


def _missing(value: object) -> bool:
    return value is None or str(value) in ("<NA>", "nan", "None")
