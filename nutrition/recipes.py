"""Recipes: ingredients, servings and cooked weight → a food per 100 g.

Minerals do not vanish in a pot whose liquid is eaten: they are summed, and the water that cooks
off only concentrates them. Where a cooked record of an ingredient is given with its cooked weight
it is used; else the raw one with no loss applied, and the food is marked estimated (retention
factors and cooked records are never both applied). An unknown value makes the total "at least".
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from foods.composition import Portion
from foods.errors import MgcaError
from foods.measures import weigh
from foods.nutrients import COLUMNS
from nutrition.own_foods import NutrientValue, OwnFood

if TYPE_CHECKING:
    from foods.composition import FoodTable

COOKED = re.compile(
    r"\b(?:cooked|boiled|baked|roasted|fried|steamed|braised|grilled|broiled|stewed|toasted|canned|"
    r"prepared|brewed|microwaved|scrambled|poached)\b",
    re.IGNORECASE,
)
HEATED = re.compile(
    r"\b(?:cooked|boiled|baked|roasted|fried|steamed|braised|grilled|broiled|stewed|microwaved|"
    r"scrambled|poached)\b",
    re.IGNORECASE,
)
"""What a raw ingredient may become in a pot; a canned one it never was."""
LEAST_YIELD = 0.25
"""A dish that weighs less than this share of what went in is asked about where its water is not
known: fried bacon, which loses most, keeps about 30 % (USDA Table of Cooking Yields, 2014)."""
IMPOSSIBLE_YIELD = 0.1
"""Less than this share of what went in is impossible unless it is still the dry matter: water is
all that cooks off, and only the most watery foods (tomatoes, cucumbers) are nine tenths of it."""
RAW = re.compile(r"\b(?:raw|uncooked|unprepared|unheated)\b", re.IGNORECASE)


class RecipeError(MgcaError, ValueError):
    """A recipe that makes no food: no weight, no servings, or a recipe inside itself."""


@dataclass(frozen=True)
class Ingredient:
    """One ingredient.

    Attributes:
        food_id: A food of the table, an own food or another recipe; None where it is in no
            table: its values are unknown.
        grams: Edible weight as it goes in [g]; None where it is not known.
        name: What the cook calls it.
        cooked_food_id: The record of this food cooked, where there is one.
        cooked_grams: Its weight when cooked [g]; the cooked record is used only with it.
    """

    food_id: str | None
    grams: float | None
    name: str = ""
    cooked_food_id: str | None = None
    cooked_grams: float | None = None


@dataclass(frozen=True)
class Recipe:
    """A recipe.

    Attributes:
        recipe_id: Its id, "user:…".
        name: What it is called.
        ingredients: What goes in, water for cooking that is eaten included.
        servings: How many servings it makes.
        cooked_grams: Weight of the whole when ready [g]; None where it was not weighed.
        heated: Whether it is cooked; a salad is not.
        food_group: A food group.
    """

    recipe_id: str
    name: str
    ingredients: tuple[Ingredient, ...]
    servings: float = 1.0
    cooked_grams: float | None = None
    heated: bool = True
    food_group: str = "own foods"


@dataclass(frozen=True)
class RecipeFood:
    """What a recipe comes to.

    Attributes:
        food: The food per 100 g, with ``serving`` among its measures. A nutrient with an unknown
            part has no value, ``low`` (at least) and no ``high``.
        total_grams: Weight of the whole when ready [g].
        serving_grams: Weight of a serving [g].
        known_grams: For each nutrient, grams of ingredients whose value is known [g].
        unknown_ingredients: For each nutrient, the ingredients without a value, by name.
        totals: For each nutrient, in the whole recipe [the column's unit].
    """

    food: OwnFood
    total_grams: float
    serving_grams: float
    known_grams: Mapping[str, float]
    unknown_ingredients: Mapping[str, tuple[str, ...]]
    totals: Mapping[str, NutrientValue]


@dataclass(frozen=True)
class _Part:
    """An ingredient as it is counted: per 100 g, grams, and what was assumed."""

    name: str
    grams: float | None
    nutrients: Mapping[str, NutrientValue]
    source: str
    reasons: tuple[str, ...]


def recipe_food(
    recipe: Recipe,
    table: "FoodTable",
    *,
    recipes: Mapping[str, Recipe] | None = None,
    own: Mapping[str, OwnFood] | None = None,
) -> RecipeFood:
    """Make a food of a recipe.

    Args:
        recipe: The recipe.
        table: The food table.
        recipes: Other recipes by id, for recipes inside this one.
        own: Own foods by id; their intervals are carried on.

    Returns:
        The food. Status ``estimated`` with reasons ``no_mineral_loss_applied`` (raw records of
        what is cooked), ``cooked_weight_missing`` (of an ingredient with a cooked record),
        ``not_weighed_when_ready`` (the ingredients' weight stands for it), ``values_missing``,
        ``grams_missing`` or ``inside_estimated``; question ``heavier_than_its_ingredients``
        (list the water that went in, or its minerals are missing),
        ``lighter_than_its_solids`` (of the ingredients whose water is known) and
        ``far_lighter_than_its_ingredients`` (less than `LEAST_YIELD`, water not known); and
        ``impossibly_light`` (less than `IMPOSSIBLE_YIELD` and than its dry matter), with which
        no new recipe is kept.

    Raises:
        RecipeError: No ingredients, a weight or a number of servings that is not above zero, no
            weight at all, or a recipe inside itself.
        UnknownFoodError: An ingredient is in no table.
    """
    return _made(recipe, table, recipes or {}, own or {}, ())


def portions(
    recipe: Recipe,
    grams: float,
    table: "FoodTable",
    *,
    recipes: Mapping[str, Recipe] | None = None,
    own: Mapping[str, OwnFood] | None = None,
) -> tuple[Portion, ...]:
    """Divide an amount of a dish into its ingredients, recipes inside it too.

    A food table holds a value or none; where an ingredient's is unknown the dish has none either.
    Entered by its ingredients, a day keeps what is known and names what is not.

    Args:
        recipe: The dish.
        grams: How much of it is eaten [g].
        table: The food table.
        recipes: Other recipes by id.
        own: Own foods by id.

    Returns:
        One portion for each ingredient that is no recipe.

    Raises:
        RecipeError: As `recipe_food` does.
        UnknownFoodError: An ingredient is in no table.
    """
    made = recipe_food(recipe, table, recipes=recipes, own=own)
    found: list[Portion] = []
    for ingredient in recipe.ingredients:
        food_id, weight = _counted(ingredient)
        share = None if weight is None else weight * grams / made.total_grams
        inside = (recipes or {}).get(food_id or "")
        if inside is not None and share is not None:
            found += portions(inside, share, table, recipes=recipes, own=own)
        else:
            found.append(Portion(ingredient.name or food_id or "?", food_id, share))
    return tuple(found)


def weighed(
    food_id: str, amount: float, unit: str, table: "FoodTable", *, locale: str = "us"
) -> Ingredient:
    """Make an ingredient of an amount in household measures.

    Args:
        food_id: A food of the table.
        amount: How many units.
        unit: A measure of that food, or a unit of mass or volume.
        table: The food table.
        locale: Whose cups and spoons.

    Returns:
        The ingredient; without grams where the unit cannot be weighed for this food.

    Raises:
        UnknownFoodError: The table has no such food.
    """
    one = weigh(table, food_id, unit, locale=locale).grams_per_unit
    grams = None if one is None else amount * one
    return Ingredient(food_id, grams, table.food(food_id).description)


def _counted(ingredient: Ingredient) -> tuple[str | None, float | None]:
    """Give the record that is counted and its grams: the cooked one where both are known."""
    if ingredient.cooked_food_id is not None and ingredient.cooked_grams is not None:
        return ingredient.cooked_food_id, ingredient.cooked_grams
    return ingredient.food_id, ingredient.grams


def _made(
    recipe: Recipe,
    table: "FoodTable",
    recipes: Mapping[str, Recipe],
    own: Mapping[str, OwnFood],
    inside: tuple[str, ...],
) -> RecipeFood:
    path = (*inside, recipe.recipe_id)
    _check(recipe)
    parts = [_part(i, recipe, table, recipes, own, path) for i in recipe.ingredients]
    weighed = [part.grams for part in parts if part.grams is not None]
    if recipe.cooked_grams is None and len(weighed) < len(parts):
        raise RecipeError(
            f"{recipe.name}: it is not known what it weighs.",
            hint="Weigh it when ready, or give the grams of every ingredient.",
            recipe=recipe.recipe_id,
        )
    total = math.fsum(weighed) if recipe.cooked_grams is None else recipe.cooked_grams
    sums = {n: _sum(n, parts) for n in COLUMNS if n != "water_g"}
    sums["water_g"] = _water(parts, total)
    reasons = [reason for part in parts for reason in part.reasons]
    if recipe.heated and recipe.cooked_grams is None:
        reasons.append("not_weighed_when_ready")
    if any(value.value is None for value in (sums["calcium_mg"], sums["magnesium_mg"])):
        reasons.append("values_missing")
    if len(weighed) < len(parts):
        reasons.append("grams_missing")
    food = OwnFood(
        recipe.recipe_id,
        recipe.name,
        recipe.food_group,
        {nutrient: value.times(100.0 / total) for nutrient, value in sums.items()},
        {"serving": total / recipe.servings},
        "recipe of " + "; ".join(dict.fromkeys(part.source for part in parts if part.source)),
        "estimated" if reasons else "exact",
        tuple(dict.fromkeys(reasons)),
        _questions(parts, total),
    )
    return RecipeFood(
        food,
        total,
        total / recipe.servings,
        {
            n: math.fsum(p.grams or 0.0 for p in parts if _known(p, n)) for n in COLUMNS
        },
        {n: tuple(p.name for p in parts if not _known(p, n)) for n in COLUMNS},
        sums,
    )  # fmt: skip


def _part(
    ingredient: Ingredient,
    recipe: Recipe,
    table: "FoodTable",
    recipes: Mapping[str, Recipe],
    own: Mapping[str, OwnFood],
    path: tuple[str, ...],
) -> _Part:
    food_id, grams = _counted(ingredient)
    cooked = ingredient.cooked_food_id is not None and ingredient.cooked_grams is not None
    reasons: list[str] = []
    if ingredient.cooked_food_id is not None and not cooked:
        reasons.append("cooked_weight_missing")
    if food_id is None:
        return _Part(ingredient.name or "?", grams, {}, "", tuple(reasons))
    if food_id in path:
        raise RecipeError(
            f"A recipe is inside itself: {' > '.join((*path, food_id))}.",
            hint="Take it out of one of them.",
            recipes=(*path, food_id),
        )
    made = own.get(food_id)
    if food_id in recipes:
        made = _made(recipes[food_id], table, recipes, own, path).food
    if made is not None:
        if made.status == "estimated":
            reasons.append("inside_estimated")
        name = ingredient.name or made.description
        return _Part(name, grams, made.nutrients, made.source, tuple(reasons))
    food = table.food(food_id)
    if recipe.heated and not cooked and is_raw(food.description):
        reasons.append("no_mineral_loss_applied")
    source = f"{food.source}, {food.release}"
    per_100_g = {column: _exactly(getattr(food, column), source) for column in COLUMNS}
    return _Part(ingredient.name or food.description, grams, per_100_g, source, tuple(reasons))


def _exactly(value: float | None, source: str) -> NutrientValue:
    reason = "table" if value is not None else "not_in_table"
    return NutrientValue(value, value, value, reason, source)


def is_raw(description: str) -> bool:
    """Say whether a record of the table is of a food as it goes into the pot."""
    return RAW.search(description) is not None or COOKED.search(description) is None


def _known(part: _Part, nutrient: str) -> bool:
    found = part.nutrients.get(nutrient)
    return found is not None and found.value is not None and part.grams is not None


def _sum(nutrient: str, parts: list[_Part]) -> NutrientValue:
    values: list[float | None] = []
    lows: list[float] = []
    highs: list[float | None] = []
    for part in parts:
        found = part.nutrients.get(nutrient)
        grams = part.grams
        if found is None or grams is None:
            values.append(None)
            highs.append(None)
            continue
        scaled = found.times(grams / 100.0)
        values.append(scaled.value)
        highs.append(scaled.high)
        if scaled.low is not None:
            lows.append(scaled.low)
    value, high = _whole(values), _whole(highs)
    reason = "sum_of_ingredients" if value is not None else "values_missing"
    return NutrientValue(value, math.fsum(lows) if lows else None, high, reason)


def _whole(numbers: list[float | None]) -> float | None:
    known = [number for number in numbers if number is not None]
    return math.fsum(known) if len(known) == len(numbers) else None


def _water(parts: list[_Part], total: float) -> NutrientValue:
    """Water of the whole: what went in, less what cooked off [g]."""
    held = _sum("water_g", parts)
    went_in = _whole([part.grams for part in parts])
    if held.value is None or went_in is None:
        return NutrientValue(None, None, None, "values_missing")
    left = held.value - (went_in - total)
    if left < 0:
        return NutrientValue(None, None, None, "lighter_than_its_solids")
    return NutrientValue(left, left, left, "sum_of_ingredients")


def _questions(parts: list[_Part], total: float) -> tuple[str, ...]:
    went_in = _whole([part.grams for part in parts])
    if went_in is None:
        return ()
    if total > went_in * (1 + 1e-9):
        return ("heavier_than_its_ingredients",)
    water_known = all(_known(part, "water_g") for part in parts)
    dried = water_known and total >= _solids(parts) * (1 - 1e-9)
    if total < IMPOSSIBLE_YIELD * went_in and not dried:
        return ("impossibly_light",)
    if total < _solids(parts) * (1 - 1e-9):
        return ("lighter_than_its_solids",)
    if not water_known and total < LEAST_YIELD * went_in:
        return ("far_lighter_than_its_ingredients",)
    return ()


def _solids(parts: list[_Part]) -> float:
    """Weigh the dry parts of the ingredients whose water is known; they do not cook off [g]."""
    found = []
    for part in parts:
        water = part.nutrients.get("water_g")
        if part.grams is not None and water is not None and water.value is not None:
            found.append(part.grams * max(0.0, 1 - water.value / 100.0))
    return math.fsum(found)


def _check(recipe: Recipe) -> None:
    if not recipe.ingredients:
        raise RecipeError(f"{recipe.name} has no ingredients.", hint="Add what goes in.")
    amounts = [("servings", recipe.servings), ("cooked weight", recipe.cooked_grams)]
    for ingredient in recipe.ingredients:
        name = ingredient.name or ingredient.food_id or "an ingredient"
        amounts += [(name, ingredient.grams), (f"{name}, cooked", ingredient.cooked_grams)]
    wrong = [
        f"{name} {amount:g}"
        for name, amount in amounts
        if amount is not None and not 0 < amount < math.inf
    ]
    if wrong:
        raise RecipeError(
            f"{recipe.name}: not above zero: {', '.join(wrong)}.",
            hint="Give grams and servings above zero, or leave a weight out that is not known.",
            amounts=wrong,
        )
