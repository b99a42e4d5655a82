"""Judged claims as ClaimReview, CSV and Markdown."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mnna.answers.data_context import evidence
from mnna.article_claims import statute_notes
from mnna.article_claims.articles import parse
from mnna.article_claims.export import as_csv, as_json, as_jsonld, as_markdown, write
from mnna.article_claims.judging import ClaimsAnswer, claims, claims_in
from mnna.errors import BadQuestion

QUOTE = "Colombia | is\nan ally."
TABLE: dict[str, Any] = {
    "dated": date(2024, 6, 1),
    "author": "A. Writer",
    "claim": [
        {"quote": QUOTE, "type": "status_on", "country": "COL", "status": "mnna"},
        {"quote": "Who knows.", "recorded": {"verdict": "not verifiable", "because": "Nobody.", "confidence": "low"}},
    ],
}


@pytest.fixture(scope="module")
def answer() -> ClaimsAnswer:
    return claims_in(evidence(), statute_notes.embedded(), parse(TABLE, "mine"), date(2024, 6, 2))


def test_a_review_has_a_number_only_where_there_is_a_verdict(answer: ClaimsAnswer) -> None:
    one, other = json.loads(as_jsonld(answer))["@graph"]
    assert one["reviewRating"] == {
        "@type": "Rating", "alternateName": "right", "ratingValue": 5, "bestRating": 5, "worstRating": 1,
    }  # fmt: skip
    assert other["reviewRating"] == {"@type": "Rating", "alternateName": "not verifiable"}
    assert one["@id"] == "urn:mnna:mine:1" and one["citation"] and "citation" not in other
    assert one["datePublished"] == "2024-06-02" and one["reviewBody"] == answer.claims[0].because
    assert one["itemReviewed"] == {
        "@type": "Claim", "datePublished": "2024-06-01", "author": {"@type": "Person", "name": "A. Writer"},
    }  # fmt: skip


def test_a_row_for_each_claim(answer: ClaimsAnswer) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(answer))))
    assert [row["id"] for row in rows] == ["1", "2"] and rows[0]["claim"] == QUOTE
    assert rows[0]["citations"] == "; ".join(answer.claims[0].to_dict()["citations"]) and rows[1]["citations"] == ""


def test_a_table_whose_cells_keep_their_bars(answer: ClaimsAnswer) -> None:
    text = as_markdown(answer)
    assert text.startswith("# mine\n\nAs of 2024-06-01, and as of 2024-06-02.\n")
    assert "| 1 | Colombia \\| is an ally. | right | right | computed |" in text
    assert "**2. Who knows.** Not verifiable. Nobody.\n" in text


@pytest.mark.parametrize(
    ("name", "made"), [("a.jsonld", as_jsonld), ("a.CSV", as_csv), ("a.md", as_markdown), ("a.json", as_json)]
)
def test_the_ending_decides(answer: ClaimsAnswer, tmp_path: Path, name: str, made: Any) -> None:
    write(answer, tmp_path / name)
    assert (tmp_path / name).read_text(encoding="utf-8") == made(answer)


def test_another_ending_is_refused_with_those_there_are(answer: ClaimsAnswer, tmp_path: Path) -> None:
    with pytest.raises(BadQuestion, match=r"its ending is no known file format.*\.jsonld"):
        write(answer, tmp_path / "a.txt")
    assert not (tmp_path / "a.txt").exists()


def test_markdown_lists_every_sentence_that_was_read_and_what_of_it_was_not() -> None:
    said = "Kenya is a major non-NATO ally, and its economy grew by 4.7 percent."
    text = as_markdown(claims(text=f"{said} What next?", dated="2024-06-25", as_of="2026-11-24"))
    assert f"| 1 | {said} | 1: right; only a part was read; not checked: “4.7 percent” |" in text
    assert "| 2 | What next? | not read: " in text
