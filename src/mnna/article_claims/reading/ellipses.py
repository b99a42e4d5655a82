"""Grammar of sentences that extend a denial to other countries: “Neither is Vietnam”, “Nor has Armenia”."""

from __future__ import annotations

from collections.abc import Sequence

from mnna.article_claims.reading.beginnings import lacks
from mnna.article_claims.reading.grammar import Draft, Masked
from mnna.article_claims.reading.patterns import pattern


def denied_too(sentence: Masked, before: Sequence[Draft]) -> Draft | None:
    """Return the draft that the countries lack the status denied in the sentence before; None for other sentences."""
    found = sentence.first(pattern("ellipses.nor"))
    parts = [part for draft in before for part in draft.parts]
    statuses = {args["status"] if args.get("holds") is False else None for _, args in parts}
    status = next(iter(statuses), None)
    if found is None or len(statuses) != 1 or status is None or any(type_ != "status_on" for type_, _ in parts):
        return None
    codes = [code for group in "cde" for code in found.value(group) or ()]
    return found.drafts("does not hold the status either", *[lacks(code, status) for code in codes])
