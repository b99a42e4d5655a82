"""An answer where people work: in a notebook, as a table of pandas, as a citation, and at an address with its stamp."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from mnna._version import NAME, __version__
from mnna.answers.permalink import stamp_of
from mnna.engine.answer import Answer
from mnna.errors import BadQuestion, extra
from mnna.interfaces import catalog, listing
from mnna.interfaces.endpoint import Endpoint
from mnna.present.citing import NAMES, STYLES, Work, cited
from mnna.present.document import Document
from mnna.registry.days import today
from mnna.registry.readings import read_through
from mnna.registry.records import Country


def endpoint_of(answer: Answer) -> Endpoint:
    """The declaration whose page answers so and whose address it fills; raises `LookupError` for no word."""
    kind: type = type(answer)
    found = _declared(kind)
    if not found:
        raise LookupError(f"no word answers with {type(answer).__name__}")
    return next((one for one in found if _fills(answer, one)), found[0])


def _fills(answer: Answer, endpoint: Endpoint) -> bool:
    """Whether the answer says all that stands in the path of the address."""
    given = question(endpoint, _whole(endpoint, answer))
    return all(param.name in given for param in endpoint.of_page() if param.where == "path")


def _whole(endpoint: Endpoint, answer: Answer) -> Any:
    """The answer as its declaration sets it out: of some words with the question beside it."""
    return answer if endpoint.whole is None else endpoint.whole(answer)


@cache
def _declared(kind: type) -> tuple[Endpoint, ...]:
    """The declarations whose answers are of that class: of the words that name it, for it takes long to import all.

    An answer that no page gives, such as the figure of one year, belongs to the narrowest page of the word naming it.
    """
    near = listing.naming(kind.__name__)
    found = _declared_by(kind, near) or _declared_by(kind, listing.declared())
    return found or (tuple(page for _, page in catalog.pages_of(*near))[::-1] if len(near) == 1 else ())


def _declared_by(kind: type, words: Iterable[str]) -> tuple[Endpoint, ...]:
    """The same of some words, pages first, those whose answer is the class itself before the others."""
    named = [one.word for one in listing.listed() if one.word in set(words)]
    pages = (page for word in named for _, page in catalog.pages_of(word))
    known = [*pages, *(catalog.load(word) for word in named if word in listing.functions().values())]
    own = [one for one in known if one.answer is kind]
    return (*own, *(one for one in known if one not in own and issubclass(kind, (*one.also, *_others(one)))))


def _others(endpoint: Endpoint) -> tuple[type, ...]:
    try:
        return endpoint.answers() if endpoint.answers else ()
    except ModuleNotFoundError:  # an answer of that word cannot be here then
        return ()


def html(answer: Answer) -> str:
    """The answer as its page shows it, without script."""
    from mnna.present.html import MARKS, fragment
    from mnna.statutes.citations import official

    endpoint = endpoint_of(answer)
    return f"{MARKS.read_text(encoding='utf-8')}\n{fragment(endpoint.shown(_whole(endpoint, answer)), official)}"


def rows(answer: Answer) -> list[Mapping[str, Any]]:
    """The rows of an answer, those of its CSV; an answer without rows is one row of its plain values."""
    from mnna.present import csv

    endpoint = endpoint_of(answer)
    whole = _whole(endpoint, answer)
    if endpoint.rows is not None:
        return endpoint.table(whole)
    found: list[Mapping[str, Any]] = list(csv.rows(endpoint.shown(whole)))
    plain = {name: value for name, value in answer.to_dict().items() if not isinstance(value, (list, dict))}
    return found or [plain]


def frame(answer: Answer) -> Any:
    """The rows as a table of pandas; raises `CannotAnswer` where pandas is not installed."""
    with extra("panel", "a table of pandas"):
        import pandas as pd
    return pd.DataFrame(rows(answer))


def save(answer: Answer, path: Path) -> Path:
    """Write the answer to a file as the command's `-o` does; returns its path."""
    endpoint = endpoint_of(answer)
    assert endpoint.save is not None, f"the word {endpoint.word} writes no file"
    endpoint.save(answer, {"output": path})
    return path


def cite(answer: Answer, style: str = "chicago", base: str = "") -> str:
    """The citation of an answer; `base` is the address of the server. Raises `BadQuestion` for another style."""
    if style not in STYLES:
        raise BadQuestion(f"the style {style!r}", "there is no such style of citation", tuple(STYLES), "")
    return cited(work(answer, base), style)


def work(answer: Answer, base: str = "") -> Work:
    """What a citation says of an answer."""
    endpoint = endpoint_of(answer)
    whole = _whole(endpoint, answer)
    shown = endpoint.shown(whole)
    return work_of(endpoint, answer.to_dict(), shown.title, question(endpoint, whole), base, shown.stamp)


def document(endpoint: Endpoint, answer: Any, base: str = "") -> Document:
    """An answer set out for a file, with how to cite it at its end."""
    shown = endpoint.shown(answer)
    asked = question(endpoint, answer)
    return with_cites(shown, work_of(endpoint, answer.to_dict(), shown.title, asked, base, shown.stamp))


def with_cites(shown: Document, work: Work) -> Document:
    """The document with how to cite it at its end; one that has to stay on one sheet says so itself, in short."""
    if shown.one_page:
        return shown
    notes = tuple(f"Cite ({NAMES[style]}): {cited(work, style)}" for style in PRINTED_STYLES)
    return replace(shown, notes=(*shown.notes, *notes))


PRINTED_STYLES = ("bluebook", "chicago")
"""The styles that a printed document has at its end; the others are for programs."""


def work_of(
    endpoint: Endpoint,
    document: Mapping[str, Any],
    title: str,
    given: Mapping[str, Any],
    base: str,
    printed: Iterable[tuple[str, str]] = (),
) -> Work:
    """The same of an answer's JSON, its title and what was asked; `printed` is the stamp of a document that has one."""
    stamp = document.get("stamp") or dict(printed)
    note = ", ".join(f"{name} {stamp[name]}" for name in HASHES if name in stamp)
    asked = [value for value in given.values() if isinstance(value, str)][:2]
    id_ = re.sub(r"[^A-Za-z0-9-]", "-", "-".join([NAME, endpoint.word, *asked, stamp.get("law", __version__)[:6]]))
    where = base.rstrip("/") + address(endpoint, document, given)
    return Work(id_, title, __version__, read_through(), today(), where, note or f"{NAME} {__version__}")


HASHES = ("input", "law", "facts", "figures")
"""What of a stamp tells which answer it was."""


def address(endpoint: Endpoint, document: Mapping[str, Any], given: Mapping[str, Any]) -> str:
    """Where a server of mnna gives the answer, with its day and its stamp."""
    takes = {param.name for param in endpoint.of_page()}
    dated = {"on": document["on"]} if "on" in document and "on" in takes else {}
    stamp = stamp_of(document) if endpoint.forms else None  # a page that only asks gives no answer by address
    return filled(endpoint.address or f"/{endpoint.word}", {**dated, **given, "stamp": stamp})


def filled(address: str, given: Mapping[str, Any], form: str = "") -> str:
    """An address with what is given in its path and behind it, of an answer in that form (`json` and the like)."""
    query: list[tuple[str, str]] = []
    for name, value in given.items():
        if f"{{{name}}}" in address:
            address = address.replace(f"{{{name}}}", quote(str(value or ""), safe="/(),:"))
        elif value:
            query += [(name, each) for each in ([value] if isinstance(value, str) else value)]
    return address + (f".{form}" if form else "") + (f"?{urlencode(query)}" if query else "")


def question(endpoint: Endpoint, answer: Answer) -> dict[str, Any]:
    """What was asked, read off the answer: its parameters as an address gives them."""
    told = endpoint.asked(answer) if endpoint.asked is not None else {}
    found: dict[str, Any] = {}
    for param in endpoint.of_page():
        value = told[param.name] if param.name in told else getattr(answer, param.name, None)
        if (text := _text(value)) not in (None, (), ""):
            found[param.name] = text
    return found


def _text(value: Any) -> str | tuple[str, ...] | None:
    """A value of an answer as an address gives it; None for what is no value of a parameter."""
    match value:
        case Country():
            return value.iso3
        case bool():
            return "yes" if value else None
        case str() | int():
            return str(value)
        case date():
            return value.isoformat()
        case tuple() | list():
            return tuple(text for each in value if isinstance(text := _text(each), str))
        case _:
            return None
