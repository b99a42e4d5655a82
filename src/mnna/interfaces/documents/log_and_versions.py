"""What stands beside the ranking: the rule with leaders' meetings, who is left out, and the rankings logged before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from mnna.interfaces.documents.models import by_reason, numbers
from mnna.present import days
from mnna.present.document import Block, Items, Paragraph, Section, Text
from mnna.present.numbers import decimals
from mnna.registry.countries import name_of
from mnna.sentences import capital

if TYPE_CHECKING:
    from mnna.models.forecast.prospective import Hit, Prospect
    from mnna.models.forecast.rank import Ranking
    from mnna.models.forecast.versions import Version

HEADS = ("", "Median rank", "AUC", "Top 10", "Log score", "First today")
LOG_SCORE = (
    "Log score: a model fitted to all other designees made each designee so many times likelier than chance would."
)


def beside_meetings(found: Ranking) -> Section:
    """The versions of the rule side by side, those left out with the reason, and the log."""
    return Section("versions", "The rule beside the same with leaders' meetings", tuple(_blocks(found)))


def _blocks(found: Ranking) -> Iterator[Block]:
    if found.backtest.placings:
        yield numbers("", HEADS, map(_version, found.versions))
    yield Paragraph(f"{LOG_SCORE} {found.why_headline}")
    out = by_reason((f"{name_of(one.country)} ({one.rank:g})", one.why) for one in found.left_out)
    if out:
        yield Items(out, title="Left out of the ranking: why, and in parentheses where each would stand")
    if found.calendar.says:
        yield Paragraph(found.calendar.says)
    if found.prospective:
        yield from _log(found.prospective, {one.id: one.says for one in found.versions})


def _log(rankings: Sequence[Prospect], says: Mapping[str, str]) -> Iterator[Block]:
    """The rankings written down before the event, and how each did."""
    told = Paragraph("Each ranking below was written down before any later designation, and is scored on the next one.")
    heads = ("", "Written down on", "SHA-256 begins", "Designations since")
    rows = (
        (capital(says.get(one.version, one.rule)), days.day(one.made_on), one.sha256[:12], _scored(one))
        for one in rankings
    )
    yield told
    yield numbers("Rankings written down beforehand", heads, rows)


def _scored(one: Prospect) -> str:
    """The designations since, each with the place the ranking had it at."""
    hits = (f"{name_of(hit.country)}: {_place(hit)}" for hit in one.hits)
    return ", ".join(hits) or "none yet"


def _place(hit: Hit) -> str:
    return "not ranked" if hit.rank is None else f"{hit.rank:g} of {hit.of}"


def _version(one: Version) -> tuple[Text, ...]:
    return (
        f"{capital(one.says)}{' (headline)' if one.headline else ''}",
        f"{one.median_rank:g}",
        decimals(one.auc, 3),
        f"{one.top10} of {one.designations}",
        decimals(one.log_score, 1),
        ", ".join(map(name_of, one.first[:3])),
    )
