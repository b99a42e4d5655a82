"""The classes of a page and of a question to it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any

from starlette.routing import compile_path

from mnna._version import NAME
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.native import filled
from mnna.interfaces.params import Given, Param

Document = dict[str, Any]
Key = tuple[str, frozenset[tuple[str, object]]]


@dataclass(frozen=True, slots=True)
class Question:
    """What one request asks: the parameters given, and the folder of the user's own facts, if the server has one."""

    page: Page
    given: Given
    facts: Path | None = None

    def __getitem__(self, name: str) -> Any:
        return self.given[name]

    @property
    def asked(self) -> dict[str, Any]:
        """The parameters that were given, without those that only arrange the page."""
        named = {p.name: self.given.get(p.name) for p in self.page.params if not p.page_only}
        return {name: value for name, value in named.items() if value not in (None, ())}

    @property
    def key(self) -> Key:
        """What identifies a question: the address of its page and the parameters given."""
        return self.page.address, frozenset(
            (name, value) for name, value in self.given.items() if value not in (None, ())
        )

    def address(self, form: str = "") -> str:
        """Return the address of this question.

        For a `form` (`json` and the like) it leaves out parameters that only arrange the page.
        """
        kept = [param.name for param in self.page.params if not (form and param.page_only)]
        return filled(self.page.address, {name: self.given.get(name) for name in kept}, form)

    def saved_as(self, form: str) -> dict[str, str]:
        """Return the header with the file name under which a browser saves an answer."""
        said = [value for value in self.asked.values() if isinstance(value, str)]
        words = "-".join([self.page.word, *said])
        name = "".join(c if c.isascii() and c.isalnum() else "-" for c in words)[:60].strip("-")
        how = "attachment" if form in ("csv", "docx", "xlsx") else "inline"
        return {"content-disposition": f'{how}; filename="mnna-{name}.{form}"'}

    def command(self) -> str:
        """Return the question as a command; `DIR` is the folder of the user's own facts, if the server has one."""
        asked = self.asked
        given = [asked[p.name] for p in self.page.params if p.positional and p.name in asked]
        first = [each for value in given for each in ([value] if isinstance(value, str) else value)]
        options: list[str] = []
        for param in self.page.params:
            if not param.positional and param.name in asked:
                values = [asked[param.name]] if isinstance(asked[param.name], str) else asked[param.name]
                pairs = [values] if param.pair else [[value] for value in values]
                options += [part for pair in pairs for part in (param.option, *pair)]
        own = ["--facts", "DIR"] if self.facts else []
        return shlex.join([NAME, *own, self.page.word, *first, *options])

    def python(self) -> str:
        """Return the question as a call in Python; `DIR` as in `command`."""
        asked = self.asked
        first = list(takewhile(lambda p: p.positional and not p.keyword and p.name in asked, self.page.params))
        parts = [_quoted(_number(param, asked[param.name])) for param in first]
        for param in self.page.params[len(first) :]:
            if param.name in asked:
                given = _number(param, asked[param.name])
                value = given if param.read is None else param.read(given)
                single = isinstance(value, tuple) and len(value) == 1 and not param.listed
                shown = value[0] if single else value
                parts.append(f"{param.python_name}={_quoted(list(shown) if isinstance(shown, tuple) else shown)}")
        if self.facts and self.page.word not in ("law", "indicators"):
            parts.append("facts=DIR")
        return f"mnna.{self.page.endpoint.python_name}({', '.join(parts)})"


def _quoted(value: Any) -> str:
    """Return a value as Python writes it, in double quotes unless it contains one."""
    said = repr(value)
    return said if '"' in said else said.replace("'", '"')


def _number(param: Param, given: Any) -> Any:
    """Return a whole number as an `int`; any other value unchanged."""
    return param.value(given) if param.kind == "integer" else given


@dataclass(frozen=True, slots=True)
class Page:
    """One command in the browser, made from its `Endpoint` (`http/declared.py`), which has what is not here.

    `answer` asks the command and raises what it raises. `view` returns what the template needs besides the answer
    (`title` at least); for a slow command it gets the document in place of the answer. `ready` says whether the
    parameters are enough to ask; if not, the page shows its form with the values from `blank`. `forms` are the endings
    that its address takes.
    """

    word: str
    address: str
    label: str
    says: str
    params: tuple[Param, ...]
    forms: tuple[str, ...]
    answer: Callable[[Question], Any]
    view: Callable[[Question, Any, Document], Document]
    ready: Callable[[Given], bool]
    blank: Callable[[], Document]
    foot: Callable[[Question], tuple[str, str]]
    endpoint: Endpoint
    tool: str

    @property
    def route(self) -> str:
        """Its address as a route: the parameter `asked` of a law may contain slashes."""
        return self.address.replace("{asked}", "{asked:path}")

    def pattern(self) -> re.Pattern[str]:
        """Return the pattern that its addresses match, with a named group for each parameter in the path."""
        return compile_path(self.route)[0]

    def asked(self, given: Mapping[str, object], facts: Path | None = None) -> Question:
        """Return the question with the parameters in `given`; all others count as not given."""
        nothing: Given = {param.name: () if param.many else None for param in self.params}
        return Question(self, nothing | dict(given), facts)
