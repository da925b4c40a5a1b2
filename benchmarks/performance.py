"""What the batch costs, beside the floor, hand-written SQL and pandas, in interleaved runs.

    python benchmarks/performance.py compare 10000000 --runs 5
    python benchmarks/performance.py growth 10000 100000 1000000 10000000 100000000

Every figure is a whole process with its imports: wall seconds, processor seconds, peak memory.
Ratios are taken run by run and their median is shown. Nothing else should run meanwhile.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
PYTHON = sys.executable


def measured(command: list[str]) -> dict[str, float]:
    """Run a command; return wall [s], processor [s] and peak memory [MB]."""
    # As installed: without this setting the modules are compiled once, not in every run.
    settings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    quiet = subprocess.DEVNULL
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=quiet, stderr=quiet, env=settings)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, command
    return {
        "wall": time.monotonic() - start,
        "cpu": usage.ru_utime + usage.ru_stime,
        "memory": usage.ru_maxrss / 1024,
    }


def commands(path: Path, out: Path, memory: str | None = None) -> dict[str, list[str]]:
    """Return the commands that do the same work on one diary."""
    hand = [PYTHON, str(HERE / "hand_written.py")]
    batch = [PYTHON, "-m", "nutrition.cli", "batch", str(path), "--out", str(out / "results")]
    if memory:
        batch += ["--memory", memory]
    return {
        "bare parse of all columns": [*hand, "floor", str(path)],
        "mgca batch": batch,
        "hand-written SQL": [*hand, "sql", str(path), str(out / "sql.csv")],
        "pandas merge and groupby": [*hand, "pandas", str(path), str(out / "pandas.csv")],
    }


def generate(rows: int, path: Path, kind: str = "coded") -> None:
    """Write a synthetic diary."""
    script = [PYTHON, str(HERE / "diaries.py"), kind, str(rows), str(path)]
    subprocess.run(script, check=True)


def compare(rows: int, runs: int, names: list[str], kind: str, suffix: str) -> None:
    """Time the commands in turn and print a table of medians and ratios."""
    with TemporaryDirectory(dir=os.environ.get("MGCA_BENCH")) as folder:
        path = Path(folder) / f"diary{suffix}"
        generate(rows, path, kind)
        todo = {k: v for k, v in commands(path, Path(folder)).items() if k in names}
        for command in todo.values():
            measured(command)
        found: dict[str, list[dict[str, float]]] = {name: [] for name in todo}
        for _ in range(runs):
            for name, command in todo.items():
                found[name].append(measured(command))
    floor = found[names[0]]
    print(f"{rows:,} rows, {kind}, {suffix}, {runs} interleaved runs after one warm-up\n")
    print("| | wall [s] | x floor | min-max | processor [s] | x floor | memory [MB] |")
    print("|---|---|---|---|---|---|---|")
    for name, runs_of in found.items():
        wall = [r["wall"] / f["wall"] for r, f in zip(runs_of, floor, strict=True)]
        cpu = [r["cpu"] / f["cpu"] for r, f in zip(runs_of, floor, strict=True)]
        middle = {k: statistics.median(r[k] for r in runs_of) for k in ("wall", "cpu", "memory")}
        print(
            f"| {name} | {middle['wall']:.2f} | {statistics.median(wall):.2f} "
            f"| {min(wall):.2f}-{max(wall):.2f} | {middle['cpu']:.2f} "
            f"| {statistics.median(cpu):.2f} | {middle['memory']:.0f} |"
        )
    if {"mgca batch", "hand-written SQL"} <= set(found):
        pairs = zip(found["mgca batch"], found["hand-written SQL"], strict=True)
        ratios = [(a["wall"] / b["wall"], a["cpu"] / b["cpu"]) for a, b in pairs]
        wall, cpu = (statistics.median(r[i] for r in ratios) for i in (0, 1))
        print(f"\nmgca batch / hand-written SQL: wall {wall:.2f}, processor {cpu:.2f}")


def growth(sizes: list[int], memory: str) -> None:
    """Time floor and batch once at each size, with a memory limit."""
    print("| rows | bare parse [s] | mgca batch [s] | x floor | memory [MB] |")
    print("|---|---|---|---|---|")
    for rows in sizes:
        with TemporaryDirectory(dir=os.environ.get("MGCA_BENCH")) as folder:
            path = Path(folder) / "diary.csv"
            generate(rows, path)
            todo = commands(path, Path(folder), memory)
            floor = measured(todo["bare parse of all columns"])
            batch = measured(todo["mgca batch"])
            print(
                f"| {rows:,} | {floor['wall']:.2f} | {batch['wall']:.2f} "
                f"| {batch['wall'] / floor['wall']:.2f} | {batch['memory']:.0f} |",
                flush=True,
            )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    what = parser.add_subparsers(dest="what", required=True)
    one = what.add_parser("compare")
    one.add_argument("rows", type=int)
    one.add_argument("--runs", type=int, default=5)
    one.add_argument("--kind", choices=("coded", "text"), default="coded")
    one.add_argument("--suffix", default=".csv")
    one.add_argument("--pandas", action="store_true")
    many = what.add_parser("growth")
    many.add_argument("sizes", type=int, nargs="+")
    many.add_argument("--memory", default="600MB")
    call = parser.parse_args()
    if call.what == "growth":
        growth(call.sizes, call.memory)
        return
    names = ["bare parse of all columns", "mgca batch"]
    if call.kind == "coded":
        names.append("hand-written SQL")
        names += ["pandas merge and groupby"] if call.pandas else []
    compare(call.rows, call.runs, names, call.kind, call.suffix)


if __name__ == "__main__":
    main()
