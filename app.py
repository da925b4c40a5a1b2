"""The page: ``streamlit run app.py`` or ``mgca app``. It registers pages and nothing else."""

from pathlib import Path

import streamlit as st

from dashboard import kept, unopened
from foods.errors import MgcaError

PAGES = Path(__file__).parent / "dashboard"


def page(file: str, title: str, **options: bool | str) -> st.Page:
    """Return a page with its title in the language of the pages."""
    return st.Page(PAGES / f"{file}.py", title=kept.say(title), **options)


def run() -> None:
    """Register the pages and show the one that is asked for."""
    st.set_page_config(page_title=kept.say("pages-name"), page_icon="🥬", layout="centered")
    st.navigation(
        [
            page("today", "pages-today-title", default=True),
            page("history", "pages-history-title"),
            page("usual_week", "pages-usual-week-title"),
            page("close_gap", "pages-close-gap-title"),
            page("twitch", "twitch-title"),
            page("explore", "pages-foods-title", url_path="foods"),
            page("clients", "pages-clients-title"),
            page("batch", "pages-batch-title"),
            page("groups", "pages-groups-title"),
            page("settings", "pages-settings-title"),
        ],
        position="top",
    ).run()


try:
    run()
except MgcaError as error:
    unopened.show(error)
