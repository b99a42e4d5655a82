"""Table rows for questions of law: the answer without the status, the answer with it, and the remaining steps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from mnna.briefs.gather import Contrast, Pair
from mnna.engine.finding import Finding
from mnna.present import wording
from mnna.present.days import prose
from mnna.present.document import Cell, Items, Lines, Link, Row, Said, Table, columns
from mnna.present.findings import verdict
from mnna.present.inline import links
from mnna.present.numbers import listed, number
from mnna.present.wording import NOTHING, act, sentence
from mnna.sentences import capital, inside
from mnna.statutes import catalog
from mnna.statutes.citations import official
from mnna.statutes.listing import subject
from mnna.statutes.wording import worded

_ASSUMED = re.compile(r": assumed (?:designation|termination) of [\w-]+ on [\w -]+$")


def table(caption: str, rows: Sequence[Row], last: str) -> Table:
    """Return a table of the rows; `last` is the heading of the column of steps."""
    shown = any(isinstance(row.cells[2], Said) and row.cells[2].body for row in rows)
    first, without, having, left = (4.8, 1.7, 2.2, 5.4) if shown else (5.6, 1.35, 1.35, 5.2)
    heads = columns(
        "subject before after",
        subject=("Question", first),
        before=("Without", without),
        after=("With", having),
        steps=(last, left),
        citations=("Citation", 2.9),
    )
    return Table(caption, heads, tuple(rows))


def row(pair: Pair) -> Row:
    """Return the row of one question: subject and law, both answers, the remaining steps, and the citations."""
    cells: tuple[Cell, ...] = (
        Said(capital(subject(pair.id)), says(pair)),
        Said(verdict(pair.without.to_dict()), _terms(pair, pair.without)),
        Said(verdict(pair.having.to_dict()), _terms(pair, pair.having)),
        _left(pair),
        cited(pair.having.citations, 3 if pair.changes else 2),
    )
    return Row(pair.id, cells)


def need(text: str) -> str:
    """Return what would settle an unknown, without words on the assumed status, which the table already gives."""
    return prose(_ASSUMED.sub("", text))


def says(pair: Pair) -> str:
    """Return what the law of that day provides, which bars stop it, what is presumed, and the confidence."""
    provision = catalog.authority(pair.id).at(pair.on)
    found = pair.having
    law = worded(provision.says, pair.on) if provision else found.because
    stopped = [f"{wording.SUSPENDED}: {named(bars)}." if (bars := suspensions(found)) else ""]
    presumed = [f"{wording.PRESUMES}: {wording.presumed(text).rstrip('.')}." for text in found.presumes]
    own = [f"{wording.OWN_FACTS}: {text}." for text in dict.fromkeys((*pair.without.own_facts, *found.own_facts))]
    doubt = "" if found.confidence == "high" else f"({wording.CONFIDENCE[found.confidence]}.)"
    return prose(" ".join(filter(None, [law, *stopped, *presumed, *own, doubt])))


def _terms(pair: Pair, finding: Finding) -> str:
    """Return the terms of a yes, or only the terms that differ where both answers are the same; else an empty text."""
    other = pair.without if finding is pair.having else pair.having
    if finding.verdict not in ("yes", other.verdict):
        return ""
    told, others = wording.terms(finding.to_dict()), wording.terms(other.to_dict())
    same = set(others) if other.verdict == finding.verdict else set()
    return "; ".join(f"{label}: {value}" for label, value in told if (label, value) not in same)


def _left(pair: Pair) -> Lines:
    """Return what would settle an unknown, then the steps that remain with the status, or how a no could change.

    All steps are listed where the status decides the answer; elsewhere only the first, with the number of all.
    """
    finding = pair.having
    told = [need(text) for text in finding.needs] if finding.verdict == "unknown" else []
    if not told and pair.without.verdict == "unknown":
        told = [f"without it: {need(text)}" for text in pair.without.needs]
    acts = _routes(finding) if finding.verdict == "no" else finding.steps
    decided = "unknown" not in (pair.without.verdict, pair.having.verdict)
    every = decided and pair.changes and finding.verdict != "no"
    lead = wording.ROUTES if finding.verdict == "no" else wording.STEPS if told else ""
    lead += f"{', first' if lead else 'First'} of {number(len(acts))}" if not every and len(acts) > 1 else ""
    shown = [act(f"{lead}: {text}" if lead else text) for text in (acts if every else acts[:1])]
    return Lines((*(sentence(prose(text)) for text in told), *shown) or ("None named.",))


def _routes(finding: Finding) -> tuple[str, ...]:
    """Return how a no could change, without the route of designation, which the column already assumes."""
    return tuple(text for text in finding.routes if not text.endswith("[22 USC 2321k(a)]"))


def cited(texts: Iterable[str], most: int | None = None) -> Lines:
    """Return a cell that lists each citation once, with its official address if it has one; `most` limits them."""
    found = [link for text in texts if text for link in links(text, official)]
    return Lines(tuple({link.text: link for link in found}.values())[:most] or (Link(NOTHING),))


_WORDS = re.compile(r"(?:^No\.|\.) (Suspended[^:]* under [^:]+):")
"""The words in the reason of a finding for each bar, in the order of its `suspended_by`."""


def suspensions(finding: Finding) -> dict[str, str]:
    """Return the bars on record that stop a finding, with words such as "Suspended since 3 July 2024 under ..."."""
    said = _WORDS.findall(finding.because) if finding.suspended_by else ()
    return dict(zip(finding.suspended_by, map(prose, said), strict=True))


def named(found: Mapping[str, str]) -> str:
    """Return the bars in words: "military coup (suspended since 3 July 2024 under 22 USC 2378d)"."""
    return listed([f"{subject(bar)} ({inside(words)})" for bar, words in found.items()])


def on_record(contrast: Contrast) -> Items | None:
    """Return a list of each bar on record with what it stops for the country; None without a bar."""
    stopped: dict[str, dict[str, list[str]]] = {}
    for pair in contrast.grants:
        for bar, words in dict.fromkeys((*suspensions(pair.without).items(), *suspensions(pair.having).items())):
            stopped.setdefault(bar, {}).setdefault(words, []).append(subject(pair.id))
    lines = [
        f"{capital(subject(bar))}. {' '.join(f'{words}: {listed(given)}.' for words, given in by_words.items())}"
        for bar, by_words in stopped.items()
    ]
    return Items(tuple(lines), "small", "Bars on record, and what each of them stops") if lines else None
