"""Suggestions: exact, safe, true to their promise; the list row by row."""

import csv
import re
from collections import Counter
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nutrition
from foods.errors import TableError
from nutrition import references
from nutrition.suggest import (
    EverydayFood,
    Filters,
    Infeasible,
    Needs,
    NothingToClose,
    NotOffered,
    Offer,
    Person,
    SuggestionError,
    everyday_foods,
    needs_from,
    suggest,
    swaps,
)
from nutrition.suggest.everyday import LIST
from nutrition.suggest.programme import Limits, can_close, least_energy, least_shortfall

ADULT = Person(age_months=34 * 12)
WOMAN = Needs(calcium_mg=400, magnesium_mg=90, calcium_room_mg=1900)


def food(name, calcium, magnesium, energy, **other):
    values = {
        "food_id": f"test:{name}",
        "amount": 1,
        "measure": "cup",
        "grams": 100,
        "grams_low": 100,
        "grams_high": 100,
        "grams_source": "test",
        "max_portions": 2,
        "half_portions": False,
        "group": name,
        "role": name,
        "vegan": True,
        "lactose_free": True,
        "only_lactose_free": False,
        "nuts": False,
        "gluten": False,
        "whole_nuts": False,
        "vitamin_k": False,
        "high_oxalate": False,
        "fortified": False,
        "from_age_years": 2,
    } | other
    return EverydayFood(
        name=name, calcium_mg=calcium, magnesium_mg=magnesium, energy_kcal=energy, **values
    )


# Against brute force


@st.composite
def tables(draw):
    count = draw(st.integers(1, 5))
    return [
        food(
            f"food{at}",
            draw(st.integers(0, 400)),
            draw(st.integers(0, 150)),
            draw(st.integers(1, 300)),
            max_portions=draw(st.integers(0, 3)),
            half_portions=draw(st.booleans()),
            group=draw(st.sampled_from(["milk", "nuts", "greens", "bread"])),
            high_oxalate=draw(st.booleans()),
            vegan=draw(st.booleans()),
            grams_low=draw(st.sampled_from([100, 95])),
            grams_high=draw(st.sampled_from([100, 105])),
        )
        for at in range(count)
    ]


missing = st.none() | st.integers(-50, 700)
limits_of = st.builds(
    Limits,
    energy_kcal=st.none() | st.integers(0, 900),
    calcium_room_mg=st.none() | st.integers(-50, 1500),
    different_foods=st.integers(1, 4),
    portions=st.integers(1, 6),
)


def every_choice(foods):
    amounts = [
        [0, *(n / 2 for n in range(2, 2 * f.max_portions + 1) if f.half_portions or n % 2 == 0)]
        for f in foods
    ]
    for row in product(*amounts):
        yield [(f, n) for f, n in zip(foods, row, strict=True) if n]


def brought(chosen):
    calcium = sum(f.calcium_mg * n * f.grams_low / f.grams for f, n in chosen if not f.high_oxalate)
    magnesium = sum(f.magnesium_mg * n * f.grams_low / f.grams for f, n in chosen)
    return calcium, magnesium


def keeps(chosen, limits):
    energy = sum(f.energy_kcal * n for f, n in chosen)
    most = sum(f.calcium_mg * n * f.grams_high / f.grams for f, n in chosen)
    groups = [f.group for f, _ in chosen]
    return (
        (limits.energy_kcal is None or energy <= limits.energy_kcal + 1e-9)
        and (limits.calcium_room_mg is None or most <= limits.calcium_room_mg + 1e-9)
        and len(chosen) <= limits.different_foods
        and sum(n for _, n in chosen) <= limits.portions
        and len(groups) == len(set(groups))
    )


def closes(chosen, needs):
    calcium, magnesium = brought(chosen)
    return (
        calcium >= (needs.calcium_mg or 0) - 1e-9 and magnesium >= (needs.magnesium_mg or 0) - 1e-9
    )


def differs(chosen, foods, earlier):
    ids = {f.food_id for f, _ in chosen}
    groups = {f.group for f, _ in chosen}
    for before in earlier:
        of_before = {f.group for f in foods if f.food_id in before}
        if len(ids & before) > max(len(before) - 2, 0):
            return False
        if len(groups & of_before) > max(len(of_before) - 1, 0):
            return False
    return True


def worth(chosen):
    return (round(sum(f.energy_kcal * n for f, n in chosen), 1), len(chosen))


@given(foods=tables(), calcium=missing, magnesium=missing, limits=limits_of)
def test_the_programme_finds_what_brute_force_finds(foods, calcium, magnesium, limits):
    needs = Needs(calcium, magnesium)
    possible = [c for c in every_choice(foods) if keeps(c, limits) and closes(c, needs)]
    found = least_energy(foods, needs, limits)
    if not possible:
        assert found is None
        return
    chosen = [(f, found[f.food_id]) for f in foods if f.food_id in found]
    assert keeps(chosen, limits)
    assert closes(chosen, needs)
    assert worth(chosen) == min(map(worth, possible))


@given(foods=tables(), calcium=st.integers(1, 400), magnesium=missing, limits=limits_of)
def test_a_further_answer_is_the_best_of_those_that_differ(foods, calcium, magnesium, limits):
    needs = Needs(calcium, magnesium)
    first = least_energy(foods, needs, limits)
    if first is None:
        return
    earlier = [frozenset(first)]
    possible = [
        c
        for c in every_choice(foods)
        if keeps(c, limits) and closes(c, needs) and differs(c, foods, earlier)
    ]
    second = least_energy(foods, needs, limits, earlier)
    assert (second is None) == (not possible)
    if second is not None:
        chosen = [(f, second[f.food_id]) for f in foods if f.food_id in second]
        assert differs(chosen, foods, earlier)
        assert worth(chosen) == min(map(worth, possible))


def share_short(chosen, needs):
    pairs = zip((needs.calcium_mg, needs.magnesium_mg), brought(chosen), strict=True)
    return sum(max(need - has, 0) / need for need, has in pairs if need and need > 0)


@given(foods=tables(), calcium=st.integers(1, 700), magnesium=missing, limits=limits_of)
def test_the_nearest_choice_is_as_near_as_any_to_within_one_percent(
    foods, calcium, magnesium, limits
):
    needs = Needs(calcium, magnesium)
    possible = [c for c in every_choice(foods) if keeps(c, limits)]
    found = least_shortfall(foods, needs, limits)
    if not possible:
        assert found is None
        return
    chosen = [(f, found[f.food_id]) for f in foods if f.food_id in found]
    assert keeps(chosen, limits)
    assert share_short(chosen, needs) <= min(share_short(c, needs) for c in possible) * 1.01 + 2e-6


@given(
    foods=tables(),
    calcium=missing,
    magnesium=missing,
    allowance=st.none() | st.integers(0, 500),
    room=st.none() | st.integers(-10, 900),
    vegan=st.booleans(),
)
def test_lifting_what_is_said_to_bind_makes_it_possible(
    foods, calcium, magnesium, allowance, room, vegan
):
    needs, filters = Needs(calcium, magnesium, room), Filters(vegan=vegan)
    result = suggest(needs, ADULT, allowance_kcal=allowance, filters=filters, foods=foods)
    if isinstance(result, Offer):
        assert all(f.food.vegan for a in result.answers for f in a.portions) or not vegan
        return
    if not isinstance(result, Infeasible):
        assert needs.met or not needs.defined
        return
    eaten = [f for f in foods if filters.keep(f)]
    limits = Limits(allowance, room, 4, 6)
    assert not can_close(eaten, needs, limits)
    for lifted in result.binding:
        freed = limits
        for name in lifted:
            freed = freed.without(name)
        assert can_close(foods if "filters" in lifted else eaten, needs, freed)
        if "portions" not in lifted:
            again = suggest(
                Needs(calcium, magnesium, None if "upper-level" in lifted else room),
                ADULT,
                allowance_kcal=None if "energy" in lifted else allowance,
                filters=Filters() if "filters" in lifted else filters,
                foods=foods,
            )
            assert isinstance(again, Offer)


@pytest.mark.parametrize(
    ("needs", "allowance", "filters", "binding"),
    [
        (Needs(300, None), 50, Filters(), (("energy",),)),
        (Needs(300, None, 200), None, Filters(), (("upper-level",),)),
        (Needs(300, None), None, Filters(vegan=True), (("filters",),)),
        (Needs(1500, None), None, Filters(), (("portions",),)),
        (Needs(300, None, 200), 50, Filters(), (("energy", "upper-level"),)),
        (Needs(None, 10), None, Filters(), ()),
    ],
)
def test_the_binding_limit_is_named(needs, allowance, filters, binding):
    milk = [food("milk", 300, 0, 100, vegan=False)]
    result = suggest(needs, ADULT, allowance_kcal=allowance, filters=filters, foods=milk)
    assert isinstance(result, Infeasible)
    assert result.binding == binding


def test_the_best_within_the_limits_is_given_with_what_stays_short():
    milk = [food("milk", 300, 20, 100)]
    best = suggest(Needs(1000, None), ADULT, foods=milk).best
    assert [(p.food.name, p.portions) for p in best.portions] == [("milk", 2)]
    assert best.calcium_short_mg == 400
    assert best.magnesium_short_mg is None


def test_nothing_is_best_where_the_upper_level_is_passed_already():
    result = suggest(Needs(None, 50, -200), ADULT)
    assert result.binding == (("upper-level",),)
    assert result.best is None


def test_no_energy_allows_nothing():
    result = suggest(WOMAN, ADULT, allowance_kcal=0)
    assert result.binding == (("energy",),)
    assert result.best.portions == ()
    assert result.best.calcium_short_mg == WOMAN.calcium_mg


# What is promised


@pytest.mark.parametrize(
    ("needs", "filters", "allowance"),
    [
        (WOMAN, Filters(), None),
        (Needs(500, 60, 2000), Filters(vegan=True), 400),
        (Needs(None, 150, 300), Filters(without_nuts=True, without_gluten=True), None),
        (Needs(600, 60, 1000), Filters(lactose_free=True), 250),
        (Needs(350, None, None), Filters(disliked=frozenset({"milk", "tofu"})), None),
    ],
)
def test_a_suggested_day_recomputed_meets_what_it_promised(needs, filters, allowance, table):
    import pandas as pd

    offer = suggest(needs, ADULT, filters=filters, allowance_kcal=allowance, answers=5)
    assert len(offer.answers) >= 3
    rows = [
        {
            "person_id": str(number),
            "day": "1",
            "food": portion.food.name,
            "food_id": portion.food.food_id,
            "amount": portion.grams,
            "unit": "g",
        }
        for number, answer in enumerate(offer.answers)
        for portion in answer.portions
    ]
    days = nutrition.total(nutrition.resolve(nutrition.read(pd.DataFrame(rows)), table))
    days = days.set_index("person_id")
    for number, answer in enumerate(offer.answers):
        day = days.loc[str(number)]
        assert day["calcium_mg"] == pytest.approx(answer.calcium_mg)
        assert day["magnesium_mg"] == pytest.approx(answer.magnesium_mg)
        assert day["energy_kcal"] == pytest.approx(answer.energy_kcal)
        assert day["calcium_mg"] >= (needs.calcium_mg or 0) - 1e-6
        assert day["magnesium_mg"] >= (needs.magnesium_mg or 0) - 1e-6
        assert day["calcium_mg"] <= (needs.calcium_room_mg or 1e9) + 1e-6
        assert allowance is None or day["energy_kcal"] <= allowance + 1e-6
        assert answer.calcium_short_mg in (0, None)
        assert answer.magnesium_short_mg in (0, None)


def test_portions_weigh_what_their_household_measure_weighs(table):
    from foods.measures import weigh

    for answer in suggest(WOMAN, ADULT).answers:
        for portion in answer.portions:
            one = weigh(table, portion.food.food_id, portion.food.measure).grams_per_unit
            assert portion.grams == pytest.approx(one * portion.measures)


def test_answers_come_lowest_energy_first_and_differ():
    found = suggest(WOMAN, ADULT, answers=5).answers
    energies = [answer.energy_kcal for answer in found]
    assert len(found) == 5
    assert energies == pytest.approx(sorted(energies), abs=0.5)
    names = [{p.food.name for p in answer.portions} for answer in found]
    for at, own in enumerate(names):
        assert 1 <= len(own) <= 4
        assert all(len(own ^ other) >= 2 for other in names[:at])
    for name in set().union(*names):
        assert sum(name in own for own in names) <= 2


def test_a_food_comes_a_third_time_only_where_no_other_answer_is_left():
    few = Needs(520.0, 90.0, 1320.0)
    terms = {"allowance_kcal": 250.0, "filters": Filters(lactose_free=True)}
    found = suggest(few, Person(72 * 12), answers=10, **terms).answers
    energies = [answer.energy_kcal for answer in found]
    assert len(found) == 10
    assert energies == sorted(energies)
    assert max(energies) <= 250
    seen = Counter(p.food.food_id for answer in found for p in answer.portions)
    assert max(seen.values()) == 3
    assert len({frozenset(p.food.food_id for p in answer.portions) for answer in found}) == 10


def test_high_oxalate_calcium_is_shown_and_limited_but_not_counted_on():
    spinach = food("spinach", 300, 80, 40, high_oxalate=True)
    milk = food("milk", 300, 10, 100)
    answer = suggest(Needs(300, None), ADULT, foods=[spinach, milk]).answers[0]
    assert [p.food.name for p in answer.portions] == ["milk"]
    answer = suggest(Needs(None, 80), ADULT, foods=[spinach, milk]).answers[0]
    assert (answer.calcium_mg, answer.calcium_counted_mg) == (300, 0)
    assert "oxalate-calcium-not-counted" in answer.portions[0].notes
    assert isinstance(suggest(Needs(None, 80, 200), ADULT, foods=[spinach]), Infeasible)


def test_lactose_free_milk_is_offered_only_to_those_who_avoid_lactose():
    milk = [food("lactose-free milk", 300, 30, 80, only_lactose_free=True)]
    assert isinstance(suggest(Needs(250, None), ADULT, foods=milk), Infeasible)
    avoids = Filters(lactose_free=True)
    assert isinstance(suggest(Needs(250, None), ADULT, foods=milk, filters=avoids), Offer)


# Who is offered nothing, and notes


@pytest.mark.parametrize(
    "context", ["kidney-disease", "kidney-stones", "eating-disorder", "refeeding-risk"]
)
def test_nothing_is_offered_where_a_professional_is_to_be_asked(context):
    person = Person(34 * 12, contexts=frozenset({context, "diabetes"}))
    assert suggest(WOMAN, person) == NotOffered((context,))
    assert swaps([("sr28:18069", 60)], WOMAN, person) == NotOffered((context,))


@pytest.mark.parametrize(
    ("months", "reason"), [(23, "under-two"), (None, "age-unknown"), (float("nan"), "age-unknown")]
)
def test_nothing_is_offered_under_two_or_at_an_unknown_age(months, reason):
    assert suggest(WOMAN, Person(months)) == NotOffered((reason,))
    assert swaps([("sr28:18069", 60)], WOMAN, Person(months)) == NotOffered((reason,))


def test_a_misspelt_context_is_refused():
    with pytest.raises(SuggestionError, match="kidney_disease"):
        suggest(WOMAN, Person(400, contexts=frozenset({"kidney_disease"})))


@pytest.mark.parametrize(("months", "offered"), [(24, False), (59, False), (60, True)])
def test_whole_nuts_are_offered_from_five_years(months, offered):
    nuts = [food("almonds", 80, 80, 160, whole_nuts=True)]
    result = suggest(Needs(None, 50), Person(months), foods=nuts)
    assert isinstance(result, Offer) is offered


@pytest.mark.parametrize(
    ("medicines", "warfarin", "levothyroxine"),
    [
        (None, True, True),
        (frozenset(), False, False),
        (frozenset({"warfarin"}), True, False),
        (frozenset({"levothyroxine"}), False, True),
    ],
)
def test_notes_stand_beside_greens_and_calcium(medicines, warfarin, levothyroxine):
    kale = [food("kale", 150, 20, 30, vitamin_k=True)]
    answer = suggest(Needs(100, None), Person(400, medicines=medicines), foods=kale).answers[0]
    assert ("vitamin-k-warfarin" in answer.portions[0].notes) is warfarin
    assert ("calcium-levothyroxine" in answer.notes) is levothyroxine


@pytest.mark.parametrize(
    ("filters", "broken"),
    [
        (Filters(vegan=True), lambda f: not f.vegan),
        (Filters(lactose_free=True), lambda f: not f.lactose_free),
        (Filters(without_nuts=True), lambda f: f.nuts),
        (Filters(without_gluten=True), lambda f: f.gluten),
        (Filters(disliked=frozenset({"kale", "sr28:11458"})), lambda f: "kale" in f.name),
    ],
)
def test_filters_are_never_broken(filters, broken):
    day = [("sr28:01077", 250), ("sr28:18069", 60), ("sr28:20445", 158), ("sr28:11457", 30)]
    for answer in suggest(WOMAN, ADULT, filters=filters).answers:
        assert not [p.food.name for p in answer.portions if broken(p.food)]
        assert filters.disliked or "filters-by-name-check-label" in answer.notes
    assert not [s.towards.name for s in swaps(day, WOMAN, ADULT, filters=filters, per_item=50)
                if broken(s.towards)]  # fmt: skip


def test_a_disliked_word_is_a_word_not_a_part_of_one():
    kept = {f.name for f in everyday_foods() if Filters(disliked=frozenset({"rice"})).keep(f)}
    assert "brown rice, cooked" not in kept
    assert "liquorice" not in kept
    assert "kale, boiled" in kept
    eggs = {f.name for f in everyday_foods() if Filters(disliked=frozenset({"egg"})).keep(f)}
    assert "egg, poached" not in eggs
    assert not any("tomatoes" in f.name for f in everyday_foods()
                   if Filters(disliked=frozenset({"Tomato"})).keep(f))  # fmt: skip


@pytest.mark.parametrize(
    ("needs", "reason"),
    [
        (Needs(0, -20), "already-met"),
        (Needs(None, -1), "already-met"),
        (Needs(None, None), "not-defined"),
    ],
)
def test_no_foods_are_pushed_where_nothing_is_missing(needs, reason):
    assert suggest(needs, ADULT) == NothingToClose(reason)


@pytest.mark.parametrize("allowance", [-1, float("nan"), float("inf")])
def test_an_allowance_that_is_no_number_is_refused(allowance):
    with pytest.raises(SuggestionError, match="allowance_kcal"):
        suggest(WOMAN, ADULT, allowance_kcal=allowance)


# Needs from references


def test_needs_are_counted_to_the_rda_and_room_to_the_total_upper_level():
    nasem = references.load("NASEM")
    calcium, magnesium = (
        nasem.for_person(m, "female", 34 * 12, "none") for m in ("calcium_mg", "magnesium_mg")
    )
    needs = needs_from(calcium, magnesium, calcium_mg=600, magnesium_mg=240)
    assert needs == Needs(calcium_mg=400, magnesium_mg=80, calcium_room_mg=1900)


def test_an_adequate_intake_serves_where_there_is_no_rda():
    efsa = references.load("EFSA")
    calcium, magnesium = (
        efsa.for_person(m, "female", 34 * 12, "none") for m in ("calcium_mg", "magnesium_mg")
    )
    needs = needs_from(calcium, magnesium, calcium_mg=950, magnesium_mg=240)
    assert needs == Needs(calcium_mg=0, magnesium_mg=60, calcium_room_mg=1550)


# Swaps


def test_unfortified_soya_for_fortified_gains_calcium_at_the_same_amount(table):
    found = swaps([("sr28:16120", 243)], Needs(300, None), ADULT, per_item=50)
    swap = next(s for s in found if s.towards.name == "soya drink, unsweetened, calcium-fortified")
    old, new = table.food("sr28:16120"), table.food("sr28:16222")
    assert swap.calcium_mg == pytest.approx((new.calcium_mg - old.calcium_mg) * 2.43)
    assert swap.magnesium_mg == pytest.approx((new.magnesium_mg - old.magnesium_mg) * 2.43)
    assert "fortified-check-label" in swap.notes


def test_swaps_stay_in_their_role_and_come_best_first():
    day = [(f.food_id, f.grams) for f in everyday_foods()]
    found = swaps(day, WOMAN, ADULT, per_item=2)
    assert found
    assert all(s.away.role == s.towards.role for s in found)
    assert all(s.towards.max_portions > 0 for s in found)
    shares = [s.share_closed for s in found]
    assert shares == sorted(shares, reverse=True)
    assert min(shares) > 0


def test_a_food_that_is_not_listed_has_no_swap():
    assert swaps([("sr28:00000", 100)], WOMAN, ADULT) == ()


def test_a_swap_keeps_below_the_upper_level():
    found = swaps([("sr28:16120", 243)], Needs(300, None, 100), ADULT, per_item=50)
    assert all(s.calcium_mg <= 100 for s in found)


# The list


def listed():
    return everyday_foods()


def test_the_list_is_long_enough_and_read_whole():
    with LIST.open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(listed())
    assert sum(f.max_portions > 0 for f in listed()) >= 150


NOT_EVERYDAY = (
    "baking powder",
    "leaven",
    "espresso",
    "fish sauce",
    "babyfood",
    "dry mix",
    "powder",
    "supplement",
    "liver",
    "brazil",
    "seaweed",
    "grapefruit",
    "beverages, water",
    "alcoholic",
)
RAW_IS_EATEN = (
    "fruit", "dried fruit", "avocado", "salad leaves", "raw vegetables", "nuts", "seeds",
)  # fmt: skip


@pytest.mark.parametrize("one", listed(), ids=lambda f: f.name)
def test_row(one, table):
    food = table.food(one.food_id)
    described = food.description.lower()
    assert 5 <= one.grams <= 500
    assert one.calcium_mg <= 500, "one portion is a supplement"
    assert one.energy_kcal > 0
    assert one.calcium_mg == pytest.approx(food.calcium_mg * one.grams / 100)
    assert one.magnesium_mg == pytest.approx(food.magnesium_mg * one.grams / 100)
    assert one.grams_source
    assert 0 <= one.max_portions <= 3
    assert not any(word in described for word in NOT_EVERYDAY)
    raw = " raw" in described and "(2" not in described and "tofu" not in described
    assert not raw or one.role in RAW_IS_EATEN
    assert "uncooked" not in described or one.role == "dried fruit"
    assert not one.whole_nuts or (one.nuts and one.from_age_years >= 5)
    says_fortified = "fortified" in one.name and "not fortified" not in one.name
    assert says_fortified <= one.fortified
    if food.fortified:
        assert one.fortified
        assert says_fortified or "calcium" in one.name
    if food.food_group == "leafy greens":
        assert one.vitamin_k
    if food.food_group in ("milk", "cheese", "eggs", "fish and seafood", "fish with bones"):
        assert not one.vegan
    if food.food_group in ("milk", "cheese", "yogurt") and "lactose free" not in described:
        assert not one.lactose_free
    if food.food_group == "nuts" and "coconut" not in described:
        assert one.nuts
    if any(w in described for w in ("wheat", "rye", "barley", "bulgur", "oat", "spelt")):
        assert one.gluten or "buckwheat" in described or "goat" in described
    if one.vegan:
        assert one.lactose_free
    assert one.only_lactose_free == ("lactose free" in described)


NO_LACTOSE = (
    "fish and seafood", "fish with bones", "eggs", "meat", "poultry", "nuts", "legumes", "fruit",
    "leafy greens", "vegetables", "starchy vegetables", "whole grains", "juices",
)  # fmt: skip


def test_only_milk_and_what_may_hold_it_is_kept_from_those_who_avoid_lactose(table):
    without = [one for one in listed() if table.food(one.food_id).food_group in NO_LACTOSE]
    assert len(without) > 100
    may_hold_milk = re.compile(r"milk|cream|cheese|butter,|muffin|bun|custard|pudding|chocolate")
    wrong = [
        one.name
        for one in without
        if not one.lactose_free
        and not may_hold_milk.search(table.food(one.food_id).description.lower())
    ]
    assert wrong == []
    fish = [one for one in listed() if one.group in ("fish", "eggs")]
    assert len(fish) == 19
    assert all(one.lactose_free for one in fish)


def test_each_group_and_role_has_its_foods():
    roles = {f.role for f in listed() if f.max_portions > 0}
    assert {f.role for f in listed()} == roles, "a swap-only food has nothing to swap towards"
    assert len({f.group for f in listed()}) >= 12


def test_wrong_rows_are_named_all_at_once(tmp_path):
    with LIST.open(encoding="utf-8", newline="") as file:
        header, first, second = [next(csv.reader(file)) for _ in range(3)]
    first[header.index("food_id")] = "sr28:00000"
    second[header.index("measure")] = "bathtub"
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, first, second])
    with pytest.raises(TableError, match=r"sr28:00000.*bathtub"):
        everyday_foods(path=path)
