"""Where an answer lies, and where a link leads."""

from __future__ import annotations

import pytest

from mnna.interfaces.http.declared import Question
from mnna.interfaces.site.addresses import Places, away, file, localized, policy
from mnna.interfaces.site.plan import Scope, by_address, planned
from mnna.registry.days import today

TWO = Scope(("COL", "MEX"), whole=False)


@pytest.fixture(scope="module")
def places(few: None) -> Places:
    return Places(TWO, planned(TWO))


def test_a_question_has_a_file_with_a_name_people_can_read(few: None) -> None:
    page = by_address()["/what-if"]
    asked = page.asked({"country": "MEX", "designate": ("mnna",)})
    assert file(asked) == "what-if/MEX-designate-mnna.html" and file(asked, "json").endswith("mnna.json")
    assert file(asked, "html") == "what-if/MEX-designate-mnna.document.html"


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("/countries/COL", "countries/COL.html"),
        ("/countries/COL.json", "countries/COL.json"),
        (f"/countries/COL?on={today()}", "countries/COL.html"),
        ("/countries/COL?on=2020-01-01", None),
        ("/countries/JPN", None),
        ("/what-if?country=MEX&designate=mnna", "what-if/MEX-designate-mnna.html"),
        ("/what-if?country=MEX&nonsense=1", None),
        ("/", "index.html"),
        ("/static/mnna.css?v=1", "static/mnna.css"),
        ("/nowhere", None),
    ],
)
def test_a_link_leads_to_the_same_answer_or_nowhere(places: Places, address: str, leads: str | None) -> None:
    target = places.target(address)
    assert (target and target.file) == leads


def test_a_link_is_relative_to_the_file_it_stands_in() -> None:
    assert away("law/22-USC-2776(b).html", "countries/COL.html") == "../law/22-USC-2776(b).html"
    assert away("index.html", "index.html") == "index.html"


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
