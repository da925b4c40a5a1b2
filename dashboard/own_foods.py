"""Own foods: copied from a label, checked, edited, deleted; a look-up only on a click."""

from dataclasses import fields
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import kept, kept_lists, parts, state
from foods.errors import MgcaError
from nutrition.labels import BASES
from nutrition.views import own_foods as view

if TYPE_CHECKING:
    from foods.composition import FoodTable
    from foods.fdc import FdcFood
    from nutrition.store import OwnFood

PREFIX = "own"
"""What the keys of this page's list begin with."""
EDITING = "own_editing"
FOUND = "own_found"
FAILED = "own_lookup_failed"
CHECKED = "own_checked"
SHORT_DIGITS = 10.0
"""Below it a value is written with a decimal."""


def table() -> "FoodTable":
    """Return the food table with own foods and dishes."""
    from nutrition.store import food_table

    return food_table(kept.store(), kept.food_table())


def show() -> None:
    """Show the own foods and the form for one."""
    from nutrition.store import OwnFood as Kind

    st.caption(kept.say("pages-foods-own-line"))
    kept_lists.offer_undo(PREFIX, Kind)
    _list()
    with st.expander(kept.say("pages-foods-lookup"), icon=":material/travel_explore:"):
        _lookup()
    _form_fields()


def amount(
    value: float | None, low: float | None, high: float | None, *, digits: int | None = None
) -> str:
    """Write a value with its range, in milligrams.

    Args:
        value: The value; None where it is not known.
        low: Least; None where nothing is known.
        high: Most; None where nothing bounds it.
        digits: Digits after the decimal mark; as many as tell the range when None.
    """

    def said(one: float) -> str:
        if digits is not None:
            return kept.number(one, digits)
        return kept.number(one, 0 if one >= SHORT_DIGITS or one == 0 else 1)

    if value is not None and (low is None or high is None or low == high):
        return f"{said(value)} mg"
    if low is None:
        return kept.say("value-not-known")
    if high is None:
        return kept.say("pages-foods-amount-least", low=said(low))
    least, most = (kept.number(end, places) for end, places in view.ends(low, high, digits))
    if value is None:
        return kept.say("pages-foods-amount-between", low=least, high=most)
    if least == most:
        return f"{said(value)} mg"
    return kept.say("pages-foods-amount-range", amount=said(value), low=least, high=most)


def ranges(food_id: str) -> None:
    """Say the ranges of an own food's minerals."""
    from nutrition.views import foods

    for column, (low, high) in foods.ranges(table(), food_id).items():
        said = kept.say(
            "pages-foods-range",
            mineral=kept.say(f"mineral-{column.removesuffix('_mg')}"),
            low=kept.number(low, 1),
            high=kept.number(high, 1),
        )
        st.caption(parts.plain(said))


def _kept_foods() -> "dict[int, OwnFood]":
    from nutrition.store import own_foods

    return {one.id or 0: one for one in own_foods(kept.store()) if not one.archived}


def _list() -> None:
    from nutrition.views.settled import lines_of

    found = _kept_foods()
    if not found:
        st.info(kept.say("pages-foods-own-empty"))
        return
    rows = [
        (
            one.description,
            amount(one.calcium_mg, one.calcium_mg_low, one.calcium_mg_high),
            amount(one.magnesium_mg, one.magnesium_mg_low, one.magnesium_mg_high),
            one.source,
        )
        for one in found.values()
    ]
    names = ("food", "ca-100", "mg-100", "source")
    columns = [kept.say(f"pages-foods-{name}") for name in names]
    parts.table(parts.frame(rows, columns), kept.say("pages-foods-own-alt"))
    chosen = kept_lists.choose(
        PREFIX,
        kept.say("pages-foods-own-choose"),
        {number: one.description for number, one in found.items()},
        edit=_edit,
        delete=_delete,
    )
    if kept_lists.ask(PREFIX, found, _delete_surely):
        return
    used = lines_of(kept.store(), table(), found[chosen].food_id) if chosen in found else 0
    if used:
        st.caption(kept.say("pages-foods-own-used", count=used))


def _edit(number: int) -> None:
    record = _kept_foods().get(number)
    if record is not None:
        st.session_state[EDITING] = record
        _fill(view.form_of(record))


def _delete_surely(number: int) -> None:
    _delete(number, sure=True)


def _delete(number: int, *, sure: bool = False) -> None:
    record = _kept_foods().get(number)
    if record is None or not kept_lists.delete(PREFIX, record, sure=sure):
        return
    editing = st.session_state.get(EDITING)
    if editing is not None and editing.id == number:
        _fresh()


def _fresh() -> None:
    st.session_state.pop(EDITING, None)
    _fill(view.LabelForm())


def _fill(form: view.LabelForm) -> None:
    for one in fields(form):
        st.session_state[f"own_{one.name}"] = getattr(form, one.name)
    st.session_state[CHECKED] = False


def _form() -> view.LabelForm:
    names = (one.name for one in fields(view.LabelForm))
    found = {name: st.session_state.get(f"own_{name}") for name in names}
    return view.LabelForm(**{name: value for name, value in found.items() if value is not None})


def _form_fields() -> None:
    editing = st.session_state.get(EDITING)
    if "own_name" not in st.session_state:
        _fill(view.LabelForm())
    heading = "pages-foods-own-edit" if editing else "pages-foods-own-new"
    st.subheader(kept.say(heading))
    st.text_input(kept.say("pages-foods-own-name"), key="own_name",
                  placeholder=kept.say("pages-foods-own-name-example"))  # fmt: skip
    first, second, third = st.columns(3)
    first.selectbox(
        kept.say("pages-foods-basis"), list(BASES), key="own_basis",
        format_func=lambda one: kept.say(f"pages-foods-basis-{one.replace(' ', '-')}"),
    )  # fmt: skip
    second.text_input(kept.say("pages-foods-serving-g"), key="own_serving_g")
    third.text_input(kept.say("pages-foods-serving-ml"), key="own_serving_ml")
    for mineral in ("calcium", "magnesium"):
        left, right = st.columns([2, 1])
        left.text_input(
            kept.say("pages-foods-as-printed", mineral=kept.say(f"mineral-{mineral}")),
            key=f"own_{mineral}", placeholder=kept.say("pages-foods-silent"),
        )  # fmt: skip
        right.segmented_control(
            kept.say("pages-foods-stated-as", mineral=kept.say(f"mineral-{mineral}")),
            list(view.STATED_AS), required=True, key=f"own_{mineral}_as",
            format_func=lambda one: kept.say(f"pages-foods-stated-{one}"),
        )  # fmt: skip
    left, right = st.columns([2, 1])
    eras = view.eras()
    left.selectbox(
        kept.say("pages-foods-era"), ["", *eras], key="own_era", format_func=_era,
        help=kept.say("pages-foods-era-help"),
    )  # fmt: skip
    right.text_input(kept.say("pages-foods-energy"), key="own_energy_kcal")
    _check(editing)


def _era(era: str) -> str:
    if not era:
        return kept.say("pages-foods-era-unknown")
    values = view.eras()[era]
    return kept.say(
        f"pages-foods-era-{era.replace('_', '-')}",
        calcium=kept.number(values["calcium_mg"]),
        magnesium=kept.number(values["magnesium_mg"]),
    )


def _check(editing: "OwnFood | None") -> None:
    """Show what the label comes to, what looks wrong, and the buttons."""
    form = _form()
    if not form.name.strip():
        st.caption(kept.say("pages-foods-own-begin"))
        _close(editing)
        return
    try:
        food = view.food_of(form)
    except MgcaError as error:
        parts.failure(error)
        _close(editing)
        return
    with st.container(border=True, key="own_preview"):
        st.markdown(f"**{parts.plain(kept.say('pages-foods-in-100-g'))}**")
        for line in view.lines_of(food):
            st.markdown(_line(line))
        if form.origin:
            st.caption(parts.plain(kept.say("pages-foods-origin", origin=form.origin)))
    for question in food.questions:
        st.warning(kept.say(f"pages-foods-question-{question.replace('_', '-')}"))
    doubts = view.doubts_of(food)
    if doubts:
        st.checkbox(kept.say("pages-foods-checked"), key=CHECKED)
    _buttons(editing, blocked=bool(doubts) and not st.session_state.get(CHECKED))


def _line(line: view.Line) -> str:
    name = kept.say(f"pages-foods-nutrient-{line.nutrient.replace('_', '-')}")
    if line.nutrient == "energy_kcal":
        said = kept.number(line.value) + ("" if line.value is None else " kcal")
        return f"- {name}: {said}"
    why = kept.say(f"pages-foods-reason-{line.reason.replace('_', '-')}")
    said = amount(line.value, line.low, line.high)
    return f"- {name}: {parts.plain(said)} · {parts.plain(why)}"


def _buttons(editing: "OwnFood | None", *, blocked: bool) -> None:
    stored = _kept_foods().get(editing.id or 0) if editing else None
    if editing and (stored is None or stored.version != editing.version):
        st.warning(kept.say("pages-foods-own-moved"))
        st.button(
            kept.say("pages-foods-reload"), key="own_reload", on_click=_edit, args=(editing.id,),
            disabled=stored is None,
        )  # fmt: skip
    with st.container(horizontal=True):
        st.button(
            kept.say("pages-foods-save-change" if editing else "pages-foods-save"),
            type="primary", key="own_save", on_click=_save, disabled=blocked,
        )  # fmt: skip
    _close(editing)


def _close(editing: "OwnFood | None") -> None:
    if editing:
        st.button(kept.say("pages-foods-cancel"), key="own_cancel", on_click=_fresh)


def _save() -> None:
    from nutrition.store import add_own_food, change_own
    from nutrition.views.deleting import keep_meanings

    editing = st.session_state.get(EDITING)
    called = kept_lists.fields_called(description=kept.say("pages-foods-own-name"))
    with state.saving(), called:
        record = view.record_of(_form(), editing.food_id if editing else "")
        before, locale = kept.table(), kept.setting("locale")
        if editing:
            change_own(kept.store(), editing, **view.fields_of(record))
        else:
            record = add_own_food(kept.store(), record)
        keep_meanings(kept.store(), record, before, kept.table(), locale=locale)
        _fresh()


def _lookup() -> None:
    """Show what a look-up would send, send it on a click only, and offer what came back."""
    from foods.fdc import gtin_of

    st.caption(kept.say("pages-foods-lookup-line"))
    text = st.text_input(
        kept.say("pages-foods-lookup-text"), key="own_lookup",
        placeholder=kept.say("pages-foods-lookup-example"),
    )  # fmt: skip
    if not text or not text.strip():
        return
    digits = "".join(text.split()).replace("-", "")
    gtin = gtin_of(text)
    if digits.isdigit() and gtin is None:
        st.warning(kept.say("pages-foods-lookup-digits"))
        return
    sent = view.barcode_sent(gtin) if gtin else view.search_sent(text)
    st.markdown(parts.plain(kept.say("pages-foods-lookup-sent", host=sent.host)))
    st.code(f"GET {sent.address}", language=None, wrap_lines=True)
    st.caption(kept.say("pages-foods-lookup-key"))
    st.button(
        kept.say("pages-foods-lookup-send"), key="own_lookup_send", on_click=_send,
        args=(text.strip(), gtin), icon=":material/send:",
    )  # fmt: skip
    failed = st.session_state.get(FAILED)
    if failed is not None:
        parts.failure(failed)
        st.caption(kept.say("pages-foods-lookup-offline"))
    asked, found = st.session_state.get(FOUND, ("", []))
    if asked != text.strip() or failed is not None:
        return
    if not found:
        st.info(kept.say("pages-foods-lookup-none"))
        return
    numbers = list(range(len(found)))
    chosen = st.selectbox(
        kept.say("pages-foods-lookup-found", count=len(found)), numbers, key="own_lookup_chosen",
        format_func=lambda place: _named(found[place]),
    )  # fmt: skip
    if found[chosen].remark:
        st.caption(kept.say("pages-foods-lookup-by-volume"))
    st.button(
        kept.say("pages-foods-lookup-fill"), key="own_lookup_fill", on_click=_take,
        args=(found[chosen],),
    )  # fmt: skip


def _named(found: "FdcFood") -> str:
    return f"{found.food.description} · {found.food.aliases} · {found.data_type}"


def _send(text: str, gtin: str | None) -> None:
    from foods.fdc import Client

    st.session_state.pop(FAILED, None)
    found: list[Any] = []
    try:
        with Client() as client:
            found = client.barcode(gtin) if gtin else client.search(text, limit=view.MOST)
    except MgcaError as error:
        st.session_state[FAILED] = error
    st.session_state[FOUND] = (text, found)


def _take(found: "FdcFood") -> None:
    st.session_state.pop(EDITING, None)
    _fill(view.form_from(found))
