"""Write the citation of an answer in Bluebook, Chicago, BibTeX, RIS or CSL-JSON style, from one `Work`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from mnna._version import NAME
from mnna.dates import MONTHS
from mnna.sentences import capital

AUTHOR = NAME


class Work(NamedTuple):
    """The data of one answer that a citation needs.

    `issued` is the day on which the sources of the release were last read, `seen` the day on which the answer was
    retrieved, `address` its web address with the stamp, and `note` names the versions of the law and the facts.
    """

    id: str
    title: str
    version: str
    issued: date
    seen: date
    address: str
    note: str


def cited(work: Work, style: str) -> str:
    """Return the citation of a work in a style; raise `KeyError` if the style is not in `STYLES`."""
    return STYLES[style](work)


def _bluebook(work: Work) -> str:
    issued, seen = _american(work.issued, BLUEBOOK_MONTHS), _american(work.seen, BLUEBOOK_MONTHS)
    said = f"{AUTHOR}, {work.title} (version {work.version}, {issued}; {work.note}), {work.address}"
    return f"{said} (last visited {seen})."


def _chicago(work: Work) -> str:
    seen = _american(work.seen, MONTHS)
    note = capital(work.note)
    title = work.title if work.title.endswith((".", "?", "!")) else f"{work.title}."
    return f"{AUTHOR}. “{title}” Version {work.version}. {note}. Accessed {seen}. {work.address}."


def _american(day: date, months: tuple[str, ...]) -> str:
    return f"{months[day.month]} {day.day}, {day.year}"


BLUEBOOK_MONTHS = (
    "", "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
"""The names of the months as abbreviated in table T12 of the Bluebook, by number from 1."""


def _bibtex(work: Work) -> str:
    fields = {
        "author": f"{{{AUTHOR}}}",
        "title": f"{{{_tex(work.title)}}}",
        "year": f"{work.issued.year}",
        "month": f"{work.issued.month}",
        "version": _tex(work.version),
        "note": _tex(capital(work.note)),
        "url": work.address,
        "urldate": work.seen.isoformat(),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{work.id},\n{lines}}}"


_TEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}"} | {sign: f"\\{sign}" for sign in "&%$#_"}


def _tex(text: str) -> str:
    return re.sub(r"[\\{}&%$#_]", lambda found: _TEX[found[0]], text)


def _ris(work: Work) -> str:
    fields = (
        ("TY", "ELEC"),
        ("AU", AUTHOR),
        ("TI", work.title),
        ("PY", f"{work.issued.year}"),
        ("DA", work.issued.strftime("%Y/%m/%d")),
        ("ET", work.version),
        ("N1", work.note),
        ("UR", work.address),
        ("Y2", work.seen.strftime("%Y/%m/%d")),
        ("ID", work.id),
        ("ER", ""),
    )
    return "\n".join(f"{tag}  - {value}" for tag, value in fields)


def _csl(work: Work) -> str:
    item: Mapping[str, Any] = {
        "id": work.id,
        "type": "webpage",
        "title": work.title,
        "author": [{"literal": AUTHOR}],
        "version": work.version,
        "issued": {"date-parts": [[work.issued.year, work.issued.month, work.issued.day]]},
        "accessed": {"date-parts": [[work.seen.year, work.seen.month, work.seen.day]]},
        "URL": work.address,
        "note": work.note,
    }
    return json.dumps([item], ensure_ascii=False, indent=2)


STYLES: Mapping[str, Callable[[Work], str]] = {
    "bluebook": _bluebook,
    "chicago": _chicago,
    "bibtex": _bibtex,
    "ris": _ris,
    "csl": _csl,
}
"""The function that writes each style, by the name of the style."""

NAMES = {"bluebook": "Bluebook", "chicago": "Chicago", "bibtex": "BibTeX", "ris": "RIS", "csl": "CSL-JSON"}
"""The display name of each style, by the name of the style."""
