"""Grammar of order among holders: “the third country in the Gulf to get the status”, “the latest”, “the only one”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from mnna.article_claims.reading.beginnings import began
from mnna.article_claims.reading.doubts import wished
from mnna.article_claims.reading.entities import DAY
from mnna.article_claims.reading.grammar import Draft, Found, Masked
from mnna.article_claims.reading.patterns import pattern, patterns
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.registry.statuses import USUAL

_TO = pattern("orders.to")


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield one draft with all claims on order in a sentence, if any."""
    yield from _together(sentence)
    code = _country(sentence)
    status = sentence.status()
    if code is None or status is None or wished(sentence):
        return
    places = _places(sentence, code, status)
    parts = [*places, *_after_others(sentence, code, status, places)]
    parts += [*_latest(sentence, code, status), *_only(sentence, code, status)]
    if not parts:
        return
    parts += _begun(code, status, parts[0])
    first, last = min(found.match.start() for found, _ in parts), max(found.match.end() for found, _ in parts)
    start, end = sentence.places[first], sentence.places[last - 1] + 1
    how = f"“{sentence.text[start:end]}”: {'; '.join(_said(part) for _, part in parts)}"
    yield Draft(tuple(part for _, part in parts), start, end, how)


def _together(sentence: Masked) -> Iterator[Draft]:
    """Yield the last ones told together, and those from the first: “The newest members are …”, “the original five”."""
    status = sentence.status()
    if status is None or wished(sentence) or not (sentence.of("S") or sentence.context.counted):
        return
    several = sentence.first(*patterns("orders.several_latest"))
    if several and len(several.value("c")) > 1 and not sentence.of("R"):
        parts = [("latest_are", {"status": status, "countries": list(several.value("c"))})]
        yield several.drafts("no other came later", *parts)
    if (found := sentence.first(pattern("orders.founders"))) and status == USUAL:
        said = found.match["many"]
        many = sentence.entities[int(said[2:-1])].value if said.startswith("<") else 0
        if first := _FIRST.get(many):
            yield found.drafts(
                "from the first", *[("status_began_in", {"country": c} | first) for c in found.value("c")]
            )


_FIRST = {5: {"status": "mnna-title10", "year": 1987}, 6: {"status": USUAL, "year": 1996, "month": 7}}
"""When the status of the original five, or six, began, by their number."""


def _said(part: tuple[str, dict[str, Any]]) -> str:
    type_, args = part
    where = f" in {args['region']}" if args.get("region") else ""
    if type_ in ("designated_on", "status_began_in"):
        return "began then"
    if type_ == "status_on":
        return f"after {countries()[args['country']].name}, which holds the status"
    return {"latest_to_hold": "the latest", "only_holder": "the only one"}.get(type_, f"number {args.get('n')}") + where


def _country(sentence: Masked) -> str | None:
    """Return the country that the order is about: the one named in the sentence, else the article's subject."""
    if sentence.has(pattern("orders.of_several")):
        return None
    beside = r"\b(?:after|following|behind|joining|alongside|since|beside) (?:the )?<C{}>"
    named = [(at, one) for at, one in enumerate(sentence.entities) if one.kind == "C"]
    singles = [one.value[0] for at, one in named if not re.search(beside.format(at), sentence.words)]
    if re.match(pattern("orders.it"), sentence.words):
        return sentence.context.it or (None if singles else sentence.context.still)
    if len(set(singles)) == 1:
        return str(singles[0])
    first = re.match(r"(?:(?:also|but|and|with this|with the move|on <D\d+>),? )*(?:the )?<C(\d+)>", sentence.words)
    return sentence.named(first)[0] if first else sentence.context.still if not singles else None


Order = tuple[Found, tuple[str, dict[str, Any]]]
"""The match of an ordinal, “latest” or “only”, and its claim (type, arguments)."""


def _places(sentence: Masked, code: str, status: str) -> list[Order]:
    """Return the ranks in a sentence: “the first sub-Saharan African nation and the fourth in Africa”."""
    found: dict[int, Order] = {}
    says_will = sentence.words.find(" will ") if sentence.has(r"\bwill\b") else len(sentence.words)
    for at in _about_country(sentence, code, patterns("orders.places")[::-1]):
        if at.match.start() not in found and not at.fits("orders.no_place") and _about(sentence, at):
            args = {"country": code, "status": status, "n": at.value("o")} | _region(at)
            came = sentence.has(pattern("orders.came"))
            will = at.fits("orders.planned") or (not came and at.fits("orders.to_come")) or says_will < at.match.start()
            found[at.match.start()] = (at, ("nth_to_hold", args | ({"will": True} if will else {})))
    return [found[at] for at in sorted(found)]


def _after_others(sentence: Masked, code: str, status: str, places: list[Order]) -> list[Order]:
    """Return that those hold the status whom a country is said to follow: “the third in the Gulf, after Oman …”.

    Only those that never held it are returned: who holds it or has lost it does not make the rank wrong.
    """
    found = sentence.first(pattern("orders.after_those")) if places else None
    codes = found.value("c") if found else ()
    ever = load_registry().named.get(status, ())
    return [(found, ("status_on", {"country": one, "status": status})) for one in codes if found and one not in ever]


def _begun(code: str, status: str, order: Order) -> list[Order]:
    """Return when the status of the country began, if the day is beside its rank: “the first in the Gulf, in 2002”."""
    at, (type_, args) = order
    beside = re.match(pattern("orders.day_beside"), at.after)
    day = at.masked.named(beside) if beside else None
    of_rank = not args.get("will") and type_ != "only_holder"
    return [(at, began(code, status, day))] if day is not None and of_rank else []


def _about_country(sentence: Masked, code: str, forms: Sequence[str]) -> Iterator[Found]:
    """Yield the matches that are about the country, not about another: “joins Argentina, until now the only one”."""
    for at in sentence.find(*forms):
        other = re.search(pattern("orders.joins_another"), at.before)
        of_other = other is not None and sentence.named(other)[0] != code
        if not of_other and not at.match.groupdict().get("a"):
            yield at


def _about(sentence: Masked, at: Found) -> bool:
    """Return whether the rank is among holders of the status, not of something else such as a visit or government."""
    after = re.sub(pattern("orders.past_aside"), " ", at.after)
    clause, first = re.split(r"[,;.]", after)[0], at.value("o") == 1
    bare = re.fullmatch(r"<O\d+>", at.match[0]) and re.search(r"\b(?:is|was|came|were) (?:the )?$", at.before)
    others = first and (_of_a_government(sentence) or re.search(pattern("orders.after_another"), clause))
    elsewhere = re.search(pattern("orders.elsewhere"), clause) or re.match(r" ?(?:the )?<R", after)
    if others or re.search(pattern("orders.within") + ("|in <D" if first else ""), clause):
        return False
    if (elsewhere and at.value("q") is None) or (bare and re.match(r"[,.;]|$", after)):
        return False
    if "<S" in at.match[0]:
        some = _plural(sentence, at.match[0]) or re.match(pattern("orders.restricted"), after)
        return not some and re.match(r" to (?!<S)", after) is None
    if after.startswith(" <S") and _plural(sentence, after):
        return False
    if status := re.match(rf",? ?(?:(?:{_TO})[ ,]+){{0,7}}<S\d+>", words := after.lstrip()):
        return not re.match(pattern("orders.restricted"), words[status.end() :])
    settled = sentence.context.status is not None
    if settled and re.match(pattern("orders.to_be_one"), after):
        return True
    if sentence.context.counted and at.value("q") and re.search(pattern("orders.is_the"), at.before):
        return re.match(r"(?:,|\.|$)", after) is not None
    if re.match(rf"{pattern('orders.ends')}| under the", after) and re.search(pattern("orders.makes_it"), at.before):
        return True
    if re.match(pattern("orders.ends"), after) and re.search(pattern("orders.becomes"), at.before):
        return bool(sentence.of("S")) or (settled and not sentence.has(r"\b(?:visit|trip|meeting|summit|leader)\b"))
    return False


def _plural(sentence: Masked, words: str) -> bool:
    """Return whether the words name several holders, so not one country: “joined Egypt as the only African allies”."""
    named = re.search(r"<S(\d+)>", words)
    return named is not None and sentence.entities[int(named[1])].said.lower().rstrip("”\"’'").endswith(_MANY)


_MANY = ("allies", "mnnas", "partners")


def _of_a_government(sentence: Masked) -> bool:
    """Return whether an administration is named; then “the first” may be of that administration only."""
    ours = any("administration" in one.said for one in sentence.of("U"))
    return ours or sentence.has(r"<P\d+>(?:'s)? administration")


def _region(at: Found) -> dict[str, Any]:
    """Return the region of the rank as an argument; an empty dict if the rank is among all holders."""
    head = next((found.value("r") for found in at.masked.find(pattern("orders.head_region"))), None)
    owner = re.search(r"<R(\d+)>(?:'s)? (?:only |very )?$", at.before)  # “Africa's fourth”
    region = at.value("r") or at.value("q") or (owner and at.masked.named(owner)) or head
    return {"region": region} if region else {}


def _latest(sentence: Masked, code: str, status: str) -> list[Order]:
    if sentence.has(r"^(?:before|until|prior to|up to|previously)\b") or _at_head_of_another_year(sentence):
        return []
    subject, told = (
        sentence.context.subject,
        sentence.has(r"\b(?:was|were) (?:the )?(?:last|latest|most recent|newest)\b"),
    )
    another = subject if told and subject != code else None
    if another and sentence.held(another, status) is not False and not _began_before(sentence, another, status):
        return []
    at = next(_about_country(sentence, code, patterns("orders.latest")), None)
    of_now = at is not None and not at.fits("orders.latest_then")
    return [(at, ("latest_to_hold", {"country": code, "status": status} | _region(at)))] if at and of_now else []


def _at_head_of_another_year(sentence: Masked) -> bool:
    """Return whether a sentence begins with an earlier year than the article's: “In 2012 it became the latest …”."""
    head = re.match(r"(?:back )?(?:in|on) <D(\d+)>", sentence.words)
    day = sentence.named(head) if head else None
    return day is not None and day.year < sentence.on.year


def _years(sentence: Masked) -> set[int]:
    return {one.value.year for one in sentence.of(DAY) if one.value}


def _began_before(sentence: Masked, country: str, status: str) -> bool:
    """Return whether a status began for a country before the year that the sentence names."""
    first = min(_years(sentence), default=0)
    return any(span.since.year < first for span in load_registry().by_key.get((country, status), ()))


def _only(sentence: Masked, code: str, status: str) -> list[Order]:
    if sentence.has(pattern("orders.only_then")):
        return []
    of_another_time = sentence.has(pattern("orders.of_then")) or bool(_years(sentence) - {sentence.on.year})
    for at in _about_country(sentence, code, patterns("orders.only")):
        said = at.match[0]
        several = re.search(r"\bonly (?:<[RA]\d+> )?<S\d+>", said) and _plural(sentence, said)
        besides = not re.match(r"no other|none of|.*\b(?:which|that) no other", said) and " other " in said
        then = of_another_time and re.search(pattern("orders.was_the"), at.before)
        if not (several or besides or then or at.fits("orders.not_only")):
            return [(at, ("only_holder", {"country": code, "status": status} | _region(at)))]
    return []
