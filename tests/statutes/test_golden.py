"""The law in plain English, published in `docs/law`: a change of law shows as a change of English, and of decisions.

After a change that is meant, `./run golden` writes the pages and the boundary cases anew; the difference is then read
line by line before it is committed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from mnna.engine.law_hash import KEPT, law_hash, reckoned
from tests.golden import UPDATE, kept
from tests.statutes.entries import IDS, entry
from tests.statutes.printed import DOCS, MODULES, decisions, index, page, place

GOLDEN = Path(__file__).with_name("golden")


@pytest.mark.parametrize("module", MODULES)
def test_the_published_page_is_the_law(module: str) -> None:
    kept(DOCS / place(module), page(module))


def test_the_index_leads_to_every_page() -> None:
    kept(DOCS / "README.md", index())


@pytest.mark.parametrize("id_", IDS)
def test_the_law_decides_as_it_did(id_: str) -> None:
    kept(GOLDEN / f"{id_}.txt", decisions(entry(id_)))


def test_nothing_is_left_over() -> None:
    assert {file.stem for file in GOLDEN.glob("*.txt")} == set(IDS)
    pages = {str(file.relative_to(DOCS)) for file in DOCS.rglob("*.md")}
    assert pages == {"README.md", *map(place, MODULES)}


def test_the_stamp_of_the_law_is_its_content() -> None:
    kept(KEPT, f"{reckoned()}\n")
    assert law_hash() == reckoned() or UPDATE
