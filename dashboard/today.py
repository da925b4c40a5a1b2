"""Today: one person's day, entered and set beside reference intakes."""

import streamlit as st

from dashboard import (
    kept,
    parts,
    today_day,
    today_entry,
    today_questions,
    today_result,
    today_table,
    today_taken,
    today_tour,
    today_who,
)

with kept.reading_once():
    parts.page_top(kept.say("pages-today-title"), kept.say("pages-today-line"))
    today_tour.show()
    today_day.bar()
    left, right = st.columns([8, 7], gap="medium")
    # First what can be typed into; an edit draws the table's own totals before all of this.
    with left:
        today_who.show()
        today_entry.show()
        today_taken.show()
        today_table.show()
    with right:
        today_result.show()
    with left:
        today_questions.show()
        today_day.close()
