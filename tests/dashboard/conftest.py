"""The pages in AppTest, each run as `app.py` registers it, and one server for the browser."""

import shutil
import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

HERE = Path(__file__).parent
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(HERE))  # for page_server, which the screenshots use too


@pytest.fixture(autouse=True)
def own_settings(monkeypatch, tmp_path, new_diary):
    """No test reads the settings or the diary of whoever runs it; its own diary is empty."""
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(new_diary, folder)
    monkeypatch.setenv("MGCA_DATA", str(folder))
    monkeypatch.setattr("nutrition.commands.config.config_file", lambda: tmp_path / "config.toml")


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """Serve the page once; the file at the second place names the folder of the diary."""
    from page_server import served

    folder = tmp_path_factory.mktemp("server")
    named = folder / "diary-folder"
    app = HERE / "switched_app.py"
    with served(folder / "server.log", app, MGCA_TEST_FOLDER=str(named)) as url:
        yield url, named


@pytest.fixture
def address(server, own_settings, tmp_path):  # noqa: ARG001 - it makes the diary
    """Give the address of the page; every test has a diary of its own."""
    url, named = server
    named.write_text(str(tmp_path / "data"), encoding="utf-8")
    return url


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
