"""The left half of Today: who, what was eaten, what has to be asked."""

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from dashboard import parts, state
from nutrition.views import meal

if TYPE_CHECKING:
    from nutrition.views.meal import MealRow, Question

SEXES = {"female": "Female", "male": "Male"}
CONDITIONS = {"none": "Neither", "pregnant": "Pregnant", "lactating": "Breastfeeding"}
LOCALES = {"us": "US cups and pints", "uk": "UK pints and spoons", "metric": "Metric cups"}
FOUND = 20
"""Foods that a search shows."""


def show() -> None:
    """Show the profile, the ways to add, the meal and its questions."""
    _profile()
    st.subheader("What was eaten and drunk")
    _quick_add()
    with st.expander("Find a food in the table", icon=":material/search:"):
        _find()
    with st.expander("Add a supplement or a medicine", icon=":material/pill:"):
        _supplement()
    _meal()


def _profile() -> None:
    st.subheader("Who")
    kept = {"persist_state": "session"}
    first, second, third = st.columns(3)
    sex = first.selectbox(
        "Sex", list(SEXES), None, SEXES.__getitem__, key="sex", placeholder="Choose", **kept
    )
    age = second.number_input(
        "Age in years", 0.0, 120.0, None, 1.0, "%g", key="age", placeholder="Years", **kept
    )
    if sex == "female":
        condition = third.selectbox(
            "Pregnant or breastfeeding",
            list(CONDITIONS),
            format_func=CONDITIONS.__getitem__,
            key="condition",
            **kept,
        )
        if condition == "pregnant":
            st.segmented_control("Trimester", [1, 2, 3], key="trimester", **kept)
    if sex is None or age is None:
        st.caption("Sex and age choose the reference intakes. Nothing leaves this computer.")
    with st.expander("Settings: sizes of cups, reference body, day-to-day variation"):
        _settings()


def _settings() -> None:
    from nutrition.adequacy.within_person import sd_sources
    from nutrition.references import bodies

    titles = bodies()
    for name, label, options, words in (
        ("locale", "Sizes of cups, pints and spoons", list(LOCALES), LOCALES),
        ("references", "Reference intakes", list(titles), titles),
        ("sd_source", "Source of day-to-day variation", list(sd_sources()), {}),
    ):
        default = state.setting(name)
        st.selectbox(
            label,
            options,
            options.index(default) if default in options else 0,
            lambda value, words=words: f"{value}: {words[value]}" if value in words else value,
            key=f"setting_{name}",
            persist_state="session",
        )


def _quick_add() -> None:
    with st.form("quick_add", border=False):
        st.text_area(
            "A food a line, or a whole meal",
            key="quick_text",
            height=92,
            placeholder="2 cups cooked spinach\n250 ml oat milk and a banana",
        )
        st.form_submit_button("Add", type="primary", on_click=_read_quick)
    for text, reason in st.session_state.get("refused", ()):
        st.warning(f"Not added: **{parts.plain(text)}** — {parts.plain(reason)}")


def _read_quick() -> None:
    rows, refused = meal.read_meal(
        st.session_state["quick_text"],
        state.food_table(),
        first_id=state.next_id(),
        locale=state.setting("locale"),
        answers=state.answers(),
    )
    state.take_edits()
    state.add(rows)
    st.session_state["refused"] = [(line.phrase.text, line.reason) for line in refused]
    st.session_state["quick_text"] = "\n".join(line.phrase.text for line in refused)


@st.fragment
def _find() -> None:
    from foods import search

    table = state.food_table()
    text = st.text_input(
        "Name of the food",
        key="find_text",
        type="search",
        live=True,
        placeholder="Type a name, such as kale",
    )
    if not text or not text.strip():
        return
    found = {one.food_id: one for one in search.search(text, table, limit=FOUND)}
    if not found:
        st.caption("No food of that name. Try a plainer word.")
        return
    chosen = st.selectbox(
        f"Foods found ({len(found)}{', the best' if len(found) == FOUND else ''})",
        list(found),
        format_func=lambda food_id: _described(found[food_id].description, food_id),
        key="find_food",
    )
    first, second = st.columns([1, 2])
    amount = first.number_input("Amount", 0.0, None, 1.0, 1.0, "%g", key="find_amount")
    unit = second.selectbox("Measure", meal.units_of(table, chosen), key=f"find_unit_{chosen}")
    if st.button("Add this food", disabled=not amount):
        row = meal.MealRow(
            state.next_id(), found[chosen].description, float(amount), unit, food_id=chosen
        )
        state.take_edits()
        state.add([row])
        st.rerun()


def _described(description: str, food_id: str) -> str:
    return f"{description}  ({food_id.partition(':')[0]})"


def _supplement() -> None:
    with st.form("supplement", border=False, clear_on_submit=True):
        st.text_input("Name", key="supplement_name", placeholder="Magnesium tablets")
        first, second = st.columns(2)
        first.number_input(
            "Magnesium on the label, mg", 0.0, None, None, 10.0, "%g", key="supplement_magnesium"
        )
        second.number_input(
            "Calcium on the label, mg", 0.0, None, None, 10.0, "%g", key="supplement_calcium"
        )
        st.caption(
            "Elemental milligrams for all that was taken that day. Blank means the label does "
            "not say, which counts as unknown; 0 means there is none in it."
        )
        st.form_submit_button("Add supplement", on_click=_add_supplement)


def _add_supplement() -> None:
    name = (st.session_state["supplement_name"] or "").strip()
    row = meal.MealRow(
        state.next_id(),
        name or "Supplement",
        1.0,
        "",
        kind="supplement",
        calcium_mg=st.session_state["supplement_calcium"],
        magnesium_mg=st.session_state["supplement_magnesium"],
    )
    state.take_edits()
    state.add([row])


def _meal() -> None:
    rows = state.rows()
    if not rows:
        st.caption("Nothing entered yet.")
        return
    st.subheader("The meal")
    options = {"locale": state.setting("locale"), "answers": state.answers()}
    day = meal.meal_day(rows, state.food_table(), **options)
    _table(rows, day.items)
    asked = meal.questions(rows, state.food_table(), **options)
    if asked:
        words = "1 row has a question" if len(asked) == 1 else f"{len(asked)} rows have a question"
        st.markdown(f"**{words}**")
    for question in asked:
        _ask(question)
    st.button("Empty the meal", on_click=state.clear, type="tertiary", icon=":material/delete:")
    st.checkbox(
        "The day is complete",
        key="day_complete",
        persist_state="session",
        help="Everything eaten and drunk is here. An unfinished day has totals and no verdict.",
    )


def _table(rows: tuple["MealRow", ...], items: pd.DataFrame) -> None:
    frame = pd.DataFrame(
        {
            "State": [meal.status_words(item) for item in items.to_dict("records")],
            "Food": pd.Series([row.food for row in rows], dtype="str"),
            "Amount": pd.Series([row.amount for row in rows], dtype="float64"),
            "Unit": pd.Series([row.unit for row in rows], dtype="str"),
            "Calcium": items["calcium_mg"],
            "Magnesium": items["magnesium_mg"],
            "Remove": [False] * len(rows),
        }
    )
    ids = tuple(row.row_id for row in rows)
    frame.index = pd.Index(ids)
    config = st.column_config
    st.data_editor(
        frame,
        key=state.table_shown(ids),
        hide_index=True,
        width="stretch",
        height="content",
        disabled=["State", "Calcium", "Magnesium"],
        placeholder="?",
        alt="The meal: food, amount, unit, state, calcium and magnesium of each row",
        column_config={
            "State": config.TextColumn(width=75),
            "Food": config.TextColumn(width=125),
            "Amount": config.NumberColumn(width=95, min_value=0, format="%g"),
            "Unit": config.TextColumn(width=75),
            "Calcium": config.NumberColumn("Ca mg", width=64, format="%.0f"),
            "Magnesium": config.NumberColumn("Mg mg", width=64, format="%.0f"),
            "Remove": config.CheckboxColumn(width=95),
        },
    )
    st.caption(
        "Food, amount and unit can be changed in the table; ? for a mineral is not known. "
        "✓ settled · ≈ weight estimated · ? asks below · ! an amount to check"
    )


def _ask(question: "Question") -> None:
    row = question.row
    with st.container(border=True):
        st.markdown(f"**{parts.plain(row.food)}** — {parts.plain(question.reason)}")
        if question.about == "food":
            _ask_food(question)
        elif question.about == "measure":
            _ask_measure(question)
        else:
            key = f"amount_{row.row_id}"
            st.number_input("Amount", 0.0, None, None, 1.0, "%g", key=key)
            st.button("Settle", key=f"ok_{key}", on_click=_settle_amount, args=(question,))


def _ask_food(question: "Question") -> None:
    row = question.row
    if not question.foods:
        st.caption("Change the name in the table, or find the food above and remove this row.")
        return
    foods = {one.food_id: one for one in question.foods}
    key = f"food_{row.row_id}_{row.key}_{row.unit}"
    st.radio(
        f"Which food is {row.food}?",
        list(foods),
        None,
        lambda food_id: parts.plain(foods[food_id].description),
        key=key,
        captions=[_minerals(one.calcium_mg, one.magnesium_mg) for one in question.foods],
        on_change=_settle_food,
        args=(question, key),
        label_visibility="collapsed",
    )
    st.caption("None of these? Change the name in the table, or find the food above.")


def _minerals(calcium: float | None, magnesium: float | None) -> str:
    said = [
        f"{name} {'not known' if value is None else f'{value:,.0f} mg'}"
        for name, value in (("calcium", calcium), ("magnesium", magnesium))
    ]
    return ", ".join(said) + " per 100 g"


def _ask_measure(question: "Question") -> None:
    row = question.row
    key = f"measure_{row.row_id}_{row.unit}"
    if question.measures:
        measures = {f"{one.measure} = {one.grams:g} g": one.grams for one in question.measures}
        st.radio(
            f"Which measure of {row.food}?",
            list(measures),
            None,
            parts.plain,
            key=key,
            on_change=_settle_measure,
            args=(question, key, measures),
            label_visibility="collapsed",
        )
    grams = f"grams_{row.row_id}_{row.unit}"
    unit = row.unit or "piece"
    st.number_input(f"Or grams of one {unit}", 0.0, None, None, 10.0, "%g", key=grams)
    st.button("Use these grams", key=f"ok_{grams}", on_click=_settle_grams, args=(question, grams))


def _settle_food(question: "Question", key: str) -> None:
    chosen = st.session_state[key]
    if chosen:
        state.set_answers(meal.answered_food(state.answers(), question.row, chosen))


def _settle_measure(question: "Question", key: str, measures: dict[str, float]) -> None:
    chosen = st.session_state[key]
    if chosen:
        state.set_answers(
            meal.answered_grams(state.answers(), question.row, question.food_id, measures[chosen])
        )


def _settle_grams(question: "Question", key: str) -> None:
    grams = st.session_state[key]
    if grams:
        state.set_answers(
            meal.answered_grams(state.answers(), question.row, question.food_id, float(grams))
        )


def _settle_amount(question: "Question") -> None:
    amount = st.session_state[f"amount_{question.row.row_id}"]
    if amount:
        state.take_edits()
        state.set_amount(question.row.row_id, float(amount))
