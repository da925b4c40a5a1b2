"""One journey in a real browser: a meal, a correction, a complete day, the gap, the download."""

import csv
import importlib.util
import io
import shutil

import pytest
from page_server import add_meal, choose, chromium, enter, served, settle, skip_tour

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(shutil.which("chromium") is None, reason="no chromium on this machine"),
    pytest.mark.skipif(
        importlib.util.find_spec("playwright") is None, reason="playwright is not installed"
    ),
]


@pytest.fixture
def address(tmp_path):
    """Every journey has a diary of its own."""
    with served(tmp_path / "server.log") as url:
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
    assert page.get_by_text("Call the emergency services now").first.is_visible()
    skip_tour(page)
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
    change_amount(page, "1")
    page.get_by_label("245 mg calcium").first.wait_for(timeout=30_000)


def focused(page):
    """Return the name of what has the focus; the scrolled page itself holds every word."""
    return page.evaluate(
        "(() => { const e = document.activeElement; const text = e.innerText || ''; "
        "return (e.getAttribute('aria-label') || '') + '|' + (text.length < 80 ? text : '') "
        "+ '|' + (e.closest('label')?.innerText || ''); })()"
    )


def tab_to(page, words, most=60):
    """Press Tab until something with these words has the focus."""
    seen = []
    for _ in range(most):
        page.keyboard.press("Tab")
        seen.append(focused(page))
        if words in seen[-1]:
            return
    raise AssertionError(f"{words!r} cannot be reached by Tab: {seen}")


def test_a_whole_meal_by_keyboard_alone(page, address):
    page.goto(address)
    page.get_by_label("A food a line, or a whole meal").wait_for(timeout=60_000)
    settle(page)
    tab_to(page, "Skip the tour")
    page.keyboard.press("Enter")
    settle(page)
    tab_to(page, "Sex")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    settle(page)
    tab_to(page, "Age in years")
    page.keyboard.type("34")
    page.keyboard.press("Enter")
    settle(page)
    tab_to(page, "A food a line")
    page.keyboard.type("2 cups boiled spinach")
    page.keyboard.press("Enter")
    page.keyboard.type("30 g almonds")
    page.keyboard.press("Control+Enter")
    page.get_by_label("570 mg calcium").first.wait_for(timeout=30_000)
    settle(page)
    tab_to(page, "The day is complete", 120)
    page.keyboard.press("Space")
    settle(page)
    page.get_by_text("in 10 that usual calcium intake meets the requirement").wait_for()


def test_the_diary_is_there_after_a_reload(page, address):
    page.goto(address)
    page.get_by_label("A food a line, or a whole meal").wait_for(timeout=60_000)
    add_meal(page, "2 cups boiled spinach")
    page.get_by_label("490 mg calcium").first.wait_for(timeout=30_000)
    page.reload()
    page.get_by_label("490 mg calcium").first.wait_for(timeout=60_000)


def change_amount(page, amount):
    page.locator(".stDataFrameGlideDataEditor").first.click(position={"x": 230, "y": 52})
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    page.locator("#portal input, #portal textarea").first.wait_for(timeout=30_000)
    page.keyboard.press("Control+A")
    page.keyboard.type(amount)
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    settle(page)


def test_two_windows_show_both_values_and_overwrite_nothing(page, address):
    page.goto(address)
    page.get_by_label("A food a line, or a whole meal").wait_for(timeout=60_000)
    add_meal(page, "2 cups boiled spinach")
    other = page.context.new_page()
    other.goto(address)
    other.get_by_label("490 mg calcium").first.wait_for(timeout=60_000)
    settle(other)
    change_amount(page, "3")
    page.get_by_label("734 mg calcium").first.wait_for(timeout=30_000)
    change_amount(other, "1")
    other.get_by_text("Here: 1 cup boiled spinach").wait_for(timeout=30_000)
    assert other.get_by_text("In the diary: 3 cup boiled spinach").is_visible()
    other.get_by_role("button", name="Keep what is in the diary").click()
    settle(other)
    other.get_by_label("734 mg calcium").first.wait_for(timeout=30_000)


def test_print_shows_results_and_no_buttons(page, address):
    page.goto(address)
    page.get_by_label("A food a line, or a whole meal").wait_for(timeout=60_000)
    add_meal(page, "2 cups boiled spinach")
    page.get_by_label("490 mg calcium").first.wait_for(timeout=30_000)
    page.emulate_media(media="print")
    assert not page.get_by_role("button", name="Add", exact=True).is_visible()
    assert page.get_by_label("490 mg calcium").first.is_visible()


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
