"""`rank` as people read it: the misses before the ranking, no number said to be more than it is, fair errors."""

from __future__ import annotations

import json
import re

import pytest

from mnna.models import api
from mnna.models.forecast.multiverse import Multiverse
from mnna.models.forecast.rank import Ranking, RankingOfCountry
from mnna.models.forecast.risk_set import RiskSet
from tests.interfaces.checks import fits
from tests.terminal import document, refused, said

DAY = "2026-06-30"
EARLY = "1999-06-30"


def test_rank_keeps_the_contract_and_says_what_python_says() -> None:
    found = document("rank", "--on", DAY)
    assert {"on", "event", "rule", "ranking", "backtest", "rivals"} <= set(found)
    assert {"country", "rank", "score", "years_in_top10"} <= set(found["ranking"][0])
    assert {"median_rank", "auc", "top10", "top20", "chance_median", "designees"} <= set(found["backtest"])
    assert {"country", "year", "rank", "at_risk"} <= set(found["backtest"]["designees"][0])
    assert found == json.loads(json.dumps(api.rank(DAY).to_dict()))


def test_every_answer_is_as_its_schema_says() -> None:
    fits("rank", "--on", DAY, of=Ranking)
    fits("rank", "MEX", "--on", DAY, of=RankingOfCountry)
    fits("rank", "JPN", "--on", DAY, of=RankingOfCountry)
    fits("rank", "--on", EARLY, "--sensitivity", of=Ranking)
    fits("rank", "--on", EARLY, "--multiverse", of=Multiverse)
    fits("rank", "--on", EARLY, "--risk-set", of=RiskSet)


def test_the_answer_of_python_is_cited_and_is_a_table() -> None:
    found = api.rank(DAY, country="MEX")
    assert f"/rank?on={DAY}&event=announced&country=MEX" in found.cite("bluebook")
    assert "Mexico ranks" in found._repr_html_() and {"country", "rank", "cow"} <= set(found.to_frame())
    assert f"/rank/multiverse?on={EARLY}" in api.multiverse(EARLY).cite()


def test_rank_shows_its_misses_before_its_ranking() -> None:
    found, text = api.rank(DAY), said("rank", "--on", DAY)
    heads = (
        "How often it was wrong",
        "The rule beside",
        "The rule, and where",
        "Other rules",
        "and not named --",
        "Who comes next is not when",
        "The ranking: 20",
    )
    places = [text.index(word) for word in heads]
    assert places == sorted(places)
    assert text.index("does not say that anyone will be named") < places[0]
    before = text[: places[-1]]
    for miss in found.backtest.misses:
        assert f"{miss.year} (place {miss.rank:g} of" in before
    for one in found.backtest.placings:
        assert re.search(rf"{one.year} {one.rank:g} {one.at_risk}\b", before), one
    assert "resemble past designees most; the rule has often been wrong" in before
    for word in ("alphabet", "chance", "Firth", "conditional logit", "UN closeness", "US trade"):
        assert word in before
    waiting = text[places[4] : places[5]]
    assert re.search(r"Mexico \d+ years", waiting) and "Honduras" in waiting
    assert re.search(r"State sponsor of terrorism \(.*?\): Cuba \(1\)", before)


def test_rank_shows_how_well_fitted_probabilities_did() -> None:
    text = said("rank", "--on", DAY)
    bins = document("rank", "--on", DAY)["forecasts"][1]["bins"]
    part = text[text.index("Were fitted probabilities right") :]
    for mean, count, named in bins:
        assert f"1 in {round(1 / mean)} {count} {mean * count:.1f} {named}" in part
    assert sum(one[2] for one in bins) == 17  # the sixteen and New Zealand
    assert "the same average chance for all" in part


def test_rank_gives_no_probability_that_a_country_is_next() -> None:
    text = said("rank", "--on", DAY)
    assert set(re.findall(r"(\d+)%", text)) == {"95"}  # intervals only
    assert "countries ranked 1 to 5 in a year" in text and "5 of 22 different countries." in text


def test_rank_lists_twenty_or_all() -> None:
    size = len(api.rank(DAY).ranking)
    assert f"The ranking: 20 of {size} countries" in said("rank", "--on", DAY)
    assert f"The ranking: {size} of {size} countries" in said("rank", "--on", DAY, "--all")


def test_rank_of_mexico_says_the_silent_years_and_reads_figures_back() -> None:
    own = api.rank(DAY, country="MEX").country
    text = said("rank", "mexico", "--on", DAY)
    assert own is not None and own.top10_years
    assert ", ".join(map(str, own.top10_years)) in text and "without being named" in text
    troops = next(trait for trait in own.traits if trait.feature == "us_troops")
    assert f"* US active-duty troops {round(2.718281828459045 ** (troops.value or 0)) - 1:,}" in text
    assert f"{troops.designees_below} of {troops.designees}" in text
    assert text.index("without being named") < text.index("feature by feature")


@pytest.mark.parametrize(
    ("country", "why"),
    [("Japan", "named"), ("France", "member of NATO since 24 August 1949"), ("TWN", "treated as though")],
)
def test_rank_says_why_a_country_is_not_ranked(country: str, why: str) -> None:
    text = said("rank", country, "--on", DAY)
    assert "is not ranked" in text and why in text and "feature by feature" not in text


def test_rank_says_where_a_designee_stood_when_named() -> None:
    place = next(one for one in api.rank(DAY).backtest.placings if one.country == "COL")
    assert f"the rule had it at {place.rank:g} of {place.at_risk}" in said("rank", "COL", "--on", DAY)


def test_rank_on_a_day_in_the_past_says_that_it_had_learned_little() -> None:
    text = said("rank", "--on", EARLY)
    assert "say next to nothing" in text and "2025" not in text.split("Sources --")[0]


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
    assert (
        f"{found['n']} countries could be named on 1 January 2001" in text
        and "Mexico (MEX)" in text
        and "Japan" not in text
    )


def test_rank_under_other_choices() -> None:
    text = said("rank", "--sensitivity", "--on", DAY)
    for word in ("events dated by determination", "figures two years old", "population over", "without Afghanistan"):
        assert word in text


def test_the_multiverse_says_that_none_may_be_picked() -> None:
    text = said("rank", "--multiverse", "--on", EARLY)
    assert "choosing after the fact" in text and "US troops +" in text
    assert re.search(r"[\d.]+% beat it", text)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("Ruritania",), "Mauritania"),
        (("USA",), "designates others"),
        (("Puerto Rico",), "Puerto Rico is a territory, and only countries are designated"),
        (("NATO",), "NATO is an organization, and only countries are designated"),
        (("--on", "1990-01-01"), "1997-01-01 or later"),
        (("--on", "2999-01-01"), "Ask for today or an earlier day"),
        (("--on", "yesterday"), "it is not a date"),
        (("--event", "published"), "determined"),
        (("MEX", "--multiverse"), "looks at all countries"),
        (("--sensitivity", "--risk-set"), "these are two questions"),
        (("--risk-set", "-o", "x.svg"), "this answer has no picture"),
        (("-o", "missing/x.svg"), "there is no folder missing"),
    ],
)
def test_rank_refuses_what_cannot_be_asked(words: tuple[str, ...], says: str) -> None:
    assert says in refused("rank", *words)


@pytest.mark.parametrize("country", ["IRQ", "ERI"])
def test_a_country_without_a_figure_has_no_place(country: str) -> None:
    """The counts of Iraq and Syria leave out those deployed there, and Eritrea has none."""
    text = said("rank", country, "--on", "2026-11-24")
    assert "has no figure for the rule, and so no place of its own" in text.split("\n=")[0].replace("\n", " ")
    assert "the rank says nothing" in " ".join(text.split()) and "was named that year" not in text


def test_a_name_keeps_its_article_and_a_small_range_its_digits() -> None:
    text = " ".join(said("rank", "BHS", "--on", DAY).split())
    assert "how closely the Bahamas resembles" in text and "The Bahamas ranks" in text
    assert "0 to 0 in 100" not in " ".join(said("rank", "--on", DAY).split())
