"""Read the number of a bill in any of its usual forms: `H.R. 5334`, `HR5334`, `S 4784`, `119 H.R. 5334`."""

from __future__ import annotations

import re

from mnna.quick import quick_pattern
from mnna.statutes.citation_places import BILLS

_CONGRESS = r"1\d\d(?:st|nd|rd|th)?(?:\s*cong(?:ress|\.)?)?"
_FORM = quick_pattern(
    rf"\s*(?:bill\s+)?(?:{_CONGRESS}[\s,]+)?"
    r"(?P<kind>h\.?\s*j\.?\s*res\.?|s\.?\s*j\.?\s*res\.?|h\.?\s*res\.?|s\.?\s*res\.?|h\.?\s*r\.?|s\.?)"
    rf"\s*(?P<number>\d{{1,5}})(?:\s*[,(]?\s*{_CONGRESS}\)?)?\s*",
    re.IGNORECASE,
)
_BEGINNINGS = ("b", "1", "h", "s")
"""The first characters of these forms; other citations are not matched against the pattern."""


def bill(text: str) -> str | None:
    """Return the number of a bill as it is cited, such as `H.R. 5334`, or None if the text is not a bill number.

    >>> bill("hr5334"), bill("S 4784 (119th Congress)"), bill("22 USC 2776")
    ('H.R. 5334', 'S. 4784', None)
    """
    if not text.lstrip().casefold().startswith(_BEGINNINGS) or (found := _FORM.fullmatch(text)) is None:
        return None
    kind = "".join(sign for sign in found["kind"].casefold() if sign.isalpha())
    return f"{BILLS[kind][0]} {int(found['number'])}"
