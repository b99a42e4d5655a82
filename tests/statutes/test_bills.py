"""The number of a bill is read in every form it is written in."""

from __future__ import annotations

import pytest

from mnna.answers.law import law
from mnna.errors import UnknownWord
from mnna.statutes.bills import bill

FORMS = [
    ("H.R. 5334", "H.R. 5334"),
    ("H.R.5334", "H.R. 5334"),
    ("H. R. 5334", "H.R. 5334"),
    ("HR5334", "H.R. 5334"),
    ("hr 5334", "H.R. 5334"),
    ("H R 5334", "H.R. 5334"),
    ("bill HR 5334", "H.R. 5334"),
    ("H.R. 5334 (119th Congress)", "H.R. 5334"),
    ("H.R. 5334, 119th Cong.", "H.R. 5334"),
    ("119th Congress, H.R. 5334", "H.R. 5334"),
    ("119 HR 5334", "H.R. 5334"),
    ("S. 4784", "S. 4784"),
    ("S.4784", "S. 4784"),
    ("S4784", "S. 4784"),
    ("S 4784", "S. 4784"),
    ("H.J.Res. 83", "H.J.Res. 83"),
    ("SJRes 33", "S.J.Res. 33"),
    ("H.Res. 1246", "H.Res. 1246"),
]


@pytest.mark.parametrize(("text", "number"), FORMS)
def test_forms(text: str, number: str) -> None:
    assert bill(text) == number


@pytest.mark.parametrize("text", ["", "22 USC 2776", "section 517", "P.L. 119-60", "s. 1206 note", "EO 14383", "HR"])
def test_what_is_no_bill(text: str) -> None:
    assert bill(text) is None


@pytest.mark.parametrize(
    ("asked", "id_"),
    [
        ("H.R. 5334", "hr-119-5334"),
        ("HR5334", "hr-119-5334"),
        ("S 4784", "s-119-4784"),
        ("S. 4784 (119th Congress)", "s-119-4784"),
        ("hr 8800", "hr-119-8800"),
        ("H.R. 8661", "hr-119-8649"),
        ("HR 6500", "fy2027-continuing"),
    ],
)
def test_a_bill_leads_to_its_text(asked: str, id_: str) -> None:
    found = law(asked).texts
    assert [text["id"] for text in found if text["asked_for"]] == [id_]


def test_a_bill_that_no_text_is_about_is_said_to_be_unknown_with_those_that_are() -> None:
    with pytest.raises(UnknownWord, match=r"H\.R\. 1: nothing here is about it"):
        law("hr 1")
