"""A release in whichever shape it comes → its foods and measures."""

import re
from pathlib import Path

from foods import release_fdc, release_plain, release_workbook
from foods.errors import TableError
from foods.release_files import Files
from foods.release_list import Release, find_release
from foods.release_rows import Contents


def read_release(
    release: Release, path: str | Path, *, label: str | None
) -> tuple[Release, Contents]:
    """Read a release from a zip or folder, in whichever shape it is.

    Args:
        release: What it is said to be.
        path: The official zip or its folder; a folder that holds the zip; a folder with the
            At-A-Glance workbooks, or with foods.csv and portions.csv (FNDDS).
        label: The release that was asked for by name; None takes the one that the files state.

    Returns:
        The release as it is, and its contents.

    Raises:
        TableError: It is none of these, or another release than was asked for.
    """
    path = inside(release, Path(path))
    books = release_workbook.find(path) if path.is_dir() and release.kind == "fndds" else {}
    if books:
        release = _agreed(release, label, release_workbook.years(books), path)
        return release, release_workbook.read(books, release.source)
    with Files(path) as files:
        if release.kind == "fndds" and release_plain.FOODS in files:
            release = _agreed(release, label, "", path)
            return release, release_plain.read(files, release.source)
        stated = ""
        if release.kind == "fndds":
            stated = release_fdc.years(files)
        elif release.kind == "foundation":
            stated = _date_in(path.name) or release_fdc.newest(files)
        release = _agreed(release, label, stated, path)
        return release, release_fdc.read(files, release.kind, release.source)


def inside(release: Release, path: Path) -> Path:
    """Step into a folder that holds an official zip, or the folder it was unpacked to.

    Args:
        release: The one whose zip is looked for first.
        path: What the user named.

    Returns:
        The zip or folder to read: the only one of its kind where this release's is not there.
    """
    if not path.is_dir():
        return path
    stem = release.file.removesuffix(".zip")
    any_of_kind = stem.removesuffix(release.published) + "*" if stem else ""
    for pattern in (stem and f"{stem}.zip", stem, any_of_kind):
        found = sorted(path.glob(pattern)) if pattern else []
        if len(found) == 1:
            return found[0]
    return path


def _date_in(name: str) -> str:
    found = re.search(r"\d{4}-\d{2}(-\d{2})?", name)
    return found[0] if found else ""


def _agreed(release: Release, label: str | None, stated: str, path: Path) -> Release:
    """Settle which release files are: what they state, if nobody said otherwise."""
    if label is not None and stated and label != stated and release.kind == "fndds":
        raise TableError(
            f"{path} is {release.kind} {stated}, not {label}.",
            hint=f"Build it with --release {stated}.",
            stated=stated,
            asked=label,
        )
    if label is None and not stated and release.kind == "fndds":
        raise TableError(
            f"{path} does not say which survey years it is of.",
            hint="Say it with --release, such as --release 2017-2018.",
            path=str(path),
        )
    return release if label is not None or not stated else find_release(release.kind, stated)
