"""Set the page and the styles of a Word file: no type below 9 points, and every style can be changed in one place."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Inches, Pt, RGBColor

from mnna.present.paper import SIZES, Paper

FONT = "Times New Roman"
"""A font that every office has, or has a replacement for with the same widths (Liberation Serif)."""

CODE_FONT = "Courier New"
SIDE = 0.75
"""The margin at the left and right, in inches."""

INK, BLUE = RGBColor(0, 0, 0), RGBColor(0x12, 0x3C, 0x69)
TABLE = "Table Plain Rules"
SMALL = "Small List"
"""The style of lists in small type, for reference."""

_SIZES: dict[str, tuple[tuple[float, ...], tuple[float, ...]]] = {
    "Normal": ((10.5, 0, 6), (9.5, 0, 1.5)),
    "Title": ((20, 0, 4), (16, 0, 1)),
    "Subtitle": ((11, 0, 8), (10.5, 0, 4)),
    "Heading 1": ((13, 16, 5), (10.5, 4, 1)),
    "Heading 2": ((11.5, 12, 4), (10, 4, 1)),
    "Heading 3": ((10.5, 10, 3), (9.5, 4, 1)),
    "Caption": ((9.5, 8, 3), (9.5, 4, 2)),
    "List Bullet": ((10.5, 0, 3), (9.5, 0, 0)),
    "List Bullet 2": ((9.5, 0, 2), (9.5, 0, 0)),
    "List Bullet 3": ((9.5, 0, 2), (9.5, 0, 0)),
    "Quote": ((10.5, 0, 4), (9.5, 0, 2)),
    "Footer": ((9, 0, 0), (9, 0, 0)),
    "Lead": ((11, 0, 4), (10.5, 0, 2)),
    "Statement": ((10.5, 2, 6), (9.5, 2, 2)),
    "Table Text": ((9, 1, 1), (9.5, 1, 1)),
    SMALL: ((9, 0, 2), (9, 0, 0)),
    "Run On": ((9.5, 0, 6), (9.5, 0, 1.5)),
    "Fact": ((10.5, 0, 3), (9.5, 0, 1)),
    "Code": ((9, 0, 0), (9, 0, 0)),
    "Small Print": ((9, 0, 4), (9, 2, 1)),
    "footnote text": ((9, 0, 1), (9, 0, 0)),
    "endnote text": ((9, 0, 1), (9, 0, 0)),
}
"""Size, space before and space after of each style, in points: in a usual document and in one on one sheet."""

_BOLD, _ITALIC = {"Title", "Heading 1", "Heading 2", "Heading 3", "Caption"}, {"Subtitle", "Heading 3", "Caption"}


def set_page(document: Any, paper: Paper, tight: bool) -> None:
    """Set the paper and the margins; `tight` is for a document on one sheet of paper."""
    page = document.sections[0]
    page.page_width, page.page_height = (Inches(length) for length in SIZES[paper])
    page.left_margin = page.right_margin = Inches(SIDE)
    page.top_margin, page.bottom_margin = (Inches(0.45), Inches(0.75)) if tight else (Inches(0.8), Inches(0.9))
    page.header_distance = page.footer_distance = Inches(0.4)


def width(paper: Paper) -> Any:
    """Return the width of the text on a paper, as a length of `python-docx`."""
    return Inches(SIZES[paper][0] - 2 * SIDE)


def set_styles(document: Any, paper: Paper, tight: bool) -> None:
    """Set every style that the writer uses; `tight` is for a document on one sheet of paper."""
    styles = document.styles
    for name, (usual, close) in _SIZES.items():
        known = name in styles
        style = styles[name] if known else _added(styles, name, WD_STYLE_TYPE.PARAGRAPH)
        if not known:
            style.base_style = styles["Normal"]
        _set(style, close if tight else usual, name in _BOLD, name in _ITALIC)
    _shape(styles)
    styles["Footer"].paragraph_format.tab_stops.add_tab_stop(width(paper), WD_TAB_ALIGNMENT.RIGHT)
    _characters(styles)
    styles.element.append(parse_xml(_RULED))


def _set(style: Any, sizes: tuple[float, ...], bold: bool, italic: bool) -> None:
    size, before, after = sizes
    font, shape = style.font, style.paragraph_format
    _font(style, FONT)
    font.size, font.bold, font.italic, font.color.rgb = Pt(size), bold, italic, INK
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), 1.0
    shape.widow_control = True


def _font(style: Any, name: str) -> None:
    """Set the font of a style for every script, in place of the fonts of the theme."""
    style.font.name = name
    fonts = style.element.rPr.rFonts
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), name)


def _shape(styles: Any) -> None:
    """Set the indents and border lines of the styles, and which paragraphs stay with the next one."""
    for name in ("Title", "Subtitle", "Footer"):
        _bare(styles[name])
    for name in ("Caption", "Heading 1", "Heading 2", "Heading 3"):
        styles[name].paragraph_format.keep_with_next = True
    _border(styles["Lead"], "top", "bottom")
    _border(styles["Statement"], "left")
    styles["Statement"].paragraph_format.left_indent = Inches(0.12)
    for name, left, hanging in ((SMALL, 0.2, 0.2), ("Fact", 0.2, 0.2), ("Quote", 0.25, 0.0)):
        styles[name].paragraph_format.left_indent = Inches(left)
        styles[name].paragraph_format.first_line_indent = Inches(-hanging)
    _font(styles["Code"], CODE_FONT)


def _bare(style: Any) -> None:
    """Remove what the template gives a style: its border, tab stops and letter spacing."""
    inside = style.element.pPr, style.element.rPr
    for place, name in zip((*inside, inside[0]), ("w:pBdr", "w:spacing", "w:tabs"), strict=True):
        for found in place.findall(qn(name)):
            place.remove(found)


def _border(style: Any, *sides: str) -> None:
    """Add border lines to a paragraph style; Word joins the borders of adjacent paragraphs of one style."""
    rules = "".join(f'<w:{side} w:val="single" w:sz="8" w:space="5" w:color="000000"/>' for side in sides)
    style.element.pPr.insert_element_before(parse_xml(f"<w:pBdr {nsdecls('w')}>{rules}</w:pBdr>"), *_AFTER_BORDER)


_AFTER_BORDER = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr")


def _characters(styles: Any) -> None:
    for name in ("footnote reference", "endnote reference"):
        _added(styles, name, WD_STYLE_TYPE.CHARACTER).font.superscript = True
    link = _added(styles, "Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = BLUE, True
    _font(_added(styles, "Command", WD_STYLE_TYPE.CHARACTER), CODE_FONT)


def _added(styles: Any, name: str, kind: WD_STYLE_TYPE) -> Any:
    """Add a style whose id is its name without spaces, each word with a capital letter."""
    made = styles.add_style(name, kind)
    made.element.set(qn("w:styleId"), name.title().replace(" ", ""))
    return made


_RULED = f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="TablePlainRules">
<w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>
<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="8C8C8C"/></w:tblBorders>
<w:tblCellMar><w:left w:w="50" w:type="dxa"/><w:right w:w="50" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>"""
"""The table style: lines above and below the table and thin lines between the rows, as in the PDF."""
