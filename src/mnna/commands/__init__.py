"""The commands, one module per word; `mnna.cli` lists them."""
