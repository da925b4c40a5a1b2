"""Lose It: its exports hold energy, macronutrients, sodium and cholesterol only."""

from collections.abc import Sequence
from typing import NoReturn

from nutrition.readers import Options
from nutrition.readers.source import Source, plain_name
from nutrition.readers.yazio import refusal

NAME = "lose_it"
TITLE = "Lose It"


def detect(header: Sequence[str]) -> bool:
    """Say whether the header is Lose It's, with neither mineral."""
    names = {plain_name(column) for column in header}
    typical = {"name", "quantity", "units", "calories"}
    others = {"icon", "deleted", "type", "meal", "cholesterolmg", "sodiummg", "sugarsg"}
    minerals = any("calcium" in name or "magnesium" in name for name in names)
    return typical <= names and len(others & names) >= 2 and not minerals  # noqa: PLR2004 - not chance


def plan(source: Source, options: Options) -> NoReturn:  # noqa: ARG001 - every reader's signature
    """Refuse the file.

    Raises:
        DiaryError: Always.
    """
    raise refusal(source, TITLE)
