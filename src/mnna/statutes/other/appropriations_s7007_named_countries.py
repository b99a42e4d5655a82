"""Countries that the yearly foreign operations act bars from its money by name: section 7007 and clauses like it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from mnna.rules.nodes import Named, Status
from mnna.statutes.listing import FOLDER, of_form
from mnna.statutes.provision import Act, Authority, Cut, Provision
from mnna.tables import rows_by_day

NAMED = Status("aid-barred-by-name", "named in the yearly foreign operations act as getting none of its money")

_WORDINGS = {
    "any": "The yearly act bars countries from its money by name.",
    "directly": "None of the act's money may finance directly any assistance to the countries that it names.",
    "financing": "None of the act's military financing goes to the countries that its heading names.",
    "sections": "None of the act's money may be made available for the governments, or none of its military financing "
    "for the countries, that its sections name.",
    "sections-2026": "None of the act's money may be made available for the governments, or none of its military "
    "financing for the countries, that its sections 7007, 7042, 7043, 7045 and 7047 name.",
}
"""What the act says, by the word for it in the table, which is `any` for a time of which no act was read."""
_YEARLY = FOLDER / "other/appropriations_s7007_named_countries.yearly.csv"
_COLUMNS = "since,act,wording,source,confidence,note"


def _named(*, since: date, row: Mapping[str, str]) -> Provision:
    return Provision(
        since=since,
        citation=row["act"],
        says=_WORDINGS[row["wording"]],
        rule=Named("barred by name", "a clause of the act bars the country by name", NAMED),
        terms={"cuts": "money of the yearly foreign operations act", "waiver": "none in the act"},
        steps=(
            Act(
                text="the act of another year no longer names the country", citation=row["act"], when=NAMED, lifts=True
            ),
        ),
        source=row["source"],
        confidence=row["confidence"],
        cuts=(Cut(authorities=of_form("financing")),),
        note=row["note"],
    )


NAMED_COUNTRIES = Authority(
    id="restriction-named-by-act",
    question="Does the foreign operations appropriations act bar this country from its money by name?",
    provisions=tuple(
        _named(since=since, row=row) for since, row in rows_by_day(_YEARLY, _COLUMNS, {"wording": _WORDINGS})
    ),
    note="Clauses that reach single purposes, units or a part of the money are no bar here.",
)
