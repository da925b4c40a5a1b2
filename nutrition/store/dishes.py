"""Kept recipes as dishes: what they come to, and their place in the food table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from foods.errors import MgcaError
from nutrition.factors import settle
from nutrition.own_foods import layer, out_of_sight
from nutrition.recipes import Ingredient, RecipeError, RecipeFood, portions, recipe_food
from nutrition.recipes import Recipe as Dish
from nutrition.store.kinds import OwnFood, Recipe

if TYPE_CHECKING:
    from foods.composition import FoodTable

HELD = 8
"""Layered tables that are held ready: making one anew costs the search its index."""


@dataclass(frozen=True)
class Dishes:
    """What kept recipes come to.

    Attributes:
        table: The food table with own foods and dishes.
        made: Id → dish, in the order in which they were made; what is inside another is first.
        failed: Id → why a recipe makes no food.
        inside: Id → ids of the foods that go into it.
    """

    table: "FoodTable"
    made: Mapping[str, RecipeFood]
    failed: Mapping[str, MgcaError]
    inside: Mapping[str, tuple[str, ...]]


def layered(
    foods: Iterable[OwnFood], recipes: Iterable[Recipe], table: "FoodTable", *, locale: str = "us"
) -> "FoodTable":
    """Lay own foods and dishes over a table; the same table again while nothing has changed."""
    return dishes_of(foods, recipes, table, locale=locale).table


def dishes_of(
    foods: Iterable[OwnFood], recipes: Iterable[Recipe], table: "FoodTable", *, locale: str = "us"
) -> Dishes:
    """Make the foods that recipes come to.

    Args:
        foods: Own foods.
        recipes: Recipes; one may be an ingredient of another.
        table: The food table beneath.
        locale: Sizes of cups, pints and spoons.

    Returns:
        The dishes, and why a recipe makes none; no error is raised for a single recipe.
    """
    contents = _Contents(tuple(foods), tuple(recipes))
    return _dishes(contents, table, locale)


class _Contents:
    """Own foods and recipes, alike where they hold the same."""

    def __init__(self, foods: tuple[OwnFood, ...], recipes: tuple[Recipe, ...]) -> None:
        self.foods = foods
        self.recipes = recipes
        self._said = repr((foods, recipes))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Contents) and self._said == other._said

    def __hash__(self) -> int:
        return hash(self._said)


@lru_cache(maxsize=HELD)
def _dishes(contents: _Contents, table: "FoodTable", locale: str) -> Dishes:
    from nutrition.store.owned import as_food

    own = {one.food_id: as_food(one) for one in contents.foods}
    table = layer(own.values(), table)
    waiting = {one.food_id: one for one in contents.recipes}
    inside: dict[str, Dish] = {}
    made: dict[str, RecipeFood] = {}
    failed: dict[str, MgcaError] = {}
    while waiting:
        ready = [
            one
            for one in waiting.values()
            if not any(i.food_id in waiting and i.food_id != one.food_id for i in one.ingredients)
        ]
        for record in ready or [next(iter(waiting.values()))]:
            del waiting[record.food_id]
            try:
                if not ready:
                    _in_a_circle(record)
                dish = as_dish(record, table, locale=locale)
                food = recipe_food(dish, table, recipes=inside, own=own)
                parts = portions(dish, 100.0, table, recipes=inside, own=own)
                table = layer([food.food], table, dishes={record.food_id: parts})
            except MgcaError as error:
                failed[record.food_id] = error
            else:
                inside[record.food_id], made[record.food_id] = dish, food
    held = {
        one.food_id: tuple(i.food_id for i in one.ingredients if i.food_id)
        for one in contents.recipes
    }
    gone = [one.food_id for one in contents.foods if one.archived]
    gone += [one.food_id for one in contents.recipes if one.archived]
    return Dishes(out_of_sight(table, gone), made, failed, held)


def as_dish(record: Recipe, table: "FoodTable", *, locale: str = "us") -> Dish:
    """Return a kept recipe as `nutrition.recipes` computes with it: the one mapping.

    Args:
        record: As kept.
        table: The food table with what its ingredients may be.
        locale: Sizes of cups, pints and spoons.

    Returns:
        The recipe in grams. An ingredient that is in no table, or cannot be weighed, stays
        without food or grams.

    Raises:
        RecipeError: The recipe is an ingredient of itself.
    """
    if any(one.food_id == record.food_id for one in record.ingredients):
        _in_a_circle(record)
    found = []
    for one in record.ingredients:
        factor = settle(one.food_id or one.food, one.unit, table, locale=locale)
        food_id = factor["f_food_id"] if factor["f_food_status"] in ("exact", "matched") else None
        weighed = one.amount is not None and factor["f_grams"] is not None
        grams = one.amount * factor["f_grams"] if weighed and one.amount is not None else None
        # Another release may not have the cooked record: the raw one is counted then.
        cooked = one.cooked_food_id if one.cooked_food_id in table else None
        found.append(Ingredient(food_id, grams or None, one.food, cooked, one.cooked_grams))
    return Dish(
        record.food_id, record.name, tuple(found), record.servings or 1.0, record.cooked_grams
    )


def _in_a_circle(record: Recipe) -> None:
    raise RecipeError(
        f"{record.name} is inside itself.", hint="Take it out of its ingredients.",
        recipe=record.food_id,
    )  # fmt: skip
