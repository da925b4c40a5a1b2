"""Kitchen units: words on an allow-list, sizes in grams or millilitres, one pint registry.

Text that somebody typed never reaches the registry: to pint "T" is a tesla, "t" a tonne,
"c" the speed of light, "Mg" a megagram and "gr" a gross. Words are looked up in
`data/unit_words.csv`, sizes in `data/unit_sizes.csv`, whose every row a test compares with
pint; so reading a quantity costs no import of pint.
"""

import csv
import functools
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foods.errors import UnitError

if TYPE_CHECKING:
    import pint

LOCALES = ("us", "uk", "metric")
"""Whose cups, spoons, pints and fluid ounces are meant where the text does not say."""

MASS_UNITS = ("g", "kg", "mg", "ug", "oz", "lb")
VOLUME_UNITS = ("ml", "cl", "dl", "l", "tsp", "tbsp", "fl oz", "cup", "pint", "quart", "gallon")

SYSTEM_WORDS = {
    "us": "us",
    "american": "us",
    "uk": "uk",
    "british": "uk",
    "imperial": "imperial",
    "metric": "metric",
    "australian": "australian",
}
"""Words before a unit that settle its size whatever the locale: "imperial pint", "US cup"."""

DATA = Path(__file__).parent / "data"
LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit as a cook or a diary writes it.

    Attributes:
        name: Canonical name: "g", "fl oz", "cup", or a household word such as "slice".
        kind: "mass", "volume", "count" or "household".
        size: Grams of one (mass) or millilitres of one (volume); None where it has no size.
        system: Whose size it is: "us", "uk", "metric", "imperial" or "australian"; "" where
            all agree.
    """

    name: str
    kind: str
    size: float | None
    system: str = ""


def unit_word(text: str, locale: str = "us") -> Unit | None:
    """Look up what somebody wrote as a unit.

    Case is ignored except for "T" (tablespoon) and "t" (teaspoon). "Mg" and "MG" are
    milligrams, "gr" is gram, "C" is cup.

    Args:
        text: The words of a unit: "Tbsp", "fl. oz.", "imperial pint".
        locale: One of `LOCALES`.

    Returns:
        The unit, or None where the text is not on the allow-list.

    Raises:
        UnitError: The locale is none of `LOCALES`.
    """
    check_locale(locale)
    return _unit_word(text, locale) if len(text) <= LONGEST_WORD else None


def grams(unit: str | Unit) -> float:
    """Give the grams of one mass unit.

    Args:
        unit: A canonical name ("oz"), a word for it ("ounces"), or a Unit.

    Returns:
        Grams of one unit [g].

    Raises:
        UnitError: It is no unit of mass.
    """
    found = unit_word(unit) if isinstance(unit, str) else unit
    if found is None or found.kind != "mass" or found.size is None:
        name = unit if isinstance(unit, str) else unit.name
        raise UnitError(
            f"{name!r} is not a unit of mass.",
            hint=f"Use one of {', '.join(MASS_UNITS)}.",
            unit=name,
        )
    return found.size


def millilitres(unit: str | Unit, locale: str = "us") -> float:
    """Give the millilitres of one volume unit.

    Args:
        unit: A canonical name ("cup"), a word for it ("cups"), or a Unit.
        locale: One of `LOCALES`; not used where the unit already has its system.

    Returns:
        Millilitres of one unit [ml].

    Raises:
        UnitError: It is no unit of volume, or the locale is none of `LOCALES`.
    """
    found = unit_word(unit, locale) if isinstance(unit, str) else unit
    if found is None or found.kind != "volume" or found.size is None:
        name = unit if isinstance(unit, str) else unit.name
        raise UnitError(
            f"{name!r} is not a unit of volume.",
            hint=f"Use one of {', '.join(VOLUME_UNITS)}.",
            unit=name,
        )
    return found.size


@functools.cache
def registry() -> "pint.UnitRegistry[Any]":
    """Give the one pint registry, kitchen units included; made at the first call (about 1 s).

    For units that our own code names. Never pass it text that somebody typed.

    Returns:
        The registry, which knows `metric_cup`, `metric_tablespoon`, `metric_teaspoon`,
        `australian_tablespoon` and `vitamin_d_IU` beside pint's own units.
    """
    import pint  # a second to import

    made: pint.UnitRegistry[Any] = pint.UnitRegistry()
    made.define("metric_cup = 250 * milliliter")
    made.define("metric_tablespoon = 15 * milliliter")
    made.define("metric_teaspoon = 5 * milliliter")
    made.define("australian_tablespoon = 20 * milliliter")
    made.define("vitamin_d_IU = 0.025 * microgram")
    return made


def words() -> frozenset[str]:
    """Give every unit word on the allow-list, in lower case."""
    return frozenset(_words()[0])


@functools.cache
def unit_kinds() -> dict[str, str]:
    """Give the kind of each canonical unit: mass, volume, count or household."""
    return {row["unit"]: row["kind"] for row in _rows("unit_words.csv")}


@functools.cache
def vague_units() -> frozenset[str]:
    """Give the household words whose size depends on who serves: a handful, a bowl."""
    return frozenset(row["unit"] for row in _rows("unit_words.csv") if row["vague"])


@functools.cache
def units_after_food() -> frozenset[str]:
    """Give the units that may stand after the food: "3 garlic cloves"."""
    return frozenset(row["unit"] for row in _rows("unit_words.csv") if row["after_food"])


def normal(text: str) -> str:
    """Write a unit's words the one way they are looked up, case kept."""
    plain = unicodedata.normalize("NFKC", text).replace(".", "").replace("-", " ")
    return " ".join(plain.split())


@functools.lru_cache(maxsize=4096)
def _unit_word(text: str, locale: str) -> Unit | None:
    by_word, by_exact_word = _words()
    plain = normal(text)
    name = by_exact_word.get(plain) or by_word.get(plain.casefold())
    if name is not None:
        return _sized(name, locale)
    first, _, rest = plain.partition(" ")
    system = SYSTEM_WORDS.get(first.casefold())
    name = by_exact_word.get(rest) or by_word.get(rest.casefold())
    if system is None or name is None or (name, system) not in _sizes():
        return None
    return _sized(name, system)


def _sized(name: str, system: str) -> Unit:
    kind = unit_kinds()[name]
    sizes = _sizes()
    if (name, "") in sizes:
        return Unit(name, kind, sizes[name, ""])
    if (name, system) in sizes:
        return Unit(name, kind, sizes[name, system], system)
    return Unit(name, kind, None)


@functools.cache
def _words() -> tuple[dict[str, str], dict[str, str]]:
    by_word: dict[str, str] = {}
    by_exact_word: dict[str, str] = {}
    for row in _rows("unit_words.csv"):
        for word in _split(row["words"]):
            by_word[normal(word).casefold()] = row["unit"]
        for word in _split(row["exact_words"]):
            by_exact_word[normal(word)] = row["unit"]
    return by_word, by_exact_word


@functools.cache
def _sizes() -> dict[tuple[str, str], float]:
    return {(row["unit"], row["system"]): float(row["size"]) for row in _rows("unit_sizes.csv")}


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _split(cell: str) -> list[str]:
    return [word for word in (part.strip() for part in cell.split("|")) if word]


def check_locale(locale: str) -> None:
    """Refuse a locale that is none of `LOCALES`.

    Raises:
        UnitError: There is no such locale.
    """
    if locale not in LOCALES:
        raise UnitError(
            f"There is no locale {locale!r}.",
            hint=f"Choose one of {', '.join(LOCALES)}.",
            locale=locale,
        )
