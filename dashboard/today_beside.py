"""What is information only, beside the totals: absorbable calcium, loads, the ratio."""

from typing import TYPE_CHECKING

import streamlit as st

from dashboard import kept, parts, tables, today_day

if TYPE_CHECKING:
    import pandas as pd

    from nutrition.calcium_load import MealLoad
    from nutrition.views.day import Day


def show(day: "Day") -> None:
    """Show the fold; nothing of it is computed before it is open."""
    assert day.totals is not None
    fold = parts.unfolded(kept.say("pages-today-beside"), "beside_total", ":material/info:")
    if fold is None:
        return
    with fold:
        _absorbed(day)
        _loads(day)
        _ratio(day)


def _absorbed(day: "Day") -> None:
    from nutrition.views.beside import absorption_rows

    _head("pages-today-absorb", "pages-today-absorb-note")
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
        _foods(absorbed.foods)


def _foods(foods: "pd.DataFrame") -> None:
    rows = []
    for row in foods.itertuples():
        evidence = kept.say(f"pages-today-absorb-evidence-{row.evidence}")
        if row.above_studied_load:
            evidence += f"; {kept.say('pages-today-absorb-above')}"
        rows.append(
            [
                str(row.food),
                kept.number(row.calcium_mg),
                kept.number(row.absorbable_mg),
                kept.number(row.ratio_to_milk, 2),
                evidence,
            ]
        )
    heads = ("food", "absorb-calcium", "absorb-column", "absorb-milk", "absorb-evidence")
    tables.words(
        kept.say("pages-today-absorb"), [kept.say(f"pages-today-{one}") for one in heads], rows
    )
    if foods["above_studied_load"].any():
        st.caption(parts.plain(kept.say("pages-today-absorb-above-note")))
    sources = "; ".join(sorted({str(one) for one in foods["source"] if one}))
    if sources:
        st.caption(parts.plain(kept.say("pages-today-absorb-sources", sources=sources)))


def _loads(day: "Day") -> None:
    from nutrition.calcium_load import LOAD_SOURCE, LOAD_STUDIED_MG
    from nutrition.views.beside import loads

    low, high = (kept.number(end) for end in LOAD_STUDIED_MG)
    _head("pages-today-load", "pages-today-load-note", source=LOAD_SOURCE, low=low, high=high)
    for one in loads(day, [row.occasion or "" for row in today_day.rows()]):
        st.markdown(f"- {parts.plain(_load(one, low, high))}")


def _load(one: "MealLoad", low: str, high: str) -> str:
    kind = one.reason.replace("_", "-")
    if one.reason == "above_studied" and one.unknown_items:
        kind += "-at-least"
    return kept.say(
        f"pages-today-load-{kind}",
        occasion=today_day.occasion_words(one.occasion),
        calcium=kept.number(one.calcium_mg),
        absorbed=kept.number(one.absorbed_mg),
        share=kept.number(None if one.fraction is None else one.fraction * 100),
        low=low,
        high=high,
    )


def _ratio(day: "Day") -> None:
    from nutrition.views.beside import ratio

    st.markdown(f"**{parts.plain(kept.say('pages-today-ratio'))}**")
    found = ratio(day)
    if found.value is None:
        reason = found.reason.replace("_", "-")
        st.markdown(parts.plain(kept.say(f"pages-today-ratio-{reason}")))
    else:
        words = kept.say("pages-today-ratio-is", value=kept.number(found.value, 2))
        st.markdown(parts.plain(words))
    ends = {"low": found.studied_low, "high": found.studied_high}
    said = {name: kept.number(value, 1) for name, value in ends.items()}
    st.caption(parts.plain(kept.say("pages-today-ratio-note", source=found.source, **said)))


def _head(title: str, note: str, **values: str) -> None:
    st.markdown(f"**{parts.plain(kept.say(title))}**")
    st.caption(parts.plain(kept.say(note, **values)))
