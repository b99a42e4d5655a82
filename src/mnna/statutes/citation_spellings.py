"""Normalize the spelling of citations before they are parsed, such as `Pub. L. No.` and `Fed. Reg.`."""

from __future__ import annotations

import re

from mnna.as_typed import typed
from mnna.quick import quick_pattern

_SIGN = r"(?:§+ ?|section |sec\. )?"
_REWRITES: tuple[tuple[str, str], ...] = (
    (r"\bU\. ?S\. ?C(?:ode\b|\.(?: ?[AS]\.)?)|\bU\.?S\. Code\b|\bUnited States Code\b|\bUSC(?:[AS]\b|\.)", "USC"),
    (r"\bUSC Ann(?:otated\b|\.)", "USC"),
    (r"\bC\. ?F\. ?R\.?|\bCFR\.", "CFR"),
    (r"\bF\. ?R\.(?! ?Doc)|\bFed\. ?Reg\.?|\bFederal Register(?= \d)", "FR"),
    (r"\b(?:Arms Export Control Act|A\.E\.C\.A\.|AECA(?= of 19))(?: \(AECA\))?(?: of 1976)?(?:, as amended)?", "AECA"),
    (r"\b(?:Foreign Assistance Act|F\.A\.A\.|FAA(?= of 19))(?: \(FAA\))?(?: of 1961)?(?:, as amended)?", "FAA"),
    (r"\b(AECA|FAA)(?=\d)", r"\1 "),
    (rf"\b(?:CAATSA|Countering America's Adversaries Through Sanctions Act),? {_SIGN}231\b", "22 USC 9525"),
    (rf"{_SIGN}231 of (?:the )?(?:CAATSA|Countering America's Adversaries Through Sanctions Act)\b", "22 USC 9525"),
    (r"\bTaiwan Relations Act\b", "22 USC 3301 et seq."),
    (r"\b(?:Executive Order|E\. ?O\.|Exec\. Order|EO)(?: Nos?\.)? ?(?=\d)", "EO "),
    (r"\b(?:Public Law|Pub\. ?L\.|P\. ?L\.|PL)(?: No\.)? ?(?=\d)", "PL "),
    (r"\b(?:Presidential Determination|P\.D\.|PD)(?: No\.)? ?(?=\d)", "PD "),
    (r"\bNorth Atlantic Treaty\b(?! Org)(?:,? 63 Stat\. 2241)?", "63 Stat. 2241"),
    (r"\b(?:Rio Treaty|Inter-American Treaty of Reciprocal Assistance)\b", "62 Stat. 1681"),
    (r"\bRome Statute\b(?:,? 2187 UNTS 3)?", "2187 UNTS 3"),
    (r"^art(?:icle|\.) (\w+) of (?:the )?(63 Stat\. 2241|62 Stat\. 1681|2187 UNTS 3)$", r"\2 art. \1"),
    (r"§+ ?|\b(?:sections?|secs?\.?|ss?\.) ?(?=\d)", "§"),
    (r"^(?=\d+[A-Z]{0,2}(?:\(\w+\))*,? (?:of (?:the )?)?(?:AECA|FAA)$)", "§"),
    (r"\bparts? (?=\d+\.\d)", ""),
    (r"§([^§;]+?) of (?:the )?title (\d+)(?:,? USC)?", r"\2 USC \1"),
    (r"§([^§;]+?) of (?:the )?(AECA|FAA|EO \d+|PL \d+-\d+)", r"\2 §\1"),
    (r"§([^§;, ]+),? (AECA|FAA)\b(?! ?[§\d])", r"\2 §\1"),
    (r"\bITAR,?(?= ?(?:§|part|\d))", "22 CFR"),
    (r"\bEAR,?(?= ?(?:§|part|\d))", "15 CFR"),
    (r"\bDFARS,?(?= ?(?:§|part|\d))", "48 CFR"),
    (r"^title (\d+),?(?: (?:of the )?USC,?)? §", r"\1 USC "),
    (r"\b(AECA|FAA), (?=§?\d)", r"\1 "),
    (r" \((\d+ USC [^()]+(?:\(\w+\))*)\)", r", \1"),
    (r"(\d[a-z]{0,3}|\)) (?=\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,3})\))", r"\1"),
)
"""Pairs of a pattern and its normalized spelling, applied in order."""


_BILL = (
    r"(?<![\w.)] )(?<![\w.])(?P<house>[HS])\.? ?(?P<kind>R\b\.?|(?:J|Con)\. ?Res\.|Res\.|(?<=S\.)|(?<=S\. ))"
    r" ?(?P<number>\d{1,5})\b(?!\.\d)(?:,? \(?(?P<congress>\d{2,3})(?:st|nd|rd|th)(?: Cong(?:ress\b|\.)?)?\)?)?"
)
_LOWER_BILL = r"^\W*hr\.? ?(?=\d)|^\W*h\. ?r\. ?(?=\d)"


def _bill(found: re.Match[str]) -> str:
    """Return a bill as `BILL hr 3613 119`; a small `s.` before a number means a section, a capital one the Senate."""
    kind = (found["house"] + re.sub(r"[. ]", "", found["kind"])).lower()
    return f"BILL {kind} {found['number']} {found['congress'] or ''}".rstrip()


_PATH = r"(?:\((?:[A-Za-z]{1,5}|\d{1,3})\))"
_PLAIN = quick_pattern(
    rf"\d{{1,2}} (?:USC|CFR) \d{{1,5}}(?:\.\d{{1,4}})?[a-z]{{0,2}}(?:-\d{{1,2}})?{_PATH}*(?:(?:, |-){_PATH}+)*",
    re.ASCII,
)
"""The most common form, which needs no rewriting; it avoids the patterns above, which are slow to compile."""

_PLAIN_LAW = quick_pattern(rf"P\.L\. (\d{{1,3}}-\d{{1,3}}) s\. (\d{{1,5}}{_PATH}*)", re.ASCII)
"""The most common form of a public law, in which only two words are rewritten."""

_PLAIN_SECTION = quick_pattern(rf"(?:(AECA|FAA) |section )(\d{{1,5}}[A-Z]?{_PATH}*)", re.ASCII)
"""A section of the AECA or the FAA, or of whichever of the two has that number."""


def normal(text: str) -> str:
    """Return a text with every citation in the spelling that the parser reads, and bills as `BILL`."""
    plain = [_plain(one) for one in text.split("; ")]
    return "; ".join(plain) if all(plain) else _rewritten(text)


def _plain(one: str) -> str:
    """Return one citation normalized if it is in one of the most common forms, else an empty text."""
    if _PLAIN.fullmatch(one):
        return one
    if law := _PLAIN_LAW.fullmatch(one):
        return f"PL {law[1]} §{law[2]}"
    section = _PLAIN_SECTION.fullmatch(one)
    return "" if section is None else f"{section[1]} {section[2]}" if section[1] else f"§{section[2]}"


def _rewritten(text: str) -> str:
    text = _of_id(typed(text))
    text = re.sub(_BILL, _bill, re.sub(_LOWER_BILL, "H.R. ", text, flags=re.IGNORECASE))
    for pattern, written in _REWRITES:
        text = re.sub(pattern, written, text, flags=re.IGNORECASE)
    return text.strip().rstrip(".")


_IDS: tuple[tuple[str, str], ...] = (
    (r"/?us/usc/t(\d+)/s([^/]+)((?:/\w+)*)", r"\1 USC \2\3"),
    (r"/?us/cfr/t(\d+)/(?:s|pt)([^/]+)((?:/\w+)*)", r"\1 CFR \2\3"),
    (r"/?us/pl/(\d+)/(\d+)/s([^/]+)((?:/\w+)*)", r"PL \1-\2 §\3\4"),
    (r"/?us/pl/(\d+)/(\d+)", r"PL \1-\2"),
    (r"/?us/fr/(\d+)/(\d+)", r"\1 FR \2"),
    (r"/?us/eo/(\d+)/s(\d+)((?:/\w+)*)", r"EO \1 §\2\3"),
    (r"/?us/(eo|pd)/([\d-]+)", r"\1 \2"),
    (r"/?us/bill/(\d+)/(\w+)/(\d+)", r"BILL \2 \3 \1"),
    (r"/?us/bill/(\w+)/(\d+)", r"BILL \1 \2"),
    (r"/?us/usc/t22/ch32", "FAA"),
    (r"/?us/usc/t22/ch39", "AECA"),
)
"""The form of each kind of id, such as `/us/usc/t22/s2776/b/1`, and the citation that has it."""


def _of_id(text: str) -> str:
    """Return the citation of an id, as every answer prints beside a citation; other text unchanged."""
    if "us/" not in text[:4]:
        return text
    for pattern, cited in _IDS:
        if found := re.fullmatch(pattern, text):
            return re.sub(r"/(\w+)", r"(\1)", found.expand(cited))
    return text
