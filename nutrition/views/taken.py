"""Supplements and medicines that are kept: labels → minerals, and lines of the diary."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from foods.nutrients import MINERALS
from nutrition.frequency import DAYS_A_WEEK, Frequency
from nutrition.supplements import (
    Compound,
    LabelLine,
    MineralTaken,
    Supplement,
    compounds,
    diary_row,
    minerals_of,
    named,
)

if TYPE_CHECKING:
    from nutrition.store import Entry, Store
    from nutrition.store import Supplement as Kept


def described(kept: "Kept") -> Supplement:
    """Return a kept supplement as the calculator takes it.

    Amounts are for one dose, as the label states them; a blank one is unknown.
    """
    often = Frequency(kept.times_per_day or 1.0, kept.days_per_week or DAYS_A_WEEK)
    if kept.stated_as == "compound" and kept.compound:
        mineral = next((one.mineral for one in named(kept.compound)), MINERALS[0])
        line = LabelLine(mineral, kept.compound_mg, "compound", kept.compound)
        others = _others(kept, mineral)
        return Supplement(kept.name, (line, *others), kept.kind, frequency=often)
    lines = tuple(
        LabelLine(mineral, getattr(kept, mineral))
        for mineral in MINERALS
        if getattr(kept, mineral) is not None
    )
    return Supplement(kept.name, lines, kept.kind, frequency=often)


def minerals(kept: "Kept") -> dict[str, MineralTaken]:
    """Return both minerals of a kept supplement; a question or an unknown has no amount."""
    return minerals_of(described(kept))


def questions(kept: "Kept") -> dict[str, tuple[str, ...]]:
    """Return what is to be looked at again before a supplement is counted, by mineral.

    Ids of `nutrition.supplements.MineralTaken.questions`; empty where nothing is odd.

    Raises:
        SupplementError: As `minerals`.
    """
    found = {mineral: taken.questions for mineral, taken in minerals(kept).items()}
    return {mineral: asked for mineral, asked in found.items() if asked}


def forms(name: str) -> tuple[Compound, ...]:
    """Return the compounds that a label's name leaves open, so that the form is asked for.

    Empty where the name says which one it is, or all of its forms hold as much.
    """
    found = named(name)
    if len(found) > 1 or any(one.other_forms and one.compound != name for one in found):
        return found
    return ()


def other_mineral(name: str) -> str | None:
    """Return the mineral that a compound does not hold; None for a name that is not on record."""
    held = {one.mineral for one in named(name)}
    return next((mineral for mineral in MINERALS if held and mineral not in held), None)


def entry_of(kept: "Kept", day: str, *, occasion: str = "") -> "Entry":
    """Return the line of a day on which a kept supplement is taken."""
    from nutrition.store.kinds import Entry

    row = diary_row(described(kept), person_id=str(kept.person_id), day=day)
    return Entry(
        person_id=kept.person_id,
        day=day,
        occasion=occasion,
        food=row["food"],
        amount=row["amount"],
        kind=row["kind"],
        carried=MINERALS,
        **{mineral: row[mineral] for mineral in MINERALS},
    )


def kept_supplements(store: "Store", person_id: int) -> "tuple[Kept, ...]":
    """Return the supplements and medicines that a person keeps, oldest first."""
    from nutrition.store import Supplement as Kind
    from nutrition.store import records

    return records(store, Kind, person_id=person_id)


def due(kept: "Iterable[Kept]", rows: "Iterable[Entry]", day: str) -> "list[Kept]":
    """Return the daily ones that a day does not have yet; nothing is counted before it is added.

    Args:
        kept: What the person keeps.
        rows: Lines of the day.
        day: The day.
    """
    there = {row.food for row in rows}
    return [
        one
        for one in kept
        if (one.days_per_week or DAYS_A_WEEK) >= DAYS_A_WEEK
        and one.name not in there
        and (one.first_day or day) <= day <= (one.last_day or day)
    ]


def compound_names() -> list[str]:
    """Return what a label may call a compound: full names, and families that leave the form open.

    Families with one form only are not repeated.
    """
    listed = compounds()
    families = [one.family for one in listed if _open(one, listed)]
    return list(dict.fromkeys([*(one.compound for one in listed), *families]))


def scaled(entry: "Entry", amount: float | None) -> "Entry":
    """Return a line with another amount: its own minerals and weight grow alike."""
    if not entry.amount or amount is None:
        return replace(entry, amount=amount)
    times = amount / entry.amount
    values = {name: getattr(entry, name) for name in (*entry.carried, "grams")}
    grown = {name: value * times for name, value in values.items() if value is not None}
    return replace(entry, amount=amount, **grown)


def _open(one: Compound, listed: Iterable[Compound]) -> bool:
    same = [other for other in listed if other.family == one.family]
    return (len(same) > 1 or one.other_forms) and one.family != one.compound


def _others(kept: "Kept", mineral: str) -> tuple[LabelLine, ...]:
    """Return what the label states of the other mineral."""
    return tuple(
        LabelLine(other, getattr(kept, other))
        for other in MINERALS
        if other != mineral and getattr(kept, other) is not None
    )
