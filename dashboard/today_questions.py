"""What has to be asked about the lines of the day; each answer is remembered."""

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import kept, parts, state, today_day
from nutrition.views import meal

if TYPE_CHECKING:
    from nutrition.store import Choice
    from nutrition.views.meal import Question


def show() -> None:
    """Show the questions, one a line that is open."""
    asked = meal.questions(
        today_day.rows(), kept.table(), locale=kept.setting("locale"), answers=today_day.answers()
    )
    if not asked:
        return
    with st.container(key="screen_questions"):
        st.markdown(f"**{parts.plain(kept.say('pages-today-questions', count=len(asked)))}**")
        for question in asked:
            _ask(question)
        st.caption(kept.say("pages-today-remembered"))


def _ask(question: "Question") -> None:
    row = question.row
    with st.container(border=True):
        reason = kept.say(f"pages-today-ask-{question.reason.replace('_', '-')}")
        written = f" ({row.unit})" if question.about == "measure" and row.unit else ""
        st.markdown(f"**{parts.plain(row.food + written)}** — {parts.plain(reason)}")
        if question.about == "food":
            _ask_food(question)
        elif question.about == "measure":
            _ask_measure(question)
        else:
            _ask_amount(question)


def _ask_food(question: "Question") -> None:
    row = question.row
    if question.foods:
        foods = {one.food_id: one for one in question.foods}
        key = f"food_{row.id}_{row.version}"
        st.radio(
            kept.say("pages-today-which", food=row.food), list(foods), None,
            lambda food_id: parts.plain(foods[food_id].description), key=key,
            captions=[_minerals(one.calcium_mg, one.magnesium_mg) for one in question.foods],
            on_change=_settle_food, args=(question, key, _seen(question)),
            label_visibility="collapsed",
        )  # fmt: skip
    st.caption(kept.say("pages-today-none-of-these"))


def _minerals(calcium: float | None, magnesium: float | None) -> str:
    return kept.say(
        "pages-today-per-100",
        calcium=kept.number(calcium) + ("" if calcium is None else " mg"),
        magnesium=kept.number(magnesium) + ("" if magnesium is None else " mg"),
    )


def _ask_measure(question: "Question") -> None:
    row = question.row
    key = f"measure_{row.id}_{row.version}"
    seen = _seen(question)
    if question.measures:
        measures = {f"{one.measure} = {one.grams:g} g": one.grams for one in question.measures}
        st.radio(
            kept.say("pages-today-which-measure", food=row.food), list(measures), None,
            parts.plain, key=key, on_change=_settle_measure, args=(question, key, measures, seen),
            label_visibility="collapsed",
        )  # fmt: skip
    grams = f"grams_{row.id}_{row.version}"
    unit = row.unit or kept.say("pages-today-piece")
    st.number_input(
        kept.say("pages-today-grams-of", unit=unit), 0.0, None, None, 10.0, "%g", key=grams
    )
    st.button(
        kept.say("pages-today-use-grams"), key=f"ok_{grams}", on_click=_settle_grams,
        args=(question, grams, seen),
    )  # fmt: skip


def _ask_amount(question: "Question") -> None:
    key = f"amount_{question.row.id}_{question.row.version}"
    first, second = st.columns(2)
    first.number_input(kept.say("pages-today-amount"), 0.0, None, None, 1.0, "%g", key=key)
    if question.units:
        second.selectbox(kept.say("pages-today-measure"), question.units, key=f"unit_{key}")
    st.button(
        kept.say("pages-today-settle"), key=f"ok_{key}", on_click=_settle_amount,
        args=(question, key),
    )  # fmt: skip


def _seen(question: "Question") -> "Choice | None":
    from nutrition.store import choice_of

    return choice_of(kept.store(), meal.key_of(question.row), question.row.unit)


def _remember(
    question: "Question", seen: "Choice | None", food_id: str | None, grams: float | None
) -> None:
    from nutrition.store import remember_choice
    from nutrition.views.settled import settle_words

    key = meal.key_of(question.row)
    with state.saving():
        remember_choice(
            kept.store(), key, question.row.unit, food_id=food_id, grams=grams, seen=seen
        )
        settle_words(
            kept.store(), kept.table(), lambda name: name == key, locale=kept.setting("locale")
        )


def _settle_food(question: "Question", key: str, seen: "Choice | None") -> None:
    chosen = st.session_state[key]
    if chosen:
        _remember(question, seen, chosen, None)


def _settle_measure(
    question: "Question", key: str, measures: dict[str, float], seen: "Choice | None"
) -> None:
    chosen = st.session_state[key]
    if chosen:
        _remember(question, seen, question.food_id, measures[chosen])


def _settle_grams(question: "Question", key: str, seen: "Choice | None") -> None:
    grams = st.session_state[key]
    if grams:
        _remember(question, seen, question.food_id, float(grams))


def _settle_amount(question: "Question", key: str) -> None:
    from nutrition.store import change_entry

    amount = st.session_state[key]
    if amount:
        values = {"amount": float(amount), "amount_low": None, "amount_high": None}
        unit = st.session_state.get(f"unit_{key}")
        with state.saving():
            change_entry(kept.store(), question.row, **values, **({"unit": unit} if unit else {}))
