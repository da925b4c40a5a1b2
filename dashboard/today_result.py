"""The right half of Today: totals, references, probability, sources."""

from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import charts, kept, parts, today_day, today_table, today_who
from foods.nutrients import BY_COLUMN, MINERALS
from nutrition.intake import stem
from nutrition.views import today
from nutrition.views.day import contributors, levels
from nutrition.views.spoken import assessment_lines, mineral_name, total_line

if TYPE_CHECKING:
    from nutrition.views.day import Day


def show() -> None:
    """Show what the day comes to."""
    st.subheader(kept.say("pages-today-result"))
    if not today_day.rows():
        st.caption(kept.say("pages-today-result-empty"))
        return
    # The totals are drawn before the day is judged, which takes longer.
    boxes = {nutrient: _gauge(today_table.totalled(), nutrient) for nutrient in MINERALS}
    day = today_table.computed()
    for nutrient, box in boxes.items():
        with box:
            _judgement(day, nutrient)
    _supplements(day)
    if day.assessment.empty:
        st.info(kept.say("pages-today-no-profile"))
    _contributors(day)
    _beside(day)
    _sources(day)
    name = f"{today_day.day()}.csv"
    parts.download(kept.say("pages-today-download"), today.day_table(day), name, key="day_download")


def _gauge(day: "Day", nutrient: str) -> Any:
    """Draw a mineral's total; return the box that it stands in."""
    profile, body = today_who.profile(), kept.setting("references")
    known = {} if profile is None else levels(profile, body, nutrient)
    gauge = today.gauge(day, nutrient, language=kept.language(), levels=known or None)
    box = st.container(border=True, key=f"mineral_{BY_COLUMN[nutrient].name}")
    if gauge is not None:
        with box:
            charts.show(charts.gauge(gauge, charts.palette()), gauge.alt)
    return box


def _judgement(day: "Day", nutrient: str) -> None:
    language = kept.language()
    row = today.assessment_row(day, nutrient)
    unknown = day.totals is not None and day.totals[f"{stem(nutrient)}_unknown_items"]
    if row is None or unknown:
        st.markdown(parts.plain(total_line(day, nutrient, language)))
    if row is None:
        return
    first, *rest = assessment_lines(row, language)
    st.markdown(f"**{parts.plain(first)}**")
    st.markdown("\n".join(f"- {parts.plain(line)}" for line in rest))
    curve = today.probability_curve(row, language=language)
    if curve is not None:
        name = BY_COLUMN[nutrient].name
        charts.show(charts.probability(curve, name, charts.palette()), curve.alt)


def _supplements(day: "Day") -> None:
    level = today.upper_level(day, language=kept.language())
    if level is None:
        return
    with st.container(border=True, key="upper_level"):
        charts.show(charts.upper_level(level, charts.palette()), level.alt)
        st.caption(parts.plain(kept.say("pages-today-upper-note", reference=level.reference)))


def _contributors(day: "Day") -> None:
    with st.container(border=True, key="contributors"):
        for nutrient in MINERALS:
            name = mineral_name(nutrient, kept.language())
            given = contributors(day.items, nutrient, limit=5)
            if given.empty:
                st.caption(kept.say("pages-today-gives-none", mineral=name))
                continue
            title = kept.say("pages-today-gives", mineral=name)
            words = ", ".join(
                f"{food} {kept.number(amount)} mg"
                for food, amount in zip(given["food"], given["amount_mg"], strict=True)
            )
            colour = BY_COLUMN[nutrient].name
            charts.show(
                charts.contributors(given, colour, title, charts.palette()), f"{title}: {words}."
            )


def _beside(day: "Day") -> None:
    """Show what is information only: absorbable calcium and the ratio of the two minerals."""
    from nutrition.views.beside import absorption_rows, ratio

    assert day.totals is not None
    fold = parts.unfolded(kept.say("pages-today-beside"), "beside_total", ":material/info:")
    if fold is None:
        return
    with fold:
        st.markdown(f"**{parts.plain(kept.say('pages-today-absorb'))}**")
        st.caption(parts.plain(kept.say("pages-today-absorb-note")))
        absorbed = absorption_rows(day, kept.table())
        for kind, calcium, amount in absorbed.parts:
            if calcium is None:
                continue
            words = kept.say(
                f"pages-today-absorb-{kind}",
                calcium=kept.number(calcium),
                **({} if amount is None else {"absorbed": kept.number(amount)}),
            )
            st.markdown(f"- {parts.plain(words)}")
        if not absorbed.foods.empty:
            st.dataframe(
                absorbed.foods, hide_index=True, width="stretch", placeholder="?",
                alt=kept.say("pages-today-absorb"),
                column_config={
                    "food": kept.say("pages-today-food"),
                    "calcium_mg": st.column_config.NumberColumn("Ca mg", format="%.0f"),
                    "absorbable_mg": st.column_config.NumberColumn(
                        kept.say("pages-today-absorb-column"), format="%.0f"
                    ),
                    "ratio_to_milk": st.column_config.NumberColumn(
                        kept.say("pages-today-absorb-milk"), format="%.2f"
                    ),
                    "evidence": kept.say("pages-today-absorb-evidence"),
                    "source": kept.say("pages-today-source"),
                },
            )  # fmt: skip
        st.markdown(f"**{parts.plain(kept.say('pages-today-ratio'))}**")
        found = ratio(day)
        if found.value is None:
            reason = found.reason.replace("_", "-")
            st.markdown(parts.plain(kept.say(f"pages-today-ratio-{reason}")))
        else:
            st.markdown(
                parts.plain(kept.say("pages-today-ratio-is", value=kept.number(found.value, 2)))
            )
        ends = {"low": found.studied_low, "high": found.studied_high}
        said = {name: kept.number(value, 1) for name, value in ends.items()}
        st.caption(parts.plain(kept.say("pages-today-ratio-note", source=found.source, **said)))


def _sources(day: "Day") -> None:
    language = kept.language()
    fold = parts.unfolded(kept.say("pages-today-sources"), "day_sources", ":material/menu_book:")
    if fold is None:
        return
    with fold:
        frame = today.item_sources(
            day, kept.table(), locale=kept.setting("locale"), language=language
        )
        names = ("food", "source", "release", "food_id", "weight")
        labels = {name: kept.say(f"pages-today-source-{name.replace('_', '-')}") for name in names}
        parts.table(frame, kept.say("pages-today-sources-table"), **labels)
        for line in today.reference_sources(day, language=language):
            st.markdown(f"- {parts.plain(line)}")
        st.markdown(f"- {parts.plain(kept.say('pages-today-sources-method'))}")
