"""The findings of the law watch: which texts changed, what rests on them, and whose verdict could change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from mnna.answers.watch import watch as watching
from mnna.answers.watch.regulations import DocumentFound
from mnna.engine.finding import find
from mnna.engine.record import Record, described
from mnna.registry.countries import countries
from mnna.registry.days import today
from mnna.registry.load import Registry, load_registry
from mnna.statutes import catalog, official_words

if TYPE_CHECKING:
    from mnna.answers.watch.watch import Watched


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
    rules = [_changed(here, one.citation, one.cause, one.on, (), watching.places(one.citation)) for one in found.rules]
    return LawWatch(str(found.release), found.as_of, found.compared, (*sections, *rules), found.documents, found.failed)


def _changed(
    registry: Registry, citation: str, cause: str, on: date | None, acts: tuple[str, ...], places: tuple[str, ...]
) -> TextChanged:
    questions = watching.questions(places)
    cited = tuple(official_words.cited(place) for place in places if official_words.in_the_code(place))
    return TextChanged(
        citation,
        "law" if cause == "law" else "editors",
        on,
        acts,
        cited,
        questions,
        watching.figures_of(places),
        _with_a_yes(registry, questions) if cause == "law" else (),
    )


def _with_a_yes(registry: Registry, questions: Iterable[str]) -> tuple[str, ...]:
    now, states = today(), [one.iso3 for one in countries().values() if one.sovereign == "yes" and one.iso3 != "USA"]
    laws = [catalog.authority(id_) for id_ in questions if id_ in catalog.AUTHORITIES]
    return tuple(code for code in states if any(find(law, registry, code, now).verdict == "yes" for law in laws))
