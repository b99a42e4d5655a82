"""Every pinpoint to a section of the Code that is held leads to a paragraph of it; the exceptions are declared."""

from __future__ import annotations

import re
from datetime import date

from mnna.registry.load import load_registry
from mnna.registry.statuses import our_statuses
from mnna.rules.nodes import Expr, Kind, Param
from mnna.statutes import catalog, citations
from mnna.statutes.official_words import paragraphs, sections
from mnna.statutes.pinpoints import cited_texts, pinpoints, pinpoints_of
from mnna.statutes.provision import Authority, CaseLaw

ANOTHER = {
    "/us/usc/t22/s2753/d/4/D": "in an earlier text; (d)(4) has no (D) today",
    "/us/usc/t22/s2429/a": "replaced by 22 USC 2799aa on 29 June 1994; cited for earlier days",
    "/us/usc/t22/s2429/b": "replaced by 22 USC 2799aa on 29 June 1994; cited for earlier days",
    "/us/usc/t22/s7426": "repealed on 28 January 2008; cited for earlier days",
    "/us/usc/t22/s7426/a": "repealed on 28 January 2008; cited for earlier days",
    "/us/usc/t22/s7426/b": "repealed on 28 January 2008; cited for earlier days",
    "/us/usc/t22/s7426/c": "repealed on 28 January 2008; cited for earlier days",
    "/us/usc/t22/ch32": "the whole Foreign Assistance Act",
    "/us/usc/t22/ch39": "the whole Arms Export Control Act",
}
"""Places of the Code that are cited and not held, each with the reason."""


def places() -> dict[str, list[str]]:
    """Every place of the Code that is cited, with what cites it."""
    found: dict[str, list[str]] = {}
    for one in pinpoints():
        for place in citations.parse(one.citation):
            if place.id.startswith(("/us/usc/", *(id_ for id_ in sections() if not id_.startswith("/us/usc/")))):
                found.setdefault(place.id, []).append(f"{one.owner}, {one.kind}: {one.citation}")
    return found


def test_every_pinpoint_leads_to_its_paragraph() -> None:
    cited = places()
    assert len(cited) > 300
    lost = {id_: who for id_, who in cited.items() if id_ not in paragraphs() and id_ not in ANOTHER}
    assert not lost, "add the section to statutes/words, correct the pinpoint, or declare it with its reason"


def test_every_exception_is_needed_and_no_law_in_force_rests_on_one() -> None:
    cited = places()
    assert not [id_ for id_ in ANOTHER if id_ not in cited or id_ in paragraphs()]
    for one in pinpoints():
        ids = {place.id for place in citations.parse(one.citation)} & ANOTHER.keys()
        assert not ids or one.until is not None or one.kind == "text", one


def test_the_kinds_of_what_cites() -> None:
    kinds = {re.sub(r" .*", "", one.kind) for one in pinpoints()}
    assert kinds == {"provision", "act", "condition", "figure", "text"}


def test_the_citations_of_a_question_stand_once_and_in_order() -> None:
    fms = catalog.case_law("fms")
    texts = cited_texts(fms)
    assert len(texts) == len(set(texts)) and set(texts) == {one.citation for one in pinpoints_of(fms)}
    assert texts[0] == fms.provisions[0].citation and sections()


RENUMBERED = re.compile(r"22 CFR 120\.\d+(?:\([a-z0-9]+\))*(?![\d(])(?! \((?:formerly|now|until))")
"""A place of part 120 of the ITAR under one number: the part was numbered anew in September 2022."""


def test_definitions_of_the_itar_are_cited_by_both_their_numbers() -> None:
    cited = {f"{one.owner}: {one.citation}" for one in pinpoints()}
    cited |= {f"{one.id}: {one.citation}" for one in our_statuses().values()}
    cited |= {f"{row.country}: {row.citation}" for row in load_registry().spans}
    cited |= {f"{row.country}: {row.instrument}" for row in load_registry().steps if row.on.year < 2023}
    assert not [text for text in sorted(cited) if RENUMBERED.search(text)]


BEGAN = {
    "/us/usc/t10/s2350a/g/3": date(2016, 12, 23),
    "/us/usc/t10/s2350a/a/1": date(2001, 12, 28),
    "/us/usc/t22/s2370/f/1": date(1985, 10, 1),
    "/us/usc/t22/s2375/e/1": date(1996, 2, 12),
    "/us/usc/t22/s2761/e/2/A": date(1996, 9, 23),
    "/us/usc/t22/s2767/j": date(1986, 11, 14),
    "/us/usc/t22/s2776/b/6": date(2002, 9, 30),
    "/us/usc/t22/s2780/f/1": date(1991, 12, 12),
    "/us/usc/t22/s2796/b/1": date(2002, 9, 30),
    "/us/usc/t22/s6442/b/3/B": date(2016, 12, 16),
}
"""Paragraphs that began or were numbered so after their section, by the amendment notes of the Code."""


def test_no_act_cites_a_paragraph_before_it_began() -> None:
    laws: list[Authority | CaseLaw] = [*catalog.authorities().values(), *map(catalog.case_law, catalog.CHANNELS)]
    early = [
        f"{one.id}, {provision.since}: {act.text} [{act.citation}]"
        for one in laws
        for provision in one.provisions
        for act in (*provision.steps, *provision.caveats, *getattr(provision, "routes", ()))
        for place in citations.parse(act.citation)
        for began_at, began in BEGAN.items()
        if citations.within(place.id, began_at) and provision.since < began and not timed(act.when)
    ]
    assert not early


def timed(when: Expr | None) -> bool:
    """Whether a condition asks for the day."""
    return when is not None and any(isinstance(node, Param) and node.kind is Kind.DATE for node in when.walk())
