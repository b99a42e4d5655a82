"""The front page: should this country be next? What it is today, and what the status would and would not change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mnna.answers.status import status_in
from mnna.answers.what_if import Change, what_if_in
from mnna.briefs.bottom_line import bottom_line
from mnna.briefs.matter import gather
from mnna.engine.finding import Finding
from mnna.errors import BadQuestion
from mnna.interfaces.http.pages.law_findings import split
from mnna.interfaces.http.pages.status import headline
from mnna.interfaces.http.params import COUNTRY_QUERY, Given
from mnna.interfaces.http.template_filters import capital, the
from mnna.registry.assumptions import Assumption
from mnna.registry.countries import resolve
from mnna.registry.load import Registry, load_registry
from mnna.registry.records import Country
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
    act = "terminate" if "mnna" in held else "designate"
    difference = what_if_in(registry, country, today, [Assumption(country.iso3, "mnna", today, act)])
    decided = [change for change in difference.changed if change.verdict_changes]
    same, bars = split([finding.to_dict() for finding in difference.unchanged])
    gained = [change for change in decided if change.after.verdict != "unknown"]
    number = len(difference.changed) + len(same)
    turned = f"{len(gained)} of {number} legal answers would turn to {'yes' if act == 'designate' else 'no'}"
    return {
        "title": _title(country, held),
        "short": turned,
        "lasts": _lasts(country, facts),
        "country": country,
        "standing": headline(answer),
        "answer": answer,
        "kinds": registry.kinds,
        "act": act,
        "decided": gained,
        "opened": [c for c in decided if c.after.verdict == "unknown"],
        "other": [change for change in difference.changed if not change.verdict_changes],
        "lasting": _lasting(difference.unchanged, difference.changed),
        "bars": [bar for bar in bars if bar["verdict"] != "no"],
        "all_bars": len(bars),
        "number": number,
        "same": len(same),
        "allies": _allies(registry),
        "others": [resolve(code) for code in OTHERS if code != country.iso3],
        "today": today,
    }


def _lasts(country: Country, facts: Path | None) -> str:
    """What the status does not bring, in the sentence of the brief; empty for what is no state."""
    try:
        return bottom_line(gather(country.iso3, None, None, "mnna", facts))[2]
    except BadQuestion:
        return ""


def _title(country: Country, held: set[str]) -> str:
    name = capital(the(country.name))
    if country.iso3 == "USA":
        return "The United States cannot be its own ally"
    if "mnna" in held:
        return f"{name} is an ally already"
    if "nato" in held:
        return f"{name} is in NATO"
    if "treated-as-mnna" in held:
        return f"{name} is treated as an ally already"
    if country.sovereign in ("no", "organisation"):
        return f"{name} is no state that could be named"
    return f"Should {the(country.name)} be next?"


def _lasting(unchanged: tuple[Finding, ...], changed: tuple[Change, ...]) -> list[Finding]:
    """The two answers readers most often expect the status to change: a promise of defence, and money."""
    return [finding for finding in unchanged if AUTHORITIES[finding.id].watched]


def _allies(registry: Registry) -> int:
    from mnna.answers.inputs import day

    return sum(1 for span in registry.spans if span.status == "mnna" and span.covers(day(None)))
