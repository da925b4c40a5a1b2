"""The tables of a run of `nutrition.batch`, read back a person at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from foods.nutrients import MINERALS
from nutrition.report.build import plain
from nutrition.report.pdf import ReportError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pandas as pd

ITEM_COLUMNS = ("person_id", "day", "food", "food_id", "description", "kind", *MINERALS)
DAY_COLUMNS = (
    *("person_id", "day", "day_state", "items", "energy_kcal", *MINERALS),
    *("calcium_unknown_items", "magnesium_unknown_items"),
)


class Records:
    """What a run of `nutrition.batch` wrote, with its items.

    Args:
        folder: Where the tables are, as Parquet.

    Raises:
        ReportError: The run did not know who the people are.

    Attributes:
        assessment: The assessment.
        days: The Days table.
        people: Rows of the people table, text and numbers.
    """

    def __init__(self, folder: Path) -> None:
        import pandas as pd

        assessed = folder / "assessment.parquet"
        if not assessed.exists():
            raise ReportError(
                "The records do not say who the people are.",
                hint="Give --people: person_id, sex, age_years, and what else is known.",
            )
        self.assessment: pd.DataFrame = pd.read_parquet(assessed)
        self.days: pd.DataFrame = pd.read_parquet(folder / "day_totals.parquet")
        people = pd.read_parquet(folder / "people.parquet")
        self.people = [plain(row) for row in people.to_dict("records")]
        self._assessed = _ByPerson(assessed)
        self._days = _ByPerson(folder / "day_totals.parquet", DAY_COLUMNS)
        stored = folder / "items.parquet"
        self._items = _ByPerson(stored, ITEM_COLUMNS) if stored.exists() else None

    def items_of(self, person: str) -> list[dict[str, Any]]:
        """The Items of one person; none where the records hold totals only."""
        return [] if self._items is None else self._items.rows(person)

    def days_of(self, person: str) -> list[dict[str, Any]]:
        """The Days of one person."""
        return self._days.rows(person)

    def assessment_of(self, person: str) -> list[dict[str, Any]]:
        """The rows of the assessment of one person."""
        return self._assessed.rows(person)


class _ByPerson:
    """A table sorted by person, of which one person's rows are a slice."""

    def __init__(self, path: Path, columns: Sequence[str] = ()) -> None:
        import pyarrow as pa
        import pyarrow.compute as pc
        import pyarrow.parquet as pq

        there = pq.read_schema(path).names
        table = pq.read_table(path, columns=[c for c in there if not columns or c in columns])
        ids = pc.replace_substring_regex(
            table["person_id"].cast(pa.string()), r"^(-?\d+)\.0+$", r"\1"
        )
        order = pc.sort_indices(ids)
        self._table = table.take(order)
        self._places: dict[str, tuple[int, int]] = {}
        for at, person in enumerate(ids.take(order).to_pylist()):
            start = self._places.get(person, (at, at))[0]
            self._places[person] = (start, at + 1)

    def rows(self, person: str) -> list[dict[str, Any]]:
        start, end = self._places.get(person, (0, 0))
        rows: list[dict[str, Any]] = self._table.slice(start, end - start).to_pylist()
        return rows
