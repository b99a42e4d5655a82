"""What stands beside the ranking: the rule with leaders' meetings, who is left out, and the rankings logged before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mnna.interfaces.documents.models import numbers
from mnna.present import days
from mnna.present.document import Block, Items, Paragraph, Section, Text
from mnna.present.numbers import decimals
from mnna.registry.countries import name_of, the
from mnna.sentences import capital

if TYPE_CHECKING:
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
    out = tuple(f"{capital(the(name_of(one.country)))} ({one.rank:g}): {one.why}." for one in found.left_out)
    if out:
        yield Items(out, title="Left out of the ranking: where each would stand, and why")
    if found.calendar.says:
        yield Paragraph(found.calendar.says)
    if found.prospective:
        made = ", ".join(f"{days.day(one.made_on)} ({one.version}, {one.sha256[:12]})" for one in found.prospective)
        hits = sum(len(one.hits) for one in found.prospective)
        yield Paragraph(f"Rankings written down beforehand: {made}. Designations they can be scored on: {hits}.")


def _version(one: Version) -> tuple[Text, ...]:
    return (
        f"{capital(one.says)}{' (headline)' if one.headline else ''}",
        f"{one.median_rank:g}",
        decimals(one.auc, 3),
        f"{one.top10} of {one.designations}",
        decimals(one.log_score, 1),
        ", ".join(map(name_of, one.first[:3])),
    )
