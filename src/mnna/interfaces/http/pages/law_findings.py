"""Findings of law arranged for reading: by what people want, counted, with the parts of each in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from mnna.interfaces.http.template_filters import TOPICS
from mnna.statutes.listing import is_bar

Found = Mapping[str, Any]


def grouped(findings: Iterable[Found]) -> list[tuple[str, str, list[Found]]]:
    """Topic id, its title and its findings, in the order of the listing; topics without findings are left out."""
    by_topic: dict[str, list[Found]] = {topic: [] for topic in TOPICS}
    for finding in findings:
        by_topic[finding["topic"]].append(finding)
    return [(topic, TOPICS[topic], found) for topic, found in by_topic.items() if found]


def split(findings: Iterable[Found]) -> tuple[list[Found], list[Found]]:
    """What the law gives, and what restricts it: in a restriction `yes` means that it bites."""
    everything = list(findings)
    return [one for one in everything if not is_bar(one["id"])], [one for one in everything if is_bar(one["id"])]


def count(findings: Iterable[Found]) -> dict[str, int]:
    """How many of each verdict, with zero for those there are none of."""
    found = Counter(one["verdict"] for one in findings)
    return {verdict: found[verdict] for verdict in ("yes", "no", "unknown")}


def finding_row(one: Found) -> dict[str, Any]:
    """A finding as one line of a table."""
    names = ("id", "topic", "verdict", "question", "because", "terms", "steps", "routes", "needs", "citations", "stale")
    return {name: one[name] for name in names}
