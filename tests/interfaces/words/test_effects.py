"""`effects` as people read it: words before numbers, with what the test could have found."""

from __future__ import annotations

import re

import pytest

from mnna.models import api
from mnna.models.effects.country import CountryEffect
from mnna.models.effects.effect import Effect, EveryEffect
from tests.interfaces.checks import fits
from tests.terminal import document, refused, said


def test_effects_keep_the_contract() -> None:
    found = fits("effects", "un_distance", "--draws", "199", "--seed", "3", of=Effect)
    wanted = {"outcome", "unit", "n", "att", "low", "high", "p", "detectable", "event_study", "size_check", "reading"}
    assert wanted <= set(found)
    assert {"year", "estimate", "low", "high"} <= set(found["event_study"][0])
    assert found["settings"]["draws"] == 199 and found["settings"]["seed"] == 3


def test_the_answer_of_python_is_cited_and_is_a_table() -> None:
    found = api.effects("un_distance", draws=199)
    assert isinstance(found, Effect)
    assert "/effects?outcome=un_distance" in found.cite("bluebook")
    assert len(found.to_frame()) == len(found.event_study) and "<h1" in found._repr_html_()
    alone = api.effects("un_distance", "COL")
    assert "outcome=un_distance&country=COL" in alone.cite() and "Colombia" in alone._repr_html_()


def test_effects_read_before_they_count() -> None:
    found = document("effects", "us_troops", "--draws", "199")
    text = said("effects", "us_troops", "--draws", "199")
    heads = (
        "The numbers, in",
        "(event study)",
        "Is the test sound",
        "Other methods",
        "Each designee, and",
        "gone their own way",
        "left out, and why",
    )
    places = [text.index(word) for word in heads]
    assert places == sorted(places) and " ".join(found["reading"].split()) in text[: places[0]]
    assert "are ruled out (95%)" in text[: places[0]]
    assert f"{100 * found['size_check']['rejected']:.1f}%" in text and "were looked at (Holm)" in text
    outside = [one["year"] for one in found["event_study"] if one["low"] > 0 or one["high"] < 0]
    listed = ", ".join(f"{year:+d}" if year else "0" for year in outside) or "none"
    assert f"Years whose range leaves out zero: {listed}." in text
    for one in found["designees"]:
        assert f"{one['year']} {found['by_designee'][one['country']]:+.2f}" in text


def test_effects_of_every_outcome_with_holm() -> None:
    found = fits("effects", "--all", "--draws", "199", of=EveryEffect)["outcomes"]
    assert len(found) >= 6 and all(one["p_holm"] >= one["p"] for one in found if one["p"] is not None)
    text = said("effects", "--all", "--draws", "199")
    assert "p Holm" in text and "US arms deliveries (SIPRI): there are no figures here" in text
    assert all(" ".join(one["reading"].split()) in text for one in found)


def test_effects_for_one_country() -> None:
    found = fits("effects", "us_troops", "--country", "Colombia", of=CountryEffect)
    text = said("effects", "us_troops", "--country", "Colombia")
    assert found["designated"] == 2022 and " ".join(found["reading"].split()) in text
    assert f"{found['placebo']['rank']} of {found['placebo']['of']}" in text and "2022 after" in text
    assert not re.search(r"\d{7,}", text.split("Sources --")[0])  # no ratio of an exact fit is printed as a number
    poor = document("effects", "us_troops", "--country", "KWT")["synthetic"]
    if poor["pre_mspe"] ** 0.5 >= abs(poor["effect"]):
        assert "Nothing can be read from it" in said("effects", "us_troops", "--country", "KWT")


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        ((), 2, "mnna effects us_troops"),
        (("--all", "--country", "COL"), 2, "does not take --country"),
        (("us_troops", "--draws", "99", "--on", "1999-01-01", "-o", "x.svg"), 2, "this answer has no picture"),
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
