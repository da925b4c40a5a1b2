"""The page: ``streamlit run app.py`` or ``mgca app``. It registers pages and nothing else."""

from pathlib import Path

import streamlit as st

PAGES = Path(__file__).parent / "dashboard"

st.set_page_config(page_title="Calcium and magnesium intake", page_icon="🥬", layout="centered")
st.navigation(
    [
        st.Page(PAGES / "today.py", title="Today", default=True),
        st.Page(PAGES / "batch.py", title="Batch"),
        st.Page(PAGES / "groups.py", title="Groups"),
        st.Page(PAGES / "explore.py", title="Foods", url_path="foods"),
    ],
    position="top",
).run()
