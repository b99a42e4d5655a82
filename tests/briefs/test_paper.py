"""What a reader holds in his hand: sizes of type, headings, rows and pages, measured in the PDF itself."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import pytest

from mnna.briefs import brief, render
from mnna.briefs.memo.compose import next_ally
from mnna.present.paper import PAPERS, Paper

pypdf = pytest.importorskip("pypdf", reason="the extra `articles` is not installed")
pytest.importorskip("typst", reason="the extra `brief` is not installed")
TODAY = "2026-11-24"
HEADING, FOOT = 12.5, 0.075
"""The least size of a heading of a section, and the share of a page at its foot that holds the footer."""


class Piece(NamedTuple):
    """Some text on a page: its size in points, and how high it stands, from 0 at the foot to 1 at the top."""

    text: str
    size: float
    height: float


@lru_cache(maxsize=4)
def pages(country: str, versus: str | None, paper: Paper) -> tuple[tuple[Piece, ...], ...]:
    made = render(brief(country, versus, TODAY), "pdf", paper)
    return tuple(tuple(_pieces(page)) for page in pypdf.PdfReader(io.BytesIO(made)).pages)


def _pieces(page: Any) -> Iterator[Piece]:
    found: list[Piece] = []
    high = float(page.mediabox.height)

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if text.strip():
            at = pypdf.mult(tm, cm)
            found.append(Piece(text.strip(), abs(size * (at[3] or at[1])), at[5] / high))

    page.extract_text(visitor_text=visit)
    yield from found


BRIEFS: list[tuple[str, str | None, Paper]] = [("MEX", "COL", "letter"), ("JPN", None, "a4")]


@pytest.mark.parametrize("asked", BRIEFS)
def test_no_type_is_smaller_than_nine_points(asked: tuple[str, str | None, Paper]) -> None:
    small = [piece for page in pages(*asked) for piece in page if piece.size < 8.95]
    assert sum(map(len, pages(*asked))) > 300 and small == []


@pytest.mark.parametrize("asked", BRIEFS)
def test_no_heading_is_the_last_thing_on_a_page(asked: tuple[str, str | None, Paper]) -> None:
    for page in pages(*asked):
        text = [piece for piece in page if piece.height > FOOT]
        lowest = min(text, key=lambda piece: piece.height)
        assert lowest.size < HEADING, f"{lowest.text!r} is parted from what it stands over"


@pytest.mark.parametrize("asked", BRIEFS)
def test_the_last_page_is_at_least_a_quarter_full(asked: tuple[str, str | None, Paper]) -> None:
    text = [piece.height for piece in pages(*asked)[-1] if piece.height > FOOT]
    assert max(text) - min(text) > 0.2


@pytest.mark.parametrize("country", ["MEX", "COL", "JPN", "FRA", "TWN", "SAU", "UKR", "FJI"])
def test_the_memo_is_one_page_of_nine_and_a_half_points(country: str) -> None:
    made = pypdf.PdfReader(io.BytesIO(render(next_ally(country, TODAY), "pdf")))
    assert len(made.pages) == 1
    assert min(piece.size for piece in _pieces(made.pages[0])) >= 9.45


def test_every_paper_is_measured() -> None:
    assert {paper for *_, paper in BRIEFS} == set(PAPERS)
