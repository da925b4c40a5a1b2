"""The FNDDS At-A-Glance workbooks → foods and measures.

Three workbooks of one release in one folder: "… Foods and Beverages.xlsx", "… FNDDS Nutrient
Values.xlsx", "… Portions and Weights.xlsx". Each has one sheet: a title, a header, plain cells.
That is all that is read of the format (ECMA-376 part 1, 18.3 and 18.4), with the standard library.
"""

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from foods.build_sr28 import conversion
from foods.errors import TableError
from foods.release_files import Files
from foods.release_measures import Portion
from foods.release_rows import Contents, Row, code, derivations, number

GLANCE = "At A Glance"
WORKBOOKS = {
    "foods": "Foods and Beverages.xlsx",
    "nutrients": "FNDDS Nutrient Values.xlsx",
    "portions": "Portions and Weights.xlsx",
}
NUTRIENT_HEADERS = {
    "calcium_mg": "calcium",
    "magnesium_mg": "magnesium",
    "energy_kcal": "energy",
    "caffeine_mg": "caffeine",
    "vitamin_d_ug": "vitamin d (d2 + d3)",
    "vitamin_b12_ug": "vitamin b-12",
    "water_g": "water",
}
CODE = "food code"
DESCRIPTION = "main food description"
CATEGORY = "wweia category description"
HEADER_WITHIN = 10
_SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LETTERS = re.compile(r"[A-Z]+")


def find(folder: Path) -> dict[str, Path]:
    """Find the three workbooks in a folder.

    Args:
        folder: Where they lie.

    Returns:
        "foods", "nutrients", "portions" → path, of those that are there.
    """
    books = sorted(folder.glob(f"*{GLANCE}*.xlsx"))
    return {
        role: book for role, end in WORKBOOKS.items() for book in books if book.name.endswith(end)
    }


def years(books: dict[str, Path]) -> str:
    """Say which release workbooks are of, by their names; "" where they do not say."""
    told = {found[1] for b in books.values() if (found := re.match(r"(\d{4}-\d{4})\b", b.name))}
    return told.pop() if len(told) == 1 else ""


def read(books: dict[str, Path], source: str) -> Contents:
    """Read a release.

    Args:
        books: As `find` gives them.
        source: Table and release, for derivations.

    Returns:
        Its foods, sorted by code, with their measures.

    Raises:
        TableError: A workbook, a column or a food's nutrients are missing.
    """
    missing = [end for role, end in WORKBOOKS.items() if role not in books]
    if missing:
        raise TableError(
            f"The folder has no workbook {GLANCE} - {' or '.join(missing)}.",
            hint="Put the three workbooks of one release into one folder.",
            missing=missing,
        )
    values = {code(row[CODE]): row for row in rows(books["nutrients"], CODE)}
    portions: dict[str, list[Portion]] = defaultdict(list)
    named = ("portion description", "portion weight (g)")
    for row in rows(books["portions"], CODE, *named):
        grams = number(row[named[1]]) or 0.0
        portions[code(row[CODE])].append(Portion(row[named[0]].strip(), grams))
    units = _units(next(iter(values.values()), {}), books["nutrients"])
    contents = Contents()
    listed = {code(row[CODE]): row for row in rows(books["foods"], CODE, DESCRIPTION, CATEGORY)}
    for key, row in sorted(listed.items()):
        food: Row = {
            "code": key,
            "description": row[DESCRIPTION].strip(),
            "aliases": row.get("additional food description", "").strip(),
        }
        for column, (header, factor) in units.items():
            value = number(values.get(key, {}).get(header))
            food[column] = value if value is None or factor == 1.0 else value * factor
        derivations(food, source)
        contents.add(food, row[CATEGORY], portions[key])
    return contents


def rows(path: Path, *needed: str) -> Iterator[dict[str, str]]:
    """Read the first sheet of a workbook.

    Args:
        path: The workbook.
        needed: Headers that it must have, in lower case with single spaces.

    Yields:
        Each row below the header as header → text, blank cells as "".

    Raises:
        TableError: It is no workbook, or a header is missing.
    """
    try:
        with Files(path) as book:
            lines = _lines(book)
            header = _header(lines, path, needed)
            for line in lines:
                if any(line.values()):
                    yield {name: line.get(place, "") for place, name in header.items()}
    except (ET.ParseError, zipfile.BadZipFile, UnicodeDecodeError) as error:
        raise TableError(
            f"{path} is no workbook that can be read: {error}.",
            hint="Download it again, as .xlsx.",
            path=str(path),
        ) from error


def _header(lines: Iterator[dict[str, str]], path: Path, needed: tuple[str, ...]) -> dict[str, str]:
    seen: list[str] = []
    for _, line in zip(range(HEADER_WITHIN), lines, strict=False):
        named = {place: " ".join(text.split()).lower() for place, text in line.items()}
        seen = list(named.values())
        if set(needed) <= set(seen):
            return named
    raise TableError(
        f"{path} has no row with the headers {', '.join(needed)}.",
        hint="Is it the workbook as it was published?",
        path=str(path),
        headers=seen,
    )


def _units(sample: dict[str, str], path: Path) -> dict[str, tuple[str, float]]:
    found: dict[str, tuple[str, float]] = {}
    for column, name in NUTRIENT_HEADERS.items():
        for header in sample:
            stated = re.fullmatch(re.escape(name) + r"\s*\((\w+)\)", header)
            if stated is not None:
                found[column] = (header, conversion(stated[1], column))
    missing = [name for column, name in NUTRIENT_HEADERS.items() if column not in found]
    if missing:
        raise TableError(
            f"{path} has no column for {', '.join(missing)}.",
            hint="Is it the workbook as it was published?",
            missing=missing,
        )
    return found


def _lines(book: Files) -> Iterator[dict[str, str]]:
    texts = _shared(book)
    with book.open("sheet1.xml") as raw:
        for _, element in ET.iterparse(raw):  # noqa: S314 - expat bounds entities
            if element.tag == f"{_SPACE}row":
                yield {_place(cell): _text(cell, texts) for cell in element}
                element.clear()


def _shared(book: Files) -> list[str]:
    if "sharedStrings.xml" not in book:
        return []
    found = []
    with book.open("sharedStrings.xml") as raw:
        for _, element in ET.iterparse(raw):  # noqa: S314 - expat bounds entities
            if element.tag == f"{_SPACE}si":
                found.append(_joined(element))
                element.clear()
    return found


def _place(cell: "ET.Element[str]") -> str:
    letters = _LETTERS.match(cell.get("r", ""))
    return letters[0] if letters else ""


def _text(cell: "ET.Element[str]", texts: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return _joined(cell)
    value = cell.findtext(f"{_SPACE}v") or ""
    return texts[int(value)] if cell.get("t") == "s" else value


def _joined(element: "ET.Element[str]") -> str:
    return "".join(part.text or "" for part in element.iter(f"{_SPACE}t"))
