"""A title of the Code as USLM: the words of each paragraph, the source credit, and files that are not one."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from mnna.answers.watch.uslm import Difference, SectionText, acts, compare, last_day, plain, release, sections
from mnna.errors import CannotAnswer
from mnna.series.refresh.session import WrongShape
from tests.conftest import ROOT

RELEASES = ROOT / "tests" / "data" / "release_points.jsonl"


def replayed() -> list[tuple[str, Difference | None, str, str]]:
    """Every step from one release of a section to the next: the edition, the finding, and both source credits."""
    rows = defaultdict(list)
    for line in RELEASES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows[row["section"]].append(row)
    found = []
    for section, listed in rows.items():
        for before, after in pairwise(listed):
            texts = [
                SectionText(section, one["paragraphs"], acts(one["credit"]), last_day(one["credit"]))
                for one in (before, after)
            ]
            found.append((after["edition"], compare(*texts), before["credit"], listed[-1]["credit"]))
    return found


def has(edition: str, act: str) -> bool:
    """Whether a release point has a public law: `113-296not287` has all to 113-296 but 113-287."""
    number = re.match(r"(\d+)-(\d+)", edition)
    law = re.fullmatch(r"P\.L\. (\d+)-(\d+)", act)
    assert number and law
    left_out = re.findall(r"not(\d+)", edition)
    inside = (int(law[1]), int(law[2])) <= (int(number[1]), int(number[2]))
    return inside and not (law[1] == number[1] and law[2] in left_out)


def test_every_amendment_is_flagged_at_the_release_that_brought_it() -> None:
    """By the newest source credit, and the number of each release: an account of its own of what was to be found."""
    due = told = 0
    for edition, found, before, newest in replayed():
        wanted = {act for act in acts(newest) - acts(before) if has(edition, act)}
        due += len(wanted)
        if wanted:
            assert found is not None and found.cause == "law" and wanted <= set(found.acts), (edition, wanted, found)
            told += len(wanted)
    assert (due, told) == (17, 17)


def test_what_the_editors_changed_is_told_apart() -> None:
    steps = [
        found
        for edition, found, before, newest in replayed()
        if not {act for act in acts(newest) - acts(before) if has(edition, act)} and found is not None
    ]
    right = sum(found.cause == "editors" for found in steps)
    assert len(steps) >= 20 and right / len(steps) >= 0.95


def held(words: str, amended: date | None = date(2014, 12, 19)) -> SectionText:
    return SectionText("/us/usc/t22/s2776", {"/us/usc/t22/s2776/b": words}, frozenset(), amended)


def newer(words: str, credit: str) -> SectionText:
    return SectionText("/us/usc/t22/s2776", {"/us/usc/t22/s2776/b": words}, acts(credit), last_day(credit))


CREDIT = "(Pub. L. 90–629, Oct. 22, 1968; Pub. L. 113–296, Dec. 18, 2014, 128 Stat. 4074.)"


def test_a_later_day_in_the_credit_is_an_amendment() -> None:
    found = compare(held("for $14,000,000"), newer("for $25,000,000", CREDIT.replace("2014,", "2026,")))
    assert found == ("/us/usc/t22/s2776", "law", ("/us/usc/t22/s2776/b",), (), date(2026, 12, 18))


def test_words_that_differ_without_an_act_are_the_editors_s() -> None:
    found = compare(held("under subsection (b) of this section"), newer("under subsection (b)", CREDIT))
    assert found is not None and found.cause == "editors"


def test_punctuation_alone_is_no_difference() -> None:
    assert compare(held("“House”, — and"), newer('"House" - and', CREDIT)) is None
    assert plain("A — b;  C") == "a b c"


def test_an_act_that_changed_other_paragraphs_is_told_without_one() -> None:
    found = compare(held("the same"), newer("the same", CREDIT.replace("2014,", "2026,")))
    assert found is not None and found.cause == "law" and found.paragraphs == ()


def test_the_days_of_a_credit() -> None:
    assert last_day(CREDIT) == date(2014, 12, 18) and last_day("no day") is None and last_day("Feb. 31, 2014") is None
    assert acts(CREDIT) == {"P.L. 90-629", "P.L. 113-296"}


def test_a_section_without_any_of_its_paragraphs_was_repealed_and_not_edited() -> None:
    gone = SectionText("/us/usc/t22/s2776", {}, frozenset(), None)
    found = compare(held("for $14,000,000"), gone)
    assert found == ("/us/usc/t22/s2776", "law", ("/us/usc/t22/s2776/b",), (), None)


XML = """<?xml version="1.0" encoding="UTF-8"?>
<uscDoc xmlns="http://xml.house.gov/schemas/uslm/1.0"><main><title>
<section identifier="/us/usc/t22/s2378a"><num value="2378a">§ 2378a.</num><heading>Depleted uranium</heading>
 <subsection identifier="/us/usc/t22/s2378a/a"><num>(a)</num><heading>Prohibition</heading>
  <chapeau>Except as provided in <ref href="/x">subsection (b)</ref>, none of the funds
   to any country other than—</chapeau>
  <paragraph identifier="/us/usc/t22/s2378a/a/1"><num>(1)</num>
   <content>a NATO country;<note>no law</note></content></paragraph>
  <continuation>and no other.</continuation></subsection>
 <sourceCredit>(<ref href="/us/pl/87/195">Pub. L. 87–195</ref>, as added
  <ref>Pub. L. 104–164</ref>, July 21, 1996.)</sourceCredit>
 <notes><note><p>Pub. L. 119–999, Jan. 1, 2030</p></note></notes></section>
<section identifier="/us/usc/t22/s1"><content>Not wanted.</content></section>
</title></main></uscDoc>"""
WANTED = ["/us/usc/t22/s2378a"]


def packed(tmp_path: Path, xml: bytes, name: str = "usc22.xml") -> Path:
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w") as archive:
        archive.writestr(name, xml)
    (tmp_path / "title.zip").write_bytes(found.getvalue())
    return tmp_path / "title.zip"


def test_a_section_with_its_credit_and_without_its_notes(tmp_path: Path) -> None:
    found = sections(packed(tmp_path, XML.encode()), "22", WANTED)
    assert set(found) == set(WANTED)
    one = found[WANTED[0]]
    assert one.acts == {"P.L. 87-195", "P.L. 104-164"} and one.amended == date(1996, 7, 21)
    assert one.paragraphs["/us/usc/t22/s2378a/a"] == (
        "Except as provided in subsection (b) , none of the funds to any country other than— and no other."
    )
    assert one.paragraphs["/us/usc/t22/s2378a/a/1"] == "a NATO country;"


def test_a_section_that_is_not_there_has_no_words(tmp_path: Path) -> None:
    found = sections(packed(tmp_path, XML.encode()), "22", [*WANTED, "/us/usc/t22/s2321k"])
    assert found["/us/usc/t22/s2321k"].paragraphs == {} and found[WANTED[0]].paragraphs


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        (XML.encode()[:900], "not whole XML"),
        (b"<uscDoc/>", "none of the sections that are cited"),
        (b"", "not whole XML"),
        (b'<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>', "declares entities"),
    ],
)
def test_a_file_that_is_no_title(tmp_path: Path, xml: bytes, said: str) -> None:
    with pytest.raises(CannotAnswer, match=said):
        sections(packed(tmp_path, xml), "22", WANTED)


@pytest.mark.parametrize("at", range((1 << 16) - 9, (1 << 16) + 1))
def test_a_declaration_is_seen_wherever_it_stands(tmp_path: Path, at: int) -> None:
    start, end = b"<!--", b"-->"
    xml = (
        start
        + b" " * (at - len(start + end))
        + end
        + b'<!DOCTYPE x [<!ENTITY a "aa">]>'
        + XML.encode().split(b"?>", 1)[1]
    )
    with pytest.raises(CannotAnswer, match="declares entities"):
        sections(packed(tmp_path, xml), "22", WANTED)


def test_an_archive_that_is_damaged(tmp_path: Path) -> None:
    file = packed(tmp_path, XML.encode(), "readme.txt")
    with pytest.raises(WrongShape, match=r"0 \.xml files"):
        sections(file, "22", WANTED)
    file.write_bytes(b"PK\x03\x04 no archive")
    with pytest.raises(WrongShape, match="damaged"):
        sections(file, "22", WANTED)


def test_the_release_page() -> None:
    found = release(
        "<p>Current Release Point</p><h3>Public Law 119-73 <b>(03/26/2026)</b></h3> Public Law 119-1 (01/01/2025)"
    )
    assert found == ("119-73", "2026-03-26")
    with pytest.raises(WrongShape, match="names no release point"):
        release("<html>Maintenance</html>")
