"""A file name for each client, whatever their id."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

NAME_LENGTH = 60
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for itself."""


def file_names(ids: Iterable[object]) -> list[str]:
    """A file name without its ending for each id: safe on every system, and no two alike.

    Args:
        ids: Ids of people, as anybody may have written them.

    Returns:
        The id itself where it is made of letters, digits, ``-``, ``_`` and ``.``; else what is
        left of it with a checksum of the whole.
    """
    every = [str(one) for one in ids]
    slugs = [_slug(one) for one in every]
    seen: dict[str, int] = {}
    for slug in slugs:
        seen[slug.casefold()] = seen.get(slug.casefold(), 0) + 1
    return [
        slug
        if slug == one and seen[slug.casefold()] == 1
        else f"{slug}-{hashlib.blake2b(one.encode('utf-8', 'replace'), digest_size=8).hexdigest()}"
        for one, slug in zip(every, slugs, strict=True)
    ]


def _slug(one: str) -> str:
    plain_letters = unicodedata.normalize("NFKD", one).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^A-Za-z0-9_.-]+", "-", plain_letters).strip("-.")[:NAME_LENGTH].strip("-.")
    if not slug or RESERVED.fullmatch(slug):
        return f"client-{slug}".rstrip("-")
    return slug
