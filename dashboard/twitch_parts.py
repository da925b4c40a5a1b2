"""What the page about twitching and a client's page show alike: signs, questions, findings."""

from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import desk, kept, parts, tables
from foods.errors import MgcaError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from nutrition.screening import Notice, Twitch
    from nutrition.store import Person
    from nutrition.views.twitch import Said

STYLE = """<style>
[data-testid="stCheckbox"] label, [data-testid="stCheckbox"] label * {
  white-space: normal !important; overflow: visible !important; text-overflow: clip !important; }
</style>"""
"""A warning sign is never cut short."""

YES_NO = ("tired_eyes", "nicotine", "vegan", "metformin", "acid_blockers")
SECTIONS = (
    ("causes", "findings"),
    ("minerals", "minerals"),
    ("b12", "b12"),
    ("neurology", "neurology"),
    ("steps", "steps"),
)
"""Title of a section → the part of the answer that it shows, in reading order."""


def show(person: "Person", days: "pd.DataFrame", *, key: str) -> None:
    """Show signs, questions and the answer for a person.

    Args:
        person: Who.
        days: Their Days.
        key: Start of the keys of the widgets.
    """
    from nutrition.screening import red_flags
    from nutrition.views import client_results, twitch

    told = twitch.said(kept.store(), person)
    if key == "own" and told.ticked:
        signs(red_flags(told.ticked, kept.country()))
    _ask_signs(person, told, key)
    _ask_questions(person, told, key)
    if told.ticked is None or person.id is None:
        # Nothing is read before the signs were gone through.
        st.info(kept.say("red-flags-not-asked"))
        return
    last = dict.fromkeys((person.id,), desk.today())
    try:
        assessment = client_results.assessment(days, [person], last, desk.terms())
        found = twitch.why(
            person, told, days, assessment, today=desk.today(), country=kept.country()
        )
    except MgcaError as error:
        desk.failure(error)
        return
    _answer(found, shown_above=bool(told.ticked))


def signs(notices: "Iterable[Notice]") -> None:
    """Show what to do about ticked signs: the action first, in red for emergencies."""
    notices = tuple(notices)
    emergency = any(one.tier == 1 for one in notices)
    lines = []
    for one in notices:
        text = parts.plain(one.say(kept.language()))
        lines.append(f"**{text}**" if one.kind == "action" else f"- {text}")
    body = "\n\n".join(_joined(lines))
    (st.error if emergency else st.warning)(body, icon=":material/medical_services:")


def _joined(lines: list[str]) -> list[str]:
    """Put the lines of a list under each other, everything else apart."""
    blocks: list[str] = []
    for line in lines:
        if line.startswith("- ") and blocks and blocks[-1].startswith("- "):
            blocks[-1] += f"\n{line}"
        else:
            blocks.append(line)
    return blocks


def _ask_signs(person: "Person", told: "Said", key: str) -> None:
    """Ask for every warning sign; what is ticked is kept."""
    from nutrition.screening import all_red_flags
    from nutrition.store import Changed
    from nutrition.views.twitch import keep_signs

    message = st.session_state.pop(f"{key}_twitch_told", None)
    st.html(STYLE)
    st.subheader(kept.say("red-flags-title"))
    if message:
        st.success(message)
    turn = st.session_state.get(f"{key}_signs_turn", 0)
    start = f"{key}_{person.id}_{turn}"
    seen = _seen(f"{start}_signs_seen", f"{start}_flag_{all_red_flags()[0].id}", told)
    ticked = told.ticked
    # Once gone through, the list folds away; the answer to ticked signs never does.
    folded = (
        st.expander(kept.say("pages-twitch-signs-again")) if ticked is not None else st.container()
    )
    if ticked is not None and not ticked:
        st.caption(kept.say("pages-twitch-signs-none"))
    with folded, st.form(f"{key}_signs_{person.id}_{turn}"):
        st.markdown(parts.plain(kept.say("red-flags-ask")))
        wanted = set()
        for tier, column in zip((1, 2), st.columns(2), strict=True):
            with column:
                st.markdown(f"**{parts.plain(kept.say(f'red-flags-tier-{tier}'))}**")
                for flag in all_red_flags():
                    if flag.tier == tier and st.checkbox(
                        kept.say(flag.text_id),
                        flag.id in (seen.ticked or ()),
                        key=f"{start}_flag_{flag.id}",
                    ):
                        wanted.add(flag.id)
        pressed = st.form_submit_button(kept.say("pages-twitch-signs-save"), type="primary")
    if not pressed:
        return
    try:
        others = keep_signs(kept.store(), person, wanted, seen, today=desk.today())
    except Changed:
        st.error(kept.say("pages-twitch-changed"))
        _reload(f"{key}_signs_turn")
    except MgcaError as error:
        desk.failure(error)
    else:
        also = ", ".join(kept.say(f"red-flag-{one}") for one in others)
        st.session_state[f"{key}_signs_turn"] = turn + 1
        st.session_state[f"{key}_twitch_told"] = (
            parts.plain(kept.say("pages-twitch-signs-both", signs=also))
            if others
            else kept.say("pages-twitch-signs-saved")
        )
        st.rerun()


def _ask_questions(person: "Person", told: "Said", key: str) -> None:
    from nutrition.views.twitch import HOURS, STRESS

    st.subheader(kept.say("pages-twitch-questions"))
    st.caption(kept.say("pages-twitch-questions-caption"))
    turn = st.session_state.setdefault(f"{key}_questions_turn", 0)
    start = f"{key}_{person.id}_{turn}"
    if f"{start}_{HOURS[0]}" not in st.session_state:
        st.session_state.pop(f"{start}_clash", None)  # of a form that was left
    seen = _seen(f"{start}_questions_seen", f"{start}_{HOURS[0]}", told)
    unsaid = kept.say("pages-twitch-not-said")
    with st.form(f"{start}_questions"):
        columns = st.columns(2)
        values: dict[str, Any] = {}
        for place, question in enumerate(HOURS):
            before = seen.value(question)
            values[question] = columns[place].number_input(
                _ask(question),
                0.0,
                24.0,
                None if before is None else float(before),
                0.5,
                format="%g",
                placeholder=unsaid,
                key=f"{start}_{question}",
            )
        stress = seen.value("stress")
        values["stress"] = columns[0].segmented_control(
            _ask("stress"),
            STRESS,
            default=stress,
            format_func=lambda one: kept.say(f"pages-twitch-stress-{one}"),
            key=f"{start}_stress",
        )
        for place, question in enumerate(YES_NO, start=1):
            before = seen.value(question)
            picked = columns[place % 2].segmented_control(
                _ask(question),
                ("yes", "no"),
                default=None if before is None else "yes" if before else "no",
                format_func=lambda one: kept.say(f"pages-twitch-{one}"),
                key=f"{start}_{question}",
            )
            values[question] = None if picked is None else picked == "yes"
        pressed = st.form_submit_button(kept.say("pages-twitch-save"), type="primary")
    if pressed:
        _keep(person, values, seen, start, key)
    clash = st.session_state.get(f"{start}_clash")
    if clash is not None:
        _clash(clash, person, start, key)


def _keep(
    person: "Person", values: "Mapping[str, Any]", seen: "Said", start: str, key: str
) -> None:
    """Keep the answers that this window gave; where another gave others, show both."""
    from nutrition.store import Changed
    from nutrition.views.twitch import AnswersChanged, keep_answers

    st.session_state.pop(f"{start}_clash", None)
    try:
        keep_answers(kept.store(), person, values, seen, today=desk.today())
    except AnswersChanged as error:
        st.session_state[f"{start}_clash"] = (error, values, seen)
    except Changed:
        st.error(kept.say("pages-twitch-changed"))
        _reload(f"{key}_questions_turn")
    except MgcaError as error:
        desk.failure(error)
    else:
        st.session_state[f"{key}_questions_turn"] += 1
        st.session_state[f"{key}_twitch_told"] = kept.say("pages-twitch-saved")
        st.rerun()


def _clash(held: "tuple[Any, ...]", person: "Person", start: str, key: str) -> None:
    """Show both answers; mine stay in the fields until one is chosen."""
    from nutrition.views.twitch import said, settled

    error, values, seen = held
    st.error(kept.say("pages-twitch-changed"))
    rows = [
        (_ask(one.field), _answered(one.field, one.mine), _answered(one.field, one.theirs))
        for one in error.clashes
    ]
    heads = [kept.say(f"pages-clients-changed-{name}") for name in ("field", "mine", "theirs")]
    parts.table(parts.frame(rows, heads), kept.say("pages-twitch-changed"))
    first, second = st.columns(2)
    if first.button(kept.say("pages-clients-keep-mine"), key=f"{start}_mine", width="stretch"):
        both = settled(seen, error.clashes, said(kept.store(), person))
        _keep(person, values, both, start, key)
    with second:
        _reload(f"{key}_questions_turn")


def _answered(question: str, value: Any) -> str:
    if value is None:
        return kept.say("pages-twitch-not-said")
    if isinstance(value, bool):
        return kept.say(f"pages-twitch-{'yes' if value else 'no'}")
    if question == "stress":
        return kept.say(f"pages-twitch-stress-{value}")
    return kept.number(float(value), 1)


def _seen(name: str, widget: str, told: "Said") -> "Said":
    """Return what stood in the diary when a form was opened: what is ticked in it is against that.

    Args:
        name: Where it is held.
        widget: Key of a field of the form; while it has none, the form is only being opened.
        told: What stands now.
    """
    if widget not in st.session_state or name not in st.session_state:
        st.session_state[name] = told
    found: Said = st.session_state[name]
    return found


def _reload(turn: str) -> None:
    """Offer to open a form anew, with what stands now."""

    def anew() -> None:
        st.session_state[turn] = st.session_state.get(turn, 0) + 1

    st.button(kept.say("pages-twitch-reload"), key=f"{turn}_reload", on_click=anew)


def _ask(question: str) -> str:
    return kept.say(f"pages-twitch-{question.replace('_', '-')}")


def _answer(found: "Twitch", *, shown_above: bool) -> None:
    """Show everything in the order of the answer; the signs stand above already where ticked."""
    from nutrition.views.twitch import sources

    if not shown_above:
        for one in found.signs:
            st.info(parts.plain(one.say(kept.language())))
    for one in found.opening:
        st.markdown(parts.plain(one.say(kept.language())))
    for title, part in SECTIONS:
        st.subheader(kept.say(f"twitch-section-{title}"))
        notices = getattr(found, part)
        st.markdown("\n".join(f"- {parts.plain(one.say(kept.language()))}" for one in notices))
    _causes(found)
    with st.expander(kept.say("pages-twitch-sources")):
        st.markdown("\n".join(f"- {parts.plain(one)}" for one in sources(found.notices())))


def _causes(found: "Twitch") -> None:
    """Show the table of causes."""
    from nutrition.views.twitch import cause_rows

    st.subheader(kept.say("twitch-section-table"))
    heads = [
        kept.say(f"twitch-table-{name}")
        for name in ("cause", "mechanism", "symptoms", "common", "urgency", "source")
    ]
    rows = [(*(kept.say(cell) for cell in row[:-1]), row[-1]) for row in cause_rows(found)]
    tables.words(kept.say("twitch-section-table"), heads, rows)
