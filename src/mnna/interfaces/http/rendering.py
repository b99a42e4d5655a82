"""Pages as HTML: one Jinja environment, strict about missing names, with all that is filled in escaped."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from mnna.interfaces.http import figures, template_filters
from mnna.interfaces.http.page_spec import Page
from mnna.interfaces.http.uploads import BYTES, ROWS
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.registry.records import StatusKind
from mnna.statutes import catalog

HERE = Path(__file__).parent


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The environment all pages share."""
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
        "term_value": template_filters.term_value,
        "figure": figures.figure,
        "signed": figures.signed,
        "interval": figures.interval,
        "percent": figures.percent,
        "drawn_safely": drawn_safely,
        "LARGEST_UPLOAD": BYTES,
        "MOST_ROWS": ROWS,
        "TOPICS": template_filters.TOPICS,
        "CHANNELS": template_filters.CHANNELS,
        "all_countries": _choices,
        "form_address": _form_address,
        "all_statuses": _statuses,
        "all_questions": _questions,
        "case_facts": _case_facts,
        "effect_outcomes": _outcomes,
        "all_measures": _measures,
        "case_more": lambda given: any(given.get(name) for name, _, _ in _case_facts()),
    }
    return env


def _form_address(page: Page, given: Mapping[str, Any]) -> str:
    """Where a page's form leads: its address, with what stands in the path already."""
    filled = {param.name: quote(str(given.get(param.name) or "")) for param in page.params if param.where == "path"}
    return page.address.format_map(filled)


@lru_cache(maxsize=1)
def _choices() -> tuple[str, ...]:
    return tuple(sorted(country.name for country in countries().values()))


@lru_cache(maxsize=1)
def _statuses() -> tuple[StatusKind, ...]:
    return tuple(load_registry().kinds.values())


@lru_cache(maxsize=1)
def _questions() -> list[tuple[str, str, list[Any]]]:
    found: dict[str, list[Any]] = {topic: [] for topic in template_filters.TOPICS}
    for authority in catalog.authorities().values():
        found[authority.topic].append(authority)
    return [(topic, template_filters.TOPICS[topic], entries) for topic, entries in found.items() if entries]


def _case_facts() -> list[tuple[str, Any, tuple[str, ...]]]:
    from mnna.interfaces.http.pages.case import facts_of_law

    return [(name, field, channels) for name, (field, channels) in facts_of_law().items()]


def _measures() -> list[Any]:
    from mnna.answers.compare import MEASURES

    return list(MEASURES.values())


def _outcomes() -> dict[str, str]:
    from mnna.interfaces.http.pages.effects import OUTCOMES

    return OUTCOMES


_STYLE = re.compile(r' style="([^"]*)"')


def drawn_safely(svg: str) -> Markup:
    """A picture of our own making for a page that allows no style in attributes: each becomes an attribute itself."""
    return Markup(_STYLE.sub(_attributes, svg))


def _attributes(found: re.Match[str]) -> str:
    pairs = [part.split(":", 1) for part in found[1].split(";") if ":" in part]
    return "".join(f' {name.strip()}="{value.strip()}"' for name, value in pairs)


@lru_cache(maxsize=64)
def asset(name: str) -> str:
    """The address of a static file, with a mark that changes when the file does."""
    mark = hashlib.sha256((HERE / "static" / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={mark}"


def render(template: str, **context: Any) -> bytes:
    """The template filled in."""
    return environment().get_template(template).render(**context).encode()
