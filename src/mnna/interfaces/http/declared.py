"""Pages made from declarations: the same question and answer as the command, in every form; and the menu of them."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import takewhile
from pathlib import Path
from typing import Any

from markupsafe import Markup
from starlette.routing import compile_path

from mnna._version import NAME
from mnna.answers.source import title_of
from mnna.interfaces import catalog, native
from mnna.interfaces.endpoint import Endpoint, day_note
from mnna.interfaces.http.outputs import as_csv
from mnna.interfaces.listing import listed
from mnna.interfaces.params import LONGEST, STAMP, Given, Param
from mnna.present import forms, html
from mnna.present.document import Document
from mnna.sentences import capital
from mnna.statutes.citations import official

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
        return native.filled(self.page.address, {name: self.given.get(name) for name in kept}, form)

    def saved_as(self, form: str) -> dict[str, str]:
        """Return the header with the file name under which a browser saves an answer."""
        said = [value for value in self.asked.values() if isinstance(value, str)]
        words = "-".join([self.page.word, *said])
        name = "".join(c if c.isascii() and c.isalnum() else "-" for c in words)[:60].strip("-")
        how = "attachment" if form in ("csv", "docx", "xlsx") else "inline"
        return {"content-disposition": f'{how}; filename="mnna-{name}.{form}"'}

    def command(self) -> str:
        """Return the question as a command; `DIR` is the folder of the user's own facts, if the server has one.

        A long text is not repeated: the command takes it from a file, and so does the call in Python.
        """
        asked = self.asked
        files = [f'{param.option} "$(cat {_file(param)})"' for param in self.page.params if _in_file(param, asked)]
        given = [asked[p.name] for p in self.page.params if p.positional and p.name in asked]
        first = [each for value in given for each in ([value] if isinstance(value, str) else value)]
        options: list[str] = []
        for param in self.page.params:
            if not param.positional and param.name in asked and not _in_file(param, asked):
                values = [asked[param.name]] if isinstance(asked[param.name], str) else asked[param.name]
                pairs = [values] if param.pair else [[value] for value in values]
                options += [part for pair in pairs for part in (param.option, *pair)]
        own = ["--facts", "DIR"] if self.facts else []
        return " ".join([shlex.join([NAME, *own, self.page.word, *first, *options]), *files])

    def python(self) -> str:
        """Return the question as a call in Python; `DIR` as in `command`."""
        asked = self.asked
        first = list(takewhile(lambda p: p.positional and not p.keyword and p.name in asked, self.page.params))
        parts = [_quoted(_number(param, asked[param.name])) for param in first]
        for param in self.page.params[len(first) :]:
            if _in_file(param, asked):
                parts.append(f'{param.python_name}=open("{_file(param)}", encoding="utf-8").read()')
            elif param.name in asked:
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


def _in_file(param: Param, asked: Mapping[str, Any]) -> bool:
    """Return whether a value is too long to repeat at the foot of its page."""
    return param.long and len(asked.get(param.name, "")) > LONGEST


def _file(param: Param) -> str:
    """Return the name of the file that holds the value of a parameter of many lines."""
    return f"{param.name}.txt"


def _number(param: Param, given: Any) -> Any:
    """Return a whole number as an `int`; any other value unchanged."""
    return param.value(given) if param.kind == "integer" else given


@dataclass(frozen=True)
class Page:
    """One command in the browser, made from its `Endpoint`: `page` makes one.

    `params` are the parameters of its address, and `forms` the endings that its address takes. `tool` is the name of
    the assistant's tool.
    """

    endpoint: Endpoint
    params: tuple[Param, ...]
    forms: tuple[str, ...]
    tool: str

    @property
    def word(self) -> str:
        """Its command."""
        return self.endpoint.word

    @property
    def address(self) -> str:
        """Its address, with `{name}` for each parameter in the path."""
        return self.endpoint.address

    @property
    def label(self) -> str:
        """Its name in the menu."""
        return self.endpoint.label or self.word.capitalize()

    @cached_property
    def says(self) -> str:
        """What it tells, in words for a reader of the page."""
        return spoken(self.endpoint.help).rstrip(".")

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

    def ready(self, given: Given) -> bool:
        """Return whether the parameters are enough to ask; if not, the page shows its form."""
        if not (self.endpoint.forms or self.endpoint.onward):
            return False
        if self.endpoint.ready is not None:
            return self.endpoint.ready(given)
        return all(given.get(param.name) for param in self.params if param.needed and param.where == "query")

    def blank(self) -> dict[str, Any]:
        """Return what the template needs for the empty form."""
        return {"title": self.endpoint.asks or self.says, "sample": example(self).address()}

    def answer(self, question: Question) -> Any:
        """Return the answer of the command; raises what the command raises."""
        return self.endpoint.answered(question.given, question.facts)

    def view(self, question: Question, answer: Any, document: dict[str, Any]) -> dict[str, Any]:
        """Return what the template needs besides the answer; a slow command gives its document as `answer`."""
        shown = answer if isinstance(answer, Document) else self.endpoint.shown(answer, "page")
        more = {} if self.endpoint.view is None else self.endpoint.view(question, answer, document)
        top = {"title": shown.title, "subtitle": shown.subtitle, "lead": lead(shown)}
        top["day_note"] = document.get("day_note") or day_note(answer)
        return {**top, "body": body(replace(shown, subtitle="", lead=())), **more}

    def foot(self, question: Question) -> tuple[str, str]:
        """Return the question as a command and in Python, for the foot of the page."""
        return self.endpoint.foot(question) if self.endpoint.foot else (question.command(), question.python())


def page(endpoint: Endpoint, tool: str = "") -> Page:
    """Return the page of one declaration."""
    return Page(endpoint, (*endpoint.of_page(), STAMP), endpoint.forms, tool)


def pages() -> tuple[Page, ...]:
    """Return every page, in the order of the menu; raises `ValueError` where two have one address."""
    return tuple(page(endpoint, tool) for tool, endpoint in catalog.pages())


OF_GROUP = {"Country": "Countries", "Law": "Law", "Transfers": "Transfers", "Data and service": "Data"}
"""Each group of `mnna --help`, with its name in the menu."""
EVIDENCE = frozenset({"claims", "compare", "coverage", "criteria", "effects", "rank", "source", "timeline"})
"""Commands about what an answer is based on, or about what happened: readers look for these together."""
GROUPS = ("Countries", "Law", "Transfers", "Evidence", "Data")
"""The groups of the menu, by what a reader looks for."""


@cache
def menu() -> list[tuple[str, list[Page]]]:
    """Return the pages of each group. Pages with a parameter in the address, or below another page, are left out."""
    shown = [page for page in pages() if "{" not in page.address and page.address.count("/") == 1]
    groups = {one.word: "Evidence" if one.word in EVIDENCE else OF_GROUP[one.group] for one in listed()}
    return [(group, [page for page in shown if groups[page.word] == group]) for group in GROUPS]


SPOKEN = {
    "COUNTRY": "a country",
    "RECIPIENT": "a country",
    "STATUS": "a status",
    "AUTHORITY": "a question of law",
    "ARTICLE": "an article",
    "OUTCOME": "one outcome",
    "INDICATOR": "a series",
}
"""The arguments of commands, and the words for each on a page."""

_ARGUMENT = re.compile(rf"\b({'|'.join(SPOKEN)})\b(?: \([^()]*_[^()]*\))?")
"""A pattern for an argument, with the ids that the help lists after it."""


def spoken(help_: str) -> str:
    """Return the help of a command in words for a page, whose readers give no arguments."""
    return capital(_ARGUMENT.sub(lambda found: SPOKEN[found[1]], help_))


def example(page: Page) -> Question:
    """Return the example question of a declared page, for documents and tests."""
    names = {param.name for param in page.params}
    return page.asked({name: value for name, value in page.endpoint.example.items() if name in names})


def lead(shown: Document) -> Markup:
    """Return the opening paragraphs of a document as HTML, for the top of a page."""
    return Markup("".join(f"<p>{html.text(said, official)}</p>" for said in shown.lead))


def body(shown: Document) -> Markup:
    """Return a document as the main part of a page, which shows the title and the stamp itself."""
    return drawn_safely(html.fragment(replace(shown, stamp=()), official, False, title_of))


def written(endpoint: Endpoint, answer: Any, form: str, base: str = "", first: tuple[str, ...] = ()) -> bytes:
    """Return an answer in one form other than JSON.

    `base` is the address of the server that gives it; a document begins with the paragraphs `first`.
    """
    if form in endpoint.writes:
        return endpoint.writes[form](answer)
    if form == "csv" and endpoint.rows is not None:
        return as_csv(endpoint.table(answer))
    shown = endpoint.shown(answer) if form == "csv" else native.document(endpoint, answer, base)
    return forms.written(replace(shown, lead=(*first, *shown.lead)), form, official)


_STYLE = re.compile(r' style="([^"]*)"')


def drawn_safely(svg: str) -> Markup:
    """Return an SVG of ours with each style rule as an attribute, for pages whose policy forbids style attributes."""
    return Markup(_STYLE.sub(_attributes, svg))


def _attributes(found: re.Match[str]) -> str:
    pairs = [part.split(":", 1) for part in found[1].split(";") if ":" in part]
    return "".join(f' {name.strip()}="{value.strip()}"' for name, value in pairs)
