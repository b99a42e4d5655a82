"""Functions that return a brief in any form as bytes, or write it to a file atomically."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

from mnna import files
from mnna.engine.record import json_text
from mnna.errors import BadQuestion
from mnna.present.document import Document
from mnna.present.forms import written
from mnna.present.paper import Paper
from mnna.statutes.citations import official


class Printed(Protocol):
    """A brief or a memo, as `render` and `write` need it."""

    @property
    def document(self) -> Document:
        """The whole document."""

    def with_cites(self, shown: Document) -> Document:
        """Return the document `shown` with a note at its end on how to cite it."""

    def to_dict(self) -> dict[str, Any]:
        """Return the brief or memo as a JSON object."""


FORMS = ("pdf", "docx", "html", "md", "json")
"""The forms, by file ending."""


def render(brief: Printed, form: str, paper: Paper = "letter") -> bytes:
    """Return the brief as the bytes of one form: `pdf`, `docx`, `html`, `md` or `json`.

    `paper` is `letter` or `a4` and is used by PDF and Word only. Raises `BadQuestion` for another form.
    """
    if (plain := known(form)) == "json":
        return json_text(brief.to_dict()).encode()
    return written(brief.with_cites(brief.document), plain, official, paper)


def known(form: str) -> str:
    """Return the form in lower case and without a dot; raises `BadQuestion`, which lists the forms, for another."""
    plain = form.lower().removeprefix(".")
    if plain not in FORMS:
        raise BadQuestion(
            f"a brief as {form or 'a file without an ending'}",
            "there is no such form",
            FORMS,
            "Let the file's name end in one of these, for example mexico.pdf.",
        )
    return plain


def write(brief: Printed, path: Path | str, paper: Paper = "letter") -> Path:
    """Write the brief to a file whose ending names the form, and return its path.

    The file is written atomically. Raises `BadQuestion` for another ending or a missing folder, and `CannotAnswer`
    where the file cannot be written.
    """
    target = Path(path)
    check(target)
    files.save(target, render(brief, target.suffix, paper))
    return target


def check(target: Path) -> None:
    """Raise `BadQuestion` for a folder, an unknown ending, or a missing parent folder, before the work is done."""
    files.check(target, (f".{form}" for form in FORMS))
