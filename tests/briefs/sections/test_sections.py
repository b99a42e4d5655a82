"""What each part of the brief must say, and must not."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from mnna.briefs import Brief, brief
from mnna.errors import BadQuestion, UnknownCountry, UnknownWord
from mnna.present.document import Items, Picture, linked

TODAY = "2026-11-24"


def said(made: Brief, section: str) -> str:
    return str(made.section(section).to_dict())


def picture(made: Brief, section: str) -> Picture:
    return next(block for block in made.section(section).blocks if isinstance(block, Picture))


def test_the_road_is_told_step_by_step() -> None:
    road = said(brief("COL", on=TODAY), "status")
    for step in (
        "10 March 2022: announced",
        "21 April 2022: notified",
        "23 May 2022: designated",
        "7 July 2025: listed",
    ):
        assert step in road


def test_steps_after_the_day_are_called_later() -> None:
    assert "23 May 2022: later: designated" in said(brief("COL", on="2022-05-01"), "status")


def test_lists_that_disagree_are_shown() -> None:
    assert "in law yes (22 USC 2321k), in the ITAR recital no" in said(brief("COL", on="2024-06-01"), "status")


def test_commitments_say_that_none_comes_with_the_status() -> None:
    assert "No guarantee of defense comes with the status." in said(brief("MEX", on=TODAY), "commitments")


@pytest.mark.parametrize(("country", "figure", "days"), [("MEX", "$14 million", 30), ("JPN", "$25 million", 15)])
def test_the_notice_of_a_sale_is_unchanged_and_its_figures_are_given(country: str, figure: str, days: int) -> None:
    text = said(brief(country, on=TODAY), "notification")
    assert "The status does not change when Congress must be told of an arms sale." in text
    assert f"{figure} for major defense equipment" in text
    assert f"{days} calendar days" in text


def test_proposals_are_shown_as_what_they_are_and_only_when_made() -> None:
    assert "None of these is a designation or its end" in said(brief("MEX", on=TODAY), "proposals")
    assert "proposals" not in {section.id for section in brief("MEX", on="2019-01-01").sections}


def test_what_is_unknown_is_named() -> None:
    assert "Child soldiers: whether Mexico holds the status “Child soldiers list”" in said(
        brief("MEX", on=TODAY), "unknown"
    )


def test_sources_have_addresses() -> None:
    blocks = brief("MEX", "COL", TODAY).section("sources").blocks
    items = [linked(item) for block in blocks if isinstance(block, Items) for item in block.items]
    assert len(items) > 40
    assert any("uscode.house.gov" in item["address"] for item in items)
    assert sum(1 for item in items if item["address"].startswith("https://")) / len(items) > 0.9


@pytest.mark.parametrize("id_", ["status", "world"])
def test_pictures_are_whole_and_told_in_words(id_: str) -> None:
    drawn = picture(brief("MEX", "COL", TODAY), id_)
    root = ElementTree.fromstring(drawn.svg)
    assert root.tag.endswith("svg")
    assert root.attrib["role"] == "img"
    assert "Mexico" in drawn.alt and "Colombia" in drawn.alt
    assert not re.search(r"(href|src)=", drawn.svg)
    inks = {"currentColor", "none", "url(#world-ally)", "url(#timeline-open)"}
    assert set(re.findall(r'fill="([^"]+)"', drawn.svg)) <= inks


@pytest.mark.parametrize("id_", ["status", "world", "comparison"])
def test_no_type_in_a_picture_is_below_nine_points_on_paper(id_: str) -> None:
    drawn = picture(brief("MEX", "COL", TODAY), id_)
    wide = float(re.findall(r'viewBox="0 0 ([\d.]+)', drawn.svg)[0])
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)', drawn.svg)]
    assert min(sizes) * 7 * 72 / wide >= 9


def test_the_map_names_every_ally_and_marks_the_small_ones() -> None:
    drawn = picture(brief("MEX", on=TODAY), "world")
    assert "32 members of NATO; 21 major non-NATO allies" in drawn.alt
    assert "Bahrain" in drawn.alt
    assert "l4.4 4.4" in drawn.svg


def test_the_map_is_that_of_the_day() -> None:
    drawn = picture(brief("SAU", on="2026-01-10"), "world")
    assert "19 major non-NATO allies" in drawn.alt
    assert "Not known on that day: Saudi Arabia" in drawn.alt


def test_no_raw_day_and_no_missing_value_reaches_the_reader() -> None:
    for section in brief("SAU", "COL", TODAY).sections:
        for block in section.blocks:
            if not isinstance(block, (Items, Picture)):
                text = re.sub(r"https?://\S+", "", str(block.to_dict()))
                assert not re.search(r"(?<![\w/-])\d{4}-\d{2}-\d{2}(?![\w-])", text), section.id
                assert "None," not in text


def test_questions_that_have_no_brief() -> None:
    with pytest.raises(BadQuestion, match="relation of another country"):
        brief("USA")
    with pytest.raises(BadQuestion, match="organization"):
        brief("NATO")
    with pytest.raises(BadQuestion, match="relation of another country"):
        brief("MEX", "USA")
    with pytest.raises(BadQuestion, match="two countries"):
        brief("MEX", "Mexico")
    with pytest.raises(UnknownCountry, match="Mexico"):
        brief("Mexicoo")
    with pytest.raises(UnknownWord, match="mnna"):
        brief("MEX", designate="mnnaa")
