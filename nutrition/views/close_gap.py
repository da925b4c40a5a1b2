"""The gap, closed, as a page has it: one day and one person in; answers with what they do out."""

import functools
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from foods.nutrients import MINERALS
from nutrition.suggest import (
    Answer,
    Filters,
    Needs,
    Person,
    needs_from,
)
from nutrition.suggest.person import refusals

if TYPE_CHECKING:
    import pandas as pd

    from foods.composition import FoodTable
    from nutrition.factors import Answers
    from nutrition.references import PersonReferences
    from nutrition.store import Person as Kept
    from nutrition.store import Store

_DOSE = re.compile(r"\d+([.,]\d+)?\s*(mg|µg|g)?\b", re.IGNORECASE)
FILTERS = ("vegan", "lactose-free", "without-nuts", "without-gluten")
"""Ids of filters as they are kept with a person; nuts and gluten are judged by name only."""
CONTEXTS = ("kidney-disease", "kidney-stones", "eating-disorder", "refeeding-risk")
"""Contexts that this page asks for: in each of them nothing is offered."""
WORTH_SAYING_MG = 0.5
"""Less than this rounds to nothing."""
_WARFARIN = re.compile(r"warfarin|coumadin|marcumar|falithrom|phenprocoumon", re.IGNORECASE)


@dataclass(frozen=True)
class Eaten:
    """What a day holds so far, supplements and water included.

    Attributes:
        calcium_mg: Known calcium [mg]; None where nothing is known.
        magnesium_mg: Known magnesium [mg]; None as above.
        without: For each mineral, foods without a value: the true total is higher.
        items: Food id and grams [g] of what was eaten, for swaps.
    """

    calcium_mg: float | None
    magnesium_mg: float | None
    without: Mapping[str, tuple[str, ...]]
    items: tuple[tuple[str, float], ...] = ()

    @property
    def known(self) -> bool:
        """Whether both minerals have a figure."""
        return self.calcium_mg is not None and self.magnesium_mg is not None


@dataclass(frozen=True)
class Effect:
    """What an answer does to one mineral.

    Attributes:
        nutrient: ``calcium_mg`` or ``magnesium_mg``.
        before_mg: What was eaten [mg].
        added_mg: What the answer adds [mg], counted or not.
        low_mg: Least it adds [mg].
        high_mg: Most it adds [mg].
        counted_mg: What of it is counted on [mg]; less where calcium is hardly absorbed.
        after_mg: What was eaten and what is added [mg].
        aim_mg: The reference that was aimed at [mg]; None where none is set.
        aim_name: Its statistic: RDA, AI …; "" where none is set.
        short_mg: What is still missing [mg]; None where no reference is set.
    """

    nutrient: str
    before_mg: float
    added_mg: float
    low_mg: float
    high_mg: float
    counted_mg: float
    after_mg: float
    aim_mg: float | None
    aim_name: str
    short_mg: float | None

    @property
    def share(self) -> float | None:
        """How much of the aim is there with the answer, 1 at most; None where none is set."""
        return None if not self.aim_mg else min(self.after_mg / self.aim_mg, 1.0)

    @property
    def not_counted_mg(self) -> float:
        """What the answer adds and does not count on [mg]."""
        return self.added_mg - self.counted_mg


def filters_of(person: "Kept") -> Filters:
    """Give the filters that are kept with a person."""
    return Filters(
        vegan="vegan" in person.filters,
        lactose_free="lactose-free" in person.filters,
        without_nuts="without-nuts" in person.filters,
        without_gluten="without-gluten" in person.filters,
        disliked=frozenset(person.disliked),
    )


def words_of(text: str) -> tuple[str, ...]:
    """Read disliked foods, one a line or divided by commas, each once."""
    words = (" ".join(part.split()) for part in re.split(r"[,;\n]", text))
    return tuple(dict.fromkeys(word for word in words if word))


def keep_wishes(store: "Store", person: "Kept", *, filters: Iterable[str], disliked: str) -> "Kept":
    """Keep with the person what is not eaten.

    Args:
        store: The open diary.
        person: As this window read it.
        filters: Ids of `FILTERS`.
        disliked: Foods disliked, as typed.

    Returns:
        The person as it stands now.

    Raises:
        Changed: Another window changed the person since.
    """
    from nutrition.store import change

    ticked = set(filters)
    return change(
        store,
        person,
        filters=tuple(one for one in FILTERS if one in ticked),
        disliked=words_of(disliked),
    )


def keep_context(store: "Store", person: "Kept", context: str, *, ticked: bool) -> "Kept":
    """Keep with the person whether a context applies; all others stay.

    Args:
        store: The open diary.
        person: As it stands now.
        context: Of `CONTEXTS`.
        ticked: Whether it applies.

    Returns:
        The person as it stands now.

    Raises:
        Changed: Another window changed the person since.
    """
    from nutrition.store import change

    others = tuple(one for one in person.contexts if one != context)
    return change(store, person, contexts=(*others, context) if ticked else others)


@functools.lru_cache(maxsize=64)
def age_months(person: "Kept", day: str) -> float | None:
    """Give a person's age on a day [months]; None where it is not told, or sex is not."""
    from nutrition.people import read_people
    from nutrition.store import people_frame

    if person.sex is None or (person.birth_date is None and person.age_years is None):
        return None
    people = read_people(people_frame([person], day))
    return None if people.empty else float(people["age_months"].iloc[0])


def who(person: "Kept", day: str) -> Person:
    """Give the person as the suggestions need them.

    Medicines that were not told, or that nobody can tell apart, count as not asked: then the
    notes on warfarin and levothyroxine stand.
    """
    from nutrition.screening import all_contexts

    known = {context.id for context in all_contexts()}
    contexts = frozenset(one for one in person.contexts if one in known)
    return Person(age_months(person, day), contexts, _medicines(person.medicines))


def references_of(person: "Kept", day: str, body: str) -> "dict[str, PersonReferences] | None":
    """Give what a body sets for both minerals; None where sex or age are not told.

    Args:
        person: As kept.
        day: The day of which the age is.
        body: Reference body.

    Raises:
        ReferenceIntakeError: There is no such body.
    """
    from nutrition.references import load

    months = age_months(person, day)
    if months is None or person.sex is None:
        return None
    condition = person.condition if person.sex == "female" else "none"
    if condition == "pregnant" and person.trimester is not None:
        condition = f"pregnancy_T{person.trimester}"
    found = load(body)
    return {n: found.for_person(n, person.sex, months, condition) for n in MINERALS}


def eaten_on(
    store: "Store",
    person: "Kept",
    day: str,
    table: "FoodTable",
    *,
    locale: str = "us",
    answers: "Answers | None" = None,
) -> Eaten | None:
    """Total one day of the diary.

    Args:
        store: The open diary.
        person: Whose.
        day: The day.
        table: The food table with own foods.
        locale: Sizes of cups, pints and spoons.
        answers: Choices made before; the store's own when None.

    Returns:
        What it holds; None where nothing is entered: that is not a day without calcium.
    """
    from nutrition import store as kept
    from nutrition.records import total_records

    records = kept.diary(store, person.id, day, day)
    if records.empty:
        return None
    settled = kept.answers_of(store, locale) if answers is None else answers
    items, days = total_records(records, table, locale=locale, answers=settled)
    totals = days.iloc[0]
    return Eaten(
        _known(totals["calcium_mg"]),
        _known(totals["magnesium_mg"]),
        {n: tuple(dict.fromkeys(items.loc[items[n].isna(), "food"])) for n in MINERALS},
        tuple(
            (str(row["food_id"]), float(row["grams"]))
            for row in items.to_dict("records")
            if isinstance(row.get("food_id"), str) and row["grams"] > 0
        ),
    )


def needs_of(references: "Mapping[str, PersonReferences]", eaten: Eaten) -> Needs:
    """Work out what is missing; what has no value counts as nothing eaten, and the page says so."""
    return needs_from(
        references["calcium_mg"],
        references["magnesium_mg"],
        calcium_mg=eaten.calcium_mg or 0.0,
        magnesium_mg=eaten.magnesium_mg or 0.0,
    )


def effects_of(
    answer: Answer, eaten: Eaten, references: "Mapping[str, PersonReferences]"
) -> tuple[Effect, ...]:
    """Say what an answer does to both minerals."""
    values = (
        (
            "calcium_mg",
            eaten.calcium_mg or 0.0,
            answer.calcium_mg,
            answer.calcium_low_mg,
            answer.calcium_high_mg,
            answer.calcium_counted_mg,
            answer.calcium_short_mg,
        ),
        (
            "magnesium_mg",
            eaten.magnesium_mg or 0.0,
            answer.magnesium_mg,
            answer.magnesium_low_mg,
            answer.magnesium_high_mg,
            answer.magnesium_mg,
            answer.magnesium_short_mg,
        ),
    )
    found = []
    for nutrient, before, added, low, high, counted, short in values:
        of = references[nutrient]
        aim = of.target or of.rda or of.ai
        found.append(
            Effect(
                nutrient,
                before,
                added,
                low,
                high,
                counted,
                before + added,
                None if aim is None else aim.value,
                "" if aim is None else aim.statistic,
                short,
            )
        )
    return tuple(found)


def records_of(answer: Answer) -> "pd.DataFrame":
    """Give an answer as Diary rows of grams, to be totalled like any other day."""
    import pandas as pd

    rows = [
        {
            "person_id": "me",
            "day": "suggested",
            "food": portion.food.name,
            "food_id": portion.food.food_id,
            "amount": portion.grams,
            "unit": "g",
        }
        for portion in answer.portions
    ]
    return pd.DataFrame(rows)


def measure_words(measures: float) -> str:
    """Write how many measures: 1½, ¾, 2, and decimals where no quarter fits."""
    signs = {0.125: "⅛", 0.25: "¼", 0.5: "½", 0.75: "¾"}
    whole, rest = divmod(measures, 1)
    if rest == 0:
        return f"{whole:.0f}"
    sign = next((s for part, s in signs.items() if math.isclose(rest, part, abs_tol=1e-6)), None)
    if sign is None:
        return f"{measures:.3g}"
    return f"{whole:.0f}{sign}" if whole else sign


def _medicines(written: Sequence[str]) -> frozenset[str] | None:
    from nutrition.screening import find_medicines

    found = set()
    left = []
    for text in written:
        if _WARFARIN.search(text):
            found.add("warfarin")
            text = _DOSE.sub("", _WARFARIN.sub("", text))  # noqa: PLW2901 - the rest is looked up
        left.append(text)
    matches = [one for one in find_medicines(left) if one.written.strip(" ,;.")]
    if not written or any(one.medicine is None or not one.certain for one in matches):
        return None
    return frozenset(found | {one.medicine.id for one in matches if one.medicine is not None})


def _known(value: Any) -> float | None:
    return None if value is None or math.isnan(value) else float(value)


def refused(person: Person) -> tuple[str, ...]:
    """Give the ids of the reasons for which nothing may be offered; empty where none applies."""
    return refusals(person)


def signed(amount: str, change: float) -> str:
    """Write a change with its sign: "+180", "−20"."""
    return f"{'−' if change < 0 else '+'}{amount}"
