"""Paths to files with their format: what each is, and how it is to be read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from foods.errors import DiaryError
from foods.nutrients import MINERALS
from nutrition.diary import carried_columns, needs_foods
from nutrition.readers import Options, Plan, Reader, choose
from nutrition.readers.source import Source, literal, open_source
from nutrition.reading.archives import check_alike, tables_of
from nutrition.reading.scans import FILE, ReadFile

Plans = dict[tuple[str, tuple[str, ...]], tuple[Reader, Plan]]


def open_files(
    paths: Sequence[Path],
    *,
    names: Sequence[str] | None,
    format: str | None,  # noqa: A002 - the command's own word
    options: Options,
    scratch: TemporaryDirectory[str],
) -> tuple[list[ReadFile], list[DiaryError], dict[int, int]]:
    """Open files and learn the format of each.

    Args:
        paths: Files; an archive of several tables of one format is so many files.
        names: What to call each; its path when None.
        format: Name of a reader; detected from each header when None.
        options: Column mapping, unit, recompute, choices.
        scratch: Where unpacked or re-encoded copies may be written.

    Returns:
        The files, why others could not be opened, and each file's number → place among
        ``paths``.
    """
    files: list[ReadFile] = []
    failures: list[DiaryError] = []
    places: dict[int, int] = {}
    plans: Plans = {}
    for place, path in enumerate(paths):
        called = names[place] if names else str(path)
        try:
            opened = [
                _opened(open_source(table, scratch, name), format, options, plans)
                for table, name in tables_of(path, called, scratch)
            ]
            if len(opened) > 1:
                check_alike(called, opened)
        except DiaryError as error:
            failures.append(error)
            continue
        for file in opened:
            files.append(replace(file, number=len(places)))
            places[len(places)] = place
    return files, failures, places


def _opened(source: Source, reader_name: str | None, options: Options, plans: Plans) -> ReadFile:
    form = (source.kind, source.header)
    if form not in plans:
        reader = choose(source, name=reader_name, options=options)
        plan = _with_unit(reader.plan(source, options), options.unit)
        plans[form] = reader, _with_person(plan, options.choices.get("person"))
    reader, plan = plans[form]
    return ReadFile(source, reader.NAME, reader.TITLE, plan, 0)


def _with_unit(plan: Plan, unit: str | None) -> Plan:
    """Say where ``--unit`` is not used: the format states its own, or has no foods."""
    if unit is None or plan.columns.get("unit") == literal(unit):
        return plan
    if plan.shape in ("people", "states"):
        return plan
    why = "the format has its own units" if plan.shape == "diary" else "the file has no foods"
    return replace(plan, notes=(*plan.notes, f"--unit {unit} is not used: {why}."))


def _with_person(plan: Plan, person: str | None) -> Plan:
    if person is None or FILE not in plan.columns.get("person_id", FILE):
        return plan
    return replace(plan, columns={**plan.columns, "person_id": literal(person)})


def check_carried(
    files: Sequence[ReadFile], places: Mapping[int, int], count: int, *, recompute: bool
) -> None:
    """Refuse diaries that state different minerals: the lesser would lose what it lacks.

    The error's ``sets`` are places of paths that can be read together; a batch does so.

    Args:
        files: All files of a call.
        places: Number of a file → place of its path in the call.
        count: How many paths the call has: one that could not be opened is told with the first.
        recompute: Ignore nutrients that the files carry.

    Raises:
        DiaryError: As said.
    """
    stated: dict[tuple[str, ...], list[ReadFile]] = {}
    foods = [f for f in files if f.plan.shape == "diary" and f.plan.part != "supplement"]
    taken = [f for f in files if f.plan.shape == "diary" and f.plan.part == "supplement"]
    for file in foods:
        stated.setdefault(_stated(file, recompute=recompute), []).append(file)
    for file in taken:
        own = _stated(file, recompute=recompute)
        # What supplements lack is never looked up: it is unknown beside any foods.
        if any(not set(own) <= set(other) for other in stated):
            stated.setdefault(own, []).append(file)
    if len(stated) < 2:  # noqa: PLR2004 - one is as it should be
        return
    _, *others = (sorted({places[file.number] for file in alike}) for alike in stated.values())
    listed = [place for some in others for place in some]
    first = [place for place in range(count) if place not in listed]
    apart = all(any(f in foods for f in alike) for alike in stated.values())
    # One archive may hold both: it can be in one set only.
    met = {places[f.number] for f in next(iter(stated.values()))}
    apart = apart and len({*listed, *met}) == len(listed) + len(met)
    averages = any(f.plan.shape == "habitual" for f in files)
    names = [alike[0].source.name for alike in stated.values()]
    raise DiaryError(
        f"{' and '.join(names[:3])} state different nutrients, so one would be looked up and "
        "the other not.",
        hint="Run them apart, or add --recompute to compute both from the foods.",
        files=names,
        **({"sets": [first, *others]} if apart and not averages else {}),
    )


def _stated(file: ReadFile, *, recompute: bool) -> tuple[str, ...]:
    own = carried_columns(list(file.plan.columns), recompute=recompute)
    minerals = tuple(n for n in own if n in MINERALS)
    return own if needs_foods(own) and len(own) > len(minerals) else minerals
