"""Records of a client: typed in, uploaded, taken away; and what became of them."""

import datetime as dt
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import desk, kept, parts
from foods.errors import MgcaError

if TYPE_CHECKING:
    from nutrition.store import Person
    from nutrition.views.client_files import Kept
    from nutrition.views.clients import Refused

MEALS = ("none", "breakfast", "lunch", "dinner", "snack")
REFUSED_SHOWN = 200
OPEN_SHOWN = 5


def about_days(key: str) -> tuple[dt.date | None, bool]:
    """Ask what a file may leave open about its days."""
    first, second = st.columns(2, vertical_alignment="bottom")
    day = first.date_input(
        kept.say("pages-clients-upload-first"),
        None,
        format=kept.date_format(),
        key=f"{key}_first_day",
    )
    whole = second.checkbox(kept.say("pages-clients-upload-whole"), True, key=f"{key}_whole")
    return (day if isinstance(day, dt.date) else None), bool(whole)


def tell(found: "Kept") -> None:
    """Say what became of records."""
    lines = [kept.say("pages-clients-kept", lines=found.entries)]
    if found.again:
        lines.append(kept.say("pages-clients-kept-again", count=found.again))
    if found.totals:
        lines.append(kept.say("pages-clients-kept-totals", count=found.totals))
    if found.renamed:
        days = ", ".join(
            kept.say("pages-clients-kept-day", word=word, day=kept.date(day))
            for word, day in list(found.renamed.items())[:14]
        )
        lines.append(kept.say("pages-clients-kept-renamed", days=days))
    (st.success if found.entries else st.info)(parts.plain(" ".join(lines)))
    for name, people in (("habits", found.habits), ("strangers", found.strangers)):
        if people:
            named = ", ".join(one[:60] for one in people[:20])
            st.warning(parts.plain(kept.say(f"pages-clients-kept-{name}", people=named)))
    refused(found.refused)


def refused(rows: "tuple[Refused, ...]") -> None:
    """Show the rows that were not taken, with the reasons."""
    if not rows:
        return
    st.markdown(f"**{parts.plain(kept.say('pages-clients-refused', count=len(rows)))}**")
    shown = [(one.file[:200], one.row, one.reason) for one in rows[:REFUSED_SHOWN]]
    heads = [kept.say(f"pages-clients-refused-{name}") for name in ("file", "row", "reason")]
    parts.table(parts.frame(shown, heads), kept.say("pages-clients-refused-alt"))


def show(person: "Person") -> None:
    """Show the records of one client: to add to, to answer, to mark and to remove."""
    found = st.session_state.pop("client_kept", None)
    if found is not None:
        tell(found)
    _typed(person)
    with st.expander(kept.say("pages-clients-supplement-title")):
        _supplement(person)
    with st.expander(kept.say("pages-clients-upload-title")):
        _upload(person)
    _questions(person)
    _days(person)


def _typed(person: "Person") -> None:
    from nutrition.store import answers_of
    from nutrition.views.client_records import keep_phrases

    st.subheader(kept.say("pages-clients-type-title"))
    turn = st.session_state.get("client_typed", 0)
    with st.form(f"client_type_{person.id}"):
        first, second = st.columns(2)
        day = first.date_input(
            kept.say("pages-clients-type-day"),
            desk.today(),
            max_value=desk.today(),
            format=kept.date_format(),
            key=f"type_day_{person.id}",
        )
        meal = second.selectbox(
            kept.say("pages-clients-type-meal"), MEALS, format_func=_meal, key="type_meal"
        )
        text = st.text_area(
            kept.say("pages-clients-type-text"), key=f"type_text_{person.id}_{turn}", height=140
        )
        whole = st.checkbox(kept.say("pages-clients-type-whole"), key="type_whole")
        wanted = st.form_submit_button(kept.say("pages-clients-type-add"), type="primary")
    if not wanted or not (text or "").strip() or not isinstance(day, dt.date):
        return
    try:
        found = keep_phrases(
            kept.store(),
            person,
            text,
            desk.table(),
            day=day,
            occasion="" if meal == "none" else meal,
            whole_day=bool(whole),
            locale=kept.setting("locale"),
            answers=answers_of(kept.store(), kept.setting("locale")),
        )
    except MgcaError as error:
        desk.failure(error)
        return
    if found.entries:
        st.session_state["client_typed"] = turn + 1
        st.session_state["client_kept"] = found
        st.rerun()
    tell(found)


def _meal(one: str) -> str:
    if one == "none":
        return kept.say("pages-clients-type-meal-none")
    known = f"pages-clients-meal-{one}"
    return kept.say(known) if one in MEALS else one


def _supplement(person: "Person") -> None:
    from nutrition.views.client_records import keep_supplement

    with st.form(f"client_supplement_{person.id}", clear_on_submit=True):
        first, second = st.columns(2)
        name = first.text_input(kept.say("pages-clients-supplement-name"), key="supplement_name")
        day = second.date_input(
            kept.say("pages-clients-type-day"),
            desk.today(),
            max_value=desk.today(),
            format=kept.date_format(),
            key="supplement_day",
        )
        amounts = [
            place.number_input(
                kept.say(f"pages-clients-supplement-{mineral}"), 0.0, None, None, 10.0, format="%g",
                key=f"supplement_of_{mineral}",
            )
            for mineral, place in (("calcium", first), ("magnesium", second))
        ]  # fmt: skip
        medicine = st.checkbox(
            kept.say("pages-clients-supplement-medicine"), key="supplement_medicine"
        )
        st.caption(kept.say("pages-clients-supplement-blank"))
        wanted = st.form_submit_button(kept.say("pages-clients-supplement-add"))
    if not wanted or not (name or "").strip() or not isinstance(day, dt.date):
        return
    try:
        found = keep_supplement(
            kept.store(),
            person,
            name.strip(),
            day=day,
            calcium_mg=amounts[0],
            magnesium_mg=amounts[1],
            medicine=bool(medicine),
        )
    except MgcaError as error:
        desk.failure(error)
        return
    st.session_state["client_kept"] = found
    st.rerun()


def _upload(person: "Person") -> None:
    from nutrition.views.client_files import keep_upload
    from nutrition.views.uploads import Upload

    file = st.file_uploader(kept.say("pages-clients-upload-file"), key="client_file")
    first_day, whole = about_days("client")
    if not st.button(
        kept.say("pages-clients-upload-run"), disabled=file is None, key="client_upload"
    ):
        return
    upload = Upload(file.name, file.getvalue())
    try:
        found = keep_upload(kept.store(), upload, person, first_day=first_day, whole_days=whole)
    except MgcaError as error:
        desk.failure(error)
        return
    st.session_state["client_kept"] = found
    st.rerun()


def _questions(person: "Person") -> None:
    """Ask which food is meant, or what a unit weighs; an answer serves all diaries."""
    from nutrition.store import answers_of
    from nutrition.views.client_records import open_questions

    locale = kept.setting("locale")
    answers = answers_of(kept.store(), locale)
    asked = open_questions(kept.store(), person, desk.table(), locale=locale, answers=answers)
    if not asked:
        return
    st.subheader(kept.say("pages-clients-open-title", count=len(asked)))
    st.caption(kept.say("pages-clients-open-caption"))
    for place, one in enumerate(asked[:OPEN_SHOWN]):
        with st.form(f"client_open_{place}_{one.row.food[:40]}_{one.row.unit[:20]}"):
            _question(one, place)
    if len(asked) > OPEN_SHOWN:
        st.caption(kept.say("pages-clients-open-more", count=len(asked) - OPEN_SHOWN))


def _question(one: Any, place: int) -> None:
    from nutrition.store import choice_of, remember_choice
    from nutrition.views.meal import key_of
    from nutrition.views.settled import settle_words

    row = one.row
    chosen: str | None = None
    grams: float | None = None
    if one.foods:
        names = {food.food_id: food.description for food in one.foods}
        chosen = st.radio(
            parts.plain(kept.say("pages-clients-open-food", food=row.food[:200])),
            list(names),
            None,
            format_func=lambda food: parts.plain(names[food]),
            key=f"open_food_{place}_{row.id}",
        )
    else:
        text_id = "pages-clients-open-grams" if row.unit else "pages-clients-open-grams-plain"
        told = {"food": row.food[:200]} | ({"unit": row.unit[:60]} if row.unit else {})
        grams = st.number_input(
            parts.plain(kept.say(text_id, **told)),
            0.0,
            None,
            None,
            1.0,
            format="%g",
            key=f"open_grams_{place}_{row.id}",
        )
    if not st.form_submit_button(kept.say("pages-clients-open-save")) or not (chosen or grams):
        return
    try:
        remember_choice(
            kept.store(),
            key_of(row),
            row.unit,
            food_id=chosen or one.food_id,
            grams=grams,
            seen=choice_of(kept.store(), key_of(row), row.unit),
        )
        settle_words(
            kept.store(),
            desk.table(),
            lambda name: name == key_of(row),
            locale=kept.setting("locale"),
        )
    except MgcaError as error:
        desk.failure(error)
        return
    st.rerun()


def _days(person: "Person") -> None:
    """Show every day of the record, to mark and to remove."""
    from nutrition.store import entries, mark_day, marked_day, remove_entries
    from nutrition.views.client_records import record_days

    removed = st.session_state.get("client_removed")
    if removed is not None and removed[0] == person.id:
        _offer_back(*removed)
    days = record_days(kept.store(), person)
    if not days:
        return
    st.subheader(kept.say("pages-clients-days-title"))
    rows = [
        (kept.date(one.day), kept.say(f"pages-clients-state-{one.state}"), one.lines)
        for one in days
    ]
    heads = [kept.say(f"pages-clients-days-{name}") for name in ("day", "state", "lines")]
    parts.table(parts.frame(rows, heads), kept.say("pages-clients-days-alt"))
    chosen = st.selectbox(
        kept.say("pages-clients-day-choose"),
        [one.day for one in days],
        None,
        format_func=kept.date,
        placeholder=kept.say("pages-clients-choose"),
        key=f"client_day_{person.id}",
    )
    if chosen is None or person.id is None:
        return
    lines = entries(kept.store(), person.id, chosen)
    shown = [
        (
            one.food[:200],
            one.amount,
            one.unit,
            _meal(one.occasion) if one.occasion else "",
            one.source_file or "",
        )
        for one in lines
    ]
    names = ("food", "amount", "unit", "meal", "source")
    heads = [kept.say(f"pages-clients-lines-{name}") for name in names]
    parts.table(
        parts.frame(shown, heads), kept.say("pages-clients-lines-alt", day=kept.date(chosen))
    )
    buttons = st.columns(3)
    for place, state in zip(buttons, ("complete", "partial"), strict=False):
        if place.button(
            kept.say(f"pages-clients-day-{state}"), key=f"day_{state}", width="stretch"
        ):
            seen = marked_day(kept.store(), person.id, chosen)
            _step(
                lambda s=state, m=seen: mark_day(kept.store(), person.id, chosen, seen=m, state=s)
            )
    if buttons[2].button(kept.say("pages-clients-day-remove"), key="day_remove", width="stretch"):
        try:
            edit = remove_entries(kept.store(), lines)
        except MgcaError as error:
            desk.failure(error)
            return
        st.session_state["client_removed"] = (person.id, chosen, edit)
        st.rerun()


def _offer_back(person_id: int, day: str, edit: int) -> None:
    from nutrition.store import undo

    del person_id
    first, second = st.columns([3, 1], vertical_alignment="center")
    first.info(kept.say("pages-clients-day-removed", day=kept.date(day)))
    if second.button(kept.say("pages-clients-undo"), key="day_undo", width="stretch"):
        st.session_state.pop("client_removed")
        _step(lambda: undo(kept.store(), edit))


def _step(step: Any) -> None:
    try:
        step()
    except MgcaError as error:
        desk.failure(error)
        return
    st.rerun()
