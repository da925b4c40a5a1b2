"""Blocks of files on Dask workers: the same days as on one machine, a lost worker survived."""

import csv
import subprocess
import sys
import time

import pandas as pd
import pytest
from engine_frames import same
from hypothesis import given
from hypothesis import strategies as st

from foods.errors import DiaryError
from nutrition import cluster
from nutrition.batch import Job, run
from nutrition.reading import second_look

SPREAD = """
import sys
from pathlib import Path
from nutrition import batch, cluster
cluster.BLOCK_BYTES = 300_000
diary, out, address = sys.argv[1:]
batch.run(batch.Job((Path(diary),), Path(out), engine="dask", scheduler=address))
"""
HEADER = ["person_id", "day", "food_id", "food", "amount", "unit"]
pytestmark = pytest.mark.filterwarnings("ignore")  # Dask's own; the results are compared


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory):
    """Start a scheduler and two workers as processes of their own; give its address."""
    pytest.importorskip("distributed", reason="Dask is not installed (extra dask)")
    folder = tmp_path_factory.mktemp("dask")
    command = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    command += ["--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
    command += ["--scheduler-file", str(folder / "scheduler.json")]
    processes = [subprocess.Popen(command, cwd=folder)]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", "--nthreads", "1", "--no-nanny"]
    worker += ["--no-dashboard", "--scheduler-file", str(folder / "scheduler.json")]
    processes += [subprocess.Popen(worker, cwd=folder) for _ in range(2)]
    from distributed import Client

    with Client(scheduler_file=str(folder / "scheduler.json"), timeout="60s") as client:
        client.wait_for_workers(2, timeout=60)
        address = client.scheduler.address
    yield address, processes
    for process in processes:
        process.kill()
        process.wait()


@pytest.fixture(scope="module")
def diary(tmp_path_factory):
    """Return a CSV of 100,000 rows with bad lines in it."""
    path = tmp_path_factory.mktemp("diary") / "diary.csv"
    foods = ["sr28:11457", "sr28:01077", "sr28:12061", ""]
    units = ["g", "cup", "oz"]
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for n in range(100_000):
            name = 'a "quoted"\nname' if n % 1000 == 0 else "kale, raw"
            amount = "x" if n % 5000 == 4999 else f"{n % 7 + 0.25}"
            row = [n // 60, n // 20 % 3, foods[n % 4], name, amount, units[n % 3]]
            writer.writerow(row[:5] if n % 7000 == 6999 else row)
    return path


def days_of(folder):
    return pd.read_csv(folder / "day_totals.csv", dtype={"person_id": str, "day": str})


def rejects_of(folder):
    table = pd.read_csv(folder / "rejects.csv")
    return sorted(zip(table["source_row"], table["reason"], strict=True))


def test_two_workers_give_the_same_days_and_rejects(scheduler, diary, tmp_path, monkeypatch):
    address, _ = scheduler
    monkeypatch.setattr(cluster, "BLOCK_BYTES", 1_000_000)
    # A file that is cut up is beyond the size in which a refused row is looked up.
    monkeypatch.setattr(second_look, "WHOLE_CHECK_BYTES", 1_000_000)
    alone = run(Job((diary,), tmp_path / "alone"))
    spread = run(Job((diary,), tmp_path / "spread", engine="dask", scheduler=address))
    assert (spread.items, spread.rejects) == (alone.items, alone.rejects)
    assert spread.items + spread.rejects == 100_000
    assert spread.files[0]["blocks"] > 2
    same(days_of(tmp_path / "alone"), days_of(tmp_path / "spread"))
    assert rejects_of(tmp_path / "alone") == rejects_of(tmp_path / "spread")


def test_a_worker_lost_in_the_middle_is_survived(scheduler, diary, tmp_path, monkeypatch):
    address, processes = scheduler
    monkeypatch.setattr(cluster, "BLOCK_BYTES", 300_000)
    alone = run(Job((diary,), tmp_path / "alone"))
    spread = subprocess.Popen(
        [
            sys.executable,
            "-c",
            SPREAD,
            str(diary),
            str(tmp_path / "spread"),
            address,
        ]
    )
    time.sleep(3)
    processes[-1].kill()
    assert spread.wait(timeout=300) == 0
    assert alone.items + alone.rejects == 100_000
    same(days_of(tmp_path / "alone"), days_of(tmp_path / "spread"))


def test_no_scheduler_there_says_so(diary, tmp_path):
    pytest.importorskip("distributed", reason="Dask is not installed (extra dask)")
    with pytest.raises(DiaryError, match="No Dask scheduler answers"):
        run(Job((diary,), tmp_path / "out", engine="dask", scheduler="tcp://127.0.0.1:9"))
    assert not (tmp_path / "out").exists()


@given(
    rows=st.lists(
        st.lists(st.text('ab,"\n ', max_size=8), min_size=2, max_size=2), min_size=1, max_size=30
    ),
    size=st.integers(1, 60),
)
def test_blocks_hold_every_row_once_whatever_is_quoted(tmp_path_factory, rows, size):
    path = tmp_path_factory.mktemp("cut") / "diary.csv"
    with path.open("w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([["x", "y"], *rows])
    found = []
    for block in cluster.blocks([path], size=size):
        folder = tmp_path_factory.mktemp("block")
        part = cluster.written(block, folder) if block.stop is not None else path
        with part.open(newline="") as file:
            found += list(csv.reader(file))[1:]
    assert found == rows
