"""The food table: load, layer, look up, provenance.

Built on pyarrow alone, so that opening it and reading one food costs milliseconds; pandas is
imported only where somebody asks for a frame.
"""

import functools
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from foods.densities import density_rules
from foods.errors import TableError, UnknownFoodError
from foods.measures import Density, Measure
from foods.nutrients import COLUMNS

if TYPE_CHECKING:
    import pandas as pd

SCHEMA_VERSION = "1"
DATA = Path(__file__).parent / "data"

FOODS_SCHEMA = pa.schema(
    [
        ("food_id", pa.string()),
        ("description", pa.string()),
        ("aliases", pa.string()),
        ("food_group", pa.string()),
        *((column, pa.float64()) for column in COLUMNS),
        ("calcium_n", pa.int32()),
        ("calcium_se", pa.float64()),
        ("calcium_derivation", pa.string()),
        ("magnesium_n", pa.int32()),
        ("magnesium_se", pa.float64()),
        ("magnesium_derivation", pa.string()),
        ("fortified", pa.bool_()),
        ("source", pa.string()),
        ("release", pa.string()),
    ]
)
"""Nutrients per 100 g; null is unknown, zero is zero."""

MEASURES_SCHEMA = pa.schema(
    [
        ("food_id", pa.string()),
        ("measure", pa.string()),
        ("grams", pa.float64()),
        ("source", pa.string()),
    ]
)

FACTORS_SCHEMA = pa.schema(
    [
        ("food_id", pa.string()),
        ("unit", pa.string()),
        ("grams", pa.float64()),
        *((column, pa.float64()) for column in COLUMNS),
        ("amount_status", pa.string()),
    ]
)
"""Grams and nutrients of ONE unit."""


@dataclass(frozen=True, slots=True)
class Food:
    """One food; nutrients per 100 g of edible portion, None where unknown.

    Attributes:
        food_id: "sr28:11457", "foundation:…", "fndds2123:…", "srlegacy:…", "user:…".
        description: The source's own description.
        aliases: Other names, joined by "; ".
        food_group: One of `foods.groups.food_groups()`.
        calcium_mg: Calcium [mg/100 g].
        magnesium_mg: Magnesium [mg/100 g].
        energy_kcal: Energy [kcal/100 g].
        caffeine_mg: Caffeine [mg/100 g].
        vitamin_d_ug: Vitamin D (D2 + D3) [µg/100 g].
        vitamin_b12_ug: Vitamin B12 [µg/100 g].
        water_g: Water [g/100 g].
        calcium_n: Number of analysed samples behind the calcium; 0 where it was not analysed.
        calcium_se: Standard error of the calcium [mg/100 g].
        calcium_derivation: How the calcium was come by.
        magnesium_n: Number of analysed samples behind the magnesium; 0 as above.
        magnesium_se: Standard error of the magnesium [mg/100 g].
        magnesium_derivation: How the magnesium was come by.
        fortified: Whether calcium or magnesium was added; None where it cannot be told.
        source: The table it comes from.
        release: That table's release.
    """

    food_id: str
    description: str
    aliases: str
    food_group: str
    calcium_mg: float | None
    magnesium_mg: float | None
    energy_kcal: float | None
    caffeine_mg: float | None
    vitamin_d_ug: float | None
    vitamin_b12_ug: float | None
    water_g: float | None
    calcium_n: int | None
    calcium_se: float | None
    calcium_derivation: str | None
    magnesium_n: int | None
    magnesium_se: float | None
    magnesium_derivation: str | None
    fortified: bool | None
    source: str
    release: str


@dataclass(frozen=True)
class Portion:
    """What one ingredient gives to an amount of a dish.

    Attributes:
        name: What the cook calls it.
        food_id: The food; None where it is in no table.
        grams: Its weight, as it went in or as cooked [g]; None where it is not known.
    """

    name: str
    food_id: str | None
    grams: float | None


class FoodTable:
    """Foods and their household measures, read-only.

    Args:
        foods: Table of `FOODS_SCHEMA`.
        measures: Table of `MEASURES_SCHEMA`; the rows of one food stand together.
        folder: Where the files lie; None for a table made in memory.
        own: Ids of the foods that were layered on top.
        bounds: ``(food_id, nutrient column)`` → least and most per 100 g of an own food whose
            value a label rounded.
        dishes: Id of an own dish → what its ingredients give to 100 g of it.
    """

    def __init__(
        self,
        foods: pa.Table,
        measures: pa.Table,
        *,
        folder: Path | None = None,
        own: frozenset[str] = frozenset(),
        bounds: Mapping[tuple[str, str], tuple[float, float]] | None = None,
        dishes: Mapping[str, tuple[Portion, ...]] | None = None,
    ) -> None:
        self._foods = foods
        self._measures = measures
        self._folder = folder
        self.own = own
        self.bounds = dict(bounds or {})
        self.dishes = dict(dishes or {})
        self._rows = {food_id: row for row, food_id in enumerate(foods["food_id"].to_pylist())}

    @staticmethod
    def bundled() -> "FoodTable":
        """Give the table that ships with the program, opened once."""
        return _bundled()

    @classmethod
    def load(cls, folder: str | Path) -> "FoodTable":
        """Open the table in a folder.

        Args:
            folder: Holds foods.parquet, measures.parquet and factors.parquet.

        Returns:
            The table.

        Raises:
            TableError: A file is missing, damaged, or of another schema version.
        """
        folder = Path(folder)
        foods = _read(folder / "foods.parquet", FOODS_SCHEMA)
        measures = _read(folder / "measures.parquet", MEASURES_SCHEMA)
        return cls(foods, measures, folder=folder)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, food_id: object) -> bool:
        return food_id in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def food(self, food_id: str) -> Food:
        """Look up one food.

        Args:
            food_id: Its id.

        Returns:
            The food.

        Raises:
            UnknownFoodError: The table has no such food.
        """
        row = self._row(food_id)
        return Food(**{name: self._foods[name][row].as_py() for name in FOOD_FIELDS})

    def measures_of(self, food_id: str) -> tuple[Measure, ...]:
        """Give a food's household measures, as the source orders them.

        Args:
            food_id: Its id.

        Returns:
            The measures; empty where the source states none.

        Raises:
            UnknownFoodError: The table has no such food.
        """
        self._row(food_id)
        start, stop = self._measure_rows.get(food_id, (0, 0))
        rows = self._measures.slice(start, stop - start).to_pylist()
        return tuple(Measure(**row) for row in rows)

    def density_of(self, food_id: str) -> Density | None:
        """Give a food's density from `data/densities.csv`.

        Args:
            food_id: Its id.

        Returns:
            The density and its source, None where none is on record.

        Raises:
            UnknownFoodError: The table has no such food.
        """
        row = self._row(food_id)
        group = self._foods["food_group"][row].as_py()
        description = self._foods["description"][row].as_py()
        for rule in density_rules():
            if rule.fits(food_id, group, description):
                return rule.density
        return None

    def layered(
        self,
        foods_frame: Any,
        measures_frame: Any = None,
        *,
        bounds: Mapping[tuple[str, str], tuple[float, float]] | None = None,
        dishes: Mapping[str, tuple[Portion, ...]] | None = None,
    ) -> "FoodTable":
        """Lay own foods over this table.

        Args:
            foods_frame: Own foods as any dataframe; needs `food_id` ("user:…"), `description`
                and `food_group`; nutrient columns per 100 g; columns left out are unknown.
            measures_frame: Their measures (`food_id`, `measure`, `grams` of one).
            bounds: Least and most per 100 g by own food and nutrient column.
            dishes: What the ingredients of own dishes give to 100 g.

        Returns:
            A new table that has both.

        Raises:
            TableError: A food is there already or twice, a column is missing, a measure is of
                no own food or weighs nothing.
        """
        own = _conformed(foods_frame, FOODS_SCHEMA, needed=("food_id", "description"))
        ids = own["food_id"].to_pylist()
        taken = sorted({i for i in ids if i in self._rows} | _repeated(ids))
        if taken:
            raise TableError(
                f"Own foods would replace foods that are there: {', '.join(taken)}.",
                hint="Give them ids of their own, such as user:my-bread.",
                food_ids=taken,
            )
        measures = self._measures
        if measures_frame is not None:
            added = _conformed(measures_frame, MEASURES_SCHEMA, needed=("food_id", "measure"))
            _check_measures(added, set(ids))
            measures = pa.concat_tables([measures, added.sort_by("food_id")])
        return FoodTable(
            pa.concat_tables([self._foods, own]),
            measures,
            folder=self._folder,
            own=self.own | frozenset(ids),
            bounds=self.bounds | dict(bounds or {}),
            dishes=self.dishes | dict(dishes or {}),
        )

    def arrow(self) -> pa.Table:
        """Give all foods as a pyarrow table of `FOODS_SCHEMA`."""
        return self._foods

    def measures_arrow(self) -> pa.Table:
        """Give all measures as a pyarrow table of `MEASURES_SCHEMA`."""
        return self._measures

    def frame(self) -> "pd.DataFrame":
        """Give all foods as a pandas frame; nutrients per 100 g."""
        frame: pd.DataFrame = self._foods.to_pandas()
        return frame

    @property
    def factors_path(self) -> Path:
        """Where factors.parquet lies; it has the foods of the folder, not the own ones.

        Raises:
            TableError: This table was made in memory.
        """
        if self._folder is None:
            raise TableError(
                "This food table has no folder, so it has no ready factors.",
                hint="Make them with foods.factors.factors(table, food_ids).",
            )
        return self._folder / "factors.parquet"

    def info(self) -> dict[str, Any]:
        """Say what is in the table: releases, counts, hashes of its files.

        Returns:
            `schema_version`, `foods`, `measures`, `own_foods`, `calcium_known`,
            `magnesium_known`, `releases` (source → release and foods), `files` (name → sha256).
        """
        pairs = zip(
            self._foods["source"].to_pylist(), self._foods["release"].to_pylist(), strict=True
        )
        counts = Counter(pairs)
        files = sorted(self._folder.glob("*.parquet")) if self._folder is not None else []
        return {
            "schema_version": SCHEMA_VERSION,
            "foods": len(self),
            "own_foods": len(self.own),
            "measures": self._measures.num_rows,
            "calcium_known": len(self) - self._foods["calcium_mg"].null_count,
            "magnesium_known": len(self) - self._foods["magnesium_mg"].null_count,
            "releases": {
                source: {"release": release, "foods": count}
                for (source, release), count in sorted(counts.items())
            },
            "files": {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files},
        }

    def _row(self, food_id: str) -> int:
        row = self._rows.get(food_id)
        if row is None:
            raise UnknownFoodError(
                f"There is no food {food_id!r} in the table.",
                hint="Search for it by name, or check the id's spelling.",
                food_id=food_id,
            )
        return row

    @functools.cached_property
    def _measure_rows(self) -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = {}
        for row, food_id in enumerate(self._measures["food_id"].to_pylist()):
            start, _ = found.get(food_id, (row, row))
            found[food_id] = (start, row + 1)
        return found


OWN_TEXTS = {
    "aliases": "",
    "food_group": "own foods",
    "source": "own entry",
    "release": "own entry",
}
FOOD_FIELDS = tuple(field.name for field in fields(Food))


@functools.cache
def _bundled() -> FoodTable:
    return FoodTable.load(DATA)


def _read(path: Path, schema: pa.Schema) -> pa.Table:
    try:
        with pq.ParquetFile(path) as file:  # read_table would import pandas
            table = file.read()
    except (OSError, pa.ArrowInvalid) as error:
        raise TableError(
            f"{path} cannot be read: {error}.",
            hint="Build the tables again: python -m foods.build.",
            path=str(path),
        ) from error
    version = (table.schema.metadata or {}).get(b"schema_version", b"").decode()
    if version != SCHEMA_VERSION or table.schema.names != schema.names:
        raise TableError(
            f"{path} has schema version {version or 'none'}; this program reads {SCHEMA_VERSION}.",
            hint="Build the tables again: python -m foods.build.",
            path=str(path),
        )
    # Casting would import pyarrow.compute, a tenth of a second.
    plain = table.replace_schema_metadata()
    return plain if plain.schema.equals(schema) else table.cast(schema)


def _conformed(frame: Any, schema: pa.Schema, *, needed: tuple[str, ...]) -> pa.Table:
    table = frame if isinstance(frame, pa.Table) else pa.table(frame)
    missing = [name for name in needed if name not in table.column_names]
    if missing:
        raise TableError(
            f"Own foods lack the columns {', '.join(missing)}; they have "
            f"{', '.join(table.column_names)}.",
            hint="Name the columns as docs/nomenclature.md does.",
            missing=missing,
        )
    columns = [
        table[field.name].cast(field.type)
        if field.name in table.column_names
        else pa.nulls(table.num_rows, field.type)
        for field in schema
    ]
    return _filled(pa.table(columns, schema=schema))


def _filled(table: pa.Table) -> pa.Table:
    for name, text in OWN_TEXTS.items():
        if name in table.column_names:
            place = table.column_names.index(name)
            table = table.set_column(place, table.schema.field(name), table[name].fill_null(text))
    return table


def _repeated(ids: list[str]) -> set[str]:
    return {food_id for food_id, count in Counter(ids).items() if count > 1}


def _check_measures(measures: pa.Table, ids: set[str]) -> None:
    wrong = [
        f"{row['food_id']} {row['measure']} = {row['grams']}"
        for row in measures.to_pylist()
        if row["food_id"] not in ids or not row["grams"] or not 0 < row["grams"] < float("inf")
    ]
    if wrong:
        raise TableError(
            f"These measures are of no own food or weigh nothing: {'; '.join(wrong)}.",
            hint="Give each measure the id of an own food and grams above zero.",
            measures=wrong,
        )


__all__ = ["FACTORS_SCHEMA", "FOODS_SCHEMA", "MEASURES_SCHEMA", "Food", "FoodTable", "Portion"]
