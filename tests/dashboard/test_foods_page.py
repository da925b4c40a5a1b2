"""Foods: the richest foods and one food's record, with values of the bundled table."""

import pytest


def words(app):
    return "\n".join(
        one.value.replace("\\", "") for kind in (app.markdown, app.caption) for one in kind
    )


def test_richest_per_100_g_of_a_group(open_page):
    app = open_page("explore")
    app.selectbox(key="rich_group").set_value("seeds")
    app.segmented_control(key="rich_nutrient").set_value("magnesium_mg").run()
    shown = app.dataframe[0].value
    assert list(shown["magnesium_mg"]) == sorted(shown["magnesium_mg"], reverse=True)
    pumpkin = shown[shown["description"] == "Seeds, pumpkin and squash seed kernels, dried"]
    assert pumpkin["magnesium_mg"].item() == 592.0  # SR28 12014
    assert set(shown["food_group"]) == {"seeds"}


def test_richest_per_serving_says_which_serving(open_page):
    app = open_page("explore")
    app.selectbox(key="rich_group").set_value("seeds")
    app.segmented_control(key="rich_nutrient").set_value("magnesium_mg")
    app.segmented_control(key="rich_base").set_value("serving").run()
    shown = app.dataframe[0].value
    pumpkin = shown[shown["description"] == "Seeds, pumpkin and squash seed kernels, dried"]
    assert pumpkin["per"].item() == "cup (129 g)"
    assert pumpkin["magnesium_mg"].item() == pytest.approx(592 * 1.29)
    assert "have no household measure" in words(app)


def test_richest_per_100_kcal(open_page):
    app = open_page("explore")
    app.segmented_control(key="rich_base").set_value("100 kcal").run()
    shown = app.dataframe[0].value
    raw = shown[shown["description"] == "Watercress, raw"]
    assert raw["calcium_mg"].iloc[0] == pytest.approx(120 * 100 / 11)  # SR28 11591


def test_unknown_is_counted_and_not_shown_as_zero(open_page):
    app = open_page("explore")
    app.selectbox(key="rich_group").set_value("all groups").run()
    assert "have no calcium value: not known, not zero." in words(app)


def test_one_food_with_its_sources_and_revisions(open_page):
    app = open_page("explore")
    app.text_input(key="explore_text").set_value("kale, raw").run()
    app.selectbox(key="explore_food").set_value("sr28:11233").run()
    assert not app.exception
    record = next(one.value for one in app.dataframe if "derivation" in one.value)
    assert record.set_index("nutrient")["per_100_g"]["Calcium"] == 254.0
    changed = next(one.value for one in app.dataframe if "Before" in one.value)
    before = changed.set_index("Nutrient")["Before"]
    assert (before["Calcium"], before["Magnesium"]) == (150.0, 47.0)
    measures = next(one.value for one in app.dataframe if "grams" in one.value)
    assert measures["grams"].tolist() == [100.0, 16.0]
    assert measures["calcium_mg"].tolist() == [254.0, pytest.approx(254 * 0.16)]


def test_samples_and_standard_error_of_an_analysed_food(open_page):
    app = open_page("explore")
    app.text_input(key="explore_text").set_value("Spinach, cooked, boiled, drained").run()
    app.selectbox(key="explore_food").set_value("sr28:11458").run()
    record = next(one.value for one in app.dataframe if "derivation" in one.value)
    calcium = record.set_index("nutrient").loc["Calcium"]
    assert calcium["samples"] == 12
    assert calcium["standard_error"] == pytest.approx(3.285)


def test_what_is_absorbed_stands_beside_the_value(open_page):
    app = open_page("explore")
    app.text_input(key="explore_text").set_value("Spinach, cooked, boiled, drained").run()
    app.selectbox(key="explore_food").set_value("sr28:11458").run()
    # Weaver: spinach 5.1 % where milk has 32.1 %.
    assert "Of 136 mg in 100 g, about 6.9 mg is absorbed: measured." in words(app)


def test_a_favourite_is_offered_without_searching(open_page):
    from nutrition import store

    app = open_page("explore")
    app.text_input(key="explore_text").set_value("Spinach, cooked, boiled, drained").run()
    app.selectbox(key="explore_food").set_value("sr28:11458").run()
    app.button(key="explore_favourite").click().run()
    with store.open_store() as diary:
        (marked,) = store.favourites(diary)
    assert (marked.food_id, marked.amount, marked.unit) == ("sr28:11458", 1.0, "cup")
    app.text_input(key="explore_text").set_value("").run()
    assert app.selectbox(key="explore_food").value == "sr28:11458"
    app.button(key="explore_favourite").click().run()
    with store.open_store() as diary:
        assert store.favourites(diary) == ()
