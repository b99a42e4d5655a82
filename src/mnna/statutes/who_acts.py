"""Who can bring about a change that the law asks about: the actor that the text of a status or a fact names."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def table() -> dict[str, str]:
    """The actor of each status and fact by its id; empty where the statute names none."""
    text = files("mnna.statutes").joinpath("who_acts.csv").read_text(encoding="utf-8")
    return {row["id"]: row["who"] for row in csv.DictReader(text.splitlines())}


def who_acts(id_: str) -> str:
    """Who must act for a status to begin or end, or for a fact to be settled; empty where no text says so."""
    return table().get(id_, "")
