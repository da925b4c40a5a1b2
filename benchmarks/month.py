"""A month of diary in a real browser: edit to totals, page switch, cold start.

Builds 30 days of 60 rows in a data folder of its own, serves the app and drives a headless
Chromium. Run: python benchmarks/month.py [--repeats 30] [--cold 5]

What is timed, in the browser, by its own clock:
edit to totals  from leaving a changed amount on Today until the totals below the lines are new
edit to gauge   the same until the gauge beside them is
page switch     from the click on a page's name until its title and its charts are drawn
cold start      from starting the server process until Today can be typed into
"""

import argparse
import datetime as dt
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "dashboard")]

from page_server import chromium, settle  # noqa: E402

DAYS, ROWS = 30, 60
VIEW = {"width": 1280, "height": 1600}
"""Higher than a screen, so that totals and some rows are drawn at once."""
LIMITS = {"edit to totals": 0.150, "page switch": 0.300, "cold start": 4.0}
FOODS = (
    ("milk", "sr28:01079", "cup"),
    ("whole-wheat bread", "sr28:18075", "slice"),
    ("mixed nuts", "sr28:12135", "oz"),
    ("spinach", "sr28:11458", "cup"),
    ("banana", "sr28:09040", "medium"),
    ("egg", "sr28:01129", "large"),
    ("coffee", "sr28:14209", "cup (8 fl oz)"),
    ("cheddar", "sr28:01009", "slice (1 oz)"),
)
OCCASIONS = ("breakfast", "lunch", "dinner", "snack")
UNTIL = """([ready, before]) => new Promise((done, fail) => {
  const began = performance.now();
  const look = () => {
    const found = eval(ready);
    if (found && found !== before) { done(performance.now()); return; }
    if (performance.now() - began > 20000) { fail(new Error('not drawn in 20 seconds')); return; }
    requestAnimationFrame(look);
  };
  look();
})"""


def build(folder: Path) -> None:
    """Write the month into a diary; all days but today's complete."""
    os.environ["MGCA_DATA"] = str(folder)
    from nutrition.store import Entry, add_entries, change, mark_day, open_store, self_person

    chance = random.Random(1)  # noqa: S311 - made-up days
    today = dt.date.today()  # noqa: DTZ011 - as the page reads it
    with open_store() as store:
        me = change(store, self_person(store), sex="female", birth_date="1990-03-01")
        number = me.id or 0
        for back in range(DAYS):
            day = (today - dt.timedelta(days=back)).isoformat()
            lines = [
                Entry(
                    person_id=number,
                    day=day,
                    occasion=OCCASIONS[place * len(OCCASIONS) // ROWS],
                    food=food,
                    food_id=food_id,
                    amount=round(chance.uniform(0.05, 0.4), 2),
                    unit=unit,
                )
                for place in range(ROWS)
                for food, food_id, unit in [chance.choice(FOODS)]
            ]
            add_entries(store, number, lines)
            if back:
                mark_day(store, number, day, state="complete", typical=back % 5 != 0)


@contextmanager
def served(folder: Path, app: str) -> Iterator[str]:
    """Run the app on a free port with a data folder; the process is ended with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dashboard.serve", "run", app, "--server.port", str(port)]
    command += ["--server.headless", "true", "--server.fileWatcherType", "none"]
    own = {**os.environ, "MGCA_DATA": str(folder)}
    own.pop("PYTHONDONTWRITEBYTECODE", None)  # a second start finds the program compiled
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=own, stdout=log, stderr=log)
        try:
            yield f"http://localhost:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def answers(address: str) -> None:
    """Wait until the server answers."""
    while True:
        try:
            health = f"{address}/_stcore/health"
            with urllib.request.urlopen(health, timeout=2):  # noqa: S310 - our own server
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.02)


def cold_start(browser: "Browser", folder: Path, app: str) -> float:
    """Return the seconds from starting the server until Today can be typed into."""
    context = browser.new_context()
    page = context.new_page()
    began = time.perf_counter()
    with served(folder, app) as address:
        answers(address)
        page.goto(address)
        page.locator("textarea:not([disabled])").first.wait_for(timeout=60_000)
        took = time.perf_counter() - began
        context.close()
    return took


def timed(page: "Page", ready: str, act: Callable[[], None]) -> float:
    """Return the seconds from an act until an expression of the page says something else.

    Args:
        page: The page.
        ready: JavaScript; a text, empty while the page is not there.
        act: What to do.
    """
    before = page.evaluate(ready)
    began = page.evaluate("performance.now()")
    act()
    return float(page.evaluate(UNTIL, [ready, before]) - began) / 1000


def edits(page: "Page", address: str, repeats: int) -> dict[str, list[float]]:
    """Change amounts on Today with the keyboard; time each until new totals are drawn.

    Returns:
        The seconds until the totals below the lines are new, and until the gauge is.
    """
    page.goto(address)
    settle(page)
    amounts = page.locator(".day-table td.amount input")
    below = "document.querySelector('.day-table tfoot .calcium')?.innerText || ''"
    gauge = (
        "([...document.querySelectorAll('div[aria-label*=calcium i]')]"
        ".map(one => one.getAttribute('aria-label')).find(one => /\\d/.test(one)) || '')"
    )
    rows = random.Random(2)  # noqa: S311 - which row
    found: dict[str, list[float]] = {"edit to totals": [], "edit to gauge": []}
    for number in range(repeats):
        cell = amounts.nth(rows.randrange(ROWS // 2))
        cell.click()
        page.keyboard.press("Control+A")
        # Never an amount that was there before: the totals must change.
        page.keyboard.type(f"{2 + number / 2:g}")
        before = page.evaluate(gauge)
        began = page.evaluate("performance.now()")
        took = timed(page, below, lambda: page.keyboard.press("Enter"))
        found["edit to totals"].append(took)
        found["edit to gauge"].append((page.evaluate(UNTIL, [gauge, before]) - began) / 1000)
        settle(page)
    return found


def switches(page: "Page", address: str, names: list[str], repeats: int) -> dict[str, list[float]]:
    """Click through the pages and time each until title and charts of the new one are drawn."""
    page.goto(address)
    settle(page)
    drawn = (
        "(() => { const title = document.querySelector('h1');"
        " const app = document.querySelector('[data-testid=stApp]');"
        " const stale = document.querySelector('[data-stale=true]');"
        " const busy = app && app.getAttribute('data-test-script-state') === 'running';"
        " return title && !busy && !stale ? title.innerText : ''; })()"
    )
    found: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(repeats):
        for name in names:
            link = page.get_by_role("link", name=name, exact=True).first
            took = timed(page, drawn, link.click)
            found[name].append(took)
            settle(page)
    return found


def said(what: str, seconds: list[float], limit: float) -> str:
    """Return a line: median and 95th percentile beside the limit."""
    ordered = sorted(seconds)
    high = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    middle = statistics.median(ordered)
    word = "within" if middle <= limit else "OVER"
    return (
        f"{what:28} n={len(ordered):3}  median {middle * 1000:7.0f} ms  "
        f"95th {high * 1000:7.0f} ms  limit {limit * 1000:5.0f} ms: median {word}"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=30)
    parser.add_argument("--cold", type=int, default=5)
    parser.add_argument("--pages", nargs="*", default=["History", "Foods", "Today"])
    parser.add_argument("--app", default="app.py")
    given = parser.parse_args()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {DAYS} days of {ROWS} rows")
    with tempfile.TemporaryDirectory() as room, chromium() as browser:
        folder = Path(room)
        build(folder)
        cold = [cold_start(browser, folder, given.app) for _ in range(given.cold)]
        print(said("cold start", cold, LIMITS["cold start"]))
        with served(folder, given.app) as address:
            answers(address)
            page = browser.new_page(viewport=VIEW)
            for name, took in switches(page, address, given.pages, given.repeats).items():
                # Each page is imported when it is first opened; that is told apart.
                print(said(f"switch to {name}, first", took[:1], LIMITS["page switch"]))
                print(said(f"switch to {name}", took[1:] or took, LIMITS["page switch"]))
            for name, took in edits(page, address, given.repeats).items():
                print(said(name, took, LIMITS["edit to totals"]))
    print(f"load at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
