"""`criteria` as people read it: no forecast, and it says so; orders, bounds and fair errors."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from mnna.models import api
from mnna.models.choice.criteria import CriteriaAnswer
from tests.interfaces.checks import fits
from tests.terminal import document, refused, said

DAY = "2026-06-30"


def test_the_answer_is_as_its_schema_says() -> None:
    fits("criteria", "MEX", "--on", DAY, "--draws", "2000", of=CriteriaAnswer)


def test_criteria_say_what_they_are_not() -> None:
    text = said("criteria", "MEX", "--on", DAY, "--draws", "4000")
    assert text.startswith("Mexico comes first in")
    assert text.index("not who will be named") < text.index("The criteria --")
    assert "For Mexico to come first one must value" in text and "Spearman" in text
    assert "Holds: how often" in text and "Central weight" in text


def test_the_answer_of_python_is_cited_and_is_a_table() -> None:
    found = api.criteria(
        ["us_trade:up", "homicide_rate:down:log"], on=DAY, draws=200, screen=True,
        order=["us_trade", "homicide_rate"], bounds={"us_trade": (0.3, 0.6)},
    )  # fmt: skip
    address = urlsplit(found.cite("csl").split('"URL": "')[1].split('"')[0])
    given = {name: tuple(values) for name, values in parse_qs(address.query).items()}
    again = api.criteria(
        given["use"][0].split(","), on=given["on"][0], draws=200, screen=given["screen"] == ("yes",),
        order=given["order"][0].split(">"), bounds={"us_goods_trade_total": (0.3, 0.6)},
    )  # fmt: skip
    assert again.to_dict() == found.to_dict() and given["bounds"] == ("us_goods_trade_total=0.3..0.6",)
    assert len(found.to_frame()) == len(found.candidates) and "<h1" in found._repr_html_()


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
        (("--use", "us_trad:up"), "Did you mean us_trade"),
        (("--use", "us_aid"), "us_aid:up or us_aid:down"),
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
