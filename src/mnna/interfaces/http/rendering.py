"""Pages as HTML: one Jinja environment, which escapes all values and raises an error for a missing name."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from mnna.interfaces.documents.claims import source_title
from mnna.interfaces.http.declared import Page, drawn_safely, menu
from mnna.interfaces.http.outputs import KINDS
from mnna.interfaces.http.uploads import BYTES, ROWS
from mnna.present.days import day
from mnna.present.numbers import figure
from mnna.registry.countries import countries, name_of
from mnna.registry.days import held_days
from mnna.sentences import capital
from mnna.series.uses import uses, weighed
from mnna.statutes.citations import official

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
    env.filters |= FILTERS
    env.globals |= {
        "asset": asset,
        "figure": figure,
        "drawn_safely": drawn_safely,
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
    found = ((uses()[name], uses()[name].criterion) for name in weighed())
    made = [
        CriterionChoice(
            one.short or one.id, capital(one.plain), row is not None, "down" if row and row.better == "low" else "up"
        )
        for one, row in found
    ]
    return tuple(sorted(made, key=lambda one: (not one.usual, one.title)))


@lru_cache(maxsize=64)
def asset(name: str) -> str:
    """Return the address of a static file, with a hash that changes when the file changes."""
    mark = hashlib.sha256((HERE / "static" / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={mark}"


def render(template: str, **context: Any) -> bytes:
    """Return the template filled in, as UTF-8."""
    return environment().get_template(template).render(**context).encode()


def time_tag(text: str | date | None) -> Markup:
    """Return a day in words, as a `time` element with the ISO day; empty for no day."""
    if not text:
        return Markup("")
    return Markup('<time datetime="{}">{}</time>').format(str(text), day(text))


def held(row: Mapping[str, Any]) -> str:
    """Return the days of a status in words, from a row of JSON: `since 23 May 2022`, `since a day in 1987`."""
    return held_days(row["since"], row["since_by"], row["until"], row["until_by"])


@lru_cache(maxsize=4096)
def cited(text: str) -> Markup:
    """Return a citation, each part of it a link to the official text where there is one."""
    parts = [_linked(part.strip()) for part in text.split(";") if part.strip()]
    return Markup("; ").join(parts)


def _linked(part: str) -> Markup:
    link = part if part.startswith("https://") else official(part)
    if not link.startswith("https://"):
        return Markup('<span class="cite">{}</span>').format(part)
    return Markup('<a class="cite" href="{}" rel="noreferrer">{}</a>').format(
        link, source_title(part).removeprefix("https://")
    )


def unbroken(title: str) -> Markup:
    """Return a title in which no line breaks at the hyphen of `non-NATO`."""
    return Markup(escape(title).replace("non-NATO", Markup('<span class="whole-word">non-NATO</span>')))


FILTERS = {
    "unbroken": unbroken,
    "longdate": day,
    "time": time_tag,
    "held": held,
    "country": name_of,
    "capital": capital,
    "cited": cited,
}
"""The filters that templates may use, by name."""
