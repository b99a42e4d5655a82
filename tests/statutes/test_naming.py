"""The ledger of what names a status: the rules say what is encoded, the tables what a sweep found beside them.

`docs/naming.md` is the ledger of the usual status; `./run golden` writes it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

import mnna
from mnna.errors import RuleError
from mnna.interfaces import catalog as words
from mnna.present.markdown import to_markdown
from mnna.registry.load import Registry
from mnna.registry.statuses import USUAL, our_statuses
from mnna.rules.nodes import Status
from mnna.statutes import catalog
from mnna.statutes.naming import STANDINGS, Naming, _checked, named_by, namings, sweeps, swept
from mnna.statutes.provision import CaseProvision, Provision
from mnna.statutes.texts import texts
from tests.golden import kept

PAGE = Path(__file__).parents[2] / "docs" / "naming.md"
STATUSES = tuple(our_statuses())


def naming_rules(status: str) -> set[str]:
    """The questions whose rules name a status, read from the rules in another way than the ledger reads them."""

    def names(provisions: Iterable[Provision | CaseProvision]) -> bool:
        trees = (tree for provision in provisions for tree in provision.trees)
        return any(isinstance(node, Status) and node.id == status for tree in trees for node in tree.walk())

    found = {id_ for id_, one in catalog.authorities().items() if names(one.provisions)}
    return found | {id_ for id_ in catalog.CHANNELS if names(catalog.case_law(id_).provisions)}


@pytest.mark.parametrize("status", STATUSES)
def test_every_question_whose_rule_names_a_status_is_encoded_in_its_ledger_and_no_other(status: str) -> None:
    questions = {*catalog.AUTHORITIES, *catalog.CHANNELS}
    encoded = [row["id"] for row in mnna.law(naming=status).named if row["standing"] == "encoded"]
    assert {id_ for id_ in encoded if id_ in questions} == naming_rules(status)
    assert len(encoded) == len(set(encoded))


def test_no_question_is_typed_into_the_table() -> None:
    questions = {*catalog.AUTHORITIES, *catalog.CHANNELS}
    typed = {word for row in namings() for word in (row.text, row.title)}
    assert not typed & questions
    for row in namings():
        derived = {citation for one in named_by(row.status) for citation in one.citations}
        assert row.citation not in derived, row.citation


def test_every_row_is_of_a_known_status_sweep_and_source(registry: Registry) -> None:
    known = {(sweep.id, sweep.status) for sweep in sweeps()}
    for row in namings():
        assert (row.sweep, row.status) in known, row
        assert row.status in our_statuses()
        assert set(filter(None, row.source.split(";"))) <= set(registry.sources), row
        assert row.standing != "not read" or row.text or row.confidence != "high", row
    assert len({(row.status, row.text, row.citation) for row in namings()}) == len(namings())
    assert len(known) == len(sweeps())


def test_every_text_that_is_law_or_would_be_and_names_the_status_stands_in_its_ledger() -> None:
    listed = {row.text for row in namings() if row.status == USUAL}
    kinds = ("law", "definition", "regulation", "proposal", "open")
    for text in texts():
        speaks = "major non-NATO all" in f"{text.title} {text.says}"
        if text.kind in kinds and USUAL in text.bears_on and speaks:
            assert text.id in listed, text.id


def test_what_is_not_read_says_so_and_a_bill_has_no_effect() -> None:
    rows = {row["id"]: row for row in mnna.law(naming=USUAL).named if row["id"]}
    assert rows["pl-119-83"]["standing"] == "no effect" and rows["fy2026-appropriations"]["standing"] == "encoded"
    assert {row["standing"] for row in rows.values() if row["kind"] == "bill"} == {"no effect"}
    assert rows["rdte-acceptance"]["standing"] == "encoded"


def test_the_standings_come_in_their_order() -> None:
    order = [list(STANDINGS).index(row["standing"]) for row in mnna.law(naming=USUAL).named]
    assert order == sorted(order) and len(set(order)) == len(STANDINGS)


def test_a_rule_shows_the_sweeps_that_cover_its_paragraphs() -> None:
    assert "cfr-2025" in swept(("22 CFR 123.27(a)(1)",), USUAL)
    assert "cfr-2025" not in swept(("22 USC 2761(g)",), USUAL)


WHOLE = Naming(
    USUAL, "bill", "no effect", "", "A bill", "H.R. 1", "It says.", "pages", "usc-22-2321k", "low", "2026-11-28"
)


@pytest.mark.parametrize(
    "wrong",
    [
        WHOLE._replace(kind="rumor"),
        WHOLE._replace(standing="read"),
        WHOLE._replace(standing="encoded"),
        WHOLE._replace(says=""),
        WHOLE._replace(text="designation"),
        WHOLE._replace(text="no-such-text", title="", citation="", says="", source="", confidence="", checked_on=""),
    ],
)
def test_a_row_that_does_not_hold_together_is_refused(wrong: Naming) -> None:
    assert _checked(WHOLE) is WHOLE
    with pytest.raises(RuleError):
        _checked(wrong)


def test_the_published_ledger_is_that_of_the_program() -> None:
    document = replace(words.load("law").shown(mnna.law(naming=USUAL)), notes=(), stamp=())
    kept(PAGE, to_markdown(document))
