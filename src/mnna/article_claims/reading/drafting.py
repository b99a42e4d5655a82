"""Draft the claims of an article: apply every grammar to each sentence, in the context of the sentences before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, zip_longest

from mnna.article_claims import types
from mnna.article_claims.reading import (
    acts,
    bars,
    benefits,
    counts,
    figures,
    guards,
    histories,
    lists,
    losses,
    notices,
    orders,
    plans,
    presidents,
    procedures,
    remainder,
    sales,
    treaties,
)
from mnna.article_claims.reading.antecedents import (
    about_no_country,
    another_list,
    goes_on_about,
    goes_on_in_another_list,
    with_context,
)
from mnna.article_claims.reading.beginnings import denied_too
from mnna.article_claims.reading.doubts import bare_of_others, denied, denied_then, open_because, told, under_another
from mnna.article_claims.reading.entities import AMERICA, COUNTRY, DAY, LAW, MANY, STATUS, Entity, entities, governments
from mnna.article_claims.reading.grammar import Context, Draft, Masked, masked
from mnna.article_claims.reading.later_days import with_later_days
from mnna.article_claims.reading.patterns import pattern
from mnna.article_claims.reading.rewording import reworded
from mnna.article_claims.reading.sentences import Sentence, overlaps, sentences
from mnna.dates import MONTHS
from mnna.errors import MnnaError
from mnna.registry.statuses import USUAL, our_statuses

_GRAMMARS = (
    *(orders, counts, lists, plans, acts, bars, benefits, procedures, sales, figures, histories, treaties),
    *(guards, losses, presidents),
)
FAMILIES = {grammar.__name__.rpartition(".")[2]: grammar.read for grammar in _GRAMMARS}
"""The grammar of each family of sentences. If two draft the same claim, the earlier one is kept."""
_DENIED = re.compile(pattern("drafting.denied"), re.IGNORECASE)
READ = "read, and nothing in it is certain enough to be checked"
NOT_READ = "not read: nothing in it is about a status, its law or trade"
_OURS = re.compile(r"\b(?:allies|ally|nato|mnna|status|designat\w+|congress)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with its drafted claims as (family, draft), and a note why there are none or what was left."""

    sentence: Sentence
    drafts: tuple[tuple[str, Draft], ...]
    note: str


def read(text: str, title: str, dated: date | None) -> tuple[Read, ...]:
    """Return every sentence of an article in order, with its drafts; `dated` is the day of the article."""
    found = sentences(text)
    named = [entities(one.text, dated) for one in found]
    capitals = frozenset(_codes([one for each in (*named, entities(title, dated)) for one in each]))
    capitals |= governments(one.text for one in found)
    named = [entities(one.text, dated, capitals) for one in found]
    named = list(_without_uncertain_days(text, found, named))
    contexts = list(_contexts(found, named, entities(title, dated, capitals), dated))
    drafted: list[Read] = []
    for one, each, context in zip(found, named, contexts, strict=True):
        drafted.append(_drafted(one, each, context, drafted[-1] if drafted else None))
    return tuple(_unless_denied(drafted))


def _without_uncertain_days(
    text: str, found: Sequence[Sentence], named: Sequence[tuple[Entity, ...]]
) -> Iterator[tuple[Entity, ...]]:
    """Yield the entities of each sentence. A day or month without a year loses its value (None) if a day of another
    year is named before it in the sentence, or in the sentence before it in the same paragraph: “Obama told Congress on
    May 21, 2015. The designation followed on July 10.”
    """
    last, end = None, 0
    for sentence, each in zip(found, named, strict=True):
        told, last = (None if "\n" in text[end : sentence.start] else last), None
        end = sentence.end
        kept: list[Entity] = []
        for one in each:
            if one.kind == DAY and one.value is not None:
                if _NO_YEAR.search(one.said) and told not in (None, one.value.year):
                    one = one._replace(value=None)
                else:
                    told = last = one.value.year
            kept.append(one)
        yield tuple(kept)


_NO_YEAR = re.compile(
    rf"^(?!.*\b(?:(?:19|20)\d\d|(?:this|last) year)\b).*(?:{'|'.join(month for month in MONTHS if month)})"
)


def _codes(found: Sequence[Entity]) -> list[str]:
    """Return the countries named, in order and without repeats."""
    return list(dict.fromkeys(code for one in found if one.kind in (COUNTRY, MANY) for code in one.value))


def _contexts(
    found: Sequence[Sentence], named: list[tuple[Entity, ...]], title: tuple[Entity, ...], dated: date | None
) -> Iterator[Context]:
    """Yield the context of each sentence."""
    subject, status = _subject([title, *named]) or _topic([title, *named]), None
    before: list[tuple[Entity, ...]] = [title]
    kinds = our_statuses()
    every = {one.value for each in (title, *named) for one in each if one.kind == STATUS}
    every = named_status = {id_ for id_ in every if kinds[id_].family not in _NO_TITLE} or every
    only = next(iter(every)) if len(every) == 1 else None
    only = USUAL if not every and any(_DESIGNATES.search(one.text) for one in found) else only
    theme, leads = _theme([title, *named], named_status)
    counted, it, both = any(one.kind == STATUS for one in title), None, _codes(title)
    alliance, sale, last = False, False, None
    lists: tuple[tuple[str, ...], ...] = ()
    other_list, right_before, after_status = "", "", False
    for sentence, each in zip(found, named, strict=True):
        text = sentence.text
        seen = [one.value for one in each if one.kind == STATUS and one.value in named_status]
        known = only or (theme if status in (None, theme) and (status or leads) else None)
        land = _antecedent(before, subject) or (it if subject in (None, it) else None)
        told = (land, known, subject, counted and known is not None)
        sale = sale or sales.speaks_of_arms(text)
        several = tuple(both) if len(both) > 1 else ()
        apart = goes_on_in_another_list(text, each, other_list, right_before, after_status)
        told = (land, None, subject, False) if apart else told
        yield Context(dated, *told, it, several, alliance, after_sale=sale, last=last, lists=lists)
        alliance = any(one.kind == STATUS and kinds[one.value].family == "alliance" for one in each)
        it, both = _next_it(text, each, subject, it), _codes(each)
        lists = (tuple(both), *lists) if len(both) > 1 else lists
        last = (it or (both[0] if len(both) == 1 else None)) if both else last
        law = benefits.of_law(text) or any(one.kind == LAW for one in each)
        follows = counted and (law or _GOES_ON.match(text) or (_SHORT.fullmatch(text) and not each))
        names_it = known is not None and (_NAMES.search(text) or benefits.allows(text))
        goes_on = not apart and (goes_on_about(text) or follows or names_it)
        after_status = any(one.kind == STATUS for one in each)
        counted = after_status or bool(goes_on)
        other_list, right_before = another_list(text, each, other_list), another_list(text, each, "")
        status = seen[-1] if seen and (known is None or not goes_on_about(text)) else status
        before.append(each)


_NO_TITLE = ("alliance", "treaty")
"""The families of statuses that articles do not call a title, label or list."""
_DESIGNATES = re.compile(pattern("drafting.designates"))
"""Words that only an article on the usual status uses, if it names no status."""


def _theme(named: list[tuple[Entity, ...]], among: set[str]) -> tuple[str | None, bool]:
    """Return the status named most (in a tie the first), and whether it is at least two thirds of all namings."""
    told = [one.value for each in named for one in each if one.kind == STATUS and one.value in among]
    theme = max(dict.fromkeys(told), key=told.count, default=None)
    return theme, theme is not None and 3 * told.count(theme) >= 2 * len(told)


_GOES_ON = re.compile(pattern("drafting.goes_on"))
_NAMES = re.compile(pattern("drafting.names"))
_SHORT = re.compile(r"(?:\S+ ){0,8}\S+\?[”\"]?|(?:Yes|No|None|Nobody|Never|Hardly|Not \w+(?: \w+)?|\w+-\w+)[.!]")
_STARTS_WITH_IT = re.compile(r"^(?:But |And |Today |Now |Yet )?(?:It|Its)\b")


def _next_it(text: str, named: tuple[Entity, ...], subject: str | None, before: str | None) -> str | None:
    """Return the country that “it” in the next sentence means: the one at the start of the sentence, or the article's
    subject if only that is named. A sentence that starts with “It” keeps the country `before`. Else None."""
    if not (codes := _codes(named)):
        return before if _STARTS_WITH_IT.match(text) else None
    first = next(one for one in named if one.kind in (COUNTRY, MANY))
    if len(first.value) == 1 and _HEAD.fullmatch(text[: first.start]) and not _LISTED.match(text[first.end :]):
        return codes[0]
    return codes[0] if len(codes) == 1 and codes[0] == subject else None


_HEAD = re.compile(pattern("drafting.head_words"), re.IGNORECASE)
_LISTED = re.compile(r"(?:,| and| or)? (?:and |or )?[A-Z]\w+|['’]s")


def _subject(named: list[tuple[Entity, ...]]) -> str | None:
    """Return the article's subject: the first country named with a status, if it stands alone, no other is named alone
    with one more often, and more than a third of the sentences with a country name it."""
    lands = [(codes, any(one.kind == STATUS for one in each)) for each in named if (codes := _codes(each))]
    first = next((codes for codes, with_status in lands if with_status), None)
    if first is None:
        alone = {codes[0] for codes, _ in lands if len(codes) == 1}
        return alone.pop() if len(alone) == 1 else None
    times = Counter(codes[0] for codes, with_status in lands if with_status and len(codes) == 1)
    leads = len(first) == 1 and times[first[0]] == max(times.values())
    return first[0] if leads and 3 * sum(first[0] in codes for codes, _ in lands) > len(lands) else None


def _topic(named: list[tuple[Entity, ...]]) -> str | None:
    """Return the country named in the title or first sentence and at least twice as often as any other; else None."""
    times = Counter(code for each in named for code in _codes(each))
    (first, most), (_, next_most) = [*times.most_common(2), ("", 0), ("", 0)][:2]
    opens = any(first in _codes(each) for each in named[:2])
    return first if opens and most > 1 and most >= 2 * next_most else None


def _antecedent(before: list[tuple[Entity, ...]], subject: str | None) -> str | None:
    """Return what “the country” must mean: the article's subject, if the last sentence with a country is about it."""
    for each in reversed(before):
        codes = _codes(each)
        if codes[:1] == [subject] and (len(codes) == 1 or each[0].kind == COUNTRY):
            return subject
        if len(codes) == 1:
            return None
        if codes and len(codes) < 4:
            return None
    return subject


def _drafted(sentence: Sentence, named: tuple[Entity, ...], context: Context, before: Read | None) -> Read:
    if about_no_country(sentence.text, named):
        context = context.without_subject()
    denied_before = [draft for _, draft in before.drafts] if before else []
    named = with_later_days(sentence.text, named, denied_before)
    told_of = {args.get("status") for one in denied_before for _, args in one.parts} - {None}
    counted = context.counted or context.status in told_of
    context = replace(context, counted=counted, trade=figures.told_trade(denied_before))
    whole = with_context(sentence.text, named, context)
    words = masked(sentence.text, whole, context)
    if (nor := denied_too(words, denied_before)) is not None:
        return Read(sentence, (("acts", nor),), remainder.note(sentence.text, named, [nor]))
    if not _relevant(words):
        return Read(sentence, (), NOT_READ)
    if (why := open_because(words)) is not None:
        return Read(sentence, (), f"not read: {why}")
    readings = (list(_read(one)) for one in chain((words,), _plainer(words)))
    drafts = _without_doubles(next((found for found in readings if found), []))
    if drafts:
        return Read(sentence, tuple(drafts), remainder.note(sentence.text, named, [draft for _, draft in drafts]))
    note = READ if words.of(STATUS) or words.of("X") or _OURS.search(words.text) else NOT_READ
    return Read(sentence, (), note)


def _relevant(words: Masked) -> bool:
    """Return whether a sentence can be about a status, its law or trade."""
    return bool(
        words.of(STATUS)
        or words.of("X")
        or _OURS.search(words.text)
        or words.context.status
        or (words.of("M") and words.of(AMERICA))
        or words.has("partner")
        or words.has(benefits.SHEET)
        or notices.speaks_of_sales(words)
        or sales.speaks_of_a_sale(words)
        or bars.speaks_of_bars(words)
        or treaties.speaks_of_treaties(words)
        or guards.speaks_of_guards(words)
        or words.context.trade
        or words.has(pattern("figures.speaks"))
    )


def _plainer(words: Masked) -> Iterator[Masked]:
    """Yield the reworded sentence, for the case that the sentence has no drafts, then each clause between semicolons
    and each one that begins with “which” after a country, as it is and reworded."""
    alone = _clauses(words, ";") if ";" in words.words else []
    if (plainer := reworded(words)) is not None:
        yield plainer
        alone += _clauses(plainer, ";;") if ";;" in plainer.words else []
    alone += [_cut(words, *at.span("of"), *at.span("told")) for at in _RELATIVE.finditer(words.words)]
    alone += [_cut(words, *at.span()) for at in _BESIDE.finditer(words.words)]
    for clause in alone:
        yield clause
        if (plainer := reworded(clause)) is not None:
            yield plainer


def _clauses(words: Masked, mark: str) -> list[Masked]:
    """Return the clauses between marks: semicolons, or the double ones that some rewordings put around an aside."""
    clauses = re.finditer(rf"(?:(?!{mark}).)+", words.words)
    return [_cut(words, at.start() + len(at[0]) - len(at[0].lstrip("; ")), at.end()) for at in clauses]


_RELATIVE = re.compile(r"(?P<of><C\d+>),(?= which| who) (?:which|who)(?P<told> [^,;]+),")
"""“Pakistan, which lost the status, …”, of which “Pakistan lost the status” is read."""
_BESIDE = re.compile(pattern("lists.beside"))


def _cut(words: Masked, *ends: int) -> Masked:
    """Return the sentence with only the words between each start and end."""
    kept = [place for start, end in zip(ends[::2], ends[1::2], strict=True) for place in range(start, end)]
    now = "".join(words.words[at] for at in kept)
    return replace(words, words=now, places=[words.places[at] for at in kept])


def _read(words: Masked) -> Iterator[tuple[str, Draft]]:
    end = told(words)
    for family, reads in FAMILIES.items():
        for draft in reads(words):
            certain = draft.end <= end and not under_another(words, draft.start)
            if certain and _askable(draft) and not (_denied(words, family, draft) or bare_of_others(words, draft)):
                yield family, draft


_READ_DENIALS = ("bars", "benefits", "procedures", "treaties")
"""The families whose grammars handle denials themselves."""
_MAY_BE_SUBJECT = ("orders", "acts", "histories")
"""The families in which a denial may follow the words: “the newest ally is not Kenya”."""


def _denied(words: Masked, family: str, draft: Draft) -> bool:
    """Return whether a sentence denies the claim of a draft."""
    handled = family in _READ_DENIALS or all(type_ in ("sale_review_days", "sale_notified") for type_, _ in draft.parts)
    if handled or any(args.get("holds") is False for _, args in draft.parts):
        return False
    then = family in _MAY_BE_SUBJECT and denied_then(words, draft.end)
    return then or denied(words, draft.start, draft.end)


def _askable(draft: Draft) -> bool:
    """Return whether the claim types accept the arguments, and no claim counts or ranks treaty allies: some count the
    compacts and New Zealand among them. Another draft is dropped."""
    try:
        for type_, args in draft.parts:
            types.readable(type_, args)
    except MnnaError:
        return False
    ranked = [args for type_, args in draft.parts if type_.startswith(("count_", "nth_", "latest_", "only_"))]
    return all(our_statuses()[args["status"]].family != "treaty" for args in ranked if "status" in args)


def _without_doubles(drafts: list[tuple[str, Draft]]) -> list[tuple[str, Draft]]:
    """Return the drafts without repeats, and without plain holdings of `acts` whose words overlap an earlier draft."""
    kept: list[tuple[str, Draft]] = []
    for family, draft in drafts:
        plain = all(type_ in ("status_on", "list_includes") for type_, _ in draft.parts)
        over = overlaps(draft.start, draft.end, (one for _, one in kept))
        if any(one.parts == draft.parts for _, one in kept) or (family == "acts" and plain and over):
            continue
        kept.append((family, draft))
    return kept


_JEST = re.compile(pattern("drafting.jest"), re.IGNORECASE)


def _unless_denied(drafted: list[Read]) -> Iterator[Read]:
    """Yield the sentences; without drafts where the next one denies it, or if the article says that it is a joke."""
    jest = any(_JEST.search(one.sentence.text) for one in drafted)
    for one, after in zip_longest(drafted, drafted[1:]):
        denied_next = after is not None and _DENIED.search(after.sentence.text)
        why = "the next sentence denies it" if denied_next else "the article says that it is a joke"
        out = one.drafts and (denied_next or jest)
        yield replace(one, drafts=(), note=f"not read: {why}") if out else one
