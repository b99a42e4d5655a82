"""What is printed of a finding, in order and in words: decided once, for every form."""

# Annotations are no texts here, which `NamedTuple` and `dataclass` would parse at every start.

from collections.abc import Iterator, Mapping
from typing import Any

from mnna.present import wording
from mnna.present.days import day, prose
from mnna.present.document import Change, Cite, FindingBlock, Link, Text, Verdict, spelled
from mnna.quick import QuickTuple
from mnna.sentences import capital


class Told(QuickTuple):
    """Things of one kind below a reason: `kind` names them for a page's style, `title` for readers."""

    kind: str
    title: str
    items: tuple[Text, ...]


class Laid(QuickTuple):
    """A finding laid out: writers print these parts in this order and no others.

    `before` is the verdict a change starts from; `notes` say how sure and how recent the answer is; `tree` is None
    where only the short form is wanted.
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
        """The verdict in words; of a change, the one before it and the one after."""
        return " → ".join(spelled(one) for one in (self.before, self.verdict) if one is not None)


def verdict(finding: Mapping[str, Any]) -> Verdict:
    """The verdict of a finding, with what its words must fit."""
    return Verdict(finding["verdict"], wording.fits(finding))


def lay_out(block: FindingBlock | Change) -> Laid:
    """The parts of a finding, or of one before and after an act, in words."""
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
        wording.reason(finding),
        _terms(before, finding, full),
        tuple(_told(before, finding, block.names, full or before is not None)),
        cited if full else cited[:1],
        tuple(_notes(finding, full)),
        finding.get("why") if full else None,
        block.links,
        isinstance(block, FindingBlock) and block.open,
    )


def _told(
    before: Mapping[str, Any] | None, finding: Mapping[str, Any], names: Mapping[str, str], uses: bool
) -> Iterator[Told]:
    stopped = tuple(_named(id_, names) for id_ in finding.get("suspended_by") or ())
    kinds: list[tuple[str, str, tuple[Text, ...]]] = [
        ("suspended", wording.SUSPENDED, stopped),
        ("steps", wording.STEPS, _acts(finding, "steps")),
        ("routes", wording.ROUTES, _acts(finding, "routes")),
        ("needs", wording.NEEDS, _acts(finding, "needs")),
        ("needs", wording.NEEDS_BEFORE, _needed_before(before, finding)),
        (
            "presumes",
            wording.PRESUMES,
            tuple(wording.act(wording.presumed(text)) for text in finding.get("presumes") or ()),
        ),
        ("caveats", wording.CAVEATS, _acts(finding, "caveats")),
        ("own", wording.OWN_FACTS, _own(before, finding)),
        ("unchecked", wording.NOT_CHECKED, _in_one(finding, "not_checked")),
        ("practice", wording.IN_PRACTICE, tuple(map(wording.use, finding.get("in_practice", ()))) if uses else ()),
    ]
    return (Told(kind, title, items) for kind, title, items in kinds if items)


def _acts(finding: Mapping[str, Any], name: str) -> tuple[Text, ...]:
    return tuple(wording.act(text) for text in finding.get(name) or ())


def _in_one(finding: Mapping[str, Any], name: str) -> tuple[Text, ...]:
    """All of a list as one item, or nothing."""
    found = finding.get(name) or ()
    return (wording.several(found),) if found else ()


def _needed_before(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> tuple[Text, ...]:
    """What would settle an answer that the act itself settles."""
    return _acts(before, "needs") if before is not None and after["verdict"] != "unknown" else ()


def _own(before: Mapping[str, Any] | None, finding: Mapping[str, Any]) -> tuple[Text, ...]:
    """The user's own rows behind either answer: a form that left them out would hide whose facts they are."""
    found = [text for one in (before, finding) if one is not None for text in one.get("own_facts") or ()]
    return tuple(prose(text) for text in dict.fromkeys(found))


def _named(id_: str, names: Mapping[str, str]) -> str:
    """An id in words: those given, else the id itself without its dashes."""
    return capital(names.get(id_) or id_.removeprefix("restriction-").replace("-", " "))


def _notes(finding: Mapping[str, Any], full: bool) -> Iterator[str]:
    """How sure the answer is, and of which day. The short form says only what a reader must know."""
    confidence = finding.get("confidence", "high")
    if full or confidence != "high":
        yield wording.CONFIDENCE.get(confidence, confidence)
    if full and finding.get("as_of"):
        yield f"As of {day(finding['as_of'])}"


def _terms(before: Mapping[str, Any] | None, finding: Mapping[str, Any], full: bool) -> tuple[tuple[str, str], ...]:
    """The terms to print. The short form leaves out those of a no, which do not touch the country; a change under the
    same verdict shows those that differ, with what they were.
    """
    if before is not None and before["verdict"] == finding["verdict"]:
        return tuple(_changed(dict(wording.terms(before)), dict(wording.terms(finding))))
    idle = finding["verdict"] == "no" and wording.fits(finding) in ("grant", "bar")
    return () if idle and not full else wording.terms(finding)


def _changed(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for label in dict.fromkeys((*new, *old)):
        if old.get(label) != new.get(label):
            yield label, f"{new.get(label, 'none')} (before: {old.get(label, 'none')})"
