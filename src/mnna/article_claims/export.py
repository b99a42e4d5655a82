"""Judged claims for other programs and pages: Schema.org ClaimReview as JSON-LD, CSV and Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mnna.article_claims.judging import ClaimsAnswer, Judged
from mnna.errors import BadQuestion

RATINGS = {"right": 5, "partly": 3, "wrong": 1}
"""Schema.org wants a number: 5 right, 3 partly, 1 wrong. What is not verifiable carries no number, only the words."""

COLUMNS = ("id", "claim", "kind", "verdict", "verdict_today", "basis", "because", "citations")


def as_jsonld(answer: ClaimsAnswer) -> str:
    """One JSON-LD document: a graph with one ClaimReview for each claim, its review body the reason."""
    graph = [_review(answer, one) for one in answer.claims]
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=2) + "\n"


def _review(answer: ClaimsAnswer, one: Judged) -> dict[str, Any]:
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": one.then.verdict}
    if one.then.verdict in RATINGS:
        rating |= {"ratingValue": RATINGS[one.then.verdict], "bestRating": 5, "worstRating": 1}
    review = {
        "@type": "ClaimReview",
        "@id": f"urn:mnna:{answer.article.id}:{one.claim.id}",
        "datePublished": answer.as_of.isoformat(),
        "claimReviewed": one.claim.claim,
        "reviewBody": one.because,
        "reviewRating": rating,
        "itemReviewed": _claim(answer),
        "author": {"@type": "Organization", "name": "mnna"},
    }
    cited = list(one.citations)
    return review | ({"citation": cited} if cited else {})


def _claim(answer: ClaimsAnswer) -> dict[str, Any]:
    of = answer.article
    claim: dict[str, Any] = {"@type": "Claim"}
    if of.dated:
        claim["datePublished"] = of.dated.isoformat()
    if of.author:
        claim["author"] = {"@type": "Person", "name": of.author}
    if of.title or of.url:
        work = {"@type": "CreativeWork", "headline": of.title, "url": of.url}
        claim["appearance"] = {key: value for key, value in work.items() if value}
    return claim


def as_csv(answer: ClaimsAnswer) -> str:
    """The claims as CSV, one row each; citations are separated by semicolons."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in answer.claims:
        row = one.to_dict() | {"citations": "; ".join(one.to_dict()["citations"])}
        writer.writerow([row[name] for name in COLUMNS])
    return text.getvalue()


def as_markdown(answer: ClaimsAnswer) -> str:
    """The claims as a table in Markdown, with the reasons and citations below it."""
    of = answer.article
    lines = [f"# {of.title or of.id}", "", f"As of {answer.dated}, and as of {answer.as_of}. {of.dated_note}".rstrip()]
    lines += ["", "| | claim | verdict | today | basis |", "|---|---|---|---|---|"]
    for one in answer.claims:
        cells = (one.claim.id, one.claim.claim, one.then.verdict, one.today.verdict, one.basis)
        lines.append(f"| {' | '.join(_cell(cell) for cell in cells)} |")
    for one in answer.claims:
        row = one.to_dict()
        cited = f" [{'; '.join(row['citations'])}]" if row["citations"] else ""
        said = f"**{_cell(one.claim.id)}. {one.claim.claim}** {one.then.verdict.capitalize()}."
        lines += ["", f"{said} {one.because}{cited}"]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def as_toml(answer: ClaimsAnswer) -> str:
    """The claims as a file of claims, to be put right and judged again."""
    from mnna.article_claims.reading.article import as_toml as written

    return written(answer.article)


def as_json(answer: ClaimsAnswer) -> str:
    """The contract's JSON."""
    return json.dumps(answer.to_dict(), ensure_ascii=False, indent=2) + "\n"


TEXTS = {".jsonld": as_jsonld, ".csv": as_csv, ".md": as_markdown, ".toml": as_toml, ".json": as_json}
"""Ending of a file to what writes it."""


def write(answer: ClaimsAnswer, path: Path) -> None:
    """Write the claims in the form the file's ending names; raises `BadQuestion` for any other ending."""
    save(form(path)(answer), path)


def save(text: str, path: Path) -> None:
    """Write a file whole or not at all."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        wrong = f"it cannot be written ({error.strerror})"
        raise BadQuestion(f"the file {path}", wrong, (), "Check the path.") from None


def form(path: Path) -> Callable[[ClaimsAnswer], str]:
    """What makes the form that the file's ending names; raises `BadQuestion` for any other ending."""
    check(path, TEXTS)
    return TEXTS[path.suffix.lower()]


def check(path: Path, endings: Iterable[str]) -> None:
    """Raise `BadQuestion` for a file whose ending is none of these."""
    if path.suffix.lower() not in (known := sorted(endings)):
        wrong = "its ending is no known file format"
        raise BadQuestion(f"the file {path}", wrong, tuple(known), "Choose one of these.")
