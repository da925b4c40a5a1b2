"""Where frames of different engines meet: the one adapter, and what each needs on entry."""

from typing import Any

import narwhals as nw


def wrap(frame: Any) -> Any:
    """Return a native frame for narwhals, NaN turned into null where the engine tells them apart.

    Args:
        frame: pandas, Polars, PyArrow, DuckDB relation or Spark frame.
    """
    wrapped = nw.from_native(frame)
    if not wrapped.implementation.is_polars():
        return wrapped
    schema = wrapped.collect_schema()
    floats = [name for name, dtype in schema.items() if dtype.is_float()]
    return wrapped.with_columns(nw.col(name).fill_nan(None) for name in floats)


def like(frame: Any, settled: Any) -> Any:
    """Return the PyArrow table ``settled`` as the kind of native frame that ``frame`` is.

    Args:
        frame: The frame whose engine decides (for DuckDB and Spark also whose session).
        settled: A small PyArrow table, the factors.
    """
    implementation = nw.from_native(frame).implementation
    if implementation.is_pandas():
        return settled.to_pandas()
    if implementation.is_pyarrow():
        return _with_text_of(settled, frame)
    if implementation.is_polars():
        import polars as pl  # only when the diary is Polars

        eager = pl.from_arrow(settled)
        return eager.lazy() if isinstance(frame, pl.LazyFrame) else eager  # type: ignore[union-attr]
    if implementation.is_duckdb():
        # The query runs on the relation's own connection, which it does not otherwise name.
        return frame.query("diary", "SELECT * FROM settled")
    if implementation.is_pyspark():
        return frame.sparkSession.createDataFrame(settled)
    raise TypeError(f"{implementation} is not an engine that mgca runs on.")


def _with_text_of(settled: Any, frame: Any) -> Any:
    """Give the keys the text type of the frame: PyArrow joins no string with a large string."""
    text = frame.schema.field("unit").type
    for name in ("key", "unit"):
        settled = settled.set_column(
            settled.schema.get_field_index(name), name, settled[name].cast(text)
        )
    return settled
