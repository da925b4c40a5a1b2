"""Why a name is asked about: what it leaves open, and how its foods differ."""

from collections.abc import Sequence

from foods.composition import FoodTable
from foods.search_confidence import (
    SWELLING_GROUPS,
    differs,
    differs_in_unit,
    in_another_state,
    thresholds,
)
from foods.search_describe import ANOTHER_COST, BRAND_COST
from foods.search_entry import Entry
from foods.search_index import slips
from foods.search_lists import stem, tokens
from foods.search_rank import Ranked
from foods.search_words import Reading

FORTIFIED_OR_NOT = "Is calcium added? Plant drinks with and without differ tenfold."
PLANT_DRINKS = "plant drinks"


def question(reading: Reading, first: Ranked, sure: float) -> str:
    """Give the reason to ask that lies in the name or in its first food.

    Args:
        reading: What was read in the name.
        first: The best food.
        sure: Confidence that it is right, 0 to 1.

    Returns:
        A sentence, "" where there is no reason to ask.
    """
    entry = first.entry
    drink = entry.group == PLANT_DRINKS and "fortified" not in reading.states
    missing = ", ".join(reading.states[facet] for facet in first.missing)
    guessed = [f"{w!r} as {right!r}" for w, right in reading.corrected if _doubtful(w, right)]
    product = is_product(reading, entry)
    own_brand = product or of_own_brand(reading, entry)
    one_of_many = entry.brand and first.parts["extra"] >= NAMES_A_KIND
    another = not own_brand and (
        first.unsaid >= NAMES_ANOTHER or one_of_many or _another(reading, entry)
    )
    said = _state_said(reading)
    seeds = entry.group in COOKED_GROUPS or "mature seeds" in entry.description.lower()
    uncooked = seeds and _raw_or_dry(entry) and not said
    swells = entry.group in SWELLING_GROUPS and "heat" in entry.states and not said
    reasons = (
        (bool(reading.question) and not own_brand, reading.question),
        (uncooked or swells, "Raw or dry, or cooked? It is mostly eaten cooked."),
        (
            _undiluted(entry) and not {"mix", "condens"} & {*reading.stems, *reading.states},
            "As it is sold, or made up with water or milk?",
        ),
        (_kept(entry) and not state_settled(reading), KEPT.format(entry.states.get("keep"))),
        (drink, FORTIFIED_OR_NOT),
        (bool(missing), f"No entry says {missing}: choose the nearest, or none."),
        (bool(first.unmet), "Part of the name fits no food: choose the nearest, or none."),
        (another, f"The nearest is {entry.description!r}: is that what is meant?"),
        (
            entry.brand and not _brand_said(reading, entry),
            "Only a brand's food fits: is that the one?",
        ),
        (bool(guessed), f"Read {' and '.join(guessed)}: is that what is meant?"),
        (sure < thresholds()["accept"] and not product, "Not sure enough to choose: say which."),
    )
    return next((reason for applies, reason in reasons if applies), "")


def difference(plausible: Sequence[Ranked], table: FoodTable, unit: str) -> str:
    """Give the question that tells plausible foods apart where that matters.

    Args:
        plausible: The foods, the best first.
        table: Where their measures are.
        unit: The unit of the amount, "" for none.

    Returns:
        A sentence, "" where they agree.
    """
    first = plausible[0]
    others = [r for r in plausible[1:] if differ(first, r, table, unit)]
    return _which(first, others) if others else ""


COOKED_GROUPS = frozenset(
    ("legumes", "whole grains", "refined grains", "meat", "poultry", "fish and seafood")
)
"""Groups eaten cooked: a raw or dry food of these is never meant unless somebody says so."""


def _raw_or_dry(entry: Entry) -> bool:
    return entry.states.get("heat") == "raw" or entry.states.get("keep") == "dried"


def _undiluted(entry: Entry) -> bool:
    text = entry.description.lower()
    soup = "condensed" in text and entry.group == "soups"
    return (soup or "dry mix" in text or "dry, mix" in text) and "prepared" not in text


def _kept(entry: Entry) -> bool:
    """Tell whether a fruit, vegetable or fish is a canned, frozen or dried one."""
    return entry.group in SOLD_FRESH and entry.states.get("keep") in ("canned", "frozen", "dried")


KEPT = "The table has it {}: is that what is meant?"
SOLD_FRESH = frozenset(
    ("fruit", "vegetables", "leafy greens", "starchy vegetables", "fish and seafood")
)
"""Groups whose foods are fresh unless somebody says otherwise."""


def _state_said(reading: Reading) -> bool:
    return bool({"heat", "keep"} & set(reading.states))


NAMES_ANOTHER = 0.9
"""Cost from which a word that the name does not say makes another food of it."""


NAMES_A_KIND = 0.5
"""The same of a brand's food: "kfc chicken" is not its popcorn chicken."""


def _another(reading: Reading, entry: Entry) -> bool:
    return any(c >= ANOTHER_COST and s not in reading.stems for s, c in entry.costs.items())


def of_own_brand(reading: Reading, entry: Entry) -> bool:
    """Tell whether a name has a brand of which the table has the food itself.

    A maker's name stands before that of the food: "GENERAL MILLS, CHEERIOS".
    """
    if not reading.brand:
        return False
    last = {stem(w) for w in tokens(entry.description.rsplit(",", maxsplit=1)[-1])}
    return last.issuperset(reading.brand.split())


def is_product(reading: Reading, entry: Entry) -> bool:
    """Tell whether a name is all that a maker calls its product: "froot loops".

    "Cereals ready-to-eat, KELLOGG, KELLOGG'S FROOT LOOPS" ends in it, makers and wrappings aside.
    """
    if not entry.brand or reading.synonyms:
        return False
    last = {stem(w) for w in tokens(entry.description.rsplit(",", maxsplit=1)[-1])}
    named = last - MAKERS - WRAPPINGS
    loud = any(entry.costs.get(s, 0.0) >= BRAND_COST for s in named)
    return loud and named == set(reading.stems) - MAKERS - WRAPPINGS


MAKERS = frozenset(
    map(
        stem,
        (
            [
                "kelloggs",
                "kellogg",
                "post",
                "quaker",
                "nabisco",
                "mars",
                "snackfood",
                "us",
                "nestle",
                "hersheys",
            ]
        ),
    )
)
"""Makers whose name people leave out."""
WRAPPINGS = frozenset(
    map(
        stem,
        [
            "cereal",
            "candy",
            "candies",
            "bar",
            "original",
            "crackers",
            "wafer",
            "bite",
            "size",
            "chocolate",
        ],
    )
)
"""Words that a maker adds to the name of a product."""


def _brand_said(reading: Reading, entry: Entry) -> bool:
    return any(cost >= BRAND_COST and s in reading.stems for s, cost in entry.costs.items())


def _doubtful(wrong: str, right: str) -> bool:
    """Tell whether a correction is a guess: short words have many neighbours."""
    count = slips(wrong, right)
    return count > 0 and (len(wrong) < SURE_LETTERS or count > len(wrong) / SLIP_LETTERS)


SURE_LETTERS = 6
SLIP_LETTERS = 5


def differ(one: Ranked, other: Ranked, table: FoodTable, unit: str) -> bool:
    """Tell whether two foods differ in what matters, per 100 g or in one unit."""
    if differs(one, other):
        return True
    return unit not in ("", "g") and differs_in_unit(one, other, table, unit)


def middle(first: Ranked, rivals: Sequence[Ranked], table: FoodTable, unit: str) -> Ranked:
    """Give a food that agrees with all plausible ones, the first where it does or none does."""
    return next(
        (
            r
            for r in (first, *rivals)
            if r.parts["cover"] >= first.parts["cover"]
            and not in_another_state(first.entry, r.entry)
            and not any(differ(r, other, table, unit) for other in (first, *rivals))
        ),
        first,
    )


def dry_beside(mine: Ranked, ranked: Sequence[Ranked]) -> list[Ranked]:
    """Give the dry grains and pulses beside one whose description says neither dry nor cooked."""
    if mine.entry.group not in SWELLING_GROUPS or {"heat", "keep"} & mine.entry.states.keys():
        return []
    return [r for r in ranked if r.parts["cover"] == 1 and r.entry.states.get("keep") == "dried"]


def _which(first: Ranked, others: Sequence[Ranked]) -> str:
    for facet, question in (
        ("heat", "Raw or cooked, and how?"),
        ("keep", "Fresh, canned, frozen or dried?"),
        ("liquid", "Drained or with its liquid?"),
        ("fortified", "Is calcium added?"),
        ("sweet", "Sweetened or not?"),
    ):
        mine = first.entry.states.get(facet)
        if any(r.entry.states.get(facet) != mine for r in others):
            return question + " Calcium or magnesium differ by more than 10 %."
    return "Several kinds fit, and their calcium or magnesium differ by more than 10 %."


def state_settled(reading: Reading) -> bool:
    """Tell whether the name, or the synonym file for it, says raw, cooked, dried or fresh."""
    return bool({"heat", "keep"} & (reading.states.keys() | reading.assumed.keys()))
