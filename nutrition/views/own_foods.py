"""Own foods as a form has them: what a label prints ↔ the kept food, and a look-up made visible."""

import math
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from foods.nutrients import MINERALS
from nutrition.label_rounding import ERAS, LabelError, daily_value
from nutrition.labels import BASES, Declared, Label, own_food

if TYPE_CHECKING:
    from foods.fdc import FdcFood
    from nutrition import own_foods
    from nutrition.store import OwnFood

STATED_AS = ("mg", "percent")
STAMP = ("id", "version")
DOUBTS = (
    "calcium_implausible",
    "magnesium_implausible",
    "energy_implausible",
    "macros_over_100_g",
    "mg_and_percent_disagree",
)
"""Questions that somebody must answer, by looking at the label again, before a food is kept."""
MOST = 8
"""Foods that a search at FoodData Central returns."""
_THOUSANDS = re.compile(r"[1-9]\d{0,2}([,.']\d{3})+")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class LabelForm:
    """What somebody copies from a label: text as printed, empty where the label is silent.

    Attributes:
        name: What the food is called.
        basis: One of `nutrition.labels.BASES`.
        serving_g: Weight of a serving [g].
        serving_ml: Volume of a serving [ml].
        calcium: Calcium for the basis.
        calcium_as: One of `STATED_AS`.
        magnesium: Magnesium for the basis.
        magnesium_as: One of `STATED_AS`.
        era: Whose Daily Value percents mean: one of `ERAS`; empty where it is not known.
        energy_kcal: Energy for the basis [kcal].
        food_group: Food group; empty: own foods.
        origin: Where the figures were copied from, where not from a label in hand.
    """

    name: str = ""
    basis: str = BASES[0]
    serving_g: str = ""
    serving_ml: str = ""
    calcium: str = ""
    calcium_as: str = STATED_AS[0]
    magnesium: str = ""
    magnesium_as: str = STATED_AS[0]
    era: str = ""
    energy_kcal: str = ""
    food_group: str = ""
    origin: str = ""


@dataclass(frozen=True)
class Line:
    """One nutrient of an own food, per 100 g.

    Attributes:
        nutrient: Column of the food table.
        value: The value; None where it is unknown or a question.
        low: Least; None where nothing is known.
        high: Most; None where nothing bounds it.
        reason: Id of how it was come by.
    """

    nutrient: str
    value: float | None
    low: float | None
    high: float | None
    reason: str


@dataclass(frozen=True)
class Request:
    """A look-up before it is sent.

    Attributes:
        path: Path below the API's address.
        parameters: What is asked.
        address: The whole address that would be asked; the key is never part of it.
        host: Where it goes.
    """

    path: str
    parameters: Mapping[str, str]
    address: str
    host: str


def label_of(form: LabelForm) -> Label:
    """Read a form.

    Args:
        form: As filled in.

    Returns:
        The label; what is empty is not declared, and never zero.

    Raises:
        LabelError: No name, a field that is no number, or one that can be read in two ways.
    """
    name = _SPACE.sub(" ", form.name).strip()
    if not name:
        raise LabelError("The food has no name.", hint="Write what you call it.")
    return Label(
        name,
        form.basis,
        _declared(form.calcium, form.calcium_as, "Calcium"),
        _declared(form.magnesium, form.magnesium_as, "Magnesium"),
        form.era or None,
        _amount(form.serving_g, "The weight of a serving"),
        _amount(form.serving_ml, "The volume of a serving"),
        energy_kcal=_amount(form.energy_kcal, "Energy"),
        food_group=form.food_group or "own foods",
    )


def food_of(form: LabelForm, food_id: str = "user:new") -> "own_foods.OwnFood":
    """Make the food of a form.

    Args:
        form: As filled in.
        food_id: Its id.

    Returns:
        The food per 100 g with its ranges and questions.

    Raises:
        LabelError: As `label_of`; or what the amounts are for cannot be weighed.
    """
    food = own_food(label_of(form), food_id)
    return replace(food, source=f"{food.source}; {form.origin}") if form.origin else food


def record_of(form: LabelForm, food_id: str = "") -> "OwnFood":
    """Make the record that is kept of a form, what was printed beside what was made of it.

    Raises:
        LabelError: As `food_of`.
    """
    from nutrition.store import as_record

    made = as_record(food_of(form, food_id or "user:new"), printed=asdict(form))
    return replace(made, food_id=food_id)


def fields_of(record: "OwnFood") -> dict[str, Any]:
    """Give what a changed record holds, to be written over the one that was read."""
    return {one.name: getattr(record, one.name) for one in fields(record) if one.name not in STAMP}


def form_of(record: "OwnFood") -> LabelForm:
    """Give the form that a kept food was made of, for editing.

    A food that was not entered here has its values per 100 g in the form.
    """
    printed = record.label.get("printed")
    if isinstance(printed, Mapping):
        known = {one.name for one in fields(LabelForm)}
        return LabelForm(**{k: str(v) for k, v in printed.items() if k in known})
    serving = next((one.grams for one in record.measures if one.measure == "serving"), None)
    return LabelForm(
        name=record.description,
        serving_g=_printed(serving),
        calcium=_printed(record.calcium_mg),
        magnesium=_printed(record.magnesium_mg),
        energy_kcal=_printed(record.energy_kcal),
        food_group=record.food_group,
    )


def lines_of(food: "own_foods.OwnFood") -> tuple[Line, ...]:
    """Give what a food says of both minerals and energy, per 100 g."""
    return tuple(
        Line(name, of.value, of.low, of.high, of.reason)
        for name in (*MINERALS, "energy_kcal")
        for of in [food.nutrients[name]]
    )


def doubts_of(food: "own_foods.OwnFood") -> tuple[str, ...]:
    """Give the questions that stand before keeping a food."""
    return tuple(one for one in food.questions if one in DOUBTS)


def eras() -> dict[str, dict[str, float]]:
    """Give the label eras with what 100 % of each mineral is [mg]."""
    return {era: {n: daily_value(era, n).value_mg for n in MINERALS} for era in ERAS}


def search_sent(name: str, limit: int = MOST) -> Request:
    """Say what a search by name would send."""
    from foods.fdc import search_request

    return _request(*search_request(_SPACE.sub(" ", name).strip(), limit))


def barcode_sent(gtin: str) -> Request:
    """Say what a search by barcode would send."""
    from foods.fdc import barcode_request

    return _request(*barcode_request(gtin))


def form_from(found: "FdcFood") -> LabelForm:
    """Give a form filled with what FoodData Central states, to be checked beside the label.

    Branded foods are stated there per 100 g, worked out from the label's serving; where the
    serving's weight is told, the form has the serving again, as the label rounds it.

    Args:
        found: A food of FoodData Central.

    Returns:
        The form; unknown values stay empty.
    """
    food = found.food
    serving = found.measures[0].grams if found.measures else None
    branded = found.data_type == "Branded" and serving is not None
    share = serving / 100 if branded and serving is not None else 1.0
    digits = 0 if branded else 1

    def stated(value: float | None) -> str:
        return "" if value is None else _printed(round(value * share, digits))

    maker = food.aliases if found.data_type == "Branded" else ""
    name = f"{food.description}, {maker}" if maker else food.description
    return LabelForm(
        name=name,
        basis="serving" if branded else "100 g",
        serving_g=_printed(serving),
        calcium=stated(food.calcium_mg),
        magnesium=stated(food.magnesium_mg),
        energy_kcal=stated(food.energy_kcal),
        origin=f"{food.source}, id {found.fdc_id}, published {food.release}",
    )


def ends(
    low: float, high: float, digits: int | None = None
) -> tuple[tuple[float, int], tuple[float, int]]:
    """Round both ends of a range half up, in digits that tell them apart.

    Half to even would bring 292.5 down and 227.5 up: a range other than the label's.

    Args:
        low: Least [mg].
        high: Most [mg].
        digits: Digits after the decimal mark; when None one below 10 mg and in a narrow range.

    Returns:
        Each end with its number of digits.
    """
    if digits is None:
        digits = 1 if min(low or high, high - low) < _NARROW_MG else 0
    by = 10**digits
    low, high = (math.floor(round(end * by, 6) + 0.5) / by for end in (low, high))
    return (low, digits if low else 0), (high, digits)


_NARROW_MG = 10.0


def _request(path: str, parameters: Mapping[str, str]) -> Request:
    from foods.fdc import API

    address = f"{API}{path}?{urlencode(parameters)}"
    return Request(path, parameters, address, API.split("/")[2])


def _declared(text: str, stated_as: str, name: str) -> Declared | None:
    plain = _plain(text)
    if not plain:
        return None
    percent = stated_as == "percent"
    if plain.endswith("%") and not percent:
        raise LabelError(
            f"{name}: {text.strip()!r} is a percentage.", hint="Choose % beside it, or give mg."
        )
    if plain.lower().endswith("mg") and percent:
        raise LabelError(
            f"{name}: {text.strip()!r} is in milligrams.", hint="Choose mg beside it, or give %."
        )
    number = _number(plain.removesuffix("%").lower().removesuffix("mg").strip(), name)
    return Declared(percent=number) if percent else Declared(mg=number)


def _amount(text: str, name: str) -> float | None:
    plain = _plain(text).lower()
    for unit in ("kcal", "ml", "g"):
        plain = plain.removesuffix(unit).strip()
    return float(_number(plain, name)) if plain else None


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _number(text: str, name: str) -> str:
    """Return a number with a decimal point, as many digits as printed."""
    if _THOUSANDS.fullmatch(text):
        raise LabelError(
            f"{name}: {text!r} can be read in two ways.",
            hint="Leave out the mark of thousands (1300), or give one or two decimals (1.3).",
        )
    plain = text.replace(",", ".")
    if not re.fullmatch(r"\d{1,7}(\.\d{1,4})?", plain):
        raise LabelError(
            f"{name}: {text!r} is no number.",
            hint="Write it as the label prints it, such as 120 or 7.5; leave it empty where the "
            "label does not say.",
        )
    return plain


def _printed(value: float | None) -> str:
    return "" if value is None else f"{round(value, 4):f}".rstrip("0").rstrip(".")
