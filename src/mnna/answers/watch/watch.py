"""The whole law watch: fetch the texts, compare them with the words held, and find what depends on the changes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from mnna.answers.law_entries import current
from mnna.answers.watch import not_read_again, regulations, uslm
from mnna.answers.watch.regulations import DocumentFound, Rule, RuleVersion
from mnna.answers.watch.uslm import Difference, SectionText, compare
from mnna.engine.finding import find
from mnna.engine.record import Record, described
from mnna.errors import CannotAnswer, MnnaError
from mnna.registry.countries import countries
from mnna.registry.days import today
from mnna.registry.load import Registry, load_registry
from mnna.registry.readings import reading_of
from mnna.series.refresh.fetch import Limits, Progress
from mnna.series.refresh.session import Session
from mnna.statutes import catalog, citations, official_words
from mnna.statutes.law_changes import every_law
from mnna.statutes.parameters import parameters as figures
from mnna.statutes.pinpoints import cited_texts

DATASET = "law"
FOUR_YEARS = timedelta(days=4 * 365)


@dataclass(frozen=True, slots=True)
class Watched:
    """The result of the watch; nothing was applied.

    `failed` says of each source that could not be read why. `rules` and `documents` are those of the regulations.
    """

    release: str
    as_of: str
    compared: int
    sections: tuple[Difference, ...]
    rules: tuple[RuleVersion, ...]
    documents: tuple[DocumentFound, ...]
    failed: tuple[str, ...]


def watch(
    base: str | None = None, limits: Limits | None = None, progress: Callable[[Progress], None] | None = None
) -> Watched:
    """Read the newest release of the Code, the versions of the rules and the documents on them; keep what changed.

    A source that cannot be read is listed in `failed` and does not stop the others. Where any source failed, the file
    of the last watch stays unchanged.
    """
    with tempfile.TemporaryDirectory(prefix="mnna-") as folder:
        session = Session(DATASET, Path(folder), base, limits or Limits(), progress)
        failed: list[str] = []
        point, read = _code(session, failed)
        differences = tuple(one for each in held() if each.id in read and (one := compare(each, read[each.id])))
        rules, documents = _regulations(session, failed)
    found = Watched(*point, len(read), differences, rules, documents, tuple(dict.fromkeys(failed)))
    if not failed:
        _keep(found)
    return found


def held() -> tuple[SectionText, ...]:
    """Return the sections of the present Code whose words are held, with the cited paragraphs."""
    words: dict[str, dict[str, str]] = {}
    for one in official_words.paragraphs().values():
        if official_words.in_the_code(one.id) and "/note" not in one.id:
            section = "/".join(one.id.split("/")[:5])
            words.setdefault(section, {})[one.id] = f"{one.text} {one.after}".strip()
    return tuple(
        SectionText(one.id, words.get(one.id, {}), frozenset(), one.unchanged_since)
        for one in official_words.sections().values()
        if official_words.in_the_code(one.id) and not one.note.startswith("former number")
    )


def _code(session: Session, failed: list[str]) -> tuple[uslm.Release, dict[str, SectionText]]:
    point, read = uslm.Release(), dict[str, SectionText]()
    wanted = [one.id for one in held()]
    try:
        page = session.get("us-code-release", "html", conditional=False)
        point = uslm.release(page.read_text(encoding="utf-8", errors="replace"))
        congress, _, number = point.number.partition("-")
        for title in sorted({_title(id_) for id_ in wanted}):
            parts = {"congress": congress, "number": number, "title": f"{int(title):02}"}
            file = session.get("us-code-title", "zip", conditional=False, parts=parts)
            read |= uslm.sections(file, title, [id_ for id_ in wanted if _title(id_) == title])
    except (MnnaError, OSError) as error:
        failed.append(str(error))
    except Exception as error:  # an unexpected form of the page or file
        failed.append(str(CannotAnswer("reading the US Code", f"{type(error).__name__}: {error}", (), "")))
    return point, read


def _title(id_: str) -> str:
    return id_.split("/")[3].removeprefix("t")


def _regulations(session: Session, failed: list[str]) -> tuple[tuple[RuleVersion, ...], tuple[DocumentFound, ...]]:
    found: list[RuleVersion] = []
    documents: list[DocumentFound] = []
    parts: set[tuple[str, str]] = set()
    for rule, since in cited_rules().items():
        try:
            found += regulations.versions(session, rule, since)
            if (rule.title, rule.part) not in parts:
                parts.add((rule.title, rule.part))
                documents += regulations.documents(session, rule, since)
        except MnnaError as error:
            failed.append(str(error))
    return tuple(found), tuple(documents)


def cited_rules() -> dict[Rule, date]:
    """Return the regulations that the law in force cites, each with the day of our text."""
    found: dict[Rule, date] = {}
    for law in every_law():
        text = current(law)
        trust = reading_of(text.source)
        since = trust.text_as_of if trust else today() - FOUR_YEARS
        for rule in regulations.rules([text.citation]):
            found[rule] = max(since, found.get(rule, since))
    return dict(sorted(found.items()))


def _keep(found: Watched) -> None:
    changed = [
        not_read_again.Changed(place, one.on, one.cause)
        for one in found.sections
        for place in (one.paragraphs or (one.id,))
    ]
    changed += [not_read_again.Changed(id_, one.on, one.cause) for one in found.rules for id_ in places(one.citation)]
    not_read_again.keep(not_read_again.Found(today(), found.release, tuple(changed)))


def places(text: str) -> tuple[str, ...]:
    """Return the ids of the paragraphs that a citation names."""
    return tuple(cited.id for cited in citations.parse(text)) if text.strip() else ()


def questions(changed: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the questions whose text in force rests on one of the paragraphs."""
    wanted = tuple(changed)
    return tuple(law.id for law in every_law() if _touches(cited_texts(law), wanted))


def figures_of(changed: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the figures in force that one of the paragraphs sets."""
    wanted, now = tuple(changed), today()
    return tuple(id_ for id_, one in figures().items() if (dated := one.at(now)) and _touches([dated.citation], wanted))


def _touches(texts: Iterable[str], wanted: tuple[str, ...]) -> bool:
    pairs = ((id_, place) for text in texts for id_ in places(text) for place in wanted)
    return any(citations.within(one, other) or citations.within(other, one) for one, other in pairs)


@dataclass(frozen=True, slots=True, repr=False)
class TextChanged(Record):
    """A section of the Code or a rule whose text is not the one that was read."""

    citation: str
    cause: Literal["law", "editors"] = field(
        metadata=described("By `law` where an Act or a rule of substance changed it, else by the `editors` only.")
    )
    on: date | None = field(metadata=described("The day of its last change, where it is known."))
    acts: tuple[str, ...] = field(metadata=described("The Acts that its source credit did not name before."))
    paragraphs: tuple[str, ...] = field(metadata=described("The cited paragraphs whose words differ."))
    questions: tuple[str, ...] = field(metadata=described("The questions of law that rest on it, by id."))
    figures: tuple[str, ...] = field(metadata=described("The figures in force that it sets, by id."))
    countries: tuple[str, ...] = field(
        metadata=described("The countries with a yes under one of these questions today, whose verdict could change.")
    )


@dataclass(frozen=True, slots=True, repr=False)
class LawWatch(Record):
    """What the watch found; nothing was applied."""

    release: str
    as_of: str = field(metadata=described("The day up to which the release has the law."))
    compared: int = field(metadata=described("How many sections were compared with the words held."))
    changed: tuple[TextChanged, ...]
    documents: tuple[DocumentFound, ...]
    failed: tuple[str, ...] = field(metadata=described("What could not be read, and why; then nothing is kept."))


def law_watch(found: Watched) -> LawWatch:
    """Return the findings of the watch with the questions, figures and countries that depend on them."""
    here = load_registry()
    sections = [
        _changed(here, official_words.cited(one.id), one.cause, one.on, one.acts, one.paragraphs or (one.id,))
        for one in found.sections
    ]
    rules = [_changed(here, one.citation, one.cause, one.on, (), places(one.citation)) for one in found.rules]
    return LawWatch(found.release, found.as_of, found.compared, (*sections, *rules), found.documents, found.failed)


def _changed(
    registry: Registry, citation: str, cause: str, on: date | None, acts: tuple[str, ...], rests: tuple[str, ...]
) -> TextChanged:
    asked = questions(rests)
    cited = tuple(official_words.cited(place) for place in rests if official_words.in_the_code(place))
    by_law = cause == "law"
    turned = _with_a_yes(registry, asked) if by_law else ()
    return TextChanged(citation, "law" if by_law else "editors", on, acts, cited, asked, figures_of(rests), turned)


def _with_a_yes(registry: Registry, asked: Iterable[str]) -> tuple[str, ...]:
    now, states = today(), [one.iso3 for one in countries().values() if one.sovereign == "yes" and one.iso3 != "USA"]
    laws = [catalog.authority(id_) for id_ in asked if id_ in catalog.AUTHORITIES]
    return tuple(code for code in states if any(find(law, registry, code, now).verdict == "yes" for law in laws))
