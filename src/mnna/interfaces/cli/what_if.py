"""`mnna what-if`: what would change if a status began or ended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from mnna.answers.what_if import Change, WhatIfAnswer, what_if
from mnna.interfaces.cli.output import facts_option, foot, heading, json_option, on_option, show, wrapped


@click.command("what-if")
@click.argument("country")
@click.option("--designate", multiple=True, metavar="STATUS", help="A status assumed to begin; may be repeated.")
@click.option("--terminate", multiple=True, metavar="STATUS", help="A status assumed to end; may be repeated.")
@on_option
@facts_option
@json_option
def command(
    country: str,
    designate: tuple[str, ...],
    terminate: tuple[str, ...],
    on: str | None,
    facts: Path | None,
    as_json: bool,
) -> None:
    """What designating COUNTRY, or ending a status of its, would change in law, and what it would not."""
    answer = what_if(country, designate=designate, terminate=terminate, on=on, facts=facts)
    show(as_json, answer.to_dict(), lambda document: [*_lines(answer), *foot(document)])


def _lines(answer: WhatIfAnswer) -> Iterator[str]:
    acts = ", ".join(f"{a.act} {a.status}" for a in answer.registry.assumptions)
    yield f"{answer.country.name} ({answer.country.iso3}), if one assumes on {answer.on}: {acts}"
    decided = [change for change in answer.changed if change.verdict_changes]
    yield from heading(f"Would change ({len(decided)})")
    for change in decided:
        yield from _change(change)
    other = [change for change in answer.changed if not change.verdict_changes]
    if other:
        yield from heading(f"Same answer, other terms or steps ({len(other)})")
        for change in other:
            yield from _change(change)
    open_ = [finding.id for finding in answer.unchanged if finding.verdict == "unknown"]
    same = [f"{finding.id} ({finding.verdict})" for finding in answer.unchanged if finding.verdict != "unknown"]
    yield from heading(f"Would not change ({len(same)})")
    yield from wrapped(", ".join(same) or "nothing", "  ")
    yield from heading(f"Unknown before and after ({len(open_)})")
    yield from wrapped(", ".join(open_) or "nothing", "  ")


def _change(change: Change) -> Iterator[str]:
    yield from wrapped(f"{change.id}: {change.before.verdict} -> {change.after.verdict}", "  ")
    yield from wrapped(change.after.because, "      ")
    for text in change.after.steps:
        yield from wrapped(f"still to do: {text}", "      ", "        ")
    for text in change.after.needs:
        yield from wrapped(f"would settle it: {text}", "      ", "        ")
    yield from wrapped(f"[{'; '.join(change.after.citations)}]", "      ")
