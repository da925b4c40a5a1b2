"""What runs in the browser: files of `dashboard/browser`, each a component of Streamlit."""

from pathlib import Path
from typing import Any

import streamlit as st

PLACE = Path(__file__).parent / "browser"


def component(name: str) -> Any:
    """Return the component of a file ``<name>.js``, with its ``<name>.css`` where there is one."""
    styles = PLACE / f"{name}.css"
    return st.components.v2.component(
        f"mgca.{name}",
        css=styles.read_text(encoding="utf-8") if styles.exists() else None,
        js=(PLACE / f"{name}.js").read_text(encoding="utf-8"),
        isolate_styles=False,
    )
