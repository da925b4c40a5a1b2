"""Look-ups at FoodData Central: what is sent, what is kept, what is made of the answer."""

import json

import pytest
from fdc_server import FdcServer, Status

from foods.download import ATTEMPTS, DownloadError, session
from foods.errors import UnknownFoodError
from foods.fdc import KEPT, Client, food_request, key_of, search_request
from nutrition.cli import main

KEY = "s3cret-key-of-mine"
SPINACH = {
    "fdcId": 168462,
    "description": "Spinach, raw",
    "publicationDate": "4/1/2019",
    "dataType": "SR Legacy",
    "ndbNumber": "11457",
    "foodCategory": {"description": "Vegetables and Vegetable Products"},
    "foodNutrients": [
        {
            "type": "FoodNutrient",
            "nutrient": {"id": 1087, "number": "301", "name": "Calcium, Ca", "unitName": "mg"},
            "foodNutrientDerivation": {"code": "A", "description": "Analytical"},
            "dataPoints": 9,
            "amount": 99.0,
        },
        {
            "type": "FoodNutrient",
            "nutrient": {"id": 1090, "number": "304", "name": "Magnesium, Mg", "unitName": "mg"},
            "amount": 79.0,
        },
        {
            "type": "FoodNutrient",
            "nutrient": {"id": 1114, "number": "328", "name": "Vitamin D", "unitName": "µg"},
            "amount": 0.0,
        },
        {
            "type": "FoodNutrient",
            "nutrient": {"id": 1062, "number": "268", "name": "Energy", "unitName": "kJ"},
            "amount": 97.0,
        },
        {"type": "FoodNutrient", "nutrient": {"id": 2045, "number": "951", "name": "Proximates"}},
    ],
    "foodPortions": [
        {"amount": 1.0, "gramWeight": 30.0, "modifier": "cup", "measureUnit": {"id": 9999}},
        {"amount": 0.5, "gramWeight": 170.0, "modifier": "bunch", "measureUnit": {"id": 9999}},
    ],
}
MILK = {
    "fdcId": 2705385,
    "description": "Milk, whole",
    "publicationDate": "10/31/2024",
    "dataType": "Survey (FNDDS)",
    "foodCode": "11111000",
    "wweiaFoodCategory": {"wweiaFoodCategoryDescription": "Milk, whole"},
    "foodNutrients": [
        {"nutrient": {"id": 1087, "unitName": "mg"}, "amount": 123},
        {"nutrient": {"id": 1008, "unitName": "kcal"}, "amount": 61},
    ],
    "foodPortions": [
        {"gramWeight": 244.0, "modifier": "10205", "portionDescription": "1 cup"},
        {"gramWeight": 0.0, "modifier": "90000", "portionDescription": "Quantity not specified"},
    ],
}
BAR = {
    "fdcId": 2100000,
    "description": "OAT BAR",
    "publishedDate": "2023-10-26",
    "dataType": "Branded",
    "brandOwner": "A Maker",
    "foodCategory": "Cereal/Muesli Bars",
    "servingSize": 40.0,
    "servingSizeUnit": "GRM",
    "householdServingFullText": "1 BAR",
    "foodNutrients": [
        {"nutrientId": 1087, "nutrientNumber": "301", "unitName": "MG", "value": 50.0},
        {"nutrientId": 1110, "nutrientNumber": "324", "unitName": "IU", "value": 40.0},
        {"nutrientId": 1178, "nutrientNumber": "418", "unitName": "UG", "value": 0.6},
    ],
}
DRINK = BAR | {"fdcId": 2100001, "description": "OAT DRINK", "servingSizeUnit": "MLT"}


@pytest.fixture
def server():
    with FdcServer() as running:
        running.answers = {
            "foods/search": {"totalHits": 2, "currentPage": 1, "foods": [BAR, DRINK]},
            "food/168462": SPINACH,
            "food/2705385": MILK,
        }
        yield running


@pytest.fixture
def open_client(server, tmp_path):
    with session(backoff=0.0) as http:
        yield lambda: Client(KEY, base=server.url, cache=tmp_path / "cache", http=http)


@pytest.fixture
def client(open_client):
    return open_client()


def stored(tmp_path):
    return sorted((tmp_path / "cache").glob("*"))


def test_a_food_by_id(client):
    spinach = client.food(168462)
    food = spinach.food
    assert (food.food_id, food.description) == ("fdc:168462", "Spinach, raw")
    assert (food.calcium_mg, food.calcium_n, food.calcium_derivation) == (99, 9, "A: Analytical")
    assert (food.magnesium_mg, food.magnesium_n) == (79, None)
    assert food.vitamin_d_ug == 0.0
    assert (food.energy_kcal, food.caffeine_mg, food.vitamin_b12_ug) == (None, None, None)
    assert food.food_group == "leafy greens"
    assert food.source == "FoodData Central, SR Legacy"
    assert [(m.measure, m.grams) for m in spinach.measures] == [("cup", 30.0), ("bunch", 340.0)]


def test_a_survey_food_by_id(client):
    milk = client.food(2705385)
    assert (milk.food.calcium_mg, milk.food.magnesium_mg, milk.food.energy_kcal) == (123, None, 61)
    assert milk.food.magnesium_derivation is None
    assert [(m.measure, m.grams) for m in milk.measures] == [("cup", 244.0)]


def test_a_search(client, server):
    bar, drink = client.search("oat", limit=2)
    assert (bar.food.calcium_mg, bar.food.magnesium_mg) == (50, None)
    assert bar.food.vitamin_d_ug == pytest.approx(1.0)  # 40 IU
    assert [(m.measure, m.grams) for m in bar.measures] == [("bar", 40.0)]
    assert bar.remark == ""
    # Its label is per 100 ml: without a weight, nothing per 100 g is known.
    assert (drink.food.calcium_mg, drink.measures) == (None, ())
    assert "per 100 ml" in drink.remark
    assert server.asked[0].query == {"query": ["oat"], "pageSize": ["2"]}


def test_the_key_is_in_the_header_alone_and_nowhere_on_disk(client, server, tmp_path):
    client.food(168462)
    client.search("oat")
    for asked in server.asked:
        assert asked.headers["X-Api-Key"] == KEY
        assert KEY not in asked.path + json.dumps(asked.query)
    files = stored(tmp_path)
    assert len(files) == 2
    assert [f for f in files if KEY in f.name + f.read_text(encoding="utf-8")] == []


def test_an_answer_on_disk_is_not_asked_again(open_client, server):
    first = open_client().food(168462)
    again = open_client()
    assert again.food(168462) == first
    assert again.kept(*food_request(168462)).from_disk
    assert again.kept(*search_request("oat", 5)) is None
    assert len(server.asked) == 1


def test_an_old_or_broken_answer_on_disk_is_asked_again(open_client, server, tmp_path, monkeypatch):
    open_client().food(168462)
    monkeypatch.setattr("foods.fdc.KEPT", -KEPT)
    open_client().food(168462)
    monkeypatch.undo()
    (file,) = stored(tmp_path)
    file.write_text("{half", encoding="utf-8")
    open_client().food(168462)
    assert len(server.asked) == 3
    assert json.loads(file.read_text(encoding="utf-8"))["answer"] == SPINACH


@pytest.mark.parametrize("environment", [{}, {"FDC_API_KEY": " "}])
def test_without_a_key_it_says_where_to_get_one(environment):
    with pytest.raises(DownloadError, match="FDC_API_KEY is not set") as told:
        key_of(environment)
    assert "api-key-signup" in told.value.hint
    assert key_of({"FDC_API_KEY": f" {KEY}\n"}) == KEY


def test_allowance_is_read_and_nothing_is_sent_beyond_it(client, server):
    server.headers = {"X-RateLimit-Limit": "1000", "X-RateLimit-Remaining": "0"}
    client.food(168462)
    assert (client.allowance.limit, client.allowance.remaining) == (1000, 0)
    with pytest.raises(DownloadError, match="within the hour of 1,000"):
        client.food(2705385)
    assert client.food(168462).fdc_id == 168462  # from disk
    assert len(server.asked) == 1


def test_429_with_an_hour_to_wait_is_told(client, server):
    server.faults["food/168462"] = [Status(429, {"Retry-After": "3600"})]
    with pytest.raises(DownloadError, match="60 minutes"):
        client.food(168462)
    assert len(server.asked) == 1


def test_429_that_stays_is_told(client, server, tmp_path):
    server.faults["food/168462"] = [Status(429, {"X-RateLimit-Limit": "30"})] * (ATTEMPTS + 1)
    with pytest.raises(DownloadError, match="within the hour of 30"):
        client.food(168462)
    assert stored(tmp_path) == []


def test_429_and_500_that_pass_are_waited_out(client, server):
    server.faults["food/168462"] = [Status(429), Status(500)]
    assert client.food(168462).fdc_id == 168462
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("fault", "error", "words"),
    [
        (
            Status(403, body=b'{"error":{"code":"API_KEY_INVALID"}}'),
            DownloadError,
            "refuses the key",
        ),
        (Status(404), UnknownFoodError, "no 168462"),
        (Status(302, {"Location": "https://elsewhere.example/"}), DownloadError, "302"),
        (Status(200, body=b"<html>Sign in</html>"), DownloadError, "web page"),
        (Status(200, body=b'{"fdcId": 1684'), DownloadError, "half an answer"),
    ],
)
def test_what_is_no_answer_is_named_and_not_kept(client, server, tmp_path, fault, error, words):
    server.faults["food/168462"] = [fault]
    with pytest.raises(error, match=words) as told:
        client.food(168462)
    assert KEY not in str(told.value)
    assert stored(tmp_path) == []


def test_offline_is_said_plainly(tmp_path):
    with FdcServer() as gone:
        pass
    with Client(KEY, base=gone.url, cache=tmp_path) as client:
        with pytest.raises(DownloadError, match="cannot be reached") as told:
            client.food(168462)
        assert KEY not in str(told.value)


def test_a_looked_up_food_can_be_laid_over_a_table(client, table):
    import pandas as pd

    from foods.measures import weigh

    milk = client.food(2705385)
    columns = {name: [getattr(milk.food, name)] for name in milk.food.__slots__}
    cup = pd.DataFrame(
        [{"food_id": m.food_id, "measure": m.measure, "grams": m.grams} for m in milk.measures]
    )
    own = pd.DataFrame(columns).drop(columns=["calcium_n", "magnesium_n"])
    both = table.layered(own, cup)
    assert both.food("fdc:2705385").calcium_mg == 123
    assert weigh(both, "fdc:2705385", "cup").grams_per_unit == 244.0


@pytest.fixture
def command(server, tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "user")
    monkeypatch.setenv("FDC_API_KEY", KEY)
    return lambda *words: main(["foods", "lookup", *words, "--url", server.url])


def test_the_command_says_what_it_would_send_and_sends_nothing(command, server, capsys):
    assert command("oat milk") == 1
    said = capsys.readouterr().err
    assert "To be sent to 127.0.0.1: the words 'oat milk' and your key" in said
    assert "Nothing was sent." in said
    assert KEY not in said
    assert server.asked == []


def test_the_command_sends_when_it_is_told_to(command, server, capsys):
    assert command("oat", "--yes", "--limit", "2") == 0
    said = capsys.readouterr()
    assert "OAT BAR" in said.out
    assert "calcium 50, magnesium ? mg per 100 g" in said.out
    assert "per 100 ml" in said.out
    assert "the words 'oat'" in said.err
    assert command("168462", "--yes", "--json") == 0
    (spinach,) = json.loads(capsys.readouterr().out)
    assert (spinach["food"]["calcium_mg"], spinach["food"]["caffeine_mg"]) == (99, None)
    assert command("168462") == 0  # on disk: nothing to ask
    assert "nothing was sent" in capsys.readouterr().out
    assert len(server.asked) == 2


def test_the_command_needs_a_key_only_to_send(command, server, monkeypatch, capsys):
    assert command("168462", "--yes") == 0
    monkeypatch.delenv("FDC_API_KEY")
    assert command("168462") == 0
    assert command("oat", "--yes") == 1
    assert "FDC_API_KEY is not set" in capsys.readouterr().err
    assert len(server.asked) == 1
