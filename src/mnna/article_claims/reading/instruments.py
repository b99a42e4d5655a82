"""Sentences that name the act itself: “a presidential determination dated June 24”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mnna.article_claims.reading import plans
from mnna.article_claims.reading.beginnings import began
from mnna.article_claims.reading.doubts import wished
from mnna.article_claims.reading.entities import STATUS
from mnna.article_claims.reading.grammar import Draft, Found, Masked
from mnna.registry.statuses import USUAL


def read(sentence: Masked) -> Iterator[Draft]:
    """“a presidential determination dated June 24”, “signed a determination designating Peru … on January 14”."""
    status = sentence.context.status or next((one.value for one in sentence.of("S")), None)
    code = plans.one_country(sentence)
    ours = sentence.of(STATUS) or sentence.has("designat") or sentence.context.counted
    if status != USUAL or code is None or not ours or wished(sentence):
        return
    forms = (
        r"(?:<X\d+>|(?:presidential )?(?:determination|memorandum|proclamation)(?: no\. \S+| <X\d+>"
        r"| <N\d+>)?)(?: to [^.;,]{1,60}?)?"
        r",? (?:\w+ )?"
        r"(?:was |is |were )?(?:dated|signed on|signed|issued on|of|written on|released on) {D}",
        r"(?:on {D},? )(?:president )?<P\d+> signed (?:an? |the )?(?:presidential |executive )?"
        r"(?:determination|memorandum|proclamation|order)",
        r"signed (?:an? |the )?(?:presidential |executive )?(?:determination|memorandum|proclamation"
        r"|order)[^.;]{0,90}? on {D}",
    )
    for form in forms:
        for found in sentence.find(form):
            if (day := found.value("d")) is not None and day.date is not None and _may_designate(sentence, found):
                how = f"“{found.said}”: the act of designation"
                yield found.drafts(how, began(code, status, day))
                return


def _may_designate(sentence: Masked, found: Found) -> bool:
    """Whether an instrument is one by which the status is given: no statute, no order or proclamation on other"
    " things."""
    law = re.match(r"<X(\d+)>", found.match[0])
    if law and not sentence.entities[int(law[1])].said.lower().startswith(("presidential", "pd")):
        return False
    return (
        "determination" in found.match[0] or "memorandum" in found.match[0] or bool(law) or sentence.has("designat|<S")
    )
