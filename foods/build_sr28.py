"""USDA National Nutrient Database for Standard Reference, Release 28 → food rows.

File layout: USDA ARS, "Composition of Foods Raw, Processed, Prepared: USDA National Nutrient
Database for Standard Reference, Release 28, Documentation and User Guide" (2015), tables 3-12.
"""

from pathlib import Path
from typing import Any

from foods import groups
from foods.build_sources import SR28, SR28_FOLDER, caret_rows, data_file
from foods.nutrients import MINERALS, NUTRIENTS
from foods.units import registry

SOURCE = "USDA SR28"
RELEASE = "Release 28 (2015)"
VITAMIN_D_IU = "324"
ENERGY_KJ = "268"
ADDED = "5"
"""Source code 5: value the manufacturer's label claim for added nutrients is based on."""

Row = dict[str, Any]


def foods(archives: Path | None) -> dict[str, Row]:
    """Read every SR28 food.

    Args:
        archives: Folder with the archives, None for installed packages.

    Returns:
        food_id → row with the columns of `FOODS_SCHEMA`.
    """
    categories = {row[0]: row[1] for row in _rows("FD_GROUP", archives)}
    found = {f"sr28:{row[0]}": _food(row, categories) for row in _rows("FOOD_DES", archives)}
    values = _values(archives)
    for nutrient in NUTRIENTS:
        for food_id, value in values.get(str(nutrient.sr_number), {}).items():
            found[food_id][nutrient.column] = value["value"]
            if nutrient.column in MINERALS:
                name = nutrient.column.removesuffix("_mg")
                found[food_id][f"{name}_n"] = value["n"]
                found[food_id][f"{name}_se"] = value["se"]
                found[food_id][f"{name}_derivation"] = value["derivation"]
                found[food_id]["added"] = found[food_id].get("added", False) or value["added"]
    for food_id, value in values[VITAMIN_D_IU].items():
        if found[food_id].get("vitamin_d_ug") is None:
            found[food_id]["vitamin_d_ug"] = value["value"]
    for food_id, row in found.items():
        row["energy_from_kj"] = values[ENERGY_KJ].get(food_id, {}).get("value")
        told = groups.fortified(row["food_group"], row["description"], row.get("calcium_mg"))
        row["fortified"] = True if row.pop("added", False) else told
    return found


def measures(archives: Path | None) -> list[Row]:
    """Read every SR28 household measure, as grams of ONE.

    Args:
        archives: Folder with the archives, None for installed packages.

    Returns:
        Rows of `MEASURES_SCHEMA`, in the source's order.
    """
    return [
        {
            "food_id": f"sr28:{row[0]}",
            "measure": row[3],
            "grams": float(row[4]) / float(row[2]),
            "source": SOURCE,
        }
        for row in _rows("WEIGHT", archives)
    ]


def conversion(source_unit: str, column: str) -> float:
    """Give what one of the source's unit is in the column's unit, by pint.

    Args:
        source_unit: The unit as the source states it: "mg", "µg", "IU", "kJ", "KCAL".
        column: Column of the nutrient.

    Returns:
        Factor from the source's unit to the column's.
    """
    target = {n.column: n.unit for n in NUTRIENTS}[column]
    unit = {"KCAL": "kcal", "G": "g", "MG": "mg", "UG": "ug"}.get(source_unit, source_unit)
    if unit == "IU" and column == "vitamin_d_ug":
        unit = "vitamin_d_IU"
    return float(registry().Quantity(1.0, unit).to(target).magnitude)


def _food(row: list[str], categories: dict[str, str]) -> Row:
    description = row[2]
    return {
        "food_id": f"sr28:{row[0]}",
        "description": description,
        "aliases": "; ".join(part.strip() for part in row[4].split(",") if part.strip()),
        "food_group": groups.food_group(categories[row[1]], description),
        "source": SOURCE,
        "release": RELEASE,
    }


def _values(archives: Path | None) -> dict[str, dict[str, Row]]:
    columns = {str(n.sr_number): n.column for n in NUTRIENTS}
    columns |= {VITAMIN_D_IU: "vitamin_d_ug", ENERGY_KJ: "energy_kcal"}
    units = {row[0]: row[1] for row in _rows("NUTR_DEF", archives)}
    by_pint = {number: conversion(units[number], column) for number, column in columns.items()}
    derivations = {row[0]: row[1] for row in _rows("DERIV_CD", archives)}
    sources = {row[0]: row[1] for row in _rows("SRC_CD", archives)}
    found: dict[str, dict[str, Row]] = {number: {} for number in columns}
    for row in _rows("NUT_DATA", archives):
        number = row[1]
        if number not in columns or row[2] == "":
            continue
        told = (
            f"{row[6]}: {derivations[row[6]]}" if row[6] else f"source {row[5]}: {sources[row[5]]}"
        )
        found[number][f"sr28:{row[0]}"] = {
            "value": _scaled(float(row[2]), by_pint[number]),
            "n": int(float(row[3])) if row[3] else None,
            "se": _scaled(float(row[4]), by_pint[number]) if row[4] else None,
            "derivation": told,
            "added": row[5] == ADDED or row[8] == "Y",
        }
    return found


def _scaled(value: float, factor: float) -> float:
    return value if factor == 1.0 else value * factor


def _rows(name: str, archives: Path | None) -> list[list[str]]:
    return caret_rows(data_file(SR28, f"{SR28_FOLDER}{name}.txt", archives))
