"""Yazio: its exports hold energy and macronutrients only."""

from collections.abc import Sequence
from typing import NoReturn

from foods.errors import DiaryError
from nutrition.readers import Options
from nutrition.readers.source import Source, plain_name

NAME = "yazio"
TITLE = "Yazio"


def detect(header: Sequence[str]) -> bool:
    """Say whether the header is Yazio's, with neither mineral."""
    names = {plain_name(column) for column in header}
    typical = {"energyenergy", "nutrientcarb", "nutrientfat", "nutrientprotein", "daytime"}
    minerals = any("calcium" in name or "magnesium" in name for name in names)
    return len(typical & names) >= 2 and not minerals  # noqa: PLR2004 - two cannot be chance


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
