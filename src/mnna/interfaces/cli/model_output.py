"""What the commands of the models share: a picture, a bar while they work, tables, and what they rest on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Any, TypeVar

import click

from mnna.errors import BadQuestion, CannotAnswer, extra
from mnna.interfaces.cli.output import shows_progress

Command = TypeVar("Command", bound=Callable[..., Any])
Progress = Callable[[int, int], None]
ENDINGS = (".svg", ".html")


def output_option(command: Command) -> Command:
    """`-o`, a picture instead of text."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Write a picture to FILE (.svg or .html) instead of text.",
    )(command)


def event_option(default: str) -> Callable[[Command], Command]:
    """`--event`, which day counts as the event."""

    def option(command: Command) -> Command:
        return click.option(
            "--event",
            type=click.Choice(["announced", "determined"]),
            default=default,
            show_default=True,
            help="Date designations by announcement or by determination.",
        )(command)

    return option


def check(output: Path | None) -> None:
    """What is wrong with a picture, before long work: `BadQuestion` for its ending or folder, `CannotAnswer` where the
    packages that draw are missing."""
    if output is None:
        return
    if output.suffix.lower() not in ENDINGS:
        raise BadQuestion(f"the picture {output}", "its ending is no form of a picture", ENDINGS, "Use one of these.")
    if not output.absolute().parent.is_dir():
        raise BadQuestion(f"the picture {output}", "there is no such folder", (), "Make the folder first.")
    with extra("charts", "a picture"):
        import altair  # noqa: F401
        import vl_convert  # noqa: F401


def draw(output: Path, chart: Callable[[Any], Any]) -> None:
    """Write the picture that `chart` makes with `mnna.models.pictures`; raises `CannotAnswer` where it cannot."""
    import vl_convert

    from mnna.models import pictures

    drawn = chart(pictures)
    svg = vl_convert.vegalite_to_svg(drawn.to_json())
    text = svg if output.suffix.lower() == ".svg" else _page(svg, pictures.alt(drawn))
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CannotAnswer(f"the picture {output}", str(error.strerror or error), (), "Write elsewhere.") from None
    click.echo(f"wrote {output}", err=True)


def _page(svg: str, said: str) -> str:
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>mnna</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<style>body{font:16px/1.5 sans-serif;margin:2rem auto;max-width:56rem;padding:0 1rem}"
        "svg{max-width:100%;height:auto}</style>\n</head>\n<body>\n<main>\n<figure>\n"
        f"{svg}\n<figcaption>{escape(said)}</figcaption>\n</figure>\n</main>\n</body>\n</html>\n"
    )


@contextmanager
def working(doing: str) -> Iterator[Progress]:
    """A progress bar on standard error, where that is a terminal; gives the function that moves it."""
    if not shows_progress():
        yield lambda done, all_: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=None)
        yield lambda done, all_: bar.update(task, completed=done, total=all_)


def world(facts: Path | None) -> Any:
    """The world the models looked at, for the names and sources in a picture."""
    from mnna.models.panel import load_world

    return load_world(facts)


def named(code: str) -> str:
    """The country's English name."""
    from mnna.registry.countries import countries

    return countries()[code].name if code in countries() else code


def table(rows: Sequence[Sequence[str]], left: int = 1, indent: str = "  ") -> Iterator[str]:
    """Rows of cells as aligned lines: the first `left` columns to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            cell.ljust(w) if place < left else cell.rjust(w)
            for place, (cell, w) in enumerate(zip(row, widths, strict=True))
        ]
        yield f"{indent}{'  '.join(cells)}".rstrip()


def rests_on(lines: Sequence[str], facts: Path | None = None) -> Iterator[str]:
    """The sources of the figures, and the stamp that lets two people tell whether they asked the same facts."""
    from mnna._version import __version__
    from mnna.interfaces.cli.output import heading, wrapped
    from mnna.registry.load import load_registry
    from mnna.series import figures_hash

    yield from heading("Rests on")
    for line in lines:
        yield from wrapped(line, "  ", "      ")
    for row in world(facts).own:
        yield from wrapped(f"your own facts: {row}", "  ", "      ")
    yield ""
    yield f"facts {load_registry(facts).hash} · figures {figures_hash()} · mnna {__version__}"


def span(ends: Sequence[float | None], digits: str = ".2f") -> str:
    """An interval in square brackets; a dash for an end that is not known."""
    return f"[{', '.join(_end(one, digits) for one in ends)}]"


def _end(value: float | None, digits: str) -> str:
    return "-" if value is None else format(value, digits)


def counted(number: int, thing: str) -> str:
    """A number of things, in the plural where there is not exactly one."""
    return f"{number} {thing}{'' if number == 1 else 's'}"
