"""Grammar of defense treaties with the United States: who has one, who is a party to the Rio Treaty, since when."""

from __future__ import annotations

from collections.abc import Iterator

from mnna.article_claims.reading.beginnings import lacks
from mnna.article_claims.reading.commitments import COMMITMENT
from mnna.article_claims.reading.doubts import NOT, planned, wished
from mnna.article_claims.reading.grammar import Draft, Found, Masked, compiled
from mnna.article_claims.reading.patterns import pattern, patterns
from mnna.article_claims.regions import regions
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
    bound = sentence.first(pattern("treaties.anzus"))
    if bound and len(set(sentence.codes)) == 1 and not compiled(NOT).search(bound.before):
        of = {"country": sentence.codes[0], "status": BILATERAL}
        yield bound.draft("status_on", "a treaty of mutual defense with the United States is in force", **of)
    if found := sentence.first(pattern("treaties.left_rio")):
        year = {"year": found.value("d").year} if found.value("d") else None
        left = [("status_ended_in", {"country": code, "status": RIO} | year) if year else lacks(code, RIO)
                for code in found.value("c")]  # fmt: skip
        yield found.drafts("left the Rio Treaty", *left)
        return
    if found := sentence.first(pattern("treaties.rio")):
        if compiled(NOT).search(found.match[0]):
            yield found.drafts("not a party to the Rio Treaty", *[lacks(code, RIO) for code in found.value("c")])
        else:
            parties = [("status_on", {"country": code, "status": RIO}) for code in found.value("c")]
            yield found.drafts("a party to the Rio Treaty", *parties)
        return
    if told := list(_none_at_all(sentence)):
        yield from told
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


def _none_at_all(sentence: Masked) -> Iterator[Draft]:
    """Yield that none of the holders in a region, or not the one country, has a treaty, and when the old one ended."""
    no = {"authority": COMMITMENT, "verdict": "no"}
    if sentence.context.status and (found := sentence.first(pattern("treaties.none_of_region"))):
        members = regions()[found.value("r")].members
        held = sorted(code for code in members if sentence.held(code, sentence.context.status))
        said = found.match["many"]
        if held and (not said or sentence.entities[int(said[2:-2])].value == len(held)):
            yield found.drafts(
                "no treaty binds the United States", *[("authority_on", no | {"country": c}) for c in held]
            )
    if found := sentence.first(pattern("treaties.none_in_region")):
        lands = sorted(regions()[found.value("r")].members)
        yield found.drafts("none has a treaty", *[("authority_on", no | {"country": code}) for code in lands])
    found = sentence.first(pattern("treaties.none_at_all")) if sentence.context.status else None
    if found and all(sentence.held(code, RIO) is False for code in found.value("c")):
        yield found.drafts("no treaty", *[("authority_on", no | {"country": code}) for code in found.value("c")])
    codes = set(sentence.codes)
    if len(codes) == 1 and (ended := sentence.first(pattern("treaties.old_one"))) and ended.value("d"):
        of = {"country": codes.pop(), "status": BILATERAL, "year": ended.value("d").year}
        yield ended.draft("status_ended_in", f"the treaty ended in {of['year']}", **of)


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
    return sentence.first(*patterns("treaties.none"), pattern("treaties.none_of_region")) is not None


def speaks_of_treaties(sentence: Masked) -> bool:
    """Return whether a sentence speaks of a defense treaty."""
    forms = (
        pattern("treaties.anzus"),
        pattern("treaties.treaty"),
        pattern("treaties.rio"),
        pattern("treaties.left_rio"),
    )
    return any(sentence.has(form) for form in (*forms, pattern("treaties.none_of_region")))
