"""What the search finds, and what comes first."""

from __future__ import annotations

import json

import pytest

from mnna.interfaces.search import Entry, corrected, entries, plain, score, script, search


@pytest.mark.parametrize(
    ("asked", "kind", "address"),
    [
        ("AUKUS", "Status", "/map?status=aukus"),
        ("Burma", "Country", "/countries/MMR"),
        ("22 USC 2776(b)(1)", "Citation", "/law/22%20USC%202776(b)(1)"),
        ("homicide", "Figure", "/indicators/homicide_rate"),
        ("screen", "Page", "/screen"),
        ("Korea", "Country", "/countries/KOR"),
        ("FAA 517", "Status", "/map?status=mnna"),
        ("22 U.S.C. 2776(b)(1)", "Citation", "/law/22%20USC%202776(b)(1)"),
        ("EDA", "Status", "/map?status=eda-named"),
        ("Colombia notices", "Page", "/notices/COL"),
        ("brief Mexico", "Page", "/brief/MEX"),
    ],
)
def test_the_first_thing_found_is_the_one_that_is_meant(asked: str, kind: str, address: str) -> None:
    first = search(asked)[0]
    assert (first.kind, first.address) == (kind, address)


def test_every_kind_is_there_and_aukus_is_not_nauru() -> None:
    kinds = {"Country", "Status", "Law", "Text", "Citation", "Topic", "Source", "Notice", "Figure", "Page"}
    assert {one.kind for one in entries()} == kinds
    assert not [one for one in search("AUKUS") if "Nauru" in one.title] and not search("xyzzy")


def test_words_are_compared_without_accents_signs_and_capitals() -> None:
    assert plain("Türkiye, § 2776") == "turkiye 2776"
    entry = Entry("Law", "May stocks be kept?", "/law/x", "22 USC 2321h")
    fits = {
        "may stocks be kept": 6,
        "may": 5,
        "22 usc 2321h": 4,
        "ma": 3,
        "22 usc 232": 2,
        "kept may": 1,
        "no": 0,
        "": 0,
    }
    assert {asked: score(entry, asked) for asked in fits} == fits


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("Mexcio", "mexico"), ("Phillipines notices", "philippines notices"), ("AUKUS", ""), ("zzzz qqqq", "")],
)
def test_a_slip_of_the_pen_is_corrected(asked: str, meant: str) -> None:
    assert corrected(asked) == meant


def test_the_script_holds_every_entry_and_nothing_else() -> None:
    text = script([Entry("Law", 'A "title" </script>', "/x")])
    assert json.loads(text.removeprefix("window.MNNA_INDEX = ").removesuffix(";\n")) == [
        ["Law", 'A "title" </script>', "/x", ""]
    ]
