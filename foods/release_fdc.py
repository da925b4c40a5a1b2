"""A FoodData Central release in CSV → foods and measures.

Files and columns: USDA ARS, "FoodData Central Download: Field Descriptions" (October 2020) and the
headers of the releases themselves, which differ: FNDDS releases key food_nutrient.csv by the
older nutrient number (301) under the name nutrient_id, the others by the id (1087); the WWEIA
category is `wweia_category_number` or `wweia_category_code`.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from foods.errors import TableError
from foods.nutrients import MINERALS
from foods.release_files import Files
from foods.release_measures import UNDETERMINED, Portion, portion_of
from foods.release_rows import Contents, Row, Wanted, code, derivations, number, wanted

MAIN_FILES = {
    "fndds": "survey_fndds_food.csv",
    "sr": "sr_legacy_food.csv",
    "foundation": "foundation_food.csv",
}
NDB_DIGITS = 5
NAME_ATTRIBUTES = ("1000", "1001")
"""food_attribute types: common name, additional description."""
_NOT_AN_FDC_ID = 1000
"""FoodData Central numbers its nutrients from 1001; smaller ones are the older numbers."""


def years(files: Files) -> str:
    """Say which FNDDS a release is, by the survey years that its foods are valid for.

    Args:
        files: The release.

    Returns:
        "2017-2018", or "" where the release does not say.
    """
    for row in files.rows(MAIN_FILES["fndds"], "fdc_id", "food_code"):
        first, last = row.get("start_date", "")[:4], row.get("end_date", "")[:4]
        return f"{first}-{last}" if first.isdigit() and last.isdigit() else ""
    return ""


def newest(files: Files) -> str:
    """Give the newest publication date of a release's foods, ISO, "" where it has none."""
    own = {row["fdc_id"] for row in files.rows(MAIN_FILES["foundation"], "fdc_id")}
    rows = files.rows("food.csv", "fdc_id", "description")
    return max(
        (row.get("publication_date", "") for row in rows if row["fdc_id"] in own), default=""
    )


def read(files: Files, kind: str, source: str) -> Contents:
    """Read a release.

    Args:
        files: The release.
        kind: "fndds", "sr" or "foundation".
        source: Table and release, for derivations.

    Returns:
        Its foods, sorted by code, with their measures.

    Raises:
        TableError: A file or column is missing, or a code stands twice.
    """
    contents = Contents()
    main = {row["fdc_id"]: row for row in files.rows(MAIN_FILES[kind], "fdc_id")}
    foods = _newest_of_each(files, kind, main, contents)
    categories = _categories(files, kind)
    values = _values(files, foods, contents)
    portions = _portions(files, foods)
    aliases = _aliases(files, foods)
    for fdc_id, row in sorted(foods.items(), key=lambda pair: pair[1]["code"]):
        food: Row = {
            "code": row["code"],
            "description": row["description"].strip(),
            "aliases": "; ".join(aliases[fdc_id]),
            **values[fdc_id],
        }
        derivations(food, source)
        contents.add(food, categories.get(row["category"], ""), portions[fdc_id])
    return contents


def _newest_of_each(
    files: Files, kind: str, main: dict[str, dict[str, str]], contents: Contents
) -> dict[str, Row]:
    """Give fdc_id → code, description, category; of foods published again, the newest alone."""
    found: dict[str, Row] = {}
    holder: dict[str, tuple[str, str]] = {}
    for row in files.rows("food.csv", "fdc_id", "description"):
        own = main.get(row["fdc_id"])
        if own is None:
            continue
        made = _identity(kind, row, own)
        same = own.get("NDB_number") or made["code"]
        dated = (row.get("publication_date", ""), row["fdc_id"])
        older = holder.get(same)
        if older is not None:
            if kind != "foundation":
                raise TableError(
                    f"The code {made['code']} stands twice in {files.path}.",
                    hint="Is it one release, and not several put together?",
                    code=made["code"],
                )
            contents.count("foods_published_again")
            if dated < older:
                continue
            del found[older[1]]
        holder[same] = dated
        found[row["fdc_id"]] = made
    if not found:
        raise TableError(
            f"{files.path} has no food of the kind {kind!r}.",
            hint="Is it the release you named?",
            path=str(files.path),
        )
    return found


def _identity(kind: str, food: dict[str, str], own: dict[str, str]) -> Row:
    category = food.get("food_category_id", "")
    if kind == "fndds":
        stated = own.get("wweia_category_number") or own.get("wweia_category_code")
        return {
            "code": code(own.get("food_code", "")),
            "description": food["description"],
            "category": code(stated or category),
        }
    made = (
        code(own.get("NDB_number", "")).zfill(NDB_DIGITS) if kind == "sr" else code(own["fdc_id"])
    )
    return {"code": made, "description": food["description"], "category": code(category)}


def _categories(files: Files, kind: str) -> dict[str, str]:
    if kind != "fndds":
        rows = files.rows("food_category.csv", "id", "description")
        return {code(row["id"]): row["description"] for row in rows}
    return {
        code(row.get("wweia_food_category") or row.get("wweia_food_category_code", "")): row[
            "wweia_food_category_description"
        ]
        for row in files.rows("wweia_food_category.csv", "wweia_food_category_description")
    }


def _wanted(files: Files) -> dict[str, Wanted]:
    """Give nutrient_id as food_nutrient.csv may write it → what it is to us."""
    found: dict[str, Wanted] = {}
    for row in files.rows("nutrient.csv", "id", "unit_name", "nutrient_nbr"):
        made = wanted(int(row["id"]), row["unit_name"])
        if made is None:
            continue
        found[row["id"]] = made
        older = code(row["nutrient_nbr"])
        if older.isdigit() and int(older) < _NOT_AN_FDC_ID:
            found[older] = made
    missing = set(MINERALS) - {one.column for one in found.values()}
    if missing:
        raise TableError(
            f"nutrient.csv in {files.path} does not name {', '.join(sorted(missing))}.",
            hint="Is it an official release, unchanged?",
            missing=sorted(missing),
        )
    return found


def _values(files: Files, foods: dict[str, Row], contents: Contents) -> dict[str, Row]:
    names = _wanted(files)
    told = _derivations(files)
    found: dict[str, Row] = defaultdict(dict)
    ranks: dict[tuple[str, str], int] = {}
    for row in files.rows("food_nutrient.csv", "fdc_id", "nutrient_id", "amount"):
        one = names.get(row["nutrient_id"])
        fdc_id = row["fdc_id"]
        if one is None or fdc_id not in foods or row["amount"] == "":
            continue
        value = number(row["amount"])
        if value is None:
            contents.count("values_that_are_no_amount")
            continue
        if ranks.get((fdc_id, one.column), one.rank) < one.rank:
            continue
        ranks[fdc_id, one.column] = one.rank
        found[fdc_id][one.column] = one.of(value)
        if one.column in MINERALS:
            name = one.column.removesuffix("_mg")
            points = number(row.get("data_points"))
            found[fdc_id][f"{name}_n"] = None if points is None else int(points)
            found[fdc_id][f"{name}_derivation"] = told.get(row.get("derivation_id", ""))
    return found


def _derivations(files: Files) -> dict[str, str]:
    if "food_nutrient_derivation.csv" not in files:
        return {}
    rows = files.rows("food_nutrient_derivation.csv", "id", "code", "description")
    return {row["id"]: f"{row['code']}: {row['description']}" for row in rows}


def _portions(files: Files, foods: dict[str, Row]) -> dict[str, list[Portion]]:
    units = {row["id"]: row["name"] for row in files.rows("measure_unit.csv", "id", "name")}
    found: dict[str, list[tuple[float, Portion]]] = defaultdict(list)
    for row in files.rows("food_portion.csv", "fdc_id", "gram_weight", "modifier"):
        if row["fdc_id"] in foods:
            order = number(row.get("seq_num")) or 0.0
            found[row["fdc_id"]].append((order, _portion(row, units)))
    ordered = {
        fdc_id: [portion for _, portion in sorted(rows, key=lambda pair: pair[0])]
        for fdc_id, rows in found.items()
    }
    return defaultdict(list, ordered)


def _portion(row: dict[str, str], units: dict[str, str]) -> Portion:
    return portion_of(
        number(row["gram_weight"]) or 0.0,
        description=row.get("portion_description", "").strip(),
        amount=number(row.get("amount")),
        unit=units.get(row.get("measure_unit_id", ""), UNDETERMINED),
        modifier=row["modifier"].strip(),
    )


def _aliases(files: Files, foods: dict[str, Row]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in _attributes(files):
        value = row["value"].strip()
        own = row["fdc_id"] in foods and row["food_attribute_type_id"] in NAME_ATTRIBUTES
        if own and value and value not in found[row["fdc_id"]]:
            found[row["fdc_id"]].append(value)
    return found


def _attributes(files: Files) -> Iterator[dict[str, Any]]:
    if "food_attribute.csv" in files:
        yield from files.rows("food_attribute.csv", "fdc_id", "value", "food_attribute_type_id")
