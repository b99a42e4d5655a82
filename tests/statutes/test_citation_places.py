"""Each place in the law: its id as a path, its text as lawyers write it, and the official page."""

from __future__ import annotations

import pytest

from mnna.statutes import citation_places as places
from mnna.statutes.citation_places import Citation


@pytest.mark.parametrize(
    ("place", "id_", "text", "link"),
    [
        (places.code("22", "2776", ("b", "1")), "/us/usc/t22/s2776/b/1", "22 USC 2776(b)(1)", "title22-section2776&"),
        (places.code("22", "2151", (), " note"), "/us/usc/t22/s2151/note", "22 USC 2151 note", "section2151&"),
        (places.regulation("22", "126.1", ("d",)), "/us/cfr/t22/s126.1/d", "22 CFR 126.1(d)", "#p-126.1(d)"),
        (places.regulation("22", "126"), "/us/cfr/t22/pt126", "22 CFR part 126", "title-22/part-126"),
        (places.regulation("48", "225.872-1"), "/us/cfr/t48/s225.872-1", "DFARS 225.872-1", "section-225.872-1"),
        (places.supplement("15", "1", "740"), "/us/cfr/t15/pt740/supp1", "Supp. No. 1 to 15 CFR part 740", "%20740"),
        (places.public_law("107", "228", "", "1206"), "/us/pl/107/228/s1206", "P.L. 107-228 §1206", "PLAW-107publ228"),
        (places.public_law("118", "47", "div. F", "7012", ("a",)), "/us/pl/118/47/s7012/a",
         "P.L. 118-47 div. F §7012(a)", "PLAW-118publ47"),
        (places.public_law("93", "559"), "/us/pl/93/559", "P.L. 93-559", "public-laws/93rd-congress"),
        (places.order("14203", "2", ("a",)), "/us/eo/14203/s2/a", "E.O. 14203 §2(a)", "executive-order/14203"),
        (places.numbered("PD", "2022-14"), "/us/pd/2022-14", "PD 2022-14", "No.+2022-14%22"),
        (places.numbered("FR", "87", "32943"), "/us/fr/87/32943", "87 FR 32943", "citation/87-FR-32943"),
        (places.numbered("FR Doc.", "2026-01421"), "/us/fr/doc/2026-01421", "FR Doc. 2026-01421", "/d/2026-01421"),
        (places.numbered("Stat.", "110", "1434"), "/us/stat/110/1434", "110 Stat. 1434", "statute/110/1434"),
        (places.constitution("II", "2", "2"), "/us/const/aII/s2/c2", "U.S. Const. art. II, §2, cl. 2", "article-2/"),
        (places.numbered("UST", "6", "81"), "/us/ust/6/81", "6 UST 81", "treaties"),
        (places.numbered("TIAS", "1964"), "/us/tias/1964", "TIAS 1964", "treaties"),
    ],
)  # fmt: skip
def test_places(place: Citation, id_: str, text: str, link: str) -> None:
    assert (place.id, place.text) == (id_, text)
    assert place.link.startswith("https://") and link in place.link


@pytest.mark.parametrize(("congress", "ending"), [("91", "91st"), ("92", "92nd"), ("93", "93rd"), ("94", "94th")])
def test_older_laws_have_the_page_of_their_congress(congress: str, ending: str) -> None:
    assert places.public_law(congress, "1").link.endswith(f"/{ending}-congress")
    assert places.public_law("104", "1").link.endswith("PLAW-104publ1.htm")
