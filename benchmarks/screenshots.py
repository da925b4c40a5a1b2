"""Pictures of every page at 1280 and 390 px, light and dark, to be looked at.

Run: python benchmarks/screenshots.py FOLDER [--readme]
``--readme`` also writes the three small ones of the README to docs/images.
"""

import argparse
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "dashboard"))

from page_server import add_meal, choose, chromium, enter, served, settle, skip_tour  # noqa: E402

MEAL = "2 cups boiled spinach\n30 g almonds\n1 slice whole wheat bread\n1 cup soy milk"
WIDTHS = {"wide": (1280, 2500), "phone": (390, 4200)}
SCHEMES = ("light", "dark")


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


def batch(page: "Page", address: str, diary: Path, people: Path) -> None:
    """Run a batch."""
    page.goto(f"{address}/batch")
    page.get_by_role("button", name="Run").wait_for(timeout=60_000)
    inputs = page.locator("input[type=file]")
    inputs.nth(0).set_input_files(diary)
    settle(page)
    inputs.nth(1).set_input_files(people)
    settle(page)
    page.get_by_role("button", name="Run").click()
    page.get_by_text("Person-days").wait_for(timeout=60_000)
    settle(page)


def groups(page: "Page", address: str, diary: Path, people: Path) -> None:
    """Estimate usual intake of groups."""
    page.goto(f"{address}/groups")
    page.get_by_role("button", name="Estimate").wait_for(timeout=60_000)
    inputs = page.locator("input[type=file]")
    inputs.nth(0).set_input_files(diary)
    settle(page)
    inputs.nth(1).set_input_files(people)
    settle(page)
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
    parser.add_argument("--app", type=Path, default=ROOT / "app.py")
    pages = ["today", "batch", "groups", "foods", "settings"]
    parser.add_argument("--pages", nargs="*", default=pages)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    diary, people = sample(given.folder)
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
    folder = ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
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
        target = page.get_by_text("The meal" if across < 1000 else "Who", exact=True).first
        target.scroll_into_view_if_needed()
        target.evaluate("node => node.scrollIntoView({block: 'start'})")
        settle(page)
        path = folder / f"{name}.png"
        page.screenshot(path=path)
        with Image.open(path) as picture:
            picture.convert("RGB").quantize(colors=96).save(path, optimize=True)
        context.close()


if __name__ == "__main__":
    main()
