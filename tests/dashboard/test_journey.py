"""One journey in a real browser: a meal, a correction, a complete day, the gap, the download."""

import csv
import importlib.util
import io
import shutil

import pytest
from page_server import add_meal, choose, chromium, enter, served, settle

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(shutil.which("chromium") is None, reason="no chromium on this machine"),
    pytest.mark.skipif(
        importlib.util.find_spec("playwright") is None, reason="playwright is not installed"
    ),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with served(tmp_path_factory.mktemp("page") / "server.log") as url:
        yield url


@pytest.fixture(scope="module")
def browser():
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 1600})
    opened = context.new_page()
    opened.outside = []
    opened.on(
        "request",
        lambda request: (
            None
            if request.url.startswith(("http://localhost:", "data:", "blob:"))
            else opened.outside.append(request.url)
        ),
    )
    yield opened
    context.close()


def test_a_day_from_the_meal_to_the_download(page, address):
    page.goto(address)
    page.get_by_label("A food a line, or a whole meal").wait_for(timeout=60_000)
    assert page.get_by_text("see a doctor now").is_visible()
    choose(page, "Sex", "Female")
    enter(page, "Age in years", "34")

    add_meal(page, "2 cups cooked spinach\n100 g soy milk")
    page.get_by_text("1 row has a question").wait_for()
    assert page.get_by_text("1 of 2 foods has no calcium value (soy milk)").is_visible()

    # The ambiguous row is settled by choosing what was drunk.
    page.locator("[data-testid=stRadioOption]").first.click()
    settle(page)
    page.get_by_text("1 row has a question").wait_for(state="detached")
    assert page.get_by_text("the day is not complete, so there is no verdict").count() == 2

    page.get_by_text("The day is complete").click()
    settle(page)
    assert page.get_by_text("in 10 that usual calcium intake meets the requirement").count() == 1
    assert page.get_by_text("The average requirement is 800 mg").count() == 1

    with page.expect_download() as started:
        page.get_by_role("button", name="Download this day (CSV)").click()
    rows = list(csv.DictReader(io.StringIO(started.value.path().read_text(encoding="utf-8-sig"))))
    assert [row["food"] for row in rows] == ["cooked spinach", "soy milk"]
    assert float(rows[0]["calcium_mg"]) == pytest.approx(489.6)
    assert rows[1]["food_id"]
    assert page.outside == []


def test_an_amount_is_changed_in_the_table_with_the_keyboard(page, address):
    page.goto(address)
    page.get_by_label("A food a line, or a whole meal").wait_for(timeout=60_000)
    add_meal(page, "2 cups cooked spinach")
    page.get_by_label("490 mg calcium").first.wait_for(timeout=30_000)
    page.locator(".stDataFrameGlideDataEditor").first.click(position={"x": 260, "y": 52})
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    page.locator("#portal input, #portal textarea").first.wait_for(timeout=30_000)
    page.keyboard.press("Control+A")
    page.keyboard.type("1")
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    settle(page)
    page.get_by_label("245 mg calcium").first.wait_for(timeout=30_000)


def test_a_phone_shows_the_page_without_scrolling_sideways(page, address):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address)
    page.get_by_label("A food a line, or a whole meal").wait_for(timeout=60_000)
    add_meal(page, "2 cups cooked spinach")
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390


def test_the_chosen_segment_is_legible_in_the_dark_theme(browser, address):
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{address}/foods")
    chosen = page.get_by_role("radio", name="Calcium").first
    chosen.wait_for(timeout=60_000)
    settle(page)
    colour = chosen.locator("p").evaluate("node => getComputedStyle(node).color")
    context.close()
    assert colour == "rgb(127, 211, 203)"
