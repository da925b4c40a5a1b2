"""The official releases that are on record, newest first within each kind."""

import re
from dataclasses import dataclass

from foods.errors import TableError

KINDS = ("fndds", "sr", "foundation")


@dataclass(frozen=True)
class Release:
    """One official release.

    Attributes:
        kind: "fndds", "sr" or "foundation".
        label: Which one: survey years, or date of publication.
        published: The date that stands in the file's name.
        sha256: Hash of the official zip, where it is on record.
    """

    kind: str
    label: str
    published: str
    sha256: str | None = None

    @property
    def name(self) -> str:
        """Name of the installed table: fndds-2017-2018."""
        return f"{self.kind}-{self.label}"

    @property
    def prefix(self) -> str:
        """What food ids begin with: fndds1718."""
        if self.kind != "fndds":
            return self.kind
        first, last = self.label.split("-")
        return f"fndds{first[2:]}{last[2:]}"

    @property
    def source(self) -> str:
        """The table's name."""
        titles = {
            "fndds": f"USDA FNDDS {self.label}",
            "sr": "USDA SR Legacy",
            "foundation": "USDA Foundation Foods",
        }
        return titles[self.kind]

    @property
    def file(self) -> str:
        """Name of the official zip; "" where the date of publication is not on record."""
        words = {"fndds": "survey_food", "sr": "sr_legacy_food", "foundation": "foundation_food"}
        if not self.published:
            return ""
        return f"FoodData_Central_{words[self.kind]}_csv_{self.published}.zip"


RELEASES = (
    Release("fndds", "2021-2023", "2024-10-31"),
    Release("fndds", "2019-2020", "2022-10-28"),
    Release("fndds", "2017-2018", "2020-10-30"),
    Release("sr", "2018-04", "2018-04"),
    Release("foundation", "2026-04-30", "2026-04-30"),
    Release("foundation", "2025-12-18", "2025-12-18"),
    Release("foundation", "2025-04-24", "2025-04-24"),
    Release("foundation", "2024-10-31", "2024-10-31"),
)
"""Newest first within each kind."""
_LABELS = {"fndds": r"\d{4}-\d{4}", "sr": r"\d{4}-\d{2}", "foundation": r"\d{4}-\d{2}(-\d{2})?"}


def find_release(kind: str, label: str | None = None) -> Release:
    """Name a release.

    Args:
        kind: "fndds", "sr" or "foundation".
        label: Survey years, or date of publication; the newest on record when None.

    Returns:
        The release; one that is not on record has its name from its date.

    Raises:
        TableError: No such kind, or a label that is neither years nor a date.
    """
    of_kind = [release for release in RELEASES if release.kind == kind]
    if not of_kind:
        raise TableError(
            f"There is no official table {kind!r}.",
            hint=f"Build one of {', '.join(KINDS)}, or all.",
            kind=kind,
        )
    for release in of_kind:
        if label in (None, release.label):
            return release
    assert label is not None
    if not re.fullmatch(_LABELS[kind], label):
        raise TableError(
            f"{label!r} is no release of {kind}.",
            hint=f"On record: {', '.join(release.label for release in of_kind)}.",
            kind=kind,
            label=label,
        )
    return Release(kind, label, "" if kind == "fndds" else label)
