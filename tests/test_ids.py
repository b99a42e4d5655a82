"""Ids of statuses, authorities and channels: the types of `mnna.ids` are those of the tables, and no module holds one.

`MNNA_UPDATE_GOLDEN=1 pytest tests/test_ids.py` (part of `./run golden`) writes `mnna/ids.py` anew.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from textwrap import fill, indent

import pytest

import mnna
from mnna import ids
from mnna.errors import UnknownWord
from mnna.registry.statuses import our_statuses
from mnna.statutes import catalog

FILE = Path(ids.__file__)
SOURCE = FILE.parent
PREFACE = '''"""The ids of statuses, authorities and channels as types: generated, do not edit.

From `registry/tables/statuses.csv` and the catalog of statutes; `./run golden` writes this file anew.
"""

from __future__ import annotations

from typing import Literal

# fmt: off
'''
MAY = ("statutes/", "article_claims/")
"""The law itself, and what an article claims about it, are about particular statuses."""

PROGRAM = {
    "_version.py",
}
"""Modules that say `mnna` once and mean the program, which has the id of a status for a name."""


def listed(name: str, names: Iterable[str]) -> str:
    """The type, its lines filled: nobody reads them one by one."""
    lines = fill(" ".join(f'"{one}",' for one in names), 116, break_on_hyphens=False)
    return f"{name} = Literal[\n{indent(lines, '    ')}\n]\n"


def generated() -> str:
    types = {"StatusId": our_statuses(), "AuthorityId": catalog.AUTHORITIES, "ChannelId": catalog.CHANNELS}
    return PREFACE + "".join(listed(name, names) for name, names in types.items())


def test_the_types_are_those_of_the_tables() -> None:
    if os.environ.get("MNNA_UPDATE_GOLDEN"):
        FILE.write_text(generated(), encoding="utf-8")
    assert FILE.read_text(encoding="utf-8") == generated()


def held(source: str, known: Container[str]) -> Iterator[str]:
    """Every known id that stands in a source as a string of its own.

    An `example=` shown to readers is no knowledge of the program, and may name one.
    """
    tree = ast.parse(source)
    examples = {
        id(part)
        for one in ast.walk(tree)
        if isinstance(one, ast.keyword) and one.arg == "example"
        for part in ast.walk(one.value)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node.value in known and id(node) not in examples:
            yield str(node.value)


def place(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


IDS = {*our_statuses(), *catalog.AUTHORITIES, *catalog.CHANNELS}
MODULES = sorted(path for path in SOURCE.rglob("*.py") if path != FILE and not place(path).startswith(MAY))


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_no_module_holds_an_id(path: Path) -> None:
    found = list(held(path.read_text(encoding="utf-8"), IDS))
    if place(path) in PROGRAM:
        assert found == ["mnna"], "it no longer names the program once: take it off the list, or ask the table"
    else:
        assert not found, "what is known of a status, an authority or a channel is a column of its table"


def test_an_id_is_found_wherever_it_stands() -> None:
    assert list(held('A = ("nato", {"fms": 1})\nB = x == "rdte-loans" or y.startswith("nato-plus")', IDS)) == [
        "nato",
        "fms",
        "rdte-loans",
        "nato-plus",
    ]
    assert not list(held('"""A status such as nato."""\nParam("designate", example="mnna")', IDS))


def misspelt() -> None:
    """A type checker finds every one of these, and complains of an `ignore` it does not need."""
    mnna.holders("mnan")  # type: ignore[arg-type]
    mnna.what_if("MEX", designate="mnan")  # type: ignore[arg-type]
    mnna.what_if("MEX", terminate=["nato", "natto"])  # type: ignore[list-item]
    mnna.authorities("MEX", only=["rdte-loan"])  # type: ignore[list-item]
    mnna.unlocks("rdte-loan", "MEX")  # type: ignore[arg-type]
    mnna.case("MEX", "fmss")  # type: ignore[arg-type]


def test_a_misspelt_id_is_refused_when_it_runs_too() -> None:
    with pytest.raises(UnknownWord, match="mnna"):
        misspelt()
