"""A notice: an id with its figures and its source, said in any language."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from foods.errors import MgcaError
from nutrition import texts


class ScreeningError(MgcaError, LookupError):
    """A warning sign, circumstance or row of the screening lists that is not there."""


@dataclass(frozen=True)
class Words:
    """A value that is itself a message.

    Attributes:
        text_id: Its id in `nutrition.texts`.
        values: Name and value of what that message names.
    """

    text_id: str
    values: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True)
class Figure:
    """A value that is a number, written as the language does.

    Attributes:
        value: The number, in the unit that the message names.
        digits: Digits after the decimal mark.
    """

    value: float
    digits: int = 0


Value = str | int | Words | Figure


@dataclass(frozen=True)
class Notice:
    """One thing to say.

    Attributes:
        kind: red_flag, action, context, medicine, question, finding, mineral, b12, step or note.
        id: What it is about, as in the data file.
        text_id: The message that says it.
        values: Name and value of what the message names.
        tier: 1 call the emergency services, 2 see a doctor promptly, None for all else.
        source: Where it comes from.
        confidence: seen (read in the source) or recalled (check before it carries weight).
    """

    kind: str
    id: str
    text_id: str
    values: tuple[tuple[str, Value], ...] = ()
    tier: int | None = None
    source: str = ""
    confidence: str = ""

    def say(self, language: str = texts.ENGLISH) -> str:
        """Say it.

        Args:
            language: A code of `nutrition.texts.languages()`.

        Returns:
            Plain text.

        Raises:
            nutrition.texts.TextError: No such language.
        """
        spoken = {name: _spoken(value, language) for name, value in self.values}
        return texts.say(self.text_id, language, **spoken)


def _spoken(value: Value, language: str) -> object:
    if isinstance(value, Words):
        return texts.say(value.text_id, language, **dict(value.values))
    if isinstance(value, Figure):
        return texts.number(value.value, language, value.digits)
    return value


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of one data file of the screening.

    Args:
        name: File name in `nutrition/data`.

    Returns:
        Column to text, row by row.
    """
    text = (files("nutrition") / "data" / name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
