"""The cited regulations: when the eCFR last changed each section, and which documents cite it.

The eCFR's versioner lists the versions of a section with the day of each and whether it was one of substance. The
search of the Federal Register finds documents that change or cite a part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from mnna.engine.record import Record
from mnna.series.refresh import federal_register
from mnna.series.refresh.session import Session, read_json, wrong_shape

_CITED = re.compile(r"\b(\d+) CFR (\d+)\.(\d+)\b")
ECFR = "the eCFR's versions"
_FIELDS = ("document_number", "title", "citation", "publication_date", "html_url", "type")


class Rule(NamedTuple):
    """A cited section of the Code of Federal Regulations."""

    title: str
    part: str
    section: str

    @property
    def citation(self) -> str:
        """The citation: `22 CFR 126.1`."""
        return f"{self.title} CFR {self.section}"


class RuleVersion(NamedTuple):
    """A version of a section after the day of our text; `cause` is `law` where the eCFR calls it one of substance."""

    citation: str
    on: date
    cause: str
    removed: bool


@dataclass(frozen=True, slots=True, repr=False)
class DocumentFound(Record):
    """A document of the Federal Register on a part that is cited, for a person to read."""

    part: str
    document_number: str
    title: str
    citation: str
    published: str
    address: str


def rules(texts: Iterable[str]) -> tuple[Rule, ...]:
    """Return the sections that the texts of citations name, each once."""
    found = (Rule(title, part, f"{part}.{section}") for text in texts for title, part, section in _CITED.findall(text))
    return tuple(sorted(dict.fromkeys(found)))


def versions(session: Session, rule: Rule, since: date) -> tuple[RuleVersion, ...]:
    """Return the versions of a section after the day of our text, oldest first; raises `WrongShape`."""
    query = {"part": rule.part, "section": rule.section}
    file = session.get("ecfr-versions", "json", query, conditional=False, parts={"title": rule.title})
    answer = read_json(file, ECFR)
    listed = answer.get("content_versions") if isinstance(answer, dict) else None
    if not isinstance(listed, list):
        raise wrong_shape(ECFR, "no content_versions in the answer")
    own = (one for one in listed if not isinstance(one, dict) or one.get("identifier", rule.section) == rule.section)
    found = [_version(rule, one) for one in own]
    return tuple(sorted((one for one in found if one.on > since), key=lambda one: one.on))


def _version(rule: Rule, one: Any) -> RuleVersion:
    try:
        on = date.fromisoformat(str(one["date"]))
        cause = "law" if one.get("substantive", True) else "editors"
        return RuleVersion(rule.citation, on, cause, bool(one.get("removed", False)))
    except (AttributeError, KeyError, TypeError, ValueError):
        raise wrong_shape(ECFR, "a version without a day") from None


def documents(session: Session, rule: Rule, since: date) -> tuple[DocumentFound, ...]:
    """Return the rules and proposed rules on the part published since a day, the newest first; raises `WrongShape`."""
    query = {
        "conditions[cfr][title]": rule.title,
        "conditions[cfr][part]": rule.part,
        "conditions[publication_date][gte]": since.isoformat(),
        "order": "newest",
    }
    return tuple(_document(rule, one) for one in federal_register.documents(session, query, _FIELDS))


def _document(rule: Rule, one: Any) -> DocumentFound:
    number, title, published = federal_register.named(one)
    cited, address = str(one.get("citation") or ""), str(one.get("html_url") or "")
    return DocumentFound(f"{rule.title} CFR part {rule.part}", number, title, cited, published, address)
