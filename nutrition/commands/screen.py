"""`mgca screen`: records and people in; the triage table and a report for each client out."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Mapping

    from nutrition.report.clients import Screened

PLACES = ("LC_TELEPHONE", "LC_ADDRESS", "LC_PAPER", "LANG")
"""Words of the environment that may name the country."""

LETTER = ("US", "CA")
"""Countries that print on Letter; all others on A4."""


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
    from nutrition.cli import words
    from nutrition.commands import console
    from nutrition.commands.config import settings
    from nutrition.commands.diaries import batch_job, food_table, print_json
    from nutrition.report.clients import ScreenJob, screen

    chosen = settings(words(call))
    formats = tuple(dict.fromkeys(call.report_format or ["json"]))
    country = (call.country or country_of(os.environ) or "").upper() or None
    asked = ScreenJob(
        job=batch_job(call, chosen),
        pdf=call.pdf,
        formats=tuple(name for name in formats if name != "none"),
        language=call.language,
        paper=call.paper or ("letter" if country in LETTER else "a4"),
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
    from nutrition.counted import counted
    from nutrition.texts import say
    from nutrition.triage import LEVELS

    counts = ((level, done.levels[level]) for level in LEVELS if level in done.levels)
    lines = [console.batch_text(done.summary)]
    lines += [f"{count:>6,}  {say(f'triage-level-{level}', language)}" for level, count in counts]
    clients = counted(done.clients, "client", "clients")
    files = counted(done.reports, "file", "files")
    lines.append(f"{clients}, {files}: {done.out / 'triage.csv'}")
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


def country_of(words: Mapping[str, str]) -> str | None:
    """Return the country that the environment's own words name.

    Not `locale.getlocale()`: it says en_US of a machine that names no country, and of one whose
    country is not installed.

    Args:
        words: The environment. LC_ALL decides alone where it is set, as POSIX has it; else the
            first that names a country of LC_TELEPHONE, LC_ADDRESS and LC_PAPER, which are about
            the place, and LANG. LC_MESSAGES names a language and not a place.

    Returns:
        ISO 3166 code, two letters; None where no country is named (C, POSIX, ``de``).
    """
    from nutrition.screening import emergency_number

    if words.get("LC_ALL"):
        return emergency_number(words["LC_ALL"]).country
    named = (emergency_number(words.get(name)).country for name in PLACES)
    return next((country for country in named if country), None)
