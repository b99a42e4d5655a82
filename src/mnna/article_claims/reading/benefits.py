"""Grammar of sentences on the law: what a status opens to a country, and what it does not.

`phrases.csv` has the phrases of each authority: those of the Department of State's fact sheet and paraphrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from mnna.article_claims.reading import plans, things, treaties
from mnna.article_claims.reading.doubts import clause, negated, planned, wished
from mnna.article_claims.reading.entities import PEOPLE
from mnna.article_claims.reading.grammar import Draft, Masked, compiled
from mnna.article_claims.reading.patterns import pairs, pattern
from mnna.article_claims.reading.things import Part
from mnna.article_claims.reading.treaties import commitments, is_alliance
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.registry.statuses import USUAL
from mnna.statutes.listing import subject
from mnna.tables import table

FILE = Path(__file__).with_name("phrases.csv")
_GOES_ON = pattern("benefits.goes_on")
"""Pattern of a sentence without a status name that continues a sentence with one."""
SHEET = pattern("benefits.sheet")
"""Words of the Department of State's fact sheet; without a status name they mean the usual status."""
_NEVER_OPENED = ("foreign-military-financing",)
"""Authorities that the status never opens: a claim of more than access is as wrong as one of access."""
_PLURAL = ("allies", "mnnas", "countries", "nations", "states", "partners")


def read(sentence: Masked) -> Iterator[Draft]:
    """Yield the claims on the law in a sentence about a status, or in a list of what the status opens."""
    if sentence.context.status is None and not sentence.of("S") and (eligible := _eligible(sentence)):
        yield eligible
        return
    status = status_of(sentence)
    if status is None or wished(sentence) or sentence.has(pattern("benefits.loses")):
        return
    if sentence.has(pattern("benefits.of_its_history")):
        return
    if sentence.has(pattern("benefits.beside_the_status")) or treaties.none_told(sentence):
        return
    several = _each_of_a_list(sentence, status)
    country = (several[0], "") if several else put_to(sentence)
    if commitment := list(commitments(sentence, status, country[0] if country else None)):
        yield from commitment
        return
    told = sentence.context.counted and sentence.has(pattern("benefits.tells"))
    told = told and not sentence.has(pattern("benefits.beside"))
    own = any(not is_alliance(one.value) for one in sentence.of("S"))
    goes_on = sentence.has(_GOES_ON) and (sentence.context.counted or sentence.has(pattern("benefits.allowed")))
    holder = sentence.context.status is not None and sentence.has(pattern("benefits.holder"))
    ours = own or told or goes_on or holder or sentence.has(r"\bdesignation of <C|<C\d+> designation\b")
    if not sentence.has(pattern("benefits.of_list")) and not (sentence.has(pattern("benefits.opens")) and ours):
        yield from _of_a_holder(sentence, status)
        return
    settled = own or holder or sentence.has(_GOES_ON)
    parts = list(things.stocks(sentence)) if settled or not told else []
    parts = parts or list(_parts(sentence, status, country[0]) if country else ())
    parts = [part for part in parts if settled or not told or "authority" in part[3] or _of_licenses(part)]
    if country and not sentence.codes and _of_all(sentence) and sentence.has(pattern("benefits.may_give")):
        parts, country = _given_to_all(sentence, parts, status, country)
    if country and not own and country[0] != unnamed() and _apart_from_the_status(sentence, country[0], status):
        parts = _as_it_stands(sentence, parts)
    if parts and country and (granted := _said_to_hold(sentence, country[0], status)):
        parts = [*parts, granted]
    more = [(*part[:3], part[3] | {"country": code}) for code in several[1:] for part in parts if "country" in part[3]]
    if parts and (not more or len(more) == len(parts) * (len(several) - 1)):
        yield _joined(sentence, [*parts, *more], country[1] if country else "")


def _said_to_hold(sentence: Masked, code: str, status: str) -> Part | None:
    """Return the claim that a country holds the status, where a sentence takes for granted what is not so.

    “As a major non-NATO ally, India may buy …” says that India is one. None for a holder, or of the future.
    """
    at = compiled(pattern("benefits.taken_for_granted")).search(sentence.words)
    if at is None or code not in sentence.codes or sentence.held(code, status) is True or planned(sentence):
        return None
    return (*at.span(), "status_on", {"country": code, "status": status})


def _each_of_a_list(sentence: Masked, status: str) -> list[str]:
    """Return the holders of the only list that begins a sentence: “Saudi Arabia and Peru can now host …”.

    An empty list if one of them does not hold the status, or it is not known.
    """
    begins = re.match(pattern("benefits.list_at_head"), sentence.words)
    codes = sentence.named(begins) if begins else ()
    listed = len(codes) > 1 and set(codes) == set(sentence.codes)
    return list(codes) if listed and all(sentence.held(code, status) is True for code in codes) else []


def _apart_from_the_status(sentence: Masked, code: str, status: str) -> bool:
    """Return whether a sentence that names no status says what a country has, whatever gives it.

    “The Emirates may buy …”, after a sentence on Kenya's status, is not said of the status. “Egypt may use …” is not
    said of what the status changed, where Egypt has long had it.
    """
    if _only_treated_as_holder(code) or sentence.has(pattern("benefits.may_not")):
        return True
    if load_registry().holds(code, status, sentence.on - timedelta(days=365)) is True:
        return not sentence.has(pattern("benefits.by_the_status")) and sentence.has(pattern("benefits.as_it_stands"))
    return code not in (sentence.context.subject, sentence.context.it) and sentence.held(code, status) is not True


def _eligible(sentence: Masked) -> Draft | None:
    """Return what a country is said to be eligible for, in an article that is about no status; None if nothing."""
    found = sentence.first(pattern("benefits.eligible"))
    if found is None or len(set(sentence.codes)) != 1 or wished(sentence):
        return None
    parts = _as_it_stands(sentence, list(_parts(sentence, USUAL, sentence.codes[0])))
    return _joined(sentence, parts, "") if parts else None


def _given_to_all(
    sentence: Masked, parts: list[Part], status: str, put: tuple[str, str]
) -> tuple[list[Part], tuple[str, str]]:
    """Return the parts as claims on a holder, and that holder with a note.

    “The Secretary may make agreements with major non-NATO allies” says who may have them, not that others may not.
    Returns both unchanged if no holder of the day is known, or if a part is no such claim.
    """
    code = next((code for code in load_registry().named.get(status, ()) if sentence.held(code, status) is True), None)
    if code is None or any(type_ != "authority_unlocked_by" for _, _, type_, _ in parts):
        return parts, put
    now = [(start, end, "authority_on", {"authority": of["authority"], "country": code}) for start, end, _, of in parts]
    return now, (code, f"put to {countries()[code].name}, which holds the status")


def _as_it_stands(sentence: Masked, parts: list[Part]) -> list[Part]:
    """Return the parts as claims on what the law gives the country as it is; none if one is no such claim."""
    if not sentence.has(pattern("benefits.as_it_stands")) or planned(sentence):
        return [part for part in parts if _of_licenses(part)]
    denied = sentence.has(pattern("benefits.may_not"))
    type_, more = ("authority_never_from_status", {"verdict": "no"}) if denied else ("authority_unlocked_by", {})
    now = [
        (start, end, "authority_on", {"authority": args["authority"], "country": args["country"], **more})
        for start, end, told, args in parts
        if told == type_
    ]
    gives = [part for part in parts if part[2] == "authority_gives" or _of_licenses(part)]
    return [*now, *gives] if len(now) + len(gives) == len(parts) else []


def _of_a_holder(sentence: Masked, status: str) -> Iterator[Draft]:
    """Yield what a holder of the status is said to be allowed, in a sentence that does not speak of the status."""
    code = sentence.codes[0] if len(set(sentence.codes)) == 1 else sentence.context.it if not sentence.codes else None
    if code is None or not sentence.held(code, status) or not sentence.has(pattern("benefits.holder_may")):
        return
    if parts := _as_it_stands(sentence, list(_parts(sentence, status, code))):
        yield _joined(sentence, parts, "")


def _of_licenses(part: Part) -> bool:
    return part[3].get("thing") == things.LICENSES


def status_of(sentence: Masked) -> str | None:
    """Return the status that the claim is about; not an alliance, which articles only mention for comparison."""
    named = [one.value for one in sentence.of("S")]
    if not named and sentence.has(pattern("benefits.of_another_status")):
        return None
    told = next((id_ for id_ in (*named, sentence.context.status) if id_ and not is_alliance(id_)), None)
    return told or (USUAL if sentence.has(SHEET) and not named else None)


def put_to(sentence: Masked) -> tuple[str, str] | None:
    """Return the country to test a claim on the law with, and a note on the choice ("" if the sentence names it).

    The country is the one named, else the article's subject, else one without any status. None if several are named.
    """
    named = set(sentence.codes)
    if len(named) == 1:
        return named.pop(), ""
    if like := sentence.first(pattern("benefits.like_others")):
        return str(like.value("c")[0]), ""
    people = {one.value for one in sentence.of(PEOPLE)}
    if named or len(people) > 1 or sentence.context.other_subject:
        return None
    if people and sentence.has(pattern("benefits.of_people")):
        return str(people.pop()), ""
    if sentence.has(pattern("benefits.of_others")):
        return None
    if (subject := plans.meant(sentence, pattern("benefits.it_may"))) is None and sentence.context.subject:
        return None
    if subject and not _of_all(sentence) and not _only_treated_as_holder(subject):
        return subject, f"put to {countries()[subject].name}, which the article is about"
    if sentence.has(pattern("benefits.of_a_country")) and not sentence.has("designated|recipient|such"):
        return None
    own = sentence.context.subject
    if own and _holds_nothing(own, sentence.on):
        return own, f"put to {countries()[own].name}, which the article is about and which holds no status"
    code = unnamed()
    return code, f"put to {countries()[code].name}, as to a country that holds no status"


def _holds_nothing(country: str, on: date) -> bool:
    """Return whether a country holds no status that the law gives effect to, beside being outside the Rome Statute."""
    registry = load_registry()
    gives = (id_ for code, id_ in registry.by_key if code == country and registry.kinds[id_].bears == "gives")
    return not any(registry.holds(country, id_, on) for id_ in gives if id_ != "rome-statute-outside")


def _of_all(sentence: Masked) -> bool:
    """Return whether the sentence is about every holder of the status, not only the article's country."""
    plural = any(one.said.lower().rstrip('”"’').endswith(_PLURAL) for one in sentence.of("S"))
    return plural or sentence.has(pattern("benefits.for_all"))


def _only_treated_as_holder(country: str) -> bool:
    """Return whether the law only treats the country as a holder; then a list of benefits is not about it."""
    registry = load_registry()
    return any(kind.treated_as and (country, kind.id) in registry.by_key for kind in registry.kinds.values())


@cache
def unnamed() -> str:
    """Return the code of a sovereign country without any status that the law gives effect to."""
    registry = load_registry()
    gives = {id_ for id_, kind in registry.kinds.items() if kind.bears != "neutral"}
    holding = {code for code, status in registry.by_key if status in gives}
    return next(code for code, one in countries().items() if one.sovereign == "yes" and code not in holding | {"USA"})


_NOT_EXTENDED = re.compile(pattern("benefits.not_extended"))
_FREE = re.compile(pattern("benefits.free_of_charge"))


@cache
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["authority"], re.compile(rf"(?<!\w)(?:{row['words']})")) for row in table(FILE))


def of_law(text: str) -> bool:
    """Return whether a text has a phrase of any authority."""
    low = text.lower()
    return any(form.search(low) for _, form in _phrases())


def allows(text: str) -> bool:
    """Return whether a text tells of a permission that has a phrase of an authority."""
    return re.search(pattern("benefits.allowed"), text.lower()) is not None and of_law(text)


def _parts(sentence: Masked, status: str, country: str) -> Iterator[Part]:
    """Yield a part for each authority in the sentence, once; a denied one becomes “the status does not change it”."""
    seen: set[str] = set()
    taken: list[tuple[int, int]] = []
    for authority, form in _phrases():
        if authority in seen:
            continue
        for at in form.finditer(sentence.words):
            if things.is_taken(at, taken) or _of_another(sentence, authority, at):
                continue
            seen.add(authority)
            taken.append(at.span())
            not_its = re.match(pattern("benefits.not_its"), sentence.words[at.end() :])
            not_its = not_its or _NOT_EXTENDED.search(re.split(r"[.;,]", sentence.words[at.start() :])[0])
            denied = (
                negated(sentence.words, at.start()) or not_its or re.search(pattern("benefits.denied_inside"), at[0])
            )
            already = not denied and re.search(pattern("benefits.already"), sentence.words)
            if already or _says_more(sentence, authority, at):
                return
            type_ = "authority_never_from_status" if denied else "authority_unlocked_by"
            of = sentence.status(at.start())
            of = status if of is None or is_alliance(of) else of
            yield (*at.span(), type_, {"status": of, "authority": authority, "country": country})
            if authority == "reciprocal-training" and (free := _FREE.search(sentence.words, at.end())) and not denied:
                yield (*free.span(), "authority_gives", {"authority": authority, "thing": "training free of charge"})
            if authority == things.SATELLITES and not denied:
                yield from things.satellites(sentence, at.span())
            break
    yield from things.read(sentence, status, country, taken)


def _of_another(sentence: Masked, authority: str, at: re.Match[str]) -> bool:
    """Return whether the words only resemble those of the authority, such as a bid on any contract."""
    said = at[0]
    if authority == "overseas-workload-bidding":
        return not re.search(r"repair|maint|overhaul|servic|upkeep", sentence.words[at.start() : at.end() + 60])
    if authority == "cooperative-rd" and re.search(r"\bfor (?:\w+ )?$", sentence.words[: at.start()]):
        before = sentence.words[: at.start()]
        return bool(re.search(r"\b(?:loan|borrow|lend|lent|accept|materials|supplies|equipment)\w*", before))
    leased = re.match(r"[^.;,]{0,60}\bleas(?:e|ing)\b", sentence.words[at.end() :])
    return authority == "foreign-military-financing" and ("leas" in said or leased is not None)


def _says_more(sentence: Masked, authority: str, at: re.Match[str]) -> bool:
    """Return whether the sentence claims more than access: that it is automatic, or without its other conditions."""
    if not sentence.of("S") and re.search(r"\b(?:receiv|g[eo]t)\w* <M\d+>", sentence.words[: at.start()]):
        return True
    if authority in _NEVER_OPENED:
        return False
    before, after = clause(sentence.words, at.start()), sentence.words[at.start() :]
    return bool(re.search(pattern("benefits.sure"), before) or re.search(r"\bwithout\b", after))


def _joined(sentence: Masked, parts: list[Part], note: str) -> Draft:
    places = [(sentence.places[part[0]], sentence.places[part[1] - 1] + 1) for part in parts]
    words = [sentence.text[first:last].strip() for first, last in places]
    said = "; ".join(dict.fromkeys(f"“{said}”: {_meaning(part)}" for said, part in zip(words, parts, strict=True)))
    start, end = min(first for first, _ in places), max(last for _, last in places)
    return Draft(tuple((part[2], part[3]) for part in parts), start, end, f"{said}{f' ({note})' if note else ''}")


def _meaning(part: Part) -> str:
    type_, args = part[2], part[3]
    denied, meanings = args.get("holds") is False or args.get("verdict") == "no", dict(pairs("benefits.meanings"))
    told = (denied and meanings.get(f"{type_} not")) or meanings[type_]
    of = subject(args["authority"]) if "authority" in args else ""
    return f"{told} {args.get('thing') or of}".rstrip()
