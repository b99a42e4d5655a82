"""AECA 62 and 63, 22 USC 2796a and 2796b: leases of defense articles, and loans under FAA part II chapter 2.

Whether Congress is notified depends only on the length: one year or longer, whatever the value. The value decides
whether Congress can also forbid the lease by joint resolution.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Named
from mnna.statutes.aeca.s36_review import EVERYONE, group, since
from mnna.statutes.parameters import param
from mnna.statutes.provision import Act, CaseLaw, CaseProvision, Measure
from mnna.statutes.vocabulary import (
    LEASE_MONTHS,
    MDE,
    NATO,
    NATO_ORGANIZATION,
    RETRANSFER,
    RETRANSFER_COMMERCIAL,
    THRESHOLDS,
    TOTAL,
    at_least,
    choose,
)

LONG = Named(
    "a year or longer", "the lease or loan is for a year or longer", LEASE_MONTHS >= param("62-months"), spelled=True
)
ANY_VALUE = (Measure(name="none", met=LONG, usd=None, citation="22 USC 2796a(a)"),)
DAYS = choose(NATO | NATO_ORGANIZATION | RETRANSFER_COMMERCIAL, param("62-days-nato-plus"), param("62-days"))
GROUP = group(RETRANSFER_COMMERCIAL)

LARGE = at_least(MDE, param("63-mde")) | (TOTAL >= param("63-total"))
LARGE_FAVORED = at_least(MDE, param("63-mde-nato-plus")) | (TOTAL >= param("63-total-nato-plus"))
SPARED_1981 = NATO | NATO_ORGANIZATION | RETRANSFER
"""The countries whose leases section 63 did not cover until 1996; 3(d)(2)(B), enacted the same day, names the same."""

_VETO = (
    "where the lease reaches the section 63 thresholds (replacement cost less depreciation), Congress may forbid it by "
    "joint resolution within the same days"
)
VETO_1981 = Act(
    text=_VETO.replace("joint", "concurrent"),
    citation="22 USC 2796b(a)",
    when=~since("36-joint-resolution") & ~SPARED_1981,
)
VETO_1986 = Act(text=_VETO, citation="22 USC 2796b(a)", when=since("36-joint-resolution") & ~SPARED_1981)
VETO_1996 = Act(text=_VETO, citation="22 USC 2796b(a)", when=LARGE)
VETO_2002 = Act(text=_VETO, citation="22 USC 2796b(a)(1)-(2)", when=choose(NATO | THRESHOLDS, LARGE_FAVORED, LARGE))

EMERGENCY = Act(
    text="the President may certify that an emergency requires the lease at once, which removes the notice and the "
    "section 63 review",
    citation="22 USC 2796a(b)",
)
TERM_1981 = Act(text="a lease has a fixed term of at most {61-years:words} years", citation="22 USC 2796(b)")
TERM = Act(text=f"{TERM_1981.text}, besides time for major refurbishment", citation="22 USC 2796(b)(1)")
RATHER = Act(
    text="the President determines that compelling foreign policy and national security reasons call for a lease "
    "rather than a sale, and that the articles are not needed at the time",
    citation="22 USC 2796(a)(1)-(2)",
)
COST = Act(
    text="the lessee pays in United States dollars all costs of the lease, depreciation included, except for the "
    "waivers the section names",
    citation="22 USC 2796(a)",
)

LAW = CaseLaw(
    channel="lease",
    question="Must Congress be notified before defense articles are leased or lent to this recipient?",
    provisions=(
        CaseProvision(
            since=date(1981, 12, 29),
            citation="22 USC 2796a(a)",
            says="A lease or loan for a year or longer, or its renewal, is certified to Congress not less than "
            "{62-days:words} days before, whatever its value and whoever the recipient is.",
            notify=LONG,
            measures=ANY_VALUE,
            review_days=param("62-days"),
            group=EVERYONE,
            steps=(EMERGENCY, VETO_1981, VETO_1986, RATHER, TERM_1981, COST),
            source="usc-22-2796a",
        ),
        CaseProvision(
            since=date(1996, 7, 21),
            citation="22 USC 2796a(a), (c)",
            says="As before, with {62-days-nato-plus:words} days for NATO, its members and the countries named beside "
            "it.",
            notify=LONG,
            measures=ANY_VALUE,
            review_days=DAYS,
            group=GROUP,
            steps=(EMERGENCY, VETO_1996, RATHER, TERM_1981, COST),
            source="usc-22-2796a",
        ),
        CaseProvision(
            since=date(2002, 9, 30),
            citation="22 USC 2796a(a), (c)",
            says="A lease or loan for a year or longer, or its renewal, is certified whatever its value, "
            "{62-days-nato-plus:words} days before for NATO, its members and the countries named beside it, "
            "{62-days:words} for all others; the "
            "section 63 veto has higher thresholds for members and named countries.",
            notify=LONG,
            measures=ANY_VALUE,
            review_days=DAYS,
            group=GROUP,
            steps=(EMERGENCY, VETO_2002, RATHER, TERM, COST),
            source="usc-22-2796a",
            note="There is no exemption here for Australia and the United Kingdom: AECA 38(l) lifts 3(d), 36(c) and "
            "36(d) only.",
        ),
    ),
)
