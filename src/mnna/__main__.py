"""`python -m mnna` is `mnna`."""

from mnna.interfaces.cli.main import program

program()
