"""The citations of this field: what each form is read as, what is refused, and that ours can all be read."""

from __future__ import annotations

import contextlib
import csv
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnna.errors import UnknownWord
from mnna.registry.load import load_registry
from mnna.rules.nodes import Cited, Exceptions, Expr, Param
from mnna.statutes import catalog
from mnna.statutes.act_sections import ACTS
from mnna.statutes.citations import ACCEPTED, mentioned, parse, within
from mnna.statutes.cited_places import cited_places
from mnna.statutes.parameters import rows, tables
from mnna.statutes.provision import Act, Authority, CaseLaw

FORMS: list[tuple[str, str]] = [
    ("22 USC 2776(b)(1)", "/us/usc/t22/s2776/b/1"),
    ("22 usc 2776(b)(1)", "/us/usc/t22/s2776/b/1"),
    ("22 U.S.C. 2776(b)(1)", "/us/usc/t22/s2776/b/1"),
    ("22 U.S.C. § 2321k", "/us/usc/t22/s2321k"),
    ("22 U.S.C. §2776(b)(6)(A)", "/us/usc/t22/s2776/b/6/A"),
    ("10 U.S.C. § 2350a(i)(2)", "/us/usc/t10/s2350a/i/2"),
    ("22 USC 2376", "/us/usc/t22/s2376"),
    ("22 USC 2291j-1(2)(A)", "/us/usc/t22/s2291j-1/2/A"),
    ("22 USC 2370c–1", "/us/usc/t22/s2370c-1"),
    ("22 USC 2349aa-10(b)", "/us/usc/t22/s2349aa-10/b"),
    ("22 USC 2394-1", "/us/usc/t22/s2394-1"),
    ("22 USC 2321k note", "/us/usc/t22/s2321k/note"),
    ("22 U.S.C. 2751 et seq.", "/us/usc/t22/ch39"),
    ("Foreign Assistance Act of 1961", "/us/usc/t22/ch32"),
    ("22 USC 2753 et seq.", "/us/usc/t22/s2753"),
    ("H.R. 3613", "/us/bill/hr/3613"),
    ("hr3613", "/us/bill/hr/3613"),
    ("H. R. 7653, 119th Congress", "/us/bill/119/hr/7653"),
    ("S. 853", "/us/bill/s/853"),
    ("S.853 (119th)", "/us/bill/119/s/853"),
    ("H.Res. 1246", "/us/bill/hres/1246"),
    ("S.J. Res. 12", "/us/bill/sjres/12"),
    ("s. 517", "/us/usc/t22/s2321k"),
    ("section 2776(b) of title 22", "/us/usc/t22/s2776/b"),
    ("Title 22 section 2776 (b)", "/us/usc/t22/s2776/b"),
    ("22 USC § 2776 (b) (6) (A)", "/us/usc/t22/s2776/b/6/A"),
    ("22 CFR 123.15 (a)(2)", "/us/cfr/t22/s123.15/a/2"),
    ("section 2776(b) of title 22, United States Code", "/us/usc/t22/s2776/b"),
    ("§ 2321k", "/us/usc/t22/s2321k"),
    ("section 517", "/us/usc/t22/s2321k"),
    ("section 517(a)(1)", "/us/usc/t22/s2321k/a/1"),
    ("§36(b)", "/us/usc/t22/s2776/b"),
    ("sec. 620J", "/us/usc/t22/s2378a"),
    ("section 36(b) of the Arms Export Control Act", "/us/usc/t22/s2776/b"),
    ("Section 36(b)(1) of the Arms Export Control Act, as amended", "/us/usc/t22/s2776/b/1"),
    ("AECA 36(b)", "/us/usc/t22/s2776/b"),
    ("AECA § 3(d)(2)(B)", "/us/usc/t22/s2753/d/2/B"),
    ("AECA 62(c)(1)", "/us/usc/t22/s2796a/c/1"),
    ("AECA 65", "/us/usc/t22/s2796d"),
    ("FAA 517", "/us/usc/t22/s2321k"),
    ("FAA 620M", "/us/usc/t22/s2378d"),
    ("FAA 620(q)(2)", "/us/usc/t22/s2370/q/2"),
    ("FAA 502B(a)(2)", "/us/usc/t22/s2304/a/2"),
    ("section 517 of the Foreign Assistance Act of 1961", "/us/usc/t22/s2321k"),
    ("section 644(q) of the FAA", "/us/usc/t22/s2403/q"),
    ("22 C.F.R. 123.15(a)(3)", "/us/cfr/t22/s123.15/a/3"),
    ("22 CFR § 123.15", "/us/cfr/t22/s123.15"),
    ("15 CFR 740.20", "/us/cfr/t15/s740.20"),
    ("ITAR 126.7", "/us/cfr/t22/s126.7"),
    ("ITAR § 120.23(b)", "/us/cfr/t22/s120.23/b"),
    ("EAR 740.20(c)(2)", "/us/cfr/t15/s740.20/c/2"),
    ("22 CFR part 126", "/us/cfr/t22/pt126"),
    ("Supp. No. 1 to part 740", "/us/cfr/t15/pt740/supp1"),
    ("DFARS 225.872-1", "/us/cfr/t48/s225.872-1"),
    ("48 CFR 252.225-7002", "/us/cfr/t48/s252.225-7002"),
    ("E.O. 13637", "/us/eo/13637"),
    ("EO 14383", "/us/eo/14383"),
    ("Executive Order 14203", "/us/eo/14203"),
    ("section 1(j) of E.O. 13637", "/us/eo/13637/s1/j"),
    ("P.L. 119-60 §1085", "/us/pl/119/60/s1085"),
    ("P.L. 119-60 §1085(b)(1)", "/us/pl/119/60/s1085/b/1"),
    ("Pub. L. 119–60", "/us/pl/119/60"),
    ("Public Law 107-228, section 1206", "/us/pl/107/228/s1206"),
    ("P.L. 107-228 s. 1206", "/us/pl/107/228/s1206"),
    ("section 1206 of Public Law 107-228", "/us/pl/107/228/s1206"),
    ("P.L. 118-47 div. F §7008", "/us/pl/118/47/s7008"),
    ("P.L. 106-113 App. G §1309", "/us/pl/106/113/s1309"),
    ("P.L. 106-113 div. B §1000(a)(7) [div. B, title XIII, §1309(a)(1)]", "/us/pl/106/113/s1309/a/1"),
    ("P.L. 105-277 div. A §101(d) [title V, §594]", "/us/pl/105/277/s594"),
    ("P.L. 104-208 div. A §101(c) [title V, s. 528]", "/us/pl/104/208/s528"),
    ("87 FR 32943", "/us/fr/87/32943"),
    ("87 Fed. Reg. 32,943", "/us/fr/87/32943"),
    ("FR Doc. 2026-01421", "/us/fr/doc/2026-01421"),
    ("PD 2022-14", "/us/pd/2022-14"),
    ("Presidential Determination No. 2022-14", "/us/pd/2022-14"),
    ("116 Stat. 1428", "/us/stat/116/1428"),
    ("6 UST 433", "/us/ust/6/433"),
    ("TIAS 1964", "/us/tias/1964"),
    ("Rome Statute, 2187 UNTS 3", "/un/unts/2187/3"),
    ("Rome Statute", "/un/unts/2187/3"),
    ("Rio Treaty", "/us/stat/62/1681"),
    ("North Atlantic Treaty, art. 10", "/us/stat/63/2241"),
    ("10 USC 4971(b)(2) (until 2022: 2540(b)(2))", "/us/usc/t10/s4971/b/2"),
    ("U.S. Const. art. II, s. 2, cl. 2", "/us/const/aII/s2/c2"),
]


@pytest.mark.parametrize(("text", "id_"), FORMS)
def test_forms(text: str, id_: str) -> None:
    assert [one.id for one in parse(text)] == [id_]


LISTS: list[tuple[str, list[str]]] = [
    ("22 USC 2776(b)(1), (b)(6)(A)", ["22 USC 2776(b)(1)", "22 USC 2776(b)(6)(A)"]),
    ("22 USC 2776(b)(1), (2)", ["22 USC 2776(b)(1)", "22 USC 2776(b)(2)"]),
    ("22 USC 2776(b)(6), (c)(5); 2753(d)(5)", ["22 USC 2776(b)(6)", "22 USC 2776(c)(5)", "22 USC 2753(d)(5)"]),
    ("22 USC 2371(a), 2780(d); 50 USC 4813(c)", ["22 USC 2371(a)", "22 USC 2780(d)", "50 USC 4813(c)"]),
    ("22 USC 2776(b)(1)-(3)", ["22 USC 2776(b)(1)", "22 USC 2776(b)(2)", "22 USC 2776(b)(3)"]),
    ("22 USC 2776(b)-(d)", ["22 USC 2776(b)", "22 USC 2776(c)", "22 USC 2776(d)"]),
    ("22 U.S.C. §§ 2776–2778", ["22 USC 2776", "22 USC 2777", "22 USC 2778"]),
    ("§§ 2776-2778", ["22 USC 2776", "22 USC 2777", "22 USC 2778"]),
    ("10 USC 4971-4974", ["10 USC 4971", "10 USC 4972", "10 USC 4973", "10 USC 4974"]),
    ("10 USC 2540-2540c", ["10 USC 2540", "10 USC 2540c"]),
    ("sections 36(b) and 38(j) of the AECA", ["22 USC 2776(b)", "22 USC 2778(j)"]),
    ("22 CFR 126.16-17", ["22 CFR 126.16", "22 CFR 126.17"]),
    ("DFARS 225.872-1, 252.225-7002", ["DFARS 225.872-1", "DFARS 252.225-7002"]),
    ("22 USC 2776(c)(5); 22 CFR 123.15(a)(3)", ["22 USC 2776(c)(5)", "22 CFR 123.15(a)(3)"]),
    ("22 USC 2776; 22 USC 2776", ["22 USC 2776"]),
    ("22 CFR 120.23(b) (until 2022: 120.32); 90 FR 29720", ["22 CFR 120.23(b)", "90 FR 29720"]),
    ("P.L. 118-31 §1343, §1345(a)", ["P.L. 118-31 §1343", "P.L. 118-31 §1345(a)"]),
]


@pytest.mark.parametrize(("text", "texts"), LISTS)
def test_lists_and_ranges(text: str, texts: list[str]) -> None:
    assert [one.text for one in parse(text)] == texts


LINKS = [
    (
        "22 USC 2321k",
        "https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title22-section2321k&edition=prelim",
    ),
    ("ITAR 123.15(a)(3)", "https://www.ecfr.gov/current/title-22/section-123.15#p-123.15(a)(3)"),
    ("87 FR 32943", "https://www.federalregister.gov/citation/87-FR-32943"),
    ("E.O. 14203", "https://www.federalregister.gov/executive-order/14203"),
    ("P.L. 119-60", "https://www.congress.gov/119/plaws/publ60/PLAW-119publ60.htm"),
    ("P.L. 97-113", "https://www.congress.gov/public-laws/97th-congress"),
]


@pytest.mark.parametrize(("text", "link"), LINKS)
def test_links_are_official(text: str, link: str) -> None:
    assert parse(text)[0].link == link


@pytest.mark.parametrize(
    "text", ["", " ", "hello", "2776", "22 USC", "section of the AECA", "22 USC 2776 foo", "the Leahy law"]
)
def test_anything_else_is_refused_with_what_is_read(text: str) -> None:
    with pytest.raises(UnknownWord) as refused:
        parse(text)
    assert refused.value.near == ACCEPTED and refused.value.exit_code == 2


def test_a_section_the_code_does_not_have_names_the_nearest() -> None:
    with pytest.raises(UnknownWord) as refused:
        parse("AECA 66")
    assert "AECA 65" in refused.value.near


@pytest.mark.parametrize(
    ("id_", "other", "inside"),
    [
        ("/us/usc/t22/s2776/b/1", "/us/usc/t22/s2776/b", True),
        ("/us/usc/t22/s2776/b", "/us/usc/t22/s2776/b", True),
        ("/us/usc/t22/s2776/b", "/us/usc/t22/s2776/b/1", False),
        ("/us/usc/t22/s2776/b/1", "/us/usc/t22/s277", False),
        ("/us/usc/t22/s2796a/c", "/us/usc/t22/s2796", False),
        ("/us/usc/t22/s2776/b/10", "/us/usc/t22/s2776/b/1", False),
        ("/us/cfr/t22/s126.7/b", "/us/cfr/t22/pt126", True),
        ("/us/cfr/t22/s126.7/b", "/us/cfr/t22/pt12", False),
        ("/us/pl/119/60/s1085", "/us/pl/119/60", True),
    ],
)
def test_within(id_: str, other: str, inside: bool) -> None:
    assert within(id_, other) is inside


@pytest.mark.parametrize("text", ACCEPTED)
def test_what_we_say_we_read_we_read(text: str) -> None:
    assert parse(text)


@pytest.mark.parametrize(("text", "id_"), FORMS)
def test_our_own_text_reads_as_the_same_place(text: str, id_: str) -> None:
    (found,) = parse(text)
    assert parse(found.text)[0].id == found.id == id_


@given(st.text(alphabet="0123 USCFRAEPL.§()-,;abckn", max_size=40))
def test_any_text_is_read_or_refused_and_never_breaks(text: str) -> None:
    with contextlib.suppress(UnknownWord):
        assert parse(text)


@given(st.sampled_from(sorted(ACTS)), st.data())
def test_every_section_of_the_acts_reads_as_its_section_of_the_code(act: str, data: st.DataObject) -> None:
    number = data.draw(st.sampled_from(sorted(ACTS[act])))
    assert [one.id for one in parse(f"{act} {number}")] == [f"/us/usc/t22/s{ACTS[act][number]}"]


def _ours() -> Iterator[tuple[str, str]]:
    for table in tables():
        with table.open(encoding="utf-8", newline="") as file:
            yield from ((table.name, row["citation"]) for row in csv.DictReader(file))
    laws: list[Authority | CaseLaw] = [*catalog.authorities().values(), *map(catalog.case_law, catalog.CHANNELS)]
    for one in laws:
        yield from ((one.id, text) for text in _cited(one))


def _cited(one: Authority | CaseLaw) -> Iterator[str]:
    for provision in one.provisions:
        yield provision.citation
        parts = [getattr(provision, part, None) for part in ("rule", "notify", "review_days", "group")]
        trees = [tree for tree in parts if isinstance(tree, Expr)]
        acts: list[Act] = [*provision.steps, *provision.caveats]
        trees += [term for term in getattr(provision, "terms", {}).values() if isinstance(term, Expr)]
        acts += list(getattr(provision, "routes", ()))
        for measure in getattr(provision, "measures", ()):
            yield measure.citation
            trees += [tree for tree in (measure.met, measure.usd) if tree is not None]
        for act in acts:
            yield act.citation
            trees.append(act.when)
        yield from (text for tree in trees for node in tree.walk() for text in _of_node(node))


def _of_node(node: Expr) -> list[str]:
    if isinstance(node, Cited):
        return [node.citation]
    if isinstance(node, Exceptions):
        return [special.citation for special in node.special]
    return [dated.citation for dated in node.history] if isinstance(node, Param) else []


def _of_the_registry() -> Iterator[tuple[str, str]]:
    registry = load_registry()
    yield from ((kind.id, kind.citation) for kind in registry.kinds.values())
    yield from ((span.status, span.citation) for span in registry.spans)


UNREAD = {"Collective Security Treaty, art. 4"}
"""Citations of ours without a volume and page that were read."""


def test_every_citation_of_ours_can_be_read() -> None:
    bad = []
    for where, text in dict.fromkeys([*_ours(), *_of_the_registry()]):
        if not text or text in UNREAD:
            continue
        try:
            parse(text)
        except UnknownWord as error:
            bad.append(f"{where}: {error.asked}: {error.wrong}")
    assert not bad, "\n".join(bad)


@pytest.mark.parametrize(
    ("place", "whole", "inside"),
    [
        ("22 USC 2776(b)", "22 USC 2751 et seq.", True),
        ("22 USC 2799aa-1", "AECA", True),
        ("22 USC 2321k", "22 USC 2751 et seq.", False),
        ("22 USC 2800", "22 USC 2751 et seq.", False),
        ("22 USC 2321k", "FAA", True),
        ("10 USC 2350a", "FAA", False),
        ("H.R. 3613, 119th Congress", "H.R. 3613", True),
        ("H.R. 3613", "H.R. 3613, 119th Congress", True),
        ("H.R. 3613, 118th Congress", "H.R. 3613, 119th Congress", False),
        ("S. 3613", "H.R. 3613", False),
    ],
)
def test_what_lies_in_an_act_and_which_bill_is_which(place: str, whole: str, inside: bool) -> None:
    (one,), (other,) = parse(place), parse(whole)
    assert within(one.id, other.id) is inside


def test_an_instrument_is_found_wherever_it_stands_in_a_sentence() -> None:
    text = "S. 4428 (House: H.R. 9010, 118th Congress), after Presidential Determination No. 2022-14, 87 FR 32943"
    ids = {one.id for one in mentioned(text)}
    assert ids == {"/us/bill/s/4428", "/us/bill/118/hr/9010", "/us/pd/2022-14", "/us/fr/87/32943"}
    assert mentioned("22 USC 2776(b); P.L. 107-228 s. 1206") == ()


def test_a_bill_that_an_act_enacts_is_cited_to_its_section() -> None:
    (cited,) = parse("P.L. 105-277 div. A §101(d) [title V, §594]")
    assert cited.text == "P.L. 105-277 div. A §101(d) [title V, §594]" and within(cited.id, "/us/pl/105/277")
    (plain,) = parse("P.L. 105-277 §594")
    assert plain.id == cited.id


OMNIBUS = ("P.L. 105-277", "P.L. 106-113", "P.L. 100-202", "P.L. 98-473", "P.L. 106-429", "P.L. 104-208")
"""Acts whose sections enact other bills: the number of such a section alone leads nowhere."""


def test_a_public_law_is_cited_so_that_it_can_be_filed() -> None:
    for found in rows().values():
        for row in found:
            for text in (row.act, row.citation):
                if text.startswith("P.L. "):
                    assert " s. " in text or "§" in text, (row.where, text)
                if text.startswith(OMNIBUS):
                    assert re.search(r"(?:div\. [A-Z] )?§\d+\([a-z\d]+\)(?:\(\d\))? \[.*§\d+", text), (row.where, text)


PATHS = st.lists(st.sampled_from(["a", "b", "1", "12", "A", "i", "iii"]).map("({})".format), max_size=4).map("".join)
PLACES = st.builds(
    lambda title, number, first, others: ", ".join([f"{title} USC {number}{first}", *filter(None, others)]),
    st.sampled_from(["22", "10", "6"]),
    st.sampled_from(["2776", "2321k", "2796a", "517"]),
    PATHS,
    st.lists(PATHS, max_size=2),
)


@given(st.lists(PLACES, min_size=1, max_size=3).map("; ".join))
def test_the_commonest_form_reads_as_any_other_spelling(text: str) -> None:
    assert parse(text) == parse(text.replace("USC", "U.S.C."))


def test_every_id_that_an_answer_prints_is_read_as_a_citation() -> None:
    ids = {id_ for places in cited_places().values() for id_ in places.cited if id_.startswith("/us/")}
    assert len(ids) > 500
    refused = [id_ for id_ in sorted(ids) if "/const/" not in id_ and [one.id for one in parse(id_)] != [id_]]
    assert refused == []
