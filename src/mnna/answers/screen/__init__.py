"""The word `screen`: a whole file of cases, each row as the single case would answer it."""

from mnna.answers.screen.screening import Screening, row, screen

__all__ = ["Screening", "row", "screen"]
