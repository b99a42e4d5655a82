"""Sentences on whether a status commits the United States to defend the country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mnna.article_claims.reading.doubts import NOT
from mnna.article_claims.reading.grammar import Draft, Found, Masked
from mnna.registry.statuses import our_statuses

COMMITMENT = "collective-defense"
_OATH = (
    r"(?<!\w)(?:article (?:<N\d+>|5|five)|collective[- ]defen[sc]e|mutual[- ]defen[sc]e|alliance treat(?:y|"
    r"ies)|defen[sc]e (?:guarantees?"
    r"|commitments?|pacts?|treat(?:y|ies)|obligations?|umbrella|alliance)"
    r"|to the (?:country|kingdom|nation|emirate|ally|island)(?:'s)? (?:own )?(?:defen[sc]e|protection)"
    r"|(?:claim|right) to (?:be (?:defended|protected)|(?:<U\d+> )?(?:protection|defen[sc]e)\b)"
    r"|(?:promises?|pledges?) of (?:mutual |common )?(?:defen[sc]e|protection)"
    r"|(?:guarantees?|assurances?) of (?:its |their )?(?:security|defen[sc]e|protection)"
    r"|security (?:guarantees?|commitments?|umbrella|treat(?:y|ies)|assurances?|obligations?|pacts?)"
    r"|(?:military|<U\d+>|<U\d+> military|armed) (?:protection|intervention)|protection (?:by|from) <U\d+>|"
    r"be (?:defended|protected) by (?:the )?<U\d+>"
    r"|(?:fight|go to war|send (?:its )?(?:troops|soldiers)) (?:for|over|to (?:defend|protect|save)|on behalf of)"
    r"|(?:oblig|commit|bind|requir)\w* (?:the )?(?:<U\d+>|it) to (?:act|intervene|fight|step in|go to war|"
    r"respond|nothing)\b"
    r"|com(?:e|es|ing) to (?:\S+ )?(?:aid|defen[sc]e|rescue)|to (?:the defen[sc]e of <C\d+>|<C\d+>(?:'s)? defen[sc]e)"
    r"|(?:defend|protect)(?:ing)? (?:it|them|<C\d+>|(?:the )?<A\d+>|(?:every|any|each|an?) <S\d+>|an? "
    r"attacked|such (?:countries|allies)|(?:the |its |their |an? )?"
    r"(?:new |designated |recipient )*(?:country|kingdom|ally|allies|emirate|recipient|designee|holders?|state|states"
    r"|countries)))"
)
"""What defends."""
_GIVES = (
    r"\b(?:gives?|giving|grants?|guarantee(?:s|d|ing)?|entitle[sd]?|provides?|includes?|entails?|carries|com(?:es"
    r"|ing) with"
    r"|means|(?:is|are) (?:bound|obliged|obligated|committed|required)|obliges?|obligates?|requires?|"
    r"commits?|binds?|offers?|confers?|extends?|brings?|amounts? to|constitutes?|(?:is|are) (?:equivalent|"
    r"tantamount|equal|akin) to|makes? (?:it|<C\d+>) part of"
    r"|eligible for|eligibility for|qualif(?:y|ies) for|ensures?|promises?|enjoys?|gets?|receives?)\b"
)
_AS_ONE = r"\b(?:as an? |with |thanks to |by virtue of |under )(?:the |its |this )?(?:new )?<S\d+>(?:,|\.|$| <C)"
_BESIDE = (
    r"\b(?:signed|signs|sign|negotiat\w+|separate (?:\w+ )?(?:treaty|agreement|pact|deal|accord|order)|"
    r"treaty with|agreement with|executive order|accord"
    r"|pledg(?:ed|es|ing)"
    r"|vow\w*)\b"
)
"""What commits beside the status."""
_COMPARED = (
    r"\b(?:unlike|as with|compared (?:to|with)|in contrast to|as (?:it|they) (?:do(?:es)?|is|are) (?:for|with)"
    r"|than)\b[^,;]*$"
)
_COMES = r"[^.;,<]{0,20} (?:comes?|goes|go) with (?:the |this )?<S"
_DENIED_AFTER = (
    r"[^.;,]{0,40}? (?:is|are|was|were)(?: not|n't) (?:part|among|included|automatic|implied|extended|attached)"
    r"|^[^.;,]{0,15}? (?:does not|do not|doesn't) (?:apply|extend|cover)"
)


def read(sentence: Masked, status: str, country: str | None) -> Iterator[Draft]:
    """“does not entail any security commitments”: a denial is of the status alone, and needs no country."""
    if (first := re.match(r"(?:all |the |other )*<S(\d+)>", sentence.words)) and is_alliance(
        sentence.entities[int(first[1])].value
    ):
        return
    for found in sentence.find(_OATH):
        start, end = found.match.span()
        clause, said = sentence.words[max(0, start - 130) : start], found.said
        if re.search(_COMPARED, clause):
            continue
        of = _named(sentence, start) or status
        denied = re.search(NOT, clause) or said.endswith("nothing") or re.match(_DENIED_AFTER, sentence.words[end:])
        if re.search(_BESIDE, sentence.words[:end]) or (not denied and "bilateral" in sentence.words[:end]):
            return
        if denied:
            if not _is_about_it(sentence):
                return
            part = ("no_security_commitment", {"status": of})
            yield _with_denial(found, max(0, start - 130), f"“{said}”, denied: no commitment", part)
            return
        comes = re.match(_COMES, sentence.words[end:]) is not None
        if country and (comes or (re.search(_GIVES, clause) and _of_status(sentence, clause))):
            args = {"status": of, "authority": COMMITMENT, "country": country}
            yield found.draft("authority_unlocked_by", f"“{said}”: the status commits to defend", **args)
            return


def _with_denial(found: Found, place: int, how: str, part: tuple[str, dict[str, str]]) -> Draft:
    """The claim with the words that deny it, from a place on, among its own."""
    draft, words = found.drafts(how, part), found.masked.words[place : found.match.start()]
    denials = [at.start() for at in re.finditer(NOT, words) if not re.search(r"[.;]", words[at.start() :])]
    return replace(draft, start=found.masked.places[place + denials[-1]]) if denials else draft


_GOES_ON = (
    r"^(?:but |however,? |yet |still,? |and |though |although |while |even so,? )*(?:it|they|these|this|that|which|nor"
    r"|neither|does not|do not|unlike"
    r"|without|there is|the (?:move|step|upgrade|decision|rank|pact|deal|label|announcement|honou?r))\b"
)
_BOUND = r"\b(?:oblig|requir|commit|bound|entitl|cover|enjoy|duty|duties)\w*\b"


def _is_about_it(sentence: Masked) -> bool:
    """Whether a denial is one of the status: it or an alliance is named, or the sentence goes on about it."""
    if sentence.of("S") or sentence.has(r"\bnato\b") or sentence.has(_GOES_ON):
        return True
    if sentence.context.counted and not (sentence.of("C") or sentence.of("L")):
        return True
    return sentence.context.status is not None and sentence.has(_BOUND)


_SO = (
    r"^(?:it|this|that|the (?:move|step|upgrade|decision)) (?:also |thus |therefore |even )*(?:means|obliges|obligates"
    r"|requires|commits|binds|guarantees|ensures)\b"
)


def _of_status(sentence: Masked, clause: str) -> bool:
    """Whether the status is what gives: named before in the clause, or in “as a major non-NATO ally, …”."""
    named = re.findall(r"<S(\d+)>[^,;]*$", clause)
    ours = any(not is_alliance(sentence.entities[int(at)].value) for at in named)
    ours = ours or sentence.has(
        r"\b(?:bound|obliged|obligated|committed|required) (?:by \w+ )?to (?:defend|protect) (?:every|any|each) <S"
    )
    goes_on = sentence.context.counted and re.match(_SO, clause) is not None
    return ours or goes_on or sentence.has(_AS_ONE)


def _named(sentence: Masked, place: int) -> str | None:
    """The status that is spoken of: the last named before, but no alliance, which is only compared with."""
    named = [
        (one.value, sentence.words.find(f"<S{at}>"))
        for at, one in enumerate(sentence.entities)
        if one.kind == "S" and not is_alliance(one.value)
    ]
    before = [value for value, at in named if at < place]
    return before[-1] if before else named[0][0] if named else None


def is_alliance(status: str) -> bool:
    """Whether a status is membership of an alliance, which commits by its own treaty."""
    return our_statuses()[status].family == "alliance"
