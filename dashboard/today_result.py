"""The right half of Today: totals, references, probability, sources."""

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import charts, parts, state
from foods.nutrients import BY_COLUMN, MINERALS
from nutrition.views import meal, today
from nutrition.views.day import contributors, sentence, sentences

if TYPE_CHECKING:
    from nutrition.views.day import Day


def show() -> None:
    """Show what the meal comes to."""
    st.subheader("What it comes to")
    if not state.rows():
        st.caption("Totals appear as soon as a food is entered.")
        return
    profile = state.profile()
    day = meal.meal_day(
        state.rows(),
        state.food_table(),
        profile=profile,
        locale=state.setting("locale"),
        complete=bool(st.session_state.get("day_complete")),
        body=state.setting("references"),
        sd_source=state.setting("sd_source"),
        answers=state.answers(),
    )
    said = sentences(day)
    for nutrient in MINERALS:
        _mineral(day, nutrient, said[nutrient])
    _supplements(day)
    if profile is None:
        st.info("Choose sex and age on this page to see reference intakes and the gap.")
    _contributors(day)
    _sources(day)
    parts.download("Download this day (CSV)", today.day_table(day), "day.csv", key="day_download")


def _mineral(day: "Day", nutrient: str, said: list[str]) -> None:
    gauge = today.gauge(day, nutrient)
    if gauge is None or day.totals is None:
        return
    colours = charts.palette()
    with st.container(border=True, key=f"mineral_{gauge.name}"):
        charts.show(charts.gauge(gauge, colours), gauge.alt)
        row = today.assessment_row(day, nutrient)
        if row is None:
            st.markdown(parts.plain(sentence(day.totals, day.items, nutrient)))
            return
        if gauge.unknown_items:
            st.markdown(parts.plain(sentence(day.totals, day.items, nutrient)))
        st.markdown(f"**{parts.plain(str(row['statement']))}**")
        rest = [line for line in said if line != row["statement"]]
        st.markdown("\n".join(f"- {parts.plain(line)}" for line in rest))
        curve = today.probability_curve(row)
        if curve is not None:
            charts.show(charts.probability(curve, gauge.name, colours), curve.alt)


def _supplements(day: "Day") -> None:
    level = today.upper_level(day)
    if level is None:
        return
    with st.container(border=True, key="upper_level"):
        charts.show(charts.upper_level(level, charts.palette()), level.alt)
        st.caption(
            f"{parts.plain(level.reference)}. It counts supplements and medicines only; "
            "magnesium in food does not count toward it."
        )


def _contributors(day: "Day") -> None:
    with st.container(border=True, key="contributors"):
        for nutrient in MINERALS:
            name = BY_COLUMN[nutrient].name
            given = contributors(day.items, nutrient, limit=5)
            if given.empty:
                st.caption(f"No item gives {name}, as far as is known.")
                continue
            words = ", ".join(
                f"{food} {amount:,.0f} mg"
                for food, amount in zip(given["food"], given["amount_mg"], strict=True)
            )
            charts.show(
                charts.contributors(given, name, charts.palette()),
                f"What gives most {name}: {words}.",
            )


def _sources(day: "Day") -> None:
    with st.expander("Where these numbers come from", icon=":material/menu_book:"):
        parts.table(
            today.item_sources(day, state.food_table(), locale=state.setting("locale")),
            "Source of each food's minerals and weight",
        )
        for line in today.reference_sources(day):
            st.markdown(f"- {parts.plain(line)}")
        st.markdown(
            "- Probability: Institute of Medicine (2000), Dietary Reference Intakes: Applications "
            "in Dietary Assessment, chapter 3, doi 10.17226/9956."
        )
