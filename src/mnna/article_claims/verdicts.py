"""What a claim function gives back, and how rulings on the parts of a claim add up to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from mnna.answers.data_context import Evidence
from mnna.article_claims.statute_notes import Readings
from mnna.dates import spoken
from mnna.registry.load import Registry
from mnna.series.records import Figure

Verdict = Literal["right", "partly", "wrong", "not verifiable"]
VERDICTS: tuple[Verdict, ...] = ("right", "partly", "wrong", "not verifiable")


@dataclass(frozen=True, eq=False)
class Here:
    """What a claim function looks at: the evidence, our readings of the statutes, and the day the claim is judged as
    of. It never looks past that day, but figures come in the vintage held, which may be younger."""

    evidence: Evidence
    readings: Readings
    on: date

    @property
    def registry(self) -> Registry:
        """The registry of the evidence."""
        return self.evidence.registry


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict with its reason, the citations it rests on and the figures it used (JSON objects)."""

    verdict: Verdict
    because: str
    citations: tuple[str, ...] = ()
    figures: tuple[dict[str, Any], ...] = ()


def ruling(
    holds: bool | None, because: str, citations: Sequence[str] = (), figures: Sequence[dict[str, Any]] = ()
) -> Ruling:
    """A ruling from a truth value: yes is right, no is wrong, unknown is not verifiable."""
    verdict: Verdict = "not verifiable" if holds is None else "right" if holds else "wrong"
    return Ruling(verdict, because, tuple(dict.fromkeys(c for c in citations if c)), tuple(figures))


def too_early(here: Here, on: date | None) -> Ruling | None:
    """Not verifiable, where a claim speaks of a day after the one it is judged as of; None where it may be judged."""
    if on is None or on <= here.on:
        return None
    return ruling(None, f"{spoken(on)} lies after {spoken(here.on)}, the day this is judged as of.")


def combined(rulings: Sequence[Ruling]) -> Ruling:
    """One ruling from those on the parts of a claim, each of which the claim asserts.

    All right is right, all wrong is wrong; some right and some wrong is partly, whatever the rest; anything else with a
    part that cannot be verified is not verifiable.
    """
    verdicts = [one.verdict for one in rulings]
    because = " ".join(one.because for one in rulings)
    citations = tuple(dict.fromkeys(c for one in rulings for c in one.citations))
    figures = tuple(figure for one in rulings for figure in one.figures)
    return Ruling(_combined(verdicts), because, citations, figures)


def _combined(verdicts: Sequence[Verdict]) -> Verdict:
    kinds = set(verdicts)
    if "partly" in kinds or {"right", "wrong"} <= kinds:
        return "partly"
    if "not verifiable" in kinds:
        return "not verifiable"
    return "right" if kinds == {"right"} else "wrong"


def shown(figure: Figure) -> dict[str, Any]:
    """A figure as claims print it: what it is, its number or why there is none, its unit, source and license."""
    return {
        "indicator": figure.indicator,
        "country": figure.country,
        "year": figure.of_year or figure.year,
        "value": figure.value,
        "state": figure.state,
        "unit": figure.unit,
        "source": figure.source,
        "licence": figure.licence,
        "notes": list(figure.notes),
    }


Claim = Callable[..., Ruling]
