"""Sentences of procedure: who must act for a designation, and how long before Congress must be told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mnna.article_claims.reading.doubts import denied
from mnna.article_claims.reading.grammar import Draft, Masked

_TELL = (
    r"(?:notify|notifies|notifying|notification to|notice to|inform|informs|informing|tell|informed"
    r"|notified) (?:the )?(?:<U\d+> )?(?:house and senate|congress|lawmakers|senate)"
)
_MUST = (
    r"\b(?:must|shall|requires?|required|has to|have to|need(?:s|ed)? to|takes? effect|legally|under "
    r"(?:the |<U\d+> )?law|in advance|before|after)\b"
)
_ACTS = (
    (
        r"(?:(?:vote|votes|majority) (?:of|in|by|from) the senate|senate(?:'s)? (?:ratification|consent|"
        r"approval|advice and consent|vote|confirmation)|(?:consent|approval"
        r"|ratification) (?:of|by) the senate"
        r"|(?:ratified|ratification|advice and consent|approved|approval) (?:by|of|in) the senate|senate "
        r"(?:does not|doesn't) (?:get|have) (?:a |any )?(?:vote|say)|senate (?:must|has to) (?:first "
        r")?(?:ratify|approve|consent|agree))",
        "advice and consent of the Senate",
    ),
    (
        r"(?:vote of congress|(?:approval|approved|vote|voted|consent) (?:by|of|from|in) (?:the )?(?:<U\d+>"
        r" )?congress|congress(?:ional)? (?:must|has to|does not|doesn't|need not) (?:approve|vote)"
        r"|congressional (?:approval|vote))",
        "vote of Congress",
    ),
    (
        r"(?:signing of a treaty|a (?:formal )?treaty|an? (?:international )?agreement between|treaty or agreement"
        r"|agreement or treaty)",
        "agreement or treaty",
    ),
    (
        r"sign(?:ed|ature)(?: (?:by|of))? (?:both (?:presidents|governments|leaders|countries|sides)|the other"
        r" (?:government|country|president))",
        "signature of the other government",
    ),
    (
        r"consent of (?:the other|the designated|the recipient|its) (?:government|country)",
        "consent of the other government",
    ),
)


def read(sentence: Masked) -> Iterator[Draft]:
    """The claims of procedure in a sentence."""
    status = next((one.value for one in sentence.of("S")), None) or sentence.context.status
    if status is None or sentence.has(r"<A\d+> (?:congress|parliament)"):
        return
    yield from _notice(sentence, status)
    yield from _acts(sentence, status)


def _notice(sentence: Masked, status: str) -> Iterator[Draft]:
    forms = (
        r"congress (?:must|has to|is to|should|shall) be (?:told|notified|informed)[^.;]{0,40}? {N}["
        r" -]days? (?:before|prior|in advance|ahead)",
        rf"{_TELL}[^.;]{{0,60}}? (?:at least |no less than |a )?{{N}}[ -]days? (?:before|prior|in advance"
        rf"|ahead|beforehand)",
        rf"(?:at least )?{{N}}[ -]days? (?:before|prior to|ahead of|in advance of)[^.;]{{0,80}}?{_TELL}",
        rf"{_TELL}[^.;]{{0,120}}?{{N}}-day (?:period|wait|notice|window|notification|review)",
        r"congress (?:must|has to|is to|shall|needs to|had to) (?:be given|get|receive) (?:at least "
        r"|a )?{N}[ -]days?'?(?: of)?(?: \w+)? (?:notice"
        r"|warning|notification)",
        r"(?:give|gives|giving|given|provide|provides|providing) (?:the )?congress (?:with )?(?:at least "
        r"|a )?{N}[ -]days?'?(?: of)?"
        r"(?: \w+)? (?:notice|warning|notification)",
        rf"(?:after|once|when) (?:the |a )?president {_TELL}[^.;]{{0,60}}?{{N}}[ -]days?",
        r"{N}-day (?:notice|notification|waiting|congressional)(?: \w+){0,2}(?: to (?:the )?(?:<U\d+>"
        r" )?congress| period)",
        r"(?<! on )(?<! at ){N}[ -]days?'? (?:of )?(?:\w+ )?(?:notice|notification|warning) to (?:the "
        r")?(?:{US} )?(?:congress|lawmakers)",
        r"takes? effect (?:only |no sooner than |no earlier than |at least )?{N} days (?:after|following) "
        r"(?:congress|lawmakers|the"
        r" notice|the notification|notification)",
        r"{N} days before[^.;]{0,80}?,? congress (?:must|has to|is to|shall|needs to) (?:be )?(?:told|"
        r"notified|informed)",
    )
    for form in forms:
        for found in sentence.find(form):
            draft = found.drafts("")
            if denied(sentence, draft.start, draft.end):
                return
            how = f"“{found.said}”: {found.value('n')} days of notice"
            yield found.draft("notice_days_are", how, status=status, days=found.value("n"))
            return
    for found in sentence.find(
        rf"(?:must|shall|required (?:under <U\d+> law |by law )?to|requires? \S+ (?:\S+ )?to|legally"
        rf" obliged to|has to|have to|needs? to) (?:first )?{_TELL}"
    ):
        if sentence.of("S") or re.search(r"designat|intent", sentence.words):
            how = f"“{found.said}”: designation takes notice to Congress"
            yield found.draft("designation_requires", how, status=status, act="notice to Congress")
            return


def _acts(sentence: Masked, status: str) -> Iterator[Draft]:
    for form, act in _ACTS:
        for found in sentence.find(form):
            before = sentence.words[: found.match.start()]
            denied = re.search(
                r"\b(?:does not|do not|doesn't|did not|without|no need for|not|(?:needs?|requires?|takes?|involves?"
                r"|calls? for) no)"
                r" [^.;,]{0,40}$",
                before,
            )
            denied = denied or re.search(
                r"^no (?:\w+ ){1,6}(?:has to|needs? to|must|need|is|needs?|requires?|takes?) (?:be )?(?:the )?$", before
            )
            denied = denied or _needless(before, sentence.words[found.match.end() :])
            denied = denied or re.search(r"\bnot\b|n't\b", found.match[0])
            needed = (
                re.search(
                    r"\b(?:requires?|needs?|must be|has to be|subject to|only with|takes?|once|until"
                    r"|pending) [^.;,]{0,30}$",
                    before,
                )
                or "must" in found.match[0]
                or (found.match[0].startswith("signed") and re.search(r"\b(?:is|are) $", before))
            )
            if (
                sentence.has(r"\b(?:sale|sales|deal|package|treaty with)\b")
                or not (denied or needed)
                or not (
                    sentence.of("S")
                    or sentence.has(r"\b(?:designat\w+|statute|section)\b")
                    or (
                        denied
                        and sentence.context.status
                        and (
                            sentence.context.counted
                            or sentence.has(r"^(?:the|this) (?:move|step|decision|upgrade|act)\b|\bsenate\b")
                        )
                    )
                )
            ):
                continue
            how = f"“{found.said}”: designation {'does not take' if denied else 'takes'} it"
            args = {"status": status, "act": act} | ({"holds": False} if denied else {})
            yield found.draft("designation_requires", how, **args)
            return


def _needless(before: str, after: str) -> re.Match[str] | None:
    """“No Senate vote is needed”."""
    no = r"(?:not |n't )?" if before.endswith("no ") else r"(?:not |n't )"
    return re.match(rf" (?:is |was |is|was){no}(?:needed|required|necessary)", after)
