"""Records and their assessment → one `Sheet`. Nothing is judged here that is not judged already."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from foods.nutrients import MINERALS
from nutrition.absorption import day_absorption
from nutrition.report.facts import (
    NEEDS_BETTER_RECORDS,
    Absorption,
    Change,
    Client,
    Comparison,
    Contribution,
    DayLine,
    Method,
    Mineral,
    Sheet,
    Suggestions,
)
from nutrition.report.offers import suggestions_for
from nutrition.screening import prompts, red_flags
from nutrition.suggest import Person
from nutrition.suggest.person import refusals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from foods.composition import FoodTable
    from nutrition.report.offers import Found

    Row = Mapping[str, Any]
    Offering = Callable[[Client, float | None, float | None, float | None], Found]

SHOWN = 5
"""Foods that are named for each mineral; the others are summed."""

CONFIDENCE_Z = 1.96
"""Standard normal deviate of a two-sided 95 % interval."""

MONTHS = 12
POOR_KNOWN_SHARE = 0.8
"""Known share of the weight eaten under which a record is too thin to act on: our convention.
METHODS asks for "at least" below 0.95; from 0.8 down no food is suggested and nobody is ranked."""


def sheet_of(
    client: Client,
    items: Iterable[Row],
    days: Iterable[Row],
    assessment: Iterable[Row],
    foods: FoodTable,
    *,
    earlier: Iterable[Row] | None = None,
    earlier_days: Iterable[Row] = (),
    printed: dt.date | None = None,
    offering: Offering = suggestions_for,
) -> Sheet:
    """Compute what stands on one person's sheet.

    Args:
        client: Whose it is, with screening answers and filters.
        items: This person's Items: ``day, food, calcium_mg, magnesium_mg`` [mg], optional
            ``description, food_id, kind``. None for totals without foods: an empty list.
        days: This person's Days.
        assessment: This person's rows of the assessment, one a mineral.
        foods: The food table that the items were computed with.
        earlier: The assessment of an earlier period, for before and after.
        earlier_days: Its Days.
        printed: The day on the sheet; today when None.
        offering: What works out the suggestions, see `offers.suggestions_for`.

    Returns:
        The sheet.

    Raises:
        ScreeningError: A warning sign or circumstance that is not in the lists.
        KeyError: The assessment lacks calcium or magnesium.
    """
    recorded = sorted((plain(row) for row in days), key=_day_key)
    judged = {str(row["nutrient"]): plain(row) for row in assessment}
    complete = {_key(row.get("day")) for row in recorded if _state(row) == "complete"}
    eaten = [row for row in map(plain, items) if _key(row.get("day")) in complete]
    minerals = tuple(_mineral(judged[n], eaten, foods) for n in MINERALS)
    age_years = None if client.age_months is None else client.age_months / MONTHS
    told = prompts(client.medicines or (), client.contexts, age_years, client.condition)
    comparison = None
    if earlier is not None:
        comparison = compare(earlier, judged.values(), earlier_days, recorded)
    return Sheet(
        client=client,
        printed=printed or dt.datetime.now().astimezone().date(),
        period=_period(recorded),
        minerals=minerals,
        days=tuple(_day(row) for row in recorded),
        energy_flag=str(judged[MINERALS[0]].get("energy_flag") or "not_assessed"),
        absorption=_absorption(eaten, minerals[0], foods),
        suggestions=_suggestions(client, minerals, _items(recorded), offering),
        signs=red_flags(client.red_flags or (), client.country),
        contexts=tuple(one for one in told if one.kind == "context"),
        medicines=tuple(one for one in told if one.kind != "context"),
        comparison=comparison,
        method=_method(minerals, eaten, foods),
    )


def compare(
    before: Iterable[Row],
    now: Iterable[Row],
    days_before: Iterable[Row] = (),
    days_now: Iterable[Row] = (),
) -> Comparison:
    """Set two periods of one person side by side.

    Args:
        before: Rows of the earlier assessment, one a mineral.
        now: Rows of the later assessment.
        days_before: Days of the earlier period, for its dates.
        days_now: Days of the later one.

    Returns:
        The comparison; a difference only between two means that are no lower bounds.
    """
    earlier = {str(row["nutrient"]): plain(row) for row in before}
    later = {str(row["nutrient"]): plain(row) for row in now}
    changes = tuple(
        _change(nutrient, earlier[nutrient], later[nutrient])
        for nutrient in MINERALS
        if nutrient in earlier and nutrient in later
    )
    periods = [_period(sorted(map(plain, rows), key=_day_key)) for rows in (days_before, days_now)]
    return Comparison(periods[0], periods[1], changes)


def poor(row: Row, items: int | None) -> bool:
    """Tell whether a mineral's record is too thin to act on.

    Args:
        row: A row of the assessment.
        items: Items on the complete days; None where not known.

    Returns:
        True without a complete day, and where less than `POOR_KNOWN_SHARE` of the weight eaten
        (of the items, where some weight is not known) has a value.
    """
    one = plain(row)
    if one.get("intake_mg") is None:
        return True
    if not one.get("probability_is_at_least"):
        return False
    share, unknown = one.get("known_share"), one.get("unknown_items")
    if share is None and items and unknown is not None:
        share = 1 - int(unknown) / items
    return share is None or float(share) < POOR_KNOWN_SHARE


def plain(row: Mapping[Any, Any]) -> dict[str, Any]:
    """A row with plain Python values; whatever an engine calls missing is None."""
    return {str(name): _plain(value) for name, value in row.items()}


def _plain(value: Any) -> Any:
    one = value.item() if hasattr(value, "item") else value
    if one is None or (isinstance(one, float) and math.isnan(one)):
        return None
    return None if str(one) in ("<NA>", "NaT") else one


def _key(day: Any) -> str | None:
    return None if day is None else str(day).strip().removesuffix(".0")


def _day_key(row: Row) -> tuple[bool, int, str]:
    """Days in their order: numbers by size, dates and other names by their letters."""
    day = _key(row.get("day")) or ""
    return (not day.isdecimal(), int(day) if day.isdecimal() else 0, day)


def _state(row: Row) -> str:
    return str(row.get("day_state") or "complete")


def _period(recorded: Sequence[Row]) -> tuple[str | None, str | None]:
    names = [_key(row.get("day")) for row in recorded if _state(row) == "complete"]
    return (names[0], names[-1]) if names else (None, None)


def _day(row: Row) -> DayLine:
    def count(column: str) -> int | None:
        return None if row.get(column) is None else int(row[column])

    return DayLine(
        day=_key(row.get("day")),
        state=_state(row),
        calcium_mg=row.get("calcium_mg"),
        magnesium_mg=row.get("magnesium_mg"),
        energy_kcal=row.get("energy_kcal"),
        calcium_unknown_items=count("calcium_unknown_items"),
        magnesium_unknown_items=count("magnesium_unknown_items"),
    )


def _mineral(row: dict[str, Any], eaten: Sequence[Row], foods: FoodTable) -> Mineral:
    nutrient = str(row["nutrient"])
    low, high = _usual(row)
    days = float(row.get("days") or 1)
    sums: Counter[str] = Counter()
    unknown: Counter[str] = Counter()
    for item in eaten:
        name = _food(item, foods)
        if item.get(nutrient) is None:
            unknown[name] += 1
        else:
            sums[name] += item[nutrient]
    known = math.fsum(sums.values())
    ranked = sorted(((n, v) for n, v in sums.items() if v > 0), key=lambda one: (-one[1], one[0]))
    return Mineral(
        nutrient=nutrient,
        assessment=MappingProxyType(row),
        usual_low_mg=low,
        usual_high_mg=high,
        contributors=tuple(Contribution(n, v / days, v / known) for n, v in ranked[:SHOWN]),
        others_mg=math.fsum(v for _, v in ranked[SHOWN:]) / days,
        others=len(ranked[SHOWN:]),
        unknown_foods=tuple(sorted(unknown, key=lambda name: (-unknown[name], name))),
    )


def _usual(row: Row) -> tuple[float | None, float | None]:
    measurable = row.get("method") in ("average_requirement", "adequate_intake")
    if not measurable or row.get("probability_is_at_least") or not row.get("days"):
        return None, None
    half = CONFIDENCE_Z * float(row["sd_day_mg"]) / math.sqrt(row["days"])
    return max(0.0, float(row["intake_mg"]) - half), float(row["intake_mg"]) + half


def _food(item: Row, foods: FoodTable) -> str:
    """The food in the client's own words; what a code stands for where only that was given."""
    written = str(item.get("food") or "").strip()
    food_id = item.get("food_id")
    if written and written != food_id:
        return written
    if item.get("description"):
        return str(item["description"])
    if food_id in foods:
        return foods.food(str(food_id)).description
    return written or str(food_id or item.get("kind") or "?")


def _absorption(eaten: Sequence[Row], calcium: Mineral, foods: FoodTable) -> Absorption | None:
    if not eaten or not calcium.value("days"):
        return None
    found = day_absorption(eaten, foods)
    days = float(calcium.value("days"))
    analogy = (found.analogy_calcium_mg or 0.0) / days
    return Absorption(
        studied_mg=(found.measured_calcium_mg or 0.0) / days + analogy,
        absorbable_mg=((found.measured_absorbable_mg or 0.0) + (found.analogy_absorbable_mg or 0.0))
        / days,
        by_analogy_mg=analogy,
        unstudied_mg=(found.unknown_calcium_mg or 0.0) / days,
    )


def _items(recorded: Sequence[Row]) -> int | None:
    counts = [row.get("items") for row in recorded if _state(row) == "complete"]
    return sum(int(count) for count in counts if count is not None) or None


def _suggestions(
    client: Client, minerals: Sequence[Mineral], items: int | None, offering: Offering
) -> Suggestions:
    refused = refusals(Person(client.age_months, frozenset(client.contexts)))
    if refused:
        return Suggestions(reasons=refused)
    calcium, magnesium = minerals
    recorded = [one for one in minerals if one.value("intake_mg") is not None]
    if len(recorded) < len(minerals):
        return Suggestions(reasons=("no-record",))
    if all(one.gap_mg is None for one in minerals):
        return Suggestions(reasons=("not-defined",))
    open_ones = [one for one in minerals if (one.gap_mg or 0) > 0]
    if any(poor(one.assessment, items) for one in open_ones):
        return Suggestions(reasons=(NEEDS_BETTER_RECORDS,))
    room = None
    if calcium.value("ul_mg") is not None and calcium.value("ul_base") == "total":
        room = float(calcium.value("ul_mg")) - float(calcium.value("intake_mg"))
    answers, reasons, binding = offering(client, calcium.gap_mg, magnesium.gap_mg, room)
    return Suggestions(
        answers=answers,
        reasons=reasons,
        binding=binding,
        calcium_mg=calcium.gap_mg,
        magnesium_mg=magnesium.gap_mg,
        at_most=any(one.at_least or one.food_alone for one in open_ones),
    )


def _change(nutrient: str, before: dict[str, Any], now: dict[str, Any]) -> Change:
    both = (before, now)
    whole = all(
        row.get("intake_mg") is not None and not row.get("probability_is_at_least") for row in both
    )
    difference = float(now["intake_mg"]) - float(before["intake_mg"]) if whole else None
    sd = now.get("sd_day_mg")
    chance = None
    if sd is not None and all(row.get("days") for row in both):
        chance = CONFIDENCE_Z * float(sd) * math.sqrt(sum(1 / float(row["days"]) for row in both))
    return Change(nutrient, MappingProxyType(before), MappingProxyType(now), difference, chance)


def _method(minerals: Sequence[Mineral], eaten: Sequence[Row], foods: FoodTable) -> Method:
    def all_of(column: str) -> tuple[str, ...]:
        said = (one.value(column) for one in minerals)
        return tuple(dict.fromkeys(str(value) for value in said if value))

    used = [foods.food(str(row["food_id"])) for row in eaten if row.get("food_id") in foods]
    return Method(
        body=next(iter(all_of("body")), ""),
        references=all_of("reference"),
        upper_levels=all_of("ul_reference"),
        sd_sources=all_of("sd_source"),
        foods=tuple(sorted({f"{food.source}, {food.release}" for food in used})),
        recalled=any(bool(one.value("recalled")) for one in minerals),
    )
