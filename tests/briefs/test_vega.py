"""A chart of the models made fit for a brief."""

from __future__ import annotations

import pytest

from mnna.briefs.svg import FONT, SMALLEST, WIDTH
from mnna.briefs.vega import fitted
from mnna.errors import CannotAnswer

HEAD = '<svg class="marks" width="680" height="100" viewBox="0 0 {width} 100" version="1.1">'


def fit(inside: str, width: float = WIDTH, title: str = "A title", alt: str = "In words") -> str:
    return fitted(HEAD.format(width=width) + inside + "</svg>", "rank", title, alt)


def test_it_is_named_and_told_in_words_once() -> None:
    made = fit('<path aria-label="a bar" role="graphics-symbol" d="M0 0"/>', title="A < B")
    assert made.startswith(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680.0 100" role="img" aria-labelledby='
    )
    assert '<title id="rank-title">A &lt; B</title><desc id="rank-desc">In words</desc><path d="M0 0"/></svg>' in made


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<path fill="#111111" stroke="black"/>', '<path fill="currentColor" stroke="currentColor"/>'),
        ('<path fill="#888" stroke="none"/>', '<path fill="#777777" stroke="none"/>'),
        ('<rect width="1" height="2" fill="white"/><g/>', "<g/>"),
        ('<text font-family="sans-serif">a</text>', f'<text font-family="{FONT}">a</text>'),
        ('<clipPath id="clip0"/><g clip-path="url(#clip0)"/>',
         '<clipPath id="rank-clip0"/><g clip-path="url(#rank-clip0)"/>'),
        ('<text font-size="30px">a</text>', '<text font-size="30px">a</text>'),
        ('<text font-size="5px">a</text>', f'<text font-size="{SMALLEST:.4g}px">a</text>'),
    ],
)  # fmt: skip
def test_ink_type_and_ids_are_those_of_the_brief(before: str, after: str) -> None:
    assert fit(before).endswith(f"</desc>{after}</svg>")


def test_no_letter_is_smaller_on_paper_however_wide_the_chart_is() -> None:
    assert f'font-size="{SMALLEST / 2:.4g}px"' in fit('<text font-size="1px">a</text>', width=WIDTH / 2)


def test_what_is_no_picture_is_said() -> None:
    with pytest.raises(CannotAnswer, match="the picture rank: it was not drawn"):
        fitted("<p>no</p>", "rank", "", "")
