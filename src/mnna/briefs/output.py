"""Functions that return a brief in any form as bytes, or write it to a file atomically."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any, Protocol

from mnna.errors import BadQuestion, CannotAnswer
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


FORMS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "json": "application/json",
}
"""The forms: media type by file ending."""


def render(brief: Printed, form: str, paper: Paper = "letter") -> bytes:
    """Return the brief as the bytes of one form: `pdf`, `docx`, `html`, `md` or `json`.

    `paper` is `letter` or `a4` and is used by PDF and Word only. Raises `BadQuestion` for another form.
    """
    if (plain := known(form)) == "json":
        return (json.dumps(brief.to_dict(), ensure_ascii=False, indent=2) + "\n").encode()
    return written(brief.with_cites(brief.document), plain, official, paper)


def known(form: str) -> str:
    """Return the form in lower case and without a dot; raises `BadQuestion`, which lists the forms, for another."""
    plain = form.lower().removeprefix(".")
    if plain not in FORMS:
        raise BadQuestion(
            f"a brief as {form or 'a file without an ending'}",
            "there is no such form",
            tuple(FORMS),
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
    put(target, render(brief, target.suffix, paper))
    return target


def put(target: Path, made: bytes) -> None:
    """Write the bytes to a file atomically; raises `CannotAnswer` where it cannot be written."""
    try:
        _replace(target, made)
    except OSError as error:
        raise CannotAnswer(
            f"the file {target}",
            f"it cannot be written ({error.strerror or error})",
            (),
            "Choose another place.",
        ) from None


def check(target: Path) -> None:
    """Raise `BadQuestion` for a folder, an unknown ending, or a missing parent folder, before the work is done."""
    if target.is_dir():
        raise BadQuestion(f"the file {target}", "it is a folder", (), "Name a file in it.")
    known(target.suffix)
    if not target.parent.is_dir():
        raise BadQuestion(f"the file {target}", f"there is no folder {target.parent}", (), "Make the folder first.")


def _replace(target: Path, made: bytes) -> None:
    """Write to a temporary file and rename it to the target, so that no reader sees a partial file."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(made)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
