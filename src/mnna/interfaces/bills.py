"""The parameter that names a bill: a number at every door, and in the terminal and in Python also a TOML file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from mnna.interfaces.params import Param

if TYPE_CHECKING:
    from pathlib import Path


def _typed(given: str) -> str | Path:
    """What the command line was given: the name of a file of one's own, or the number of a bill."""
    from pathlib import Path

    from mnna.answers.bills import FILE

    return Path(given) if given.strip().lower().endswith(FILE) else given


def _bill(given: Any) -> str | Path:
    """The bill; a text is a number, so that no address can name a file; raises `UnknownWord` for another text."""
    if isinstance(given, os.PathLike):
        from pathlib import Path

        return Path(given)
    from mnna.answers.bills import cited

    return cited(given)


BILL = Param(
    "enact", "A bill assumed to be law.", metavar="BILL", label="If this bill were law", read=_bill, typed=_typed
)
