"""Small releases in the exact shape of FoodData Central's downloads, for a few foods.

Columns and oddities are the official ones: quoted cells, a folder inside the zip, FNDDS keyed by
the older nutrient numbers under the name nutrient_id, NDB numbers without their leading zero,
samples beside the foods, energy of Foundation Foods by Atwater factors alone. Values of FNDDS
2017-2018 and SR Legacy are USDA's own; ids of single rows are made up.
"""

import csv
import io
import zipfile
from xml.sax.saxutils import escape

FOOD = ["fdc_id", "data_type", "description", "food_category_id", "publication_date"]
NUTRIENT = ["id", "name", "unit_name", "nutrient_nbr", "rank"]
FOOD_NUTRIENT = [
    *("id", "fdc_id", "nutrient_id", "amount", "data_points", "derivation_id", "min", "max"),
    *("median", "footnote", "min_year_acquired"),
]
PORTION = [
    *("id", "fdc_id", "seq_num", "amount", "measure_unit_id", "portion_description", "modifier"),
    *("gram_weight", "data_points", "footnote", "min_year_acquired"),
]
NUTRIENTS = [
    ["1008", "Energy", "KCAL", "208", "300.0"],
    ["1062", "Energy", "kJ", "268", "400.0"],
    ["2047", "Energy (Atwater General Factors)", "KCAL", "957", "280.0"],
    ["2048", "Energy (Atwater Specific Factors)", "KCAL", "958", "290.0"],
    ["1051", "Water", "G", "255", "100.0"],
    ["1057", "Caffeine", "MG", "262", "18300.0"],
    ["1087", "Calcium, Ca", "MG", "301", "5300.0"],
    ["1089", "Iron, Fe", "MG", "303", "5400.0"],
    ["1090", "Magnesium, Mg", "MG", "304", "5500.0"],
    ["1110", "Vitamin D (D2 + D3), International Units", "IU", "324", "8650.0"],
    ["1114", "Vitamin D (D2 + D3)", "UG", "328", "8700.0"],
    ["1178", "Vitamin B-12", "UG", "418", "7300.0"],
]
DERIVATIONS = [["1", "A", "Analytical"], ["49", "NC", "Calculated"]]
UNITS = [["1000", "cup"], ["1001", "tablespoon"], ["9999", "undetermined"]]


def cells(header, rows):
    """Return a CSV file as USDA writes it: every cell quoted."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()


def values(*rows):
    """Return food_nutrient.csv: (fdc_id, nutrient, amount, data points, derivation)."""
    filled = [
        [str(900_000 + n), fdc, nutrient, amount, points, derivation, "", "", "", "", ""]
        for n, (fdc, nutrient, amount, points, derivation) in enumerate(rows)
    ]
    return cells(FOOD_NUTRIENT, filled)


def portions(*rows):
    """Return food_portion.csv: (fdc_id, seq, amount, unit, description, modifier, grams)."""
    filled = [[str(80_000 + n), *row, "", "", ""] for n, row in enumerate(rows)]
    return cells(PORTION, filled)


def fndds(category="wweia_category_number", first="2017", last="2018"):
    """Return FNDDS: milk, human milk, a bagel, a drink, cereal."""
    foods = {
        "1097510": ("11000000", "Milk, human", "9602"),
        "1097512": ("11111000", "Milk, whole", "1002"),
        "1100300": ("51180010", "Bagel", "4206"),
        "1104300": ("95103000", "Nutritional drink or shake, ready-to-drink (Ensure)", "7802"),
    }
    stated = {
        "1097510": {"208": 70, "301": 32, "304": 3, "262": 0, "255": 87.5, "328": 0.1, "418": 0.05},
        "1097512": {"208": 60, "301": 123, "304": 12, "262": 0, "255": 88.1, "328": 1.1},
        "1100300": {"208": 264, "301": 110, "303": 4.8, "304": 22},
        "1104300": {"208": 105, "301": 126},
    }
    names = [["1002", "Milk, whole"], ["4206", "Bagels and English muffins"]]
    names += [["7802", "Nutritional beverages"], ["9602", "Human milk"]]
    wweia = "wweia_food_category" + ("_code" if category.endswith("number") else "")
    return {
        "food.csv": cells(
            FOOD,
            [
                [fdc, "survey_fndds_food", text, number, "2020-10-30"]
                for fdc, (_, text, number) in foods.items()
            ],
        ),
        "survey_fndds_food.csv": cells(
            ["fdc_id", "food_code", category, "start_date", "end_date"],
            [
                [fdc, code, number, f"{first}-01-01", f"{last}-12-31"]
                for fdc, (code, _, number) in foods.items()
            ],
        ),
        "wweia_food_category.csv": cells([wweia, "wweia_food_category_description"], names),
        "nutrient.csv": cells(NUTRIENT, NUTRIENTS),
        "food_nutrient.csv": values(
            *(
                (fdc, number, str(amount), "", "")
                for fdc, amounts in stated.items()
                for number, amount in amounts.items()
            )
        ),
        "food_portion.csv": portions(
            ("1097510", "1", "", "9999", "1 cup", "10205", "246.0"),
            ("1097510", "2", "", "9999", "Quantity not specified", "90000", "0.0"),
            ("1097512", "4", "", "9999", "Quantity not specified", "90000", "244.0"),
            ("1097512", "1", "", "9999", "1 cup", "10205", "244.0"),
            ("1097512", "2", "", "9999", "1 fl oz", "30000", "30.5"),
            ("1100300", "1", "", "9999", '1 medium (3-1/2" dia)', "61000", "105.0"),
            ("1100300", "2", "", "9999", "1/2 bagel", "61001", "52.5"),
            ("1104300", "1", "", "9999", "1 cup, NFS", "10205", "253.0"),
        ),
        "measure_unit.csv": cells(["id", "name"], UNITS),
        "food_attribute.csv": cells(
            ["id", "fdc_id", "seq_num", "food_attribute_type_id", "name", "value"],
            [
                ["1", "1097512", "1", "1001", "Additional Description", "leche fresca"],
                ["2", "1097512", "2", "999", "WWEIA Category number", "1002"],
            ],
        ),
    }


def sr_legacy():
    """Return SR Legacy: butter (its NDB number has lost its zero), spinach, a food without Mg."""
    return {
        "food.csv": cells(
            FOOD,
            [
                ["173410", "sr_legacy_food", "Butter, salted", "1", "2019-04-01"],
                ["168462", "sr_legacy_food", "Spinach, raw", "11", "2019-04-01"],
                ["172000", "sr_legacy_food", "Pepper, banana, raw", "11", "2019-04-01"],
            ],
        ),
        "sr_legacy_food.csv": cells(
            ["fdc_id", "NDB_number"], [["173410", "1001"], ["168462", "11457"], ["172000", "11976"]]
        ),
        "food_category.csv": cells(
            ["id", "code", "description"],
            [
                ["1", "0100", "Dairy and Egg Products"],
                ["11", "1100", "Vegetables and Vegetable Products"],
            ],
        ),
        "nutrient.csv": cells(NUTRIENT, NUTRIENTS),
        "food_nutrient_derivation.csv": cells(["id", "code", "description"], DERIVATIONS),
        "food_nutrient.csv": values(
            ("173410", "1008", "717", "0", "49"),
            ("173410", "1062", "2999", "0", "49"),
            ("173410", "1087", "24", "18", "1"),
            ("173410", "1090", "2", "18", "1"),
            ("168462", "1087", "99", "9", "1"),
            ("168462", "1090", "79", "9", "1"),
            ("168462", "1114", "0", "0", "49"),
            ("172000", "1087", "14", "1", "1"),
            ("172000", "1090", "", "", ""),
        ),
        "food_portion.csv": portions(
            ("173410", "1", "1.0", "9999", "", 'pat (1" sq, 1/3" high)', "5.0"),
            ("173410", "2", "1.0", "9999", "", "tbsp", "14.2"),
            ("173410", "3", "1.0", "9999", "", "cup", "227.0"),
            ("168462", "1", "1.0", "9999", "", "cup", "30.0"),
            ("168462", "2", "0.5", "9999", "", "bunch", "170.0"),
        ),
        "measure_unit.csv": cells(["id", "name"], UNITS),
    }


def foundation():
    """Return Foundation Foods: hummus twice (published again), and a sample of it."""
    return {
        "food.csv": cells(
            FOOD,
            [
                ["321358", "foundation_food", "Hummus, commercial", "16", "2019-04-01"],
                ["319874", "sample_food", "HUMMUS, SABRA CLASSIC", "16", "2019-04-01"],
                ["2700001", "foundation_food", "Hummus, commercial", "16", "2025-12-18"],
            ],
        ),
        "foundation_food.csv": cells(
            ["fdc_id", "NDB_number", "footnote"],
            [["321358", "16158", ""], ["2700001", "16158", ""]],
        ),
        "food_category.csv": cells(
            ["id", "code", "description"], [["16", "1600", "Legumes and Legume Products"]]
        ),
        "nutrient.csv": cells(NUTRIENT, NUTRIENTS),
        "food_nutrient_derivation.csv": cells(["id", "code", "description"], DERIVATIONS),
        "food_nutrient.csv": values(
            ("321358", "1087", "38", "8", "1"),
            ("319874", "1087", "99", "1", "1"),
            ("2700001", "2047", "243", "", "49"),
            ("2700001", "2048", "229", "", "49"),
            ("2700001", "1087", "41.2", "8", "1"),
            ("2700001", "1090", "71.1", "8", "1"),
        ),
        "food_portion.csv": portions(
            ("2700001", "1", "2.0", "1001", "", "", "33.9"),
            ("2700001", "2", "1.0", "1000", "", "whipped", "246.0"),
        ),
        "measure_unit.csv": cells(["id", "name"], UNITS),
    }


def zipped(files, folder="FoodData_Central_csv/"):
    """Return the files as one zip, in a folder as the official ones have it."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(zipfile.ZipInfo(folder + name, (2020, 10, 30, 0, 0, 0)), body)
    return content.getvalue()


def bomb(size=20_000_000):
    """Return a zip of a few kilobytes that unpacks to `size` bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("food.csv", b"0" * size)
    return content.getvalue()


def workbook(rows):
    """Return an .xlsx of one sheet: texts shared, numbers as such, blank cells left out."""
    texts = list(dict.fromkeys(cell for row in rows for cell in row if isinstance(cell, str)))
    lines = []
    for n, row in enumerate(rows, start=1):
        made = []
        for place, cell in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", row, strict=False):
            if isinstance(cell, str):
                made.append(f'<c r="{place}{n}" t="s"><v>{texts.index(cell)}</v></c>')
            elif cell is not None:
                made.append(f'<c r="{place}{n}"><v>{cell}</v></c>')
        lines.append(f'<row r="{n}">{"".join(made)}</row>')
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{space}">{shared}</sst>')
        archive.writestr(
            "xl/worksheets/sheet1.xml",
            f'<worksheet xmlns="{space}"><sheetData>{"".join(lines)}</sheetData></worksheet>',
        )
    return content.getvalue()


def glance():
    """Return the three At-A-Glance workbooks of FNDDS 2017-2018, file name → content."""
    first = ["Food code", "Main food description"]
    category = ["WWEIA Category number", "WWEIA Category description"]
    milk = [11111000, "Milk, whole"]
    bagel = [51180010, "Bagel"]
    return {
        "2017-2018 FNDDS At A Glance - Foods and Beverages.xlsx": workbook(
            [
                ["Food and Nutrient Database for Dietary Studies"],
                [*first, "Additional food description", *category],
                [*milk, "leche fresca", 1002, "Milk, whole"],
                [*bagel, None, 4206, "Bagels and English muffins"],
            ]
        ),
        "2017-2018 FNDDS At A Glance - FNDDS Nutrient Values.xlsx": workbook(
            [
                ["Food and Nutrient Database for Dietary Studies"],
                [
                    *(*first, *category, "Energy (kcal)", "Calcium (mg)", "Magnesium\n(mg)"),
                    *("Vitamin B-12 (mcg)", "Added Vitamin B-12\n(mcg)"),
                    *("Vitamin D (D2 + D3) (mcg)", "Caffeine (mg)", "Water\n(g)"),
                ],
                [*milk, 1002, "Milk, whole", 60, 123, 12, 0.54, 0, 1.1, 0, 88.1],
                [*bagel, 4206, "Bagels and English muffins", 264, 110, 22, 0, 0, 0, 0, None],
            ]
        ),
        "2017-2018 FNDDS At A Glance - Ingredient Nutrient Values.xlsx": b"not read",
        "2017-2018 FNDDS At A Glance - Portions and Weights.xlsx": workbook(
            [
                ["Food and Nutrient Database for Dietary Studies"],
                [*first, *category, "Seq num", "Portion description", "Portion weight\n(g)"],
                [*milk, 1002, "Milk, whole", 1, "1 cup", 244],
                [*milk, 1002, "Milk, whole", 6, "Quantity not specified", 244],
                [*bagel, 4206, "Bagels and English muffins", 1, "1/2 bagel", 52.5],
                [*bagel, 4206, "Bagels and English muffins", 4, "Quantity not specified", 0],
            ]
        ),
    }
