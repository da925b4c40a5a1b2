"""The ``mgca`` command: each call parses its words, calls the library, prints what came back."""

import argparse
import json
import logging
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Event
from typing import Any

from foods.errors import MgcaError

REFERENCES = (
    "NASEM, EFSA, … or a CSV of one's own, with the columns body, nutrient (calcium_mg), statistic "
    "(EAR), value, unit (mg/d) and source, and where needed sex, age_min_months, age_max_months"
)
SD_SOURCES = "IOM 2000 (adults), NHANES 2015-2016 or NHANES 2007-2012 approximate"
STOPPED = "mgca: stopped; nothing was changed.\n"
STOPPED_CODE = 130
_interrupted = Event()
EPILOG = """\
examples:
  mgca day "2 cups cooked spinach" "250 ml whole milk" --sex female --age 34
  mgca search "steamed kale"
  mgca batch diary.csv --people people.csv --out results
  mgca app
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: Words of the command line; the process's own when None.

    Returns:
        0 done; 1 nothing could be read or done; 2 the call's words are off; 130 stopped.
    """
    parser = _parser()
    call = parser.parse_args(arguments)
    logging.basicConfig(
        level=logging.DEBUG if call.verbose else logging.WARNING,
        format="%(levelname)s %(name)s: %(message)s",
        stream=sys.stderr,
    )
    if not call.verbose:
        # Each of its retries would be told before the error that says it all.
        logging.getLogger("urllib3").setLevel(logging.ERROR)
    if call.command is None:
        parser.print_help()
        return 2
    try:
        if call.command in ("batch", "screen"):
            # Stopped half-way, compiled modules turn the interrupt into errors of their own.
            from nutrition import batch  # noqa: F401
        _stop_by_exception()
        if call.command == "screen":
            from nutrition.commands import screen

            return screen.run(call)
        from nutrition.commands import diaries  # `mgca --help` answers at once

        return diaries.run(call)
    except (Exception, KeyboardInterrupt) as error:
        # A module that is stopped while it loads says so in an error of its own.
        if isinstance(error, KeyboardInterrupt) or _interrupted.is_set():
            sys.stderr.write(STOPPED)
            return STOPPED_CODE
        if isinstance(error, BrokenPipeError):
            return 0
        if not isinstance(error, MgcaError):
            raise
        if call.json:
            sys.stdout.write(
                json.dumps({"error": error.message, "hint": error.hint}, ensure_ascii=False) + "\n"
            )
        sys.stderr.write(f"mgca: {error}\n")
        return 1


def entry() -> None:
    """Run the command as its own process."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # While modules load there is nothing to clean up.
        signal.signal(signal.SIGINT, _stop_at_once)
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    # DuckDB's bindings report leaks of their own when the interpreter winds down.
    os._exit(code)


def _stop_at_once(*_: object) -> None:
    os.write(sys.stderr.fileno(), STOPPED.encode())
    os._exit(STOPPED_CODE)


def _stop_by_exception() -> None:
    """Let Ctrl-C unwind from here on, so that drafts and scratch folders are cleared away."""
    if signal.getsignal(signal.SIGINT) is _stop_at_once:
        signal.signal(signal.SIGINT, _unwind)


def _unwind(*_: object) -> None:
    _interrupted.set()
    raise KeyboardInterrupt


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help="print JSON")
    common.add_argument("--verbose", action="store_true", help="say what is being done")
    common.add_argument(
        "--locale", choices=("us", "uk", "metric"), help="sizes of cups, pints and spoons"
    )
    common.add_argument("--foods", metavar="NAME", help="an installed food table")
    parser = argparse.ArgumentParser(
        prog="mgca",
        description="Dietary calcium and magnesium: what was eaten, against reference intakes.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(verbose=False, json=False)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text, parents=[common])

    app = command("app", "Open the page in a browser, on this machine only.")
    app.add_argument("--port", type=int, default=8501)
    app.add_argument("--no-browser", action="store_true", help="do not open a browser")
    day = command("day", "One day's foods: totals, gaps, what is unknown.")
    day.add_argument("phrases", nargs="+", metavar="FOOD", help='"2 cups cooked spinach"')
    _person(day)
    day.add_argument("--complete", action="store_true", help="the day is complete: give a verdict")
    search = command("search", "Foods by name, ranked.")
    search.add_argument("name", nargs="?", help='"steamed kale"')
    search.add_argument("--file", type=Path, metavar="CSV", help="column name; CSV to the output")
    search.add_argument("--limit", type=int, default=5)
    search.add_argument("--explain", action="store_true", help="show how the ranking came about")
    parse = command("parse", "Read phrases: food, amount, grams.")
    parse.add_argument("phrase", nargs="*", help='"1,5 dl milk"')
    parse.add_argument("--file", type=Path, metavar="CSV", help="column phrase; CSV to the output")
    _batch(command("batch", "Whole diaries: totals by person and day, assessment, rejects."))
    _screen(command("screen", "Who needs attention first, and a report for each client."))
    _foods(command("foods", "The food tables: what they hold, build official ones, look one up."))
    references = command("references", "Reference intakes of every body, side by side.")
    _person(references)
    command("config", "Settings, and who said so.")
    return parser


def _person(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sex", choices=("female", "male"))
    parser.add_argument("--age", type=float, metavar="YEARS")
    parser.add_argument("--condition", choices=("none", "pregnant", "lactating"), default="none")
    parser.add_argument("--trimester", type=int, choices=(1, 2, 3))
    parser.add_argument("--references", metavar="BODY", help=REFERENCES)


def _foods(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("info", "build", "lookup"))
    parser.add_argument(
        "what",
        nargs="?",
        metavar="WHAT",
        help="build: fndds, sr, foundation or all; lookup: a food's name or FoodData Central id",
    )
    parser.add_argument("--release", metavar="LABEL", help="such as 2017-2018; the newest else")
    parser.add_argument(
        "--from",
        dest="path",
        type=Path,
        metavar="PATH",
        help="a zip or folder that was fetched by hand",
    )
    parser.add_argument("--url", metavar="BASE", help="download from here, not from USDA")
    parser.add_argument("--yes", action="store_true", help="lookup: send without asking")
    parser.add_argument("--limit", type=int, default=5, help="lookup: at most so many foods")
    parser.add_argument(
        "--archives", type=Path, metavar="DIR", help="build: the bundled table's source packages"
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="build: where to write the bundled table"
    )


def _batch(parser: argparse.ArgumentParser) -> None:
    _reading(parser)
    parser.add_argument("--items", action="store_true", help="write items.parquet")
    parser.add_argument("--parquet", action="store_true", help="write the tables as Parquet too")
    parser.add_argument("--engine", choices=("duckdb", "polars", "pandas", "dask"))
    parser.add_argument("--scheduler", metavar="tcp://HOST:PORT", help="a running Dask scheduler")
    _batch_groups(parser.add_argument_group("groups of people"))


def _screen(parser: argparse.ArgumentParser) -> None:
    from nutrition.commands.screen import add_arguments

    _reading(parser)
    add_arguments(parser)


def _reading(parser: argparse.ArgumentParser) -> None:
    """What files hold, how they are read, and what they are compared with."""
    parser.add_argument(
        "diaries", nargs="+", metavar="DIARY", help="CSV, .gz, .zip, Parquet or XPT"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--people", type=Path, metavar="CSV", help="sex, age, life stage")
    parser.add_argument(
        "--columns",
        metavar="HOUSE=COLUMN,…",
        help="person_id=ID,food=Name,…, or @FILE (TOML, JSON) or @NAME of a saved mapping",
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=CHOICE",
        help="what a format leaves open: calcium=mg, dv1000 or dv1300; person=NAME",
    )
    parser.add_argument(
        "--parts", action="store_true", help="files with the same person and day are parts of it"
    )
    parser.add_argument("--unit", help="one unit for the whole file, such as g")
    parser.add_argument("--format", help="the file's format, where it is not recognised")
    parser.add_argument("--answers", type=Path, metavar="CSV", help="questions.csv, filled in")
    parser.add_argument("--recompute", action="store_true", help="ignore nutrients in the file")
    parser.add_argument("--memory", metavar="SIZE", help="such as 1GB; the rest spills to disk")
    parser.add_argument("--references", metavar="BODY", help=REFERENCES)
    parser.add_argument("--sd-source", metavar="NAME", help=SD_SOURCES)


def _batch_groups(parser: argparse._ArgumentGroup) -> None:
    parser.add_argument(
        "--group-by", metavar="COLUMN,…", help="people columns; age_group is made; none: everyone"
    )
    parser.add_argument("--method", choices=("nrc", "nci"), help="usual intake: nrc or nci")
    parser.add_argument(
        "--variance-ratio",
        type=float,
        metavar="R",
        help="variance within over between persons of another survey, up to 100, for one day a "
        "person; it overrides the variances of people with more days",
    )
    parser.add_argument(
        "--adjust-order",
        choices=("auto", "on", "off"),
        help="take the shift of later recalls out: auto, where recalls are numbered by the survey "
        "or program; on, by the order of any days; off",
    )
    parser.add_argument("--seed", type=int, help="of draws and bootstrap")
    parser.add_argument(
        "--replicates",
        type=int,
        help="of the bootstrap; 0: no errors; under 30 are marked as too few",
    )
    parser.add_argument(
        "--people-columns",
        metavar="HOUSE=COLUMN,…",
        help="survey_weight=WTDR2D,stratum=SDMVSTRA,psu=SDMVPSU, and person_id, sex, …",
    )
    parser.add_argument(
        "--replicate-weights", metavar="PREFIX", help="people columns of the survey's replicates"
    )
    parser.add_argument("--fay", type=float, default=0.0, metavar="K", help="their Fay constant")


def words(call: argparse.Namespace) -> dict[str, Any]:
    """Return what the call says of settings; None where it is silent."""
    return {
        name: None if getattr(call, name, None) is None else str(getattr(call, name))
        for name in (
            *("locale", "references", "foods", "engine", "memory", "sd_source"),
            *("group_by", "method", "variance_ratio", "seed", "replicates", "adjust_order"),
        )
    }


if __name__ == "__main__":
    entry()
