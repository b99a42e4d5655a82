"""The models at the terminal: the contract, plain words first, no number dressed as more than it is, fair errors."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from mnna import cli
from mnna.errors import BadDate, BadQuestion, CannotAnswer, UnknownWord
from mnna.models import doors, preferences
from mnna.models.preferences import criterion, share
from tests.facts.test_reading import HEADER
from tests.facts.test_reading import table as spans_table
from tests.terminal import Ran, document, run

DAY = "2026-06-30"
EARLY = "1999-06-30"
WORDS = ("rank", "criteria", "effects")


@pytest.fixture(autouse=True)
def _listed(monkeypatch: pytest.MonkeyPatch) -> None:
    for word in WORDS:
        monkeypatch.setitem(cli.COMMANDS, word, word)


def said(*words: str) -> str:
    """The text of a command that succeeds, folded onto one line."""
    ran = run(*words)
    assert (ran.code, ran.err) == (0, ""), ran
    assert max(map(len, ran.out.splitlines())) <= 100
    return " ".join(ran.out.split())


def refused(*words: str, code: int = 2) -> str:
    """The message of a command that fails as it should, with nothing on standard output."""
    ran = run(*words)
    assert (ran.code, ran.out) == (code, ""), ran
    return " ".join(ran.err.split())


# rank


def test_rank_keeps_the_contract_and_says_what_python_says() -> None:
    found = document("rank", "--on", DAY)
    assert {"on", "event", "rule", "ranking", "backtest", "rivals"} <= set(found)
    assert {"country", "rank", "score", "years_in_top10"} <= set(found["ranking"][0])
    assert {"median_rank", "auc", "top10", "top20", "chance_median", "designees"} <= set(found["backtest"])
    assert {"country", "year", "rank", "at_risk"} <= set(found["backtest"]["designees"][0])
    assert found == json.loads(json.dumps(doors.rank(DAY).to_dict()))


def test_rank_shows_its_misses_before_its_ranking() -> None:
    found, text = doors.rank(DAY), said("rank", "--on", DAY)
    places = [
        text.index(word) for word in ("THE RULE,", "BACK-TEST", "RIVALS", "WERE NOT NAMED", "WHEN IS", "THE RANKING")
    ]
    assert places == sorted(places)
    assert text.index("does not say that anyone will be named") < places[0]
    before = text[: places[-1]]
    for miss in found.backtest.misses:
        assert f"{miss.year} ({miss.rank:g})" in before
    for one in found.backtest.placings:
        assert re.search(rf"{one.year} {one.rank:g} {one.at_risk}\b", before), one
    for word in ("alphabet", "chance", "Firth", "conditional logit", "UN closeness", "US trade"):
        assert word in before
    waiting = text[text.index("WERE NOT NAMED") : text.index("WHEN IS")]
    assert re.search(r"Mexico \d+ years", waiting) and "Cuba" in waiting
    assert "Guantanamo" in text[: places[0]]


def test_rank_shows_how_well_fitted_probabilities_did() -> None:
    text = said("rank", "--on", DAY)
    bins = document("rank", "--on", DAY)["forecasts"][1]["bins"]
    part = text[text.index("WERE FITTED PROBABILITIES RIGHT") :]
    for mean, count, named in bins:
        assert f"1 in {round(1 / mean)} {count} {mean * count:.1f} {named}" in part
    assert sum(one[2] for one in bins) == 17  # the sixteen and New Zealand
    assert "of the mere base rate" in part


def test_rank_gives_no_probability_that_a_country_is_next() -> None:
    text = said("rank", "--on", DAY)
    assert set(re.findall(r"(\d+) %", text)) == {"95"}  # intervals only
    assert "country-years ranked 1 to 5" in text and "95 % interval" in text


def test_rank_lists_twenty_or_all() -> None:
    size = len(doors.rank(DAY).ranking)
    assert f"THE RANKING: 20 OF {size}" in said("rank", "--on", DAY)
    assert f"THE RANKING: {size} OF {size}" in said("rank", "--on", DAY, "--all")


def test_rank_of_mexico_says_the_silent_years_and_reads_figures_back() -> None:
    own = doors.rank(DAY, country="MEX").country
    text = said("rank", "mexico", "--on", DAY)
    assert own is not None and own.top10_years
    assert ", ".join(map(str, own.top10_years)) in text and "without being named" in text
    troops = next(trait for trait in own.traits if trait.feature == "us_troops")
    assert f"* US active-duty troops {round(2.718281828459045 ** (troops.value or 0)) - 1:,}" in text
    assert f"{troops.designees_below} of {troops.designees}" in text
    assert text.index("without being named") < text.index("EACH FEATURE")


@pytest.mark.parametrize(
    ("country", "why"),
    [("Japan", "named"), ("France", "member of NATO since 1949"), ("TWN", "treated as though")],
)
def test_rank_says_why_a_country_is_not_ranked(country: str, why: str) -> None:
    text = said("rank", country, "--on", DAY)
    assert "is not ranked" in text and why in text and "EACH FEATURE" not in text


def test_rank_says_where_a_designee_stood_when_named() -> None:
    place = next(one for one in doors.rank(DAY).backtest.placings if one.country == "COL")
    assert f"the rule had it at {place.rank:g} of {place.at_risk}" in said("rank", "COL", "--on", DAY)


def test_rank_on_a_day_in_the_past_owns_up_to_having_learnt_little() -> None:
    text = said("rank", "--on", EARLY)
    assert "say next to nothing" in text and "2025" not in text.split("RESTS ON")[0]


def test_rank_dates_events_either_way() -> None:
    years = [
        {
            one["country"]: one["year"]
            for one in document("rank", "--on", DAY, "--event", event)["backtest"]["designees"]
        }
        for event in ("announced", "determined")
    ]
    assert (years[0]["SAU"], years[1]["SAU"]) == (2025, 2026)


def test_rank_prints_the_risk_set() -> None:
    found = document("rank", "--risk-set", "--on", "2001-01-01")
    assert {"TWN", "COL", "MEX"} <= set(found["countries"]) and not {"JPN", "FRA", "USA", "JOR"} & set(
        found["countries"]
    )
    text = said("rank", "--risk-set", "--on", "2001-01-01")
    assert f"{found['n']} countries" in text and "Mexico (MEX)" in text and "Japan" not in text


def test_rank_under_other_choices() -> None:
    text = said("rank", "--sensitivity", "--on", DAY)
    for word in ("events dated by determination", "figures two years old", "population over", "without Afghanistan"):
        assert word in text


def test_the_multiverse_says_that_none_may_be_picked() -> None:
    text = said("rank", "--multiverse", "--on", EARLY)
    assert "choosing after the fact" in text and "US troops +" in text
    assert re.search(r"[\d.]+ % beat it", text)


# criteria


def test_criteria_say_what_they_are_not() -> None:
    text = said("criteria", "MEX", "--on", DAY, "--draws", "4000")
    assert text.index("What should count") == 0
    assert text.index("not who will be named") < text.index("THE CRITERIA")
    assert "FOR MEXICO TO COME FIRST ONE MUST VALUE" in text and "Spearman" in text
    assert "confidence" in text and "central weight" in text


def test_criteria_of_ones_own_with_order_and_bounds() -> None:
    chosen = ("--use", "us_trade:up,homicide_rate:down,democracy", "--draws", "3000", "--on", DAY)
    held = ("--order", "us_trade > democracy", "--bounds", "us_trade=0.3..0.6", "--candidates", "MEX,Ireland,CRI")
    found = document("criteria", *chosen, *held)
    assert [one["indicator"] for one in found["criteria"]] == [
        "us_goods_trade_total",
        "homicide_rate",
        "vdem_polyarchy",
    ]
    assert [one["better"] for one in found["criteria"]] == ["high", "low", "high"]
    assert {one["candidate"] for one in found["candidates"]} == {"MEX", "IRL", "CRI"}
    for one in found["candidates"]:
        weights = one["central_weights"]
        if weights:
            assert 0.3 <= weights["us_goods_trade_total"] <= 0.6
            assert weights["us_goods_trade_total"] >= weights["vdem_polyarchy"]
    text = said("criteria", *chosen, *held)
    assert "us_goods_trade_total > vdem_polyarchy" in text and "0.3 to 0.6" in text


def test_turning_a_direction_round_turns_the_order_round() -> None:
    firsts = []
    for better in ("up", "down"):
        found = document(
            "criteria", "--use", f"democracy:{better}", "--candidates", "CRI,SAU,PRK,CHE", "--on", "2020-01-01"
        )
        firsts.append([one["candidate"] for one in found["candidates"]])
    assert firsts[0] == firsts[1][::-1]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("JPN",), "named"),
        (("France",), "member of NATO"),
        (("MEX", "--candidates", "CHL,IND"), "not among the candidates"),
        (("--candidates", "MEX"), "only one"),
        (("--use", "us_trad:up"), "Near: us_trade"),
        (("--use", "us_aid"), "us_aid:up, us_aid:down"),
        (("--use", "us_trade:sideways"), "not a direction"),
        (("--use", "us_trade,us_trade"), "named twice"),
        (("--bounds", "us_trade=0.5"), "0.2..0.5"),
        (("--bounds", "us_trade=0.5..0.4"), "the lowest is above the highest"),
        (("--bounds", "us_trade=0.6..2"), "not shares"),
        (("--bounds", "us_trade=nan..nan"), "not shares"),
        (("--bounds", "us_trade=0.6..0.7,gdp=0.6..0.7"), "more than one"),
        (("--use", "gdp,population", "--order", "democracy>gdp"), "not among those chosen"),
        (("--on", "2999-01-01"), "not known"),
    ],
)
def test_criteria_refuse_what_cannot_be_weighed(words: tuple[str, ...], says: str) -> None:
    assert says in refused("criteria", *words, *(() if "--on" in words else ("--on", DAY)))


def test_a_criterion_as_people_write_it() -> None:
    one = criterion("homicide_rate:down")
    assert (one.indicator, one.better, one.scale, one.goal) == ("homicide_rate", "low", "log", "public safety")
    assert criterion("us_troops:down:linear").goal == "low US troops there"
    assert criterion("unga_distance_usa").better == "low" and criterion("us_military_aid:up").scale == "log"
    assert share("gdp=..0.4") == ("gdp", (0.0, 0.4)) and share("gdp=0.1..") == ("gdp", (0.1, 1.0))
    assert set(preferences.SHORT.values()) | {"population", "homicide_rate"} == set(preferences.PLAIN)
    with pytest.raises(UnknownWord):
        criterion("happiness:up")


# effects


def test_effects_keep_the_contract() -> None:
    found = document("effects", "un_distance", "--draws", "199", "--seed", "3")
    wanted = {"outcome", "unit", "n", "att", "low", "high", "p", "detectable", "event_study", "size_check", "reading"}
    assert wanted <= set(found)
    assert {"year", "estimate", "low", "high"} <= set(found["event_study"][0])
    assert found["settings"]["draws"] == 199 and found["settings"]["seed"] == 3


def test_effects_read_before_they_count() -> None:
    found = document("effects", "us_troops", "--draws", "199")
    text = said("effects", "us_troops", "--draws", "199")
    heads = (
        "THE NUMBERS",
        "EVENT STUDY",
        "IS THE TEST HONEST",
        "OTHER ESTIMATORS",
        "BY DESIGNEE",
        "NOT PARALLEL",
        "LEFT OUT",
    )
    places = [text.index(word) for word in heads]
    assert places == sorted(places) and " ".join(found["reading"].split()) in text[: places[0]]
    assert "would have seen only a change of" in text[: places[0]]
    assert f"{100 * found['size_check']['rejected']:.1f} %" in text and "Holm over all outcomes" in text
    outside = [one["year"] for one in found["event_study"] if one["low"] > 0 or one["high"] < 0]
    listed = ", ".join(f"{year:+d}" if year else "0" for year in outside) or "none"
    assert f"each year taken alone: {listed}." in text
    for one in found["designees"]:
        assert f"{one['year']} {found['by_designee'][one['country']]:+.2f}" in text


def test_effects_of_every_outcome_with_holm() -> None:
    found = document("effects", "--all", "--draws", "199")["outcomes"]
    assert len(found) >= 6 and all(one["p_holm"] >= one["p"] for one in found if one["p"] is not None)
    text = said("effects", "--all", "--draws", "199")
    assert "p Holm" in text and "SIPRI's table is not loaded" in text
    assert all(" ".join(one["reading"].split()) in text for one in found)


def test_effects_for_one_country() -> None:
    found = document("effects", "us_troops", "--country", "Colombia")
    text = said("effects", "us_troops", "--country", "Colombia")
    assert found["designated"] == 2022 and " ".join(found["reading"].split()) in text
    assert f"{found['placebo']['rank']} of {found['placebo']['of']}" in text and "2022 after" in text
    assert not re.search(r"\d{7,}", text.split("RESTS ON")[0])  # no ratio of an exact fit is printed as a number
    poor = document("effects", "us_troops", "--country", "KWT")["synthetic"]
    if poor["pre_mspe"] ** 0.5 >= abs(poor["effect"]):
        assert "nothing can be read from the gap" in said("effects", "us_troops", "--country", "KWT")


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        ((), 2, "mnna effects us_troops"),
        (("us_troops", "--all"), 2, "either one outcome or --all"),
        (("morale",), 2, "us_troops"),
        (("us_arms",), 1, "ingest sipri"),
        (("us_trade", "--country", "MEX"), 2, "no President has designated it"),
        (("us_trade", "--country", "Japan"), 2, "no President has designated it"),
        (("us_trade", "--country", "Kolombia"), 2, "Colombia (COL)"),
        (("us_trade", "--country", "COL", "--seed", "1"), 2, "nothing is drawn"),
        (("us_trade", "-o", "x.png"), 2, ".svg"),
        (("us_trade", "--draws", "5"), 2, "99"),
        (("un_distance", "--country", "SAU"), 1, "0 after"),
    ],
)
def test_effects_refuse_what_cannot_be_asked(words: tuple[str, ...], code: int, says: str) -> None:
    assert says in refused("effects", *words, code=code)


# what they share


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("Ruritania",), "Mauritania"),
        (("USA",), "designates others"),
        (("Puerto Rico",), "not a sovereign state"),
        (("NATO",), "not a sovereign state"),
        (("--on", "1990-01-01"), "1997-01-01 or later"),
        (("--on", "2999-01-01"), "Ask for today or an earlier day"),
        (("--on", "yesterday"), "it is not a date"),
        (("--event", "published"), "determined"),
        (("MEX", "--multiverse"), "looks at all countries"),
        (("--risk-set", "-o", "x.svg"), "there is none"),
        (("-o", "missing/x.svg"), "no such folder"),
    ],
)
def test_rank_refuses_what_cannot_be_asked(words: tuple[str, ...], says: str) -> None:
    assert says in refused("rank", *words)


def test_pictures_are_written_with_their_words(tmp_path: Path) -> None:
    svg, html = tmp_path / "a.svg", tmp_path / "b.html"
    ran = run("rank", "--on", DAY, "-o", str(svg))
    assert (ran.code, ran.out) == (0, "") and "wrote" in ran.err and svg.read_text("utf-8").startswith("<svg")
    assert run("criteria", "MEX", "--draws", "2000", "--on", DAY, "-o", str(html)).code == 0
    page = html.read_text("utf-8")
    assert "<figcaption>Rank acceptability" in page and '<html lang="en">' in page
    assert "<script" not in page and "http" not in re.sub(r"http://www\.w3\.org/\S+", "", page)


@pytest.fixture()
def own_facts(tmp_path: Path) -> Path:
    """A folder in which Mexico was designated on 2 March 2020 and India joined NATO."""
    rows = (
        "MEX,mnna,2020-03-02,,,,yes,An order,,my-source,high,,",
        "IND,nato,2021-05-01,,,,yes,A protocol,,my-source,high,,",
    )
    return spans_table(tmp_path / "facts", HEADER, *rows)


def test_the_models_go_by_the_users_own_facts(own_facts: Path) -> None:
    plain, mine = document("rank", "--on", DAY), document("--facts", str(own_facts), "rank", "--on", DAY)
    named = {one["country"]: one["year"] for one in mine["backtest"]["designees"]}
    assert named["MEX"] == 2020 and len(named) == len(plain["backtest"]["designees"]) + 1
    assert {one["country"] for one in plain["ranking"]} - {one["country"] for one in mine["ranking"]} == {"MEX", "IND"}
    gone = said("rank", "MEX", "--on", DAY, "--facts", str(own_facts))
    assert "designated on 2020-03-02" in gone and "your own facts: MEX mnna" in gone
    assert "member of NATO" in refused("criteria", "IND", "--on", DAY, "--facts", str(own_facts))
    risk = document("rank", "--risk-set", "--on", DAY, "--facts", str(own_facts))
    assert not {"MEX", "IND"} & set(risk["countries"])
    studied = document("effects", "us_troops", "--draws", "99", "--facts", str(own_facts))
    assert {"country": "MEX", "year": 2020} in studied["designees"]
    assert studied["own_facts"][0] == "IND nato from 2021-05-01 (my-source)"
    assert "your own facts: MEX mnna from 2020-03-02 (my-source)" in said(
        "rank", "--on", DAY, "--facts", str(own_facts)
    )
    assert not plain["own_facts"]
    assert "Mexico from 2020" in said("effects", "us_troops", "--country", "MEX", "--facts", str(own_facts))


def test_a_picture_and_the_stamp_go_by_the_users_own_facts(own_facts: Path, tmp_path: Path) -> None:
    svg = tmp_path / "own.svg"
    assert run("rank", "--on", DAY, "-o", str(svg), "--facts", str(own_facts)).code == 0
    assert "Mexico 2020" in svg.read_text("utf-8")
    stamps = {said("criteria", "--draws", "100", "--on", "2019-01-01", *more).rpartition("facts ")[2]
              for more in ((), ("--facts", str(own_facts)))}  # fmt: skip
    assert len(stamps) == 2


def fresh(code: str) -> Ran:
    """What a fresh interpreter says to some code."""
    path = str(Path(cli.__file__).parents[1])
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": path})
    return Ran(made.returncode, made.stdout, made.stderr)


@pytest.mark.parametrize(
    ("package", "words"),
    [
        ("numpy", ("rank",)),
        ("numpy", ("criteria",)),
        ("numpy", ("criteria", "--bounds", "gdp=0..0.5")),
        ("numpy", ("effects", "us_troops", "--country", "COL")),
        ("numpy", ("effects", "--all")),
        ("scipy", ("rank",)),
        ("diff_diff", ("effects", "un_distance", "--draws", "99")),
    ],
)
def test_missing_packages_are_named_with_the_cure(package: str, words: tuple[str, ...]) -> None:
    asked = f"sys.argv = ['mnna', *{words!r}]; cli.COMMANDS.update(rank='', criteria='', effects=''); cli.main()"
    ran = fresh(f"import sys; sys.modules[{package!r}] = None; from mnna import cli; {asked}")
    assert (ran.code, ran.out) == (1, ""), ran
    assert f"{package} is not installed" in ran.err and "pip install 'mnna[models]'" in ran.err


def test_a_missing_package_of_pictures_is_named(tmp_path: Path) -> None:
    asked = f"sys.argv = ['mnna', 'rank', '-o', {str(tmp_path / 'a.svg')!r}]; cli.COMMANDS.update(rank=''); cli.main()"
    ran = fresh(f"import sys; sys.modules['vl_convert'] = None; from mnna import cli; {asked}")
    assert ran.code == 1 and "pip install 'mnna[charts]'" in ran.err


def test_looking_up_a_command_imports_no_package_of_the_models() -> None:
    names = "mnna.commands.rank, mnna.commands.criteria, mnna.commands.effects, sys"
    ran = fresh(f"import {names}; print(sorted({{'numpy', 'scipy', 'rich', 'altair'}} & set(sys.modules)))")
    assert ran.out.strip() == "[]", ran


def test_python_asks_the_same_words() -> None:
    calls: list[tuple[int, int]] = []
    one = doors.effects("us_troops", country="COL", progress=lambda done, all_: calls.append((done, all_)))
    assert calls[-1][0] == calls[-1][1] == len(calls) > 20
    assert one.to_dict()["country"] == "COL"
    with pytest.raises(BadDate):
        doors.multiverse("2999-01-01")
    with pytest.raises(BadQuestion):
        doors.rank(DAY, "published")
    with pytest.raises(CannotAnswer):
        doors.criteria(["us_arms:up"], on=DAY)
