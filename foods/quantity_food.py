"""The food's own words in a phrase: what is left once the amount is taken out."""

import csv
import functools
import re

from foods.quantity_text import Token
from foods.units import DATA

_EMPTY = re.compile(
    r"\((?:x|approx|approximately|about|roughly|ca|total)?[\s.]*\)"
    r"|^\W*approx(?:imately)?\b\.?|\bapprox(?:imately)?\W*$",
    re.IGNORECASE,
)
"""What is left of brackets and of "about" once the amount is gone."""


def food_text(cut: list[Token], begin: int, used: set[int]) -> str:
    """Join the tokens that no amount took to the food's name.

    Args:
        cut: The tokens of a phrase.
        begin: Index of the first token that counts.
        used: Indices of the tokens that belong to amounts.

    Returns:
        The name, states and case kept; "" where nothing is left.
    """
    parts: list[str] = []
    for index in range(begin, len(cut)):
        if index in used:
            continue
        glued = cut[index].glued and index - 1 not in used and parts
        parts.append(cut[index].text if glued or not parts else f" {cut[index].text}")
    text = (
        "".join(parts).replace("()", " ").replace("( )", " ").replace("[]", " ").replace("[ ]", " ")
    )
    text = _EMPTY.sub(" ", text)
    text = " ".join(text.split()).strip(" ,;:.-&+/=|*'\"!?")
    text = _dropped(text)
    if text.count("(") != text.count(")"):
        text = text.strip("() ")
    return text


def _dropped(text: str) -> str:
    """Drop the words that tie an amount to its food: "of the", "worth of", a last "each"."""
    for lead in ("'s worth of ", "worth of ", "of the ", "of a ", "of an ", "of "):
        if text.casefold().startswith(lead):
            text = text[len(lead) :]
            break
    if text.casefold() == "of":
        return ""
    for ending in (" each", " in total", " total", " altogether", " of", " x", " ="):
        if text.casefold().endswith(ending):
            text = text[: -len(ending)]
            break
    return text.replace(" ,", ",").strip(" ,;:-/=")


def nutrient_name(food: str) -> str:
    """Give the nutrient that a name stands for, or ""."""
    words = food.casefold().replace("-", " ").replace("(", " ").replace(")", " ").split()
    while words and words[0] in {"of", "elemental", "supplemental", "as", "mg"}:
        words = words[1:]
    ends = {"supplement", "supplements", "tablet", "tablets", "capsule", "capsules", "pill"}
    while words and words[-1] in ends | {"pills", "elemental", "softgel", "softgels"}:
        words = words[:-1]
    return _nutrients().get(" ".join(words), "")


def is_drink(food: str) -> bool:
    """Tell whether a name's last word is a drink: "oat milk", "milk, whole"; not "milk powder"."""
    words = food.casefold().replace(",", " , ").split()
    head = words[: words.index(",")] if "," in words else words
    if " ".join(head[-2:]) in _drinks():
        return True
    if {"dry", "dried", "powder", "powdered", "chocolate", "condensed"} & set(words):
        return False
    return bool(head) and head[-1] in _drinks()


@functools.cache
def _nutrients() -> dict[str, str]:
    with (DATA / "nutrient_words.csv").open(encoding="utf-8", newline="") as file:
        return {
            word.strip(): row["nutrient"]
            for row in csv.DictReader(file)
            for word in row["words"].split("|")
        }


@functools.cache
def _drinks() -> frozenset[str]:
    with (DATA / "drink_words.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file))


_STICKS = re.compile(
    r"(?P<raw>carrot|celery|cucumber|courgette|zucchini|pepper|kohlrabi|swede|turnip|mooli|daikon)s?"
    r" (?:sticks?|batons?|strips?|crudites?)",
    re.IGNORECASE,
)


def cut_in_sticks(food: str) -> str:
    """Give the vegetable of "cucumber sticks", "" for anything else; a fish stick is a food."""
    found = _STICKS.fullmatch(food)
    return "" if found is None else found["raw"]
