"""Articles read from TOML: each claim with its parts, and each mistake told with the claim it is in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mnna.article_claims.articles import embedded, load, parse
from mnna.errors import BadFacts, BadQuestion, MnnaError, UnknownWord

CLAIM: dict[str, Any] = {"quote": "Mexico is an ally.", "type": "status_on", "country": "MEX", "status": "mnna"}


def article(*claims: dict[str, Any], **table: Any) -> dict[str, Any]:
    return {"dated": date(2022, 4, 29), **table, "claim": list(claims)}


def test_a_claim_has_its_type_arguments_and_number() -> None:
    found = parse(article(CLAIM, {**CLAIM, "id": "b", "paragraph": 3, "note": "A note."}), "mine")
    one, other = found.claims
    assert (found.id, found.dated, one.id, one.kind, one.paragraph) == ("mine", date(2022, 4, 29), "1", "status", None)
    assert one.parts[0].type == "status_on" and one.parts[0].args == {"country": "MEX", "status": "mnna"}
    assert (other.id, other.paragraph, other.note) == ("b", 3, "A note.")


def test_a_claim_of_several_parts() -> None:
    parts = [{"type": "status_on", "country": one, "status": "mnna"} for one in ("MEX", "COL")]
    (found,) = parse(article({"quote": "Both are.", "parts": parts}), "mine").claims
    assert [part.args["country"] for part in found.parts] == ["MEX", "COL"]


RECORDED = {"verdict": "wrong", "because": "It was not.", "sources": ["s"], "confidence": "high"}


def test_recorded_evidence_takes_the_place_of_a_type() -> None:
    (found,) = parse(article({"quote": "It was.", "recorded": RECORDED}), "mine").claims
    assert found.kind == "recorded" and not found.parts and found.recorded
    assert (found.recorded.verdict, found.recorded.verdict_today, found.recorded.sources) == ("wrong", "wrong", ("s",))


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"claim": []}, "it has no claims"),
        (article(CLAIM, titel="x"), r"titel: no such field.*title"),
        (article(CLAIM, dated="29 April"), "'29 April' is not a day"),
        (article({**CLAIM, "id": "a"}, {**CLAIM, "id": "a"}), "claim a: the id is given twice"),
        (article({"type": "status_on"}), "claim 1: it has no quote"),
        (article({"quote": "x"}), "nothing says how to check it"),
        (article({**CLAIM, "parts": [{}]}), "parts must be a list of tables, in place of type"),
        (article({**CLAIM, "paragraph": "3"}), "paragraph: '3' is not a whole number"),
        (article({"quote": "x", "recorded": RECORDED | {"sources": []}}), "a verdict without a source"),
        (article({"quote": "x", "recorded": RECORDED | {"confidence": "sure"}}), "confidence: 'sure'"),
        (article({"quote": "x", "recorded": RECORDED | {"verdict": "maybe"}}), "'maybe' is no verdict"),
    ],
)
def test_a_mistake_is_told_with_its_place(table: dict[str, Any], said: str) -> None:
    with pytest.raises(BadFacts, match=said):
        parse(table, "mine")


def test_a_wrong_argument_is_told_with_the_claim() -> None:
    with pytest.raises(MnnaError, match=r"mine: claim 1: .*Atlantis"):
        parse(article({**CLAIM, "country": "Atlantis"}), "mine")


def test_files_and_ids(tmp_path: Path) -> None:
    name, *others = embedded()
    assert others == ["encyclopedia-mnna", "state-fact-sheet"]
    assert all(load(id_).id == id_ and load(id_).claims for id_ in embedded())
    with pytest.raises(UnknownWord, match=name):
        load(name[:-1])
    with pytest.raises(BadQuestion, match="cannot be read"):
        load(tmp_path / "none.toml")
    broken = tmp_path / "broken.toml"
    broken.write_text("a =", encoding="utf-8")
    with pytest.raises(BadFacts, match="not a TOML file"):
        load(broken)
