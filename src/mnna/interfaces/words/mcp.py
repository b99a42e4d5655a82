"""`mcp`: the commands as tools for an assistant, over the Model Context Protocol."""

from __future__ import annotations

from mnna.errors import extra
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import FACTS
from mnna.quick import Path
from mnna.registry.load import load_registry


def _run(facts: Path | None) -> None:
    with extra("mcp", "mnna mcp"):
        from mnna.interfaces.mcp.server import run
    load_registry(facts)  # an error in the user's tables is told now, and not in every answer
    run(facts)


HELP = """Serve every command as a tool for an assistant, over standard input and output.

Put `{"command": "mnna", "args": ["mcp"]}` where the assistant lists its servers.
"""

ENDPOINT = Endpoint(
    word="mcp",
    under="serve",
    says="the same words as tools for assistants",
    help=HELP,
    params=(FACTS,),
    run=_run,
)
