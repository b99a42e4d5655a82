"""File names of answers, and a page of the server as a file: its links lead to the files of the site.

The policy of the page stands in a tag, and a link that needs a server is marked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from html import escape, unescape
from posixpath import dirname, relpath
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from mnna.errors import MnnaError
from mnna.interfaces.http.declared import Key, Page, Question
from mnna.interfaces.http.outputs import KINDS
from mnna.interfaces.http.security import DOCUMENT, POLICY
from mnna.interfaces.params import Given, read
from mnna.interfaces.site.plan import ABOUT_ONE, Scope, free, printed, site_pages
from mnna.interfaces.site.stamp import permanent
from mnna.registry.days import today

FIXED = {"/": "index.html", "/find": "search.html", "/docs": "docs.html", "/openapi.json": "openapi.json"}
"""Addresses without a question, each with its file."""
COPIED = ("/static/", "/docs/", "/map/over-time.", "/search-index.js", "/stamp.", "/manifest.json")
"""Addresses whose file has the same path."""
MAY_BE_LEFT_OUT = ("vs", "to", "words")
"""Parameters that only add to an answer: where the longer answer has no file, links lead to the shorter."""
BY_SCRIPT = {"/map": "on"}
"""The parameter that the script of a page reads from the address."""
DAYS = ("on", "as_of")
"""Parameters that are dropped where they are today's date."""
_ODD = re.compile(r"[^A-Za-z0-9()._,-]+")


def stem(asked: Question) -> str:
    """Return the file of a question, without its ending: `what-if/MEX-designate-mnna`."""
    page, rest = asked.page, []
    path = page.address
    for param in page.params:
        value = asked.given.get(param.name)
        if param.where == "path":
            path = path.replace("{" + param.name + "}", _plain(str(value)))
        elif value not in (None, ()):
            name = "" if param.name in ABOUT_ONE else f"{param.name}-"
            rest += [_plain(f"{name}{each}") for each in ([value] if isinstance(value, str) else value)]
    return path.strip("/") + (f"/{'-'.join(rest)}" if rest else "")


def _plain(text: str) -> str:
    return _ODD.sub("-", text).strip("-") or "-"


def file(asked: Question, form: str = "") -> str:
    """Return the file of a question in one form, or of its page where no form is given."""
    return f"{stem(asked)}{ENDINGS.get(form, f'.{form}')}"


ENDINGS = {"": ".html", "html": ".document.html"}
"""The ending of the page, and of its document as one HTML file; every other form is its own ending."""


def away(target: str, here: str) -> str:
    """Return the relative address of the file `target` in a link of the file `here`."""
    return quote(relpath(target, dirname(here) or "."), safe="/(),:")


class Target(NamedTuple):
    """The destination of a link: a file, the rest of the address, and the question where the address asks one."""

    file: str
    rest: str = ""
    asked: Question | None = None


@dataclass(frozen=True, slots=True)
class Places:
    """The addresses that have a file in the site."""

    scope: Scope
    planned: Container[Key]
    _known: dict[str, Target | None] = field(init=False, default_factory=dict, compare=False, repr=False)

    def target(self, address: str) -> Target | None:
        """Return the file for an address of the server; None where only a server can answer it."""
        if address not in self._known:
            self._known[address] = self._target(address)
        return self._known[address]

    def _target(self, address: str) -> Target | None:
        parts = urlsplit(address.replace(f"/{permanent()}/", "/"))
        place = f"#{parts.fragment}" if parts.fragment else ""
        if parts.path.startswith(COPIED):
            return Target(parts.path[1:], (f"?{parts.query}" if parts.query else "") + place)
        if parts.path == "/" and parts.query:
            return self.target(f"/next/{dict(parse_qsl(parts.query)).get('country', '')}")
        if parts.path in FIXED:
            return Target(FIXED[parts.path], place)
        found = next(self._questions(unquote(parts.path), parts.query), None)
        return found and Target(found.file, found.rest + place, found.asked)

    def _questions(self, path: str, query: str) -> Iterator[Target]:
        for page, form, filled in _matches(path):
            if form and form not in printed(page, self.scope).forms:
                continue
            try:
                given = read(page.params, filled, parse_qsl(query))
            except MnnaError:
                continue
            now = dict.fromkeys(DAYS, today().isoformat())
            given = {name: value for name, value in given.items() if value and value != now.get(name)}
            rest = ""
            if (name := BY_SCRIPT.get(page.address)) and name in given:
                rest = f"?{name}={given.pop(name)}"
            for asked in _nearest(given):
                if self.has(page, asked):
                    yield Target(file(page.asked(asked), form), rest, page.asked(asked))

    def has(self, page: Page, given: Mapping[str, object]) -> bool:
        """Return whether the site answers that question: it is planned, or its parameters are all in the path."""
        if page.asked(given).key in self.planned:
            return True
        told = {param.name for param in page.params if param.where == "path"}
        if not free(page) or set(given) != told:
            return False
        return all(given[name] in self.scope.codes for name in told & ABOUT_ONE)


def _nearest(given: Given) -> Iterator[Given]:
    """Yield the parameters of a question, then the same without those that only add to the answer."""
    yield given
    if shorter := {name: value for name, value in given.items() if name not in MAY_BE_LEFT_OUT}:
        yield shorter


def _matches(path: str) -> Iterator[tuple[Page, str, dict[str, str]]]:
    """Yield the pages that an address may mean, with the form and the parameters in the path.

    Pages with the most fixed parts come first.
    """
    head, _, ending = path.rpartition(".")
    for page, pattern in _patterns():
        if ending in page.forms and ending in KINDS and (found := pattern.fullmatch(head)):
            yield page, ending, found.groupdict()
        elif found := pattern.fullmatch(path):
            yield page, "", found.groupdict()


@cache
def _patterns() -> tuple[tuple[Page, re.Pattern[str]], ...]:
    order = sorted(site_pages(), key=lambda page: (page.address.count("{"), -page.address.count("/")))
    return tuple((page, page.pattern()) for page in order)


SERVED = "Only `mnna serve` answers this; a site of files does not."
_LINK = re.compile(r'<(a|link|script|form|img|input)\b([^<>]*?)\s(href|src|action|content|data-index)="(/[^"]*)"')
_NOT_IN_A_TAG = ("frame-ancestors", "sandbox")
"""Parts of a policy that work only in a header."""


def policy(header: str) -> str:
    """Return a policy as a `meta` tag."""
    kept = "; ".join(part for part in header.split("; ") if not part.startswith(_NOT_IN_A_TAG))
    return f'<meta http-equiv="Content-Security-Policy" content="{escape(kept)}">'


PAGE, ALONE = policy(POLICY), policy(DOCUMENT)


def localized(html: str, here: str, places: Places, found: Callable[[Question], None]) -> str:
    """Return the page for the file `here`; `found` is called with every question that its links ask."""

    def link(match: re.Match[str]) -> str:
        tag, before, name, address = match.groups()
        target = places.target(unescape(address))
        if target is None:
            return f'<{tag}{before} data-served title="{SERVED}"'
        if target.asked is not None:
            found(target.asked)
        return f'<{tag}{before} {name}="{away(target.file, here)}{escape(target.rest)}"'

    return with_policy(_LINK.sub(link, html), PAGE)


def with_policy(html: str, tag: str) -> str:
    """Return the page with the policy tag before anything that it loads."""
    return html.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n{tag}', 1)
