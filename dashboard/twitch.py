"""Why does it twitch: for the person whose diary this is."""

import streamlit as st

from dashboard import desk, kept, parts, twitch_parts

parts.page_top(kept.say("twitch-title"), kept.say("pages-twitch-line"))

person = kept.me()
if person.sex is None or (person.birth_date is None and person.age_years is None):
    st.info(kept.say("pages-twitch-needs-age"))
days = desk.recorded([person])[person.id or 0].days
if days.empty:
    st.info(kept.say("pages-twitch-no-diary"))
twitch_parts.show(person, days, key="own")
