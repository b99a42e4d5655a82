"""What keeps a sentence from being drafted: a condition, a plan, a question, doubt, irony, other people's law."""

from __future__ import annotations

import re
from bisect import bisect_left

from mnna.article_claims.reading.grammar import Masked

_NOBODY_SAYS = (
    r"\b(?:not|cannot|never|nobody|no one|none|no|nowhere|hardly|few)\b (?:\w+ ){0,3}?(?:say|says|said|know"
    r"|knows|known|claim|claimed|confirm|confirms|confirmed|clear|certain|sure|true|think|thinks|suggest"
    r"|suggests|suggested|told|tells"
    r"|show|shows|prove|proves|proven|report|reported|announced|argue|argued|maintain|deny|evidence|proof|sign|signs"
    r"|indication|record|chance|case)\b (?:\w+ ){0,2}?that\b"
    r"|\b\w+n't (?:\w+ ){0,2}?(?:say|know|claim|confirm|clear|certain|sure|true|think|suggest|prove)\b (?:\w+ )?that\b"
)
"""That something is so, of which it is said that nobody says it."""
_OPEN = (
    (r"\?[\"”']?$|\b(?:ask(?:s|ed)?|wonder(?:s|ed)?) (?:\w+ )?(?:why|how|when|what)\b", "a question"),
    (
        r"\b(?:if|unless|whether|were (?:\w+ ){0,3}to|should (?:<C|the|congress|it be)|had (?:<\w+> |it "
        r"|they )(?:not )?been"
        r"|would(?:n't| not)? have|in case|assuming|provided that|suppose|supposing|imagine"
        r"|hypothetical\w*|in theory)\b",
        "a condition",
    ),
    (
        r"\b(?:might|could|may well|may (?:soon|yet|(?:one|<n\d+>|<N\d+>) day|eventually)|perhaps|maybe|possibly"
        r"|(?<!makes it )(?<!making it )(?<!made it )possible"
        r"|potential(?:ly)?|likely"
        r"|reportedly|allegedly|supposed(?:ly)?|purported(?:ly)?|rumou?r\w*|speculat\w+|unclear|unconfirmed"
        r"|apparently|far from (?:certain|clear|sure|settled|true)|risk(?:s|ed|ing)? (?:being|losing|"
        r"becoming)|at risk of|(?:in danger|on the (?:verge|brink|cusp)) of|on (?:track|course) (?:to|for)|"
        r"uncertain|doubt(?:s|ed|ful)?|predict\w*|forecasts?"
        r"|fores(?:ee|ees|aw)|envision\w*|seem(?:s|ed|ingly)?|appear(?:s|ed)? to|dream(?:s|ed|t|ing)? (?:of|that)"
        r"|fantas\w+|hint(?:s|ed|ing)? that|by next|next (?:year|month|week|spring|summer|autumn|fall|winter)"
        r"|(?:is|are|was|were|has been|have been) (?:widely |commonly |generally )?(?:said|thought|believed|understood"
        r"|rumou?red|reported|assumed|expected) to|never a (?:time|day|moment))\b"
        rf"|{_NOBODY_SAYS}",
        "not said as certain",
    ),
    (
        r"\b(?:critics|opponents|supporters|skeptics|detractors|proponents|advocates|some|many|others"
        r"|observers|bloggers|commentators"
        r"|social media users?|posts?|rumou?rs|conspiracy \w+) (?:\w+ )?(?:say|said|argue[ds]?|claim(?:s"
        r"|ed)?|contend(?:s|ed)?|believe[ds]?"
        r"|insist(?:s|ed)?|complain(?:s|ed)?|think|fear|assert(?:s|ed)?|allege[ds]?)\b"
        r"|\b(?:thinks?|believes?|imagin\w+|guess(?:es|ed)?|claim(?:s|ed)|alleges|(?<!'s )alleged|insist(?:s|ed)"
        r"|boast(?:ed|s (?:that|of))|viral"
        r"|according to (?:one|a) (?:\w+ )?(?:post|video|tweet|meme|theory)|let(?:'s| us) (?:say|assume|suppose)"
        r"|(?:blogger|columnist|commentator|activist|user|influencer|student"
        r"|caller|reader|commenter|pundit|poster|lobbyist|tweet|letter writer|uncle|neighbou?r|friend) (?:wrote|said"
        r"|says|writes|told|posted|tweeted|quipped|insists|believes)"
        r"|(?:we|i|you|they|readers|viewers|people|voters) (?:were|was|are|have been|had been) (?:told|led to believe)"
        r"|which (?:was|were) (?:later |then |soon )?(?:withdrawn|retracted)"
        r"|(?:post|video|tweet|meme|clip|chain letter|headline)s?\b[^.;]{0,40} (?:say|says|said|claims?|states?)"
        r"|one theory|(?:nobody|no one|few) (?:\w+ )?knows?|(?:scholars|lawyers|analysts) (?:hold|maintain))\b",
        "what others say",
    ),
    (
        r"\b(?:false(?:ly)?|untrue|not true|wrong(?:ly)?|incorrect(?:ly)?|mistaken(?:ly)?|erroneous(?:ly)?"
        r"|debunk\w*|den(?:y|ied|ies)|myth"
        r"|misleading(?:ly)?|fake|bogus|phon(?:y|ey)|spurious|forged|hoax|inaccurate(?:ly)?|contrary to|no "
        r"truth|misreport\w*|retract\w*|disput"
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
    r"\b(?:hope[sd]?|hoping|want(?:s|ed)?|(?<!can )(?<!may )(?<!now )seek(?:s|ing)?"
    r"|sought|urg(?:e[sd]?|ing)|call(?:s|ed|ing)? (?:on|for|upon)|propos\w+|under consideration"
    r"|consider(?:s|ing|ed(?! (?:an?|as|for|one|the|part|to be|<s\d+>|<S\d+>)(?!\w)))?\b"
    r"|discuss\w*|debat\w*|push(?:es|ed|ing)?|lobb(?:y|ied|ying|ies)|request\w*|ask(?:s|ed|ing)?"
    r"|demand\w*|recommend\w*|should(?! (?:note|know|remember|be (?:noted|aware)))|must(?! (?:first "
    r"|also )?(?:be (?:told|notified|informed)|notify|inform))|ought"
    r"|deserv\w+|wish\w*|dream\w*|aspir\w+|eye[sd]?|mull\w*|weigh(?:s|ed|ing)?|advocat\w+|favou?rs?"
    r"|petition\w*|pressur\w+|(?<!no )promis\w+"
    r"|pledg(?:ed|ing)|pledges? to (?:designate|make|name|elevate|give|grant)|vow\w*|threaten\w*|bills?|resolution"
    r"|amendment|legislation|introduc\w+"
    r"|candidates?)\b"
)
PLAN = (
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
    r"\bin (?:the )?(?:case|event) of (?:an? )?(?:\w+ )?(?:war|attack|aggression|conflict|invasion)\b|"
    r",? ?\(?if the financial arrangements are reciprocal.*"
    r"|\b(?:if|in case|in the event|whenever)(?: of)?(?: it| they| one| <\w+>| the \w+)?(?:'(?:re|s))?(?: (?:is|are"
    r"|were|was|comes? under"
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
    r"|is|are|ca)n't|cannot|never|nothing|nobody|no one|without|no(?!,)|nor|neither|not|none"
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


_ASIDE_TO_COME = re.compile(
    r",? (?:(?:an?|the) (?:\w+ )?(?:move|step|decision|status|designation|honou?r|title) (?:that|which)|which)"
    r" (?:could|may|might)\b[^;]*$"
)


def told(sentence: Masked) -> int:
    """Where what a sentence tells as a fact ends: before an aside on what may come of it, else at its end."""
    aside = _ASIDE_TO_COME.search(sentence.words)
    return sentence.places[aside.start()] if aside and aside.start() else len(sentence.text)


def open_because(sentence: Masked) -> str | None:
    """Why nothing that the sentence says is drafted; None where it may be."""
    words = _OF_LAW.sub("", _ASIDE_TO_COME.sub("", sentence.words))
    why = next((why for pattern, why in _OPEN if re.search(pattern, words)), None)
    return why or ("other countries' law" if _OTHERS.search(words) else None)


_MADE_LAW = (
    r"\b(?:passed|enacted|signed) (?:\w+ )?legislation\b|\b(?:ma(?:d|k)e|makes|making) good on (?:\w+ )*promises?\b"
    r"|\b(?:includ\w*|contain\w*|carr\w+|entail\w*|impl\w+|gives?|brings?|amounts? to|comes? with) (?:an?|any|no) "
    r"(?:\w+ )?promises?\b"
    r"|\b(?:kept|keeps|keeping|fulfill?\w*|honou?r\w*|deliver\w* on|followed through on) (?:\w+ ){1,3}"
    r"(?:promise|pledge|vow)s?\b"
)


_HEADS = (
    r"(?:announc\w+|sa(?:id|ys|ying)|stat(?:ed|es|ing)|confirm(?:ed|s|ing)|not(?:ed|es|ing|e)|add(?:ed|s|ing)|told"
    r"|report(?:ed|s)|wrote|writes|declar\w+|explain\w*|recall\w*|remember\w*|stress\w*|emphasi[sz]\w+|out"
    r"|mean(?:s|t|ing)?"
    r"|determin\w+|ensur\w+|show(?:s|ed)?|fact|notif\w+|inform\w*|congress|lawmakers|senate|provid\w+|requir\w+"
    r"|mandat\w+"
    r"|decreed|so|given|now|considering|understand|know|clear|aware|reminded|inform\w*|day|time|year|agree\w*|>"
    r"|letter|memo|memorandum"
    r"|statement|notice|message|proclamation|guarantees?|promises?|pledges?|commitments?|obligations?|assurances?)"
)
"""What a clause of its own depends on where it is told as a fact."""
_CLAUSE = re.compile(
    r"(?P<head>[\w'>]+)(?: (?:<[DU]\d+>|on <D\d+>|again|also))? that,? (?=<[CLSNRUPAD]\d|[“\"]|(?:the|it|its|this|an?"
    r"|they|he|she|there|only|no|all|every|each|any|both|such|these|designation|in|on|as|since|under)\b)"
)


def under_another(sentence: Masked, place: int) -> bool:
    """Whether the words at a place depend on something that is not told as a fact, such as “pretends that …”."""
    before = sentence.words[: bisect_left(sentence.places, place)]
    return any(not re.fullmatch(_HEADS, at["head"]) for at in _CLAUSE.finditer(before.rstrip() + " the"))


_DENIED = (
    r"\b(?:(?:not(?! (?:only|less|fewer|later|just|merely)\b)|never|no longer|nearly|almost|neither|nor|cannot|hardly"
    r"|barely|yet to|far from)\b|\w+n't\b)"
)
_DENIED_THEN = (
    r"[”\"’']?,? (?:is|are|was|were|did|does|do|has|have|had|will|would)"
    r"(?:n't| not| never| no longer| nearly| almost)\b"
)


def denied(sentence: Masked, start: int, end: int) -> bool:
    """Whether the words at a place of the text are denied, or said to be only nearly so: after the last mark before
    them, or among them."""
    first, last = (bisect_left(sentence.places, place) for place in (start, end))
    before = "" if sentence.words[first:].startswith("but ") else re.split(r"[,;:(—–]", sentence.words[:first])[-1]
    if re.match(r"\w+ing\b", sentence.words[first:]) or sentence.has(r"^it (?:is|was) (?:not|never)\b"):
        before = sentence.words[:first]
    near = before + sentence.words[first:last]
    return re.search(_DENIED, near) is not None


def denied_then(sentence: Masked, end: int) -> bool:
    """Whether what is denied follows the words that end at a place: “the newest ally is not Kenya”."""
    return re.match(_DENIED_THEN, sentence.words[bisect_left(sentence.places, end) :]) is not None


def wished(sentence: Masked, until: int | None = None) -> bool:
    """Whether the sentence, or its words up to a place, speaks of what somebody asks for or proposes."""
    return re.search(_WISH, re.sub(_MADE_LAW, "made law", sentence.words[:until])) is not None


def planned(sentence: Masked) -> bool:
    """Whether the sentence speaks of what is to come."""
    return sentence.has(PLAN)


def past(sentence: Masked) -> bool:
    """Whether the sentence speaks of how things once were."""
    return sentence.has(_PAST)
