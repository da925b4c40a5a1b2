"""What is shown where the diary cannot be opened or read: the reason alone.

Nothing here may ask the diary, so the language is the browser's.
"""

import streamlit as st

from dashboard import parts
from foods.errors import MgcaError


def show(error: MgcaError) -> None:
    """Show why there is no page, in the language of the browser.

    Args:
        error: What the diary, or a page, stopped at.
    """
    from nutrition.store.errors import DamagedError, ForeignError, NewerError
    from nutrition.texts import language_for, say

    language = language_for(st.context.locale)
    kinds = {ForeignError: "foreign", DamagedError: "damaged", NewerError: "newer"}
    kind = kinds.get(type(error))
    path = str(error.fields.get("path", ""))
    if kind is None or not path:
        parts.failure(error)
    else:
        st.error(parts.plain(say(f"pages-unopened-{kind}", language, path=path)))
    st.button(say("pages-unopened-again", language), key="unopened_again")
