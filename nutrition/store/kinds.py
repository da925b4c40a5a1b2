"""The records of the store, one dataclass a table, and what their fields may hold.

Every record has ``id`` (never given twice) and ``version`` (the number of the edit that wrote
it), both None until it is stored. Days are text, YYYY-MM-DD. None is unknown, never zero.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from nutrition.diary import DAY_STATES, KINDS, SUPPLEMENTS

NAME = 2_000
"""Longest name or food as typed [characters]."""
NOTE = 100_000
"""Longest note [characters]: about forty printed pages."""


def _text(*, limit: int = NAME, choices: tuple[str, ...] = (), day: bool = False) -> Any:
    meta = {"limit": limit, "choices": choices, "day": day}
    return field(default=choices[0] if choices else "", metadata=meta)


def _perhaps(*, choices: tuple[str, ...] = (), day: bool = False) -> Any:
    return field(default=None, metadata={"limit": NAME, "choices": choices, "day": day})


def _rows(kind: type | None = None) -> Any:
    return field(default=(), metadata={"rows": kind})


def _later() -> Any:
    """Return a field that rows of the first revision do not have: None is left out."""
    return field(default=None, metadata={"later": True})


@dataclass(frozen=True, kw_only=True)
class Record:
    """What every record has.

    Attributes:
        id: Its number, never given twice; None before it is stored.
        version: Number of the edit that wrote it; None before it is stored.
    """

    id: int | None = None
    version: int | None = None


@dataclass(frozen=True, kw_only=True)
class OfPerson(Record):
    """A record of one person.

    Attributes:
        person_id: Whose it is.
    """

    person_id: int


@dataclass(frozen=True, kw_only=True)
class Person(Record):
    """Whose records they are: the owner, or a client.

    Attributes:
        kind: ``self`` or ``client``.
        name: Name, or a code only.
        birth_date: Day of birth.
        age_years: Age [years], where no day of birth is told.
        age_as_of: The day on which ``age_years`` was the age.
        sex: ``female`` or ``male``.
        condition: ``none``, ``pregnant`` or ``lactating``.
        trimester: 1 to 3 in pregnancy.
        weight_kg: Body weight [kg].
        notes: Free text.
        medicines: Medicines taken, as written.
        contexts: Ids of conditions and contexts (kidney disease, bariatric surgery …).
        filters: Ids of what is not eaten (vegan, lactose-free …).
        disliked: Foods disliked, as written.
        archived: Out of the roster, kept.
    """

    kind: str = _text(choices=("client", "self"))
    name: str = _text()
    birth_date: str | None = _perhaps(day=True)
    age_years: float | None = None
    age_as_of: str | None = _perhaps(day=True)
    sex: str | None = _perhaps(choices=("female", "male"))
    condition: str = _text(choices=("none", "pregnant", "lactating"))
    trimester: int | None = field(default=None, metadata={"range": (1, 3)})
    weight_kg: float | None = None
    notes: str = _text(limit=NOTE)
    medicines: tuple[str, ...] = _rows()
    contexts: tuple[str, ...] = _rows()
    filters: tuple[str, ...] = _rows()
    disliked: tuple[str, ...] = _rows()
    archived: bool = False


@dataclass(frozen=True, kw_only=True)
class Entry(OfPerson):
    """One line of a diary.

    Attributes:
        day: The day.
        occasion: Breakfast, lunch …; empty where it was not said.
        position: Place in the day; 0 before it is stored puts it last.
        food: Food as typed.
        amount_text: Amount as typed.
        amount: How many units; None where it was not said.
        amount_low: Lower end of a range [units].
        amount_high: Upper end of a range [units].
        unit: Household measure or unit of mass or volume.
        food_id: The food, where it was chosen from the table.
        kind: ``food``, ``water``, ``supplement`` or ``medicine``.
        grams: Weight of all of it where it is known otherwise [g].
        carried: The nutrient columns that this line states itself (a label, a file); one that
            is carried and None is unknown, one that is not carried is looked up.
        calcium_mg: Calcium of the whole line [mg], where carried.
        magnesium_mg: Magnesium [mg], where carried.
        energy_kcal: Energy [kcal], where carried.
        caffeine_mg: Caffeine [mg], where carried.
        vitamin_d_ug: Vitamin D [µg], where carried.
        vitamin_b12_ug: Vitamin B12 [µg], where carried.
        water_g: Water [g], where carried.
        source: ``typed``, ``copied``, ``file`` or ``usual``.
        source_file: The file it came from.
        source_row: Its row there.
    """

    day: str = _text(day=True)
    occasion: str = _text()
    position: int = 0
    food: str = _text()
    amount_text: str = _text()
    amount: float | None = None
    amount_low: float | None = None
    amount_high: float | None = None
    unit: str = _text()
    food_id: str | None = _perhaps()
    kind: str = _text(choices=KINDS)
    grams: float | None = None
    carried: tuple[str, ...] = _rows()
    calcium_mg: float | None = None
    magnesium_mg: float | None = None
    energy_kcal: float | None = None
    caffeine_mg: float | None = None
    vitamin_d_ug: float | None = None
    vitamin_b12_ug: float | None = None
    water_g: float | None = None
    source: str = _text(choices=("typed", "copied", "file", "usual"))
    source_file: str | None = _perhaps()
    source_row: int | None = None


@dataclass(frozen=True, kw_only=True)
class Day(OfPerson):
    """What a person says about a day.

    Attributes:
        day: The day.
        state: ``complete``, ``partial`` or ``empty``.
        typical: Whether it was a usual day; None where it was not said.
        note: Free text.
    """

    day: str = _text(day=True)
    state: str = _text(choices=("partial", *(s for s in DAY_STATES if s != "partial")))
    typical: bool | None = None
    note: str = _text(limit=NOTE)


@dataclass(frozen=True, kw_only=True)
class Supplement(OfPerson):
    """A supplement or medicine with minerals, as its label states it.

    Attributes:
        name: Name.
        kind: ``supplement`` or ``medicine``.
        compound: Id of the compound, where it is known.
        stated_as: Whether the label states ``elemental`` milligrams or those of the ``compound``.
        calcium_mg: Elemental calcium in one dose [mg]; None where the label does not say.
        magnesium_mg: Elemental magnesium in one dose [mg].
        compound_mg: Mass of the compound in one dose [mg], where the label states that.
        times_per_day: Doses on a day it is taken.
        days_per_week: Days a week it is taken.
        first_day: Taken from this day on; None is always.
        last_day: Taken to this day; None is still.
        note: Free text.
    """

    name: str = _text()
    kind: str = _text(choices=SUPPLEMENTS)
    compound: str | None = _perhaps()
    stated_as: str = _text(choices=("elemental", "compound"))
    calcium_mg: float | None = None
    magnesium_mg: float | None = None
    compound_mg: float | None = None
    times_per_day: float | None = None
    days_per_week: float | None = None
    first_day: str | None = _perhaps(day=True)
    last_day: str | None = _perhaps(day=True)
    note: str = _text(limit=NOTE)


@dataclass(frozen=True, kw_only=True)
class Water(OfPerson):
    """Tap or bottled water.

    Attributes:
        name: Name.
        calcium_mg_l: Calcium [mg/L]; None where it is not known.
        magnesium_mg_l: Magnesium [mg/L].
        source: Where the figures are from, as its drinker says; empty where it was not said.
        is_default: The water meant where only "water" is written.
        hardness: Total hardness that was given [in ``hardness_unit``]; None where none was.
        hardness_unit: A unit of `nutrition.water.hardness_units`; empty where none was given.
        archived: No longer offered; kept because lines of the diary were entered with it.
    """

    name: str = _text()
    calcium_mg_l: float | None = None
    magnesium_mg_l: float | None = None
    source: str = _text()
    is_default: bool = False
    hardness: float | None = None
    hardness_unit: str = _text()
    archived: bool = False


@dataclass(frozen=True, kw_only=True)
class Frequency(OfPerson):
    """One answer of the usual week.

    Attributes:
        filled: The day the answers were given; the answers of one day belong together.
        food: Id on the frequency list.
        times: How often; None where it was not answered.
        per: ``day``, ``week`` or ``month``.
        portion: Portions each time, or the id of a portion size, as the list has it.
    """

    filled: str = _text(day=True)
    food: str = _text()
    times: float | None = None
    per: str = _text(choices=("week", "day", "month"))
    portion: str = _text()


@dataclass(frozen=True, kw_only=True)
class Screening(OfPerson):
    """The answer to one screening question.

    Attributes:
        question: Its id.
        answer: Anything that JSON can hold.
        answered: The day it was answered.
    """

    question: str = _text()
    answer: Any = field(default=None, metadata={"json": True})
    answered: str | None = _perhaps(day=True)


@dataclass(frozen=True, kw_only=True)
class RedFlag(OfPerson):
    """A red flag that was ticked.

    Attributes:
        flag: Its id.
        ticked: The day it was ticked.
    """

    flag: str = _text()
    ticked: str | None = _perhaps(day=True)


@dataclass(frozen=True)
class OwnMeasure:
    """A household measure of an own food; ``grams`` of one [g]."""

    measure: str
    grams: float
    source: str = "own entry"


@dataclass(frozen=True, kw_only=True)
class OwnFood(Record):
    """A food of one's own; nutrients per 100 g, None where unknown.

    Attributes:
        food_id: ``user:…``.
        description: Its name.
        aliases: Other names, joined by "; ".
        food_group: A group of `foods.groups.food_groups()`, or ``own foods``.
        calcium_mg: Calcium [mg/100 g]; ``_low`` and ``_high`` are what the label's rounding
            allows. The same for magnesium.
        energy_kcal: Energy [kcal/100 g].
        caffeine_mg: Caffeine [mg/100 g].
        vitamin_d_ug: Vitamin D [µg/100 g].
        vitamin_b12_ug: Vitamin B12 [µg/100 g].
        water_g: Water [g/100 g].
        fortified: Whether calcium or magnesium was added; None where it was not said.
        source: Where the values are from.
        measures: Its household measures.
        label: The label's own facts, by name: what was printed, per what, in which era.
        archived: No longer offered; kept because lines or dishes have it.
    """

    food_id: str = _text()
    description: str = _text()
    aliases: str = _text()
    food_group: str = _text()
    calcium_mg: float | None = None
    calcium_mg_low: float | None = None
    calcium_mg_high: float | None = None
    magnesium_mg: float | None = None
    magnesium_mg_low: float | None = None
    magnesium_mg_high: float | None = None
    energy_kcal: float | None = None
    caffeine_mg: float | None = None
    vitamin_d_ug: float | None = None
    vitamin_b12_ug: float | None = None
    water_g: float | None = None
    fortified: bool | None = None
    source: str = _text()
    measures: tuple[OwnMeasure, ...] = _rows(OwnMeasure)
    label: Mapping[str, Any] = field(default_factory=dict, metadata={"json": True})
    archived: bool = False


@dataclass(frozen=True)
class Ingredient:
    """One ingredient of a recipe, as a line of a diary.

    Attributes:
        food: Food as typed.
        amount: How many units.
        unit: Its unit.
        food_id: The food.
        amount_low: Lower end of a range [units].
        amount_high: Upper end of a range [units].
        cooked_food_id: The record of this food cooked, where one was chosen.
        cooked_grams: What this ingredient weighs when cooked [g].
    """

    food: str
    amount: float | None = None
    unit: str = ""
    food_id: str | None = None
    amount_low: float | None = None
    amount_high: float | None = None
    cooked_food_id: str | None = _later()
    cooked_grams: float | None = _later()


@dataclass(frozen=True, kw_only=True)
class Recipe(Record):
    """A recipe.

    Attributes:
        food_id: ``user:…``, the food it is layered as.
        name: Its name.
        servings: How many servings it makes.
        cooked_grams: Weight of all of it when cooked [g]; None where it was not weighed.
        ingredients: What goes in.
        note: Free text.
        archived: No longer offered; kept because lines or other dishes have it.
    """

    food_id: str = _text()
    name: str = _text()
    servings: float | None = None
    cooked_grams: float | None = None
    ingredients: tuple[Ingredient, ...] = _rows(Ingredient)
    note: str = _text(limit=NOTE)
    archived: bool = False


@dataclass(frozen=True, kw_only=True)
class Choice(Record):
    """A choice made once: the same table as ``--answers``.

    Attributes:
        name: Food as written.
        unit: Unit as written; ``*`` serves every unit of the food.
        locale: ``us``, ``uk`` or ``metric``; empty serves every locale.
        food_id: The food meant; None where only the weight is answered.
        grams: Weight of one unit [g]; None where the food's own measure serves.
    """

    name: str = _text()
    unit: str = _text()
    locale: str = _text(choices=("", "us", "uk", "metric"))
    food_id: str | None = _perhaps()
    grams: float | None = None


@dataclass(frozen=True, kw_only=True)
class Favourite(Record):
    """A food to offer first.

    Attributes:
        food: Food as written, or the description of the food.
        food_id: The food; empty where none was chosen.
        amount: The usual amount [units].
        unit: Its unit.
        kind: As of an `Entry`.
    """

    food: str = _text()
    food_id: str = _text()
    amount: float | None = None
    unit: str = _text()
    kind: str = _text(choices=KINDS)


@dataclass(frozen=True, kw_only=True)
class Setting(Record):
    """A setting: ``key`` → ``value``."""

    key: str = _text()
    value: str = _text(limit=NOTE)


TABLES: dict[str, type[Record]] = {
    "persons": Person,
    "entries": Entry,
    "days": Day,
    "supplements": Supplement,
    "waters": Water,
    "frequencies": Frequency,
    "screenings": Screening,
    "red_flags": RedFlag,
    "own_foods": OwnFood,
    "recipes": Recipe,
    "choices": Choice,
    "favourites": Favourite,
    "settings": Setting,
}
"""Every table of records, parents first."""
NAMES = {kind: name for name, kind in TABLES.items()}
