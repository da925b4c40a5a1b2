"""Today: one person's day, entered and set beside reference intakes."""

import streamlit as st

from dashboard import parts, state, today_entry, today_result

parts.page_top("Today", "Calcium and magnesium in what was eaten and drunk on one day.")

state.take_edits()
left, right = st.columns(2, gap="large")
with left:
    today_entry.show()
with right:
    today_result.show()
