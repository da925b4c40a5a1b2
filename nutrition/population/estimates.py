"""Groups of people: usual intake, prevalence, upper level, with errors and plain marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.stats import t as student

from foods.nutrients import BY_COLUMN, MINERALS
from nutrition.people import person_key
from nutrition.population.prevalence import ear_cut_point, full_probability, probability_share
from nutrition.population.recalls import Group, groups_of, recalls_of, require, sample_of, usable
from nutrition.population.references import GroupReferences, references_of, upper_level
from nutrition.population.reliability import marks_of
from nutrition.population.replicates import Replicates, bootstrap, replicate_errors
from nutrition.usual.distribution import (
    UsualIntake,
    share_below,
    weighted_mean,
    weighted_percentiles,
)
from nutrition.usual.models import nci, nrc, refitter, with_supplements
from nutrition.usual.power import Floats
from nutrition.usual.recalls import RecallError, read_recalls

__all__ = ["COLUMNS", "ear_cut_point", "full_probability", "groups"]

PERCENTS = np.array([5.0, 25.0, 50.0, 75.0, 95.0])

COLUMNS = (
    "nutrient",
    "n_people",
    "n_people_replicate",
    "n_days",
    "people_unknown",
    "days_unknown",
    "people_excluded",
    "mean_mg",
    "se",
    "p5",
    "p25",
    "p50",
    "p75",
    "p95",
    "share_below_ear",
    "share_below_se",
    "share_below_low",
    "share_below_high",
    "people_without_ear",
    "cut",
    "share_above_ul",
    "ul_base",
    "reference",
    "method",
    "power",
    "within_to_between",
    "n_simulations",
    "n_replicates",
    "replicate_kind",
    "seed",
    "reliable",
    "note",
)
"""Columns of `groups` after the grouping columns."""


MOST_WITHOUT_ANSWER = 0.5
"""Share of replicates without an answer above which there is no standard error at all."""


@dataclass(frozen=True)
class _Settings:
    method: str
    covariates: tuple[str, ...]
    simulations: int
    seed: int
    within_to_between: float | None


@dataclass(frozen=True)
class _Target:
    """One group of one fit: its estimate, its rows of the fit, each person's own references."""

    group: Group
    usual: UsualIntake
    rows: npt.NDArray[np.intp]
    added: Floats
    references: GroupReferences

    def statistics(self, values: Floats, weights: Floats) -> Floats:
        """Mean, percentiles, shares below the EAR by both ways."""
        positive = weights > 0
        if not positive.any() or not len(values):
            return np.full(len(PERCENTS) + 3, np.nan)
        return np.concatenate(
            [
                [weighted_mean(values.mean(axis=1), weights)],
                weighted_percentiles(values, weights, PERCENTS),
                [
                    share_below(values, weights, self.references.ear),
                    probability_share(values, weights, self.references.ear, self.references.cv),
                ],
            ]
        )


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
) -> pd.DataFrame:
    """Usual intake and prevalence by group, for `groups.csv`.

    Only complete days without unknown items count for a nutrient. Days with unknown items
    are left out; `people_unknown` counts the people who have such days, `people_excluded`
    those who have no other. Where the days split food from supplements, the usual intake
    from food is estimated and each person's mean supplement intake added after.

    Errors come from refitting the whole model with bootstrap weights: of sampling units where
    the people have `stratum` and `psu`, of persons otherwise. Intervals are Student's t.

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

    Returns:
        The grouping columns and `COLUMNS`: intakes in mg a day, shares from 0 to 1, `reliable`
        false where too few people or too wide an interval carry the row, `note` in sentences.

    Raises:
        RecallError: A column is missing, people come twice, or the method is unknown.
    """
    if method not in ("nrc", "nci"):
        raise RecallError(f"There is no method {method!r}.", hint="Methods: nrc, nci.")
    require(people, ["person_id", *by], "people")
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
    weights = _replicates(sample, replicates, seed)
    found = groups_of(sample, by)
    rows: list[dict[str, Any]] = []
    for nutrient in nutrients:
        recalls, added = recalls_of(days, sample, nutrient, by)
        wanted = references_of(references, nutrient, keys)
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
            ):
                row["note"] = " ".join([*row["note"], *lost])
                rows.append(row)
    return pd.DataFrame(rows, columns=[*by, *COLUMNS])


def _replicates(sample: pd.DataFrame, count: int, seed: int) -> Replicates | None:
    if count == 0 or sample.empty:
        return None
    names = [n if n in sample.columns else None for n in ("survey_weight", "stratum", "psu")]
    weight, stratum, psu = names
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
) -> Iterator[dict[str, Any]]:
    """One model, and the rows of all the groups it serves."""
    own = recalls[recalls["person_id"].isin(together[0].people)]
    counts = {id(group): _unknown_counts(own, group) for group in together}
    named = {"nutrient": nutrient, "method": settings.method.upper(), "seed": settings.seed}
    if not (own["intake_mg"] > 0).any():
        for group in together:
            yield _empty(group, counts[id(group)] | named)
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
    served = {id(target.group): at for at, target in enumerate(targets)}
    for group in together:
        if id(group) not in served:
            yield _empty(group, counts[id(group)] | named)
            continue
        at = served[id(group)]
        yield from _rows(targets[at], np.array(each[at]), weights, counts[id(group)] | named)


def _unknown_counts(recalls: pd.DataFrame, group: Group) -> dict[str, int]:
    own = recalls[recalls["person_id"].isin(group.people)]
    unknown = own["intake_mg"].isna()
    with_days, known = own["person_id"].nunique(), own.loc[~unknown, "person_id"].nunique()
    return {
        "people_unknown": int(own.loc[unknown, "person_id"].nunique()),
        "days_unknown": int(unknown.sum()),
        "people_excluded": int(with_days - known),
    }


def _empty(group: Group, counts: dict[str, Any]) -> dict[str, Any]:
    nobody = {"n_people": 0, "n_people_replicate": 0, "n_days": 0, "reliable": False}
    note = ["No complete day without unknown items in this group."]
    return group.label | counts | nobody | {"note": note}


def _target(
    *,
    group: Group,
    usual: UsualIntake,
    recalls: pd.DataFrame,
    added: "pd.Series[float] | None",
    wanted: pd.DataFrame | None,
    nutrient: str,
) -> _Target:
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
    return _Target(group, own, held, extra, references)


def _rows(
    target: _Target, each: Floats, weights: Replicates | None, counts: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    usual, references = target.usual, target.references
    whole = target.statistics(usual.intakes, usual.weights)
    errors = np.full(len(whole), np.nan)
    notes = [usual.reason, *usual.notes, *references.notes]
    failed = 0
    if weights is not None and len(each):
        errors = replicate_errors(whole, each, weights)
        notes.append(weights.note)
        failed = int(np.isnan(each).all(axis=1).sum())
        if failed:
            lost = f"{failed} of {len(each)} replicates were not identifiable"
            notes.append(f"{lost} and do not count in the errors.")
    if counts["days_unknown"]:
        notes.append(
            f"{counts['people_unknown']} people have {counts['days_unknown']} days with unknown "
            f"items; those days are left out, and {counts['people_excluded']} people with them."
        )
    above, base, note = upper_level(references, usual)
    notes.append(note)
    shared = {
        **target.group.label,
        **counts,
        "n_people": usual.people,
        "n_people_replicate": usual.people_replicated,
        "n_days": usual.days,
        "mean_mg": whole[0],
        "se": errors[0],
        **dict(zip(("p5", "p25", "p50", "p75", "p95"), whole[1:6], strict=True)),
        "people_without_ear": references.people_without_ear,
        "share_above_ul": above,
        "ul_base": base,
        "reference": references.name,
        "power": usual.power,
        "within_to_between": usual.within / usual.between if usual.between > 0 else np.nan,
        "n_simulations": usual.simulations,
        "n_replicates": len(each),
        "replicate_kind": weights.kind if weights is not None and len(each) else "none",
    }
    freedom = weights.degrees_of_freedom if weights is not None else 0
    failing = failed / len(each) if len(each) else 0.0
    if failing > MOST_WITHOUT_ANSWER:
        errors = np.full_like(errors, np.nan)
    cuts = [("EAR cut-point", 6), ("full probability", 7)]
    if np.isnan(references.ear).all():
        cuts = [("none", 6)]
    elif np.isnan(references.cv).all():
        cuts = cuts[:1]
    for cut, at in cuts:
        reach = float(student.ppf(0.975, freedom)) * errors[at] if freedom > 0 else np.nan
        low, high = max(whole[at] - reach, 0.0), min(whole[at] + reach, 1.0)
        own = freedom if weights is not None else None
        marks = marks_of(usual, whole[at], (low, high), own, failing)
        yield shared | {
            "cut": cut,
            "share_below_ear": whole[at],
            "share_below_se": errors[at],
            "share_below_low": low if not np.isnan(reach) else np.nan,
            "share_below_high": high if not np.isnan(reach) else np.nan,
            "reliable": usual.identifiable and not marks,
            "note": [text for text in [*notes, *marks] if text],
        }
