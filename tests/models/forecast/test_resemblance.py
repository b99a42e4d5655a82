"""The value of a place needs no package of the models, so that a schema and a memo can be had without them."""

from __future__ import annotations

import subprocess
import sys

from mnna.models.forecast.resemblance import numbered


def test_nothing_but_the_standard_library_is_needed() -> None:
    code = "import sys, mnna.models.forecast.resemblance; sys.exit(bool({'numpy', 'scipy'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_half_is_a_tie() -> None:
    assert (numbered(4.0), numbered(16.5)) == ("number 4", "number 16.5 (a tie)")
