"""Write footnotes or endnotes of a Word file, which `python-docx` cannot: the XML part and the marks in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from mnna.present.docx.runs import Look, add_piece, add_text, run
from mnna.present.inline import Cite, CiteAddress, Inline, Link, Text, links, runs
from mnna.quick import QuickTuple

Kind = Literal["footnote", "endnote"]
_TYPES = {
    "footnote": (CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES),
    "endnote": (CONTENT_TYPE.WML_ENDNOTES, RELATIONSHIP_TYPE.ENDNOTES),
}
_RULES = ((-1, "separator"), (0, "continuationSeparator"))
"""The two notes that every file must have: the separator lines between text and notes."""


class Notes:
    """The notes of one file, numbered from 1 in the order in which they are added."""

    def __init__(self, document: Any, kind: Kind) -> None:
        """Add an empty part for notes of one kind to a file that has no notes."""
        self.kind = kind
        self.part = _part(document.part.package, kind)
        document.part.relate_to(self.part, _TYPES[kind][1])
        _declared(document.settings.element, kind)
        document.sections[0]._sectPr.insert(0, _numbered(kind))
        self.count = 0

    def add(self, place: Any, told: Sequence[Link]) -> None:
        """Add a note mark at the end of a paragraph (its XML element) and the note's text, given as links."""
        self.count += 1
        mark = run(Look(self.style("Reference")))
        reference = OxmlElement(f"w:{self.kind}Reference")
        reference.set(qn("w:id"), str(self.count))
        mark.append(reference)
        place.append(mark)
        self.part.element.append(self._note(told))

    def style(self, name: str) -> str:
        """Return the id of the style of a note's text (name `Text`) or of its mark (name `Reference`)."""
        return f"{self.kind.capitalize()}{name}"

    def _note(self, told: Sequence[Link]) -> Any:
        note = OxmlElement(f"w:{self.kind}")
        note.set(qn("w:id"), str(self.count))
        paragraph = OxmlElement("w:p")
        paragraph.style = self.style("Text")
        number = run(Look(self.style("Reference")))
        number.append(OxmlElement(f"w:{self.kind}Ref"))
        paragraph.append(number)
        add_text(paragraph, " ")
        for piece in told:
            add_piece(paragraph, self.part, *piece)
        add_text(paragraph, ".")
        note.append(paragraph)
        return note


def _part(package: Any, kind: Kind) -> Any:
    rules = "".join(
        f'<w:{kind} w:type="{name}" w:id="{id_}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
        f"</w:pPr><w:r><w:{name}/></w:r></w:p></w:{kind}>"
        for id_, name in _RULES
    )
    element = parse_xml(f"<w:{kind}s {nsdecls('w', 'r')}>{rules}</w:{kind}s>")
    return XmlPart(PackURI(f"/word/{kind}s.xml"), _TYPES[kind][0], element, package)


def _declared(settings: Any, kind: Kind) -> None:
    """Declare the two separator lines in the settings, as Word does; the schema requires them before `w:compat`."""
    declared = _numbered(kind)
    for id_, _ in _RULES:
        rule = OxmlElement(f"w:{kind}")
        rule.set(qn("w:id"), str(id_))
        declared.append(rule)
    settings.find(qn("w:compat")).addprevious(declared)


def _numbered(kind: Kind) -> Any:
    """Return the XML that numbers notes 1, 2, 3; without it endnotes would have Roman numerals."""
    declared = OxmlElement(f"w:{kind}Pr")
    numbers = OxmlElement("w:numFmt")
    numbers.set(qn("w:val"), "decimal")
    declared.append(numbers)
    return declared


class Noted(QuickTuple):
    """The text of one note as links; a link without an address is plain text."""

    told: tuple[Link, ...]


def noted(text: Text, cite: CiteAddress) -> Iterator[str | Inline | Noted]:
    """Yield the pieces of a text, with each part in square brackets as a note and other citations as links.

    `Allies may. [22 USC 2321k(a)]` becomes `Allies may.` and a note.
    """
    pieces = list(runs(text))
    while pieces:
        first = pieces.pop(0)
        held = _held(first, pieces)
        if held:
            yield str(first).rstrip().removesuffix("[").rstrip()
            yield Noted(tuple(link for piece in pieces[:held] for link in _links(piece, cite)))
            del pieces[:held]
            pieces[0] = str(pieces[0])[1:]
        elif isinstance(first, Cite):
            yield from separated(links(first.text, cite))
        elif first != "":
            yield first


def _held(first: str | Inline, rest: list[str | Inline]) -> int:
    """Return the number of pieces in square brackets after `first`: 0 unless `first` ends with an opening bracket."""
    if not (isinstance(first, str) and first.rstrip().endswith("[")):
        return 0
    return next((at for at, one in enumerate(rest) if isinstance(one, str) and one.startswith("]")), 0)


def _links(piece: str | Inline, cite: CiteAddress) -> Iterator[Link]:
    match piece:
        case Link():
            yield piece
        case Cite():
            yield from separated(links(piece.text, cite))
        case str():
            yield Link(piece)
        case _:
            from mnna.present.document import spelled

            yield Link(spelled(piece))


def separated(found: Iterable[Link]) -> list[Link]:
    """Return the links with semicolons between them."""
    return [one for place, link in enumerate(found) for one in ((Link("; "), link) if place else (link,))]
