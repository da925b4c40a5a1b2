"""The charts: Altair specifications from the numbers of `nutrition.views.today`.

Each has a title and a sentence for screen readers. What is not known is hatched and says so,
so no chart rests on colour alone.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import altair as alt
import numpy as np
import pandas as pd
import streamlit as st
from altair.utils import schemapi

from dashboard import kept

if TYPE_CHECKING:
    from nutrition.views.today import Curve, Gauge, UpperLevel

# Checking every specification against its schema takes longer than all else that a page does.
schemapi.disable_debug_mode()
alt.theme.enable("none")

HATCHES = 34
"""Diagonal lines over a whole gauge."""


@dataclass(frozen=True)
class Palette:
    """Colours of one theme; text on the background has a contrast of 7 to 1 or more."""

    ink: str
    quiet: str
    track: str
    calcium: str
    magnesium: str
    supplement: str
    above: str


LIGHT = Palette("#1d2a2c", "#4c5b5d", "#e3e9e6", "#0b6b6b", "#3c5a9a", "#7a5a12", "#a3341f")
DARK = Palette("#e8eeec", "#b4c1bf", "#2c373b", "#43b5ac", "#8fb0f0", "#d9ad4e", "#f08a72")


def palette() -> Palette:
    """Return the colours of the visitor's theme."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def show(chart: alt.Chart | alt.LayerChart, words: str) -> None:
    """Draw a chart over the full width, with its sentence as the accessible name."""
    st.vega_lite_chart(spec=chart.to_dict(validate=False), width="stretch", alt=words)


def gauge(data: "Gauge", colours: Palette) -> alt.LayerChart:
    """Draw a mineral's total against its references, the unknown part hatched."""
    known = data.known_mg or 0.0
    layers = _bar(known, data.top_mg, getattr(colours, data.name), colours)
    if data.unknown_items:
        layers.append(_unknown(known, data.top_mg, colours))
    for place, (label, value) in enumerate(data.marks):
        layers += _mark(label, value, data.top_mg, above=place % 2 == 0, colours=colours)
    return _finish(alt.layer(*layers), data.title, 165, colours, data.note)


def upper_level(data: "UpperLevel", colours: Palette) -> alt.LayerChart:
    """Draw what supplements bring against the upper level that counts only them."""
    fill = colours.above if data.above else colours.supplement
    layers = _bar(data.taken_mg, data.top_mg, fill, colours)
    layers += _mark(data.mark, data.level_mg, data.top_mg, above=True, colours=colours)
    return _finish(alt.layer(*layers), data.title, 155, colours, data.note)


def contributors(frame: pd.DataFrame, name: str, title: str, colours: Palette) -> alt.LayerChart:
    """Draw the foods that give most, each named above its bar.

    Args:
        frame: Columns ``food, amount_mg`` [mg]``, share`` [fraction].
        name: ``calcium`` or ``magnesium``, for its colour.
        title: Of the chart.
        colours: Of the theme.
    """
    data = frame.assign(
        label=[
            f"{_short(food)}  ·  {kept.number(amount)} mg, {kept.number(share * 100)} %"
            for food, amount, share in zip(
                frame["food"], frame["amount_mg"], frame["share"], strict=True
            )
        ]
    )
    base = alt.Chart(data).encode(
        y=alt.Y("food:N", sort=None, axis=None, scale=alt.Scale(paddingInner=0.1))
    )
    bars = base.mark_bar(
        height=9, yOffset=9, color=getattr(colours, name), cornerRadiusEnd=2
    ).encode(
        x=alt.X("amount_mg:Q", axis=None), tooltip=[alt.Tooltip("food:N"), alt.Tooltip("label:N")]
    )
    text = base.mark_text(
        align="left", baseline="middle", dy=-6, color=colours.ink, fontSize=13
    ).encode(x=alt.value(0), text="label:N")
    chart = alt.layer(bars, text)
    return _finish(chart, title, 40 + 44 * len(frame), colours)


def probability(data: "Curve", name: str, colours: Palette) -> alt.LayerChart:
    """Draw the curve behind a probability; the part that reaches the reference is filled."""
    frame = data.frame
    peak = float(frame["density"].max())
    x = alt.X(
        "intake_mg:Q",
        title=data.axis,
        axis=alt.Axis(tickCount=6, grid=False, **_thousands()),
        scale=alt.Scale(nice=False, zero=False),
    )
    y = alt.Y("density:Q", axis=None, scale=alt.Scale(domain=[0, peak * 1.3]))
    fill = alt.Chart(frame[frame["reached"]]).mark_area(color=getattr(colours, name), opacity=0.45)
    line = alt.Chart(frame).mark_line(color=colours.ink, strokeWidth=1.8)
    mark = pd.DataFrame(
        {
            "intake_mg": [data.reference_mg],
            "density": [peak * 1.2],
            "label": [f"{data.mark} {kept.number(data.reference_mg)} mg"],
        }
    )
    rule = alt.Chart(mark).mark_rule(color=colours.ink, strokeDash=[5, 3], strokeWidth=2)
    right = data.reference_mg > float(frame["intake_mg"].mean())
    text = alt.Chart(mark).mark_text(
        align="right" if right else "left",
        dx=-6 if right else 6,
        color=colours.ink,
        fontSize=13,
    )
    chart = alt.layer(
        fill.encode(x=x, y=y),
        line.encode(x=x, y=y),
        rule.encode(x="intake_mg:Q"),
        text.encode(x="intake_mg:Q", y="density:Q", text="label:N"),
    )
    return _finish(chart, data.title, 225, colours, data.note)


def usual_intake(
    frame: pd.DataFrame, references: list[float], name: str, group: str, colours: Palette
) -> alt.LayerChart:
    """Draw a group's usual intake against the average requirements of its people."""
    x = alt.X(
        "intake_mg:Q",
        title=f"usual {name} intake [mg a day]",
        axis=alt.Axis(tickCount=6, grid=False, **_thousands()),
    )
    peak = float(frame["density"].max())
    y = alt.Y("density:Q", axis=None, scale=alt.Scale(domain=[0, peak * 1.3]))
    layers = [
        alt.Chart(frame)
        .mark_area(
            color=getattr(colours, name),
            opacity=0.35,
            line={"color": colours.ink, "strokeWidth": 1.8},
        )
        .encode(x=x, y=y)
    ]
    for place, value in enumerate(references):
        mark = pd.DataFrame({"intake_mg": [value], "label": [f"EAR {value:,.0f}"], "y": [peak]})
        rule = alt.Chart(mark).mark_rule(color=colours.ink, strokeDash=[5, 3], strokeWidth=2)
        # The first label stands left of its line, the others right of theirs, one above another.
        text = alt.Chart(mark).mark_text(
            align="left" if place else "right",
            dx=5 if place else -5,
            dy=-18 + 16 * max(place - 1, 0),
            color=colours.ink,
            fontSize=13,
        )
        layers.append(rule.encode(x="intake_mg:Q"))
        layers.append(text.encode(x="intake_mg:Q", y="y:Q", text="label:N"))
    return _finish(alt.layer(*layers), f"Usual {name} intake, {group}", 230, colours)


def _bar(amount: float, top: float, fill: str, colours: Palette) -> list[alt.Chart]:
    track = pd.DataFrame({"x": [0.0], "x2": [top], "y": [0.32], "y2": [0.68]})
    known = pd.DataFrame({"x": [0.0], "x2": [min(amount, top)], "y": [0.32], "y2": [0.68]})
    return [
        _rect(track, top).mark_rect(color=colours.track, stroke=colours.quiet, strokeWidth=0.8),
        _rect(known, top).mark_rect(color=fill),
    ]


def _rect(frame: pd.DataFrame, top: float) -> alt.Chart:
    return alt.Chart(frame).encode(
        x=_x("x:Q", top), x2="x2:Q", y=alt.Y("y:Q", axis=None, scale=_UNIT), y2="y2:Q"
    )


_UNIT = alt.Scale(domain=[0, 1])


def _x(field: str, top: float) -> alt.X:
    axis = alt.Axis(tickCount=5, grid=False, title=None, domain=False, **_thousands())
    return alt.X(field, scale=alt.Scale(domain=[0, top], nice=False), axis=axis)


def _thousands() -> dict[str, Any]:
    """Write an axis as the language of the pages writes thousands."""
    mark = kept.number(1_000)[1]
    return {"labelExpr": f"replace(format(datum.value, ',.0f'), /,/g, '{mark}')"}


def _unknown(known: float, top: float, colours: Palette) -> alt.Chart:
    """Hatch from the end of what is known to the end of the scale."""
    step = top / HATCHES
    starts = np.arange(known, top - step * 0.75, step)
    hatch = pd.DataFrame({"x": starts, "x2": starts + step * 0.75, "y": 0.32, "y2": 0.68})
    return _rect(hatch, top).mark_rule(color=colours.quiet, strokeWidth=1.5)


def _mark(
    label: str, value: float, top: float, *, above: bool, colours: Palette
) -> list[alt.Chart]:
    ends = (0.24, 0.78) if above else (0.22, 0.76)
    rule = pd.DataFrame({"x": [value], "x2": [value], "y": [ends[0]], "y2": [ends[1]]})
    words = pd.DataFrame(
        {"x": [value], "y": [0.9 if above else 0.1], "label": [f"{label} {kept.number(value)}"]}
    )
    right = value > top * 0.5
    text = (
        alt.Chart(words)
        .mark_text(align="right" if right else "left", color=colours.ink, fontSize=13)
        .encode(x=_x("x:Q", top), y=alt.Y("y:Q", axis=None, scale=_UNIT), text="label:N")
    )
    return [_rect(rule, top).mark_rule(color=colours.ink, strokeWidth=3), text]


def _finish(
    chart: alt.LayerChart, title: str, height: int, colours: Palette, note: str = ""
) -> alt.LayerChart:
    words = alt.TitleParams(
        title,
        subtitle=note or alt.Undefined,
        anchor="start",
        color=colours.ink,
        subtitleColor=colours.quiet,
        fontSize=16,
        subtitleFontSize=13,
    )
    drawn = chart.properties(height=height, title=words).configure_view(strokeWidth=0)
    return drawn.configure_axis(labelColor=colours.quiet, titleColor=colours.quiet)


def _short(food: str, longest: int = 30) -> str:
    return food if len(food) <= longest else food[: longest - 1].rstrip(" ,") + "…"
