"""`./run` finds a Python that can do the work, or says in one sentence what to install."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ("dirname", "sh", "touch", "mkdir", "cat", "env", "bash")
"""What the scripts and the stand-ins use beside Python."""

PYTHON = """#!/bin/sh
case "$*" in
  *version_info*) exit {old} ;;
  *ensurepip*) exit {lame} ;;
esac
echo "$(basename "$0") $*" >> "{log}"
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the two scripts, and a folder of programs with nothing in it but the usual tools."""
    for name in ("run", ".ci/run", "pyproject.toml"):
        (tmp_path / "tree" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / "tree" / name)
    (tmp_path / "bin").mkdir()
    for tool in (*TOOLS, "basename"):
        found = shutil.which(tool)
        assert found
        (tmp_path / "bin" / tool).symlink_to(found)
    return tmp_path / "tree"


def stand_in(tree: Path, name: str, old: bool = False, lame: bool = False) -> None:
    """A program that passes for a Python, perhaps too old or without `venv`, and writes down what it is asked."""
    program = tree.parent / "bin" / name
    program.write_text(PYTHON.format(old=int(old), lame=int(lame), log=tree.parent / "log"), encoding="utf-8")
    program.chmod(0o755)


def brief(tree: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [tree / "run", "brief"], env={"PATH": str(tree.parent / "bin")}, capture_output=True, text=True, timeout=60
    )


def test_no_python_is_said_in_one_line(tree: Path) -> None:
    stand_in(tree, "python3", old=True)
    ran = brief(tree)
    assert (ran.returncode, ran.stdout) == (1, "") and ran.stderr.count("\n") == 1
    assert "Python 3.11 or later is needed" in ran.stderr and "python3-venv" in ran.stderr


def test_a_python_without_venv_is_said_in_one_line(tree: Path) -> None:
    stand_in(tree, "python3", lame=True)
    ran = brief(tree)
    assert (ran.returncode, ran.stdout) == (1, "") and ran.stderr.count("\n") == 1
    assert "python3 cannot make an environment" in ran.stderr and "apt-get install python3-venv" in ran.stderr


def test_a_python_that_can_is_taken_before_one_that_cannot(tree: Path) -> None:
    stand_in(tree, "python3.11", lame=True)
    stand_in(tree, "python3.12", old=True)
    stand_in(tree, "python3")
    brief(tree)
    assert (tree.parent / "log").read_text(encoding="utf-8").splitlines()[0] == "python3 -m venv --clear .venv"


def test_the_environment_names_the_source_without_the_letters_of_its_folder(tree: Path) -> None:
    """Python 3.11 reads that file in the letters of the locale, and does not start where it cannot."""
    stand_in(tree, "python3")
    packages = tree / ".venv" / "lib" / "python3.11" / "site-packages"
    packages.mkdir(parents=True)
    (packages / "_editable_impl_mnna.pth").write_text("/höme/src", encoding="utf-8")
    (tree / ".venv" / "bin").mkdir()
    shutil.copy(tree.parent / "bin" / "python3", tree / ".venv" / "bin" / "python")
    brief(tree)
    written = (packages / "_editable_impl_mnna.pth").read_text(encoding="utf-8").strip()
    assert (packages / written).resolve() == (tree / "src").resolve()


def test_the_check_of_a_clean_checkout_runs_in_the_shell_of_a_new_user(tree: Path) -> None:
    (tree / "run").write_text('#!/bin/sh\necho "$@"\nenv\n', encoding="utf-8")
    given = {"PIP_NO_INPUT": "1", "LANG": "C.UTF-8", "PYTHONPATH": "src", "MNNA_FACTS": "mine", "TMPDIR": "/a b"}
    ran = subprocess.run(
        [tree / ".ci" / "run"], env=os.environ | given, capture_output=True, text=True, timeout=60, check=True
    )
    said, *lines = ran.stdout.splitlines()
    found = dict(line.split("=", 1) for line in lines if "=" in line)
    assert said == "test" and found["PATH"] == "/usr/local/bin:/usr/bin:/bin" and found["CI"]
    assert found.items() >= {"PIP_NO_INPUT": "1", "LANG": "C.UTF-8", "TMPDIR": "/a b"}.items()
    assert not {"PYTHONPATH", "MNNA_FACTS", "VIRTUAL_ENV"} & found.keys()


def test_golden_writes_whatever_a_test_can_write() -> None:
    """A table that is written anew by its test needs no place in a list of ours."""
    script = (ROOT / "run").read_text(encoding="utf-8")
    (pattern,) = re.findall(r"grep -rlE '(.+?)' tests", script)
    found = {path.name for path in (ROOT / "tests").rglob("test_*.py") if re.search(pattern, path.read_text("utf-8"))}
    assert found >= {"test_golden.py", "test_naming.py", "test_docs.py", "test_every_word.py", "test_docs_table.py"}
