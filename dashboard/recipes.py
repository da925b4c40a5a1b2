"""Recipes: ingredients as typed lines, what a serving holds, kept as a food of one's own."""

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import kept, kept_lists, own_foods, parts, state
from nutrition.views import recipes as view

if TYPE_CHECKING:
    from foods.errors import MgcaError
    from nutrition.factors import Answer
    from nutrition.recipes import RecipeFood
    from nutrition.store import Dishes, Recipe
    from nutrition.views.meal import Question

PREFIX = "recipe"
"""What the keys of this page's list begin with."""
EDITING = "recipe_editing"
ANSWERS = "recipe_answers"
COOKED, CHECKED = "recipe_cooked_as", "recipe_checked"


def show() -> None:
    """Show the recipes and the form for one."""
    from nutrition.store import Recipe as Kind

    st.caption(kept.say("pages-foods-recipes-line"))
    kept_lists.offer_undo(PREFIX, Kind)
    dishes = _dishes()
    _list(dishes)
    _form(dishes)


def _dishes() -> "Dishes":
    return view.kept(kept.store(), kept.food_table(), locale=kept.setting("locale"))


def _recipes() -> "dict[int, Recipe]":
    from nutrition.store import Recipe, records

    return {one.id or 0: one for one in records(kept.store(), Recipe) if not one.archived}


def _list(dishes: "Dishes") -> None:
    found = _recipes()
    if not found:
        st.info(kept.say("pages-foods-recipes-empty"))
        return
    rows = []
    for one in found.values():
        made = dishes.made.get(one.food_id)
        said = _minerals(made)
        rows.append((one.name, *said, _state(made, dishes.failed.get(one.food_id))))
    names = ("food", "ca-serving", "mg-serving", "state")
    columns = [kept.say(f"pages-foods-{name}") for name in names]
    parts.table(parts.frame(rows, columns), kept.say("pages-foods-recipes-alt"))
    kept_lists.choose(
        PREFIX,
        kept.say("pages-foods-recipes-choose"),
        {number: one.name for number, one in found.items()},
        edit=_edit,
        delete=_delete,
    )
    kept_lists.ask(PREFIX, found, _delete_surely)


def _minerals(made: "RecipeFood | None") -> tuple[str, str]:
    if made is None:
        unknown = kept.say("value-not-known")
        return unknown, unknown
    calcium, magnesium = (
        own_foods.amount(one.value, one.low, one.high) for one in view.servings_of(made)
    )
    return calcium, magnesium


def _state(made: "RecipeFood | None", failed: "MgcaError | None") -> str:
    if made is None:
        return failed.message if failed else ""
    states = {one.state for one in view.servings_of(made)}
    worst = next(s for s in ("unknown", "at_least", "estimated", "exact") if s in states)
    return kept.say(f"pages-foods-state-{worst.replace('_', '-')}")


def _edit(number: int) -> None:
    record = _recipes().get(number)
    if record is None:
        return
    st.session_state[EDITING] = record
    st.session_state[ANSWERS] = view.answers_of(record)
    _fill(view.form_of(record))


def _delete_surely(number: int) -> None:
    _delete(number, sure=True)


def _delete(number: int, *, sure: bool = False) -> None:
    record = _recipes().get(number)
    if record is None or not kept_lists.delete(PREFIX, record, sure=sure):
        return
    editing = st.session_state.get(EDITING)
    if editing is not None and editing.id == number:
        _fresh()


def _fresh() -> None:
    st.session_state.pop(EDITING, None)
    st.session_state[ANSWERS] = {}
    _fill(view.RecipeForm())


def _fill(form: view.RecipeForm) -> None:
    st.session_state["recipe_name"] = form.name
    st.session_state["recipe_lines"] = form.lines
    st.session_state["recipe_servings"] = form.servings
    st.session_state["recipe_cooked"] = form.cooked_grams
    st.session_state[COOKED] = dict(form.cooked)
    st.session_state[CHECKED] = False


def _answers() -> "dict[tuple[str, str], Answer]":
    found: dict[tuple[str, str], Answer] = st.session_state.get(ANSWERS, {})
    return found


def _form(dishes: "Dishes") -> None:
    from nutrition.store import as_food
    from nutrition.store import own_foods as kept_foods

    editing = st.session_state.get(EDITING)
    if "recipe_name" not in st.session_state:
        _fill(view.RecipeForm())
    st.subheader(kept.say("pages-foods-recipes-edit" if editing else "pages-foods-recipes-new"))
    st.text_input(kept.say("pages-foods-recipes-name"), key="recipe_name")
    st.text_area(
        kept.say("pages-foods-recipes-lines"), key="recipe_lines", height=140,
        placeholder=kept.say("pages-foods-recipes-example"),
    )  # fmt: skip
    left, right = st.columns(2)
    left.number_input(
        kept.say("pages-foods-recipes-servings"), 0.25, 200.0, step=1.0, format="%g",
        key="recipe_servings",
    )  # fmt: skip
    right.number_input(
        kept.say("pages-foods-recipes-cooked"), 1.0, 100_000.0, None, step=50.0, format="%g",
        key="recipe_cooked", help=kept.say("pages-foods-recipes-cooked-help"),
    )  # fmt: skip
    form = view.RecipeForm(
        st.session_state["recipe_name"] or "",
        st.session_state["recipe_lines"] or "",
        st.session_state["recipe_servings"],
        st.session_state["recipe_cooked"],
        st.session_state.get(COOKED, {}),
    )
    if not form.lines.strip():
        st.caption(kept.say("pages-foods-recipes-begin"))
    else:
        drafted = view.draft(
            form,
            dishes,
            own={one.food_id: as_food(one) for one in kept_foods(kept.store())},
            food_id=editing.food_id if editing else view.NEW,
            locale=kept.setting("locale"),
            answers=_answers(),
        )
        _drafted(drafted, editing)
    if editing:
        st.button(kept.say("pages-foods-cancel"), key="recipe_cancel", on_click=_fresh)


def _drafted(drafted: view.Drafted, editing: "Recipe | None") -> None:
    for text, reason in drafted.refused:
        said = kept.say("pages-foods-recipes-refused", text=text, reason=reason)
        st.warning(parts.plain(said))
    for place, question in enumerate(drafted.questions):
        _ask(place, question)
    if drafted.error is not None and not drafted.questions:
        parts.failure(drafted.error)
    _cooked_weights(drafted)
    doubts = drafted.made.food.questions if drafted.made is not None else ()
    if drafted.made is not None:
        _result(drafted.made)
        for doubt in doubts:
            st.warning(kept.say(f"pages-foods-dish-{doubt.replace('_', '-')}"))
        if doubts:
            st.checkbox(kept.say("pages-foods-recipes-checked"), key=CHECKED)
    ready = drafted.ready and (not doubts or bool(st.session_state.get(CHECKED)))
    stored = _recipes().get(editing.id or 0) if editing else None
    if editing and (stored is None or stored.version != editing.version):
        st.warning(kept.say("pages-foods-own-moved"))
        st.button(
            kept.say("pages-foods-reload"), key="recipe_reload", on_click=_edit,
            args=(editing.id,), disabled=stored is None,
        )  # fmt: skip
    st.button(
        kept.say("pages-foods-save-change" if editing else "pages-foods-save"), type="primary",
        key="recipe_save", disabled=not ready, on_click=_save, args=(drafted,),
    )  # fmt: skip
    if not drafted.ready:
        st.caption(kept.say("pages-foods-recipes-open"))


def _cooked_weights(drafted: view.Drafted) -> None:
    """Offer the cooked record of a raw ingredient, which counts with its cooked weight."""
    table, locale = kept.table(), kept.setting("locale")
    found = view.cookable(drafted.record, table, locale=locale)
    if not found:
        return
    told, editing = st.session_state.get(COOKED, {}), st.session_state.get(EDITING)
    with st.expander(
        kept.say("pages-foods-recipes-cooked-as"), expanded=bool(told), icon=":material/skillet:"
    ):
        st.caption(kept.say("pages-foods-recipes-cooked-as-help"))
        for one in found:
            food_id, grams = told.get(one.food, ("", None))
            key = f"{one.food}_{editing.id if editing else 0}"
            left, right = st.columns([3, 1])
            chosen = ["", *one.foods]
            left.selectbox(
                kept.say("pages-foods-recipes-cooked-record", food=one.food), chosen,
                chosen.index(food_id) if food_id in chosen else 0,
                format_func=lambda key, foods=one.foods: foods.get(key)
                or kept.say("pages-foods-recipes-cooked-raw"),
                key=f"recipe_as_{key}", on_change=_cook, args=(one.food, key),
            )  # fmt: skip
            right.number_input(
                kept.say("pages-foods-recipes-cooked-grams", food=one.food), 1.0, 100_000.0,
                grams, step=10.0, format="%g", key=f"recipe_as_g_{key}", on_change=_cook,
                args=(one.food, key),
            )  # fmt: skip


def _cook(food: str, key: str) -> None:
    told = dict(st.session_state.get(COOKED, {}))
    food_id, grams = st.session_state[f"recipe_as_{key}"], st.session_state[f"recipe_as_g_{key}"]
    told.pop(food, None)
    if food_id:
        told[food] = (food_id, grams)
    st.session_state[COOKED] = told


def _ask(place: int, question: "Question") -> None:
    name = question.row.food
    with st.container(border=True):
        asked = kept.say(f"pages-foods-ask-{question.reason.replace('_', '-')}", food=name)
        st.markdown(f"**{parts.plain(asked)}**")
        key = f"recipe_ask_{place}_{name}_{question.row.unit}"
        if question.about == "food":
            foods = {one.food_id: one.description for one in question.foods}
            if not foods:
                return
            st.radio(
                asked, list(foods), None, lambda one: parts.plain(foods[one]), key=key,
                on_change=_answer_food, args=(question, key), label_visibility="collapsed",
            )  # fmt: skip
        elif question.about == "measure":
            st.number_input(
                kept.say("pages-foods-ask-grams", unit=question.row.unit or name), 0.1, 20_000.0,
                None, step=10.0, format="%g", key=key,
                on_change=_answer_grams, args=(question, key),
            )  # fmt: skip
        else:
            st.caption(kept.say("pages-foods-ask-amount-hint"))


def _answer_food(question: "Question", key: str) -> None:
    _answer(question, st.session_state[key], None)


def _answer_grams(question: "Question", key: str) -> None:
    grams = st.session_state[key]
    if grams:
        _answer(question, question.food_id, float(grams))


def _answer(question: "Question", food_id: str | None, grams: float | None) -> None:
    from nutrition.factors import Answer
    from nutrition.views.meal import key_of

    key = (key_of(question.row), question.row.unit)
    st.session_state[ANSWERS] = {**_answers(), key: Answer(food_id, grams)}


def _result(made: "RecipeFood") -> None:
    with st.container(border=True, key="recipe_result"):
        grams = kept.number(made.serving_grams)
        st.markdown(f"**{parts.plain(kept.say('pages-foods-recipes-serving', grams=grams))}**")
        for one in view.servings_of(made):
            name = kept.say(f"pages-foods-nutrient-{one.nutrient.replace('_', '-')}")
            said = own_foods.amount(one.value, one.low, one.high)
            words = kept.say(f"pages-foods-state-{one.state.replace('_', '-')}")
            st.markdown(f"- {name}: {parts.plain(said)} · {words}")
            if one.without:
                missing = kept.say(
                    "pages-foods-recipes-without", foods=", ".join(one.without), mineral=name
                )
                st.caption(parts.plain(missing))
        for reason in made.food.reasons:
            st.caption(kept.say(f"pages-foods-dish-{reason.replace('_', '-')}"))
        st.caption(kept.say("pages-foods-recipes-use"))


def _save(drafted: view.Drafted) -> None:
    from nutrition.store import add_recipe, change_own
    from nutrition.views.deleting import keep_meanings

    editing = st.session_state.get(EDITING)
    called = kept_lists.fields_called(name=kept.say("pages-foods-recipes-name"))
    with state.saving(), called:
        before, locale = kept.table(), kept.setting("locale")
        record = drafted.record
        if editing:
            change_own(kept.store(), editing, **view.fields_of(record))
        else:
            record = add_recipe(kept.store(), view.new(record))
        keep_meanings(kept.store(), record, before, kept.table(), locale=locale)
        _fresh()
