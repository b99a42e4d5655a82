"""Every possible rule as a document, and the list of countries that could be designated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mnna.interfaces.documents.models import Asked, numbers, stamp
from mnna.interfaces.documents.ranking import MEDIAN_AND_AUC, day
from mnna.present import days
from mnna.present.document import Block, Document, Paragraph, Section
from mnna.present.numbers import between, counted, decimals, signed
from mnna.registry.countries import name_of
from mnna.sentences import capital

if TYPE_CHECKING:
    from mnna.models.forecast.multiverse import Multiverse, Spread
    from mnna.models.forecast.risk_set import RiskSet


def every_specification(asked: Asked) -> Document:
    """Return the document on how all possible rules did, compared with the declared one."""
    found: Multiverse = asked.answer
    size, beaten = len(found.specifications), 100 * found.share_better_than_rule.auc
    told = (
        f"Of {size:,} ways to choose the features of a rule, some look brilliant by luck. Here are all of them, "
        "the poor ones too, beside the declared rule."
    )
    return Document(
        title=f"{beaten:.1f}% of {size:,} possible rules beat the declared one; none may be picked now",
        subtitle=day(found),
        lead=(told, found.reading),
        sections=(Section("spread", "How far apart they are", tuple(_spreads(found))), _features(found)),
        stamp=stamp(asked.facts),
    )


def _features(found: Multiverse) -> Section:
    change = sorted(found.auc_change_when_included.items(), key=lambda one: -one[1])
    rows = ((capital(found.names[name]), signed(value, 3)) for name, value in change)
    told = Paragraph("The mean AUC of the rules that include a feature, less that of those that do not.")
    return Section("features", "What a feature adds", (told, numbers("", ("Feature", "Change of AUC"), rows)))


def _spreads(found: Multiverse) -> Iterator[Block]:
    heads = ("Measure", "Best", "Nine in ten", "Worst", "The rule", "Beat the rule")
    ranks, aucs = found.share_better_than_rule
    place = (*_spread(found.median_rank, 0), f"{found.rule_median_rank:g}", f"{100 * ranks:.1f}%")
    area = (*_spread(found.auc, 2), f"{found.rule_auc:.3f}", f"{100 * aucs:.1f}%")
    yield numbers("", heads, (("Median rank of the designees", *place), ("AUC", *area)))
    yield Paragraph(
        f"There are {len(found.specifications):,} rules of up to four of {len(found.covariates)} features. Each is "
        f"fitted anew for each of {counted(found.designations, 'designation')}, on what was known before. "
        f"{MEDIAN_AND_AUC} The CSV has every rule."
    )


def _spread(one: Spread, digits: int) -> tuple[str, str, str]:
    shown = decimals if digits else (lambda value, _: f"{value:g}")
    return shown(one.best, digits), between(one.middle90, digits), shown(one.worst, digits)


def who_could_be_named(asked: Asked) -> Document:
    """Return the document of the countries that could be designated on the day, and of the definition."""
    found: RiskSet = asked.answer
    names = ", ".join(f"{name_of(code)} ({code})" for code in found.countries)
    return Document(
        title=f"{found.n} countries could be named on {days.day(found.on)}",
        subtitle=day(found),
        lead=(found.rule,),
        sections=(Section("countries", "Who they are", (Paragraph(f"{names}."),)),),
        stamp=stamp(asked.facts),
    )
