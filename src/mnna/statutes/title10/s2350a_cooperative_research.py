"""10 USC 2350a: agreements on cooperative research and development, and side-by-side testing.

Any friendly country may be a partner; a country on the title-10 list of allies or in NATO needs no waiting period.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, If, Literal
from mnna.statutes.aeca.s36_review import since
from mnna.statutes.parameters import param
from mnna.statutes.partners import FRIENDLY, RESCISSION, Taiwan, allies, title_10_listing
from mnna.statutes.provision import Acts, Amendment, Authority, Provision, amended
from mnna.statutes.vocabulary import MNNA_TITLE_10, NATO, NATO_ORGANIZATION

_EXCUSED = allies(NATO | NATO_ORGANIZATION | MNNA_TITLE_10, taiwan=Taiwan.ARGUABLY)
_MEMBER = Cited("10 USC 2350a(a)(2)(C)", NATO)
_LISTED = allies(Cited("10 USC 2350a(a)(2)(D)", MNNA_TITLE_10), taiwan=Taiwan.NO)
_FRIEND = Cited("10 USC 2350a(a)(2)(E)", FRIENDLY)

ACTS = Acts(__name__, {"report": ~_EXCUSED, "competition": since("testing-competition")})

RESEARCH = Authority(
    id="cooperative-rd",
    question="May the Secretary of Defense agree with this country on cooperative research and development?",
    provisions=amended(
        Provision(
            since=date(1989, 11, 29),
            citation="10 USC 2350a(a)",
            says="The Secretary of Defense may make such agreements with NATO members and the major non-NATO allies on "
            "his own list.",
            rule=allies(Cited("10 USC 2350a(a)", NATO) | Cited("10 USC 2350a(i)(3)", MNNA_TITLE_10), taiwan=Taiwan.NO),
            steps=ACTS("agreement-1989", "improves", "shares-1989"),
            routes=(title_10_listing("10 USC 2350a(i)(3)"),),
            confidence="medium",
            note="The title-10 list of those years is known only from an old fact sheet.",
        ),
        Amendment(
            since=date(1994, 10, 5),
            says="The Secretary of Defense may make such agreements with NATO members, NATO bodies and the major "
            "non-NATO allies on his own list.",
            rule=allies(
                Cited("10 USC 2350a(a)", NATO | NATO_ORGANIZATION) | Cited("10 USC 2350a(i)(3)", MNNA_TITLE_10),
                taiwan=Taiwan.NO,
            ),
        ),
        Amendment(
            since=date(2001, 12, 28),
            citation="10 USC 2350a(a)(2)",
            says="The Secretary of Defense may make such agreements with NATO, its bodies and members, the major "
            "non-NATO allies on his own list, and any other friendly country; only for the last must a report lie "
            "{cooperative-rd-wait-days:words} days before Congress.",
            rule=_MEMBER | Cited("10 USC 2350a(a)(2)(A)-(B)", NATO_ORGANIZATION) | _LISTED | _FRIEND,
            terms={"wait_days": If(_EXCUSED, Literal(0), param("cooperative-rd-wait-days"))},
            steps=ACTS("agreement", "improves", "shares-2001", "report"),
            routes=(RESCISSION,),
            confidence="high",
            note="",
        ),
        Amendment(
            since=date(2021, 1, 1),
            steps=ACTS("agreement", "improves", "shares", "report"),
            note="Since 23 December 2022 the European Union and its bodies are partners too.",
        ),
    ),
)

_MAJOR = allies(Cited("10 USC 2350a(i)(2)", NATO | MNNA_TITLE_10), taiwan=Taiwan.NO)

TESTING = Authority(
    id="comparative-testing",
    question="May the Secretary of Defense buy this country's defense equipment to test it side by side with others?",
    provisions=amended(
        Provision(
            since=date(1989, 11, 29),
            citation="10 USC 2350a(g)",
            says="The Secretary of Defense may buy conventional equipment that major allies developed and make, to "
            "test it: NATO members and the major non-NATO allies on his own list.",
            rule=_MAJOR,
            steps=ACTS("fits"),
            routes=(title_10_listing("10 USC 2350a(i)(3)"),),
            confidence="medium",
            note="The text of those years is known from the amendment notes of the section. The title-10 list of those "
            "years is known only from an old fact sheet.",
        ),
        Amendment(
            since=date(1991, 12, 5),
            says="The Secretary of Defense may buy conventional equipment that major allies or other friendly foreign "
            "countries developed and make, to test it.",
            rule=_MAJOR | Cited("10 USC 2350a(g)(1)(A)", FRIENDLY),
            routes=(RESCISSION,),
            note="The text of those years is known from the amendment notes of the section.",
        ),
        Amendment(
            since=date(2001, 12, 28),
            citation="10 USC 2350a(g)(2)",
            says="The Secretary of Defense may buy conventional equipment that NATO members, the major non-NATO "
            "allies on his own list or any other friendly country developed and make, to test it.",
            rule=_MEMBER | _LISTED | _FRIEND,
            steps=ACTS("fits", "competition"),
            note="Ally status adds nothing here: any friendly foreign country is in.",
            confidence="high",
        ),
    ),
)
