"""The brief: everything about one country in one document, from one value in many forms.

>>> import mnna
>>> made = mnna.brief("MEX", versus="COL", on="2026-11-24")
>>> made.bottom_line[0]
'On 24 November 2026 Mexico is not a major non-NATO ally and has never been one.'

From here, `render(made, "pdf")` gives the bytes of a form and `write(made, "mexico.pdf")` a file.
"""

from __future__ import annotations

from mnna.briefs.compose import brief
from mnna.briefs.document import Brief
from mnna.briefs.output import FORMS, render, write

__all__ = ["FORMS", "Brief", "brief", "render", "write"]
