"""ITAR 126.5: exports to Canada without a license. Ally status makes no difference."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Status
from mnna.statutes.provision import Act, Authority, Provision

CANADA = Status("canada-exemption", "Canada, for which the ITAR make an exemption")

LICENSE = Act(text="a license of the Department of State, as for any destination", citation="22 USC 2778(b)(2)")

CANADA_EXEMPTION = Authority(
    id="canada-exemption",
    question="May defense articles go to this country without an ITAR license under the Canadian exemption?",
    provisions=(
        Provision(
            since=date(2001, 5, 30),
            citation="22 CFR 126.5(b)",
            says="Unclassified defense articles and services, with listed exceptions, may go to Canada without a "
            "license for use there by its authorities or by registered persons.",
            rule=Cited("22 CFR 126.5(b)", CANADA),
            steps=(
                Act(
                    text="the article or service is not excepted: in the section itself, and since 2012 in Supplement "
                    "No. 1 to part 126",
                    citation="22 CFR 126.5(b)",
                ),
                Act(
                    text="the end user is a Canadian authority or a Canadian-registered person",
                    citation="22 CFR 126.5(b)",
                ),
                Act(text="assurances are given for significant military equipment", citation="22 CFR 126.5(b)"),
                Act(text="passing it on needs approval", citation="22 CFR 126.5(d)"),
            ),
            routes=(
                Act(
                    text="a binding agreement on comparable export controls, certified to Congress",
                    citation="22 USC 2778(j)(1)(A), (3)",
                ),
                LICENSE,
            ),
            source="fr-66-10575",
            note="Canada alone is excused from the bilateral agreement, 22 USC 2778(j)(1)(B). The exemption is older; "
            "this form of it took effect on 30 May 2001.",
        ),
    ),
)
