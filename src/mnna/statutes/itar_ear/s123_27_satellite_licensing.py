"""ITAR 123.27 and P.L. 106-113 section 1309: the licensing regime for commercial satellites of allies.

Since November 2014 ordinary communications satellites and their parts are licensed by Commerce, so it matters little
today.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import NO, Cited, Named, Status
from mnna.statutes.aeca.s36_review import since
from mnna.statutes.faa.s517_designation import DESIGNATION
from mnna.statutes.parameters import param
from mnna.statutes.partners import DENIED, TERRORISM_LIST, Taiwan, allies
from mnna.statutes.provision import Acts, Amendment, Authority, Provision, amended
from mnna.statutes.vocabulary import MNNA, NATO

RECITED = Status("itar-mnna-list", "named in the ITAR's own list of major non-NATO allies")

_REGIME = "P.L. 106-113 div. B §1000(a)(7) [div. B, title XIII, §1309(a)(1)]"

_RULE_123 = "22 CFR 123.27(a)(1)"

BARRED = TERRORISM_LIST | Status("satellite-barred", "China or North Korea, named in the bar on satellites")

ACTS = Acts(
    __name__,
    {
        "ordinary": ~(DENIED | BARRED),
        "excepted": Status("itar-126-1-table2", "in Table 2 of ITAR 126.1") & ~BARRED,
        "unbarred": BARRED,
        "list-lags": since("itar-list") & allies(MNNA, taiwan=Taiwan.NO) & ~RECITED,
    },
)

LICENSING = Authority(
    id="satellite-licensing",
    question="May satellite components for this country be licensed under the special regime for allies?",
    provisions=amended(
        Provision(
            since=date(1999, 3, 15),
            citation="P.L. 105-261 s. 1513(a)",
            says="Commercial satellites and their parts are on the Munitions List and no regime distinguishes allies.",
            rule=Named("regime", "a regime for allies exists", NO, spelled=False),
            routes=ACTS("ordinary"),
            source="pl-105-261",
            confidence="medium",
            note="Section 1513(a) was enacted on 17 October 1998; the transfer took effect on 15 March 1999, a day "
            "from general knowledge.",
        ),
        Amendment(
            since=date(1999, 11, 29),
            citation=_REGIME,
            says="State must set up a regime, with expedited approval as appropriate, for commercial satellites and "
            "their parts going to NATO allies and major non-NATO allies.",
            rule=allies(Cited(_REGIME, NATO) | Cited(_REGIME, MNNA), taiwan=Taiwan.NO),
            steps=ACTS("set-up"),
            routes=ACTS(DESIGNATION, "ordinary", "excepted"),
            source="pl-106-113",
            confidence="high",
            note="",
        ),
        Amendment(
            since=date(2000, 7, 1),
            citation="22 CFR 123.27",
            says="One expedited license may cover many exports of communications satellite components and data, "
            "without contracts and end-use certificates beforehand, where every destination is a NATO member or a "
            "major non-NATO ally.",
            rule=allies(Cited(_RULE_123, NATO) | Cited(_RULE_123, MNNA), taiwan=Taiwan.BY_TRANSFER),
            terms={
                "mde_below_usd": param("satellite-mde"),
                "total_below_usd": param("satellite-total"),
                "report_days": param("satellite-report-days"),
            },
            steps=ACTS("registered", "approved-list", "below-amounts", "no-design-data", "reported", "list-lags"),
            source="cfr-22-123-27",
            note="Members of the European Space Agency or the European Union may be added case by case, 22 CFR "
            "123.27(c). Taiwan comes in with section 1206, which the rule now recites.",
        ),
        Amendment(
            since=date(2014, 11, 10),
            says="The regime stands, but only for what is still on the Munitions List: ordinary communications "
            "satellites and their parts passed to Commerce (79 FR 27180, 79 FR 27417).",
            routes=ACTS(DESIGNATION, "ordinary", "excepted", "unbarred"),
            confidence="medium",
            note="P.L. 112-239 s. 1261 (2 January 2013) allowed the move; its main date, 10 November 2014, is general "
            "knowledge. The regime is no fast lane for satellites or signals technology at large, nor for military "
            "ones.",
        ),
    ),
)
