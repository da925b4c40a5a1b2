"""`mgca screen`: records and people in; the triage table and a report for each client out."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from nutrition.report.clients import Screened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what only this command understands; how records are read is as for batch."""
    group = parser.add_argument_group("reports")
    group.add_argument(
        "--pdf", action=_boolean(), default=True, help="one PDF a client (needs mgca[report])"
    )
    group.add_argument(
        "--report-format",
        action="append",
        choices=("json", "html", "none"),
        help="beside the PDF; may be given twice; json else",
    )
    group.add_argument("--language", default="en", metavar="CODE", help="en or de")
    group.add_argument("--paper", choices=("a4", "letter"), help="letter in the US, a4 elsewhere")
    group.add_argument("--country", metavar="CODE", help="for the emergency number, such as US, AT")
    group.add_argument(
        "--previous", type=Path, metavar="DIR", help="an earlier screening: before and after"
    )


def run(call: argparse.Namespace) -> int:
    """Carry out the call.

    Args:
        call: The parsed command line.

    Returns:
        The exit code.

    Raises:
        MgcaError: What is wrong and what to do.
    """
    from nutrition import batch
    from nutrition.cli import words
    from nutrition.commands import console
    from nutrition.commands.config import settings
    from nutrition.commands.diaries import food_table, found_files, print_json, reading_options
    from nutrition.report.clients import ScreenJob, screen

    chosen = settings(words(call))
    options, reader = reading_options(call)
    paths, names = found_files(call.diaries)
    job = batch.Job(
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
    formats = tuple(dict.fromkeys(call.report_format or ["json"]))
    country = call.country or _country()
    asked = ScreenJob(
        job=job,
        pdf=call.pdf,
        formats=tuple(name for name in formats if name != "none"),
        language=call.language,
        paper=call.paper or ("letter" if country in ("US", "CA") else "a4"),
        country=country,
        previous=call.previous,
    )
    with console.progress() as watch, _bar() as step:
        done = screen(asked, food_table(chosen), watch=watch, step=step)
    if call.json:
        print_json({**asdict(done), "levels": dict(done.levels)})
    else:
        sys.stdout.write(text(done, asked.language) + "\n")
    return 0


def text(done: Screened, language: str) -> str:
    """What a screening did, in a few lines."""
    from nutrition.commands import console
    from nutrition.texts import say
    from nutrition.triage import LEVELS

    counts = ((level, done.levels[level]) for level in LEVELS if level in done.levels)
    lines = [console.batch_text(done.summary)]
    lines += [f"{count:>6,}  {say(f'triage-level-{level}', language)}" for level, count in counts]
    lines.append(f"{done.clients:,} clients, {done.reports:,} files: {done.out / 'triage.csv'}")
    return "\n".join(lines)


@contextmanager
def _bar() -> Iterator[Callable[[int, int], None] | None]:
    """Show how many clients are done, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm

    with tqdm(unit="client", leave=False, delay=1) as bar:

        def step(done: int, of: int) -> None:
            bar.total = of
            bar.update(done - bar.n)

        yield step


def _boolean() -> Any:
    import argparse

    return argparse.BooleanOptionalAction


def _country() -> str | None:
    """The country of this machine's settings; None where they name none."""
    import locale

    said = locale.getlocale()[0] or ""
    return said.partition("_")[2][:2].upper() or None
