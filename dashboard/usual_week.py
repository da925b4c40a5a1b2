"""Usual week: how often the main sources are eaten, kept as answered, and what it comes to."""

import datetime as dt

import streamlit as st

from dashboard import kept, parts, state, usual_week_result
from foods.errors import MgcaError
from nutrition.usual_week import Question, portion_grams, questions
from nutrition.views import usual_week

SEEN = "usual_week_seen"


def show() -> None:
    """Show the page."""
    parts.page_top(kept.say("pages-usual-week-title"), kept.say("pages-usual-week-line"))
    st.markdown(kept.say("pages-usual-week-lead"))
    st.caption(kept.say("pages-usual-week-apart"))
    body()


@st.fragment
def body() -> None:
    """Show the questions beside what the answers come to; only this runs at each answer."""
    for error in state.failures():
        parts.failure(error)
    filled = usual_week.fillings(kept.store(), kept.me().id or 0)
    filling = chosen(filled)
    st.session_state[SEEN] = filling
    left, right = st.columns([7, 5], gap="large")
    with left:
        entry(filling)
    with right:
        usual_week_result.show(filling, filled)


def chosen(filled: list[usual_week.Filling]) -> usual_week.Filling:
    """Let a day of answers be chosen: today's, or an earlier one; begin from the latest."""
    today = dt.date.today().isoformat()  # noqa: DTZ011 - the user's day
    by_day = {one.filled: one for one in filled}
    days = [today, *(one.filled for one in filled if one.filled != today)]
    if len(days) == 1:
        return by_day.get(today, usual_week.Filling(today))
    day = st.selectbox(
        kept.say("pages-usual-week-filling"),
        days,
        format_func=lambda one: kept.say(
            f"pages-usual-week-{'today' if one == today else 'earlier'}", day=kept.date(one)
        ),
        key="usual_week_day",
    )
    if day == today and today not in by_day:
        st.button(
            kept.say("pages-usual-week-begin", day=kept.date(filled[0].filled)),
            on_click=begin,
            args=(filled[0], today),
            key="usual_week_begin",
        )
    return by_day.get(day, usual_week.Filling(day))


def begin(earlier: usual_week.Filling, today: str) -> None:
    """Copy the answers of an earlier day to today."""
    with state.saving():
        usual_week.begin_from(kept.store(), kept.me().id or 0, earlier, today)


@st.cache_data(show_spinner=False, max_entries=4)
def portions(foods: str) -> dict[str, float]:  # noqa: ARG001 - tells one table from another
    """Weigh one portion of each line [g], once for a food table."""
    return {one.question_id: portion_grams(one, kept.food_table()) for one in questions()}


def entry(filling: usual_week.Filling) -> None:
    """Show every line with its portion and its answer."""
    try:
        grams = portions(kept.setting("foods"))
    except MgcaError as error:
        parts.failure(error)
        return
    # Said once a run: forty lines offer the same words.
    words = {often: usual_week_result.often_words(often) for often in usual_week.OFTEN}
    listed = {question.question_id: question for question in questions()}
    answered = len(filling.answers)
    st.progress(
        answered / len(listed),
        kept.say("pages-usual-week-answered", answered=answered, lines=len(listed)),
    )
    for section, lines in usual_week.SECTIONS.items():
        st.subheader(kept.say(f"pages-usual-week-section-{section}"))
        columns = st.columns(2)
        for place, line in enumerate(lines):
            with columns[place % 2]:
                question(listed[line], filling, grams[line], words)
    st.subheader(kept.say("pages-usual-week-section-supplements"))
    supplements(filling)


def question(
    one: Question,
    filling: usual_week.Filling,
    grams: float,
    words: dict[usual_week.Often, str],
) -> None:
    """Show one line: its name, its portion, how often."""
    name, key = one.question_id.replace("_", "-"), f"usual_week_{one.question_id}"
    often = filling.often(one.question_id)
    offered = list(usual_week.OFTEN)
    if often is not None and often not in offered:
        offered.append(often)
    row = filling.row(one.question_id)
    state.seed(key, (filling.filled, row.version if row else None), {key: often})
    st.selectbox(
        kept.say(f"pages-usual-week-food-{name}"),
        offered,
        index=None,
        placeholder=usual_week_result.often_words(None),
        format_func=lambda often: words.get(often) or usual_week_result.often_words(often),
        key=key,
        on_change=answer,
        args=(one.question_id, key),
    )
    st.caption(parts.plain(kept.say(f"pages-usual-week-portion-{name}", grams=kept.number(grams))))


def answer(line: str, key: str) -> None:
    """Keep an answer at once."""
    with state.saving():
        usual_week.keep_answer(
            kept.store(), kept.me().id or 0, st.session_state[SEEN], line, st.session_state[key]
        )


def supplements(filling: usual_week.Filling) -> None:
    """Ask whether supplements and medicines count."""
    key = "usual_week_supplements"
    row = filling.row(usual_week.SUPPLEMENTS)
    version = (filling.filled, row.version if row else None)
    state.seed(key, version, {key: filling.supplements})
    count = len(usual_week_result.kept_supplements())
    words = {
        usual_week.NONE_TAKEN: kept.say("pages-usual-week-supplements-none"),
        usual_week.AS_LISTED: kept.say("pages-usual-week-supplements-listed", count=count),
    }
    st.selectbox(
        kept.say("pages-usual-week-supplements"),
        list(words),
        index=None,
        placeholder=kept.say("pages-usual-week-open"),
        format_func=lambda one: words[one],
        key=key,
        on_change=answer_supplements,
        args=(key,),
    )


def answer_supplements(key: str) -> None:
    """Keep whether supplements count."""
    with state.saving():
        usual_week.keep_supplements(
            kept.store(), kept.me().id or 0, st.session_state[SEEN], st.session_state[key]
        )


show()
