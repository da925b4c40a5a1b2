"""Recipes as a form has them: typed lines → ingredients, questions, and what a serving holds."""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from foods.errors import MgcaError
from foods.nutrients import MINERALS
from nutrition.factors import Answer, Answers, settle
from nutrition.recipes import HEATED, RAW, RecipeError, RecipeFood, is_raw, recipe_food
from nutrition.views.meal import Question, key_of, questions
from nutrition.views.phrases import settle_phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from foods.composition import FoodTable
    from nutrition.own_foods import NutrientValue
    from nutrition.store import Dishes, Entry, Ingredient, Recipe, Store

NEW = "user:new-recipe"
RECORDS, SHOWN = 20, 6
"""Records that are looked through for cooked ones, and how many of these are shown."""
_OTHER = re.compile(
    r"\b(?:frozen|canned|restaurant|with oil|fat added|with added solution|as to|sprouted)\b"
)
"""What makes of a cooked record another food than the raw one."""
NO_DAY = "2000-01-01"
"""Ingredients are read as lines of a diary, which have a day; it is never kept."""


@dataclass(frozen=True)
class RecipeForm:
    """What somebody types.

    Attributes:
        name: What the dish is called.
        lines: Ingredients, one a line: "200 g boiled spinach".
        servings: How many servings it makes.
        cooked_grams: Weight of all of it when ready [g]; None where it was not weighed.
        cooked: Ingredient as written → the record of it cooked, and its weight then [g], None
            where it was not weighed.
    """

    name: str = ""
    lines: str = ""
    servings: float | None = 1.0
    cooked_grams: float | None = None
    cooked: "Mapping[str, tuple[str, float | None]]" = field(default_factory=dict)


@dataclass(frozen=True)
class Cookable:
    """A raw ingredient of which the table has cooked records.

    Attributes:
        food: The ingredient as written.
        grams: Its weight as it goes in [g].
        foods: Id → description of the cooked records.
    """

    food: str
    grams: float | None
    foods: "Mapping[str, str]"


@dataclass(frozen=True)
class Drafted:
    """A recipe as it stands.

    Attributes:
        record: As it would be kept.
        questions: What has to be asked about its lines.
        refused: Lines that name no food, each with the reason.
        made: What it comes to; None while it makes no food.
        error: Why it makes none.
    """

    record: "Recipe"
    questions: tuple[Question, ...]
    refused: tuple[tuple[str, str], ...]
    made: RecipeFood | None
    error: MgcaError | None = None

    @property
    def ready(self) -> bool:
        """Whether it can be kept: every line is a food with a weight."""
        return self.made is not None and not self.questions and not self.refused


@dataclass(frozen=True)
class Serving:
    """One mineral of one serving.

    Attributes:
        nutrient: ``calcium_mg`` or ``magnesium_mg``.
        value: Its value [mg]; None where an ingredient has none.
        low: Least [mg]; "at least" where there is no value.
        high: Most [mg]; None where an ingredient has none.
        without: Ingredients without a value.
        state: ``exact``, ``estimated``, ``at_least`` or ``unknown``.
    """

    nutrient: str
    value: float | None
    low: float | None
    high: float | None
    without: tuple[str, ...] = field(default=())
    state: str = "exact"


def draft(
    form: RecipeForm,
    dishes: "Dishes",
    *,
    own: "Mapping[str, object] | None" = None,
    food_id: str = NEW,
    locale: str = "us",
    answers: Answers | None = None,
) -> Drafted:
    """Read a form and work out what it comes to.

    Args:
        form: As filled in.
        dishes: The food table with own foods and dishes, so that these can be ingredients.
        own: Own foods by id (`nutrition.own_foods.OwnFood`); their ranges are carried on.
        food_id: Id of the recipe that is edited.
        locale: Sizes of cups, pints and spoons.
        answers: Choices made for its lines.

    Returns:
        The recipe as it would be kept, its questions, and its food.
    """
    from nutrition.store import Recipe

    rows, refusals = _rows(form.lines, dishes.table, locale, answers)
    asked = tuple(questions(rows, dishes.table, locale=locale, answers=answers))
    record = Recipe(
        food_id=food_id,
        name=" ".join(form.name.split()),
        servings=form.servings,
        cooked_grams=form.cooked_grams,
        ingredients=tuple(
            _cooked(_ingredient(row, dishes.table, locale, answers), form) for row in rows
        ),
    )
    made: RecipeFood | None = None
    error: MgcaError | None = None
    try:
        if not record.name:
            raise RecipeError("The dish has no name.", hint="Write what you call it.")
        made = _possible(_made(record, dishes, own or {}, locale))
    except MgcaError as why:
        error = why
    return Drafted(record, asked, refusals, made, error)


def cookable(record: "Recipe", table: "FoodTable", *, locale: str = "us") -> tuple[Cookable, ...]:
    """Give the raw ingredients that can be counted as cooked, once their cooked weight is told.

    Args:
        record: The recipe.
        table: The food table.
        locale: Sizes of cups, pints and spoons.

    Returns:
        Each with the records of the same food, cooked; what has none is left out.
    """
    found = []
    for one in record.ingredients:
        if one.food_id is None or one.food_id not in table or one.food_id in table.own:
            continue
        foods = _cooked_records(one.food_id, table)
        if foods:
            factor = settle(one.food_id, one.unit, table, locale=locale)
            weighed = one.amount is not None and factor["f_grams"] is not None
            grams = one.amount * factor["f_grams"] if weighed and one.amount else None
            found.append(Cookable(one.food, grams, foods))
    return tuple(found)


@lru_cache(maxsize=500)
def _cooked_records(food_id: str, table: "FoodTable") -> "Mapping[str, str]":
    from foods import search

    description = table.food(food_id).description
    if not is_raw(description):
        return {}
    plain = " ".join(RAW.sub("", description).replace(",", " ").split())
    first = _first(description)
    another = set(_OTHER.findall(description.casefold()))
    for query in (plain, first):
        found = {
            one.food_id: one.description
            for one in search.search(f"{query} cooked", table, limit=RECORDS)
            if HEATED.search(one.description)
            and not RAW.search(one.description)
            and another.issuperset(_OTHER.findall(one.description.casefold()))
            and _first(one.description) == first
        }
        if found:
            return dict(list(found.items())[:SHOWN])
    return {}


def _first(description: str) -> str:
    """Return what a record is called before its first comma, in the singular."""
    return description.partition(",")[0].strip().casefold().removesuffix("s")


def servings_of(made: RecipeFood) -> tuple[Serving, ...]:
    """Say what a serving of a dish holds of both minerals."""
    return tuple(_serving(made, mineral) for mineral in MINERALS)


def form_of(record: "Recipe") -> RecipeForm:
    """Give the form of a kept recipe, for editing."""
    return RecipeForm(
        record.name,
        "\n".join(_line(one) for one in record.ingredients),
        record.servings,
        record.cooked_grams,
        {
            one.food: (one.cooked_food_id, one.cooked_grams)
            for one in record.ingredients
            if one.cooked_food_id
        },
    )


def answers_of(record: "Recipe") -> dict[tuple[str, str], Answer]:
    """Give the choices that a kept recipe holds, so that editing does not ask them again."""
    return {
        (one.food, one.unit): Answer(food_id=one.food_id)
        for one in record.ingredients
        if one.food_id
    }


def kept(store: "Store", table: "FoodTable", *, locale: str = "us") -> "Dishes":
    """Give what every kept recipe comes to, with the table that holds them.

    Args:
        store: The open diary.
        table: The food table beneath.
        locale: Sizes of cups, pints and spoons.
    """
    from nutrition.store import Recipe, dishes_of, own_foods, records

    return dishes_of(own_foods(store), records(store, Recipe), table, locale=locale)


def _rows(
    lines: str, table: "FoodTable", locale: str, answers: Answers | None
) -> "tuple[list[Entry], tuple[tuple[str, str], ...]]":
    """Read lines, one ingredient each: a comma belongs to its name."""
    from nutrition.store import Entry

    rows, refused = [], []
    for line in lines.splitlines():
        if not line.strip():
            continue
        settled = settle_phrase(line.strip(), table, locale=locale, answers=answers)
        if settled.row is None:
            refused.append((line.strip(), settled.reason))
        else:
            rows.append(Entry(person_id=0, day=NO_DAY, **settled.row))
    return rows, tuple(refused)


def _made(
    record: "Recipe", dishes: "Dishes", own: "Mapping[str, object]", locale: str
) -> RecipeFood:
    from nutrition.store.dishes import as_dish

    dish = as_dish(record, dishes.table, locale=locale)
    for one in dish.ingredients:
        if one.food_id is not None and _inside(one.food_id, record.food_id, dishes):
            raise RecipeError(
                f"{record.name} would be inside itself.", hint="Take it out of its ingredients."
            )
    foods = {key: made.food for key, made in dishes.made.items()} | dict(own)
    return recipe_food(dish, dishes.table, own=foods)  # type: ignore[arg-type]


def _possible(made: RecipeFood) -> RecipeFood:
    """Return a dish, or refuse one that nobody can have weighed.

    It is refused here, where one is entered: a dish that is kept stays on its lines.
    """
    if "impossibly_light" in made.food.questions:
        raise RecipeError(
            f"{made.food.description}: {made.total_grams:g} g when ready is less than cooking "
            "can leave of what goes in.",
            hint="Weigh the whole dish, not a serving, and check the amounts of the ingredients.",
        )
    return made


def _inside(food_id: str, recipe_id: str, dishes: "Dishes") -> bool:
    """Tell whether a dish is, or has among its ingredients, another."""
    parts = dishes.inside.get(food_id, ())
    return food_id == recipe_id or any(_inside(one, recipe_id, dishes) for one in parts)


def _ingredient(
    row: "Entry", table: "FoodTable", locale: str, answers: Answers | None
) -> "Ingredient":
    from nutrition.store import Ingredient

    factor = settle(key_of(row), row.unit, table, locale=locale, answers=answers)
    answer = (answers or {}).get((key_of(row), row.unit))
    amount, unit = row.amount, row.unit
    low, high = row.amount_low, row.amount_high
    if answer is not None and answer.grams is not None and amount is not None:
        # The weight was told for this recipe: it is kept as grams, or it would be asked again.
        low = None if low is None else low * answer.grams
        high = None if high is None else high * answer.grams
        amount, unit = amount * answer.grams, "g"
    return Ingredient(row.food, amount, unit, factor["f_food_id"], low, high)


def _cooked(one: "Ingredient", form: RecipeForm) -> "Ingredient":
    """Give an ingredient with its cooked record and weight, where the form tells them."""
    food_id, grams = form.cooked.get(one.food, (None, None))
    return replace(one, cooked_food_id=food_id, cooked_grams=grams) if food_id else one


def _serving(made: RecipeFood, mineral: str) -> Serving:
    share = made.serving_grams / made.total_grams
    of: NutrientValue = made.totals[mineral].times(share)
    without = made.unknown_ingredients[mineral]
    partly = "unknown" if of.low is None else "at_least"
    state = partly if of.value is None else made.food.status
    return Serving(mineral, of.value, of.low, of.high, without, state)


def _line(one: "Ingredient") -> str:
    amount = "" if one.amount is None else f"{one.amount:g}"
    return " ".join(part for part in (amount, one.unit, one.food) if part)


def fields_of(record: "Recipe") -> dict[str, Any]:
    """Give what a changed recipe holds, to be written over the one that was read; a note stays."""
    names = ("name", "servings", "cooked_grams", "ingredients")
    return {name: getattr(record, name) for name in names}


def new(record: "Recipe") -> "Recipe":
    """Give a drafted recipe as one that is not kept yet: it gets an id of its name."""
    return replace(record, food_id="")
