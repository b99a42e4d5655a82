"""`mnna what-if`: what would change if a status began or ended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from mnna.answers.partition import counted, titled
from mnna.answers.what_if import USUAL, Change, WhatIfAnswer, what_if
from mnna.ids import StatusId
from mnna.interfaces.cli.output import facts_option, foot, heading, json_option, on_option, show, wrapped

_BEGINS = f"A status assumed to begin; may be repeated. Default: {USUAL}, unless --terminate is given."


@click.command("what-if")
@click.argument("country")
@click.option(
    "--designate",
    multiple=True,
    metavar="STATUS",
    help=_BEGINS,
)
@click.option("--terminate", multiple=True, metavar="STATUS", help="A status assumed to end; may be repeated.")
@on_option
@facts_option
@json_option
def command(
    country: str,
    designate: tuple[StatusId, ...],
    terminate: tuple[StatusId, ...],
    on: str | None,
    facts: Path | None,
    as_json: bool,
) -> None:
    """What designating COUNTRY, or ending a status of its, would change in law, and what it would not.

    Without an option: what designating it a major non-NATO ally would change.
    """
    answer = what_if(country, designate=designate, terminate=terminate, on=on, facts=facts)
    show(as_json, answer.to_dict(), lambda document: [*_lines(answer), *foot(document)])


def _lines(answer: WhatIfAnswer) -> Iterator[str]:
    acts = ", ".join(f"{a.act} {a.status}" for a in answer.registry.assumptions)
    yield f"{answer.country.name} ({answer.country.iso3}), if one assumes on {answer.on}: {acts}"
    if answer.note:
        yield from ["", *wrapped(answer.note)]
    yield from wrapped(f"It would {counted(answer.partition)}.", "")
    changes, titles = {change.id: change for change in answer.changed}, titled(answer.partition)
    for group, ids in answer.partition.groups():
        if group == "same":
            continue
        if ids or group == "gain":
            yield from heading(titles[group])
        for id_ in ids:
            yield from _change(changes[id_])
    verdicts = {finding.id: finding.verdict for finding in answer.unchanged}
    yield from heading(titles["same"])
    for word in ("yes", "no", "unknown"):
        same = [id_ for id_ in answer.partition.same if verdicts.get(id_) == word]
        yield from wrapped(f"{word}: {', '.join(same)}", "  ", "    ") if same else ()
    for id_ in answer.partition.same:
        if id_ in changes:
            yield from _change(changes[id_])


def _change(change: Change) -> Iterator[str]:
    yield from wrapped(f"{change.id}: {change.before.verdict} -> {change.after.verdict}", "  ")
    yield from wrapped(change.after.because, "      ")
    for text in change.after.steps:
        yield from wrapped(f"still to do: {text}", "      ", "        ")
    for text in change.after.routes:
        yield from wrapped(f"route: {text}", "      ", "        ")
    for text in change.after.needs:
        yield from wrapped(f"would settle it: {text}", "      ", "        ")
    yield from wrapped(f"[{'; '.join(change.after.citations)}]", "      ")
