"""axe-core on every page that `app.py` registers: light and dark, 1280 and 390 px."""

import importlib.util
import re
import shutil
from pathlib import Path

import pytest
from page_server import chromium, settle
from seeded import seed

from nutrition.store import default_path

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(shutil.which("chromium") is None, reason="no chromium on this machine"),
    pytest.mark.skipif(
        importlib.util.find_spec("axe_playwright_python") is None,
        reason="axe-playwright-python is not installed",
    ),
]

ROOT = Path(__file__).resolve().parents[2]
GRAVE = ("serious", "critical")
WIDTHS = (1280, 390)


def registered():
    """Return the address of every page of the app; the default page is at the root."""
    found = []
    text = (ROOT / "app.py").read_text(encoding="utf-8")
    for call in re.findall(r"^ +page\((.*)\),$", text, re.MULTILINE):
        name = re.match(r'"(\w+)"', call)[1]
        path = re.search(r'url_path="([^"]+)"', call)
        found.append("" if "default=True" in call else path[1] if path else name)
    return found


def grave(page):
    """Return what axe finds serious or critical, with where it is."""
    from axe_playwright_python.sync_playwright import Axe

    results = Axe().run(page).response
    return [
        (one["id"], one["impact"], [node["html"][:200] for node in one["nodes"][:3]])
        for one in results["violations"]
        if one["impact"] in GRAVE
    ]


def test_every_page_of_the_app_is_found():
    text = (ROOT / "app.py").read_text(encoding="utf-8")
    assert registered().count("") == 1
    assert len(registered()) == text.count('        page("') >= 10


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_finding_on_any_page(scheme, address):
    seed(default_path())
    found = []
    with chromium() as browser:
        page = browser.new_page(color_scheme=scheme)
        for path in [*registered(), "clients?client=2"]:
            page.set_viewport_size({"width": WIDTHS[0], "height": 1600})
            page.goto(f"{address}/{path}")
            page.locator("h1").first.wait_for(timeout=60_000)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 1600})
                settle(page)
                assert page.locator("[data-testid=stException]").count() == 0, path
                found += [(path or "today", width, *one) for one in grave(page)]
    assert found == []
