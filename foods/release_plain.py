"""FNDDS as two plain CSV files, foods.csv and portions.csv → foods and measures.

foods.csv: `food_code, description`, optional `wweia_category_desc` and `additional_description`,
and nutrients per 100 g under this program's own column names. portions.csv: `food_code, portion,
grams`, optional `subcode_desc` (the brand that a portion is of).
"""

from collections import defaultdict

from foods.nutrients import COLUMNS
from foods.release_files import Files
from foods.release_measures import Portion
from foods.release_rows import Contents, Row, code, derivations, number

FOODS, PORTIONS = "foods.csv", "portions.csv"


def read(files: Files, source: str) -> Contents:
    """Read a release.

    Args:
        files: The two files.
        source: Table and release, for derivations.

    Returns:
        Its foods, sorted by code, with their measures.

    Raises:
        TableError: A file or column is missing.
    """
    portions: dict[str, list[Portion]] = defaultdict(list)
    for row in files.rows(PORTIONS, "food_code", "portion", "grams"):
        brand = row.get("subcode_desc", "").strip()
        text = f"{row['portion'].strip()}, {brand}" if brand else row["portion"].strip()
        portions[code(row["food_code"])].append(Portion(text, number(row["grams"]) or 0.0))
    listed = files.rows(FOODS, "food_code", "description", "calcium_mg", "magnesium_mg")
    contents = Contents()
    for row in sorted(listed, key=lambda row: code(row["food_code"])):
        food: Row = {
            "code": code(row["food_code"]),
            "description": row["description"].strip(),
            "aliases": row.get("additional_description", "").strip(),
            **{column: number(row.get(column)) for column in COLUMNS},
        }
        derivations(food, source)
        contents.add(food, row.get("wweia_category_desc", ""), portions[food["code"]])
    return contents
