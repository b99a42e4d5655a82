"""How facts are written on a page: dates in full, amounts with their unit, citations as links to the official text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

from mnna.errors import MnnaError
from mnna.registry.countries import countries
from mnna.registry.countries import the as the
from mnna.registry.days import a_day, held_days
from mnna.statutes import citations

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def longdate(text: str | date | None) -> str:
    """A day as `23 May 2022`, a month as `May 2022`; any other text as it is."""
    if text is None:
        return ""
    parts = str(text).split("-")
    if not all(part.isdigit() for part in parts) or len(parts) not in (2, 3):
        return str(text)
    month = _MONTHS[int(parts[1]) - 1]
    return f"{int(parts[2])} {month} {parts[0]}" if len(parts) == 3 else f"{month} {parts[0]}"


def time_tag(text: str | date | None) -> Markup:
    """A day in words with the ISO day for machines."""
    if not text:
        return Markup("")
    return Markup('<time datetime="{}">{}</time>').format(str(text), longdate(text))


def held(row: Mapping[str, Any]) -> str:
    """The days of a status in words, of a row of JSON: `since 23 May 2022`, `since a day in 1987`."""
    return held_days(row["since"], row["since_by"], row["until"], row["until_by"], longdate)


def since(row: Mapping[str, Any]) -> str:
    """The first day of a row of JSON as far as it is known; empty where there is none."""
    return a_day(row["since"], row["since_by"], longdate) if row["since"] else ""


def country_name(code: str) -> str:
    """The everyday name of a code."""
    found = countries().get(code)
    return found.name if found else code


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=4096)
def cited(text: str) -> Markup:
    """A citation, each part of it a link to the official text where there is one."""
    parts = [_linked(part.strip()) for part in text.split(";") if part.strip()]
    return Markup("; ").join(parts)


def _linked(part: str) -> Markup:
    if part.startswith("https://"):
        return Markup('<a class="cite" href="{}" rel="noreferrer">{}</a>').format(part, part.removeprefix("https://"))
    try:
        link = next((one.link for one in citations.parse(part) if one.link), "")
    except MnnaError:
        link = ""
    if not link.startswith("https://"):
        return Markup('<span class="cite">{}</span>').format(part)
    return Markup('<a class="cite" href="{}" rel="noreferrer">{}</a>').format(link, part)


_CODE = re.compile("`([^`]+)`")


def code(text: str) -> Markup:
    """The text with what stands in backticks, a command or a key, set as such."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))


def sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    return capital(text) + ("" if text.endswith((".", "?", "!")) else ".")


def law_address(id_: str) -> str:
    """The page of an authority, channel or citation."""
    return f"/law/{quote(id_, safe='/(),:')}"


FILTERS = {
    "longdate": longdate,
    "time": time_tag,
    "held": held,
    "country": country_name,
    "capital": capital,
    "cited": cited,
    "code": code,
    "sentence": sentence,
    "law_address": law_address,
}
