"""What ``mgca foods`` does: list the tables, build official ones, look a food up at USDA."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from foods.errors import DiaryError, MgcaError
from nutrition.cli import words
from nutrition.commands.config import settings

if TYPE_CHECKING:
    from foods.download import Progress
    from foods.fdc import Client, FdcFood

PrintJson = Callable[[Any], None]


def run(call: argparse.Namespace, print_json: PrintJson) -> int:
    """Carry out one of the actions.

    Args:
        call: The parsed command line.
        print_json: Prints a value as JSON.

    Returns:
        The exit code.

    Raises:
        MgcaError: What is wrong and what to do.
    """
    actions = {"info": _info, "build": _build, "lookup": _lookup}
    return actions[call.action](call, print_json)


def _out(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _info(call: argparse.Namespace, print_json: PrintJson) -> int:
    from foods.installed import BUNDLED, installed, open_table, tables_folder
    from nutrition.commands import console

    chosen = settings(words(call))["foods"]
    info = open_table(chosen.value).info()
    there = installed()
    if call.json:
        print_json({"table": chosen.value, **info, "installed": there})
        return 0
    _out(f"Table in use: {chosen.value} ({chosen.origin}).")
    _out(console.foods_text(info))
    _out(f"\nInstalled tables, chosen with --foods NAME ({tables_folder()}):")
    rows = [(BUNDLED, "", "", "ships with the program")]
    rows += [
        (
            name,
            f"{meta['counts']['foods']:,}",
            f"{meta['counts']['measures']:,}",
            f"{meta['source']}, built {meta['built'][:10]}",
        )
        for name, meta in there.items()
    ]
    _out(console.grid(("name", "foods", "measures", "what"), rows))
    return 0


def _build(call: argparse.Namespace, print_json: PrintJson) -> int:
    from foods import releases

    if call.what is None:
        return _build_bundled(call)
    kinds = releases.KINDS if call.what == "all" else (call.what,)
    if call.what == "all" and call.release is not None:
        raise DiaryError(
            "--release names one release, and all builds three tables.",
            hint=f"Build one of {', '.join(releases.KINDS)} with it.",
        )
    made = []
    for kind in kinds:
        try:
            with _bar(kind) as progress:
                meta = releases.build(
                    kind,
                    call.release,
                    path=call.path,
                    base=call.url or releases.OFFICIAL,
                    progress=progress,
                )
        except MgcaError as error:
            if len(kinds) == 1:
                raise
            sys.stderr.write(f"mgca: {kind}: {error}\n")
            continue
        made.append(meta)
        if not call.json:
            _out(_built_text(meta))
    if call.json:
        print_json(made)
    return 0 if len(made) == len(kinds) else 1


def _built_text(meta: dict[str, Any]) -> str:
    counts = meta["counts"]
    lines = [
        f"{meta['name']}: {counts['foods']:,} foods, {counts['measures']:,} household measures.",
        f"  calcium known: {counts['calcium_known']:,}; magnesium: {counts['magnesium_known']:,}",
    ]
    lines += [f"  left out, {name.replace('_', ' ')}: {n}" for name, n in meta["left_out"].items()]
    lines += [f"  {one['file']}: sha256 {one['sha256']}" for one in meta["inputs"]]
    lines.append(f"Use it with --foods {meta['name']}.")
    return "\n".join(lines)


def _build_bundled(call: argparse.Namespace) -> int:
    from foods import build

    if call.archives is None or call.out is None:
        raise MgcaError(
            "Say what to build.",
            hint="mgca foods build fndds|sr|foundation|all; or the bundled table again: "
            "mgca foods build --archives DIR --out DIR (foods/data/SOURCES.md).",
        )
    build.build(call.archives, call.out)
    _out(f"The tables are in {call.out}.")
    return 0


@contextmanager
def _bar(title: str) -> "Iterator[Progress | None]":
    """Show a bar on a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm

    with tqdm(desc=title, unit="B", unit_scale=True, leave=False, delay=1) as bar:

        def show(done: int, total: int | None) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield show


def _lookup(call: argparse.Namespace, print_json: PrintJson) -> int:
    from foods import fdc

    if not call.what:
        raise DiaryError("Nothing to look up.", hint='Try: mgca foods lookup "oat milk".')
    by_id = call.what.isdigit()
    request = (
        fdc.food_request(int(call.what)) if by_id else fdc.search_request(call.what, call.limit)
    )
    with fdc.Client(base=call.url or fdc.API) as client:
        kept = client.kept(*request)
        if kept is None:
            fdc.key_of()
            _agree(call, client, by_id=by_id)
        found = (
            [client.food(int(call.what))] if by_id else client.search(call.what, limit=call.limit)
        )
    if call.json:
        print_json([asdict(one) for one in found])
    else:
        if kept is not None:
            _out(f"Answer of {kept.fetched[:10]}, from disk; nothing was sent.")
        _out("\n".join(_found_text(one) for one in found) or "FoodData Central has no such food.")
    return 0 if found else 1


def _agree(call: argparse.Namespace, client: "Client", *, by_id: bool) -> None:
    """Say what will leave the machine, and ask."""
    what = f"the id {call.what}" if by_id else f"the words {call.what!r}"
    said = f"To be sent to {client.host}: {what} and your key (FDC_API_KEY). Nothing else."
    sys.stderr.write(f"{said}\n")
    if call.yes:
        return
    if sys.stdin.isatty():
        sys.stderr.write("Send it? [y/N] ")
        sys.stderr.flush()
        if sys.stdin.readline().strip().lower() in ("y", "yes"):
            return
    raise DiaryError("Nothing was sent.", hint="With --yes it is sent without asking.")


def _found_text(one: "FdcFood") -> str:
    from nutrition.commands.console import NOT_KNOWN

    def amount(value: float | None) -> str:
        return NOT_KNOWN if value is None else f"{value:,.0f}"

    food = one.food
    minerals = f"calcium {amount(food.calcium_mg)}, magnesium {amount(food.magnesium_mg)}"
    lines = [
        f"{one.fdc_id}  {food.description}  ({one.data_type}, {one.published or 'undated'})",
        f"    {minerals} mg per 100 g",
    ]
    lines += [f"    {m.measure} = {m.grams:.4g} g" for m in one.measures]
    lines += [f"    {one.remark}"] if one.remark else []
    return "\n".join(lines)
