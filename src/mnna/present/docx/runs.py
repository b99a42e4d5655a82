"""Add text and links to a paragraph of a Word file, in the body or in a note."""

from __future__ import annotations

import unicodedata
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from mnna.present.paper import unbroken
from mnna.present.plain import clean, one_line
from mnna.quick import QuickTuple


class Look(QuickTuple):
    """The format of text: the id of a character style, and bold or italic type."""

    style: str = ""
    bold: bool = False
    italic: bool = False


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
    if look.italic:
        made.get_or_add_rPr()._add_i()
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
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.set(qn("w:history"), "1")
    add_text(link, line(text), LINK)
    place.append(link)


def add_field(place: Any, code: str) -> None:
    """Add a field whose value Word fills in, such as PAGE."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    add_text(field, "1")
    place.append(field)
