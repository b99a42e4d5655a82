"""Grammar of sentences on procedure: who must act for a designation, and how long before it Congress is notified."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mnna.article_claims.reading.doubts import denied
from mnna.article_claims.reading.grammar import Draft, Found, Masked
from mnna.article_claims.reading.patterns import pairs, pattern, patterns


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield the claims on procedure in a sentence."""
    status = sentence.status()
    if status is None or sentence.has(r"<A\d+> (?:congress|parliament)"):
        return
    yield from _notice(sentence, status)
    if (ending := _ending(sentence, status)) is not None:
        yield ending
        return
    yield from _acts(sentence, status)


def _notice(sentence: Masked, status: str) -> Iterator[Draft]:
    if found := sentence.first(*patterns("procedures.notice")):
        of_a_sale = re.search(pattern("procedures.of_a_sale"), found.match[0] + re.split(r"[;.]", found.after)[0])
        told_once = sentence.has(pattern("procedures.was_told"))
        if not denied(sentence, *found.place) and not told_once and not of_a_sale:
            many = found.value("n")
            yield found.draft("notice_days_are", f"{many} days of notice", status=status, days=many)
    elif sentence.of("S") or re.search(r"designat|intent", sentence.words):
        for found in sentence.find(pattern("procedures.must_tell")):
            means = "designation takes notice to Congress"
            yield found.draft("designation_requires", means, status=status, act="notice to Congress")
            return


def _ending(sentence: Masked, status: str) -> Draft | None:
    """Return the claim that an act of Congress is, or is not, needed to end a status; None if nothing is said of it."""
    ours = sentence.of("S") or sentence.has(r"\bdesignat") or sentence.context.counted
    if not ours or sentence.has(r"\b(?:sale|sales|deal|package|aid)\b"):
        return None
    args = {"status": status, "act": "act of Congress"}
    if found := sentence.first(*patterns("procedures.ending_needs_none")):
        return found.draft("ending_takes", "an end takes no act of Congress", **args, holds=False)
    if found := sentence.first(*patterns("procedures.ending_takes")):
        return found.draft("ending_takes", "an end takes an act of Congress", **args)
    return None


def _acts(sentence: Masked, status: str) -> Iterator[Draft]:
    """Yield the first claim that an act is or is not required: “Designation requires no vote of the Senate”."""
    ours = sentence.of("S") or sentence.has(r"\b(?:designat\w+|statute|section)\b")
    goes_on = sentence.context.status and (sentence.context.counted or sentence.has(pattern("procedures.goes_on")))
    if sentence.has(r"\b(?:sale|sales|deal|package|treaty with)\b") or not (ours or goes_on):
        return
    for form, act in pairs("procedures.acts"):
        for found in sentence.find(form):
            clause = re.split(r"[,;]", found.before)[-1]
            if "nato" in clause and "<S" not in clause:
                continue
            signed = found.match[0].startswith("signed") and re.search(r"\b(?:is|are) $", found.before)
            needed = signed or "president" in act.lower() or act == "fulfilment of criteria"
            needed = needed or found.fits("procedures.needed")
            if (denied := found.fits("procedures.denied") or _needless(found)) or (needed and ours):
                means = f"designation {'does not take' if denied else 'takes'} it"
                args = {"status": status, "act": act} | ({"holds": False} if denied else {})
                yield found.draft("designation_requires", means, **args)
                return


def _needless(found: Found) -> bool:
    """Return whether the words after deny a need: “No Senate vote is needed”."""
    no = "?" if found.before.endswith("no ") else ""
    return re.match(rf" (?:is |was |is|was)(?:not |n't ){no}(?:needed|required|necessary)", found.after) is not None
