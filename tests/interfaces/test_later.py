"""A function named with its module is imported when it is called, and every one that a word names is there."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module

from mnna.interfaces.later import classes, later
from mnna.interfaces.listing import FOLDER


def test_the_module_is_imported_by_the_call() -> None:
    code = (
        "import sys; from mnna.interfaces.later import later; found = later('search', 'plain');"
        "assert 'mnna.interfaces.search' not in sys.modules; assert found('A.B.C. x') == 'abc x'"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    assert later("search", "plain")("§ 5") == "5"


def test_every_function_that_a_word_names_is_there() -> None:
    words = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py"))
    named = re.findall(r'later\("([\w.]+)", "(\w+)"\)', words)
    assert len(named) == words.count("later(") > 5
    assert [one for one in named if not callable(getattr(import_module(f"mnna.interfaces.{one[0]}"), one[1]))] == []


def test_the_classes_that_a_word_names_are_imported_by_the_call() -> None:
    found = classes("answers.what_if.WhatIfAnswer", "answers.enact.EnactAnswer")()
    assert [one.__name__ for one in found] == ["WhatIfAnswer", "EnactAnswer"]
