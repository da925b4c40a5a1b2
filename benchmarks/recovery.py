"""Do the usual-intake methods find a truth that is known? Writes docs/validation/usual_intake.md.

    python benchmarks/recovery.py                 all parts (about 35 minutes on one core)
    python benchmarks/recovery.py --quick         few replicates, nothing written
    python benchmarks/recovery.py --part one-day  one part: bias, coverage-nrc, coverage-nci,
                                                  one-day

Every number comes from the seed below; each simulated data set has its own stream.
"""

import argparse
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.special import ndtri

from nutrition.usual.distribution import share_below, weighted_mean, weighted_percentiles
from nutrition.usual.models import nci, nrc, person_means, refitter, variance_ratio_sensitivity
from nutrition.usual.power import box_cox, expected_intake, gauss_hermite
from nutrition.usual.recalls import WEEKEND_SHARE, read_recalls

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "validation" / "usual_intake.md"
SEED = 20_151_016
PERCENTS = (5.0, 50.0, 95.0)
QUANTITIES = ("mean", "P5", "P50", "P95", "share below EAR")


@dataclass(frozen=True)
class Setting:
    """One simulated world.

    Attributes:
        name: Row label.
        people: People in the sample.
        days: Days of each person.
        power: Box-Cox exponent of the truth (0 = logarithm).
        ratio: Variance within over variance between people.
        median: Median intake of a day, mg.
        ear: Average requirement, mg.
        spread: Day-to-day standard deviation, as a share of the median, about.
        weekend: Shift of weekend days, in day-to-day standard deviations.
        weighted: Whether people with a high intake are sampled more often, with weights.
        uneven: Whether each person gives 1 to 3 days, 2 on average.
        gamma: Whether the truth is outside the Box-Cox family: gamma usual intakes times
            gamma days.
    """

    name: str
    people: int = 500
    days: int = 2
    power: float = 0.3
    ratio: float = 2.0
    median: float = 900.0
    ear: float = 800.0
    spread: float = 0.42
    weekend: float = 0.0
    weighted: bool = False
    uneven: bool = False
    gamma: bool = False

    @property
    def within(self) -> float:
        """Standard deviation between days, transformed scale."""
        return self.spread * self.median**self.power

    @property
    def between(self) -> float:
        """Standard deviation between people, transformed scale."""
        return self.within / self.ratio**0.5

    @property
    def level(self) -> float:
        """Mean of the transformed scale."""
        return float(box_cox(np.array([self.median]), self.power)[0])

    def usual(self, effect: np.ndarray) -> np.ndarray:
        """Usual intake of people with the given effect, mg."""
        if self.gamma:
            return effect
        share = WEEKEND_SHARE if self.weekend else 0.0
        shift = self.weekend * self.within
        return sum(
            part
            * expected_intake(
                self.level + effect + move, self.power, self.within**2, gauss_hermite()
            )
            for part, move in ((1.0 - share, 0.0), (share, shift))
            if part
        )

    def truth(self) -> np.ndarray:
        """Mean, P5, P50, P95 and share below the EAR, on a million even quantiles."""
        quantiles = (np.arange(1_000_000) + 0.5) / 1_000_000
        if self.gamma:
            from scipy.stats import gamma

            shape = self.ratio / self.spread**2
            usual = gamma.ppf(quantiles, shape, scale=self.median / shape)
        else:
            usual = self.usual(ndtri(quantiles) * self.between)
        return np.array([usual.mean(), *np.percentile(usual, PERCENTS), (usual < self.ear).mean()])

    def sample(self, generator: np.random.Generator) -> pd.DataFrame:
        """Recalls of one simulated study."""
        count = self.people
        weights = np.ones(count)
        if self.gamma:
            shape = self.ratio / self.spread**2
            effect = generator.gamma(shape, self.median / shape, count)
        elif self.weighted:
            pool = generator.normal(0.0, self.between, 20 * count)
            chance = 1.0 / (1.0 + np.exp(-1.5 * pool / self.between))
            effect = pool[generator.random(len(pool)) < chance][:count]
            weights = 1.0 + np.exp(-1.5 * effect / self.between)
        else:
            effect = generator.normal(0.0, self.between, count)
        days = np.full(count, self.days)
        if self.uneven:
            days = generator.integers(1, 4, count)
        person = np.repeat(np.arange(count), days)
        weekend = generator.random(len(person)) < WEEKEND_SHARE
        if self.gamma:
            shape = 1.0 / self.spread**2
            intake = effect[person] * generator.gamma(shape, 1.0 / shape, len(person))
        else:
            x = self.level + effect[person] + generator.normal(0.0, self.within, len(person))
            x += self.weekend * self.within * weekend
            intake = np.exp(x) if self.power == 0 else _power(x, self.power)
        day = np.arange(len(person)) - np.repeat(np.cumsum(days) - days, days) + 1
        return pd.DataFrame(
            {
                "person_id": person,
                "day": day,
                "intake_mg": intake,
                "weekend": weekend,
                "survey_weight": weights[person],
            }
        )

    def options(self) -> dict[str, str]:
        """Columns that the methods are told about."""
        chosen = {"weekend": "weekend"} if self.weekend else {}
        return chosen | ({"weight": "survey_weight"} if self.weighted else {})


def _power(x: np.ndarray, power: float) -> np.ndarray:
    return np.maximum(power * x + 1.0, 1e-9) ** (1.0 / power)


SETTINGS = (
    Setting("100 people, 2 days", people=100),
    Setting("200 people, 2 days", people=200),
    Setting("500 people, 2 days", people=500),
    Setting("1,000 people, 2 days", people=1000),
    Setting("5,000 people, 2 days", people=5000),
    Setting("100 people, 7 days", people=100, days=7),
    Setting("500 people, 3 days", days=3),
    Setting("500, 2 days, log", power=0.0),
    Setting("500, 2 days, λ 0.5, ratio 1", power=0.5, ratio=1.0),
    Setting("500, 2 days, ratio 4", ratio=4.0),
    Setting("500, 2 days, few below", median=1250.0),
    Setting(
        "500, 2 days, magnesium, λ 0.5", power=0.5, ratio=1.2, median=290.0, ear=265.0, spread=0.33
    ),
    Setting("500, 2 days, weekend +0.5 SD", weekend=0.5),
    Setting("1,000, 2 days, weights", people=1000, weighted=True),
    Setting("1,000, 2 days, weights, weekend", people=1000, weighted=True, weekend=0.5),
    Setting("500, 1 to 3 days", uneven=True),
    Setting("500, 2 days, gamma (not Box-Cox)", gamma=True),
    Setting("5,000, 2 days, gamma (not Box-Cox)", people=5000, gamma=True),
)


def statistics(values: np.ndarray, weights: np.ndarray, ear: float) -> np.ndarray:
    """Mean, P5, P50, P95 and share below one EAR."""
    if not len(values):
        return np.full(5, np.nan)
    requirement = np.full(len(values), ear)
    return np.array(
        [
            weighted_mean(values.mean(axis=1), weights),
            *weighted_percentiles(values, weights, np.asarray(PERCENTS)),
            share_below(values, weights, requirement),
        ]
    )


def bias(replicates: int) -> str:
    """Bias and Monte Carlo error of every setting and method."""
    lines = []
    for place, setting in enumerate(SETTINGS):
        truth = setting.truth()
        counts = {
            "NRC": replicates,
            "NCI": max(replicates // (10 if setting.people > 1000 else 3), 10),
            "person means": replicates,
        }
        started = time.perf_counter()
        for method, count in counts.items():
            found = []
            for number in range(count):
                recalls = setting.sample(np.random.default_rng([SEED, place, number]))
                options = setting.options()
                if method == "NRC":
                    usual = nrc(recalls, "intake_mg", **options)
                elif method == "NCI":
                    usual = nci(recalls, "intake_mg", simulations=20, seed=number, **options)
                else:
                    usual = person_means(recalls, "intake_mg", weight=options.get("weight"))
                found.append(statistics(usual.intakes, usual.weights, setting.ear))
            table = np.array(found)
            failed = int(np.isnan(table).all(axis=1).sum())
            table = table[~np.isnan(table).all(axis=1)]
            error = table.std(axis=0, ddof=1) / len(table) ** 0.5
            off = table.mean(axis=0) - truth
            cells = [
                f"{off[i]:+.0f} ({100 * off[i] / truth[i]:+.1f} %) ± {error[i]:.1f}"
                for i in range(4)
            ]
            cells.append(f"{100 * off[4]:+.2f} ± {100 * error[4]:.2f}")
            cells.append(f"{100 * table[:, 4].std(ddof=1):.1f}")
            head = setting.name if method == "NRC" else ""
            base = f"{100 * truth[4]:.1f} %" if method == "NRC" else ""
            note = f"{count}" + (f", {failed} not identifiable" if failed else "")
            lines.append(f"| {head} | {base} | {method} | {' | '.join(cells)} | {note} |")
        print(f"{setting.name}: {time.perf_counter() - started:.0f} s", flush=True)
    return "\n".join(
        [
            (
                "Bias against the known truth, ± its Monte Carlo error (standard error of the mean "
                "over replicates). Means and percentiles in mg and percent of the truth; share "
                "below the EAR in percentage points. SD is the spread of the estimated share "
                "between studies, in points. Unless the label says otherwise: λ 0.3, variance "
                "within / between persons 2, median day 900 mg, EAR 800 mg."
            ),
            "",
            (
                "| setting | true share | method | mean | P5 | P50 | P95 | share below EAR | SD "
                "| replicates |"
            ),
            "|---|---|---|---|---|---|---|---|---|---|",
            *lines,
        ]
    )


COVERAGE = (
    Setting("500 people, 2 days, λ 0.3, ratio 2"),
    Setting(
        "200 people, 3 days, λ 0.5, ratio 1.2, magnesium",
        people=200,
        days=3,
        power=0.5,
        ratio=1.2,
        median=290.0,
        ear=265.0,
        spread=0.33,
    ),
)


def coverage(method: str, studies: int, resamples: int) -> str:
    """How often 95 % bootstrap intervals hold the truth."""
    lines = []
    for place, setting in enumerate(COVERAGE):
        truth = setting.truth()
        inside = {"t": np.zeros(5), "percentile": np.zeros(5)}
        below = {"t": np.zeros(5), "percentile": np.zeros(5)}
        width = {"t": np.zeros(5), "percentile": np.zeros(5)}
        used = 0
        started = time.perf_counter()
        for number in range(studies):
            generator = np.random.default_rng([SEED, 100 + place, number])
            data = read_recalls(setting.sample(generator), "intake_mg")
            refit = refitter(data, method, simulations=20, seed=number)
            whole = statistics(refit(data.weights), data.weights, setting.ear)
            if np.isnan(whole).any():
                continue
            used += 1
            each = []
            for _ in range(resamples):
                drawn = generator.integers(0, data.people, data.people)
                weights = np.bincount(drawn, minlength=data.people).astype(float)
                each.append(statistics(refit(weights), weights, setting.ear))
            table = np.array(each)
            reach = 1.96 * np.nanstd(table, axis=0, ddof=1)
            ends = {
                "t": (whole - reach, whole + reach),
                "percentile": tuple(np.nanpercentile(table, (2.5, 97.5), axis=0)),
            }
            for name, (low, high) in ends.items():
                inside[name] += (low <= truth) & (truth <= high)
                below[name] += high < truth
                width[name] += high - low
        print(f"{method} {setting.name}: {time.perf_counter() - started:.0f} s", flush=True)
        for name in ("t", "percentile"):
            cells = []
            for i in range(5):
                rate = inside[name][i] / used
                error = (rate * (1 - rate) / used) ** 0.5
                missed = used - int(inside[name][i])
                under = int(below[name][i])
                wide = width[name][i] / used * (100 if i == 4 else 1)
                cells.append(
                    f"{100 * rate:.1f} ± {100 * error:.1f} ({under} under, "
                    f"{missed - under} over; width {wide:.3g})"
                )
            interval = "estimate ± 1.96 SE" if name == "t" else "bootstrap percentile"
            lines.append(f"| {setting.name} | {interval} | {used} | {' | '.join(cells)} |")
    return "\n".join(
        [
            (
                f"{method.upper()}, {studies} simulated studies a setting, {resamples} bootstrap "
                "resamples of persons each, the whole model refitted in every one. Coverage in "
                "percent ± its Monte Carlo error; misses under (the interval lies below the truth) "
                "and over; mean width in mg, for the share in points. `groups` writes the first "
                "kind of interval (with Student's t)."
            ),
            "",
            f"| setting | interval | studies | {' | '.join(QUANTITIES)} |",
            "|---|---|---|---|---|---|---|---|",
            *lines,
        ]
    )


def one_day() -> str:
    """What an outside variance ratio decides when everyone gives a single day."""
    setting = Setting("2,000 people, 1 day", people=2000, days=1)
    truth = setting.truth()
    recalls = setting.sample(np.random.default_rng([SEED, 200]))
    lines = [
        (
            f"{setting.people} people with one day each, true variance ratio {setting.ratio:g}, "
            f"true share below {setting.ear:.0f} mg {100 * truth[4]:.1f} %, "
            f"true P5 {truth[1]:.0f} mg. "
            "Without a ratio both methods answer that the distribution is not identifiable. With "
            "one, the answer is the range below, not one of its rows."
        ),
        "",
        (
            "| ratio used | share of the true ratio | NRC P5 | NRC share below | NCI P5 "
            "| NCI share below |"
        ),
        "|---|---|---|---|---|---|",
    ]
    tables = [
        variance_ratio_sensitivity(
            lambda ratio, method=method: method(recalls, "intake_mg", within_to_between=ratio),
            setting.ratio,
            setting.ear,
        )
        for method in (nrc, nci)
    ]
    for (_, a), (_, b) in zip(tables[0].iterrows(), tables[1].iterrows(), strict=True):
        lines.append(
            f"| {a.within_to_between:g} | {100 * a.multiple:.0f} % | {a.p5:.0f} mg | "
            f"{100 * a.share_below:.1f} % | {b.p5:.0f} mg | {100 * b.share_below:.1f} % |"
        )
    return "\n".join(lines)


def write_section(name: str, text: str, document: Path = DOCUMENT) -> None:
    """Put text between the markers of its section, leaving the rest of the document."""
    start, end = f"<!-- {name}: start -->", f"<!-- {name}: end -->"
    page = document.read_text(encoding="utf-8")
    if start not in page or end not in page:
        message = f"{document.name} has no section {name}"
        raise SystemExit(message)
    before, after = page.split(start)[0], page.split(end)[1]
    document.write_text(f"{before}{start}\n{text}\n{end}{after}", encoding="utf-8")


def main() -> None:
    """Run the parts that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parts = ("bias", "coverage-nrc", "coverage-nci", "one-day")
    parser.add_argument("--part", choices=parts, action="append")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--replicates", type=int, default=1000)
    parser.add_argument("--studies", type=int)
    arguments = parser.parse_args()
    quick = arguments.quick
    studies = arguments.studies
    work = {
        "one-day": one_day,
        "bias": lambda: bias(10 if quick else arguments.replicates),
        "coverage-nrc": lambda: coverage("nrc", 10 if quick else studies or 1000, 200),
        "coverage-nci": lambda: coverage("nci", 2 if quick else studies or 200, 100),
    }
    for part in arguments.part or work:
        text = work[part]()
        print(text, flush=True)
        if not quick:
            write_section(part, text)


if __name__ == "__main__":
    main()
