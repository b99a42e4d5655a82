"""`python -m bench [PART ...] [OPTION ...]`: run the named benchmarks, or by default those of the answers.

Options are passed to every named part. Parts are the modules and folders next to this file; `bench/README.md` says what
each measures.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

HERE = Path(__file__).parent
PARTS = ("startup", "corpus", "brief")


def main() -> None:
    """Run each part as a program of its own, in order."""
    found = {path.stem for path in HERE.glob("*.py")} - {"__init__", "__main__"}
    found |= {path.parent.name for path in HERE.glob("*/__main__.py")}
    words = sys.argv[1:]
    first = next((place for place, word in enumerate(words) if word.startswith("-")), len(words))
    parts, options = words[:first], words[first:]
    for part in parts or PARTS:
        if part not in found:
            sys.exit(f"bench: no part {part!r}; there are: {', '.join(sorted(found))}")
        print(f"== {part}", flush=True)
        sys.argv = [part, *options]
        runpy.run_module(f"bench.{part}", run_name="__main__")


main()
