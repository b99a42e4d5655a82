"""ITAR 126.5: exports to Canada without a license. Ally status makes no difference."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Status
from mnna.statutes.provision import Acts, Authority, Provision

CANADA = Status("canada-exemption", "Canada, for which the ITAR make an exemption")

ACTS = Acts(__name__)

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
            steps=ACTS("not-excepted", "canadian-user", "assurances", "passing-on"),
            routes=ACTS("agreement", "license"),
            source="fr-66-10575",
            note="Canada alone is excused from the bilateral agreement, 22 USC 2778(j)(1)(B). The exemption is older; "
            "this form of it took effect on 30 May 2001.",
        ),
    ),
)
