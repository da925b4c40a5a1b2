"""Replicate weights: bootstrap of persons or sampling units, balanced repeated replication.

For statistics that come out of a model: the whole model is fitted again with each set of
weights. Persons are resampled, never days (METHODS section 3).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.linalg import hadamard

from nutrition.population.design import SurveyDesignError, first_stage_units
from nutrition.usual.power import Floats

Kind: TypeAlias = Literal[
    "bootstrap of persons", "bootstrap of sampling units", "BRR", "Fay", "given BRR", "given Fay"
]


@dataclass(frozen=True)
class Replicates:
    """Sets of weights of the same people.

    Attributes:
        kind: `bootstrap of persons`, `bootstrap of sampling units`, `BRR`, `Fay`, or the last
            two with `given` before them, where the weights came with the survey.
        count: Number of replicates.
        weights: Gives the weights of replicate 0 … count−1, in the order of the people.
        fay: Fay's constant; 0 for plain BRR, NaN for the bootstrap.
        degrees_of_freedom: Sampling units less strata; people less one without a design.
        seed: Seed of the bootstrap; None where nothing is random.
        note: What was done with strata of a single unit; empty when there are none.
    """

    kind: Kind
    count: int
    weights: Callable[[int], Floats]
    fay: float
    degrees_of_freedom: int
    seed: int | None
    note: str = ""


def bootstrap(
    people: pd.DataFrame,
    *,
    weight: str | None = None,
    stratum: str | None = None,
    psu: str | None = None,
    replicates: int = 100,
    seed: int = 1,
) -> Replicates:
    """Bootstrap weights.

    Without strata and units, people are drawn with replacement. With them, n − 1 of the n
    units of each stratum are drawn and weighted n / (n − 1) (Rao, Wu and Yue 1992, Survey
    Methodology 18:209). A stratum of a single unit keeps its weight and adds no variance.

    Args:
        people: A row for each person of the whole sample.
        weight: Column of survey weights.
        stratum: Column of strata.
        psu: Column of first-stage units.
        replicates: Number of sets.
        seed: Seed.
    """
    base = np.ones(len(people)) if weight is None else people[weight].to_numpy(dtype=float)
    count = len(people)
    if stratum is None and psu is None:

        def of_people(replicate: int) -> Floats:
            generator = np.random.default_rng([seed, replicate])
            drawn = generator.integers(0, count, count)
            return base * np.bincount(drawn, minlength=count)

        return Replicates(
            "bootstrap of persons", replicates, of_people, float("nan"), count - 1, seed
        )
    names, units, unit_stratum = first_stage_units(people, stratum, psu)
    members = [np.flatnonzero(unit_stratum == h) for h in range(int(unit_stratum.max()) + 1)]

    def of_units(replicate: int) -> Floats:
        generator = np.random.default_rng([seed, replicate])
        factor = np.ones(len(unit_stratum))
        for unit in members:
            size = len(unit)
            if size > 1:
                drawn = generator.integers(0, size, size - 1)
                factor[unit] = np.bincount(drawn, minlength=size) * size / (size - 1.0)
        return np.asarray(base * factor[units])

    single = [str(names[h]) for h, unit in enumerate(members) if len(unit) == 1]
    note = ""
    if single:
        note = f"Strata with a single sampling unit add no variance: {', '.join(single[:5])}."
    freedom = len(unit_stratum) - len(members)
    return Replicates(
        "bootstrap of sampling units", replicates, of_units, float("nan"), freedom, seed, note
    )


def balanced(
    people: pd.DataFrame,
    *,
    stratum: str,
    psu: str,
    weight: str | None = None,
    fay: float = 0.0,
) -> Replicates:
    """Balanced repeated replication, or Fay's variant.

    Each replicate takes one unit of every stratum at 2 − k times its weight and the other
    at k times, by the columns of a Hadamard matrix (Wolter 2007, chapter 3). Work with the
    NCI method uses k = 0.3.

    Args:
        people: A row for each person of the whole sample.
        stratum: Column of strata, each with exactly two units.
        psu: Column of first-stage units.
        weight: Column of survey weights.
        fay: k, from 0 (plain BRR) to below 1.

    Raises:
        SurveyDesignError: A stratum does not have two units, or k is out of range.
    """
    if not 0 <= fay < 1:
        raise SurveyDesignError(f"Fay's constant is {fay}.", hint="It lies from 0 to below 1.")
    base = np.ones(len(people)) if weight is None else people[weight].to_numpy(dtype=float)
    names, units, unit_stratum = first_stage_units(people, stratum, psu)
    sizes = np.bincount(unit_stratum)
    if (sizes != 2).any():  # noqa: PLR2004
        odd = ", ".join(str(name) for name in names[sizes != 2][:5])  # noqa: PLR2004
        raise SurveyDesignError(
            f"BRR needs two sampling units in every stratum; these have another number: {odd}.",
            hint="Use the bootstrap, or merge strata.",
        )
    count = 1 << int(np.ceil(np.log2(len(sizes) + 1)))
    # The first column is constant; leaving it out keeps the replicates in full balance.
    signs: npt.NDArray[np.int_] = hadamard(max(count, 4))[:, 1 : len(sizes) + 1]
    second = np.concatenate([[False], unit_stratum[1:] == unit_stratum[:-1]])

    def of_halves(replicate: int) -> Floats:
        side = np.where(second, -1, 1) * signs[replicate][unit_stratum]
        return np.asarray(base * np.where(side > 0, 2.0 - fay, fay)[units])

    kind: Kind = "Fay" if fay else "BRR"
    return Replicates(kind, len(signs), of_halves, fay, len(unit_stratum) - len(sizes), None)


def given(
    people: pd.DataFrame,
    columns: Sequence[str],
    *,
    fay: float = 0.0,
    stratum: str | None = None,
    psu: str | None = None,
) -> Replicates:
    """Replicate weights that a survey publishes with its data.

    Args:
        people: A row for each person of the whole sample.
        columns: The weights of each replicate, in order.
        fay: Fay's constant of these weights, 0 for plain BRR.
        stratum: Column of strata, for the degrees of freedom.
        psu: Column of first-stage units, likewise.

    Returns:
        The sets. Degrees of freedom are units less strata where both are known, otherwise the
        rank of the weights less one (as R's `survey` takes them).

    Raises:
        SurveyDesignError: Fewer than two columns, a column that is empty, not a number or
            negative for somebody, or k out of range.
    """
    if not 0 <= fay < 1:
        raise SurveyDesignError(f"Fay's constant is {fay}.", hint="It lies from 0 to below 1.")
    if len(columns) < 2:  # noqa: PLR2004
        raise SurveyDesignError(
            f"{len(columns)} columns of replicate weights.", hint="Give the two or more there are."
        )
    table = people[list(columns)].apply(pd.to_numeric, errors="coerce").astype("float64")
    bad = [c for c in columns if not (np.isfinite(table[c]) & table[c].ge(0)).all()]
    if bad:
        raise SurveyDesignError(
            f"Replicate weights are missing or negative in {', '.join(bad[:5])}.",
            hint="Every person with a survey weight needs one in each replicate; 0 is a weight.",
            columns=bad,
        )
    weights = table.to_numpy(dtype=float)
    if stratum is not None and psu is not None:
        _, _, unit_stratum = first_stage_units(people, stratum, psu)
        freedom = len(unit_stratum) - len(np.unique(unit_stratum))
    else:
        freedom = int(np.linalg.matrix_rank(weights)) - 1
    kind: Kind = "given Fay" if fay else "given BRR"
    return Replicates(kind, len(columns), lambda at: np.asarray(weights[:, at]), fay, freedom, None)


def replicate_errors(whole: Floats, each: Floats, replicates: Replicates) -> Floats:
    """Standard errors from a statistic of the whole and of each replicate.

    Args:
        whole: Statistics of the full sample.
        each: The same for each replicate, a row for each; rows of NaN (replicates that
            were not identifiable) are left out.
        replicates: The sets of weights they came from.

    Returns:
        BRR and Fay: root of Σ(θr − θ)² / (R (1 − k)²). Bootstrap: standard deviation of the
        replicates. NaN with fewer than two.
    """
    with np.errstate(invalid="ignore"):
        good = each[~np.isnan(each).all(axis=1)]
        if len(good) < 2:  # noqa: PLR2004
            return np.full(len(whole), np.nan)
        if np.isnan(replicates.fay):
            return np.asarray(good.std(axis=0, ddof=1))
        squares = ((good - whole) ** 2).mean(axis=0)
        return np.asarray(np.sqrt(squares) / (1.0 - replicates.fay))
