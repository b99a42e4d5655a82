"""`site`: every answer as plain files that any web server, or none, can serve."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from mnna.errors import BadQuestion, extra
from mnna.interfaces.cli.helped import shows_progress
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import params_of
from mnna.quick import Path

if TYPE_CHECKING:
    from mnna.interfaces.site.plan import Scope


def _run(folder: Path, countries: str | None, base: str | None, workers: int | None, facts: Path | None) -> None:
    with extra("site", "mnna site"):
        from mnna.interfaces.site.build import build
    scope = _scope(countries, facts)
    built = build(folder, scope, _address(base), 2 if workers is None else max(1, workers), _told)
    kept = built.files - built.written
    click.echo(
        f"{built.files:,} files, {built.size / 1e6:,.1f} MB in {folder}: {built.written:,} written, "
        f"{kept:,} as they were, {built.removed:,} removed. Open {folder / 'index.html'}.",
        err=True,
    )


def _scope(asked: str | None, facts: Path | None) -> Scope:
    from mnna.interfaces.site.plan import Scope
    from mnna.registry.countries import countries, resolve
    from mnna.registry.load import load_registry

    load_registry(facts)
    if asked is None:
        return Scope(tuple(countries()), True, facts)
    named = [resolve(one.strip()).iso3 for one in asked.split(",") if one.strip()]
    if not named:
        raise BadQuestion("--countries", "it names no country", (), "Name codes, for example: --countries COL,MEX")
    return Scope(tuple(dict.fromkeys(named)), False, facts)


def _address(base: str | None) -> str:
    if not base:
        return ""
    parts = urlsplit(base)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise BadQuestion(
            f"--base {base!r}", "it is no address of a site", (), "Give one such as https://example.org/mnna/."
        )
    return base.rstrip("/") + "/"


def _told(done: int, all_: int) -> None:
    """Show the progress, on a terminal."""
    if shows_progress():
        click.echo(f"\r{done:,} of {all_:,} answers", nl=False, err=True)


HELP = """Write every answer as plain files into DIR: pages that any web server, or none, can serve.

What is in DIR already and the same is left as it is. Without --countries every country is written, and the answers
that are about all of them and take minutes (rank, criteria, effects).
"""

ENDPOINT = Endpoint(
    word="site",
    under="serve",
    says="every answer as plain files for any web server",
    help=HELP,
    params=params_of("site"),
    run=_run,
)
