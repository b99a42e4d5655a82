"""The versions of a rule and the documents on it, as the eCFR and the Federal Register answer."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mnna.answers.watch.regulations import Rule, documents, rules, versions
from mnna.series.refresh.session import Session, WrongShape
from tests.answers.watch.conftest import ECFR, REGISTER, Sources
from tests.series.refresh.conftest import Answer

RULE = Rule("22", "126", "126.1")
SINCE = date(2025, 1, 1)


@pytest.fixture
def session(sources: Sources, tmp_path: Path) -> Session:
    return Session("law", tmp_path, sources.base, sources.limits)


def said(told: Any) -> Answer:
    return Answer(json.dumps(told).encode())


def test_the_sections_that_are_cited() -> None:
    assert rules(["22 CFR 126.1(d); 22 USC 2776", "22 CFR 126.1(a)"]) == (RULE,)


def test_versions_after_the_text_that_was_read(sources: Sources, session: Session) -> None:
    listed = [
        {"date": "2026-10-01", "identifier": "126.1", "substantive": True, "removed": False},
        {"date": "2025-06-01", "identifier": "126.1", "substantive": False},
        {"date": "2024-06-01", "identifier": "126.1", "substantive": True},
        {"date": "2026-06-01", "identifier": "126.2", "substantive": True},
    ]
    sources.answers(ECFR.format(22), said({"content_versions": listed}))
    found = versions(session, RULE, SINCE)
    assert [(one.on.isoformat(), one.cause) for one in found] == [("2025-06-01", "editors"), ("2026-10-01", "law")]


@pytest.mark.parametrize(
    "told", [{}, [], {"content_versions": {}}, {"content_versions": [{"date": "soon"}]}, {"content_versions": [3]}]
)
def test_versions_of_another_form(sources: Sources, session: Session, told: Any) -> None:
    sources.answers(ECFR.format(22), said(told))
    with pytest.raises(WrongShape):
        versions(session, RULE, SINCE)


def test_documents_on_the_part(sources: Sources, session: Session) -> None:
    one = {
        "document_number": "2026-1",
        "title": "ITAR: Syria",
        "citation": "91 FR 1",
        "publication_date": "2026-10-01",
        "html_url": "https://x",
    }
    sources.answers(REGISTER, said({"count": 1, "results": [one]}))
    (found,) = documents(session, RULE, SINCE)
    assert (found.part, found.document_number, found.published) == ("22 CFR part 126", "2026-1", "2026-10-01")
    assert "conditions%5Bcfr%5D%5Bpart%5D=126" in sources.server.asked[-1][0]


@pytest.mark.parametrize("told", [{}, [], {"count": 1, "results": 3}, {"count": 1, "results": [{"title": "x"}]}])
def test_documents_of_another_form(sources: Sources, session: Session, told: Any) -> None:
    sources.answers(REGISTER, said(told))
    with pytest.raises(WrongShape):
        documents(session, RULE, SINCE)
