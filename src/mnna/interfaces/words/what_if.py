"""`what-if`: what designating a country, or ending one of its statuses, would change in law, and what it would not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from mnna.answers import partition
from mnna.answers.what_if import WhatIfAnswer, what_if
from mnna.engine.finding import Finding
from mnna.interfaces.endpoint import Endpoint, classes
from mnna.interfaces.params import params_of
from mnna.interfaces.words.authorities import finding_block
from mnna.present import days, document
from mnna.present.document import Block, Document, Paragraph, Section
from mnna.present.wording import TURNS_ON_CASE, note, verdict_words
from mnna.registry import practice
from mnna.registry.countries import the
from mnna.statutes.listing import CASE, RECORD, SUBJECTS, subject

if TYPE_CHECKING:
    from mnna.answers.enact import EnactAnswer


def _set_out(answer: WhatIfAnswer | EnactAnswer, whole: bool = False) -> Document:
    if isinstance(answer, WhatIfAnswer):
        return _shown(answer, whole)
    from mnna.briefs import enactment  # few questions name a bill

    return enactment.document(answer, _moved(answer, whole))


def _shown(answer: WhatIfAnswer, whole: bool) -> Document:
    name, acts = the(answer.country.name), " and ".join(_acts(answer))
    used = practice.counted((one.id for one in answer.changed if one.id not in answer.partition.same), answer.on)
    lead = (f"If {name} {acts}, it would {partition.counted(answer.partition)}.", *filter(None, (used,)))
    return Document(
        title=title(answer),
        subtitle=f"{answer.country.name} ({answer.country.iso3}), assumed on {days.day(answer.on)}",
        lead=(*lead, note(answer.note)) if answer.note else lead,
        sections=(*_moved(answer, whole), *_unchanged(answer, whole)),
    )


def _acts(answer: WhatIfAnswer) -> list[str]:
    words = {"designate": "gained the status", "terminate": "lost the status"}
    return [f"{words[act.act]} “{answer.registry.kinds[act.status].title}”" for act in answer.assume]


def title(answer: WhatIfAnswer) -> str:
    """Return the question, and the answer in numbers."""
    return f"{_said(answer)}, it would {partition.gain_and_loss(answer.partition)}"


def _said(answer: WhatIfAnswer) -> str:
    """Return the assumption as the first half of a sentence."""
    whom, (act, *others) = the(answer.country.name), answer.assume
    being = answer.registry.kinds[act.status].predicate
    if others or not being.startswith("a "):
        return f"If {whom} {' and '.join(_acts(answer))}"
    return f"If {whom} {'became' if act.act == 'designate' else 'were no longer'} {being}"


def _moved(answer: WhatIfAnswer | EnactAnswer, whole: bool) -> Iterator[Section]:
    """Yield the changes by what becomes of them; those with the same answer are left out."""
    changed = {change.id: change for change in answer.changed}
    for group, ids in answer.partition.groups() if answer.partition else ():
        if group != "same" and ids:
            blocks = tuple(_change(changed[id_], answer, whole) for id_ in ids)
            yield Section(group, partition.GROUPS[group], blocks, count=len(ids))


def _change(change: partition.Change, answer: WhatIfAnswer | EnactAnswer, whole: bool) -> document.Change:
    assert answer.country is not None, "only a question about a country has changes"
    after = finding_block(change.after, answer.country.iso3, str(answer.on), whole)
    return document.Change(change.before.to_dict(), after.finding, after.detail, after.links, SUBJECTS)


def _unchanged(answer: WhatIfAnswer, whole: bool) -> Iterator[Section]:
    same = answer.partition.same
    yield Section("unchanged", partition.GROUPS["same"], count=len(same))
    rerouted = tuple(_change(change, answer, whole) for change in answer.changed if change.id in same)
    if rerouted:
        yield Section("unchanged-routes", "The same answer, by another route", rerouted, level=2, count=len(rerouted))
    grants = [finding for finding in answer.unchanged if finding.bears == "grant"]
    bars = [finding for finding in answer.unchanged if finding.bears == "bar"]
    of_record, of_case = ([one for one in bars if one.turns_on == what] for what in (RECORD, CASE))
    for verdict in ("yes", "no", "unknown"):
        found = [finding for finding in grants if finding.verdict == verdict]
        title = f"{verdict_words(verdict, 'grant')} before and after"
        yield from _same(f"unchanged-{verdict}", title, found, answer, whole)
    yield from _same("unchanged-bars", "Restrictions, which no status lifts", of_record, answer, whole)
    yield from _same("unchanged-case", TURNS_ON_CASE, of_case, answer, whole)


def _same(id_: str, title: str, found: list[Finding], answer: WhatIfAnswer, whole: bool) -> Iterator[Section]:
    if not found:
        return
    blocks: tuple[Block, ...] = (Paragraph("; ".join(_named(finding) for finding in found) + "."),)
    if whole:
        blocks = tuple(finding_block(finding, answer.country.iso3, str(answer.on), True) for finding in found)
    yield Section(id_, title, blocks, level=2, count=len(found))


def _named(finding: Finding) -> str:
    own = "" if finding.bears == "grant" else f" ({verdict_words(finding.verdict, 'bar').lower()})"
    return f"{subject(finding.id)}{own}"


def _of_bill(answer: EnactAnswer) -> Iterator[Mapping[str, Any]]:
    """Yield a row for each notice that the bill would treat otherwise, or may."""
    cases = answer.cases.to_dict()
    for fate in ("escape", "added", "undecided"):
        for case in cases[fate]:
            limits = {f"bill_{name}_usd": usd for name, usd in case.pop("thresholds").items()}
            yield {"bill": answer.bill.citation, "fate": fate} | case | limits


def _of_status(answer: WhatIfAnswer) -> list[Mapping[str, Any]]:
    who = {"country": answer.country.iso3, "on": answer.on.isoformat()}
    rows: list[Mapping[str, Any]] = []
    for change in answer.changed:
        after = change.after.to_dict()
        after["own_facts"] = list(dict.fromkeys((*change.before.own_facts, *change.after.own_facts)))
        row = who | {"id": change.id, "change": answer.partition.group(change.id), "before": change.before.verdict}
        more = ("because", "terms", "steps", "needs", "own_facts", "confidence", "citations")
        rows.append(row | {"after": change.after.verdict} | {name: after[name] for name in more})
    return rows + [who | {"id": finding.id, "change": "same", "after": finding.verdict} for finding in answer.unchanged]


def _asked(answer: WhatIfAnswer | EnactAnswer) -> Mapping[str, Any]:
    if not isinstance(answer, WhatIfAnswer):
        return {"enact": answer.bill.citation}
    acts = ("designate", "terminate")
    return {act: tuple(one.status for one in answer.assume if one.act == act) for act in acts}


ENDPOINT = Endpoint(
    word="what-if",
    group="Country",
    order=3,
    says="what designation, its end or a bill would change",
    help="What designating COUNTRY, ending one of its statuses, or a bill would change in law, and what not. With a "
    "bill, also which of the real arms sales of ten years it would have taken from Congress.",
    function=what_if,
    params=params_of("what-if"),
    ready=lambda given: bool(given.get("country") or given.get("enact")),
    answer=WhatIfAnswer,
    answers=classes("answers.what_if.WhatIfAnswer", "answers.enact.EnactAnswer"),
    asked=_asked,
    document=_set_out,
    page=lambda answer: _set_out(answer, whole=True),
    rows=lambda answer: _of_status(answer) if isinstance(answer, WhatIfAnswer) else list(_of_bill(answer)),
    address="/what-if",
    label="What if",
    asks="What would a status change?",
    button="What would change?",
    example={"country": "MEX", "designate": ("mnna",), "on": "2026-06-01"},
)
