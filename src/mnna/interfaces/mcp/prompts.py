"""Prompts for the five common tasks: each names the tools to use, in their order, and what to keep of their answers."""

from __future__ import annotations

from collections.abc import Mapping

from mnna.errors import BadQuestion, UnknownWord
from mnna.quick import QuickTuple

KEEP = (
    " Quote verdicts as given: yes, no or unknown. Give the citation of each point and the day it holds for. Say what "
    "is unknown and what would settle it. Do not fill a gap from memory."
)


class Prompt(QuickTuple):
    """A task: what it is, what must be given, and the text, with the given in braces."""

    says: str
    needs: tuple[str, ...]
    text: str


PROMPTS: Mapping[str, Prompt] = {
    "country_memo": Prompt(
        "A one-page memo: should a country be designated a major non-NATO ally?",
        ("country",),
        "Write one page on whether {country} should be designated. Ask next, then what_if for what changes in law, "
        "then law for each provision that you cite.",
    ),
    "check_transfer": Prompt(
        "Whether an arms transfer must be notified to Congress, and why",
        ("recipient", "channel", "facts"),
        "Must Congress be notified of this transfer to {recipient} by {channel}: {facts}? Ask case with what is given "
        "and nothing more. If it is unknown, ask me for what it needs.",
    ),
    "check_text": Prompt(
        "Whether what a text says of statuses and law is right",
        ("text",),
        "Check each sentence of this text that says something of a status, a law or an arms sale: {text}\nAsk status, "
        "holders, authorities, law or notices for each, on the day of the text. Say right, wrong or not known: why?",
    ),
    "compare_status": Prompt(
        "What one country may have that another may not, because of status",
        ("country", "other"),
        "What may {country} have that {other} may not, and the other way? Ask authorities for both, then unlocks for "
        "each difference.",
    ),
    "data_set": Prompt(
        "A country-year table for statistics",
        ("question",),
        "Plan a country-year table for this question: {question}\nAsk indicators and holders for what there is, then "
        "panel for a small sample. Give the command mnna panel that writes the whole. Say what unknown means in it.",
    ),
}
"""Name to prompt."""


def filled(name: str, given: Mapping[str, str]) -> str:
    """The text of a prompt; raises `UnknownWord` for no such prompt, `BadQuestion` where something is missing."""
    if name not in PROMPTS:
        raise UnknownWord(f"the prompt {name!r}", "there is no such prompt", tuple(PROMPTS), "")
    prompt = PROMPTS[name]
    if missing := [one for one in prompt.needs if not given.get(one)]:
        raise BadQuestion(f"the prompt {name!r}", f"it needs {' and '.join(missing)}", (), "")
    text = prompt.text
    for one in prompt.needs:
        text = text.replace(f"{{{one}}}", given[one])
    return text + KEEP
