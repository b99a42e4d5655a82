"""Words of law that no authority of a status is about: money, tariffs, the pace of sales, the stocks themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mnna.article_claims.reading.doubts import negated
from mnna.article_claims.reading.grammar import Masked, compiled

Part = tuple[int, int, str, dict[str, Any]]
"""The place of some words, the type of claim they make, and its arguments."""
SITE = "war-reserve-stockpile-site"
SATELLITES = "satellite-licensing"
_TARIFFS = (
    r"(?:\bno longer (?:(?!tariffs|duties)[^.;,]){0,30}(?:tariffs|duties)|\b(?:pay\w*|fac\w+|ow(?:e|es)|with|"
    r"at) (?:no|zero)\b(?: \w+){0,2} (?:tariffs|duties)"
    r"|\bwithout(?: \w+){0,2} (?:tariffs|duties)"
    r"|\b(?:tariffs?|trade preferences|(?:free|preferential|privileged|unhindered) access to (?:the "
    r")?(?:<U\d+> )?(?:consumer )?markets?|free trade|customs duties|duty-free|import duties)\b)"
)
_MONEY = (
    r"(?:\b(?:financial (?:aid|assistance|support|commitments?)|cash\b(?! flow)|(?:a )?(?:single )?dollars? of"
    r"|(?:any |new |extra |additional |more |direct |automatic |<U\d+> )+(?:money|funding|funds|dollars))(?! for)"
    r"|(?:loans?|financing|credits?) (?:to|for) (?:support|financ\w+|fund|buy\w*|purchas\w+|defen[sc]e|"
    r"military|arms|weapons)"
    r"|(?:million|billion)s of (?:dollars|<U\d+> dollars)|(?:guarante|giv|bring|entitl|provid"
    r"|mean)\w* (?:\S+ ){0,2}<M\d+>"
    r"|<M\d+>[^.;,]{0,30}? (?:aid|assistance|funding|grants?))"
)
_PACE = (
    r"(?:(?:faster|quicker|speedier|expedit\w+|streamlin\w+|accelerat\w+|fast-track\w*|easier|simplif\w+"
    r"|smoother|simpler|eas(?:e|es|ing)|shorter|speed(?:s|ing)? up)"
    r"[^.;]{0,60}?(?:(?:arms|weapons?|military|defen[sc]e)(?: \w+){0,2} (?:sales?|deals?|transfers?"
    r"|purchases?|acquisitions?|deliver\w+|procurement)"
    r"|(?:buy|purchase|acquire|procure|sell|obtain|get)(?: \w+){0,2} (?:<U\d+> )?(?:\w+ ){0,2}(?:arms"
    r"|weapons?|weaponry|military|defen[sc]e)))"
    r"|(?:arms|weapons?|military|defen[sc]e) (?:sales?|deals?|transfers?|deliver\w+)[^.;,]{0,40}? (?:faster|quicker"
    r"|easier|smoother"
    r"|speedier)\b"
)
_CIVIL = (
    r"\b(?:lift|remov|eas|loosen|relax|scrap)\w*[^.;,]{0,40}?(?:restrictions?|barriers?|limits|curbs|controls)"
    r" on (?!(?:\w+ ){0,3}(?:arms|weapons|defen[sc]e|military))(?:\w+ ){0,2}?(?:trade|commerce)\b"
)
_ACT = (
    r"\b(?:lift|remov|eas|loosen|relax|waiv)\w*[^.;,]{0,40}?(?:restrictions?|limits|curbs|controls|rules)"
    r" (?:of|in|under|set by|imposed by) (?:the )?arms export control act\b"
)
_NOTICE = (
    r"(?:exempt\w*|excus\w*|free[sd]?|releas\w*|spar\w+|bypass\w*|skip\w*|shorten\w*|reduc\w*|cut\w*|waiv\w*"
    r"|lower\w*|rais\w*|doubl\w*|tripl\w*|halv\w*"
    r"|chang\w*|alter\w*|affect\w*)\b[^.;]{0,50}?(?:thresholds?[^.;]{0,40}?(?:congress|notif\w+)|"
    r"(?:congress(?:ional)?|arms[- ]sales?|notification)[^.;]{0,25}?(?:notif\w+|notice|reviews?|thresholds?|waiting"
    r"|scrutiny))"
    r"|\b(?:leav\w+|left) (?:\S+ ){0,8}?thresholds?\b[^.;]{0,60}?(?:congress|notif\w+)"
    r"|\bfree[sd]?\b[^.;]{0,60}?(?:purchases?|sales?|deals?|transfers?) (?:being )?(?:notified|reported|"
    r"submitted) to congress"
    r"|\b(?:enjoy|have|get|share|receive)s? the same (?:<M\d+> |higher )?(?:\w+ )?thresholds? as (?:the )?(?:<S|nato)"
    r"|(?:purchases?|sales?|deals?|transfers?)\b[^.;]{0,40}? no longer (?:have|need|has) to be (?:notified|reported"
    r"|submitted|shown) to congress"
    r"|\b(?:do|does) not (?:need|require|have to wait for)\b[^.;]{0,30}?congress(?:ional)? (?:notif\w+|notice"
    r"|reviews?|scrutiny)"
    r"|\bno longer (?:needs?|requires?|faces?|be subject to|is subject to|(?:has|have) to wait for)\b[^.;]{0,30}?"
    r"congress(?:ional)? (?:notif\w+|notice|reviews?|approval|scrutiny)"
    r"|\bwithout (?:\w+ )?(?:notify\w* congress|congressional (?:notification|notice|review)|notice to congress)"
)
_AS_IT_WAS = (
    r"\b(?:unchanged|untouched|intact|alone|as (?:it|they) (?:is|are|was|were)|where (?:it|they) (?:is|are|was|were))\b"
)
_STOCKS = (
    r"\b(?P<verb>access to|use of|using|use|draw(?:ing)? (?:on|from)|buy(?:ing)?|purchas(?:e|ing)|acquir(?:e|ing)"
    r"|own(?:ing|ership"
    r" of)?)\b[^.;]{0,30}?(?:war[- ]reserve|reserve) (?:stock\w*|materi\w+|munitions)"
)
_USED = (("access", "use of the stocks"), ("us", "use of the stocks"), ("draw", "use of the stocks"),
         ("own", "ownership of the stocks"), ("", "purchase of the stocks"))  # fmt: skip


def read(sentence: Masked, status: str, country: str, taken: list[tuple[int, int]]) -> Iterator[Part]:
    """The parts, none over words that an authority has taken."""
    args = {"status": status, "country": country}
    for form, type_, more in (
        (_TARIFFS, "status_opens", {"thing": "tariffs"}),
        (_MONEY, "status_opens", {"thing": "money"}),
        (_CIVIL, "status_opens", {"thing": "civil trade"}),
        (_ACT, "opens_under", {"act": "Arms Export Control Act"}),
        (_ACT, "restrictions_lifted", {}),
        (f"{_PACE}|{_NOTICE}", "notification_changes", {}),
    ):
        for at in _free(sentence, form, taken):
            if "licen" not in at[0] and not (
                more == {"thing": "money"} and not re.search(r"<S|^it ", sentence.words[: at.start()])
            ):
                left = re.match(r"leav|left", at[0]) is not None
                if left and not re.search(_AS_IT_WAS, sentence.words[at.start() :]):
                    continue
                denied = {"holds": False} if left or negated(sentence.words, at.start()) else {}
                yield (*at.span(), type_, args | more | denied)
                break


_SATELLITES = (
    (r"commercial (?:communications? )?satellites?", "commercial communications satellites"),
    (r"signals? technolog(?:y|ies)", "signals technology"),
)


def satellites(sentence: Masked, taken: tuple[int, int]) -> Iterator[Part]:
    """The kinds of satellites and the like that a sentence names, which a rule of satellites may not cover."""
    for form, thing in _SATELLITES:
        for at in compiled(form).finditer(sentence.words, max(taken[0] - 20, 0)):
            yield (*at.span(), "authority_covers", {"authority": SATELLITES, "thing": thing})
            break


def stocks(sentence: Masked) -> Iterator[Part]:
    """“access to US-owned war reserve stocks”: what a site of stocks gives is not the stocks."""
    for at in compiled(_STOCKS).finditer(sentence.words):
        if not negated(sentence.words, at.start()):
            thing = next(thing for verb, thing in _USED if at["verb"].startswith(verb))
            yield (*at.span(), "authority_gives", {"authority": SITE, "thing": thing})
            return


def _free(sentence: Masked, form: str, taken: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    for at in compiled(rf"(?<!\w)(?:{form})").finditer(sentence.words):
        if not any(at.start() < end and at.end() > start for start, end in taken):
            yield at
