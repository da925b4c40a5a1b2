"""How fast names are decided: a thousand distinct ones, each keystroke, a cold start.

    python benchmarks/matching/speed.py

Wall-clock and processor seconds, since other work on the machine stretches the first.
"""

import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import quantiles

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parents[1]))

COLD = """
import time
from foods.composition import FoodTable
table = FoodTable.bundled()
wall, cpu = time.perf_counter(), time.process_time()
from foods.search_index import index_of
index_of(table)[0].exact("milk")
print(time.perf_counter() - wall, time.process_time() - cpu)
"""


def main() -> None:
    """Print the timings."""
    runs = [
        subprocess.run(
            [sys.executable, "-c", COLD], check=True, capture_output=True, cwd=HERE.parents[1]
        ).stdout.split()
        for _ in range(5)
    ]
    wall, cpu = (sorted(float(run[i]) for run in runs)[2] for i in (0, 1))
    print(f"index ready, cold: {1000 * wall:.0f} ms wall, {1000 * cpu:.0f} ms processor")

    from lists import load

    from foods.composition import FoodTable
    from foods.search import decide, search

    table = FoodTable.bundled()
    decide("milk", table)
    names = [row.name for row in load("dev")]
    states = ("raw", "boiled", "fried", "frozen", "tinned", "grilled", "dried", "salted")
    names += [f"{name} {state}" for name in names for state in states]
    names = list(dict.fromkeys(names))[:1000]
    wall, cpu = time.perf_counter(), time.process_time()
    for name in names:
        decide(name, table)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{len(names)} distinct names: {wall:.2f} s wall, {cpu:.2f} s processor")
    keys = []
    for row in load("dev")[:120]:
        for end in range(2, len(row.name) + 1):
            started = time.process_time()
            search(row.name[:end], table)
            keys.append(1000 * (time.process_time() - started))
    cuts = quantiles(keys, n=100)
    print(
        f"{len(keys)} keystrokes: median {cuts[49]:.1f} ms, 95th percentile {cuts[94]:.1f} ms, "
        f"longest {max(keys):.0f} ms, processor"
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of the process: {peak:.0f} MB")


if __name__ == "__main__":
    main()
