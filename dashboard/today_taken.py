"""Supplements and medicines as their labels state them, and which water is drunk."""

from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import kept, parts, state, today_day, today_entry
from foods.errors import MgcaError
from foods.nutrients import MINERALS
from nutrition.views import taken

if TYPE_CHECKING:
    from nutrition.store import Supplement

ELEMENTAL, COMPOUND = "elemental", "compound"


def show() -> None:
    """Show what is taken regularly, how to add to it, and the water."""
    with st.container(key="screen_taken"):
        kept_ones = taken.kept_supplements(kept.store(), kept.me().id or 0)
        _offer(kept_ones)
        with st.expander(kept.say("pages-today-supplement"), icon=":material/pill:"):
            _form()
            for one in kept_ones:
                _kept(one)
        with st.expander(kept.say("pages-today-water"), icon=":material/water_drop:"):
            _water()


def _offer(kept_ones: "tuple[Supplement, ...]") -> None:
    """Offer what is taken daily and is not on the day yet; nothing counts before it is added."""
    due = taken.due(kept_ones, today_day.rows(), today_day.day())
    if not due:
        return
    names = ", ".join(one.name for one in due)
    st.button(
        kept.say("pages-today-take-daily", count=len(due), names=parts.plain(names)),
        key="take_daily", on_click=_take, args=(due,), icon=":material/pill:",
    )  # fmt: skip


def _take(supplements: "list[Supplement]") -> None:
    with state.saving():
        today_entry.add([taken.entry_of(one, today_day.day()) for one in supplements])


def _form() -> None:
    with st.container(key="supplement_form"):
        first, second = st.columns([3, 2])
        first.text_input(
            kept.say("pages-today-supplement-name"), key="supplement_name",
            placeholder=kept.say("pages-today-supplement-example"),
        )  # fmt: skip
        second.selectbox(
            kept.say("pages-today-supplement-kind"), ["supplement", "medicine"],
            format_func=_said("kind"), key="supplement_kind",
            help=kept.say("pages-today-kind-help"),
        )  # fmt: skip
        stated = st.radio(
            kept.say("pages-today-stated"), [ELEMENTAL, COMPOUND], format_func=_said("stated"),
            key="supplement_stated", help=kept.say("pages-today-stated-help"),
        )  # fmt: skip
        if stated == COMPOUND:
            st.selectbox(
                kept.say("pages-today-compound"), taken.compound_names(), None,
                key="supplement_compound", placeholder=kept.say("pages-today-choose"),
            )  # fmt: skip
            _milligrams("pages-today-compound-mg", "supplement_compound_mg")
        else:
            first, second = st.columns(2)
            with first:
                _milligrams("pages-today-label-magnesium", "supplement_magnesium")
            with second:
                _milligrams("pages-today-label-calcium", "supplement_calcium")
        first, second = st.columns(2)
        first.number_input(
            kept.say("pages-today-times"), 0.25, 24.0, 1.0, 1.0, "%g", key="supplement_times"
        )
        second.number_input(
            kept.say("pages-today-days"), 0.25, 7.0, 7.0, 1.0, "%g", key="supplement_days"
        )
        st.caption(kept.say("pages-today-blank"))
        st.radio(
            kept.say("pages-today-regular"), ["day", "regular"], format_func=_said("regular"),
            key="supplement_regular",
        )  # fmt: skip
        st.button(
            kept.say("pages-today-supplement-add"), key="supplement_add", on_click=_add,
            type="primary",
        )  # fmt: skip


def _milligrams(text_id: str, key: str) -> None:
    st.number_input(kept.say(text_id), 0.0, None, None, 10.0, "%g", key=key)


def _said(kind: str) -> Any:
    return lambda one: kept.say(f"pages-today-{kind}-{one}")


def _add() -> None:
    from nutrition.store import Supplement, add

    told = st.session_state
    by_compound = told["supplement_stated"] == COMPOUND
    one = Supplement(
        person_id=kept.me().id or 0,
        name=(told["supplement_name"] or "").strip() or kept.say("pages-today-kind-supplement"),
        kind=told["supplement_kind"],
        stated_as=told["supplement_stated"],
        compound=told.get("supplement_compound") if by_compound else None,
        compound_mg=told.get("supplement_compound_mg") if by_compound else None,
        calcium_mg=None if by_compound else told.get("supplement_calcium"),
        magnesium_mg=None if by_compound else told.get("supplement_magnesium"),
        times_per_day=told["supplement_times"],
        days_per_week=told["supplement_days"],
    )
    with state.saving():
        line = taken.entry_of(one, today_day.day())  # checks the label before anything is kept
        if told["supplement_regular"] == "regular":
            add(kept.store(), one)
        today_entry.add([line])
        told["supplement_name"] = ""
        for key in ("supplement_calcium", "supplement_magnesium", "supplement_compound_mg"):
            told[key] = None


def _kept(one: "Supplement") -> None:
    with st.container(border=True, key=f"supplement_{one.id}"):
        st.markdown(f"**{parts.plain(one.name)}** — {parts.plain(_minerals(one))}")
        often = {"times": kept.number(one.times_per_day or 1, 0 if _whole(one) else 1)}
        days = kept.number(one.days_per_week or 7, 0 if (one.days_per_week or 7) % 1 == 0 else 1)
        st.caption(kept.say("pages-today-often", days=days, **often))
        with st.container(horizontal=True):
            st.button(
                kept.say("pages-today-take"), key=f"take_{one.id}", on_click=_take, args=([one],)
            )
            st.button(
                kept.say("pages-today-forget"), key=f"forget_{one.id}", on_click=_forget,
                args=(one,),
            )  # fmt: skip


def _whole(one: "Supplement") -> bool:
    return (one.times_per_day or 1) % 1 == 0


def _minerals(one: "Supplement") -> str:
    """Say what a day of it brings; what its label leaves open is said to be open."""
    try:
        found = taken.minerals(one)
    except MgcaError as error:
        return error.message
    said = []
    for nutrient in MINERALS:
        name = kept.say(f"mineral-{nutrient.removesuffix('_mg')}")
        amount = found[nutrient].day_taken_mg
        figures = kept.number(amount) + ("" if amount is None else " mg")
        low, high = found[nutrient].dose_low_mg, found[nutrient].dose_high_mg
        if amount is None and low is not None and high is not None:
            ends = {"low": kept.number(low), "high": kept.number(high)}
            figures = kept.say("pages-today-form-open", **ends)
        said.append(f"{name} {figures}")
    return ", ".join(said)


def _forget(one: "Supplement") -> None:
    from nutrition.store import remove

    with state.saving():
        remove(kept.store(), one)


def _water() -> None:
    from nutrition.views.waters import default_water, dry_foods

    found = default_water(kept.store(), kept.me().id or 0)
    if found is None:
        st.markdown(parts.plain(kept.say("pages-today-water-none")))
    else:
        words = kept.say(
            "pages-today-water-is", name=found.name,
            calcium=kept.number(found.calcium_mg_l, 1),
            magnesium=kept.number(found.magnesium_mg_l, 1),
        )  # fmt: skip
        st.markdown(parts.plain(words))
    st.caption(parts.plain(kept.say("pages-today-water-rule")))
    from dashboard import today_table

    if today_day.rows():
        dry = dry_foods(today_table.totalled().items.to_dict("records"), kept.table())
        if dry:
            words = kept.say("pages-today-water-dry", foods=", ".join(dict.fromkeys(dry)))
            st.markdown(parts.plain(words))
