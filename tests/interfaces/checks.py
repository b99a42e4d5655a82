"""What every declared word must do, for the tests of one word and of all."""

from __future__ import annotations

import re
from typing import Any

import jsonschema

from mnna.engine.answer import Answer
from mnna.interfaces import catalog
from tests.terminal import document, run

ISO_DAY = re.compile(r"(?<![\w/-])\d{4}-\d\d-\d\d(?![\w-])")
"""A day as programs write it, which no sentence for a reader has; parts of ids and addresses aside."""


def fits(word: str, *words: str, of: type[Answer] | None = None) -> dict[str, Any]:
    """The JSON of a command, which its schema must describe, and whose text a reader must be able to read.

    `of` is the class of the answer where it is not the one that the word declares first.
    """
    told = document(word, *words)
    answer = of or catalog.load(word).answer
    assert answer is not None
    jsonschema.validate(told, answer.schema())
    readable(run(word, *words))
    return told


def readable(ran: Any) -> None:
    """Text without a word of Python in it and within the width of the terminal."""
    assert (ran.code, ran.err) == (0, "") and ran.out.strip() and not ran.out.lstrip().startswith("{")
    assert not re.search(r"\bNone\b(?! (?:of|named|in)\b)|datetime|Decimal|Trace|\w\(\)", ran.out)
    assert [line for line in ran.out.splitlines() if len(line) > 100 and "http" not in line] == []
