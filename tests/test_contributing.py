"""What CONTRIBUTING.md tells a newcomer to open, run and edit is there."""

from __future__ import annotations

import importlib.util
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
NEW = re.compile(r"votes|s519_patrol_vessels")
"""What the recipes write."""


def test_every_path_it_names_is_there() -> None:
    named = re.findall(r"`((?:src|tests|docs|scripts)/[\w./-]*)`", GUIDE)
    assert len(named) > 15
    for name in named:
        assert NEW.search(name) or (ROOT / name).exists(), f"CONTRIBUTING.md names {name}, which is not there."


def test_every_command_it_gives_is_one_of_run() -> None:
    script = (ROOT / "run").read_text(encoding="utf-8")
    for word in set(re.findall(r"\./run (\w+)", GUIDE)):
        assert f"\n  {word})" in script, f"CONTRIBUTING.md says ./run {word}, which there is not."


def test_it_has_a_recipe_for_everything_that_can_be_new() -> None:
    spec = importlib.util.spec_from_file_location("mnna_new_kinds", ROOT / "scripts" / "new.py")
    assert spec and spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    for kind, (_, _, fewest, most) in tool.KINDS.items():
        given = re.findall(rf"\./run new {kind} ([^`]+)`", GUIDE)
        assert given, f"CONTRIBUTING.md has no ./run new {kind}."
        assert all(fewest <= len(names.split()) <= most for names in given), kind


@pytest.mark.parametrize(("words", "code", "said"), [(["new"], 2, "say what"), (["new", "page"], 2, "write ./run new")])
def test_the_command_passes_on_what_the_script_says(words: list[str], code: int, said: str) -> None:
    ran = subprocess.run([ROOT / "run", *words], capture_output=True, text=True, timeout=60)
    assert ran.returncode == code and said in ran.stderr and ran.stdout == ""


def test_the_commits_it_shows_keep_its_rule() -> None:
    subject = re.findall(r"^    (\w+: .+)$", GUIDE, re.M)[0]
    assert len(subject) <= 72 and not subject.endswith(".")
