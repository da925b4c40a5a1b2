"""Usual calcium and magnesium intake in the measured recalls at hand, by both methods.

    python benchmarks/nhanes_usual.py          writes docs/validation/usual_intake.md
    python benchmarks/nhanes_usual.py --quick  10 replicates, nothing written

Reads ../shared/data/nhanes_2015_2016, which is not part of the project. The people are a
purposive part of the survey, used without weights: not a national estimate.
"""

import argparse
import shutil
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd
from recovery import write_section

from nutrition.population.design import design_mean, design_ratio
from nutrition.population.estimates import groups
from nutrition.population.replicates import balanced, replicate_errors
from nutrition.usual.distribution import share_below
from nutrition.usual.models import refitter
from nutrition.usual.recalls import read_recalls

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data" / "nhanes_2015_2016"
SEED = 20_151_016

AGE_BANDS = {"19-30": (19, 31), "31-50": (31, 51), "51-70": (51, 71), "71+": (71, 200)}
EAR = {
    ("calcium_mg", "women"): (800.0, 800.0, 1000.0, 1000.0),
    ("calcium_mg", "men"): (800.0, 800.0, 800.0, 1000.0),
    ("magnesium_mg", "women"): (255.0, 265.0, 265.0, 265.0),
    ("magnesium_mg", "men"): (330.0, 350.0, 350.0, 350.0),
}
"""NASEM average requirements, mg a day, in the order of `AGE_BANDS` (IOM 2011; IOM 1997)."""
RDA = {
    ("calcium_mg", "women"): (1000.0, 1000.0, 1200.0, 1200.0),
    ("calcium_mg", "men"): (1000.0, 1000.0, 1000.0, 1200.0),
}
"""Only for the variation of the calcium requirement, (RDA − EAR) / (2 EAR)."""


def people_of(demographics: pd.DataFrame) -> pd.DataFrame:
    """Adults of 19 and over who are not known to be pregnant."""
    table = demographics[(demographics["RIDAGEYR"] >= 19) & (demographics["RIDEXPRG"] != 1)]
    bands = pd.cut(
        table["RIDAGEYR"],
        [low for low, _ in AGE_BANDS.values()] + [200],
        right=False,
        labels=list(AGE_BANDS),
    )
    return pd.DataFrame(
        {
            "person_id": table["SEQN"].astype("int64"),
            "sex": np.where(table["RIAGENDR"] == 1, "men", "women"),
            "age": bands.astype(str),
            "stratum": table["SDMVSTRA"].astype("int64"),
            "psu": table["SDMVPSU"].astype("int64"),
        }
    )


def references_of(people: pd.DataFrame) -> pd.DataFrame:
    """Each person's own EAR and the variation of the requirement."""
    rows = []
    for nutrient in ("calcium_mg", "magnesium_mg"):
        for person, sex, age in people[["person_id", "sex", "age"]].itertuples(index=False):
            place = list(AGE_BANDS).index(age)
            ear = EAR[nutrient, sex][place]
            variation = 0.10
            if (nutrient, sex) in RDA:
                variation = (RDA[nutrient, sex][place] - ear) / (2 * ear)
            rows.append((person, nutrient, ear, variation))
    table = pd.DataFrame(rows, columns=["person_id", "nutrient", "ear_mg", "requirement_cv"])
    return table.assign(reference="NASEM", ul_mg=np.nan, ul_base=None, ul_intake_mg=np.nan)


def days_of(totals: pd.DataFrame) -> pd.DataFrame:
    """Day totals under the project's names."""
    return pd.DataFrame(
        {
            "person_id": totals["SEQN"].astype("int64"),
            "day": totals["Day"].astype(str),
            "sequence": totals["Day"],
            "calcium_mg": totals["CALC"].astype(float),
            "magnesium_mg": totals["MAGN"].astype(float),
        }
    )


def table_of(
    days: pd.DataFrame,
    people: pd.DataFrame,
    by: list[str],
    replicates: int,
    *,
    pooled: bool = False,
) -> str:
    """Both methods and both cuts side by side."""
    references = references_of(people)
    found = {
        method: groups(
            days,
            people,
            by=by,
            references=references,
            method=method,
            replicates=replicates,
            seed=SEED,
            pooled=pooled,
        ).set_index([*by, "nutrient", "cut"])
        for method in ("nrc", "nci")
    }
    kinds = found["nrc"]["replicate_kind"].unique().tolist()
    lines = [
        f"{replicates} replicates ({', '.join(kinds)}).",
        "",
        (
            f"| {' | '.join(by)} | nutrient | people | NRC mean mg | NCI mean mg | NRC below EAR "
            "| NCI below EAR | NRC full probability | NCI full probability | methods apart "
            "| cuts apart |"
        ),
        "|" + "---|" * (len(by) + 10),
    ]
    worst = {"methods": 0.0, "cuts": 0.0}
    for key in found["nrc"].index.droplevel("cut").unique():
        one = {m: found[m].loc[(*key, "EAR cut-point")] for m in found}
        two = {m: found[m].loc[(*key, "full probability")] for m in found}
        share = {m: (one[m]["share_below_ear"], two[m]["share_below_ear"]) for m in found}
        apart = {
            "methods": 100 * max(abs(share["nrc"][i] - share["nci"][i]) for i in (0, 1)),
            "cuts": 100 * max(abs(share[m][0] - share[m][1]) for m in found),
        }
        worst = {name: max(worst[name], value) for name, value in apart.items()}
        cells = [f"{row['mean_mg']:.0f} ± {row['se']:.0f}" for row in one.values()]
        cells += [
            f"{100 * row['share_below_ear']:.1f} ± {100 * row['share_below_se']:.1f} %"
            for row in (*one.values(), *two.values())
        ]
        people_count = one["nrc"]["n_people"]
        lines.append(
            f"| {' | '.join(map(str, key))} | {people_count} | {' | '.join(cells)} "
            f"| {apart['methods']:.1f} | {apart['cuts']:.1f} |"
        )
    lines += [
        "",
        (
            f"Greatest difference in points: between methods {worst['methods']:.1f}, between cuts "
            f"{worst['cuts']:.1f}."
        ),
    ]
    return "\n".join(lines)


def weighted(replicates: int) -> str:
    """The people of items.csv, with dietary weights, weekend and recall order."""
    columns = ["SEQN", "Day", "WTDR2D", "DAY", "CALC", "MAGN"]
    items = pd.read_csv(DATA / "items.csv", usecols=columns)
    totals = items.groupby(["SEQN", "Day"], as_index=False).agg(
        CALC=("CALC", "sum"), MAGN=("MAGN", "sum"), DAY=("DAY", "first"), WTDR2D=("WTDR2D", "first")
    )
    days = days_of(totals)
    days["weekend"] = totals["DAY"].isin([1, 6, 7])
    people = people_of(pd.read_csv(DATA / "demo.csv"))
    people = people[people["person_id"].isin(days["person_id"])]
    weights = totals.groupby("SEQN")["WTDR2D"].first()
    people = people.assign(survey_weight=people["person_id"].map(weights))
    days = days[days["person_id"].isin(people["person_id"])]
    lines = [
        (
            f"{len(people)} adults, weights WTDR2D, Friday to Sunday "
            f"{100 * days['weekend'].mean():.0f} % of the days. Errors by sampling units."
        ),
        "",
        table_of(days, people, ["sex"], replicates),
        "",
        "Fay's replicates (k = 0.3) of the share below the EAR, whole model refitted in each:",
        "",
    ]
    references = references_of(people)
    ordered = people.sort_values("person_id").reset_index(drop=True)
    sets = balanced(ordered, stratum="stratum", psu="psu", weight="survey_weight", fay=0.3)
    recalls = days.merge(ordered[["person_id", "survey_weight"]], on="person_id")
    for nutrient in ("calcium_mg", "magnesium_mg"):
        own = references[references["nutrient"] == nutrient].set_index("person_id")["ear_mg"]
        data = read_recalls(
            recalls, nutrient, weight="survey_weight", sequence="sequence", weekend="weekend"
        )
        ear = own.reindex(pd.Index(data.person_ids)).to_numpy(dtype=float)
        for method in ("nrc", "nci"):
            refit = refitter(data, method, simulations=20, seed=SEED)

            def share(weight: np.ndarray) -> np.ndarray:
                return np.array([share_below(refit(weight), weight, ear)])  # noqa: B023

            whole = share(data.weights)
            each = np.array([share(sets.weights(r)) for r in range(sets.count)])
            error = replicate_errors(whole, each, sets)
            lines.append(
                f"- {nutrient.removesuffix('_mg')}, {method.upper()}: {100 * whole[0]:.1f} ± "
                f"{100 * error[0]:.1f} % ({sets.count} replicates, {sets.degrees_of_freedom} df)"
            )
    return "\n".join(lines)


R_SCRIPT = """
suppressMessages(library(survey))
x <- read.csv("people.csv")
d <- svydesign(ids = ~psu, strata = ~stratum, weights = ~survey_weight, data = x, nest = TRUE)
for (part in c("all", "women")) {
  s <- if (part == "all") d else subset(d, sex == "women")
  for (v in c("calcium_mg", "magnesium_mg")) {
    m <- svymean(reformulate(v), s)
    cat(part, v, sprintf("%.15g %.15g %d", coef(m), SE(m), degf(s)), "\\n")
  }
  r <- svyratio(~calcium_mg, ~magnesium_mg, s)
  cat(part, "ratio", sprintf("%.15g %.15g %d", coef(r), SE(r), degf(s)), "\\n")
}
"""


def taylor() -> str:
    """Taylor errors of measured day-1 intakes beside R's survey, where R is installed."""
    if shutil.which("Rscript") is None:
        return "R is not installed here; the equality is a test on an invented sample."
    totals = days_of(pd.read_csv(DATA / "day_totals.csv"))
    demographics = pd.read_csv(DATA / "demo.csv")
    people = people_of(demographics).merge(totals[totals["day"] == "1"], on="person_id")
    weight = demographics.set_index("SEQN")["WTMEC2YR"]
    people["survey_weight"] = people["person_id"].map(weight)
    with tempfile.TemporaryDirectory() as folder:
        people.to_csv(Path(folder) / "people.csv", index=False)
        (Path(folder) / "survey.R").write_text(R_SCRIPT, encoding="utf-8")
        done = subprocess.run(
            ["Rscript", "survey.R"], cwd=folder, check=True, capture_output=True, text=True
        )
    design = {"weight": "survey_weight", "stratum": "stratum", "psu": "psu"}
    lines = [
        (
            f"Day-1 intake of {len(people)} adults with the examination weight, for the arithmetic "
            "only (the people are purposive)."
        ),
        "",
        "| people | statistic | value | SE here | SE in R | df here, R | relative difference |",
        "|---|---|---|---|---|---|---|",
    ]
    for line in done.stdout.splitlines():
        part, name, value, error, freedom = line.split()
        domain = people["sex"] == "women" if part == "women" else None
        if name == "ratio":
            own = design_ratio(people, "calcium_mg", "magnesium_mg", **design, domain=domain)
        else:
            own = design_mean(people, name, **design, domain=domain)
        apart = max(abs(own.se / float(error) - 1), abs(own.value / float(value) - 1))
        lines.append(
            f"| {part} | {name} | {own.value:.8g} | {own.se:.8g} | {float(error):.8g} "
            f"| {own.degrees_of_freedom}, {freedom} | {apart:.0e} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Make the sections."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--replicates", type=int, default=200)
    arguments = parser.parse_args()
    if not DATA.exists():
        message = f"The measured recalls are not at {DATA}."
        raise SystemExit(message)
    replicates = 10 if arguments.quick else arguments.replicates
    people = people_of(pd.read_csv(DATA / "demo.csv"))
    days = days_of(pd.read_csv(DATA / "day_totals.csv"))
    days = days[days["person_id"].isin(people["person_id"])]
    people = people[people["person_id"].isin(days["person_id"])]
    # The design belongs to the whole survey; without its weights the people are resampled.
    plain = people.drop(columns=["stratum", "psu"])
    sections = {
        "taylor": taylor(),
        "nhanes": "\n".join(
            [
                "### Adults by sex, without weights, adjusted for recall order",
                "",
                table_of(days, plain, ["sex"], replicates),
                "",
                "### By sex and age group, without weights, adjusted for recall order",
                "",
                table_of(days, plain, ["sex", "age"], replicates),
                "",
                "### NCI pooled: age groups as covariates of one model, adjusted for recall order",
                "",
                table_of(days, plain, ["sex", "age"], max(replicates // 10, 5), pooled=True),
                "",
                "### With weights, adjusted for weekend and recall order",
                "",
                weighted(replicates),
            ]
        ),
    }
    for name, text in sections.items():
        print(text, flush=True)
        if not arguments.quick:
            write_section(name, text)


if __name__ == "__main__":
    main()
