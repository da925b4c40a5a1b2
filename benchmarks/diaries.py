"""Synthetic diaries of any length: coded with household measures, or free text.

    python benchmarks/diaries.py coded 10000000 diary.csv
    python benchmarks/diaries.py coded 10000000 diary.parquet
    python benchmarks/diaries.py text 1000000 names.csv --names 20000

A person records three days of twenty foods. The same arguments give the same file.
"""

import argparse
from pathlib import Path

import duckdb

from foods.composition import FoodTable

ROWS_A_DAY = 20
DAYS = 3
CODED = """
SELECT 'P' || lpad((i // {person})::VARCHAR, 8, '0') AS person_id,
       ((i // {day}) % {days} + 1)::VARCHAR AS day,
       pick.food_id AS food_id,
       round(0.25 + (hash(i, 1) % 1000) / 400, 2) AS amount,
       pick.unit AS unit
FROM range({rows}) AS t(i)
JOIN picks AS pick ON pick.n = hash(i, 2) % {picks}
"""
TEXT = """
SELECT 'P' || lpad((i // {person})::VARCHAR, 8, '0') AS person_id,
       ((i // {day}) % {days} + 1)::VARCHAR AS day,
       pick.name AS food,
       round(10 + (hash(i, 1) % 1000) / 4, 1) AS amount,
       'g' AS unit
FROM range({rows}) AS t(i)
JOIN picks AS pick ON pick.n = hash(i, 2) % {picks}
"""


def make(kind: str, rows: int, path: Path, names: int = 20_000) -> None:
    """Write a diary of ``rows`` rows to ``path`` (CSV or Parquet)."""
    connection = duckdb.connect()
    table = FoodTable.bundled()
    if kind == "coded":
        connection.execute(
            "CREATE TABLE picks AS SELECT row_number() OVER (ORDER BY food_id, unit) - 1 AS n, "
            f"food_id, unit FROM read_parquet('{table.factors_path}') "
            "WHERE food_id LIKE 'sr28:%' "
            "AND unit IN ('g', 'oz', 'cup', 'tbsp', 'slice', 'large', 'medium', 'ml')"
        )
    else:
        foods = f"read_parquet('{table.factors_path.with_name('foods.parquet')}')"
        # Descriptions with a number behind them are distinct names that all have to be looked up.
        connection.execute(
            "CREATE TABLE picks AS SELECT row_number() OVER () - 1 AS n, description || "
            f"CASE WHEN k > 0 THEN ' ' || k ELSE '' END AS name FROM {foods}, range(9) r(k) "
            f"ORDER BY hash(description, k) LIMIT {names}"
        )
    ((picks,),) = connection.execute("SELECT count(*) FROM picks").fetchall()
    query = (CODED if kind == "coded" else TEXT).format(
        rows=rows, picks=picks, day=ROWS_A_DAY, person=ROWS_A_DAY * DAYS, days=DAYS
    )
    form = "PARQUET" if path.suffix == ".parquet" else "CSV, HEADER"
    connection.execute(f"COPY ({query} ORDER BY i) TO '{path}' (FORMAT {form})")


def main() -> None:
    """Read the command line and write one diary."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=("coded", "text"))
    parser.add_argument("rows", type=int)
    parser.add_argument("path", type=Path)
    parser.add_argument("--names", type=int, default=20_000)
    call = parser.parse_args()
    make(call.kind, call.rows, call.path, call.names)


if __name__ == "__main__":
    main()
