"""Footnotes and endnotes of a Word file, which `python-docx` cannot make: a part of the file and marks in the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from mnna.present.docx.runs import Look, add_piece, add_text, run
from mnna.present.inline import Link

Kind = Literal["footnote", "endnote"]
_TYPES = {
    "footnote": (CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES),
    "endnote": (CONTENT_TYPE.WML_ENDNOTES, RELATIONSHIP_TYPE.ENDNOTES),
}
_RULES = ((-1, "separator"), (0, "continuationSeparator"))
"""The two notes every file has: the lines between text and notes."""


class Notes:
    """The notes of one file, numbered from 1 in the order in which they are added."""

    def __init__(self, document: Any, kind: Kind) -> None:
        """Add an empty part for notes of a kind to a file that has none."""
        self.kind = kind
        self.part = _part(document.part.package, kind)
        document.part.relate_to(self.part, _TYPES[kind][1])
        _declared(document.settings.element, kind)
        document.sections[0]._sectPr.insert(0, _numbered(kind))
        self.count = 0

    def add(self, place: Any, told: Sequence[Link]) -> None:
        """Mark a note at the end of a paragraph (its element), and write its text: pieces with their addresses."""
        self.count += 1
        mark = run(Look(self.style("Reference")))
        reference = OxmlElement(f"w:{self.kind}Reference")
        reference.set(qn("w:id"), str(self.count))
        mark.append(reference)
        place.append(mark)
        self.part.element.append(self._note(told))

    def style(self, name: str) -> str:
        """The id of the style of a note's text or of its mark: `Text` or `Reference`."""
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
    """Name the two lines in the settings, as Word does; the schema wants them before `w:compat`."""
    declared = _numbered(kind)
    for id_, _ in _RULES:
        rule = OxmlElement(f"w:{kind}")
        rule.set(qn("w:id"), str(id_))
        declared.append(rule)
    settings.find(qn("w:compat")).addprevious(declared)


def _numbered(kind: Kind) -> Any:
    """Say that notes are counted 1, 2, 3: endnotes would have Roman numbers."""
    declared = OxmlElement(f"w:{kind}Pr")
    numbers = OxmlElement("w:numFmt")
    numbers.set(qn("w:val"), "decimal")
    declared.append(numbers)
    return declared
