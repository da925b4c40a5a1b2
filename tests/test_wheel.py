"""What a user installs: the wheel holds every file it needs and runs away from the checkout."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("foods", "nutrition", "dashboard")
SHIPPED = (
    ".py",
    ".csv",
    ".parquet",
    ".sqlite",
    ".md",
    ".typed",
    ".toml",
    ".css",
    ".json",
    ".ftl",
    ".typ",
    ".html",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel from a copy of the checkout, so that nothing is written into it."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    for name in listed.stdout.splitlines():
        target = source / name
        if (ROOT / name).is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((ROOT / name).read_bytes())
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
    command += ["--no-build-isolation", "--wheel-dir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Unpack the wheel into a folder of its own and give the environment to run it in."""
    target = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    home = tmp_path_factory.mktemp("home")
    return target, {**os.environ, "PYTHONPATH": str(target), "HOME": str(home)}


def test_every_file_of_the_packages_is_in_the_wheel(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        str(path.relative_to(ROOT))
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix in SHIPPED and "__pycache__" not in path.parts
    }
    assert sorted((wanted | {"app.py"}) - names) == []


def test_nothing_else_is_in_the_wheel(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names if ".dist-info" not in name}
    assert tops == {*PACKAGES, "app.py"}


def test_the_day_command_runs_from_the_wheel(installed, tmp_path):
    target, environment = installed
    where = subprocess.run(
        [sys.executable, "-c", "import foods; print(foods.__file__)"],
        env=environment,
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    assert where.stdout.startswith(str(target))
    day = subprocess.run(
        [sys.executable, "-m", "nutrition.cli", "day", "2 cups cooked spinach", "--json"],
        env=environment,
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    record = json.loads(day.stdout)
    assert record["totals"]["grams"] == pytest.approx(360.0)
    assert record["totals"]["magnesium_mg"] == pytest.approx(3.6 * 87)


def test_the_page_starts_from_the_wheel_on_this_machine_only(installed, tmp_path):
    _, environment = installed
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "nutrition.cli", "app", "--no-browser", "--port", str(port)]
    with (tmp_path / "log").open("w") as log:
        page = subprocess.Popen(
            command, env=environment, cwd=tmp_path, stdout=log, stderr=log, start_new_session=True
        )
    try:
        assert _answer(f"http://localhost:{port}/_stcore/health") == "ok"
    finally:
        os.killpg(page.pid, 15)
        page.wait()
    told = (tmp_path / "log").read_text()
    assert "Network URL" not in told
    assert "External URL" not in told


def _answer(address):
    for _ in range(120):
        try:
            with urllib.request.urlopen(address, timeout=2) as page:
                return page.read().decode()
        except OSError:
            time.sleep(0.5)
    return ""
