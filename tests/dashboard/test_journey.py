"""Journeys in a real browser: a meal, a correction, a complete day, the keyboard, two windows."""

import csv
import datetime as dt
import importlib.util
import io
import re
import shutil

import pytest
from page_server import add_meal, choose, chromium, enter, settle, skip_tour
from seeded import line

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(shutil.which("chromium") is None, reason="no chromium on this machine"),
    pytest.mark.skipif(
        importlib.util.find_spec("playwright") is None, reason="playwright is not installed"
    ),
]


SPINACH = ("breakfast", "boiled spinach", "sr28:11458", 2.0, "cup")


@pytest.fixture
def seeded(address):
    """A diary with two cups of spinach today, and the tour put away."""
    from nutrition.store import add_entries, keep_setting, open_store, self_person

    today = str(dt.date.today())  # noqa: DTZ011 - as the page reads it
    with open_store() as store:
        me = self_person(store).id
        add_entries(store, me, [line(me, today, *SPINACH)])
        keep_setting(store, "tour", "done")
    return address


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
    open_today(page, address)
    assert page.get_by_text("Call the emergency services now").first.is_visible()
    skip_tour(page)
    choose(page, "Sex", "Female")
    enter(page, "Age in years", "34")

    add_meal(page, "2 cups cooked spinach\n100 g soy milk")
    page.get_by_text("1 row has a question").wait_for()
    page.get_by_text("1 of 2 foods has no calcium value (soy milk)").first.wait_for()

    # The ambiguous row is settled by choosing what was drunk.
    page.locator(".st-key-screen_questions [data-testid=stRadioOption]").first.click()
    settle(page)
    page.get_by_text("1 row has a question").wait_for(state="detached")
    assert page.get_by_text("the day is not complete, so there is no verdict").count() == 2

    page.get_by_text("The day is complete").click()
    page.get_by_text("in 10 that usual calcium intake meets the requirement").wait_for()
    assert page.get_by_text("The average requirement is 800 mg").count() == 1

    with page.expect_download() as started:
        page.get_by_role("button", name="Download this day (CSV)").click()
    rows = list(csv.DictReader(io.StringIO(started.value.path().read_text(encoding="utf-8-sig"))))
    assert [row["food"] for row in rows] == ["cooked spinach", "soy milk"]
    assert float(rows[0]["calcium_mg"]) == pytest.approx(489.6)
    assert rows[1]["food_id"]
    assert page.outside == []


def open_today(page, address):
    """Open Today and wait until it can be typed into."""
    page.goto(address)
    page.get_by_label("A food a line, or a whole meal").wait_for(timeout=60_000)
    settle(page)


def shows(page, amount):
    """Wait until the total of calcium is drawn; the tools of a chart bear its sentence too."""
    drawn = page.locator(f'div[aria-label*="{amount} mg calcium" i]:visible')
    drawn.first.wait_for(timeout=60_000)


def change_amount(page, amount):
    """Type over the first line's amount."""
    page.bring_to_front()
    field = page.get_by_label("Amount: boiled spinach")
    field.fill(amount)
    field.press("Enter")
    settle(page)


def test_a_kept_day_is_changed_reloaded_printed_and_read_on_a_phone(page, seeded):
    open_today(page, seeded)
    shows(page, 490)
    change_amount(page, "1")
    shows(page, 245)
    page.reload()
    shows(page, 245)

    page.emulate_media(media="print")
    shows(page, 245)
    page.get_by_role("button", name="Add", exact=True).wait_for(state="hidden")
    page.emulate_media(media="screen")

    page.set_viewport_size({"width": 390, "height": 844})
    settle(page)
    shows(page, 245)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


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
    open_today(page, address)
    tab_to(page, "Skip the tour")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Skip the tour").wait_for(state="detached")
    settle(page)
    tab_to(page, "Sex")
    page.keyboard.press("ArrowDown")
    page.get_by_role("option", name="Female").wait_for()
    page.keyboard.press("Enter")
    page.get_by_label("Pregnant or breastfeeding").first.wait_for()
    settle(page)
    tab_to(page, "Age in years")
    page.keyboard.type("34")
    page.keyboard.press("Enter")
    page.get_by_text("Who: Female, 34 years").wait_for()
    settle(page)
    tab_to(page, "A food a line")
    page.keyboard.type("2 cups boiled spinach")
    page.keyboard.press("Enter")
    page.keyboard.type("30 g almonds")
    page.keyboard.press("Control+Enter")
    shows(page, 570)
    settle(page)
    tab_to(page, "Skip the lines")
    page.keyboard.press("Enter")
    tab_to(page, "The day is complete", 6)
    page.keyboard.press("Space")
    page.get_by_text("in 10 that usual calcium intake meets the requirement").first.wait_for()


def test_edits_that_follow_each_other_at_once_are_all_kept(page, address):
    from nutrition.store import add_entries, entries, keep_setting, open_store, self_person

    today = str(dt.date.today())  # noqa: DTZ011 - as the page reads it
    with open_store() as store:
        me = self_person(store).id
        add_entries(store, me, [line(me, today, *SPINACH)] * 12)
        keep_setting(store, "tour", "done")
        open_today(page, address)
        page.get_by_label("Amount: boiled spinach").first.select_text()
        # Enter goes to the line below; nothing waits for what the one before came to.
        for amount in range(11, 23):
            page.keyboard.type(str(amount))
            page.keyboard.press("Enter")
        shows(page, f"{sum(range(11, 23)) * 244.8:,.0f}")
        settle(page)
        assert [row.amount for row in entries(store, me, today)] == list(range(11, 23))
        totals = page.locator(".day-table tfoot .calcium")
        assert totals.inner_text() == f"{sum(range(11, 23)) * 244.8:,.0f}"


def test_an_edit_left_with_a_click_on_another_page_is_kept(page, seeded):
    open_today(page, seeded)
    page.get_by_label("Amount: boiled spinach").fill("1")
    page.get_by_role("link", name="Foods", exact=True).first.click()
    page.get_by_role("heading", name="Foods", exact=True).wait_for()
    page.get_by_role("link", name="Today", exact=True).first.click()
    shows(page, 245)


def test_undo_takes_back_what_was_typed_last(page, seeded):
    open_today(page, seeded)
    change_amount(page, "3")
    shows(page, 734)
    change_amount(page, "5")
    shows(page, "1,224")
    page.get_by_role("button", name="Undo: changed").click()
    settle(page)
    shows(page, 734)
    assert page.get_by_text("changed in another window").count() == 0


def test_another_day_asked_for_right_after_typing_is_shown(page, seeded):
    open_today(page, seeded)
    page.get_by_label("Amount: boiled spinach").fill("1")
    page.get_by_role("button", name="Day after").click()
    page.get_by_text("Nothing entered yet").first.wait_for()
    settle(page)
    assert page.get_by_text("Nothing entered yet").count()
    page.get_by_role("button", name="Day before").click()
    shows(page, 245)


def test_escape_puts_back_what_stands_and_takes_the_error_away(page, seeded):
    open_today(page, seeded)
    change_amount(page, "a lot")
    field = page.get_by_label("Amount: boiled spinach")
    field.press("Escape")
    settle(page)
    assert field.input_value() == "2"
    assert field.get_attribute("aria-invalid") is None


def test_what_is_no_amount_stays_in_its_cell_with_the_reason(page, seeded):
    open_today(page, seeded)
    change_amount(page, "a lot")
    page.locator(".day-table .refused").get_by_text("is not a number").wait_for()
    field = page.get_by_label("Amount: boiled spinach")
    assert field.input_value() == "a lot"
    assert field.get_attribute("aria-invalid") == "true"
    shows(page, 490)
    change_amount(page, "1")
    shows(page, 245)
    assert field.get_attribute("aria-invalid") is None


def test_a_line_is_removed_and_brought_back(page, seeded):
    open_today(page, seeded)
    page.get_by_role("button", name="Remove: boiled spinach").click()
    page.get_by_text("Nothing entered yet").first.wait_for()
    page.get_by_role("button", name="Undo: removed").click()
    shows(page, 490)


def test_two_windows_show_both_values_and_overwrite_nothing(page, seeded):
    open_today(page, seeded)
    other = page.context.new_page()
    open_today(other, seeded)
    shows(other, 490)
    change_amount(page, "3")
    shows(page, 734)
    change_amount(other, "1")
    other.get_by_text("Here: 1 cup boiled spinach").wait_for(timeout=60_000)
    assert other.get_by_text("In the diary: 3 cup boiled spinach").is_visible()
    other.get_by_role("button", name="Keep what is in the diary").click()
    shows(other, 734)


def test_a_german_visitor_reads_german(browser, seeded):
    context = browser.new_context(locale="de-DE")
    page = context.new_page()
    page.goto(seeded)
    page.get_by_role("heading", name="Heute", exact=True).wait_for(timeout=60_000)
    shows(page, 490)
    settle(page)
    words = page.locator("[data-testid=stApp]").inner_text()
    context.close()
    for english in ("Today", "What it comes to", "Add", "calcium", "unknown"):
        assert re.search(rf"\b{english}\b", words) is None, english


@pytest.mark.parametrize(
    ("zone", "number"),
    [("Europe/Vienna", "112"), ("Asia/Calcutta", "112"), ("America/Denver", "911"), ("UTC", "911")],
)
def test_the_emergency_number_is_that_of_the_place_not_of_the_language(
    browser, address, zone, number
):
    context = browser.new_context(locale="en-US", timezone_id=zone)
    page = context.new_page()
    page.goto(address)
    page.get_by_text(f"Call the emergency services now: {number}").wait_for(timeout=60_000)
    context.close()


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


@pytest.mark.parametrize(
    ("typed", "kept", "said"),
    [
        ("187,5", "187.5", ""),
        ("62.5", "62.5", ""),
        ("0,125", "0.125", ""),
        ("1,875", "12", "“1,875” can be read in two ways: write 1875 or 1.875."),
        ("-5", "12", "“-5” is less than 0, which is the least here."),
    ],
)
def test_a_number_field_takes_a_decimal_comma_and_asks_where_it_could_be_thousands(
    page, seeded, typed, kept, said
):
    open_today(page, seeded)
    page.get_by_text("Add a supplement or a medicine").first.click()
    settle(page)
    field = page.locator(".st-key-supplement_magnesium input")
    for text in ("12", typed):
        field.click()
        page.keyboard.press("Control+A")
        page.keyboard.type(text)
        page.keyboard.press("Tab")
        settle(page)
    assert field.input_value() == kept
    message = field.evaluate("field => field.validity.customError ? field.validationMessage : ''")
    assert message == said
