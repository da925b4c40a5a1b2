"""The days of the diary, computed once for all pages that show many of them."""

import datetime as dt

import streamlit as st

from dashboard import kept
from nutrition.views import history, history_days


@st.cache_resource(show_spinner=False)
def _kept_days() -> history_days.Kept:
    return {}


def read(first: dt.date, last: dt.date) -> history.History:
    """Read and compute a range of one's own days; only what changed is computed anew."""
    from nutrition.store import answers_of
    from nutrition.views.waters import water_answers

    locale, me = kept.setting("locale"), kept.me().id or 0
    around = history_days.surroundings(
        kept.store(),
        str(kept.store().path),
        locale,
        kept.setting("foods"),
        kept.own_setting("glass_ml"),
    )
    return history.history(
        kept.store(),
        me,
        first,
        last,
        kept.table(),
        locale=locale,
        answers={**water_answers(kept.store(), me), **answers_of(kept.store(), locale)},
        around=around,
        kept=_kept_days(),
    )
