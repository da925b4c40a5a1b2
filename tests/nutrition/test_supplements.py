import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foods.nutrients import MINERALS
from nutrition.adequacy import assess
from nutrition.frequency import FrequencyError
from nutrition.records import total_records
from nutrition.supplements import (
    Frequency,
    LabelLine,
    Supplement,
    SupplementError,
    compounds,
    diary_row,
    is_medicine,
    minerals_of,
    named,
    read_frequency,
)

CA, MG = MINERALS
# Abridged standard atomic weights (IUPAC): the elemental share is counted again from the formula.
WEIGHTS = {"H": 1.008, "C": 12.011, "N": 14.007, "O": 15.999, "P": 30.974, "S": 32.06}
WEIGHTS |= {"Cl": 35.45, "Ca": 40.078, "Mg": 24.305}
FORMULAS = {
    "calcium carbonate": {"Ca": 1, "C": 1, "O": 3},
    "tricalcium dicitrate tetrahydrate": {"Ca": 3, "C": 12, "H": 18, "O": 18},
    "calcium lactate pentahydrate": {"Ca": 1, "C": 6, "H": 20, "O": 11},
    "calcium gluconate monohydrate": {"Ca": 1, "C": 12, "H": 24, "O": 15},
    "tricalcium phosphate": {"Ca": 3, "P": 2, "O": 8},
    "magnesium oxide": {"Mg": 1, "O": 1},
    "magnesium hydroxide": {"Mg": 1, "O": 2, "H": 2},
    "trimagnesium dicitrate anhydrous": {"Mg": 3, "C": 12, "H": 10, "O": 14},
    "magnesium bisglycinate anhydrous": {"Mg": 1, "C": 4, "H": 8, "N": 2, "O": 4},
    "magnesium sulfate heptahydrate (Epsom)": {"Mg": 1, "S": 1, "O": 11, "H": 14},
    "magnesium chloride hexahydrate": {"Mg": 1, "Cl": 2, "H": 12, "O": 6},
}


def one(mineral, amount, **line):
    options = {k: line.pop(k) for k in ("stated_for", "taken", "frequency", "kind") if k in line}
    return Supplement("tablets", (LabelLine(mineral, amount, **line),), **options)


@pytest.mark.parametrize("name", FORMULAS)
def test_the_share_follows_from_the_formula(name):
    (compound,) = named(name)
    counts = FORMULAS[name]
    mass = sum(WEIGHTS[element] * count for element, count in counts.items())
    metal = "Ca" if compound.mineral == CA else "Mg"
    assert compound.molar_mass == pytest.approx(mass, rel=2e-3)
    assert compound.elemental_share == pytest.approx(
        WEIGHTS[metal] * counts[metal] / mass, rel=4e-3
    )


def test_every_compound_has_a_share_and_a_source():
    assert len(compounds()) == 34
    wrong = [
        c.compound
        for c in compounds()
        if not (0 < c.elemental_share < 1 and c.source and c.mineral in MINERALS)
        or c not in named(c.compound)
    ]
    assert wrong == []
    assert len({c.compound for c in compounds()}) == 34


def test_a_label_states_elemental_amounts():
    taken = minerals_of(one(CA, 500.0, compound="calcium carbonate"))[CA]
    assert (taken.dose_mg, taken.reason) == (500.0, "stated_elemental")


def test_compound_mass_is_converted_only_where_it_is_said():
    taken = minerals_of(one(CA, 1250.0, stated_as="compound", compound="calcium carbonate"))[CA]
    assert taken.dose_mg == pytest.approx(500.5)
    assert taken.reason == "from_compound"


def test_a_name_for_several_salts_is_a_question():
    taken = minerals_of(one(MG, 1000.0, stated_as="compound", compound="Magnesium citrate"))[MG]
    assert (taken.dose_mg, taken.average_mg, taken.reason) == (None, None, "which_compound")
    assert (taken.dose_low_mg, taken.dose_high_mg) == pytest.approx((113.4, 161.6))
    assert len(taken.choices) == 3
    full = one(MG, 1000.0, stated_as="compound", compound=taken.choices[0].compound)
    assert minerals_of(full)[MG].dose_mg == pytest.approx(161.6)


def test_a_salt_sold_in_forms_not_on_record_has_no_bounds():
    taken = minerals_of(one(MG, 1000.0, stated_as="compound", compound="magnesium carbonate"))[MG]
    assert (taken.dose_mg, taken.dose_low_mg, taken.reason) == (None, None, "form_not_stated")


def test_what_a_label_is_silent_on_is_unknown_and_what_is_not_in_it_is_zero():
    silent = minerals_of(one(MG, 200.0))[CA]
    assert (silent.dose_mg, silent.reason) == (None, "not_on_label")
    free = Supplement("tablets", (LabelLine(MG, 200.0),), free_of=(CA,))
    assert minerals_of(free)[CA].dose_mg == 0.0
    unsaid = minerals_of(one(MG, None))[MG]
    assert (unsaid.dose_mg, unsaid.reason) == (None, "no_amount")


@pytest.mark.parametrize(
    ("text", "doses_a_day", "days_a_week"),
    [
        ("daily", 1, 7),
        ("once a day", 1, 7),
        ("Twice a day", 2, 7),
        ("3 x daily", 3, 7),
        ("3× a day", 3, 7),
        ("2 times per day", 2, 7),
        ("twice a week", 2 / 7, 2),
        ("3 times a week", 3 / 7, 3),
        ("5 days a week", 5 / 7, 5),
        ("every day", 1, 7),
        ("every other day", 0.5, 3.5),
        ("every 3 days", 1 / 3, 7 / 3),
        ("weekly", 1 / 7, 1),
        ("once every week", 1 / 7, 1),
        ("monthly", 12 / 365.25, 7 * 12 / 365.25),
        ("14 times a week", 2, 7),
    ],
)
def test_frequencies_are_read(text, doses_a_day, days_a_week):
    read = read_frequency(text)
    assert read.doses_a_day == pytest.approx(doses_a_day)
    assert read.days_a_week == pytest.approx(days_a_week)


@pytest.mark.parametrize("text", ["", "as needed", "sometimes", "0 times a day", "every 0 days", "8 days a week", "twice"])  # fmt: skip # noqa: E501
def test_what_says_no_frequency_is_refused_with_a_hint(text):
    with pytest.raises(FrequencyError) as told:
        read_frequency(text)
    assert told.value.hint


def test_a_dose_on_some_days_is_averaged_over_the_week():
    twice = one(MG, 350.0, stated_for=2, taken=1, frequency=read_frequency("twice a week"))
    taken = minerals_of(twice)[MG]
    assert (taken.dose_mg, taken.day_taken_mg, taken.average_mg) == (175.0, 175.0, 50.0)


def test_an_elemental_amount_too_heavy_for_a_tablet_is_asked_about():
    odd = minerals_of(one(MG, 1000.0, compound="magnesium citrate"))[MG]
    assert odd.questions == ("is_it_compound_mass",)
    assert minerals_of(one(MG, 200.0, compound="magnesium citrate"))[MG].questions == ()


def test_antacids_and_laxatives_are_medicines():
    for name in ("calcium carbonate", "milk of magnesia", "Epsom salt", "magnesium oxide"):
        assert is_medicine(name)
    assert not is_medicine("magnesium taurate")


@pytest.mark.parametrize(
    "supplement",
    [
        one(MG, -1.0),
        one(MG, math.nan),
        one(MG, 100.0, kind="food"),
        one(MG, 100.0, taken=0),
        one(MG, 100.0, stated_as="salt"),
        one(MG, 100.0, stated_as="compound", compound="magnesium stardust"),
        one(MG, 100.0, stated_as="compound"),
        one(MG, 100.0, compound="calcium carbonate"),
        one("zinc_mg", 100.0),
        Supplement("x", (LabelLine(MG, 1.0), LabelLine(MG, 2.0))),
        Supplement("x", (LabelLine(MG, 1.0),), free_of=(MG,)),
    ],
)
def test_what_cannot_be_counted_is_refused_with_a_hint(supplement):
    with pytest.raises(SupplementError) as told:
        minerals_of(supplement)
    assert told.value.hint


def test_rows_are_diary_rows_and_only_supplements_meet_the_magnesium_upper_level(table):
    antacid = Supplement(
        "antacid",
        (LabelLine(MG, 200.0), LabelLine(CA, 300.0)),
        kind="medicine",
        frequency=Frequency(2.0),
    )
    row = diary_row(antacid, person_id="p", day="1")
    assert (row["kind"], row[MG], row[CA]) == ("medicine", 400.0, 600.0)
    seeds = {"person_id": "p", "day": "1", "food": "x", "food_id": "sr28:12016", "unit": "g"}
    rows = pd.DataFrame([seeds | {"amount": 100.0, "kind": "food"}, row])
    items, day = total_records(rows.assign(day_state="complete"), table)
    assert items["amount_status"].tolist() == ["exact", "exact"]
    assert day["magnesium_supplement_mg"].item() == 400.0
    assert day["magnesium_food_mg"].item() == pytest.approx(550.0)
    person = pd.DataFrame([{"person_id": "p", "sex": "female", "age_years": 34}])
    found = assess(day, person).set_index("nutrient")
    assert found.loc[MG, "ul_intake_mg"] == 400.0
    assert found.loc[CA, "ul_intake_mg"] == pytest.approx(652.0)


NAMES = st.sampled_from(sorted({c.family for c in compounds()}))


@given(
    NAMES,
    st.floats(0, 5000),
    st.floats(0.1, 10),
    st.floats(0.5, 4),
    st.floats(0.25, 7),
    st.sampled_from(["elemental", "compound"]),
)
def test_amounts_scale_and_bounds_stay_in_order(name, amount, factor, times, days, stated_as):
    mineral = named(name)[0].mineral
    often = Frequency(times, days)

    def taken(mg):
        line = one(mineral, mg, stated_as=stated_as, compound=name, frequency=often)
        return minerals_of(line)[mineral]

    once, more = taken(amount), taken(amount * factor)
    other = minerals_of(one(mineral, amount))[CA if mineral == MG else MG]
    assert other.average_mg is None
    assert (once.dose_mg is None) == (more.dose_mg is None)
    if once.dose_low_mg is not None:
        assert once.dose_low_mg <= once.dose_high_mg
        assert once.average_low_mg <= once.average_high_mg
        assert more.average_high_mg == pytest.approx(once.average_high_mg * factor)
    if once.dose_mg is not None:
        assert once.dose_low_mg <= once.dose_mg <= once.dose_high_mg
        assert once.average_mg == pytest.approx(once.dose_mg * times * days / 7)


@pytest.mark.parametrize(
    ("mineral", "mg", "times", "asked"),
    [
        # 3 g of calcium carbonate hold 1,201 mg calcium, 3 g of magnesium oxide 1,809 mg magnesium.
        (CA, 1_200.0, 1.0, ()),
        (CA, 1_250.0, 1.0, ("is_it_compound_mass",)),
        (MG, 1_810.0, 1.0, ("is_it_compound_mass",)),
        # Milk of magnesia: 1,000 mg in 30 ml, twice a day; an antacid's 8 g calcium carbonate.
        (MG, 1_000.0, 2.0, ()),
        (CA, 1_100.0, 3.0, ("beyond_daily_maximum",)),
        (CA, 20_000.0, 2.0, ("is_it_compound_mass", "beyond_daily_maximum")),
    ],
)
def test_amounts_beyond_any_label_are_asked_about_and_counted(mineral, mg, times, asked):
    found = minerals_of(one(mineral, mg, frequency=Frequency(times, 7.0)))[mineral]
    assert found.questions == asked
    assert found.day_taken_mg == mg * times
