"""The file that a Word document is packed in: what it says of itself, and the same bytes for the same document."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx.oxml.ns import qn

from mnna._version import NAME

_DAY_ZERO = (1980, 1, 1, 0, 0, 0)
"""The earliest day that a zip archive can give; no clock enters the file."""


def describe(document: Any, title: str, stamp: str) -> None:
    """Set the properties that Word shows of the file: title, author, subject, language; no day and no template."""
    said = document.core_properties
    for child in list(said._element):
        said._element.remove(child)
    said.title, said.author, said.language = title[:255], NAME, "en-US"
    if stamp:
        said.subject, said.keywords = "Security-cooperation status in US law", stamp[:255]
    _as_new(document)


def _as_new(document: Any) -> None:
    """Leave out the picture of the template, and the mode in which Word opens old files."""
    package = document.part.package
    for id_, found in list(package.rels.items()):
        if found.reltype.endswith("/thumbnail"):
            del package.rels[id_]
    for found in document.settings.element.iter(qn("w:compatSetting")):
        if found.get(qn("w:name")) == "compatibilityMode":
            found.set(qn("w:val"), "15")


def packed(document: Any) -> bytes:
    """The document as the bytes of a file."""
    raw, made = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for one in before.infolist():
            after.writestr(zipfile.ZipInfo(one.filename, _DAY_ZERO), before.read(one), zipfile.ZIP_DEFLATED)
    return made.getvalue()
