"""The public functions and errors of the package: US security-cooperation status and what the law gives for it.

>>> import mnna
>>> mnna.status("COL", on="2024-06-01").to_dict()["statuses"][0]["status"]
'mnna'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from mnna._version import __version__ as __version__
from mnna.errors import BadCase as BadCase
from mnna.errors import BadDate as BadDate
from mnna.errors import BadFacts as BadFacts
from mnna.errors import BadQuestion as BadQuestion
from mnna.errors import CannotAnswer as CannotAnswer
from mnna.errors import MnnaError as MnnaError
from mnna.errors import UnknownCountry as UnknownCountry
from mnna.errors import UnknownWord as UnknownWord

if TYPE_CHECKING:
    from mnna.answers.authorities import authorities as authorities
    from mnna.answers.case import case as case
    from mnna.answers.changes import changes as changes
    from mnna.answers.compare import compare as compare
    from mnna.answers.countries import countries as countries
    from mnna.answers.coverage import coverage as coverage
    from mnna.answers.holders import holders as holders
    from mnna.answers.indicators import indicators as indicators
    from mnna.answers.law import law as law
    from mnna.answers.notices import notices as notices
    from mnna.answers.panel import panel as panel
    from mnna.answers.source import source as source
    from mnna.answers.status import status as status
    from mnna.answers.timeline import timeline as timeline
    from mnna.answers.unlocks import unlocks as unlocks
    from mnna.answers.what_if import what_if as what_if
    from mnna.article_claims import claims as claims
    from mnna.briefs import brief as brief
    from mnna.models.api import criteria as criteria
    from mnna.models.api import effects as effects
    from mnna.models.api import rank as rank
    from mnna.screening import screen as screen

_ERRORS = (BadCase, BadDate, BadFacts, BadQuestion, CannotAnswer, MnnaError, UnknownCountry, UnknownWord)


def _native() -> Any:
    """Return the module that renders an answer in a notebook, as a pandas table, and as a citation."""
    return import_module("mnna.interfaces.native")


def __getattr__(name: str) -> Any:
    if name.startswith("_") and name != "__all__":
        raise AttributeError(f"module 'mnna' has no attribute {name!r}")
    declared = import_module("mnna.interfaces.listing").functions()
    words = sorted(declared)
    if name == "__all__":
        return sorted([*(error.__name__ for error in _ERRORS), *words])
    if name not in words:
        raise AttributeError(f"module 'mnna' has no word {name!r}; its words are: {', '.join(words)}")
    return import_module("mnna.interfaces.catalog").function(name)


def __dir__() -> list[str]:
    return [*__getattr__("__all__"), "__version__"]
