"""An answer with pictures in a file, in the form that its ending names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import click

from mnna.errors import BadQuestion, extra

if TYPE_CHECKING:
    from pathlib import Path

    from mnna.present.document import Document, Picture

ENDINGS = (".pdf", ".docx", ".html", ".md", ".svg", ".json")
"""The whole answer with its pictures in the first four, the first picture alone as SVG or Vega-Lite in the others."""


def check(output: Path) -> None:
    """Refuse before long work what will not do.

    Raises `BadQuestion` for an ending or a folder that cannot be, `CannotAnswer` where the packages that draw are
    missing.
    """
    if output.suffix.lower() not in ENDINGS:
        raise BadQuestion(
            f"the file {output}", "its ending is no known file format", ENDINGS, "Use one of these endings."
        )
    if not output.absolute().parent.is_dir():
        raise BadQuestion(f"the file {output}", "there is no such folder", (), "Make the folder first.")
    with extra("charts", "a picture"):
        import altair  # noqa: F401
        import vl_convert  # noqa: F401


def write(output: Path, shown: Document, pictures: tuple[Picture, ...]) -> None:
    """Write the answer; Markdown has its pictures in files beside it.

    Raises `BadQuestion` where only a picture is asked for and there is none, `CannotAnswer` for a file that fails.
    """
    ending = output.suffix.lower()
    if not pictures and ending in _PICTURE:
        raise BadQuestion(f"the file {output}", "this answer has no picture", (), "Leave -o out to read the answer.")
    files = {output: _PICTURE[ending](pictures[0])} if ending in _PICTURE else _whole(output, shown, pictures)
    from mnna.briefs.output import put  # every command reads this module, and few write a file

    for path, content in files.items():
        put(path, content)
    click.echo(f"wrote {', '.join(map(str, files))}", err=True)


def _whole(output: Path, shown: Document, pictures: tuple[Picture, ...]) -> dict[Path, bytes]:
    """The files of an answer that is written whole, by their paths."""
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
    return {output: text.encode(), **{beside[one.id]: _svg(one) for one in pictures}}


def _svg(drawn: Picture) -> bytes:
    return f"{drawn.svg}\n".encode()


def _specification(drawn: Picture) -> bytes:
    import json  # a text answer needs no codec

    return (json.dumps(drawn.spec, ensure_ascii=False, indent=2) + "\n").encode()


_PICTURE: Mapping[str, Callable[[Picture], bytes]] = {".svg": _svg, ".json": _specification}
