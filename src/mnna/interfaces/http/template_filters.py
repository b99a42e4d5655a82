"""How facts are written on a page: dates in full, amounts with their unit, citations as links to the official text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

from mnna.engine.notice import GROUPS
from mnna.errors import MnnaError
from mnna.registry.countries import countries
from mnna.registry.countries import the as the
from mnna.registry.days import a_day, held_days
from mnna.statutes import citations, listing

TOPICS = listing.TOPICS
CHANNELS = {id_: row.label for id_, row in listing.CHANNELS.items()}
"""How a transfer is made, as a form offers it."""

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


def happened(row: Mapping[str, Any]) -> str:
    """The day of a step or entry that is known only within a window."""
    return a_day(row["on"], row["on_by"], longdate)


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


_ACT = re.compile(r"^(.*?)\s*\[([^\[\]]+)\]$", re.DOTALL)


def act(text: str) -> Markup:
    """A step or route: a sentence, then its citation as a link."""
    found = _ACT.match(text)
    if found is None:
        return escape(sentence(text))
    return Markup("{} <small>{}</small>").format(sentence(found[1]), cited(found[2]))


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


def usd(value: object) -> str:
    """An amount in US dollars."""
    if value is None:
        return "not known"
    number = float(str(value))
    return f"${number:,.0f}" if number == int(number) else f"${number:,.2f}"


_UNITS = {"days": "days", "years": "years", "pounds": "pounds", "percent": "percent", "months": "months"}


def term_name(name: str) -> str:
    """The name of a term in words, without its unit."""
    words = name.split("_")
    return capital(" ".join(words[:-1] if words[-1] in ("usd", *_UNITS) and len(words) > 1 else words))


def term_value(name: str, value: object) -> str:
    """The value of a term with its unit; unknown where it is not known."""
    unit = name.rsplit("_", 1)[-1]
    if value is None:
        return "unknown" if unit != "usd" else "none, or not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if unit == "usd":
        return usd(value)
    shown = f"{value:,}" if isinstance(value, (int, float)) else str(value)
    return f"{shown} {_UNITS[unit]}" if unit in _UNITS else GROUPS.get(shown, shown)


def reason(finding: Mapping[str, Any]) -> str:
    """The reason without the verdict it opens with, which stands beside it already."""
    text: str = finding["because"]
    first, _, rest = text.partition(". ")
    return rest if first.lower() in ("yes", "no", "unknown") and rest else text


def shape(about: Mapping[str, Any]) -> str:
    """A JSON Schema in few words, for the page that lists the interface."""
    if "$ref" in about:
        return str(about["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in about:
        return " or ".join(shape(each) for each in about["anyOf"])
    if "enum" in about or "const" in about:
        return ", ".join(f"“{value}”" for value in about.get("enum", [about.get("const")]))
    if about.get("type") == "array":
        return f"list of {shape(about.get('items', {}))}"
    return str(about.get("type", "anything"))


FILTERS = {
    "longdate": longdate,
    "time": time_tag,
    "held": held,
    "since": since,
    "happened": happened,
    "country": country_name,
    "the": the,
    "capital": capital,
    "cited": cited,
    "act": act,
    "code": code,
    "sentence": sentence,
    "law_address": law_address,
    "usd": usd,
    "term_name": term_name,
    "reason": reason,
    "shape": shape,
}
