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
    from mnna.briefs.compose import FORMS, Brief, brief, render, write

__all__ = ["FORMS", "Brief", "brief", "render", "write"]


def __getattr__(name: str) -> Any:
    """Import a name at first use, because `mnna law` needs only one section of a brief."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("mnna.briefs.compose"), name)
