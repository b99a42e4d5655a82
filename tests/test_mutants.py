"""The tool that changes one token at a time: what it changes, what it draws, and what it says of the tests."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("mnna_mutants", ROOT / "scripts" / "mutants.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a < b", ["(a <= b)"]),
        ("a == b is not c", ["(a != b is not c)", "(a == b is c)"]),
        ("a in b", ["(a not in b)"]),
        ("a and b", ["(a or b)"]),
        ("x = 'ü', 12", ["x = 'ü', (13)"]),
        ("not a", ["(a)"]),
        ("a if b else c", ["(a if not b else c)"]),
        ("x = True, None, 'a < b', 1.5", []),
        ("f'{a < 2}'", []),
        ("x: Literal[2] = y", []),
        ("@lru_cache(maxsize=8)\ndef f(maxsize=8): pass", ["@lru_cache(maxsize=8)\ndef f(maxsize=(9)): pass"]),
        ("wait(timeout=3); time.sleep(1); shutil.copyfileobj(a, b, 1 << 20)", []),
        ("wait(timeout=3 if a else b)", ["wait(timeout=(3 if not a else b))", "wait(timeout=(4) if a else b)"]),
    ],
)
def test_one_thing_is_changed_at_a_time(tool: ModuleType, source: str, expected: list[str]) -> None:
    text = source.encode()
    assert [one.apply(text).decode() for one in tool.mutants(text, Path("a.py"))] == expected


def test_the_same_seed_draws_the_same_from_every_layer(tool: ModuleType) -> None:
    first, again, other = (tool.drawn(ROOT, 30, seed) for seed in (1, 1, 2))
    assert first == again != other and len(set(first)) == 30
    folders = {path.name for path in (ROOT / "src" / "mnna").iterdir() if (path / "__init__.py").exists()}
    assert folders <= {one.file.parts[2] for one in first}
    for one in first:
        compile(one.apply((ROOT / one.file).read_bytes()), str(one.file), "exec")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small project with one module, one test of it and a test of its folder."""
    module = "def adult(years):\n    return years >= 18\n\n\ndef unseen(years):\n    return years < 3\n"
    files = {
        "src/mnna/__init__.py": "",
        "src/mnna/rules/__init__.py": "",
        "src/mnna/rules/age.py": module,
        "tests/rules/test_age.py": "from mnna.rules.age import adult\n\n\ndef test_adult():\n    assert adult(18)\n",
        "tests/rules/test_other.py": "def test_other():\n    assert __import__('os').path.exists('.ci/run')\n",
        ".ci/run": "",
        ".git/config": "",
        "tests/test_public.py": "def test_public():\n    pass\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_nearest_tests_run_first(tool: ModuleType, tree: Path) -> None:
    found = tool.sets_of_tests(tree, Path("src/mnna/rules/age.py"))
    assert found == [["tests/rules/test_age.py"], ["tests/rules/test_other.py"], ["tests/test_public.py"]]


def test_what_is_noticed_and_what_survives(tool: ModuleType, tree: Path) -> None:
    told: list[str] = []
    before = (tree / "src/mnna/rules/age.py").read_bytes()
    chosen = [one for one in tool.mutants(before, Path("src/mnna/rules/age.py")) if one.before.startswith("years")]
    (survivor,) = tool.run(tree, chosen, told.append)
    assert (survivor.line, survivor.after) == (6, "(years <= 3)")
    assert "noticed   src/mnna/rules/age.py:2" in told[0] and told[0].endswith("tests/rules/test_age.py::test_adult")
    assert "survived" in told[1] and (tree / "src/mnna/rules/age.py").read_bytes() == before


def test_a_test_that_fails_anyway_is_no_witness(tool: ModuleType, tree: Path) -> None:
    (tree / "tests/rules/test_other.py").write_text("def test_other():\n    assert False\n", encoding="utf-8")
    source = (tree / "src/mnna/rules/age.py").read_bytes()
    survivor = list(tool.mutants(source, Path("src/mnna/rules/age.py")))[-1]
    with pytest.raises(SystemExit, match=r"test_other\.py::test_other fails without a mutant too"):
        tool.run(tree, [survivor])
