"""US security-cooperation status and what the law makes of it: the public words, and nothing else.

>>> import mnna
>>> mnna.status("COL", on="2024-06-01").to_dict()["statuses"][0]["status"]
'mnna'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from mnna.errors import BadCase, BadDate, BadFacts, BadQuestion, CannotAnswer, MnnaError, UnknownCountry, UnknownWord

if TYPE_CHECKING:
    from mnna.answers.authorities import authorities
    from mnna.answers.case import case
    from mnna.answers.compare import compare
    from mnna.answers.holders import holders
    from mnna.answers.indicators import indicators
    from mnna.answers.law import law
    from mnna.answers.source import source
    from mnna.answers.status import status
    from mnna.answers.timeline import timeline
    from mnna.answers.unlocks import unlocks
    from mnna.answers.what_if import what_if
    from mnna.article_claims import claims
    from mnna.briefs import brief
    from mnna.models.api import criteria, effects, rank
    from mnna.screening import screen

__version__ = "0.1.1"

_WORDS = {
    "status": "mnna.answers.status",
    "holders": "mnna.answers.holders",
    "authorities": "mnna.answers.authorities",
    "what_if": "mnna.answers.what_if",
    "unlocks": "mnna.answers.unlocks",
    "case": "mnna.answers.case",
    "law": "mnna.answers.law",
    "source": "mnna.answers.source",
    "screen": "mnna.screening",
    "compare": "mnna.answers.compare",
    "timeline": "mnna.answers.timeline",
    "indicators": "mnna.answers.indicators",
    "claims": "mnna.article_claims",
    "rank": "mnna.models.api",
    "criteria": "mnna.models.api",
    "effects": "mnna.models.api",
    "brief": "mnna.briefs",
}
"""Public word to module; each is imported when it is first used, so that `import mnna` costs next to nothing."""

__all__ = [
    "BadCase",
    "BadDate",
    "BadFacts",
    "BadQuestion",
    "CannotAnswer",
    "MnnaError",
    "UnknownCountry",
    "UnknownWord",
    "authorities",
    "brief",
    "case",
    "claims",
    "compare",
    "criteria",
    "effects",
    "holders",
    "indicators",
    "law",
    "rank",
    "screen",
    "source",
    "status",
    "timeline",
    "unlocks",
    "what_if",
]


def __getattr__(name: str) -> object:
    if name not in _WORDS:
        raise AttributeError(f"module 'mnna' has no word {name!r}; its words are: {', '.join(_WORDS)}")
    return getattr(import_module(_WORDS[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
