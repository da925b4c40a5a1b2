"""One frame on every engine, and back: the fixture through which engine tests run."""

import duckdb
import pandas as pd

NAMES = ("pandas", "polars", "polars-lazy", "pyarrow", "duckdb")


class Engine:
    """Turns pandas frames into an engine's own and results back into sorted pandas."""

    def __init__(self, name):
        self.name = name
        self.connection = duckdb.connect() if name == "duckdb" else None

    def frame(self, pandas_frame):
        if self.name == "pandas":
            return pandas_frame.copy()
        if self.name == "duckdb":
            table = f"t{id(pandas_frame)}"
            self.connection.register(table, pandas_frame)
            return self.connection.table(table)
        if self.name == "pyarrow":
            import pyarrow as pa

            return pa.Table.from_pandas(pandas_frame, preserve_index=False)
        import polars as pl

        frame = pl.from_pandas(pandas_frame)
        return frame.lazy() if self.name == "polars-lazy" else frame

    def pandas(self, native):
        if self.name == "duckdb":
            frame = native.df()
        elif self.name == "polars-lazy":
            frame = native.collect().to_pandas()
        elif self.name in ("polars", "pyarrow"):
            frame = native.to_pandas()
        else:
            frame = native
        return frame.sort_values(["person_id", "day"], ignore_index=True)


def same(left: pd.DataFrame, right: pd.DataFrame) -> None:
    """Two Days tables agree: text exactly, numbers to 1e-9, null with null."""
    assert list(left.columns) == list(right.columns)
    assert len(left) == len(right)
    for column in left.columns:
        if pd.api.types.is_numeric_dtype(left[column]):
            pd.testing.assert_series_equal(
                left[column].astype(float),
                right[column].astype(float),
                rtol=1e-9,
                atol=1e-9,
                check_names=False,
            )
        else:
            assert left[column].fillna("").tolist() == right[column].fillna("").tolist()
