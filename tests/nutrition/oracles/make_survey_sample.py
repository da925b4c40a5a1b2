"""Makes survey_sample.csv: an invented stratified, clustered sample (nothing measured)."""

from pathlib import Path

import numpy as np
import pandas as pd

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Write 240 people in 9 strata; stratum 9 has a single unit."""
    generator = np.random.default_rng(414)
    rows = []
    for stratum in range(1, 10):
        units = 1 if stratum == 9 else 2 + stratum % 3
        for unit in range(1, units + 1):
            level = 900 + 60 * generator.normal()
            rows.extend(
                {
                    "stratum": stratum,
                    "psu": unit,
                    "survey_weight": round(float(generator.lognormal(8, 0.5)), 3),
                    "sex": str(generator.choice(["female", "male"])),
                    "calcium_mg": round(float(level * generator.gamma(6, 1 / 6)), 1),
                    "energy_kcal": round(float(2000 * generator.gamma(12, 1 / 12)), 1),
                }
                for _ in range(int(generator.integers(7, 14)))
            )
    table = pd.DataFrame(rows)
    table.loc[generator.choice(len(table), 9, replace=False), "calcium_mg"] = np.nan
    # A stratum without any woman: the domain must keep the rest of the design.
    table.loc[table["stratum"] == 4, "sex"] = "male"
    table.to_csv(HERE / "survey_sample.csv", index=False)


if __name__ == "__main__":
    main()
