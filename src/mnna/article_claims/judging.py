"""The word `claims`: each statement of an article judged as of the article's day and again as of today."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mnna.answers.data_context import Evidence, evidence
from mnna.answers.inputs import day, stamp
from mnna.article_claims import statute_notes, types
from mnna.article_claims.articles import Article, Recorded, StatedClaim, load
from mnna.article_claims.verdicts import VERDICTS, Here, Ruling, combined
from mnna.errors import BadQuestion, MnnaError
from mnna.series import figures_hash

ARTICLE = "article-2022-04"


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim with the ruling as of its article's day (`then`) and as of the later day (`today`)."""

    claim: StatedClaim
    then: Ruling
    today: Ruling
    as_of: date

    @property
    def basis(self) -> str:
        """`computed` from registry, law and figures, or `recorded` evidence."""
        return "recorded" if self.claim.recorded else "computed"

    @property
    def because(self) -> str:
        """The reason, with the later one where the verdict differs, and how the claim was read."""
        later = f" As of {self.as_of}: {self.today.because}" if self.today.verdict != self.then.verdict else ""
        note = f" {self.claim.note}" if self.claim.note else ""
        return f"{self.then.because}{later if not self.claim.recorded else ''}{note}"

    def to_dict(self) -> dict[str, Any]:
        """The claim of the contract, with `parts`, `confidence` and `paragraph` on top."""
        return {
            "id": self.claim.id,
            "claim": self.claim.claim,
            "kind": self.claim.kind,
            "verdict": self.then.verdict,
            "verdict_today": self.today.verdict,
            "because": self.because,
            "because_today": self.today.because,
            "basis": self.basis,
            "citations": list(dict.fromkeys((*self.then.citations, *self.today.citations))),
            "figures": _once([*self.then.figures, *self.today.figures]),
            "confidence": self.claim.recorded.confidence if self.claim.recorded else None,
            "types": [part.type for part in self.claim.parts],
            "paragraph": self.claim.paragraph,
        }


def _once(figures: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for at, one in enumerate(figures) if one not in figures[:at]]


@dataclass(frozen=True, slots=True)
class ClaimsAnswer:
    """Every claim of an article, judged; `dated` is the day of the article, `as_of` the later day."""

    article: Article
    dated: date
    as_of: date
    claims: tuple[Judged, ...]
    evidence: Evidence

    def counts(self, today: bool = False) -> dict[str, int]:
        """How many claims got each verdict."""
        found = Counter((one.today if today else one.then).verdict for one in self.claims)
        return {verdict: found[verdict] for verdict in VERDICTS}

    def __getitem__(self, id_: str) -> Judged:
        """The claim of that id; raises KeyError."""
        return {one.claim.id: one for one in self.claims}[id_]

    def to_dict(self) -> dict[str, Any]:
        """The contract's JSON, with the article's particulars, `counts` and `stamp` on top."""
        of = self.article
        return {
            "article": of.id,
            "dated": self.dated.isoformat(),
            "claims": [one.to_dict() for one in self.claims],
            "title": of.title,
            "author": of.author,
            "publisher": of.publisher,
            "url": of.url,
            "reposted": of.reposted,
            "dated_note": of.dated_note,
            "as_of": self.as_of.isoformat(),
            "counts": self.counts(),
            "counts_today": self.counts(today=True),
            "stamp": stamp(self.evidence.registry) | {"figures": figures_hash()},
        }


def claims(article: str | Path = ARTICLE, as_of: date | str | None = None, facts: Path | None = None) -> ClaimsAnswer:
    """Whether each claim of an article is right, as of its own day and as of `as_of` (default today).

    `article` is the id of one shipped here or a TOML file (see `mnna.article_claims.articles`). An article without a
    day of its own is judged as of `as_of` only; an `as_of` before the article's day is refused. Raises `UnknownWord`,
    `BadQuestion`, `BadFacts` or `BadDate`.
    """
    return claims_in(evidence(facts), statute_notes.embedded(), load(article), day(as_of))


def claims_in(looked_at: Evidence, read: statute_notes.Readings, article: Article, as_of: date) -> ClaimsAnswer:
    """The same for evidence and readings at hand."""
    dated = article.dated or as_of
    if as_of < dated:
        wrong = f"it lies before the day of the article, {dated}"
        raise BadQuestion(f"to judge {article.id} as of {as_of}", wrong, (), "Give a later day after --as-of.")
    then, today = Here(looked_at, read, dated), Here(looked_at, read, as_of)
    judged = tuple(_named(article.id, one, then, today) for one in article.claims)
    return ClaimsAnswer(article, dated, today.on, judged, looked_at)


def _named(article: str, claim: StatedClaim, then: Here, today: Here) -> Judged:
    """The claim judged; what is wrong with an argument is raised naming the claim."""
    try:
        return _judge(claim, then, today)
    except MnnaError as error:
        raise type(error)(f"{article}: claim {claim.id}: {error.asked}", error.wrong, error.near, error.do) from None


def _judge(claim: StatedClaim, then: Here, today: Here) -> Judged:
    if claim.recorded:
        return Judged(claim, _from_record(claim.recorded, False), _from_record(claim.recorded, True), today.on)
    return Judged(claim, rule(claim, then), rule(claim, today), today.on)


def rule(claim: StatedClaim, here: Here) -> Ruling:
    """The ruling on a computed claim as of the day of `here`."""
    return combined([types.find(part.type).ask(here, part.args) for part in claim.parts])


def _from_record(recorded: Recorded, today: bool) -> Ruling:
    return Ruling(recorded.verdict_today if today else recorded.verdict, recorded.because, recorded.sources)
