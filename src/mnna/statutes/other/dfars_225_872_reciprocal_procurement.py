"""DFARS 225.872-1: the qualifying countries, whose products escape the Buy American preference."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Status
from mnna.statutes.provision import Act, Authority, Provision
from mnna.statutes.vocabulary import choose

CASE_BY_CASE = Status("rdp-case-by-case", "one whose products are exempted purchase by purchase")

QUALIFYING = Status("rdp-mou", "a qualifying country by reason of a reciprocal defense procurement agreement")

PROCUREMENT = Authority(
    id="reciprocal-procurement",
    question="Do this country's products escape the Buy American preference in defense procurement?",
    provisions=(
        Provision(
            since=date(1985, 1, 1),
            citation="DFARS 225.872-1",
            says="The Department of Defense does not apply the Buy American statute or the Balance of Payments Program "
            "to the products of the qualifying countries, with which it has reciprocal agreements.",
            rule=Cited("DFARS 225.872-1", QUALIFYING),
            terms={"basis": choose(CASE_BY_CASE, "case by case", choose(QUALIFYING, "in general", "none"))},
            routes=(
                Act(
                    text="a reciprocal defense procurement agreement with the Department of Defense, after which the "
                    "country is added to the list",
                    citation="DFARS 225.872-1",
                ),
            ),
            source="dfars-225-872-1",
            confidence="medium",
            note="Twenty-eight countries in early 2025; days of the agreements from a dataset. Austria is listed, but "
            "its products are exempted purchase by purchase. The section was read as revised on 31 March 2003 (68 FR "
            "15621); under which number the rule stood before is not known here.",
        ),
    ),
)
