"""Choices made once and remembered: the same table as ``--answers``."""

import csv
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from nutrition.diary import SCHEMA_VERSION
from nutrition.factors import Answer, read_answers
from nutrition.spreadsheet import revived
from nutrition.store.basic import records
from nutrition.store.cells import to_csv
from nutrition.store.edits import changed, select_records
from nutrition.store.errors import RecordError
from nutrition.store.kinds import Choice
from nutrition.store.schema import tables
from nutrition.store.store import Store

CSV_COLUMNS = ("food", "unit", "answer_food_id", "answer_grams", "locale", "schema_version")
"""The columns that `nutrition.factors.read_answers` reads, and the locale."""


def choices(store: Store) -> tuple[Choice, ...]:
    """Return every choice, oldest first; `change` edits one and `remove` forgets it."""
    return records(store, Choice)


def choice_of(store: Store, name: str, unit: str, locale: str = "") -> Choice | None:
    """Return the choice for a food and unit as written; None where none was made."""
    found = records(store, Choice, name=name, unit=unit, locale=locale)
    return found[0] if found else None


def answers_of(store: Store, locale: str = "us") -> dict[tuple[str, str], Answer]:
    """Return the choices as `nutrition.resolve` takes them.

    Args:
        store: The open diary.
        locale: Choices made for this locale win over those made for every locale.
    """
    found = [one for one in choices(store) if one.locale in ("", locale)]
    return {
        (one.name, one.unit): Answer(one.food_id, one.grams)
        for one in sorted(found, key=lambda one: one.locale != "")
    }


def remember_choice(
    store: Store,
    name: str,
    unit: str,
    *,
    food_id: str | None = None,
    grams: float | None = None,
    locale: str = "",
    seen: Choice | None = None,
) -> Choice:
    """Remember which food a name means, or what one unit of it weighs.

    Args:
        store: The open diary.
        name: Food as written.
        unit: Unit as written; ``*`` serves every unit.
        food_id: The food meant.
        grams: Weight of one unit [g].
        locale: For which sizes of cups and spoons; empty for all.
        seen: The choice this window saw (`choice_of`), which this one replaces.

    Raises:
        Changed: Another window chose otherwise since.
        RecordError: Neither a food nor a weight is given.
    """
    wanted = Choice(name=name, unit=unit, locale=locale, food_id=food_id, grams=grams)
    _check(wanted)
    table = tables["choices"]
    here = (table.c.name == name, table.c.unit == unit, table.c.locale == locale)
    with store.editing("remember choice") as edit:
        if seen is not None:
            return edit.change(seen, replace(wanted, id=seen.id, version=seen.version))
        found = select_records(edit.connection, store.owner, Choice, *here)
        if found and (found[0].food_id, found[0].grams) != (food_id, grams):
            raise changed(wanted, found[0])
        return found[0] if found else edit.add([wanted])[0]


def remember_answers(
    store: Store, answers: Mapping[tuple[str, str], Answer], locale: str = ""
) -> int:
    """Remember many choices at once, over those that stand; return how many are new or other.

    One edit: `undo` brings back what stood before.
    """
    wanted = [
        Choice(name=name, unit=unit, locale=locale, food_id=one.food_id, grams=one.grams)
        for (name, unit), one in answers.items()
    ]
    return _remember(store, wanted)


def export_choices(store: Store, path: Path) -> int:
    """Write every choice as a CSV that ``--answers`` takes; return how many.

    A name that a spreadsheet would run as a formula gets an apostrophe in front, which
    `import_choices` takes away again.
    """
    found = choices(store)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(CSV_COLUMNS)
        for one in found:
            cells = (one.name, one.unit, one.food_id, one.grams, one.locale, SCHEMA_VERSION)
            writer.writerow([to_csv(cell) for cell in cells])
    return len(found)


def import_choices(store: Store, path: Path) -> int:
    """Read a filled-in ``questions.csv``, or what `export_choices` wrote; return how many.

    Choices of the file replace those that stand for the same food, unit and locale; one edit,
    which `undo` takes back.

    Raises:
        DiaryError: The file has other columns, or a weight is not a positive number.
        RecordError: A value cannot be kept.
    """
    read_answers(path)  # names every fault of the file
    wanted: dict[tuple[str, str, str], Choice] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            food_id = (row["answer_food_id"] or "").strip()
            grams = (row["answer_grams"] or "").strip().replace(",", ".")
            if food_id or grams:
                name, unit = revived(row["food"]), revived(row["unit"] or "")
                locale = row.get("locale") or ""
                wanted[name, unit, locale] = Choice(
                    name=name,
                    unit=unit,
                    locale=locale,
                    food_id=revived(food_id) or None,
                    grams=float(grams) if grams else None,
                )
    return _remember(store, list(wanted.values()))


def _remember(store: Store, wanted: list[Choice]) -> int:

    count = 0
    with store.editing("remember choices") as edit:
        standing = {
            (one.name, one.unit, one.locale): one
            for one in select_records(edit.connection, store.owner, Choice)
        }
        for one in wanted:
            _check(one)
            there = standing.get((one.name, one.unit, one.locale))
            if there is None:
                edit.add([one])
                count += 1
            elif (there.food_id, there.grams) != (one.food_id, one.grams):
                edit.change(there, replace(one, id=there.id, version=there.version))
                count += 1
    return count


def _check(one: Choice) -> None:
    if not one.food_id and one.grams is None:
        raise RecordError(
            f"The choice for {one.name[:50]!r} names no food and no weight.",
            hint="Give food_id, grams or both.",
        )
    if one.grams is not None and not one.grams > 0:
        raise RecordError(
            f"One {one.unit[:50] or 'unit'} of {one.name[:50]!r} cannot weigh {one.grams} g.",
            hint="Give the weight of one unit in grams, above zero.",
        )
