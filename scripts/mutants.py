"""Mutation testing: change one token of the source at a time and check whether a test fails.

    ./run mutants              40 mutants, from a seed that is printed
    ./run mutants 10 --seed 7  the same ten every time

A mutant changes one comparison, `and` or `or`, whole number, `not` or if-expression. Left as they are: annotations and
the parts of f-strings, and what only says how long or how fast, and so changes no answer: the size of a cache
(`maxsize=`), the end of a wait (`timeout=`), a pause (`sleep`) and the block of a copy (`copyfileobj`).

Mutants are drawn from every layer of src/mnna in turn. The tests run in a copy of the tree, the most likely to fail
first: those with the module's name and those that import it, those of its folder, then a general set. Mutants that no
test detects are listed at the end.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LEFT_OUT = (".git", ".venv", ".*cache", ".hypothesis", "__pycache__", "build", "dist", "node_modules")
GENERAL = (
    "tests/present/test_kept_forms.py",
    "tests/present/test_kept_pictures.py",
    "tests/test_public.py",
    "tests/interfaces/cli/test_main.py",
    "tests/statutes/test_golden.py",
    "tests/test_docs.py",
    "tests/interfaces/http/test_kept_pages.py",
    "tests/interfaces/test_kept_answers.py",
)
SLOW = ("spark", "browser", "looks", "interface")
"""Words in the names of slow test files (cluster, browser, many minutes), which run only for their own module."""

PATIENCE = 900
"""The time limit of one set of tests in seconds; a mutant that exceeds it counts as detected."""

OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """A range of bytes in a file and its replacement."""

    file: Path
    line: int
    start: int
    end: int
    before: str
    after: str

    def apply(self, source: bytes) -> bytes:
        """Return the source of the file with the change."""
        return source[: self.start] + self.after.encode() + source[self.end :]

    def __str__(self) -> str:
        return f"{self.file}:{self.line}  {_short(self.before)}  ->  {_short(self.after)}"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) < 80 else f"{text[:50]} ... {text[-25:]}"


def mutants(source: bytes, file: Path) -> Iterator[Mutant]:
    """Yield every mutant of a file, in the order of its syntax tree."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node in _nodes(ast.parse(source)):
        assert node.end_lineno is not None and node.end_col_offset is not None
        start, end = starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset
        before = source[start:end].decode()
        for changed in _changed(node):
            yield Mutant(file, node.lineno, start, end, before, f"({ast.unparse(changed)})")


def _nodes(tree: ast.AST) -> Iterator[ast.expr]:
    """Yield every expression but annotations, what is only speed, and f-strings, where Python gives no positions."""
    for name, value in ast.iter_fields(tree):
        for node in value if isinstance(value, list) else [value]:
            if isinstance(node, ast.JoinedStr) or name in ("annotation", "returns") or _only_speed(node):
                continue
            if isinstance(node, ast.expr):
                yield node
            if isinstance(node, ast.AST):
                yield from _nodes(node)


def _only_speed(node: object) -> bool:
    """Return whether the code is the size of a cache, the end of a wait, a pause, or a copy in blocks."""
    match node:
        case ast.keyword(arg="maxsize" | "timeout", value=ast.Constant()):
            return True
        case ast.Call(func=ast.Attribute(attr="sleep" | "copyfileobj")):
            return True
    return False


def _changed(node: ast.expr) -> Iterator[ast.expr]:
    """Yield each possible mutant of the expression, with one change."""
    match node:
        case ast.Compare():
            for place, sign in enumerate(node.ops):
                signs = [*node.ops[:place], OPPOSITE[type(sign)](), *node.ops[place + 1 :]]
                yield ast.Compare(node.left, signs, node.comparators)
        case ast.BoolOp():
            yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        case ast.Constant(value=int(number)) if not isinstance(number, bool):
            yield ast.Constant(number + 1)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.IfExp():
            yield ast.IfExp(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)


def drawn(root: Path, number: int, seed: int) -> list[Mutant]:
    """Return `number` mutants, equal for equal seeds: from the layers in turn, and one a module while modules last."""
    dice = random.Random(seed)
    layers: dict[str, list[list[Mutant]]] = {}
    for path in sorted((root / "src" / "mnna").rglob("*.py")):
        file = path.relative_to(root)
        if found := list(mutants(path.read_bytes(), file)):
            dice.shuffle(found)
            layers.setdefault(file.parts[2], []).append(found)
    order = sorted(layers)
    dice.shuffle(order)
    for modules in layers.values():
        dice.shuffle(modules)
    chosen: list[Mutant] = []
    while len(chosen) < number and any(layers.values()):
        for layer in [one for one in order if layers[one]][: number - len(chosen)]:
            module = layers[layer].pop(0)
            chosen.append(module.pop())
            if module:
                layers[layer].append(module)
    return chosen


def sets_of_tests(root: Path, file: Path) -> list[list[str]]:
    """Return the sets of tests to run for a module, in order: its own, those of its folder, the general ones."""
    dotted = ".".join(file.with_suffix("").parts[1:])
    every = sorted((root / "tests").rglob("test_*.py"))
    files = [path for path in every if not any(word in path.name for word in SLOW)]
    named = [path for path in every if path.stem == f"test_{file.stem}"]
    importing = re.compile(
        rf"\b{re.escape(dotted)}\b|from {re.escape(dotted.rpartition('.')[0])} import .*\b{file.stem}\b"
    )
    nearest = named + [path for path in files if path not in named and importing.search(path.read_text("utf-8"))]
    inside = [root / "tests" / Path(*file.parts[2:place]) for place in range(len(file.parts) - 1, 2, -1)]
    folder = next((one for one in inside if one.is_dir()), None)
    around = [path for path in files if folder is not None and folder in path.parents]
    sets, known = [], set[str]()
    for paths in (nearest, around, [root / name for name in GENERAL]):
        new = [name for path in paths if path.exists() and (name := str(path.relative_to(root))) not in known]
        known |= set(new)
        sets += [new] if new else []
    return sets


def failing(root: Path, tests: Sequence[str]) -> str | None:
    """Return the first test that fails, or a line that tells of a time-out or a crash; None if all pass."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MNNA_")}
    environment |= {"PYTHONPATH": str(root / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-rfE", "-p", "no:cacheprovider", *tests]
    try:
        ran = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return f"no end after {PATIENCE} seconds"
    if ran.returncode in (0, 5):  # all passed, or there were none
        return None
    found = re.findall(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", ran.stdout, re.M)
    return found[0] if found else f"pytest ended with {ran.returncode}"


def noticed(root: Path, mutant: Mutant) -> str | None:
    """Return the test that detects the mutant, or None; raise `SystemExit` if that test also fails without it."""
    path = root / mutant.file
    source = path.read_bytes()
    try:
        path.write_bytes(mutant.apply(source))
        found = next((name for tests in sets_of_tests(root, mutant.file) if (name := failing(root, tests))), None)
    finally:
        path.write_bytes(source)
    if found and "::" in found and failing(root, [found]):
        sys.exit(f"mutants: {found} fails without a mutant too; mend it first")
    return found


def run(root: Path, chosen: Sequence[Mutant], told: Callable[[str], None] = print) -> list[Mutant]:
    """Test each mutant in a copy of the tree, report the test that detects it, and return the undetected mutants."""
    survivors = []
    with tempfile.TemporaryDirectory(prefix="mnna-mutants-") as folder:
        copy = Path(folder) / "tree"
        shutil.copytree(root, copy, ignore=shutil.ignore_patterns(*LEFT_OUT))
        for place, mutant in enumerate(chosen, 1):
            found = noticed(copy, mutant)
            word = "survived" if found is None else "noticed "
            told(f"{place:3}/{len(chosen)}  {word}  {mutant}  {found or ''}".rstrip())
            survivors += [mutant] if found is None else []
    return survivors


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw mutants, test them and list the undetected ones; return 0 whatever the result."""
    parser = argparse.ArgumentParser(
        prog="./run mutants", description="See whether the tests notice one-token changes."
    )
    parser.add_argument("number", nargs="?", type=int, default=40, help="how many mutants; default 40")
    parser.add_argument("--seed", type=int, default=None, help="draw the same mutants again")
    asked = parser.parse_args(arguments)
    seed = random.randrange(10**6) if asked.seed is None else asked.seed
    print(f"seed {seed}", flush=True)
    chosen = drawn(ROOT, asked.number, seed)
    survivors = run(ROOT, chosen, lambda text: print(text, flush=True))
    print(f"\n{len(survivors)} of {len(chosen)} survived", *map(str, survivors), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
