"""Prompts for the five common tasks: each names the tools to use, in order, and what to keep of their answers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from mnna.errors import BadQuestion, UnknownWord
from mnna.quick import QuickTuple
from mnna.tables import table

KEEP = (
    " Quote verdicts as given: yes, no or unknown. Give the citation of each point and the day it holds for. Say what "
    "is unknown and what would settle it. Do not fill a gap from memory."
)


class Prompt(QuickTuple):
    """A prompt: what it does, the arguments it needs, and its text, with the arguments in braces."""

    says: str
    needs: tuple[str, ...]
    text: str


@cache
def prompts() -> Mapping[str, Prompt]:
    """Return the prompts by name, from `prompts.csv`."""
    rows = table(Path(__file__).with_name("prompts.csv"))
    return {row["name"]: Prompt(row["says"], tuple(row["needs"].split()), row["text"]) for row in rows}


def filled(name: str, given: Mapping[str, str]) -> str:
    """Return the text of a prompt; raises `UnknownWord` for an unknown prompt, `BadQuestion` for a missing argument."""
    if name not in prompts():
        raise UnknownWord(f"the prompt {name!r}", "there is no such prompt", tuple(prompts()), "")
    prompt = prompts()[name]
    if missing := [one for one in prompt.needs if not given.get(one)]:
        raise BadQuestion(f"the prompt {name!r}", f"it needs {' and '.join(missing)}", (), "")
    text = prompt.text
    for one in prompt.needs:
        text = text.replace(f"{{{one}}}", given[one])
    return text + KEEP
