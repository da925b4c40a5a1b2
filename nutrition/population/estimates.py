"""Groups of people: usual intake, prevalence, upper level, with errors and plain marks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from foods.nutrients import BY_COLUMN, MINERALS
from nutrition.output_columns import GROUPS
from nutrition.people import person_key
from nutrition.population.direct import direct_row, person_means
from nutrition.population.prevalence import ear_cut_point, full_probability
from nutrition.population.recalls import (
    Group,
    food_only,
    groups_of,
    recalls_of,
    require,
    sample_of,
    stated_food_alone,
    unadjusted,
    usable,
)
from nutrition.population.references import GroupReferences, references_of
from nutrition.population.replicates import Replicates, bootstrap, given
from nutrition.population.rows import Target, empty_row, rows_of_target
from nutrition.usual.distribution import UsualIntake
from nutrition.usual.models import SENSITIVITY, nci, nrc, refitter, with_supplements
from nutrition.usual.power import Floats
from nutrition.usual.ratio import checked_ratio
from nutrition.usual.recalls import RecallError, Recalls, read_recalls

__all__ = ["COLUMNS", "ear_cut_point", "full_probability", "groups"]

COLUMNS = tuple(name for name in GROUPS if name != "schema_version")
"""Columns of `groups` after the grouping columns."""


@dataclass(frozen=True)
class _Settings:
    method: str
    covariates: tuple[str, ...]
    simulations: int
    seed: int
    within_to_between: float | None


def groups(
    days: pd.DataFrame,
    people: pd.DataFrame,
    *,
    by: Sequence[str] = (),
    nutrients: Sequence[str] = MINERALS,
    method: str = "nrc",
    references: pd.DataFrame | None = None,
    replicates: int = 100,
    simulations: int = 100,
    seed: int = 1,
    within_to_between: float | None = None,
    pooled: bool = False,
    replicate_weights: Sequence[str] = (),
    fay: float = 0.0,
    notes: Sequence[str] = (),
) -> pd.DataFrame:
    """Usual intake and prevalence by group, for `groups.csv`.

    Only complete days without unknown items count for a nutrient. Days with unknown items
    are left out; `people_unknown` counts the people who have such days, `people_excluded`
    those who have no other. Where the days split food from supplements, the usual intake
    from food is estimated and each person's mean supplement intake added after.

    Errors come from refitting the whole model with bootstrap weights: of sampling units where
    the people have `stratum` and `psu`, of persons otherwise; or with the survey's own
    replicate weights. Intervals are Student's t. Beside usual intake stands the mean of
    reported intake with its Taylor error. With an outside variance ratio the range of results
    over 25 to 200 % of it is given.

    Args:
        days: The days table: `person_id`, `day`, for each nutrient `…_mg`, and where known
            `…_food_mg`, `…_supplement_mg`, `…_unknown_items`; optional
            `day_state` (only `complete` or empty counts), `sequence` (number of the recall),
            `weekend` (bool, Friday to Sunday).
        people: `person_id`, the grouping columns; optional `survey_weight`, `stratum`, `psu`.
        by: Grouping columns of `people`. Everyone together comes first, named `all`; people
            without a value form the group `unknown`.
        nutrients: Nutrient columns, e.g. `calcium_mg`.
        method: `nrc` or `nci`; each group is fitted by itself.
        references: A row for each person and nutrient: `person_id, nutrient, ear_mg, ul_mg,
            ul_base, ul_intake_mg`, optional `reference` (body and edition) and `requirement_cv`
            (coefficient of variation of the requirement; with it the full probability
            approach is shown beside the cut-point). `ear_mg` is empty where the body sets no
            average requirement.
        replicates: Bootstrap replicates; 0 leaves the errors out.
        simulations: Draws for each person (NCI); a fifth of them in replicates.
        seed: Seed of draws and replicates.
        within_to_between: Outside variance ratio, for one day a person.
        pooled: With `nci`, one model with the groups as covariates. Small groups gain
            precision; their means shift where the variances of the groups differ, because
            one model has one variance (measured: docs/validation/usual_intake.md).
        replicate_weights: Columns of `people` with the survey's replicate weights.
        fay: Fay's constant of these, 0 for BRR.
        notes: Sentences that go into every row's `note`.

    Returns:
        The grouping columns and `COLUMNS`: intakes in mg a day, shares from 0 to 1, `reliable`
        false where too few people or too wide an interval carry the row, `note` in sentences.

    Raises:
        RecallError: A column is missing, people come twice, or the method is unknown.
        VarianceRatioError: The ratio is not a positive number.
        SurveyDesignError: Replicate weights that cannot be used.
    """
    if method not in ("nrc", "nci"):
        raise RecallError(f"There is no method {method!r}.", hint="Methods: nrc, nci.")
    checked_ratio(within_to_between)
    require(people, ["person_id", *by, *replicate_weights], "people")
    require(days, ["person_id", "day"], "days")
    if people["person_id"].duplicated().any():
        raise RecallError("Some people come twice.", hint="Give one row for each person_id.")
    together_by = tuple(by) if pooled and method == "nci" else ()
    settings = _Settings(method, together_by, simulations, seed, within_to_between)
    days = days.assign(person_id=person_key(days["person_id"]).astype(object))
    people = people.assign(person_id=person_key(people["person_id"]).astype(object))
    sample, lost = sample_of(days, people)
    # Numbers instead of texts: looking people up is what takes time in large files.
    keys = pd.Index(sample["person_id"])
    sample = sample.assign(person_id=np.arange(len(sample)))
    days = days.assign(person_id=keys.get_indexer(pd.Index(days["person_id"])))
    weights = _replicates(sample, replicates, seed, replicate_weights, fay)
    found = groups_of(sample, by)
    rows: list[dict[str, Any]] = []
    tables = {nutrient: recalls_of(days, sample, nutrient, by) for nutrient in nutrients}
    means = {n: person_means(recalls, added, len(sample)) for n, (recalls, added) in tables.items()}
    complete = days[days["person_id"].ge(0) & days["day"].notna()]
    if "day_state" in complete.columns:
        state = complete["day_state"].astype("object")
        complete = complete[state.isna() | state.isin(["complete", ""])]
    lost += [*unadjusted(complete), *notes]
    for nutrient, (recalls, added) in tables.items():
        wanted = references_of(references, nutrient, keys)
        directs = {id(group): direct_row(sample, means, nutrient, group) for group in found}
        alone = pd.Index(complete.loc[stated_food_alone(complete, nutrient), "person_id"].unique())
        fits = [found] if together_by else [[group] for group in found]
        for together in fits:
            for row in _fit(
                nutrient=nutrient,
                together=together,
                recalls=recalls,
                added=added,
                wanted=wanted,
                sample=sample,
                weights=weights,
                settings=settings,
                directs=directs,
                alone=alone,
            ):
                group = next(g for g in together if all(row[c] == g.label[c] for c in by))
                said = [*row["note"], *food_only(complete, nutrient), *lost]
                rows.append(row | directs[id(group)] | {"note": " ".join(said)})
    return pd.DataFrame(rows, columns=[*by, *COLUMNS])


def _replicates(
    sample: pd.DataFrame, count: int, seed: int, columns: Sequence[str], fay: float
) -> Replicates | None:
    if sample.empty or (count == 0 and not columns):
        return None
    names = [n if n in sample.columns else None for n in ("survey_weight", "stratum", "psu")]
    weight, stratum, psu = names
    if columns:
        return given(sample, columns, fay=fay, stratum=stratum, psu=psu)
    return bootstrap(sample, weight=weight, stratum=stratum, psu=psu, replicates=count, seed=seed)


def _fit(
    *,
    nutrient: str,
    together: list[Group],
    recalls: pd.DataFrame,
    added: "pd.Series[float] | None",
    wanted: pd.DataFrame | None,
    sample: pd.DataFrame,
    weights: Replicates | None,
    settings: _Settings,
    directs: Mapping[int, Mapping[str, Any]],
    alone: "pd.Index[Any]",
) -> Iterator[dict[str, Any]]:
    """One model, and the rows of all the groups it serves."""
    own = recalls[recalls["person_id"].isin(together[0].people)]
    counts = {id(group): _unknown_counts(own, group) for group in together}
    named = {"nutrient": nutrient, "method": settings.method.upper(), "seed": settings.seed}
    if not (own["intake_mg"] > 0).any():
        for group in together:
            yield empty_row(group, counts[id(group)] | named)
        return
    columns = usable(own)
    options: dict[str, Any] = {
        "weight": "survey_weight" if "survey_weight" in own.columns else None,
        "sequence": "sequence" if "sequence" in columns else None,
        "weekend": "weekend" if "weekend" in columns else None,
    }
    ratio = settings.within_to_between
    if settings.method == "nrc":
        usual = nrc(own, "intake_mg", within_to_between=ratio, **options)
    else:
        options["groups"] = settings.covariates
        usual = nci(
            own,
            "intake_mg",
            within_to_between=ratio,
            simulations=settings.simulations,
            seed=settings.seed,
            **options,
        )
    targets = [
        _target(
            group=group,
            usual=usual,
            recalls=own,
            added=added,
            wanted=wanted,
            nutrient=nutrient,
            sample=sample,
            alone=alone,
        )
        for group in together
        if own.loc[own["person_id"].isin(group.people), "intake_mg"].notna().any()
    ]
    each: list[list[Floats]] = [[] for _ in targets]
    if weights is not None and usual.identifiable:
        data = read_recalls(own, "intake_mg", **options)
        draws = max(settings.simulations // 5, 1)
        refit = refitter(
            data, settings.method, simulations=draws, seed=settings.seed, within_to_between=ratio
        )
        places = pd.Index(sample["person_id"]).get_indexer(pd.Index(data.person_ids))
        for number in range(weights.count):
            replicate = weights.weights(number)[places]
            values = refit(replicate) if replicate.any() else np.empty((0, 1))
            for at, target in enumerate(targets):
                part = values[target.rows] + target.added[:, None] if len(values) else values
                each[at].append(target.statistics(part, replicate[target.rows]))
    ranges = _sensitivity(read_recalls(own, "intake_mg", **options), targets, settings)
    served = {id(target.group): at for at, target in enumerate(targets)}
    for group in together:
        if id(group) not in served:
            yield empty_row(group, counts[id(group)] | named)
            continue
        at = served[id(group)]
        row = counts[id(group)] | named | {"variance_ratio": ratio}
        row["direct_df"] = directs[id(group)]["direct_df"]
        yield from rows_of_target(targets[at], np.array(each[at]), weights, row, ranges[at])


def _sensitivity(data: Recalls, targets: list[Target], settings: _Settings) -> list[Floats | None]:
    """Statistics of each target over multiples of an outside variance ratio; None without one."""
    ratio = settings.within_to_between
    if ratio is None or not all(target.usual.identifiable for target in targets):
        return [None] * len(targets)
    found: list[list[Floats]] = [[] for _ in targets]
    for multiple in SENSITIVITY:
        values = refitter(
            data,
            settings.method,
            simulations=settings.simulations,
            seed=settings.seed,
            within_to_between=ratio * multiple,
        )(data.weights)
        for at, target in enumerate(targets):
            part = values[target.rows] + target.added[:, None] if len(values) else values
            found[at].append(target.statistics(part, target.usual.weights))
    return [np.array(one) for one in found]


def _unknown_counts(recalls: pd.DataFrame, group: Group) -> dict[str, int]:
    own = recalls[recalls["person_id"].isin(group.people)]
    unknown = own["intake_mg"].isna()
    with_days, known = own["person_id"].nunique(), own.loc[~unknown, "person_id"].nunique()
    return {
        "people_unknown": int(own.loc[unknown, "person_id"].nunique()),
        "days_unknown": int(unknown.sum()),
        "people_excluded": int(with_days - known),
    }


def _target(
    *,
    group: Group,
    usual: UsualIntake,
    recalls: pd.DataFrame,
    added: "pd.Series[float] | None",
    wanted: pd.DataFrame | None,
    nutrient: str,
    sample: pd.DataFrame,
    alone: "pd.Index[Any]",
) -> Target:
    held = np.flatnonzero(pd.Index(usual.person_ids).isin(group.people))
    ids = usual.person_ids[held]
    days = recalls[recalls["person_id"].isin(ids) & recalls["intake_mg"].notna()]
    own = replace(
        usual,
        person_ids=ids,
        intakes=usual.intakes[held] if usual.identifiable else usual.intakes,
        weights=usual.weights[held],
        people=len(ids),
        people_replicated=int((days.groupby("person_id").size() > 1).sum()),
        days=len(days),
        notes=tuple(note for note in usual.notes if "unknown intake" not in note),
    )
    extra = np.zeros(len(ids))
    if added is not None and own.identifiable:
        own = with_supplements(own, added)
        held = held[pd.Index(ids).isin(own.person_ids)]
        extra = own.per_person(added) if own.identifiable else np.zeros(len(held))
    references = GroupReferences.of(wanted, own.person_ids, BY_COLUMN[nutrient].name)
    energy = {"n_energy_low_or_high": 0, "n_energy_not_assessed": len(ids)}
    if "energy_flag" in sample.columns:
        flags = sample["energy_flag"].to_numpy()[own.person_ids.astype(np.intp)]
        energy = {
            "n_energy_low_or_high": int(np.isin(flags, ["low", "high"]).sum()),
            "n_energy_not_assessed": int((~np.isin(flags, ["low", "high", "plausible"])).sum()),
        }
    food_alone = bool(pd.Index(own.person_ids).isin(alone).any())
    return Target(group, own, held, extra, references, energy, food_alone)
