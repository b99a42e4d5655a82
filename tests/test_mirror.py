"""The tests mirror the source: a module that breaks has a test of its own name that says so."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE, TESTS = ROOT / "src" / "mnna", ROOT / "tests"

ELSEWHERE = {
    "__main__.py": "starts the command; tests/test_startup.py runs it",
    "_version.py": "one number; tests/test_packaging.py compares it",
    "answers/words_shape.py": "a type alone, which the schema of `law` is made of; tests/interfaces/test_every_word.py",
    "interfaces/words/data.py": "a declaration alone; tests/interfaces/cli/test_group.py",
    "interfaces/words/models.py": "a declaration alone; tests/interfaces/cli/test_group.py",
}
"""Modules without a test file of their name: why, and where they are tested."""


def modules() -> set[str]:
    """Every module but the packages' own, as a path below `mnna`."""
    found = (path for path in SOURCE.rglob("*.py") if path.name != "__init__.py")
    return {path.relative_to(SOURCE).as_posix() for path in found}


def mirror(module: str) -> str:
    """Where the test of a module lies."""
    folder, _, name = f"tests/{module}".rpartition("/")
    return f"{folder}/test_{name}"


def is_tested(module: str) -> bool:
    """Whether a module has a test file of its name or, as the law has, worked examples beside it, which a test asks."""
    return (ROOT / mirror(module)).is_file() or (SOURCE / module).with_suffix(".examples.csv").is_file()


def test_every_module_has_a_test_file_of_its_name() -> None:
    without = {module for module in modules() if not is_tested(module)}
    assert without == ELSEWHERE.keys(), "write the test, or say in ELSEWHERE why there is none"


def test_what_is_tested_elsewhere_names_a_test_that_is_there() -> None:
    for module, why in ELSEWHERE.items():
        named = [word for word in why.replace(";", " ").split() if word.startswith("tests/")]
        assert all((ROOT / word).is_file() for word in named) and (named or module), module


def test_no_test_file_is_empty() -> None:
    for path in TESTS.rglob("test_*.py"):
        assert "\ndef test_" in path.read_text(encoding="utf-8"), path
