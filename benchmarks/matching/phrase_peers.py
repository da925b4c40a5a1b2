"""What ingredient-parser-nlp and quantulum3 make of the same quantity phrases.

They are no dependencies: install them in a throwaway environment and run this there.

    pip install ingredient-parser-nlp quantulum3
    python benchmarks/matching/phrase_peers.py phrases_voices phrases_sealed

Only amount and unit are compared, since quantulum3 gives no food; amounts in units of a size are
compared in grams or millilitres. Neither asks or refuses: a phrase that has to be asked about is
right where no amount is given, and silently wrong where one is. ingredient-parser-nlp needs the
part-of-speech tagger of NLTK, which it downloads at its first use; where that cannot be had,
figures get the tag of a number and all else that of a noun, and its row is a lower bound.
"""

import contextlib
import csv
import importlib
import io
import math
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))
sys.path.insert(0, str(HERE))

from phrases import wilson  # noqa: E402 - runs from a checkout

from foods.quantity import parse  # noqa: E402
from foods.units import unit_word  # noqa: E402

Reading = tuple[float, float, str] | None
Reader = Callable[[str, str], Reading]


def ours(text: str, locale: str) -> Reading:
    """Read with `foods.quantity.parse`."""
    phrase = parse(text, locale=locale)
    if phrase.status in {"ask", "refuse"} or phrase.low is None or phrase.high is None:
        return None
    return phrase.low, phrase.high, phrase.unit


def ingredient_parser() -> tuple[str, Reader]:
    """Give the name and the reader of ingredient-parser-nlp."""
    module = importlib.import_module("ingredient_parser")
    label = "ingredient-parser-nlp"
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            module.parse_ingredient("1 cup milk")
        except LookupError:
            label += ", without its tagger's data"
            for name in ("preprocess", "_utils"):
                part = importlib.import_module(f"ingredient_parser.en.{name}")
                part.__dict__["pos_tag"] = _simple_tags

    def read(text: str, locale: str) -> Reading:
        system = "imperial" if locale == "uk" else "us_customary"
        found = module.parse_ingredient(text, string_units=True, volumetric_units_system=system)
        if not found.amount:
            return None
        first = found.amount[0]
        first = getattr(first, "amounts", [first])[0]
        if isinstance(first.quantity, str):
            return None
        return float(first.quantity), float(first.quantity_max), str(first.unit)

    return label, read


def quantulum() -> tuple[str, Reader]:
    """Give the name and the reader of quantulum3."""
    parser = importlib.import_module("quantulum3.parser")

    def read(text: str, locale: str) -> Reading:  # noqa: ARG001 - it knows no locale
        found = parser.parse(text)
        if not found:
            return None
        first = found[0]
        apart = first.uncertainty or 0.0
        unit = "" if first.unit.name == "dimensionless" else first.unit.name
        return first.value - apart, first.value + apart, unit

    return "quantulum3", read


def _simple_tags(words: list[str]) -> list[tuple[str, str]]:
    return [(word, "CD" if any(c.isdigit() for c in word) else "NN") for word in words]


def same(found: Reading, row: dict[str, str]) -> bool:
    """Compare amount and unit with the list's answer."""
    asked = row["status"] in {"ask", "refuse"}
    if asked or found is None:
        return asked and found is None
    size, unit = _sized(found[2], row["locale"])
    wanted, name = _sized(row["unit"], row["locale"])
    ends = zip(found[:2], (row["low"], row["high"]), strict=True)
    scale = size / wanted
    return unit == name and all(math.isclose(a * scale, float(b), rel_tol=0.01) for a, b in ends)


def _sized(text: str, locale: str) -> tuple[float, str]:
    """Give a unit's grams or millilitres and its kind; a unit without size counts by its name."""
    unit: Any = unit_word(text.replace("-", " "), locale)
    if unit is None:
        return 1.0, text.casefold().removesuffix("s")
    return (unit.size, unit.kind) if unit.size else (1.0, unit.name)


def main() -> None:
    """Score the lists that are named."""
    warnings.simplefilter("ignore")
    readers = (("foods.quantity", ours), ingredient_parser(), quantulum())
    for name in sys.argv[1:] or ["phrases_voices"]:
        with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for label, read in readers:
            right = answered = silent = raised = 0
            for row in rows:
                try:
                    found = read(row["phrase"], row["locale"])
                except Exception:  # noqa: BLE001 - whatever a peer raises is counted
                    raised += 1
                    continue
                hit = same(found, row)
                right += hit
                answered += hit and found is not None
                silent += not hit and found is not None
            low, high = wilson(right, len(rows))
            share = f"{right}/{len(rows)} = {right / len(rows):.1%} ({low:.1%}-{high:.1%})"
            of = sum(row["status"] in {"ok", "flag"} for row in rows)
            print(f"{name}: {label}: {share}; of the {of} that have an amount {answered}")
            print(f"    silently wrong {silent}, raised {raised}")


if __name__ == "__main__":
    main()
