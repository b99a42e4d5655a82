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
        ("22 U.S.C.A. § 2321k", "22 USC §2321k"),
        ("22 U.S.C.S. 2321k", "22 USC 2321k"),
        ("Title 22, United States Code, section 2776(b)", "22 USC 2776(b)"),
        ("title 22, U.S. Code, § 2321k", "22 USC 2321k"),
        ("AECA36(b)", "AECA 36(b)"),
        ("FAA517", "FAA 517"),
        ("36(b) of the AECA", "AECA §36(b)"),
        ("Arms Export Control Act, sec. 36(b)", "AECA §36(b)"),
        ("AECA, 36(b)", "AECA 36(b)"),
        ("Section 517 of the FAA of 1961", "FAA §517"),
        ("section 517 of the Foreign Assistance Act of 1961 (22 U.S.C. 2321k)", "FAA §517, 22 USC 2321k"),
        ("section 36(b) of the Arms Export Control Act (22 U.S.C. 2776(b))", "AECA §36(b), 22 USC 2776(b)"),
        ("CAATSA 231", "22 USC 9525"),
        ("Section 231 of CAATSA", "22 USC 9525"),
        ("Taiwan Relations Act", "22 USC 3301 et seq"),
        ("22 CFR Part 126.1", "22 CFR 126.1"),
        ("Article 5 of the North Atlantic Treaty", "63 Stat. 2241 art. 5"),
        ("“22\u00a0U.S.C.\u00a0§\u00a02349aa\u201110”", "22 USC §2349aa-10"),
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
