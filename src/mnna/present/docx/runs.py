"""Add text and links to a paragraph of a Word file, in the body or in a note, and the notes themselves.

`python-docx` writes no footnotes or endnotes: here are the XML part and the marks in the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from mnna.present.document import spelled
from mnna.present.inline import Cite, CiteAddress, Inline, Link, Text, links, runs
from mnna.present.paper import unbroken
from mnna.present.plain import clean, one_line
from mnna.quick import QuickTuple


class Look(QuickTuple):
    """The format of text: the id of a character style, and whether it is bold."""

    style: str = ""
    bold: bool = False


PLAIN = Look()
BOLD = Look(bold=True)
CODE = Look("Command")
LINK = Look("Hyperlink")


def line(text: str) -> str:
    """Return text in one line, with citations unbroken and each character that XML does not allow as its code."""
    return "".join(map(_letter, unbroken(one_line(text))))


def lines(text: str) -> str:
    """Return text with its line ends kept, and each character that XML does not allow replaced by its code."""
    return "".join(map(_letter, clean(text)))


def _letter(mark: str) -> str:
    allowed = mark.isprintable() or unicodedata.category(mark) != "Cn" or ord(mark) & 0xFFFE != 0xFFFE
    return mark if allowed else f"[U+{ord(mark):04X}]"


def add_text(place: Any, text: str, look: Look = PLAIN) -> None:
    """Add text to the XML element of a paragraph or a link."""
    if text:
        place.append(run(look, text))


def run(look: Look = PLAIN, text: str = "") -> Any:
    """Return the XML element of a run of text, or of an empty run for a note mark."""
    made = OxmlElement("w:r")
    if look.style:
        made.style = look.style
    if look.bold:
        made.get_or_add_rPr()._add_b()
    if text:
        made.text = text
    return made


def outside(address: str) -> bool:
    """Return whether an address is a web address; addresses within the site do not work in a file."""
    return address.startswith(("https://", "http://"))


def add_piece(place: Any, part: Any, text: str, address: str, look: Look = PLAIN) -> None:
    """Add text, as a link if the address is a web address; `part` is the part of the file with the paragraph."""
    if not outside(address):
        add_text(place, line(text), look)
        return
    id_ = part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink", {qn("r:id"): id_, qn("w:history"): "1"})
    add_text(link, line(text), LINK)
    place.append(link)


def add_field(place: Any, code: str) -> None:
    """Add a field whose value Word fills in, such as PAGE."""
    field = OxmlElement("w:fldSimple", {qn("w:instr"): code})
    add_text(field, "1")
    place.append(field)


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
        mark.append(OxmlElement(f"w:{self.kind}Reference", {qn("w:id"): str(self.count)}))
        place.append(mark)
        self.part.element.append(self._note(told))

    def style(self, name: str) -> str:
        """Return the id of the style of a note's text (name `Text`) or of its mark (name `Reference`)."""
        return f"{self.kind.capitalize()}{name}"

    def _note(self, told: Sequence[Link]) -> Any:
        note = OxmlElement(f"w:{self.kind}", {qn("w:id"): str(self.count)})
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
        declared.append(OxmlElement(f"w:{kind}", {qn("w:id"): str(id_)}))
    settings.find(qn("w:compat")).addprevious(declared)


def _numbered(kind: Kind) -> Any:
    """Return the XML that numbers notes 1, 2, 3; without it endnotes would have Roman numerals."""
    declared = OxmlElement(f"w:{kind}Pr")
    declared.append(OxmlElement("w:numFmt", {qn("w:val"): "decimal"}))
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
        held = 0
        if isinstance(first, str) and first.rstrip().endswith("["):  # up to the bracket that closes
            held = next((at for at, one in enumerate(pieces) if isinstance(one, str) and one.startswith("]")), 0)
        if held:
            yield str(first).rstrip().removesuffix("[").rstrip()
            yield Noted(tuple(link for piece in pieces[:held] for link in _links(piece, cite)))
            del pieces[:held]
            pieces[0] = str(pieces[0])[1:]
        elif isinstance(first, Cite):
            yield from separated(links(first.text, cite))
        elif first != "":
            yield first


def _links(piece: str | Inline, cite: CiteAddress) -> Iterator[Link]:
    if isinstance(piece, Cite):
        yield from separated(links(piece.text, cite))
    else:
        yield piece if isinstance(piece, Link) else Link(spelled(piece))


def separated(found: Iterable[Link]) -> list[Link]:
    """Return the links with semicolons between them."""
    return [one for place, link in enumerate(found) for one in ((Link("; "), link) if place else (link,))]
