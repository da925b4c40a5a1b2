"""Archives of several tables: read each where they are of one format."""

import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from foods.errors import DiaryError
from nutrition.reading.scans import ReadFile

MOST_TABLES = 1_000
MOST_BYTES = 8 << 30
"""What the tables of one archive may hold unpacked, so that a small file fills no disk [bytes]."""


def tables_of(path: Path, name: str, scratch: TemporaryDirectory[str]) -> list[tuple[Path, str]]:
    """Return the tables behind a path, and what to call each.

    Args:
        path: Any file.
        name: What it is called.
        scratch: Where tables are unpacked.

    Returns:
        The path itself, unless it is a zip archive of several CSV files: then these, each called
        by the archive and its own name.

    Raises:
        DiaryError: The archive is damaged, or holds more than a diary could.
    """
    if path.suffix.lower() != ".zip" or not zipfile.is_zipfile(path):
        return [(path, name)]
    with zipfile.ZipFile(path) as archive:
        inside = [
            one
            for one in archive.infolist()
            if one.filename.lower().endswith(".csv") and not one.filename.startswith("__MACOSX")
        ]
        if len(inside) < 2:  # noqa: PLR2004 - one table is opened where any packed file is
            return [(path, name)]
        if len(inside) > MOST_TABLES or sum(one.file_size for one in inside) > MOST_BYTES:
            raise DiaryError(
                f"{name} holds {len(inside):,} tables, or more than {MOST_BYTES >> 30} GB of them.",
                hint="Unpack it and give the folder.",
                file=name,
            )
        return [_unpacked(archive, one, name, scratch) for one in inside]


def _unpacked(
    archive: zipfile.ZipFile, one: zipfile.ZipInfo, name: str, scratch: TemporaryDirectory[str]
) -> tuple[Path, str]:
    # A folder of its own: two folders of the archive may hold tables of the same name.
    target = Path(mkdtemp(dir=scratch.name)) / Path(one.filename).name
    try:
        with archive.open(one) as packed, target.open("wb") as out:
            shutil.copyfileobj(packed, out)
    except (OSError, EOFError, RuntimeError, zipfile.BadZipFile) as error:
        raise DiaryError(
            f"{name}: {one.filename} cannot be unpacked: {error}.",
            hint="Download or export it again.",
            file=name,
        ) from error
    return target, f"{name}/{one.filename}"


def check_alike(name: str, files: Sequence[ReadFile]) -> None:
    """Refuse an archive whose tables are of different formats, or foods beside totals.

    Raises:
        DiaryError: Which table is what.
    """
    if len({(file.reader, file.plan.shape, file.plan.part) for file in files}) == 1:
        return
    shapes = {"diary": "foods", "days": "totals of days", "habitual": "habits", "people": "people"}
    listed = ", ".join(
        f"{file.source.name.removeprefix(f'{name}/')} ({file.title}: {shapes[file.plan.shape]})"
        for file in files[:5]
    )
    raise DiaryError(
        f"{name} holds {len(files)} tables that are not of one kind: {listed}.",
        hint="Unpack it and give the files that belong together: foods or totals of the same "
        "days, not both.",
        file=name,
    )
