"""The many spellings of a citation come to one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnna.statutes import citation_spellings
from mnna.statutes.citation_spellings import normal


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("22 U. S. C. § 2776", "22 USC §2776"),
        ("section 36(b) of the Arms Export Control Act", "AECA §36(b)"),
        ("§ 36(b) AECA", "AECA §36(b)"),
        ("sec. 517, FAA", "FAA §517"),
        ("87 Fed. Reg. 32943.", "87 FR 32943"),
        ("Pub. L. No. 107–228", "PL 107-228"),
        ("Presidential Determination No. 2022-14", "PD 2022-14"),
        ("H. R. 3613 (119th)", "BILL hr 3613 119"),
        ("Rome Statute, 2187 UNTS 3", "2187 UNTS 3"),
        ("Inter-American Treaty of Reciprocal Assistance", "62 Stat. 1681"),
    ],
)
def test_spellings(text: str, one: str) -> None:
    assert normal(text) == one


PLAIN, LAW, SECTION = (
    st.from_regex(re.compile(form.pattern, form.flags), fullmatch=True)
    for form in (citation_spellings._PLAIN, citation_spellings._PLAIN_LAW, citation_spellings._PLAIN_SECTION)
)


@given(PLAIN)
def test_nothing_is_rewritten_in_the_commonest_form(text: str) -> None:
    assert citation_spellings._rewritten(text) == text


@given(st.lists(PLAIN | LAW | SECTION, min_size=1, max_size=4))
def test_a_list_of_plain_citations_is_rewritten_as_any_other(parts: list[str]) -> None:
    text = "; ".join(parts)
    assert normal(text) == citation_spellings._rewritten(text)
