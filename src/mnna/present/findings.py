"""Lay out a finding for printing: which parts are shown, in which order and words, alike in every output form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mnna.present import wording
from mnna.present.days import day, prose
from mnna.present.document import Change, Cite, FindingBlock, Link, Text, Verdict, spelled
from mnna.quick import QuickTuple
from mnna.sentences import capital


class Told(QuickTuple):
    """One titled list below the reason of a finding; `kind` is its CSS class, `title` its heading."""

    kind: str
    title: str
    items: tuple[Text, ...]


class Laid(QuickTuple):
    """A finding laid out for printing: writers print exactly these parts, in this order.

    `before` is the verdict before a change, else None. `notes` give the confidence and the day of the answer. `tree` is
    None in the short form.
    """

    id: str
    anchor: str
    question: str
    verdict: Verdict
    before: Verdict | None
    reason: str
    terms: tuple[tuple[str, str], ...]
    told: tuple[Told, ...]
    citations: tuple[Cite, ...]
    notes: tuple[str, ...]
    tree: Mapping[str, Any] | None
    links: tuple[Link, ...]
    open: bool

    @property
    def turn(self) -> str:
        """The verdict in words; for a change, both verdicts with an arrow between them."""
        return " → ".join(spelled(one) for one in (self.before, self.verdict) if one is not None)


def verdict(finding: Mapping[str, Any]) -> Verdict:
    """Return the verdict of a finding, with the kind of words that fits its question."""
    return Verdict(finding["verdict"], wording.fits(finding))


def lay_out(block: FindingBlock | Change) -> Laid:
    """Return the printed parts of a finding, or of a change between two findings, in words."""
    full = block.detail == "full"
    finding = block.after if isinstance(block, Change) else block.finding
    before = block.before if isinstance(block, Change) else None
    cited = tuple(Cite(text) for text in finding.get("citations", ()))
    return Laid(
        finding["id"],
        block.id or finding["id"],
        finding["question"],
        verdict(finding),
        verdict(before) if before is not None else None,
        wording.reason_alone(finding),
        _terms(before, finding, full),
        tuple(_lists(before, finding, block.names, full or before is not None)),
        cited if full else cited[:1],
        tuple(_notes(finding, full)),
        finding.get("why") if full else None,
        block.links,
        isinstance(block, FindingBlock) and block.open,
    )


def _lists(
    before: Mapping[str, Any] | None, finding: Mapping[str, Any], names: Mapping[str, str], uses: bool
) -> Iterator[Told]:
    plain = {id_: id_.removeprefix("restriction-").replace("-", " ") for id_ in finding.get("suspended_by") or ()}
    stopped = tuple(capital(names.get(id_) or words) for id_, words in plain.items())
    settled = before if before is not None and finding["verdict"] != "unknown" else {}
    presumes = tuple(wording.act(wording.presumed(text)) for text in finding.get("presumes") or ())
    both = [*((before or {}).get("own_facts") or ()), *(finding.get("own_facts") or ())]  # a reader is to know them
    unchecked = finding.get("not_checked")
    kinds: list[tuple[str, str, tuple[Text, ...]]] = [
        ("suspended", wording.SUSPENDED, stopped),
        ("steps", wording.STEPS, _acts(finding, "steps")),
        ("routes", wording.ROUTES, _acts(finding, "routes")),
        ("needs", wording.NEEDS, _acts(finding, "needs")),
        ("needs", wording.NEEDS_BEFORE, _acts(settled, "needs")),
        ("presumes", wording.PRESUMES, presumes),
        ("caveats", wording.CAVEATS, _acts(finding, "caveats")),
        ("own", wording.OWN_FACTS, tuple(map(prose, dict.fromkeys(both)))),
        ("unchecked", wording.NOT_CHECKED, (wording.several(unchecked),) if unchecked else ()),
        ("practice", wording.IN_PRACTICE, tuple(map(wording.use, finding.get("in_practice", ()))) if uses else ()),
    ]
    return (Told(kind, title, items) for kind, title, items in kinds if items)


def _acts(finding: Mapping[str, Any], name: str) -> tuple[Text, ...]:
    return tuple(wording.act(text) for text in finding.get(name) or ())


def _notes(finding: Mapping[str, Any], full: bool) -> Iterator[str]:
    """Yield the confidence and the day of the answer; the short form gives only a confidence that is not high."""
    confidence = finding.get("confidence", "high")
    if full or confidence != "high":
        yield wording.CONFIDENCE.get(confidence, confidence)
    if full and finding.get("as_of"):
        yield f"As of {day(finding['as_of'])}"


def _terms(before: Mapping[str, Any] | None, finding: Mapping[str, Any], full: bool) -> tuple[tuple[str, str], ...]:
    """Return the terms to print as pairs of label and value.

    The short form leaves out the terms of a "no", which do not apply to the country. A change that keeps the verdict
    shows only the terms that differ, with their old values.
    """
    if before is not None and before["verdict"] == finding["verdict"]:
        old, new = dict(wording.terms(before)), dict(wording.terms(finding))
        changed = (label for label in dict.fromkeys((*new, *old)) if old.get(label) != new.get(label))
        return tuple((one, f"{new.get(one, 'none')} (before: {old.get(one, 'none')})") for one in changed)
    idle = finding["verdict"] == "no" and wording.fits(finding) in ("grant", "bar")
    return () if idle and not full else wording.terms(finding)
