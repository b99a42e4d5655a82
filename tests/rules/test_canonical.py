"""The canonical text of a rule: the same for the same rule on any machine, another for any other rule."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from hypothesis import given, settings

from mnna.rules.canonical import canonical
from mnna.rules.nodes import Cited, Expr, Field, Kind, Status
from tests.rules.mutants import mutants
from tests.rules.strategies import truths


@given(truths())
def test_it_is_json_on_one_line(rule: Expr) -> None:
    text = canonical(rule)
    assert "\n" not in text and json.dumps(json.loads(text), sort_keys=True, separators=(",", ":")) == text


@settings(max_examples=60)
@given(truths())
def test_every_mutant_has_another_text(rule: Expr) -> None:
    for mutant in mutants(rule):
        assert canonical(mutant.rule) != canonical(rule), mutant.what


def test_it_speaks_of_the_rule_and_not_of_its_wording() -> None:
    assert canonical(Field("a", Kind.MONEY, "x")) == canonical(Field("a", Kind.MONEY, "y"))
    assert canonical(Field("a", Kind.MONEY, "x")) != canonical(Field("a", Kind.COUNT, "x"))
    assert canonical(Status("a", "x") & Status("b", "x")) != canonical(Status("b", "x") & Status("a", "x"))


def test_how_a_paragraph_is_read_is_part_of_the_rule() -> None:
    status = Status("a", "x")
    assert json.loads(canonical(Cited("22 USC 1", status))) == ["cited", "22 USC 1", ["status", "a"]]
    assert json.loads(canonical(Cited("22 USC 1", status, "wide"))) == ["cited", "22 USC 1", ["status", "a"], "wide"]


@pytest.mark.parametrize("seed", ["0", "1"])
def test_it_is_the_same_in_another_process(seed: str) -> None:
    """Hashes and orders of sets differ from process to process; the text must not."""
    code = (
        "from mnna.statutes import catalog; from mnna.rules.canonical import canonical;"
        "print(canonical(catalog.case_law('fms').provisions[-1].notify))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    from mnna.statutes import catalog

    assert ran.stdout.strip() == canonical(catalog.case_law("fms").provisions[-1].notify)


def test_a_stranger_is_refused() -> None:
    class Stranger(Expr):
        pass

    with pytest.raises(TypeError, match="not a node"):
        canonical(Stranger())
