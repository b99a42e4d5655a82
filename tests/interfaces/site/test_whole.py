"""What is about the site as a whole."""

from __future__ import annotations

from pathlib import Path

from mnna.interfaces.search import entries


def test_the_search_has_what_the_site_has_and_no_more(built: Path) -> None:
    text = (built / "search-index.js").read_text(encoding="utf-8")
    assert '"countries/COL.html"' in text and "JPN" not in text
    assert len(entries()) > 1000


def test_the_front_page_asks_which_country_and_offers_those_that_are_there(built: Path) -> None:
    text = (built / "index.html").read_text(encoding="utf-8")
    assert "Which country?" in text and "What do you need?" in text and 'href="stamp.html"' in text
