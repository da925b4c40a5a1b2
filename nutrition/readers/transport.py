"""SAS transport files (``.xpt``), the form in which NHANES is released, as Parquet."""

from pathlib import Path
from typing import Any

from foods.errors import DiaryError

LEAST = 1e-70
"""SAS writes zero with an exponent that reads back as 5.4e-79; nothing measured is so small."""
CARD_BYTES = 80
"""Everything in the file is padded with blanks to a whole number of these."""


def as_parquet(path: Path, target: Path, name: str) -> Path:
    """Write the table of a SAS transport file to ``target``.

    Args:
        path: The ``.xpt`` file.
        target: Parquet file to write.
        name: What to call the file in errors.

    Raises:
        DiaryError: The file is no SAS transport file, or is damaged.
    """
    import pandas as pd

    try:
        with pd.read_sas(path, format="xport", encoding="latin-1", iterator=True) as reader:
            _count_rows(path, reader)
            frame = reader.read()
    except Exception as error:  # the reader raises whatever the bytes run into
        raise DiaryError(
            f"{name} cannot be read as a SAS transport file: {error}.",
            hint="Download it again; NHANES files end in .XPT and hold one table.",
            file=name,
        ) from error
    for column in frame.select_dtypes("number").columns:
        frame[column] = frame[column].mask(frame[column].abs() < LEAST, 0.0)
    frame.to_parquet(target, index=False)
    return target


def _count_rows(path: Path, reader: Any) -> None:
    """Count the rows of short records again: pandas takes blank text in the last for padding."""
    length = reader.record_length
    if length > CARD_BYTES:
        return
    data = path.read_bytes()[reader.record_start :]
    rows = len(data) // length
    while rows and not data[(rows - 1) * length : rows * length].strip(b" "):
        rows -= 1
    reader.nobs = rows
