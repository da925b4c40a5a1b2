"""Official tables: which releases there are, build one, install it, open it.

    build("fndds", "2017-2018")        downloads, reads, installs fndds-2017-2018
    build("sr", path="…csv….zip")      the same from a file that was fetched by hand
    installed()                        what is there
    open_table("fndds-2017-2018")      a FoodTable that knows the bare codes too

Releases stand side by side in the user's data folder, one folder each, put there whole.
"""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foods.composition import FOODS_SCHEMA, MEASURES_SCHEMA, SCHEMA_VERSION, FoodTable
from foods.errors import TableError
from foods.installed import BUNDLED, META, installed, open_table, replacing, tables_folder
from foods.release_list import KINDS, RELEASES, Release, find_release

if TYPE_CHECKING:
    from foods.download import Download, Progress
    from foods.release_rows import Contents

OFFICIAL = "https://fdc.nal.usda.gov/fdc-datasets/"
"""Where USDA publishes the releases: the source itself, https://fdc.nal.usda.gov/download-datasets."""


def build(
    kind: str,
    label: str | None = None,
    *,
    path: str | Path | None = None,
    base: str = OFFICIAL,
    folder: str | Path | None = None,
    progress: "Progress | None" = None,
) -> dict[str, Any]:
    """Build an official table and install it.

    Args:
        kind: "fndds", "sr" or "foundation".
        label: Which release; the newest on record when None, or the one that `path` says it is.
        path: A zip or folder that was fetched by hand; downloaded when None.
        base: Address to download from: the folder of the official zips, or one zip.
        folder: Where tables are installed; the user's own when None.
        progress: Called while downloading.

    Returns:
        What `meta.json` of the table says.

    Raises:
        TableError: The release is unknown, damaged or not what it was said to be.
        DownloadError: It cannot be fetched.
    """
    release = find_release(kind, label)
    root = tables_folder() if folder is None else Path(folder)
    if path is not None:
        return _install(release, label, Path(path), root, None)
    fetched = _download(release, base, progress)
    meta = _install(release, release.label, fetched.path, root, fetched)
    fetched.path.unlink()
    return meta


def _download(release: Release, base: str, progress: "Progress | None") -> "Download":
    from platformdirs import user_cache_path

    from foods.download import fetch

    if not release.file:
        raise TableError(
            f"The address of {release.name} is not on record.",
            hint="Fetch its CSV zip by hand and give it with --from.",
            release=release.name,
        )
    url = base if base.endswith(".zip") else f"{base.rstrip('/')}/{release.file}"
    target = user_cache_path("mgca", appauthor=False) / "downloads" / release.file
    return fetch(url, target, sha256=release.sha256, progress=progress)


def _install(
    release: Release, label: str | None, path: Path, root: Path, fetched: "Download | None"
) -> dict[str, Any]:
    from foods.release_read import inside, read_release

    release, contents = read_release(release, path, label=label)
    with replacing(root, release.name) as draft:
        counts = write(release, contents, draft)
        meta = {
            "program": "mgca",
            "schema_version": SCHEMA_VERSION,
            "name": release.name,
            "source": release.source,
            "release": release.label,
            "published": release.published,
            "built": datetime.now(UTC).isoformat(timespec="seconds"),
            "inputs": _hashes(inside(release, path)) if fetched is None else [_origin(fetched)],
            "counts": counts,
            "left_out": contents.notes,
            "files": {one["file"]: one["sha256"] for one in _hashes(draft)},
        }
        text = json.dumps(meta, indent=2, ensure_ascii=False) + "\n"
        (draft / META).write_text(text, encoding="utf-8")
    return meta


def write(release: Release, contents: "Contents", folder: Path) -> dict[str, int]:
    """Write foods, measures, factors and the search index of a release.

    Args:
        release: What it is.
        contents: Its foods and measures.
        folder: Where to write; it exists.

    Returns:
        Counts: foods, measures, factors, calcium_known, magnesium_known.
    """
    from foods.build import as_table, write_table
    from foods.factors import factors
    from foods.installed import with_bare_codes
    from foods.search import build_index

    about = {"source": release.source, "release": release.label}
    foods = as_table(
        [{"food_id": f"{release.prefix}:{row['code']}", **about, **row} for row in contents.foods],
        FOODS_SCHEMA,
    )
    measures = as_table(
        [
            {"food_id": f"{release.prefix}:{row['code']}", **about, **row}
            for row in contents.measures
        ],
        MEASURES_SCHEMA,
    )
    table = FoodTable(foods, measures)
    ready = with_bare_codes(factors(table, table))
    write_table(foods, folder / "foods.parquet")
    write_table(measures, folder / "measures.parquet")
    write_table(ready, folder / "factors.parquet")
    build_index(folder)
    return {
        "foods": foods.num_rows,
        "measures": measures.num_rows,
        "factors": ready.num_rows,
        "calcium_known": foods.num_rows - foods["calcium_mg"].null_count,
        "magnesium_known": foods.num_rows - foods["magnesium_mg"].null_count,
    }


def _origin(fetched: "Download") -> dict[str, Any]:
    return {
        "file": fetched.path.name,
        "url": fetched.url,
        "sha256": fetched.sha256,
        "bytes": fetched.size,
        "retrieved": fetched.retrieved,
    }


def _hashes(path: Path) -> list[dict[str, Any]]:
    from foods.download import sha256_of

    files = sorted(p for p in path.iterdir() if p.is_file()) if path.is_dir() else [path]
    return [
        {"file": file.name, "sha256": sha256_of(file), "bytes": file.stat().st_size}
        for file in files
    ]


__all__ = [
    "BUNDLED",
    "KINDS",
    "RELEASES",
    "Release",
    "build",
    "find_release",
    "installed",
    "open_table",
    "tables_folder",
    "write",
]
