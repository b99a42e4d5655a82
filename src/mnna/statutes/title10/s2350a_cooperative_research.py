"""10 USC 2350a: agreements on cooperative research and development, and side-by-side testing.

Any friendly country may be a partner; a country on the title-10 list of allies or in NATO needs no waiting period.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, If, Literal
from mnna.statutes.aeca.s36_review import since
from mnna.statutes.parameters import param
from mnna.statutes.partners import FRIENDLY, RESCISSION, TITLE_10_LISTING, Taiwan, allies
from mnna.statutes.provision import Act, Authority, Provision
from mnna.statutes.vocabulary import MNNA_TITLE_10, NATO, NATO_ORGANIZATION

_PARTNERS = "10 USC 2350a(a)(2)"

_EXCUSED = allies(NATO | NATO_ORGANIZATION | MNNA_TITLE_10, taiwan=Taiwan.ARGUABLY)

AGREEMENT = Act(text="a memorandum of understanding or other formal agreement", citation="10 USC 2350a(a)(1)")
AGREEMENT_1989 = Act(text=AGREEMENT.text, citation="10 USC 2350a(a)")

IMPROVES = Act(
    text="the Secretary determines that the project improves conventional defense", citation="10 USC 2350a(b)(1)"
)

_NO_AID_PAYS = "no United States grant or loan pays the partner's share"
SHARES_BEFORE = Act(text=f"costs are shared equitably, and {_NO_AID_PAYS}", citation="10 USC 2350a(c), (d)(2)")

SHARES = Act(
    text=f"costs are shared equitably, or unequally on a written finding of strategic value, and {_NO_AID_PAYS}",
    citation="10 USC 2350a(c), (d)(2)",
)

REPORT = Act(
    text="unless the country is on the Secretary of Defense's title-10 list: a report to four committees of Congress, "
    "then {cooperative-rd-wait-days:words} days, before the agreement takes effect",
    citation="10 USC 2350a(a)(3)",
    when=~_EXCUSED,
)


def _open_to_friends(*, since: date, shares: Act, note: str = "") -> Provision:
    return Provision(
        since=since,
        citation=_PARTNERS,
        says="The Secretary of Defense may make such agreements with NATO, its bodies and members, the major non-NATO "
        "allies on his own list, and any other friendly country; only for the last must a report lie "
        "{cooperative-rd-wait-days:words} days before Congress.",
        rule=Cited("10 USC 2350a(a)(2)(C)", NATO)
        | Cited("10 USC 2350a(a)(2)(A)-(B)", NATO_ORGANIZATION)
        | allies(Cited("10 USC 2350a(a)(2)(D)", MNNA_TITLE_10), taiwan=Taiwan.NO)
        | Cited("10 USC 2350a(a)(2)(E)", FRIENDLY),
        terms={"wait_days": If(_EXCUSED, Literal(0), param("cooperative-rd-wait-days"))},
        steps=(AGREEMENT, IMPROVES, shares, REPORT),
        routes=(RESCISSION,),
        source="usc-10-2350a",
        note=note,
    )


def _named_only(*, since: date, bodies: str) -> Provision:
    return Provision(
        since=since,
        citation="10 USC 2350a(a)",
        says=f"The Secretary of Defense may make such agreements with NATO members{bodies} and the major non-NATO "
        "allies on his own list.",
        rule=allies(
            Cited("10 USC 2350a(a)", NATO | NATO_ORGANIZATION if bodies else NATO)
            | Cited("10 USC 2350a(i)(3)", MNNA_TITLE_10),
            taiwan=Taiwan.NO,
        ),
        steps=(AGREEMENT_1989, IMPROVES, Act(text="costs are shared equitably", citation="10 USC 2350a(c)")),
        routes=(Act(text=TITLE_10_LISTING.text, citation="10 USC 2350a(i)(3)"),),
        source="usc-10-2350a",
        confidence="medium",
        note="The title-10 list of those years is known only from an old fact sheet.",
    )


RESEARCH = Authority(
    id="cooperative-rd",
    question="May the Secretary of Defense agree with this country on cooperative research and development?",
    provisions=(
        _named_only(since=date(1989, 11, 29), bodies=""),
        _named_only(since=date(1994, 10, 5), bodies=", NATO bodies"),
        _open_to_friends(since=date(2001, 12, 28), shares=SHARES_BEFORE),
        _open_to_friends(
            since=date(2021, 1, 1),
            shares=SHARES,
            note="Since 23 December 2022 the European Union and its bodies are partners too.",
        ),
    ),
)

_TESTING = "10 USC 2350a(g)(1)(A)"

FITS = Act(
    text="the equipment, munition or technology is conventional, and the test asks whether it meets a requirement of "
    "the United States forces",
    citation="10 USC 2350a(g)(1)",
)
COMPETITION = Act(
    text="what passed the test may later be bought without another competition, within the years the paragraph sets",
    citation="10 USC 2350a(g)(3)",
    when=since("testing-competition"),
)

TESTING = Authority(
    id="comparative-testing",
    question="May the Secretary of Defense buy this country's defense equipment to test it side by side with others?",
    provisions=(
        Provision(
            since=date(1989, 11, 29),
            citation="10 USC 2350a(g)",
            says="The Secretary of Defense may buy conventional equipment that major allies developed and make, to "
            "test it: NATO members and the major non-NATO allies on his own list.",
            rule=allies(Cited("10 USC 2350a(i)(2)", NATO | MNNA_TITLE_10), taiwan=Taiwan.NO),
            steps=(FITS,),
            routes=(Act(text=TITLE_10_LISTING.text, citation="10 USC 2350a(i)(3)"),),
            source="usc-10-2350a",
            confidence="medium",
            note="The text of those years is known from the amendment notes of the section. The title-10 list of those "
            "years is known only from an old fact sheet.",
        ),
        Provision(
            since=date(1991, 12, 5),
            citation="10 USC 2350a(g)",
            says="The Secretary of Defense may buy conventional equipment that major allies or other friendly foreign "
            "countries developed and make, to test it.",
            rule=allies(Cited("10 USC 2350a(i)(2)", NATO | MNNA_TITLE_10), taiwan=Taiwan.NO)
            | Cited(_TESTING, FRIENDLY),
            steps=(FITS,),
            routes=(RESCISSION,),
            source="usc-10-2350a",
            confidence="medium",
            note="The text of those years is known from the amendment notes of the section.",
        ),
        Provision(
            since=date(2001, 12, 28),
            citation="10 USC 2350a(g)(2)",
            says="The Secretary of Defense may buy conventional equipment that NATO members, the major non-NATO "
            "allies on his own list or any other friendly country developed and make, to test it.",
            rule=Cited("10 USC 2350a(a)(2)(C)", NATO)
            | allies(Cited("10 USC 2350a(a)(2)(D)", MNNA_TITLE_10), taiwan=Taiwan.NO)
            | Cited("10 USC 2350a(a)(2)(E)", FRIENDLY),
            steps=(FITS, COMPETITION),
            routes=(RESCISSION,),
            source="usc-10-2350a",
            note="Ally status adds nothing here: any friendly foreign country is in.",
        ),
    ),
)
