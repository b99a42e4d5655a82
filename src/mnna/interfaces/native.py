"""Uses of an answer outside the command line: in a notebook, as a pandas table, as a citation, as an address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from mnna._version import NAME, __version__
from mnna.answers.permalink import stamp_of
from mnna.engine.answer import Answer
from mnna.errors import BadQuestion, extra
from mnna.interfaces import catalog, listing
from mnna.interfaces.endpoint import Endpoint
from mnna.present.citing import NAMES, STYLES, Work, cited
from mnna.present.document import Document
from mnna.registry.countries import resolve
from mnna.registry.days import today
from mnna.registry.readings import read_through
from mnna.registry.records import Country


def endpoint_of(answer: Answer) -> Endpoint:
    """Return the declaration with this class of answers whose address the answer can fill.

    Raises `LookupError` where no command answers with this class.
    """
    kind: type = type(answer)
    found = _declared(kind)
    if not found:
        raise LookupError(f"no word answers with {type(answer).__name__}")
    return next((one for one in found if _fills(answer, one)), found[0])


def _fills(answer: Answer, endpoint: Endpoint) -> bool:
    """Return whether the answer has every parameter in the path of the address."""
    given = question(endpoint, _whole(endpoint, answer))
    return all(param.name in given for param in endpoint.of_page() if param.where == "path")


def _whole(endpoint: Endpoint, answer: Answer) -> Any:
    """Return the answer as the declaration's `document` takes it: for some commands together with the question."""
    return answer if endpoint.whole is None else endpoint.whole(answer)


@cache
def _declared(kind: type) -> tuple[Endpoint, ...]:
    """Return the declarations with answers of that class, those whose own answer it is first, and pages before others.

    Only the modules that name the class are imported, because importing all takes long. An answer that no page gives,
    such as the figure of one year, belongs to the narrowest page of the word that names it.
    """
    near = listing.naming(kind.__name__)
    words = [one.word for one in listing.listed() if one.word in near]
    pages = [page for word in words for _, page in catalog.pages_of(word)]
    known = [*pages, *(catalog.load(word) for word in words if word in listing.functions().values())]
    own = [one for one in known if one.answer is kind]
    others = [one for one in known if one not in own and issubclass(kind, _others(one))]
    return (*own, *others) or (tuple(reversed(pages)) if len(words) == 1 else ())


def _others(endpoint: Endpoint) -> tuple[type, ...]:
    try:
        return endpoint.answers() if endpoint.answers else ()
    except ModuleNotFoundError:  # an answer of that word cannot be here then
        return ()


def html(answer: Answer) -> str:
    """Return the answer as its page shows it, without scripts."""
    from mnna.answers.source import title_of
    from mnna.present.html import MARKS, fragment
    from mnna.statutes.citations import official

    endpoint = endpoint_of(answer)
    shown = fragment(endpoint.shown(_whole(endpoint, answer)), official, named=title_of)
    return f"{MARKS.read_text(encoding='utf-8')}\n{shown}"


def rows(answer: Answer) -> list[Mapping[str, Any]]:
    """Return the rows of the answer's CSV; an answer without rows becomes one row of its plain values."""
    from mnna.present import csv

    endpoint = endpoint_of(answer)
    whole = _whole(endpoint, answer)
    if endpoint.rows is not None:
        return endpoint.table(whole)
    found: list[Mapping[str, Any]] = list(csv.rows(endpoint.shown(whole)))
    plain = {name: value for name, value in answer.to_dict().items() if not isinstance(value, (list, dict))}
    return found or [plain]


def frame(answer: Answer) -> Any:
    """Return the rows as a pandas table; raises `CannotAnswer` where pandas is not installed."""
    with extra("panel", "a table of pandas"):
        import pandas as pd
    return pd.DataFrame(rows(answer))


def save(answer: Answer, path: Path) -> Path:
    """Write the answer to a file as the command's `-o` does; return its path."""
    endpoint = endpoint_of(answer)
    assert endpoint.save is not None, f"the word {endpoint.word} writes no file"
    endpoint.save(answer, {"output": path})
    return path


def cite(answer: Answer, style: str = "chicago", base: str = "") -> str:
    """Return the citation of an answer; `base` is the address of the server.

    Raises `BadQuestion` for an unknown style.
    """
    if not isinstance(style, str) or style not in STYLES:
        raise BadQuestion(f"the style {style!r}", "there is no such style of citation", tuple(STYLES), "")
    return cited(work(answer, base), style)


def work(answer: Answer, base: str = "") -> Work:
    """Return the parts of a citation of an answer; `base` is the address of the server."""
    endpoint = endpoint_of(answer)
    whole = _whole(endpoint, answer)
    shown = endpoint.shown(whole)
    return work_of(endpoint, answer.to_dict(), shown.title, question(endpoint, whole), base, shown.stamp)


def document(endpoint: Endpoint, answer: Any, base: str = "") -> Document:
    """Return the document of an answer for a file, with its citations at the end."""
    shown = endpoint.shown(answer)
    asked = question(endpoint, answer)
    return with_cites(shown, work_of(endpoint, answer.to_dict(), shown.title, asked, base, shown.stamp))


def with_cites(shown: Document, work: Work) -> Document:
    """Return the document with its citations at the end; a one-page document has a short citation already."""
    if shown.one_page:
        return shown
    work = work._replace(address=_printable(work.address))
    notes = tuple(f"Cite ({NAMES[style]}): {cited(work, style)}" for style in PRINTED_STYLES)
    return replace(shown, notes=(*shown.notes, *notes))


def _printable(address: str) -> str:
    """Return an address for paper: without what is longer than a line or two, such as the text of an article."""
    path, mark, query = address.partition("?")
    kept = urlencode([(name, value) for name, value in parse_qsl(query) if len(value) <= LONGEST_PRINTED])
    return f"{path}?{kept}" if kept and mark else path


LONGEST_PRINTED = 200
"""The longest value of a question, in characters, that a printed address has."""

PRINTED_STYLES = ("bluebook", "chicago")
"""The citation styles at the end of a printed document; the others are for programs."""


def work_of(
    endpoint: Endpoint,
    document: Mapping[str, Any],
    title: str,
    given: Mapping[str, Any],
    base: str,
    printed: Iterable[tuple[str, str]] = (),
) -> Work:
    """Return the parts of a citation, from an answer's JSON, its title and what was asked.

    `printed` is the stamp of a document that has one, for an answer without a stamp.
    """
    stamp = dict(printed) or document.get("stamp") or {}
    if not stamp and isinstance(document.get("law"), str):  # an answer about the law alone has its hash and no facts
        stamp = {"law": document["law"]}
    note = ", ".join(f"{name} {stamp[name]}" for name in HASHES if name in stamp)
    asked = [value for value in given.values() if isinstance(value, str)][:2]
    id_ = re.sub(r"[^A-Za-z0-9-]", "-", "-".join([NAME, endpoint.word, *asked, stamp.get("law", __version__)[:6]]))
    where = base.rstrip("/") + address(endpoint, document, given)
    return Work(id_, title, __version__, read_through(), today(), where, note or f"{NAME} {__version__}")


HASHES = ("input", "law", "facts", "figures")
"""The parts of a stamp that identify an answer."""


def address(endpoint: Endpoint, document: Mapping[str, Any], given: Mapping[str, Any]) -> str:
    """Return the address of the answer on a server, with its day and stamp; a page that takes a file has no stamp."""
    takes = {param.name for param in endpoint.of_page()}
    dated = {"on": document["on"]} if "on" in document and "on" in takes else {}
    stamped = {"stamp": stamp_of(document)} if endpoint.forms else {}
    return filled(endpoint.address or f"/{endpoint.word}", {**dated, **given, **stamped})


def filled(address: str, given: Mapping[str, Any], form: str = "") -> str:
    """Return an address with the parameters filled into its path and query, for one form (`json` and the like)."""
    query: list[tuple[str, str]] = []
    for name, value in given.items():
        if f"{{{name}}}" in address:
            address = address.replace(f"{{{name}}}", quote(str(value or ""), safe="/(),:"))
        elif value:
            query += [(name, each) for each in ([value] if isinstance(value, str) else value)]
    return address + (f".{form}" if form else "") + (f"?{urlencode(query)}" if query else "")


def onward(endpoint: Endpoint, given: Mapping[str, Any]) -> str:
    """Return the address to which a form leads, with the code of its country; empty without one."""
    country = given.get("country")
    return filled(endpoint.onward, {**given, "country": resolve(country).iso3}) if endpoint.onward and country else ""


def question(endpoint: Endpoint, answer: Answer) -> dict[str, Any]:
    """Return the parameters of the question as an address gives them, read from the answer."""
    told = endpoint.asked(answer) if endpoint.asked is not None else {}
    found: dict[str, Any] = {}
    for param in endpoint.of_page():
        value = told[param.name] if param.name in told else getattr(answer, param.name, None)
        if (text := _text(value)) not in (None, (), ""):
            found[param.name] = text
    return found


def _text(value: Any) -> str | tuple[str, ...] | None:
    """Return a value of an answer as an address gives it; None for a value that no parameter takes."""
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
