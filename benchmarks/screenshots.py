"""Pictures of every page at 1280 and 390 px, light and dark, to be looked at.

Run: python benchmarks/screenshots.py FOLDER [--readme | --tour]
``--readme`` also writes the three small ones of the README to docs/images; ``--tour`` takes only
those of docs/tour.md, from made-up diaries in a data folder of their own.
"""

import argparse
import datetime as dt
import os
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "dashboard")]

from page_server import add_meal, choose, chromium, enter, served, settle, skip_tour  # noqa: E402

MEAL = "2 cups boiled spinach\n30 g almonds\n1 slice whole wheat bread\n1 cup soy milk"
WIDTHS = {"wide": (1280, 2500), "phone": (390, 4200)}
SCHEMES = ("light", "dark")
TOUR_ACROSS = 1000
COLOURS = 64
BELOW_THE_BAR = (
    "node => { node.style.scrollMarginTop = '90px'; node.scrollIntoView({block: 'start'}) }"
)
FIRST_MEAL = "2 slices whole wheat toast\n250 ml whole milk\n2 cups spinach\n30 g almonds"
HABITS = (
    ("whole milk", "sr28:01077", 200, "g", "breakfast"),
    ("whole-wheat bread", "sr28:18075", 2, "slice", "breakfast"),
    ("banana", "sr28:09040", 1, "medium", "snack"),
    ("coffee", "sr28:14209", 2, "cup (8 fl oz)", "breakfast"),
    ("boiled spinach", "sr28:11458", 150, "g", "dinner"),
    ("cheddar", "sr28:01009", 1, "slice (1 oz)", "lunch"),
    ("egg", "sr28:01129", 1, "large", "lunch"),
    ("mixed nuts", "sr28:12135", 1, "oz", "snack"),
)
CLIENTS = (
    ("K-01", "female", 52, "", "", 5, 0.9),
    ("K-02", "male", 34, "", "", 4, 3.4),
    ("K-03", "female", 67, "levothyroxine", "", 4, 1.2),
    ("K-04", "male", 71, "", "kidney-disease", 3, 1.5),
    ("K-05", "female", 29, "", "", 1, 1.0),
)
"""Code, sex, age, medicine, circumstance, days, and how much of a plain day they eat."""


def sample(folder: Path) -> tuple[Path, Path]:
    """Write a made-up diary of 120 people on two days, and who they are."""
    chance = random.Random(1)  # noqa: S311 - made-up people
    diary = ["person_id,day,food,amount,unit"]
    people = ["person_id,sex,age_years"]
    for person in range(120):
        people.append(f"{person},{'female' if person % 2 else 'male'},{22 + person % 45}")
        usual = chance.gauss(0, 0.35)
        for day in (1, 2):
            grams = 420 * 2.718 ** (usual + chance.gauss(0, 0.4))
            diary.append(f"{person},{day},whole milk,{grams:.0f},g")
            diary.append(f"{person},{day},almonds,{chance.uniform(5, 45):.0f},g")
            diary.append(f"{person},{day},boiled spinach,{chance.uniform(20, 160):.0f},g")
    diary += ["7,2,soy milk,1,cup", "8,2,milk,-1,cup", "9,2,unheard-of dish,1,plate"]
    paths = folder / "diary.csv", folder / "people.csv"
    for path, lines in zip(paths, (diary, people), strict=True):
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return paths


def today(page: "Page", address: str, *, complete: bool, supplement: bool = False) -> None:
    """Fill in Today."""
    page.goto(address)
    page.get_by_label("A food a line, or a whole meal").wait_for(timeout=60_000)
    settle(page)
    if page.get_by_role("button", name="Skip the tour").count():
        skip_tour(page)
        choose(page, "Sex", "Female")
        enter(page, "Age in years", "34")
    if page.get_by_text("Nothing entered yet").count():
        add_meal(page, MEAL)
    if supplement and not page.get_by_text("Magnesium taken").count():
        page.get_by_text("Add a supplement or a medicine").click()
        settle(page)
        enter(page, "Magnesium on the label, mg", "400")
        page.get_by_role("button", name="Add supplement").click()
        settle(page)
    box = page.get_by_role("checkbox", name="The day is complete")
    if complete != box.is_checked():
        page.get_by_text("The day is complete").click()
        settle(page)


def settings(page: "Page", address: str) -> None:
    """Look at the settings."""
    page.goto(f"{address}/settings")
    page.get_by_text("Remembered answers").first.wait_for(timeout=60_000)
    settle(page)


def give(page: "Page", *files: Path) -> None:
    """Hand a file to each place for one, in their order."""
    places = page.locator("input[type=file]")
    for number, file in enumerate(files):
        places.nth(number).set_input_files(file)
        settle(page)


def batch(page: "Page", address: str, diary: Path, people: Path) -> None:
    """Run a batch."""
    page.goto(f"{address}/batch")
    page.get_by_role("button", name="Run").wait_for(timeout=60_000)
    give(page, diary, people)
    page.get_by_role("button", name="Run").click()
    page.get_by_text("Person-days").wait_for(timeout=60_000)
    settle(page)


def groups(page: "Page", address: str, diary: Path, people: Path) -> None:
    """Estimate usual intake of groups."""
    page.goto(f"{address}/groups")
    page.get_by_role("button", name="Estimate").wait_for(timeout=60_000)
    give(page, diary, people)
    page.get_by_role("button", name="Estimate").click()
    page.get_by_text("All groups", exact=True).wait_for(timeout=120_000)
    settle(page)


def foods(page: "Page", address: str) -> None:
    """Look at the foods and at one of them."""
    page.goto(f"{address}/foods")
    page.get_by_label("Name of the food").wait_for(timeout=60_000)
    page.get_by_label("Name of the food").fill("kale, raw")
    settle(page)
    page.get_by_text("Household measures").wait_for(timeout=60_000)
    settle(page)


def main() -> None:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--readme", action="store_true")
    parser.add_argument("--tour", action="store_true")
    parser.add_argument("--app", type=Path, default=ROOT / "app.py")
    pages = ["today", "batch", "groups", "foods", "settings"]
    parser.add_argument("--pages", nargs="*", default=pages, choices=pages)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    diary, people = sample(given.folder)
    if given.tour:
        tour(given.folder, given.app, diary, people)
        return
    with served(given.folder / "server.log", given.app) as address, chromium() as browser:
        for scheme in SCHEMES:
            context = browser.new_context(color_scheme=scheme)
            page = context.new_page()
            for name in given.pages:
                page.set_viewport_size({"width": 1280, "height": 1100})
                if name == "today":
                    light = scheme == "light"
                    today(page, address, complete=light, supplement=light)
                elif name in ("foods", "settings"):
                    (foods if name == "foods" else settings)(page, address)
                else:
                    (batch if name == "batch" else groups)(page, address, diary, people)
                for width, (across, down) in WIDTHS.items():
                    page.set_viewport_size({"width": across, "height": down})
                    settle(page)
                    page.screenshot(path=given.folder / f"{name}-{scheme}-{width}.png")
            context.close()
        if given.readme:
            readme(browser, address)


def readme(browser: "Browser", address: str) -> None:
    """Take the three pictures of the README."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name, scheme, across, down in (
        ("today-light", "light", 1280, 900),
        ("today-dark", "dark", 1280, 900),
        ("phone", "light", 390, 844),
    ):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.set_viewport_size({"width": 1280, "height": 1100})
        today(page, address, complete=True)
        page.set_viewport_size({"width": across, "height": down})
        settle(page)
        words = "What was eaten and drunk" if across < TOUR_ACROSS else "What it comes to"
        target = page.get_by_text(words, exact=True).first
        target.scroll_into_view_if_needed()
        target.evaluate(BELOW_THE_BAR)
        settle(page)
        small(page, name, colours=96)
        context.close()


def small(page: "Page", name: str, colours: int = COLOURS) -> None:
    """Take what is in view as a picture of few colours."""
    path = IMAGES / f"{name}.png"
    page.screenshot(path=path)
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(colors=colours, dither=Image.Dither.NONE).save(
            path, optimize=True
        )


def picture(page: "Page", name: str, words: str | None, height: int) -> None:
    """Take a picture of the tour, from some words or a [part] downwards; else from the top."""
    page.set_viewport_size({"width": TOUR_ACROSS, "height": height})
    settle(page)
    if words:
        found = (
            page.locator(words) if words.startswith("[") else page.get_by_text(words, exact=True)
        )
        target = found.locator("visible=true").first
        target.evaluate(
            "node => { node.style.scrollMarginTop = '90px'; node.scrollIntoView({block: 'start'}) }"
        )
    else:
        page.locator("h1").first.scroll_into_view_if_needed()
    page.wait_for_timeout(900)
    small(page, f"tour-{name}")


def seeded(folder: Path, days: int = 12) -> None:
    """Write a made-up diary of some days before today, all complete."""
    os.environ["MGCA_DATA"] = str(folder)
    from nutrition.store import (
        Entry,
        add_entries,
        change,
        keep_setting,
        mark_day,
        open_store,
        self_person,
    )

    chance = random.Random(4)  # noqa: S311 - made-up days
    with open_store() as store:
        me = change(store, self_person(store), sex="female", birth_date="1992-03-01")
        number = me.id or 0
        keep_setting(store, "tour", "done")
        for back in range(days, 0, -1):
            day = (dt.date.today() - dt.timedelta(days=back)).isoformat()  # noqa: DTZ011
            lines = [
                Entry(
                    person_id=number,
                    day=day,
                    occasion=occasion,
                    food=food,
                    food_id=food_id,
                    amount=round(amount * chance.choice((0.5, 1, 1, 1.5)), 1),
                    unit=unit,
                )
                for food, food_id, amount, unit, occasion in HABITS
                if chance.random() < 0.8
            ]
            add_entries(store, number, lines)
            state = "partial" if back == 5 else "complete"
            mark_day(store, number, day, state=state, typical=back != 3)


def practice(folder: Path) -> tuple[Path, Path]:
    """Write five made-up clients and their records."""
    people = ["person_id,sex,age_years,medicines,contexts"]
    rows = ["person_id,day,food,amount,unit"]
    for code, sex, age, medicine, context, days, much in CLIENTS:
        people.append(f"{code},{sex},{age},{medicine},{context}")
        for day in range(1, days + 1):
            rows += [
                f"{code},2026-11-{day:02d},{food_id},{amount * much:.2f},{unit}"
                for _, food_id, amount, unit, _ in HABITS
            ]
    paths = folder / "clients.csv", folder / "records.csv"
    for path, lines in zip(paths, (people, rows), strict=True):
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return paths


def tour(folder: Path, app: Path, diary: Path, people: Path) -> None:
    """Take every picture of docs/tour.md."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        with served(folder / "new.log", app) as address:
            page = at_width(browser)
            first_ten_minutes(page, address)
            batch(page, address, diary, people)
            picture(page, "batch", "How it was read", 900)
            groups(page, address, diary, people)
            picture(page, "groups", "Mineral", 900)
        seeded(folder / "weeks.data")
        with served(folder / "weeks.log", app) as address:
            second_week(at_width(browser), address)
            german = at_width(browser, locale="de-DE")
            visit(german, address, "history")
            picture(german, "german", None, 700)
            desk(at_width(browser), address, *practice(folder))


def at_width(browser: "Browser", **options: str) -> "Page":
    """Open a window as wide as the pictures of the tour."""
    view = {"width": TOUR_ACROSS, "height": 1100}
    return browser.new_context(color_scheme="light", viewport=view, **options).new_page()


def visit(page: "Page", address: str, name: str) -> None:
    """Open a page and wait until it stands."""
    page.set_viewport_size({"width": TOUR_ACROSS, "height": 1100})
    page.goto(f"{address}/{name}")
    page.locator("h1").first.wait_for(timeout=60_000)
    settle(page)


def first_ten_minutes(page: "Page", address: str) -> None:
    """Somebody opens the page for the first time."""
    visit(page, address, "")
    picture(page, "first-run", None, 800)
    visit(page, address, "")
    skip_tour(page)
    choose(page, "Sex", "Female")
    enter(page, "Age in years", "34")
    add_meal(page, FIRST_MEAL)
    picture(page, "question", "1 row has a question", 900)
    page.get_by_role("radiogroup").filter(has_text="cooked").locator("label").filter(
        has_text="cooked, boiled, drained, without"
    ).first.click()
    settle(page)
    page.get_by_text("The day is complete").click()
    settle(page)
    picture(page, "day", "What it comes to", 1100)
    visit(page, address, "close_gap")
    picture(page, "close-gap", "Energy the additions may bring, kcal", 1100)


def second_week(page: "Page", address: str) -> None:
    """Somebody comes back after twelve days."""
    visit(page, address, "history")
    picture(page, "history", "Calendar", 900)
    page.set_viewport_size({"width": TOUR_ACROSS, "height": 1100})
    page.get_by_role("radio", name="Chance").first.click()
    settle(page)
    picture(page, "chance", "[data-testid=stVegaLiteChart]", 700)
    visit(page, address, "usual_week")
    choose(page, "Milk", "1 a day")
    choose(page, "Hard cheese", "3 a week")
    picture(page, "usual-week", "What it comes to", 900)
    visit(page, address, "twitch")
    picture(page, "twitch", None, 900)


def desk(page: "Page", address: str, people: Path, records: Path) -> None:
    """A dietitian brings five clients from two tables and opens the first."""
    visit(page, address, "clients")
    page.get_by_text("Many clients from tables").first.click()
    settle(page)
    give(page, people, records)
    page.get_by_role("button", name="Bring them in").click()
    page.get_by_text("K-03").first.wait_for(timeout=60_000)
    settle(page)
    picture(page, "clients", "Who needs attention first", 900)
    page.set_viewport_size({"width": TOUR_ACROSS, "height": 1100})
    choose(page, "Client", "K-03")
    page.locator("[data-testid=stBaseButton-primary]").filter(has_text="Open").first.click()
    page.get_by_text("K-03").first.wait_for(timeout=60_000)
    settle(page)
    picture(page, "client", None, 1000)


if __name__ == "__main__":
    main()
