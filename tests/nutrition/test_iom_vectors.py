"""The published examples of IOM 2000, chapter 3 and appendix B, with their misprints noted."""

import csv
from pathlib import Path

import numpy as np
import pytest

from nutrition.adequacy.individual import (
    certainty,
    probability,
    requirement_sensitivity,
    z_average_requirement,
    z_single_value,
)

VECTORS = list(
    csv.DictReader(
        (Path(__file__).parent / "data" / "iom_vectors.csv")
        .read_text(encoding="utf-8")
        .splitlines()
    )
)


def of_kind(*kinds):
    return [pytest.param(v, id=v["id"]) for v in VECTORS if v["kind"] in kinds]


def numbers(vector, *names):
    return [float(vector[name]) for name in names]


def test_all_vectors_are_here():
    kinds = [vector["kind"] for vector in VECTORS]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "EAR": 1,
        "NEEDED": 6,
        "AI": 9,
        "UL": 9,
        "TABLE B-1": 6,
    }


def test_both_misprints_are_noted():
    assert sum("misprint" in vector["note"] for vector in VECTORS) == 2


def test_worked_example_woman_of_40_three_days_of_magnesium():
    sd_of_difference = np.hypot(26.5, 85.9 / np.sqrt(3))
    assert sd_of_difference == pytest.approx(56.2, abs=0.05)
    z = z_average_requirement(320, 265, 26.5, 85.9, 3)
    assert z == pytest.approx(0.978, abs=0.0005)
    assert probability(z) == pytest.approx(0.836, abs=0.0005)
    assert certainty(z) == 0


@pytest.mark.parametrize("vector", of_kind("EAR"))
def test_against_an_average_requirement(vector):
    intake, ear, sd_r, sd_w, days = numbers(
        vector, "intake", "reference", "sd_requirement", "sd_day", "days"
    )
    z = z_average_requirement(intake, ear, sd_r, sd_w, days)
    assert z == pytest.approx(float(vector["expected_z"]), abs=float(vector["tolerance"]))
    assert 100 * probability(z) == pytest.approx(float(vector["expected_percent"]), abs=0.05)


@pytest.mark.parametrize("vector", of_kind("NEEDED"))
def test_intake_needed_reaches_the_book_s_certainty_and_less_does_not(vector):
    ear, sd_r, sd_w, days, k, needed, tolerance = numbers(
        vector,
        "reference",
        "sd_requirement",
        "sd_day",
        "days",
        "k",
        "expected_intake",
        "tolerance",
    )

    def grade(intake):
        return certainty(z_average_requirement(intake, ear, sd_r, sd_w, days))

    assert grade(needed + np.sign(k) * tolerance) == k
    assert abs(grade(needed - np.sign(k) * tolerance)) < 2


@pytest.mark.parametrize("vector", of_kind("AI", "UL"))
def test_against_a_single_value(vector):
    intake, reference, sd_w, days = numbers(vector, "intake", "reference", "sd_day", "days")
    z = z_single_value(intake, reference, sd_w, days)
    assert z == pytest.approx(float(vector["expected_z"]), abs=float(vector["tolerance"]))
    confidence = probability(z if vector["kind"] == "AI" else -z)
    assert 100 * confidence == pytest.approx(float(vector["expected_percent"]), abs=1)


@pytest.mark.parametrize("vector", of_kind("TABLE B-1"))
def test_table_b_1(vector):
    z, percent, tolerance = numbers(vector, "expected_z", "expected_percent", "tolerance")
    assert probability(z) == pytest.approx(percent / 100, abs=tolerance)


def test_a_wider_requirement_pulls_the_probability_toward_one_half():
    over = list(requirement_sensitivity(320, 265, 85.9, 3).values())
    assert over == sorted(over, reverse=True)
    assert over[0] == pytest.approx(0.836, abs=0.0005)
    assert over[-1] > 0.5
