"""The words around a number: units, sizes, limits, what is no unit of food."""

import csv
import functools

from foods.quantity_text import Token
from foods.units import DATA, SYSTEM_WORDS, Unit, unit_word

LONGEST_UNIT = 3
"""Words of the longest unit: "imperial fl oz"."""


def read_unit(cut: list[Token], index: int, locale: str) -> tuple[Unit, str, int] | None:
    """Read a unit: the unit, its words, and the index after it.

    A word that a hyphen ties to the next one ("T-bone", "cup-cake") is no unit.
    """
    words: list[str] = []
    ends: list[int] = []
    position = index
    while position < len(cut) and len(words) < LONGEST_UNIT and cut[position].kind == "word":
        words.append(cut[position].text)
        position += 1
        if is_sign(cut, position, ".") and cut[position].glued:
            position += 1
        ends.append(position)
        tied = is_sign(cut, position, "-") and cut[position].glued and position + 1 < len(cut)
        if tied and cut[position + 1].glued and cut[position + 1].kind == "word":
            position += 1
    for length in range(len(words), 0, -1):
        end = ends[length - 1]
        tied = is_sign(cut, end, "-") and cut[end].glued and end + 1 < len(cut)
        if tied and cut[end + 1].glued and cut[end + 1].kind in {"word", "name"}:
            continue
        found = unit_word(" ".join(words[:length]), locale)
        if found is not None:
            return found, " ".join(words[:length]), end
    return None


def not_food_unit(cut: list[Token], index: int) -> tuple[str, str] | None:
    """Look up a unit that measures no food: its kind ("nutrient", "energy" …) and a reason."""
    if index >= len(cut) or cut[index].kind not in {"word", "sign"}:
        return None
    table = _not_food_units()
    two = f"{cut[index].low} {cut[index + 1].low}" if index + 1 < len(cut) else ""
    return table.get(two) or table.get(cut[index].low)


def low(cut: list[Token], index: int) -> str:
    """Give the token's text in lower case; "" beyond the ends and inside kept names."""
    if 0 <= index < len(cut):
        token = cut[index]
        return "" if token.kind == "name" else token.low
    return ""


def limit_length(cut: list[Token], index: int) -> int:
    """Count the tokens of "less than" and the like at a token; 0 where none stands there."""
    for words in _limits().get(low(cut, index), ()):
        if all(low(cut, index + place) == part for place, part in enumerate(words)):
            return len(words)
    return 0


def read_size(cut: list[Token], index: int) -> tuple[str, int]:
    """Read "large", "extra large", "medium-sized", "heaped": the size and where it ends."""
    word = low(cut, index)
    if word == "good" and low(cut, index + 1) in amount_words("fill") | amount_words("size"):
        index += 1
        word = low(cut, index)
    if word in {"extra", "x"}:
        after = index + 1 + (low(cut, index + 1) == "-")
        if low(cut, after) in {"large", "small"}:
            return f"extra {low(cut, after)}", after + 1
        return "", index
    if word in amount_words("fill"):
        return amount_words("fill")[word], index + 1
    if word not in amount_words("size") or low(cut, index + 1) == "rare":
        return "", index
    end = index + 1 + (is_sign(cut, index + 1, ".") and cut[index + 1].glued)
    tied = end + (low(cut, end) == "-")
    if low(cut, tied) in {"sized", "size"}:
        end = tied + 1
    elif low(cut, end) == "-":
        return "", index
    return amount_words("size")[word], end


def stated_system(unit_text: str) -> str:
    """Give the system word of "imperial pint", or ""."""
    first, _, rest = unit_text.partition(" ")
    return first.casefold() if rest and first.casefold() in SYSTEM_WORDS else ""


def is_sign(cut: list[Token], index: int, sign: str) -> bool:
    """Tell whether a token is one sign; False beyond the end."""
    return index < len(cut) and cut[index].text == sign


@functools.cache
def _not_food_units() -> dict[str, tuple[str, str]]:
    with (DATA / "not_food_units.csv").open(encoding="utf-8", newline="") as file:
        return {
            word.strip(): (row["kind"], row["reason"])
            for row in csv.DictReader(file)
            for word in row["words"].split("|")
        }


@functools.cache
def amount_words(kind: str) -> dict[str, str]:
    """Give the words around an amount, with what each means.

    Args:
        kind: "about", "limit" ("less than"), "vague" ("a few"), "size", "fill" ("heaped",
            before a unit only), "pack" (what a "400 g can" comes in; what holds drinks says so) or
            "name" (first words of foods with "of" in their names: leg of lamb).

    Returns:
        Words in lower case to their meaning, which is "" where the word is its own.
    """
    with (DATA / "amount_words.csv").open(encoding="utf-8", newline="") as file:
        return {row["words"]: row["meaning"] for row in csv.DictReader(file) if row["kind"] == kind}


def holds_drink(pack: str) -> str:
    """Tell whether a pack holds drinks, so that its ounces are fluid.

    Returns:
        "only" for a glass or a mug, "also" for a bottle or a cup, "" for any other.
    """
    return {"drink": "only", "drink or food": "also"}.get(amount_words("pack").get(pack, ""), "")


@functools.cache
def _limits() -> dict[str, list[tuple[str, ...]]]:
    """Give the words for a limit by their first word."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for text in amount_words("limit"):
        words = tuple(text.split())
        by_first.setdefault(words[0], []).append(words)
    return by_first
