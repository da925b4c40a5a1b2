"""Kill `mgca batch` with SIGKILL at 50 moments: the old output or the new one stands, whole.

python benchmarks/kill_batch.py
"""

import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from nutrition import output

MOMENTS = 50
COMMAND = [sys.executable, "-m", "nutrition.cli", "batch"]


def digest(folder: Path) -> str:
    """Return a hash of the tables of a run."""
    tables = sorted(folder.glob("*.csv"))
    return hashlib.sha256(b"".join(t.name.encode() + t.read_bytes() for t in tables)).hexdigest()


def diary(path: Path, amount: str) -> Path:
    """Write a diary of 40,000 rows."""
    rows = [f"{n // 60},{n // 20 % 3},sr28:11457,{amount},cup" for n in range(40_000)]
    path.write_text("\n".join(["person_id,day,food_id,amount,unit", *rows]) + "\n")
    return path


def run(path: Path, out: Path, kill_after: float | None = None) -> float:
    """Run a batch; return its time [s]."""
    start = time.monotonic()
    process = subprocess.Popen(
        [*COMMAND, str(path), "--out", str(out)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(process.pid, signal.SIGKILL)
    process.wait()
    return time.monotonic() - start


def main() -> None:
    """Kill, look, count."""
    with TemporaryDirectory() as folder:
        base = Path(folder)
        old, new = diary(base / "old.csv", "1"), diary(base / "new.csv", "2")
        run(old, base / "a")
        whole = run(new, base / "b")
        known = {digest(base / "a"): "old", digest(base / "b"): "new"}
        counts = {"old": 0, "new": 0}
        for moment in range(MOMENTS):
            out = base / f"out{moment}"
            run(old, out)
            run(new, out, whole * (0.3 + 0.75 * moment / MOMENTS))
            output.recover(out)
            counts[known[digest(out)]] += 1
            left = sorted(p.name for p in base.glob(f"out{moment}*"))
            assert left == [out.name], left
        print(f"{MOMENTS} kills: {counts['old']} times the old run stands, {counts['new']} the new")


if __name__ == "__main__":
    main()
