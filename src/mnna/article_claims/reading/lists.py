"""Grammar of lists of holders: “including Egypt and Japan”, “Brazil and Argentina are major non-NATO allies”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mnna.article_claims.reading.beginnings import lacks
from mnna.article_claims.reading.doubts import past, planned, wished
from mnna.article_claims.reading.grammar import Draft, Found, Masked
from mnna.article_claims.reading.patterns import patterns
from mnna.article_claims.regions import regions


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield the first list of holders in a sentence, of the status it names or the status of the context."""
    if wished(sentence) or past(sentence):
        return
    if only := sentence.first(*patterns("lists.only")):
        countries, status, region = list(only.value("c")), only.value("s"), only.value("r")
        these = ("list_includes", {"status": status, "countries": countries})
        count = only.value("many") or only.value("n") or len(countries)
        many = ("count_in_region", {"status": status, "region": region, "count": count})
        yield only.drafts("each holds the status, and no other in the region", these, many)
        return
    if without := sentence.first(*patterns("lists.without")):
        yield _without(without)
        return
    settled = patterns("lists.found_settled") if sentence.context.status else ()
    counted = patterns("lists.found_counted") if sentence.context.counted else ()
    for found in sentence.find(*patterns("lists.found"), *settled, *counted):
        status = found.value("s") or sentence.context.status
        if status is not None and not found.fits("lists.no_list") and not _of_plans(found) and _listed(found.match[0]):
            countries = list(dict.fromkeys(found.value("c")))
            yield found.draft("list_includes", "each holds the status", status=status, countries=countries)
            return


def _of_plans(found: Found) -> bool:
    will = re.search(r"\b(?:will|would|plans?)\b", found.before + found.match[0])
    return planned(found.masked) and will is not None and "will have" in found.masked.words


def _listed(said: str) -> bool:
    """Return whether the words name several countries, or one as an example."""
    one = re.search(r"<C\d+>$", said)
    return one is None or re.search(r"\b(?:including|includes?|such as|like|among them)\b", said) is not None


def _without(found: Found) -> Draft:
    """Return who alone in a region lacks a status: “That leaves Oman as the only Gulf state without the status”."""
    codes, region, status = found.value("c"), regions()[found.value("r")], found.value("s")
    others = ("list_includes", {"status": status, "countries": sorted(region.members - set(codes))})
    return found.drafts("they lack it, the others hold it", *[lacks(code, status) for code in codes], others)
