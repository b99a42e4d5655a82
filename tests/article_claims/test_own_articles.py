"""Anybody's own article: what a file may say, and how a wrong one is refused."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mnna.article_claims import as_csv, as_jsonld, as_markdown, claims, load, write
from mnna.article_claims.articles import parse
from mnna.errors import BadFacts, BadQuestion, MnnaError, UnknownWord

GOOD = """
title = "Kenya joins"
author = "A. Writer"
url = "https://example.org/kenya"
dated = 2024-06-01

[[claim]]
quote = "Kenya is now a major non-NATO ally"
type = "status_on"
country = "Kenya"
status = "mnna"

[[claim]]
id = "two things"
quote = "The status brings Kenya loans for research and a defense treaty"
parts = [
  { type = "authority_unlocked_by", status = "mnna", authority = "rdte-loans", country = "KEN" },
  { type = "authority_unlocked_by", status = "mnna", authority = "collective-defense", country = "KEN" },
]

[[claim]]
quote = "Somebody said so"
recorded = { verdict = "not verifiable", because = "Not found.", confidence = "low" }
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "kenya.toml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_the_same_table_comes_out(own: Path) -> None:
    answer = claims(own, as_of="2024-07-01")
    shown = answer.to_dict()
    assert shown["article"] == "kenya" and shown["dated"] == "2024-06-01"
    assert [row["verdict"] for row in shown["claims"]] == ["wrong", "partly", "not verifiable"]
    assert [row["verdict_today"] for row in shown["claims"]] == ["right", "partly", "not verifiable"]
    assert [row["id"] for row in shown["claims"]] == ["1", "two things", "3"]
    assert [row["kind"] for row in shown["claims"]] == ["status", "law", "recorded"]


def test_without_a_day_it_is_judged_as_of_today_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(GOOD.replace("dated = 2024-06-01", ""), encoding="utf-8")
    answer = claims(path, as_of="2026-01-01")
    assert answer.dated == answer.as_of == date(2026, 1, 1)
    assert answer.claims[0].then.verdict == "right"


def claim(**fields: object) -> dict[str, object]:
    return {"claim": [{"quote": "q", "type": "status_on", "country": "MEX", "status": "mnna"} | fields]}


TRADE = {"quote": "q", "country": "MEX"}
RECORD = {"verdict": "not verifiable", "because": "b", "confidence": "low"}
NOT_FOUND = {"id": "a", "quote": "q", "recorded": RECORD}


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ({}, "no claims"),
        ({"claim": []}, "no claims"),
        ({"claims": []}, "claim"),
        (claim(type="status_one"), "status_on"),
        (claim(country=3), "not a text"),
        (claim(country="Mexicoo"), "Mexico"),
        (claim(contry="MEX"), "country"),
        (claim(holds="yes"), "true"),
        (claim(on="yesterday"), "2022-05-23"),
        (claim(quote=""), "no quote"),
        (claim(parts=[{"type": "status_on"}]), "parts"),
        (claim(args=3), "not a table"),
        ({"claim": [{"quote": "q"}]}, "type"),
        ({"claim": [{"quote": "q", "type": "status_on", "country": "MEX"}]}, "needs status"),
        ({"claim": [{"quote": "q", "recorded": {"verdict": "true", "because": "b", "sources": ["s"]}}]}, "partly"),
        ({"claim": [{"quote": "q", "recorded": {"verdict": "right", "because": "b"}}]}, "source"),
        ({"claim": [{"quote": "q", "id": "a", "type": "opens_under"}]}, "claim a"),
        ({"claim": [*claim()["claim"], *claim()["claim"]], "dated": "x"}, "2022-04-29"),  # type: ignore[misc]
        ({"claim": [NOT_FOUND, NOT_FOUND]}, "twice"),
        (claim(paragraph="one"), "not a whole number"),
        (claim(country="USA"), "foreign"),
        ({"claim": [TRADE | {"type": "trade_share_is", "percent": 1, "tolerance_points": -1}]}, "below zero"),
        ({"claim": [TRADE | {"type": "trade_rank_is", "rank": 0}]}, "1 to"),
        ({"claim": [TRADE | {"type": "arms_share_at_most", "percent": 1, "years": 0}]}, "1 to"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_with_what_is_allowed(table: dict[str, object], says: str) -> None:
    with pytest.raises((BadFacts, BadQuestion, UnknownWord)) as caught:
        parse(table, "my")
    assert says in str(caught.value), str(caught.value)


@pytest.mark.parametrize(
    ("fields", "near"),
    [
        ({"type": "designation_requires", "status": "mnna", "act": "signing"}, "signature of the other government"),
        ({"type": "status_on", "country": "MEX", "status": "mnaa"}, "mnna"),
        ({"type": "authority_gives", "authority": "rdte-loan", "thing": "loan"}, "rdte-loans"),
        ({"type": "figure_is", "indicator": "homicide_rat", "country": "MEX", "value": 1}, "homicide_rate"),
        ({"type": "border_rank_at_most", "country": "MEX", "neighbour": "Mexico", "rank": 1}, "Name two countries"),
    ],
)
def test_a_word_there_is_none_of_names_the_near_ones(tmp_path: Path, fields: dict[str, object], near: str) -> None:
    lines = "\n".join(f"{key} = {json.dumps(value)}" for key, value in fields.items())
    path = tmp_path / "a.toml"
    path.write_text(f'[[claim]]\nquote = "q"\n{lines}\n', encoding="utf-8")
    with pytest.raises(MnnaError) as caught:
        claims(path)
    assert near in str(caught.value) and "claim 1" in str(caught.value)


def test_a_bad_claim_never_stops_the_others(tmp_path: Path) -> None:
    bad = '[[claim]]\nquote = "q"\ntype = "status_onn"\n[[claim]]\nquote = "r"\ntype = "status_on"\ncountry = "KEN"\n'
    path = tmp_path / "mixed.toml"
    path.write_text(f'{GOOD}\n{bad}status = "mnaa"\n', encoding="utf-8")
    answer = claims(path, as_of="2024-07-01")
    assert [one.then.verdict for one in answer.claims[:2]] == ["wrong", "partly"] and len(answer.claims) == 5
    for one, near in zip(answer.claims[3:], ("status_on", "mnna"), strict=True):
        assert one.then.verdict == "not verifiable" and near in one.problem and "cannot be judged" in one.because
    assert answer.claims[0].problem == ""


def test_the_arguments_are_told_as_codes_and_days(own: Path) -> None:
    first, second, third = (one.to_dict() for one in claims(own, as_of="2024-07-01").claims)
    assert (first["type"], first["args"]) == ("status_on", {"country": "KEN", "status": "mnna"})
    assert first["quote"] == first["claim"] and first["span"] is None
    assert [part["type"] for part in second["args"]["parts"]] == ["authority_unlocked_by"] * 2
    assert (third["type"], third["args"]) == (None, {})


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("[[claim", encoding="utf-8")
    with pytest.raises(BadFacts, match="not a TOML file"):
        load(broken)
    with pytest.raises(BadQuestion, match="cannot be read"):
        load(tmp_path / "none.toml")
    with pytest.raises(UnknownWord, match="article-2022-04"):
        load("article-2022")


def test_claim_review_as_json_ld(own: Path) -> None:
    document = json.loads(as_jsonld(claims(own, as_of="2024-07-01")))
    assert document["@context"] == "https://schema.org"
    first, _, last = document["@graph"]
    assert first["@type"] == "ClaimReview" and first["claimReviewed"] == "Kenya is now a major non-NATO ally"
    assert first["reviewRating"] == {
        "@type": "Rating", "alternateName": "wrong", "ratingValue": 1, "bestRating": 5, "worstRating": 1,
    }  # fmt: skip
    assert first["itemReviewed"]["author"]["name"] == "A. Writer"
    assert first["itemReviewed"]["appearance"]["url"] == "https://example.org/kenya"
    assert "ratingValue" not in last["reviewRating"]  # what cannot be verified carries no number


SCHEMA_ORG: dict[str, dict[str, type]] = {
    "ClaimReview": {"claimReviewed": str, "reviewBody": str, "reviewRating": dict, "itemReviewed": dict,
                    "author": dict, "datePublished": str, "citation": list},
    "Rating": {"alternateName": str, "ratingValue": int, "bestRating": int, "worstRating": int},
    "Claim": {"author": dict, "appearance": dict, "datePublished": str},
    "CreativeWork": {"headline": str, "url": str},
    "Person": {"name": str},
    "Organization": {"name": str},
}  # fmt: skip
"""The properties schema.org gives each type that are used here, with the form of their values."""


def conforms(node: dict[str, Any]) -> None:
    known = SCHEMA_ORG[node["@type"]]
    for name, value in node.items():
        if not name.startswith("@"):
            assert isinstance(value, known[name]), (node["@type"], name)
            if isinstance(value, dict):
                conforms(value)
            if name.startswith("date"):
                date.fromisoformat(str(value))


@pytest.mark.parametrize("dated", ["dated = 2024-06-01", ""])
def test_a_claim_review_has_only_properties_of_schema_org(tmp_path: Path, dated: str) -> None:
    path = tmp_path / "a.toml"
    path.write_text(GOOD.replace("dated = 2024-06-01", dated), encoding="utf-8")
    for article in (path, "article-2022-04"):
        document = json.loads(as_jsonld(claims(article, as_of="2026-11-24")))
        assert document["@context"] == "https://schema.org"
        for node in document["@graph"]:
            conforms(node)
            assert {"claimReviewed", "reviewBody", "reviewRating", "itemReviewed", "author"} <= set(node)
            given = article != path or bool(dated)  # no day of publication is made up for an article without one
            assert ("datePublished" in node["itemReviewed"]) == given


def test_every_form_holds_every_claim(own: Path, tmp_path: Path) -> None:
    answer = claims(own, as_of="2024-07-01")
    assert len(as_csv(answer).splitlines()) == 4
    assert as_markdown(answer).count("\n| ") == 4
    for ending in (".jsonld", ".csv", ".md", ".json"):
        write(answer, tmp_path / f"out{ending}")
        assert "two things" in (tmp_path / f"out{ending}").read_text(encoding="utf-8")
    with pytest.raises(BadQuestion, match="ending"):
        write(answer, tmp_path / "out.docx")
