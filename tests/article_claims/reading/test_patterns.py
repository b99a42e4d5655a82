"""The table of patterns: every one of them can be compiled and is used, and what it names is written out."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from mnna.article_claims.reading.grammar import compiled
from mnna.article_claims.reading.patterns import FILE, macros, pairs, pattern, patterns

TEXT = FILE.read_text(encoding="utf-8")
TABLES = tomllib.loads(TEXT)
SOURCE = "".join(path.read_text(encoding="utf-8") for path in FILE.parent.glob("*.py"))


def written(name: str, found: Any) -> list[str]:
    if isinstance(found, str):
        return [pattern(name)]
    return [*patterns(name)] if isinstance(found[0], str) else [text for pair in pairs(name) for text in pair]


def test_every_pattern_compiles_and_is_asked_for() -> None:
    for family in TABLES.keys() - {"macros"}:
        for own, found in TABLES[family].items():
            name = f"{family}.{own}"
            assert f'"{name}"' in SOURCE or f"{{{own}}}" in TEXT or f"{{{name}}}" in TEXT, name
            assert all("\n" not in text and compiled(text) for text in written(name, found)), name


def test_what_a_pattern_names_is_written_out() -> None:
    assert pattern("acts.gives") in patterns("acts.acts")[0] and pattern("beginnings.given") in patterns("acts.acts")[3]
    assert "{C}" in patterns("acts.acts")[0] and macros()["C"].endswith(r"<[CL](?P<{}>\d+)>")
    assert pairs("plans.intended")[0][0] == "notified_on" and pattern("plans.tells") in pairs("plans.intended")[0][1]


def test_no_line_ends_with_a_space_that_an_editor_would_take_away() -> None:
    assert re.findall(r"(?m) $", TEXT) == []
