"""The article in a page."""

from __future__ import annotations

import pytest

from mnna.article_claims.reading.plain_html import page

pytest.importorskip("lxml", reason="the extra `articles` is not installed")

PAGE = """<!doctype html><html><head><title>Site</title><meta property="og:title" content="Kenya joins">
<meta name="author" content="A. Writer"><script type="application/ld+json">
{"@graph":[{"datePublished":"2024-06-25T08:00:00Z"}]}
</script><script>var x = "Kenya is a NATO member";</script></head><body><nav><p>Menu: Brazil</p></nav>
<article><h1>Kenya joins</h1><p>Kenya is <b>a major</b> non-NATO ally, and this paragraph goes on for quite a while so
that there are words enough in the article for it to be taken as the article,
as it surely is.</p>
<div class="related-posts"><p>Related: Japan</p></div>
<p>Second&nbsp;line.<br>Third line.</p>
</article><footer>Footer</footer>"""


def test_the_article_alone_is_read() -> None:
    found = page(PAGE)
    lines = found.text.split("\n")
    assert lines[0] == "Kenya joins" and lines[1].startswith("Kenya is a major non-NATO ally, and this paragraph")
    assert lines[2:] == ["Second line.", "Third line."]


def test_what_the_page_says_of_itself() -> None:
    found = page(PAGE)
    assert (found.headline, found.author, found.day) == ("Kenya joins", "A. Writer", "2024-06-25")


def test_a_page_without_an_article_is_read_whole() -> None:
    assert page("<p>One.</p><p>Two.").text == "One.\nTwo."
    assert page("<time datetime='2020-02-03'>then</time>").day == "2020-02-03"
