"""The waters a person drinks."""

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import kept, parts, state
from nutrition.views import waters

if TYPE_CHECKING:
    from nutrition.store import Water

GLASS = "glass_ml"


def show() -> None:
    """Show the waters, how to add one, and the size of the person's glass."""
    st.subheader(kept.say("pages-settings-waters"))
    st.markdown(parts.plain(kept.say("pages-settings-waters-why")))
    for one in waters.kept_waters(kept.store(), kept.me().id or 0):
        _water(one)
    for warning in st.session_state.pop("water_warnings", ()):
        st.warning(parts.plain(kept.say(f"pages-settings-water-{warning.replace('_', '-')}")))
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
    kept.keep(GLASS, repr(glass) if glass else "")


def _water(one: "Water") -> None:
    with st.container(border=True, key=f"water_{one.id}"):
        default = kept.say("pages-settings-water-is-default") if one.is_default else ""
        st.markdown(f"**{parts.plain(one.name)}** {parts.plain(default)}")
        words = kept.say(
            "pages-settings-water-holds",
            calcium=kept.number(one.calcium_mg_l, 1),
            magnesium=kept.number(one.magnesium_mg_l, 1),
            source=one.source,
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


def _form() -> None:
    from nutrition.water import hardness_units

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
        st.form_submit_button(kept.say("pages-settings-water-keep"), on_click=_add, type="primary")


def _add() -> None:
    told = st.session_state
    with state.saving():
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
        )
        told["water_warnings"] = found.warnings
        for key in ("water_ca", "water_mg", "water_hardness"):
            told[key] = None
        told["water_name"] = told["water_source"] = ""


def _default(one: "Water") -> None:
    with state.saving():
        waters.make_default(kept.store(), one)


def _remove(one: "Water") -> None:
    from nutrition.store import remove

    with state.saving():
        remove(kept.store(), one)
