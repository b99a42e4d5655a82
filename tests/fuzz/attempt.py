"""One attempt of any kind by its seed, and the faults it shows."""

from __future__ import annotations

import tempfile
import traceback
from pathlib import Path
from random import Random

from mnna.registry.load import load_registry
from tests.fuzz import oracle, words
from tests.fuzz.files import FORMS

OTHERS = {"facts": words.own_facts, "article": words.article}
KINDS = (*FORMS, *OTHERS)


def attempt(kind: str, seed: int) -> list[str]:
    """What is wrong, each with the command that shows it again; a crash is a fault like others."""
    with tempfile.TemporaryDirectory(prefix="mnna-fuzz-") as made:
        try:
            folder = Path(made)
            if kind in OTHERS:
                found = OTHERS[kind](Random(seed), folder)
            else:
                found = oracle.faults(kind, seed, folder, load_registry())
        except Exception:
            found = [traceback.format_exc(limit=-6)]
    return [f"./run fuzz --only {kind} --seed {seed}: {one}" for one in found]
