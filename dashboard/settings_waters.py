"""The waters a person drinks."""

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import kept, kept_lists, own_foods, parts, state
from nutrition.views import waters

if TYPE_CHECKING:
    from nutrition.own_foods import NutrientValue
    from nutrition.store import Water

GLASS = "glass_ml"
DOUBTS, REMOVED = "water_doubts", "water_removed"


def show() -> None:
    """Show the waters, how to add one, and the size of the person's glass."""
    st.subheader(kept.say("pages-settings-waters"))
    st.markdown(parts.plain(kept.say("pages-settings-waters-why")))
    for one in waters.kept_waters(kept.store(), kept.me().id or 0):
        _water(one)
    for warning in st.session_state.pop("water_warnings", ()):
        st.warning(parts.plain(kept.say(f"pages-settings-water-{warning.replace('_', '-')}")))
    if REMOVED in st.session_state:
        name, lines = st.session_state.pop(REMOVED)
        st.info(parts.plain(kept.say("pages-settings-water-removed", name=name, count=lines)))
    with st.expander(kept.say("pages-settings-water-add"), icon=":material/water_drop:"):
        _form()
    held = kept.own_setting(GLASS)
    if "glass" not in st.session_state:
        st.session_state["glass"] = float(held) if held else None
    st.number_input(
        kept.say("pages-settings-glass"), 0.0, 2000.0, None, 10.0, "%g", key="glass",
        help=kept.say("pages-settings-glass-help"), on_change=_keep_glass, width=260,
    )  # fmt: skip


def _keep_glass() -> None:
    glass = st.session_state["glass"]
    with state.saving():
        waters.settle_lines(
            kept.store(), kept.me().id or 0, kept.table(), locale=kept.setting("locale")
        )
        kept.keep(GLASS, repr(glass) if glass else "")


def _water(one: "Water") -> None:
    with st.container(border=True, key=f"water_{one.id}"):
        default = kept.say("pages-settings-water-is-default") if one.is_default else ""
        st.markdown(f"**{parts.plain(one.name)}** {parts.plain(default)}")
        held = waters.minerals_of(one)
        words = kept.say(
            "pages-settings-water-holds",
            calcium=_said(held.calcium),
            magnesium=_said(held.magnesium),
            source=_source(one),
        )
        st.caption(parts.plain(words))
        with st.container(horizontal=True):
            if not one.is_default:
                st.button(
                    kept.say("pages-settings-water-default"), key=f"default_{one.id}",
                    on_click=_default, args=(one,),
                )  # fmt: skip
            st.button(
                kept.say("pages-settings-water-remove"), key=f"remove_water_{one.id}",
                on_click=_remove, args=(one,),
            )  # fmt: skip


def _said(of: "NutrientValue") -> str:
    return own_foods.amount(of.value, of.low, of.high, digits=1)


def _source(one: "Water") -> str:
    found = waters.source_of(one)
    said = found.said or kept.say("pages-settings-water-source-own")
    if found.hardness is None:
        return said
    hardness = kept.number(found.hardness, 0 if found.hardness % 1 == 0 else 1)
    return kept.say(
        "pages-settings-water-source-hardness", said=said, hardness=hardness, unit=found.unit
    )


def _form() -> None:
    from nutrition.water import RICHEST_MG_PER_L, hardness_units

    with st.form("water_form", border=False):
        st.text_input(
            kept.say("pages-settings-water-name"), key="water_name",
            placeholder=kept.say("pages-settings-water-example"),
        )  # fmt: skip
        first, second = st.columns(2)
        first.number_input(
            kept.say("pages-settings-water-calcium"), 0.0, None, None, 1.0, "%g", key="water_ca"
        )
        second.number_input(
            kept.say("pages-settings-water-magnesium"), 0.0, None, None, 1.0, "%g", key="water_mg"
        )
        first, second = st.columns(2)  # a row of its own: on a phone columns stand below each other
        first.number_input(
            kept.say("pages-settings-water-hardness"), 0.0, None, None, 1.0, "%g",
            key="water_hardness", help=kept.say("pages-settings-water-hardness-help"),
        )  # fmt: skip
        second.selectbox(
            kept.say("pages-settings-water-unit"), [one.unit for one in hardness_units()],
            key="water_unit",
        )  # fmt: skip
        st.text_input(
            kept.say("pages-settings-water-source"), key="water_source",
            placeholder=kept.say("pages-settings-water-source-example"),
        )  # fmt: skip
        st.checkbox(kept.say("pages-settings-water-make-default"), value=True, key="water_default")
        doubts = st.session_state.get(DOUBTS, ())
        for doubt in doubts:
            mineral = "Mg" if doubt.startswith("magnesium") else "Ca"
            richest = kept.number(RICHEST_MG_PER_L[mineral])
            said = kept.say(f"pages-settings-water-{doubt.replace('_', '-')}", richest=richest)
            st.warning(parts.plain(said))
        if doubts:
            st.checkbox(kept.say("pages-settings-water-checked"), key="water_checked")
        st.form_submit_button(kept.say("pages-settings-water-keep"), on_click=_add, type="primary")


def _add() -> None:
    told = st.session_state
    called = kept_lists.fields_called(
        name=kept.say("pages-settings-water-name"), source=kept.say("pages-settings-water-source")
    )
    with state.saving(), called:
        doubts = waters.doubts(
            told["water_ca"], told["water_mg"],
            hardness=told["water_hardness"], unit=told["water_unit"],
        )  # fmt: skip
        told[DOUBTS] = () if told.get("water_checked") else doubts
        if told[DOUBTS]:
            return
        _, found = waters.add_water(
            kept.store(),
            kept.me().id or 0,
            told["water_name"].strip() or kept.say("pages-settings-water-example"),
            told["water_ca"],
            told["water_mg"],
            hardness=told["water_hardness"],
            unit=told["water_unit"],
            source=told["water_source"],
            default=told["water_default"],
            table=kept.table(),
            locale=kept.setting("locale"),
        )
        told["water_warnings"] = found.warnings
        for key in ("water_ca", "water_mg", "water_hardness"):
            told[key] = None
        told["water_name"] = told["water_source"] = ""
        told["water_checked"] = False


def _default(one: "Water") -> None:
    with state.saving():
        waters.make_default(kept.store(), one, table=kept.table(), locale=kept.setting("locale"))


def _remove(one: "Water") -> None:
    with state.saving():
        lines = waters.remove_water(
            kept.store(), one, table=kept.table(), locale=kept.setting("locale")
        )
        st.session_state[REMOVED] = (one.name, lines)
