"""The brief as a value: its JSON, its document and its summary say the same."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from mnna.briefs.compose import Brief, BriefSection, brief, write
from mnna.errors import BadQuestion, CannotAnswer, UnknownCountry, UnknownWord
from mnna.present.document import Items, Link, Paragraph, Picture, Section, as_json
from tests.briefs.reading import picture


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


TODAY = "2026-11-24"


@pytest.mark.parametrize("id_", ["status", "world"])
def test_pictures_are_whole_and_told_in_words(id_: str) -> None:
    drawn = picture(brief("MEX", "COL", TODAY), id_)
    root = ElementTree.fromstring(drawn.svg)
    assert root.tag.endswith("svg")
    assert root.attrib["role"] == "img"
    assert "Mexico" in drawn.alt and "Colombia" in drawn.alt
    assert not re.search(r"(href|src)=", drawn.svg)
    inks = {"currentColor", "none", "url(#world-ally)", "url(#timeline-open)"}
    assert set(re.findall(r'fill="([^"]+)"', drawn.svg)) <= inks


@pytest.mark.parametrize("id_", ["status", "world", "comparison"])
def test_no_type_in_a_picture_is_below_nine_points_on_paper(id_: str) -> None:
    drawn = picture(brief("MEX", "COL", TODAY), id_)
    wide = float(re.findall(r'viewBox="0 0 ([\d.]+)', drawn.svg)[0])
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)', drawn.svg)]
    assert min(sizes) * 7 * 72 / wide >= 9


def test_no_raw_day_and_no_missing_value_reaches_the_reader() -> None:
    for section in brief("SAU", "COL", TODAY).sections:
        for block in section.blocks:
            if not isinstance(block, (Items, Picture)):
                text = re.sub(r"https?://\S+", "", str(as_json(block)))
                assert not re.search(r"(?<![\w/-])\d{4}-\d{2}-\d{2}(?![\w-])", text), section.id
                assert "None," not in text


def test_questions_that_have_no_brief() -> None:
    with pytest.raises(BadQuestion, match="relation of another country"):
        brief("USA")
    with pytest.raises(BadQuestion, match="organization"):
        brief("NATO")
    with pytest.raises(BadQuestion, match="relation of another country"):
        brief("MEX", "USA")
    with pytest.raises(BadQuestion, match="two countries"):
        brief("MEX", "Mexico")
    with pytest.raises(UnknownCountry, match="Mexico"):
        brief("Mexicoo")
    with pytest.raises(UnknownWord, match="mnna"):
        brief("MEX", designate="mnnaa")


@pytest.mark.parametrize(("country", "versus"), [("MEX", "COL"), ("JPN", None), ("PRK", "PAK"), ("FRA", "TWN")])
def test_no_name_of_a_figure_stands_where_the_figure_should(country: str, versus: str | None) -> None:
    told = json.dumps(brief(country, versus, TODAY).to_dict()["sections"])
    assert not re.search(r"\{[a-z0-9-]+(:words)?\}", told)


@pytest.fixture(scope="module")
def whole() -> Brief:
    return brief("FJI", on=TODAY)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.pdf", b"%PDF"),
        ("a.html", b"<!doctype html>"),
        ("a.md", b"# Fiji"),
        ("a.JSON", b'{\n  "schema"'),
        ("a.docx", b"PK"),
    ],
)
def test_the_ending_is_the_form(whole: Brief, tmp_path: Path, name: str, start: bytes) -> None:
    path = write(whole, tmp_path / name)
    assert path.read_bytes().startswith(start)
    assert [entry.name for entry in tmp_path.iterdir()] == [name], "no half-written file is left"


def test_an_earlier_file_is_replaced_whole(whole: Brief, tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text("old")
    write(whole, target)
    assert target.read_text(encoding="utf-8").startswith("# Fiji")


@pytest.mark.parametrize(
    ("name", "wrong"),
    [("none/a.pdf", "there is no folder"), ("a.odt", "no known file format"), ("a", "no known file format")],
)
def test_a_bad_path_is_refused_before_any_work(whole: Brief, tmp_path: Path, name: str, wrong: str) -> None:
    with pytest.raises(BadQuestion, match=wrong):
        write(whole, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_file(whole: Brief, tmp_path: Path) -> None:
    with pytest.raises(BadQuestion, match="it is a folder"):
        write(whole, tmp_path)


def test_a_write_that_fails_leaves_nothing_behind(
    whole: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.md"
    target.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(CannotAnswer, match="No space left on device"):
        write(whole, target)
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.md"]
    assert target.read_text() == "old"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_without_permission(whole: Brief, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(CannotAnswer, match="cannot be written"):
            write(whole, tmp_path / "a.md")
    finally:
        tmp_path.chmod(0o700)


def test_the_users_own_facts_are_marked(tmp_path: Path) -> None:
    (tmp_path / "spans").mkdir()
    header = "country,status,since,since_by,until,until_by,holds,instrument,citation,source,confidence,checked_on,note"
    row = "FJI,mnna,2026-02-01,,,,yes,Own determination,22 USC 2321k(a)(1),own-note,low,2026-11-24,For the test."
    (tmp_path / "spans" / "mnna.csv").write_text(f"{header}\n{row}\n")
    (tmp_path / "sources.csv").write_text(
        "id,title,publisher,kind,address,licence,opened_on,note\nown-note,My note,me,note,,,2026-11-24,\n"
    )
    told = brief("FJI", on=TODAY, facts=tmp_path)
    assert "by Own determination (your own facts)" in told.bottom_line[0]
    assert "Rests on your own facts: " in str(told.section("what-if").to_dict())
