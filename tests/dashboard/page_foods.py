"""Open a page by itself, as these tests do, and read all that it says."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]


def opened(name: str) -> AppTest:
    """Run a page of the dashboard."""
    app = AppTest.from_file(str(ROOT / "dashboard" / f"{name}.py"), default_timeout=60)
    app.run()
    assert not app.exception, [one.value for one in app.exception]
    return app


def words(app: AppTest) -> str:
    """Return every sentence of the page, without the signs that keep it literal."""
    assert not app.exception, [one.value for one in app.exception]
    kinds = (app.markdown, app.caption, app.info, app.warning, app.success, app.subheader)
    return "\n".join(one.value.replace("\\", "") for kind in kinds for one in kind)
