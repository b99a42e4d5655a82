"""The stamp of a site: the law, facts, figures and version of its answers, in one file and in one address."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from mnna._version import __version__
from mnna.engine.law_hash import law_hash
from mnna.registry.days import today
from mnna.registry.load import load_registry
from mnna.series import figures_hash

FILE = "stamp.json"
IN_FILE = "(in stamp.json)"
KEYS = ("stamp", "law", "facts", "figures")
"""Fields of an answer that are left out where they hold a hash of law or facts."""


_OWN: list[Path | None] = [None]


def use(facts: Path | None) -> None:
    """Set the folder of the user's own facts that the stamp of this process includes."""
    _OWN[0] = facts
    stamp.cache_clear()
    _hashes.cache_clear()


@cache
def stamp() -> dict[str, str]:
    """Return the hashes of law, facts and figures, the version, and today's date."""
    facts = load_registry(_OWN[0]).hash
    return {
        "law": law_hash(),
        "facts": facts,
        "figures": figures_hash(),
        "version": __version__,
        "on": today().isoformat(),
    }


def permanent() -> str:
    """Return the folder of the stamp: `v/LAW-FACTS`."""
    return f"v/{stamp()['law']}-{stamp()['facts']}"


@cache
def _hashes() -> re.Pattern[str]:
    found = "|".join(re.escape(stamp()[name]) for name in ("law", "facts", "figures"))
    return re.compile(rf"\b(?:{found})\b")


def without_hashes(text: str) -> str:
    """Return a text with each hash replaced by a reference to the stamp file, and no stamp in its addresses."""
    return _hashes().sub(IN_FILE, text.replace(f"/{permanent()}/", "/"))


def without_hashes_in(value: Any) -> Any:
    """Return a document, or a part of one, with `without_hashes` applied to every text in it."""
    if isinstance(value, str):
        return without_hashes(value)
    if isinstance(value, tuple):
        inside = map(without_hashes_in, value)
        return type(value)(*inside) if hasattr(value, "_fields") else tuple(inside)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: without_hashes_in(getattr(value, one.name)) for one in fields(value)})
    return value


def unstamped(document: dict[str, Any]) -> dict[str, Any]:
    """Return an answer without its stamp and its hashes."""
    kept = {name: value for name, value in document.items() if name != "stamp"}
    return {name: value for name, value in kept.items() if not (name in KEYS and _hashes().fullmatch(str(value)))}
