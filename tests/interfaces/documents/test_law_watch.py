"""The watch as people read it: what changed by law first, and that nothing was applied."""

from __future__ import annotations

from dataclasses import replace

from mnna.interfaces.documents.law_watch import MOST, watch_document
from mnna.present.document import Facts
from mnna.present.terminal import to_text
from tests.answers.watch.test_watch import found


def test_the_watch_set_out() -> None:
    told = " ".join(to_text(watch_document(found()), 100).split())
    assert "Two cited texts changed by law since it was read" in told and "Nothing was applied." in told
    assert told.index("Changed by law") < told.index("Changed by the editors of the text only")
    assert "Acts not named before: P.L. 119-98" in told and "ITAR: Syria" in told and " and " in told


def test_a_few_countries_are_named_and_the_rest_counted() -> None:
    def named(count: int) -> str:
        one = replace(found().changed[0], countries=tuple(f"C{at}" for at in range(count)))
        shown = watch_document(replace(found(), changed=(one,)))
        (facts,) = [block for block in shown.sections[1].blocks if isinstance(block, Facts)]
        return str(dict(facts.items)["Countries whose verdict could change"])

    assert named(MOST).endswith(f"C{MOST - 1}") and named(MOST + 2).endswith(f"C{MOST - 1} and 2 more")


def test_what_could_not_be_read_comes_first() -> None:
    shown = watch_document(replace(found(), failed=("fetching X: the server answers 404.",)))
    assert shown.sections[0].id == "failed"
    assert watch_document(replace(found(), compared=0)).title.startswith("The US Code could not be compared")
