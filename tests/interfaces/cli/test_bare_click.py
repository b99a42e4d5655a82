"""The modules that wait until they are needed; each question has a Python of its own, in which none is loaded yet."""

from __future__ import annotations

import subprocess
import sys

import pytest

from mnna.interfaces.listing import listed

WAITING = ("copy", "csv", "dataclasses", "gettext", "inspect", "uuid")
START = "import sys, mnna.interfaces.cli.main, click\n"


def printed(code: str) -> str:
    ran = subprocess.run([sys.executable, "-c", START + code], capture_output=True, text=True, check=True)
    return ran.stdout.strip()


def test_click_is_imported_without_them() -> None:
    assert printed(f"print(*(type(sys.modules[name]).__name__ for name in {WAITING}))") == " ".join(
        len(WAITING) * ["_Waiting"]
    )


def test_a_module_that_is_loaded_already_stays() -> None:
    code = "import gettext, inspect, sys; import mnna.interfaces.cli.main; print(sys.modules['gettext'] is gettext)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "True"


def test_a_module_is_whole_once_it_is_asked() -> None:
    code = (
        "import inspect\n"
        "assert inspect.cleandoc('  a') == 'a'\n"
        "import inspect as again\n"
        "assert again.signature is inspect.signature and click.core.inspect.signature is inspect.signature\n"
        "try: inspect.nothing\n"
        "except AttributeError as error: print(error)\n"
    )
    assert "nothing" in printed(code)


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("print(click.core.ngettext('day', 'days', 2), click.core._('a'), click.core._('b'))", "days a b"),
        ("import gettext; print(gettext.gettext('a'), gettext.find('nothing'))", "a None"),
        ("from gettext import gettext; print(gettext('a'))", "a"),
        (
            "import csv; print(*csv.reader(['a,b']), csv.DictReader(['a', 'b']).fieldnames)",
            "['a', 'b'] ['a']",
        ),
        (
            "import csv; print(*csv.reader(['a;b'], 'excel'), *csv.reader(['a\tb'], dialect='excel-tab'))",
            "['a;b'] ['a', 'b']",
        ),
        ("from dataclasses import dataclass, fields; print(fields(dataclass(type('A', (), {}))))", "()"),
        ("from dataclasses import dataclass; print(dataclass(frozen=True)(type('A', (), {}))())", "A()"),
        ("from dataclasses import field; print(field(default=1).default)", "1"),
        ("from gettext import gettext; print(gettext(message='a'))", "a"),
        ("import datetime, pickle; print(pickle.loads(pickle.dumps(datetime.date(2022, 5, 23))))", "2022-05-23"),
        ("import datetime; print(datetime.datetime.strptime('23 May 2022', '%d %B %Y').date())", "2022-05-23"),
        ("from copy import deepcopy; print(deepcopy([1]))", "[1]"),
        ("import uuid; print(uuid.UUID(int=1).int, click.types.uuid.UUID is uuid.UUID)", "1 True"),
        ("print(click.UUID.convert('0' * 31 + '1', None, None).int)", "1"),
    ],
)
def test_every_function_works_at_its_first_use_and_after(code: str, says: str) -> None:
    assert printed(code) == says


@pytest.mark.parametrize("word", [one.word for one in listed()])
def test_every_command_starts_in_a_python_of_its_own(word: str) -> None:
    ran = subprocess.run([sys.executable, "-m", "mnna", word, "--help"], capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert f"mnna {word}" in ran.stdout
