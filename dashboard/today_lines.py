"""What each line of the day was taken as, in words: for the eye, a screen reader and paper."""

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from dashboard import kept, today_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutrition.store import Entry
    from nutrition.views.day import Day
    from nutrition.views.lines import Line

HEADS = ("line-entered", "as", "as-weight", "as-calcium", "as-magnesium")
FIGURES = HEADS[2:]
STYLE = """<style>
.lines { max-height: 34rem; overflow-y: auto; }
.lines:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
.lines table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
.lines caption { text-align: left; font-weight: 600; padding-bottom: 0.35rem; }
.lines th, .lines td { text-align: left; vertical-align: top; padding: 0.3rem 0.7rem 0.3rem 0;
  border-bottom: 1px solid rgba(128, 128, 128, 0.35); overflow-wrap: anywhere; }
.lines tbody th { font-weight: 600; width: 34%; }
.lines thead th { font-weight: 400; font-size: 0.8rem; position: static; }
.lines .figure { text-align: right; white-space: nowrap; padding-right: 0; padding-left: 0.7rem; }
@media (max-width: 640px) {
  .lines thead { position: absolute; width: 1px; height: 1px; overflow: hidden;
    clip-path: inset(50%); }
  .lines tr { display: block; padding: 0.35rem 0;
    border-bottom: 1px solid rgba(128, 128, 128, 0.35); }
  .lines tbody th, .lines td { display: block; border: none; padding: 0; width: auto; }
  .lines td.figure { display: inline-block; text-align: left; padding: 0 0.9rem 0 0; }
  .lines td.figure::before { content: attr(data-head) " "; opacity: 0.8; }
}
@media print {
  .lines { max-height: none; overflow: visible; }
  .lines tr { break-inside: avoid; }
}
</style>"""


def show(day: "Day", rows: "Sequence[Entry]") -> None:
    """Show every line with the food it was taken as, its weight and its minerals.

    Args:
        day: A computed day.
        rows: Its lines as they are stored.
    """
    from nutrition.views.lines import lines_of

    title = escape(kept.say("pages-today-taken-as"))
    heads = [escape(kept.say(f"pages-today-{one}")) for one in HEADS]
    head = "".join(
        f'<th scope="col"{" class=figure" if one in FIGURES else ""}>{name}</th>'
        for one, name in zip(HEADS, heads, strict=True)
    )
    named = {one: today_day.occasion_words(one) for one in {row.occasion for row in rows} if one}
    body = "".join(
        _row(line, named.get(row.occasion, ""), heads[-len(FIGURES) :])
        for line, row in zip(lines_of(day), rows, strict=True)
    )
    st.html(
        f'{STYLE}<div class="lines" role="region" tabindex="0" aria-label="{title}">'
        f"<table><caption>{title}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _row(line: "Line", occasion: str, heads: list[str]) -> str:
    amount = "" if line.amount is None else kept.number(line.amount, line.digits)
    said = " ".join(part for part in (amount, line.unit, line.food) if part)
    if occasion:
        said += f" · {occasion}"
    figures = (
        _grams(line),
        _amount(line.calcium_mg, at_least=line.calcium_at_least),
        _amount(line.magnesium_mg, at_least=line.magnesium_at_least),
    )
    cells = "".join(
        f'<td class="figure" data-head="{head}">{escape(figure)}</td>'
        for head, figure in zip(heads, figures, strict=True)
    )
    return f'<tr><th scope="row">{escape(said)}</th><td>{escape(_taken(line))}</td>{cells}</tr>'


def _taken(line: "Line") -> str:
    if line.description:
        return line.description
    return kept.say(f"pages-today-as-{line.kind}")


def _grams(line: "Line") -> str:
    if line.grams is None:
        return "?"
    return f"{'≈ ' if line.estimated else ''}{kept.number(line.grams)} g"


def _amount(value: float | None, *, at_least: bool) -> str:
    if value is None:
        return "?"
    return f"{'≥ ' if at_least else ''}{kept.number(value)} mg"
