"""A table written by either writer reads the same."""

import csv
import subprocess
import sys

import duckdb
import pytest

from nutrition import csv_writer

ROWS = """
SELECT * FROM (VALUES
    ('a', 'x, y', 1.5, 3, true), ('b', 'she said "no"', 1e-9, NULL, false),
    ('c', '', 1234567890.123, -4, NULL), ('d', NULL, 0.1 + 0.2, 0, true),
    ('Größe', 'two\nlines', NULL, 9007199254740993, true)
) AS t(person_id, note, calcium_mg, items, weekend) ORDER BY person_id
"""


@pytest.mark.parametrize("many", [True, False])
@pytest.mark.parametrize("rows", [ROWS, f"SELECT * FROM ({ROWS}) WHERE false"])
def test_what_is_written_is_read_again(tmp_path, monkeypatch, many, rows):
    monkeypatch.setattr(csv_writer, "LARGE_ROWS", 0 if many else 100)
    monkeypatch.setattr(csv_writer, "ROWS_AT_ONCE", 2)
    connection = duckdb.connect()
    connection.execute(f"CREATE TABLE days AS {rows}")
    path = tmp_path / "days.csv"
    csv_writer.write_csv(connection, "SELECT * FROM days ORDER BY person_id", "days", path)
    with path.open(encoding="utf-8", newline="") as file:
        read = list(csv.reader(file))
    assert read[0] == ["person_id", "note", "calcium_mg", "items", "weekend"]
    expected = connection.execute("SELECT * FROM days ORDER BY person_id").fetchall()
    found = [
        (
            who,
            note or None,
            float(mg) if mg else None,
            int(n) if n else None,
            {"true": True, "false": False, "": None}[end],
        )
        for who, note, mg, n, end in read[1:]
    ]
    assert found == [(who, note or None, *rest) for who, note, *rest in expected]


def test_a_large_table_is_written_without_pandas(tmp_path):
    program = (
        "import sys, duckdb; from pathlib import Path; from nutrition import csv_writer\n"
        "csv_writer.LARGE_ROWS = 0; base = duckdb.connect()\n"
        "base.execute('CREATE TABLE days AS SELECT 1 AS n')\n"
        "csv_writer.write_csv(base, 'SELECT * FROM days', 'days', Path(sys.argv[1]))\n"
        "print('pandas' in sys.modules)"
    )
    path = tmp_path / "days.csv"
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
    assert path.read_text(encoding="utf-8") == "n\n1\n"
