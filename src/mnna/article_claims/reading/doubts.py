"""What keeps a sentence from being drafted: a condition, a plan, a question, doubt, irony, other people's law."""

from __future__ import annotations

import re

from mnna.article_claims.reading.grammar import Masked

_OPEN = (
    (r"\?[\"”']?$", "a question"),
    (
        r"\b(?:if|unless|whether|were (?:\w+ ){0,3}to|should (?:<C|the|congress|it be)|had (?:<\w+> |it "
        r"|they )(?:not )?been"
        r"|would(?:n't| not)? have|in case|assuming|provided that|suppose|supposing|imagine"
        r"|hypothetical\w*|in theory)\b",
        "a condition",
    ),
    (
        r"\b(?:might|could|may well|may (?:soon|yet|(?:one|<n\d+>|<N\d+>) day|eventually)|perhaps|maybe|possibly"
        r"|possible"
        r"|potential(?:ly)?|likely"
        r"|reportedly|allegedly|supposed(?:ly)?|purported(?:ly)?|rumou?r\w*|speculat\w+|unclear|unconfirmed"
        r"|apparently)\b",
        "not said as certain",
    ),
    (
        r"\b(?:critics|opponents|supporters|skeptics|detractors|proponents|advocates|some|many|others"
        r"|observers|bloggers|commentators"
        r"|social media users?|posts?|rumou?rs|conspiracy \w+) (?:\w+ )?(?:say|said|argue[ds]?|claim(?:s"
        r"|ed)?|contend(?:s|ed)?|believe[ds]?"
        r"|insist(?:s|ed)?|complain(?:s|ed)?|think|fear|assert(?:s|ed)?|allege[ds]?)\b"
        r"|\b(?:thinks?|believes?|imagines?|guess(?:es|ed)?|claim(?:s|ed)|alleg(?:es|ed)|insist(?:s|ed)|boast(?:s"
        r"|ed)|viral"
        r"|according to (?:one|a) (?:\w+ )?(?:post|video|tweet|meme|theory)|let(?:'s| us) (?:say|assume|suppose)"
        r"|one theory|(?:scholars|lawyers|analysts) (?:hold|maintain))\b",
        "what others say",
    ),
    (
        r"\b(?:false(?:ly)?|untrue|not true|wrong(?:ly)?|incorrect(?:ly)?|mistaken(?:ly)?|erroneous(?:ly)?"
        r"|debunk\w*|den(?:y|ied|ies)|myth"
        r"|misleading(?:ly)?|fake|hoax|inaccurate(?:ly)?|contrary to|no truth|misreport\w*|retract\w*|disput"
        r"(?:ed|es)|correct(?:ed|s|ions?)|earlier version|unfounded|baseless|(?:is|was) a lie|(?:once|long|initially)"
        r" (?:thought|believed|assumed|expected))\b",
        "denied or disputed",
    ),
    (
        r"\b(?:as if|as though|yeah|surely|of course, and|pigs|next thing|congratulations|what a surprise|so much for"
        r"|we are told|wink|satire|joke[ds]?|jokingly|april fool\w*|novel|fiction\w*|movie|film|episode|game"
        r"|in a parallel|alternate history)\b",
        "irony or fiction",
    ),
    (
        r"\b(?:lol|lmao|rofl|haha\w*)\b"
        r"|(?:'s|the|his|her|their) (?:claim|assertion|allegation|suggestion) (?:that|of)\b",
        "irony or what others say",
    ),
    (r"^(?:sure|oh|yes|ha|right|well|of course),|!$", "irony or fiction"),
)
_WISH = (
    r"\b(?:hope[sd]?|hoping|want(?:s|ed)?|seek(?:s|ing)?|sought|urg(?:e[sd]?|ing)|call(?:s|ed|ing)? (?:on"
    r"|for|upon)|propos\w+|under consideration|consider(?:s|ing|ed(?! (?:an?|as|for|one|the|part|to be)\b))?\b"
    r"|discuss\w*|debat\w*|push(?:es|ed|ing)?|lobb(?:y|ied|ying|ies)|request\w*|ask(?:s|ed|ing)?"
    r"|demand\w*|recommend\w*|should(?! (?:note|know|remember|be (?:noted|aware)))|must(?! (?:first "
    r"|also )?(?:be (?:told|notified|informed)|notify|inform))|ought"
    r"|deserv\w+|wish\w*|dream\w*|aspir\w+|eye[sd]?|mull\w*|weigh(?:s|ed|ing)?|advocat\w+|favou?rs?"
    r"|petition\w*|pressur\w+|(?<!no )promis\w+"
    r"|pledg(?:ed|ing)|pledges? to (?:designate|make|name|elevate|give|grant)|vow\w*|threaten\w*|bills?|resolution"
    r"|amendment|legislation|introduc\w+"
    r"|candidates?)\b"
)
_PLAN = (
    r"\b(?:will|plans?|planned|planning|intends?|intend(?:ed|ing)|intention|intent|expected|set to|poised"
    r"|about to|going to|to be"
    r"|soon|upcoming|prepar\w+|ready to|would|working (?:with \S+ )?to|expects?|due to|to (?:designate"
    r"|name|elevate|make)|ahead of)\b"
)
_OTHERS = re.compile(
    r"(?:<[AC]\d+>(?:'s)?|\b(?:european union|eu|kremlin|beijing|moscow|london|paris|ottawa|tokyo|ankara))(?:'s)? "
    r"(?:law|laws|statutes?|act|legislation|parliament|cabinet|regulations?|rules)\b"
)
_OF_LAW = re.compile(
    r",? ?\(?if the financial arrangements are reciprocal.*"
    r"|\b(?:if|in case|in the event|whenever)(?: of)?(?: it| they| one| <\w+>| the \w+)?(?: (?:is|are|were|was"
    r"|comes? under"
    r"|came under))?(?: ever)?(?: an?)?(?: \w+)? attack(?:ed)?\b"
    r"|\bas (?:if|though)(?= (?:it|they) (?:is|are|was|were|had been)\b (?:\w+ ){0,2}(?:<S|designated))"
)
"""A condition that the law itself sets, or a likeness that it makes."""
_PAST = (
    r"\b(?:used to|formerly|at the time|back then|in those days|once|until|at one point|previously"
    r"|then (?:held|had|counted))\b"
)


NOT = (
    r"\b(?:(?:do(?:es)?|did|will|would|is|are|can|need|shall|has|have|may|must)(?:es)? not|(?:do(?:es)?|wo|would"
    r"|is|are|ca)n't|cannot|never|nothing|without|no(?!,)|nor|neither|not|none"
    r"|stops? short of|falls? short of|short of|far from|rather than|lacks?|instead of|fails? to)\b"
)


def negated(words: str, place: int) -> bool:
    """Whether a negation governs the words at a place: in the same clause, before them."""
    words = clause(words, place)
    return bool(re.search(NOT, words)) and not re.search(r"\bnot only\b", words)


_ASIDE = r",? (?:however|though|of course|in fact|by itself|in itself|on its own|for its part|alone),"


def clause(words: str, place: int) -> str:
    """The words of the clause before a place."""
    plain = re.sub(
        r",? (?:however|though|of course|in fact|by itself|in itself|on its own|for its part|alone),", "", words[:place]
    )
    return re.split(r"[;:]|,? but (?:also )?|, (?:although|though|while|however)", plain)[-1]


def open_because(sentence: Masked) -> str | None:
    """Why nothing that the sentence says is drafted; None where it may be."""
    words = _OF_LAW.sub("", sentence.words)
    why = next((why for pattern, why in _OPEN if re.search(pattern, words)), None)
    return why or ("other countries' law" if _OTHERS.search(words) else None)


def wished(sentence: Masked, until: int | None = None) -> bool:
    """Whether the sentence, or its words up to a place, speaks of what somebody asks for or proposes."""
    return re.search(_WISH, sentence.words[:until]) is not None


def planned(sentence: Masked) -> bool:
    """Whether the sentence speaks of what is to come."""
    return sentence.has(_PLAN)


def past(sentence: Masked) -> bool:
    """Whether the sentence speaks of how things once were."""
    return sentence.has(_PAST)
