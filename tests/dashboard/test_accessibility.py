"""axe-core on every page that `app.py` registers: light and dark, 1280 and 390 px."""

import importlib.util
import re
import shutil
from pathlib import Path

import pytest
from page_server import add_meal, chromium, served, settle

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
CONDITIONS = [(scheme, width) for scheme in ("light", "dark") for width in (1280, 390)]


def registered():
    """Return the address of every page of the app; the default page is at the root."""
    found = []
    text = (ROOT / "app.py").read_text(encoding="utf-8")
    for call in re.findall(r"st\.Page\((.*?)\)(?:,|\n)", text, re.DOTALL):
        name = re.search(r'"(\w+)\.py"', call)
        path = re.search(r'url_path\s*=\s*"([^"]+)"', call)
        if name is not None:
            named = path[1] if path else name[1]
            found.append("" if "default=True" in call else named)
    return found


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with served(tmp_path_factory.mktemp("axe") / "server.log") as url:
        yield url


@pytest.fixture(scope="module")
def browser():
    with chromium() as started:
        yield started


def grave(page):
    """Return what axe finds serious or critical, with where it is."""
    from axe_playwright_python.sync_playwright import Axe

    results = Axe().run(page).response
    return [
        (one["id"], one["impact"], [node["html"][:160] for node in one["nodes"][:3]])
        for one in results["violations"]
        if one["impact"] in GRAVE
    ]


def test_the_pages_of_the_app_are_found():
    assert "" in registered()
    assert len(registered()) >= 4


@pytest.mark.parametrize(("scheme", "width"), CONDITIONS)
@pytest.mark.parametrize("path", registered())
def test_no_serious_finding(browser, address, path, scheme, width):
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 1200})
    page = context.new_page()
    page.goto(f"{address}/{path}")
    page.locator("h1").first.wait_for(timeout=60_000)
    settle(page)
    if path == "" and page.get_by_text("Nothing entered yet").count():
        add_meal(page, "2 cups boiled spinach\n1 cup soy milk")
    settle(page)
    found = grave(page)
    context.close()
    assert found == []
