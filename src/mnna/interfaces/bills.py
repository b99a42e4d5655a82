"""The parameter that names a bill: a number at every door, and in the terminal and in Python also a TOML file."""

from __future__ import annotations

import os
from typing import Any

from mnna.interfaces.params import Param


def _typed(given: str) -> str | os.PathLike[str]:
    """What the command line was given: the name of a file of one's own, or the number of a bill."""
    from pathlib import Path  # few questions name a file

    from mnna.answers.bills import FILE

    return Path(given) if given.strip().lower().endswith(FILE) else given


def _bill(given: Any) -> str | os.PathLike[str]:
    """The bill; a text is a number, so that no address can name a file; raises `UnknownWord` for another text."""
    from mnna.answers.bills import cited

    return given if isinstance(given, os.PathLike) else cited(given)


BILL = Param(
    "enact", "A bill assumed to be law.", metavar="BILL", label="If this bill were law", read=_bill, typed=_typed
)
