"""`brief` as people ask for it: in the terminal, into a file, on its page, and from the form that leads there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from mnna.answers.enact import enact
from mnna.briefs.compose import render
from mnna.interfaces.http.app import create_app
from mnna.interfaces.words import brief as brief_word
from tests.interfaces.checks import fits
from tests.present.reading import pages
from tests.terminal import document, refused, run

TODAY = "2026-11-24"


@pytest.fixture(scope="module")
def client() -> Any:
    with TestClient(create_app(), base_url="http://127.0.0.1", follow_redirects=False) as found:
        yield found


@pytest.mark.parametrize("words", [["MEX", "--vs", "COL"], ["JPN", "--claims"], ["MEX", "--designate", "nato"]])
def test_questions(words: list[str]) -> None:
    fits("brief", *words, "--on", TODAY)


def test_the_text_opens_with_the_bottom_line_and_numbers_its_sections() -> None:
    told = run("brief", "MEX", "--on", TODAY).out
    first = document("brief", "MEX", "--on", TODAY)["bottom_line"][0]
    assert told.index(first) < told.index("\n2. Status on 24 November 2026")


def test_an_answer_goes_into_a_file(tmp_path: Path) -> None:
    target = tmp_path / "mexico.md"
    ran = run("brief", "MEX", "--vs", "COL", "--on", TODAY, "-o", str(target))
    assert (ran.code, ran.out, ran.err) == (0, "", f"wrote {target}\n")
    assert target.read_text(encoding="utf-8").startswith("# Mexico, with Colombia beside it")
    assert "its ending is no known file format" in refused("brief", "Atlantis", "-o", str(tmp_path / "a.odt"))


def test_json_can_be_printed_beside_a_file(tmp_path: Path) -> None:
    ran = run("brief", "FJI", "--on", TODAY, "-o", str(tmp_path / "a.html"), "--json")
    assert ran.code == 0 and ran.out.startswith("{") and (tmp_path / "a.html").exists()


def test_the_paper_can_be_chosen(tmp_path: Path) -> None:
    pytest.importorskip("typst", reason="the extra `brief` is not installed")
    target = tmp_path / "fiji.pdf"
    assert run("brief", "FJI", "--on", TODAY, "-o", str(target), "--paper", "a4").code == 0
    assert re.search(rb"/MediaBox\s*\[0\s+0\s+595\.\d+\s+841", target.read_bytes())
    assert run("brief", "FJI", "--on", TODAY, "-o", str(target)).code == 0
    assert re.search(rb"/MediaBox\s*\[0\s+0\s+612\s+792", target.read_bytes())
    assert run("brief", "FJI", "-o", str(target), "--paper", "legal").code == 2


def test_the_form_leads_to_the_brief(client: TestClient) -> None:
    asked = client.get("/brief")
    assert asked.status_code == 200 and all(f'name="{name}"' in asked.text for name in ("country", "vs", "on"))
    assert 'href="/brief.json' not in asked.text and client.get("/brief.json?country=MEX").status_code == 404
    told = client.get("/brief?country=Mexico&vs=COL&on=2026-11-24")
    assert (told.status_code, told.headers["location"]) == (303, "/brief/MEX?vs=COL&on=2026-11-24")


def test_the_page_shows_the_brief_and_its_files(client: TestClient) -> None:
    text = client.get(f"/brief/MEX?vs=COL&on={TODAY}").text
    assert '<section class="bottom"' in text and "2. Status on 24 November 2026" in text and "<svg" in text
    assert ' style="' not in text
    whole = client.get(f"/brief/MEX.html?vs=COL&on={TODAY}")
    assert whole.text.startswith("<!doctype html>") and "default-src" in whole.headers["content-security-policy"]
    assert "<link" not in whole.text and "<script" not in whole.text
    head = client.get(f"/brief/MEX.csv?vs=COL&on={TODAY}").text.splitlines()[0]
    assert head.startswith("country,on,section,table,id")


def test_an_annex_gives_the_words_of_the_law() -> None:
    sections = document("brief", "FJI", "--on", TODAY, "--words")["sections"]
    assert sections[-1]["id"] == "words" and sections[-1]["blocks"][0]["kind"] == "quote"
    assert document("brief", "FJI", "--on", TODAY)["sections"][-1]["id"] != "words"


def test_a_memo_on_a_bill(tmp_path: Path) -> None:
    target = tmp_path / "memo.md"
    assert run("brief", "KOR", "--enact", "H.R. 3613", "-o", str(target)).code == 0
    told = target.read_text(encoding="utf-8")
    assert "If H.R. 3613 were law" in told and "By country and year" in told and "law " in told
    assert "Cite: mnna " in told
    assert run("brief", "--enact", "H.R. 1").code == 2


@pytest.mark.parametrize("words", [["brief", "FJI"], ["brief", "FJI", "--memo"], ["next", "FJI"]])
def test_a_word_file_is_written_on_either_paper(words: list[str], tmp_path: Path) -> None:
    docx = pytest.importorskip("docx", reason="the extra `office` is not installed")
    target = tmp_path / "fiji.docx"
    assert run(*words, "--on", TODAY, "-o", str(target), "--paper", "a4").code == 0
    page = docx.Document(target).sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)


def test_the_page_offers_a_word_file(client: TestClient) -> None:
    assert f'href="/brief/FJI.docx?on={TODAY}">Word' in client.get(f"/brief/FJI?on={TODAY}").text
    made = client.get(f"/brief/FJI.docx?on={TODAY}")
    assert made.content.startswith(b"PK") and "attachment" in made.headers["content-disposition"]


def test_the_memo_on_a_bill_is_one_page() -> None:
    made = brief_word._Memo(enact("H.R. 3613"))
    assert pages(render(made, "pdf")) == 1 and made.to_dict()["bill"]["citation"] == "H.R. 3613"
