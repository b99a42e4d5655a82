"""Sentences of order: “the third country in the Gulf to acquire the status”, “the latest”, “the only one in Africa”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mnna.article_claims.reading.doubts import wished
from mnna.article_claims.reading.grammar import Draft, Found, Masked
from mnna.article_claims.reading.patterns import pattern, patterns

_BARE = pattern("orders.bare")
"""“to be designated”, where it is settled as what."""
_TO = pattern("orders.to")


def read(sentence: Masked) -> Iterator[Draft]:
    """The claims of order in a sentence."""
    code = _whose(sentence)
    status = next((one.value for one in sentence.of("S")), None) or sentence.context.status
    if code is None or status is None or wished(sentence):
        return
    parts = [*_places(sentence, code, status), *_latest(sentence, code, status), *_only(sentence, code, status)]
    if not parts:
        return
    first, last = min(found.match.start() for found, _ in parts), max(found.match.end() for found, _ in parts)
    start, end = sentence.places[first], sentence.places[last - 1] + 1
    how = f"“{sentence.text[start:end]}”: {'; '.join(_said(part) for _, part in parts)}"
    yield Draft(tuple(part for _, part in parts), start, end, how)


def _said(part: tuple[str, dict[str, Any]]) -> str:
    type_, args = part
    where = f" in {args['region']}" if args.get("region") else ""
    return {"latest_to_hold": "the latest", "only_holder": "the only one"}.get(type_, f"number {args.get('n')}") + where


def _whose(sentence: Masked) -> str | None:
    """The country it is said of: the one that is named before the order, or the one the article is about."""
    if re.match(r"(?:[^<]{0,30} )?(?:the )?<L\d+> (?:are|were|have)\b", sentence.words):
        return None
    singles = [
        one.value[0]
        for at, one in enumerate(sentence.entities)
        if one.kind == "C"
        and not re.search(
            rf"\b(?:after|following|behind|joining|alongside|since|beside) "
            rf"(?:the )?<C{at}>",
            sentence.words,
        )
    ]
    if len(set(singles)) == 1:
        return str(singles[0])
    first = re.match(r"(?:(?:also|but|and|with this|with the move|on <D\d+>),? )*(?:the )?<C(\d+)>", sentence.words)
    if first:
        return str(sentence.entities[int(first[1])].value[0])
    return sentence.context.subject if not singles else None


def _places(sentence: Masked, code: str, status: str) -> list[tuple[Found, tuple[str, dict[str, Any]]]]:
    """“the first sub-Saharan African nation and the fourth in Africa”."""
    found: dict[int, tuple[Found, tuple[str, dict[str, Any]]]] = {}
    for at in sentence.find(*patterns("orders.places")[::-1]):
        if _of_another(sentence, at.match.start(), code):
            continue
        if at.match.start() in found or not _about(sentence, at) or at.match.groupdict().get("a"):
            continue
        args = {"country": code, "status": status, "n": at.value("o")} | _region(at)
        if (
            (re.search(r"\b(?:plans?|intends?|intention|decision|intent) to\b", sentence.words[: at.match.start()]))
            or (
                not sentence.has(r"\b(?:has|have|was|were|became|making|joined|received|got)\b")
                and re.search(r"\b(?:will|would|to be|to become|set to|about to)\b", sentence.words[: at.match.start()])
            )
            or (sentence.has(r"\bwill\b") and sentence.words.find(" will ") < at.match.start())
        ):
            args |= {"will": True}
        found[at.match.start()] = (at, ("nth_to_hold", args))
    return [found[at] for at in sorted(found)]


def _of_another(sentence: Masked, place: int, code: str) -> bool:
    """Whether the order is told of another country right before it: “joins Argentina, until now the only one”."""
    before = re.search(
        pattern("orders.joins_another"),
        sentence.words[:place],
    )
    if before is None:
        return False
    return bool(sentence.entities[int(before[1])].value[0] != code)


def _about(sentence: Masked, at: Found) -> bool:
    """Whether the order is one of holders: the status follows or precedes it, with nothing else to be the first of."""
    after, before = _past_aside(sentence.words[at.match.end() :]), sentence.words[: at.match.start()]
    if re.search(pattern("orders.of_a_time"), at.match[0]):
        return False
    if re.search(
        r"\b(?:during|under|since|this (?:year|century|decade)|in (?:a decade|years|decades))\b|<P\d+>"
        rf"{'|in <D' if at.value('o') == 1 else ''}",
        _clause(after),
    ):
        return False
    if at.value("o") == 1 and (_of_a_government(sentence) or re.match(pattern("orders.after_another"), after)):
        return False
    if at.value("q") is None and (
        re.search(pattern("orders.elsewhere"), _clause(after)) or re.match(r" ?(?:the )?<R", after)
    ):
        return False
    if (
        re.fullmatch(r"<O\d+>", at.match[0])
        and re.search(r"\b(?:is|was|came|were) (?:the )?$", before)
        and re.match(r"[,.;]|$", after)
    ):
        return False
    if "<S" in at.match[0]:
        return re.match(r" to (?!<S)", after) is None
    if re.match(rf",? ?(?:(?:{_TO})[ ,]+){{0,7}}<S\d+>", after.lstrip()):
        return True
    if sentence.context.status and re.match(rf",? (?:to (?:be|have been)|ever|being) {_BARE}", after):
        return True
    if (
        sentence.context.counted
        and at.value("q")
        and re.search(r"\b(?:is|be|was|becomes?) (?:only )?(?:the )?$", before)
    ):
        return re.match(r"(?:,|\.|$)", after) is not None
    if re.match(r",? to (?:join|enter) (?:the|this|that) (?:group|club|list|ranks)", after) and sentence.context.status:
        return True
    if re.match(r"(?:,| and| after| following|\.|$| under the)", after) and re.search(
        pattern("orders.makes_it"), before
    ):
        return True
    if re.match(r"(?:,| and| after| following|\.|$)", after) and re.search(pattern("orders.becomes"), before):
        return bool(sentence.of("S")) or (
            sentence.context.status is not None and not sentence.has(r"\b(?:visit|trip|meeting|summit|leader)\b")
        )
    return False


def _of_a_government(sentence: Masked) -> bool:
    """Whether an administration is named, of which alone something may be the first."""
    return sentence.has(r"<P\d+>(?:'s)? administration") or any(
        "administration" in one.said for one in sentence.of("U")
    )


def _owner(found: Found) -> str | None:
    """“Africa's fourth”: the part of the world that stands right before."""
    words = found.masked.words[: found.match.start()]
    of = re.search(r"<R(\d+)>(?:'s)? (?:only |very )?$", words)
    return str(found.masked.entities[int(of[1])].value) if of else None


def _region(at: Found) -> dict[str, Any]:
    """The part of the world that the order is told of, as an argument; none where it is told of all."""
    head = next((found.value("r") for found in at.masked.find(pattern("orders.head_region"))), None)
    region = at.value("r") or at.value("q") or _owner(at) or head
    return {"region": region} if region else {}


def _past_aside(words: str) -> str:
    """The words without an aside at their head: “, after Argentina, to get the title”."""
    return re.sub(pattern("orders.aside"), " ", words)


def _clause(words: str) -> str:
    """The words up to the next mark."""
    return re.split(r"[,;.]", words)[0]


def _latest(sentence: Masked, code: str, status: str) -> list[tuple[Found, tuple[str, dict[str, Any]]]]:
    told = sentence.has(r"\bwas (?:the )?(?:last|latest|most recent|newest)\b")
    if sentence.has(r"^(?:before|until|prior to|up to|previously)\b"):
        return []
    if told and sentence.context.subject not in (None, code):
        return []
    for at in sentence.find(*patterns("orders.latest")):
        if not at.match.groupdict().get("a") and not _of_another(sentence, at.match.start(), code):
            return [(at, ("latest_to_hold", {"country": code, "status": status} | _region(at)))]
    return []


def _only(sentence: Masked, code: str, status: str) -> list[tuple[Found, tuple[str, dict[str, Any]]]]:
    for at in sentence.find(*patterns("orders.only")):
        said = at.match[0]
        if (
            at.match.groupdict().get("a")
            or _of_another(sentence, at.match.start(), code)
            or re.match(r"only <S", sentence.words)
            or re.search(r"\b(?:not|isn't|one of) (?:the )?$", sentence.words[: at.match.start()])
            or (said.startswith("only other") and not sentence.has("only other (?:<R"))
            or (not said.startswith(("no other", "none of")) and " other " in said)
        ):
            continue
        return [(at, ("only_holder", {"country": code, "status": status} | _region(at)))]
    return []
