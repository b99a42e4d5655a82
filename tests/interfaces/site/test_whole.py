"""What is about the site as a whole."""

from __future__ import annotations

import json
from pathlib import Path

import mnna
from mnna.interfaces.search import entries
from mnna.interfaces.site import whole
from mnna.interfaces.site.addresses import Places
from mnna.interfaces.site.plan import Scope, planned
from mnna.interfaces.site.whole import over_time


def test_the_search_has_what_the_site_has_and_no_more(built: Path) -> None:
    text = (built / "search-index.js").read_text(encoding="utf-8")
    assert '"countries/COL.html"' in text and "JPN" not in text
    assert len(entries()) > 1000


def test_the_front_page_asks_which_country_and_offers_those_that_are_there(built: Path) -> None:
    text = (built / "index.html").read_text(encoding="utf-8")
    assert "Which country?" in text and "What do you need?" in text and 'href="stamp.html"' in text


def test_every_span_of_the_countries_is_in_one_file() -> None:
    files = dict(over_time(Scope(("COL", "MEX"), whole=False)))
    spans = json.loads(files["map/over-time.json"])["spans"]
    assert {span["country"] for span in spans} == {"COL", "MEX"}
    held = next(span for span in spans if (span["country"], span["status"]) == ("COL", "mnna"))
    assert held["since"] == "2022-05-23" and held["until"] is None and held["holds"] == "yes"
    rows = files["map/over-time.csv"].decode().splitlines()
    assert len(rows) == len(spans) + 1 and rows[0].startswith("country,status,holds,since,since_by")


TWO = Scope(("COL", "MEX"), whole=False)


def test_links_lead_to_pages_and_headings_can_be_linked(few: None) -> None:
    text = (
        "# A `title`\n\n[there](b.md#a-place), [gone](../src/x.py)\n\n## A place\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    made = whole.page("a.md", text, {"a.md", "b.md"}, Places(TWO, planned(TWO))).decode()
    assert '<a href="b.html#a-place">' in made and '<h2 id="a-place">' in made and "<table>" in made
    assert "x.py" not in made and "<title>A title · mnna</title>" in made


def test_the_documents_lie_in_the_package_or_beside_its_source() -> None:
    package = Path(mnna.__file__).parent
    assert whole.FOLDERS == (package / "documentation", package.parents[1] / "docs")
    assert list(whole.folder().glob("*.md"))


def test_every_document_is_a_page(few: None) -> None:
    root = whole.folder()
    names = {name for name, _ in whole.documentation(Places(TWO, planned(TWO)))}
    assert {f"docs/{path.relative_to(root).with_suffix('.html').as_posix()}" for path in root.rglob("*.md")} <= names
