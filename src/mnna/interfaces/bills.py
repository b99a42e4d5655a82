"""The parameter that names a bill: a number at every door, and in the terminal and in Python also a TOML file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mnna.interfaces.params import Param


def _typed(given: str) -> str | Path:
    """What the command line was given: the name of a file of one's own, or the number of a bill."""
    from mnna.answers.bills import FILE

    return Path(given) if given.strip().lower().endswith(FILE) else given


def _bill(given: Any) -> str | Path:
    """The bill; a text is a number, so that no address can name a file; raises `UnknownWord` for another text."""
    from mnna.answers.bills import cited

    return given if isinstance(given, Path) else cited(given)


BILL = Param(
    "enact", "A bill assumed to be law.", metavar="BILL", label="If this bill were law", read=_bill, typed=_typed
)
