"""How the law is written: by keyword, so that a reader need not count, and nothing twice."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from mnna.statutes import examples, provision
from mnna.statutes.listing import FOLDER

MODULES = sorted(FOLDER.glob("*/s*.py")) + sorted(FOLDER.glob("other/[a-z]*.py")) + [FOLDER / "partners.py"]
RECORDS = {
    name
    for module in (provision, examples)
    for name, value in vars(module).items()
    if isinstance(value, type) and value.__module__ == module.__name__
}


def module(path: Path) -> str:
    return f"{path.parent.name}.{path.stem}"


@pytest.mark.parametrize("path", MODULES, ids=module)
def test_records_are_written_by_keyword(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    makers = {
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.returns is not None and ast.unparse(node.returns) == "Provision"
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RECORDS | makers:
            assert not node.args, f"{path.name} line {node.lineno}: write every argument of {node.func.id} by keyword"
