"""The charts: Vega-Lite specifications from the numbers of `nutrition.views.today`.

Each has a title and a sentence for screen readers. What is not known is hatched and says so,
so no chart rests on colour alone. The specifications are written as Vega-Lite has them: Altair
takes longer to build a gauge than the day takes to compute.
"""

from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import kept

if TYPE_CHECKING:
    import pandas as pd

    from nutrition.views.today import Curve, Gauge, UpperLevel

Spec = dict[str, Any]

HATCHES = 34
"""Diagonal lines over a whole gauge."""
TITLE, SUBTITLE = 30, 46
"""Signs in a line of each: so much stands within the width of a phone."""
LINE_PX = 18
"""Height of a further line [px]."""
PADDING = {"left": 5, "top": 9, "right": 5, "bottom": 5}
"""Around a chart [px]: above, the dots of a capital umlaut have room."""


@dataclass(frozen=True)
class Palette:
    """Colours of one theme; text on the background has a contrast of 7 to 1 or more."""

    ground: str
    ink: str
    quiet: str
    track: str
    calcium: str
    magnesium: str
    supplement: str
    above: str


LIGHT = Palette(
    "#fcfcfa", "#1d2a2c", "#4c5b5d", "#e3e9e6", "#0b6b6b", "#3c5a9a", "#7a5a12", "#a3341f"
)
DARK = Palette(
    "#14191b", "#e8eeec", "#b4c1bf", "#2c373b", "#43b5ac", "#8fb0f0", "#d9ad4e", "#f08a72"
)


def palette() -> Palette:
    """Return the colours of the visitor's theme."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def show(spec: Spec, words: str) -> None:
    """Draw a chart over the full width, with its sentence as the accessible name."""
    st.vega_lite_chart(spec, width="stretch", alt=words)


def gauge(data: "Gauge", colours: Palette) -> Spec:
    """Draw a mineral's total against its references, the unknown part hatched."""
    known = data.known_mg or 0.0
    layers = _bar(known, data.top_mg, getattr(colours, data.name), colours)
    if data.unknown_items:
        layers.append(_unknown(known, data.top_mg, colours))
    for place, (label, value) in enumerate(data.marks):
        layers += _mark(label, value, data.top_mg, above=place % 2 == 0, colours=colours)
    return _finish(layers, data.title, 165, colours, data.note)


def upper_level(data: "UpperLevel", colours: Palette) -> Spec:
    """Draw what supplements bring against the upper level that counts only them."""
    fill = colours.above if data.above else colours.supplement
    layers = _bar(data.taken_mg, data.top_mg, fill, colours)
    if data.unknown_items:
        layers.append(_unknown(data.taken_mg, data.top_mg, colours))
    layers += _mark(data.mark, data.level_mg, data.top_mg, above=True, colours=colours)
    return _finish(layers, data.title, 155, colours, data.note)


def contributors(frame: "pd.DataFrame", name: str, title: str, colours: Palette) -> Spec:
    """Draw the foods that give most, each named above its bar.

    Args:
        frame: Columns ``food, amount_mg`` [mg]``, share`` [fraction].
        name: ``calcium`` or ``magnesium``, for its colour.
        title: Of the chart.
        colours: Of the theme.
    """
    rows = [
        {
            "food": food,
            "amount_mg": amount,
            "label": f"{_short(food)}  ·  {kept.number(amount)} mg, {kept.number(share * 100)} %",
        }
        for food, amount, share in zip(
            frame["food"], frame["amount_mg"].tolist(), frame["share"].tolist(), strict=True
        )
    ]
    y = {
        "field": "food",
        "type": "nominal",
        "sort": None,
        "axis": None,
        "scale": {"paddingInner": 0.1},
    }
    tooltip = [{"field": "food", "type": "nominal"}, {"field": "label", "type": "nominal"}]
    bar = {
        "type": "bar", "height": 9, "yOffset": 9, "color": getattr(colours, name),
        "cornerRadiusEnd": 2,
    }  # fmt: skip
    words = {**_words(colours), "align": "left", "baseline": "middle", "dy": -6}
    layers = [
        _layer(rows, bar, y=y, x=_amount("amount_mg", axis=None), tooltip=tooltip),
        _layer(rows, words, y=y, x={"value": 0}, text=_nominal("label")),
    ]
    return _finish(layers, title, 40 + 44 * len(rows), colours)


def probability(data: "Curve", name: str, colours: Palette) -> Spec:
    """Draw the curve behind a probability; the part that reaches the reference is filled."""
    points = data.frame[["intake_mg", "density"]].to_dict("records")
    reached = data.frame.loc[data.frame["reached"], ["intake_mg", "density"]].to_dict("records")
    peak = float(data.frame["density"].max())
    x = _amount("intake_mg", axis=_axis(data.axis, 6), scale={"nice": False, "zero": False})
    y = _amount("density", axis=None, scale={"domain": [0, peak * 1.3]})
    label = f"{data.mark} {kept.number(data.reference_mg)} mg"
    mark = [{"intake_mg": data.reference_mg, "density": peak * 1.2, "label": label}]
    right = data.reference_mg > float(data.frame["intake_mg"].mean())
    words = {**_words(colours), "align": "right" if right else "left", "dx": -6 if right else 6}
    layers = [
        _layer(
            reached, {"type": "area", "color": getattr(colours, name), "opacity": 0.45}, x=x, y=y
        ),
        _layer(points, {"type": "line", "color": colours.ink, "strokeWidth": 1.8}, x=x, y=y),
        _layer(mark, _rule(colours), x=_amount("intake_mg")),
        _layer(mark, words, x=_amount("intake_mg"), y=_amount("density"), text=_nominal("label")),
    ]
    return _finish(layers, data.title, 225, colours, data.note)


def usual_intake(
    frame: "pd.DataFrame",
    references: list[float],
    name: str,
    group: str,
    colours: Palette,
    *,
    title: str = "",
    axis: str = "",
) -> Spec:
    """Draw a group's usual intake against the average requirements of its people.

    Args:
        frame: Columns ``intake_mg`` [mg/d]``, density`` [per mg].
        references: Average requirements [mg/d].
        name: ``calcium`` or ``magnesium``, for its colour.
        group: What the group is called.
        colours: Of the theme.
        title: Of the chart; in English where it is not given.
        axis: What is drawn along the axis; in English where it is not given.
    """
    points = frame[["intake_mg", "density"]].to_dict("records")
    peak = float(frame["density"].max())
    x = _amount("intake_mg", axis=_axis(axis or f"usual {name} intake [mg a day]", 6))
    y = _amount("density", axis=None, scale={"domain": [0, peak * 1.3]})
    line = {"color": colours.ink, "strokeWidth": 1.8}
    area = {"type": "area", "color": getattr(colours, name), "opacity": 0.35, "line": line}
    layers = [_layer(points, area, x=x, y=y)]
    for place, value in enumerate(references):
        mark = [{"intake_mg": value, "label": f"EAR {kept.number(value)}", "y": peak}]
        # The first label stands left of its line, the others right of theirs, one above another.
        words = {
            **_words(colours),
            "align": "left" if place else "right",
            "dx": 5 if place else -5,
            "dy": -18 + 16 * max(place - 1, 0),
        }
        at = _amount("intake_mg")
        layers.append(_layer(mark, _rule(colours), x=at))
        layers.append(_layer(mark, words, x=at, y=_amount("y"), text=_nominal("label")))
    return _finish(layers, title or f"Usual {name} intake, {group}", 230, colours)


def _layer(rows: list[Any], mark: Spec, **encoding: Any) -> Spec:
    return {"data": {"values": rows}, "mark": mark, "encoding": encoding}


def _amount(field: str, **options: Any) -> Spec:
    return {"field": field, "type": "quantitative", **options}


def _nominal(field: str) -> Spec:
    return {"field": field, "type": "nominal"}


def _words(colours: Palette) -> Spec:
    return {"type": "text", "color": colours.ink, "fontSize": 13}


def _rule(colours: Palette) -> Spec:
    return {"type": "rule", "color": colours.ink, "strokeDash": [5, 3], "strokeWidth": 2}


def _axis(title: str | None, ticks: int, **options: Any) -> Spec:
    """Return an axis that writes thousands as the language of the pages does."""
    axis = {"title": title, "tickCount": ticks, "grid": False, "labelExpr": axis_words()}
    return {**axis, **options}


def _bar(amount: float, top: float, fill: str, colours: Palette) -> list[Spec]:
    track = {"type": "rect", "color": colours.track, "stroke": colours.quiet, "strokeWidth": 0.8}
    return [
        _box([{"x": 0.0, "x2": top, "y": 0.32, "y2": 0.68}], track, top),
        _box([{"x": 0.0, "x2": min(amount, top), "y": 0.32, "y2": 0.68}], _filled(fill), top),
    ]


def _filled(fill: str) -> Spec:
    return {"type": "rect", "color": fill}


def _box(rows: list[Spec], mark: Spec, top: float) -> Spec:
    return _layer(rows, mark, x=_along(top), x2={"field": "x2"}, y=_across(), y2={"field": "y2"})


def _along(top: float) -> Spec:
    scale = {"domain": [0, top], "nice": False}
    return _amount("x", scale=scale, axis=_axis(None, 5, domain=False))


def _across() -> Spec:
    return _amount("y", axis=None, scale={"domain": [0, 1]})


def _unknown(known: float, top: float, colours: Palette) -> Spec:
    """Hatch from the end of what is known to the end of the scale."""
    step = top / HATCHES
    starts = (known + step * place for place in range(HATCHES))
    width = step * 0.75
    rows = [
        {"x": start, "x2": start + width, "y": 0.32, "y2": 0.68}
        for start in starts
        if start < top - width
    ]
    return _box(rows, {"type": "rule", "color": colours.quiet, "strokeWidth": 1.5}, top)


def _mark(label: str, value: float, top: float, *, above: bool, colours: Palette) -> list[Spec]:
    ends = (0.24, 0.78) if above else (0.22, 0.76)
    rule = [{"x": value, "x2": value, "y": ends[0], "y2": ends[1]}]
    words = [{"x": value, "y": 0.9 if above else 0.1, "label": f"{label} {kept.number(value)}"}]
    text = {**_words(colours), "align": "right" if value > top * 0.5 else "left"}
    return [
        _box(rule, {"type": "rule", "color": colours.ink, "strokeWidth": 3}, top),
        _layer(words, text, x=_along(top), y=_across(), text=_nominal("label")),
    ]


def _finish(layers: list[Spec], title: str, height: int, colours: Palette, note: str = "") -> Spec:
    head = heading(title, [note] if note else [], colours)
    return {
        "layer": layers,
        "height": height + further(head),
        "padding": PADDING,
        "title": head,
        "config": {
            "view": {"strokeWidth": 0},
            "axis": {"labelColor": colours.quiet, "titleColor": colours.quiet},
        },
    }


def heading(title: str, notes: list[str], colours: Palette) -> Spec:
    """Return title and notes of a chart in lines that no phone cuts off."""
    lines = wrap(title, TITLE)
    below = [line for note in notes for line in wrap(note, SUBTITLE)]
    return {
        "text": lines if len(lines) > 1 else title,
        "anchor": "start",
        "color": colours.ink,
        "subtitleColor": colours.quiet,
        "fontSize": 15,
        "subtitleFontSize": 12,
        **({"subtitle": below if len(below) > 1 else below[0]} if below else {}),
    }


def further(head: Spec) -> int:
    """Return the height of the lines of a heading beyond one of each kind [px]."""
    lines = (head["text"], head.get("subtitle", ""))
    return sum(LINE_PX * (len(one) - 1) for one in lines if isinstance(one, list))


def axis_words() -> str:
    """Return an expression that writes the label of an axis as the language of the pages does."""
    mark = kept.number(1_000)[1]
    return f"replace(format(datum.value, ',.0f'), /,/g, '{mark}')"


def _short(food: str, longest: int = 30) -> str:
    return food if len(food) <= longest else food[: longest - 1].rstrip(" ,") + "…"
