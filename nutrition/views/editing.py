"""Edits of the lines of a day as a page sends them: each is taken once, none is lost unsaid.

A page numbers its edits and goes on sending them until they are taken; so a run that was cut
short, two edits in one message, or the same message twice change nothing. What cannot be saved
is told by line and cell, with what was typed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from foods.errors import MgcaError
from nutrition.views.meal import EDITABLE, edited

if TYPE_CHECKING:
    from nutrition.store import Changed, Entry, Store

REMOVE = "remove"
"""The cell of an edit that removes its line."""
WRITTEN = (
    *("food", "food_id", "amount", "amount_low", "amount_high", "amount_text", "unit"),
    *("occasion", "grams"),
)
"""Fields of a line that an edit of its cells may change; beside them what it states itself."""


@dataclass(frozen=True)
class Refusal:
    """A cell that could not be saved.

    Attributes:
        typed: What was typed.
        message: Why, and what to do.
    """

    typed: str
    message: str


@dataclass
class Editing:
    """The edits of one window.

    Attributes:
        window: Its name; an edit of another window, from before a restart, is sent again.
        taken: Number of the last edit that was taken.
        known: Lines as this window saw them last, by id.
        own: Lines as this window wrote them, by id and the version that it saw before.
        refused: What could not be saved, by id of the line and cell.
        last: Number of the last edit of the diary that this window made here.
        conflicts: Lines that another window changed meanwhile; see `nutrition.store.Changed`.
    """

    window: str = field(default_factory=lambda: uuid4().hex)
    taken: int = 0
    known: "dict[int, Entry]" = field(default_factory=dict)
    own: "dict[tuple[int, int | None], Entry]" = field(default_factory=dict)
    refused: dict[tuple[int, str], Refusal] = field(default_factory=dict)
    last: int = 0
    conflicts: "list[Changed]" = field(default_factory=list)

    def show(self, rows: "Iterable[Entry]") -> None:
        """Remember the lines that the window shows, as the diary holds them now."""
        for row in rows:
            if row.id is not None:
                self.known[row.id] = row
                self.own.pop((row.id, row.version), None)

    def take(
        self, store: "Store", edits: Iterable[Mapping[str, Any]], *, decimal: str = "."
    ) -> int:
        """Save the edits that were not taken yet, in their order.

        Args:
            store: The open diary.
            edits: Each with ``window``, ``number``, ``id`` and ``version`` of the line as it was
                shown, ``cell`` (`EDITABLE` or `REMOVE`) and ``value``, the text as typed.
            decimal: The decimal sign of the language; "1.234" is refused where it is a comma.

        Returns:
            How many were new. One of another window or of a line that this one never showed is
            left out: the page sends it again, or shows it no longer.
        """
        new = [one for one in edits if one.get("window") == self.window]
        new = sorted((one for one in new if one["number"] > self.taken), key=_number)
        for one in new:
            self.taken = int(one["number"])
            seen = self._seen(int(one["id"]), one["version"])
            if seen is not None:
                self._save(store, seen, str(one["cell"]), str(one.get("value", "")), decimal)
        return len(new)

    def _seen(self, number: int, version: int | None) -> "Entry | None":
        """Return the line as the window saw it, with the edits that it made since."""
        row = self.known.get(number)
        if row is None:
            return None
        seen = row if row.version == version else replace(row, version=version)
        while (number, seen.version) in self.own:
            seen = self.own[number, seen.version]
        return seen

    def _save(self, store: "Store", seen: "Entry", cell: str, text: str, decimal: str) -> None:
        from nutrition.store import Changed, change_entry, remove_entries

        number = seen.id or 0
        try:
            if cell == REMOVE:
                self.last = remove_entries(store, [seen])
            elif cell in EDITABLE:
                wanted = edited(seen, {cell: text}, decimal=decimal)
                values = {name: getattr(wanted, name) for name in (*WRITTEN, *seen.carried)}
                changed = change_entry(store, seen, **values)
                if changed.version != seen.version:
                    self.own[number, seen.version] = changed
                    self.last = changed.version or self.last
        except Changed as error:
            self.conflicts.append(error)
        except MgcaError as error:
            message = f"{error.message} {error.hint}" if error.hint else error.message
            self.refused[number, cell] = Refusal(text, message)
            return
        self.refused.pop((number, cell), None)


def settle_conflict(store: "Store", error: "Changed") -> None:
    """Write what this window wanted over what another one wrote meanwhile.

    Args:
        store: The open diary.
        error: What could not be saved.

    Raises:
        Changed: The line was changed once more.
    """
    from nutrition.store import add_entries, change_entry, remove_entries

    mine, theirs = error.mine, error.theirs
    if mine is None and theirs is not None:
        remove_entries(store, [theirs])
    elif theirs is None and mine is not None:
        add_entries(store, mine.person_id, [replace(mine, id=None, version=None)])
    elif mine is not None:
        values = {name: getattr(mine, name) for name in (*WRITTEN, *mine.carried)}
        change_entry(store, theirs, **values)


def _number(edit: Mapping[str, Any]) -> int:
    return int(edit["number"])
