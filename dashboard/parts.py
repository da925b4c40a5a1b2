"""What several pages show alike."""

from html import escape
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import kept, state
from dashboard.browser_parts import component
from foods.errors import MgcaError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import pandas as pd

_NUMBER_FIELDS = component("number_fields")
FIRST = ("breathing", "seizure", "fainting", "chest-pain", "pulse", "one-sided-weakness")
"""Emergencies named before anything is opened; all others stand one tap away."""

STYLE = """<style>
[data-testid="stMainBlockContainer"] { max-width: 80rem; padding-top: 4.5rem; }
[data-testid="stAltairChart"], [data-testid="stVegaLiteChart"] { margin-bottom: 0.25rem; }
.st-key-number_fields { display: none; }
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding-left: 1rem; padding-right: 1rem; }
  [data-testid="stButtonGroup"] [role="radiogroup"] { flex-wrap: wrap; overflow-x: visible; }
  [data-testid="stButtonGroup"] [role="radiogroup"] button { border-left-width: 1px; }
}
[data-testid="stTopNavLink"] { padding-left: 0.3rem !important; padding-right: 0.3rem !important; }
[data-testid="stHeader"] a:focus-visible, [data-testid="stHeader"] button:focus-visible,
[data-testid="stTopNavPopover"] a:focus-visible, [data-testid="stPopoverBody"] a:focus-visible,
[data-testid="stSidebar"] a:focus-visible, [data-testid="stSidebar"] button:focus-visible {
  outline: 2px solid currentColor !important; outline-offset: -2px; }
@media print {
  @page { margin: 14mm; }
  :root { color-scheme: light; }
  html, body, [data-testid="stApp"] { background: #fff !important; }
  [data-testid="stApp"] :not(svg, svg *) { color: #000 !important; border-color: #999 !important;
    background-color: transparent !important; box-shadow: none !important; }
  svg.marks { background: transparent !important; max-width: 100%; height: auto; }
  [data-testid="stSidebar"], [data-testid="stSkipToContent"], [data-testid="stStatusWidget"],
  [data-testid="stTooltipIcon"],
  [data-testid="stHeader"], [data-testid="stToolbar"], [data-testid="stButton"],
  [data-testid="stDownloadButton"], [data-testid="stForm"], [data-testid="stFileUploader"],
  [data-testid="stElementToolbar"], .no-print, [class*="st-key-screen_"] {
    display: none !important;
  }
  [data-testid="stMainBlockContainer"] { padding: 0; max-width: none; }
  [data-testid="stApp"], [data-testid="stAppViewContainer"], [data-testid="stMain"] {
    position: static !important; overflow: visible !important; height: auto !important;
  }
  [data-testid="stVerticalBlockBorderWrapper"], [data-testid="stAltairChart"],
  [data-testid="stVegaLiteChart"] { break-inside: avoid; }
}
</style>"""


PROSE_STYLE = """<style>
.prose p { margin: 0 0 0.6rem; }
.prose ul { margin: 0 0 0.6rem; padding-left: 1.4rem; }
.prose li { margin: 0.15rem 0; }
</style>"""
DARK_STYLE = """<style>
button[data-variant="segmented_control"][data-selected="true"],
button[data-variant="segmented_control"][data-selected="true"] p { color: #7fd3cb; }
@media print { svg.marks { filter: invert(1) hue-rotate(180deg); } }
</style>"""
"""The primary colour carries white text; as text on a dark ground it would be too faint. On paper,
charts drawn for the dark ground are turned about."""


def page_top(title: str, line: str) -> None:
    """Show the title, what could not be saved, and before any number when to seek help."""
    kept.refresh()
    st.html(STYLE)
    _NUMBER_FIELDS(key="number_fields", height=0, data=_field_words())
    if st.context.theme.type == "dark":
        st.html(DARK_STYLE)
    st.title(title)
    st.caption(line)
    warning_signs()
    for error in state.failures():
        failure(error)


def _field_words() -> dict[str, str]:
    """Return what is said of a number that cannot be taken; the browser fills in the numbers."""
    blanks = {name: f"{{{name}}}" for name in ("typed", "one", "two", "min", "max")}
    texts = ("ambiguous", "below", "outside")
    return {one: kept.say(f"pages-number-{one}", **blanks) for one in texts}


def warning_signs() -> None:
    """Show every warning sign; the words are those of `nutrition.screening`."""
    from nutrition.screening import all_red_flags, emergency_number
    from nutrition.screening.red_flags import call_now

    flags = all_red_flags()
    call = call_now(emergency_number(kept.country())).say(kept.language())
    named = {flag.id: flag for flag in flags}
    first = " · ".join(kept.say(named[one].text_id) for one in FIRST if one in named)
    with st.container(key="notice"):
        st.info(
            f"**{plain(call)}** {plain(kept.say('pages-flags-with', signs=first))}",
            icon=":material/medical_services:",
        )
        said: list[str | list[str]] = []
        for tier in sorted({flag.tier for flag in flags}):
            said.append(kept.say(f"red-flags-tier-{tier}"))
            said.append([_flag(flag) for flag in flags if flag.tier == tier])
        said += [kept.say("red-flags-stand"), kept.say("pages-what-this-is")]
        with st.expander(kept.say("pages-flags-more")):
            prose(said, strong=[one for one in said[:-2:2] if isinstance(one, str)])


def plain(text: str) -> str:
    """Return text for markdown with its signs taken literally."""
    signs = "\\`*_{}[]<>()#+-!|$~:"
    return "".join(f"\\{c}" if c in signs else c for c in text)


def failure(error: MgcaError) -> None:
    """Show an error with what to do about it."""
    st.error(plain(error.message) + ("\n\n" + plain(error.hint) if error.hint else ""))


def table(frame: "pd.DataFrame", words: str, **columns: Any) -> None:
    """Show a table over the full width, without its index."""
    st.dataframe(
        frame, hide_index=True, width="stretch", column_config=columns, alt=words, placeholder="–"
    )


def download(
    label: str,
    table: "pd.DataFrame | Callable[[], pd.DataFrame | str]",
    name: str,
    *,
    key: str | None = None,
) -> None:
    """Offer a table as CSV, made when it is asked for.

    Args:
        label: Of the button.
        table: The table, or what makes it or its text; what a spreadsheet would run is guarded.
        name: Of the file.
        key: Of the button.
    """

    def data() -> bytes:
        made = table() if callable(table) else table
        text = made if isinstance(made, str) else _guarded(made).to_csv(index=False)
        return text.encode("utf-8-sig")

    st.download_button(label, data, name, "text/csv", on_click="ignore", key=key)


def _guarded(frame: "pd.DataFrame") -> "pd.DataFrame":
    from nutrition.store.cells import to_csv

    texts = frame.select_dtypes(include=["str", "object"]).columns
    return frame.assign(**{name: frame[name].map(to_csv, na_action="ignore") for name in texts})


def frame(rows: "Iterable[tuple[Any, ...]]", columns: list[str]) -> "pd.DataFrame":
    """Return rows as a table."""
    import pandas as pd

    return pd.DataFrame(list(rows), columns=columns)


def prose(said: "Iterable[str | list[str]]", strong: "Iterable[str]" = ()) -> None:
    """Show paragraphs and lists, each taken literally.

    One piece of HTML is drawn in a tenth of the time that as many pieces of markdown take.

    Args:
        said: A text is a paragraph, a list of texts a list.
        strong: The paragraphs that stand out.
    """
    parts = []
    for one in said:
        if isinstance(one, list):
            parts.append("<ul>" + "".join(f"<li>{escape(line)}</li>" for line in one) + "</ul>")
        else:
            words = f"<strong>{escape(one)}</strong>" if one in strong else escape(one)
            parts.append(f"<p>{words}</p>")
    st.html(f'{PROSE_STYLE}<div class="prose">{"".join(parts)}</div>')


def _flag(flag: Any) -> str:
    said = kept.say(flag.text_id)
    if flag.advice_text_id:
        said += f". {kept.say(flag.advice_text_id)}"
    return said


def unfolded(label: str, key: str, icon: str, *, expanded: bool = False) -> Any:
    """Show a fold; return it where it is open, else None.

    What lies in a closed fold is neither computed nor sent, so the page answers sooner. What is
    typed in it goes when it is closed, unless its widgets have a ``persist_state``.

    Args:
        label: Its title.
        key: Its name in the state of the page.
        icon: Its icon.
        expanded: It is open at first.
    """
    fold = st.expander(label, icon=icon, key=key, on_change="rerun", expanded=expanded)
    return fold if fold.open else None
