"""One question of law as JSON: what it is about, and which of its texts is that of today."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.answers.law_entries import current, entry, links, text_entry
from mnna.statutes import catalog
from mnna.statutes.texts import texts


@pytest.mark.parametrize(
    ("id_", "kind", "topic"),
    [
        ("fms", "channel", "notification"),
        ("restriction-police", "restriction", "restrictions"),
        ("rdte-loans", "authority", "research"),
    ],
)
def test_what_a_question_is_about(id_: str, kind: str, topic: str) -> None:
    found = entry(catalog.case_law(id_) if id_ in catalog.CHANNELS else catalog.authority(id_))
    assert (found["kind"], found["topic"], found["asked_for"]) == (kind, topic, False)


@pytest.mark.parametrize(
    ("today", "since"), [("2026-02-02", "2025-"), ("2026-11-28", "2026-02-03"), ("2026-12-12", "2026-12-12")]
)
def test_the_text_of_today_and_not_one_to_come(monkeypatch: pytest.MonkeyPatch, today: str, since: str) -> None:
    monkeypatch.setenv("MNNA_TODAY", today)
    found = current(catalog.authority("fmf-commercial-leasing"))
    assert found.since.isoformat().startswith(since) or (found.since < date(2026, 2, 3) and since == "2025-")


def test_a_text_has_its_links_unless_they_are_not_wanted() -> None:
    text = next(one for one in texts() if one.citation)
    assert text_entry(text)["links"] == links(text.citation) != [] == text_entry(text, linked=False)["links"]
