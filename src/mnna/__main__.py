"""`python -m mnna` is `mnna`."""

from mnna.cli import program

program()
