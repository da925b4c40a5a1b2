"""The charts of History: many days of calcium and magnesium, in the language of the pages.

Complete days are filled, partial ones hollow; what is a lower bound is a triangle with a dotted
line above it. Nothing rests on colour alone. The specifications are written as Vega-Lite has
them: building them in Altair takes forty times as long, at every change of the page.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from dashboard import kept
from dashboard.charts import PADDING, axis_words, further, heading
from nutrition.intake import stem
from nutrition.views.history import OTHERS, WINDOWS, chance

if TYPE_CHECKING:
    from dashboard.charts import Palette
    from nutrition.views.history import Levels

Spec = dict[str, Any]

HEADROOM = 1.1
NEAR_UPPER_LEVEL = 0.7
"""An upper level is drawn once the highest day comes this near to it; else the note names it."""
TICKS = 7
"""Days that an axis names at most."""
ALL_LABELS = 7
"""Up to so many columns every one keeps its label."""
TOOLTIP: Spec = {"field": "label", "type": "nominal", "title": " "}
SHAPE: Spec = {
    "condition": {"test": "datum.at_least", "value": "triangle-up"},
    "value": "circle",
}


def show(spec: Spec, words: str) -> None:
    """Draw a chart over the full width, with its sentence as the accessible name."""
    st.vega_lite_chart(spec, width="stretch", alt=words)


def by_day(days: pd.DataFrame, means: pd.DataFrame, levels: "Levels", colours: "Palette") -> Spec:
    """Draw one mineral by day with its references and rolling means."""
    name = stem(levels.nutrient)
    known_days = days.dropna(subset=["intake_mg"])
    highest = float(known_days["intake_mg"].max()) if len(known_days) else 0.0
    marks = {"ear": levels.ear_mg, "rda": levels.rda_mg, "ai": levels.ai_mg}
    if levels.ul_counts_total and levels.ul_mg and highest > NEAR_UPPER_LEVEL * levels.ul_mg:
        marks["ul"] = levels.ul_mg
    known = {key: value for key, value in marks.items() if value is not None}
    top = max([highest, *known.values(), 1.0]) * HEADROOM
    span = {"day": _iso(means["day"].min()), "last": _iso(means["day"].max())}
    fill = getattr(colours, name)
    points = [
        {
            "day": _iso(row.day),
            "mg": row.intake_mg,
            "up": row.intake_mg + top * 0.07,
            "complete": row.complete,
            "at_least": row.at_least,
            "label": _point(row, row.intake_mg, at_least=row.at_least),
        }
        for row in known_days.itertuples()
    ]
    layers = _band(span, levels, top, fill)
    rules, labels = _references(span, known, top, colours)
    layers += rules
    layers += [*_means(means, top, colours), *labels]
    layers += _points(points, top, fill, colours)
    note = [kept.say("pages-history-chart-days-note"), kept.say("pages-history-chart-days-lines")]
    return _finish(layers, kept.say(f"pages-history-chart-days-{name}"), 330, colours, note)


def supplements(days: pd.DataFrame, levels: "Levels", colours: "Palette") -> Spec:
    """Draw what supplements bring by day against the upper level that counts only them."""
    name = stem(levels.nutrient)
    level = levels.ul_mg or 0.0
    top = max(float(days["supplement_mg"].max()), level) * 1.25
    span = {"day": _iso(days["day"].min()), "last": _iso(days["day"].max())}
    rules, labels = _references(span, {"ul": level}, top, colours)
    rows = [
        {
            "day": _iso(row.day),
            "mg": row.supplement_mg,
            "label": _point(row, row.supplement_mg, at_least=row.supplement_at_least),
        }
        for row in days.dropna(subset=["supplement_mg"]).itertuples()
    ]
    colour = {
        "condition": {"test": f"datum.mg > {level}", "value": colours.above},
        "value": colours.supplement,
    }
    layers = [
        _layer(
            rows,
            {"type": "bar", "width": 5},
            x=_day(),
            y=_amount("mg", top),
            color=colour,
            tooltip=TOOLTIP,
        ),
        *rules,
        *labels,
    ]
    note = [kept.say("pages-history-chart-supplements-note")]
    title = kept.say(f"pages-history-chart-supplements-{name}")
    return _finish(layers, title, 210, colours, note)


def chances(frame: pd.DataFrame, nutrient: str, colours: "Palette") -> Spec | None:
    """Draw the probability of adequacy as complete days come in; None where there is none."""
    name = stem(nutrient)
    rows = [
        {
            "day": _iso(row.day),
            "tenths": row.probability * 10,
            "at_least": row.at_least,
            "label": kept.say(
                "pages-history-chart-chance-point",
                day=kept.date(row.day.date()),
                chance=chance_words(row.probability, at_least=row.at_least),
                days=int(row.days),
            ),
        }
        for row in frame.itertuples()
        # A lower bound near zero says nothing, so it is no point.
        if chance(row.probability, at_least=row.at_least).kind != "unknown"
    ]
    if not rows:
        return None
    y = {
        "field": "tenths",
        "type": "quantitative",
        "scale": {"domain": [0, 10], "nice": False},
        "title": kept.say("pages-history-chart-chance-axis"),
        "axis": {"values": [0, 2, 4, 6, 8, 10], "format": "d", "titleAngle": 0, "titleY": -10},
    }
    fill = getattr(colours, name)
    layers = [
        _layer(rows, {"type": "line", "color": fill, "strokeWidth": 1.8}, x=_day(), y=y),
        _layer(rows, _dot(fill, filled=True), x=_day(), y=y, shape=SHAPE, tooltip=TOOLTIP),
    ]
    way = "adequate" if frame["method"].eq("adequate_intake").any() else "average"
    note = [kept.say(f"pages-history-chart-chance-{way}")]
    if frame["at_least"].any():
        note.append(kept.say("pages-history-chart-chance-open"))
    return _finish(layers, kept.say(f"pages-history-chart-chance-{name}"), 280, colours, note)


def chance_words(probability: float | None, *, at_least: bool) -> str:
    """Say a probability in tenths."""
    one = chance(probability, at_least=at_least)
    if one.kind == "unknown":
        return kept.say("pages-history-chance-unknown")
    return kept.say(f"pages-history-chance-{one.kind.replace('_', '-')}", tenths=one.tenths)


def weekends(days: pd.DataFrame, parts: pd.DataFrame, nutrient: str, colours: "Palette") -> Spec:
    """Draw complete weekdays beside complete weekend days."""
    name = stem(nutrient)
    words = {part: kept.say(f"pages-history-{part}") for part in ("weekday", "weekend")}
    used = days[days["complete"] & days["intake_mg"].notna()]
    rows = [
        {
            "part": words["weekend" if row.weekend else "weekday"],
            "mg": row.intake_mg,
            "label": _point(row, row.intake_mg, at_least=row.at_least),
        }
        for row in used.itertuples()
    ]
    means = [
        {"part": words[row.part], "mg": row.mean_mg}
        for row in parts.dropna(subset=["mean_mg"]).itertuples()
    ]
    top = max(float(used["intake_mg"].max()), 1.0) * HEADROOM
    y = {
        "field": "part",
        "type": "nominal",
        "title": None,
        "sort": list(words.values()),
        "axis": {"labelLimit": 180, "labelFontSize": 12, "ticks": False, "domain": False},
    }
    x = _amount("mg", top)
    x["axis"] = x["axis"] | {"grid": False, "tickCount": 5}
    tick = {
        "type": "tick",
        "thickness": 2,
        "size": 26,
        "color": getattr(colours, name),
        "opacity": 0.75,
    }
    diamond = _dot(colours.ink, filled=True) | {"shape": "diamond", "size": 170}
    layers = [_layer(rows, tick, x=x, y=y, tooltip=TOOLTIP), _layer(means, diamond, x=x, y=y)]
    note = [kept.say("pages-history-chart-week-note")]
    return _finish(layers, kept.say(f"pages-history-chart-week-{name}"), 190, colours, note)


def foods(frame: pd.DataFrame, nutrient: str, colours: "Palette", *, monthly: bool) -> Spec:
    """Draw what the foods brought, period by period, each cell with its figure."""
    name = stem(nutrient)
    others = kept.say("pages-history-foods-others")
    rows = []
    for row in frame.itertuples():
        food = others if row.food == OTHERS else str(row.food)
        rows.append(
            {
                "period": _period(row.period, monthly=monthly),
                "order": _iso(row.period),
                "food": _short(food),
                "rank": row.rank,
                "mg": row.amount_mg,
                "figure": kept.number(row.amount_mg),
                "label": kept.say(
                    "pages-history-cell",
                    food=food,
                    period=kept.date(row.period.date()),
                    amount=kept.number(row.amount_mg),
                    share=kept.number(row.share * 100),
                    days=kept.number(row.days),
                ),
            }
        )
    periods = frame["period"].nunique()
    bare = {"labelAngle": 0, "ticks": False, "domain": False}
    x = {
        "field": "period",
        "type": "nominal",
        "title": None,
        "sort": {"field": "order"},
        "axis": bare | {"orient": "top", "labelOverlap": periods > ALL_LABELS},
    }
    y = {
        "field": "food",
        "type": "nominal",
        "title": None,
        "sort": {"field": "rank"},
        "axis": bare | {"labelLimit": 150, "labelOverlap": False},
    }
    shade = {
        "field": "mg",
        "type": "quantitative",
        "legend": None,
        "scale": {"domain": [0, float(frame["amount_mg"].max())], "range": [0.04, 0.45]},
    }
    rect = {"type": "rect", "color": getattr(colours, name), "stroke": colours.track}
    text = {"type": "text", "color": colours.ink, "fontSize": 12}
    figure = {"field": "figure", "type": "nominal"}
    layers = [
        _layer(rows, rect, x=x, y=y, opacity=shade, tooltip=TOOLTIP),
        _layer(rows, text, x=x, y=y, text=figure, tooltip=TOOLTIP),
    ]
    note = [kept.say(f"pages-history-chart-foods-{'months' if monthly else 'weeks'}")]
    height = 110 + 34 * frame["food"].nunique()
    return _finish(layers, kept.say(f"pages-history-chart-foods-{name}"), height, colours, note)


def _points(
    points: Sequence[Mapping[str, Any]], top: float, fill: str, colours: "Palette"
) -> list[Spec]:
    y = _amount("mg", top)
    dotted = {"type": "rule", "color": colours.quiet, "strokeDash": [2, 2]}
    open_ended = [one for one in points if one["at_least"]]
    layers = [_layer(open_ended, dotted, x=_day(), y=y, y2={"field": "up"})] if open_ended else []
    for complete in (True, False):
        some = [one for one in points if one["complete"] == complete]
        if some:
            dot = _dot(fill, filled=complete)
            layers.append(_layer(some, dot, x=_day(), y=y, shape=SHAPE, tooltip=TOOLTIP))
    return layers


def _band(span: Spec, levels: "Levels", top: float, fill: str) -> list[Spec]:
    if levels.ear_mg is None or levels.rda_mg is None:
        return []
    band = [span | {"low": levels.ear_mg, "high": levels.rda_mg}]
    mark = {"type": "rect", "color": fill, "opacity": 0.16}
    x2, y2 = {"field": "last"}, {"field": "high"}
    return [_layer(band, mark, x=_day(), x2=x2, y=_amount("low", top), y2=y2)]


def _references(
    span: Spec, known: Mapping[str, float], top: float, colours: "Palette"
) -> tuple[list[Spec], list[Spec]]:
    """Return the lines of references, and their names, which stand over lines."""
    rules: list[Spec] = []
    labels: list[Spec] = []
    for key, value in known.items():
        label = f"{kept.say(f'pages-history-chart-{key}')} {kept.number(value)}"
        line = [span | {"mg": value, "label": label}]
        dash = [5, 3] if key == "ear" else [1, 3] if key == "rda" else [8, 3]
        under = key == "ear"
        rule = {"type": "rule", "color": colours.ink, "strokeDash": dash, "strokeWidth": 1.5}
        words = {
            "type": "text",
            "align": "left",
            "baseline": "top" if under else "bottom",
            "dy": 4 if under else -4,
            "color": colours.ink,
            "fontSize": 12,
        }
        y = _amount("mg", top)
        text = {"field": "label", "type": "nominal"}
        rules.append(_layer(line, rule, x=_day(), x2={"field": "last"}, y=y))
        # Lines that cross the words stay under a ground of their own.
        ground = words | {"color": colours.ground, "stroke": colours.ground, "strokeWidth": 5}
        labels += [_layer(line, one, x=_day(), y=y, text=text) for one in (ground, words)]
    return rules, labels


def _means(means: pd.DataFrame, top: float, colours: "Palette") -> list[Spec]:
    layers = []
    for window in WINDOWS:
        some = means[(means["window"] == window) & means["mean_mg"].notna()]
        short = window == min(WINDOWS)
        line: Spec = {
            "type": "line",
            "color": colours.ink if short else colours.quiet,
            "strokeWidth": 1.8 if short else 2.4,
            "strokeDash": [] if short else [7, 4],
        }
        rows = [{"day": _iso(row.day), "mg": row.mean_mg} for row in some.itertuples()]
        if rows:
            layers.append(_layer(rows, line, x=_day(), y=_amount("mg", top)))
    return layers


def _layer(rows: Sequence[Mapping[str, Any]], mark: Spec, **encoding: Spec) -> Spec:
    return {"data": {"values": list(rows)}, "mark": mark, "encoding": encoding}


def _dot(fill: str, *, filled: bool) -> Spec:
    dot: Spec = {"type": "point", "filled": filled, "size": 65, "color": fill, "opacity": 1}
    return dot if filled else dot | {"strokeWidth": 2}


def _day() -> Spec:
    form = "%-d.%-m." if kept.language() == "de" else "%b %-d"
    axis = {"format": form, "grid": False, "labelOverlap": True}
    return {"field": "day", "type": "temporal", "title": None, "axis": axis}


def _name_days(layers: list[Spec]) -> None:
    """Have the axis name whole days, none twice, the last among them."""
    dated = [layer for layer in layers if layer["encoding"]["x"].get("type") == "temporal"]
    rows = [row for layer in dated for row in layer["data"]["values"]]
    ends = [pd.Timestamp(row[end]) for row in rows for end in ("day", "last") if end in row]
    if not ends:
        return
    step = -(-((max(ends) - min(ends)).days + 1) // TICKS)
    days = pd.date_range(min(ends), max(ends))[::-1][::step][::-1]
    values = [{"year": day.year, "month": day.month, "date": day.day} for day in days]
    for layer in dated:
        layer["encoding"]["x"]["axis"]["values"] = values


def _amount(field: str, top: float) -> Spec:
    scale, axis = {"domain": [0, top], "nice": False}, {"labelExpr": axis_words()}
    return {"field": field, "type": "quantitative", "scale": scale, "title": None, "axis": axis}


def _iso(day: pd.Timestamp) -> str:
    # With the hour, a browser takes it as its own local day.
    return f"{day:%Y-%m-%d}T00:00:00"


def _point(row: Any, amount: float, *, at_least: bool) -> str:
    word = "complete" if row.complete else "partial"
    return kept.say(
        "pages-history-point-at-least" if at_least else "pages-history-point",
        day=kept.date(row.day.date()),
        amount=kept.number(amount),
        state=kept.say(f"pages-history-state-word-{word}"),
    )


def _period(day: pd.Timestamp, *, monthly: bool) -> str:
    if monthly:
        return f"{day.month}/{day.year % 100:02d}"
    return f"{day.day}.{day.month}." if kept.language() == "de" else f"{day:%b} {day.day}"


def _short(food: str, longest: int = 26) -> str:
    return food if len(food) <= longest else food[: longest - 1].rstrip(" ,") + "…"


def _finish(
    layers: list[Spec], title: str, height: int, colours: "Palette", note: list[str]
) -> Spec:
    head = heading(title, note, colours)
    _name_days(layers)
    return {
        "layer": layers,
        "height": height + further(head) - further({"text": "", "subtitle": note}),
        "padding": PADDING,
        "title": head | {"offset": 12},
        "config": {
            "view": {"strokeWidth": 0},
            "axis": {
                "labelColor": colours.quiet,
                "titleColor": colours.quiet,
                "gridColor": colours.track,
            },
        },
    }
