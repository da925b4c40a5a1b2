"""What every test may ask for: small diaries, the food table, the engines, shared data."""

import csv
from pathlib import Path

import pytest
from hypothesis import settings

# No timing in tests; a slow machine is not a failure.
settings.register_profile("mgca", deadline=None, max_examples=30, derandomize=True)
settings.load_profile("mgca")

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared_data():
    """Folder of measured recalls and official tables; skips where it is missing."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip("the folder shared/data with measured recalls is not beside the repository")
    return folder


@pytest.fixture(scope="session")
def table():
    """Return the bundled food table."""
    from foods.composition import FoodTable

    return FoodTable.bundled()


@pytest.fixture(scope="session")
def new_diary(tmp_path_factory):
    """Return a kept diary in which nothing stands, to copy: making its tables takes 0.2 s."""
    from nutrition.store import open_store

    path = tmp_path_factory.mktemp("new") / "diary.sqlite"
    open_store(path).close()
    return path


@pytest.fixture
def write_csv(tmp_path):
    """Return a function that writes rows as CSV and gives the path."""

    def write(rows, name="diary.csv", **options):
        path = tmp_path / name
        with path.open("w", encoding=options.pop("encoding", "utf-8"), newline="") as file:
            writer = csv.writer(file, **options)
            writer.writerows(rows)
        return path

    return write
