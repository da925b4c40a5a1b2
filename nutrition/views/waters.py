"""The waters of a person: kept, laid over the food table, and meant where "water" is written."""

from typing import TYPE_CHECKING, Any

from nutrition.factors import Answer
from nutrition.own_foods import layer
from nutrition.water import WaterMinerals, water_food, water_minerals, water_rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foods.composition import FoodTable
    from nutrition.store import Store, Water

PLAIN = ("water", "tap water", "drinking water", "plain water", "still water", "Wasser")
"""Names that mean the default water; `Leitungswasser` and capitals are among the variants."""
NAMES = tuple(
    dict.fromkeys(
        form for name in (*PLAIN, "Leitungswasser", "Trinkwasser") for form in (name, name.lower())
    )
)
WHOLE = "*"


def kept_waters(store: "Store", person_id: int) -> "tuple[Water, ...]":
    """Return the waters of a person, oldest first."""
    from nutrition.store import Water, records

    return records(store, Water, person_id=person_id)


def water_id(water: "Water") -> str:
    """Return the food id of a kept water."""
    return f"user:water-{water.id}"


def default_water(store: "Store", person_id: int) -> "Water | None":
    """Return the water that is meant where only "water" is written; None where none is set."""
    return next((one for one in kept_waters(store, person_id) if one.is_default), None)


def water_answers(store: "Store", person_id: int) -> dict[tuple[str, str], Answer]:
    """Return the default water as the answer to "water"; empty where none is set."""
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
    from dataclasses import replace

    foods = []
    for one in kept_waters(store, person_id):
        minerals = water_minerals(one.calcium_mg_l, one.magnesium_mg_l, source=one.source or _SAID)
        food = water_food(minerals, water_id(one), one.name)
        if glass_ml:
            glass = glass_ml * food.measures["ml"]
            food = replace(food, measures={**food.measures, "glass": glass})
        foods.append(food)
    return layer(foods, table) if foods else table


_SAID = "water supplier or bottle, as entered"


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
) -> "tuple[Water, WaterMinerals]":
    """Keep a water.

    Args:
        store: The open diary.
        person_id: Whose.
        name: "Tap water at home".
        calcium_mg_l: Calcium [mg/l]; None where it is not stated.
        magnesium_mg_l: Magnesium [mg/l]; None where it is not stated.
        hardness: Total hardness [in ``unit``], where that is what is known. One number does not
            split into two minerals: what it leaves open stays unknown.
        unit: A unit of `nutrition.water.hardness_units`.
        source: Where the figures come from.
        default: It is meant where only "water" is written; no other one is then.

    Returns:
        The water as kept, and what is known of its minerals with the warnings.

    Raises:
        WaterError: A figure is negative, or the unit is not on record.
    """
    from nutrition.store import Water, add

    said = source.strip() or _SAID
    if hardness is not None:
        said += f"; hardness {hardness:g} {unit}"
    found = water_minerals(
        calcium_mg_l, magnesium_mg_l, hardness_value=hardness, unit=unit, source=said
    )
    if default:
        _undefault(store, person_id)
    record = Water(
        person_id=person_id,
        name=name.strip(),
        calcium_mg_l=found.calcium.value,
        magnesium_mg_l=found.magnesium.value,
        source=said,
        is_default=default,
    )
    return add(store, record), found


def make_default(store: "Store", water: "Water") -> None:
    """Have a water meant where only "water" is written, and no other one."""
    from nutrition.store import change, get

    _undefault(store, water.person_id)
    change(store, get(store, type(water), water.id or 0), is_default=True)


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


def _undefault(store: "Store", person_id: int) -> None:
    from nutrition.store import change

    for one in kept_waters(store, person_id):
        if one.is_default:
            change(store, one, is_default=False)
