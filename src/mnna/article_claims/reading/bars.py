"""Grammar of sentences on bars: who is on the list of state sponsors of terrorism, whether a status lifts a bar.

`bars.named` in patterns.toml has the words of each bar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mnna.article_claims.reading import benefits
from mnna.article_claims.reading.doubts import negated, planned, wished
from mnna.article_claims.reading.entities import DAY
from mnna.article_claims.reading.grammar import Draft, Masked
from mnna.article_claims.reading.patterns import pairs, pattern, patterns
from mnna.article_claims.reading.treaties import is_alliance

LISTED = "restriction-terrorism-list"


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield the claims on bars in a sentence."""
    plain = replace(sentence, words=re.sub(r"\bleahy amendments?\b", "leahy law", sentence.words))
    if wished(plain) or planned(sentence) or sentence.of(DAY):
        return
    yield from _listed(sentence)
    yield from _beside_a_status(sentence)


def speaks_of_bars(sentence: Masked) -> bool:
    """Return whether a sentence names a bar."""
    return sentence.has(pattern("bars.sponsor")) or any(sentence.has(form) for form, _ in pairs("bars.named"))


def _listed(sentence: Masked) -> Iterator[Draft]:
    """Yield whether countries are listed: “Cuba is on the list of state sponsors of terrorism”, “Kenya is not …”."""
    for forms, verdict in (("bars.not_listed", "no"), ("bars.listed", "yes")):
        found = sentence.first(*patterns(forms))
        if found is not None and not negated(sentence.words, found.match.start()):
            on = [
                ("authority_on", {"authority": LISTED, "country": code, "verdict": verdict})
                for code in found.value("c")
            ]
            yield found.drafts(f"{'' if verdict == 'yes' else 'not '}on the list", *on)
            return


def _beside_a_status(sentence: Masked) -> Iterator[Draft]:
    """Yield whether a status changes a bar: “No major non-NATO ally is exempt from the Leahy laws”."""
    status, to = benefits.status_of(sentence), benefits.put_to(sentence)
    settled = sentence.of("S") or sentence.context.counted
    if status is None or is_alliance(status) or to is None or not settled:
        return
    lifts = sentence.first(pattern("bars.lifts")) if settled else None
    found = lifts or sentence.first(pattern("bars.stays"))
    named = [bar for form, bar in pairs("bars.named") if sentence.has(form) and (lifts or "leahy" in bar)]
    if found is None or not named or (lifts and sentence.has(pattern("bars.lifted_by"))):
        return
    denied = re.search(pattern("bars.denied"), found.before) is not None
    if lifts is None and denied:
        return
    more = {"holds": False} if lifts and not denied else {}
    of = {"status": status, "country": to[0], **more}
    means = f"the status {'changes' if more else 'does not change'} that bar{f' ({to[1]})' if to[1] else ''}"
    yield found.drafts(means, *[("authority_never_from_status", {"authority": bar, **of}) for bar in named])
