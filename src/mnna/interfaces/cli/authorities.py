"""`mnna authorities`: what the law gives or denies a country."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from mnna.answers.authorities import authorities
from mnna.ids import AuthorityId
from mnna.interfaces.cli.finding_text import finding_lines, given_facts
from mnna.interfaces.cli.output import facts_option, foot, heading, json_option, on_option, show


@click.command("authorities")
@click.argument("country")
@click.argument("only", nargs=-1, metavar="[AUTHORITY]...")
@click.option(
    "--given", multiple=True, metavar="NAME=YES|NO", help="A fact the registry does not hold; may be repeated."
)
@on_option
@facts_option
@json_option
def command(
    country: str,
    only: tuple[AuthorityId, ...],
    given: tuple[str, ...],
    on: str | None,
    facts: Path | None,
    as_json: bool,
) -> None:
    """What US law gives or denies COUNTRY because of its statuses: yes, no or unknown, and why."""
    answer = authorities(country, on, only=only, facts=facts, given=given_facts(given))
    show(as_json, answer.to_dict(), lambda document: _lines(document, answer.country.name, bool(only)))


def _lines(document: dict[str, Any], name: str, full: bool) -> Iterator[str]:
    yield f"{name} ({document['country']}) on {document['on']}: what the law says because of its statuses"
    topic = ""
    for finding in document["findings"]:
        if finding["topic"] != topic:
            topic = finding["topic"]
            yield from heading(topic)
        yield from finding_lines(finding, full)
    yield from foot(document)
