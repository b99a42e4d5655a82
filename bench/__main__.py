"""`python -m bench [PART ...]`: run the measurements named, or those of the answers when none is.

Parts are the modules and folders beside this file; `bench/README.md` says what each measures.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

HERE = Path(__file__).parent
PARTS = ("startup", "corpus", "brief")


def main() -> None:
    """Run each part as its own program, in order."""
    found = {path.stem for path in HERE.glob("*.py")} - {"__init__", "__main__"}
    found |= {path.parent.name for path in HERE.glob("*/__main__.py")}
    for part in sys.argv[1:] or PARTS:
        if part not in found:
            sys.exit(f"bench: no part {part!r}; there are: {', '.join(sorted(found))}")
        print(f"== {part}", flush=True)
        runpy.run_module(f"bench.{part}", run_name="__main__")


main()
