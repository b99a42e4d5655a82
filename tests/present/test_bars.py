"""Bars by year: heights in proportion, gaps as dashes, and the same told in words."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from mnna.present.bars import Bar, bars

YEARS = (Bar(2007, 0, 0, True), Bar(2008, 2e9, 3), Bar(2009, 0, 0), Bar(2010, 1e9, 1))


def test_heights_are_in_proportion_and_a_year_without_any_has_no_bar() -> None:
    picture = bars("sales", "Sales", "How to read it.", YEARS, "notice")
    root = ElementTree.fromstring(picture.svg)
    drawn = [float(one.get("height", "0")) for one in root.iter("{http://www.w3.org/2000/svg}rect")]
    assert len(drawn) == 2 and drawn[0] == 2 * drawn[1]
    texts = [one.text for one in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"–", "’07", "3", "1", "$2 bn"} <= set(texts)


def test_it_is_told_in_words() -> None:
    told = bars("sales", "Sales", "", YEARS, "notice").alt
    assert told == (
        "2007: none found. 2008: $2 billion in three notices. 2009: none on record. 2010: $1 billion in one notice."
    )


def test_small_and_no_amounts_have_an_axis() -> None:
    assert "$400 m" in bars("s", "S", "", (Bar(2010, 4.1e8, 1),), "notice").svg
    assert "$0" in bars("s", "S", "", (Bar(2010, 0, 1),), "notice").svg


def test_many_years_do_not_print_over_each_other() -> None:
    svg = bars("s", "S", "", tuple(Bar(1990 + n, 1e9, 1) for n in range(60)), "notice").svg
    assert len(re.findall("’", svg)) <= 30
