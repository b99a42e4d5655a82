"""`mnna case`: whether one arms transfer must be notified to Congress."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from mnna.answers.case import case
from mnna.ids import ChannelId
from mnna.interfaces.cli.finding_text import tree_lines
from mnna.interfaces.cli.output import facts_option, foot, heading, json_option, on_option, show, wrapped
from mnna.statutes.listing import CHANNELS

YES_NO = click.Choice(["yes", "no"])


@click.command("case")
@click.argument("recipient")
@click.option("--channel", required=True, type=click.Choice(list(CHANNELS)), help="The way of transfer.")
@click.option("--mde", metavar="USD", help="Value of the major defense equipment, a part of the total.")
@click.option("--total", metavar="USD", help="Value of the whole transfer.")
@click.option("--construction", metavar="USD", help="Value of the design and construction services.")
@click.option("--firearms", metavar="USD", help="Value of the USML category I firearms (dcs).")
@click.option("--lease-months", metavar="N", help="Length of the lease or loan in months (lease).")
@click.option(
    "--new-sales-territory", type=YES_NO, help="Whether a new sales territory outside the group is authorized."
)
@click.option("--aukus-exempt", type=YES_NO, help="Whether the AECA 38(l)(2) exemption covers it (Australia, UK).")
@click.option("--origin", type=click.Choice(["government", "commercial"]), help="Origin of the articles (retransfer).")
@click.option(
    "--given", multiple=True, metavar="NAME=VALUE", help="Any other fact the channel turns on; may be repeated."
)
@on_option
@facts_option
@json_option
def command(
    recipient: str,
    channel: ChannelId,
    given: tuple[str, ...],
    on: str | None,
    facts: Path | None,
    as_json: bool,
    **options: str | None,
) -> None:
    """Whether Congress must be notified of a transfer to RECIPIENT, under which threshold, with how long a review.

    What is not given is unknown, not zero.
    """
    more = dict(text.partition("=")[::2] for text in given)
    answer = case(recipient, channel, on, facts=facts, **{**options, **more})
    show(as_json, answer.to_dict(), lambda document: _lines(document, answer.recipient.name))


def _lines(document: dict[str, Any], name: str) -> Iterator[str]:
    notify = document["notify"]
    yield f"{document['channel']} to {name} ({document['recipient']}) on {document['on']}"
    yield from heading(f"Notify Congress: {notify['verdict']}")
    yield from wrapped(notify["because"], "  ")
    if notify["review_days"] is not None:
        yield f"  review: {notify['review_days']} calendar days; group: {notify['group']}"
    for label, word in (
        ("needs", "would settle it"),
        ("presumes", "presumed"),
        ("steps", "and then"),
        ("own_facts", "rests on"),
    ):
        for text in notify[label]:
            yield from wrapped(f"{word}: {text}", "  ", "      ")
    yield from wrapped(f"[{'; '.join(notify['citations'])}]", "  ")
    if notify["stale"]:
        yield f"  {notify['stale']}"
    yield from heading("Why")
    yield from tree_lines(document["findings"][0]["why"], 1)
    yield from foot(document)
