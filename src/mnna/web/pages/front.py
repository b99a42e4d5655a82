"""The front page: should this country be next? What it is today, and what the status would and would not change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mnna.answers.status import status_in
from mnna.answers.what_if import Change, what_if_in
from mnna.facts.countries import resolve
from mnna.facts.records import Country
from mnna.facts.registry import Assumption, Registry, load_registry
from mnna.law.finding import Finding
from mnna.web.pages.law_findings import split
from mnna.web.pages.status import headline
from mnna.web.params import COUNTRY_QUERY, Given
from mnna.web.words import the

PARAMS = (COUNTRY_QUERY,)
ASKED_FIRST = "MEX"
"""The country the question was first asked about, after Colombia was named in March 2022."""
OTHERS = ("KEN", "IND", "UKR", "VNM", "CRI", "ARE", "TWN", "JPN")


def view(given: Given, facts: Path | None) -> dict[str, Any]:
    """What the front page needs for a country; Mexico where none is named."""
    from mnna.answers.asking import day

    registry, country, today = load_registry(facts), resolve(given["country"] or ASKED_FIRST), day(None)
    answer = status_in(registry, country, today)
    held = {span.status for span in answer.held}
    act = "terminate" if "mnna" in held else "designate"
    difference = what_if_in(registry, country, today, [Assumption(country.iso3, "mnna", today, act)])
    decided = [change for change in difference.changed if change.verdict_changes]
    same, bars = split([finding.to_dict() for finding in difference.unchanged])
    return {
        "title": _title(country, held),
        "country": country,
        "standing": headline(answer),
        "answer": answer,
        "kinds": registry.kinds,
        "act": act,
        "decided": [c for c in decided if c.after.verdict != "unknown"],
        "opened": [c for c in decided if c.after.verdict == "unknown"],
        "other": [change for change in difference.changed if not change.verdict_changes],
        "lasting": _lasting(difference.unchanged, difference.changed),
        "bars": [bar for bar in bars if bar["verdict"] != "no"],
        "all_bars": len(bars),
        "number": len(difference.changed) + len(same),
        "same": len(same),
        "allies": _allies(registry),
        "others": [resolve(code) for code in OTHERS if code != country.iso3],
        "today": today,
    }


def _title(country: Country, held: set[str]) -> str:
    name = the(country.name)
    if country.iso3 == "USA":
        return "The United States cannot be its own ally"
    if "mnna" in held:
        return f"{name[:1].upper() + name[1:]} is an ally already"
    return f"{name[:1].upper() + name[1:]} is in NATO" if "nato" in held else f"Should {name} be next?"


def _lasting(unchanged: tuple[Finding, ...], changed: tuple[Change, ...]) -> list[Finding]:
    """The two answers readers most often expect the status to change: a promise of defence, and money."""
    wanted = ("collective-defense", "foreign-military-financing", "notification-thresholds")
    return [finding for finding in unchanged if finding.id in wanted]


def _allies(registry: Registry) -> int:
    from mnna.answers.asking import day

    return sum(1 for span in registry.spans if span.status == "mnna" and span.covers(day(None)))
