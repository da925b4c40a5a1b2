"""Own foods and dishes that are deleted or named: what has them, and what keeps its values."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from foods.composition import FoodTable
    from nutrition.store import OwnFood, Recipe, Store

BEGINNING = 2
"""Letters that a word shares with the name it may be a form or a slip of."""


@dataclass(frozen=True)
class Uses:
    """What has an own food or a dish.

    Attributes:
        lines: Lines of all diaries that it was entered on, by its id or by its name.
        dishes: Names of the recipes that have it among their ingredients.
    """

    lines: int
    dishes: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.lines or self.dishes)


def name_of(record: "OwnFood | Recipe") -> str:
    """Return what an own food or a dish is called."""
    return str(getattr(record, "description", "") or getattr(record, "name", ""))


def uses(
    store: "Store", record: "OwnFood | Recipe", table: "FoodTable", *, locale: str = "us"
) -> Uses:
    """Say what has an own food or a dish.

    Args:
        store: The open diary.
        record: The own food or recipe.
        table: The food table with own foods and dishes.
        locale: Sizes of cups, pints and spoons.
    """
    from nutrition.store import Recipe, records
    from nutrition.views.settled import lines_of

    lines = lines_of(store, table, record.food_id, means=_named(record), locale=locale)
    dishes = [
        one.name
        for one in records(store, Recipe)
        if not one.archived and any(i.food_id == record.food_id for i in one.ingredients)
    ]
    return Uses(lines, tuple(dishes))


def delete(
    store: "Store", record: "OwnFood | Recipe", table: "FoodTable", *, locale: str = "us"
) -> int:
    """Delete an own food or a recipe; return the edit for `undo`.

    While lines or dishes have it, it is only put out of sight: it is offered no more and no name
    means it, but what it told stays on them. Remembered answers that mean it are forgotten.

    Raises:
        Changed: Another window changed or deleted it.
    """
    from nutrition.own_foods import out_of_sight
    from nutrition.store import choices
    from nutrition.views.settled import settle_words

    used = uses(store, record, table, locale=locale)
    answers = [one for one in choices(store) if one.food_id == record.food_id]
    names = {one.name for one in answers}
    settle_words(store, table, names.__contains__, locale=locale)
    keep_meanings(store, record, table, out_of_sight(table, [record.food_id]), locale=locale)
    with store.editing("delete") as edit:
        if used or answers:
            edit.change(record, replace(record, archived=True))
        else:
            edit.remove(record)
        for one in answers:
            edit.remove(one)
        return edit.number


def keep_meanings(
    store: "Store",
    record: "OwnFood | Recipe",
    before: "FoodTable",
    after: "FoodTable",
    *,
    locale: str = "us",
) -> None:
    """Settle the lines whose name means another food since an own food was named or deleted.

    Args:
        store: The open diary.
        record: The own food or recipe.
        before: The food table before.
        after: The food table since, or to come.
        locale: Sizes of cups, pints and spoons.
    """
    from nutrition.views.settled import settle_words

    settle_words(store, before, _named(record), locale=locale, unless=after)


def _named(record: "OwnFood | Recipe") -> Callable[[str], bool]:
    """Say whether a food as written may mean an own food: a word begins alike."""
    told = f"{name_of(record)} {getattr(record, 'aliases', '')}"
    begins = {word[:BEGINNING] for word in _words(told)}

    def may_mean(written: str) -> bool:
        return any(word[:BEGINNING] in begins for word in _words(written))

    return may_mean


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
