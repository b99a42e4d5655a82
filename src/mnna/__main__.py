"""Run the command line with `python -m mnna`."""

from mnna.interfaces.cli.main import program

program()
