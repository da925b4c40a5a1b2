"""The floor, a hand-written query and plain pandas: what the batch command is measured against.

python benchmarks/hand_written.py floor diary.csv
python benchmarks/hand_written.py sql diary.csv out.csv
python benchmarks/hand_written.py pandas diary.csv out.csv
"""

import sys
from pathlib import Path

MINERALS = ("calcium", "magnesium")
OTHERS = ("energy_kcal", "caffeine_mg", "vitamin_d_ug", "vitamin_b12_ug", "water_g")
FACTORS = Path(__file__).parents[1] / "foods" / "data" / "factors.parquet"


def scan(path: str) -> str:
    """Return the diary as SQL, types given, nothing sniffed."""
    if path.endswith(".parquet"):
        return f"read_parquet('{path}')"
    columns = ("person_id", "day", "food_id", "amount", "unit")
    listed = ", ".join(f"'{c}': '{'DOUBLE' if c == 'amount' else 'VARCHAR'}'" for c in columns)
    return f"read_csv('{path}', columns={{{listed}}}, header=true, auto_detect=false)"


def floor(path: str) -> None:
    """Parse every column and nothing else."""
    import duckdb

    columns = ("person_id", "day", "food_id", "amount", "unit")
    counts = ", ".join(f"count({c})" for c in columns)
    duckdb.sql(f"SELECT {counts} FROM {scan(path)}").fetchall()


def sql(path: str, out: str) -> None:
    """Join the factors, sum by person and day, write every column of day_totals.csv."""
    import duckdb

    connection = duckdb.connect()
    connection.execute("SET disabled_optimizers = 'build_side_probe_side,join_order'")
    sums = ["count(*) AS items", "sum(grams) AS grams", "count(*) - count(grams)"]
    for n in MINERALS:
        sums += [f"sum({n}_mg) AS {n}_mg", f"sum({n}_mg)", "0.0", f"sum({n}_mg)", f"sum({n}_mg)"]
        sums += [f"count(*) - count({n}_mg)", f"sum(grams) FILTER ({n}_mg IS NOT NULL)"]
    for n in OTHERS:
        sums += [f"sum({n})", f"count(*) - count({n})"]
    values = ", ".join(
        f"amount * f.{n} AS {n}" for n in ("grams", *(f"{m}_mg" for m in MINERALS), *OTHERS)
    )
    connection.execute(
        f"COPY (SELECT person_id, day, {', '.join(sums)} FROM (SELECT person_id, day, {values} "
        f"FROM {scan(path)} d LEFT JOIN read_parquet('{FACTORS}') f "
        "ON d.food_id = f.food_id AND d.unit = f.unit) GROUP BY ALL ORDER BY person_id, day) "
        f"TO '{out}' (HEADER)"
    )


def pandas(path: str, out: str) -> None:
    """Do the same with pandas merge and groupby."""
    import pandas as pd

    types = dict.fromkeys(("person_id", "day", "food_id", "food", "unit"), "str")
    diary = pd.read_csv(path, dtype=types | {"amount": "float64"})
    frame = diary.merge(pd.read_parquet(FACTORS), on=["food_id", "unit"], how="left")
    names = ["grams", *(f"{m}_mg" for m in MINERALS), *OTHERS]
    frame[names] = frame[names].mul(frame["amount"], axis=0)
    for n in MINERALS:
        frame[f"{n}_known_grams"] = frame["grams"].where(frame[f"{n}_mg"].notna())
    grouped = frame.groupby(["person_id", "day"])
    sums = grouped[[*names, *(f"{n}_known_grams" for n in MINERALS)]].sum(min_count=1)
    counts = grouped[names].count().add_suffix("_known")
    sums.join(counts).join(grouped.size().rename("items")).to_csv(out)


if __name__ == "__main__":
    {"floor": floor, "sql": sql, "pandas": pandas}[sys.argv[1]](*sys.argv[2:])
