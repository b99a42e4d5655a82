"""Writing an answer with its pictures to a file, in the format that the ending names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import click

from mnna.engine.record import json_text
from mnna.errors import BadQuestion, extra

if TYPE_CHECKING:
    from pathlib import Path

    from mnna.present.document import Document, Picture

ENDINGS = (".pdf", ".docx", ".html", ".md", ".svg", ".json")
"""The first four contain the whole answer with its pictures; SVG and JSON (Vega-Lite) only the first picture."""


def check(output: Path) -> None:
    """Raise an error before long work where the file cannot be written.

    Raises `BadQuestion` for an unknown ending or a missing folder, `CannotAnswer` where the packages that draw are
    missing.
    """
    from mnna import files  # every command imports this module, and few write a file

    files.check(output, ENDINGS)
    with extra("charts", "a picture"):
        import altair  # noqa: F401
        import vl_convert  # noqa: F401


def write(output: Path, shown: Document, pictures: tuple[Picture, ...]) -> None:
    """Write the answer; the pictures of Markdown are files next to it.

    Raises `BadQuestion` where only a picture is asked for and there is none, `CannotAnswer` for a file that cannot be
    written.
    """
    ending = output.suffix.lower()
    if not pictures and ending in _PICTURE:
        raise BadQuestion(f"the file {output}", "this answer has no picture", (), "Leave -o out to read the answer.")
    made = {output: _PICTURE[ending](pictures[0])} if ending in _PICTURE else _whole(output, shown, pictures)
    from mnna.files import save

    for path, content in made.items():
        save(path, content)
    click.echo(f"wrote {', '.join(map(str, made))}", err=True)


def _whole(output: Path, shown: Document, pictures: tuple[Picture, ...]) -> dict[Path, bytes]:
    """Return path to content for the files of a whole answer."""
    from mnna.present.forms import written
    from mnna.present.markdown import to_markdown
    from mnna.present.vega import pictured
    from mnna.statutes.citations import official

    whole, form = pictured(shown, pictures), output.suffix.lower()[1:]
    if form != "md":
        return {output: written(whole, form, official)}
    beside = {one.id: output.with_name(f"{output.stem}-{one.id}.svg") for one in pictures}
    linked = {id_: path.name for id_, path in beside.items()}
    text = to_markdown(whole, official, linked)
    return {output: text.encode(), **{beside[one.id]: _PICTURE[".svg"](one) for one in pictures}}


_PICTURE: Mapping[str, Callable[[Picture], bytes]] = {
    ".svg": lambda drawn: f"{drawn.svg}\n".encode(),
    ".json": lambda drawn: json_text(drawn.spec).encode(),
}
