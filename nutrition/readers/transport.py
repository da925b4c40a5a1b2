"""SAS transport files (``.xpt``), the form in which NHANES is released, as Parquet."""

from pathlib import Path

from foods.errors import DiaryError

LEAST = 1e-70
"""SAS writes zero with an exponent that reads back as 5.4e-79; nothing measured is so small."""


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
        frame = pd.read_sas(path, format="xport", encoding="latin-1")
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
