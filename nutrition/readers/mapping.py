"""Column mappings that are kept in a file: TOML or JSON, the person's own words for a diary.

unit = "g"
format = "plain"

[columns]
person_id = "SEQN"
day = "Day"
food = "Food name"
amount = "Grams"

[set]
person = "anna"
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from foods.errors import DiaryError

FOLDER = "mappings"
"""Folder of saved mappings, beside the settings file."""
HINT = 'Write it as TOML: unit = "g", then [columns] with lines such as day = "Day".'


@dataclass(frozen=True)
class SavedMapping:
    """A saved mapping.

    Attributes:
        columns: Diary column → the file's column.
        unit: One unit for the whole file, or None.
        format: Name of a reader, or None.
        choices: As for `nutrition.readers.Options`.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    unit: str | None = None
    format: str | None = None
    choices: Mapping[str, str] = field(default_factory=dict)


def load_mapping(name: str, folder: Path | None = None) -> SavedMapping:
    """Read a mapping.

    Args:
        name: Path of a ``.toml`` or ``.json`` file, or the bare name of a saved one.
        folder: Where saved mappings lie; `saved_folder` when None.

    Raises:
        DiaryError: There is no such mapping, or it says what no mapping can.
    """
    path = _path(name, folder or saved_folder())
    try:
        text = path.read_text(encoding="utf-8-sig")
        stored = json.loads(text) if path.suffix.lower() == ".json" else tomllib.loads(text)
    except (OSError, ValueError) as error:
        raise DiaryError(f"The mapping {path} cannot be read: {error}.", hint=HINT) from error
    return _checked(stored, path)


def saved_folder() -> Path:
    """Return the folder of saved mappings; it need not exist."""
    from nutrition.commands.config import config_file

    return config_file().parent / FOLDER


def _path(name: str, folder: Path) -> Path:
    given = Path(name).expanduser()
    if given.is_file():
        return given
    for candidate in (folder / name, folder / f"{name}.toml", folder / f"{name}.json"):
        if candidate.is_file():
            return candidate
    saved = sorted(p.stem for p in folder.glob("*.*")) if folder.is_dir() else []
    raise DiaryError(
        f"There is no mapping {name!r}.",
        hint=f"Give the path of a file, or save one in {folder}. "
        + (f"Saved: {', '.join(saved)}." if saved else "None is saved there."),
    )


def _checked(stored: Any, path: Path) -> SavedMapping:
    known = {"columns": dict, "unit": str, "format": str, "set": dict}
    if not isinstance(stored, dict) or not isinstance(stored.get("columns", {}), dict):
        raise DiaryError(f"The mapping {path} names no columns.", hint=HINT)
    strange = [k for k, v in stored.items() if k not in known or not isinstance(v, known[k])]
    words = [
        f"{table}.{key}"
        for table in ("columns", "set")
        for key, value in stored.get(table, {}).items()
        if not isinstance(value, str)
    ]
    if strange or words:
        raise DiaryError(
            f"The mapping {path} says {', '.join([*strange, *words])}, which it cannot.", hint=HINT
        )
    return SavedMapping(
        stored.get("columns", {}), stored.get("unit"), stored.get("format"), stored.get("set", {})
    )
