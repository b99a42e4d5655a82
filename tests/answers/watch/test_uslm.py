"""A title of the Code as USLM: the words of each paragraph, the source credit, and files that are not one."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from mnna.answers.watch.uslm import release, sections
from mnna.errors import CannotAnswer
from mnna.series.refresh.session import WrongShape

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
    assert (found, found.as_of) == ("119-73", "2026-03-26")
    with pytest.raises(WrongShape, match="names no release point"):
        release("<html>Maintenance</html>")
