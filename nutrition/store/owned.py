"""What belongs to the owner: own foods over the food table, favourites, settings."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from foods.nutrients import COLUMNS
from nutrition.store.basic import records
from nutrition.store.edits import select_records
from nutrition.store.errors import RecordError
from nutrition.store.kinds import Favourite, OwnFood, Setting
from nutrition.store.schema import tables
from nutrition.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from foods.composition import FoodTable

PREFIX = "user:"


def own_foods(store: Store) -> tuple[OwnFood, ...]:
    """Return the own foods, oldest first."""
    return records(store, OwnFood)


def add_own_food(store: Store, food: OwnFood) -> OwnFood:
    """Save an own food; one without ``food_id`` gets one of its description.

    Raises:
        RecordError: The id does not begin with ``user:`` or is there already; a bound lies on
            the wrong side of its value; a measure weighs nothing.
    """
    with store.editing("add own_foods") as edit:
        taken = {one.food_id for one in select_records(edit.connection, store.owner, OwnFood)}
        named = replace(food, food_id=food.food_id or new_food_id(food.description, taken))
        check_own_food(named)
        return edit.add([named])[0]


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


def food_table(
    store: Store,
    table: "FoodTable | None" = None,
    *,
    further: "pd.DataFrame | None" = None,
    further_measures: "pd.DataFrame | None" = None,
) -> "FoodTable":
    """Lay the own foods over a food table.

    Args:
        store: The open diary.
        table: The table beneath; the bundled one when None.
        further: More own foods, such as recipes computed per 100 g, in the same columns.
        further_measures: Their measures.

    Returns:
        The table with the own foods; the very table that was given where there are none.
    """
    import pandas as pd

    from foods.composition import FoodTable

    table = table or FoodTable.bundled()
    foods, measures = own_frames(own_foods(store))
    if further is not None:
        foods = pd.concat([foods, further]) if len(foods) else further
    if further_measures is not None:
        measures = pd.concat([measures, further_measures]) if len(measures) else further_measures
    if not len(foods):
        return table
    return table.layered(foods, measures if len(measures) else None)


def own_frames(foods: "Iterable[OwnFood]") -> "tuple[pd.DataFrame, pd.DataFrame]":
    """Return own foods and their measures as `FoodTable.layered` takes them.

    Returns:
        Foods with ``food_id, description, aliases, food_group``, nutrients per 100 g [mg, kcal,
        µg, g], ``fortified, source``; measures with ``food_id, measure, grams`` [g], ``source``.
    """
    import pandas as pd

    texts = ("food_id", "description", "aliases", "food_group", "source")
    columns = (*texts, *COLUMNS, "fortified")
    listed = list(foods)
    rows = [{name: getattr(one, name) for name in columns} for one in listed]
    frame = pd.DataFrame(rows, columns=list(columns))
    frame = frame.astype(dict.fromkeys(texts, "str") | dict.fromkeys(COLUMNS, "float64"))
    # Left out, these two have words of the food table's own.
    for name in ("food_group", "source"):
        frame[name] = frame[name].where(frame[name] != "")
    frame["fortified"] = frame["fortified"].astype("boolean")
    measures = [
        {"food_id": one.food_id, "measure": m.measure, "grams": m.grams, "source": m.source}
        for one in listed
        for m in one.measures
    ]
    weights = pd.DataFrame(measures, columns=["food_id", "measure", "grams", "source"])
    return frame, weights.astype({"grams": "float64"})


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
