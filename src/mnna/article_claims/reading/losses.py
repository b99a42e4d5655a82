"""Grammar of who lost a status, and who alone: “the only country ever to be removed”, “No ally has ever lost it”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mnna.article_claims.reading.doubts import planned, wished
from mnna.article_claims.reading.grammar import Draft, Masked
from mnna.article_claims.reading.patterns import pattern, patterns
from mnna.registry.load import load_registry


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield the claim that one country, or none, has lost the status."""
    status = sentence.status()
    ours = sentence.of("S") or sentence.context.counted
    if status is None or not ours or wished(sentence) or sentence.of("R") or sentence.has(r"\b(?:until|before|will)\b"):
        return
    codes = list(dict.fromkeys(sentence.codes))
    if (found := sentence.first(*patterns("losses.only"))) and len(codes) == 1:
        if not re.search(r"\b(?:not|n't|hardly) (?:the |be )?$", found.before):
            yield found.draft("lost_by", "it lost the status, and no other did", status=status, countries=codes)
    elif (found := sentence.first(pattern("losses.no_other"))) and not codes:
        last = sentence.context.last
        if last and (last, status) in load_registry().by_key and sentence.held(last, status) is False:
            yield found.draft("lost_by", "no other lost the status", status=status, countries=[last])
    elif (found := sentence.first(pattern("losses.none"))) and not codes and not planned(sentence):
        yield found.draft("lost_by", "none has lost the status", status=status)
