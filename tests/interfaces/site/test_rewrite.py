"""A page as a file: relative links, the policy in a tag, and what needs a server said so."""

from __future__ import annotations

from mnna.interfaces.http.page_spec import Question
from mnna.interfaces.site.addresses import Places
from mnna.interfaces.site.plan import Scope, planned
from mnna.interfaces.site.rewrite import localized, policy

TWO = Scope(("COL", "MEX"), whole=False)
PAGE = (
    '<meta charset="utf-8"><a class="x" href="/countries/COL">a</a> <a href="/countries/JPN">b</a> '
    '<a href="https://example.org">c</a> <a href="#here">d</a>'
)


def test_links_become_relative_and_what_is_not_there_has_none(few: None) -> None:
    found: list[Question] = []
    text = localized(PAGE, "what-if/MEX.html", Places(TWO, planned(TWO)), found.append)
    assert 'class="x" href="../countries/COL.html"' in text and "JPN" not in text and "data-served" in text
    assert 'href="https://example.org"' in text and 'href="#here"' in text
    assert [one.given["country"] for one in found] == ["COL"]


def test_a_tag_says_only_what_a_tag_may() -> None:
    tag = policy("default-src 'none'; frame-ancestors 'none'; sandbox")
    assert "default-src" in tag and "frame-ancestors" not in tag and "sandbox" not in tag
