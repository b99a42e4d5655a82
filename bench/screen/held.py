"""The registry data for the other tools: the first day of each status that 36(b) and 36(c) use, by country."""

from __future__ import annotations

from datetime import date

SERVICES = """CASE WHEN channel = 'fms' AND "on" >= DATE '1980-12-16' AND construction_usd <= total_usd
    THEN total_usd - construction_usd ELSE total_usd END"""
"""The total without design and construction services, which have their own threshold since that day."""

STATUSES = ("nato", "nato-organization", "nato-plus", "nato-plus-36c", "nato-plus-36b-thresholds", "aukus")


def held() -> tuple[dict[str, dict[str, date]], dict[str, date], list[str]]:
    """Return first days by status and country, end days of "NATO-plus" by country, and the foreign countries."""
    from mnna.registry.load import load_registry

    since: dict[str, dict[str, date]] = {status: {} for status in STATUSES}
    until: dict[str, date] = {}
    for span in load_registry().spans:
        if span.status in since:
            since[span.status][span.country] = span.since
            if span.status == "nato-plus" and span.until is not None:
                until[span.country] = span.until
    return since, until, abroad()


def abroad() -> list[str]:
    """Return the codes of foreign countries and organizations, without the United States and its territories."""
    from mnna.registry.countries import countries, ours

    return [code for code, country in countries().items() if not ours(country)]
