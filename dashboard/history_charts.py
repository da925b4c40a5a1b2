"""The charts of History with the sentences beside them."""

import datetime as dt
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import charts, charts_history, kept, parts
from foods.nutrients import MINERALS
from nutrition.intake import stem
from nutrition.views import history

if TYPE_CHECKING:
    import pandas as pd

    from nutrition.store import Person

VIEWS = ("days", "chance", "week", "foods")
FEW_DAYS = 4


def show(data: history.History) -> None:
    """Show a range of days, one view at a time, and offer it as a file."""
    first, last = (kept.date(str(day)) for day in data.days["day"].iloc[[0, -1]])
    recorded = data.days[data.days["entries"].gt(0)]
    complete = len(data.complete)
    partial = int(recorded["state"].eq("partial").sum())
    st.caption(
        kept.say("pages-history-counts", first=first, last=last, complete=complete, partial=partial)
    )
    view = st.segmented_control(
        kept.say("pages-history-view"),
        VIEWS,
        default="days",
        required=True,
        format_func=lambda one: kept.say(f"pages-history-view-{one}"),
        key="history_view",
    )
    if not complete:
        st.info(kept.say("pages-history-no-complete"))
    person = kept.me()
    if not history.known_person(person) and view in ("days", "chance"):
        st.info(kept.say("pages-history-person-missing"))
    if view == "chance":
        _chance(data, person)
    elif view == "week":
        _week(data)
    elif view == "foods":
        _foods(data)
    else:
        _days(data, person)
    said = kept.say("pages-history-download")
    parts.download(said, lambda: history.csv_text(data), "days.csv", key="history_download")
    fold = parts.unfolded(kept.say("pages-history-table"), "history_fold", ":material/table_rows:")
    if fold is not None:
        with fold:
            _table(data)


@st.cache_data(show_spinner=False, max_entries=50)
def _levels(
    _person: "Person",
    person_word: str,  # noqa: ARG001 - tells one state of the person from another
    day: dt.date,
    body: str,
    sd: str,
) -> dict[str, history.Levels]:
    return history.levels(_person, day, body=body, sd_source=sd)


@st.cache_data(show_spinner=False, max_entries=20)
def _chances(
    _data: history.History,
    _person: "Person",
    mark: str,  # noqa: ARG001 - tells one state of the days from another
    body: str,
    sd: str,
) -> "dict[str, pd.DataFrame]":
    return history.chances(_data, _person, body=body, sd_source=sd)


def _levels_of(data: history.History, person: "Person") -> dict[str, history.Levels]:
    day = dt.date.fromisoformat(str(data.days["day"].iloc[-1]))
    return _levels(person, repr(person), day, kept.setting("references"), kept.setting("sd_source"))


def _days(data: history.History, person: "Person") -> None:
    colours = charts.palette()
    levels = _levels_of(data, person)
    for nutrient in MINERALS:
        days, means = history.by_day(data, nutrient), history.rolling(data, nutrient)
        chart = charts_history.by_day(days, means, levels[nutrient], colours)
        charts_history.show(chart, _days_said(days, nutrient))
        st.markdown("  \n".join(_means_said(means)))
        _levels_said(levels[nutrient])
        if (
            levels[nutrient].ul_mg
            and not levels[nutrient].ul_counts_total
            and days["supplement_mg"].gt(0).any()
        ):
            words = kept.say(
                "pages-history-chart-supplements-alt",
                mineral=_mineral(nutrient),
                high=kept.number(days["supplement_mg"].max()),
                level=kept.number(levels[nutrient].ul_mg),
            )
            charts_history.show(charts_history.supplements(days, levels[nutrient], colours), words)


def _mineral(nutrient: str) -> str:
    name = kept.say(f"mineral-{stem(nutrient)}")
    return name[:1].upper() + name[1:]


def _days_said(days: "pd.DataFrame", nutrient: str) -> str:
    known = days["intake_mg"].dropna()
    return kept.say(
        "pages-history-chart-days-alt",
        mineral=_mineral(nutrient),
        days=len(days),
        first=kept.date(days["day"].iloc[0].date()),
        last=kept.date(days["day"].iloc[-1].date()),
        complete=int(days["complete"].sum()),
        low=kept.number(known.min() if len(known) else None),
        high=kept.number(known.max() if len(known) else None),
        open=int(days["at_least"].sum()),
    )


def _means_said(means: "pd.DataFrame") -> list[str]:
    lines = []
    for row in means.groupby("window").tail(1).itertuples():
        last = row.day.date()
        values = {
            "window": int(row.window),
            "first": kept.date(last - dt.timedelta(days=int(row.window) - 1)),
            "last": kept.date(last),
        }
        if not row.days:
            lines.append(kept.say("pages-history-mean-none", **values))
            continue
        message = "pages-history-mean-at-least" if row.at_least else "pages-history-mean"
        amount = kept.number(row.mean_mg)
        lines.append(kept.say(message, **values, amount=amount, days=int(row.days)))
    return lines


def _levels_said(levels: history.Levels) -> None:
    said = []
    if levels.ear_mg is not None and levels.rda_mg is not None:
        low, high = kept.number(levels.ear_mg), kept.number(levels.rda_mg)
        said.append(kept.say("pages-history-chart-band", low=low, high=high))
    if levels.ul_mg is not None and levels.ul_counts_total:
        said.append(kept.say("pages-history-chart-ul-total", level=kept.number(levels.ul_mg)))
    if levels.sources:
        said.append("; ".join(levels.sources) + ".")
    if said:
        st.caption(parts.plain(" ".join(said)))


def _chance(data: history.History, person: "Person") -> None:
    body, sd = kept.setting("references"), kept.setting("sd_source")
    found = _chances(data, person, f"{data.mark}{person!r}", body, sd)
    st.caption(kept.say("pages-history-chance-lead"))
    colours = charts.palette()
    levels = _levels_of(data, person)
    for nutrient in MINERALS:
        frame = found[nutrient]
        chart = None if frame.empty else charts_history.chances(frame, nutrient, colours)
        if chart is None:
            if len(data.complete):
                st.info(kept.say(f"pages-history-chance-none-{stem(nutrient)}"))
            continue
        last = frame.iloc[-1]
        words = charts_history.chance_words(last["probability"], at_least=bool(last["at_least"]))
        said = kept.say(
            "pages-history-chart-chance-alt",
            mineral=kept.say(f"mineral-{stem(nutrient)}"),
            days=int(last["days"]),
            chance=words,
        )
        charts_history.show(chart, said)
        st.markdown(
            kept.say(
                "pages-history-chart-chance-point",
                day=kept.date(last["day"].date()),
                chance=words,
                days=int(last["days"]),
            )
        )
        sources = "; ".join(levels[nutrient].sources[:1])
        st.caption(parts.plain(kept.say("pages-history-chance-sources", sources=sources, sd=sd)))


def _week(data: history.History) -> None:
    if data.complete.empty:
        return
    colours = charts.palette()
    for nutrient in MINERALS:
        found = history.weekdays_and_weekends(data, nutrient)
        said = [_part_said(row) for row in found.to_dict("records")]
        if found["days"].sum():
            days = history.by_day(data, nutrient)
            chart = charts_history.weekends(days, found, nutrient, colours)
            charts_history.show(chart, "; ".join(said) + ".")
        st.markdown("  \n".join(said))
        if found["days"].between(1, FEW_DAYS - 1).any():
            st.caption(kept.say("pages-history-week-few"))


def _part_said(row: dict) -> str:
    part = kept.say(f"pages-history-{row['part']}")
    if not row["days"]:
        return kept.say("pages-history-week-none", part=part)
    message = "pages-history-week-said-at-least" if row["at_least"] else "pages-history-week-said"
    return kept.say(message, part=part, amount=kept.number(row["mean_mg"]), days=int(row["days"]))


def _foods(data: history.History) -> None:
    if data.complete.empty:
        return
    colours = charts.palette()
    monthly = len(data.days) > history.LONGEST_BY_WEEK
    for nutrient in MINERALS:
        found = history.contributors_over_time(data, nutrient)
        if found.empty:
            st.info(kept.say("pages-history-foods-none"))
            continue
        named = found[found["food"] != history.OTHERS]["food"]
        said = kept.say(
            "pages-history-chart-foods-alt",
            foods=named.nunique(),
            mineral=kept.say(f"mineral-{stem(nutrient)}"),
            periods=found["period"].nunique(),
            first=named.iloc[0] if len(named) else kept.say("pages-history-foods-others"),
        )
        charts_history.show(charts_history.foods(found, nutrient, colours, monthly=monthly), said)


def _table(data: history.History) -> None:
    wanted = {
        "day": "day",
        "state": "state",
        "entries": "entries",
        "calcium_mg": "calcium",
        "calcium_unknown_items": "calcium-unknown",
        "magnesium_mg": "magnesium",
        "magnesium_unknown_items": "magnesium-unknown",
        "note": "note",
    }
    frame = data.days[list(wanted)].assign(
        state=[kept.say(f"pages-history-state-{one}") for one in data.days["state"]],
        **{nutrient: data.days[nutrient].round() for nutrient in MINERALS},
    )
    names = {column: kept.say(f"pages-history-column-{name}") for column, name in wanted.items()}
    parts.table(frame.iloc[::-1].rename(columns=names), kept.say("pages-history-table-alt"))
