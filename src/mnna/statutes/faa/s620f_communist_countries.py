"""FAA 620(f), 22 USC 2370(f): no Foreign Assistance Act aid for the Communist countries that it names."""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Cited, Status
from mnna.statutes.listing import of_form
from mnna.statutes.provision import Act, Amendment, Authority, Cut, Provision, amended

NAMED = Status("communist-named", "named as a Communist country")
REMOVED = Status("communist-removed", "one that the President removed from the subsection for a period")

_FOUND = Act(
    text="the President finds and reports that the aid is vital to the security of the United States, that the country "
    "is not controlled by the international Communist conspiracy, and that the aid furthers its independence",
    citation="22 USC 2370(f)",
    when=NAMED,
    lifts=True,
)
_REMOVE = Act(
    text="the President removes the country for a period, as important to the national interest, and reports it",
    citation="22 USC 2370(f)(2)",
    when=NAMED,
    lifts=True,
)
_CUTS = "assistance under the Foreign Assistance Act, except for schools and hospitals"

COMMUNIST_COUNTRIES = Authority(
    id="restriction-communist-countries",
    question="Is this country barred from Foreign Assistance Act aid as a Communist country named in the Act?",
    provisions=amended(
        Provision(
            since=date(1981, 12, 29),
            citation="22 USC 2370(f)",
            says="No Foreign Assistance Act aid goes to a Communist country; the subsection names countries that are "
            "meant in any case, and is not limited to them.",
            rule=Cited("22 USC 2370(f)", NAMED & ~REMOVED),
            terms={
                "cuts": _CUTS,
                "waiver": "a finding that the aid is vital to the security of the United States",
            },
            steps=(_FOUND,),
            confidence="medium",
            cuts=(Cut(authorities=of_form("excess articles")),),
            note="Only countries named are told here; whether another is a Communist country is for the President. The "
            "list before 1992 is put together from the notes of the Code. No removal was found, and for some countries "
            "aid shows that there must have been one. Tibet, named too, has no code of its own.",
        ),
        Amendment(
            since=date(1985, 10, 1),
            terms={
                "cuts": _CUTS,
                "waiver": "a finding that the aid is vital, or removal from the subsection for a period",
            },
            steps=(_FOUND, _REMOVE),
        ),
    ),
)
