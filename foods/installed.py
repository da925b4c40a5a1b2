"""Installed tables: the folder they stand in, side by side, and how they know bare codes.

A diary coded in FNDDS says 51180010, or 51180010.0 where a spreadsheet or R had it in hand; the
food's id is fndds1718:51180010. The ready factors hold both, so that a coded diary is one join.
"""

import contextlib
import functools
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from foods.composition import Food, FoodTable, Portion
from foods.errors import MgcaError, TableError
from foods.measures import Density, Measure
from foods.release_list import KINDS

META = "meta.json"
BUNDLED = "bundled"
_WHOLE = re.compile(r"(\d+)\.0+")


class InstalledTable(FoodTable):
    """A food table whose foods answer to `fndds1718:51180010`, `51180010` and `51180010.0`."""

    def __contains__(self, food_id: object) -> bool:
        return isinstance(food_id, str) and super().__contains__(self.food_id_of(food_id))

    def food(self, food_id: str) -> Food:
        """Look up one food by id or bare code; see `FoodTable.food`."""
        return super().food(self.food_id_of(food_id))

    def measures_of(self, food_id: str) -> tuple[Measure, ...]:
        """Give a food's measures by id or bare code; see `FoodTable.measures_of`."""
        return super().measures_of(self.food_id_of(food_id))

    def density_of(self, food_id: str) -> Density | None:
        """Give a food's density by id or bare code; see `FoodTable.density_of`."""
        return super().density_of(self.food_id_of(food_id))

    def layered(
        self,
        foods_frame: Any,
        measures_frame: Any = None,
        *,
        bounds: Mapping[tuple[str, str], tuple[float, float]] | None = None,
        dishes: Mapping[str, tuple[Portion, ...]] | None = None,
    ) -> "InstalledTable":
        """Lay own foods over this table; see `FoodTable.layered`."""
        both = super().layered(foods_frame, measures_frame, bounds=bounds, dishes=dishes)
        return InstalledTable(
            both.arrow(),
            both.measures_arrow(),
            folder=self._folder,
            own=both.own,
            bounds=both.bounds,
            dishes=both.dishes,
        )

    def food_id_of(self, text: str) -> str:
        """Give the food id that a code stands for.

        Args:
            text: A food id, or a bare code with or without ".0".

        Returns:
            The food id; the text itself where no food has that code.
        """
        found = _WHOLE.fullmatch(text)
        return self._codes.get(found[1] if found else text, text)

    @functools.cached_property
    def _codes(self) -> dict[str, str]:
        return {
            code: food_id
            for food_id in self
            if food_id not in self.own and not food_id.startswith("user:")
            for code in bare_codes(food_id)
        }


def bare_codes(food_id: str) -> tuple[str, ...]:
    """Give the codes that diaries write for a food.

    Args:
        food_id: "fndds1718:51180010", "sr:01001".

    Returns:
        The code, and the code without leading zeros where it has some: spreadsheets drop them.
    """
    code = food_id.partition(":")[2]
    short = code.lstrip("0")
    return (code,) if short in (code, "") else (code, short)


def with_bare_codes(factors: pa.Table) -> pa.Table:
    """Add to ready factors the same rows under the bare codes.

    Args:
        factors: Table of `FACTORS_SCHEMA`.

    Returns:
        The factors, sorted by food_id and unit.
    """
    rows: list[int] = []
    keys: list[str] = []
    for row, food_id in enumerate(factors["food_id"].to_pylist()):
        for code in bare_codes(food_id):
            rows.append(row)
            keys.append(code)
    bare = factors.take(pa.array(rows, pa.int64()))
    bare = bare.set_column(0, factors.schema.field("food_id"), pa.array(keys, pa.string()))
    both = pa.concat_tables([factors, bare])
    return both.sort_by([("food_id", "ascending"), ("unit", "ascending")])


def tables_folder() -> Path:
    """Give the folder that official tables are installed in; it need not exist."""
    from platformdirs import user_data_path  # slow to import

    return user_data_path("mgca", appauthor=False) / "foods"


def installed(folder: str | Path | None = None) -> dict[str, dict[str, Any]]:
    """List the installed tables.

    Args:
        folder: Where they are; the user's own when None.

    Returns:
        Name → what its `meta.json` says, sorted by name.
    """
    root = tables_folder() if folder is None else Path(folder)
    mend(root)
    found = {}
    for meta in sorted(root.glob(f"*/{META}")) if root.is_dir() else []:
        if not meta.parent.name.startswith("."):
            found[meta.parent.name] = json.loads(meta.read_text(encoding="utf-8"))
    return found


def open_table(name: str, folder: str | Path | None = None) -> FoodTable:
    """Open a table by name.

    Args:
        name: "bundled", or an installed one.
        folder: Where installed tables are; the user's own when None.

    Returns:
        The table.

    Raises:
        TableError: No table of that name is there.
    """
    if name == BUNDLED:
        return FoodTable.bundled()
    root = tables_folder() if folder is None else Path(folder)
    there = installed(root)
    if name not in there:
        kind, _, label = name.partition("-")
        known = kind in KINDS and label
        raise TableError(
            f"There is no food table {name!r}; there is {', '.join((BUNDLED, *there))}.",
            hint=f"Install it: mgca foods build {kind} --release {label}."
            if known
            else "Install official tables with: mgca foods build fndds|sr|foundation|all.",
            name=name,
            tables=[BUNDLED, *there],
        )
    return open_folder(root / name)


def open_folder(folder: str | Path) -> FoodTable:
    """Open the table in a folder: one that knows bare codes where it is an installed one.

    Args:
        folder: Holds foods.parquet, measures.parquet and factors.parquet.

    Raises:
        TableError: A file is missing, damaged, or of another schema version.
    """
    kind = InstalledTable if (Path(folder) / META).is_file() else FoodTable
    return kind.load(folder)


def mend(root: Path) -> None:
    """Finish replacements that were cut short: the new table where it is whole, else the old.

    Args:
        root: Folder of the installed tables.
    """
    for previous in sorted(root.glob(".*.previous")) if root.is_dir() else []:
        name = previous.name.removeprefix(".").removesuffix(".previous")
        draft = root / f".{name}.new"
        if not (root / name).exists():
            # Whoever renames first has done it for both.
            with contextlib.suppress(FileNotFoundError):
                (draft if (draft / META).is_file() else previous).rename(root / name)


@contextlib.contextmanager
def replacing(root: Path, name: str) -> Iterator[Path]:
    """Give a folder to write into, which takes the place of a table once it is whole.

    Args:
        root: Folder of the installed tables; made where it is missing.
        name: Name of the table.

    Yields:
        The draft; `meta.json` must be written into it last.

    Raises:
        TableError: The folder cannot be written.
    """
    mend(root)
    draft, previous = root / f".{name}.new", root / f".{name}.previous"
    try:
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        yield draft
        shutil.rmtree(previous, ignore_errors=True)
        if (root / name).exists():
            (root / name).rename(previous)
        draft.rename(root / name)
        shutil.rmtree(previous, ignore_errors=True)
    except OSError as error:
        if isinstance(error, MgcaError):
            raise
        raise TableError(
            f"{root / name} cannot be written: {error.strerror or error}.",
            hint="Is there room, may you write there, is another build at work?",
            path=str(root / name),
        ) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
