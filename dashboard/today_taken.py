"""Supplements and medicines as their labels state them, and which water is drunk."""

from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import kept, parts, state, today_day, today_entry
from foods.errors import MgcaError
from foods.nutrients import MINERALS
from nutrition.supplements import MOST_A_DAY_MG
from nutrition.views import taken

if TYPE_CHECKING:
    from nutrition.store import Supplement
    from nutrition.supplements import Compound

ELEMENTAL, COMPOUND = "elemental", "compound"
FORM, OTHER, SURE = "supplement_which", "supplement_other", "supplement_sure"
UNSAID = "-"
"""The label names the compound and not its form."""


def show() -> None:
    """Show what is taken regularly, how to add to it, and the water."""
    with st.container(key="screen_taken"):
        kept_ones = taken.kept_supplements(kept.store(), kept.me().id or 0)
        _offer(kept_ones)
        form = parts.unfolded(kept.say("pages-today-supplement"), "taken_fold", ":material/pill:")
        if form is not None:
            with form:
                _form()
                for one in kept_ones:
                    _kept(one)
        water = parts.unfolded(kept.say("pages-today-water"), "water_fold", ":material/water_drop:")
        if water is not None:
            with water:
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
            kept.say("pages-today-supplement-name"), key="supplement_name", persist_state="page",
            placeholder=kept.say("pages-today-supplement-example"),
        )  # fmt: skip
        second.selectbox(
            kept.say("pages-today-supplement-kind"), ["supplement", "medicine"],
            format_func=_said("kind"), key="supplement_kind", persist_state="page",
            help=kept.say("pages-today-kind-help"),
        )  # fmt: skip
        stated = st.radio(
            kept.say("pages-today-stated"), [ELEMENTAL, COMPOUND], format_func=_said("stated"),
            key="supplement_stated", persist_state="page", help=kept.say("pages-today-stated-help"),
        )  # fmt: skip
        if stated == COMPOUND:
            open_form = _compound()
        else:
            open_form = False
            first, second = st.columns(2)
            with first:
                _milligrams("pages-today-label-magnesium", "supplement_magnesium")
            with second:
                _milligrams("pages-today-label-calcium", "supplement_calcium")
        first, second = st.columns(2)
        first.number_input(
            kept.say("pages-today-times"),
            0.25,
            24.0,
            1.0,
            1.0,
            "%g",
            key="supplement_times",
            persist_state="page",
        )
        second.number_input(
            kept.say("pages-today-days"),
            0.25,
            7.0,
            7.0,
            1.0,
            "%g",
            key="supplement_days",
            persist_state="page",
        )
        st.caption(kept.say("pages-today-blank"))
        st.radio(
            kept.say("pages-today-regular"), ["day", "regular"], format_func=_said("regular"),
            key="supplement_regular", persist_state="page",
        )  # fmt: skip
        asked = _asked()
        st.button(
            kept.say("pages-today-supplement-add"), key="supplement_add", on_click=_add,
            type="primary", disabled=open_form or asked,
        )  # fmt: skip


def _compound() -> bool:
    """Ask for the compound, its form and the other mineral; say whether the form is still open."""
    name = st.selectbox(
        kept.say("pages-today-compound"), taken.compound_names(), None,
        key="supplement_compound", persist_state="page", placeholder=kept.say("pages-today-choose"),
    )  # fmt: skip
    forms = {one.compound: one for one in taken.forms(name)} if name else {}
    chosen: str | None = None
    if forms:
        chosen = st.radio(
            kept.say("pages-today-form", compound=name), [*forms, UNSAID], None, key=FORM,
            persist_state="page",
            format_func=lambda one: _form_said(forms[one]) if one in forms
            else kept.say("pages-today-form-unsaid"),
        )  # fmt: skip
    first, second = st.columns(2)
    with first:
        _milligrams("pages-today-compound-mg", "supplement_compound_mg")
    other = taken.other_mineral(name) if name else None
    if other:
        with second:
            _milligrams(f"pages-today-label-{other.removesuffix('_mg')}", OTHER)
    return bool(forms) and chosen is None


def _form_said(one: "Compound") -> str:
    share = kept.number(100 * one.elemental_share, 1)
    mineral = kept.say(f"mineral-{one.mineral.removesuffix('_mg')}")
    return parts.plain(
        kept.say("pages-today-form-share", form=one.compound, share=share, mineral=mineral)
    )


def _asked() -> bool:
    """Ask about amounts that no tablet or day comes to; say whether an answer is waited for."""
    try:
        asked = taken.questions(_draft())
    except MgcaError:
        return False  # it is said when it is added
    for mineral, ids in asked.items():
        name = kept.say(f"mineral-{mineral.removesuffix('_mg')}")
        for one in ids:
            most = kept.number(MOST_A_DAY_MG[mineral])
            text_id = f"pages-today-{one.replace('_', '-')}"
            st.warning(parts.plain(kept.say(text_id, mineral=name, most=most)))
    if not asked:
        return False
    by_mass = [mineral for mineral, ids in asked.items() if "is_it_compound_mass" in ids]
    if by_mass:
        st.button(
            kept.say("pages-today-is-compound"), key="supplement_is_compound",
            on_click=_as_compound, args=(by_mass[0],),
        )  # fmt: skip
    return not st.checkbox(kept.say("pages-today-label-says-so"), key=SURE, persist_state="page")


def _as_compound(mineral: str) -> None:
    """Take an amount as the mass of the compound; which compound it is, is asked next."""
    told = st.session_state
    entered = {name: told.get(f"supplement_{name.removesuffix('_mg')}") for name in MINERALS}
    told["supplement_stated"] = COMPOUND
    told["supplement_compound_mg"] = entered.pop(mineral)
    told["supplement_compound"] = None
    told[OTHER] = next(iter(entered.values()))


def _milligrams(text_id: str, key: str) -> None:
    st.number_input(kept.say(text_id), 0.0, None, None, 10.0, "%g", key=key, persist_state="page")


def _said(kind: str) -> Any:
    return lambda one: kept.say(f"pages-today-{kind}-{one}")


def _draft() -> "Supplement":
    """Return what the form says."""
    from nutrition.store import Supplement

    told = st.session_state
    by_compound = told["supplement_stated"] == COMPOUND
    name = told.get("supplement_compound") if by_compound else None
    form = told.get(FORM) if name and taken.forms(name) else None
    stated: dict[str, Any] = {
        one: told.get(f"supplement_{one.removesuffix('_mg')}") for one in MINERALS
    }
    if by_compound:
        other = taken.other_mineral(name) if name else None
        stated = {one: told.get(OTHER) if one == other else None for one in MINERALS}
    return Supplement(
        person_id=kept.me().id or 0,
        name=(told["supplement_name"] or "").strip() or kept.say("pages-today-kind-supplement"),
        kind=told["supplement_kind"],
        stated_as=told["supplement_stated"],
        compound=name if form in (None, UNSAID) else form,
        compound_mg=told.get("supplement_compound_mg") if by_compound else None,
        times_per_day=told["supplement_times"],
        days_per_week=told["supplement_days"],
        **stated,
    )


def _add() -> None:
    from nutrition.store import add

    told, one = st.session_state, _draft()
    with state.saving():
        line = taken.entry_of(one, today_day.day())  # checks the label before anything is kept
        if told["supplement_regular"] == "regular":
            add(kept.store(), one)
        today_entry.add([line])
        _reset()


def _reset() -> None:
    """Empty the form: nothing of the one before says anything of the next."""
    told = st.session_state
    told["supplement_name"] = ""
    told["supplement_kind"], told["supplement_stated"] = "supplement", ELEMENTAL
    told["supplement_times"], told["supplement_days"] = 1.0, 7.0
    told["supplement_regular"] = "day"
    told[SURE] = False
    for mineral in MINERALS:
        told[f"supplement_{mineral.removesuffix('_mg')}"] = None
    for key in ("supplement_compound", "supplement_compound_mg", FORM, OTHER):
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
