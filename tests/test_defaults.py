"""A default is for a choice: some caller takes it, and some caller says otherwise.

One that every caller overrides is read by nobody, and one that nobody overrides is a number in the wrong place: no test
notices that either changes. Looked at are functions with one definition of their name whose calls can be read. Not
those that are decorated, handed on as a value, called with stars, or described in `docs`, which others call.
"""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "mnna"


class Default(NamedTuple):
    """A parameter with a default: its place among the positional ones, None if it is given by name only."""

    name: str
    place: int | None


class Call(NamedTuple):
    """The arguments of a call: how many by place, which by name, and whether some come out of a collection."""

    places: int
    names: frozenset[str]
    stars: bool

    def gives(self, default: Default) -> bool:
        return default.name in self.names or (default.place is not None and self.places > default.place)


Nodes = list[ast.AST]
"""The syntax tree of a module, walked once."""


def trees(folder: Path) -> list[Nodes]:
    return [list(ast.walk(ast.parse(path.read_bytes()))) for path in sorted(folder.rglob("*.py"))]


def defaults(tree: Nodes) -> Iterator[tuple[str, list[Default]]]:
    """Yield every function of a module with the parameters that have a default; a class stands for its `__init__`."""
    classes = [node for node in tree if isinstance(node, ast.ClassDef)]
    methods = {below: node.name for node in classes for below in node.body}
    for node in tree:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            by_place = [*node.args.posonlyargs, *node.args.args][int(node in methods) :]
            first = len(by_place) - len(node.args.defaults)
            found = [Default(one.arg, first + at) for at, one in enumerate(by_place[first:])]
            by_name = zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
            found += [Default(one.arg, None) for one, value in by_name if value is not None]
            name = methods.get(node, node.name) if node.name == "__init__" else node.name
            yield name, [] if node.decorator_list else found


def called(tree: Nodes) -> Iterator[tuple[str, Call]]:
    for node in tree:
        if isinstance(node, ast.Call) and isinstance(node.func, (ast.Name, ast.Attribute)):
            names = [one.arg for one in node.keywords]
            stars = None in names or any(isinstance(one, ast.Starred) for one in node.args)
            yield _name(node.func), Call(len(node.args), frozenset(filter(None, names)), stars)


def handed_on(tree: Nodes) -> Iterator[str]:
    """Yield every name that is used otherwise than to be called."""
    calls = {id(node.func) for node in tree if isinstance(node, ast.Call)}
    for node in tree:
        if isinstance(node, (ast.Name, ast.Attribute)) and isinstance(node.ctx, ast.Load) and id(node) not in calls:
            yield _name(node)


def _name(node: ast.Name | ast.Attribute) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr


def test_every_default_is_taken_by_some_caller_and_not_by_all() -> None:
    source = trees(SOURCE)
    everywhere = [*source, *(tree for name in ("tests", "bench", "scripts") for tree in trees(ROOT / name))]
    docs = "\n".join(path.read_text("utf-8") for path in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
    told = [pair for tree in source for pair in defaults(tree)]
    times, values = Counter(name for name, _ in told), {name for tree in source for name in handed_on(tree)}
    ours = {name for tree in source for name, _ in called(tree)}
    calls = defaultdict[str, list[Call]](list)
    for tree in everywhere:
        for name, call in called(tree):
            calls[name].append(call)
    never, always = [], []
    for name, found in told:
        if times[name] > 1 or name in values or name not in ours or any(call.stars for call in calls[name]):
            continue
        for one in found if f"{name}(" not in docs else ():
            given = sum(call.gives(one) for call in calls[name])
            never += [f"{name}({one.name})"] if given == 0 else []
            always += [f"{name}({one.name})"] if given == len(calls[name]) else []
    assert len(told) > 1000 and len(calls) > 1000
    assert not never, f"no caller overrides these: write the value where it is used: {never}"
    assert not always, f"every caller overrides these: leave the default out: {always}"
