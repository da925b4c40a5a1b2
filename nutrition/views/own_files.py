"""The diary as files that a page hands over and takes back."""

import io
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from nutrition.factors import read_answers
from nutrition.store.errors import StoreError
from nutrition.views.settled import settle_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from foods.composition import FoodTable
    from nutrition.store import Choice, Store

LARGEST = 500_000_000
"""Most that an export may unpack to [bytes]."""


def export_zip(store: "Store") -> bytes:
    """Return everything the owner has: one JSON file and a CSV a table, in a zip."""
    from nutrition.store import export_files

    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in export_files(store).items():
            packed.writestr(name, text)
    return found.getvalue()


def import_file(store: "Store", name: str, content: bytes) -> int:
    """Read an export back in place of everything the owner has.

    Args:
        store: The open diary.
        name: Name of the file: a ``.zip`` of `export_zip`, or a ``diary.json``.
        content: Its bytes.

    Returns:
        How many records.

    Raises:
        RecordError: A row cannot be kept; nothing was changed.
        StoreError: It is no export of ours.
    """
    from nutrition.store import import_all

    with TemporaryDirectory(prefix="mgca-") as folder:
        place = Path(folder) / "export"
        place.mkdir()
        if name.lower().endswith(".zip"):
            _unpack(content, place, name)
            return import_all(store, place, replace=True, called=name)
        path = place / "diary.json"
        path.write_bytes(content)
        return import_all(store, path, replace=True, called=name)


def choices_csv(store: "Store") -> bytes:
    """Return the remembered choices as the table that ``--answers`` takes."""
    from nutrition.store import export_choices

    with TemporaryDirectory(prefix="mgca-") as folder:
        path = Path(folder) / "answers.csv"
        export_choices(store, path)
        return path.read_bytes()


def read_choices(
    store: "Store", content: bytes, table: "FoodTable | None" = None, *, locale: str = "us"
) -> int:
    """Remember the choices of a table that ``--answers`` takes; return how many are new or other.

    Lines of the diary that are settled keep what they have; open ones take the answers.

    Args:
        store: The open diary.
        content: The file.
        table: The food table with own foods and waters, to settle lines by.
        locale: Sizes of cups, pints and spoons.

    Raises:
        DiaryError: It has other columns, or a weight is not a positive number.
    """
    from nutrition.store import import_choices

    with TemporaryDirectory(prefix="mgca-") as folder:
        path = Path(folder) / "answers.csv"
        path.write_bytes(content)
        names = {name for name, _ in read_answers(path)}
        if table is not None:
            settle_words(store, table, names.__contains__, locale=locale)
        count = import_choices(store, path)
        if table is not None:
            settle_words(store, table, names.__contains__, locale=locale)
        return count


def change_choices(
    store: "Store",
    changed: "Mapping[Choice, Choice | None]",
    table: "FoodTable",
    *,
    locale: str = "us",
) -> None:
    """Change or forget remembered answers; lines that were entered with them keep them.

    Args:
        store: The open diary.
        changed: Each answer as it was read, and as it is to be; None forgets it.
        table: The food table with own foods and waters.
        locale: Sizes of cups, pints and spoons.

    Raises:
        Changed: Another window changed one; none is changed.
        RecordError: A value cannot be kept.
    """
    names = {one.name for one in changed}
    settle_words(store, table, names.__contains__, locale=locale)
    with store.editing("change choices") as edit:
        for one, wanted in changed.items():
            if wanted is None:
                edit.remove(one)
            else:
                edit.change(one, wanted)


def _unpack(content: bytes, place: Path, name: str) -> None:
    """Write the files of a zip by their last names: a path in it leads nowhere else."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(one.file_size for one in packed.infolist()) > LARGEST:
                raise StoreError(f"{name} is too large.", hint="Give an export of this program.")
            for one in packed.infolist():
                if not one.is_dir():
                    (place / Path(one.filename.replace("\\", "/")).name).write_bytes(
                        packed.read(one)
                    )
    except zipfile.BadZipFile as error:
        raise StoreError(
            f"{name} is no zip.", hint="Give the zip or the diary.json that an export wrote."
        ) from error
