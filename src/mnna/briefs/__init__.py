"""The brief: everything about one country in one document, which can be written in several forms.

>>> import mnna
>>> made = mnna.brief("MEX", versus="COL", on="2026-11-24")
>>> made.bottom_line[0]
'On 24 November 2026 Mexico is not a major non-NATO ally and has never been one.'

`render(made, "pdf")` returns the bytes of a form; `write(made, "mexico.pdf")` writes a file.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mnna.briefs.compose import Brief, brief
    from mnna.briefs.output import FORMS, render, write

__all__ = ["FORMS", "Brief", "brief", "render", "write"]

_HOME = {"Brief": "compose", "brief": "compose", "FORMS": "output", "render": "output", "write": "output"}
"""The module of each name, imported at first use, because `mnna law` needs only one section of a brief."""


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"mnna.briefs.{_HOME[name]}"), name)
