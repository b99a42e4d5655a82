"""A short question starts fast: the words of law import the standard library and click, and nothing else."""

from __future__ import annotations

import subprocess
import sys

import pytest

ALLOWED = set(sys.stdlib_module_names) | {"click", "mnna", "sitecustomize", "usercustomize", "org"}
"""`org` is what the standard library's `copy` looks for, in vain, to learn whether it runs under Jython."""

QUESTIONS = {
    "status": ["status", "COL", "--on", "2024-06-01"],
    "authorities": ["authorities", "MEX"],
    "case": ["case", "COL", "--channel", "fms", "--mde", "20e6", "--total", "20e6", "--on", "2023-05-01"],
    "what-if": ["what-if", "MEX", "--designate", "mnna"],
    "law": ["law", "22 USC 2776(b)"],
    "holders": ["holders", "--on", "2024-06-01"],
    "unlocks": ["unlocks", "rdte-loans", "MEX"],
    "a mistake": ["status", "Afganistan"],
    "help": ["--help"],
}


def imported(*words: str) -> set[str]:
    """The top-level names of every module a command imports."""
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "mnna", *words], capture_output=True, text=True, timeout=60
    )
    lines = [line for line in ran.stderr.splitlines() if line.startswith("import time:") and "|" in line]
    assert len(lines) > 20, ran.stderr[-500:]
    return {line.rsplit("|", 1)[1].strip().split(".")[0] for line in lines[1:]}


def strange(names: set[str]) -> set[str]:
    """What is neither the standard library's nor click's nor ours, nor the hook of an editable installation."""
    return {name for name in names if name not in ALLOWED and not name.startswith(("_", "__editable__"))}


@pytest.mark.parametrize("question", QUESTIONS)
def test_only_the_standard_library_and_click(question: str) -> None:
    found = imported(*QUESTIONS[question])
    assert not strange(found), strange(found)
    if question != "help":
        assert "mnna" in found and "click" in found


def test_the_measure_sees_what_it_should() -> None:
    """The same reading of another program's imports does find a stranger."""
    code = "import sys; sys.argv = ['x']; import duckdb"
    ran = subprocess.run([sys.executable, "-X", "importtime", "-c", code], capture_output=True, text=True, check=True)
    names = {line.rsplit("|", 1)[1].strip().split(".")[0] for line in ran.stderr.splitlines() if "|" in line}
    assert "duckdb" in names - ALLOWED


def test_the_package_itself_costs_next_to_nothing() -> None:
    code = "import sys; before = set(sys.modules); import mnna; print(*sorted(set(sys.modules) - before))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    ours = {name for name in ran.stdout.split() if name.startswith("mnna")}
    assert ours == {"mnna", "mnna.errors"}


def test_one_word_does_not_wait_for_another() -> None:
    code = "import sys, mnna; mnna.status('COL'); print(*sorted(n for n in sys.modules if n.startswith('mnna')))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"mnna.statutes.catalog", "mnna.briefs", "mnna.models", "mnna.interfaces.http"} & set(ran.stdout.split())
