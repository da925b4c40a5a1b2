"""The sheet: five made-up clients with known answers, and what no sheet may do."""

import datetime as dt
import io
import json
import math
import re
import sys
from dataclasses import replace

import pandas as pd
import pypdf
import pytest

from nutrition.adequacy import assess
from nutrition.batch import Job
from nutrition.people import read_people
from nutrition.records import total_records
from nutrition.report import Client, ReportError, html, pdf, sheet_of, spoken, to_json
from nutrition.report.build import poor
from nutrition.report.clients import ScreenJob, screen
from nutrition.report.figures import figure_rows
from nutrition.report.pdf import PAPERS
from nutrition.report.roster import clients_of
from nutrition.screening import all_red_flags
from nutrition.suggest import Filters
from nutrition.texts import TextError, languages, messages, say

PER_100_G = {
    # USDA SR28: calcium mg, magnesium mg, energy kcal; share of calcium absorbed (Weaver)
    "whole milk": ("sr28:01077", 113, 10, 61, 0.321),
    "cheddar": ("sr28:01009", 710, 27, 404, 0.321),
    "almonds": ("sr28:12061", 269, 270, 579, 0.212),
}
DAYS = ("2026-03-02", "2026-03-04", "2026-03-07")
STEW, GOULASH = "grandmother's stew", "homemade goulash"
REFERENCES = {
    # NASEM: EAR, RDA, UL [mg]; CV of the requirement; IOM 2000 SD of a day [mg], CV [%]
    "anna": ((800, 1000, 2500, 0.125, 325, 51), (265, 320, 350, 0.10, 85.9, 38)),
    "ben": ((800, 1000, 2500, 0.125, 492, 54), (350, 420, 350, 0.10, 122, 38)),
    "cleo": ((1100, 1300, 3000, None, None, None), (200, 240, 350, None, None, None)),
    "dana": ((800, 1000, 2500, 0.125, 325, 51), (290, 350, 350, 0.10, 85.9, 38)),
    "emil": ((800, 1000, 2000, 0.125, 339, 44), (350, 420, 350, 0.10, 94.2, 32)),
}
PEOPLE = {
    "anna": ("Anna Example", "female", 34, "none"),
    "ben": ("Ben Half", "male", 45, "none"),
    "cleo": ("Cleo Child", "female", 9, "none"),
    "dana": ("Dana Expecting", "female", 29, "pregnant"),
    "emil": ("Emil Cheese", "male", 68, "none"),
}
GRAMS = {
    "anna": {"whole milk": (250, 300, 200), "cheddar": (30, 0, 60), "almonds": (20, 30, 10)},
    "ben": {"whole milk": (100, 110, 90)},
    "cleo": {"whole milk": (300, 400, 380), "cheddar": (20, 20, 20)},
    "dana": {"whole milk": (500, 600, 700), "almonds": (40, 50, 60)},
    "emil": {"cheddar": (400, 420, 380), "almonds": (30, 30, 30)},
}
ALWAYS = {"2000", "2011", "1997", "1.96", "20", "95", "10", "18", "1", "9", "911", "28", "2015"}
"""Figures of the page's own sentences: editions, the method, the release, "9 in 10", page 1 / 1."""


def written(number, digits=0):
    return f"{number:,.{digits}f}"


def phi(z):
    return (1 + math.erf(z / math.sqrt(2))) / 2


def in_words(probability):
    if probability > 0.95:
        return "more than 9 in 10"
    if probability < 0.05:
        return "less than 1 in 10"
    return f"{math.floor(probability * 10 + 0.5)} in 10"


def verdict(z):
    if abs(z) <= 1:
        return "cannot be told from this record"
    likely = "very likely" if abs(z) >= 2 else "likely"
    return f"{likely} {'meets' if z > 0 else 'below'} the requirement"


class Expected:
    """One client's figures, worked out by hand from grams, composition and references."""

    def __init__(self, who):
        self.foods = GRAMS[who]
        self.days = [
            [
                sum(PER_100_G[food][part] * grams[day] / 100 for food, grams in self.foods.items())
                for part in (1, 2, 3)
            ]
            for day in range(3)
        ]
        self.mean = [sum(day[part] for day in self.days) / 3 for part in (0, 1)]
        self.by_food = [
            sorted(
                (
                    (PER_100_G[food][part] * sum(grams) / 300, food)
                    for food, grams in self.foods.items()
                ),
                reverse=True,
            )
            for part in (1, 2)
        ]
        calcium = {food: PER_100_G[food][1] * sum(g) / 300 for food, g in self.foods.items()}
        self.absorbed = sum(amount * PER_100_G[food][4] for food, amount in calcium.items())
        self.unknown = who == "ben"
        self.references = REFERENCES[who]

    def row(self, label, cell):
        return f"{label} {cell(0)} {cell(1)}"

    def z(self, at):
        ear, _, _, cv, sd, _ = self.references[at]
        return (self.mean[at] - ear) / math.sqrt((cv * ear) ** 2 + sd**2 / 3)

    def amount(self, at):
        if self.unknown:
            return f"at least {written(math.floor(self.mean[at]))} mg"
        return f"{written(self.mean[at])} mg"

    def gap(self, at, reference):
        missing = self.references[at][reference] - self.mean[at]
        bound = "at most " if self.unknown else ""
        return "none: reached" if missing <= 0 else f"{bound}{written(math.ceil(missing))} mg"

    def usual(self, at):
        half = 1.96 * self.references[at][4] / math.sqrt(3)
        low, high = max(0, self.mean[at] - half), self.mean[at] + half
        return f"{written(low)} to {written(high)} mg"

    def chance(self, at):
        return in_words(phi(self.z(at)))

    def needed(self, at):
        return math.ceil((1.96 * self.references[at][5] / 20) ** 2)

    def upper(self):
        ul, sd = self.references[0][2], self.references[0][4]
        if self.unknown or sd is None:
            return "cannot be told"
        z = (self.mean[0] - ul) / (sd / math.sqrt(3))
        return "above, for review by a dietitian" if z >= 2 else "not above"

    def lines(self):
        """Every line of figures that stands on the page."""
        lines = [
            "Complete days counted 3 3",
            self.row("Reported intake a day", self.amount),
            self.row("Average requirement", lambda at: f"{written(self.references[at][0])} mg"),
            self.row("Missing to the average requirement", lambda at: self.gap(at, 0)),
            self.row(
                "Recommended intake (for planning)",
                lambda at: f"{written(self.references[at][1])} mg",
            ),
            self.row("Missing to it", lambda at: self.gap(at, 1)),
            (
                f"Upper level all sources: {written(self.references[0][2])} mg "
                "supplements and medicines only: 350 mg"
            ),
            (
                f"Intake that it counts {self.amount(0)}: {self.upper()} "
                "no supplement or medicine entered"
            ),
        ]
        chance = "Chance that usual intake meets the requirement"
        if self.unknown:
            lines.append(f"{chance} cannot be stated cannot be stated")
            lines.append(
                "In words cannot be told: values are missing cannot be told: values are missing"
            )
        elif self.references[0][4] is None:
            lines.append(f"{chance} cannot be stated cannot be stated")
            unsure = "cannot be told from this record"
            lines.append(f"In words {unsure} {unsure}")
        else:
            lines.append(self.row("Usual intake is likely to lie between", self.usual))
            lines.append(self.row(chance, self.chance))
            lines.append(self.row("In words", lambda at: verdict(self.z(at))))
        if self.references[0][4] is not None:
            lines.append(
                f"calcium {written(self.references[0][4], 1)} mg, "
                f"magnesium {written(self.references[1][4], 1)} mg."
            )
            lines.append(
                f"about {self.needed(0)} days are needed for calcium and {self.needed(1)} for"
            )
        for at in (0, 1):
            for amount, food in self.by_food[at]:
                lines.append(f"{food} {written(amount)} {written(amount / self.mean[at] * 100)} %")
        for day, (calcium, magnesium, energy) in zip(("2", "4", "7"), self.days, strict=True):
            mark, count = ("≥ ", 2) if self.unknown else ("", 0)
            shown = [math.floor(x + 1e-9) if self.unknown else x for x in (calcium, magnesium)]
            lines.append(
                f"Mar {day}, 2026 {mark}{written(shown[0])} {mark}{written(shown[1])} "
                f"{written(energy)} {count} / {count}"
            )
        lines.append(f"About {written(self.absorbed)} of {written(self.mean[0])} mg a day")
        return lines


def write_clients(folder):
    diary, people = [], []
    for who, foods in GRAMS.items():
        name, sex, age, condition = PEOPLE[who]
        people.append(f"{who},{name},{sex},{age},{condition}")
        for at, day in enumerate(DAYS):
            for food, grams in foods.items():
                if grams[at]:
                    diary.append(f"{who},{day},{food},{PER_100_G[food][0]},{grams[at]},g")
    diary += [f"ben,{day},{STEW},,1,bowl\nben,{day},{GOULASH},,300,g" for day in DAYS]
    (folder / "diary.csv").write_text(
        "person_id,day,food,food_id,amount,unit\n" + "\n".join(diary) + "\n", encoding="utf-8"
    )
    (folder / "people.csv").write_text(
        "person_id,name,sex,age_years,condition\n" + "\n".join(people) + "\n", encoding="utf-8"
    )


@pytest.fixture(scope="module")
def five(tmp_path_factory):
    """Screen the five clients from CSV; give the folder."""
    folder = tmp_path_factory.mktemp("five")
    write_clients(folder)
    job = Job((folder / "diary.csv",), folder / "out", people=folder / "people.csv")
    screen(ScreenJob(job, country="US", paper="letter", formats=("json", "html")))
    return folder / "out"


def text_of(content):
    reader = pypdf.PdfReader(io.BytesIO(content))
    text = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))
    return re.sub(r"(?<=[a-z])- (?=[a-z])", "", text)  # words divided at the end of a line


@pytest.mark.parametrize("who", PEOPLE)
def test_the_food_table_holds_the_values_that_the_calculation_uses(who, table):
    for food in GRAMS[who]:
        food_id, *values, _ = PER_100_G[food]
        found = table.food(food_id)
        assert [found.calcium_mg, found.magnesium_mg, found.energy_kcal] == values


@pytest.mark.parametrize("who", PEOPLE)
def test_every_figure_on_the_pdf_is_the_one_worked_out_by_hand(who, five, table):
    text = text_of((five / "reports" / f"{who}.pdf").read_bytes())
    lines = Expected(who).lines()
    assert [line for line in lines if line not in text] == []
    offered, allowed = offers_of(five / "reports" / f"{who}.json", table, Expected(who))
    assert [line for line in offered if line not in text] == []
    # And the other way round: no figure stands there that was not worked out.
    allowed |= ALWAYS | set(re.findall(r"\d[\d,.]*\d|\d", " ".join(lines + offered)))
    allowed |= {str(PEOPLE[who][2]), str(dt.datetime.now().astimezone().day), "22"}
    allowed |= {str(dt.datetime.now().astimezone().year), "0.6.0"}
    assert set(re.findall(r"\d[\d,.]*\d|\d", text)) - allowed == set()


def offers_of(path, table, expected):
    """What must stand there of the suggestions, from the food table alone; and their measures."""
    found = json.loads(path.read_text(encoding="utf-8"))["suggestions"]
    lines, other = [], {"2", "3"}
    gaps = [expected.references[at][1] - expected.mean[at] for at in (0, 1)]
    for answer in found["answers"]:
        brought = [0.0, 0.0, 0.0]
        for one in answer["portions"]:
            food, grams = table.food(one["food"]["food_id"]), one["grams"]
            counted = food.calcium_mg if one["calcium_counted_mg"] else 0
            for at, value in enumerate((counted, food.magnesium_mg, food.energy_kcal)):
                brought[at] += value * grams / 100
            lines.append(f"{written(grams)} g {one['food']['name']}")
            measure = re.sub(r"\s*\(.*", "", one["food"]["measure"])
            other |= set(re.findall(r"\d[\d,.]*\d|\d", f"{measure} {one['measures']:g}"))
            other |= set(re.findall(r"\d+", f"{int(one['measures'])} {one['food']['name']}"))
        lines.append(
            f"adds {written(math.floor(brought[0] + 1e-6))} mg calcium, "
            f"{written(math.floor(brought[1] + 1e-6))} mg magnesium, {written(brought[2])} kcal"
        )
        assert brought[0] >= gaps[0] - 1e-6
        assert brought[1] >= gaps[1] - 1e-6
    return lines, other


def test_who_gets_suggestions_and_who_does_not(five):
    def reasons(who):
        record = json.loads((five / "reports" / f"{who}.json").read_text(encoding="utf-8"))
        return record["suggestions"]["reasons"], len(record["suggestions"]["answers"])

    assert reasons("anna") == ([], 3)
    assert reasons("ben") == (["needs-better-records"], 0)
    assert reasons("dana") == ([], 3)
    # Emil is above the upper level of calcium, and no food without calcium closes the rest.
    assert reasons("emil") == (["infeasible"], 0)


def test_every_sheet_is_one_page_tagged_and_conforms_to_pdf_ua(five):
    for path in sorted((five / "reports").glob("*.pdf")):
        reader = pypdf.PdfReader(path)
        assert len(reader.pages) == 1, path.name
        root = reader.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"]
        assert root["/Lang"] == "en"
        assert "pdfuaid" in root["/Metadata"].get_data().decode()


def test_the_html_and_the_pdf_say_the_same_figures(five):
    for who in PEOPLE:
        page = (five / "reports" / f"{who}.html").read_text(encoding="utf-8")
        text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.replace("&#39;", "'")))
        missing = [line for line in Expected(who).lines() if line not in text]
        assert missing == []


def test_the_json_holds_every_figure_with_its_source(five):
    record = json.loads((five / "reports" / "anna.json").read_text(encoding="utf-8"))
    calcium = record["minerals"][0]["assessment"]
    assert calcium["intake_mg"] == pytest.approx(549.3)
    assert calcium["reference"] == "NASEM EAR (IOM 2011)"
    assert calcium["sd_source"] == "IOM 2000"
    assert record["method"]["foods"] == ["USDA SR28, Release 28 (2015)"]
    assert record["absorption"]["studied_mg"] == pytest.approx(549.3)


# One sheet, made here: texts, escaping, before and after.


@pytest.fixture(scope="module")
def made(table):
    """Return a function that makes a sheet of milk, a stew and a name."""

    def make(client=None, foods=(("whole milk", 300, "g"), (STEW, 1, "bowl")), **options):
        client = client or Client("1", sex="female", age_months=34 * 12)
        rows = [
            {"person_id": client.person_id, "day": day, "food": food, "amount": amount,
             "unit": unit, "day_state": "complete"}
            for day in DAYS
            for food, amount, unit in foods
        ]  # fmt: skip
        items, days = total_records(pd.DataFrame(rows), table)
        about = {"person_id": client.person_id, "sex": client.sex, "condition": client.condition}
        about["trimester"] = client.trimester
        years = client.age_months / 12
        people = read_people(pd.DataFrame([{**about, "age_years": years}]))
        judged = assess(days, people)
        parts = (frame.to_dict("records") for frame in (items, days, judged))
        return sheet_of(client, *parts, table, **options)

    return make


NASTY = (
    "<script>alert(1)</script>",
    "=cmd()|' /C calc'!A0",
    '#panic("x") $x^2$ *b* _i_ @ref \\ `raw` // c',
    '"; #sys.inputs',
    "山田太郎 😀",
    "zero\x00byte \u202e\ufeff\ue000",
    "x" * 4000,
    "a\nb\r\n\tc",
    "",
)


@pytest.mark.parametrize("name", NASTY)
def test_no_name_breaks_a_page_or_is_read_as_code(name, made):
    client = Client("7", name=name, sex="female", age_months=400, notes=name)
    sheet = made(client, foods=((name or "milk", 100, "g"), ("whole milk", 200, "g")))
    sheet = replace(sheet, client=replace(client, name=name + "\ud800"))
    page = spoken(sheet)
    reader = pypdf.PdfReader(io.BytesIO(pdf(page)))
    assert 1 <= len(reader.pages) <= 2
    assert "pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data().decode()
    text = html(page)
    assert "<script" not in text
    record = json.loads(to_json(sheet))
    assert record["client"]["name"] == f"{name}?"
    if name.isascii() and name.isprintable() and 0 < len(name) < 60:
        assert re.sub(r"\s+", "", name) in re.sub(r"\s+", "", text_of(pdf(page)))


def test_letters_that_no_font_has_are_marked_and_said(made, monkeypatch):
    from nutrition.report import pdf as module

    printing = sys.modules["nutrition.report.pdf"]
    own = vars(printing)["_set"]
    # A machine without fonts of its own.
    monkeypatch.setattr(
        printing, "_set", lambda page, paper, **_: own(page, paper, system_fonts=False)
    )
    text = text_of(module(spoken(made(Client("1", name="山田", sex="female", age_months=400)))))
    assert "□□" in text
    assert "cannot print" in text


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", languages())
def test_the_paper_is_the_one_asked_for_and_one_page_is_enough(paper, language, made):
    reader = pypdf.PdfReader(io.BytesIO(pdf(spoken(made(), language), paper=paper)))
    width, height = (float(x) for x in reader.pages[0].mediabox[2:])
    assert (round(width), round(height)) == {"a4": (595, 842), "letter": (612, 792)}[paper]
    assert len(reader.pages) == 1
    assert reader.trailer["/Root"]["/Lang"] == language


def test_long_notes_are_cut_on_the_page_and_whole_in_the_record(made):
    notes = "A sentence of notes. " * 50_000
    sheet = made(Client("1", sex="female", age_months=400, notes=notes))
    text = text_of(pdf(spoken(sheet)))
    assert "the notes go on in the record" in text
    assert json.loads(to_json(sheet))["client"]["notes"] == notes


@pytest.mark.parametrize("language", languages())
def test_a_ticked_sign_stands_before_every_figure(language, made):
    client = Client(
        "1", sex="female", age_months=400, red_flags=("seizure", "numbness"), country="AT"
    )
    page = spoken(made(client), language)
    text = text_of(pdf(page))
    first = page["signs"]["lines"][0]["text"]
    assert "144" in first
    assert text.index(first[:30]) < text.index(page["figures"]["title"])
    assert page["doctor"]["lines"][0][:40] in text
    assert say("sheet-doctor-none-ticked", language) not in text


@pytest.mark.parametrize("language", languages())
def test_every_warning_sign_of_both_tiers_stands_on_every_sheet(language, made):
    for asked in (None, (), ("seizure",)):
        page = spoken(made(Client("1", sex="female", age_months=400, red_flags=asked)), language)
        printed = squeezed(text_of(pdf(page)))
        for flag in all_red_flags():
            short = say(f"sheet-sign-{flag.id}", language)
            assert short in page["doctor"]["tiers"][flag.tier - 1]["signs"]
            assert squeezed(short) in printed
            assert short.replace("'", "&#39;") in html(page)


@pytest.mark.parametrize("language", languages())
def test_every_warning_sign_has_a_short_name_and_no_other_has(language):
    short = {key for key in messages(language) if key.startswith("sheet-sign-")}
    assert short == {f"sheet-sign-{flag.id}" for flag in all_red_flags()}


def test_a_sign_without_a_short_name_stands_with_its_long_one(made, monkeypatch):
    speaking = sys.modules["nutrition.report.spoken"]
    long = replace(all_red_flags()[0], id="of-my-own", text_id="red-flag-seizure")
    monkeypatch.setattr(speaking, "all_red_flags", lambda: (long,))
    vars(speaking)["_signs_in_short"].cache_clear()
    assert spoken(made())["doctor"]["tiers"][0]["signs"] == "A seizure (fit)"
    vars(speaking)["_signs_in_short"].cache_clear()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    ("ticked", "line"),
    [
        (None, "sheet-doctor-not-asked"),
        ((), "sheet-doctor-none-ticked"),
        (("numbness",), None),
    ],
)
def test_the_sheet_says_whether_the_signs_were_asked(ticked, line, language, made):
    sheet = made(Client("1", sex="female", age_months=400, red_flags=ticked))
    page = spoken(sheet, language)
    text, web = text_of(pdf(page)), html(page)
    record = json.loads(to_json(sheet, language))["warning_signs"]
    for text_id in ("sheet-doctor-not-asked", "sheet-doctor-none-ticked"):
        said = say(text_id, language)
        assert (said in text) is (said in web) is (said == record["said"]) is (text_id == line)
    # Nobody asked: both lists stand before every figure.
    doctor, figures = page["doctor"]["title"], page["figures"]["title"]
    assert (text.index(doctor) < text.index(figures)) is (ticked is None)
    assert (web.index(doctor) < web.index(figures)) is (ticked is None)
    assert record["asked"] is (ticked is not None)
    ids = [flag.id for flag in all_red_flags()]
    assert [*record["call_now"], *record["see_doctor"]] == ids


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("", None), (None, None), ("none", ()), ("-", ()), ("seizure; numbness", 2)],
)
def test_an_empty_cell_of_signs_is_not_asked(cell, expected):
    (client,) = clients_of([{"person_id": "1", "red_flags": cell}])
    found = client.red_flags
    assert found == expected or (found is not None and len(found) == expected)


def test_figures_of_food_alone_say_so(made):
    sheet = made(foods=(("whole milk", 300, "g"),))
    counted = {"intake_counts": "food"}
    minerals = tuple(
        replace(one, assessment={**one.assessment, **counted}) for one in sheet.minerals
    )
    rows = {row[0]: row[1:] for row in figure_rows(minerals, "en")}
    assert rows["Reported intake a day"] == ["339 mg, from food alone", "30 mg, from food alone"]
    assert rows["Missing to it"] == ["at most 661 mg", "at most 290 mg"]
    assert (
        rows["Chance that usual intake meets the requirement"]
        == ["less than 1 in 10, from food alone"] * 2
    )
    assert rows["In words"] == ["very likely below the requirement, from food alone"] * 2
    plain = str(figure_rows(sheet.minerals, "en"))
    assert "alone" not in plain


# One page.

DAY = {
    "whole milk": 250,
    "whole wheat bread": 120,
    "broccoli, boiled": 150,
    "almonds": 25,
    "banana": 118,
    "plain yogurt": 150,
    "spaghetti, cooked": 180,
}
SIX = ("furosemide", "omeprazole", "levothyroxine", "metformin", "alendronate", "lithium")
WOMAN = Client("1", name="A Client", sex="female", age_months=34 * 12, red_flags=())
KINDS = {
    "full": (WOMAN, DAY),
    "not asked": (replace(WOMAN, red_flags=None), DAY),
    "few foods": (WOMAN, {"whole milk": 300, "cheddar cheese": 30, "almonds": 20}),
    "half unknown": (
        replace(WOMAN, sex="male"),
        {"whole milk": 100, STEW: 300, GOULASH: 300},
    ),
    "child": (replace(WOMAN, age_months=9 * 12), {"whole milk": 300, "cheddar cheese": 20}),
    "pregnant": (
        replace(WOMAN, condition="pregnant", trimester=2),
        {"whole milk": 300, "almonds": 50},
    ),
    "above an upper level": (
        replace(WOMAN, sex="male", age_months=68 * 12),
        {"cheddar cheese": 400, "almonds": 30},
    ),
    "two medicines, kidney disease": (
        replace(WOMAN, age_months=70 * 12, medicines=SIX[:2], contexts=("kidney-disease",)),
        DAY,
    ),
    "six medicines": (replace(WOMAN, age_months=70 * 12, medicines=SIX), DAY),
    "six medicines, two circumstances, a sign": (
        replace(
            WOMAN,
            age_months=70 * 12,
            medicines=SIX,
            contexts=("kidney-disease", "bariatric-surgery"),
            red_flags=("numbness",),
        ),
        DAY,
    ),
}
TWO_PAGES = {
    ("six medicines", "de", "letter"),
    ("six medicines", True, "en"),
    ("six medicines", True, "de"),
    ("six medicines, two circumstances, a sign", False, "de"),
    ("six medicines, two circumstances, a sign", True, "en"),
    ("six medicines, two circumstances, a sign", True, "de"),
}
"""What no page holds in letters of 8.5 pt: kind, then before and after, language; or paper."""
TOO_MUCH = {("six medicines, two circumstances, a sign", True, "de", "letter")}
"""What is more than a page even without notes and method: the warning signs come before it."""
LEGIBLE_PT = 8.5


def squeezed(text):
    """Text without spaces and without the hyphens of words that go on in the next line."""
    return re.sub(r"[\s\u00ad-]", "", text)


def sizes_of(page):
    """Sizes of the letters on a page [pt]."""
    found = set()

    def note(text, _matrix, _place, _font, size):
        if text.strip():
            found.add(round(size, 2))

    page.extract_text(visitor_text=note)
    return found


@pytest.mark.parametrize("compared", [False, True], ids=["one period", "before and after"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_sheet_is_one_page_or_only_notes_and_method_stand_behind(kind, compared, made):
    client, foods = KINDS[kind]
    rows = tuple((food, grams, "g") for food, grams in foods.items())
    options = {}
    if compared:
        less = made(client, foods=tuple((food, grams * 0.6, "g") for food, grams, _ in rows))
        options["earlier"] = [one.assessment for one in less.minerals]
        options["earlier_days"] = [
            {"day": day, "day_state": "complete"} for day in ("2026-01-05", "2026-01-12")
        ]
    sheet = made(client, foods=rows, **options)
    for language in languages():
        said = spoken(sheet, language)
        for paper in PAPERS:
            content = pdf(said, paper=paper)
            pages = pypdf.PdfReader(io.BytesIO(content)).pages
            assert (
                len(pages) == 1 or {(kind, compared, language), (kind, language, paper)} & TWO_PAGES
            )
            assert len(pages) <= 2
            first = squeezed(pages[0].extract_text())
            assert squeezed(said["doctor"]["tiers"][1]["lead"]) in first
            figures, doctor = (
                first.index(squeezed(said[name]["title"])) for name in ("figures", "doctor")
            )
            # Both tiers stand behind the results, but for who was not asked or has too much for
            # a page.
            before = doctor < figures
            too_much = (kind, compared, language, paper) in TOO_MUCH
            assert before is (too_much or kind == "not asked")
            if len(pages) == 2 and not before:
                second = squeezed(pages[1].extract_text())
                assert second.startswith(squeezed(said["notes"]["title"]))
            smallest = min(size for page in pages for size in sizes_of(page))
            assert smallest >= LEGIBLE_PT
            assert b"pdfuaid" in content


def test_medicines_and_circumstances_are_prompts(made):
    client = Client(
        "1",
        sex="male",
        age_months=800,
        medicines=("torasemide", "levothyroxine", "qqqq"),
        contexts=("kidney-disease",),
    )
    page = spoken(made(client))
    assert page["contexts"]["lines"][0].startswith("Kidney disease: ")
    assert any("Loop diuretics" in line for line in page["medicines"]["lines"])
    assert any("qqqq" in line for line in page["medicines"]["lines"])
    assert page["offers"]["answers"] == []
    assert "kidney team" in page["offers"]["lines"][0]


def test_filters_are_kept(made):
    client = Client("1", sex="female", age_months=400, filters=Filters(vegan=True))
    sheet = made(client, foods=(("whole milk", 300, "g"),))
    assert sheet.suggestions.answers
    for answer in sheet.suggestions.answers:
        assert all(portion.food.vegan for portion in answer.portions)


def test_before_and_after(made):
    before = made(foods=(("whole milk", 200, "g"),))
    after = made(
        foods=(("whole milk", 700, "g"),),
        earlier=[one.assessment for one in before.minerals],
        earlier_days=[{"day": "2026-01-05", "day_state": "complete"}],
    )
    calcium, magnesium = after.comparison.changes
    # 500 g of milk: 565 mg calcium; by chance 1.96 × 325 × √(1/3 + 1/3) = 520.1 mg
    assert calcium.difference_mg == pytest.approx(565)
    assert calcium.chance_mg == pytest.approx(1.96 * 325 * math.sqrt(2 / 3))
    assert calcium.beyond_chance
    assert magnesium.difference_mg == pytest.approx(50)
    assert not magnesium.beyond_chance
    text = text_of(pdf(spoken(after)))
    assert "Calcium, mg a day 226 mg 791 mg +565 mg" in text
    assert "Calcium: the difference is larger than single days differ" in text
    assert "Magnesium: the difference is no larger" in text
    assert "Before: Jan 5, 2026 to Jan 5, 2026" in text


def test_a_difference_of_lower_bounds_is_not_told(made):
    before = made()
    after = made(earlier=[one.assessment for one in before.minerals])
    assert [change.difference_mg for change in after.comparison.changes] == [None, None]
    assert "cannot be told" in " ".join(spoken(after)["comparison"]["lines"])


@pytest.mark.parametrize(
    ("row", "items", "expected"),
    [
        ({"intake_mg": None}, 10, True),
        ({"intake_mg": 1.0, "probability_is_at_least": False}, 10, False),
        ({"intake_mg": 1.0, "probability_is_at_least": True, "known_share": 0.8}, 10, False),
        ({"intake_mg": 1.0, "probability_is_at_least": True, "known_share": 0.79}, 10, True),
        ({"intake_mg": 1.0, "probability_is_at_least": True, "unknown_items": 2}, 10, False),
        ({"intake_mg": 1.0, "probability_is_at_least": True, "unknown_items": 3}, 10, True),
        ({"intake_mg": 1.0, "probability_is_at_least": True, "unknown_items": 1}, None, True),
    ],
)
def test_when_a_record_is_too_thin(row, items, expected):
    assert poor(row, items) is expected


def test_no_figure_of_the_sheet_depends_on_symptoms(made):
    plain = Client("1", sex="female", age_months=400)
    ticked = replace(plain, red_flags=("seizure", "weakness"))
    assert spoken(made(plain))["figures"] == spoken(made(ticked))["figures"]


def test_unknown_papers_and_languages_are_errors(made):
    with pytest.raises(ReportError, match="no paper"):
        pdf(spoken(made()), paper="a5")
    with pytest.raises(TextError):
        spoken(made(), "xx")


def test_without_typst_the_error_says_how_to_install_it(made, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ReportError) as caught:
        pdf(spoken(made()))
    assert "mgca[report]" in caught.value.hint
