"""Imports run downwards and never in a circle, as `docs/architecture.md` draws them; read from the source.

An import inside a function, or for types alone, counts like one at the top.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from mnna.statutes import catalog

SOURCE = Path(__file__).resolve().parents[1] / "src"
FILES = sorted((SOURCE / "mnna").rglob("*.py"))

BASE = {"errors", "as_typed", "dates", "files", "ids", "quick", "sentences", "tables", "version"}
LAW = BASE | {"rules", "statutes", "registry", "series", "engine"}
ANSWERS = LAW | {"answers"}
MAY_IMPORT = {  # part of the package: the parts below it
    "errors": set(),
    "as_typed": {"errors"},
    "dates": set(),
    "files": {"errors"},
    "ids": set(),
    "quick": set(),
    "sentences": set(),
    "with_parent": set(),
    "tables": {"errors", "quick"},
    "version": set(),
    "rules": {"errors", "dates", "quick"},  # knows no law and no country
    "registry": {"errors", "as_typed", "dates", "files", "quick", "tables"},
    "series": {"errors", "files", "quick", "registry", "tables", "version"},
    "statutes": {"errors", "as_typed", "quick", "rules", "tables"},  # what the law says, of nobody in particular
    "engine": {"errors", "dates", "quick", "sentences", "rules", "registry", "statutes", "version"},
    "models": {
        "errors",
        "as_typed",
        "dates",
        "sentences",
        "tables",
        "registry",
        "series",
        "engine",
        "with_parent",
    },  # never the statutes: history does not say what the law says
    "answers": LAW,
    "screening": ANSWERS | {"present"},
    "article_claims": ANSWERS,
    "present": {"errors", "dates", "quick", "sentences", "version"},  # knows no law
    "briefs": ANSWERS | {"article_claims", "models", "present"},
    "interfaces": ANSWERS | {"article_claims", "briefs", "models", "present", "screening", "with_parent"},
    "__main__": {"interfaces"},
    "mnna": {"errors", "answers", "article_claims", "briefs", "models", "screening", "interfaces", "version"},
}
STARTERS = {"mnna.interfaces.words.serve", "mnna.interfaces.words.mcp"}
"""The commands that start a server."""

INTERFACES = ("interfaces",)
OF_ANSWERS = {"mnna.rules.evaluate", "mnna.statutes.parameters"}
"""What an interface never does itself: decide a rule, look up a figure of the law. It reads no subject of the law."""


def module(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


def part(name: str) -> str:
    """The part of the package a module belongs to; the package itself is `mnna`."""
    pieces = name.split(".")
    return "mnna" if len(pieces) == 1 else "version" if pieces[1] == "_version" else pieces[1]


@cache
def imports(path: Path) -> frozenset[str]:
    """Every name a file imports, wherever the import stands, in full."""
    return frozenset(_imports(ast.parse(path.read_text(encoding="utf-8"))))


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole path"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ours(path: Path) -> set[str]:
    """Every name of this package that a file imports."""
    return {name for name in imports(path) if name.split(".")[0] == "mnna"}


@pytest.mark.parametrize("path", FILES, ids=module)
def test_every_import_runs_downwards(path: Path) -> None:
    own = part(module(path))
    wrong = {name for name in ours(path) if part(name) not in MAY_IMPORT[own] | {own}}
    assert not wrong, f"{module(path)} imports {wrong}"


def test_every_part_has_its_place() -> None:
    assert {part(module(path)) for path in FILES} <= set(MAY_IMPORT)


@pytest.mark.parametrize("path", [p for p in FILES if part(module(p)) in INTERFACES], ids=module)
def test_an_interface_asks_and_never_decides(path: Path) -> None:
    modules = {row.module for row in catalog.AUTHORITIES.values()} | {row.module for row in catalog.CHANNELS.values()}
    subjects = {f"mnna.statutes.{name}" for name in modules}
    wrong = {name for name in ours(path) for never in OF_ANSWERS | subjects if f"{name}.".startswith(f"{never}.")}
    assert not wrong, f"{module(path)} imports {wrong}"
    web = any(name.startswith("mnna.interfaces.http") for name in ours(path))
    assert module(path) in STARTERS or not module(path).startswith("mnna.interfaces.cli") or not web


@pytest.mark.parametrize("path", FILES, ids=module)
def test_only_the_terminal_knows_the_terminal(path: Path) -> None:
    outside = {name.split(".")[0] for name in imports(path)}
    name = module(path)
    assert "click" not in outside or name.startswith("mnna.interfaces.")
    assert not outside & {"fastapi", "starlette", "uvicorn"} or "interfaces.http" in name or name in STARTERS


def named_at_run_time(path: Path) -> Iterator[str]:
    """The beginning of every module name that a file makes up when it runs; empty where it cannot be read off."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        if ast.unparse(node.func) == "classes":
            yield from (f"mnna.{ast.literal_eval(one)}" for one in node.args)
        elif ast.unparse(node.func).endswith("import_module"):
            text = ast.unparse(node.args[0]).lstrip("f").strip("'\"")
            if text != "mnna.{module}":  # of `later.classes`, whose callers name the module
                yield text if text.startswith("mnna.") else ""


@pytest.mark.parametrize("path", FILES, ids=module)
def test_a_module_named_at_run_time_lies_below_too(path: Path) -> None:
    own = part(module(path))
    below = MAY_IMPORT[own] | {own}
    for name in named_at_run_time(path):
        assert own == "mnna" or (name and part(name) in below), f"{module(path)} imports {name or 'an unreadable name'}"


def in_circles(arrows: Mapping[str, set[str]]) -> set[str]:
    """The modules that import one another in a circle, or stand between two circles."""
    left = dict(arrows)
    while True:
        imported = set().union(*left.values())
        found = {name: targets & left.keys() for name, targets in left.items() if name in imported}
        found = {name: targets for name, targets in found.items() if targets}
        if found == left:
            return set(left)
        left = found


def test_no_module_imports_itself_by_a_detour() -> None:
    known = {module(path) for path in FILES}
    arrows: dict[str, set[str]] = {}
    for path in FILES:
        targets = {name if name in known else name.rpartition(".")[0] for name in ours(path)} & known
        arrows[module(path)] = targets - {module(path), "mnna"}
    assert not in_circles(arrows), f"these import one another in a circle: {sorted(in_circles(arrows))}"


def test_a_circle_is_seen_wherever_its_imports_stand() -> None:
    late = "def f():\n    from mnna.a import b"
    typing_only = "if TYPE_CHECKING:\n    import mnna.c"
    assert {*_imports(ast.parse(f"{late}\n{typing_only}"))} == {"mnna.a.b", "mnna.c"}
    assert in_circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": set(), "e": {"d"}}) == {"b", "c"}


@pytest.mark.parametrize("path", FILES, ids=module)
def test_no_module_is_a_drawer_for_everything(path: Path) -> None:
    assert not {"utils", "helpers", "common", "core", "manager", "misc"} & set(module(path).split("."))
