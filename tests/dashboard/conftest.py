"""The pages in AppTest, each run as `app.py` registers it."""

import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(Path(__file__).parent))  # for page_server, which the screenshots use too


@pytest.fixture(autouse=True)
def own_settings(monkeypatch, tmp_path):
    """No test reads the settings or the diary of whoever runs it."""
    monkeypatch.setenv("MGCA_DATA", str(tmp_path / "data"))
    monkeypatch.setattr("nutrition.commands.config.config_file", lambda: tmp_path / "config.toml")


@pytest.fixture
def open_page():
    def run(name: str = "today") -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        app.run()
        if name != "today":
            app.switch_page(f"dashboard/{name}.py").run()
        assert not app.exception, [one.value for one in app.exception]
        return app

    return run
