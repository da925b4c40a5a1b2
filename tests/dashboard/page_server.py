"""The page on a free port, and a headless Chromium to look at it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
)
START_SECONDS = 60


@contextmanager
def served(log: Path, app: Path = ROOT / "app.py", **environment: str) -> Iterator[str]:
    """Run the page; the address ends with the block. What the server says goes to ``log``.

    The diary lies in a folder beside the log, never in that of whoever runs the tests.
    ``environment`` is added to the server's own.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(port)]
    command += ["--server.headless", "true", "--server.fileWatcherType", "none"]
    command += ["--browser.gatherUsageStats", "false"]
    own = {**os.environ, "MGCA_DATA": str(log.with_suffix(".data")), "PYTHONPATH": str(ROOT)}
    own |= environment
    with log.open("w") as out:
        server = subprocess.Popen(command, cwd=ROOT, env=own, stdout=out, stderr=subprocess.STDOUT)
        try:
            _wait(server, f"http://localhost:{port}/_stcore/health", log)
            yield f"http://localhost:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait(server: "subprocess.Popen[bytes]", address: str, log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if server.poll() is not None:
            raise RuntimeError(f"The page did not start: {log.read_text()}")
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"The page did not answer in {START_SECONDS} s: {log.read_text()}")


@contextmanager
def chromium() -> Iterator:
    """Start the Chromium of this machine."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(CHROMIUM_FLAGS)
        )
        try:
            yield browser
        finally:
            browser.close()


SETTLED = """quiet => new Promise((done, fail) => {
  const began = performance.now();
  let since = began;
  const look = () => {
    const now = performance.now();
    const app = document.querySelector('[data-testid=stApp]');
    const busy = !app || app.getAttribute('data-test-script-state') !== 'notRunning'
      || app.getAttribute('data-test-connection-state') !== 'CONNECTED'
      || document.querySelector('[data-stale=true], [data-testid=stSkeleton]');
    if (busy) { since = now; }
    if (now - since > quiet) { done(); return; }
    if (now - began > 60000) { fail(new Error('no rest in a minute')); return; }
    setTimeout(look, 20);
  };
  look();
})"""
QUIET_MS = 600
"""How long nothing may run before a page counts as drawn [ms]."""


def settle(page) -> None:
    """Wait until Streamlit has run the script and drawn the result, and nothing follows."""
    page.evaluate(SETTLED, QUIET_MS)


def choose(page, label: str, option: str) -> None:
    """Choose an option of a select box by its label."""
    page.get_by_role("combobox", name=label).first.click()
    page.get_by_role("option", name=option, exact=True).click()
    settle(page)


def enter(page, label: str, text: str) -> None:
    """Write into a field by its label and leave it."""
    field = page.get_by_label(label).first
    field.fill(text)
    field.press("Enter")
    settle(page)


def skip_tour(page) -> None:
    """Put the first-run tour away where it stands."""
    skip = page.get_by_role("button", name="Skip the tour")
    if skip.count():
        skip.click()
        settle(page)


def add_meal(page, text: str) -> None:
    """Add lines by the quick-add box."""
    page.get_by_label("A food a line, or a whole meal").fill(text)
    page.get_by_role("button", name="Add", exact=True).click()
    settle(page)
