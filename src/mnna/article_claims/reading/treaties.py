"""Grammar of defense treaties with the United States: who has one, who is a party to the Rio Treaty, since when."""

from __future__ import annotations

from collections.abc import Iterator

from mnna.article_claims.reading.beginnings import lacks
from mnna.article_claims.reading.commitments import COMMITMENT
from mnna.article_claims.reading.doubts import NOT, planned, wished
from mnna.article_claims.reading.grammar import Draft, Found, Masked, compiled
from mnna.article_claims.reading.patterns import pattern, patterns
from mnna.registry.load import load_registry

BILATERAL, RIO = "mutual-defense-treaty", "rio-treaty"


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield the claims on defense treaties in a sentence."""
    yield from _invoked(sentence)
    if wished(sentence) or planned(sentence) or not speaks_of_treaties(sentence):
        return
    if found := sentence.first(pattern("treaties.in_force")):
        if found.value("d") is not None and len(found.value("c")) == 1:
            of = {"country": found.value("c")[0], "status": BILATERAL, "year": found.value("d").year}
            yield found.draft("status_began_in", f"in force since {found.value('d').said}", **of)
        return
    if found := sentence.first(pattern("treaties.rio")):
        if compiled(NOT).search(found.match[0]):
            yield found.drafts("not a party to the Rio Treaty", *[lacks(code, RIO) for code in found.value("c")])
        else:
            parties = [("status_on", {"country": code, "status": RIO}) for code in found.value("c")]
            yield found.drafts("a party to the Rio Treaty", *parties)
        return
    for name, verdict in (("treaties.none", "no"), ("treaties.some", "yes")):
        if (found := sentence.first(*patterns(name)) or _none_with_it(sentence)) and not compiled(NOT).search(
            found.before
        ):
            args = {"authority": COMMITMENT, "verdict": verdict}
            if verdict == "no" and any(sentence.held(code, RIO) is not False for code in found.value("c")):
                return  # the Rio Treaty is one of mutual defense too, though not of two countries
            means = f"{'a' if verdict == 'yes' else 'no'} treaty binds the United States to defend the country"
            yield found.drafts(means, *[("authority_on", args | {"country": code}) for code in found.value("c")])
            return


def _none_with_it(sentence: Masked) -> Found | None:
    """Return the match of “there is no defense treaty with Taiwan” in an article on Taiwan: with the United States."""
    found = sentence.first(pattern("treaties.none_with_it"))
    return found if found and found.value("c") == (sentence.context.subject,) else None


def _invoked(sentence: Masked) -> Iterator[Draft]:
    """Yield that a treaty is in force from which something follows: “under the U.S.-Philippines Mutual Defense Treaty”.

    None of a country whose treaty has ended, since a sentence may tell of the time before.
    """
    found = sentence.first(*patterns("treaties.invoked"))
    if found is None or compiled(pattern("treaties.not_invoked")).search(sentence.words):
        return
    codes, ever = found.value("c"), load_registry().by_key
    lacking = [code for code in codes if not sentence.held(code, BILATERAL)]
    told_as_fact = (
        not wished(sentence) and not planned(sentence) and all((code, BILATERAL) not in ever for code in lacking)
    )
    if not lacking or told_as_fact:
        holds = [("status_on", {"country": code, "status": BILATERAL}) for code in codes]
        yield found.drafts("a treaty of mutual defense with the United States is in force", *holds)


def none_told(sentence: Masked) -> bool:
    """Return whether a sentence says that a country has no defense treaty with the United States."""
    return sentence.first(*patterns("treaties.none")) is not None


def speaks_of_treaties(sentence: Masked) -> bool:
    """Return whether a sentence speaks of a defense treaty."""
    return sentence.has(pattern("treaties.treaty")) or sentence.has(pattern("treaties.rio"))
