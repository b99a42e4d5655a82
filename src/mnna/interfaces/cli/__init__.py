"""The commands, one module per word; `mnna.interfaces.cli.main` lists them."""
