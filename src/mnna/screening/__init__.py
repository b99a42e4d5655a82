"""The word `screen`: a whole file of cases, each row as the single case would answer it."""

from mnna.screening.run import Screening, row, screen

__all__ = ["Screening", "row", "screen"]
