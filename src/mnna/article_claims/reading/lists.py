"""Grammar of lists of holders: “including Egypt and Japan”, “Brazil and Argentina are major non-NATO allies”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mnna.article_claims.reading.beginnings import lacks
from mnna.article_claims.reading.doubts import past, planned, wished
from mnna.article_claims.reading.grammar import Draft, Found, Masked
from mnna.article_claims.reading.patterns import pattern, patterns
from mnna.article_claims.regions import regions


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield the first list of holders in a sentence, of the status it names or the status of the context."""
    if wished(sentence) or past(sentence):
        return
    if only := [*_only(sentence), *_without(sentence)]:
        yield from only
        return
    for found in _found(sentence):
        countries = list(dict.fromkeys(found.value("c")))
        if (status := found.value("s") or sentence.context.status) is not None:
            yield found.draft("list_includes", "each holds the status", status=status, countries=countries)
            return


def _only(sentence: Masked) -> Iterator[Draft]:
    """Yield an exclusive list: “only Argentina and Brazil hold it in South America”."""
    if found := sentence.first(*patterns("lists.only")):
        countries, status, region = list(found.value("c")), found.value("s"), found.value("r")
        these = ("list_includes", {"status": status, "countries": countries})
        count = found.value("many") or found.value("n") or len(countries)
        many = ("count_in_region", {"status": status, "region": region, "count": count})
        yield found.drafts("each holds the status, and no other in the region", these, many)


def _without(sentence: Masked) -> Iterator[Draft]:
    """Yield who alone in a region lacks a status: “That leaves Oman as the only Gulf state without the status”."""
    if found := sentence.first(*patterns("lists.without")):
        codes, region, status = list(found.value("c")), regions()[found.value("r")], found.value("s")
        others = sorted(region.members - set(codes))
        lacking = [lacks(code, status) for code in codes]
        yield found.drafts("they lack it, the others hold it", *lacking,
                           ("list_includes", {"status": status, "countries": others}))  # fmt: skip


def _found(sentence: Masked) -> Iterator[Found]:
    settled = patterns("lists.found_settled") if sentence.context.status else ()
    counted = patterns("lists.found_counted") if sentence.context.counted else ()
    for found in sentence.find(*patterns("lists.found"), *settled, *counted):
        if _good(sentence, found):
            yield found


def _good(sentence: Masked, found: Found) -> bool:
    before, said = found.before, found.match[0]
    if re.search(pattern("lists.no_list"), said):
        return False
    if re.search(pattern("lists.besides"), before) or re.search(pattern("lists.no_holders"), before):
        return False
    if planned(sentence) and re.search(r"\b(?:will|would|plans?)\b", before + said) and "will have" in sentence.words:
        return False
    single = re.search(r"<C\d+>$", said) is not None
    if single and not re.search(r"\b(?:including|includes?|such as|like|among them)\b", said):
        return False
    return not re.search(r"\b(?:ministers?|presidents?|leaders?|officials?|rivals?|threats?) (?:of|from) $", before)
