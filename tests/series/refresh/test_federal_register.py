"""Determinations in the Federal Register: candidates to look at, applied by nobody."""

from __future__ import annotations

import json
from typing import Any

import pytest

from mnna.series import vintages
from tests.series.refresh.running import run

REGISTER = "/api/v1/documents.json"


def test_determinations_are_candidates_and_nothing_is_applied(
    server: Any, answer: Any, shapes: Any, quick: Any
) -> None:
    server.routes[REGISTER] = answer(shapes.federal_register())
    found = run(server, quick, "federal-register", known=["87 Fed. Reg. 3,333"])["federal-register"]
    assert found.status == "updated" and "nothing was applied" in found.reason
    assert [(one.document_number, one.known, one.likely) for one in found.candidates] == [
        ("2026-00111", False, True),
        ("2022-15383", True, False),
    ]
    assert found.candidates[0].signed == "2026-10-01" and found.candidates[1].signed == ""
    assert "fields%5B%5D=citation" in server.asked[0][0] and "major+non-NATO+ally" in server.asked[0][0]
    assert not vintages.folder().exists()
    again = run(server, quick, "federal-register", known=["2026-00111", "87 FR 3333"])["federal-register"]
    assert again.status == "unchanged" and json.dumps(again.to_dict())


def test_determinations_over_several_pages_and_none(server: Any, answer: Any, shapes: Any, quick: Any) -> None:
    server.routes[REGISTER] = answer(shapes.federal_register(2, pages=3))
    assert len(run(server, quick, "federal-register")["federal-register"].candidates) == 6
    server.routes[REGISTER] = answer(b'{"count": 0, "description": "x"}')
    assert run(server, quick, "federal-register")["federal-register"].candidates == ()


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b'{"errors": {"bad": "field"}}', "no count"),
        (b'{"count": 5}', "no results"),
        (b'{"count": 1, "total_pages": 99, "results": [{}]}', "99 pages"),
        (b'{"count": 1, "results": [{"title": "x"}]}', "without number, title or date"),
        (b"[1, 2", "not whole JSON"),
        (b"[" * 100_000, "RecursionError"),
    ],
)
def test_determinations_wrong(server: Any, answer: Any, quick: Any, body: bytes, says: str) -> None:
    server.routes[REGISTER] = answer(body)
    found = run(server, quick, "federal-register")["federal-register"]
    assert found.status == "failed" and says in found.reason
