"""What several pages show alike."""

from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import notices

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from foods.errors import MgcaError

STYLE = """<style>
[data-testid="stMainBlockContainer"] { max-width: 80rem; padding-top: 4.5rem; }
[data-testid="stAltairChart"], [data-testid="stVegaLiteChart"] { margin-bottom: 0.25rem; }
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding-left: 1rem; padding-right: 1rem; }
}
</style>"""


DARK_STYLE = """<style>
button[data-variant="segmented_control"][data-selected="true"],
button[data-variant="segmented_control"][data-selected="true"] p { color: #7fd3cb; }
</style>"""
"""The primary colour carries white text; as text on a dark ground it would be too faint."""


def page_top(title: str, line: str) -> None:
    """Show the title, and before any number when to see a doctor."""
    st.html(STYLE)
    if st.context.theme.type == "dark":
        st.html(DARK_STYLE)
    st.title(title)
    st.caption(line)
    with st.container(key="notice"):
        st.info(notices.RED_FLAG_LINE, icon=":material/medical_services:")
        with st.expander("More signs to see a doctor for, and what this page is not"):
            st.markdown("**Emergency**\n" + _bullets(notices.EMERGENCY))
            st.markdown("**See a doctor soon**\n" + _bullets(notices.SOON))
            st.markdown(notices.FIRST_ASK)
            st.markdown(notices.WHAT_THIS_IS)


def plain(text: str) -> str:
    """Return text for markdown with its signs taken literally."""
    signs = "\\`*_{}[]<>()#+-!|$~:"
    return "".join(f"\\{c}" if c in signs else c for c in text)


def failure(error: "MgcaError") -> None:
    """Show an error with what to do about it."""
    st.error(plain(error.message) + ("\n\n" + plain(error.hint) if error.hint else ""))


def table(frame: "pd.DataFrame", words: str, **columns: Any) -> None:
    """Show a table over the full width, without its index."""
    st.dataframe(
        frame, hide_index=True, width="stretch", column_config=columns, alt=words, placeholder="–"
    )


def download(label: str, frame: "pd.DataFrame", name: str, *, key: str | None = None) -> None:
    """Offer a table as CSV."""
    data = frame.to_csv(index=False).encode("utf-8-sig")
    st.download_button(label, data, name, "text/csv", on_click="ignore", key=key)


def _bullets(lines: "Iterable[str]") -> str:
    return "\n".join(f"- {line}" for line in lines)


def frame(rows: "Iterable[tuple[Any, ...]]", columns: list[str]) -> "pd.DataFrame":
    """Return rows as a table."""
    import pandas as pd

    return pd.DataFrame(list(rows), columns=columns)
