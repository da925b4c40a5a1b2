"""Releases → tables: foods, measures, factors, revisions; built again, the same bytes.

    python -m foods.build --archives DIR --out DIR

DIR holds the two archives that `foods/data/SOURCES.md` names; without it the packages installed
in this environment are read.
"""

import argparse
import csv
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from foods import build_newer, build_sr28
from foods.composition import (
    DATA,
    FOODS_SCHEMA,
    MEASURES_SCHEMA,
    SCHEMA_VERSION,
    FoodTable,
)
from foods.errors import MgcaError
from foods.factors import factors

Row = dict[str, Any]
REVISION_COLUMNS = ("food_id", "column", "old_value", "old_source", "new_value", "new_source")


def build(archives: str | Path | None, out: str | Path) -> dict[str, int]:
    """Build the tables from the two packages.

    Args:
        archives: Folder with the archives or the unpacked packages; None reads the installed
            packages.
        out: Folder to write to; made where it is missing.

    Returns:
        Rows written, by file name.

    Raises:
        TableError: A source is missing or is not the one with the recorded hash.
    """
    archives = Path(archives) if archives is not None else None
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    sr28 = build_sr28.foods(archives)
    legacy = build_newer.rows(archives, "sr_legacy_food")
    revisions, alone = build_newer.revise(sr28, legacy)
    foundation = build_newer.rows(archives, "foundation_food")
    fndds = build_newer.rows(archives, "survey_fndds_food")
    foods = as_table([*sr28.values(), *alone, *foundation, *fndds], FOODS_SCHEMA)
    portions = [*build_sr28.measures(archives), *build_newer.measures(foundation)]
    measures = as_table(sorted(portions, key=lambda row: row["food_id"]), MEASURES_SCHEMA)
    table = FoodTable(foods, measures)
    write_table(foods, out / "foods.parquet")
    write_table(measures, out / "measures.parquet")
    ready = factors(table, table)
    write_table(ready, out / "factors.parquet")
    _write_revisions(revisions, out / "revisions.csv")
    from foods.search_index import build_index

    build_index(out)
    return {
        "foods.parquet": foods.num_rows,
        "measures.parquet": measures.num_rows,
        "factors.parquet": ready.num_rows,
        "revisions.csv": len(revisions),
    }


def main(arguments: list[str] | None = None) -> int:
    """Run the build from the command line.

    Args:
        arguments: Command-line arguments; None takes the process's own.

    Returns:
        Exit code: 0 done, 1 could not be built.
    """
    parser = argparse.ArgumentParser(prog="python -m foods.build", description=__doc__)
    parser.add_argument("--archives", type=Path, help="folder with the two archives")
    parser.add_argument("--out", type=Path, default=DATA, help="folder to write to")
    chosen = parser.parse_args(arguments)
    try:
        written = build(chosen.archives, chosen.out)
    except MgcaError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.writelines(f"{chosen.out / name}: {rows} rows\n" for name, rows in written.items())
    return 0


def as_table(rows: list[Row], schema: pa.Schema) -> pa.Table:
    """Make a table of rows; keys that the schema lacks are passed over, absent ones are null.

    Args:
        rows: Column name → value.
        schema: The columns and their types.

    Returns:
        The table, in the rows' order.
    """
    columns = {name: [row.get(name) for row in rows] for name in schema.names}
    return pa.table(columns, schema=schema)


def write_table(table: pa.Table, path: Path) -> None:
    """Write a table as Parquet with its schema version, the same bytes each time.

    Args:
        table: The table.
        path: The file to write.
    """
    stamped = table.replace_schema_metadata({"schema_version": SCHEMA_VERSION})
    pq.write_table(
        stamped,
        path,
        compression="zstd",
        compression_level=19,
        use_dictionary=True,
        write_statistics=True,
        row_group_size=1_000_000,
        dictionary_pagesize_limit=8_000_000,
    )


def _write_revisions(revisions: list[Row], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, REVISION_COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(revisions, key=lambda row: (row["food_id"], row["column"])))


if __name__ == "__main__":
    sys.exit(main())
