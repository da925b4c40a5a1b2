"""The waters of a person: kept, laid over the food table, and meant where "water" is written.

A line keeps the water it was entered with. Another default is for lines to come, and a water that
lines still have is only put out of sight when it is removed.
"""

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from nutrition.factors import Answer
from nutrition.own_foods import layer, out_of_sight
from nutrition.water import WaterMinerals, water_food, water_minerals, water_rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foods.composition import FoodTable
    from nutrition.own_foods import NutrientValue
    from nutrition.store import Entry, Store, Water
    from nutrition.store.edits import Edit

PLAIN = ("water", "tap water", "drinking water", "plain water", "still water", "Wasser")
"""Names that mean the default water; `Leitungswasser` and capitals are among the variants."""
NAMES = tuple(
    dict.fromkeys(
        form for name in (*PLAIN, "Leitungswasser", "Trinkwasser") for form in (name, name.lower())
    )
)
WHOLE = "*"


@dataclass(frozen=True)
class SourceOf:
    """Where the figures of a water are from.

    Attributes:
        said: As its drinker says; empty where it was not said.
        hardness: The hardness that was given [in ``unit``]; None where none was.
        unit: Its unit.
    """

    said: str
    hardness: float | None = None
    unit: str = ""


def kept_waters(store: "Store", person_id: int) -> "tuple[Water, ...]":
    """Return the waters that a person is offered, oldest first."""
    return tuple(one for one in every_water(store, person_id) if not one.archived)


def every_water(store: "Store", person_id: int) -> "tuple[Water, ...]":
    """Return the waters of a person, removed ones that lines still have among them."""
    from nutrition.store import Water, records

    return records(store, Water, person_id=person_id)


def water_id(water: "Water") -> str:
    """Return the food id of a kept water."""
    return f"user:water-{water.id}"


def default_water(store: "Store", person_id: int) -> "Water | None":
    """Return the water that is meant where only "water" is written; None where none is set."""
    return next((one for one in kept_waters(store, person_id) if one.is_default), None)


def water_answers(store: "Store", person_id: int) -> dict[tuple[str, str], Answer]:
    """Return the default water as the answer to "water"; empty where none is set.

    It is for lines that are entered now. Older ones were settled before the default was changed
    (`nutrition.views.settled`), so that it rewrites none of them.
    """
    found = default_water(store, person_id)
    if found is None:
        return {}
    return {(name, WHOLE): Answer(food_id=water_id(found)) for name in NAMES}


def layer_waters(
    store: "Store", person_id: int, table: "FoodTable", *, glass_ml: float | None = None
) -> "FoodTable":
    """Lay the kept waters over a food table.

    Args:
        store: The open diary.
        person_id: Whose waters.
        table: The table beneath.
        glass_ml: What one of the person's glasses holds [ml], where they said so.

    Returns:
        The table with a food of group "water" for each; calcium or magnesium that was not
        stated is unknown there.
    """
    foods = []
    waters = every_water(store, person_id)
    for one in waters:
        food = water_food(minerals_of(one), water_id(one), one.name)
        if glass_ml:
            glass = glass_ml * food.measures["ml"]
            food = replace(food, measures={**food.measures, "glass": glass})
        foods.append(food)
    if not foods:
        return table
    gone = [water_id(one) for one in waters if one.archived]
    return out_of_sight(layer(foods, table), gone)


_SAID = "water supplier or bottle, as entered"
_OLD = re.compile(r"(?P<said>.*); hardness (?P<value>[0-9.e+-]+) (?P<unit>.+)")
"""Sources as they were written before a hardness had a column of its own."""


def source_of(water: "Water") -> SourceOf:
    """Return where the figures of a water are from, for a page to say in its language."""
    said, hardness, unit = water.source, water.hardness, water.hardness_unit
    old = _OLD.fullmatch(said) if hardness is None else None
    if old is not None:
        said, hardness, unit = old["said"], float(old["value"]), old["unit"]
    return SourceOf("" if said == _SAID else said, hardness, unit)


def minerals_of(water: "Water") -> WaterMinerals:
    """Return what a kept water holds, with the range of what its hardness leaves."""
    given = source_of(water)
    calcium, magnesium = water.calcium_mg_l, water.magnesium_mg_l
    made = partial(
        water_minerals, hardness_value=given.hardness, unit=given.unit or "mg/L CaCO3",
        source=water.source or _SAID,
    )  # fmt: skip
    if given.hardness is not None and calcium is not None and magnesium is not None:
        # The record has one figure for each: what a hardness left is told by its digits.
        if _left_over(magnesium, made(calcium, None).magnesium):
            magnesium = None
        elif _left_over(calcium, made(None, magnesium).calcium):
            calcium = None
    return made(calcium, magnesium)


def _left_over(kept: float, of: "NutrientValue") -> bool:
    """Tell whether a kept figure is what a hardness left, not one that somebody stated."""
    if of.value is None:
        return kept == 0 and of.reason == "hardness_reached"
    return abs(kept - of.value) < _SAME and round(kept, _STATED_DIGITS) != kept


_SAME, _STATED_DIGITS = 1e-9, 4


def add_water(
    store: "Store",
    person_id: int,
    name: str,
    calcium_mg_l: float | None,
    magnesium_mg_l: float | None,
    *,
    hardness: float | None = None,
    unit: str = "mg/L CaCO3",
    source: str = "",
    default: bool = False,
    table: "FoodTable | None" = None,
    locale: str = "us",
) -> "tuple[Water, WaterMinerals]":
    """Keep a water.

    Args:
        store: The open diary.
        person_id: Whose.
        name: "Tap water at home".
        calcium_mg_l: Calcium [mg/l]; None where it is not stated.
        magnesium_mg_l: Magnesium [mg/l]; None where it is not stated.
        hardness: Total hardness [in ``unit``], where that is what is known. One number does not
            split into two minerals: what it leaves open stays unknown. What it leaves to one is
            kept as its value; `minerals_of` gives the range.
        unit: A unit of `nutrition.water.hardness_units`.
        source: Where the figures come from.
        default: It is meant where only "water" is written from now on; no other one is then.
        table: The food table with own foods and waters; made of the bundled one when None.
        locale: Sizes of cups, pints and spoons.

    Returns:
        The water as kept, and what is known of its minerals with the warnings.

    Raises:
        WaterError: A figure is negative or more than water holds, or the unit is not on record.
    """
    from nutrition.store import Water

    found = water_minerals(
        calcium_mg_l, magnesium_mg_l, hardness_value=hardness, unit=unit, source=source or _SAID
    )
    record = Water(
        person_id=person_id,
        name=name.strip(),
        calcium_mg_l=found.calcium.value,
        magnesium_mg_l=found.magnesium.value,
        source=source.strip(),
        is_default=default,
        hardness=hardness,
        hardness_unit="" if hardness is None else unit,
    )
    if default:
        settle_lines(store, person_id, table, locale)
    with store.editing("add waters") as edit:
        if default:
            _undefault(store, edit, person_id)
        (added,) = edit.add([record])
    return added, found


def doubts(
    calcium_mg_l: float | None,
    magnesium_mg_l: float | None,
    *,
    hardness: float | None = None,
    unit: str = "mg/L CaCO3",
) -> tuple[str, ...]:
    """Name what is to be looked at again before a water is kept: ids of `WaterMinerals.questions`.

    Raises:
        WaterError: As `add_water`.
    """
    return water_minerals(
        calcium_mg_l, magnesium_mg_l, hardness_value=hardness, unit=unit
    ).questions


def make_default(
    store: "Store", water: "Water", *, table: "FoodTable | None" = None, locale: str = "us"
) -> None:
    """Have a water meant where only "water" is written from now on, and no other one.

    Lines that are there keep the water that they were entered with.

    Raises:
        Changed: Another window changed or removed it.
    """
    settle_lines(store, water.person_id, table, locale)
    with store.editing("change waters") as edit:
        _undefault(store, edit, water.person_id, water.id)
        edit.change(water, replace(water, is_default=True))


def remove_water(
    store: "Store", water: "Water", *, table: "FoodTable | None" = None, locale: str = "us"
) -> int:
    """Remove a water; return how many lines of the diary keep it.

    While lines have it, it is only put out of sight: they keep its minerals, and nothing else
    is read for it.

    Raises:
        Changed: Another window changed or removed it.
    """
    from nutrition.views.settled import lines_of

    known = settle_lines(store, water.person_id, table, locale)
    lines = lines_of(store, known, water_id(water))
    with store.editing("remove") as edit:
        if lines:
            edit.change(water, replace(water, archived=True, is_default=False))
        else:
            edit.remove(water)
    return lines


def plain(row: "Entry") -> "Entry":
    """Return a line to be entered anew: one that says "water" means today's default water."""
    return replace(row, food_id=None) if row.food in NAMES else row


def dry_foods(items: "Iterable[dict[str, Any]]", table: "FoodTable") -> list[str]:
    """Name the foods that are dry or concentrated: water taken with them is entered apart.

    Args:
        items: Rows of the Items table.
        table: The food table.

    Returns:
        Foods as they were written; all others hold their water already.
    """
    named = [item for item in items if item.get("food_id") in table]
    return [
        str(item["food"]) for item in named if not water_rule(table.food(item["food_id"])).holds
    ]


def settle_lines(
    store: "Store", person_id: int, table: "FoodTable | None" = None, locale: str = "us"
) -> "FoodTable":
    """Settle the lines that say "water" before it, or a glass of it, means another one.

    Args:
        store: The open diary.
        person_id: Whose lines.
        table: The food table with own foods and waters; made of the bundled one when None.
        locale: Sizes of cups, pints and spoons.

    Returns:
        The table.
    """
    from nutrition.store import food_table
    from nutrition.views.settled import settle_words

    known = table or layer_waters(store, person_id, food_table(store))
    mine = {water_id(one) for one in every_water(store, person_id)}
    means = {*NAMES, *mine}
    settle_words(store, known, means.__contains__, locale=locale, person_id=person_id)
    return known


def _undefault(store: "Store", edit: "Edit", person_id: int, but: int | None = None) -> None:
    for one in every_water(store, person_id):
        if one.is_default and one.id != but:
            edit.change(one, replace(one, is_default=False))
