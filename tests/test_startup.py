"""A short question starts fast: the words of law import the standard library and click, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ALLOWED = set(sys.stdlib_module_names) | {"click", "mnna", "org"}
"""`org` is what the standard library's `copy` looks for, in vain, to learn whether it runs under Jython."""

SLOW = {"gettext", "locale", "pathlib", "platform", "urllib"} | ({"dis"} if sys.version_info < (3, 13) else set())
"""What a short answer does without: each takes milliseconds to load. `dis` comes with `inspect`, which dataclasses need
from Python 3.13 on."""

QUESTIONS = {
    "status": ["status", "COL", "--on", "2024-06-01"],
    "authorities": ["authorities", "MEX"],
    "case": ["case", "COL", "--channel", "fms", "--mde", "20e6", "--total", "20e6", "--on", "2023-05-01"],
    "what-if": ["what-if", "MEX", "--designate", "mnna"],
    "law": ["law", "22 USC 2776(b)"],
    "law with examples": ["law", "10 USC 2350a"],
    "holders": ["holders", "--on", "2024-06-01"],
    "notices": ["notices", "MEX"],
    "unlocks": ["unlocks", "rdte-loans", "MEX"],
    "a mistake": ["status", "Afganistan"],
    "help": ["--help"],
}


def imported(*arguments: str, path: str = "") -> set[str]:
    """The top-level names of every module that this Python imports when started with those arguments."""
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments],
        capture_output=True, text=True, timeout=300, env=os.environ | ({"PYTHONPATH": path} if path else {}),
    )  # fmt: skip
    lines = [line for line in ran.stderr.splitlines() if line.startswith("import time:") and "|" in line]
    assert len(lines) > 20, ran.stderr[-500:]
    return {line.rsplit("|", 1)[1].strip().split(".")[0] for line in lines[1:]}


@cache
def bare(path: str = "") -> set[str]:
    """What this Python imports before any program: Debian's and Ubuntu's look for a hook that reports crashes."""
    return imported("-c", "pass", path=path)


def strange(names: set[str], path: str = "") -> set[str]:
    """What is neither the standard library's nor click's nor ours, nor there without us."""
    return {name for name in names - bare(path) - ALLOWED if not name.startswith(("_", "__editable__"))}


@pytest.mark.parametrize("question", QUESTIONS)
def test_only_the_standard_library_and_click(question: str) -> None:
    found = imported("-m", "mnna", *QUESTIONS[question])
    assert not strange(found), strange(found)
    assert not (found - bare()) & SLOW or question in ("unlocks", "a mistake", "help")
    if question != "help":
        assert "mnna" in found and "click" in found


def test_what_a_system_adds_to_every_python_is_not_ours(tmp_path: Path) -> None:
    """A `sitecustomize` that looks for modules, there or not, as distributions ship one."""
    (tmp_path / "hook_of_the_system.py").touch()
    text = "import hook_of_the_system\ntry:\n    import hook_not_installed\nexcept ImportError:\n    pass\n"
    (tmp_path / "sitecustomize.py").write_text(text, encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])
    found = imported("-m", "mnna", *QUESTIONS["holders"], path=path)
    assert {"sitecustomize", "hook_of_the_system", "hook_not_installed", "click"} <= found
    assert not strange(found, path)


def test_the_measure_sees_a_stranger() -> None:
    """The same reading of another program's imports does find one."""
    assert "pytest" in strange(imported("-c", "import pytest"))


def test_the_package_itself_costs_next_to_nothing() -> None:
    code = "import sys; before = set(sys.modules); import mnna; print(*sorted(set(sys.modules) - before))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    ours = {name for name in ran.stdout.split() if name.startswith("mnna")}
    assert ours == {"mnna", "mnna._version", "mnna.errors"}


def test_one_word_does_not_wait_for_another() -> None:
    code = "import sys, mnna; mnna.status('COL'); print(*sorted(n for n in sys.modules if n.startswith('mnna')))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"mnna.statutes.catalog", "mnna.briefs", "mnna.models", "mnna.interfaces.http"} & set(ran.stdout.split())


@pytest.mark.parametrize(("asked", "read"), [("mnna.authorities('COL')", False), ("mnna.law('22 USC 2321k')", True)])
def test_the_official_words_are_read_only_when_they_are_asked_for(asked: str, read: bool) -> None:
    code = f"import sys, mnna; {asked}; print('mnna.statutes.official_words' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=300, check=True)
    assert ran.stdout.strip() == str(read)
