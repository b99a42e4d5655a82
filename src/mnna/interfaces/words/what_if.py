"""`what-if`: what designating a country, or ending a status of its, would change in law, and what it would not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mnna.answers.what_if import Change, WhatIfAnswer, what_if
from mnna.engine.finding import Finding
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import COUNTRY, FACTS, ON, STATUS
from mnna.interfaces.words.authorities import BARS, finding_block
from mnna.interfaces.words.status import PREDICATES
from mnna.present import days, document
from mnna.present.document import Block, Document, Paragraph, Section
from mnna.present.numbers import counted
from mnna.present.places import the
from mnna.present.wording import verdict_words
from mnna.statutes.subjects import SUBJECTS

DESIGNATE = STATUS._replace(
    name="designate",
    says="A status assumed to begin.",
    many=True,
    keyword=True,
    label="If it gained",
    annotation="str | Sequence[str]",
    default=(),
)
TERMINATE = DESIGNATE._replace(name="terminate", says="A status assumed to end.", label="If it lost")

PARTS = {
    "gain": "Would be gained",
    "lose": "Would be lost",
    "open": "Would hang on a fact not known",
    "terms": "Same answer, other terms or steps",
}
"""What a change of status does to a question, and the heading for it."""


def part_of(change: Change) -> str:
    """Which part a changed question belongs to; a bar that ends is a gain."""
    before, after = change.before.verdict, change.after.verdict
    good, bad = ("no", "yes") if change.after.topic == BARS else ("yes", "no")
    if before == after:
        return "terms"
    return "gain" if after == good else "lose" if (before, after) == (good, bad) else "open"


def _document(answer: WhatIfAnswer) -> Document:
    return _shown(answer, whole=False)


def _page(answer: WhatIfAnswer) -> Document:
    return _shown(answer, whole=True)


def _shown(answer: WhatIfAnswer, whole: bool) -> Document:
    parts: dict[str, list[Change]] = {name: [] for name in PARTS}
    for change in answer.changed:
        parts[part_of(change)].append(change)
    sections = [_changes(name, found, answer, whole) for name, found in parts.items() if found]
    return Document(
        title=_title(answer, len(answer.changed) - len(parts["terms"]), len(parts["terms"])),
        subtitle=f"{answer.country.name} ({answer.country.iso3}), assumed on {days.day(answer.on)}",
        lead=(_lead(answer),),
        sections=(*sections, *_unchanged(answer, whole)),
    )


def _lead(answer: WhatIfAnswer) -> str:
    name, acts = the(answer.country.name), " and ".join(_acts(answer))
    verdicts = sum(change.verdict_changes for change in answer.changed)
    same = counted(len(answer.unchanged), "answer")
    return f"If {name} {acts}, {counted(verdicts, 'verdict')} would change and {same} would not."


def _acts(answer: WhatIfAnswer) -> list[str]:
    words = {"designate": "gained the status", "terminate": "lost the status"}
    return [f"{words[act.act]} “{_kind(answer, act.status)}”" for act in answer.assume]


def _title(answer: WhatIfAnswer, verdicts: int, terms: int) -> str:
    changed = f"{counted(verdicts, 'answer') if verdicts else 'no verdict'}" if verdicts or terms else "no answer"
    more = f" and the terms of {counted(terms, 'more', 'more')}" if terms else ""
    return f"{_said(answer)} would change {changed}{more}"


def _said(answer: WhatIfAnswer) -> str:
    """What is assumed, as the subject of a sentence."""
    whom, (act, *others) = the(answer.country.name), answer.assume
    if others:
        return f"That {whom} {' and '.join(_acts(answer))}"
    being = PREDICATES.get(act.status, "")
    if not being.startswith("a "):
        return f"{'Giving' if act.act == 'designate' else 'Ending for'} {whom} the status “{_kind(answer, act.status)}”"
    return f"Making {whom} {being}" if act.act == "designate" else f"That {whom} is no longer {being}"


def _kind(answer: WhatIfAnswer, status: str) -> str:
    return answer.registry.kinds[status].title


def _changes(name: str, found: Iterable[Change], answer: WhatIfAnswer, whole: bool) -> Section:
    blocks = tuple(_change(change, answer, whole) for change in found)
    return Section(name, PARTS[name], blocks, count=len(blocks))


def _change(change: Change, answer: WhatIfAnswer, whole: bool) -> document.Change:
    after = finding_block(change.after, answer.country.iso3, str(answer.on), whole)
    return document.Change(change.before.to_dict(), after.finding, after.detail, after.links, SUBJECTS)


def _unchanged(answer: WhatIfAnswer, whole: bool) -> Iterator[Section]:
    yield Section("unchanged", "Would not change", count=len(answer.unchanged))
    grants = [finding for finding in answer.unchanged if finding.topic != BARS]
    bars = [finding for finding in answer.unchanged if finding.topic == BARS]
    for verdict in ("yes", "no", "unknown"):
        found = [finding for finding in grants if finding.verdict == verdict]
        title = f"{verdict_words(verdict, 'grant')} before and after"
        yield from _same(f"unchanged-{verdict}", title, found, answer, whole)
    yield from _same("unchanged-bars", "Restrictions, which no status lifts", bars, answer, whole)


def _same(id_: str, title: str, found: list[Finding], answer: WhatIfAnswer, whole: bool) -> Iterator[Section]:
    if not found:
        return
    blocks: tuple[Block, ...] = (Paragraph("; ".join(_named(finding) for finding in found) + "."),)
    if whole:
        blocks = tuple(finding_block(finding, answer.country.iso3, str(answer.on), True) for finding in found)
    yield Section(id_, title, blocks, level=2, count=len(found))


def _named(finding: Finding) -> str:
    own = "" if finding.topic != BARS else f" ({verdict_words(finding.verdict, 'bar').lower()})"
    return f"{SUBJECTS.get(finding.id, finding.id)}{own}"


def _rows(answer: WhatIfAnswer) -> list[Mapping[str, Any]]:
    who = {"country": answer.country.iso3, "on": answer.on.isoformat()}
    rows: list[Mapping[str, Any]] = []
    for change in answer.changed:
        after = change.after.to_dict()
        after["own_facts"] = list(dict.fromkeys((*change.before.own_facts, *change.after.own_facts)))
        row = who | {"id": change.id, "change": part_of(change), "before": change.before.verdict}
        more = ("because", "terms", "steps", "needs", "own_facts", "confidence", "citations")
        rows.append(row | {"after": change.after.verdict} | {name: after[name] for name in more})
    return rows + [who | {"id": finding.id, "change": "same", "after": finding.verdict} for finding in answer.unchanged]


ENDPOINT = Endpoint(
    word="what-if",
    group="Country",
    order=3,
    says="what designation or termination would change",
    help="What designating COUNTRY, or ending a status of its, would change in law, and what it would not.",
    function=what_if,
    params=(COUNTRY, DESIGNATE, TERMINATE, ON._replace(keyword=True), FACTS._replace(keyword=True)),
    answer=WhatIfAnswer,
    document=_document,
    page=_page,
    rows=_rows,
    address="/what-if",
    label="What if",
    asks="What would a status change?",
    button="What would change?",
    example={"country": "MEX", "designate": ("mnna",), "on": "2026-06-01"},
)
