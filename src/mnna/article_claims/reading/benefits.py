"""Sentences of law: what a status opens, what it does not, that it commits nobody to defend.

The phrases of each authority stand in `phrases.csv`: those of the Department of State's sheet and their paraphrases.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from mnna.article_claims.reading.doubts import wished
from mnna.article_claims.reading.grammar import Draft, Found, Masked, compiled
from mnna.registry.countries import countries
from mnna.registry.load import load_registry

FILE = Path(__file__).with_name("phrases.csv")
COMMITMENT = "collective-defense"
_OPENS = (
    r"\b(?:eligible|eligibility|can|may|gives?|giv(?:en|ing)|grants?|granting|allow(?:s|ed|ing)?|enabl"
    r"(?:e|es|ed|ing)|entitl\w+|opens?|opening"
    r"|permit(?:s|ted|ting)?|makes? it (?:easier|possible)|making it (?:easier|possible)|provid(?:e|es|ed"
    r"|ing)|offer(?:s|ing)?|qualif\w+"
    r"|includ(?:e|es|ing)|benefits?|advantages?|privileges?|perks?|access to|receiv(?:e|es|ing)|gets?"
    r"|brings?|bring(?:ing)?|confer(?:s|ring)?|right to"
    r"|able to|ability to|opportunit\w+|ease of|expedited|streamlined|faster|priority|comes? with|carries"
    r"|means|lets|clear(?:s|ed) the way"
    r"|pav(?:es|ing|ed) the way|will|would|unlocks?|participation|expand(?:s|ed|ing)?|in line for|possibility of)\b"
)
_NOT = (
    r"\b(?:(?:do(?:es)?|did|will|would|is|are|can|need|shall|has|have)(?:es)? not|(?:do(?:es)?|wo|would"
    r"|is|are|ca)n't|cannot|never|nothing|without|no|nor|neither|not"
    r"|stops? short of|falls? short of|far from|rather than|lacks?|instead of|fails? to)\b"
)
_NOT_ITS = (
    r"(?:<\w+>|[^.;<]){0,12}? (?:does not|do not|doesn't|is not|isn't|are not) (?:depend|turn"
    r"|require|hinge|come|part|among|included)"
)
"""What follows the words of an authority that the status is said to have nothing to do with."""
_LOSES = (
    r"\b(?:los(?:e|es|ing|t)|forfeit\w*|no longer|stopp?(?:s|ed)?|cut off|depriv\w+|end(?:s|ed)? (?:its|the|access))\b"
)
_ALREADY = r"\b(?:already|regardless of|even without|with or without|irrespective of)\b"
_FASTER = (
    r"(?:faster|quicker|speedier|expedit\w+|streamlin\w+|accelerat\w+|fast-track\w*|easier|simplif\w+"
    r"|smoother|eas(?:e|es|ing)|shorter)"
    r"[^.;]{0,60}?(?:(?:arms|weapons?|military|defen[sc]e)(?: \w+){0,2} (?:sales?|deals?|transfers?"
    r"|purchases?|acquisitions?|deliver\w+|procurement)"
    r"|(?:buy|purchase|acquire|procure|sell|obtain|get)(?: \w+){0,2} (?:<U\d+> )?(?:\w+ ){0,2}(?:arms"
    r"|weapons?|weaponry|military|defen[sc]e))"
)
_GOES_ON = (
    r"^(?:it|this|that|they|these|the (?:move|step|upgrade|decision|benefits|advantages|perks|country"
    r"|allies|firms|companies)|also|and|or|eligible|can|may"
    r"|includ\w+|among|such|benefits?|advantages?|other|expanded|greater|priority|privileged|economic"
    r"|making|make|makes|access|the (?:ease|possibility|right))\b"
    r"|\b(?:would|will|eligib\w+|entitl\w+|(?:can|may) (?:now |also )?(?:be )?(?:bid|buy|purchase|host"
    r"|house|hold|stor\w+|borrow|enter|sign|obtain|get|compete|placed)|qualif\w+|gains? the right)\b"
    r"|^[^.]{0,160}[^.!?]$"
)
"""What a sentence that names no status begins with or has, where it goes on from one that does."""
_TARIFFS = r"\b(?:tariffs?|trade preferences|free trade|customs duties|duty-free|import duties)\b"


def read(sentence: Masked) -> Iterator[Draft]:
    """The claims of law in a sentence about a status, or about what an article on one lists."""
    status = sentence.status()
    if status is None or wished(sentence) or sentence.has(_LOSES):
        return
    if (commitment := _commitment(sentence, status)) is not None:
        yield commitment
        return
    country = _country(sentence)
    if country is None or not sentence.has(_OPENS) or not (sentence.of("S") or sentence.has(_GOES_ON)):
        return
    parts = list(_parts(sentence, status, country[0]))
    if parts:
        yield _joined(sentence, parts, country[1])


def _country(sentence: Masked) -> tuple[str, str] | None:
    """The country that a claim of law is put to: named, the article's, or one that the law names nowhere; and which."""
    named = {code for one in sentence.entities if one.kind == "C" for code in one.value}
    if len(named) == 1:
        return named.pop(), ""
    if named:
        return None
    if sentence.context.subject:
        return (
            sentence.context.subject,
            f"put to {countries()[sentence.context.subject].name}, which the article is about",
        )
    if sentence.has(
        r"\b(?:the|this) (?:\w+ |<[RA]\d+> )*(?:country|nation|kingdom|emirate|state)\b(?! department)"
    ) and not sentence.has("designated|recipient|such"):
        return None
    code = _unnamed()
    return code, f"put to {countries()[code].name}, as to a country that holds no status"


@lru_cache(maxsize=1)
def _unnamed() -> str:
    """A sovereign country that holds no status that gives anything."""
    registry = load_registry()
    gives = {id_ for id_, kind in registry.kinds.items() if kind.bears != "neutral"}
    holding = {code for code, status in registry.by_key if status in gives}
    return next(code for code, one in countries().items() if one.sovereign == "yes" and code not in holding | {"USA"})


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple((row["authority"], re.compile(rf"(?:{row['words']})")) for row in csv.DictReader(file))


Part = tuple[int, int, str, dict[str, Any]]


def _parts(sentence: Masked, status: str, country: str) -> Iterator[Part]:
    """The authorities that the sentence speaks of, each once; one that is denied is a claim that it is not changed."""
    seen: set[str] = set()
    taken: list[tuple[int, int]] = []
    for authority, form in _phrases():
        if authority in seen or authority == COMMITMENT:
            continue
        for at in form.finditer(sentence.words):
            if any(at.start() < end and at.end() > start for start, end in taken) or _of_another(
                sentence, authority, at
            ):
                continue
            seen.add(authority)
            taken.append(at.span())
            denied = _negated(sentence, at.start()) or re.match(_NOT_ITS, sentence.words[at.end() :])
            type_ = "authority_never_from_status" if denied else "authority_unlocked_by"
            if type_ == "authority_unlocked_by" and re.search(_ALREADY, sentence.words):
                return
            of = sentence.status(at.start()) or status
            yield (*at.span(), type_, {"status": of, "authority": authority, "country": country})
            break
    yield from _things(sentence, status, country, taken)


def _of_another(sentence: Masked, authority: str, at: re.Match[str]) -> bool:
    """Words that only resemble those of an authority: the stocks themselves, or a bid on any contract."""
    said = at[0]
    if authority == "overseas-workload-bidding":
        return not re.search(r"repair|maint|overhaul|servic", sentence.words[at.start() : at.end() + 60])
    if authority == "cooperative-rd" and re.search(r"\bfor (?:\w+ )?$", sentence.words[: at.start()]):
        return sentence.has(r"\b(?:loan|borrow|lend|lent)\w*")
    return authority == "foreign-military-financing" and "leas" in said


def _negated(sentence: Masked, place: int) -> bool:
    """Whether a negation governs the words at a place: in the same clause, before them."""
    clause = re.split(r"[;:]|,? but (?:also )?|, (?:although|though|while|however)", sentence.words[:place])[-1]
    return bool(re.search(_NOT, clause)) and not re.search(r"\bnot only\b", clause)


def _things(sentence: Masked, status: str, country: str, taken: list[tuple[int, int]]) -> Iterator[Part]:
    """Money, tariffs and the pace of sales, which no authority of the status is about."""
    args = {"status": status, "country": country}
    for at in compiled(_TARIFFS).finditer(sentence.words):
        if not _negated(sentence, at.start()):
            yield (*at.span(), "status_opens", args | {"thing": "tariffs"})
            break
    for at in compiled(_FASTER).finditer(sentence.words):
        free = not any(at.start() < end and at.end() > start for start, end in taken)
        if free and not _negated(sentence, at.start()) and "licen" not in at[0]:
            yield (*at.span(), "notification_changes", args)
            break


def _joined(sentence: Masked, parts: list[Part], note: str) -> Draft:
    start = sentence.places[min(part[0] for part in parts)]
    end = sentence.places[max(part[1] for part in parts) - 1] + 1
    said = "; ".join(f"“{_words(sentence, part)}”: {_meaning(part)}" for part in parts)
    return Draft(tuple((part[2], part[3]) for part in parts), start, end, f"{said}{f' ({note})' if note else ''}")


def _words(sentence: Masked, part: Part) -> str:
    return sentence.text[sentence.places[part[0]] : sentence.places[part[1] - 1] + 1].strip()


def _meaning(part: Part) -> str:
    type_, args = part[2], part[3]
    told = {
        "authority_unlocked_by": "the status opens",
        "authority_never_from_status": "the status does not change",
        "status_opens": "the status opens",
        "notification_changes": "the status changes when sales are notified",
    }[type_]
    return f"{told} {args.get('authority') or args.get('thing') or ''}".rstrip()


def _commitment(sentence: Masked, status: str) -> Draft | None:
    """“does not entail any security commitments”; of the status alone where the sentence names no country."""
    form = next(form for authority, form in _phrases() if authority == COMMITMENT)
    for at in form.finditer(sentence.words):
        clause = sentence.words[max(0, at.start() - 110) : at.start()]
        if re.search(r"\bunlike [^,]*$", clause) or sentence.has(
            r"\b(?:signed|signs|negotiat\w+|separate|bilateral|treaty with|agreement with)\b"
        ):
            return None
        found, status = Found(sentence, at), sentence.status(at.start()) or status
        said = found.said
        if re.search(_NOT, clause):
            return found.draft("no_security_commitment", f"“{said}”, denied: no commitment", status=status)
        country = _country(sentence)
        subject = sentence.of("S") and re.search(
            r"\b(?:gives?|grants?|guarantees?|entitles?|provides?|includes?"
            r"|entails?|carries|comes? with|means|obliges?|requires?|commits?"
            r"|binds?|offers?|confers?|extends?)\b",
            clause,
        )
        if subject and country:
            return found.draft(
                "authority_unlocked_by",
                f"“{said}”: the status commits to defend",
                status=status,
                authority=COMMITMENT,
                country=country[0],
            )
    return None
