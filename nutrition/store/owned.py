"""What belongs to the owner: own foods over the food table, favourites, settings."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from foods.nutrients import COLUMNS, MINERALS
from nutrition.store.basic import records
from nutrition.store.edits import Edit, select_records
from nutrition.store.errors import RecordError
from nutrition.store.kinds import NAMES, Favourite, OwnFood, OwnMeasure, Recipe, Setting
from nutrition.store.schema import tables
from nutrition.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foods.composition import FoodTable
    from nutrition.own_foods import OwnFood as Food

PREFIX = "user:"
Named = TypeVar("Named", OwnFood, Recipe)


def own_foods(store: Store) -> tuple[OwnFood, ...]:
    """Return the own foods, oldest first."""
    return records(store, OwnFood)


def add_own_food(store: Store, food: OwnFood) -> OwnFood:
    """Save an own food; one without ``food_id`` gets one of its description.

    Raises:
        RecordError: The id does not begin with ``user:`` or is there already; another own food
            or recipe has the name; a bound lies on the wrong side of its value; a measure
            weighs nothing.
    """
    with store.editing("add own_foods") as edit:
        _check_name(edit, food)
        taken = _taken(edit, store.owner)
        named = replace(food, food_id=food.food_id or new_food_id(food.description, taken))
        check_own_food(named)
        return edit.add([named])[0]


def add_recipe(store: Store, recipe: Recipe) -> Recipe:
    """Save a recipe; one without ``food_id`` gets one of its name.

    Raises:
        RecordError: The id does not begin with ``user:`` or is there already; another own food
            or recipe has the name.
    """
    with store.editing("add recipes") as edit:
        _check_name(edit, recipe)
        taken = _taken(edit, store.owner)
        named = replace(recipe, food_id=recipe.food_id or new_food_id(recipe.name, taken))
        if not named.food_id.startswith(PREFIX) or named.food_id in taken:
            raise RecordError(
                f"{named.food_id[:50]!r} is no new id of a recipe.", hint="Begin it with user:."
            )
        return edit.add([named])[0]


def change_own(store: Store, record: Named, **values: Any) -> Named:
    """Change an own food or a recipe that was read, as `nutrition.store.change` does.

    Raises:
        Changed: Another window changed or removed it.
        RecordError: A value cannot be kept, or another own food or recipe has the new name.
    """
    wanted = replace(record, **values)
    with store.editing(f"change {NAMES[type(record)]}") as edit:
        if _folded(wanted) != _folded(record):
            _check_name(edit, wanted)
        return edit.change(record, wanted)


def _check_name(edit: Edit, record: "OwnFood | Recipe") -> None:
    """Refuse a name that another own food or recipe has: a line could not tell which it means."""
    for one in _both(edit, edit.owner):
        other = one.food_id != record.food_id and not one.archived
        if other and _folded(one) == _folded(record):
            kind = "own food" if isinstance(one, OwnFood) else "recipe"
            raise RecordError(
                f"You have {'an' if kind == 'own food' else 'a'} {kind} of this name already: "
                f"{_name(one)}.",
                hint="Give this one another name, or change the one that is there.",
                food_id=one.food_id,
            )


def _name(record: "OwnFood | Recipe") -> str:
    return record.description if isinstance(record, OwnFood) else record.name


def _folded(record: "OwnFood | Recipe") -> str:
    return " ".join(_name(record).casefold().split())


def _both(edit: Edit, owner: str) -> "tuple[OwnFood | Recipe, ...]":
    foods = select_records(edit.connection, owner, OwnFood)
    return (*foods, *select_records(edit.connection, owner, Recipe))


def _taken(edit: Edit, owner: str) -> set[str]:
    """Return the ids of own foods and recipes: both are foods of one table."""
    return {one.food_id for one in _both(edit, owner)}


def check_own_food(food: OwnFood) -> None:
    """Refuse an own food that the food table could not hold.

    Raises:
        RecordError: As said at `add_own_food`.
    """
    if not food.food_id.startswith(PREFIX) or food.food_id == PREFIX:
        raise RecordError(
            f"{food.food_id[:50]!r} is no id of an own food.", hint="Begin it with user:."
        )
    for name in ("calcium_mg", "magnesium_mg"):
        low, value, high = (getattr(food, name + end) for end in ("_low", "", "_high"))
        known = [bound for bound in (low, value, high) if bound is not None]
        if known != sorted(known):
            raise RecordError(
                f"{name} of {food.description[:50]!r} is not between its bounds.",
                hint="Give low, value and high in rising order, or leave the bounds out.",
            )
    wrong = [one.measure for one in food.measures if not 0 < one.grams < float("inf")]
    if wrong:
        raise RecordError(
            f"{', '.join(wrong)} of {food.description[:50]!r} weighs nothing.",
            hint="Give each measure grams above zero.",
        )


def new_food_id(description: str, taken: "Iterable[str]" = ()) -> str:
    """Return ``user:`` and the description in small letters, numbered where it is taken."""
    word = re.sub(r"[^\w]+", "-", description.lower()).strip("-")[:60] or "food"
    there, number = set(taken), 1
    found = PREFIX + word
    while found in there:
        number += 1
        found = f"{PREFIX}{word}-{number}"
    return found


def as_food(record: OwnFood) -> "Food":
    """Return a kept own food as `nutrition.own_foods` computes with it: the one mapping.

    Per 100 g throughout. Why a value is as it is, and what was assumed, stands among the
    label's facts under ``reasons``, ``status``.
    """
    from nutrition.own_foods import NutrientValue
    from nutrition.own_foods import OwnFood as Food

    reasons = record.label.get("reasons", {})
    found = {}
    for column in COLUMNS:
        value = getattr(record, column)
        low = getattr(record, f"{column}_low", value)
        high = getattr(record, f"{column}_high", value)
        settled = value is not None and low is None and high is None
        low, high = (value, value) if settled else (low, high)
        why = "not_declared" if value is None and low is None else "declared"
        source = "" if why == "not_declared" else record.source
        found[column] = NutrientValue(value, low, high, reasons.get(column, why), source)
    return Food(
        record.food_id,
        record.description,
        record.food_group or "own foods",
        found,
        {one.measure: one.grams for one in record.measures},
        record.source or "own entry",
        aliases=record.aliases,
        fortified=record.fortified,
    )


def as_record(food: "Food", **facts: Any) -> OwnFood:
    """Return a computed own food as it is kept; `as_food` gives the same values back.

    Args:
        food: As `nutrition.labels.own_food` makes it.
        **facts: What the label prints, by name: kept beside the values.
    """
    values: dict[str, Any] = {}
    reasons = {}
    for mineral in MINERALS:
        of = food.nutrients.get(mineral)
        if of is not None:
            values |= {f"{mineral}_low": of.low, f"{mineral}_high": of.high}
            reasons[mineral] = of.reason
    for column in COLUMNS:
        if column in food.nutrients:
            values[column] = food.nutrients[column].value
    return OwnFood(
        food_id=food.food_id,
        description=food.description,
        aliases=food.aliases,
        food_group=food.food_group,
        fortified=food.fortified,
        source=food.source,
        measures=tuple(
            OwnMeasure(name, grams, food.source) for name, grams in food.measures.items()
        ),
        label={**facts, "reasons": reasons},
        **values,
    )


def food_table(store: Store, table: "FoodTable | None" = None) -> "FoodTable":
    """Lay the own foods, and the dishes of the recipes, over a food table.

    Args:
        store: The open diary.
        table: The table beneath; the bundled one when None.

    Returns:
        The table with the own foods; the very table that was given where there are none. A
        recipe that makes no food is left out: `nutrition.store.dishes_of` says why.
    """
    from foods.composition import FoodTable
    from nutrition.store.dishes import layered

    table = table or FoodTable.bundled()
    recipes = records(store, Recipe)
    locale = settings_of(store).get("locale") or "us"
    return layered(own_foods(store), recipes, table, locale=locale)


def favourites(store: Store) -> tuple[Favourite, ...]:
    """Return the favourites, the latest first; `add` and `remove` edit them."""
    return records(store, Favourite)[::-1]


def settings_of(store: Store) -> dict[str, str]:
    """Return the settings kept with the diary."""
    return {one.key: one.value for one in records(store, Setting)}


def keep_setting(store: Store, key: str, value: str) -> None:
    """Keep a setting; the latest word wins, and it is not in the undo log."""
    here = tables["settings"].c.key == key
    with store.editing("keep setting", logged=False) as edit:
        found = select_records(edit.connection, store.owner, Setting, here)
        if found:
            edit.change(found[0], replace(found[0], value=value))
        else:
            edit.add([Setting(key=key, value=value)])
