"""Why does it twitch? Warning signs, then what is common, then what the diary says.

Symptoms never change an intake probability: the assessment rows pass through untouched. After a
ticked warning sign nothing that follows may comfort; see `nutrition/texts/en/twitch.ftl`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from nutrition.screening.lifestyle import Compared, Reported, compare_caffeine, limit, reported
from nutrition.screening.medicines import find_medicines
from nutrition.screening.minerals import mineral_notice
from nutrition.screening.notices import Figure, Notice, rows
from nutrition.screening.red_flags import red_flags

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from nutrition.screening.notices import Value

STEPS = ("stimulants", "sleep", "stress", "eyes", "alcohol", "dietitian", "medicines", "doctor")
ACID_BLOCKERS = ("proton-pump-inhibitor", "acid-reducer")
COMFORTING = frozenset(
    {"twitch-mostly-harmless", "twitch-neurology-rare", "cause-urgency-self-care"}
)
"""Messages that may stand only where the signs were gone through and none was ticked."""


@dataclass(frozen=True)
class TwitchPerson:
    """Who asks.

    Attributes:
        age_years: Age [years]; None where it is not known.
        condition: none, pregnant, lactating, as in the people table.
        weight_kg: Body weight [kg]; needed under 18 for caffeine.
        country: Country or locale, for the emergency number.
    """

    age_years: float | None = None
    condition: str | None = None
    weight_kg: float | None = None
    country: str | None = None


@dataclass(frozen=True)
class Answers:
    """What the person says; None where nothing was said.

    Attributes:
        red_flags: Ids of the warning signs ticked; an empty set where none was.
        sleep_hours: Sleep [h a night].
        stress: little, some or much.
        screen_hours: Time at screens [h a day].
        tired_eyes: Tired or dry eyes.
        nicotine: Smoking, vaping, snus, patches.
        vegan: A vegan diet.
        metformin: Takes metformin; also found in `medicines`.
        acid_blockers: Takes acid blockers; also found in `medicines`.
        medicines: Medicines as written.
    """

    red_flags: frozenset[str] | None = None
    sleep_hours: float | None = None
    stress: Literal["little", "some", "much"] | None = None
    screen_hours: float | None = None
    tired_eyes: bool | None = None
    nicotine: bool | None = None
    vegan: bool | None = None
    metformin: bool | None = None
    acid_blockers: bool | None = None
    medicines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cause:
    """A row of the table of causes.

    Attributes:
        id: As in `data/twitch_causes.csv`.
        name, mechanism, symptoms, how_common, urgency: Ids of the messages of its cells.
        source: Where it comes from.
        confidence: seen or recalled.
    """

    id: str
    name: str
    mechanism: str
    symptoms: str
    how_common: str
    urgency: str
    source: str
    confidence: str


@dataclass(frozen=True)
class Twitch:
    """The answer, in the order in which to show it.

    Attributes:
        signs: Warning signs and what to do; where none was ticked, the sentence that says so.
        opening: What a food record can tell; where no sign stands against it, how twitches end.
        findings: Sleep, caffeine, stress, screens, eyes, nicotine.
        minerals: Calcium and magnesium in words, that symptoms change nothing, the evidence.
        assessment: The assessment rows, as they were given.
        b12: Vitamin B12 beside its RDA, and what to ask.
        neurology: Nerves and muscles, a doctor's matter.
        steps: What to do, the warning signs first where any was ticked.
        causes: The table of causes.
        caffeine: The comparison behind its finding.
        vitamin_b12: The mean behind its notice [ug].
    """

    signs: tuple[Notice, ...]
    opening: tuple[Notice, ...]
    findings: tuple[Notice, ...]
    minerals: tuple[Notice, ...]
    assessment: tuple[Mapping[str, Any], ...]
    b12: tuple[Notice, ...]
    neurology: tuple[Notice, ...]
    steps: tuple[Notice, ...]
    causes: tuple[Cause, ...]
    caffeine: Compared
    vitamin_b12: Reported

    def notices(self) -> tuple[Notice, ...]:
        """All notices in reading order, the warning signs first."""
        return (
            *self.signs,
            *self.opening,
            *self.findings,
            *self.minerals,
            *self.b12,
            *self.neurology,
            *self.steps,
        )

    def text_ids(self) -> tuple[str, ...]:
        """Ids of everything that is said, in reading order, the table of causes last."""
        cells = (
            text_id
            for cause in self.causes
            for text_id in (
                cause.name,
                cause.mechanism,
                cause.symptoms,
                cause.how_common,
                cause.urgency,
            )
        )
        return (*(notice.text_id for notice in self.notices()), *cells)


def twitch(
    person: TwitchPerson,
    answers: Answers,
    days: Iterable[Mapping[str, Any]] = (),
    assessment: Iterable[Mapping[str, Any]] = (),
) -> Twitch:
    """Put together what can honestly be said about twitching.

    Args:
        person: Who asks.
        answers: What the person says.
        days: Rows of this person's Days table (`frame.to_dict("records")`).
        assessment: This person's rows of the assessment; passed on as they are.

    Returns:
        Warning signs first. Comfort stands in it only where the signs were gone through and
        none was ticked.

    Raises:
        ScreeningError: A warning sign that is not in the list.
    """
    recorded = [dict(row) for row in days]
    assessed = tuple(MappingProxyType(dict(row)) for row in assessment)
    signs = red_flags(answers.red_flags or (), person.country)
    comfort = answers.red_flags is not None and not signs
    caffeine = compare_caffeine(recorded, person.age_years, person.condition, person.weight_kg)
    vitamin_b12 = reported(recorded, "vitamin_b12_ug")
    return Twitch(
        signs=signs or (_no_sign(answers),),
        opening=_opening(comfort),
        findings=(_sleep(person, answers), _caffeine(caffeine), *_habits(answers)),
        minerals=(
            *(mineral_notice(row) for row in assessed),
            _note("symptoms-apart"),
            _note("evidence", "Garrison 2020, Cochrane CD009402; Gunes 2024, Cureus 16(9):e69249"),
        ),
        assessment=assessed,
        b12=_b12(person, answers, vitamin_b12),
        neurology=(_neurology(comfort, answers),),
        steps=_steps(bool(signs)),
        causes=tuple(cause if comfort else _without_comfort(cause) for cause in all_causes()),
        caffeine=caffeine,
        vitamin_b12=vitamin_b12,
    )


@cache
def all_causes() -> tuple[Cause, ...]:
    """The table of causes, commonest first, as it stands where no sign was ticked."""
    return tuple(
        Cause(
            row["cause"],
            name=f"cause-{row['cause']}-name",
            mechanism=f"cause-{row['cause']}-mechanism",
            symptoms=f"cause-{row['cause']}-symptoms",
            how_common=f"cause-common-{row['how_common']}",
            urgency=f"cause-urgency-{row['urgency']}",
            source=row["source"],
            confidence=row["confidence"],
        )
        for row in rows("twitch_causes.csv")
    )


def _without_comfort(cause: Cause) -> Cause:
    """The same cause after a warning sign: no "not urgent", no "rare"."""
    urgency, how_common = cause.urgency, cause.how_common
    if urgency == "cause-urgency-self-care":
        urgency = "cause-urgency-after-signs"
    if how_common in ("cause-common-rare", "cause-common-uncommon"):
        how_common = "cause-common-doctor"
    return replace(cause, urgency=urgency, how_common=how_common)


def _note(part: str, source: str = "") -> Notice:
    return Notice(
        "note", part, f"twitch-{part}", source=source, confidence="seen" if source else ""
    )


def _no_sign(answers: Answers) -> Notice:
    part = "not-asked" if answers.red_flags is None else "none-ticked"
    return Notice("note", part, f"red-flags-{part}")


def _opening(comfort: bool) -> tuple[Notice, ...]:
    harmless = _note("mostly-harmless", "NHS, Twitching eyes and muscles (reviewed 2023-10-30)")
    return (_note("lead"), harmless) if comfort else (_note("lead"),)


def _neurology(comfort: bool, answers: Answers) -> Notice:
    source = "NHS, Twitching eyes and muscles (reviewed 2023-10-30); NICE NG42 (2016)"
    if answers.red_flags is None:
        return _note("neurology-not-asked", source)
    return _note("neurology-rare" if comfort else "neurology-doctor", source)


def _finding(subject: str, part: str, *values: tuple[str, Value], source: str = "") -> Notice:
    return Notice("finding", subject, f"twitch-{part}", values, source=source)


def _sleep(person: TwitchPerson, answers: Answers) -> Notice:
    advised = limit("sleep", person.age_years, person.condition)
    if advised is None or advised.low is None:
        return _finding("sleep", "sleep-no-age")
    values: list[tuple[str, Value]] = [
        ("low", Figure(advised.low)),
        ("high", Figure(advised.high)),
        ("body", advised.body),
    ]
    hours = answers.sleep_hours
    if hours is None:
        return _finding("sleep", "sleep-not-said", *values, source=advised.source)
    part = "below" if hours < advised.low else "above" if hours > advised.high else "within"
    values.append(("hours", Figure(hours, 0 if hours == int(hours) else 1)))
    return _finding("sleep", f"sleep-{part}", *values, source=advised.source)


def _caffeine(caffeine: Compared) -> Notice:
    said, row = caffeine.reported, caffeine.limit
    source = row.source if row else ""
    if said.amount is None:
        return _finding("caffeine", "caffeine-no-record", source=source)
    limit_mg = caffeine.limit_mg
    tied = limit_mg is not None and said.amount != limit_mg == round(said.amount)
    values: list[tuple[str, Value]] = [("amount", _amount(said, int(tied))), ("days", said.days)]
    if row is not None:
        values.append(("body", row.body))
    if limit_mg is not None:
        values.append(("limit", Figure(limit_mg)))
    elif row is not None:
        values.append(("per_kg", Figure(row.high)))
    part = caffeine.status.replace("_", "-")
    if said.at_least and caffeine.status in ("above", "needs_weight", "no_limit"):
        part += "-at-least"
    return _finding("caffeine", f"caffeine-{part}", *values, source=source)


def _amount(said: Reported, digits: int) -> Figure:
    """The amount as shown; a lower bound is rounded down, so that "at least" stays true."""
    amount = said.amount or 0.0
    if said.at_least:
        amount = math.floor(amount * 10**digits + 1e-9) / 10**digits
    return Figure(amount, digits)


def _habits(answers: Answers) -> tuple[Notice, ...]:
    hours = answers.screen_hours
    screen = (
        _finding("screen", "screen-not-said")
        if hours is None
        else _finding(
            "screen",
            "screen-said",
            ("hours", Figure(hours, 0 if hours == int(hours) else 1)),
            source="Gunes 2024, Cureus 16(9):e69249",
        )
    )
    eyes = {None: "eyes-not-said", True: "eyes-strained", False: "eyes-not-strained"}
    nicotine = {None: "nicotine-not-said", True: "nicotine-yes", False: "nicotine-no"}
    return (
        _finding("stress", f"stress-{answers.stress or 'not-said'}"),
        screen,
        _finding("eyes", eyes[answers.tired_eyes]),
        _finding("nicotine", nicotine[answers.nicotine]),
    )


def _b12(person: TwitchPerson, answers: Answers, said: Reported) -> tuple[Notice, ...]:
    rda = limit("vitamin_b12", person.age_years, person.condition)
    part = "b12-no-record"
    values: tuple[tuple[str, Value], ...] = ()
    if said.amount is not None:
        part = "b12-reported" if rda else "b12-no-rda"
        part += "-at-least" if said.at_least else ""
        values = (("amount", _amount(said, 1)), ("days", said.days))
        if rda:
            values += (("rda", Figure(rda.high, 1)), ("body", rda.body))
    source = rda.source if rda else ""
    first = Notice("b12", "reported", f"twitch-{part}", values, source=source)
    taken = {
        match.medicine.id
        for match in find_medicines(answers.medicines)
        if match.medicine is not None and match.certain
    }
    asked = {
        "vegan": answers.vegan,
        "metformin": True if "metformin" in taken else answers.metformin,
        "acid-blockers": True if taken & {*ACID_BLOCKERS} else answers.acid_blockers,
    }
    source = "NIH ODS, Vitamin B12 fact sheet for health professionals"
    told = [
        Notice("b12", subject, f"twitch-b12-{subject}", source=source)
        for subject, answer in asked.items()
        if answer
    ]
    unasked = [
        Notice("question", subject, f"twitch-b12-ask-{subject}")
        for subject, answer in asked.items()
        if answer is None
    ]
    return (first, Notice("b12", "limits", "twitch-b12-limits", source=source), *told, *unasked)


def _steps(signs: bool) -> tuple[Notice, ...]:
    steps = tuple(Notice("step", step, f"twitch-step-{step}") for step in STEPS)
    return (Notice("step", "signs-first", "twitch-step-signs-first"), *steps) if signs else steps
