"""What stands in a folder of results and no run wrote: it goes along into the next one."""

import hashlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nutrition.counted import counted

NAMES_SHOWN = 5
LARGE_BYTES = 16 << 20
"""A larger file is known by its size and time: its hash would cost as much as a table."""
_PENDING = ".mgca-pending"


Written = Mapping[str, Any]
"""What a run wrote, by path in its folder; see `marks`."""


def marks(folder: Path, without: frozenset[str]) -> dict[str, dict[str, Any]]:
    """Return what tells whether a file of ``folder`` was changed, by its path there.

    Args:
        folder: Of results.
        without: Names that are left out.

    Returns:
        ``bytes``, ``modified_ns``, and ``blake2b_256`` of all but large files.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    named = {path.relative_to(folder).as_posix(): path for path in files}
    return {name: mark(path) for name, path in named.items() if name not in without}


def mark(path: Path) -> dict[str, Any]:
    """Return the mark of one file; see `marks`."""
    found = path.stat()
    hashed = {} if found.st_size > LARGE_BYTES else {"blake2b_256": file_hash(path)}
    return {"bytes": found.st_size, "modified_ns": found.st_mtime_ns, **hashed}


def _untouched(path: Path, known: Mapping[str, Any]) -> bool:
    found = path.stat()
    if found.st_size != known.get("bytes"):
        return False
    if found.st_mtime_ns == known.get("modified_ns"):
        return True
    hashed = known.get("blake2b_256")
    return hashed is not None and file_hash(path) == hashed


def file_hash(path: Path) -> str:
    """Return the BLAKE2b hash of a file, of 256 bits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=32)).hexdigest()


def carry(old: Path, new: Path, written: Written, without: frozenset[str]) -> list[str]:
    """Put what no run wrote, or somebody changed since, into the new folder too.

    Nothing is taken from the old folder, nothing in the new one is overwritten, and what is
    there already is not put there again: it may be cut short at any moment and repeated.

    Args:
        old: The folder that is to go.
        new: The folder that takes its place.
        written: The marks of what the run behind ``old`` wrote.
        without: Names of files that only a run has a use for.

    Returns:
        The names in the new folder.
    """
    return _carried(old, new, "", written, without)


def _carried(
    old: Path, new: Path, inside: str, written: Written, without: frozenset[str]
) -> list[str]:
    told = []
    for path in sorted(old.iterdir()):
        name = inside + path.name
        if name in without or path.name.endswith(_PENDING):
            continue
        if path.is_dir() and not path.is_symlink():
            ours = any(other.startswith(f"{name}/") for other in written)
            target = new / path.name
            if target.is_symlink() or (target.exists() and not target.is_dir()):
                target = _free(target, path)
            if not ours:
                target.mkdir(exist_ok=True)
            below = _carried(path, target, f"{name}/", written, without)
            if not ours:
                shutil.copystat(path, target)
            told += below if ours else [f"{target.name}/"]
            continue
        if not path.is_symlink() and name in written and _untouched(path, written[name]):
            continue
        target = _free(new / path.name, path)
        if not _alike(path, target):
            target.parent.mkdir(exist_ok=True)
            _put(path, target)
        told.append(inside + target.name)
    return told


def _free(target: Path, path: Path) -> Path:
    """Return a name in the new folder that is free, or holds the very same already."""
    word = "filled" if target.stem == "questions" else "kept"
    number, found = 1, target
    while (found.exists() or found.is_symlink()) and not _alike(path, found):
        more = word if number == 1 else f"{word}-{number}"
        found = target.with_name(f"{target.stem}.{more}{target.suffix}")
        number += 1
    return found


def _alike(path: Path, target: Path) -> bool:
    if path.is_symlink() or target.is_symlink():
        both = path.is_symlink() and target.is_symlink()
        return both and path.readlink() == target.readlink()
    if not target.exists() or path.is_dir() or target.is_dir():
        return path.is_dir() and target.is_dir()
    return path.samefile(target) or file_hash(path) == file_hash(target)


def _put(path: Path, target: Path) -> None:
    """Give a file a second name, or copy it where the disk knows no second names."""
    if path.is_symlink():
        target.symlink_to(path.readlink())
        return
    try:
        os.link(path, target)
    except OSError:
        pending = target.with_name(target.name + _PENDING)
        shutil.copy2(path, pending)
        pending.rename(target)


def said(names: list[str]) -> str:
    """Say in one line what was carried over."""
    listed = ", ".join(names[:NAMES_SHOWN])
    if len(names) > NAMES_SHOWN:
        listed += f" and {counted(len(names) - NAMES_SHOWN, 'other', 'others')}"
    return f"Kept from the folder as it was: {listed}."
