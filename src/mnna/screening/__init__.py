"""The word `screen`: answer every row of a file of cases as `mnna case` would answer that one case."""

from mnna.screening.run import Screening, row, screen

__all__ = ["Screening", "row", "screen"]
