"""The brief: everything about one country in one document, from one value in many forms.

>>> import mnna
>>> made = mnna.brief("MEX", versus="COL", on="2026-11-24")
>>> made.bottom_line[0]
'On 24 November 2026 Mexico is not a major non-NATO ally and has never been one.'

`mnna.brief.render(made, "pdf")` gives the bytes of a form, `mnna.brief.write(made, "mexico.pdf")` a file.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from mnna.brief.compose import brief
from mnna.brief.document import Brief
from mnna.brief.output import FORMS, render, write

__all__ = ["FORMS", "Brief", "brief", "render", "write"]


class _Word(ModuleType):
    """This package, which is also the public word: `mnna.brief("MEX")` works whatever was imported before."""

    def __call__(self, *asked: Any, **named: Any) -> Brief:
        return brief(*asked, **named)


sys.modules[__name__].__class__ = _Word
