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

parts.page_top(kept.say("pages-today-title"), kept.say("pages-today-line"))
today_tour.show()
today_table.take_edits()
today_day.bar()
left, right = st.columns(2, gap="large")
with left:
    today_who.show()
    today_entry.show()
    today_taken.show()
    today_table.show()
    today_questions.show()
    today_day.close()
with right:
    today_result.show()
