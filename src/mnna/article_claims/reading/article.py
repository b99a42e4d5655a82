"""Turn the text of an article into an `Article` with drafted claims, and write it as a TOML file of claims."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from mnna.article_claims import types
from mnna.article_claims.articles import Article, Part, ReadSentence, Recorded, StatedClaim
from mnna.article_claims.reading.article_text import ENDINGS, ArticleText, of_bytes, of_file
from mnna.article_claims.reading.drafting import Read, read
from mnna.registry.days import today

GIVEN = "The day was given with the article."
NONE_FOUND = "The article gives no day, so it is judged as of today, and days such as “Wednesday” are not read."


def is_text(article: str | Path) -> bool:
    """Return whether the name has the ending of an article's text; if not, it is a shipped id or a file of claims."""
    return Path(article).suffix.lower() in ENDINGS


def from_file(path: Path, dated: date | None = None) -> Article:
    """Return the article in a file, with drafted claims; `dated` overrides the day that the article gives."""
    return drafted(of_file(path), path.stem, dated)


def from_bytes(data: bytes, name: str, dated: date | None = None) -> Article:
    """Return the article in the bytes of a file of that name, with drafted claims; `dated` overrides its day."""
    return drafted(of_bytes(data, name), Path(name).stem or "article", dated)


def drafted(found: ArticleText, name: str, dated: date | None = None) -> Article:
    """Return the article with a claim for each draft and every sentence listed; a day in the future is ignored."""
    own = found.dated if found.dated is not None and found.dated <= today() else None
    day = dated or own
    note = GIVEN if dated else found.dated_note if day else NONE_FOUND
    sentences = read(found.text, found.title, day)
    claims = tuple(claim for one in sentences for claim in _claims(one))
    listed = tuple(ReadSentence(one.sentence.n, one.sentence.text, _ids(one), one.note) for one in sentences)
    return Article(name, found.title, found.author, "", "", "", day, note, claims, found.text, listed)


def _claims(one: Read) -> Iterator[StatedClaim]:
    for id_, (family, draft) in zip(_ids(one), one.drafts, strict=True):
        start = one.sentence.start + draft.start
        parts = tuple(Part(type_, types.in_json(type_, args)) for type_, args in draft.parts)
        kind = types.find(parts[0].type).subject
        quote = one.sentence.text[draft.start : draft.end]
        span = (start, start + len(quote))
        yield StatedClaim(id_, quote, kind, parts, None, "", None, span, f"{family}: {draft.how}")


def _ids(one: Read) -> tuple[str, ...]:
    n, many = one.sentence.n, len(one.drafts)
    return (str(n),) if many == 1 else tuple(f"{n}.{at}" for at in range(1, many + 1))


def as_toml(article: Article) -> str:
    """Return the article as a TOML file of claims, which a user can correct and judge with `mnna claims FILE.toml`."""
    lines = [f"title = {_toml(article.title)}", f"author = {_toml(article.author)}"]
    lines += [f"dated = {article.dated}"] if article.dated else []
    lines += [f"dated_note = {_toml(article.dated_note)}"] if article.dated_note else []
    for one in article.claims:
        lines += ["", "[[claim]]", f"id = {_toml(one.id)}", f"quote = {_toml(one.claim)}"]
        told = {"span": one.span, "read": one.read, "note": one.note, "paragraph": one.paragraph}
        lines += [f"{key} = {_toml(value)}" for key, value in told.items() if value]
        lines += list(_parts(one) if one.recorded is None else _recorded(one.recorded))
    return "\n".join(lines) + "\n"


def _parts(one: StatedClaim) -> Iterator[str]:
    if len(one.parts) == 1:
        yield f"type = {_toml(one.parts[0].type)}"
        yield from (f"{key} = {_toml(value)}" for key, value in one.parts[0].args.items())
        return
    yield "parts = ["
    for part in one.parts:
        told: Mapping[str, Any] = {"type": part.type, **part.args}
        yield f"  {{ {', '.join(f'{key} = {_toml(value)}' for key, value in told.items())} }},"
    yield "]"


def _recorded(one: Recorded) -> Iterator[str]:
    yield "[claim.recorded]"
    told = {"verdict": one.verdict, "verdict_today": one.verdict_today, "because": one.because, "sources": one.sources}
    yield from (f"{key} = {_toml(value)}" for key, value in (told | {"confidence": one.confidence}).items())


def _toml(value: object) -> str:
    """Return a text, number, bool, list or day in TOML syntax, which except for days is that of JSON."""
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def corrected(article: Article, claims: tuple[StatedClaim, ...]) -> Article:
    """Return the article with corrected claims; the ids of removed claims are removed from its sentences too."""
    kept = {one.id for one in claims}
    sentences = tuple(one._replace(claims=tuple(id_ for id_ in one.claims if id_ in kept)) for one in article.sentences)
    return replace(article, claims=claims, sentences=sentences)
