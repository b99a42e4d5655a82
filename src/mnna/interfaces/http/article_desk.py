"""The page that reads an article: paste or upload it, see the claims read from it, correct them, download them.

The server keeps nothing: the page that comes back contains what was sent, and sends it again with the corrections.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from fastapi import FastAPI, Request
from fastapi.responses import Response
from starlette.datastructures import FormData, UploadFile

from mnna.article_claims.articles import Article, StatedClaim, stated_claims
from mnna.article_claims.export import as_csv, as_json, as_jsonld, as_toml
from mnna.article_claims.judging import ClaimsAnswer, Judged, judged
from mnna.article_claims.reading.article import corrected, from_bytes
from mnna.article_claims.types import find, types
from mnna.errors import BadQuestion, MnnaError
from mnna.interfaces.http.declared import written
from mnna.interfaces.http.outputs import KINDS
from mnna.interfaces.http.problems import code
from mnna.present.wording import RULINGS
from mnna.registry.days import day

if TYPE_CHECKING:
    from mnna.interfaces.http.app import Door
    from mnna.interfaces.http.declared import Page

ADDRESS = "/claims/read"
TEXTS = {
    "csv": (as_csv, KINDS["csv"]),
    "jsonld": (as_jsonld, "application/ld+json"),
    "json": (as_json, KINDS["json"]),
    "toml": (as_toml, "application/toml; charset=utf-8"),
}
"""The text formats of a download: the function that writes each, and its media type."""
OFFICE = ("xlsx", "docx")
LONGEST_ADDRESS = 8_000
"""The most characters of an address that browsers and mail programs pass on whole."""
_FIELD = re.compile(r"c:(?P<id>[^:]+):(?P<part>\d+):(?P<name>\w+)")
_LIMITS = {"max_files": 1, "max_fields": 4_000, "max_part_size": 4 * 2**20}


class Piece(NamedTuple):
    """A piece of a paragraph: its words, and the claim that was read from them, if there is one."""

    text: str
    claim: Judged | None


def add_routes(app: FastAPI, door: Door) -> None:
    """Add the address that an article is sent to."""

    async def read(request: Request) -> Response:
        if not request.headers.get("content-type", "").startswith("multipart/form-data"):
            raise BadQuestion("the article", "it is not sent as a form", (), "Use the form, or multipart/form-data.")
        async with request.form(**_LIMITS) as form:
            return await asyncio.to_thread(_answered, form, door)

    app.add_route(ADDRESS, read, methods=["POST"], include_in_schema=False)


def _answered(form: FormData, door: Door) -> Response:
    """Return the page with the claims marked, or one of the files for download; for an error, the form again."""
    try:
        answer = judged(_article(form), None, door.facts)
    except MnnaError as error:
        context: dict[str, Any] = {"answer": None, "title": "This article cannot be read", "problem": error}
        return _page(door, context | _sent(form), code(error))
    kind = str(form.get("as") or "")
    if kind in TEXTS:
        write, media = TEXTS[kind]
        return _file(write(answer), media, kind)
    if kind in OFFICE:
        return _file(written(_own(door).endpoint, answer, kind), KINDS[kind], kind)
    read = sum(bool(one.claims) for one in answer.sentences)
    title = f"{len(answer.claims)} claims read in {read} of {len(answer.sentences)} sentences"
    return _page(door, {"answer": True, "title": title, "problem": None} | marked(answer) | _sent(form, answer))


def _file(made: str | bytes, media: str, ending: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="claims.{ending}"', "cache-control": "no-store"}
    return Response(made, media_type=media, headers=headers)


def _own(door: Door) -> Page:
    return next(page for page in door.pages if page.address == ADDRESS)


def _page(door: Door, context: dict[str, Any], status: int = 200) -> Response:
    return door.rendered("claims_read.html", {"page": _own(door), "given": {}, **context}, status)


def _sent(form: FormData, answer: ClaimsAnswer | None = None) -> dict[str, str]:
    """Return the values of the form fields that are filled in again."""
    dated = answer.article.dated if answer else None
    said = str(form.get("text") or "") if answer is None else answer.article.text
    return {"text": said, "dated": str(dated or form.get("dated") or "")}


def _article(form: FormData) -> Article:
    """Return the article that was sent, with its claims as the user corrected them."""
    data, name = _bytes(form)
    said = str(form.get("dated") or "").strip()
    dated: date | None = day(said) if said else None
    article = from_bytes(data, name, dated)
    rows = list(_rows(form, article))
    return article if not rows else corrected(article, _named(stated_claims(rows, article.id), article))


def _bytes(form: FormData) -> tuple[bytes, str]:
    upload = form.get("file")
    if isinstance(upload, UploadFile) and upload.filename:
        return upload.file.read(), upload.filename.replace("\\", "/").rsplit("/", 1)[-1][:80]
    return str(form.get("text") or "").encode(), ""


def _rows(form: FormData, article: Article) -> Iterator[dict[str, Any]]:
    """Yield the claims of the form as rows of a file of claims; none where the form has none."""
    given: dict[str, dict[int, dict[str, Any]]] = {}
    for key, value in form.multi_items():
        if (found := _FIELD.fullmatch(key)) and isinstance(value, str) and value.strip():
            given.setdefault(found["id"], {}).setdefault(int(found["part"]), {})[found["name"]] = value.strip()
    of = {one.id: one for one in article.claims}
    for id_, parts in given.items():
        if id_ in of and f"out:{id_}" not in form:
            yield {"id": id_, "quote": of[id_].claim, "parts": [_part(parts[at]) for at in sorted(parts)]}


def _part(said: Mapping[str, str]) -> dict[str, Any]:
    """Return a part of a claim with the values that its type takes, each converted; other values are left out."""
    kinds = {one.name: one.kind.says for one in find(said.get("type")).arguments}
    return {"type": said.get("type"), **{name: _value(kinds[name], said[name]) for name in kinds if name in said}}


def _value(kind: str, said: str) -> Any:
    if kind.startswith("a list"):
        return [one.strip() for one in said.split(",") if one.strip()]
    if kind.startswith(("a whole number", "a number", "a year", "a month", "true")):
        try:
            return json.loads(said.lower())
        except ValueError:
            return said
    return said


def _named(claims: tuple[StatedClaim, ...], article: Article) -> tuple[StatedClaim, ...]:
    """Return the claims with the positions of their words; one that was corrected says so in `read`."""
    pairs = ((one, next(each for each in article.claims if each.id == one.id)) for one in claims)
    return tuple(
        replace(one, span=read.span, read=read.read if one.parts == read.parts else "corrected by hand")
        for one, read in pairs
    )


def marked(answer: ClaimsAnswer) -> dict[str, Any]:
    """Return the template variables, such as the paragraphs with each claim's words marked."""
    unread = [one for one in answer.sentences if not one.claims]
    return {
        "checked": answer,
        "paragraphs": list(_paragraphs(answer)),
        "rulings": RULINGS,
        "unread": unread,
        "partly": [one for one in answer.sentences if one.claims and one.note],
        "fields": {one.id: list(_fields(one)) for one in answer.claims},
        "all_types": sorted(types()),
        "note": answer.dated_note,
        "as_address": _address(answer),
    }


def _address(answer: ClaimsAnswer) -> str:
    """Return the address that judges the same claims again; empty where it would be too long to pass on."""
    address = f"/claims?{urlencode({'stated': as_toml(answer)})}" if answer.claims else ""
    return address if len(address) <= LONGEST_ADDRESS else ""


def _fields(one: Judged) -> Iterator[dict[str, Any]]:
    """Yield each part of a claim as form fields: the type, and each argument it may have with its value."""
    for at, part in enumerate(one.claim.parts):
        arguments = [
            {"name": each.name, "says": each.kind.says, "value": _shown(part.args.get(each.name))}
            for each in find(part.type).arguments
        ]
        yield {"at": at, "type": part.type, "arguments": arguments}


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return json.dumps(value) if isinstance(value, bool) else f"{value:g}" if isinstance(value, float) else str(value)


def _paragraphs(answer: ClaimsAnswer) -> Iterator[list[Piece]]:
    """Yield the article's paragraphs as pieces; where two claims overlap, the second begins where the first ends."""
    at = 0
    found = [(*one.span, place, one) for place, one in enumerate(answer.claims) if one.span]
    ordered = sorted(found, key=lambda each: each[:3])
    for line in answer.article.text.split("\n"):
        end, pieces, here = at + len(line), [], at
        for first, last, _, one in ordered:
            start = max(first, here)
            if at <= first < end and start < last:
                pieces += [Piece(answer.article.text[here:start], None)] if start > here else []
                pieces.append(Piece(answer.article.text[start : min(last, end)], one))
                here = min(last, end)
        pieces += [Piece(answer.article.text[here:end], None)] if here < end else []
        if pieces:
            yield pieces
        at = end + 1
