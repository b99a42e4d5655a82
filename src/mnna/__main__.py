"""`python -m mnna` is `mnna`."""

from mnna.cli import main

main()
