"""Rows of constraints, and the least cost under them by HiGHS (`scipy.optimize.milp`)."""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TRIED = ((2, 60), (3, 30), (4, 16))
"""Sizes of answers tried first, each among so many of the most promising variables."""

SLACK = 1e-6
"""By how much a constraint may be missed, as HiGHS allows; costs differ by whole numbers."""

HALF = 0.5


class Rows:
    """Constraints as they are gathered, each a row over all variables.

    Args:
        width: Number of variables; none is below 0.
    """

    def __init__(self, width: int) -> None:
        self._width = width
        self._rows: list[Any] = []
        self._least: list[float] = []
        self._most: list[float] = []

    def row(self, values: Iterable[float]) -> Any:
        """Give a row of the first variables' values, 0 for those that follow."""
        import numpy as np

        row = np.zeros(self._width)
        first = [float(value) for value in values]
        row[: len(first)] = first
        return row

    def add(self, row: Any, *, least: float = -math.inf, most: float = math.inf) -> None:
        """Add a constraint."""
        self._rows.append(row)
        self._least.append(least)
        self._most.append(most)

    def minimise(
        self,
        costs: Sequence[float],
        bounds: Sequence[float],
        whole: Sequence[int],
        *,
        gap: float = 0.0,
    ) -> list[float] | None:
        """Find the values of least cost.

        Args:
            costs: Cost of one of each variable.
            bounds: Most of each variable.
            whole: 1 for a variable that is a whole number, 0 for others.
            gap: How far above the least cost the found one may be, as a part of it.

        Returns:
            A value for each variable; None where none keep all constraints.
        """
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp

        if not self._width:
            free = (low <= 0 <= high for low, high in zip(self._least, self._most, strict=True))
            return [] if all(free) else None
        found = milp(
            np.array(costs),
            integrality=np.array(whole),
            bounds=Bounds(np.zeros(self._width), np.array(bounds)),
            constraints=LinearConstraint(np.array(self._rows), self._least, self._most)
            if self._rows
            else None,
            options={"mip_rel_gap": gap},
        )
        return None if found.x is None else [float(value) for value in found.x]

    def least_cost(self, costs: Sequence[float]) -> list[float] | None:
        """Find the choice of least cost, each variable taken or not.

        Same result as `minimise`, sooner. The continuous relaxation gives a bound and each
        variable's reduced cost; some choice, found by trying small sets, gives a ceiling; a
        variable whose bound and reduced cost together pass the ceiling is in no optimum
        (Dantzig, Fulkerson and Johnson 1954, doi:10.1287/opre.2.4.393), and is fixed at 0.

        Args:
            costs: Cost of each variable, whole numbers.

        Returns:
            1 or 0 for each variable; None where no choice keeps all constraints.
        """
        import numpy as np

        ones = [1.0] * self._width
        whole = [1] * self._width
        relaxed = self._relaxed(costs) if self._width else None
        if relaxed is None:
            return self.minimise(costs, ones, whole)
        bound, reduced = relaxed
        ceiling = self._ceiling(np.array(costs), np.argsort(reduced, kind="stable"))
        left = np.flatnonzero(bound + reduced <= ceiling + HALF).tolist()
        found = self._among(left).minimise(
            [costs[at] for at in left], [1.0] * len(left), [1] * len(left)
        )
        if found is None:  # the ceiling rested on a constraint that is only just kept
            return self.minimise(costs, ones, whole)
        values = np.zeros(self._width)
        values[left] = found
        return [float(value) for value in values]

    def _among(self, columns: Any) -> Rows:
        """Give the constraints of some variables, those that cannot be broken left out."""
        rows = Rows(len(columns))
        for row, least, most in zip(self._rows, self._least, self._most, strict=True):
            kept = row[columns]
            if kept.clip(min=0).sum() > most or kept.clip(max=0).sum() < least:
                rows.add(kept, least=least, most=most)
        return rows

    def _relaxed(self, costs: Sequence[float]) -> tuple[float, Any] | None:
        """Give the least cost of the continuous relaxation and every reduced cost."""
        import numpy as np
        from scipy.optimize import linprog

        rows, least, most = np.array(self._rows), np.array(self._least), np.array(self._most)
        under, over = np.isfinite(most), np.isfinite(least)
        found = linprog(
            np.array(costs),
            A_ub=np.vstack([rows[under], -rows[over]]),
            b_ub=np.concatenate([most[under], -least[over]]),
            bounds=(0, 1),
            method="highs",
        )
        return (float(found.fun), found.lower.marginals) if found.status == 0 else None

    def _ceiling(self, costs: Any, order: Any) -> float:
        """Give the least cost among small sets of promising variables; infinity for none."""
        import numpy as np

        rows = np.array(self._rows)
        least, most = np.array(self._least) - SLACK, np.array(self._most) + SLACK
        ceiling = math.inf
        for size, among in TRIED:
            sets = np.array(list(combinations(order[:among].tolist(), size)), dtype=int)
            if not len(sets):
                continue
            sums = sum(rows[:, sets[:, at]] for at in range(size))
            kept = ((sums >= least[:, None]) & (sums <= most[:, None])).all(axis=0)
            if kept.any():
                total = sum(costs[sets[:, at]] for at in range(size))
                ceiling = min(ceiling, float(total[kept].min()))
        return ceiling
