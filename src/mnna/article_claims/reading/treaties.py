"""Grammar of defense treaties with the United States: who has one, since when, and whether a status commits to one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mnna.article_claims.reading.beginnings import lacks
from mnna.article_claims.reading.doubts import NOT, planned, wished
from mnna.article_claims.reading.grammar import Draft, Found, Masked, compiled
from mnna.article_claims.reading.patterns import pattern, patterns
from mnna.article_claims.regions import regions
from mnna.registry.load import load_registry
from mnna.registry.statuses import our_statuses

BILATERAL, RIO = "mutual-defense-treaty", "rio-treaty"
COMMITMENT = "collective-defense"


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
    with_it = sentence.first(pattern("treaties.none_with_it"))  # “no defense treaty with Taiwan”, in an article on it
    with_it = with_it if with_it and with_it.value("c") == (sentence.context.subject,) else None
    if told := list(_none_at_all(sentence)):
        yield from told
        return
    for name, verdict in (("treaties.none", "no"), ("treaties.some", "yes")):
        found = sentence.first(*patterns(name)) or with_it
        if found and not compiled(NOT).search(found.before):
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


def _invoked(sentence: Masked) -> Iterator[Draft]:
    """Yield that a treaty is in force from which something follows: “under the U.S.-Philippines Mutual Defense Treaty”.

    None of a country whose treaty has ended, since a sentence may tell of the time before.
    """
    found = sentence.first(*patterns("treaties.invoked"))
    if found is None or compiled(pattern("treaties.not_invoked")).search(sentence.words):
        return
    codes, ever = found.value("c"), load_registry().by_key
    lacking = [code for code in codes if not sentence.held(code, BILATERAL)]
    never_had = all((code, BILATERAL) not in ever for code in lacking)
    if not lacking or (never_had and not wished(sentence) and not planned(sentence)):
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


def commitments(sentence: Masked, status: str, country: str | None) -> Iterator[Draft]:
    """Yield a claim on a commitment: “does not entail any security commitments”. Only an assertion needs a country."""
    first = re.match(r"(?:all |the |other )*<S(\d+)>", sentence.words)
    if first and is_alliance(sentence.named(first)):
        return
    for found in sentence.find(pattern("commitments.oath")):
        start, end = found.match.span()
        clause = sentence.words[max(0, start - 130) : start]
        if re.search(pattern("commitments.compared"), clause):
            continue
        of = _named(sentence, start) or status
        nothing, after = sentence.words[:end].endswith("nothing"), pattern("commitments.denied_after")
        denied = nothing or re.search(NOT, clause) or re.match(after, found.after)
        beside = re.search(pattern("commitments.beside"), sentence.words[:end])
        if beside or (not denied and "bilateral" in sentence.words[:end]):
            return
        if denied:
            if not _is_about_it(sentence):
                return
            yield _denial(found, max(0, start - 130), of)
            return
        comes = re.match(pattern("commitments.comes"), found.after) is not None
        if country and (comes or (re.search(pattern("commitments.gives"), clause) and _of_status(sentence, clause))):
            args = {"status": of, "authority": COMMITMENT, "country": country}
            yield found.draft("authority_unlocked_by", "the status commits to defend", **args)
            return


def _denial(found: Found, place: int, status: str) -> Draft:
    """Return the claim that a status is no commitment; its words start at the last negation since `place`."""
    words, (start, end) = found.masked.words[place : found.match.start()], found.place
    denials = [at.start() for at in re.finditer(NOT, words) if not re.search(r"[.;]", words[at.start() :])]
    first = found.masked.places[place + denials[-1]] if denials else start
    how = f"“{found.masked.text[start:end]}”, denied: no commitment"
    return Draft((("no_security_commitment", {"status": status}),), first, end, how)


def _is_about_it(sentence: Masked) -> bool:
    """Return whether a denial is about the status: a status or NATO is named, or the sentence refers to the status."""
    if sentence.of("S") or sentence.has(r"\bnato\b") or sentence.has(pattern("commitments.goes_on")):
        return True
    if sentence.context.counted and not (sentence.of("C") or sentence.of("L")):
        return True
    return sentence.context.status is not None and sentence.has(pattern("commitments.bound"))


def _of_status(sentence: Masked, clause: str) -> bool:
    """Return whether the status gives it: named before in the clause, or in “as a major non-NATO ally, …”."""
    named = re.findall(r"<S(\d+)>[^,;]*$", clause)
    ours = any(not is_alliance(sentence.entities[int(at)].value) for at in named)
    ours = ours or sentence.has(pattern("commitments.bound_to_defend"))
    goes_on = sentence.context.counted and re.match(pattern("commitments.so"), clause) is not None
    return ours or goes_on or sentence.has(pattern("commitments.as_one"))


def _named(sentence: Masked, place: int) -> str | None:
    """Return the last status named before the place, else the first after it, except alliances; None if none."""
    named = [
        (one.value, sentence.words.find(f"<S{at}>"))
        for at, one in enumerate(sentence.entities)
        if one.kind == "S" and not is_alliance(one.value)
    ]
    before = [value for value, at in named if at < place]
    return before[-1] if before else named[0][0] if named else None


def is_alliance(status: str) -> bool:
    """Return whether a status is membership of an alliance, which commits by its own treaty."""
    return our_statuses()[status].family == "alliance"
