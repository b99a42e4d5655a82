"""Citations in a table cell."""

from __future__ import annotations

from mnna.briefs.sections.citations import cited
from mnna.present.wording import NOTHING
from mnna.statutes.citations import official
from tests.briefs.reading import lines, links


def test_each_is_listed_once_in_order_with_its_official_address() -> None:
    found = cited(["22 USC 2321k(a)", "", "22 USC 2321k(a); P.L. 104-164", "a speech"])
    assert [link.text for link in links(found)] == ["22 USC 2321k(a)", "P.L. 104-164", "a speech"]
    assert [link.address for link in links(found)] == [official(link.text) or "" for link in links(found)]
    assert links(found)[0].address.startswith("https://") and links(found)[2].address == ""


def test_no_more_are_listed_than_wanted_and_none_is_told() -> None:
    assert lines(cited(["22 USC 2321k", "22 USC 2776"], 1)) == ["22 USC 2321k"]
    assert lines(cited(["", ""])) == [NOTHING] == lines(cited([], 3))
