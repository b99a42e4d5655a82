"""One value, many forms: the same content in each, nothing fetched from outside, the same bytes every time."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from mnna.briefs import FORMS, Brief, brief, render
from mnna.errors import BadQuestion
from mnna.present.pdf import LEAST, _placed, data
from mnna.present.terminal import to_text
from mnna.statutes.citations import official
from tests.present.reading import pages

TODAY = "2026-11-24"


@pytest.fixture(scope="module")
def made() -> Brief:
    return brief("MEX", "COL", TODAY)


@pytest.fixture(scope="module")
def paper(made: Brief) -> bytes:
    return render(made, "pdf")


class Page(HTMLParser):
    """What a browser would load, and what a reader would read."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        self.loads += [str(value) for name, value in attrs if name in ("src", "srcset", "data", "poster", "action")]
        self.loads += [str(given["href"])] if tag != "a" and not str(given.get("href", "#")).startswith("#") else []

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: bytes) -> Page:
    parser = Page()
    parser.feed(page.decode())
    return parser


def test_json_is_the_value_and_comes_out_the_same_twice(made: Brief) -> None:
    assert json.loads(render(made, "json")) == json.loads(json.dumps(made.to_dict()))
    assert render(made, "json") == render(brief("Mexico", "Colombia", TODAY), "json")
    assert {"country", "name", "on", "status", "bottom_line", "sections", "stamp"} <= made.to_dict().keys()


@pytest.mark.parametrize("form", ["html", "md", "text"])
def test_every_form_says_what_the_value_says(made: Brief, form: str) -> None:
    text = to_text(made.document, 10_000) if form == "text" else render(made, form).decode()
    read_text = read(text.encode()).text if form == "html" else text.replace("\\", "")
    for sentence in made.bottom_line:
        assert sentence in read_text
    for section in made.sections:
        assert section.title.lower() in read_text.lower()
        for block in section.to_dict()["blocks"]:
            for row in block.get("rows", ()):
                subject = next(value for key, value in row.items() if key != "id")
                assert (subject if isinstance(subject, str) else subject["head"]) in read_text
    assert all(value in read_text for value in made.stamp)


def test_the_page_loads_nothing(made: Brief) -> None:
    page = read(render(made, "html"))
    assert page.loads == []
    text = render(made, "html").decode()
    assert "@import" not in text
    assert "url(http" not in text
    assert not any(tag in ("script", "iframe", "link", "img") for tag, _ in page.tags)


def test_the_page_is_built_for_readers_of_every_kind(made: Brief) -> None:
    page = read(render(made, "html"))
    by_tag = {tag: [attrs for name, attrs in page.tags if name == tag] for tag, _ in page.tags}
    assert by_tag["html"][0]["lang"] == "en"
    assert len(by_tag["h1"]) == 1
    assert len(by_tag["h2"]) == sum(one.level == 1 for one in made.sections)
    assert all(attrs.get("scope") in ("col", "row") for attrs in by_tag["th"])
    assert len(by_tag["caption"]) == len(by_tag["table"])
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert all(attrs["aria-labelledby"] for attrs in by_tag["svg"] if "aria-hidden" not in attrs)


def test_text_in_the_page_is_escaped() -> None:
    page = render(brief("CIV", on=TODAY), "html").decode()
    assert "Côte" in page or "Ivory" in page
    assert not re.search(r"&(?!\w+;|#)", page)


def test_markdown_tables_have_as_many_cells_as_columns(made: Brief) -> None:
    lines = render(made, "md").decode().splitlines()
    for above, line in pairwise(lines):
        if line.startswith("|") and above.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", line)) == len(re.findall(r"(?<!\\)\|", above))


def test_the_paper_is_tagged_and_named(paper: bytes) -> None:
    assert paper.startswith(b"%PDF-1.7")
    for mark in (b"/StructTreeRoot", b"/Lang", b"/MarkInfo", b"/DisplayDocTitle true", b"/Alt", b"pdfuaid"):
        assert mark in paper, mark
    assert b"/CreationDate" not in paper
    assert b"/ModDate" not in paper


def test_the_paper_uses_only_fonts_that_come_with_the_typesetter(paper: bytes) -> None:
    fonts = set(re.findall(rb"/BaseFont\s*/[A-Z]{6}\+([A-Za-z]+)", paper))
    assert fonts
    assert all(font.startswith((b"LibertinusSerif", b"NewCM", b"DejaVuSansMono")) for font in fonts), fonts


SCRIPT = (
    "import hashlib; from mnna.briefs import brief, render; "
    "print(hashlib.sha256(render(brief('MEX', 'COL', '2026-11-24'), 'pdf')).hexdigest())"
)


def test_the_same_facts_give_the_same_paper_in_another_process(paper: bytes) -> None:
    told = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True, env=_env(seed)
        ).stdout
        for seed in ("1", "2")
    ]
    assert {line.strip() for line in told} == {hashlib.sha256(paper).hexdigest()}


def _env(seed: str) -> dict[str, str]:
    return {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path), "TZ": f"UTC+{seed}"}


@pytest.mark.parametrize(
    ("country", "versus", "on"),
    [
        ("MEX", "COL", TODAY),
        ("IND", "PAK", TODAY),
        ("JPN", "AUS", TODAY),
        ("FRA", None, TODAY),
        ("TWN", "UKR", TODAY),
        ("AFG", None, TODAY),
        ("FJI", None, TODAY),
        ("SAU", "QAT", "2026-01-10"),
        ("MEX", None, "1950-01-01"),
    ],
)
def test_pages_are_counted_and_few_enough_to_read(country: str, versus: str | None, on: str) -> None:
    assert 2 <= pages(render(brief(country, versus, on), "pdf")) <= 20


def test_the_paper_is_letter_unless_asked_otherwise(made: Brief, paper: bytes) -> None:
    assert re.search(rb"/MediaBox\s*\[0\s+0\s+612\s+792", paper)
    assert re.search(rb"/MediaBox\s*\[0\s+0\s+595\.\d+\s+841", render(made, "pdf", "a4"))


def test_the_word_is_the_package_itself() -> None:
    import mnna.briefs

    assert mnna.brief("MEX", versus="COL", on=TODAY) == brief("MEX", "COL", TODAY)


def test_another_form_is_refused_with_those_there_are(made: Brief) -> None:
    with pytest.raises(BadQuestion, match="pdf, docx, html, md or json"):
        render(made, "odt")
    assert list(FORMS) == ["pdf", "docx", "html", "md", "json"]


@pytest.mark.parametrize(("country", "versus"), [("MEX", "COL"), ("SAU", None), ("ISR", None), ("FRA", None)])
def test_the_last_page_is_at_least_a_quarter_full(country: str, versus: str | None) -> None:
    document = brief(country, versus, TODAY).document
    count, filled = _placed(data(document, official), "letter")[2]
    assert count > 1 and filled >= LEAST
