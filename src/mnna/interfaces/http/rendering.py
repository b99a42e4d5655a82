"""Pages as HTML: one Jinja environment, which escapes all values and raises an error for a missing name."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from mnna.interfaces.http import template_filters
from mnna.interfaces.http.declared import Page, menu
from mnna.interfaces.http.outputs import KINDS
from mnna.interfaces.http.uploads import BYTES, ROWS
from mnna.present.numbers import figure
from mnna.registry.countries import countries
from mnna.sentences import capital
from mnna.series.uses import CriterionRow, uses, weighed

HERE = Path(__file__).parent


@cache
def environment() -> Environment:
    """Return the environment that all pages share."""
    env = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters |= template_filters.FILTERS
    env.globals |= {
        "asset": asset,
        "figure": figure,
        "drawn_safely": template_filters.drawn_safely,
        "LARGEST_UPLOAD": BYTES,
        "MOST_ROWS": ROWS,
        "all_countries": _choices,
        "criteria_to_choose": _criteria,
        "part": _part,
        "options": lambda param, chosen: _options(tuple(param.choices()), frozenset(chosen or ())),
        "form_address": _form_address,
        "site": False,
        "menu": menu(),
        "page": None,
        "error": None,
        "media": {form: kind.split(";")[0] for form, kind in KINDS.items() if form != "html"},
    }
    return env


@lru_cache(maxsize=128)
def _part(name: str, site: bool, at: str = "") -> Markup:
    """Return a part that is the same on all pages at an address. It is cached: it is half the work of a short page."""
    return Markup(environment().get_template(f"parts/{name}.html").render(site=site, at=at))


@lru_cache(maxsize=128)
def _options(choices: tuple[tuple[str, str], ...], chosen: frozenset[str | None]) -> Markup:
    made = Markup('<option value="{}"{}>{}</option>\n')
    return Markup("").join(
        made.format(each, Markup(" selected" if each in chosen else ""), said) for each, said in choices
    )


def _form_address(page: Page, given: Mapping[str, Any]) -> str:
    """Return the address that a page's form is sent to, with the parameters in the path filled in."""
    filled = {param.name: quote(str(given.get(param.name) or "")) for param in page.params if param.where == "path"}
    return page.address.format_map(filled)


@cache
def _choices() -> tuple[str, ...]:
    return tuple(sorted(country.name for country in countries().values()))


class CriterionChoice(NamedTuple):
    """A criterion in a form: its name, its words, whether it is one of the default ten, and which values are better."""

    name: str
    title: str
    usual: bool
    better: str


@cache
def _criteria() -> tuple[CriterionChoice, ...]:
    found = (uses()[name] for name in weighed())
    made = [CriterionChoice(one.short or one.id, capital(one.plain), *_usual(one.criterion)) for one in found]
    return tuple(sorted(made, key=lambda one: (not one.usual, one.title)))


def _usual(row: CriterionRow | None) -> tuple[bool, str]:
    return (False, "up") if row is None else (True, "down" if row.better == "low" else "up")


@lru_cache(maxsize=64)
def asset(name: str) -> str:
    """Return the address of a static file, with a hash that changes when the file changes."""
    mark = hashlib.sha256((HERE / "static" / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={mark}"


def render(template: str, **context: Any) -> bytes:
    """Return the template filled in, as UTF-8."""
    return environment().get_template(template).render(**context).encode()
