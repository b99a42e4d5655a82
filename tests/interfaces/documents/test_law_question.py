"""One question of law set out: which of its texts stands open, and what each is called on a day."""

from __future__ import annotations

import pytest

from mnna.answers.law_entries import entry
from mnna.engine.record import to_json
from mnna.interfaces.documents.law_question import question, rules_of, values
from mnna.present.rules import Rules
from mnna.statutes import catalog
from mnna.statutes.provision import Authority, CaseLaw


@pytest.mark.parametrize(
    ("today", "title"),
    [
        ("2026-11-28", "Since 3 February 2026, in force until 12 December 2026"),
        ("2026-12-20", "Since 12 December 2026, still in force"),
    ],
)
def test_the_text_of_today_comes_first(monkeypatch: pytest.MonkeyPatch, today: str, title: str) -> None:
    monkeypatch.setenv("MNNA_TODAY", today)
    found = to_json(entry(catalog.authority("fmf-commercial-leasing"), True))
    for alone in (True, False):
        sections = list(question(found, Rules(rules_of([found])), alone, brief=False))
        assert sections[1].title == title and not sections[1].folded


def test_every_figure_has_one_row() -> None:
    found = entry(catalog.authority("notification-thresholds"))
    (section,) = values([found, found])
    ids = {value["id"] for text in found["provisions"] for value in text["parameters"]}
    assert section.count == len(ids) > 3 and list(values([])) == []


@pytest.mark.parametrize(
    ("law", "title"),
    [
        (catalog.authority("depleted-uranium-rounds"), "Depleted-uranium anti-tank rounds"),
        (catalog.case_law("fms"), "Foreign military sale, government to government"),
        (catalog.authority("restriction-coup"), "Military coup"),
    ],
)
def test_the_only_entry_of_a_page_has_its_subject_as_heading(law: Authority | CaseLaw, title: str) -> None:
    found = to_json(entry(law, True))
    sections = list(question(found, Rules(rules_of([found])), alone=True, brief=False))
    assert sections[0].title == title
    assert f"{law.id} since" not in str(sections)
