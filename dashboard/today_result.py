"""The right half of Today: totals, references, probability, sources."""

from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import charts, kept, parts, tables, today_beside, today_day, today_table, today_who
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
    today_beside.show(day)
    _sources(day)
    name = f"{today_day.day()}.csv"
    said = kept.say("pages-today-download")
    parts.download(said, lambda: today.day_table(day), name, key="day_download")
    with st.container(key="screen_print"):
        st.caption(kept.say("pages-today-print"))


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
    parts.prose([first, rest], strong=[first])
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
        tables.words(
            kept.say("pages-today-sources-table"),
            [kept.say(f"pages-today-source-{name.replace('_', '-')}") for name in names],
            [[str(cell or "") for cell in row] for row in frame[list(names)].to_numpy()],
        )
        for line in today.reference_sources(day, language=language):
            st.markdown(f"- {parts.plain(line)}")
        st.markdown(f"- {parts.plain(kept.say('pages-today-sources-method'))}")
