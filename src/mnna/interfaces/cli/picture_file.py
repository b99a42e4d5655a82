"""A picture of an answer in a file, in the form that its ending names."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mnna.errors import BadQuestion, CannotAnswer, extra

if TYPE_CHECKING:
    from mnna.present.document import Picture

ENDINGS = (".svg", ".html", ".json")
"""The picture alone, a page that holds it and its words, or its Vega-Lite specification."""


def check(output: Path) -> None:
    """Say before long work what will not do.

    Raises `BadQuestion` for an ending or a folder that cannot be, `CannotAnswer` where the packages that draw are
    missing.
    """
    if output.suffix.lower() not in ENDINGS:
        raise BadQuestion(f"the picture {output}", "its ending is no form of a picture", ENDINGS, "Use one of these.")
    if not output.absolute().parent.is_dir():
        raise BadQuestion(f"the picture {output}", "there is no such folder", (), "Make the folder first.")
    with extra("charts", "a picture"):
        import altair  # noqa: F401
        import vl_convert  # noqa: F401


def write(output: Path, pictures: Iterable[Picture]) -> None:
    """Write the first of the pictures; raises `BadQuestion` where there is none, `CannotAnswer` where it cannot."""
    drawn = next(iter(pictures), None)
    if drawn is None:
        raise BadQuestion(f"the picture {output}", "there is none of this answer", (), "Leave -o out to read it.")
    try:
        output.write_text(_FORMS[output.suffix.lower()](drawn), encoding="utf-8")
    except OSError as error:
        raise CannotAnswer(f"the picture {output}", str(error.strerror or error), (), "Write elsewhere.") from None
    click.echo(f"wrote {output}", err=True)


def _page(drawn: Picture) -> str:
    from mnna.present.document import Document, Section
    from mnna.present.html import page

    shown = drawn._replace(caption=drawn.alt)
    return page(Document(title=drawn.title, sections=(Section("picture", "The picture", (shown,)),)))


def _specification(drawn: Picture) -> str:
    return json.dumps(drawn.spec, ensure_ascii=False, indent=2) + "\n"


_FORMS: Mapping[str, Callable[[Picture], str]] = {
    ".svg": lambda drawn: f"{drawn.svg}\n",
    ".html": _page,
    ".json": _specification,
}
