"""The resources of the assistants' server: lists of ids, provisions, sources, and holders of a status."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import unquote

from mnna.errors import UnknownWord
from mnna.interfaces.mcp.budget import written
from mnna.interfaces.params import channels, questions_of_law, statuses

SCHEME = "mnna://"
LISTS: Mapping[str, tuple[str, Callable[[], Iterable[tuple[str, str]]]]] = {
    "statuses": ("The ids of statuses, each with its title", statuses),
    "authorities": ("The ids of questions of law, each with its question", questions_of_law),
    "channels": ("The ids of ways of transfer", channels),
}
"""Name of a list to its title and the function that returns its rows."""

ONE: Mapping[str, tuple[str, str, str]] = {
    "law": ("A provision with its words and rule", "law", "asked"),
    "sources": ("A source", "source", "id"),
    "statuses": ("Who holds a status", "holders", "status"),
}
"""First part of an address to its title, the tool that answers it, and the parameter of that tool."""


def listed() -> list[dict[str, str]]:
    """Return the lists, each as name, title and address."""
    return [{"name": name, "title": title, "uri": f"{SCHEME}{name}"} for name, (title, _) in LISTS.items()]


def templates() -> list[dict[str, str]]:
    """Return the addresses with a parameter: a provision, a source, the holders of a status."""
    return [
        {"name": name, "title": title, "uri_template": f"{SCHEME}{name}/{{{asked}}}"}
        for name, (title, _, asked) in ONE.items()
    ]


def read(uri: str, ask: Callable[[str, dict[str, Any]], Mapping[str, Any]]) -> str:
    """Return the resource at an address as JSON; raises `UnknownWord` where there is none.

    `ask` calls a tool with its arguments.
    """
    kind, _, rest = uri.removeprefix(SCHEME).partition("/")
    if uri.startswith(SCHEME) and not rest and kind in LISTS:
        return written([{"id": id_, "title": title} for id_, title in LISTS[kind][1]()])
    if uri.startswith(SCHEME) and rest and kind in ONE:
        _, tool, parameter = ONE[kind]
        return written(ask(tool, {parameter: unquote(rest)}))
    near = [one["uri"] for one in listed()] + [one["uri_template"] for one in templates()]
    raise UnknownWord(f"the resource {uri!r}", "there is no such resource", near, "")
