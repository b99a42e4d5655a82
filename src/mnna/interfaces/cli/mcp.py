"""`mnna mcp`: the same words as tools for an assistant, over the Model Context Protocol."""

from __future__ import annotations

from pathlib import Path

import click

from mnna.errors import CannotAnswer
from mnna.interfaces.cli.output import facts_option


@click.command("mcp")
@facts_option
def command(facts: Path | None) -> None:
    """Serve every word as a tool to an assistant, over standard input and output.

    Put `{"command": "mnna", "args": ["mcp"]}` where the assistant lists its servers.
    """
    try:
        from mnna.interfaces.mcp.server import run
    except ModuleNotFoundError as error:
        raise CannotAnswer(
            "mnna mcp", f"the package {error.name} is not installed", (), "Install it: pip install 'mnna[mcp]'."
        ) from None
    run(facts)
