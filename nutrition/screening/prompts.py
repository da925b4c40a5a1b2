"""Prompts for the conversation: circumstances first, then medicines. Never an order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from nutrition.screening.medicines import MedicineMatch, find_medicines
from nutrition.screening.notices import Notice, ScreeningError, Words, rows

if TYPE_CHECKING:
    from collections.abc import Iterable

ADULT_YEARS = 18
PREGNANT = ("pregnant", "pregnancy", "pregnancy_T1", "pregnancy_T2", "pregnancy_T3")


@dataclass(frozen=True)
class Context:
    """A circumstance that comes before any figure.

    Attributes:
        id: As in `data/contexts.csv`.
        first: Whether it comes before the others.
        text_id: The message that names it; `<text_id>-why` says why it matters.
        source: Where it comes from.
        confidence: seen or recalled.
    """

    id: str
    first: bool
    text_id: str
    source: str
    confidence: str


@cache
def all_contexts() -> tuple[Context, ...]:
    """Every circumstance, those that come first first."""
    contexts = (
        Context(
            row["context"],
            row["first"] == "1",
            f"context-{row['context']}",
            row["source"],
            row["confidence"],
        )
        for row in rows("contexts.csv")
    )
    return tuple(sorted(contexts, key=lambda context: not context.first))


def prompts(
    medicines: Iterable[str] = (),
    contexts: Iterable[str] = (),
    age_years: float | None = None,
    condition: str | None = None,
) -> list[Notice]:
    """What to look at with this person.

    Args:
        medicines: Medicines as written, in free text.
        contexts: Ids of `all_contexts`.
        age_years: Age [years]; under 18 adds its circumstance.
        condition: As in the people table; pregnant adds its circumstance.

    Returns:
        Circumstances in the order of the list; then each medicine found with each of its effects
        and its advice, each misspelling as a question, each unknown name as not listed; last,
        where a medicine was written at all, that none is to be stopped because of this list.

    Raises:
        ScreeningError: A circumstance that is not in the list.
    """
    chosen = set(contexts)
    unknown = sorted(chosen - {context.id for context in all_contexts()})
    if unknown:
        raise ScreeningError(
            f"There is no circumstance {', '.join(map(repr, unknown))}.",
            hint="Use the ids of data/contexts.csv.",
            unknown=unknown,
        )
    if age_years is not None and age_years < ADULT_YEARS:
        chosen.add("under-18")
    if condition in PREGNANT:
        chosen.add("pregnancy")
    notices = []
    for context in all_contexts():
        if context.id in chosen:
            notices += [
                Notice(
                    "context",
                    context.id,
                    text_id,
                    source=context.source,
                    confidence=context.confidence,
                )
                for text_id in (context.text_id, f"{context.text_id}-why")
            ]
    matches = find_medicines(medicines)
    said: set[str] = set()
    for match in matches:
        if match.certain and match.medicine is not None:
            if match.medicine.id in said:
                continue
            said.add(match.medicine.id)
        notices += _medicine(match)
    if matches:
        notices.append(Notice("note", "medicine-keep", "medicine-keep"))
    return notices


def _medicine(match: MedicineMatch) -> list[Notice]:
    medicine = match.medicine
    if medicine is None:
        values = (("written", match.written),)
        return [Notice("question", "not-listed", "medicine-not-listed", values)]
    about = partial(Notice, id=medicine.id, source=medicine.source, confidence=medicine.confidence)
    if not match.certain:
        asked = (("written", match.written), ("name", match.name))
        return [about(kind="question", text_id="medicine-question", values=asked)]
    named = (("medicine", Words(medicine.text_id)),)
    notices = [
        about(kind="medicine", text_id=f"medicine-effect-{effect}", values=named)
        for effect in medicine.effects
    ]
    if medicine.advice_text_id:
        notices.append(about(kind="medicine", text_id=medicine.advice_text_id))
    return notices
