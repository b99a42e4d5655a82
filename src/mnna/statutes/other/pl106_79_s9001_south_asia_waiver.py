"""P.L. 106-79 §9001: the power to waive the nuclear bars for India and Pakistan, used in full on 22 September 2001.

Earlier waivers covered credit, banks and training, never arms or military financing.
"""

from __future__ import annotations

from datetime import date

from mnna.statutes.provision import Act

SINCE = date(1999, 10, 25)
"""The day from which the President could waive all three bars for India and Pakistan."""

_MAY = "the President may waive the bar for India and Pakistan; the power ends if the country tests again"

WAIVE = Act(text=_MAY, citation="P.L. 106-79 §9001(a), (c)", lifts=True)
WAIVE_ARMS = Act(
    text=f"{_MAY}; for arms sales, licenses and financing he must certify that the bar is not in the national security "
    "interest",
    citation="P.L. 106-79 §9001(a)-(c)",
    lifts=True,
)
