"""What each call of the ``mgca`` command does; imports stand where they are needed."""

import argparse
import csv
import glob
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from foods.errors import DiaryError, MgcaError
from nutrition.cli import words
from nutrition.commands.config import Value, settings

if TYPE_CHECKING:
    from foods.composition import FoodTable
    from nutrition.batch_job import Job, Summary
    from nutrition.population.options import GroupOptions
    from nutrition.readers import Options

DIARY_SUFFIXES = (".csv", ".gz", ".zip", ".parquet", ".xpt")
SEARCH_COLUMNS = (
    "name",
    "rank",
    "food_id",
    "description",
    "calcium_mg",
    "magnesium_mg",
    "status",
)
MONTHS = 12
OLDEST_YEARS = 120
CHOICES = ("calcium", "person")
"""What a file's format can leave open, for --set."""


def run(call: argparse.Namespace) -> int:
    """Carry out a call.

    Args:
        call: The parsed command line.

    Returns:
        The exit code.

    Raises:
        MgcaError: What is wrong and what to do.
    """
    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "app": _app,
        "day": _day,
        "search": _search,
        "parse": _parse,
        "batch": _batch,
        "foods": _foods,
        "references": _references,
        "config": _config,
    }
    return commands[call.command](call)


def _out(text: str) -> None:
    sys.stdout.write(text + "\n")


def print_json(value: Any) -> None:
    """Print a value as JSON."""
    _out(json.dumps(value, ensure_ascii=False, indent=2, default=str, allow_nan=False))


def _write_csv(columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> None:
    writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def food_table(chosen: dict[str, Value]) -> "FoodTable":
    """Open the food table that the settings name."""
    from foods.installed import open_table

    return open_table(chosen["foods"].value)


def _column(path: Path, column: str) -> list[str]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            if column not in (rows.fieldnames or ()):
                raise DiaryError(
                    f"{path} has no column {column!r}.",
                    hint=f"It has: {', '.join(rows.fieldnames or ()) or 'none'}.",
                )
            return [row[column] or "" for row in rows]
    except FileNotFoundError as error:
        raise DiaryError(f"{path}: no such file.", hint="Give the path of a CSV.") from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DiaryError(
            f"{path} cannot be read: {error}.", hint="Save it as UTF-8 CSV."
        ) from error


def _app(call: argparse.Namespace) -> int:
    import importlib.util
    import subprocess  # only here

    page, house = importlib.util.find_spec("app"), importlib.util.find_spec("dashboard")
    if page is None or page.origin is None or house is None or house.origin is None:
        raise MgcaError("The page is not installed.", hint="Install mgca again: pip install mgca.")
    theme = Path(house.origin).parent / "theme" / "mgca.toml"
    command = [sys.executable, "-m", "dashboard.serve", "run", page.origin]
    command += ["--server.port", str(call.port), "--server.address", "localhost"]
    command += ["--browser.gatherUsageStats", "false", "--client.toolbarMode", "viewer"]
    command += ["--client.showErrorLinks", "false", "--client.showErrorDetails", "type"]
    command += ["--theme.base", str(theme)]
    command += ["--server.headless", "true" if call.no_browser else "false"]
    return subprocess.call(command)  # noqa: S603 - our own page with our own Python


def _day(call: argparse.Namespace) -> int:
    from nutrition.commands import console
    from nutrition.views.day import Profile, day_of

    chosen = settings(words(call))
    _check_person(call)
    profile = None
    if call.sex is not None and call.age is not None:
        profile = Profile(call.sex, call.age, call.condition, call.trimester)
    day = day_of(
        call.phrases,
        food_table(chosen),
        profile=profile,
        locale=chosen["locale"].value,
        complete=call.complete,
        body=chosen["references"].value,
        sd_source=chosen["sd_source"].value,
    )
    if call.json:
        print_json(console.day_record(day, chosen["locale"].value))
    else:
        _out(console.day_text(day, chosen["locale"].value))
    return 0 if day.items_count else 1


def _check_person(call: argparse.Namespace) -> None:
    if call.age is not None and not 0 <= call.age <= OLDEST_YEARS:
        raise DiaryError(
            f"--age is {call.age:g}.", hint=f"Give years from 0 to {OLDEST_YEARS}, such as 34.5."
        )
    if call.trimester is not None and call.condition != "pregnant":
        raise DiaryError(
            f"--trimester {call.trimester} without --condition pregnant.",
            hint="Add --condition pregnant, or leave the trimester out.",
        )
    if call.condition != "none" and call.sex == "male":
        raise DiaryError(
            f"--condition {call.condition} does not go with --sex male.",
            hint="Leave one of them out.",
        )


def _search(call: argparse.Namespace) -> int:
    from foods import search

    table = food_table(settings(words(call)))
    if call.file is None and call.name is None:
        raise DiaryError("No name was given.", hint='Try: mgca search "steamed kale".')
    if call.explain:
        _out(search.explain(call.name, table))
        return 0
    names = _column(call.file, "name") if call.file is not None else [call.name]
    rows = [row for name in names for row in _ranked(name, table, call.limit)]
    if call.json:
        print_json(rows)
    elif call.file is not None:
        _write_csv(SEARCH_COLUMNS, rows)
    else:
        from nutrition.commands import console

        _out(console.search_text(rows))
    return 0


def _ranked(name: str, table: "FoodTable", limit: int) -> list[dict[str, Any]]:
    from foods import search

    decision = search.decide(name, table, limit=limit)
    statuses = {"exact": "auto", "matched": "auto", "ask": "ask", "none": "none"}
    status = statuses[decision.status]
    blank = dict.fromkeys(SEARCH_COLUMNS, "") | {"name": name, "rank": 0, "status": status}
    if status == "none":
        return [blank]
    first = [c for c in decision.candidates if c.food_id == decision.food_id]
    others = [c for c in decision.candidates if c.food_id != decision.food_id]
    if len(first) + len(others) < limit:
        seen = {c.food_id for c in (*first, *others)}
        more = search.search(name, table, limit=limit + len(seen))
        others += [c for c in more if c.food_id not in seen]
    return [
        blank
        | {
            "rank": rank,
            "food_id": c.food_id,
            "description": c.description,
            "calcium_mg": c.calcium_mg,
            "magnesium_mg": c.magnesium_mg,
        }
        for rank, c in enumerate([*first, *others][:limit], start=1)
    ]


def _parse(call: argparse.Namespace) -> int:
    from nutrition.views.phrases import PARSE_COLUMNS, parse_table

    chosen = settings(words(call))
    if call.file is None and not call.phrase:
        raise DiaryError("No phrase was given.", hint='Try: mgca parse "1,5 dl milk".')
    texts = _column(call.file, "phrase") if call.file is not None else list(call.phrase)
    rows = parse_table(texts, food_table(chosen), locale=chosen["locale"].value)
    if call.json:
        print_json(rows)
    elif call.file is not None:
        _write_csv(PARSE_COLUMNS, rows)
    else:
        from nutrition.commands import console

        _out(console.parse_text(rows, chosen["locale"]))
    return 0


def _batch(call: argparse.Namespace) -> int:
    from nutrition import batch
    from nutrition.commands import console

    chosen = settings(words(call))
    job = replace(
        batch_job(call, chosen),
        engine=chosen["engine"].value,
        items=call.items,
        parquet=call.parquet,
        scheduler=call.scheduler,
        groups=_group_options(call, chosen),
    )
    try:
        with console.progress() as watch:
            summary = batch.run(job, food_table(chosen), watch=watch)
    except DiaryError as error:
        if isinstance(error.fields.get("summary"), batch.Summary):
            _report(error.fields["summary"], as_json=call.json)
        raise
    _report(summary, as_json=call.json)
    return 0


def batch_job(call: argparse.Namespace, chosen: dict[str, Value]) -> "Job":
    """Return what a call says of its files, their people and what they are compared with."""
    from nutrition.batch_job import Job

    options, reader = reading_options(call)
    paths, names = found_files(call.diaries)
    return Job(
        paths=tuple(paths),
        names=tuple(names),
        out=call.out,
        people=call.people,
        format=reader,
        options=options,
        locale=chosen["locale"].value,
        answers=call.answers,
        body=chosen["references"].value,
        sd_source=chosen["sd_source"].value,
        memory=chosen["memory"].value or None,
    )


def _group_options(call: argparse.Namespace, chosen: dict[str, Value]) -> "GroupOptions":
    """Return how groups are formed and estimated, by the call over the settings."""
    from nutrition.population.options import GroupOptions, read_grouping

    def number(name: str, kind: Callable[[str], Any]) -> Any:
        said = chosen[name]
        try:
            return kind(said.value)
        except ValueError:
            raise DiaryError(
                f"{name} is {said.value!r} ({said.origin}).", hint="Give a number."
            ) from None

    ratio = chosen["variance_ratio"].value
    return GroupOptions(
        by=read_grouping(chosen["group_by"].value),
        method=chosen["method"].value,
        variance_ratio=number("variance_ratio", float) if ratio else None,
        seed=number("seed", int),
        replicates=number("replicates", int),
        people_columns=_mapping(call.people_columns),
        replicate_weights=call.replicate_weights,
        fay=call.fay,
        adjust_order=chosen["adjust_order"].value,
    )


def _report(summary: "Summary", *, as_json: bool) -> None:
    from nutrition.commands import console

    if as_json:
        print_json(asdict(summary))
    else:
        _out(console.batch_text(summary))


def found_files(patterns: Sequence[str]) -> tuple[list[Path], list[str]]:
    """Return the files meant, and what each is called: by default its person.

    A pattern or folder that the shell left alone is opened here. A file is called by its path
    as given; one given by a path from the root or upwards, by its path below the folder given,
    so that it is called the same from wherever the command is run.
    """
    paths: list[Path] = []
    names: list[str] = []
    for pattern in patterns:
        path = Path(pattern)
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in DIARY_SUFFIXES)
            if not inside:
                raise DiaryError(
                    f"{path} holds no diary file.",
                    hint=f"It is searched for {', '.join(DIARY_SUFFIXES)}.",
                )
            paths += inside
            names += [_called(p, path) for p in inside]
        elif not path.exists() and any(c in pattern for c in "*?["):
            matches = sorted(Path(p) for p in glob.glob(pattern, recursive=True))  # noqa: PTH207
            matches = [p for p in matches if p.is_file()]
            if not matches:
                raise DiaryError(f"No file matches {pattern}.", hint="Check the pattern.")
            folders = list(path.parts)
            start = next(i for i, part in enumerate(folders) if any(c in part for c in "*?["))
            paths += matches
            names += [_called(p, Path(*folders[:start])) for p in matches]
        else:
            paths.append(path)
            names.append(_called(path, path.parent))
    again = {name for name in names if names.count(name) > 1} if _any_twice(names) else set()
    return paths, [str(p) if name in again else name for p, name in zip(paths, names, strict=True)]


def _any_twice(names: Sequence[str]) -> bool:
    return len(set(names)) < len(names)


def _called(path: Path, folder: Path) -> str:
    if path.is_absolute() or ".." in path.parts:
        return path.relative_to(folder).as_posix()
    return path.as_posix()


def reading_options(call: argparse.Namespace) -> tuple["Options", str | None]:
    """Return what the call, over its saved mapping, says of the files, and their format."""
    from nutrition.readers import Options
    from nutrition.readers.mapping import SavedMapping, load_mapping

    saved, columns = SavedMapping(), {}
    if call.columns and call.columns.startswith("@"):
        saved = load_mapping(call.columns[1:])
    else:
        columns = _mapping(call.columns)
    said = {}
    for text in call.set:
        name, equals, choice = text.partition("=")
        if name.strip() not in CHOICES or not equals or not choice.strip():
            raise DiaryError(
                f"--set {text} is not understood.",
                hint=f"It is NAME=CHOICE; names: {', '.join(CHOICES)}.",
            )
        said[name.strip()] = choice.strip()
    options = Options(
        {**saved.columns, **columns},
        call.unit or saved.unit,
        call.recompute,
        {**saved.choices, **said},
        call.parts,
    )
    return options, call.format or saved.format


def _mapping(text: str | None) -> dict[str, str]:
    """Read ``house=column,house=column``; a comma inside a column name needs doubling no more."""
    if not text:
        return {}
    mapping: dict[str, str] = {}
    for row in next(csv.reader([text])):
        house, equals, column = row.partition("=")
        if not equals or not house.strip() or not column.strip():
            raise DiaryError(
                f"--columns: {row!r} is not of the form house=column.",
                hint="Such as --columns person_id=ID,day=Day,food=Name,amount=Grams.",
            )
        if house.strip() in mapping:
            raise DiaryError(
                f"--columns names {house.strip()} twice.", hint="Each diary column has one source."
            )
        mapping[house.strip()] = column.strip()
    return mapping


def _foods(call: argparse.Namespace) -> int:
    from nutrition.commands import foods

    return foods.run(call, print_json)


def _references(call: argparse.Namespace) -> int:
    from nutrition.commands import console
    from nutrition.references import bodies, compare, load

    _check_person(call)
    only = load(call.references) if call.references else None
    if call.sex is None or call.age is None:
        known = bodies() if only is None else {only.body: only.title}
        rows: list[dict[str, Any]] = [{"body": k, "title": v} for k, v in known.items()]
    else:
        condition = call.condition
        if condition == "pregnant" and call.trimester:
            condition = f"pregnancy_T{call.trimester}"
        rows = compare(sex=call.sex, age_months=call.age * MONTHS, condition=condition, only=only)
    if call.json:
        print_json(rows)
    else:
        _out(console.references_text(rows))
    return 0


def _config(call: argparse.Namespace) -> int:
    from nutrition.commands.config import SETTINGS, config_file

    chosen = settings(words(call))
    if call.json:
        print_json({name: asdict(value) for name, value in chosen.items()})
        return 0
    for setting in SETTINGS:
        value = chosen[setting.name]
        _out(f"{setting.name} = {value.value!r}  ({value.origin})  {setting.meaning}")
    _out(f"File: {config_file()}")
    return 0
