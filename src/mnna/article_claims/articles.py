"""Load articles and their claims from TOML: the embedded article, or a user's own file of the same form.

    id = "my-article"            # optional
    title = "..."                # optional, as are author, publisher and url
    dated = 2024-05-23           # the day claims are judged as of; today if left out

    [[claim]]
    quote = "Kenya is now a major non-NATO ally"
    type = "status_on"
    country = "Kenya"
    status = "mnna"

A claim that asserts several things has `parts`, a list of tables each with `type` and arguments. A claim that cannot
be computed has `recorded`, a table with `verdict`, `because`, `sources` and `confidence`.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from mnna.article_claims import types
from mnna.article_claims.reading.article_text import ENDINGS
from mnna.article_claims.verdicts import VERDICTS, Verdict
from mnna.errors import BadFacts, BadQuestion, MnnaError, UnknownWord, alike

FOLDER = Path(__file__).with_name("embedded")
_OF_ARTICLE = ("id", "title", "author", "publisher", "url", "reposted", "dated", "dated_note", "claim")
_TEXTS = ("title", "author", "publisher", "url", "reposted", "dated_note")
_OF_CLAIM = ("id", "claim", "quote", "kind", "paragraph", "type", "args", "parts", "note", "recorded", "span", "read")
_OF_RECORDED = ("verdict", "verdict_today", "because", "sources", "confidence")
_LARGEST = 2_000_000


@dataclass(frozen=True, slots=True)
class Part:
    """One assertion of a claim: the name of its claim type, and the arguments as written (not parsed)."""

    type: str
    args: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A verdict from evidence that a person read: the reason in our words, the sources and the confidence."""

    verdict: Verdict
    because: str
    sources: tuple[str, ...]
    confidence: str
    verdict_today: Verdict


@dataclass(frozen=True, slots=True)
class StatedClaim:
    """One statement of an article: its words, its kind, and either computed `parts` or a `recorded` verdict.

    `note` is added to the reason: how vague words were interpreted, or further facts that a reader needs. For an
    article drafted from text, `span` is the (start, end) of the words in the article's text, end excluded, and `read`
    says how they were interpreted. `problem` says why a claim of a file cannot be judged; the file's other claims are.
    """

    id: str
    claim: str
    kind: str
    parts: tuple[Part, ...]
    recorded: Recorded | None
    note: str
    paragraph: int | None
    span: tuple[int, int] | None = None
    read: str = ""
    problem: str = ""


class ReadSentence(NamedTuple):
    """A sentence of an article that was read: its number, its words, the ids of its claims, and what is to be said."""

    n: int
    text: str
    claims: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article, the day its claims are judged as of (None if the article gives no day), and its claims.

    For an article drafted from text, `text` is the whole text and `sentences` are all its sentences in order.
    """

    id: str
    title: str
    author: str
    publisher: str
    url: str
    reposted: str
    dated: date | None
    dated_note: str
    claims: tuple[StatedClaim, ...]
    text: str = ""
    sentences: tuple[ReadSentence, ...] = ()


def embedded() -> tuple[str, ...]:
    """Return the ids of the articles shipped with the package, in alphabetical order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def load(asked: str | Path) -> Article:
    """Return the article shipped under that id, or the article in that TOML file.

    Raises `UnknownWord` for an unknown id, `BadQuestion` for a file that cannot be read, and `BadFacts` for a file of
    the wrong form. If no claim of the file can be read, raises the error of the first claim, which names the claim.
    """
    known = FOLDER / f"{asked}.toml"
    if str(asked) in embedded():
        return _read(known)
    path = Path(asked)
    if path.suffix.lower() == ".toml" or path.is_file():
        return _read(path)
    near = alike(str(asked), embedded()) or embedded()
    raise UnknownWord(f"the article {str(asked)!r}", "none of that id is shipped", near, "Or give a file, my.toml.")


def _read(path: Path) -> Article:
    try:
        if path.stat().st_size > _LARGEST:
            raise BadQuestion(f"the file {path}", "it is larger than 2 MB", (), "Give a file of claims.")
        return read_toml(path.read_bytes(), path.stem, path.name)
    except OSError as error:
        raise BadQuestion(f"the file {path}", f"it cannot be read ({error.strerror})", (), "Check the path.") from None


def read_toml(data: bytes, id_: str, name: str = "") -> Article:
    """Return the article in the bytes of a TOML file; `id_` is used if it gives no id, `name` is the file's name."""
    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        if Path(name).suffix.lower() not in (".toml", ""):
            wrong = "it is neither an article of text nor a TOML file of claims"
            raise BadFacts(name, wrong, (), f"Save an article as one of {', '.join(ENDINGS)}.") from None
        do = 'Write lines like: type = "status_on".'
        raise BadFacts(name or id_, f"not a TOML file ({error})", (), do) from None
    return parse(table, id_)


def _insist(good: object, where: str, wrong: str, do: str, near: Sequence[str] = ()) -> None:
    if not good:
        raise BadFacts(where, wrong, near, do)


def _tables(rows: Any) -> bool:
    return isinstance(rows, list) and bool(rows) and all(isinstance(row, dict) for row in rows)


def parse(table: Mapping[str, Any], name: str) -> Article:
    """Return the article in a parsed TOML document; `name` is its id if it gives none. Raise `BadFacts` if invalid."""
    _only(table, _OF_ARTICLE, name)
    _insist(_tables(table.get("claim")), name, "it has no claims", "Write one [[claim]] table for each.")
    claims = stated_claims(table["claim"], name)
    twice = [id_ for id_, many in Counter(one.id for one in claims).items() if many > 1]
    _insist(not twice, f"{name}: claim {''.join(twice[:1])}", "the id is given twice", "Give each claim its own id.")
    title, author, publisher, url, reposted, note = (_text(table, key, name) for key in _TEXTS)
    id_, dated = _text(table, "id", name) or name, _dated(table, name)
    return Article(id_, title, author, publisher, url, reposted, dated, note, claims)


def stated_claims(rows: list[Any], name: str) -> tuple[StatedClaim, ...]:
    """Return a claim for each row; an invalid row gets its `problem`. Raise the first problem if all are invalid."""
    found: list[StatedClaim] = []
    problems: list[MnnaError] = []
    for number, row in enumerate(rows, 1):
        id_ = str(row.get("id", number))
        try:
            found.append(_claim(row, id_, f"{name}: claim {id_}"))
        except MnnaError as error:
            problems.append(error)
            said = str(row.get("claim") or row.get("quote") or "")
            found.append(StatedClaim(id_, said, "not read", (), None, "", None, problem=str(error)))
    if len(problems) == len(rows):
        raise problems[0]
    return tuple(found)


def _only(table: Mapping[str, Any], allowed: tuple[str, ...], where: str) -> None:
    for key in table:
        near = allowed if key in allowed else alike(key, allowed) or allowed
        _insist(key in allowed, f"{where}: {key}", "no such field", "Correct or remove it.", near)


def _text(table: Mapping[str, Any], key: str, where: str) -> str:
    value = table.get(key, "")
    _insist(isinstance(value, str), f"{where}: {key}", f"{value!r} is not a text", "Write it in quotes.")
    return str(value)


def _dated(table: Mapping[str, Any], where: str) -> date | None:
    value = table.get("dated")
    with suppress(ValueError):
        value = date.fromisoformat(value) if isinstance(value, str) else value
    good = value is None or isinstance(value, date)
    _insist(good, f"{where}: dated", f"{value!r} is not a day", "Write 2022-04-29.")
    return value.date() if isinstance(value, datetime) else value


def _claim(row: Mapping[str, Any], id_: str, where: str) -> StatedClaim:
    said = _text(row, "claim", where) or _text(row, "quote", where)
    _insist(said, where, "it has no quote", 'Write quote = "what the article says".')
    recorded = _recorded(row["recorded"], where) if "recorded" in row else None
    try:
        parts = () if recorded else _parts(row, where)
        for part in parts:
            types.readable(part.type, part.args)
    except BadFacts:
        raise
    except MnnaError as error:
        raise type(error)(f"{where}: {error.asked}", error.wrong, error.near, error.do) from None
    if recorded:
        _only(row, _OF_CLAIM, where)
    paragraph = row.get("paragraph")
    kind = _text(row, "kind", where) or ("recorded" if recorded else types.find(parts[0].type).subject)
    whole = paragraph is None or (isinstance(paragraph, int) and not isinstance(paragraph, bool))
    _insist(whole, f"{where}: paragraph", f"{paragraph!r} is not a whole number", "Write paragraph = 3.")
    told = (_text(row, "note", where), paragraph, _span(row, where), _text(row, "read", where))
    return StatedClaim(id_, said, kind, parts, recorded, *told)


def _span(row: Mapping[str, Any], where: str) -> tuple[int, int] | None:
    span = row.get("span")
    if span is None:
        return None
    places = isinstance(span, list) and len(span) == 2 and all(type(at) is int and at >= 0 for at in span)
    good = places and span[0] <= span[1]
    _insist(good, f"{where}: span", f"{span!r} is not two places in a text", "Write span = [0, 12].")
    return (span[0], span[1])


def _parts(row: Mapping[str, Any], where: str) -> tuple[Part, ...]:
    if "parts" in row:
        do = 'Write parts = [{ type = "...", country = "..." }, ...].'
        good = _tables(row["parts"]) and "type" not in row
        _insist(good, where, "parts must be a list of tables, in place of type", do)
        _only(row, _OF_CLAIM, where)
        return tuple(_part(one, where) for one in row["parts"])
    near = ("type", "parts", "recorded")
    _insist("type" in row, where, "nothing says how to check it", "`mnna claims --types` lists the types.", near)
    return (_part(row, where),)


def _part(row: Mapping[str, Any], where: str) -> Part:
    args = row.get("args", {})
    _insist(isinstance(args, dict), f"{where}: args", "it is not a table", 'Write args = { country = "MEX" }.')
    flat = {key: value for key, value in row.items() if key not in _OF_CLAIM}
    return Part(types.find(row.get("type")).name, {**args, **flat})


def _recorded(row: Any, where: str) -> Recorded:
    of = f"{where}: recorded"
    _insist(isinstance(row, dict), of, "it is not a table", "Write [claim.recorded].", _OF_RECORDED)
    _only(row, _OF_RECORDED, of)
    sources, confidence = row.get("sources", []), row.get("confidence")
    good = isinstance(sources, list) and all(isinstance(one, str) for one in sources) and _text(row, "because", where)
    _insist(good, of, "it needs a reason and a list of sources", "Add them.", _OF_RECORDED)
    verdict = _verdict(row.get("verdict"), where)
    sourced = sources or verdict == "not verifiable"
    _insist(sourced, of, "a verdict without a source", "Name a source.", VERDICTS)
    sure = ("high", "medium", "low")
    _insist(confidence in sure, f"{where}: confidence", f"{confidence!r}", "Say how sure it is.", sure)
    today = _verdict(row.get("verdict_today", verdict), where)
    return Recorded(verdict, row["because"], tuple(sources), str(confidence), today)


def _verdict(asked: Any, where: str) -> Verdict:
    _insist(asked in VERDICTS, f"{where}: verdict", f"{asked!r} is no verdict", "Choose one.", VERDICTS)
    found: Verdict = asked
    return found
