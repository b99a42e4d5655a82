"""Treaties of mutual defense, and the lesser commitments that the executive branch makes alone.

FAA 517 contains no security commitment. No major non-NATO ally gained a mutual defense treaty by its designation.
"""

from __future__ import annotations

from datetime import date

from mnna.rules.nodes import Literal, Status
from mnna.statutes.provision import Act, Authority, Provision
from mnna.statutes.vocabulary import choose

TREATY = Status("mutual-defense-treaty", "party with the United States to a treaty of mutual defense")

RIO = Status("rio-treaty", "bound with the United States by the Rio Treaty")

_LESSER = choose(
    Status("c-sipa", "party to the agreement of 13 September 2023 on consultation"),
    "executive agreement to consult",
    choose(
        Status("executive-security-guarantee", "covered by an executive order assuring its security"),
        "executive order, revocable",
        choose(
            Status("strategic-defense-agreement", "party to a strategic defense agreement"),
            "strategic defense agreement, text not seen",
            "none recorded",
        ),
    ),
)

DEFENSE = Authority(
    id="collective-defense",
    question="Is the United States bound by treaty to treat an armed attack on this country as a common danger?",
    provisions=(
        Provision(
            since=date(1948, 12, 3),
            citation="U.S. Const. art. II, s. 2, cl. 2",
            says="Only a treaty of mutual defense or the Rio Treaty binds the United States so. The status of major "
            "non-NATO ally contains no security commitment.",
            rule=TREATY | RIO,
            terms={
                "instrument": choose(TREATY, "mutual defense treaty", choose(RIO, Literal("Rio Treaty"), "none")),
                "lesser_commitment": _LESSER,
            },
            routes=(
                Act(
                    text="a treaty made by the President with the advice and consent of the Senate; designation as a "
                    "major non-NATO ally is no such treaty",
                    citation="U.S. Const. art. II, s. 2, cl. 2",
                ),
            ),
            source="usc-22-2321k;rio-treaty-text",
            note="The instrument and its days stand in each finding's facts. A lesser commitment is an act of the "
            "executive alone; none of those recorded was put to the Senate as a treaty.",
        ),
    ),
)
