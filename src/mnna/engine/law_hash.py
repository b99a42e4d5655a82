"""The content hash of the encoded law, quoted in every answer.

It covers what the law says, not how the files are written: every provision with its rule, terms, acts, figures and
words, the texts beside the law, and the bars not encoded. A comment or a new worked example does not change it. Reading
all of the law takes a tenth of a second, so the hash is stored in `statutes/law_hash.txt`. `./run golden` writes that
file, and a test checks it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any

import mnna.statutes
from mnna.quick import Path

KEPT = Path(mnna.statutes.__file__).with_name("law_hash.txt")


@lru_cache(maxsize=1)
def law_hash() -> str:
    """Return the stored hash: sixteen hexadecimal digits over everything the law says."""
    return KEPT.read_text(encoding="utf-8").strip()


def reckoned() -> str:
    """Return the same hash, computed from the law itself."""
    import json
    from hashlib import sha256

    from mnna.statutes import catalog
    from mnna.statutes.law_changes import every_law
    from mnna.statutes.not_encoded import not_encoded
    from mnna.statutes.texts import texts

    everything = [*catalog.AUTHORITIES.values(), *every_law(), *texts(), *not_encoded()]
    text = json.dumps([plain(one) for one in everything], sort_keys=True, ensure_ascii=False)
    return sha256(text.encode()).hexdigest()[:16]


def plain(value: object) -> Any:
    """Return any record of the law as JSON: its kind and all its fields, rules included."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, (date, Decimal)):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(name): plain(below) for name, below in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, *(plain(getattr(value, field.name)) for field in fields(value))]
    if isinstance(value, frozenset):
        return sorted(value)
    assert isinstance(value, Iterable), f"{value!r} has no plain form"
    return [plain(below) for below in value]
