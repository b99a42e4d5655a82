"""Sentences that list holders: “including Egypt and Japan”, “Brazil and Argentina are major non-NATO allies”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mnna.article_claims.reading.doubts import past, planned, wished
from mnna.article_claims.reading.grammar import Draft, Found, Masked

_SUCH = (
    r"(?:including|include|includes|such as|like|among them|namely|are|among which are|are as follows"
    r"|alongside|they are|these are|comprise"
    r"|comprises|range from|listed|features?|consists? of|made up of|names|counts|covers)"
)


def read(sentence: Masked) -> Iterator[Draft]:
    """The lists of a sentence, the status in it or, of a sentence that goes on from a count, the one counted."""
    if wished(sentence) or past(sentence):
        return
    if (only := next(_only(sentence), None)) is not None:
        yield only
        return
    for found in _found(sentence):
        countries = list(dict.fromkeys(found.value("c")))
        status = found.value("s") if "s" in found.match.groupdict() else None
        status = status or sentence.context.status
        if status is not None:
            how = f"“{found.said}”: each holds the status"
            yield found.draft("list_includes", how, status=status, countries=countries)
            return


_LANDS = r"(?:countries|nations|states|allies|members|governments|ones)"
_WITH = (
    r"(?:(?:with|holding|hold|that hold|to hold|to have|that have|on|in|enjoying|carrying|to receive|to get"
    r"|designated as|named as|as) )"
)


def _only(sentence: Masked) -> Iterator[Draft]:
    """“only Argentina and Brazil hold it in South America”, “the only African countries with the status are …”."""
    forms = (
        r"\bonly <L(?P<c>\d+)> (?:currently |now )?(?:hold|have|enjoy|carry|share) {S} in {R}",
        rf"\b(?:only|all(?: of)? the|sole) <R(?P<r>\d+)> {_LANDS} (?:currently |now )?{_WITH}?{{S}} (?:are"
        rf"|being) <L(?P<c>\d+)>",
        rf"<L(?P<c>\d+)> (?:are|remain) (?:still |now |currently )?the (?:only"
        rf"|sole) <R(?P<r>\d+)> {_LANDS} (?:currently )?{_WITH}?{{S}}",
        r"<L(?P<c>\d+)> (?:are|remain) (?:still |now |currently )?the (?:only|sole) (?:<U\d+>(?:'s)? )?{S} in {R}",
    )
    for form in forms:
        for found in sentence.find(form):
            countries, status, region = list(found.value("c")), found.value("s"), found.value("r")
            how = f"“{found.said}”: each holds the status, and no other in the region"
            many = {"status": status, "region": region, "count": len(countries)}
            yield found.drafts(
                how, ("list_includes", {"status": status, "countries": countries}), ("count_in_region", many)
            )
            return


def _found(sentence: Masked) -> Iterator[Found]:
    forms = [
        rf"<S(?P<s>\d+)>(?:(?!<S)[^;]){{0,120}}?\b{_SUCH}:? (?:also |now |currently |the following |the "
        rf"likes of )?{{C}}",
        r"<S(?P<s>\d+)>[^.;<]{0,20}?[:—–(-] ?{C}",
        r"<L(?P<c>\d+)> (?:are|have been|have become|all)(?: (?:now|also|all|both|currently|already"
        r"|region's|existing|current|present|still|formally|officially|some|of|among|the|its|other|fellow"
        r"|long-?standing))*(?: <U\d+>"
        r"(?:'s)?)?(?: other)? <S(?P<s>\d+)>",
        r"<L(?P<c>\d+)> are (?:the )?(?:only |other |two other |current )*(?:<R\d+> )?(?:countries|nations|states"
        r"|allies|holders|ones) (?:with|holding|that hold|that have) <S(?P<s>\d+)>",
        r"<S(?P<s>\d+)> (?:also |now |currently )*(?:has|contains|lists|encompasses) <L(?P<c>\d+)>",
        r"<L(?P<c>\d+)>, (?:the|its|all|both|two|three|<N\d+>) (?!(?:\w+ )?(?:only|first|"
        r"last)\b)[^,.;<]{0,40}<S(?P<s>\d+)>(?=[,.;]|$)",
        r"{S} is (?:now |also |already |currently )*(?:enjoyed|held|shared|carried) by {C}",
        r"joins? (?:the likes of |countries (?:like|such as) |other \w+ (?:like|such as) )?<L"
        r"(?P<c>\d+)>[^.;]{0,60}?<S(?P<s>\d+)>",
        r"<L(?P<c>\d+)>,? (?:also |already |now |currently |both |all |each )*(?:hold|have|enjoy|carry|share"
        r"|belong to|are on"
        r"|are in|are part of)s? (?:the |this |that )?<S(?P<s>\d+)>",
        r"<L(?P<c>\d+)> are (?:also |all |both )?(?:among|on|in) (?:the )?(?:(?:other|few|<[RAU]\d+>|countries"
        r"|nations|states|allies"
        r"|members|already|now|currently|holding|that hold|with|on|in|of|enjoying) )*(?:the )?<S(?P<s>\d+)>",
    ]
    if sentence.context.status:
        forms += [r"^(?:the )?(?:other )?<R\d+> (?:holders|recipients|designees) (?:are|include) {C}"]
        forms += [
            r"^(?:currently |now |so far )?(?:designated|listed) (?:so far |now )?(?:are|include):? <L(?P<c>\d+)>"
        ]
    if sentence.context.counted:
        forms += [
            r"^(?:and )?so (?:are|have|do) <L(?P<c>\d+)>",
            r"<L(?P<c>\d+)> are (?:also |all |already )*among (?:them|these|those)\b",
            r"^the <R\d+> (?:<N\d+>|ones|contingent|members) (?:are|include):? {C}",
            r"\bthe other (?:<R\d+> )?(?:holders|members|recipients|designees|ones) (?:are|include) {C}",
            r"^(?:these |they |the list |others |the others |members |it )?(?:also |currently )?"
            r"(?:including|includes?|are|such as|like|among them(?: are| is)?|comprises?|alongside):? {C}",
        ]
    for form in forms:
        for found in sentence.find(form):
            if _good(sentence, found):
                yield found


def _good(sentence: Masked, found: Found) -> bool:
    before, said = sentence.words[: found.match.start()], found.match[0]
    if re.search(
        r"\b(?:not|never|n't|except|excluding|unlike|without|besides|other than|apart from|neither|nor)\b"
        r"|\balongside (?:[^<,]|<C)*\b(?:like|such as|including)\b",
        said,
    ):
        return False
    if re.search(
        r"\b(?:in addition to|besides|unlike|except(?: for)?|apart from|aside from|compared (?:to|with)) (?:the )?$",
        before,
    ):
        return False
    if planned(sentence) and re.search(r"\b(?:will|would|plans?)\b", before + said) and "will have" in sentence.words:
        return False
    single = re.search(r"<C\d+>$", said) is not None
    if single and not re.search(r"\b(?:including|includes?|such as|like|among them)\b", said):
        return False
    return not re.search(r"\b(?:ministers?|presidents?|leaders?|officials?|rivals?|threats?) (?:of|from) $", before)
