"""The front page: should this country be next? What it is today, and what the status would and would not change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mnna.answers.partition import counted, gain_and_loss
from mnna.answers.status import status_in
from mnna.answers.what_if import what_if_in
from mnna.briefs.bottom_line import bottom_line
from mnna.briefs.gather import gather
from mnna.engine.finding import Finding
from mnna.errors import BadQuestion
from mnna.interfaces.http.pages.law_findings import split
from mnna.interfaces.http.params import COUNTRY_QUERY, Given
from mnna.interfaces.http.template_filters import capital, the
from mnna.interfaces.words.status import headline
from mnna.registry.assumptions import Assumption
from mnna.registry.countries import resolve
from mnna.registry.load import Registry, load_registry
from mnna.registry.records import Country
from mnna.registry.statuses import USUAL, alliance, our_statuses, treated_as
from mnna.statutes.listing import AUTHORITIES

PARAMS = (COUNTRY_QUERY,)
ASKED_FIRST = "MEX"
"""The country the question was first asked about, after Colombia was named in March 2022."""
OTHERS = ("KEN", "IND", "UKR", "VNM", "CRI", "ARE", "TWN", "JPN")


def view(given: Given, facts: Path | None) -> dict[str, Any]:
    """What the front page needs for a country; Mexico where none is named."""
    from mnna.answers.inputs import day

    registry, country, today = load_registry(facts), resolve(given["country"] or ASKED_FIRST), day(None)
    answer = status_in(registry, country, today)
    held = {span.status for span in answer.held}
    act = "terminate" if USUAL in held else "designate"
    difference = what_if_in(registry, country, today, [Assumption(country.iso3, USUAL, today, act)])
    found, changes = difference.partition, {change.id: change for change in difference.changed}
    _, bars = split([finding.to_dict() for finding in difference.unchanged])
    return {
        "title": _title(country, held),
        "short": f"it would {gain_and_loss(found)}",
        "counted": counted(found),
        "lasts": _lasts(country, facts),
        "country": country,
        "standing": headline(answer),
        "answer": answer,
        "kinds": registry.kinds,
        "act": act,
        "partition": found,
        "moved": {group: [changes[id_] for id_ in ids if id_ in changes] for group, ids in found.groups()},
        "lasting": _lasting(difference.unchanged),
        "bars": [bar for bar in bars if bar["verdict"] != "no"],
        "all_bars": len(bars) + sum(1 for change in difference.changed if change.after.bears == "bar"),
        "same_bars": len(bars),
        "allies": _allies(registry),
        "others": [resolve(code) for code in OTHERS if code != country.iso3],
        "today": today,
    }


def _lasts(country: Country, facts: Path | None) -> str:
    """What the status does not bring, in the sentence of the brief; empty for what is no state."""
    try:
        return bottom_line(gather(country.iso3, None, None, USUAL, facts))[2]
    except BadQuestion:
        return ""


def _title(country: Country, held: set[str]) -> str:
    name = capital(the(country.name))
    if country.iso3 == "USA":
        return "The United States cannot be its own ally"
    kinds = our_statuses()
    if USUAL in held:
        return f"{name} is an ally already"
    if alliance(kinds).id in held:
        return f"{name} is in NATO"
    if any(kind.id in held for kind in treated_as(kinds, USUAL)):
        return f"{name} is treated as an ally already"
    if country.sovereign in ("no", "organisation"):
        return f"{name} is no state that could be named"
    return f"Should {the(country.name)} be next?"


def _lasting(unchanged: tuple[Finding, ...]) -> list[Finding]:
    """The two answers readers most often expect the status to change: a promise of defence, and money."""
    return [finding for finding in unchanged if AUTHORITIES[finding.id].watched]


def _allies(registry: Registry) -> int:
    from mnna.answers.inputs import day

    return sum(1 for span in registry.spans if span.status == USUAL and span.covers(day(None)))
