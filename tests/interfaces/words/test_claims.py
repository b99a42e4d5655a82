"""`claims` as people read it: an article's statements judged, some of them, a file of one's own, and the types."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import mnna
from mnna.article_claims import as_csv
from mnna.errors import BadQuestion
from mnna.interfaces.http.app import create_app
from tests.article_claims.test_own_articles import GOOD
from tests.interfaces.checks import fits, readable
from tests.terminal import document, refused, run

DAY = ("--as-of", "2026-11-24")


@pytest.fixture(scope="module")
def client() -> Any:
    with TestClient(create_app(), base_url="http://127.0.0.1") as found:
        yield found


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "kenya.toml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_standard_input_is_called_so(monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(b"Mexico is a major non-NATO ally."))
    monkeypatch.setattr(sys, "stdin", given)
    assert document("claims", "-", "--dated", "2024-01-01")["article"] == "standard input"
    assert "the article standard input: it holds no words" in refused("claims", "-")
    monkeypatch.setattr(sys, "stdin", None)
    assert run("claims", "-").err.startswith("mnna: standard input: it is closed")


def told_by(*words: str) -> str:
    """The text of a command on one line; an address in it may be longer than a line."""
    ran = run("claims", *words)
    readable(ran)
    return " ".join(ran.out.split())


@pytest.mark.parametrize("words", [["--verdict", "wrong"], ["--only", "S01", "--only", "L05"], ["--short"]])
def test_questions(words: list[str]) -> None:
    fits("claims", *words, *DAY)


def test_the_title_counts_the_verdicts_of_the_whole_article() -> None:
    counts = document("claims", "--only", "S01", *DAY)["counts"]
    title = f"Of {sum(counts.values())} claims: {counts['right']} right, {counts['partly']} partly right, "
    assert title in told_by("--only", "S01", *DAY)


def test_a_verdict_that_changed_says_so_with_both_reasons() -> None:
    told = told_by("--only", "S01", *DAY)
    assert "S01: Wrong (as of 24 November 2026: right)" in told
    assert "On 29 April 2022 Colombia did not hold" in told and "since 23 May 2022 by Presidential" in told
    assert "Computed from registry, law and figures: 22 USC 2321k; 22 USC 2403(q)" in told


def test_short_leaves_the_reasons_out_and_keeps_the_claims() -> None:
    short = told_by("--short", *DAY)
    assert "- S01 Wrong (as of 24 November 2026: right): Headline: Colombia" in short and "Computed from" not in short


def test_claims_can_be_chosen_by_id_and_by_verdict() -> None:
    assert [row["id"] for row in document("claims", "--only", "L05", *DAY)["claims"]] == ["L05"]
    verdicts = {row["verdict"] for row in document("claims", "--verdict", "partly", *DAY)["claims"]}
    assert verdicts == {"partly"}
    wrong = refused("claims", "--only", "S99")
    assert (
        "the article has none of that id" in wrong and "Its claims run from S01 to L11." in wrong and len(wrong) < 200
    )
    assert "Did you mean right, partly, wrong or not verifiable?" in refused("claims", "--verdict", "true")


def test_a_file_of_ones_own(own: Path) -> None:
    told = told_by(str(own), "--as-of", "2024-07-01")
    assert "Kenya joins (A. Writer)" in told and "1: Wrong (as of 1 July 2024: right)" in told
    assert "Recorded evidence, low confidence" in told
    assert len(document("claims", str(own), "--as-of", "2024-07-01")["claims"]) == 3


def test_an_answer_goes_into_a_file(own: Path, tmp_path: Path) -> None:
    for ending in (".jsonld", ".csv", ".md", ".json"):
        path = tmp_path / f"out{ending}"
        ran = run("claims", str(own), "--as-of", "2024-07-01", "-o", str(path))
        assert (ran.code, ran.out, ran.err) == (0, "", f"wrote {path}\n")
        assert "two things" in path.read_text(encoding="utf-8")
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["schema"] == "0.2"
    assert ".jsonld" in refused("claims", str(own), "-o", str(tmp_path / "out.odt"))


def test_the_types_of_claim_are_listed_with_their_arguments() -> None:
    listed = document("claims", "--types")["types"]
    assert all(row["says"] and row["arguments"] for row in listed)
    assert "trade_rank_is" in [row["type"] for row in listed]
    ran = run("claims", "--types")
    readable(ran)
    assert all(f"{row['type']}: " in ran.out for row in listed)


def test_an_address_reads_no_file(client: TestClient, own: Path) -> None:
    told = client.get("/claims.json", params={"article": str(own)})
    assert told.status_code == 404 and "mnna claims FILE" in told.json()["do"]
    assert client.get("/claims.json?verdict=true").status_code == 404


def test_the_page_leads_from_a_verdict_to_its_claims_and_shows_figures(client: TestClient) -> None:
    text = client.get("/claims?as_of=2026-11-24").text
    assert 'href="/claims?verdict=not%20verifiable&amp;as_of=2026-11-24"' in text and 'id="S15"' in text
    assert '<th scope="col" role="columnheader" class="n">Figure</th>' in text
    assert "mnna claims my-article.txt" in text and 'href="/claims/read"' in text
    wrong = client.get("/claims?verdict=wrong&as_of=2026-11-24").text
    assert 'id="S01"' in wrong and 'id="S02"' not in wrong


def test_the_claims_are_the_rows_of_a_workbook(own: Path, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="the extra `office` is not installed")
    path = tmp_path / "out.xlsx"
    assert run("claims", str(own), "--as-of", "2024-07-01", "-o", str(path)).code == 0
    book = openpyxl.load_workbook(path)
    told = list(book["Rows"].iter_rows(values_only=True))
    rows = [dict(zip(told[0], row, strict=True)) for row in told[1:]]
    wanted = document("claims", str(own), "--as-of", "2024-07-01")["claims"]
    assert [(row["id"], row["claim"], row["verdict"]) for row in rows] == [
        (one["id"], one["claim"], one["verdict"]) for one in wanted
    ]
    assert any(cell.hyperlink for line in book["Text"].iter_rows() for cell in line)
    assert "printed only" in refused("claims", "--types", "-o", str(path))


def test_python_writes_the_files_of_the_command(own: Path, tmp_path: Path) -> None:
    answer = mnna.claims(own, "2024-07-01")
    for ending in (".csv", ".docx", ".xlsx"):
        path = answer.save(tmp_path / f"python{ending}")
        assert path.stat().st_size > 500
    assert (tmp_path / "python.csv").read_text(encoding="utf-8") == as_csv(answer)
    with pytest.raises(BadQuestion, match="xlsx"):
        answer.save(tmp_path / "out.odt")


def test_the_same_goes_into_a_word_file(own: Path, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx", reason="the extra `office` is not installed")
    path = tmp_path / "out.docx"
    assert run("claims", str(own), "--as-of", "2024-07-01", "-o", str(path)).code == 0
    assert any("two things" in one.text for one in docx.Document(path).paragraphs)


@pytest.mark.parametrize("name", ["article.md", "claims.toml"])
@pytest.mark.parametrize("option", ["-o", "--draft"])
def test_an_article_is_never_written_over(tmp_path: Path, name: str, option: str) -> None:
    stated = (
        'dated = 2024-07-01\n# mine\n[[claim]]\nquote = "a"\ntype = "status_on"\ncountry = "KEN"\nstatus = "mnna"\n'
    )
    article, link = tmp_path / name, tmp_path / f"link-{name}"
    article.write_text(stated if name.endswith("toml") else "Kenya is a major non-NATO ally.", encoding="utf-8")
    link.symlink_to(article)
    before = article.read_bytes()
    for goal in (article, link):
        ran = run("claims", str(article), option, str(goal))
        assert ran.code == 2 and article.read_bytes() == before, ran


def test_a_draft_is_toml_and_a_file_of_its_own(tmp_path: Path) -> None:
    assert "Did you mean .toml" in run("claims", "--draft", str(tmp_path / "draft.csv")).err
    both = str(tmp_path / "both.toml")
    assert run("claims", "--draft", both, "-o", both).code == 2 and not Path(both).exists()


def test_two_texts_to_be_judged_are_refused() -> None:
    for words in (
        ["--text", "x", "--stated", "y"],
        ["state-fact-sheet", "--text", "x"],
        ["encyclopedia-mnna", "--stated", "y"],
    ):
        assert "Give one of the two" in refused("claims", *words)
    with pytest.raises(BadQuestion, match="beside stated"):
        mnna.claims("state-fact-sheet", stated="y")
