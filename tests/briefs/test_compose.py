"""What every brief must show and must not, and the questions that have no brief."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest

from mnna.briefs import brief
from mnna.errors import BadQuestion, UnknownCountry, UnknownWord
from mnna.present.document import Items, Picture, as_json
from tests.briefs.reading import picture

TODAY = "2026-11-24"


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


def test_no_raw_day_and_no_missing_value_reaches_the_reader() -> None:
    for section in brief("SAU", "COL", TODAY).sections:
        for block in section.blocks:
            if not isinstance(block, (Items, Picture)):
                text = re.sub(r"https?://\S+", "", str(as_json(block)))
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


@pytest.mark.parametrize(("country", "versus"), [("MEX", "COL"), ("JPN", None), ("PRK", "PAK"), ("FRA", "TWN")])
def test_no_name_of_a_figure_stands_where_the_figure_should(country: str, versus: str | None) -> None:
    told = json.dumps(brief(country, versus, TODAY).to_dict()["sections"])
    assert not re.search(r"\{[a-z0-9-]+(:words)?\}", told)
