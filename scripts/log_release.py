"""Write the release of this source tree into the log of stamps, which identifies the version behind an old citation.

    python scripts/log_release.py "What changed, in a sentence or two."

An existing row of this version is replaced. The day is today, or `MNNA_TODAY` if that is set.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence

from mnna._version import __version__
from mnna.answers.permalink import RELEASES, Release, releases
from mnna.engine.law_hash import law_hash
from mnna.registry.days import today
from mnna.registry.load import load_registry


def main(arguments: Sequence[str]) -> int:
    """Write the row; return 0, or 2 if the argument with the changes is missing."""
    what = " ".join(arguments).strip()
    if not what:
        print(__doc__, file=sys.stderr)
        return 2
    own = Release(__version__, today().isoformat(), law_hash(), load_registry().hash, what)
    rows = [*(one for one in releases() if one.version != own.version), own]
    with RELEASES.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([Release._fields, *rows])
    print(f"{RELEASES.name}: {own.version}, law {own.law}, facts {own.facts}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
