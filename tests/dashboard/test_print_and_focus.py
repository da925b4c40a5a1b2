"""Paper is light and whole whatever the screen is; what has the focus can be seen."""

import importlib.util
import shutil

import pytest
from page_server import chromium, settle
from seeded import seed

from nutrition.store import default_path

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(shutil.which("chromium") is None, reason="no Chromium on this machine"),
    pytest.mark.skipif(
        importlib.util.find_spec("playwright") is None, reason="Playwright is not installed"
    ),
]

WHITE = 250
"""A pixel as light as this is paper."""


def test_a_dark_phone_prints_a_light_sheet_with_the_whole_table(address, tmp_path):
    import pypdfium2

    seed(default_path())
    with chromium() as browser:
        page = browser.new_page(color_scheme="dark", viewport={"width": 390, "height": 844})
        page.goto(address)
        page.wait_for_selector("h1")
        settle(page)
        page.pdf(path=tmp_path / "day.pdf", format="A4", print_background=True)
    sheet = pypdfium2.PdfDocument(tmp_path / "day.pdf")
    first = sheet[0].render(scale=0.5).to_pil().convert("L")
    pixels = list(first.get_flattened_data())
    assert sorted(pixels)[len(pixels) // 2] >= WHITE
    words = "\n".join(one.get_textpage().get_text_range() for one in sheet)
    sheet.close()
    for word in ("Spinach, cooked, boiled, drained", "360", "490", "313"):
        assert word in words
    assert "Add a supplement" not in words


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_link_of_the_top_bar_with_the_focus_has_a_ring(address, scheme):
    with chromium() as browser:
        page = browser.new_page(color_scheme=scheme, viewport={"width": 1280, "height": 800})
        page.goto(address)
        page.wait_for_selector("h1")
        settle(page)
        link = page.get_by_test_id("stTopNavLink").nth(2)
        for _ in range(8):
            page.keyboard.press("Tab")
            if link.evaluate("one => one === document.activeElement"):
                break
        ring = link.evaluate(
            "one => { const s = getComputedStyle(one);"
            " return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.color]; }"
        )
    assert ring[:2] == ["solid", "2px"]
    assert ring[2] == ring[3]  # the colour of text, which has 4.5 to 1 or more
