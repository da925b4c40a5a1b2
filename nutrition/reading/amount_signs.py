"""Which sign parts the decimals of a file's amounts, proven by the cells that leave no choice.

"1.500" is one and a half or fifteen hundred. Beside "200,5" it can only be the latter; beside
"200,5" and "1.5" nobody can tell.
"""

import duckdb

from nutrition.reading.scans import Group, raw_rows

BOTH = "both"
_PROOF = r"^\s*(\d+{0}(\d{{1,2}}|\d{{4,}})|(0|\d{{4,}}){0}\d+|\d{{1,3}}({1}\d{{3}})+{0}\d+)\s*$"
COMMA = _PROOF.format(",", r"\.")
POINT = _PROOF.format(r"\.", ",")
EITHER = r"^[1-9]\d{0,2}[.,]\d{3}$"
"""An amount that reads as a decimal or as thousands."""


def proven(connection: duckdb.DuckDBPyConnection, group: Group) -> dict[int, str]:
    """Return, by number of the file, its decimal sign: ``,``, ``.``, `BOTH`, or "" unproven."""
    amount = f"CAST({group.plan.columns['amount']} AS VARCHAR)"
    tests = ", ".join(
        f"coalesce(bool_or(regexp_matches({amount}, '{pattern}')), false)"
        for pattern in (COMMA, POINT)
    )
    found = connection.execute(
        f"SELECT mgca_number, {tests} FROM ({raw_rows(group, named=True)}) GROUP BY ALL"
    ).fetchall()
    signs = {(True, True): BOTH, (True, False): ",", (False, True): "."}
    return {number: signs.get((comma, point), "") for number, comma, point in found}
