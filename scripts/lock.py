"""Write requirements.lock: the exact version of every library that the tests and benchmarks run with.

    ./run lock            keep the locked versions, and add new libraries
    ./run lock --newest   take the newest version of all libraries; run the tests before committing the lock

Nothing is installed. The lock is a constraints file for pip: it fixes versions but does not request any library.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
HEAD = """# The exact versions that ./run installs and the tests were run with. A file of constraints for pip:
#     pip install -c requirements.lock '.[screen]'
# `./run lock` writes it.
"""


def main(arguments: Sequence[str]) -> int:
    """Resolve the libraries of every extra and write the lock; return pip's exit code."""
    held = [] if "--newest" in arguments or not LOCK.exists() else ["--constraint", str(LOCK)]
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed", "--report", "-"]
    ran = subprocess.run([*pip, *held, f"{ROOT}[all,test,bench]"], stdout=subprocess.PIPE, text=True, check=False)
    if ran.returncode == 0:
        LOCK.write_text(written(ran.stdout), encoding="utf-8")
    return ran.returncode


def written(report: str) -> str:
    """Return the text of the lock from pip's JSON report, without mnna itself."""
    found = {canonical(one["metadata"]["name"]): one["metadata"]["version"] for one in json.loads(report)["install"]}
    return HEAD + "".join(f"{name}=={version}\n" for name, version in sorted(found.items()) if name != "mnna")


def canonical(name: str) -> str:
    """Return a library's name in its normalized spelling."""
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
