"""What a person said about twitching, kept in the diary, and what can be said to it."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from nutrition.screening import Answers, Notice, Twitch, TwitchPerson, all_red_flags, twitch
from nutrition.screening.notices import ScreeningError
from nutrition.store import Changed, Person, RedFlag, Screening, Store, records
from nutrition.store.ages import MONTHS, age_months
from nutrition.views.clients import Difference

if TYPE_CHECKING:
    import pandas as pd

GONE_THROUGH = "red_flags"
"""The question under which it is kept that the warning signs were gone through."""
QUESTIONS = (
    "sleep_hours",
    "stress",
    "screen_hours",
    "tired_eyes",
    "nicotine",
    "vegan",
    "metformin",
    "acid_blockers",
)
"""Questions, by the names of `nutrition.screening.Answers`."""
HOURS = ("sleep_hours", "screen_hours")
HOURS_A_DAY = 24
STRESS = ("little", "some", "much")


@dataclass(frozen=True)
class Said:
    """What a person said, as this window saw it.

    Attributes:
        flags: The warning signs that are ticked.
        answers: The answers kept, by question.
    """

    flags: tuple[RedFlag, ...]
    answers: Mapping[str, Screening]

    @property
    def ticked(self) -> frozenset[str] | None:
        """Ids of the warning signs; None where they were not gone through and none is ticked."""
        if self.flags or GONE_THROUGH in self.answers:
            return frozenset(one.flag for one in self.flags)
        return None

    def value(self, question: str) -> Any:
        """Return the answer to a question; None where nothing was said."""
        found = self.answers.get(question)
        return None if found is None else found.answer


def said(store: Store, person: Person) -> Said:
    """Return what a person said."""
    answers = records(store, Screening, person_id=person.id)
    known = {flag.id for flag in all_red_flags()}
    flags = [one for one in records(store, RedFlag, person_id=person.id) if one.flag in known]
    return Said(tuple(flags), {one.question: one for one in answers})


def keep_signs(
    store: Store, person: Person, wanted: Collection[str], seen: Said, *, today: dt.date
) -> tuple[str, ...]:
    """Keep which warning signs are ticked, and that they were gone through.

    Args:
        store: The open diary.
        person: Whose.
        wanted: Ids of all that are ticked now.
        seen: What this window showed when they were ticked; only what differs from it is done,
            so that a sign which another window ticked meanwhile stays.
        today: The day.

    Returns:
        Ids of the signs that another window ticked meanwhile; they stand beside the wanted ones.

    Raises:
        Changed: Another window took a tick away and set it again.
        ScreeningError: A sign that is not in the list.
    """
    unknown = set(wanted) - {flag.id for flag in all_red_flags()}
    if unknown:
        raise ScreeningError(
            f"There is no warning sign {min(unknown)!r}.",
            hint="Use the ids of data/red_flags.csv.",
        )
    assert person.id is not None
    now = said(store, person)
    standing = now.ticked or frozenset()
    with store.editing("warning signs") as edit:
        for one in seen.flags:
            if one.flag not in wanted and one.flag in standing:
                edit.remove(one)
        fresh = sorted(set(wanted) - standing)
        edit.add(
            [RedFlag(person_id=person.id, flag=one, ticked=today.isoformat()) for one in fresh]
        )
    keep_answers(store, person, {GONE_THROUGH: True}, now, today=today)
    known = {one.flag for one in seen.flags}
    return tuple(sorted(standing - known - set(wanted)))


class AnswersChanged(Changed):
    """Two windows answered a question otherwise; nothing was written.

    Attributes:
        clashes: Each question with both answers.
    """

    @property
    def clashes(self) -> tuple[Difference, ...]:
        """The questions with the answer of this window and the one that stands."""
        found: tuple[Difference, ...] = self.fields.get("clashes", ())
        return found


def keep_answers(
    store: Store,
    person: Person,
    answers: Mapping[str, Any],
    seen: Said,
    *,
    today: dt.date,
) -> None:
    """Keep answers; None takes one back.

    Args:
        store: The open diary.
        person: Whose.
        answers: Question → answer.
        seen: What this window showed when they were given. An answer that is as it was shown is
            not this window's to write: what another window answered meanwhile stays.
        today: The day.

    Raises:
        AnswersChanged: Another window answered one of them otherwise; nothing was written.
        ScreeningError: Hours that no day has, or a stress that is none of `STRESS`.
    """
    _check(answers)
    assert person.id is not None
    now = said(store, person)
    given = {
        question: answer
        for question, answer in answers.items()
        if answer != seen.value(question) and answer != now.value(question)
    }
    clashes = tuple(
        Difference(question, answer, now.value(question))
        for question, answer in given.items()
        if now.value(question) != seen.value(question)
    )
    if clashes:
        raise AnswersChanged(
            "Another window answered the same question otherwise. Nothing was overwritten.",
            hint="Look at both answers, then keep one.",
            clashes=clashes,
        )
    with store.editing("answers") as edit:
        for question, answer in given.items():
            there = now.answers.get(question)
            if there is not None and answer is None:
                edit.remove(there)
            elif there is not None:
                edit.change(there, replace(there, answer=answer, answered=today.isoformat()))
            else:
                new = Screening(
                    person_id=person.id,
                    question=question,
                    answer=answer,
                    answered=today.isoformat(),
                )
                edit.add([new])


def settled(seen: Said, clashes: Iterable[Difference], now: Said) -> Said:
    """Return what a window has seen once it was shown the other window's answers."""
    answers = dict(seen.answers)
    for one in clashes:
        answers.pop(one.field, None)
        if one.field in now.answers:
            answers[one.field] = now.answers[one.field]
    return Said(seen.flags, answers)


def answers_of(person: Person, told: Said) -> Answers:
    """Return what a person said as the screening takes it; filters and medicines answer too."""
    values = {question: told.value(question) for question in QUESTIONS}
    if values["vegan"] is None and "vegan" in person.filters:
        values["vegan"] = True
    return Answers(red_flags=told.ticked, medicines=person.medicines, **values)


def why(
    person: Person,
    told: Said,
    days: "pd.DataFrame",
    assessment: "pd.DataFrame",
    *,
    today: dt.date,
    country: str | None = None,
) -> Twitch:
    """Put together what can be said about a person's twitching.

    Args:
        person: Who.
        told: What they said.
        days: Their Days.
        assessment: Their rows of the assessment; no answer changes them.
        today: The day of which the age is.
        country: Country or locale, for the emergency number.
    """
    from nutrition.views.client_results import plain_rows

    months = age_months(person, today)
    who = TwitchPerson(
        age_years=None if months is None else months / MONTHS,
        condition=person.condition,
        weight_kg=person.weight_kg,
        country=country,
    )
    return twitch(who, answers_of(person, told), plain_rows(days), plain_rows(assessment))


def sources(notices: Iterable[Notice]) -> tuple[str, ...]:
    """Return the sources of notices, each once, in reading order."""
    return tuple(dict.fromkeys(one.source for one in notices if one.source))


def cause_rows(found: Twitch) -> Sequence[tuple[str, ...]]:
    """Return the table of causes as ids of messages, and the source as it is.

    Returns:
        ``name, mechanism, symptoms, how_common, urgency, source`` of each cause.
    """
    return [
        (one.name, one.mechanism, one.symptoms, one.how_common, one.urgency, one.source)
        for one in found.causes
    ]


def _check(answers: Mapping[str, Any]) -> None:
    for question in HOURS:
        hours = answers.get(question)
        if hours is not None and not 0 <= hours <= HOURS_A_DAY:
            raise ScreeningError(
                f"{question} is {hours}.", hint="Give hours between 0 and 24.", question=question
            )
    if answers.get("stress") not in (None, *STRESS):
        raise ScreeningError("That stress is not known.", hint=f"Choose {', '.join(STRESS)}.")
