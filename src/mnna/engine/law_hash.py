"""The content hash of the law as encoded here, quoted in every answer."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path


@lru_cache(maxsize=1)
def law_hash() -> str:
    """Sixteen hexadecimal digits over every law module, every rule module, every dated parameter and text."""
    here = Path(__file__).parent
    digest = sha256()
    tables = [*here.glob("*.csv"), *here.glob("tables/*.csv")]
    for path in sorted([*here.glob("*.py"), *tables, *here.parent.joinpath("rules").glob("*.py")]):
        digest.update(f"{path.parent.name}/{path.name}".encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
