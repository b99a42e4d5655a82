"""The input (`Here`) and result (`Ruling`) of claim functions, and how the rulings on parts combine into one."""

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
    """The input of a claim function: the evidence, our readings of the statutes, and the day (`on`) of judgment.

    Claim functions use no fact after that day. Figures are of the vintage held, which may have been published later.
    """

    evidence: Evidence
    readings: Readings
    on: date

    @property
    def registry(self) -> Registry:
        """Return the registry of the evidence."""
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
    """Return a ruling: True is "right", False "wrong", None "not verifiable". Drop empty and repeated citations."""
    verdict: Verdict = "not verifiable" if holds is None else "right" if holds else "wrong"
    return Ruling(verdict, because, tuple(dict.fromkeys(c for c in citations if c)), tuple(figures))


class Undecided(Exception):
    """Raised inside a claim function where the claim is not verifiable, with the arguments of `ruling`."""

    def __init__(self, because: str, citations: Sequence[str] = (), figures: Sequence[dict[str, Any]] = ()) -> None:
        self.ruling = ruling(None, because, citations, figures)


def too_early(here: Here, on: date | None) -> Ruling | None:
    """Return a "not verifiable" ruling if the claim's day `on` is after `here.on`; None if the claim can be judged."""
    if on is None or on <= here.on:
        return None
    return ruling(None, f"{spoken(on)} lies after {spoken(here.on)}, the day this is judged as of.")


def combined(rulings: Sequence[Ruling]) -> Ruling:
    """Return one ruling from the rulings on the parts of a claim. The claim asserts every part.

    All right gives "right", all wrong gives "wrong". A "partly", or both a right and a wrong part, gives "partly".
    Otherwise one part that is not verifiable makes the claim "not verifiable".
    """
    verdicts = [one.verdict for one in rulings]
    because = " ".join(dict.fromkeys(one.because for one in rulings))
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
    """Return a figure as a JSON object: indicator, country, year, value or state of absence, unit, source, license."""
    named = ("indicator", "country", "year", "value", "state", "unit", "source", "licence", "notes")
    told = {name: getattr(figure, name) for name in named}
    return told | {"year": figure.of_year or figure.year, "notes": list(figure.notes)}


Claim = Callable[..., Ruling]
