"""Own foods and recipes on the page Foods: labels, ranges, deletion, look-up, dishes."""

from dataclasses import replace

import pytest
from fdc_server import FdcServer
from page_foods import opened, words

from foods.composition import FoodTable
from nutrition import store
from nutrition.records import total_records

BAR = {
    "fdcId": 2100000,
    "description": "OAT BAR",
    "publishedDate": "2023-10-26",
    "dataType": "Branded",
    "brandOwner": "A Maker",
    "gtinUpc": "00036000291452",
    "servingSize": 40.0,
    "servingSizeUnit": "GRM",
    "foodNutrients": [{"nutrientId": 1087, "unitName": "MG", "value": 650.0}],
    "householdServingFullText": "1 BAR",
}


@pytest.fixture
def diary():
    with store.open_store() as found:
        yield found


@pytest.fixture
def page():
    app = opened("explore")
    return app.segmented_control(key="foods_section").set_value("own").run()


@pytest.fixture
def kitchen():
    app = opened("explore")
    return app.segmented_control(key="foods_section").set_value("recipes").run()


def fill(app, **fields):
    for name, value in fields.items():
        kind = {
            "basis": app.selectbox,
            "era": app.selectbox,
            "calcium_as": app.segmented_control,
            "magnesium_as": app.segmented_control,
        }.get(name, app.text_input)
        kind(key=f"own_{name}").set_value(value)
    return app.run()


def day_of(diary, food, amount=1.0, unit="serving"):
    me = store.self_person(diary).id
    line = store.Entry(person_id=me, day="2026-03-01", food=food, amount=amount, unit=unit)
    store.add_entries(diary, me, [line])
    table = store.food_table(diary, FoodTable.bundled())
    return total_records(store.diary(diary, me), table)


def test_an_empty_page_says_how_to_begin(page):
    assert "No own foods yet" in words(page)


def test_a_label_is_kept_and_a_day_shows_its_range(page, diary):
    fill(page, name="My drink", basis="serving", serving_g="240", calcium="10 %",
         calcium_as="percent", era="fda_new")  # fmt: skip
    assert "54 mg (49 to 68) · percentage on the label" in words(page)
    assert "Magnesium: not known · the label does not say" in words(page)
    page.button(key="own_save").click().run()
    (kept,) = store.own_foods(diary)
    assert (kept.food_id, kept.magnesium_mg) == ("user:my-drink", None)
    items, days = day_of(diary, "my drink")
    # 10 % of 1,300 mg stands for 9 to 12.5 %: 21 CFR 101.9(c)(8)(iii).
    assert days["calcium_mg"][0] == pytest.approx(130)
    assert days["calcium_mg_low"][0] == pytest.approx(117)
    assert days["calcium_mg_high"][0] == pytest.approx(162.5)
    assert items["magnesium_mg"].isna().all()
    assert days["magnesium_unknown_items"][0] == 1


def test_the_ranges_of_a_label_are_those_of_its_rounding(page):
    fill(page, name="Bar", calcium="20", calcium_as="percent", era="fda_new")
    assert "260 mg (228 to 293)" in words(page)
    fill(page, calcium="10", calcium_as="mg", era="")
    assert "10 mg (9.5 to 10.5)" in words(page)


def test_a_field_that_is_too_long_is_called_as_on_the_page(page, diary):
    fill(page, name="x" * 3000, calcium="100")
    page.button(key="own_save").click().run()
    assert "“What you call it” has 3,000 characters" in page.error[0].value.replace("\\", "")
    assert store.own_foods(diary) == ()


def test_a_name_that_is_there_is_refused_and_the_form_stays(page, diary):
    store.add_own_food(diary, store.OwnFood(description="Oat bar", calcium_mg=1.0))
    fill(page, name="oat  BAR", calcium="100")
    page.button(key="own_save").click().run()
    assert "an own food of this name already" in page.error[0].value
    assert page.text_input(key="own_calcium").value == "100"
    assert len(store.own_foods(diary)) == 1


def test_what_cannot_be_is_refused_whatever_is_ticked(page):
    fill(page, name="Chalk", calcium="120000")
    assert "more than it weighs" in page.error[0].value
    assert not [one for one in page.button if one.key == "own_save"]


def test_an_implausible_value_is_questioned_before_it_is_kept(page, diary):
    fill(page, name="Chalk", calcium="5000")
    assert "More than 3,000 mg calcium" in words(page)
    assert page.button(key="own_save").disabled
    page.checkbox(key="own_checked").check().run()
    page.button(key="own_save").click().run()
    assert store.own_foods(diary)[0].calcium_mg == pytest.approx(5000)


@pytest.mark.parametrize("rubbish", ["1,300", "abc", "-4", "20 %", "1e9", "<script>", "=1+1"])
def test_rubbish_is_refused_with_a_hint(page, diary, rubbish):
    fill(page, name="Odd <script>", calcium=rubbish)
    assert page.error[0].value
    assert not [one for one in page.button if one.key == "own_save"]
    assert store.own_foods(diary) == ()


def test_a_percentage_without_its_label_stays_a_question(page):
    fill(page, name="Bar", calcium="20", calcium_as="percent")
    assert "not known exactly" in words(page)
    assert "Which label is it?" in words(page)


def test_edit_delete_and_undo(page, diary):
    fill(page, name="Bread", calcium="100")
    page.button(key="own_save").click().run()
    page.button(key="own_edit").click().run()
    assert page.text_input(key="own_calcium").value == "100"
    fill(page, calcium="120")
    page.button(key="own_save").click().run()
    assert store.own_foods(diary)[0].calcium_mg == pytest.approx(120)
    page.button(key="own_delete").click().run()
    assert store.own_foods(diary) == ()
    page.button(key="own_undo").click().run()
    assert store.own_foods(diary)[0].calcium_mg == pytest.approx(120)


def test_what_another_window_changed_is_not_overwritten(page, diary):
    fill(page, name="Bread", calcium="100")
    page.button(key="own_save").click().run()
    page.button(key="own_edit").click().run()
    store.change(diary, store.own_foods(diary)[0], calcium_mg=7.0, label={})
    fill(page, calcium="120")
    assert "Another window" in words(page)
    page.button(key="own_save").click().run()
    assert store.own_foods(diary)[0].calcium_mg == 7.0
    page.button(key="own_reload").click().run()
    assert page.text_input(key="own_calcium").value == "7"


def test_a_look_up_shows_what_it_sends_and_sends_on_a_click_only(page, diary, monkeypatch):
    with FdcServer() as server:
        monkeypatch.setattr("foods.fdc.API", server.url)
        monkeypatch.setattr("foods.fdc.Client.__init__.__kwdefaults__", {
            "base": server.url, "cache": None, "http": None})  # fmt: skip
        monkeypatch.setattr("foods.fdc._cache_folder", lambda: store.default_path().parent / "fdc")
        monkeypatch.setenv("FDC_API_KEY", "s3cret")
        server.answers["foods/search"] = {"foods": [BAR, {**BAR, "gtinUpc": "4006381333931"}]}
        page.text_input(key="own_lookup").set_value("0 36000 29145 2").run()
        assert server.asked == []
        assert "query=036000291452&dataType=Branded" in page.code[0].value
        assert "s3cret" not in words(page) + page.code[0].value
        page.button(key="own_lookup_send").click().run()
        assert len(server.asked) == 1
    assert "One food found" in page.selectbox(key="own_lookup_chosen").label
    page.button(key="own_lookup_fill").click().run()
    assert page.text_input(key="own_calcium").value == "260"
    assert page.text_input(key="own_magnesium").value == ""
    assert store.own_foods(diary) == ()


def test_without_a_key_the_look_up_says_what_to_do(page, monkeypatch):
    monkeypatch.delenv("FDC_API_KEY", raising=False)
    monkeypatch.setattr("foods.fdc._cache_folder", lambda: store.default_path().parent / "fdc")
    page.text_input(key="own_lookup").set_value("oat drink").run()
    page.button(key="own_lookup_send").click().run()
    assert "FDC_API_KEY" in page.error[0].value.replace("\\", "")
    assert "copy the label by hand" in words(page)


def test_digits_that_are_no_barcode_are_not_sent(page):
    page.text_input(key="own_lookup").set_value("036000291453").run()
    assert "no complete barcode number" in words(page)
    assert not [one for one in page.button if one.key == "own_lookup_send"]


def cook(app, lines, name="Stew", servings=2.0):
    app.text_input(key="recipe_name").set_value(name)
    app.text_area(key="recipe_lines").set_value(lines)
    app.number_input(key="recipe_servings").set_value(servings)
    return app.run()


def test_a_recipe_becomes_a_food_of_the_diary(kitchen, diary):
    cook(kitchen, "200 g boiled spinach\n100 g almonds")
    # SR28 11458 has 136 mg, 12061 has 269 mg calcium in 100 g.
    assert "Calcium: 270 mg" in words(kitchen).replace("271", "270")
    kitchen.button(key="recipe_save").click().run()
    items, days = day_of(diary, "stew")
    assert days["calcium_mg"][0] == pytest.approx((272 + 269) / 2)
    assert len(items) == 1


def test_what_an_ingredient_does_not_tell_is_neither_zero_nor_loses_the_rest(kitchen, diary):
    # SR28 12156, walnuts, glazed: magnesium is not known.
    cook(kitchen, "200 g boiled spinach\n100 g Nuts, walnuts, glazed")
    assert "at least 87 mg" in words(kitchen)
    assert "Magnesium is not known of: Nuts, walnuts, glazed" in words(kitchen)
    kitchen.button(key="recipe_save").click().run()
    items, days = day_of(diary, "stew")
    assert items["magnesium_mg"].isna().all()
    assert days["magnesium_mg"][0] == pytest.approx(87)
    assert days["magnesium_unknown_items"][0] == 1
    assert days["calcium_mg"][0] == pytest.approx((272 + 71) / 2)


def test_a_line_that_is_no_food_keeps_the_recipe_from_being_saved(kitchen):
    cook(kitchen, "200 g boiled spinach\n100 g <script>xyzzy</script>")
    assert kitchen.button(key="recipe_save").disabled


def test_a_question_about_an_ingredient_is_answered_in_place(kitchen, diary):
    cook(kitchen, "1 cup milk\n1 slice boiled spinach")
    (asked,) = [one for one in kitchen.number_input if one.key.startswith("recipe_ask_")]
    asked.set_value(50.0).run()
    kitchen.button(key="recipe_save").click().run()
    kept = store.records(diary, store.Recipe)[0].ingredients[1]
    assert (kept.amount, kept.unit, kept.food_id) == (50.0, "g", "sr28:11458")


def test_edit_delete_and_undo_of_a_recipe(kitchen, diary):
    cook(kitchen, "200 g boiled spinach")
    kitchen.button(key="recipe_save").click().run()
    kitchen.button(key="recipe_edit").click().run()
    assert kitchen.text_area(key="recipe_lines").value == "200 g boiled spinach"
    cook(kitchen, "300 g boiled spinach")
    kitchen.button(key="recipe_save").click().run()
    assert store.records(diary, store.Recipe)[0].ingredients[0].amount == 300
    kitchen.button(key="recipe_delete").click().run()
    assert store.records(diary, store.Recipe) == ()
    kitchen.button(key="recipe_undo").click().run()
    assert len(store.records(diary, store.Recipe)) == 1


def test_the_page_speaks_german(diary):
    store.keep_setting(diary, "language", "de")
    app = opened("explore")
    app.segmented_control(key="foods_section").set_value("own").run()
    fill(app, name="Brot", calcium="120")
    assert "Milligramm auf dem Etikett" in words(app)


def test_deleting_what_lines_have_asks_once_keeps_them_and_is_undone_after_a_reload(page, diary):
    fill(page, name="Bread", calcium="200")
    page.button(key="own_save").click().run()
    me = store.self_person(diary).id
    food_id = store.own_foods(diary)[0].food_id
    line = store.Entry(person_id=me, day="2026-03-01", food="bread", food_id=food_id, unit="g")
    lines = [replace(line, amount=grams) for grams in (100.0, 160.0)]
    store.add_entries(diary, me, lines)
    dish = store.Ingredient("bread", 100.0, "g", food_id)
    store.add_recipe(diary, store.Recipe(name="Toastie", servings=1.0, ingredients=(dish,)))
    page.button(key="own_delete").click().run()
    assert "2 diary lines have Bread. One dish has it too: Toastie." in words(page)
    assert not store.own_foods(diary)[0].archived
    page.button(key="own_delete_not").click().run()
    assert "2 diary lines have Bread." not in words(page)
    page.button(key="own_delete").click().run()
    page.button(key="own_delete_do").click().run()
    assert "No own foods yet" in words(page)
    table = store.food_table(diary, FoodTable.bundled())
    _, days = total_records(store.diary(diary, me), table)
    assert days["calcium_mg"][0] == pytest.approx(520.0)
    assert table.food("user:toastie").calcium_mg == pytest.approx(200.0)
    again = opened("explore").segmented_control(key="foods_section").set_value("own").run()
    again.button(key="own_undo").click().run()
    assert not store.own_foods(diary)[0].archived
    assert not [one for one in again.button if one.key == "own_undo"]


def test_a_dish_that_lines_have_is_asked_about_too(kitchen, diary):
    cook(kitchen, "200 g boiled spinach")
    kitchen.button(key="recipe_save").click().run()
    _, before = day_of(diary, "stew")
    kitchen.run().button(key="recipe_delete").click().run()
    assert "One diary line has Stew." in words(kitchen)
    kitchen.button(key="recipe_delete_do").click().run()
    me = store.self_person(diary).id
    table = store.food_table(diary, FoodTable.bundled())
    _, after = total_records(store.diary(diary, me), table)
    assert after["calcium_mg"][0] == before["calcium_mg"][0]
    again = opened("explore").segmented_control(key="foods_section").set_value("recipes").run()
    again.button(key="recipe_undo").click().run()
    assert not store.records(diary, store.Recipe)[0].archived


def test_a_raw_ingredient_counts_as_cooked_where_its_cooked_weight_is_told(kitchen, diary):
    cook(kitchen, "200 g raw spinach", servings=1.0)
    (kind,) = [one for one in kitchen.selectbox if one.key.startswith("recipe_as_")]
    (weight,) = [one for one in kitchen.number_input if one.key.startswith("recipe_as_g_")]
    kind.set_value("sr28:11458").run()
    assert "the cooked weight of an ingredient is missing" in words(kitchen)
    weight.set_value(150.0).run()
    kitchen.button(key="recipe_save").click().run()
    (kept,) = store.records(diary, store.Recipe)
    ingredient = kept.ingredients[0]
    assert (ingredient.cooked_food_id, ingredient.cooked_grams) == ("sr28:11458", 150.0)
    _, days = day_of(diary, "stew")
    # SR28 11458, boiled and drained: 136 mg calcium in 100 g; raw, 11457, it would be 99.
    assert days["calcium_mg"][0] == pytest.approx(150 * 1.36)
    kitchen.button(key="recipe_edit").click().run()
    (weight,) = [one for one in kitchen.number_input if one.key.startswith("recipe_as_g_")]
    assert weight.value == 150.0


def test_a_dish_far_lighter_than_what_went_in_is_asked_about(kitchen, diary):
    own = store.OwnFood(food_id="", description="My paste", calcium_mg=10.0)
    store.add_own_food(diary, own)
    kitchen.number_input(key="recipe_cooked").set_value(120.0)
    cook(kitchen, "590 g my paste\n200 g raw spinach")
    assert "less than a quarter of what went in" in words(kitchen)
    assert kitchen.button(key="recipe_save").disabled
    kitchen.checkbox(key="recipe_checked").check().run()
    kitchen.button(key="recipe_save").click().run()
    assert store.records(diary, store.Recipe)[0].cooked_grams == 120.0
