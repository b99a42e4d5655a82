"""The card of an answer: its title and first sentences in lines that fit."""

from __future__ import annotations

import re

from mnna.present.card import ALL, HEIGHT, card
from mnna.present.document import Document


def test_a_card_says_title_first_sentences_and_source() -> None:
    svg = card(Document(title="Is it next?", lead=("No answer < yet.",)), "mnna")
    assert re.findall(r">([^<>]+)</text>", svg) == ["Is it next?", "No answer &lt; yet.", "mnna"]


def test_long_words_end_in_an_ellipsis_above_the_foot() -> None:
    svg = card(Document(title="long title " * 60, lead=("many words " * 90,)), "mnna")
    heights = [float(y) for y in re.findall(r' y="([\d.]+)"', svg)]
    assert svg.count("…</text>") == 2 and len(heights) == ALL + 1 and max(heights[:-1]) < heights[-1] - 32 < HEIGHT
    assert card(Document(title="A"), "mnna").count("<text") == 2
