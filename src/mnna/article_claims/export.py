"""Write judged claims as Schema.org ClaimReview (JSON-LD), CSV, Markdown, TOML or JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mnna.article_claims.judging import ClaimsAnswer, Judged
from mnna.engine.record import json_text
from mnna.files import check, save

RATINGS = {"right": 5, "partly": 3, "wrong": 1}
"""Schema.org ratings by verdict. A claim that is not verifiable has no number, only the verdict in words."""

COLUMNS = ("id", "claim", "kind", "verdict", "verdict_today", "basis", "because", "citations")


def as_jsonld(answer: ClaimsAnswer) -> str:
    """Return one JSON-LD document: a graph with a ClaimReview for each claim, whose review body is the reason."""
    graph = [_review(answer, one) for one in answer.claims]
    return json_text({"@context": "https://schema.org", "@graph": graph})


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
    """Return the claims as CSV with a header and one row per claim; citations are separated by semicolons."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(one.to_dict() | {"citations": "; ".join(one.to_dict()["citations"])} for one in answer.claims)
    return text.getvalue()


def as_markdown(answer: ClaimsAnswer) -> str:
    """Return a Markdown table of the claims, each reason with its citations, and every sentence read."""
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
    if answer.sentences:
        lines += ["", "## Every sentence", "", "| | sentence | what was read |", "|---|---|---|"]
    verdicts = {one.id: one.verdict for one in answer.claims}
    for each in answer.sentences:
        read = [f"{id_}: {verdicts[id_]}" if id_ in verdicts else id_ for id_ in each.claims]
        lines.append(f"| {each.n} | {_cell(each.text)} | {_cell('; '.join(filter(None, (*read, each.note))))} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def as_toml(answer: ClaimsAnswer) -> str:
    """Return the claims as a TOML file of claims, which the user can correct and judge again."""
    from mnna.article_claims.reading.article import as_toml as written

    return written(answer.article)


def as_json(answer: ClaimsAnswer) -> str:
    """Return the answer as indented JSON, with the fields of `to_dict`."""
    return json_text(answer.to_dict())


TEXTS = {".jsonld": as_jsonld, ".csv": as_csv, ".md": as_markdown, ".toml": as_toml, ".json": as_json}
"""The function that returns the text of each form, by the ending of the file name."""


def write(answer: ClaimsAnswer, path: Path) -> None:
    """Write the claims to `path` in the form of its ending.

    Raises `BadQuestion` if that is unknown, and `CannotAnswer` if the file cannot be written.
    """
    save(path, form(path)(answer).encode())


def form(path: Path) -> Callable[[ClaimsAnswer], str]:
    """Return the function for the form of the file's ending; raise `BadQuestion` for an unknown ending."""
    check(path, TEXTS)
    return TEXTS[path.suffix.lower()]
