"""The brief as a value: its JSON, its document and its summary say the same."""

from __future__ import annotations

from mnna.briefs.answer import Brief, BriefSection
from mnna.briefs.compose import brief
from mnna.present.document import Link, Paragraph, Section, as_json


def made() -> Brief:
    found = brief("FJI", on="2026-11-24")
    lead = (("One ", Link("statement", "https://a.b/")), "Two.")
    sections = (Section("first", "First", (Paragraph("a"),)), Section("second", "Second"))
    return Brief(**{name: getattr(found, name) for name in Brief.__dataclass_fields__} | {
        "lead": lead, "sections": sections, "notes": ("Read", ("on ", "a day."))
    })  # fmt: skip


def test_the_json_has_the_statements_as_text_and_the_sections_as_blocks() -> None:
    told = made().to_dict()
    assert told["bottom_line"] == ["One statement", "Two."] and told["checked"] == "Read on a day."
    assert told["status"] == "mnna" and "asked" not in told and "lead" not in told
    assert [section["id"] for section in told["sections"]] == ["first", "second"]
    assert told["sections"][0]["blocks"] == [as_json(Paragraph("a"))]
    assert BriefSection._fields == tuple(told["sections"][0])


def test_the_document_is_numbered_and_stamped() -> None:
    found = made()
    shown = found.document
    assert shown.numbered and shown.lead[-len(found.lead) :] == found.lead and shown.sections == found.sections
    assert dict(shown.stamp) == found.stamp._asdict() and shown.notes == found.notes
    assert found.section("second").title == "Second"


def test_the_summary_is_the_title_the_day_and_the_bottom_line() -> None:
    found = made()
    assert found.summary() == f"{found.title}, on 2026-11-24: One statement Two."
