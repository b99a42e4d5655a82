"""The questions that a site of plain files answers, derived from the declared pages: a new page is part of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from mnna.answers.holders import SHOWN
from mnna.interfaces.http.declared import Key, Page, Question, example, pages
from mnna.interfaces.listing import listed
from mnna.interfaces.params import Param
from mnna.registry.days import today
from mnna.registry.load import load_registry

ABOUT_ONE = frozenset({"country", "recipient"})
"""The parameters that name the country a page is about."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The extent of a site: its countries by code, and whether it has the slow answers about all countries (`whole`).

    `facts` is a folder of the user's own facts, added to ours, and `base` the address of the site in citations.
    """

    codes: tuple[str, ...]
    whole: bool
    facts: Path | None = None
    base: str = ""


@cache
def site_pages() -> tuple[Page, ...]:
    """Return every page with its forms in a site: no Excel file, and no PDF of data tables."""
    read_by_programs = {one.word for one in listed() if one.under == "data"}
    return tuple(_without(page, "xlsx", *(["pdf"] if page.word in read_by_programs else [])) for page in pages())


def _without(page: Page, *forms: str) -> Page:
    return replace(page, forms=tuple(form for form in page.forms if form not in forms))


def planned(scope: Scope) -> dict[Key, Question]:
    """Return the first questions by key, in the order of the menu; linked questions are added during the build."""
    found = (page.asked(given) for page in site_pages() for given in _asked(page, scope))
    return {one.key: one for one in found}


def blank(page: Page) -> bool:
    """Return whether the page without parameters shows its form, and not an answer."""
    return not page.ready(page.asked({}).given)


def free(page: Page) -> tuple[str, ...]:
    """Return the parameters in the path that only a link can fill in, such as an id or a citation."""
    return tuple(param.name for param in page.params if param.where == "path" and param.name not in ABOUT_ONE)


def _asked(page: Page, scope: Scope) -> Iterator[Mapping[str, object]]:
    if "{" not in page.address:
        yield {}
    if answered_here(page, scope):
        yield from MORE.get(page.address, _by_parameters)(page, scope)


def answered_here(page: Page, scope: Scope) -> bool:
    """Return whether the site has the answers of a page; slow ones about all countries only if it is `whole`."""
    return (
        scope.whole or not page.endpoint.slow or any(param.needed and param.name in ABOUT_ONE for param in page.params)
    )


def printed(page: Page, scope: Scope) -> Page:
    """Return the page with its forms in this site: unless it is `whole`, only pages about a country have a PDF."""
    if scope.whole or any(param.name in ABOUT_ONE for param in page.params):
        return page
    return _without(page, "pdf")


def _by_parameters(page: Page, scope: Scope) -> Iterable[Mapping[str, object]]:
    """Return a question for each value of the only needed parameter, or of the first one with choices."""
    if free(page) or not page.forms:
        return ()
    needed = [param for param in page.params if param.needed or param.where == "path"]
    if len(needed) > 1:
        return ({name: value for name, value in example(page).given.items() if value},)
    first = needed or [param for param in page.params[:1] if param.choices and not param.many]
    return ({param.name: value} for param in first for value in _values(param, scope))


def _values(param: Param, scope: Scope) -> Iterable[str]:
    if param.name in ABOUT_ONE:
        return scope.codes
    return (value for value, _ in param.choices()) if param.choices else ()


def _what_ifs(page: Page, scope: Scope) -> Iterator[Mapping[str, object]]:
    """Yield for each country the termination of each headline status it holds, and the designation for each other."""
    registry, on = load_registry(scope.facts), today()
    for code in scope.codes:
        for status in SHOWN:
            held = registry.holds(code, status, on)
            yield {"country": code, "terminate" if held else "designate": (status,)}


Asking = Callable[[Page, Scope], Iterable[Mapping[str, object]]]
MORE: Mapping[str, Asking] = {
    "/what-if": _what_ifs,
    "/changes": lambda page, scope: ({"country": code} for code in scope.codes),  # each with a feed and a calendar
}
"""Pages whose questions cannot be derived from their parameters."""


@cache
def by_address() -> Mapping[str, Page]:
    """Return every page by its address."""
    return {page.address: page for page in site_pages()}
