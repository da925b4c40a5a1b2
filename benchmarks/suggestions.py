"""Print the first ten suggestions for six people, as docs/suggestions.md.

    python benchmarks/suggestions.py > docs/suggestions.md

The slowest request goes to standard error.
"""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from nutrition import references
from nutrition.suggest import (
    Answer,
    Filters,
    Infeasible,
    Needs,
    Offer,
    Person,
    Portion,
    everyday_foods,
    needs_from,
    suggest,
    swaps,
)

ANSWERS = 10
FRACTIONS = {0.125: "⅛", 0.25: "¼", 0.5: "½", 0.75: "¾"}
COUNTED = ("cup", "slice", "fig", "tortilla", "container", "fillet", "sardine")
NOTES = {
    "vitamin-k-warfarin": "rich in vitamin K: with warfarin, keep the amount steady and ask first",
    "calcium-levothyroxine": "calcium: hours apart from levothyroxine",
    "oxalate-calcium-not-counted": "its calcium is hardly absorbed and is not counted",
    "fortified-check-label": "only a fortified kind has this calcium: check the label",
    "filters-by-name-check-label": "filtered by name only: check the label",
}


@dataclass(frozen=True)
class Profile:
    """A made-up person.

    Attributes:
        title: Heading.
        sex: "female" or "male".
        age_years: Age [years].
        condition: As for `nutrition.references`.
        calcium_mg: Usual calcium, made up [mg/d].
        magnesium_mg: Usual magnesium, made up [mg/d].
        allowance_kcal: Energy the additions may bring [kcal/d].
        filters: What is not eaten.
    """

    title: str
    sex: str
    age_years: int
    calcium_mg: float
    magnesium_mg: float
    condition: str = "none"
    allowance_kcal: float | None = None
    filters: Filters = field(default_factory=Filters)


PROFILES = (
    Profile("Woman, 34", "female", 34, 640, 235),
    Profile("Man, 45, vegan", "male", 45, 520, 350, filters=Filters(vegan=True)),
    Profile("Girl, 14", "female", 14, 760, 240),
    Profile("Woman, 28, pregnant", "female", 28, 720, 265, condition="pregnant"),
    Profile(
        "Woman, 72, lactose-free, 250 kcal at most",
        "female",
        72,
        680,
        230,
        allowance_kcal=250,
        filters=Filters(lactose_free=True),
    ),
    Profile("Man, 25, 150 kcal at most", "male", 25, 700, 340, allowance_kcal=150),
)
NO_ANSWER = Profile("Where there is no answer", "male", 25, 700, 340, allowance_kcal=0)
"""The same man with no energy to spare."""
DAY = (
    ("sr28:16120", 243.0),
    ("sr28:01211", 244.0),
    ("sr28:18069", 58.0),
    ("sr28:20445", 158.0),
    ("sr28:08020", 28.0),
    ("sr28:11252", 72.0),
)


def page() -> Iterator[str]:
    """Give the lines of the page."""
    offered = sum(food.max_portions > 0 for food in everyday_foods())
    yield "# Suggestions, printed"
    yield ""
    yield (
        "Written by `python benchmarks/suggestions.py`. Six made-up people with a made-up usual "
        f"intake, and the first {ANSWERS} ways to close the gap to the recommended intake (NASEM) "
        f"from {offered} everyday foods. Each is what is eaten on top of the day: least energy "
        "first, four foods and six portions at most, one food of a group, under the upper level "
        "of calcium. Each differs from all before it by two foods and one food group, and a food "
        "appears twice at most, a third time only where nothing else is left. By default there "
        "are three; the more are asked for, the more has been excluded."
    )
    yield ""
    yield (
        "Facts about foods, for review by a dietitian; neither a diagnosis nor a diet. Nothing "
        "is offered under two years, or with kidney disease, kidney stones, an eating disorder or "
        "a risk of refeeding. Notes on medicines stand where medicines were not asked, as here."
    )
    slowest = 0.0
    for profile in PROFILES:
        started = time.perf_counter()
        needs, result = asked(profile, ANSWERS)
        slowest = max(slowest, time.perf_counter() - started)
        yield ""
        yield f"## {profile.title}"
        yield ""
        yield (
            f"Usual intake {profile.calcium_mg:g} mg calcium and {profile.magnesium_mg:g} mg "
            f"magnesium; missing {needs.calcium_mg:g} and {needs.magnesium_mg:g} mg; "
            f"{needs.calcium_room_mg:g} mg calcium left below the upper level."
        )
        yield ""
        if isinstance(result, Offer):
            yield from offer(result)
        elif isinstance(result, Infeasible):
            yield from infeasible(result)
    yield ""
    yield f"## {NO_ANSWER.title}"
    yield ""
    yield "The same man of 25 with no energy to spare. Limits are never relaxed to find an answer."
    yield ""
    _, nothing = asked(NO_ANSWER, ANSWERS)
    if isinstance(nothing, Infeasible):
        yield from infeasible(nothing)
    yield ""
    yield "## Swaps: the same amount of a neighbour"
    yield ""
    yield from swapped(Needs(360.0, 85.0, 1860.0))
    print(f"slowest request with {ANSWERS} answers: {slowest:.2f} s", file=sys.stderr)


def asked(profile: Profile, answers: int) -> tuple[Needs, object]:
    """Work out what is missing and ask for suggestions."""
    body, months = references.load("NASEM"), profile.age_years * 12
    calcium, magnesium = (
        body.for_person(mineral, profile.sex, months, profile.condition)
        for mineral in ("calcium_mg", "magnesium_mg")
    )
    needs = needs_from(
        calcium, magnesium, calcium_mg=profile.calcium_mg, magnesium_mg=profile.magnesium_mg
    )
    return needs, suggest(
        needs,
        Person(months),
        allowance_kcal=profile.allowance_kcal,
        filters=profile.filters,
        answers=answers,
    )


def offer(result: Offer) -> Iterator[str]:
    """Give a table of answers and the notes that apply."""
    yield "| | foods on top of the day | calcium | magnesium | energy |"
    yield "|---|---|---|---|---|"
    for number, answer in enumerate(result.answers, start=1):
        foods = "; ".join(said(portion) for portion in answer.portions)
        yield (
            f"| {number} | {foods} | {calcium_of(answer)} | +{answer.magnesium_mg:.0f} mg "
            f"| {answer.energy_kcal:.0f} kcal |"
        )
    yield ""
    ids = {note for answer in result.answers for note in answer.notes}
    yield "Notes: " + "; ".join(f"*{text}*" for note, text in NOTES.items() if note in ids) + "."


def infeasible(result: Infeasible) -> Iterator[str]:
    """Say which limits bind and what the nearest is."""
    sets = " or ".join(" and ".join(names) for names in result.binding)
    yield f"No answer. It would be possible without this limit: {sets}."
    if result.best is not None:
        foods = "; ".join(said(portion) for portion in result.best.portions) or "nothing"
        yield ""
        yield (
            f"Nearest within all limits: {foods}; still missing "
            f"{result.best.calcium_short_mg:.0f} mg calcium and "
            f"{result.best.magnesium_short_mg:.0f} mg magnesium."
        )


def swapped(needs: Needs) -> Iterator[str]:
    """Give the swaps of one day of plain foods."""
    yield "| instead of | take | amount | calcium | magnesium | energy |"
    yield "|---|---|---|---|---|---|"
    found = swaps(DAY, needs, Person(34 * 12))
    for swap in found if isinstance(found, tuple) else ():
        yield (
            f"| {swap.away.name} | {swap.towards.name} | {swap.grams:.0f} g "
            f"| {swap.calcium_mg:+.0f} mg | {swap.magnesium_mg:+.0f} mg "
            f"| {swap.energy_kcal:+.0f} kcal |"
        )


def calcium_of(answer: Answer) -> str:
    """Write the calcium that is counted on, and what more there is."""
    more = answer.calcium_mg - answer.calcium_counted_mg
    return f"+{answer.calcium_counted_mg:.0f} mg" + (
        f" (and {more:.0f} not counted)" if more else ""
    )


def said(portion: Portion) -> str:
    """Write a portion: "½ cup kale, boiled (65 g)"."""
    whole, rest = divmod(portion.measures, 1)
    amount = (f"{whole:.0f}" if whole else "") + FRACTIONS.get(
        rest, "" if not rest else f"{rest:g}"
    )
    measure = portion.food.measure.split(" (")[0].removeprefix("NLEA ").removesuffix(" 1 serving")
    head, comma, tail = measure.partition(",")
    if portion.measures > 1 and head in COUNTED:
        measure = f"{head}s{comma}{tail}"
    return f"**{portion.food.name}**, {amount} {measure} ({portion.grams:.0f} g)"


if __name__ == "__main__":
    print("\n".join(page()))
