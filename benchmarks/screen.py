"""How long `mgca screen` takes for many clients, and how much memory: made-up diaries, real foods.

    python benchmarks/screen.py [CLIENTS]

Each client has three days of about a dozen foods, one in twenty of them a dish that no table
knows. Prints seconds, the most memory the process held, and what was written.
"""

import csv
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FOODS = (
    ("whole milk", "ml", 100, 400),
    ("plain yogurt", "g", 80, 250),
    ("cheddar cheese", "g", 15, 60),
    ("whole wheat bread", "slice", 1, 4),
    ("white bread", "slice", 1, 4),
    ("oatmeal, cooked", "cup", 0.5, 1.5),
    ("banana", "medium", 1, 2),
    ("apple", "medium", 1, 2),
    ("broccoli, boiled", "cup", 0.5, 1.5),
    ("cooked spinach", "cup", 0.3, 1),
    ("chicken breast, roasted", "g", 80, 200),
    ("spaghetti, cooked", "cup", 1, 2),
    ("white rice, cooked", "cup", 0.5, 2),
    ("almonds", "g", 10, 40),
    ("egg, hard-boiled", "large", 1, 2),
    ("black coffee", "cup", 1, 3),
    ("orange juice", "ml", 100, 300),
    ("potatoes, boiled", "g", 100, 300),
    ("grandmother's stew", "bowl", 1, 1),
)
DAYS = ("2026-03-02", "2026-03-05", "2026-03-08")
SEED = 20261122


def write(folder: Path, clients: int) -> None:
    """Write the diary and the people."""
    draw = random.Random(SEED)  # noqa: S311 - made-up diaries
    with (folder / "diary.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["person_id", "day", "food", "amount", "unit"])
        for number in range(clients):
            for day in DAYS:
                for name, unit, low, high in draw.sample(FOODS[:-1], 11):
                    amount = round(draw.uniform(low, high), 1)
                    writer.writerow([f"k{number}", day, name, amount, unit])
                if draw.random() < 0.5:
                    writer.writerow([f"k{number}", day, *FOODS[-1][:1], 1, FOODS[-1][1]])
    with (folder / "people.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        header = ["person_id", "name", "sex", "age_years", "weight_kg", "medicines", "filters"]
        writer.writerow(header)
        for number in range(clients):
            medicine = draw.choice(["", "", "omeprazole", "furosemide; metformin"])
            diet = draw.choice(["", "", "", "vegan", "lactose-free"])
            age = draw.choice([8, 15, *range(19, 90)])
            sex = draw.choice(["female", "male"])
            weight = round(draw.uniform(50, 95), 1) if age > 18 else ""
            writer.writerow([f"k{number}", f"Client {number}", sex, age, weight, medicine, diet])


def main() -> None:
    """Measure."""
    clients = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, clients)
        command = [sys.executable, "-m", "nutrition.cli", "screen", str(folder / "diary.csv")]
        command += ["--people", str(folder / "people.csv"), "--out", str(folder / "out")]
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        told = process.stdout.read() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        reports = list((folder / "out" / "reports").glob("*.pdf"))
        print(told.strip().splitlines()[-1])
        print(f"exit {os.waitstatus_to_exitcode(status)}, {len(reports)} PDFs of {clients} clients")
        print(f"{seconds:.1f} s ({usage.ru_utime + usage.ru_stime:.1f} s of processor time)")
        print(f"{usage.ru_maxrss / 1024:.0f} MB at most")
        print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
