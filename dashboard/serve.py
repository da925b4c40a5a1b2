"""Serve the pages: Streamlit's own command, and what Today needs is loaded meanwhile.

Run: ``python -m dashboard.serve run app.py``; arguments are those of ``streamlit``. A browser
takes a second or two until it asks for the first page; libraries and food table load in that time.
"""

import threading

from streamlit.web import cli


def warm() -> None:
    """Load what the first page will need."""
    import nutrition.views.meal
    import nutrition.views.today  # noqa: F401
    from foods.installed import open_table
    from nutrition.adequacy import assess  # noqa: F401
    from nutrition.commands.config import settings
    from nutrition.store import open_store  # noqa: F401

    open_table(settings()["foods"].value)


if __name__ == "__main__":
    threading.Thread(target=warm, daemon=True).start()
    cli.main()
