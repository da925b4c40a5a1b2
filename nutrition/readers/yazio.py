"""Yazio: its exports hold energy and macronutrients only.

The app itself offers no table. What people bring was made from its data by public exporters,
which keep the names of the data (``energy.energy``, ``nutrient.carb``, ``daytime``) or write
their own: a row a food, a meal or a day with calories, protein, fat and carbohydrates.
"""

from collections.abc import Sequence
from typing import NoReturn

from foods.errors import DiaryError
from nutrition.readers import Options
from nutrition.readers.source import Source, plain_name

NAME = "yazio"
TITLE = "Yazio"


FORMS = (
    {"date", "meal", "product", "caloriesg", "caloriestotal", "proteintotal"},
    {"date", "caloriestotal", "proteintotal", "fattotal", "carbstotal"},
    {"date", "meal", "productname", "amountg", "calories", "proteing", "fatg", "carbsg"},
    {"date", "meal", "name", "amount", "calorieskcal", "carbsg", "proteing", "fatg"},
)
"""Columns, as `plain_name` writes them, of the tables that exporters make."""


def detect(header: Sequence[str]) -> bool:
    """Say whether the header is Yazio's, with neither mineral."""
    names = {plain_name(column) for column in header}
    if any("calcium" in name or "magnesium" in name for name in names):
        return False
    typical = {"energyenergy", "nutrientcarb", "nutrientfat", "nutrientprotein", "daytime"}
    return len(typical & names) >= 2 or any(form <= names for form in FORMS)  # noqa: PLR2004 - not chance


def plan(source: Source, options: Options) -> NoReturn:  # noqa: ARG001 - every reader's signature
    """Refuse the file.

    Raises:
        DiaryError: Always.
    """
    raise refusal(source, TITLE)


def refusal(source: Source, title: str) -> DiaryError:
    """Return the error for a format that carries neither mineral."""
    return DiaryError(
        f"{source.name}: neither calcium nor magnesium is in the exports of {title}.",
        hint=(
            "To compute both from the names of the foods, say which column is which: --columns "
            "day=Date,food=Name,amount=Quantity,unit=Units."
        ),
        file=source.name,
    )
