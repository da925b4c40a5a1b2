"""Three ways to close a gap, worked out once for clients whose gaps are nearly the same."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from nutrition.screening import find_medicines
from nutrition.suggest import Infeasible, Needs, Offer, Person, everyday_foods, suggest
from nutrition.suggest.person import MONTHS, NOT_OFFERED, UNDER_TWO_MONTHS, WHOLE_NUTS_MONTHS

if TYPE_CHECKING:
    from nutrition.report.facts import Client
    from nutrition.suggest import Answer

    Found = tuple[tuple[Answer, ...], tuple[str, ...], tuple[tuple[str, ...], ...]]

ANSWERS = 3
STEP_MG = {"calcium": 50.0, "magnesium": 25.0, "room": 250.0}
"""Steps to which `Offers` rounds a gap up, and the room below the upper level down [mg/d]."""

ROOM_ENOUGH_MG = 1_500.0
"""Room above which no answer comes near the upper level: as good as this much [mg/d]."""

WARFARIN = ("warfarin", "coumadin", "marevan", "jantoven", "marcumar", "phenprocoumon", "falithrom")
"""Vitamin K antagonists by their names: vitamin-K-rich foods matter to those who take them."""


def suggestions_for(
    client: Client,
    calcium_mg: float | None,
    magnesium_mg: float | None,
    room_mg: float | None,
) -> Found:
    """Work out what closes a client's gap.

    Args:
        client: Age, circumstances, medicines and filters count.
        calcium_mg: Missing calcium [mg/d]; 0 or less: none; None: no reference.
        magnesium_mg: Missing magnesium [mg/d], as above.
        room_mg: Calcium left below the upper level [mg/d]; None: none is set.

    Returns:
        Up to three answers, the reasons where there are none, and what stands in the way.
    """
    needs = Needs(calcium_mg, magnesium_mg, room_mg)
    person = Person(client.age_months, frozenset(client.contexts), _medicines(client))
    found = suggest(needs, person, filters=client.filters, answers=ANSWERS)
    if isinstance(found, Offer):
        return found.answers, (), ()
    if isinstance(found, Infeasible):
        return (), ("infeasible",), found.binding
    reasons = getattr(found, "reasons", None) or (getattr(found, "reason", ""),)
    return (), tuple(reasons), ()


class Offers:
    """Suggestions for many clients: gaps are rounded up, so that neighbours share an answer.

    Where the rounded gap has no answer, the exact one is asked.
    """

    def __init__(self) -> None:
        self._known: dict[object, Found] = {}

    def __call__(
        self,
        client: Client,
        calcium_mg: float | None,
        magnesium_mg: float | None,
        room_mg: float | None,
    ) -> Found:
        """Work it out, or give what was worked out before; see `suggestions_for`."""
        calcium, magnesium = _up(calcium_mg, "calcium"), _up(magnesium_mg, "magnesium")
        room = None
        if room_mg is not None:
            steps = math.floor(min(room_mg, ROOM_ENOUGH_MG) / STEP_MG["room"])
            room = steps * STEP_MG["room"]
        key = (
            calcium,
            magnesium,
            room,
            _stage(client.age_months),
            frozenset(client.contexts).intersection(NOT_OFFERED),
            _medicines(client),
            client.filters,
        )
        if key not in self._known:
            self._known[key] = suggestions_for(client, calcium, magnesium, room)
        found = self._known[key]
        if found[1] == ("infeasible",):
            return suggestions_for(client, calcium_mg, magnesium_mg, room_mg)
        return found


def _stage(age_months: int | None) -> int | None:
    """The number of ages, at which foods begin to be offered, that somebody has passed."""
    if age_months is None:
        return None
    ages = {food.from_age_years * MONTHS for food in everyday_foods()}
    return sum(age_months >= age for age in ages | {UNDER_TWO_MONTHS, WHOLE_NUTS_MONTHS})


def _up(gap: float | None, mineral: str) -> float | None:
    if gap is None:
        return None
    step = STEP_MG[mineral]
    return max(0.0, math.ceil(gap / step) * step)


def _medicines(client: Client) -> frozenset[str] | None:
    """The ids that matter to suggestions; None where nobody asked."""
    if client.medicines is None:
        return None
    found = {
        match.medicine.id
        for match in find_medicines(client.medicines)
        if match.medicine is not None
    }
    written = " ".join(client.medicines).casefold()
    taken = {"warfarin"} if any(name in written for name in WARFARIN) else set()
    return frozenset(taken | (found & {"levothyroxine"}))
